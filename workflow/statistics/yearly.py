"""The figures of an authority, counted from the register in one statement: one definition each (readings.md 16.4).

Counting rules: what was received counts in the year of its day of receipt; what was answered, late or refused in the
year in which it ended; an extension in the year in which the requester was told. Requests that were set aside as
duplicates or no requests at all, and those that their sender has not confirmed yet, are not counted anywhere.
"""

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date

from django.db.models import CharField, Count, F, IntegerField, Value
from django.db.models.functions import Cast, ExtractMonth, ExtractYear

from cms.core.models import Authority
from cms.core.models.predecessor import family_of
from workflow.choices import DecisionKind, DecisionState, Outcome, Status
from workflow.models import Extension, InformationRequest
from workflow.models.decision import Finding

#: An answer was given: what was asked for, a part of it, or a refusal in writing.
ANSWERED = (Status.PROVIDED, Status.PROVIDED_PARTLY, Status.REFUSED)
NOT_COUNTED = (Status.SET_ASIDE, Status.AWAITING_CONFIRMATION)


@dataclass(frozen=True)
class YearFigures:
    """One year. `outcomes`: how many ended in each status; `grounds`: requests refused, whole or in part, on each."""

    year: int
    received: int = 0
    late: int = 0
    extended: int = 0
    outcomes: dict[str, int] = field(default_factory=dict)
    grounds: dict[str, int] = field(default_factory=dict)

    @property
    def answered(self) -> int:
        return sum(self.outcomes.get(status, 0) for status in ANSWERED)

    @property
    def on_time(self) -> int:
        return self.answered - self.late


@dataclass(frozen=True)
class Figures:
    """What stands open on the day, and every year of which the register knows, the newest first."""

    day: date
    open: int
    overdue: int
    years: list[YearFigures]
    #: Requests received in each of the last twelve months, the oldest first: (year, month, how many).
    months: list[tuple[int, int, int]]


def figures_of(authority: Authority, day: date, *, with_former: bool = False) -> Figures:
    """Every figure of the authority as the register stands on that day; one query, however long the register.

    `with_former`: together with the bodies whose place it took.
    """
    keys = family_of(authority) if with_former else [authority.pk]
    counted = InformationRequest.objects.filter(authority__in=keys).exclude(status__in=NOT_COUNTED).order_by()
    ended = counted.filter(outcome_on__isnull=False)
    extensions = Extension.objects.filter(info_request__in=counted.values("pk")).order_by()
    findings = Finding.objects.filter(
        decision__info_request__in=ended.values("pk"),
        decision__kind=DecisionKind.ANSWER,
        decision__state=DecisionState.EFFECTIVE,
    ).exclude(outcome=Outcome.PROVIDE)
    months = _last_months(day)
    recent = counted.filter(received_on__gte=date(*months[0], 1), received_on__lte=day)
    rows = _rows(counted, "received", "received_on", "").union(
        _rows(recent, "month", "received_on", ExtractMonth("received_on")),
        _rows(counted.open(), "open", None, ""),
        _rows(counted.overdue_on(day), "overdue", None, ""),
        _rows(ended, "outcome", "outcome_on", F("status")),
        _rows(ended.filter(status__in=ANSWERED, outcome_on__gt=F("due_on")), "late", "outcome_on", ""),
        _rows(extensions, "extended", "told_on", "", of="info_request"),
        _rows(
            findings.order_by(),
            "ground",
            "decision__info_request__outcome_on",
            F("ground"),
            of="decision__info_request",
        ),
        all=True,
    )
    return _gathered(rows, day, months)


def _last_months(day: date) -> list[tuple[int, int]]:
    """(year, month) of the twelve months up to the one of the day, the oldest first."""
    last = day.year * 12 + day.month - 1
    return [(number // 12, number % 12 + 1) for number in range(last - 11, last + 1)]


def _rows(queryset, figure, day_field, part, of="pk"):
    """(figure, year, part, how many requests); year 0 where the figure is of the present day."""
    year = ExtractYear(day_field) if day_field else Value(0, output_field=IntegerField())
    return (
        queryset.annotate(
            of_figure=Value(figure), of_year=Cast(year, IntegerField()), of_part=Cast(part or Value(""), CharField())
        )
        .values_list("of_figure", "of_year", "of_part")
        .annotate(amount=Count(of, distinct=True))
    )


def _gathered(rows, day, months):
    plain, parts = defaultdict(int), defaultdict(dict)
    for figure, year, part, amount in rows:
        if part:
            parts[figure, year][part] = amount
        else:
            plain[figure, year] = amount
    years = sorted({year for _figure, year in [*plain, *parts] if year}, reverse=True)
    return Figures(
        day,
        plain["open", 0],
        plain["overdue", 0],
        [
            YearFigures(
                year,
                plain["received", year],
                plain["late", year],
                plain["extended", year],
                parts["outcome", year],
                parts["ground", year],
            )
            for year in years
        ],
        [(year, month, parts["month", year].get(str(month), 0)) for year, month in months],
    )
