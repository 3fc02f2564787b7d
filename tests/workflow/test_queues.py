"""Who must act next: each queue holds exactly its requests, through the gate, in few queries."""

from datetime import date, timedelta

import pytest

from cms.core.roles import Role
from tests.factories.core import give_role, make_house
from tests.factories.moments import day
from tests.factories.workflow import Case, case_in
from workflow import queues
from workflow.choices import Status
from workflow.queues import Desk

pytestmark = pytest.mark.django_db

MONDAY = "02/11/2026"  # due 14/11, a Saturday, so Monday 16/11/2026


@pytest.fixture
def house(db):
    return make_house()


def names(desk, queue):
    return set(queues.of(desk, queue).values_list("code", flat=True))


def test_counts_are_those_of_the_lists_themselves_in_two_queries(house, django_assert_num_queries):
    for status in Status:
        if status != Status.LAPSED:
            case_in(status, house, MONDAY)
    for person in (house.officer, house.head, house.signer, house.registry, house.originator, house.auditor):
        desk = Desk.of(person, day("13/11/2026"))
        assert person.current_roles  # read before counting
        with django_assert_num_queries(1):
            queues.counts(desk, queues.PERSONAL)
        with django_assert_num_queries(2):
            counts = queues.counts(desk, [*queues.QUEUES, *queues.PERSONAL])
        for name in (*queues.QUEUES, *queues.PERSONAL):
            assert counts[name] == queues.of(desk, name).count(), (person, name)


def test_papers_of_ended_requests_are_counted_as_long_as_they_wait(house, monkeypatch):
    """Refused by a letter that goes by post: the request has ended, the letter still waits."""
    for fields in ({"delivery": "PAPER_BY_POST"}, {}):
        case_in(Status.REFUSED, house, MONDAY, **fields)
    desk = Desk.of(house.registry, day("13/11/2026"))
    assert queues.of(desk, "gui-buu-dien").count() == queues.counts(desk, ["gui-buu-dien"])["gui-buu-dien"] > 0
    monkeypatch.setattr(queues, "MOST_COUNTED", 1)
    assert queues.counts(desk, [queues.ENDED]) == {queues.ENDED: 2}


@pytest.mark.parametrize(
    ("today", "late", "soon"),
    [
        pytest.param("12/11/2026", False, True, id="thứ Năm: còn 2 ngày làm việc"),
        pytest.param("11/11/2026", False, False, id="thứ Tư: còn 3 ngày làm việc"),
        pytest.param("16/11/2026", False, True, id="ngày cuối chưa quá hạn"),
        pytest.param("17/11/2026", True, False, id="hôm sau là quá hạn"),
    ],
)
def test_due_soon_is_counted_in_working_days_and_overdue_after_the_last_day(house, today, late, soon):
    case = Case.sent(house, on=MONDAY)
    assert case.now.due_on == date(2026, 11, 16)
    desk = Desk.of(house.officer, day(today))
    assert (case.now.code in names(desk, "qua-han"), case.now.code in names(desk, "sap-den-han")) == (late, soon)


def test_an_authority_that_warns_on_the_day_only(house):
    house.authority.due_soon_days = 0
    house.authority.save()
    case = Case.sent(house, on=MONDAY)
    house.officer.__dict__.pop("current_roles", None)
    assert names(Desk.of(house.officer, day("13/11/2026")), "sap-den-han") == set()
    assert names(Desk.of(house.officer, day("16/11/2026")), "sap-den-han") == {case.now.code}


def test_not_clicking_wins_no_day(house):
    """Law.md 8.3: a request not yet accepted stands in the lists by the date it will have."""
    case = Case.sent(house, on=MONDAY)
    desk = Desk.of(house.officer, day("17/11/2026"))
    assert names(desk, "chua-tiep-nhan") == names(desk, "qua-han") == {case.now.code}


def test_waiting_for_a_supplement_is_never_overdue(house):
    case = Case.sent(house, on=MONDAY).ask_for_supplement()
    desk = Desk.of(house.officer, day("30/11/2026"))
    assert names(desk, "cho-nguoi-dan") == {case.now.code}
    assert names(desk, "qua-han") == set()


def test_whose_turn_it_is(house):
    mine = Case.sent(house, on=MONDAY).accept()
    collecting = Case.sent(house, on=MONDAY).accept().collect()
    proposed = Case.sent(house, on=MONDAY).accept().review().propose_to_provide()
    drafted = Case.sent(house, on=MONDAY).accept().propose_to_refuse().approve()
    nobodys = Case.sent(house, on=MONDAY)
    citizens = Case.sent(house, on=MONDAY).ask_for_supplement()
    officer = Desk.of(house.officer, day("03/11/2026"))
    assert names(officer, "my_turn") == {mine.now.code, nobodys.now.code}
    assert names(officer, "others_turn") == {collecting.now.code, proposed.now.code, drafted.now.code}
    assert citizens.now.code not in names(officer, "my_turn") | names(officer, "others_turn")
    assert names(Desk.of(house.originator, day("03/11/2026")), "my_turn") == {collecting.now.code}
    assert names(Desk.of(house.signer, day("03/11/2026")), "to_sign") == {proposed.now.code}
    assert names(Desk.of(house.registry, day("03/11/2026")), "to_issue") == {drafted.now.code}


