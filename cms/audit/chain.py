"""The chain's arithmetic: one form of bytes, one seal, one check. Standard library only, so it runs offline too.

Each entry's hash covers the hash before it and its own payload, so that changing, dropping or moving one entry
makes every later seal wrong (security.md S6). The payload is kept as the very bytes that were sealed.
"""

import hashlib
import hmac
import json
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

#: What the first entry stands on.
GENESIS = bytes(32)
#: RFC 8785 writes numbers as JavaScript does; beyond this they would no longer be exact.
_GREATEST_INT = 2**53 - 1
_ENCODER = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), allow_nan=False)


class Fault(StrEnum):
    """What can be wrong, as a code; the Vietnamese words stand in cms.audit.verify."""

    EDITED = "EDITED"  # the payload is not the one that was sealed
    MISSING = "MISSING"  # a number is skipped
    REORDERED = "REORDERED"  # an entry stands where another belongs
    INSERTED = "INSERTED"  # an entry was put in, and the others moved up
    DETACHED = "DETACHED"  # sealed rightly, but not on the entry before it
    CUT = "CUT"  # entries are missing at the end
    UNCLAIMED = "UNCLAIMED"  # entries stand beyond the head
    HEAD_EDITED = "HEAD_EDITED"  # the head does not carry the last entry's hash
    ROLLED_BACK = "ROLLED_BACK"  # shorter than a head that somebody kept
    REWRITTEN = "REWRITTEN"  # as long as a kept head, but another chain
    FORGED = "FORGED"  # a checkpoint that no known key has signed, or that says something else than its columns
    CHECKPOINT_MISSING = "CHECKPOINT_MISSING"  # a number of the checkpoints is skipped, or a kept one is not among them
    # What only the database can show: the things that stand beside the chain.
    HEAD_MISSING = "HEAD_MISSING"
    COPY_EDITED = "COPY_EDITED"  # a look-up column no longer repeats the payload
    ROW_EDITED = "ROW_EDITED"
    ROW_MISSING = "ROW_MISSING"
    NOTE_EDITED = "NOTE_EDITED"
    NOTE_MISSING = "NOTE_MISSING"
    UNGUARDED = "UNGUARDED"  # triggers that refuse change do not stand


@dataclass(frozen=True)
class Link:
    """One entry as stored: its place, the hash before it, its own, and the sealed bytes."""

    seq: int
    previous: bytes
    hash: bytes
    payload: bytes


@dataclass(frozen=True)
class Problem:
    """The first thing found wrong, and at which entry. `detail` names a field or a row, never a person."""

    kind: Fault
    seq: int
    detail: str = ""


@dataclass(frozen=True)
class Head:
    """Where the chain ends: its last number (0 when empty) and hash."""

    seq: int = 0
    hash: bytes = GENESIS


def canonical_json(value) -> bytes:
    """The one way to write a value (RFC 8785): keys in UTF-16 order, no spaces, UTF-8.

    Knows None, bool, int, str, list, tuple and dict; anything else raises TypeError, above all a float, whose text
    depends on who writes it. An int beyond 2**53 or a lone surrogate raises ValueError.
    """
    return _ENCODER.encode(_ordered(value)).encode("utf-8")


def _ordered(value):
    # Exact types first: a verification of a million rows comes through here.
    kind = type(value)
    if value is None or kind is str or kind is bool:
        return value
    if isinstance(value, dict):
        return {
            key if type(key) is str else str.__str__(key): item if type(item) is str else _ordered(item)
            for key, item in ((key, value[key]) for key in _in_order(value))
        }
    if isinstance(value, list | tuple):
        return [_ordered(item) for item in value]
    if isinstance(value, str):
        return str.__str__(value)
    if isinstance(value, int):
        if abs(value) > _GREATEST_INT:
            raise ValueError(f"{value} is too great for canonical JSON")
        return int(value)
    raise TypeError(f"Canonical JSON does not know {kind.__name__}")


