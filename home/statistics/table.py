"""The figures of a scope as lines: the one table that screen, XLSX, PDF and the open interface all read."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from cms.core.dates import short
from cms.core.figures import WHOLE, Counts, Definition, Group, Measure, Period, Scope
from cms.core.models import Authority
from cms.core.print_table import words
from home.reports.gathering import all_definitions, figures

#: Longer lists of parts leave out what is nothing.
SHORT_LIST = 10


@dataclass(frozen=True)
class Line:
    """A figure, or one part of it: its words, and its amount for each authority."""

    definition: Definition
    part: str
    label: str
    amounts: dict[int, int]
    #: Only the words: what it is divided into follows.
    is_heading: bool = False

    @property
    def total(self) -> int:
        return self.definition.total(self.amounts.values())

    @property
    def shown(self) -> str:
        return shown(self.definition, self.total)

    def shown_of(self, authority: int) -> str:
        return shown(self.definition, self.amounts.get(authority, 0))

    def cell(self, amount: int):
        """What a workbook holds: a number to reckon with, or a day."""
        return as_day(amount) if self.definition.measure == Measure.DAY else amount


def shown(definition: Definition, amount: int) -> str:
    """1.234, or a day where the figure is one."""
    if definition.measure != Measure.DAY:
        return words(amount)
    return short(as_day(amount)) if amount else "–"


def as_day(amount: int) -> date | None:
    return date.fromordinal(amount) if amount else None


@dataclass(frozen=True)
class Table:
    """Every figure of these authorities in a period."""

    authorities: tuple[Authority, ...]
    period: Period
    lines: tuple[Line, ...]

    @property
    def groups(self) -> list[tuple[Group, list[Line]]]:
        """The lines under their headings, in the order of a report."""
        found = [(group, [line for line in self.lines if line.definition.group == group]) for group in Group]
        return [(group, lines) for group, lines in found if lines]

    def of(self, code: str, part: str = WHOLE) -> Line | None:
        return next((line for line in self.lines if line.definition.code == code and line.part == part), None)


def table_of(authorities: Iterable[Authority], period: Period) -> Table:
    """Counted now; as many statements for one authority as for all."""
    authorities = tuple(authorities)
    counted = figures(Scope(tuple(one.pk for one in authorities), period))
    lines = [line for one in all_definitions() for line in lines_of(one, counted[one.code])]
    return Table(authorities, period, tuple(lines))


def lines_of(definition: Definition, counts: Counts) -> list[Line]:
    """One line, or a heading and a line for each part."""
    labels = definition.part_labels()
    if not labels:
        return [Line(definition, WHOLE, str(definition.label), _of_part(counts, WHOLE))]
    found = {part for amounts in counts.values() for part in amounts}
    parts = [part for part in labels if part in found or len(labels) <= SHORT_LIST]
    parts += sorted(found - labels.keys())
    heading = Line(definition, WHOLE, str(definition.label), {}, is_heading=True)
    return [heading, *(Line(definition, part, definition.label_of(part), _of_part(counts, part)) for part in parts)]


def _of_part(counts: Counts, part: str) -> dict[int, int]:
    return {authority: amounts[part] for authority, amounts in counts.items() if part in amounts}
