"""Figures of authorities over a period: what each counts, by which rule, and the rows behind it (readings.md 16.3, 16.4).

Each room declares its own figures; a report gathers them. A figure and the list that it opens are the same rows, so that
neither can say something else than the other.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta

from django.db.models import BigIntegerField, CharField, Count, F, QuerySet, Sum, TextChoices, Value
from django.db.models.functions import Cast, Coalesce, NullIf
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

ONE_DAY = timedelta(days=1)
#: The one part of a figure that is not divided.
WHOLE = ""
#: The part of those rows that have not been classed yet.
NOT_CLASSED = "NONE"
#: Figures counted in one statement; databases bound the length of one.
TOGETHER = 24


class Measure(TextChoices):
    """What a figure is a number of."""

    REQUEST = "REQUEST", _("yêu cầu")
    PIECE = "PIECE", _("mục thông tin")
    PERSON = "PERSON", _("người")
    DONG = "DONG", _("đồng")
    CORRECTION = "CORRECTION", _("kiến nghị")
    REMEDY = "REMEDY", _("vụ việc")
    ITEM = "ITEM", _("mục danh mục")
    DUTY = "DUTY", _("việc phải làm")
    ACTIVITY = "ACTIVITY", _("hoạt động")
    AUTHORITY = "AUTHORITY", _("cơ quan")
    #: A day, as `date.toordinal()` counts it: of several authorities the newest.
    DAY = "DAY", _("ngày")


class Group(TextChoices):
    """The parts of a report, in their order (readings.md 16.4)."""

    RECEIVED = "RECEIVED", _("Tiếp nhận")
    BALANCE = "BALANCE", _("Chuyển kỳ")
    CHECKED = "CHECKED", _("Kiểm tra yêu cầu")
    ENDED = "ENDED", _("Kết quả giải quyết")
    TIMELY = "TIMELY", _("Thời hạn")
    REFUSED = "REFUSED", _("Từ chối theo căn cứ")
    COST = "COST", _("Chi phí")
    CORRECTED = "CORRECTED", _("Đính chính thông tin")
    REMEDIES = "REMEDIES", _("Khiếu nại, khởi kiện, tố cáo")
    PUBLICATION = "PUBLICATION", _("Công khai thông tin")
    DUTIES = "DUTIES", _("Việc phải công khai, phải có")
    COMMUNICATION = "COMMUNICATION", _("Truyền thông, tập huấn")
    MEANS = "MEANS", _("Con người, điều kiện")


@dataclass(frozen=True, order=True)
class Period:
    """Calendar days on the wall of the office, both included."""

    start: date
    end: date

    def __post_init__(self):
        if self.end < self.start:
            raise ValueError("A period ends on or after the day on which it begins.")

    @classmethod
    def reporting_year(cls, year: int) -> "Period":
        """15/12 of the year before to 14/12: yearly data of state reports (Nghị định 09/2019/NĐ-CP; readings.md 16.2)."""
        return cls(date(year - 1, 12, 15), date(year, 12, 14))

    @classmethod
    def calendar_year(cls, year: int) -> "Period":
        return cls(date(year, 1, 1), date(year, 12, 31))

    @classmethod
    def quarter(cls, year: int, number: int) -> "Period":
        """One of four, from 1."""
        return cls(date(year, 3 * number - 2, 1), _last_of(year, 3 * number))

    @classmethod
    def month(cls, year: int, number: int) -> "Period":
        return cls(date(year, number, 1), _last_of(year, number))

    def days(self, name: str) -> dict:
        """Lookups: a field that holds a day, within the period."""
        return {f"{name}__gte": self.start, f"{name}__lte": self.end}

    def moments(self, name: str) -> dict:
        """Lookups: a field that holds a moment, within the days of the period in Việt Nam."""
        return {f"{name}__gte": _midnight(self.start), f"{name}__lt": _midnight(self.end + ONE_DAY)}

    def __contains__(self, day: date) -> bool:
        return self.start <= day <= self.end


def _last_of(year: int, month: int) -> date:
    return date(year + month // 12, month % 12 + 1, 1) - ONE_DAY


def _midnight(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day, time.min))


@dataclass(frozen=True)
class Scope:
    """Whose figures, and of which days."""

    authority_ids: tuple[int, ...]
    period: Period


#: {key of the authority: {part: amount}}; what is nothing is left out.
Counts = dict[int, dict[str, int]]


@dataclass(frozen=True, eq=False)
class Definition:
    """One figure. `meaning` is its counting rule as a reader is told it; `article` the provision that asks for it.

    `rows`: what is counted, one row a thing. `part` divides them (the name of a field, or an expression), and `parts` says
    in which parts, with their words. `amount`, of a row, is summed instead of counting rows. `reckon` takes the place of
    counting where the database cannot. `gate` says which of the rows a person may open, `opens` in which authorities that is
    all of them.
    """

    code: str
    group: Group
    label: str
    meaning: str
    article: str
    measure: Measure
    rows: Callable[[Scope], QuerySet] | None = None
    #: Where a row says which authority it belongs to.
    authority: str = "authority"
    part: object = None
    parts: Mapping[str, str] | Callable[[], Mapping[str, str]] = field(default_factory=dict)
    amount: object = None
    reckon: Callable[[Scope], Counts] | None = None
    gate: Callable[[object, QuerySet], QuerySet] | None = None
    opens: Callable[[object], set[int]] = lambda user: user.works_for
    #: The figure that this one divides.
    of: str = ""
    #: A row may stand in several parts, so that they may come to more than the whole.
    overlaps: bool = False

    def count(self, scope: Scope) -> Counts:
        """The amounts of each authority that has any."""
        return count_all([self], scope)[self.code]

    def cases(self, scope: Scope, part: str | None = None) -> QuerySet | None:
        """The rows behind the figure or one of its parts; None where no rows stand behind it."""
        if self.rows is None:
            return None
        rows = self.rows(scope)
        if part is None or self.part is None:
            return rows
        found = rows.alias(of_part=self._part).filter(of_part=part)
        return rows.model._default_manager.filter(pk__in=found.order_by().values("pk")) if self.overlaps else found

    def part_labels(self) -> Mapping[str, str]:
        """The words of each part, in their order; empty where the figure is not divided."""
        return self.parts() if callable(self.parts) else self.parts

    def label_of(self, part: str) -> str:
        return str(self.part_labels().get(part, part)) if part else str(self.label)

    def total(self, amounts: Iterable[int]) -> int:
        """Several amounts as one: of days the newest."""
        amounts = list(amounts)
        return max(amounts, default=0) if self.measure == Measure.DAY else sum(amounts)

    @property
    def _part(self):
        if self.part is None:
            return Value(WHOLE, output_field=CharField())
        given = F(self.part) if isinstance(self.part, str) else self.part
        given = NullIf(Cast(given, CharField()), Value("", output_field=CharField()))
        return Coalesce(given, Value(NOT_CLASSED, output_field=CharField()), output_field=CharField())

    def _counted(self, scope: Scope) -> QuerySet:
        """(code, key of the authority, part, amount) as the database reckons them."""
        amount = Count("pk", distinct=True) if self.amount is None else Sum(self.amount)
        return (
            self.rows(scope)
            .order_by()
            .annotate(
                of_figure=Value(self.code, output_field=CharField()),
                of_authority=Cast(F(self.authority), BigIntegerField()),
                of_part=self._part,
            )
            .values_list("of_figure", "of_authority", "of_part")
            .annotate(of_amount=Cast(amount, BigIntegerField()))
        )


def count_all(definitions: Iterable[Definition], scope: Scope) -> dict[str, Counts]:
    """{code: {key of the authority: {part: amount}}} in as many statements as there are dozens of figures, not of rows."""
    definitions = list(definitions)
    found: dict[str, Counts] = {one.code: {} for one in definitions}
    in_tables = [one for one in definitions if one.reckon is None]
    for start in range(0, len(in_tables), TOGETHER):
        first, *others = [one._counted(scope) for one in in_tables[start : start + TOGETHER]]
        for code, authority, part, amount in first.union(*others, all=True) if others else first:
            if amount:
                found[code].setdefault(authority, {})[part] = amount
    for one in definitions:
        if one.reckon is not None:
            found[one.code] = one.reckon(scope)
    return found


def chosen(definitions: Iterable[Definition], *codes: str) -> list[Definition]:
    """The figures of these codes, in this order. KeyError names one that nobody declares."""
    by_code = {one.code: one for one in definitions}
    return [by_code[code] for code in codes]
