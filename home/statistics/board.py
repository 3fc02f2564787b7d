"""Pictures of the work: how much comes and goes, how old what is open is, whose turn it is, in time or not, refused why.

The same definitions as in the table, by month; what is open is read as it stands today. Overdue in law is never mixed
with waiting for the citizen: there the law's clock does not run, or it is not the authority that must act.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta

from django.db.models import Count, Q
from django.db.models.functions import ExtractMonth, ExtractYear
from django.utils.translation import gettext_lazy as _

from cms.core.bars import Bar, Columns, bar, columns
from cms.core.figures import Period, Scope, count_all
from cms.core.models import Authority
from home.reports.gathering import by_code
from home.statistics.table import lines_of
from workflow.choices import RUNNING_STATUSES, WAITING_FOR_CITIZEN
from workflow.statistics.cases import counted

MONTHS = 12
LOAD = (("received", "bar__sent", _("đã nhận")), ("ended", "bar__done", _("đã kết thúc")))
TIMELY = (("on_time", "bar__done", _("đúng hạn")), ("late", "bar__late", _("quá hạn")))
#: Whose turn it is, of what is open.
TURNS = (
    ("running", "bar__done", _("trong hạn")),
    ("overdue", "bar__late", _("quá hạn theo luật")),
    ("citizen", "bar__wait", _("chờ người dân")),
)
#: First and last day of age, and the words.
AGES = ((0, 5), (6, 10), (11, 15), (16, 30), (31, None))
#: By which field of a request a month counts it.
_DAY_OF = {"received": "received_on", "ended": "outcome_on", "on_time": "outcome_on", "late": "outcome_on"}


@dataclass(frozen=True)
class Row:
    """One line of a table, drawn as a bar or a group of columns beside it."""

    label: str
    counts: dict[str, int]

    @property
    def whole(self) -> int:
        return sum(self.counts.values())


@dataclass(frozen=True)
class Picture:
    """Rows, their parts, and the bars that show them."""

    parts: tuple
    rows: list[Row]

    @property
    def is_empty(self) -> bool:
        return not any(row.whole for row in self.rows)

    @property
    def bars(self) -> list[Bar]:
        """Bars that can be compared: the longest row fills the width."""
        most = max((row.whole for row in self.rows), default=0)
        return [bar(row.label, row.counts, self.parts, of=most) for row in self.rows if row.whole]

    @property
    def columns(self) -> list[Columns]:
        return columns([(row.label, row.counts) for row in self.rows], self.parts)

    @property
    def lines(self) -> list[tuple[str, list[int]]]:
        return [(row.label, [row.counts[name] for name, _css, _word in self.parts]) for row in self.rows]


@dataclass(frozen=True)
class Board:
    """Everything the page draws."""

    load: Picture
    timely: Picture
    ages: Picture
    holders: Picture
    grounds: Picture


def board_of(authorities: Iterable[Authority], day: date) -> Board:
    """As it stands on that day, with the twelve months up to it; a handful of statements, however many rows."""
    authorities = list(authorities)
    keys = tuple(one.pk for one in authorities)
    months = _months(day)
    period = Period(date(*months[0], 1), Period.month(*months[-1]).end)
    by_month = _by_month(Scope(keys, period), months)
    return Board(
        Picture(LOAD, [Row(label, {name: found[name] for name in ("received", "ended")}) for label, found in by_month]),
        Picture(TIMELY, [Row(label, {name: found[name] for name in ("on_time", "late")}) for label, found in by_month]),
        Picture(TURNS, _ages(keys, day)),
        Picture(TURNS, _holders(authorities, day)),
        _grounds(Scope(keys, period)),
    )


def _months(day: date) -> list[tuple[int, int]]:
    """(year, month) of the twelve months up to the one of the day, the oldest first."""
    last = day.year * 12 + day.month - 1
    return [(number // 12, number % 12 + 1) for number in range(last - MONTHS + 1, last + 1)]


def _by_month(scope, months):
    """[("11/2026", {figure: amount})]: the figures of the table, divided by the month of their day."""
    divided = [
        replace(by_code()[code], part=ExtractYear(name) * 100 + ExtractMonth(name), parts={})
        for code, name in _DAY_OF.items()
    ]
    counts = count_all(divided, scope)
    return [
        (
            f"{month:02d}/{year}",
            {code: sum(parts.get(str(year * 100 + month), 0) for parts in counts[code].values()) for code in _DAY_OF},
        )
        for year, month in months
    ]


# --- what is open ------------------------------------------------------------------------------------------------
def _turns(day: date, among: Q | None = None) -> dict[str, Count]:
    """How many are in time, overdue in law, or wait for the citizen; each open request is in one of them."""
    among = among if among is not None else Q()
    citizen = Q(status__in=WAITING_FOR_CITIZEN)
    late = Q(status__in=RUNNING_STATUSES, due_on__lt=day)
    return {
        "running": Count("pk", filter=among & ~late & ~citizen),
        "overdue": Count("pk", filter=among & late),
        "citizen": Count("pk", filter=among & citizen & ~late),
    }


def _open(keys):
    return counted(keys).open()


def _ages(keys, day) -> list[Row]:
    """By calendar days since the day of receipt."""
    columns = {}
    for first, last in AGES:
        within = Q(received_on__lte=day - timedelta(first))
        if last is not None:
            within &= Q(received_on__gte=day - timedelta(last))
        columns |= {f"{name}_{first}": count for name, count in _turns(day, within).items()}
    found = _open(keys).aggregate(**columns)
    return [
        Row(_age(first, last), {name: found[f"{name}_{first}"] for name, _css, _word in TURNS}) for first, last in AGES
    ]


def _age(first, last) -> str:
    words = _("%(first)d đến %(last)d ngày") if last is not None else _("Từ %(first)d ngày")
    return words % {"first": first, "last": last}


def _holders(authorities, day) -> list[Row]:
    """Of one authority each unit and officer, of several each authority; those with most overdue first."""
    alone = len(authorities) == 1
    by = ("unit__name", "assigned_to__first_name") if alone else ("authority__short_name",)
    rows = _open([one.pk for one in authorities]).values_list(*by).annotate(**_turns(day))
    found = []
    for line in rows:
        names, counts = line[: len(by)], line[len(by) :]
        label = f"{names[0]} · {names[1] or _('chưa giao')}" if alone else names[0]
        found.append(Row(label, dict(zip((name for name, _css, _word in TURNS), counts, strict=True))))
    return sorted(found, key=lambda row: (-row.counts["overdue"], -row.whole, row.label))


def _grounds(scope) -> Picture:
    """Requests refused, whole or in part, on each ground, in the same twelve months."""
    one = by_code()["withheld_ground"]
    lines = lines_of(one, one.count(scope))
    rows = [Row(line.label, {"requests": line.total}) for line in lines if line.part]
    rows.sort(key=lambda row: -row.whole)
    return Picture((("requests", "bar__sent", _("yêu cầu")),), rows)
