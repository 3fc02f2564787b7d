"""The record taken out as JSON lines, signed with the chain's head: verify_export.py checks it without this site.

For every door that hands entries out (a command, a supervisor's page): `signed_export()` is the whole file, piece by piece;
`lines()` are its entries alone; `statement_of()` signs any other file made from entries, an XLSX say, in a note beside it.
Who may read which entries, and that the export is itself recorded, is the door's to see to.
"""

import hashlib
import json
from collections.abc import Iterator
from datetime import datetime

from django.db.models import QuerySet

from cms.audit import checkpoint
from cms.audit.chain import Head
from cms.audit.models import Checkpoint, Entry

#: What the first line of a file says it is.
FORMAT = "minhbach-nhat-ky"
_BATCH = 2_000
_COLUMNS = ("seq", "prev_hash", "hash", "payload")


def lines(entries: QuerySet[Entry] | None = None, *, until: int | None = None) -> Iterator[bytes]:
    """Each entry as one JSON line, in the order of their numbers, with flat memory; all entries where none are named.

    `until` is the last number wanted. The payload stands there as the very text that was sealed.
    """
    entries = (Entry.objects.all() if entries is None else entries).order_by("seq").values_list(*_COLUMNS)
    if until is not None:
        entries = entries.filter(seq__lte=until)
    reached = 0
    while batch := list(entries.filter(seq__gt=reached)[:_BATCH]):
        for seq, previous, sealed, payload in batch:
            yield _line({"seq": seq, "prev_hash": previous, "hash": sealed, **_text(bytes(payload))})
        reached = batch[-1][0]


def _text(payload: bytes) -> dict:
    try:
        return {"payload": payload.decode()}
    except UnicodeDecodeError:  # somebody has been at it; the export shows what stands there
        return {"payload_hex": payload.hex()}


def signed_export(entries: QuerySet[Entry] | None = None, *, at: datetime) -> Iterator[bytes]:
    """The whole file: what it is, the checkpoints made so far, the entries, and the signed statement about it all.

    Without `entries` it holds the chain up to the head of this moment and can be followed from the first entry on; a
    selection shows of each entry that it is as sealed, and of the file that it is as it was taken out.
    """
    head = checkpoint.stored_head()
    digest = hashlib.sha256()
    first = {
        "format": FORMAT,
        "v": 1,
        "origin": checkpoint.origin(),
        "at": checkpoint.written(at),
        "whole": entries is None,
        "size": head.seq,
        "head": head.hash.hex(),
    }
    for piece in _unsigned(first, lines(entries, until=head.seq), head.seq):
        digest.update(piece)
        yield piece
    yield _line({"signed": statement_of(digest.hexdigest(), at=at, head=head)})


def _unsigned(first: dict, entry_lines: Iterator[bytes], until: int) -> Iterator[bytes]:
    yield _line(first)
    for text in Checkpoint.objects.filter(seq__lte=until).order_by("number").values_list("text", flat=True).iterator():
        yield _line({"checkpoint": text})
    yield from entry_lines


def statement_of(sha256: str, *, at: datetime, head: Head | None = None) -> str:
    """A signed note over a file's SHA-256 (hex) and the chain's head: to be kept beside the file.

    `head` is the head from which the file was made, this moment's unless given. Raises ImproperlyConfigured where the
    installation has no signing key.
    """
    return checkpoint.statement(sha256, head or checkpoint.stored_head(), at)


def _line(value: dict) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode() + b"\n"
