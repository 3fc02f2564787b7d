"""Verification keeps its pace and its memory however long the record is (performance.md)."""

import json
import tracemalloc
from time import perf_counter, process_time

import pytest
from django.utils import timezone

from cms.audit import chain
from cms.audit.models import Entry, EntryNote, Head
from cms.audit.record import Subject, record
from cms.audit.rows import form_of, moment, values_of
from cms.audit.verify import verify
from cms.core.models import Unit
from tests.audit.triggers import lifted

pytestmark = [pytest.mark.django_db, pytest.mark.heavy]
SALT = b"s" * 32
#: What must hold: so many entries, each with a history row and its note, in so many seconds on the clock.
ENTRIES, PORTION, LIMIT = 1_000_000, 20_000, 120
History = Unit.history.model


def grow(unit, number):
    """Many entries with a history row each, written in bulk while the triggers are away."""
    head, at, form = Head.objects.get(), timezone.now(), form_of(History)
    rows = History.objects.bulk_create(
        History(
            id=unit.pk, authority_id=unit.authority_id, code="vp", name=f"Tổ {n}", history_date=at, history_type="~"
        )
        for n in range(number)
    )
    entries, notes, previous = [], [], bytes.fromhex(head.hash)
    for seq, row in enumerate(rows, head.seq + 1):
        values = values_of(row)
        payload = chain.canonical_json(
            {
                "v": 1,
                "seq": seq,
                "kind": "unit.saved",
                "at": moment(at),
                "actor": "SYSTEM",
                "authority": "",
                "subject": {"type": "core.unit", "id": str(unit.pk), "code": "vp"},
                "data": {},
                "salt": "ENTRY",
                "rows": [
                    {
                        "model": form.label,
                        "id": row.history_id,
                        "of": str(unit.pk),
                        "shape": form.shape,
                        "digest": form.digest(values),
                        "personal": form.commitment(SALT, values),
                    }
                ],
            }
        )
        sealed = chain.seal(previous, payload)
        entries.append(
            Entry(
                seq=seq,
                prev_hash=previous.hex(),
                hash=sealed.hex(),
                payload=payload,
                kind="unit.saved",
                at=at,
                subject_type="core.unit",
                subject_id=str(unit.pk),
            )
        )
        notes.append(EntryNote(entry_id=seq, salt=SALT))
        previous = sealed
    with lifted():
        Entry.objects.bulk_create(entries, batch_size=2000)
        EntryNote.objects.bulk_create(notes, batch_size=2000)
        Head.objects.update(seq=entries[-1].seq, hash=entries[-1].hash, at=at)
    return [
        (chain.Link(e.seq, bytes.fromhex(e.prev_hash), bytes.fromhex(e.hash), e.payload), values_of(row))
        for e, row in zip(entries, rows, strict=True)
    ]


def in_memory(grown):
    """The same work without a database."""
    form = form_of(History)
    for link, values in grown:
        assert chain.seal(link.previous, link.payload) == link.hash
        (row,) = json.loads(link.payload)["rows"]
        assert (form.digest(values), form.commitment(SALT, values)) == (row["digest"], row["personal"])


def seconds(work):
    start = process_time()
    work()
    return process_time() - start


def test_pace_and_memory_of_verification(authority):
    unit = Unit.objects.create(authority=authority, code="vp", name="Văn phòng")
    record("unit.saved", subject=Subject("core.unit", str(unit.pk)))
    peaks = []
    for number in (2_000, 8_000):
        grown = grow(unit, number)
        tracemalloc.start()
        assert verify().problem is None
        peaks.append(tracemalloc.get_traced_memory()[1])
        tracemalloc.stop()
    assert peaks[1] < 1.3 * peaks[0]
    alone = sorted(seconds(lambda: in_memory(grown)) for _ in range(3))[1]
    through = sorted(seconds(verify) for _ in range(3))[1]
    assert through / (len(grown) + 2_000) < 4 * alone / len(grown), (through, alone)


def test_a_million_entries_are_verified_in_two_minutes(authority):
    """By the clock on the wall, as an operator waits for it; the machine must have nothing else to do."""
    unit = Unit.objects.create(authority=authority, code="vp", name="Văn phòng")
    record("unit.saved", subject=Subject("core.unit", str(unit.pk)))
    for _ in range(ENTRIES // PORTION):
        grow(unit, PORTION)
    began = perf_counter()
    result = verify()
    took = perf_counter() - began
    assert (result.problem, result.rows) == (None, ENTRIES)
    assert took < LIMIT, f"{result.count} entries in {took:.0f} s, {took / result.count * 1e6:.0f} µs each"
