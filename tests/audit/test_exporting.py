"""The record as JSON lines: everything that was sealed, byte for byte, and one signature about the whole file."""

import hashlib
import json
from datetime import UTC, datetime

import pytest
from django.core.management import CommandError, call_command
from django.db import transaction

from cms.audit import chain, checkpoint, exporting
from cms.audit.models import Entry
from cms.audit.notes import lines_of
from cms.audit.record import record
from tests.audit.triggers import lifted

pytestmark = pytest.mark.django_db
AT = datetime(2026, 11, 23, 2, tzinfo=UTC)


@pytest.fixture
def entries(authority):
    with transaction.atomic():
        for number in range(5):
            record("unit.saved" if number % 2 else "request.refused", authority=authority, at=AT, data={"số": number})
    checkpoint.make("ASKED", AT)


def export(entries=None):
    pieces = list(exporting.signed_export(entries, at=AT))
    return pieces, [json.loads(piece) for piece in pieces]


def test_export_holds_the_sealed_bytes(entries):
    _pieces, said = export()
    assert (said[0]["format"], said[0]["whole"], said[0]["size"]) == ("minhbach-nhat-ky", True, Entry.objects.count())
    found = [one for one in said if "seq" in one]
    assert [one["seq"] for one in found] == list(range(1, Entry.objects.count() + 1))
    for one, entry in zip(found, Entry.objects.order_by("seq"), strict=True):
        assert one["payload"].encode() == bytes(entry.payload)
        assert chain.seal(bytes.fromhex(one["prev_hash"]), one["payload"].encode()).hex() == one["hash"]
    assert [one["checkpoint"].splitlines()[4] for one in said if "checkpoint" in one] == ["number 1"]


def test_signature_is_about_every_byte_before_it(entries):
    pieces, said = export()
    lines, _key = lines_of(said[-1]["signed"], checkpoint.known_keys())
    head = checkpoint.stored_head()
    assert lines[0] == checkpoint.origin() + "/trich-xuat"
    assert lines[1] == str(head.seq)
    assert lines[3:] == ["time 2026-11-23T02:00:00Z", f"sha256 {hashlib.sha256(b''.join(pieces[:-1])).hexdigest()}"]


def test_selection_says_that_it_is_one(entries):
    _pieces, said = export(Entry.objects.filter(kind="unit.saved"))
    assert said[0]["whole"] is False
    assert {json.loads(one["payload"])["kind"] for one in said if "seq" in one} == {"unit.saved"}


def test_statements_do_not_grow_with_entries(entries, django_assert_max_num_queries):
    with django_assert_max_num_queries(9):
        export()


def test_touched_payload_is_shown_as_it_stands(entries):
    with lifted():
        Entry.objects.filter(seq=2).update(payload=b"\xff\x00")
    _pieces, said = export()
    assert next(one for one in said if one.get("seq") == 2)["payload_hex"] == "ff00"


def test_any_file_can_be_signed_with_the_head(entries):
    lines, _key = lines_of(exporting.statement_of("ab" * 32, at=AT), checkpoint.known_keys())
    assert lines[-1] == "sha256 " + "ab" * 32


def test_command_writes_a_file_and_is_on_record(entries, tmp_path):
    file = tmp_path / "nhat-ky.jsonl"
    call_command("export_audit", str(file))
    said = [json.loads(line) for line in file.read_bytes().splitlines()]
    last = Entry.objects.order_by("seq").last()
    assert last.kind == "record.exported"
    assert said[0]["size"] == last.seq
    with pytest.raises(CommandError):
        call_command("export_audit", str(file))
