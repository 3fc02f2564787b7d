"""The national working-day calendar: a year is drafted by one person, confirmed by another, changed by two by a notice."""

import json
from collections.abc import Iterable, Mapping
from datetime import date, datetime
from hashlib import sha256

from django.db import transaction

from cms.audit.record import record
from cms.core.dates import short
from cms.core.text import nfc
from cms.law.choices import DayCode
from cms.law.errors import AdoptionError, CalendarError
from cms.law.models import CalendarChange, CalendarDay, CalendarYear, ChangeState, YearState
from cms.law.reading import day_slips
from cms.law.services.people import may_approve, may_propose, take_turn
from cms.law.workdays import SpecialDay, WorkCalendar

#: L16 came into force in 2018; further ahead than this nothing is announced.
FIRST_YEAR, LAST_YEAR = 2018, 2099
PROPOSED_SOURCE = "Thư viện holidays đề xuất, chưa đối chiếu với thông báo"

#: The calendar as this process last read it, under the fingerprints of its years.
_latest: tuple[tuple, WorkCalendar] = ((), WorkCalendar([], []))


# -- reading ----------------------------------------------------------------------------------------------------------


def current_calendar() -> WorkCalendar:
    """The calendar of all confirmed years. One small query; the days are read again when any process changed one."""
    global _latest
    confirmed = CalendarYear.objects.filter(state=YearState.CONFIRMED).order_by("year")
    key, calendar = _latest
    if tuple(confirmed.values_list("year", "fingerprint")) == key:
        return calendar
    years = list(confirmed.prefetch_related("days"))
    days = {year.year: [day.special_day for day in year.days.all()] for year in years}
    calendar = WorkCalendar([day for rows in days.values() for day in rows], days)
    # Under what was read, not what was asked for: another process may have changed a day in between.
    _latest = tuple((year, fingerprint(year, rows)) for year, rows in days.items()), calendar
    return calendar


def calendar_with(changes: Mapping[date, SpecialDay | None]) -> WorkCalendar:
    """The current calendar as it would be with these days set, or (None) ordinary: for showing what would move."""
    return current_calendar().with_changes(changes)


def calendar_if_confirmed(year: CalendarYear) -> WorkCalendar:
    """The current calendar as it would be with this draft confirmed: for showing what would move."""
    known = current_calendar()
    days = [*known.days.values(), *(day.special_day for day in year.days.all())]
    return WorkCalendar(days, known.confirmed_years | {year.year})


def fingerprint(year: int, days: Iterable[SpecialDay]) -> str:
    """SHA-256 of a year's days: the same days have the same, in every process and on either database."""
    rows = [[day.date.isoformat(), str(day.code), day.name, day.notice_number, day.source] for day in days]
    text = json.dumps([year, sorted(rows)], ensure_ascii=False, separators=(",", ":"))
    return sha256(text.encode("utf-8")).hexdigest()


# -- a new year -------------------------------------------------------------------------------------------------------


@transaction.atomic
def propose_calendar_year(*, year: int, by, at: datetime) -> CalendarYear:
    """A draft of a new year, to be corrected against the notice. It counts for nothing until confirmed."""
    may_propose(by)
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise CalendarError(f"Năm phải từ {FIRST_YEAR} đến {LAST_YEAR}.", field="year")
    take_turn(CalendarYear.objects.all())
    if CalendarYear.objects.filter(year=year).exists():
        raise CalendarError(f"Lịch năm {year} đã có.", field="year")
    draft = CalendarYear(year=year, source=PROPOSED_SOURCE, entered_by=by, entered_at=at)
    draft.save(by=by)
    rows = draft.saved_rows()
    for day in _proposed_days(year):
        rows += _set_day(draft, day, by, at)
    _record("calendar.year_proposed", draft, by, at, rows, {"year": year})
    return draft


@transaction.atomic
def add_day(*, year: CalendarYear, day: SpecialDay, by, at: datetime) -> CalendarDay:
    """Enter a day into a draft, or correct the one that stands there. A confirmed year takes a change instead."""
    may_propose(by)
    year = _draft(year)
    _no_slips(year.year, [day])
    rows = _set_day(year, day, by, at)
    _record("calendar.day_entered", year, by, at, rows, {"date": day.date, "code": day.code})
    return CalendarDay.objects.get(date=day.date)


