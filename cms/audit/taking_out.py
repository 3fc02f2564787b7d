"""The log as a file: for who may read it, for a reason that is recorded, signed with the chain's head (S6, S11).

JSON lines hold the sealed entries themselves, which anybody checks with the public key alone; no personal word is in them.
A workbook holds what the screen shows; it comes in a ZIP beside a signed note that names its SHA-256. Words about a
requester stand in it only where they were asked for by somebody with the named right.
"""

import hashlib
import zipfile
from collections.abc import Iterator
from datetime import datetime
from functools import reduce
from io import BytesIO
from operator import or_

from django.core.exceptions import ImproperlyConfigured
from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from cms.audit import access, checkpoint, exporting, log, places
from cms.audit.models import Entry
from cms.audit.record import record
from cms.audit.timeline import lines_of
from cms.core import tables
from cms.core.errors import DomainError, NotAllowed

EXPORTED = "log.exported"
#: Entries of a workbook, which is made while somebody waits; JSON lines leave as they are read.
MOST_OF_A_WORKBOOK = 20_000
KINDS = ("JSONL", "XLSX")
_TOGETHER = 500
_HEADERS = (_("Mục"), _("Lúc"), _("Người"), _("Vai trò"), _("Đơn vị"), _("Địa chỉ mạng"), _("Việc"), _("Bị từ chối"), _("Loại"),
            _("Về"), _("Theo"), _("Lý do, lời ghi"), _("Cơ quan"), _("Dấu niêm"))  # fmt: skip


def wanted_entries(reach: log.Reach, wanted: log.Wanted) -> QuerySet[Entry]:
    """All that `log.page` would show, as one queryset."""
    return reduce(or_, (part.select_related(None) for part in log.narrowed(reach, wanted)))


def check(*, kind: str, personal: bool, reason: str, authorities, by) -> None:
    """Raises NotAllowed, or DomainError naming the field, where the export may not be made."""
    if not {authority.pk for authority in authorities} <= access.log_authorities(by) or not authorities:
        raise NotAllowed(_("Ông/bà không có quyền xem nhật ký của cơ quan này."))
    if personal and not all(access.exports_words(by, authority) for authority in authorities):
        raise NotAllowed(_("Ông/bà không có quyền xuất lời ghi về người yêu cầu của cơ quan này."))
    if kind not in KINDS:
        raise DomainError(_("Chọn JSON hoặc XLSX."), field="kind")
    if personal and kind != "XLSX":
        raise DomainError(_("Tệp JSON không có lời ghi. Hãy chọn XLSX."), field="personal")
    if not reason.strip():
        raise DomainError(_("Hãy nói xuất nhật ký để làm gì."), field="reason")
    if not checkpoint.is_configured():
        raise DomainError(_("Hệ thống chưa có khóa ký nên chưa xuất được nhật ký. Hãy báo quản trị."))


def export(*, kind, authorities, wanted, query="", personal=False, reason, by, at: datetime) -> Iterator[bytes]:
    """The file in pieces. The record comes first and is committed, so that what was begun is told of."""
    check(kind=kind, personal=personal, reason=reason, authorities=authorities, by=by)
    entries = wanted_entries(log.reach_of(authorities), wanted)
    count = entries.count()
    if kind == "XLSX" and count > MOST_OF_A_WORKBOOK:
        told = _("Bảng XLSX có tối đa %(most)s mục. Hãy lọc hẹp hơn, hoặc chọn JSON.")
        raise DomainError(told % {"most": f"{MOST_OF_A_WORKBOOK:,}".replace(",", ".")}, field="kind")
    until = checkpoint.stored_head().seq
    with transaction.atomic():
        for authority in authorities:
            data = {"kind": kind, "rows": count, "personal": personal, "query": query[:200], "until": until}
            record(EXPORTED, subject=authority, by=by, at=at, data=data, reason=reason)
    entries = entries.filter(seq__lte=until)
    if kind == "JSONL":
        return exporting.signed_export(entries, at=at)
    return iter([_zipped(_workbook(entries, authorities, by, at, personal, reason, count), at)])


def _workbook(entries, authorities, by, at, personal, reason, count) -> bytes:
    about = (
        (str(_("Tên bảng")), str(_("Nhật ký"))),
        (str(_("Cơ quan")), ", ".join(authority.name for authority in authorities)),
        (str(_("Người xuất")), str(by)),
        (str(_("Lúc")), f"{timezone.localtime(at):%d/%m/%Y %H:%M}"),
        (str(_("Để làm gì")), reason.strip()),
        (str(_("Số mục")), str(count)),
        (str(_("Kiểm chứng")), str(_("SHA-256 của tệp này nằm trong thư ký đi kèm, cùng đầu chuỗi nhật ký."))),
    )
    target = BytesIO()
    rows = _rows(entries, by, personal)
    tables.write_xlsx(target, map(str, _HEADERS), rows, sheet="Nhật ký", about=about)
    return target.getvalue()


def _rows(entries, by, personal) -> Iterator[list]:
    """In the order of their numbers, read in portions."""
    reached, entries = 0, entries.select_related("note").order_by("seq")
    while part := list(entries.filter(seq__gt=reached)[:_TOGETHER]):
        reached = part[-1].seq
        lines = lines_of(part, with_changes=False)
        seen = places.places_of(by, {line.subject for line in lines})
        yield from (_row(line, seen.get(line.subject), by, personal) for line in lines)


def _row(line, place, by, personal) -> list:
    about_somebody = personal and place and place.reads_personal and not access.is_secret(line.kind)
    words = line.reason if access.is_own_reason(line.kind) or about_somebody else ""
    return [
        line.seq,
        f"{timezone.localtime(line.at):%d/%m/%Y %H:%M:%S}",
        line.person,
        line.role,
        line.unit,
        line.address,
        line.label,
        str(_("có")) if line.is_refused else "",
        places.label_of(line.subject[0]) if line.subject[0] else "",
        line.code,
        line.rule,
        words,
        line.authority,
        line.hash,
    ]


def _zipped(workbook: bytes, at: datetime) -> bytes:
    """The workbook and the signed note over it. Raises DomainError where nothing can be signed."""
    try:
        note = exporting.statement_of(hashlib.sha256(workbook).hexdigest(), at=at)
    except ImproperlyConfigured as error:
        raise DomainError(_("Khóa ký của hệ thống không dùng được. Hãy báo quản trị.")) from error
    target = BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("nhat-ky.xlsx", workbook)
        archive.writestr("nhat-ky.xlsx.ky.txt", note)
    return target.getvalue()
