"""Facts → state → article: when an obligation is met, as a lawyer may read it. No database: a finding is only facts."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from cms.core.models import Authority, FocalPoint, Unit, User
from cms.core.models.authority import AuthorityKind
from home.compliance import obligations
from home.compliance.board import judge, months_after
from home.compliance.facts import Facts
from home.compliance.list_facts import ListFact, ListFacts
from home.compliance.page_facts import PageFact, files_in, has_words, is_readable
from home.compliance.states import FINDERS, State
from home.models import ObligationCode, ObligationRecord, SeatMeans

TODAY = date(2026, 11, 22)
LAST_WEEK, TWO_YEARS_AGO = date(2026, 11, 15), date(2024, 11, 1)
M, E, D, OK, NA = State.MISSING, State.EMPTY, State.DUE, State.IN_ORDER, State.NOT_APPLICABLE
L26 = {one.code.value: one for one in obligations.in_force_on(TODAY).obligations}


def focal(**fields):
    told = {
        "officer_name": "Hoàng Thị Thơm",
        "officer_post": "Công chức Văn phòng",
        "address": "Thôn Bến Nứa",
        "place": "Quầy số 2",
        "phone": "0298 3866 027",
        "email": "thongtin@suoivang.example",
        "hours": "Thứ Hai đến thứ Sáu",
        "decision_number": "41/QĐ-UBND",
        "decision_on": date(2026, 9, 3),
        "trained_on": date(2026, 10, 12),
    }
    return FocalPoint(unit=Unit(name="Văn phòng HĐND và UBND xã", is_focal=True), **told | fields)


def page(kind, **fields):
    told = {"has_words": True, "changed_on": LAST_WEEK, "reviewed_on": None, "review_due_on": None}
    return PageFact(kind, 1, "Trang", "/x/", **told | fields)


def facts(*pages, authority=None, **fields):
    """An authority about which nothing is known but what the row of the table says."""
    authority = authority or Authority(code="suoi-vang", kind=AuthorityKind.COMMUNE, first_instance="Chủ tịch xã")
    found = Facts(authority, TODAY, focal_changed_on=LAST_WEEK, means_changed_on=LAST_WEEK, **fields)
    found.pages = {one.kind: one for one in pages}
    return found


def lists(**rows):
    more = {"backlog_since": date(2026, 9, 1), "backlog_until": date(2027, 3, 1)}
    return ListFacts(**more | {name: ListFact(**row) for name, row in rows.items()})


def means(**fields):
    told = {"reading_place": "Phòng 105", "devices": "1 máy tính", "aids": "Lối lên xe lăn"}
    return SeatMeans(**told | fields)


def standing_of(code, known) -> object:
    return judge(L26[code], known)


TABLE = [
    # obligation, what there is, state, article of the law of 2026
    ("FOCAL_POINT", facts(), M, "Điều 17.1.u"),
    ("FOCAL_POINT", facts(focal=focal(decision_number="")), E, "Điều 17.1.u"),
    ("FOCAL_POINT", facts(focal=focal(hours="")), E, "Điều 17.1.u"),
    ("FOCAL_POINT", facts(focal=focal()), OK, "Điều 17.1.u"),
    ("TRAINING", facts(), M, "Kế hoạch của tỉnh"),
    ("TRAINING", facts(focal=focal(trained_on=None)), M, "Kế hoạch của tỉnh"),
    ("TRAINING", facts(focal=focal(trained_on=TWO_YEARS_AGO)), D, "Kế hoạch của tỉnh"),
    ("TRAINING", facts(focal=focal()), OK, "Kế hoạch của tỉnh"),
    ("ADDRESS", facts(), M, "Điều 17.1.u"),
    ("ADDRESS", facts(focal=focal(email="")), E, "Điều 17.1.u"),
    ("ADDRESS", facts(focal=focal()), OK, "Điều 17.1.u"),
    ("REGULATION", facts(), M, "Điều 11"),
    ("REGULATION", facts(page("RegulationPage", rows=0)), E, "Điều 11"),
    ("REGULATION", facts(page("RegulationPage", rows=1, detail="52/QĐ-UBND", newest_on=LAST_WEEK)), OK, "Điều 11"),
    ("PROCEDURE", facts(), M, "Điều 11.5"),
    ("PROCEDURE", facts(page("AdministrativeProcedurePage", has_words=False)), E, "Điều 11.5"),
    ("PROCEDURE", facts(page("RequestProcedurePage")), OK, "Điều 11.5"),
    ("PROCEDURE", facts(page("AdministrativeProcedurePage")), OK, "Điều 11.5"),
    ("PUBLICATION_LIST", facts(), M, "Điều 17.1.u"),
    ("PUBLICATION_LIST", facts(lists=lists(must_publish={"begun": 9})), E, "Điều 17.1.u"),
    (
        "PUBLICATION_LIST",
        facts(lists=lists(must_publish={"begun": 9, "shown": 6, "late": 3, "late_since": LAST_WEEK})),
        D,
        "Điều 17.1.u",
    ),
    ("PUBLICATION_LIST", facts(lists=lists(must_publish={"begun": 9, "shown": 9})), OK, "Điều 17.1.u"),
    ("PUBLISHED_LIST", facts(), M, "Điều 19.1"),
    ("PUBLISHED_LIST", facts(lists=lists(published={"begun": 4})), E, "Điều 19.1"),
    ("PUBLISHED_LIST", facts(lists=lists(published={"begun": 4, "shown": 4})), OK, "Điều 19.1"),
    ("CONDITIONAL_LIST", facts(), M, "Điều 16"),
    ("CONDITIONAL_LIST", facts(lists=lists(conditional={"begun": 1})), E, "Điều 16"),
    ("CONDITIONAL_LIST", facts(lists=lists(conditional={"begun": 1, "shown": 1})), OK, "Điều 16"),
    ("SERVICE_UNITS", facts(), M, "Điều 11.5"),
    ("SERVICE_UNITS", facts(lists=lists(service_units={"begun": 8})), E, "Điều 11.5"),
    ("SERVICE_UNITS", facts(lists=lists(service_units={"begun": 8, "shown": 8})), OK, "Điều 11.5"),
    ("FORMS", facts(), M, "Điều 26.4"),
    ("FORMS", facts(page("FormsPage", rows=7, unreadable="01a")), E, "Điều 26.4"),
    ("FORMS", facts(page("FormsPage", rows=7)), OK, "Điều 26.4"),
    ("GUIDES", facts(), M, "Điều 11"),
    ("GUIDES", facts(page("QuestionsPage", has_words=False)), E, "Điều 11"),
    ("GUIDES", facts(page("TrainingPage", rows=0)), E, "Điều 11"),
    ("GUIDES", facts(page("QuestionsPage", has_words=False), page("TrainingPage", rows=2)), OK, "Điều 11"),
    ("GUIDES", facts(page("QuestionsPage"), page("TrainingPage", rows=0)), OK, "Điều 11"),
    ("STATISTICS", facts(), M, "Điều 12 Nghị định 224/2026/NĐ-CP"),
    ("STATISTICS", facts(page("StatisticsPage")), OK, "Điều 12 Nghị định 224/2026/NĐ-CP"),
    ("COMPLAINTS", facts(), M, "Điều 13"),
    ("COMPLAINTS", facts(page("FeedbackPage"), authority=Authority(kind=AuthorityKind.COMMUNE)), E, "Điều 13"),
    ("COMPLAINTS", facts(page("FeedbackPage")), OK, "Điều 13"),
    ("SEAT_MEANS", facts(), M, "Điều 11.1"),
    ("SEAT_MEANS", facts(means=means(aids="  ")), E, "Điều 11.1"),
    ("SEAT_MEANS", facts(means=means()), OK, "Điều 11.1"),
    ("COMMUNICATION", facts(), M, "Điều 18.3"),
    ("COMMUNICATION", facts(page("CommunicationPage")), E, "Điều 18.3"),
    ("COMMUNICATION", facts(page("CommunicationPage", rows=1, newest_on=TWO_YEARS_AGO)), D, "Điều 18.3"),
    ("COMMUNICATION", facts(page("CommunicationPage", rows=1, newest_on=LAST_WEEK)), OK, "Điều 18.3"),
    ("BACKLOG", facts(lists=lists()), M, "Điều 31.3"),
    ("BACKLOG", facts(lists=lists(backlog={"begun": 40, "shown": 28, "late": 12})), D, "Điều 31.3"),
    ("BACKLOG", facts(lists=lists(backlog={"begun": 40, "shown": 40})), OK, "Điều 31.3"),
]


@pytest.mark.parametrize(
    ("code", "known", "state", "article"), TABLE, ids=[f"{row[0]}-{row[2]}-{n}" for n, row in enumerate(TABLE)]
)
def test_facts_decide_the_state(code, known, state, article):
    found = standing_of(code, known)
    assert found.state == state
    assert article in found.obligation.article
    assert found.obligation.meanwhile
    assert found.obligation.counts
    assert found.words


def test_every_obligation_is_judged_in_each_of_its_states():
    assert {row[0] for row in TABLE} == set(L26) == {code.value for code in FINDERS} == set(ObligationCode.values)
    for code in L26:
        assert {M, OK} <= {row[2] for row in TABLE if row[0] == code}, code


@pytest.mark.parametrize(
    ("day", "law", "first", "absent"),
    [
        pytest.param(date(2026, 8, 31), "Luật 104/2016/QH13", "Điều 17.1.m", {"SERVICE_UNITS", "PROCEDURE", "BACKLOG"}),
        pytest.param(date(2026, 9, 1), "Luật 01/2026/QH16", "Điều 17.1.u", set()),
        pytest.param(date(2017, 1, 1), "Luật 104/2016/QH13", "Điều 17.1.m", {"SERVICE_UNITS", "PROCEDURE", "BACKLOG"}),
    ],
)
def test_the_day_chooses_the_law(day, law, first, absent):
    found = obligations.in_force_on(day)
    assert found.legal_reference == law
    assert first in found.obligations[0].article
    assert absent <= set(ObligationCode.values) - {one.code.value for one in found.obligations}


def test_a_service_unit_keeps_no_list_of_service_units():
    law = obligations.in_force_on(TODAY)
    assert len(law.of_kind(AuthorityKind.SERVICE_UNIT)) == len(law.of_kind(AuthorityKind.COMMUNE)) - 1
    assert "SERVICE_UNITS" not in {one.code.value for one in law.of_kind(AuthorityKind.SERVICE_UNIT)}


# --- reviews -----------------------------------------------------------------------------------------------------
def reviewed(on, again, **fields):
    return ObligationRecord(reviewed_on=on, next_review_on=again, **fields)


@pytest.mark.parametrize(
    ("record", "page_says", "state", "again"),
    [
        # the record: last look, next look; the page: reviewed on, due on; state; next look
        pytest.param(None, (None, None), OK, date(2027, 5, 15), id="never looked at: six months from the last change"),
        pytest.param((date(2026, 10, 1), date(2026, 11, 22)), (None, None), OK, TODAY, id="the last day itself"),
        pytest.param((date(2026, 10, 1), date(2026, 11, 21)), (None, None), D, date(2026, 11, 21), id="one day late"),
        pytest.param(None, (None, date(2026, 11, 21)), D, date(2026, 11, 21), id="the page's own day has passed"),
        pytest.param(
            (date(2026, 11, 22), date(2027, 2, 1)),
            (date(2026, 5, 1), date(2026, 11, 1)),
            OK,
            date(2027, 2, 1),
            id="a later look settles the page's day",
        ),
        pytest.param(
            (date(2026, 5, 1), date(2026, 11, 1)),
            (date(2026, 11, 20), date(2027, 5, 20)),
            OK,
            date(2027, 5, 20),
            id="the page was looked at later",
        ),
        pytest.param(
            (date(2026, 11, 1), date(2027, 5, 1)),
            (date(2026, 11, 1), date(2026, 12, 1)),
            OK,
            date(2026, 12, 1),
            id="of two days ahead the nearer one",
        ),
    ],
)
def test_the_day_of_the_next_look(record, page_says, state, again):
    known = facts(page("FormsPage", rows=7, reviewed_on=page_says[0], review_due_on=page_says[1]))
    if record:
        known.records["FORMS"] = reviewed(*record)
    found = standing_of("FORMS", known)
    assert (found.state, found.next_review) == (state, again)


def test_a_look_makes_no_training_newer_and_fills_no_gap():
    known = facts(focal=focal(trained_on=TWO_YEARS_AGO))
    fresh = reviewed(TODAY, TODAY + timedelta(days=180))
    known.records = {"TRAINING": fresh, "FORMS": fresh}
    assert standing_of("TRAINING", known).state == D
    assert standing_of("FORMS", known).state == M


def test_what_does_not_apply_needs_two_people_and_leave_by_law():
    exempt = {"exempt_reason": "Phường không giữ thông tin loại này", "exempt_proposed_by_id": 1}
    proposed = ObligationRecord(**exempt)
    confirmed = ObligationRecord(**exempt, exempt_confirmed_by_id=2)
    for record, code, state in (
        (proposed, "CONDITIONAL_LIST", M),
        (confirmed, "CONDITIONAL_LIST", NA),
        (confirmed, "FORMS", M),
    ):
        found = standing_of(code, replace(facts(), records={code: record}))
        assert found.state == state
    assert {one.code.value for one in L26.values() if one.may_not_apply} == {
        "CONDITIONAL_LIST",
        "SERVICE_UNITS",
        "BACKLOG",
    }


@pytest.mark.parametrize(
    ("complete_by", "promise"),
    [
        (None, "Văn phòng HĐND và UBND xã phải làm, chưa hẹn ngày xong."),
        (date(2026, 12, 15), "Văn phòng HĐND và UBND xã phải làm xong trước 15/12/2026."),
        (date(2026, 11, 1), "Văn phòng HĐND và UBND xã đã hẹn xong trước 01/11/2026, nay quá hẹn."),
    ],
)
def test_a_gap_says_who_and_until_when(complete_by, promise):
    known = facts(focal=focal())
    known.records["FORMS"] = ObligationRecord(complete_by=complete_by)
    assert standing_of("FORMS", known).promise == promise


def test_the_owner_is_the_unit_in_charge_else_the_focal_unit_or_the_head():
    known = facts(focal=focal())
    assert standing_of("FORMS", known).owner == "Văn phòng HĐND và UBND xã"
    assert standing_of("REGULATION", known).owner == "Người đứng đầu cơ quan"
    known.records["FORMS"] = ObligationRecord(unit=Unit(name="Phòng Kinh tế"), reviewed_by=User(first_name="Lan"))
    assert standing_of("FORMS", known).owner == "Phòng Kinh tế"


@pytest.mark.parametrize(
    ("body", "holds"),
    [
        (None, False),
        ("[]", False),
        ('[{"type": "text", "id": "a1", "value": "<p>  </p><p>&nbsp;</p>"}]', False),
        ('[{"type": "notice", "value": {"kind": "wait", "title": "", "text": "<p></p>"}}]', False),
        ('[{"type": "steps", "value": {"title": "", "steps": [{"type": "item", "value": {"title": "Gửi"}}]}}]', True),
        ('[{"type": "text", "value": "<p>Chữ</p>"}]', True),
        ('[{"type": "documents", "value": {"documents": [{"value": {"document": 3, "title": ""}}]}}]', False),
    ],
)
def test_a_page_without_a_word_is_an_empty_page(body, holds):
    assert has_words(body) is holds


@pytest.mark.parametrize(
    ("day", "months", "later"),
    [
        (date(2026, 8, 31), 6, date(2027, 2, 28)),
        (date(2026, 11, 30), 3, date(2027, 2, 28)),
        (date(2026, 11, 15), 12, date(2027, 11, 15)),
    ],
)
def test_months_end_on_the_same_day_or_the_months_last(day, months, later):
    assert months_after(day, months) == later


def test_files_of_a_page_are_found_in_its_blocks():
    body = '[{"type": "documents", "value": {"documents": [{"value": {"document": 3, "title": ""}}]}}]'
    assert files_in(body) == {3}
    assert files_in(None) == set()


@pytest.mark.parametrize(
    ("file", "size", "looked_at", "has_content", "readable"),
    [
        pytest.param("a.pdf", 9000, "a.pdf", True, True, id="something stands in it"),
        pytest.param("a.pdf", 9000, "a.pdf", False, False, id="pages without a word"),
        pytest.param("a.pdf", 0, None, None, False, id="zero bytes"),
        pytest.param("b.pdf", 9000, "a.pdf", False, True, id="replaced, not yet looked at"),
        pytest.param("a.pdf", None, None, None, True, id="just come in"),
        pytest.param(None, None, None, None, False, id="no file"),
    ],
)
def test_an_empty_file_does_not_count(file, size, looked_at, has_content, readable):
    assert is_readable(file, size, looked_at, has_content) is readable