@transaction.atomic
def remove_day(*, year: CalendarYear, day: date, by, at: datetime) -> None:
    """Make a day of a draft ordinary again."""
    may_propose(by)
    year = _draft(year)
    row = year.days.filter(date=day).first()
    if row is None:
        raise CalendarError(f"Lịch năm {year.year} không có dòng nào cho ngày {short(day)}.", field="days")
    rows = _unset_day(row, by)
    _record("calendar.day_removed", year, by, at, rows, {"date": day})


@transaction.atomic
def confirm_calendar_year(*, year: CalendarYear, source: str, by, at: datetime) -> CalendarYear:
    """A person who entered nothing of it confirms the year against `source`, the number and day of the notice."""
    year = _draft(year)
    days = list(year.days.select_related("entered_by"))
    may_approve(by, year.entered_by, *(day.entered_by for day in days))
    if not nfc(source):
        raise AdoptionError("Cần ghi số, ngày của thông báo đã đối chiếu.", field="source")
    special_days = [day.special_day for day in days]
    _no_slips(year.year, special_days)
    year.state, year.source = YearState.CONFIRMED, nfc(source)
    year.confirmed_by, year.confirmed_at = by, at
    year.fingerprint = fingerprint(year.year, special_days)
    year.save(by=by)
    data = {"year": year.year, "fingerprint": year.fingerprint}
    _record("calendar.year_confirmed", year, by, at, year.saved_rows(), data)
    return year


def _draft(year: CalendarYear) -> CalendarYear:
    year = CalendarYear.objects.select_for_update(of=("self",)).select_related("entered_by").get(pk=year.pk)
    if year.state != YearState.DRAFT:
        raise AdoptionError(f"Lịch năm {year.year} đã xác nhận. Muốn sửa, hãy đề nghị thay đổi theo thông báo.")
    return year


def _proposed_days(year: int) -> list[SpecialDay]:
    # 14 MB and half a second: only here, never while a date is counted.
    from holidays import country_holidays

    known = country_holidays("VN", years=year, language="vi")
    days = []
    for day, name in sorted(known.items()):
        code = DayCode.HOLIDAY
        if day.weekday() < 5 and "thay cho" in name:
            code = DayCode.SWAPPED_OFF
        elif day.weekday() < 5 and "nghỉ bù" in name:
            code = DayCode.COMPENSATORY_OFF
        days.append(SpecialDay(day, code, nfc(name), source=PROPOSED_SOURCE))
    worked = sorted(day for day in known.weekend_workdays if day.year == year)
    return days + [SpecialDay(day, DayCode.SWAPPED_WORK, "Làm bù", source=PROPOSED_SOURCE) for day in worked]


# -- a confirmed year, by a notice ------------------------------------------------------------------------------------


@transaction.atomic
def propose_day_change(
    *, changes: Mapping[date, SpecialDay | None], notice_number: str, reason: str, by, at: datetime, source: str = ""
) -> CalendarChange:
    """Days of confirmed years to be set, or made ordinary again, by a notice; a second person applies it.

    `source` says where the notice can be read; a day carries it beside the notice's number.
    """
    may_propose(by)
    change = draft_day_change(changes=changes, notice_number=notice_number, reason=reason, source=source)
    change.proposed_by, change.proposed_at = by, at
    change.save(by=by, reason=change.reason)
    _record("calendar.change_proposed", change, by, at, change.saved_rows(), _told(change), change.reason)
    return change


def draft_day_change(
    *, changes: Mapping[date, SpecialDay | None], notice_number: str, reason: str, source: str = ""
) -> CalendarChange:
    """The change as it would be proposed, not saved: for showing what would move. CalendarError for what cannot be."""
    if not changes:
        raise CalendarError("Cần ít nhất một ngày.", field="days")
    if not nfc(notice_number):
        raise CalendarError("Cần ghi số thông báo.", field="notice_number")
    if not nfc(reason):
        raise CalendarError("Cần nêu lý do thay đổi.", field="reason")
    change = CalendarChange(
        days=[
            {
                "date": day.isoformat(),
                "code": special and str(special.code),
                "name": nfc(special.name) if special else "",
            }
            for day, special in sorted(changes.items())
        ],
        notice_number=nfc(notice_number),
        source=nfc(source),
        reason=nfc(reason),
    )
    check_day_change(change)
    return change


