"""S9: due dates come from rule set, calendar and time zone; each day is explained; nobody sets one by hand (SC18)."""

import inspect
from datetime import timedelta

import pytest

from cms.law.choices import DayCode
from cms.law.workdays import SpecialDay
from tests.factories.moments import day
from tests.factories.workflow import Case, paper
from tests.law.shipped import CALENDAR
from tests.workflow.services.record import acts_of
from workflow import clock
from workflow.models import InformationRequest
from workflow.services import calendar_changes, citizen, decision, delivery, handling, holdings, intake

pytestmark = pytest.mark.django_db

ROOMS = (calendar_changes, citizen, decision, delivery, handling, holdings, intake)
#: What a person may never type; `day` of a correction and of another valid day is proposed to a second person.
NEVER_TYPED = {"status", "due_on", "told_due_on", "notice_due_on", "valid_on", "complete_on", "version", "code"}


def test_no_verb_takes_a_status_or_a_due_date():
    for room in ROOMS:
        for name, verb in inspect.getmembers(room, inspect.isfunction):
            if verb.__module__ == room.__name__ and not name.startswith("_"):
                assert set(inspect.signature(verb).parameters) & NEVER_TYPED == set(), f"{room.__name__}.{name}"


@pytest.mark.parametrize("name", ["due_on", "told_due_on", "notice_due_on", "due_is_provisional"])
def test_computed_dates_are_no_form_fields(name):
    assert InformationRequest._meta.get_field(name).editable is False


@pytest.mark.parametrize(
    ("law", "sent_on", "delivery", "extended_by"),
    [
        ("L26", "12/11/2026", "DOWNLOAD", 12),
        ("L26", "25/09/2026", "VIEW_AT_SEAT", 3),
        ("L16", "09/02/2026", "DOWNLOAD", 15),
        ("L16", "25/04/2025", "VIEW_AT_SEAT", 10),
        ("L16", "08/01/2026", "PAPER_BY_POST", 4),
    ],
)
def test_every_day_to_the_due_date_is_explained_once(house, law, sent_on, delivery, extended_by):
    case = Case.sent(house, sent_on, delivery=delivery).accept().extended(extended_by)
    deadline = clock.explain(case.now)
    days = [counted.date for leg in deadline.legs for counted in leg.days]
    first, last = deadline.starts_on, case.now.due_on
    assert days == [first + timedelta(days=n) for n in range(1, (last - first).days + 1)]
    assert all(counted.reason and counted.article for leg in deadline.legs for counted in leg.days)
    assert case.now.rule_set.code == law
    for leg in deadline.legs:
        numbers = [counted.number for counted in leg.days if counted.counted]
        assert numbers == list(range(1, len(numbers) + 1))


@pytest.mark.parametrize(
    ("sent_at", "due_on"),
    [
        ("12/11/2026 16:59", "25/11/2026"),  # office hours do not matter: a day ends at 24:00 (BLDS Điều 148.6)
        ("12/11/2026 17:01", "25/11/2026"),
        ("12/11/2026 23:59", "25/11/2026"),
        ("13/11/2026 00:00", "25/11/2026"),  # Friday the 13th + 12 = Wednesday the 25th
        ("21/11/2026 10:00", "03/12/2026"),  # a Saturday
        ("23/11/2026 08:00", "07/12/2026"),  # + 12 = Saturday 05/12
        ("24/11/2026 08:00", "07/12/2026"),  # Culture Day; + 12 = Sunday 06/12
    ],
)
def test_due_dates_of_l26_around_office_hours_weekends_and_the_holiday(house, sent_at, due_on):
    assert Case.sent(house, sent_at).now.due_on == day(due_on)


def test_saturday_that_is_worked_counts_under_l16(house):
    """25/04/2025: Saturday 26/04 was worked, 30/04 to 02/05 were off."""
    case = Case.entered(house, "25/04/2025", facts=paper(on="25/04/2025"), delivery="VIEW_AT_SEAT")
    assert case.now.due_on == day("13/05/2025")


@pytest.mark.parametrize("order", ["earlier first", "later first"])
def test_clock_of_the_server_decides_nothing_about_the_order_of_acts(house, order):
    """Set back two hours, the acts still follow one another in the record; the skew is told, not hidden."""
    case = Case.sent(house, "02/11/2026 10:00")
    case.later(hours=-2 if order == "later first" else 2).accept()
    first, second = acts_of(case)
    assert second["seq"] == first["seq"] + 1
    assert ("clock_behind" in second) is (order == "later first")


def test_told_date_outlives_every_change_of_the_calendar(house):
    case = Case.sent(house, "12/11/2026").accept()
    told = case.now.due_on
    worked = SpecialDay(day("24/11/2026"), DayCode.SWAPPED_WORK, "Làm bù")
    for calendar in (CALENDAR.with_changes({worked.date: None}), CALENDAR.with_changes({worked.date: worked})):
        info_request = case.now
        clock.settle(info_request, calendar)
        assert info_request.due_on == told
