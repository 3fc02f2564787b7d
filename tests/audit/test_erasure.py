"""A whole request in the record: no personal word in the chain, a readable timeline, and an erasure that holds."""

import json

import pytest
from django.apps import apps
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext

from cms.audit.erasure import erase
from cms.audit.models import Entry, EntryNote
from cms.audit.record import record
from cms.audit.rows import form_named, form_of
from cms.audit.timeline import timeline
from cms.audit.verify import verify
from tests.factories.core import make_house
from tests.factories.workflow import Case

pytestmark = pytest.mark.django_db

PERSONAL = ["Nguyễn Thị Mến", "001185000417", "84912345678", "men@example.vn", "quy hoạch", "12 đường Lê Lợi"]


@pytest.fixture
def case():
    return (
        Case.sent(make_house(), on="03/11/2026")
        .ask_for_supplement(missing="Hãy nêu rõ văn bản quy hoạch của bà Nguyễn Thị Mến")
        .supply("Quyết định quy hoạch năm 2024, số giấy tờ 001185000417")
        .on("06/11/2026")
        .accept()
        .review()
        .propose_to_refuse()
        .approve()
    )


def history_models():
    return [
        model.history.model
        for model in apps.get_models()
        if model._meta.app_label == "workflow" and hasattr(model._meta, "simple_history_manager_attribute")
    ]


def words_in(values):
    text = "\n".join(str(value) for value in values)
    return [word for word in PERSONAL if word.lower() in text.lower()]


def personal_history():
    """Every personal field of every history row of the room."""
    return [
        value
        for model in history_models()
        for row in model.objects.values_list(*(field.attname for field in form_of(model).personal))
        for value in row
    ]


def test_no_personal_word_is_in_the_chain(case):
    payloads = [bytes(payload).decode() for payload in Entry.objects.values_list("payload", flat=True)]
    assert len(payloads) > 6
    assert words_in(payloads) == []
    assert words_in(personal_history()) == PERSONAL  # the words are there, beside it
    assert verify().problem is None


def test_timeline_of_a_case_costs_the_same_at_every_step(case):
    counts = []
    for _turn in range(2):
        info_request = case.now
        with CaptureQueriesContext(connection) as queries:
            lines = timeline(info_request)
        counts.append(len(queries))
        case.note().note()
    assert counts == [3, 3]
    assert words_in(change.after for line in lines for change in line.changes) == []
    assert all(line.label != line.kind for line in lines), "every act has a name"


def test_identity_number_is_never_in_the_timeline(case):
    """Showing one needs a reason and is an act of its own, whoever reads the timeline."""
    requester = case.now.requester
    with transaction.atomic():
        requester.identity_number, requester.phone = "001185000999", "+84987654321"
        requester.save(by=case.house.officer)
        info_request = case.now
        record("request.corrected", subject=info_request, by=case.house.officer, rows=requester.saved_rows())
    changes = {change.field: change for change in timeline(info_request, personal=True)[-1].changes}
    assert set(changes) == {"identity_number", "phone"}
    assert (changes["phone"].before, changes["phone"].after) == ("+84912345678", "+84987654321")
    assert (changes["identity_number"].before, changes["identity_number"].after) == ("", "")


def test_requester_and_officer_are_told_apart(case):
    people = {line.kind: line.person for line in timeline(case.now)}
    assert people["request.submitted"] == "Người yêu cầu"
    assert people["request.accepted"] == case.house.officer.first_name


@transaction.atomic
def erase_all(case):
    """What a retention service does: blank what is kept, then let the record erase its own."""
    info_request = case.now
    requester = info_request.requester
    requester.name = requester.folded_name = "Đã xóa"
    requester.identity_number = requester.identity_hash = requester.identity_last4 = ""
    requester.phone = requester.email = requester.address = requester.commune = ""
    requester.save(by=case.house.head)
    things = [requester, *info_request.pieces.all(), *info_request.decisions.all()]
    erased = erase(
        "request.erased", subject=info_request, by=case.house.head, at=case.at, of=things, reason="Hết thời hạn lưu"
    )
    info_request.refresh_from_db()
    return info_request, erased


def test_erased_person_leaves_no_word_and_the_chain_holds(case):
    before = verify().head
    info_request, erased = erase_all(case)
    assert words_in(personal_history()) == []
    assert words_in(EntryNote.objects.values_list("reason", flat=True)) == []
    assert not info_request.audit_salt
    result = verify(against=before)
    assert result.problem is None
    assert result.erased > 0
    lines = timeline(info_request, personal=True)
    assert [line.seq for line in lines if line.is_erasure] == [erased.seq]


def test_acts_after_an_erasure_are_sealed_as_before(case):
    erase_all(case)
    case.note(text="Hỏi lại về thời hạn lưu")
    assert verify().problem is None
    entry = Entry.objects.latest("seq")
    (named,) = [
        row
        for row in json.loads(bytes(entry.payload))["rows"]
        if row["model"] != "workflow.historicalinformationrequest"
    ]
    form = form_named(named["model"])
    form.model.objects.filter(history_id=named["id"]).update(text="Không hỏi gì")
    problem = verify().problem
    assert (problem.kind, problem.seq) == ("ROW_EDITED", entry.seq)