def check_day_change(change: CalendarChange) -> None:
    """Raises CalendarError where the calendar as it is now cannot hold the change, or holds it already."""
    _fits(change)


@transaction.atomic
def apply_day_change(*, change: CalendarChange, by, at: datetime) -> WorkCalendar:
    """A second person applies it. Returns the calendar as it is now, for whoever must move open requests with it."""
    change = _waiting(change)
    may_approve(by, change.proposed_by)
    years = _fits(change, lock=True)
    rows = []
    for day, special in change.changes.items():
        if special:
            told = {"entered_by": change.proposed_by, "reason": change.reason}
            rows += _set_day(years[day.year], special, by, at, **told)
        else:
            rows += _unset_day(CalendarDay.objects.get(date=day), by, reason=change.reason)
    for year in years.values():
        year.fingerprint = fingerprint(year.year, [day.special_day for day in year.days.all()])
        year.save(by=by, reason=change.reason)
        rows += year.saved_rows()
    change.state, change.decided_by, change.decided_at = ChangeState.APPLIED, by, at
    change.save(by=by)
    _record("calendar.change_applied", change, by, at, [*rows, *change.saved_rows()], _told(change), change.reason)
    return current_calendar()


@transaction.atomic
def reject_day_change(*, change: CalendarChange, by, at: datetime, reason: str) -> CalendarChange:
    """A second person does not apply it, and says why."""
    change = _waiting(change)
    may_approve(by, change.proposed_by)
    if not reason.strip():
        raise AdoptionError("Cần nêu lý do không áp dụng.", field="reason")
    change.state, change.decided_by, change.decided_at = ChangeState.REJECTED, by, at
    change.save(by=by, reason=reason)
    _record("calendar.change_rejected", change, by, at, change.saved_rows(), _told(change), reason)
    return change


def _waiting(change: CalendarChange) -> CalendarChange:
    change = CalendarChange.objects.select_for_update(of=("self",)).select_related("proposed_by").get(pk=change.pk)
    if change.state != ChangeState.PROPOSED:
        raise AdoptionError("Thay đổi này đã được quyết định.")
    return change


def _fits(change: CalendarChange, *, lock: bool = False) -> dict[int, CalendarYear]:
    """The confirmed years that a change touches. Raises CalendarError where their days would then contradict."""
    changes = change.changes
    wanted = {day.year for day in changes}
    confirmed = CalendarYear.objects.filter(year__in=wanted, state=YearState.CONFIRMED)
    years = {year.year: year for year in (confirmed.select_for_update() if lock else confirmed)}
    if missing := sorted(wanted - years.keys()):
        raise CalendarError(f"Lịch năm {missing[0]} chưa xác nhận. Hãy sửa trong bản nháp của năm đó.", field="days")
    for number, year in years.items():
        days = {day.date: day.special_day for day in year.days.all()}
        for day in (day for day in changes if day.year == number):
            if changes[day] is None and day not in days:
                raise CalendarError(f"Ngày {short(day)} đã là ngày thường.", field="days")
            days[day] = changes[day]
        _no_slips(number, [day for day in days.values() if day])
    return years


def _told(change: CalendarChange) -> dict:
    return {"notice_number": change.notice_number, "days": {row["date"]: row["code"] for row in change.days}}


# -- rows -------------------------------------------------------------------------------------------------------------


def _no_slips(year: int, days: Iterable[SpecialDay]) -> None:
    if slips := day_slips(year, days):
        raise CalendarError(" ".join(slips), field="days")


def _set_day(year: CalendarYear, day: SpecialDay, by, at: datetime, *, entered_by=None, reason: str = "") -> list:
    row = CalendarDay.objects.filter(date=day.date).first() or CalendarDay(date=day.date)
    row.year, row.code, row.name = year, day.code, nfc(day.name)
    row.notice_number, row.source = nfc(day.notice_number), nfc(day.source)
    row.entered_by, row.entered_at = entered_by or by, at
    row.save(by=by, reason=reason)
    return row.saved_rows()


def _unset_day(row: CalendarDay, by, *, reason: str = "") -> list:
    row._history_user, row._change_reason = by, reason or None
    row.delete()
    return row.saved_rows()


def _record(kind, subject, by, at, rows, data, reason="") -> None:
    record(kind, subject=subject, by=by, at=at, rows=rows, data=data, reason=reason)
