"""The national calendar: what counts today, a new year drafted and confirmed, a confirmed year changed by a notice."""

from datetime import date

import pytest
from django.db import IntegrityError, transaction

from cms.audit.models import Entry
from cms.core.errors import NotAllowed
from cms.law.choices import DayCode, Unit
from cms.law.errors import AdoptionError, CalendarError
from cms.law.models import CalendarChange, CalendarDay, CalendarYear
from cms.law.services import (
    add_day,
    apply_day_change,
    calendar_if_confirmed,
    calendar_with,
    calendars,
    confirm_calendar_year,
    current_calendar,
    propose_calendar_year,
    propose_day_change,
    reject_day_change,
    remove_day,
)
from cms.law.services.calendars import fingerprint
from cms.law.terms import Term
from cms.law.workdays import SpecialDay
from tests.law.shipped import CALENDAR, YEARS

pytestmark = pytest.mark.django_db

NOV_23, NOV_28 = date(2026, 11, 23), date(2026, 11, 28)
SWAP = {
    NOV_23: SpecialDay(NOV_23, DayCode.SWAPPED_OFF, "Nghỉ hoán đổi với thứ Bảy 28/11"),
    NOV_28: SpecialDay(NOV_28, DayCode.SWAPPED_WORK, "Làm bù cho thứ Hai 23/11"),
}
NEW_YEAR = date(2027, 1, 1)
TEN_DAYS = Term("PROVIDE", 10, Unit.WORKING_DAY, "Điều 29.2")


def kinds():
    return list(Entry.objects.filter(kind__startswith="calendar.").values_list("kind", flat=True))


@pytest.fixture
def draft(an, at):
    return propose_calendar_year(year=2027, by=an, at=at)


@pytest.fixture
def swap(an, at):
    words = {"notice_number": "01/TB-BNV", "source": "Cổng thông tin Chính phủ", "reason": "Hoán đổi ngày"}
    return propose_day_change(changes=SWAP, **words, by=an, at=at)


# -- reading ----------------------------------------------------------------------------------------------------------


def test_shipped_years_are_the_calendar_right_after_migrate():
    assert dict(current_calendar().days) == dict(CALENDAR.days)
    assert current_calendar().confirmed_years == {2024, 2025, 2026}
    for year in CalendarYear.objects.all():
        assert (year.origin, year.state, year.confirmed_by) == ("SHIPPED", "CONFIRMED", None)
        assert year.fingerprint == fingerprint(year.year, [day.special_day for day in year.days.all()])
        assert year.history.get().history_change_reason == "Đi kèm phần mềm"
    assert {str(year.year): year.source for year in YEARS} == {str(y): y.source for y in CalendarYear.objects.all()}


def test_calendar_is_read_once_and_then_asked_for_its_fingerprints_only(django_assert_num_queries):
    first = current_calendar()
    with django_assert_num_queries(1):
        assert current_calendar() is first


def test_calendar_changed_by_another_process_is_read_again(swap, binh, at):
    before = current_calendar()
    apply_day_change(change=swap, by=binh, at=at)
    # What this process held meanwhile, as another process would.
    calendars._latest = (tuple((year.year, fingerprint(year.year, year.days)) for year in YEARS), before)
    assert not current_calendar().is_working(NOV_23)


def test_calendar_of_a_transaction_that_was_rolled_back_is_forgotten(swap, binh, at):
    with pytest.raises(RuntimeError), transaction.atomic():
        apply_day_change(change=swap, by=binh, at=at)
        assert not current_calendar().is_working(NOV_23)
        raise RuntimeError
    assert current_calendar().is_working(NOV_23)


# -- a new year -------------------------------------------------------------------------------------------------------


def test_draft_comes_from_the_library_and_counts_for_nothing(draft, an):
    days = {day.date: day for day in draft.days.all()}
    assert days[NEW_YEAR].code == "HOLIDAY"
    assert days[date(2027, 5, 3)].code == "COMPENSATORY_OFF"
    assert days[date(2027, 11, 24)].name == "Ngày Văn hóa Việt Nam"
    assert {day.entered_by for day in days.values()} == {an}
    assert all("chưa đối chiếu" in day.source for day in days.values())
    assert 2027 not in current_calendar().confirmed_years
    assert current_calendar().is_working(NEW_YEAR)
    assert kinds() == ["calendar.year_proposed"]
    assert str(draft) == "2027"
    assert str(days[NEW_YEAR]) == "01/01/2027 Tết Dương lịch"


