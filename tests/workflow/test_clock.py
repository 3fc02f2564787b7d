"""When a request is due and why: the day the law starts from, each law's own table, extensions, dates once told."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cms.law.choices import DayCode, Unit
from cms.law.errors import NoSuchTerm
from cms.law.models import AdoptedRuleSet
from cms.law.workdays import SpecialDay, WorkCalendar
from tests.factories.moments import day
from tests.factories.workflow import Case
from tests.law.shipped import CALENDAR
from workflow import clock
from workflow.choices import CLOSED_STATUSES, RUNNING_STATUSES, Complexity, DeliveryWay, Status
from workflow.models import InformationRequest

pytestmark = pytest.mark.django_db


def unsaved(law="L26", complete_on="12/11/2026", **fields):
    """A request as the clock sees it; nothing is written."""
    given_fields = {"status": Status.RECEIVED, "delivery": DeliveryWay.DOWNLOAD, "complete_on": day(complete_on)}
    return InformationRequest(rule_set=AdoptedRuleSet.objects.get(code=law), **given_fields | fields)


# --- the day it starts from ------------------------------------------------------------------------------------------
def test_before_acceptance_the_clock_runs_from_the_day_of_complete_receipt():
    """readings.md 8.3: not clicking wins no day."""
    assert clock.start_of(unsaved(complete_on="12/11/2026")) == day("12/11/2026")


def test_confirmed_day_leads():
    info_request = unsaved(complete_on="12/11/2026", valid_on=day("10/11/2026"))
    assert clock.start_of(info_request) == day("10/11/2026")


def test_clock_has_not_started_while_a_supplement_is_awaited():
    info_request = unsaved()
    info_request.complete_on = None
    assert clock.explain(info_request, CALENDAR) is None
    assert clock.notice_due_on(info_request, CALENDAR) is None
    assert clock.settle(info_request, CALENDAR) is None
    assert (info_request.due_on, info_request.notice_due_on) == (None, None)


# --- each law's table (readings.md 9.4) -----------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("law", "delivery", "complexity", "complete_on", "notice_by", "due_on"),
    [
        ("L16", "DOWNLOAD", "COMPLEX", "09/02/2026", "12/02/2026", "09/03/2026"),
        ("L16", "VIEW_AT_SEAT", "COMPLEX", "25/04/2025", None, "13/05/2025"),
        ("L16", "PAPER_BY_POST", "COMPLEX", "08/01/2026", "12/01/2026", "28/01/2026"),
        ("L16", "EMAIL", "SIMPLE", "03/09/2026", None, "08/09/2026"),
        ("L16", "PAPER_BY_POST", "SIMPLE", "03/09/2026", None, "10/09/2026"),
        ("L16", "FAX", "SIMPLE", "03/09/2026", None, "10/09/2026"),
        ("L16", "DOWNLOAD", "COMPLEX", "03/09/2026", "08/09/2026", "24/09/2026"),
        ("L16", "VIEW_AT_SEAT", "SIMPLE", "03/09/2026", None, "03/09/2026"),
        ("L26", "DOWNLOAD", "COMPLEX", "03/09/2026", None, "15/09/2026"),
        ("L26", "VIEW_AT_SEAT", "SIMPLE", "03/09/2026", None, "15/09/2026"),
        ("L26", "PAPER_BY_POST", "COMPLEX", "25/09/2026", None, "07/10/2026"),
        ("L26", "EMAIL", "COMPLEX", "12/11/2026", None, "25/11/2026"),
    ],
)
def test_dates_of_the_law(law, delivery, complexity, complete_on, notice_by, due_on):
    info_request = unsaved(law, complete_on, delivery=delivery, complexity=complexity)
    deadline = clock.settle(info_request)
    assert info_request.due_on == deadline.due_on == deadline.counted_to == day(due_on)
    assert info_request.notice_due_on == (day(notice_by) if notice_by else None)
    assert deadline.starts_on == day(complete_on)
    assert not info_request.due_is_provisional
    assert deadline.provisional_reason == ""


def test_every_day_on_the_way_is_explained():
    (leg,) = clock.explain(unsaved(complete_on="12/11/2026"), CALENDAR).legs
    assert [counted.date for counted in leg.days] == [day(f"{number}/11/2026") for number in range(13, 26)]
    twelfth = leg.days[-2]
    assert (twelfth.number, twelfth.counted) == (12, True)
    assert twelfth.reason.startswith("Ngày thứ 12; nghỉ lễ, tết: Ngày Văn hóa")
    assert leg.days[-1].reason == "Ngày làm việc tiếp theo, thời hạn kết thúc vào ngày này"
    assert leg.article == "Điều 26.3"


# --- what never moves, and what is only provisional ------------------------------------------------------------------
@pytest.mark.parametrize("status", CLOSED_STATUSES)
def test_closed_request_never_moves(status):
    info_request = unsaved(status=status, due_on=day("01/01/2020"), notice_due_on=day("02/01/2020"))
    assert clock.settle(info_request, CALENDAR) is None
    assert (info_request.due_on, info_request.notice_due_on) == (day("01/01/2020"), day("02/01/2020"))


@pytest.mark.parametrize("status", [Status.AWAITING_CONFIRMATION, Status.SUPPLEMENT_REQUESTED])
def test_open_request_whose_clock_stands_has_no_date(status):
    info_request = unsaved(status=status, due_on=day("01/01/2020"), notice_due_on=day("02/01/2020"))
    info_request.due_is_provisional = True
    assert clock.settle(info_request, CALENDAR) is None
    assert (info_request.due_on, info_request.notice_due_on) == (None, None)
    assert info_request.due_is_provisional is False


@pytest.mark.parametrize("status", RUNNING_STATUSES)
def test_running_request_has_its_date(status):
    info_request = unsaved(status=status)
    clock.settle(info_request, CALENDAR)
    assert info_request.due_on == day("25/11/2026")


def test_term_that_reaches_into_an_unconfirmed_year_is_provisional_with_the_reason():
    info_request = unsaved(complete_on="22/12/2026")
    deadline = clock.settle(info_request, CALENDAR)
    assert info_request.due_on == day("04/01/2027")  # the 3rd is a Sunday
    assert info_request.due_is_provisional
    assert deadline.provisional_reason == (
        "Tạm tính: lịch làm việc năm 2027 chưa được xác nhận, mới trừ thứ Bảy, Chủ nhật."
    )


def test_reason_of_two_provisional_legs_is_said_once(house):
    case = Case.sent(house, "22/12/2026").accept().extended(5)
    deadline = clock.explain(case.now)
    assert len(deadline.legs) == 2
    assert deadline.provisional_reason.count("Tạm tính") == 1


# --- a date once told ------------------------------------------------------------------------------------------------
def test_told_date_is_kept_when_counting_would_end_sooner():
    info_request = unsaved(told_due_on=day("30/11/2026"))
    deadline = clock.settle(info_request, CALENDAR)
    assert deadline.counted_to == day("25/11/2026")
    assert info_request.due_on == deadline.due_on == day("30/11/2026")
    assert deadline.is_kept


def test_told_date_gives_way_to_a_later_one():
    deadline = clock.explain(unsaved(told_due_on=day("20/11/2026")), CALENDAR)
    assert deadline.due_on == day("25/11/2026")
    assert not deadline.is_kept


# --- extensions ------------------------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("sent_on", "delivery", "amount", "due_on", "extended_to"),
    [
        ("09/02/2026", "DOWNLOAD", 15, "09/03/2026", "24/03/2026"),
        ("25/04/2025", "VIEW_AT_SEAT", 10, "13/05/2025", "27/05/2025"),
        ("12/11/2026", "DOWNLOAD", 12, "25/11/2026", "07/12/2026"),
    ],
)
def test_extension_runs_on_from_the_end_of_the_running_term(house, sent_on, delivery, amount, due_on, extended_to):
    """readings.md 9.3 point 6, 9.4."""
    case = Case.sent(house, sent_on, delivery=delivery).accept()
    assert case.now.due_on == day(due_on)
    assert clock.extended_to(case.now, amount).due_on == day(extended_to)
    case.extended(amount)
    assert case.now.due_on == day(extended_to)
    first, second = clock.explain(case.now).legs
    assert (first.due_on, second.starts_on, second.due_on) == (day(due_on), day(due_on), day(extended_to))


def test_extensions_share_one_cap(house):
    """The law speaks of an extension up to a maximum; several may share it (readings.md 9.1)."""
    case = Case.sent(house, "02/11/2026").accept()
    assert clock.extension_left(case.now).amount == 12
    case.extended(7)
    left = clock.extension_left(case.now)
    assert (left.amount, left.unit) == (5, Unit.CALENDAR_DAY)
    with pytest.raises(NoSuchTerm, match=r"Điều 26\.3 Luật 01/2026/QH16 chỉ cho gia hạn từ 1 đến 5 ngày"):
        clock.extended_to(case.now, 6)
    case.extended(5)
    assert case.now.due_on == day("30/11/2026")  # 16/11, + 7 → 23/11, + 5 → Sat 28/11, so Mon 30/11
    with pytest.raises(NoSuchTerm, match="đã dùng hết") as none_left:
        clock.extension_left(case.now)
    assert none_left.value.article == "Điều 26.3"


@pytest.mark.parametrize("amount", [0, -1, 13])
def test_extension_is_at_least_a_day_and_at_most_the_cap(house, amount):
    with pytest.raises(NoSuchTerm, match="từ 1 đến 12 ngày"):
        clock.extended_to(Case.sent(house).accept().now, amount)


def test_simple_request_of_l16_has_no_extension(house):
    case = Case.sent(house, "27/08/2026").accept(complexity=Complexity.SIMPLE)
    with pytest.raises(NoSuchTerm, match=r"Điều 30\.3 Luật 104/2016/QH13 không quy định gia hạn"):
        clock.extension_left(case.now)


def test_extension_runs_on_from_a_date_that_was_told_although_counting_now_ends_sooner(house):
    """A day off was taken away after the date was told: the extension still starts from what was told."""
    case = Case.sent(house, "12/11/2026").accept().extended(5)
    assert case.now.due_on == day("30/11/2026")
    without_culture_day = CALENDAR.with_changes({day("24/11/2026"): None})
    first, second = clock.explain(case.now, without_culture_day).legs
    assert first.due_on == day("24/11/2026")
    assert second.starts_on == day("25/11/2026")


def test_extension_follows_when_the_first_term_moves_later(house):
    case = Case.sent(house, "12/11/2026").accept().extended(5)
    off = SpecialDay(day("25/11/2026"), DayCode.SWAPPED_OFF, "Nghỉ hoán đổi")
    first, second = clock.explain(case.now, CALENDAR.with_changes({off.date: off})).legs
    assert first.due_on == second.starts_on == day("26/11/2026")
    assert second.due_on == day("01/12/2026")


# --- how long there is -----------------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("today", "left"),
    [
        ("20/11/2026", 2),  # Mon 23 and Wed 25; Tue 24 is Culture Day
        ("21/11/2026", 2),
        ("24/11/2026", 1),
        ("25/11/2026", 0),
        ("26/11/2026", -1),
        ("05/12/2026", -10),
    ],
)
def test_working_days_left(today, left):
    assert clock.working_days_left(day("25/11/2026"), day(today)) == left


# --- what holds for every request ------------------------------------------------------------------------------------
DAYS_2026 = st.dates(day("01/01/2026"), day("15/11/2026"))
DAYS_OFF = st.lists(st.dates(day("01/01/2026"), day("31/12/2026")), max_size=6, unique=True)
WAYS = st.sampled_from(["VIEW_AT_SEAT", "PAPER_BY_POST", "EMAIL", "DOWNLOAD"])


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    law=st.sampled_from(["L16", "L26"]),
    complete_on=DAYS_2026,
    delivery=WAYS,
    more=DAYS_OFF,
    split=st.sampled_from(Complexity),
)
def test_new_day_off_never_makes_a_date_earlier(law, complete_on, delivery, more, split):
    info_request = unsaved(law, delivery=delivery, complexity=split)
    info_request.complete_on = complete_on
    before = clock.settle(info_request, CALENDAR).due_on
    off = {each: SpecialDay(each, DayCode.SWAPPED_OFF, "Nghỉ") for each in more}
    after = clock.settle(info_request, CALENDAR.with_changes(off)).due_on
    assert after >= before


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(complete_on=DAYS_2026, delivery=WAYS, taken=DAYS_OFF)
def test_told_date_never_comes_sooner_whatever_becomes_of_the_calendar(complete_on, delivery, taken):
    info_request = unsaved("L16", delivery=delivery)
    info_request.complete_on = complete_on
    info_request.told_due_on = clock.settle(info_request, CALENDAR).due_on
    worked = {each: SpecialDay(each, DayCode.SWAPPED_WORK, "Làm bù") for each in taken}
    other = WorkCalendar(worked.values(), CALENDAR.confirmed_years)
    assert clock.settle(info_request, other).due_on >= info_request.told_due_on