def _in_order(mapping: dict) -> list[str]:
    try:
        is_ascii = "".join(mapping).isascii()
    except TypeError as error:
        raise TypeError("Canonical JSON knows only text as keys") from error
    if is_ascii:
        return sorted(mapping)
    return sorted(mapping, key=lambda key: key.encode("utf-16-be"))


def seal(previous: bytes, payload: bytes) -> bytes:
    """The hash of an entry: SHA-256 over a zero byte, the hash before it, and its payload."""
    return hashlib.sha256(b"\x00" + previous + payload).digest()


def digest(value) -> str:
    """SHA-256 of a value in its canonical form, in hex: what the chain keeps of a history row's plain fields."""
    return hashlib.sha256(canonical_json(value)).hexdigest()


def commitment(salt: bytes, value) -> str:
    """HMAC-SHA-256 of a value in its canonical form, in hex: binds to personal words without telling them.

    With the salt gone nobody can try out what the words were, and the chain still holds.
    """
    if not salt:
        raise ValueError("A commitment without a salt could be guessed")
    return hmac.new(salt, canonical_json(value), hashlib.sha256).hexdigest()


def follow(link: Link, head: Head, inside=...) -> Problem | None:
    """Check that one entry continues the chain that ended at `head`.

    `inside` is the number that the payload says it has, for a caller that has read it already.
    """
    if link.seq > head.seq + 1:
        return Problem(Fault.MISSING, head.seq + 1)
    if link.seq <= head.seq:
        return Problem(Fault.REORDERED, link.seq)
    if seal(link.previous, link.payload) != link.hash:
        return Problem(Fault.EDITED, link.seq)
    inside = seq_inside(link.payload) if inside is ... else inside
    if inside != link.seq:
        # A number that was followed already, once more: something was put in before it.
        is_seen = isinstance(inside, int) and 0 < inside <= head.seq
        return Problem(Fault.INSERTED if is_seen else Fault.REORDERED, link.seq)
    if link.previous != head.hash:
        return Problem(Fault.DETACHED, link.seq)
    return None


def explained(problem: Problem, later: Iterable[bytes]) -> Problem:
    """Tell a moved entry from a deleted one: a number that no payload from there on (`later`) bears is gone."""
    if problem.kind not in (Fault.MISSING, Fault.REORDERED):
        return problem
    is_there = any(seq_inside(payload) == problem.seq for payload in later)
    return Problem(Fault.REORDERED if is_there else Fault.MISSING, problem.seq, problem.detail)


def seq_inside(payload: bytes):
    """The number that a payload says it has; None where it says none."""
    try:
        return json.loads(payload)["seq"]
    except (ValueError, KeyError, TypeError):
        return None


def ends_at(reached: Head, head: Head) -> Problem | None:
    """Check that a chain followed to `reached` ends where its head says."""
    if reached.seq < head.seq:
        return Problem(Fault.CUT, reached.seq + 1)
    if reached.seq > head.seq:
        return Problem(Fault.UNCLAIMED, head.seq + 1)
    if reached.hash != head.hash:
        return Problem(Fault.HEAD_EDITED, head.seq)
    return None


def verify(entries: Iterable[Link], head: Head | None = None, against: Head | None = None) -> Problem | None:
    """The first problem of a whole chain, or None. `head` is the stored end, `against` an end somebody kept earlier."""
    reached = Head()
    kept = against is None or against == reached
    entries = iter(entries)
    for link in entries:
        if problem := follow(link, reached):
            return explained(problem, (one.payload for one in (link, *entries)))
        reached = Head(link.seq, link.hash)
        if against is not None and reached.seq == against.seq:
            if reached.hash != against.hash:
                return Problem(Fault.REWRITTEN, reached.seq)
            kept = True
    if head is not None and (problem := ends_at(reached, head)):
        return problem
    return None if kept else Problem(Fault.ROLLED_BACK, reached.seq + 1)
