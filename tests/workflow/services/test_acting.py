"""How every act begins and ends: on the row as it is now, once, sealed, with nothing left waiting behind it."""

import pytest

from cms.audit.models import Entry
from cms.audit.verify import verify
from cms.core.errors import NotAllowed, StaleView
from cms.core.models import Mail
from tests.factories.moments import day
from tests.factories.workflow import Case, case_in
from tests.workflow.services.record import acts_of, last_act
from workflow.choices import CLOSED_STATUSES, DecisionState, LetterState, Status
from workflow.transitions import ImpossibleMove

pytestmark = pytest.mark.django_db


def test_stale_view_is_refused_and_shows_what_changed(house):
    case = Case.sent(house)
    seen = case.now.version
    case.accept()
    with pytest.raises(StaleView, match="Chưa lưu gì") as stale:
        case.ask_for_supplement(seen=seen)
    changed = {str(label): (before, now) for label, before, now in stale.value.changes}
    assert changed["trạng thái"] == ("RECEIVED", "ACCEPTED")
    assert changed["ngày hợp lệ"] == (None, day("02/11/2026"))
    assert "phiên bản" not in changed
    assert case.now.status == Status.ACCEPTED


def test_conflict_never_shows_personal_words(house):
    case = Case.sent(house)
    seen = case.now.version
    info_request = case.now
    info_request.description = "Một câu riêng tư"
    info_request.version += 1
    info_request.save()
    with pytest.raises(StaleView) as stale:
        case.accept(seen=seen)
    assert stale.value.changes == []


def test_view_of_a_version_that_never_was_is_stale_without_a_list(house):
    case = Case.sent(house)
    with pytest.raises(StaleView) as stale:
        case.accept(seen=99)
    assert stale.value.changes == []


def test_staleness_is_told_before_permission(house):
    """Who looks at an old page learns that it is old, not that they may not."""
    case = Case.sent(house)
    seen = case.now.version
    case.accept()
    with pytest.raises(StaleView):
        case.accept(seen=seen, by=house.auditor)


@pytest.mark.parametrize(
    ("by", "error"), [("auditor", NotAllowed), ("signer", NotAllowed), ("officer", ImpossibleMove)]
)
def test_refused_act_changes_nothing_and_leaves_no_entry(house, by, error):
    case = case_in(Status.ACCEPTED, house)
    before, entries = case.now, Entry.objects.count()
    with pytest.raises(error):
        case.accept(by=getattr(house, by))
    after = case.now
    assert (after.version, after.status, after.due_on) == (before.version, before.status, before.due_on)
    assert Entry.objects.count() == entries


def test_every_act_is_one_entry_that_names_who_from_where_and_where_to(house):
    case = Case.sent(house, "02/11/2026")
    entries = Entry.objects.count()
    case.on("06/11/2026 15:30").accept()
    assert Entry.objects.count() == entries + 1
    entry = last_act(case)
    assert entry["kind"] == "request.accepted"
    assert entry["actor"]["username"] == house.officer.username
    assert entry["actor"]["roles"] == ["FOCAL_OFFICER"]
    assert entry["at"] == "2026-11-06T08:30:00.000000Z"
    assert entry["authority"] == house.authority.code
    assert entry["subject"]["code"] == case.now.code
    assert entry["data"] == {
        "rule": "Điều 26.3 Luật 01/2026/QH16",
        "from": "RECEIVED",
        "to": "ACCEPTED",
        "valid_on": "2026-11-02",
        "due_on": "2026-11-16",
    }


@pytest.mark.parametrize("status", list(Status))
def test_road_to_every_state_is_sealed_and_each_change_of_state_stands_in_the_record(house, status):
    case = case_in(status, house)
    assert verify().problem is None
    told = [act["data"] for act in acts_of(case)]
    ways = [(facts.get("from"), facts["to"]) for facts in told if "to" in facts]
    assert ways[0][0] is None
    assert [before for before, _after in ways[1:]] == [after for _before, after in ways[:-1]]
    assert ways[-1][1] == status


@pytest.mark.parametrize("status", CLOSED_STATUSES)
def test_closed_case_has_its_end_and_nothing_waits_behind_it(house, status):
    case = case_in(status, house)
    info_request = case.now
    assert info_request.closed_at == case.at
    assert info_request.outcome_on == case.today
    assert not info_request.decisions.live().exists()
    assert not info_request.letters.filter(state=LetterState.DRAFT).exists()


@pytest.mark.parametrize("end", ["withdraw", "set_aside", "provide_at_once"])
def test_end_takes_waiting_proposals_and_drafts_with_it(house, end):
    case = Case.sent(house).propose_valid_on("02/11/2026").draft_redirect()
    getattr(case, end)()
    assert [decision.state for decision in case.now.decisions.all()] == [DecisionState.OVERTAKEN]
    assert [letter.state for letter in case.now.letters.all()] == [LetterState.WITHDRAWN]


def test_end_leaves_what_was_signed_and_issued(house):
    case = case_in(Status.PROVIDED, house)
    assert case.decision().state == DecisionState.EFFECTIVE
    assert {letter.state for letter in case.now.letters.all()} == {LetterState.ISSUED}


def test_mail_names_the_focal_point_although_another_unit_holds_the_case(house):
    case = Case.sent(house).assign(unit=house.land_unit).accept()
    assert case.now.unit == house.land_unit
    assert "0250 3000 111" in Mail.objects.filter(kind="accepted").get().text


def test_history_row_says_who_and_why(house):
    case = Case.sent(house).set_aside(reason="Thư quảng cáo")
    row = case.now.history.order_by("-history_id").first()
    assert (row.history_user, row.history_change_reason, row.status) == (house.officer, "Thư quảng cáo", "SET_ASIDE")


def test_words_stay_out_of_the_chain(house):
    """Reasons can be erased, so the chain holds a commitment to them only (architecture, manner 11)."""
    Case.sent(house).set_aside(reason="Ông Nguyễn Văn Mười gửi nhầm")
    assert all("Mười".encode() not in bytes(entry.payload) for entry in Entry.objects.all())
