"""The table of figures as a file: the same lines, order and totals as on the screen; every export is on record."""

from datetime import datetime
from typing import IO

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from cms.audit.record import Subject, record
from cms.core import print_table, tables
from cms.core.dates import local_day, short
from cms.core.errors import DomainError, NotAllowed
from home.statistics import access
from home.statistics.table import Table

EXPORTED = "statistics.exported"
TITLE = _("Thống kê tiếp cận thông tin")
KINDS = ("XLSX", "PDF")


def export(target: IO[bytes], table: Table, *, kind: str, by, at: datetime) -> int:
    """Write the table; returns how many lines. NotAllowed for an authority outside one's reach."""
    if not {one.pk for one in table.authorities} <= access.reach(by):
        raise NotAllowed(_("Ông/bà không xem được số liệu của cơ quan này."))
    if kind not in KINDS:
        raise DomainError(_("Chọn XLSX hoặc PDF."), field="kind")
    lines = [line for line in table.lines if not line.is_heading]
    with transaction.atomic():
        only = table.authorities[0] if len(table.authorities) == 1 else None
        told = {"from": table.period.start, "to": table.period.end, "kind": kind, "authorities": len(table.authorities)}
        record(EXPORTED, subject=Subject(), by=by, at=at, authority=only, data=told)
    write = _write_xlsx if kind == "XLSX" else _write_pdf
    write(target, table, lines, _about(table, by, at), at)
    return len(lines)


def _about(table: Table, by, at) -> list[tuple[str, str]]:
    return [
        (str(_("Kỳ")), f"{short(table.period.start)} – {short(table.period.end)}"),
        (str(_("Cơ quan")), "; ".join(one.name for one in table.authorities)),
        (str(_("Người xuất")), str(by)),
        (str(_("Xuất lúc")), f"{timezone.localtime(at):%H:%M} ngày {short(local_day(at))}"),
    ]


def _said(line) -> tuple[str, str]:
    """The figure, and the part of it."""
    return str(line.definition.label), line.label if line.part else ""


def _write_xlsx(target, table, lines, about, at):
    """One column an authority behind the sum of all."""
    several = table.authorities if len(table.authorities) > 1 else ()
    headers = [_("Nhóm"), _("Số liệu"), _("Chia theo"), _("Đơn vị tính"), _("Cộng")]
    headers += [one.short_name for one in several] + [_("Cách đếm"), _("Căn cứ")]
    rows = (
        [
            str(line.definition.group.label),
            *_said(line),
            str(line.definition.measure.label),
            line.cell(line.total),
            *(line.cell(line.amounts.get(one.pk, 0)) for one in several),
            str(line.definition.meaning),
            str(line.definition.article),
        ]
        for line in lines
    )
    about = [(str(_("Tên bảng")), str(TITLE)), *about]
    tables.write_xlsx(target, [str(title) for title in headers], rows, sheet=str(TITLE), about=about)


def _write_pdf(target, table, lines, about, at):
    columns = ((_("Nhóm"), 2), (_("Số liệu"), 3), (_("Chia theo"), 2), (_("Cộng"), 1), (_("Cách đếm"), 4))
    owner = table.authorities[0].name if len(table.authorities) == 1 else str(_("Các cơ quan trong bảng"))
    sheet = print_table.Sheet(str(TITLE), owner, tuple(about), tuple((str(title), width) for title, width in columns))
    rows = (
        [
            str(line.definition.group.label),
            *_said(line),
            f"{line.shown} {line.definition.measure.label}" if _has_unit(line) else line.shown,
            str(line.definition.meaning),
        ]
        for line in lines
    )
    print_table.write_pdf(target, sheet, rows, made=at)


def _has_unit(line) -> bool:
    return line.definition.measure != "DAY"
