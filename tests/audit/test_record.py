"""One way in: what an entry says, what it refuses, what it costs."""

import json
from datetime import UTC, date, datetime, timedelta
from types import SimpleNamespace

import pytest
from django.db import connection, transaction
from django.db.transaction import TransactionManagementError
from django.test.utils import CaptureQueriesContext
from simple_history.models import HistoricalRecords

from cms.audit import chain
from cms.audit.models import Entry, EntryNote, Head
from cms.audit.record import CITIZEN, Subject, note_commitment, record, refused
from cms.audit.verify import verify
from cms.core.models import RoleHolder, User
from cms.core.roles import Role

pytestmark = pytest.mark.django_db
AT = datetime(2036, 11, 12, 2, 30, 0, 123456, tzinfo=UTC)


def said(entry):
    return json.loads(bytes(entry.payload))


@pytest.fixture
def from_counter(monkeypatch):
    """A request being served, from an address of the office."""
    request = SimpleNamespace(client_address="10.0.0.7")
    monkeypatch.setattr(HistoricalRecords.context, "request", request, raising=False)
    return request


def test_entry_tells_who_when_what_and_about_what(officer, authority, from_counter):
    entry = record("request.accepted", subject=authority, by=officer, at=AT, data={"due_on": date(2036, 11, 25)})
    assert said(entry) == {
        "v": 1,
        "seq": entry.seq,
        "kind": "request.accepted",
        "at": "2036-11-12T02:30:00.123456Z",
        "actor": {"id": officer.pk, "username": "lan.ntt", "roles": [], "address": "10.0.0.7"},
        "authority": "suoi-vang",
        "subject": {"type": "core.authority", "id": str(authority.pk), "code": "suoi-vang"},
        "data": {"due_on": "2036-11-25"},
        "rows": [],
    }
    entry.refresh_from_db()
    assert (entry.kind, entry.at, entry.actor_id) == ("request.accepted", AT, officer.pk)
    assert (entry.authority_code, entry.subject_type, entry.subject_id) == (
        "suoi-vang",
        "core.authority",
        str(authority.pk),
    )


def test_entries_follow_without_a_gap():
    before = Head.objects.get()
    entries = [record("system.started", at=AT) for _ in range(3)]
    assert [entry.seq for entry in entries] == [before.seq + n for n in (1, 2, 3)]
    assert [entry.prev_hash for entry in entries] == [before.hash, entries[0].hash, entries[1].hash]
    head = Head.objects.get()
    assert (head.seq, head.hash, head.at) == (entries[-1].seq, entries[-1].hash, AT)
    sealed = chain.seal(bytes.fromhex(entries[0].hash), bytes(entries[1].payload))
    assert sealed.hex() == entries[1].hash


@pytest.mark.parametrize(("by", "actor"), [(None, "SYSTEM"), ("SYSTEM", "SYSTEM"), (CITIZEN, "CITIZEN")])
def test_actor_without_account(by, actor):
    entry = record("request.sent", by=by)
    assert said(entry)["actor"] == actor
    assert entry.actor_id is None


def test_address_of_a_citizen_is_not_taken_from_the_request(from_counter):
    entry = record("request.sent", by=CITIZEN)
    assert b"10.0.0.7" not in bytes(entry.payload)
    assert not EntryNote.objects.filter(entry=entry).exists()


def test_roles_are_those_a_door_looked_at(officer, authority):
    RoleHolder(user=officer, role=Role.SIGNER, authority=authority, since_on=date(2026, 1, 1)).save()
    assert said(record("request.refused", subject=authority, by=officer))["actor"]["roles"] == []
    assert officer.has_role(Role.SIGNER)
    assert said(record("request.refused", subject=authority, by=officer))["actor"]["roles"] == ["SIGNER"]
    assert said(record("request.refused", by=officer, authority="elsewhere"))["actor"]["roles"] == []


def test_reason_stays_beside_the_chain(officer):
    entry = record("request.extended", by=officer, reason="  Cần hỏi ý kiến ông Trần Văn Bình.  ")
    note = EntryNote.objects.get(entry=entry)
    assert note.reason == "Cần hỏi ý kiến ông Trần Văn Bình."
    assert "Bình" not in bytes(entry.payload).decode()
    assert said(entry)["note"] == note_commitment(bytes(note.salt), entry.seq, note.reason, None)


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("203.0.113.9", "203.0.113.9"),
        ("::FFFF:203.0.113.9", "203.0.113.9"),
        ("2001:DB8:0:0::1", "2001:db8::1"),
        ("fe80::1%eth0", "fe80::1"),
    ],
)
def test_address_of_a_stranger_stays_beside_the_chain(given, kept):
    entry = record("account.sign_in_failed", by=CITIZEN, address=given)
    assert kept not in bytes(entry.payload).decode()
    assert EntryNote.objects.get(entry=entry).address == kept
    assert verify().problem is None


def test_address_that_is_none_is_left_out(officer):
    assert said(record("account.signed_in", by=officer, address="unix:"))["actor"]["address"] == ""
    assert "note" not in said(record("account.sign_in_failed", by=CITIZEN, address="unknown"))


