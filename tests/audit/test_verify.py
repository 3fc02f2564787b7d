"""Whoever changes the record, with all rights of the database, is found: where, and what kind (SC16)."""

import json
from datetime import timedelta
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.db import transaction
from django.utils import timezone

from cms.audit import chain
from cms.audit.erasure import erase
from cms.audit.models import Entry, EntryNote, Erasure, Head
from cms.audit.record import record
from cms.audit.verify import WORDS, verify
from cms.core.models import Unit
from tests.audit.triggers import lifted

pytestmark = pytest.mark.django_db
History = Unit.history.model


@pytest.fixture
def entries(save_unit):
    """Ten entries in a row, each with a history row and every other with a reason."""
    unit, first = save_unit()
    return [first] + [save_unit(unit, name=f"Tổ {n}", reason="Đổi tên" if n % 2 else "")[1] for n in range(9)]


def head():
    stored = Head.objects.get()
    return chain.Head(stored.seq, bytes.fromhex(stored.hash))


def payload_of(entry_seq, **changes):
    payload = json.loads(bytes(Entry.objects.get(seq=entry_seq).payload))
    return chain.canonical_json(payload | changes)


def put(seq, **columns):
    Entry.objects.filter(seq=seq).update(**columns)


def reseal_from(seq):
    """What an intruder with all rights does: seal everything again from here on, and move the head."""
    previous = Entry.objects.filter(seq__lt=seq).order_by("-seq").values_list("hash", flat=True).first()
    for entry in Entry.objects.filter(seq__gte=seq).order_by("seq"):
        sealed = chain.seal(bytes.fromhex(previous), bytes(entry.payload)).hex()
        put(entry.seq, prev_hash=previous, hash=sealed)
        previous = sealed
    Head.objects.update(hash=previous)


def renumber(seq, to):
    Entry.objects.filter(seq=seq).update(seq=to)


# --- the sound record --------------------------------------------------------------------------------------------


def test_sound_record_passes(entries):
    result = verify()
    assert result.problem is None
    assert result.head == head()
    assert result.count == entries[-1].seq
    assert result.rows >= len(entries)
    assert result.erased == 0


@pytest.mark.parametrize("batch", [1, 3, 1000])
def test_batches_do_not_matter(entries, batch):
    assert verify(batch=batch) == verify()


def test_empty_record_passes():
    assert verify().problem is None


def test_statements_grow_with_batches_only(entries, django_assert_max_num_queries):
    with django_assert_max_num_queries(10):
        verify()


# --- the intruder ------------------------------------------------------------------------------------------------


def edit_payload(seq):
    put(seq, payload=payload_of(seq, kind="request.provided"))


def edit_one_byte(seq):
    put(seq, payload=bytes(Entry.objects.get(seq=seq).payload)[:-1] + b"]")


def edit_and_seal_again(seq):
    payload = payload_of(seq, kind="request.provided")
    previous = bytes.fromhex(Entry.objects.get(seq=seq).prev_hash)
    put(seq, payload=payload, hash=chain.seal(previous, payload).hex(), kind="request.provided")


def back_date_copy(seq):
    put(seq, at=timezone.now() - timedelta(days=3))


def delete(seq):
    EntryNote.objects.filter(entry_id=seq).delete()
    Entry.objects.filter(seq=seq).delete()


def delete_and_close_up(seq):
    delete(seq)
    for later in range(seq + 1, Head.objects.get().seq + 1):
        EntryNote.objects.filter(entry_id=later).delete()
        renumber(later, later - 1)


def swap(seq):
    one, other = Entry.objects.get(seq=seq), Entry.objects.get(seq=seq + 1)
    put(seq, hash="moved")
    put(seq + 1, hash=one.hash, prev_hash=one.prev_hash, payload=one.payload)
    put(seq, hash=other.hash, prev_hash=other.prev_hash, payload=other.payload)


def insert(seq):
    """A forged entry where `seq` stands; the others move up with their notes."""
    for later in range(Head.objects.get().seq, seq - 1, -1):
        renumber(later, later + 1)
        EntryNote.objects.filter(entry_id=later).update(entry_id=later + 1)
    before, forged = Entry.objects.get(seq=seq - 1), Entry.objects.get(seq=seq + 1)
    payload = json.loads(bytes(forged.payload)) | {"seq": seq, "rows": []}
    payload.pop("note", None)
    forged.seq, forged.prev_hash, forged.payload = seq, before.hash, chain.canonical_json(payload)
    forged.hash = chain.seal(bytes.fromhex(before.hash), forged.payload).hex()
    forged.save(force_insert=True)


def cut_tail(seq):
    for later in range(seq, Head.objects.get().seq + 1):
        delete(later)


def add_beyond_head(seq):
    last = Entry.objects.order_by("seq").last()
    last.payload = payload_of(last.seq, seq=last.seq + 1, rows=[])
    last.prev_hash, last.seq = last.hash, last.seq + 1
    last.hash = chain.seal(bytes.fromhex(last.prev_hash), last.payload).hex()
    last.save(force_insert=True)