def test_draft_names_the_four_kinds_of_day(an, at):
    for day in CalendarDay.objects.filter(date__year=2026):
        day.delete()
    CalendarYear.objects.get(year=2026).delete()
    proposed = propose_calendar_year(year=2026, by=an, at=at)
    codes = {day.date: day.code for day in proposed.days.all()}
    assert codes[date(2026, 4, 26)] == "HOLIDAY"
    assert codes[date(2026, 4, 27)] == "COMPENSATORY_OFF"
    assert codes[date(2026, 8, 31)] == "SWAPPED_OFF"
    assert codes[date(2026, 8, 22)] == "SWAPPED_WORK"


@pytest.mark.parametrize(
    ("year", "sentence"),
    [(2026, "Lịch năm 2026 đã có."), (2017, "Năm phải từ 2018 đến 2099."), (2100, "Năm phải từ 2018 đến 2099.")],
)
def test_year_that_cannot_be_drafted(year, sentence, an, at):
    with pytest.raises(CalendarError) as refusal:
        propose_calendar_year(year=year, by=an, at=at)
    assert (str(refusal.value), refusal.value.field) == (sentence, "year")


def test_only_an_administrator_drafts(chi, dung, at):
    for somebody in (chi, dung):
        with pytest.raises(NotAllowed):
            propose_calendar_year(year=2027, by=somebody, at=at)


def test_days_of_a_draft_are_entered_corrected_and_removed(draft, an, at):
    tet = date(2027, 2, 3)
    entered = add_day(year=draft, day=SpecialDay(tet, DayCode.HOLIDAY, "Tết", "9/TB-BNV"), by=an, at=at)
    corrected = add_day(year=draft, day=SpecialDay(tet, DayCode.SWAPPED_OFF, "Nghỉ", "9/TB-BNV"), by=an, at=at)
    assert corrected.pk == entered.pk
    assert [row.code for row in corrected.history.order_by("history_id")] == ["HOLIDAY", "SWAPPED_OFF"]
    remove_day(year=draft, day=tet, by=an, at=at)
    assert not CalendarDay.objects.filter(date=tet).exists()
    removed = CalendarDay.history.filter(date=tet).order_by("-history_id").first()
    assert (removed.history_type, removed.history_user) == ("-", an)
    assert kinds()[1:] == ["calendar.day_entered", "calendar.day_entered", "calendar.day_removed"]


@pytest.mark.parametrize(
    ("day", "sentence"),
    [
        (SpecialDay(date(2028, 1, 3), DayCode.HOLIDAY, "Nghỉ"), "không thuộc năm 2027"),
        (SpecialDay(date(2027, 3, 1), DayCode.SWAPPED_WORK, "Làm bù"), "không thể là ngày làm bù"),
        (SpecialDay(date(2027, 3, 6), DayCode.SWAPPED_OFF, "Nghỉ"), "không thể nghỉ bù hay nghỉ hoán đổi"),
        (SpecialDay(date(2027, 3, 1), DayCode.HOLIDAY, " "), "thiếu tên"),
    ],
)
def test_day_that_cannot_be_is_refused(draft, an, at, day, sentence):
    with pytest.raises(CalendarError, match=sentence):
        add_day(year=draft, day=day, by=an, at=at)


def test_removing_an_ordinary_day_is_refused(draft, an, at):
    with pytest.raises(CalendarError, match="không có dòng nào cho ngày 02/03/2027"):
        remove_day(year=draft, day=date(2027, 3, 2), by=an, at=at)


def test_preview_of_a_draft_counts_as_if_confirmed(draft):
    start = date(2026, 12, 21)
    now, then = current_calendar().explain(start, TEN_DAYS), calendar_if_confirmed(draft).explain(start, TEN_DAYS)
    assert (now.due_on, now.provisional) == (date(2027, 1, 4), True)
    assert (then.due_on, then.provisional) == (date(2027, 1, 5), False)
    assert current_calendar().is_working(NEW_YEAR)


def test_second_person_confirms_a_year_against_its_notice(draft, binh, at):
    confirmed = confirm_calendar_year(year=draft, source="Thông báo 10/TB-BNV ngày 01/12/2026", by=binh, at=at)
    assert (confirmed.state, confirmed.confirmed_by, confirmed.confirmed_at) == ("CONFIRMED", binh, at)
    assert confirmed.source == "Thông báo 10/TB-BNV ngày 01/12/2026"
    assert 2027 in current_calendar().confirmed_years
    assert not current_calendar().is_working(NEW_YEAR)
    assert kinds()[-1] == "calendar.year_confirmed"