def test_nobody_signs_what_they_proposed(house):
    house.give(house.officer, Role.SIGNER)
    case = Case.sent(house, on=MONDAY).accept().propose_to_refuse()
    assert names(Desk.of(house.officer, day("03/11/2026")), "to_sign") == set()
    assert names(Desk.of(house.signer, day("03/11/2026")), "to_sign") == {case.now.code}
    assert [d.pk for d in queues.proposals_to_sign(Desk.of(house.signer, day("03/11/2026")))] == [case.decision().pk]


def test_the_head_of_the_focal_unit_approves_days_and_not_answers(house):
    Case.sent(house, on=MONDAY).accept().propose_to_refuse()
    other_day = Case.sent(house, on=MONDAY).propose_valid_on("03/11/2026", at=Case.sent(house, on="03/11/2026").at)
    assert names(Desk.of(house.head, day("03/11/2026")), "to_sign") == {other_day.now.code}


def test_files_wait_for_the_first_and_then_for_the_second_person(house):
    case = Case.sent(house, on=MONDAY).accept().collect().add_file()
    first, second = Desk.of(house.originator, day("03/11/2026")), Desk.of(house.head, day("03/11/2026"))
    assert names(first, "to_check") == {case.now.code}
    case.check_file(by=house.originator)
    assert names(first, "to_check") == set()
    assert names(second, "to_check") == {case.now.code}
    assert names(second, "cho-nguoi-thu-hai") == {case.now.code}
    case.release_file()
    assert names(second, "to_check") == set()


def test_papers_for_the_post(house):
    Case.sent(house, on=MONDAY).accept().propose_to_refuse().approve().issue()  # reads it on the page
    by_post = Case.sent(house, on=MONDAY, delivery="PAPER_BY_POST").accept().propose_to_refuse().approve().issue()
    desk = Desk.of(house.registry, day("03/11/2026"))
    assert names(desk, "gui-buu-dien") == {by_post.now.code}


def test_every_list_goes_through_the_gate(house):
    other = make_house()
    for status in (Status.RECEIVED, Status.UNDER_REVIEW, Status.PROVIDED):
        case_in(status, other, MONDAY)
    desk = Desk.of(house.officer, day("30/11/2026"))
    assert set(queues.counts(desk, [*queues.QUEUES, *queues.PERSONAL]).values()) == {0}
    assert not any(queues.of(desk, name).exists() for name in (*queues.QUEUES, *queues.PERSONAL))


# --- search ------------------------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    "typed", ["Đặng Thị Ngát", "dang thi ngat", "NGAT", "ngát", "H99.12-0007", "h99.12", "sv-261102", "SV 261102 0001"]
)
def test_found_by_number_external_number_and_name_with_and_without_marks(house, typed):
    house.authority.case_prefix = "SV"
    house.authority.save()
    from tests.factories.workflow import paper

    facts = paper(on=day(MONDAY), external_number="H99.12-0007", external_source="Một cửa", channel="ONE_STOP")
    case = Case.entered(house, MONDAY, facts=facts, name="Đặng Thị Ngát")
    Case.sent(house, on="03/11/2026", name="Lò Văn Xiên")
    found = queues.search(house.officer, queues.visible(house.officer), typed)
    assert [one.code for one in found] == [case.now.code]


def test_a_supervisor_cannot_learn_a_name_by_counting(house):
    Case.sent(house, on=MONDAY, name="Đặng Thị Ngát")
    assert queues.search(house.officer, queues.visible(house.officer), "Ngát").count() == 1
    assert queues.search(house.auditor, queues.visible(house.auditor), "Ngát").count() == 0
    assert queues.visible(house.auditor).count() == 1


@pytest.mark.parametrize("typed", ["", "   ", "%", "_", "'", '"', "\\", "x" * 5000, "　", "đ"])
def test_search_takes_whatever_is_typed(house, typed):
    Case.sent(house, on=MONDAY)
    assert queues.search(house.officer, queues.visible(house.officer), typed).count() in (0, 1)


# --- cost --------------------------------------------------------------------------------------------------------
def test_what_holds_up_costs_one_query_whatever_the_number_of_rows(house, django_assert_num_queries):
    desk = Desk.of(house.officer, day("03/11/2026"))
    for count in (2, 6):
        for _n in range(count):
            Case.sent(house, on=MONDAY).accept().collect()
        with django_assert_num_queries(1):
            rows = list(queues.with_what_holds_up(queues.of(desk, "")).by_due_date())
            assert all(row.asked_name == "Phòng Đất đai" and str(row.requester) for row in rows)


def test_requests_without_a_date_come_last_alike_on_every_database(house):
    waiting = Case.sent(house, on="01/11/2026").ask_for_supplement()
    late, early = Case.sent(house, on="10/11/2026"), Case.sent(house, on=MONDAY)
    found = queues.of(Desk.of(house.officer, day(MONDAY) + timedelta(days=9)), "").by_due_date()
    assert [one.code for one in found] == [early.now.code, late.now.code, waiting.now.code]


def test_a_role_in_two_authorities_shows_both(house):
    other = make_house()
    give_role(house.officer, Role.FOCAL_OFFICER, other.authority)
    ours, theirs = Case.sent(house, on=MONDAY), Case.sent(other, on=MONDAY)
    assert names(Desk.of(house.officer, day(MONDAY)), "") == {ours.now.code, theirs.now.code}