def edit_head(seq):
    Head.objects.update(hash="0" * 64)


def delete_head(seq):
    Head.objects.all().delete()


def edit_plain_field_of_row(seq):
    History.objects.filter(history_id=row_of(seq)).update(is_active=False)


def edit_person_of_row(seq):
    History.objects.filter(history_id=row_of(seq)).update(history_user=None)


def back_date_row(seq):
    History.objects.filter(history_id=row_of(seq)).update(history_date=timezone.now() - timedelta(days=3))


def edit_personal_field_of_row(seq):
    History.objects.filter(history_id=row_of(seq)).update(name="Tổ khác")


def edit_reason_of_row(seq):
    History.objects.filter(history_id=row_of(seq)).update(history_change_reason="Lý do khác")


def delete_row(seq):
    History.objects.filter(history_id=row_of(seq)).delete()


def edit_note(seq):
    EntryNote.objects.filter(entry_id=with_reason(seq)).update(reason="Lý do khác")


def delete_note(seq):
    EntryNote.objects.filter(entry_id=with_reason(seq)).delete()


def row_of(seq):
    return json.loads(bytes(Entry.objects.get(seq=seq).payload))["rows"][0]["id"]


def with_reason(seq):
    return EntryNote.objects.exclude(reason="").filter(entry_id__gte=seq).order_by("entry_id").first().entry_id


TAMPERING = [
    (edit_payload, "EDITED", 0),
    (edit_one_byte, "EDITED", 0),
    (edit_and_seal_again, "DETACHED", 1),
    (back_date_copy, "COPY_EDITED", 0),
    (delete, "MISSING", 0),
    (delete_and_close_up, "MISSING", 0),
    (swap, "REORDERED", 0),
    (insert, "INSERTED", 1),
    (cut_tail, "CUT", 0),
    (edit_plain_field_of_row, "ROW_EDITED", 0),
    (edit_person_of_row, "ROW_EDITED", 0),
    (back_date_row, "ROW_EDITED", 0),
    (edit_personal_field_of_row, "ROW_EDITED", 0),
    (edit_reason_of_row, "ROW_EDITED", 0),
    (delete_row, "ROW_MISSING", 0),
]


@pytest.mark.parametrize(("tamper", "kind", "offset"), TAMPERING, ids=lambda value: getattr(value, "__name__", None))
def test_first_bad_entry_is_named(entries, tamper, kind, offset):
    seq = entries[4].seq
    with lifted():
        tamper(seq)
    problem = verify().problem
    assert (problem.kind, problem.seq) == (kind, seq + offset)


@pytest.mark.parametrize(("tamper", "kind"), [(edit_note, "NOTE_EDITED"), (delete_note, "ROW_EDITED")])
def test_changed_words_beside_the_chain_are_named(entries, tamper, kind):
    seq = with_reason(entries[4].seq)
    with lifted():
        tamper(seq)
    problem = verify().problem
    assert (problem.kind, problem.seq) == (kind, seq)


def test_lost_note_without_rows_is_named(officer):
    entry = record("request.extended", by=officer, reason="Nhiều tài liệu")
    with lifted():
        delete_note(entry.seq)
    assert (verify().problem.kind, verify().problem.seq) == ("NOTE_MISSING", entry.seq)


@pytest.mark.parametrize(
    ("tamper", "kind", "beyond"),
    [(add_beyond_head, "UNCLAIMED", 1), (edit_head, "HEAD_EDITED", 0), (delete_head, "HEAD_MISSING", 0)],
)
def test_head_that_does_not_fit_is_named(entries, tamper, kind, beyond):
    with lifted():
        tamper(entries[4].seq)
    problem = verify().problem
    assert (problem.kind, problem.seq) == (kind, entries[-1].seq + beyond)


def test_column_is_compared_each(entries):
    for columns in (
        {"kind": "request.provided"},
        {"actor_id": 999_999},
        {"authority_code": "elsewhere"},
        {"subject_type": "core.authority"},
        {"subject_id": "0"},
    ):
        with lifted(), transaction.atomic():
            before = Entry.objects.filter(seq=entries[4].seq).values(*columns).get()
            put(entries[4].seq, **columns)
            problem = verify().problem
            put(entries[4].seq, **before)
        assert (problem.kind, problem.seq, problem.detail) == ("COPY_EDITED", entries[4].seq, *columns)


# --- against a head that somebody kept ---------------------------------------------------------------------------


def test_table_restored_from_yesterday_shows_against_a_kept_head(entries):
    kept = head()
    with lifted():
        cut_tail(entries[6].seq)
        Head.objects.update(seq=entries[5].seq, hash=entries[5].hash)
    assert verify().problem is None
    problem = verify(against=kept).problem
    assert (problem.kind, problem.seq) == ("ROLLED_BACK", entries[6].seq)


def test_chain_sealed_anew_shows_against_a_kept_head(entries):
    kept = chain.Head(entries[6].seq, bytes.fromhex(entries[6].hash))
    with lifted():
        put(entries[4].seq, payload=payload_of(entries[4].seq, data={"forged": True}))
        reseal_from(entries[4].seq)
    assert verify().problem is None  # what the chain alone cannot show
    problem = verify(against=kept).problem
    assert (problem.kind, problem.seq) == ("REWRITTEN", entries[6].seq)


