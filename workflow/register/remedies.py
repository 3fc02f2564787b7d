"""The book of complaints, lawsuits and denunciations: rows, columns and the file; nothing in it names a citizen (S11)."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import IO

from django.db import transaction
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from cms.audit.record import record
from cms.core import tables
from cms.core.dates import local_day, short
from cms.core.errors import DomainError, NotAllowed
from cms.core.models import Authority
from workflow import access
from workflow.register.exporting import EXPORTED, plain
from workflow.remedy_choices import RemedyKind

TITLE = _("Sổ khiếu nại, khởi kiện, tố cáo")
FORMATS = ("XLSX", "CSV")
COLUMNS = (
    (_("Số"), lambda row: row.code),
    (_("Loại"), lambda row: row.get_kind_display()),
    (_("Lần, cấp"), lambda row: row.get_level_display()),
    (_("Hồ sơ"), lambda row: row.info_request.code),
    (_("Về việc"), lambda row: row.get_about_display()),
    (_("Cách đến"), lambda row: row.get_channel_display()),
    (_("Ngày nhận"), lambda row: row.received_on),
    (_("Nơi giải quyết"), lambda row: row.body or row.authority.name),
    (_("Ngày thụ lý"), lambda row: row.accepted_on),
    (_("Hạn"), lambda row: row.due_on),
    (_("Trạng thái"), lambda row: row.get_status_display()),
    (_("Ngày kết thúc"), lambda row: row.outcome_on),
    (_("Số ngày trễ"), lambda row: (row.outcome_on - row.due_on).days if row.is_late else None),
    (_("Số văn bản"), lambda row: row.paper_number),
    (_("Người đề xuất"), lambda row: row.proposed_by if row.proposed_by_id else ""),
    (_("Người quyết định"), lambda row: row.decided_by if row.decided_by_id else ""),
    (_("Hồ sơ mở lại"), lambda row: row.new_case.code if row.new_case_id else ""),
)


@dataclass(frozen=True)
class Chosen:
    """Empty means all. The days bound the day of receipt."""

    first: date | None = None
    last: date | None = None
    kind: str = ""

    def said(self) -> str:
        """The choice in words."""
        parts = [f"nhận từ ngày {short(self.first)}"] if self.first else []
        parts += [f"nhận đến ngày {short(self.last)}"] if self.last else []
        parts += [str(RemedyKind(self.kind).label)] if self.kind else []
        return "; ".join(parts) or "tất cả"


def rows(user, authority: Authority, chosen: Chosen) -> QuerySet:
    """Those of this authority that the person may see, in the order of receipt."""
    wanted = {"received_on__gte": chosen.first, "received_on__lte": chosen.last, "kind": chosen.kind}
    found = access.visible_remedies(user).filter(authority=authority)
    found = found.filter(**{name: value for name, value in wanted.items() if value})
    return found.with_people().order_by("received_on", "pk")


def export(target: IO[bytes], *, authority: Authority, by, at: datetime, chosen: Chosen, kind: str = "XLSX") -> int:
    """Write what this person may see; returns how many rows. Every export is an act on record (S6)."""
    if kind not in FORMATS:
        raise DomainError(_("Chọn XLSX hoặc CSV."), field="kind")
    if authority.pk not in access.remedy_authorities(by):
        raise NotAllowed(_("Ông/bà không có quyền xuất sổ này."))
    found = rows(by, authority, chosen)
    told = {"kind": kind, "rows": found.count(), "book": "remedies", "personal": False}
    with transaction.atomic():
        told |= {"first": chosen.first, "last": chosen.last, "of": chosen.kind}
        record(EXPORTED, subject=authority, by=by, at=at, data=told)
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
    return tables.write_xlsx(target, headers, lines, sheet="Khiếu nại", about=about)