def test_equal_reasons_do_not_look_equal(officer):
    one, other = (said(record("request.extended", by=officer, reason="Nhiều tài liệu")) for _ in range(2))
    assert one["note"] != other["note"]


def test_rows_are_sealed_without_their_personal_words(save_unit):
    unit, entry = save_unit(name="Tổ của bà Nông Thị Mai", reason="Nhập theo quyết định")
    (row,) = said(entry)["rows"]
    assert (row["model"], row["of"]) == ("core.historicalunit", str(unit.pk))
    assert row["id"] == unit.history.get().history_id
    assert "Mai" not in bytes(entry.payload).decode()
    assert said(entry)["salt"] == "ENTRY"
    assert verify().problem is None


def test_subject_with_a_salt_of_its_own_needs_no_note(save_unit, officer):
    unit, _entry = save_unit()
    unit.save(by=officer)
    subject = Subject(type="core.unit", id=str(unit.pk), salt=b"s" * 32)
    entry = record("unit.saved", subject=subject, by=officer, rows=unit.saved_rows())
    assert said(entry)["salt"] == "SUBJECT"
    assert not EntryNote.objects.filter(entry=entry).exists()


# --- refusals ----------------------------------------------------------------------------------------------------


@pytest.mark.django_db(transaction=True)
def test_record_belongs_into_a_transaction():
    with pytest.raises(TransactionManagementError):
        record("request.sent")
    assert Entry.objects.count() == 0


class RolledBack(Exception):
    """Any slip inside an act."""


@transaction.atomic
def act_that_fails(by):
    record("request.refused", by=by)
    raise RolledBack


@pytest.mark.django_db(transaction=True)
def test_act_rolled_back_leaves_no_entry():
    with pytest.raises(RolledBack):
        act_that_fails(by=None)
    assert Entry.objects.count() == 0
    assert Head.objects.get().seq == 0


@pytest.mark.django_db(transaction=True)
def test_refused_attempt_outlives_the_roll_back(officer):
    with pytest.raises(RolledBack):
        act_that_fails(by=officer)
    entry = refused("request.refused", by=officer, reason="Người trình không được tự ký.")
    assert Entry.objects.filter(kind="request.refused").count() == 0
    entry.refresh_from_db()
    assert entry.kind == "attempt.refused"
    assert said(entry)["data"] == {"attempted": "request.refused"}
    assert entry.note.reason == "Người trình không được tự ký."


@pytest.mark.django_db(transaction=True)
def test_refused_attempt_is_not_recorded_inside_the_act():
    """It would be rolled back with it."""
    with transaction.atomic(), pytest.raises(RuntimeError, match="durable"):
        refused("request.refused")


@pytest.mark.parametrize("kind", ["", "refused", "Request.refused", "request refused", "request.", ".refused"])
def test_kind_is_dotted_lower_case(kind):
    with pytest.raises(ValueError, match="kind"):
        record(kind)


@pytest.mark.parametrize("data", [{"amount": 1.5}, {"a": [0.1]}, {"a": object()}, {"a": b"x"}])
def test_data_without_a_single_form_is_refused(data):
    with pytest.raises(TypeError, match="whole numbers"):
        record("request.sent", data=data)


def test_words_do_not_hide_in_data():
    with pytest.raises(ValueError, match="reason"):
        record("request.sent", data={"text": "a" * 201})


def test_stranger_is_no_actor():
    with pytest.raises(TypeError, match="member of staff"):
        record("request.sent", by=User(username="x"))


def test_row_of_no_history_is_refused(authority):
    with pytest.raises(TypeError, match="no history model"):
        record("request.sent", rows=[authority])


def test_lost_head_is_not_laid_anew():
    from tests.audit.triggers import lifted

    record("system.started")
    with lifted():
        Head.objects.all().delete()
    with pytest.raises(Head.DoesNotExist):
        record("system.started")


# --- the clock ---------------------------------------------------------------------------------------------------


def test_clock_set_back_shows_and_the_order_holds():
    first = record("system.started", at=AT)
    entry = record("system.started", at=AT - timedelta(hours=2))
    assert entry.seq == first.seq + 1
    assert said(entry)["clock_behind"] == 7200
    assert "clock_behind" not in said(record("system.started", at=AT - timedelta(hours=2)))


def test_acts_a_moment_apart_are_no_skew():
    record("system.started", at=AT)
    assert "clock_behind" not in said(record("system.started", at=AT - timedelta(seconds=59)))


# --- what it costs -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("reason", "statements"), [("", 3), ("Nhiều tài liệu", 4)])
def test_statements_of_one_entry(officer, authority, reason, statements):
    assert officer.current_roles == []
    with CaptureQueriesContext(
        connection,
    ) as queries:
        record("request.extended", subject=authority, by=officer, reason=reason)
    assert len(queries) == statements, [query["sql"] for query in queries]


def test_rows_add_no_statement_beyond_the_note(save_unit, officer):
    unit, _entry = save_unit()
    for _ in range(3):
        unit.save(by=officer)
    rows = unit.saved_rows()
    with CaptureQueriesContext(connection) as queries:
        record("unit.saved", subject=unit, by=officer, authority="suoi-vang", rows=rows, reason="Ba lần")
    assert len(rows) == 3
    assert len(queries) == 4