def test_who_entered_anything_of_a_year_does_not_confirm_it(draft, an, binh, chi, at):
    add_day(year=draft, day=SpecialDay(date(2027, 2, 3), DayCode.HOLIDAY, "Tết"), by=binh, at=at)
    for somebody in (an, binh):
        with pytest.raises(AdoptionError, match="Cần người thứ hai"):
            confirm_calendar_year(year=draft, source="10/TB-BNV", by=somebody, at=at)
    assert confirm_calendar_year(year=draft, source="10/TB-BNV", by=chi, at=at).confirmed_by == chi


def test_confirming_needs_the_notice_and_the_role(draft, binh, dung, at):
    with pytest.raises(AdoptionError, match="số, ngày của thông báo"):
        confirm_calendar_year(year=draft, source=" ", by=binh, at=at)
    with pytest.raises(NotAllowed):
        confirm_calendar_year(year=draft, source="10/TB-BNV", by=dung, at=at)


def test_confirmed_year_is_changed_only_by_a_notice(an, binh, at):
    year = CalendarYear.objects.get(year=2026)
    with pytest.raises(AdoptionError, match="hãy đề nghị thay đổi"):
        add_day(year=year, day=SWAP[NOV_23], by=an, at=at)
    with pytest.raises(AdoptionError, match="hãy đề nghị thay đổi"):
        remove_day(year=year, day=date(2026, 11, 24), by=an, at=at)
    with pytest.raises(AdoptionError, match="hãy đề nghị thay đổi"):
        confirm_calendar_year(year=year, source="1", by=binh, at=at)


# -- a confirmed year, by a notice ------------------------------------------------------------------------------------


def test_preview_of_a_change_leaves_the_calendar_alone(swap):
    preview = calendar_with(swap.changes)
    assert (preview.is_working(NOV_23), preview.is_working(NOV_28)) == (False, True)
    assert (current_calendar().is_working(NOV_23), current_calendar().is_working(NOV_28)) == (True, False)
    assert str(swap) == "01/TB-BNV: 23/11/2026, 28/11/2026"


def test_second_person_applies_a_change(swap, an, binh, at):
    calendar = apply_day_change(change=swap, by=binh, at=at)
    assert (calendar.is_working(NOV_23), calendar.is_working(NOV_28)) == (False, True)
    assert calendar is current_calendar()
    day = CalendarDay.objects.get(date=NOV_23)
    assert (day.notice_number, day.source, day.entered_by) == ("01/TB-BNV", "Cổng thông tin Chính phủ", an)
    row = day.history.get()
    assert (row.history_user, row.history_change_reason) == (binh, "Hoán đổi ngày")
    swap.refresh_from_db()
    assert (swap.state, swap.proposed_by, swap.decided_by, swap.decided_at) == ("APPLIED", an, binh, at)
    assert kinds() == ["calendar.change_proposed", "calendar.change_applied"]


def test_change_replaces_and_takes_away_days(an, binh, at):
    culture_day, labour_day = date(2026, 11, 24), date(2026, 5, 1)
    renamed = SpecialDay(labour_day, DayCode.HOLIDAY, "Ngày Lao động")
    change = propose_day_change(
        changes={culture_day: None, labour_day: renamed}, notice_number="02/TB", reason="Bãi bỏ", by=an, at=at
    )
    calendar = apply_day_change(change=change, by=binh, at=at)
    assert calendar.is_working(culture_day)
    assert calendar.days[labour_day].name == "Ngày Lao động"
    removed = CalendarDay.history.filter(date=culture_day).order_by("-history_id").first()
    assert (removed.history_type, removed.history_user, removed.history_change_reason) == ("-", binh, "Bãi bỏ")


def test_nobody_applies_what_they_proposed(swap, an, dung, at):
    with pytest.raises(AdoptionError, match="Cần người thứ hai"):
        apply_day_change(change=swap, by=an, at=at)
    with pytest.raises(NotAllowed):
        apply_day_change(change=swap, by=dung, at=at)
    assert current_calendar().is_working(NOV_23)


def test_change_may_be_declined_with_a_reason(swap, an, chi, at):
    with pytest.raises(AdoptionError, match="lý do"):
        reject_day_change(change=swap, by=chi, at=at, reason="")
    with pytest.raises(AdoptionError, match="người thứ hai"):
        reject_day_change(change=swap, by=an, at=at, reason="Nhầm")
    rejected = reject_day_change(change=swap, by=chi, at=at, reason="Chưa có thông báo chính thức")
    assert (rejected.state, rejected.decided_by) == ("REJECTED", chi)
    assert current_calendar().is_working(NOV_23)
    assert kinds() == ["calendar.change_proposed", "calendar.change_rejected"]


