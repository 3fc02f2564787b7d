"""A year as people read a calendar: twelve months of weeks, special days marked by a shape and a word."""

from calendar import Calendar
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext_lazy as _

from cms.law.choices import DayCode
from cms.law.workdays import SpecialDay, WorkCalendar

#: A shape for each code, so that colour is never needed; none is a shape of the due dates.
SHAPES = {
    DayCode.HOLIDAY: "★",
    DayCode.COMPENSATORY_OFF: "+",
    DayCode.SWAPPED_OFF: "⇄",
    DayCode.SWAPPED_WORK: "▣",
}
_MONDAY_FIRST = Calendar(firstweekday=0)


@dataclass(frozen=True)
class Mark:
    """A special day with its shape and its word."""

    day: SpecialDay

    @property
    def date(self) -> date:
        return self.day.date

    @property
    def shape(self) -> str:
        return SHAPES[self.day.code]

    @property
    def word(self) -> str:
        return self.day.code.label

    @property
    def is_worked(self) -> bool:
        return self.day.code is DayCode.SWAPPED_WORK


@dataclass(frozen=True)
class Cell:
    """One square of a month; without a number it is blank."""

    number: int | None
    mark: Mark | None = None
    is_weekend: bool = False

    @property
    def classes(self) -> str:
        if self.mark:
            return "cal-work" if self.mark.is_worked else "cal-off"
        return "cal-weekend" if self.is_weekend else ""


@dataclass(frozen=True)
class Month:
    number: int
    weeks: list[list[Cell]]
    marks: list[Mark]


@dataclass(frozen=True)
class YearTable:
    year: int
    months: list[Month]

    @property
    def busy_months(self) -> list[Month]:
        """Those with a special day."""
        return [month for month in self.months if month.marks]


def key() -> list[tuple[str, str]]:
    """Every shape with its word."""
    return [(SHAPES[code], code.label) for code in DayCode]


def build(year: int, days: Iterable[SpecialDay]) -> YearTable:
    marks = {day.date: Mark(day) for day in sorted(days, key=lambda day: day.date)}
    return YearTable(year, [_month(year, number, marks) for number in range(1, 13)])


def _month(year: int, number: int, marks: Mapping[date, Mark]) -> Month:
    weeks = [
        [Cell(day.day, marks.get(day), day.weekday() >= 5) if day.month == number else Cell(None) for day in week]
        for week in _MONDAY_FIRST.monthdatescalendar(year, number)
    ]
    return Month(number, weeks, [mark for day, mark in marks.items() if day.month == number])


@dataclass(frozen=True)
class DayChange:
    """What a change makes of one day: now and then, in words."""

    date: date
    now: str
    after: str


def changes(known: WorkCalendar, wanted: Mapping[date, SpecialDay | None]) -> list[DayChange]:
    return [DayChange(day, in_words(day, known.days.get(day)), in_words(day, wanted[day])) for day in sorted(wanted)]


def in_words(day: date, special: SpecialDay | None) -> str:
    """Nghỉ hoán đổi: Nghỉ hoán đổi với thứ Bảy 28/11; an ordinary day by its weekday."""
    if special:
        return f"{SHAPES[special.code]} {special.code.label}: {special.name}"
    return str(_("Ngày nghỉ hằng tuần") if day.weekday() >= 5 else _("Ngày làm việc"))