def test_kept_head_of_a_grown_record_passes(entries):
    assert verify(against=chain.Head(entries[3].seq, bytes.fromhex(entries[3].hash))).problem is None


# --- erasure -----------------------------------------------------------------------------------------------------


@pytest.fixture
def erased(entries, officer):
    unit = Unit.objects.latest("pk")
    unit.name = ""
    unit.save(by=officer)
    at = timezone.now()
    return erase("unit.erased", subject=unit, by=officer, at=at, authority="suoi-vang", reason="Hết hạn lưu")


def test_erased_words_are_gone_and_the_record_holds(erased):
    rows = History.objects.filter(id=erased.subject_id)
    assert set(rows.values_list("name", "history_change_reason")) == {("", None)}
    assert set(EntryNote.objects.values_list("reason", flat=True)) <= {"", "Hết hạn lưu"}
    result = verify()
    assert result.problem is None
    assert result.erased > 0


def test_plain_fields_of_an_erased_row_still_count(erased):
    row = History.objects.filter(id=erased.subject_id).earliest("history_id")
    History.objects.filter(pk=row.pk).update(is_active=False)
    assert verify().problem.kind == "ROW_EDITED"


def test_erased_row_may_be_deleted_later(erased):
    History.objects.filter(id=erased.subject_id).delete()
    assert verify().problem is None


def test_erasure_covers_nothing_else(erased, save_unit):
    _unit, later = save_unit(name="Tổ mới", reason="Lập tổ")
    History.objects.filter(history_id=row_of(later.seq)).update(name="")
    assert (verify().problem.kind, verify().problem.seq) == ("ROW_EDITED", later.seq)


def test_look_up_of_erasures_is_not_believed(erased, save_unit):
    """A row added to the look-up table alone makes nothing erased."""
    _unit, later = save_unit(name="Tổ mới")
    name = f"core.historicalunit {row_of(later.seq)}"
    after = record("unit.erased", data={"erased": ["core.historicalunit 0"]})
    Erasure.objects.create(name=name, entry=after)
    History.objects.filter(history_id=row_of(later.seq)).update(name="")
    assert (verify().problem.kind, verify().problem.seq) == ("ROW_EDITED", later.seq)


def test_earlier_erasure_does_not_excuse_a_later_entry(save_unit, officer):
    unit, entry = save_unit(name="Tổ mới")
    erase("unit.erased", subject=unit, by=officer, at=timezone.now())
    row = History.objects.get(history_id=row_of(entry.seq))
    again = record("unit.saved", subject=unit, by=officer, rows=[row])
    History.objects.filter(pk=row.pk).update(name="Tổ bịa")
    assert (verify().problem.kind, verify().problem.seq) == ("ROW_EDITED", again.seq)


def test_erasing_kind_is_recognisable(save_unit, officer):
    unit, _entry = save_unit()
    with pytest.raises(ValueError, match="erased"):
        erase("unit.removed", subject=unit, by=officer, at=timezone.now())


# --- the command -------------------------------------------------------------------------------------------------


def run(*arguments):
    out = StringIO()
    code = 0
    try:
        call_command("verify_audit", *arguments, stdout=out)
    except SystemExit as stop:
        code = stop.code
    return code, out.getvalue()


def test_command_prints_count_and_head(entries):
    code, text = run()
    assert code == 0
    assert text.startswith("Nhật ký nguyên vẹn")
    assert f"{entries[-1].seq} bản ghi" in text
    assert f"{entries[-1].seq}:{entries[-1].hash}" in text


def test_command_names_the_first_bad_entry_and_fails(entries):
    with lifted():
        edit_payload(entries[4].seq)
    code, text = run()
    assert code == 1
    assert f"bản ghi số {entries[4].seq}: nội dung bản ghi đã bị sửa" in text
    code, text = run("--json")
    assert code == 1
    said = json.loads(text)
    assert said["ok"] is False
    assert said["problem"] == {"kind": "EDITED", "seq": entries[4].seq, "detail": ""}
    assert said["head"]["seq"] == entries[3].seq


def test_command_speaks_json(entries):
    code, text = run("--json", "--against", f"{entries[2].seq}:{entries[2].hash}")
    said = json.loads(text)
    assert code == 0
    assert (said["ok"], said["problem"], said["entries"]) == (True, None, entries[-1].seq)


def test_command_compares_with_a_kept_head(entries):
    code, text = run("--against", f"{entries[-1].seq + 1}:{'a' * 64}")
    assert code == 1
    assert "ROLLED_BACK" in text
    with pytest.raises(CommandError, match="SỐ:DẤU"):
        run("--against", "hôm qua")


def test_every_fault_has_its_words():
    assert set(WORDS) == set(chain.Fault)


def test_missing_guards_are_told(entries):
    with lifted():
        code, text = run()
    assert code == 1
    assert "UNGUARDED" in text
