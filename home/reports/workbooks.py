"""A report as a spreadsheet: the same figures and totals as on paper, with how each is counted; and the form to fill in."""

from datetime import date, datetime
from typing import IO

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from cms.core import tables
from cms.core.dates import local_day, short
from cms.core.figures import Measure
from home.plans.acting import seal
from home.reports import access, consolidating, contents, counting
from home.reports.consolidating import counted_of

SHEET = "Số liệu"


def export(target: IO[bytes], *, report, by, at: datetime) -> int:
    """Write the report as XLSX; the act is on record. Returns how many rows."""
    access.demand(access.visible_reports(by).filter(pk=report.pk).exists(), access.WRITES)
    columns, rows = table_of(report)
    with transaction.atomic():
        owner = report.authority or report.period.authority
        seal("period_report.exported", report, by=by, at=at, authority=owner, data={"rows": len(rows), "kind": "XLSX"})
    return tables.write_xlsx(target, columns, rows, sheet=SHEET, about=_about(report, by, at))


def table_of(report) -> tuple[list[str], list[list]]:
    """One line a figure or part of one: this period, the periods before, each body of a consolidated report."""
    before = list(reversed(consolidating.earlier(report)))
    bodies = [row for row in report.breakdown if "figures" in row]
    year = consolidating.years_of(report.period)
    columns = [_("Mã"), _("Nhóm"), _("Chỉ tiêu"), _("Phân tổ"), _("Đơn vị tính")]
    columns += [_("Kỳ %(year)s") % {"year": one} for one in (*(name for name, _counted in before), year)]
    columns += [row["short_name"] for row in bodies]
    columns += [_("Cách đếm"), _("Căn cứ")]
    counteds = [counted for _name, counted in before]
    rows = []
    for group, lines in counting.lines(counted_of(report)):
        for line in lines:
            definition = next(one for one in report.definitions if one["code"] == line.code)
            rows.append(
                [
                    code_of(line.code, line.part),
                    group,
                    "" if line.is_part else line.label,
                    line.label if line.is_part else "",
                    line.measure,
                    *(_amount(definition, one.figures, line.part, counted=one) for one in counteds),
                    _cell(definition, line.amount),
                    *(_amount(definition, row["figures"], line.part) for row in bodies),
                    line.meaning,
                    line.article,
                ]
            )
    return _unique([str(one) for one in columns]), rows


def _unique(columns: list[str]) -> list[str]:
    """Two bodies may bear one short name; a table names each column once."""
    seen: dict[str, int] = {}
    told = []
    for one in columns:
        seen[one] = seen.get(one, 0) + 1
        told.append(one if seen[one] == 1 else f"{one} ({seen[one]})")
    return told


def code_of(code: str, part: str) -> str:
    """How a line is known: "received", or "received:POST" for one of its parts."""
    return f"{code}:{part}" if part else code


def _amount(definition, figures, part, counted=None):
    if counted is not None and all(one["code"] != definition["code"] for one in counted.definitions):
        return None  # that period did not count it
    if not part and definition["parts"] and definition["of"]:
        return None  # its sum stands with the figure that it divides
    parts = figures.get(definition["code"], {})
    return _cell(definition, parts.get(part, 0) if part else counting.total_of(definition, parts))


def _cell(definition, amount):
    if definition["measure"] == Measure.DAY:
        return date.fromordinal(amount) if amount else None
    return amount


def _about(report, by, at) -> list[tuple[str, str]]:
    period = report.period
    told = [
        (_("Báo cáo"), period.title),
        (_("Cơ quan báo cáo"), report.body.name),
        (_("Kỳ số liệu"), contents.period_words(report)),
        (_("Số, ký hiệu"), report.label or _("chưa cấp số")),
        (_("Tình trạng"), report.get_state_display()),
        (_("Nguồn số liệu"), report.get_source_display()),
        (_("Dấu của số liệu (SHA-256)"), report.figures_sha256 or _("chưa nộp")),
        (_("Người xuất"), by),
        (_("Ngày xuất"), short(local_day(at))),
    ]
    told += [(part.title, part.text) for part in contents.parts(report) if part.is_text]
    if report.is_consolidated:
        told.append((_("Cơ quan chưa gửi báo cáo"), "; ".join(contents.missing_of(report)) or _("không có")))
    return [(str(label), str(words)) for label, words in told]
