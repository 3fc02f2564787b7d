"""The one way to say that something is public and may be found, or no longer is.

Called in the transaction in which the source becomes public or stops being public. Each room above registers where
its entries come from, so that all of them can be made anew; made anew they are the same, row for row.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date

from django.db import transaction

from catalog import tokens
from catalog.choices import EntryKind, FileTextState
from catalog.models import EntryFile, FileText, PublicEntry
from catalog.order_keys import SOURCES, order_key
from cms.core.text import nfc

MOST_BODY = 100_000  # characters of an entry's own words


@dataclass(frozen=True)
class Lead:
    """A file that an entry holds or leads to, with what the entry says about it."""

    key: str
    is_held: bool = False
    title: str = ""
    number: str = ""
    day: date | None = None


@dataclass(frozen=True)
class Entry:
    """A public thing. `key` names its source ("item:7"), `address` stands below the site's own, without a first stroke.

    Until the end of `until_on` it is found, even where nobody drops it then. Files that it holds are read by the
    worker and found in this entry; files that it only leads to have their own.
    """

    key: str
    kind: EntryKind
    published_on: date
    title: str
    address: str
    authority_id: int | None = None
    until_on: date | None = None
    number: str = ""
    body: str = ""
    format: str = ""
    files: tuple[Lead, ...] = ()


Source = Callable[[], Iterable[Entry]]
_sources: dict[str, Source] = {}


def comes_from(name: str, source: Source) -> None:
    """Let `source()` give all entries whose key begins with this name."""
    if name not in SOURCES:
        raise ValueError(f"unknown source: {name}")
    _sources[name] = source


@transaction.atomic
def put(entry: Entry, *, anew: bool = False) -> None:
    """This is public now, in these words. `anew` writes even what seems unchanged, as after a change of the index."""
    row = PublicEntry.objects.defer("tokens").select_for_update().filter(key=entry.key).first()
    facts = _facts(entry, _texts_of(lead.key for lead in entry.files if lead.is_held))
    if row is None:
        row = PublicEntry.objects.create(key=entry.key, **facts)
    else:
        changed = [name for name, value in facts.items() if name != "tokens" and getattr(row, name) != value]
        if changed or anew:
            for name in (*changed, "tokens"):  # never read back, tokens are written with whatever they are made of
                setattr(row, name, facts[name])
            row.save(update_fields=[*changed, "tokens"])
    _put_files(row, entry.files)


@transaction.atomic
def put_again(row: PublicEntry) -> None:
    """The same entry, when the words of a file that it holds have come."""
    files = row.files.order_by("key").values_list("key", "is_held", "title", "number", "day")
    names = ("key", "kind", "published_on", "title", "address", "authority_id", "until_on", "number", "body", "format")
    put(Entry(**{name: getattr(row, name) for name in names}, files=tuple(Lead(*file) for file in files)))


@transaction.atomic
def drop(key: str) -> None:
    """This is not public, or is no more; what was never there is no error."""
    row = PublicEntry.objects.only("pk").filter(key=key).first()
    if row is not None:
        held = list(row.files.values_list("key", flat=True))
        row.delete()
        _forget_texts(held)


def rebuild(*, anew: bool = True) -> tuple[int, int]:
    """Make all entries anew from their sources: how many there are, and how many were dropped.

    Each is one transaction: visitors may search meanwhile, and find what is public before and after.
    """
    put_count = dropped = 0
    for name in sorted(_sources, key=SOURCES.get):
        seen = set()
        for entry in _sources[name]():
            put(entry, anew=anew)
            seen.add(entry.key)
        # Before the next source: documents are public by the pages that are.
        keys = list(PublicEntry.objects.filter(key__startswith=f"{name}:").values_list("key", flat=True))
        gone = [key for key in keys if key not in seen]
        for key in gone:
            drop(key)
        put_count, dropped = put_count + len(seen), dropped + len(gone)
    return put_count, dropped


def _facts(entry, read):
    number = nfc(entry.number)[:100]
    title = nfc(entry.title)[:500]
    body = nfc(entry.body)[:MOST_BODY]
    file_text = "\n\n".join(text.text for text in read if text.text)
    filters = (
        tokens.kind_token(entry.kind),
        tokens.authority_token(entry.authority_id),
        *tokens.time_tokens(entry.published_on),
    )
    found, wording = tokens.entry_tokens(title=title, number=number, texts=(body, file_text), filters=filters)
    return {
        "order_key": order_key(entry.key, entry.published_on),
        "kind": entry.kind,
        "authority_id": entry.authority_id,
        "published_on": entry.published_on,
        "until_on": entry.until_on,
        "year": entry.published_on.year,
        "title": title,
        "number": number,
        "address": entry.address,
        "format": entry.format,
        "body": body,
        "file_text": file_text,
        "file_state": _state(read),
        "wording": wording,
        "tokens": found,
    }


def _state(read):
    """The worst that has happened to the files held; nothing where all could be read."""
    worst = (
        FileTextState.UNREADABLE,
        FileTextState.EMPTY,
        FileTextState.OTHER_KIND,
        FileTextState.CUT,
        FileTextState.WAITING,
    )
    states = {text.state for text in read}
    return next((state for state in worst if state in states), "")


def _put_files(row, leads):
    wanted = {lead.key: lead for lead in leads}
    there = {file.key: file for file in row.files.all()}
    gone = [key for key in there if key not in wanted]
    for key in gone:
        there[key].delete()
    _forget_texts(gone)
    for key, lead in wanted.items():
        facts = {"is_held": lead.is_held, "title": nfc(lead.title)[:500], "number": nfc(lead.number), "day": lead.day}
        file = there.get(key)
        if file is None:
            EntryFile.objects.create(entry=row, key=key, **facts)
        elif any(getattr(file, name) != value for name, value in facts.items()):
            EntryFile.objects.filter(pk=file.pk).update(**facts)


def _texts_of(keys):
    return list(FileText.objects.filter(key__in=list(keys)).order_by("key"))


def _forget_texts(keys):
    """Words of files that nothing public holds any more are not kept."""
    if keys:
        held = EntryFile.objects.filter(is_held=True, key__in=keys).values("key")
        FileText.objects.filter(key__in=keys).exclude(key__in=held).delete()