def test_change_is_decided_once(swap, binh, at):
    apply_day_change(change=swap, by=binh, at=at)
    with pytest.raises(AdoptionError, match="đã được quyết định"):
        apply_day_change(change=swap, by=binh, at=at)
    with pytest.raises(AdoptionError, match="đã được quyết định"):
        reject_day_change(change=swap, by=binh, at=at, reason="Muộn")


@pytest.mark.parametrize(
    ("changes", "notice", "reason", "sentence"),
    [
        pytest.param({}, "1/TB", "Vì", "ít nhất một ngày", id="không có ngày"),
        pytest.param(SWAP, " ", "Vì", "số thông báo", id="không có số thông báo"),
        pytest.param(SWAP, "1/TB", "", "lý do", id="không có lý do"),
        pytest.param({date(2026, 11, 26): None}, "1/TB", "Vì", "26/11/2026 đã là ngày thường", id="ngày thường"),
        pytest.param(
            {NEW_YEAR: SpecialDay(NEW_YEAR, DayCode.HOLIDAY, "Tết")},
            "1/TB",
            "Vì",
            "Lịch năm 2027 chưa xác nhận",
            id="năm chưa xác nhận",
        ),
        pytest.param(
            {NOV_28: SpecialDay(NOV_28, DayCode.SWAPPED_OFF, "Nghỉ")},
            "1/TB",
            "Vì",
            "ngày nghỉ hằng tuần",
            id="nghỉ hoán đổi vào thứ Bảy",
        ),
    ],
)
def test_change_that_cannot_be_is_refused(changes, notice, reason, sentence, an, at):
    with pytest.raises(CalendarError, match=sentence):
        propose_day_change(changes=changes, notice_number=notice, reason=reason, by=an, at=at)
    assert not CalendarChange.objects.exists()


def test_change_overtaken_by_another_is_refused_and_changes_nothing(an, binh, at):
    culture_day = date(2026, 11, 24)
    first, second = (
        propose_day_change(changes={culture_day: None}, notice_number=str(n), reason="Bãi bỏ", by=an, at=at)
        for n in (1, 2)
    )
    apply_day_change(change=first, by=binh, at=at)
    with pytest.raises(CalendarError, match="24/11/2026 đã là ngày thường"):
        apply_day_change(change=second, by=binh, at=at)
    second.refresh_from_db()
    assert second.state == "PROPOSED"


def test_only_an_administrator_proposes_a_change(chi, at):
    with pytest.raises(NotAllowed):
        propose_day_change(changes=SWAP, notice_number="1/TB", reason="Vì", by=chi, at=at)


# -- what the database refuses ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "fields",
    [
        pytest.param({"state": "CONFIRMED", "confirmed_by": "binh"}, id="xác nhận không có mã băm"),
        pytest.param({"state": "CONFIRMED", "confirmed_by": "an", "fingerprint": "x"}, id="một người làm cả hai"),
        pytest.param({"state": "CONFIRMED", "fingerprint": "x"}, id="không ai xác nhận"),
        pytest.param({"entered_by": None}, id="không ai nhập"),
        pytest.param({"confirmed_by": "binh"}, id="bản nháp đã có người xác nhận"),
        pytest.param({"year": 2026}, id="trùng năm"),
    ],
)
def test_database_refuses_a_year_that_contradicts_itself(fields, an, binh, at):
    people = {"an": an, "binh": binh, None: None}
    values = {"year": 2027, "source": "1/TB", "entered_by": an, "entered_at": at}
    if fields.get("state"):
        values["confirmed_at"] = at
    values |= {name: people[value] if name.endswith("_by") else value for name, value in fields.items()}
    with pytest.raises(IntegrityError), transaction.atomic():
        CalendarYear(**values).save()


def test_database_refuses_an_unknown_kind_of_day(an, at):
    year = CalendarYear.objects.get(year=2026)
    with pytest.raises(IntegrityError), transaction.atomic():
        CalendarDay(year=year, date=NOV_23, code="HALF", name="Nửa ngày", entered_by=an, entered_at=at).save()


def test_database_refuses_a_change_applied_by_its_proposer(swap, an, at):
    swap.state, swap.decided_by, swap.decided_at = "APPLIED", an, at
    with pytest.raises(IntegrityError), transaction.atomic():
        swap.save()
