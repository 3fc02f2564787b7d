"""The register as a file: same columns, order and totals in XLSX, CSV and print; every export is an act on record (S6, S11)."""

from collections.abc import Callable
from datetime import datetime
from typing import IO

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from cms.audit.record import record
from cms.core import print_table, tables
from cms.core.dates import local_day, short
from cms.core.errors import DomainError, NotAllowed
from cms.core.models import Authority
from cms.law.models import AdoptedRuleSet
from cms.law.services import current_calendar
from workflow import access
from workflow.register.columns import columns_for
from workflow.register.rows import Filters, requests_of, rows_of
from workflow.register.totals import Totals

EXPORTED = "register.exported"
TITLE = _("Sổ theo dõi cung cấp thông tin theo yêu cầu")
FORMATS = ("XLSX", "CSV", "PDF")
DELIMITERS = (",", ";")
#: Longer ones are written as XLSX and CSV only: nobody reads so much paper, and setting it takes minutes.
MOST_PRINTED = 5_000
_TELL_EVERY = 200  # rows


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
    tell: Callable[[int], None] = lambda _done: None,
) -> int:
    """Write the register of what this person may see; returns how many rows.

    Only for those who may take it away, and for a stated reason; personal columns not for supervisors. The record
    comes first and is committed: what was begun is told of, and no lock is held while a long table is written.
    `tell` hears now and then how many rows are written.
    """
    filters = filters or Filters()
    check(authority=authority, by=by, kind=kind, delimiter=delimiter, personal=personal, reason=reason)
    seen = requests_of(by, authority, filters)
    count = seen.count()
    check_length(kind, count)
    _record(authority, by, at, filters, kind, personal, reason, count)
    columns = columns_for(personal=personal)
    totals = Totals(columns)
    rows = totals.passing(_told(cells_of(seen, columns), tell))
    about = _about(authority, filters, by, at, count, seen, reason)
    if kind == "PDF":
        sheet = print_table.Sheet(
            str(TITLE), authority.name, tuple(about), tuple((str(one.title), one.width) for one in columns)
        )
        return print_table.write_pdf(target, sheet, rows, made=at, totals=totals.line)
    headers = [str(column.title) for column in columns]
    if kind == "CSV":
        return tables.write_csv(target, headers, rows, delimiter, totals=totals.line)
    about = [(str(_("Tên bảng")), str(TITLE)), (str(_("Cơ quan")), authority.name), *about]
    return tables.write_xlsx(target, headers, rows, sheet="Sổ theo dõi", about=about, totals=totals.line)


def check(*, authority, by, kind, delimiter, personal, reason) -> None:
    """Raises NotAllowed, or DomainError naming the field, where the export may not be made."""
    if not access.can_export_register(by, authority):
        raise NotAllowed(_("Ông/bà không có quyền xuất sổ theo dõi của cơ quan này."))
    if personal and not access.can_export_personal(by, authority):
        raise NotAllowed(_("Ông/bà không có vai trò xem dữ liệu cá nhân của cơ quan này."))
    if kind not in FORMATS:
        raise DomainError(_("Chọn XLSX, CSV hoặc PDF."), field="kind")
    if delimiter not in DELIMITERS:
        raise DomainError(_("Chọn dấu phẩy hoặc dấu chấm phẩy."), field="delimiter")
    if not reason.strip():
        raise DomainError(_("Hãy nói xuất sổ để làm gì."), field="reason")


def check_length(kind: str, count: int) -> None:
    """DomainError where so many cases are not printed."""
    if kind == "PDF" and count > MOST_PRINTED:
        told = _("Bản in có tối đa %(most)s hồ sơ. Hãy chọn kỳ ngắn hơn, hoặc xuất XLSX.")
        raise DomainError(told % {"most": print_table.words(MOST_PRINTED)}, field="kind")


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
            "channel": filters.channel,
            "unit": filters.unit,
        },
        reason=reason,
    )


def cells_of(info_requests, columns):
    """The rows as lists of text, whole numbers and days, read in portions."""
    calendar = current_calendar()
    return ([plain(column.of(row, calendar)) for column in columns] for row in rows_of(info_requests))


def plain(value):
    """Lazy words as words; numbers and days as they are."""
    return value if value is None or isinstance(value, int) or hasattr(value, "isoformat") else str(value)


def _told(rows, tell):
    for number, row in enumerate(rows, start=1):
        if number % _TELL_EVERY == 0:
            tell(number)
        yield row


def _about(authority, filters, by, at, count, seen, reason):
    """What the table is: period, filters, when, under which laws (standards.md 13)."""
    return [
        (str(_("Kỳ")), filters.period()),
        (str(_("Phạm vi")), filters.said()),
        (str(_("Số hồ sơ")), str(count)),
        (str(_("Luật áp dụng")), laws_of(seen)),
        (str(_("Người xuất")), str(by)),
        (str(_("Xuất lúc")), f"{timezone.localtime(at):%H:%M} ngày {short(local_day(at))}"),
        (str(_("Để làm gì")), reason.strip()),
        (str(_("Cách tính")), str(_("Hạn và số ngày theo luật áp dụng của từng hồ sơ; “trễ” tính bằng ngày lịch."))),
    ]


def laws_of(info_requests) -> str:
    """The laws under which these requests run, each once."""
    keys = info_requests.order_by().values("rule_set").distinct()
    found = AdoptedRuleSet.objects.filter(pk__in=keys).select_related("source").order_by("pk")
    return "; ".join(dict.fromkeys(one.rules.legal_reference for one in found)) or str(_("chưa có hồ sơ"))
