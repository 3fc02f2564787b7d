"""The register as a file: same columns and order in XLSX and CSV; every export is an act on record (S6, S11)."""

from datetime import datetime
from typing import IO

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from cms.audit.record import record
from cms.core import tables
from cms.core.dates import local_day, short
from cms.core.errors import DomainError, NotAllowed
from cms.core.models import Authority
from cms.core.roles import CASE_ROLES
from cms.law.services import current_calendar
from workflow.register.columns import columns_for
from workflow.register.rows import Filters, requests_of, rows_of

EXPORTED = "register.exported"
TITLE = _("Sổ theo dõi cung cấp thông tin theo yêu cầu")
FORMATS = ("XLSX", "CSV")


def export(
    target: IO[bytes],
    *,
    authority: Authority,
    by,
    at: datetime,
    filters: Filters | None = None,
    kind: str = "XLSX",
    delimiter: str = ",",
    personal: bool = False,
    reason: str = "",
) -> int:
    """Write the register of what this person may see; returns how many rows.

    Personal columns only for those who handle the cases of the authority, and for a stated reason. The record comes
    first and is committed: what was begun is told of, and no lock is held while a long table is written.
    """
    filters = filters or Filters()
    _may(authority, by, kind, personal, reason)
    seen = requests_of(by, authority, filters)
    _record(authority, by, at, filters, kind, personal, reason, seen.count())
    columns = columns_for(personal=personal)
    headers = [str(column.title) for column in columns]
    calendar = current_calendar()
    rows = ([_cell(column.of(row, calendar)) for column in columns] for row in rows_of(seen))
    if kind == "CSV":
        return tables.write_csv(target, headers, rows, delimiter)
    return tables.write_xlsx(target, headers, rows, sheet="Sổ theo dõi", about=_about(authority, filters, by, at))


def _may(authority, by, kind, personal, reason):
    if kind not in FORMATS:
        raise DomainError(_("Chọn XLSX hoặc CSV."), field="kind")
    if personal and authority.pk not in by.authorities_as(CASE_ROLES):
        raise NotAllowed(_("Ông/bà không có vai trò xem dữ liệu cá nhân của cơ quan này."))
    if personal and not reason.strip():
        raise DomainError(_("Hãy nói cần dữ liệu cá nhân để làm gì."), field="reason")


@transaction.atomic
def _record(authority, by, at, filters, kind, personal, reason, count):
    record(
        EXPORTED,
        subject=authority,
        by=by,
        at=at,
        data={
            "kind": kind,
            "rows": count,
            "personal": personal,
            "first": filters.first,
            "last": filters.last,
            "statuses": list(filters.statuses),
            "law": filters.law,
        },
        reason=reason,
    )


def _cell(value):
    """Lazy words as words; numbers and days as they are."""
    return value if value is None or isinstance(value, int) or hasattr(value, "isoformat") else str(value)


def _about(authority, filters, by, at):
    return [
        (str(_("Tên bảng")), str(TITLE)),
        (str(_("Cơ quan")), authority.name),
        (str(_("Phạm vi")), filters.said()),
        (str(_("Người xuất")), str(by)),
        (str(_("Ngày xuất")), short(local_day(at))),
        (str(_("Cách tính")), str(_("Hạn và số ngày theo luật áp dụng của từng hồ sơ; “trễ” tính bằng ngày lịch."))),
    ]
