"""Where time limits end: the dated cases, the explanation day by day, and what holds for every calendar."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cms.law.choices import DayCode, TermKind, Unit
from cms.law.errors import CalendarError
from cms.law.terms import Term
from cms.law.workdays import DAYS_OFF, ROLLED, SpecialDay, WorkCalendar
from tests.law.shipped import CALENDAR, L16, L26

IN_PERSON, ELECTRONIC, POST_FAX = "IN_PERSON", "ELECTRONIC", "POST_FAX"
SIMPLE, COMPLEX = "SIMPLE", "COMPLEX"


def day(text: str) -> date:
    """25/04/2025 as a lawyer writes it."""
    number, month, year = map(int, text.split("/"))
    return date(year, month, number)


# -- dated cases ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("rules", "kind", "delivery", "complexity", "valid_on", "due_on"),
    [
        pytest.param(L16, "FIRST_NOTICE", ELECTRONIC, COMPLEX, "09/02/2026", "12/02/2026", id="điện tử: báo thời hạn"),
        pytest.param(L16, "PROVIDE", ELECTRONIC, COMPLEX, "09/02/2026", "09/03/2026", id="điện tử: qua Tết 16-20/02"),
        pytest.param(L16, "PROVIDE", IN_PERSON, COMPLEX, "25/04/2025", "13/05/2025", id="trực tiếp: làm bù 26/04"),
        pytest.param(L16, "FIRST_NOTICE", POST_FAX, COMPLEX, "08/01/2026", "12/01/2026", id="bưu chính: làm bù 10/01"),
        pytest.param(L16, "PROVIDE", POST_FAX, COMPLEX, "08/01/2026", "28/01/2026", id="bưu chính: trả lời"),
        pytest.param(L16, "PROVIDE", ELECTRONIC, SIMPLE, "03/09/2026", "08/09/2026", id="gửi 31/08: điện tử đơn giản"),
        pytest.param(L16, "PROVIDE", POST_FAX, SIMPLE, "03/09/2026", "10/09/2026", id="gửi 31/08: bưu chính đơn giản"),
        pytest.param(L16, "PROVIDE", ELECTRONIC, COMPLEX, "03/09/2026", "24/09/2026", id="gửi 31/08: điện tử phức tạp"),
        pytest.param(L16, "PROVIDE", IN_PERSON, SIMPLE, "03/09/2026", "03/09/2026", id="trực tiếp đơn giản: ngay"),
        pytest.param(L26, "PROVIDE", ELECTRONIC, COMPLEX, "03/09/2026", "15/09/2026", id="gửi 01/09: 12 ngày"),
        pytest.param(L26, "PROVIDE", IN_PERSON, SIMPLE, "03/09/2026", "15/09/2026", id="gửi 01/09: không phân kênh"),
        pytest.param(L26, "PROVIDE", POST_FAX, SIMPLE, "25/09/2026", "07/10/2026", id="12 ngày"),
        pytest.param(L26, "PROVIDE", POST_FAX, SIMPLE, "12/11/2026", "25/11/2026", id="ngày cuối là 24/11, nghỉ lễ"),
    ],
)
def test_request_is_due(rules, kind, delivery, complexity, valid_on, due_on):
    assert CALENDAR.end_of(day(valid_on), rules.term(kind, delivery, complexity)) == day(due_on)


@pytest.mark.parametrize(
    ("rules", "delivery", "amount", "valid_on", "extended_until"),
    [
        pytest.param(L16, ELECTRONIC, 15, "09/02/2026", "24/03/2026", id="L16 điện tử: 15 ngày"),
        pytest.param(L16, IN_PERSON, 10, "25/04/2025", "27/05/2025", id="L16 trực tiếp: 10 ngày làm việc"),
        pytest.param(L26, ELECTRONIC, 12, "12/11/2026", "07/12/2026", id="L26: từ ngày đã dời 25/11, thêm 12 ngày"),
    ],
)
def test_extension_runs_on_from_the_end_of_the_running_term(rules, delivery, amount, valid_on, extended_until):
    running = CALENDAR.explain(day(valid_on), rules.term("PROVIDE", delivery, COMPLEX))
    extended = CALENDAR.extended(running, rules.extension(amount, delivery, COMPLEX))
    assert extended.due_on == day(extended_until)
    assert extended.starts_on == day(valid_on)
    assert extended.days[: len(running.days)] == running.days
    assert sum(d.counted for d in extended.days) == sum(d.counted for d in running.days) + amount
    assert all(d.reason.startswith("Gia hạn. ") for d in extended.days[len(running.days) :])


@pytest.mark.parametrize(
    ("rules", "duty", "from_on", "due_on"),
    [
        pytest.param(L16, "PUBLISH", "21/08/2026", "27/08/2026", id="công khai: làm bù 22/08"),
        pytest.param(L16, "PUBLISH", "28/08/2026", "09/09/2026", id="công khai: nghỉ 31/08, 01/09, 02/09"),
        pytest.param(L26, "ACCURACY_ANSWER", "01/12/2026", "11/12/2026", id="kiến nghị: 10 ngày"),
        pytest.param(L26, "BACKLOG", "01/09/2026", "01/03/2027", id="công khai tồn đọng: 6 tháng"),
    ],
)
def test_duty_is_due(rules, duty, from_on, due_on):
    assert CALENDAR.end_of(day(from_on), rules.duty(duty)) == day(due_on)


@pytest.mark.parametrize(
    ("start", "amount", "unit", "due_on"),
    [
        pytest.param("31/08/2026", 6, Unit.MONTH, "01/03/2027", id="không có 31/02: ngày 28/02, Chủ nhật, sang 01/03"),
        pytest.param("31/01/2026", 3, Unit.MONTH, "04/05/2026", id="30/04 nghỉ lễ, 01/05 nghỉ lễ, rồi cuối tuần"),
        pytest.param("30/11/2025", 3, Unit.MONTH, "02/03/2026", id="28/02 là thứ Bảy"),
        pytest.param("15/12/2025", 1, Unit.MONTH, "15/01/2026", id="qua năm"),
        pytest.param("29/02/2024", 1, Unit.YEAR, "28/02/2025", id="năm nhuận"),
        pytest.param("15/11/2025", 1, Unit.YEAR, "16/11/2026", id="một năm, ngày cuối là Chủ nhật"),
    ],
)
def test_months_and_years_end_on_the_same_day_or_the_last_of_the_month(start, amount, unit, due_on):
    assert CALENDAR.end_of(day(start), term(amount, unit)) == day(due_on)


# -- the explanation --------------------------------------------------------------------------------------------------


def test_explanation_names_every_day_on_the_way():
    reckoning = CALENDAR.explain(day("08/01/2026"), L16.term("FIRST_NOTICE", POST_FAX, COMPLEX))
    assert [(d.date, d.counted, d.number, d.reason, d.article) for d in reckoning.days] == [
        (day("09/01/2026"), True, 1, "Ngày làm việc thứ 1", "Điều 31.2"),
        (
            day("10/01/2026"),
            True,
            2,
            "Ngày làm việc thứ 2; làm bù: Làm bù cho thứ Sáu 02/01 (12729/VPCP-KGVX)",
            "Điều 31.2",
        ),
        (day("11/01/2026"), False, None, "Không tính; Chủ nhật, ngày nghỉ hằng tuần", DAYS_OFF),
        (day("12/01/2026"), True, 3, "Ngày làm việc thứ 3", "Điều 31.2"),
    ]
    assert (reckoning.starts_on, reckoning.due_on) == (day("08/01/2026"), day("12/01/2026"))
    assert (reckoning.article, reckoning.provisional, reckoning.provisional_reason) == ("Điều 31.2", False, "")


def test_explanation_tells_a_day_that_rolled_over():
    reckoning = CALENDAR.explain(day("12/11/2026"), L26.term("PROVIDE", ELECTRONIC, SIMPLE))
    *_, twelfth, rolled = reckoning.days
    assert (twelfth.date, twelfth.number) == (day("24/11/2026"), 12)
    assert twelfth.reason == "Ngày thứ 12; nghỉ lễ, tết: Ngày Văn hóa Việt Nam (28/2026/QH16)"
    assert (rolled.date, rolled.counted, rolled.article) == (day("25/11/2026"), False, ROLLED)
    assert rolled.reason == "Ngày làm việc tiếp theo, thời hạn kết thúc vào ngày này"


def test_days_off_between_the_last_day_and_the_next_working_day_are_not_counted():
    reckoning = CALENDAR.explain(day("18/04/2026"), term(12, Unit.CALENDAR_DAY))
    assert [(d.date.day, d.counted, d.reason) for d in reckoning.days[-5:]] == [
        (30, True, "Ngày thứ 12; nghỉ lễ, tết: Ngày Chiến thắng (3383/BNV-CVL)"),
        (1, False, "Không tính; nghỉ lễ, tết: Ngày Quốc tế lao động (3383/BNV-CVL)"),
        (2, False, "Không tính; Thứ Bảy, ngày nghỉ hằng tuần"),
        (3, False, "Không tính; Chủ nhật, ngày nghỉ hằng tuần"),
        (4, False, "Ngày làm việc tiếp theo, thời hạn kết thúc vào ngày này"),
    ]


def test_weekend_days_of_a_calendar_day_term_are_counted_and_say_so():
    saturday = CALENDAR.explain(day("03/12/2026"), L26.term("PROVIDE", ELECTRONIC, SIMPLE)).days[1]
    assert (saturday.counted, saturday.number, saturday.reason) == (True, 2, "Ngày thứ 2; Thứ Bảy, vẫn tính")


def test_at_once_is_the_same_day_with_no_days_even_on_a_day_off():
    sunday = day("15/11/2026")
    reckoning = CALENDAR.explain(sunday, L16.term("PROVIDE", IN_PERSON, SIMPLE))
    assert (reckoning.due_on, reckoning.days, reckoning.provisional) == (sunday, (), False)


def test_json_shape():
    reckoning = CALENDAR.explain(day("20/11/2026"), term(2, Unit.WORKING_DAY))
    assert reckoning.as_json() == {
        "starts_on": "2026-11-20",
        "due_on": "2026-11-25",
        "article": "Điều 1",
        "provisional": False,
        "days": [
            {"date": "2026-11-21", "counted": False, "reason": "Không tính; Thứ Bảy, ngày nghỉ hằng tuần"},
            {"date": "2026-11-22", "counted": False, "reason": "Không tính; Chủ nhật, ngày nghỉ hằng tuần"},
            {"date": "2026-11-23", "counted": True, "reason": "Ngày làm việc thứ 1"},
            {
                "date": "2026-11-24",
                "counted": False,
                "reason": "Không tính; nghỉ lễ, tết: Ngày Văn hóa Việt Nam (28/2026/QH16)",
            },
            {"date": "2026-11-25", "counted": True, "reason": "Ngày làm việc thứ 2"},
        ],
    }


# -- years that nobody confirmed --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("valid_on", "due_on", "provisional"),
    [
        pytest.param("18/12/2026", "30/12/2026", False, id="kết thúc trong 2026"),
        pytest.param("19/12/2026", "31/12/2026", False, id="đúng ngày cuối năm"),
        pytest.param("20/12/2026", "01/01/2027", True, id="chạm 2027"),
        pytest.param("22/12/2026", "04/01/2027", True, id="dời sang 2027"),
        pytest.param("20/12/2023", "01/01/2024", True, id="bắt đầu trong năm chưa có lịch"),
        pytest.param("31/12/2023", "12/01/2024", False, id="ngày xảy ra sự kiện không tính"),
    ],
)
def test_term_that_reaches_into_an_unconfirmed_year_is_provisional(valid_on, due_on, provisional):
    known = CALENDAR.with_changes({day("01/01/2024"): None})
    reckoning = known.explain(day(valid_on), L26.term("PROVIDE", ELECTRONIC, SIMPLE))
    assert (reckoning.due_on, reckoning.provisional) == (day(due_on), provisional)
    assert bool(reckoning.provisional_reason) is provisional


def test_provisional_reason_names_the_year():
    reckoning = CALENDAR.explain(day("24/12/2026"), term(12, Unit.WORKING_DAY))
    assert reckoning.provisional_reason == (
        "Tạm tính: lịch làm việc năm 2027 chưa được xác nhận, mới trừ thứ Bảy, Chủ nhật."
    )


def test_extension_into_an_unconfirmed_year_makes_the_whole_provisional():
    running = CALENDAR.explain(day("16/12/2026"), L26.term("PROVIDE", ELECTRONIC, SIMPLE))
    assert not running.provisional
    extended = CALENDAR.extended(running, L26.extension(12, ELECTRONIC, SIMPLE))
    assert extended.provisional
    assert extended.provisional_reason.count("2027") == 1


def test_extension_within_an_unconfirmed_year_says_so_once():
    running = CALENDAR.explain(day("04/01/2027"), L26.term("PROVIDE", ELECTRONIC, SIMPLE))
    extended = CALENDAR.extended(running, L26.extension(12, ELECTRONIC, SIMPLE))
    assert extended.provisional_reason == running.provisional_reason


# -- calendars that are not to be trusted -----------------------------------------------------------------------------


def test_calendar_without_working_days_is_refused():
    always_off = [SpecialDay(day("01/01/2026") + timedelta(n), DayCode.HOLIDAY, "Nghỉ") for n in range(365)]
    with pytest.raises(CalendarError, match="hơn 60 ngày nghỉ liền nhau"):
        WorkCalendar(always_off, [2026]).end_of(day("01/01/2026"), term(1, Unit.WORKING_DAY))


@pytest.mark.parametrize("unit", [Unit.WORKING_DAY, Unit.CALENDAR_DAY, Unit.MONTH, Unit.YEAR])
def test_end_of_all_time_is_a_sentence_not_a_crash(unit):
    with pytest.raises(CalendarError, match="quá xa"):
        CALENDAR.explain(date(9999, 12, 31), term(1, unit))


def test_changes_replace_add_and_remove_days():
    culture_day, new_day_off = day("24/11/2026"), day("23/11/2026")
    changed = CALENDAR.with_changes(
        {culture_day: None, new_day_off: SpecialDay(new_day_off, DayCode.SWAPPED_OFF, "Nghỉ hoán đổi")}
    )
    assert (CALENDAR.is_working(culture_day), changed.is_working(culture_day)) == (False, True)
    assert (CALENDAR.is_working(new_day_off), changed.is_working(new_day_off)) == (True, False)
    assert changed.confirmed_years == CALENDAR.confirmed_years


# -- what holds for every calendar ------------------------------------------------------------------------------------

FIRST = date(2024, 1, 1)
days = st.integers(0, 3 * 365).map(lambda n: FIRST + timedelta(n))
off_codes = st.sampled_from([DayCode.HOLIDAY, DayCode.COMPENSATORY_OFF, DayCode.SWAPPED_OFF])
days_off = st.builds(SpecialDay, date=days, code=off_codes, name=st.just("Nghỉ"))
saturdays = st.integers(0, 150).map(lambda n: date(2024, 1, 6) + timedelta(7 * n))
worked = st.builds(SpecialDay, date=saturdays, code=st.just(DayCode.SWAPPED_WORK), name=st.just("Làm bù"))
calendars = st.lists(days_off | worked, max_size=40).map(lambda rows: WorkCalendar(rows, [2024, 2025, 2026]))
day_terms = st.builds(
    Term,
    kind=st.just(TermKind.PROVIDE),
    amount=st.integers(1, 60),
    unit=st.sampled_from([Unit.WORKING_DAY, Unit.CALENDAR_DAY]),
    article=st.just("Điều 1"),
)
month_terms = st.builds(
    Term,
    kind=st.just(TermKind.PROVIDE),
    amount=st.integers(1, 12),
    unit=st.sampled_from([Unit.MONTH, Unit.YEAR]),
    article=st.just("Điều 1"),
)
quick = settings(max_examples=120, deadline=None)


def term(amount: int, unit: Unit) -> Term:
    return Term(TermKind.PROVIDE, amount, unit, "Điều 1")


@quick
@given(calendars, days, day_terms | month_terms)
def test_due_date_is_a_working_day_after_the_start(calendar, start, running):
    due_on = calendar.end_of(start, running)
    assert due_on > start
    assert calendar.is_working(due_on)


@quick
@given(calendars, days, day_terms)
def test_exactly_n_counted_days_lie_between(calendar, start, running):
    reckoning = calendar.explain(start, running)
    counted = [d for d in reckoning.days if d.counted]
    assert [d.number for d in counted] == list(range(1, running.amount + 1))
    if running.unit is Unit.WORKING_DAY:
        assert all(calendar.is_working(d.date) == d.counted for d in reckoning.days)
    else:
        # Every day counts up to the n-th; those after it are days off and the working day that ends the term.
        rolled = reckoning.days[running.amount :]
        assert all(not calendar.is_working(d.date) for d in reckoning.days[running.amount - 1 : -1])
        assert not any(d.counted for d in rolled)


@quick
@given(calendars, days, day_terms | month_terms)
def test_explanation_lists_every_day_from_the_start_to_the_due_date(calendar, start, running):
    reckoning = calendar.explain(start, running)
    assert reckoning.due_on == calendar.end_of(start, running)
    assert [d.date for d in reckoning.days] == [
        start + timedelta(n) for n in range(1, (reckoning.due_on - start).days + 1)
    ]
    assert reckoning.provisional == any(d.date.year not in calendar.confirmed_years for d in reckoning.days)
    shape = reckoning.as_json()
    assert set(shape) == {"starts_on", "due_on", "article", "provisional", "days"}
    assert all(set(d) == {"date", "counted", "reason"} and d["reason"] for d in shape["days"])


@quick
@given(calendars, days, day_terms | month_terms, day_terms, days_off)
def test_a_new_day_off_never_makes_a_due_date_earlier(calendar, start, running, extension, day_off):
    """Whatever stood on that day before, a worked Saturday included: fewer working days, never an earlier end."""
    changed = calendar.with_changes({day_off.date: day_off})
    before, after = calendar.explain(start, running), changed.explain(start, running)
    assert after.due_on >= before.due_on
    assert changed.extended(after, extension).due_on >= calendar.extended(before, extension).due_on


@quick
@given(calendars, days, day_terms | month_terms)
def test_a_later_start_never_ends_earlier(calendar, start, running):
    assert calendar.end_of(start + timedelta(1), running) >= calendar.end_of(start, running)


@quick
@given(calendars, days, day_terms, day_terms)
def test_an_extension_starts_where_the_running_term_ends(calendar, start, running, extension):
    reckoning = calendar.explain(start, running)
    assert calendar.extended(reckoning, extension).due_on == calendar.end_of(reckoning.due_on, extension)


@quick
@given(calendars, days, st.integers(0, 60))
def test_working_days_between_two_days_are_those_that_offices_work(calendar, start, length):
    end = start + timedelta(length)
    worked = [n for n in range(1, length + 1) if calendar.is_working(start + timedelta(n))]
    assert calendar.working_days_between(start, end) == len(worked)
    assert calendar.working_days_between(end, start) == 0
