"""The books of papers: what left and what came, a line each, for an authority and a year (NĐ 30/2020, phụ lục IV).

Names, addresses and what was asked are personal: shown to those who handle the cases, written into a file only for who
may have them there, and for a reason (S11). Who denounces, and what, stands in no book. Columns for a hand that takes
something over stay empty, to be signed on paper.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import IO

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from cms.audit.record import record
from cms.core import print_table, tables
from cms.core.dates import local_day, short
from cms.core.errors import DomainError, NotAllowed
from cms.core.models import Authority
from workflow import access
from workflow.choices import Channel, CorrespondenceKind, DeliveryWay, LetterForm, LetterState, RecallKind
from workflow.letters.forms import TITLES
from workflow.models import CorrectionRequest, Correspondence, InformationRequest, Letter
from workflow.register.columns import SEALED
from workflow.register.exporting import EXPORTED, FORMATS, MOST_PRINTED, plain
from workflow.remedy_choices import RemedyChannel

#: What came without this site's form: over the counter, by the post, by fax or e-mail.
BROUGHT = (Channel.IN_PERSON, Channel.POST, Channel.EMAIL, Channel.FAX, Channel.ONE_STOP)
#: What a requester may bring to a case that is there already.
_LATER = {
    CorrespondenceKind.SUPPLEMENT: _("Phần bổ sung yêu cầu cung cấp thông tin"),
    CorrespondenceKind.WITHDRAWAL: _("Đề nghị rút yêu cầu cung cấp thông tin"),
}


@dataclass(frozen=True)
class Column:
    """One column: its name, its width in twelfths of a printed line, what it reads, whether that is personal."""

    name: str
    title: str
    width: int
    read: Callable[[object], object]
    personal: bool = False


@dataclass(frozen=True)
class Chosen:
    """Empty means all of the year. The days bound the day of issue, or of arrival."""

    year: int
    first: date | None = None
    last: date | None = None
    form: str = ""
    #: Papers that came by this site's own form, too.
    online: bool = False

    def said(self) -> str:
        """The choice in words."""
        parts = [f"năm {self.year}"]
        parts += [f"từ ngày {short(self.first)}"] if self.first else []
        parts += [f"đến ngày {short(self.last)}"] if self.last else []
        parts += [str(LetterForm(self.form).label)] if self.form else []
        parts += ["kể cả gửi trên trang này"] if self.online else []
        return "; ".join(parts)

    def within(self, field: str) -> dict:
        """The year and the days as lookups of a day field."""
        bounds = {f"{field}__year": self.year, f"{field}__gte": self.first, f"{field}__lte": self.last}
        return {name: value for name, value in bounds.items() if value}


@dataclass(frozen=True)
class Book:
    """One of the two: its code, title, columns, and who gives its rows."""

    code: str
    title: str
    columns: tuple[Column, ...]
    rows: Callable[..., list]

    def columns_for(self, *, personal: bool) -> tuple[Column, ...]:
        return tuple(column for column in self.columns if personal or not column.personal)

    def of(self, user, authority: Authority, chosen: Chosen) -> list:
        """The rows that this person may see, in the order of the book."""
        return self.rows(user, authority, chosen)


def cells(columns: Iterable[Column], rows: Iterable) -> Iterable[list]:
    return ([plain(column.read(row)) for column in columns] for row in rows)


def _unless_sealed(case, words: str) -> str:
    """Under seal a book tells no name and no words, as the register does not either."""
    return str(SEALED) if case is not None and case.sealed_at else words


# --- what left -----------------------------------------------------------------------------------------------------
def _sent(user, authority, chosen) -> list[Letter]:
    """In the order of issue; within a day as the numbers run."""
    seen = access.visible_to(user, InformationRequest.objects.filter(authority=authority))
    found = Letter.objects.filter(
        authority=authority, state=LetterState.ISSUED, info_request__in=seen, **chosen.within("issued_on")
    )
    if chosen.form:
        found = found.filter(form=chosen.form)
    people = ("info_request__requester", "info_request__unit", "replaces")
    found = found.with_end().select_related(*people).defer("html", "replaces__html")
    return list(found.order_by("issued_on", "series_number", "issued_at", "pk"))


def _subject(letter):
    """Thông báo gia hạn yêu cầu cung cấp thông tin, hồ sơ SV-261112-0003."""
    kind, subject, _abbreviation = TITLES[letter.form]
    return f"{kind.capitalize()} {subject[:1].lower()}{subject[1:]}, hồ sơ {letter.info_request.code}"


def _receiver(letter):
    """Whom the paper went to, and where."""
    case = letter.info_request
    where = case.requester.postal_address if case.delivery == DeliveryWay.PAPER_BY_POST else case.requester.email
    return _unless_sealed(case, "; ".join(filter(None, (case.requester.name, where))))


def _end(letter):
    """Whether the paper still stands, and what it stands in for."""
    notes = [_("thay thế số %(number)s") % {"number": letter.replaces.label}] if letter.replaces_id else []
    if letter.end_kind:
        told = _("đã thay thế ngày %(day)s") if letter.end_kind == RecallKind.REPLACE else _("đã thu hồi ngày %(day)s")
        notes.append(told % {"day": short(local_day(letter.ended_at))})
    return "; ".join(notes)


OUTGOING = Book(
    "outgoing",
    _("Sổ đăng ký văn bản đi"),
    (
        Column("number", _("Số, ký hiệu"), 1, lambda row: row.label),
        Column("issued_on", _("Ngày tháng"), 1, lambda row: row.issued_on),
        Column("subject", _("Tên loại và trích yếu"), 3, _subject),
        Column("signer", _("Người ký"), 1, lambda row: row.signer_name),
        Column("receiver", _("Nơi nhận"), 2, _receiver, personal=True),
        Column("kept_by", _("Đơn vị nhận bản lưu"), 1, lambda row: row.info_request.unit.name),
        Column("copies", _("Số lượng"), 1, lambda row: ""),
        Column("posted_on", _("Ngày chuyển"), 1, lambda row: row.posted_on),
        Column("receipt", _("Ký nhận"), 1, lambda row: ""),
        Column("note", _("Ghi chú"), 1, _end),
    ),
    _sent,
)


# --- what came -----------------------------------------------------------------------------------------------------
@dataclass(frozen=True)
class Arrival:
    """One paper that came: its day, its case, from whom, its own number and day, what it is."""

    on: date
    code: str
    author: str
    number: str
    dated: date | None
    kind: str
    asked: str
    unit: str
    way: str


def _came(user, authority, chosen) -> list[Arrival]:
    """Requests, what was brought to them later, requests for correction, and who does not agree; as they arrived."""
    if chosen.form:
        return []
    seen = access.visible_to(user, InformationRequest.objects.filter(authority=authority))
    rows = [*_requests(seen, chosen), *_later(seen, chosen), *_remedies(user, authority, chosen)]
    if chosen.online:
        rows += _corrections(user, authority, chosen)
    return sorted(rows, key=lambda row: (row.on, row.code))


def _requests(seen, chosen):
    found = seen.filter(**chosen.within("received_on"))
    if not chosen.online:
        found = found.filter(channel__in=BROUGHT)
    for row in found.exclude(channel=Channel.PHONE).select_related("requester", "unit").prefetch_related("pieces"):
        yield Arrival(
            on=row.received_on,
            code=row.code,
            author=_unless_sealed(row, row.requester.name),
            number=row.external_number,
            dated=row.sent_on,
            kind=str(_("Phiếu yêu cầu cung cấp thông tin")),
            asked=_unless_sealed(row, "; ".join(piece.description for piece in row.pieces.all())),
            unit=row.unit.name,
            way=str(Channel(row.channel).label),
        )


def _later(seen, chosen):
    """Recorded by an officer: the requester brought or sent it; without one they wrote it on this site."""
    found = Correspondence.objects.filter(info_request__in=seen, kind__in=_LATER, from_requester=True)
    if not chosen.online:
        found = found.filter(by__isnull=False)
    for row in found.select_related("info_request__requester", "info_request__unit"):
        on, case = local_day(row.at), row.info_request
        if on.year == chosen.year and (chosen.first or on) <= on <= (chosen.last or on):
            way = _("cán bộ ghi nhận") if row.by_id else Channel.ONLINE.label
            yield Arrival(
                on=on,
                code=case.code,
                author=_unless_sealed(case, case.requester.name),
                number="",
                dated=None,
                kind=str(_LATER[row.kind]),
                asked=_unless_sealed(case, row.text),
                unit=case.unit.name,
                way=str(way),
            )


def _corrections(user, authority, chosen):
    mine = access.visible_corrections(user, CorrectionRequest.objects.filter(authority=authority))
    for row in mine.filter(**chosen.within("received_on")).select_related("requester", "asked_unit", "info_request"):
        yield Arrival(
            on=row.received_on,
            code=row.code,
            author=_unless_sealed(row.info_request, row.requester.name),
            number="",
            dated=row.received_on,
            kind=str(_("Kiến nghị đính chính thông tin")),
            asked="",
            unit=row.asked_unit.name if row.asked_unit_id else "",
            way=str(Channel.ONLINE.label),
        )


def _remedies(user, authority, chosen):
    """Complaints, lawsuits, denunciations: lodged on paper always. Of a denunciation neither who, nor what, nor which case."""
    mine = access.visible_remedies(user).filter(authority=authority, **chosen.within("received_on"))
    for row in mine.select_related("info_request__requester", "unit"):
        asked = _("Về %(about)s, hồ sơ %(code)s") % {
            "about": row.get_about_display().lower(), "code": row.info_request.code
        }  # fmt: skip
        yield Arrival(
            on=row.received_on,
            code=row.code,
            author=str(_("người tố cáo được giữ kín")) if row.is_secret else _lodged_by(row),
            number="",
            dated=None,
            kind=_lodged(row),
            asked=str(_("nội dung được giữ kín")) if row.is_secret else asked,
            unit=row.unit.name,
            way=row.get_channel_display(),
        )


def _lodged_by(remedy) -> str:
    """A court writes itself that it has taken up a lawsuit."""
    if remedy.channel == RemedyChannel.COURT:
        return remedy.body
    return _unless_sealed(remedy.info_request, remedy.requester.name)


def _lodged(remedy) -> str:
    """Đơn khiếu nại lần đầu · Thông báo của tòa án về khởi kiện sơ thẩm · Đơn tố cáo."""
    words = [_("Thông báo của tòa án về") if remedy.channel == RemedyChannel.COURT else _("Đơn")]
    words += [remedy.get_kind_display().lower()]
    words += [] if remedy.is_secret else [remedy.get_level_display().lower()]
    return " ".join(map(str, words))


INCOMING = Book(
    "incoming",
    _("Sổ đăng ký văn bản đến"),
    (
        Column("on", _("Ngày đến"), 1, lambda row: row.on),
        Column("code", _("Số đến (số hồ sơ)"), 1, lambda row: row.code),
        Column("author", _("Tác giả"), 1, lambda row: row.author, personal=True),
        Column("number", _("Số, ký hiệu"), 1, lambda row: row.number),
        Column("dated", _("Ngày tháng"), 1, lambda row: row.dated),
        Column("kind", _("Tên loại"), 1, lambda row: row.kind),
        Column("asked", _("Trích yếu"), 2, lambda row: row.asked, personal=True),
        Column("unit", _("Đơn vị nhận"), 1, lambda row: row.unit),
        Column("handed_on", _("Ngày chuyển"), 1, lambda row: ""),
        Column("receipt", _("Ký nhận"), 1, lambda row: ""),
        Column("way", _("Ghi chú"), 1, lambda row: row.way),
    ),
    _came,
)
BOOKS = {book.code: book for book in (OUTGOING, INCOMING)}


# --- as a file -----------------------------------------------------------------------------------------------------
def export(
    target: IO[bytes],
    *,
    book: Book,
    authority: Authority,
    by,
    at: datetime,
    chosen: Chosen,
    kind: str = "XLSX",
    personal: bool = False,
    reason: str = "",
) -> int:
    """Write the book as XLSX, CSV or for paper; returns how many rows. Every export is an act on record (S6, S11)."""
    _check(authority, by, kind, personal, reason)
    rows = book.of(by, authority, chosen)
    if kind == "PDF" and len(rows) > MOST_PRINTED:
        told = _("Bản in có tối đa %(most)s dòng. Hãy chọn kỳ ngắn hơn, hoặc xuất XLSX.")
        raise DomainError(told % {"most": print_table.words(MOST_PRINTED)}, field="kind")
    data = {"book": book.code, "kind": kind, "rows": len(rows), "personal": personal}
    with transaction.atomic():
        record(EXPORTED, subject=authority, by=by, at=at, data=data | vars(chosen), reason=reason)
    columns = book.columns_for(personal=personal)
    lines = cells(columns, rows)
    about = [
        (str(_("Phạm vi")), chosen.said()),
        (str(_("Số dòng")), str(len(rows))),
        (str(_("Người xuất")), str(by)),
        (str(_("Xuất lúc")), f"{timezone.localtime(at):%H:%M} ngày {short(local_day(at))}"),
        (str(_("Để làm gì")), reason.strip()),
    ]
    if kind == "PDF":
        titles = tuple((str(one.title), one.width) for one in columns)
        sheet = print_table.Sheet(str(book.title), authority.name, tuple(about), titles)
        return print_table.write_pdf(target, sheet, lines, made=at)
    headers = [str(column.title) for column in columns]
    if kind == "CSV":
        return tables.write_csv(target, headers, lines)
    about = [(str(_("Tên bảng")), str(book.title)), (str(_("Cơ quan")), authority.name), *about]
    return tables.write_xlsx(target, headers, lines, sheet=str(book.title), about=about)


def _check(authority, by, kind, personal, reason):
    if not access.can_export_books(by, authority):
        raise NotAllowed(_("Ông/bà không có quyền xuất sổ văn bản của cơ quan này."))
    if personal and not access.can_read_books_personal(by, authority):
        raise NotAllowed(_("Ông/bà không có vai trò xem dữ liệu cá nhân của cơ quan này."))
    if kind not in FORMATS:
        raise DomainError(_("Chọn XLSX, CSV hoặc PDF."), field="kind")
    if not reason.strip():
        raise DomainError(_("Hãy nói xuất sổ để làm gì."), field="reason")
