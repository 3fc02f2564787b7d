"""Where a time limit ends, and why: working days, swapped days, days that roll over, explained day by day.

Sources: Bộ luật Dân sự 91/2015/QH13 (BLDS), Điều 147 and 148, for counting; Bộ luật Lao động 45/2019/QH14, Điều 111 and
112, for days off.
Days are local days of Việt Nam; a time limit ends at 24:00 of its last day (Điều 148.6).
"""

from calendar import monthrange
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta

from cms.core.dates import short, weekday
from cms.law.choices import DayCode, Unit
from cms.law.errors import CalendarError
from cms.law.terms import Term

ONE_DAY = timedelta(days=1)
ROLLED = "Điều 148.5 Bộ luật Dân sự 91/2015/QH13"
DAYS_OFF = "Điều 111, Điều 112 Bộ luật Lao động 45/2019/QH14"
#: A calendar in which so many days in a row are off is a mistake, not a holiday.
LONGEST_BREAK = 60


@dataclass(frozen=True)
class SpecialDay:
    """A day off, or a weekend day that is worked, by its notice."""

    date: date
    code: DayCode
    name: str
    notice_number: str = ""
    source: str = ""


@dataclass(frozen=True)
class CountedDay:
    """One day of a time limit: whether it counts, as which (1 is the first), and why, in Vietnamese."""

    date: date
    counted: bool
    number: int | None
    reason: str
    article: str = ""


@dataclass(frozen=True)
class Reckoning:
    """A due date with its explanation. `starts_on` is the day of the event, which is not counted (BLDS Điều 147.2)."""

    starts_on: date
    due_on: date
    article: str
    provisional: bool
    provisional_reason: str
    days: tuple[CountedDay, ...]

    def as_json(self) -> dict:
        """What the API and the command print; dates as ISO text."""
        return {
            "starts_on": self.starts_on.isoformat(),
            "due_on": self.due_on.isoformat(),
            "article": self.article,
            "provisional": self.provisional,
            "days": [{"date": day.date.isoformat(), "counted": day.counted, "reason": day.reason} for day in self.days],
        }


