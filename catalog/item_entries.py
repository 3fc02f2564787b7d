"""What the site's search learns of an item: its public words while it is public, nothing before and nothing after.

Items that name people are never searchable: who looks for a name shall not find a list of the poor.
"""

from collections.abc import Iterator

from django.conf import settings

from catalog import access, categories, entries, file_texts
from catalog.choices import EntryKind
from catalog.models import InformationItem, ItemFile
from cms.core.dates import today
from cms.core.display import file_size


def connect():
    """Tell the projection where items come from, and how their files are opened."""
    entries.comes_from("item", every_entry)
    file_texts.opened_by("itemfile", open_file)


def key_of(item) -> str:
    return f"item:{item.pk}"


def put(item, files) -> None:
    """It has become public, or was changed by two people."""
    if item.names_people:
        return drop(item)
    kept = [file for file in files if item.has_content]
    for file in kept:
        file_texts.want(f"itemfile:{file.pk}", file.sha256)
    return entries.put(_entry(item, kept))


def drop(item) -> None:
    """It is public no more."""
    entries.drop(key_of(item))


def every_entry() -> Iterator[entries.Entry]:
    """All of them, for making the index anew."""
    items = access.public(InformationItem.objects.with_units(), today()).filter(names_people=False)
    for item in items.prefetch_related("files").order_by("pk").iterator(chunk_size=500):
        held = [file for file in item.files.all() if file.first_version is not None and file.last_version is None]
        yield _entry(item, held if item.has_content else [])


def open_file(number: int):
    """The bytes of a file that a public item holds; None when it is gone or no longer public."""
    file = ItemFile.objects.select_related("item__authority", "item__current_version").filter(pk=number).first()
    if file is None or not access.is_file_public(file, today()):
        return None
    return file.name, open(settings.PRIVATE_ROOT / file.path, "rb")


def _entry(item, files) -> entries.Entry:
    words = (item.summary, item.keywords, item.origin, categories.label_of(item.rule_set.rules, item.category))
    return entries.Entry(
        key=key_of(item),
        kind=EntryKind.ANSWER if item.from_answer else EntryKind.ITEM,
        published_on=item.published_on,
        title=item.title,
        number=item.number,
        body="\n".join(filter(None, words)),
        address=f"{item.authority.code}/danh-muc/{item.code}/",
        authority_id=item.authority_id,
        format=f"{files[0].format}, {file_size(files[0].size)}" if files else "",
        files=tuple(entries.Lead(f"itemfile:{file.pk}", is_held=True) for file in files),
    )
