"""What a report says, part by part, as plain data: the same on the screen, on paper and in the spreadsheet."""

from collections.abc import Iterator
from dataclasses import dataclass
from math import ceil

from django.utils.translation import gettext_lazy as _

from cms.core.dates import short
from home.reports import consolidating, counting
from home.reports.choices import PartKind, PeriodKind
from home.reports.consolidating import counted_of
from home.reports.counting import shown
from home.reports.outline import parts_of

#: What a comparison and a table by authorities show where the outline names no figures.
MAIN = ("received", "settled", "provided", "provided_partly", "refused", "late", "remedies")
#: So many columns of figures have room beside the name of a body, on A4 upright.
COLUMNS = 5
_ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII", "XIV", "XV")


@dataclass(frozen=True)
class Table:
    """Rows under columns; the first column is words, the others figures. `numeric` from 0."""

    title: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]

    @property
    def numeric(self) -> tuple[int, ...]:
        return tuple(range(1, len(self.columns)))


@dataclass(frozen=True)
class Part:
    """One part of a report: written words, or tables, or a list of names."""

    key: int
    kind: str
    number: str
    title: str
    hint: str = ""
    text: str = ""
    tables: tuple[Table, ...] = ()
    names: tuple[str, ...] = ()

    @property
    def is_text(self) -> bool:
        return self.kind == PartKind.TEXT

    @property
    def has_units(self) -> bool:
        """The second column of its tables is words: what each figure is a number of."""
        return self.kind == PartKind.FIGURES

    @property
    def heading(self) -> str:
        return f"{self.number}. {self.title}"


def parts(report) -> list[Part]:
    """Every part of the report, numbered in its order."""
    texts = {one.part_id: one.text for one in report.texts.all()}
    told = []
    for place, part in enumerate(parts_of(report)):
        number = _ROMAN[place] if place < len(_ROMAN) else str(place + 1)
        words = {"key": part.pk, "kind": part.kind, "number": number, "title": part.title, "hint": part.hint}
        told.append(Part(**words, **_filling(report, part, texts)))
    return told


def _filling(report, part, texts) -> dict:
    if part.kind == PartKind.TEXT:
        return {"text": texts.get(part.pk, "")}
    if part.kind == PartKind.MISSING:
        return {"names": tuple(missing_of(report))}
    make = {PartKind.FIGURES: _figures, PartKind.COMPARISON: _comparison, PartKind.BY_AUTHORITY: _by_body}[part.kind]
    return {"tables": tuple(make(report, part.figures))}


def _figures(report, codes) -> Iterator[Table]:
    columns = (str(_("Chỉ tiêu")), str(_("Đơn vị tính")), str(_("Số lượng")))
    for heading, lines in counting.lines(counted_of(report), codes):
        rows = tuple((indented(one), one.measure, shown_of(report, one)) for one in lines)
        yield Table(heading, columns, rows)


def shown_of(report, line) -> str:
    """The figure of one line as it is read."""
    measures = {one["code"]: one["measure"] for one in report.definitions}
    return shown(measures.get(line.code, ""), line.amount)


def indented(line) -> str:
    return f"– {line.label}" if line.is_part else line.label


def main_of(definitions, codes) -> list[dict]:
    """The definitions of these figures, or of the main ones, as far as the report knows them."""
    wanted = codes or MAIN
    known = {one["code"]: one for one in definitions}
    return [known[code] for code in wanted if code in known]


def _comparison(report, codes) -> Iterator[Table]:
    before = consolidating.earlier(report)
    definitions = main_of(report.definitions, codes)
    if not definitions:
        return
    now = consolidating.years_of(report.period)
    columns = (str(_("Chỉ tiêu")), *(str(_("Kỳ %(year)s") % {"year": year}) for year, _counted in reversed(before)))
    columns = (*columns, str(_("Kỳ %(year)s") % {"year": now}))
    rows = []
    for one in definitions:
        amounts = [_known_total(counted, one) for _year, counted in reversed(before)]
        amounts.append(_known_total(counted_of(report), one))
        rows.append((f"{one['label']} ({one['measure_label']})", *amounts))
    yield Table("" if before else str(_("Chưa có báo cáo của kỳ trước trong hệ thống.")), columns, tuple(rows))


def _known_total(counted, definition) -> str:
    """What a period says of a figure; a dash where it was not counted then."""
    if all(one["code"] != definition["code"] for one in counted.definitions):
        return "–"
    return shown(definition["measure"], counting.total_of(definition, counted.figures.get(definition["code"], {})))


def _by_body(report, codes) -> Iterator[Table]:
    definitions = main_of(report.definitions, codes)
    sent = [row for row in report.breakdown if "figures" in row]
    whole = {"short_name": str(_("Cộng")), "figures": report.figures}
    name = str(_("Kỳ")) if report.period.kind == PeriodKind.THREE_YEARLY else str(_("Cơ quan"))
    tables = ceil(len(definitions) / COLUMNS)
    share = ceil(len(definitions) / tables) if tables else 1  # tables of about the same width
    for start in range(0, len(definitions), share):
        group = definitions[start : start + share]
        rows = tuple((row["short_name"], *(_cell(row, one) for one in group)) for row in (*sent, whole))
        yield Table("", (name, *(one["label"] for one in group)), rows)


def _cell(row, definition) -> str:
    return shown(definition["measure"], counting.total_of(definition, row["figures"].get(definition["code"], {})))


def missing_of(report) -> list[str]:
    """Bodies of whom nothing had come when the figures were added up; of several years with the year."""
    if report.period.kind == PeriodKind.THREE_YEARLY:
        return [f"{row['short_name']}: {', '.join(row['missing'])}" for row in report.breakdown if row.get("missing")]
    return [row["name"] for row in report.breakdown if "figures" not in row]


def period_words(report) -> str:
    """ "từ ngày 15/12/2025 đến hết ngày 14/12/2026, số liệu ước tính đến ngày 15/11/2026"."""
    period = report.period
    told = _("từ ngày %(first)s đến hết ngày %(last)s") % {
        "first": short(period.first_on),
        "last": short(period.last_on),
    }
    if report.counted_to is not None and report.counted_to < period.last_on:
        told = f"{told}, {_('số liệu ước tính đến ngày %(day)s') % {'day': short(report.counted_to)}}"
    return str(told)