class WorkCalendar:
    """The national working-day calendar: its special days, and the years that two people confirmed.

    Monday to Friday are worked, Saturday and Sunday are not, unless a special day says otherwise. A year that is not
    confirmed counts by weekday alone, and what reaches into it is provisional.
    """

    def __init__(self, days: Iterable[SpecialDay], confirmed_years: Iterable[int]):
        self.days: Mapping[date, SpecialDay] = {day.date: day for day in days}
        self.confirmed_years = frozenset(confirmed_years)

    def with_changes(self, changes: Mapping[date, SpecialDay | None]) -> "WorkCalendar":
        """The same calendar with days added, replaced, or (None) made ordinary again."""
        days = {**self.days, **changes}
        return WorkCalendar([day for day in days.values() if day], self.confirmed_years)

    def is_working(self, day: date) -> bool:
        """Whether offices work on that day."""
        special = self.days.get(day)
        return special.code is DayCode.SWAPPED_WORK if special else day.weekday() < 5

    def working_day_after(self, day: date, amount: int) -> date:
        """The so-manieth working day after `day`, which itself is not counted; `amount` is 1 or more."""
        left, days_off = amount, 0
        try:
            while left > 0:
                day += ONE_DAY
                days_off = 0 if self.is_working(day) else days_off + 1
                left -= not days_off
                if days_off > LONGEST_BREAK:
                    raise CalendarError(f"Lịch có hơn {LONGEST_BREAK} ngày nghỉ liền nhau trước {short(day)}.")
        except OverflowError:
            raise CalendarError("Ngày này quá xa, lịch không tính được.") from None
        return day

    def working_days_between(self, start: date, end: date) -> int:
        """How many working days come after `start`, up to and with `end`; 0 where `end` is not later."""
        weeks, rest = divmod(max((end - start).days, 0), 7)
        found = 5 * weeks + sum((start + n * ONE_DAY).weekday() < 5 for n in range(1, rest + 1))
        special = (day for day in self.days if start < day <= end)
        return found + sum(self.is_working(day) - (day.weekday() < 5) for day in special)

    def end_of(self, start: date, term: Term) -> date:
        """The last day of a term. The day of the event itself is not counted (BLDS Điều 147.2).

        A term in calendar days, months or years whose last day is off ends on the next working day (BLDS Điều 148.5).
        """
        if term.unit is Unit.IMMEDIATE:
            return start
        if term.unit is Unit.WORKING_DAY:
            return self.working_day_after(start, term.amount)
        last = _last_day(start, term)
        return last if self.is_working(last) else self.working_day_after(last, 1)

    def explain(self, start: date, term: Term) -> Reckoning:
        """The last day of a term with every day on the way to it: counted or not, and why."""
        due_on = self.end_of(start, term)
        in_working_days = term.unit is Unit.WORKING_DAY
        nominal = due_on if in_working_days else start if term.unit is Unit.IMMEDIATE else _last_day(start, term)
        days, number = [], 0
        for offset in range(1, (due_on - start).days + 1):
            day = start + offset * ONE_DAY
            counted = self.is_working(day) if in_working_days else day <= nominal
            number += counted
            days.append(self._counted(day, number, term) if counted else self._passed(day, is_rolled=day > nominal))
        unsure = sorted({day.date.year for day in days} - self.confirmed_years)
        return Reckoning(start, due_on, term.article, bool(unsure), _unsure_reason(unsure), tuple(days))

    def extended(self, running: Reckoning, term: Term) -> Reckoning:
        """A running term made longer: it runs on from its own end, a rolled day included, never from today."""
        more = self.explain(running.due_on, term)
        days = tuple(replace(day, reason=f"Gia hạn. {day.reason}") for day in more.days)
        reasons = dict.fromkeys(filter(None, (running.provisional_reason, more.provisional_reason)))
        return Reckoning(
            starts_on=running.starts_on,
            due_on=more.due_on,
            article=term.article,
            provisional=running.provisional or more.provisional,
            provisional_reason=" ".join(reasons),
            days=running.days + days,
        )

    def _counted(self, day: date, number: int, term: Term) -> CountedDay:
        special = self.days.get(day)
        unit = "Ngày làm việc" if term.unit is Unit.WORKING_DAY else "Ngày"
        reason = f"{unit} thứ {number}"
        if special:
            reason = f"{reason}; {_said(special)}"
        elif not self.is_working(day):
            reason = f"{reason}; {weekday(day)}, vẫn tính"
        return CountedDay(day, counted=True, number=number, reason=reason, article=term.article)

    def _passed(self, day: date, *, is_rolled: bool) -> CountedDay:
        special = self.days.get(day)
        if self.is_working(day):
            why = "Ngày làm việc tiếp theo, thời hạn kết thúc vào ngày này"
        else:
            why = f"Không tính; {_said(special) if special else f'{weekday(day)}, ngày nghỉ hằng tuần'}"
        return CountedDay(day, counted=False, number=None, reason=why, article=ROLLED if is_rolled else DAYS_OFF)


def _last_day(start: date, term: Term) -> date:
    """The last day of a term in calendar days, months or years, before it rolls over a day off."""
    try:
        if term.unit is Unit.CALENDAR_DAY:
            return start + term.amount * ONE_DAY
        months = term.amount * (12 if term.unit is Unit.YEAR else 1)
        year, month = divmod(start.year * 12 + start.month - 1 + months, 12)
        # The same day of the last month, or that month's last day (BLDS Điều 148.3).
        return date(year, month + 1, min(start.day, monthrange(year, month + 1)[1]))
    except (OverflowError, ValueError):
        raise CalendarError("Ngày này quá xa, lịch không tính được.") from None


def _said(special: SpecialDay) -> str:
    """nghỉ bù: Giỗ Tổ Hùng Vương (3383/BNV-CVL)."""
    notice = f" ({special.notice_number})" if special.notice_number else ""
    return f"{special.code.label.lower()}: {special.name}{notice}"


def _unsure_reason(years: list[int]) -> str:
    if not years:
        return ""
    which = ", ".join(str(year) for year in years)
    return f"Tạm tính: lịch làm việc năm {which} chưa được xác nhận, mới trừ thứ Bảy, Chủ nhật."
