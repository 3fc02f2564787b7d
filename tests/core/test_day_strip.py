"""The strip draws exactly the days the law's clock has counted, in weeks from Monday."""

from datetime import date

import pytest
from django.template import Context, Template

from cms.core import day_strip
from cms.law.choices import DayCode, TermKind, Unit
from cms.law.terms import Term
from cms.law.workdays import SpecialDay, WorkCalendar

CALENDAR = WorkCalendar(
    [
        SpecialDay(date(2026, 8, 22), DayCode.SWAPPED_WORK, "Làm bù cho thứ Hai 31/08", "9441/TB-BNV"),
        SpecialDay(date(2026, 8, 31), DayCode.SWAPPED_OFF, "Nghỉ hoán đổi với thứ Bảy 22/08", "9441/TB-BNV"),
        SpecialDay(date(2026, 9, 1), DayCode.HOLIDAY, "Quốc khánh"),
        SpecialDay(date(2026, 9, 2), DayCode.HOLIDAY, "Quốc khánh"),
        SpecialDay(date(2026, 11, 24), DayCode.HOLIDAY, "Ngày Văn hóa Việt Nam"),
    ],
    [2026],
)
WORKING = Term(TermKind.PROVIDE, 15, Unit.WORKING_DAY, "Điều 30.4")
CALENDAR_DAYS = Term(TermKind.PROVIDE, 12, Unit.CALENDAR_DAY, "Điều 26.3")


def strip_of(reckoning, today=None):
    return day_strip.build(reckoning.starts_on, reckoning.due_on, reckoning.days, today)


def cell_on(strip, day):
    return next(cell for week in strip.weeks for cell in week if cell.on == day)


@pytest.fixture
def fifteen():
    """Received on Wednesday 19/8/2026 under the law of 2016: due on 11/9."""
    return CALENDAR.explain(date(2026, 8, 19), WORKING)


@pytest.fixture
def twelve():
    """Received on 12/11/2026 under the law of 2026: the twelfth day is off, so it is due on 25/11."""
    return CALENDAR.explain(date(2026, 11, 12), CALENDAR_DAYS)


def test_weeks_run_from_monday_to_sunday(fifteen):
    strip = strip_of(fifteen)
    assert all(len(week) == 7 for week in strip.weeks)
    for week in strip.weeks:
        for place, cell in enumerate(week):
            assert cell.on is None or cell.on.weekday() == place
    shown = [cell.on for week in strip.weeks for cell in week if cell.on]
    assert (shown[0], shown[-1]) == (date(2026, 8, 19), date(2026, 9, 11))


def test_numbers_are_those_of_the_clock(fifteen):
    strip = strip_of(fifteen)
    assert cell_on(strip, date(2026, 8, 19)).number == "0"
    assert cell_on(strip, date(2026, 8, 22)).number == "3"
    assert cell_on(strip, date(2026, 8, 23)).number == "–"
    assert cell_on(strip, date(2026, 9, 11)).number == "15"


def test_only_exceptional_days_say_why(fifteen):
    strip = strip_of(fifteen)
    assert cell_on(strip, date(2026, 8, 20)).why == ""
    assert cell_on(strip, date(2026, 8, 22)).why == "Làm bù cho thứ Hai 31/08"
    assert cell_on(strip, date(2026, 8, 23)).why == "Cuối tuần"
    assert cell_on(strip, date(2026, 9, 1)).why == "Quốc khánh"
    assert cell_on(strip, date(2026, 9, 11)).why == "Hạn trả lời"


def test_days_before_and_after_today_look_different(fifteen):
    strip = strip_of(fifteen, today=date(2026, 9, 7))
    assert cell_on(strip, date(2026, 9, 4)).classes == "past"
    assert cell_on(strip, date(2026, 9, 7)).classes == "past today"
    assert cell_on(strip, date(2026, 9, 7)).why == "Hôm nay"
    assert cell_on(strip, date(2026, 9, 8)).classes == "yes"
    assert cell_on(strip, date(2026, 9, 11)).classes == "due-day"


def test_the_key_says_in_words_what_the_colours_say(fifteen):
    said = [line.text for line in strip_of(fifteen, today=date(2026, 9, 7)).key]
    assert said == [
        "19/8: ngày nhận đủ. Ngày này không tính, đếm từ hôm sau.",
        "Ngày đã qua, có tính.",
        "Hôm nay, 07/09/2026.",
        "Ngày còn lại, có tính.",
        "Không tính: thứ Bảy, Chủ nhật; nghỉ hoán đổi với thứ Bảy 22/08 (31/8); quốc khánh (1/9–2/9).",
        "Vẫn tính: làm bù cho thứ Hai 31/08 (22/8).",
        "11/9: hạn trả lời, đến hết 24 giờ.",
    ]


def test_a_last_day_that_is_off_rolls_and_stays_visible(twelve):
    strip = strip_of(twelve)
    assert cell_on(strip, date(2026, 11, 24)).number == "12"
    assert cell_on(strip, date(2026, 11, 24)).why == "Ngày Văn hóa Việt Nam"
    assert cell_on(strip, date(2026, 11, 25)).number == "hạn"
    assert cell_on(strip, date(2026, 11, 25)).classes == "due-day"


def test_an_extension_starts_counting_anew(twelve):
    longer = CALENDAR.extended(twelve, CALENDAR_DAYS)
    strip = strip_of(longer)
    assert cell_on(strip, date(2026, 11, 25)).why == "Hạn trước khi gia hạn"
    assert cell_on(strip, date(2026, 11, 26)).number == "1"
    assert "Từ 26/11: gia hạn, đếm lại từ 1." in [line.text for line in strip.key]


def test_at_once_is_one_day():
    at_once = CALENDAR.explain(date(2026, 8, 19), Term(TermKind.PROVIDE, 0, Unit.IMMEDIATE, "Điều 29.1"))
    strip = strip_of(at_once)
    assert cell_on(strip, date(2026, 8, 19)).classes == "due-day"
    assert [line.text for line in strip.key] == ["19/8: trả lời ngay trong ngày nhận đủ."]


def test_the_drawn_strip_is_a_table_with_every_day_as_a_line(twelve):
    html = Template("{% load core_tags %}{% day_strip_of reckoning today %}").render(
        Context({"reckoning": twelve, "today": date(2026, 11, 19)})
    )
    assert '<abbr title="Chủ nhật">CN</abbr>' in html
    assert html.count('<th scope="row">') == len(twelve.days)
    assert "style=" not in html


def test_a_provisional_date_says_so_and_why():
    unsure = WorkCalendar([], []).explain(date(2026, 11, 12), CALENDAR_DAYS)
    html = Template("{% load core_tags %}{% day_strip_of reckoning %}").render(Context({"reckoning": unsure}))
    assert "chưa được xác nhận" in html
