"""Erasing a person from the record: words go, the chain holds, and an entry says what was erased."""

import json
from collections import defaultdict
from datetime import datetime

from django.db import transaction

from cms.audit.models import Entry, EntryNote, Erasure
from cms.audit.record import ERASED_SUFFIX, record
from cms.audit.rows import form_named, form_of


@transaction.atomic
def erase(
    kind: str, *, subject, by, at: datetime, of=(), rows=(), authority=None, data: dict | None = None, reason: str = ""
) -> Entry:
    """Blank the personal fields of every history row about `subject`, drop its notes and its salt, and record it.

    `kind` ends in `.erased`. `of` names further objects whose whole history goes blank (the requester, say).
    The live objects are the caller's to blank, before this, in the same transaction. Plain fields stay as sealed.
    `rows` are the history rows which that blanking wrote: this entry seals what is left of them.
    """
    if not kind.endswith(ERASED_SUFFIX):
        raise ValueError(f"{kind!r} must end in {ERASED_SUFFIX}: verification looks for it")
    named, notes = _named_by_entries(subject)
    for thing in (subject, *of):
        if hasattr(type(thing), "history"):
            form = form_of(type(thing).history.model)
            named[form.label].update(
                form.model._base_manager.filter(**{form.object_key: thing.pk}).values_list("history_id", flat=True)
            )
    erased = [note_name(seq) for seq in notes]
    for label, ids in sorted(named.items()):
        form = form_named(label)
        form.model._base_manager.filter(history_id__in=ids).update(**form.blank())
        erased += [row_name({"model": label, "id": history_id}) for history_id in sorted(ids)]
    EntryNote.objects.filter(entry_id__in=notes).delete()
    _drop_salt(subject)
    blanked = [_as_stored(row) for row in rows]
    facts = {**(data or {}), "erased": erased}
    entry = record(kind, subject=subject, by=by, at=at, authority=authority, rows=blanked, data=facts, reason=reason)
    Erasure.objects.bulk_create([Erasure(name=name, entry=entry) for name in erased])
    return entry


def _as_stored(row):
    """A history row as it stands after the blanking."""
    row.refresh_from_db()
    return row


def row_name(row: dict) -> str:
    """How an erasing entry names a history row."""
    return f"{row['model']} {row['id']}"


def note_name(seq: int) -> str:
    """How an erasing entry names the words beside an entry."""
    return f"{EntryNote._meta.label_lower} {seq}"


def _named_by_entries(subject):
    """The history rows and notes of every entry about the subject."""
    rows, notes = defaultdict(set), []
    entries = Entry.objects.filter(subject_type=subject._meta.label_lower, subject_id=str(subject.pk))
    for seq, payload in entries.order_by("seq").values_list("seq", "payload"):
        payload = json.loads(bytes(payload))
        for name in payload["rows"]:
            rows[name["model"]].add(name["id"])
        if "note" in payload or payload.get("salt") == "ENTRY":
            notes.append(seq)
    return rows, notes


def _drop_salt(subject):
    """With the salt gone, nobody can try out what the erased words were."""
    fields = {field.name: field for field in subject._meta.concrete_fields}
    if "audit_salt" in fields:
        subject.audit_salt = None if fields["audit_salt"].null else fields["audit_salt"].to_python("")
        type(subject)._base_manager.filter(pk=subject.pk).update(audit_salt=subject.audit_salt)
