"""The register of requests for correction: rows, columns and the file; nothing in it names a person (S11)."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import IO

from django.db import transaction
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from cms.audit.record import record
from cms.core import tables
from cms.core.dates import local_day, short
from cms.core.errors import DomainError
from cms.core.models import Authority
from workflow import access
from workflow.choices import CorrectionStatus
from workflow.register.exporting import EXPORTED, plain

TITLE = _("Sổ theo dõi kiến nghị đính chính")
FORMATS = ("XLSX", "CSV")
COLUMNS = (
    (_("Số hồ sơ"), lambda row: row.code),
    (_("Về"), lambda row: row.get_about_display()),
    (_("Ai phát hiện"), lambda row: _("Cơ quan") if row.found_by_id else _("Người dân")),
    (_("Mã mục hoặc số hồ sơ đã trả lời"), lambda row: row.item.code if row.item_id else row.info_request.code),
    (_("Tên thông tin"), lambda row: row.item.title if row.item_id else ""),
    (_("Luật áp dụng"), lambda row: row.rule_set.code),
    (_("Ngày nhận"), lambda row: row.received_on),
    (_("Hạn trả lời"), lambda row: row.due_on),
    (_("Đơn vị được hỏi"), lambda row: row.asked_unit.name if row.asked_unit_id else ""),
    (_("Trạng thái"), lambda row: row.get_status_display()),
    (_("Ngày trả lời"), lambda row: row.outcome_on),
    (_("Số ngày trễ"), lambda row: max((row.outcome_on - row.due_on).days, 0) if row.outcome_on else None),
    (_("Người đề xuất"), lambda row: row.proposed_by if row.proposed_by_id else ""),
    (_("Người quyết định"), lambda row: row.decided_by if row.decided_by_id else ""),
    (_("Bản đính chính"), lambda row: row.corrected_version.number if row.corrected_version_id else None),
)


@dataclass(frozen=True)
class Chosen:
    """Empty means all. The days bound the day of receipt."""

    first: date | None = None
    last: date | None = None
    status: str = ""

    def said(self) -> str:
        """The choice in words."""
        parts = [f"nhận từ ngày {short(self.first)}"] if self.first else []
        parts += [f"nhận đến ngày {short(self.last)}"] if self.last else []
        parts += [f"trạng thái: {CorrectionStatus(self.status).label}"] if self.status else []
        return "; ".join(parts) or "tất cả kiến nghị"


def rows(user, authority: Authority, chosen: Chosen) -> QuerySet:
    """The cases of this authority that the person may see, in the order of receipt."""
    wanted = {"received_on__gte": chosen.first, "received_on__lte": chosen.last, "status": chosen.status}
    found = access.visible_corrections(user).filter(authority=authority)
    found = found.filter(**{name: value for name, value in wanted.items() if value})
    return found.with_people().select_related("corrected_version").order_by("received_on", "pk")


def export(target: IO[bytes], *, authority: Authority, by, at: datetime, chosen: Chosen, kind: str = "XLSX") -> int:
    """Write what this person may see; returns how many rows. Every export is an act on record (S6)."""
    if kind not in FORMATS:
        raise DomainError(_("Chọn XLSX hoặc CSV."), field="kind")
    found = rows(by, authority, chosen)
    told = {"kind": kind, "rows": found.count(), "book": "corrections", "personal": False}
    with transaction.atomic():
        record(EXPORTED, subject=authority, by=by, at=at, data=told | vars(chosen))
    headers = [str(title) for title, _read in COLUMNS]
    lines = ([plain(read(row)) for _title, read in COLUMNS] for row in found.iterator(chunk_size=500))
    if kind == "CSV":
        return tables.write_csv(target, headers, lines)
    about = [
        (str(_("Tên bảng")), str(TITLE)),
        (str(_("Cơ quan")), authority.name),
        (str(_("Phạm vi")), chosen.said()),
        (str(_("Người xuất")), str(by)),
        (str(_("Ngày xuất")), short(local_day(at))),
    ]
    return tables.write_xlsx(target, headers, lines, sheet="Kiến nghị", about=about)
