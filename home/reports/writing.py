"""One report from its first figure to its number: lập số liệu, viết, nộp, nhận, trả lại, cấp số."""

from datetime import date

from django.db import IntegrityError, transaction
from django.db.models import F
from django.utils.translation import gettext_lazy as _

from cms.core.dates import local_day, short
from cms.core.errors import DomainError
from cms.core.text import nfc
from home.models import PeriodReport, ReportText
from home.plans.acting import finish
from home.reports import access, consolidating, counting, notices, papers
from home.reports.choices import PartKind, PeriodKind, PeriodState, ReportState, Source
from home.reports.outline import parts_of
from workflow.models import Letter

#: Characters of one written part.
LONGEST = 10_000


# --- writing -----------------------------------------------------------------------------------------------------
@transaction.atomic
def fill(*, report, seen, by, at) -> PeriodReport:
    """Count the figures anew: from the register here, or from the reports that were sent. Never typed."""
    report = _writable(report, seen, by)
    if report.outside_id:
        raise DomainError(_("Số liệu của cơ quan ngoài hệ thống lấy từ tệp của cơ quan đó."))
    report.counted_to, report.counted_at = _last_day(report.period, local_day(at)), at
    counted, report.breakdown = figures_now(report)
    report.figures, report.definitions = counted.figures, counted.definitions
    _begun(report)
    data = {"counted_to": report.counted_to, "figures": len(report.figures)}
    return finish("period_report.counted", report, by=by, at=at, authority=_owner(report), data=data)


def figures_now(report) -> tuple[counting.Counted, list]:
    """What the figures of the report would be if they were counted now, and of whom they are the sum."""
    if report.is_consolidated:
        return consolidating.gathered(report.period)
    return counting.count(report.authority, report.period.first_on, report.counted_to), []


def _last_day(period, today: date) -> date:
    if today < period.first_on:
        raise DomainError(_("Kỳ này bắt đầu ngày %(day)s, chưa có số liệu.") % {"day": short(period.first_on)})
    return min(period.counted_to, today)


@transaction.atomic
def write(*, report, seen, texts: dict[int, str], by, at) -> PeriodReport:
    """Keep what was written in the parts, by the key of each; parts that are not named stay as they are."""
    report = _writable(report, seen, by)
    known = {part.pk: part for part in parts_of(report) if part.kind == PartKind.TEXT}
    kept = {one.part_id: one for one in report.texts.all()}
    changed = []
    for key, text in texts.items():
        if key not in known:
            raise DomainError(_("Phần này không thuộc báo cáo."))
        if len(text) > LONGEST:
            raise DomainError(_("Mỗi phần viết tối đa 10.000 chữ cái."), field=f"part_{key}")
        one = kept.get(key) or ReportText(report=report, part=known[key])
        if one.text != nfc(text) or not one.pk:
            one.text = nfc(text)
            one.save(by=by)
            changed.append(one)
    _begun(report)
    return finish("period_report.written", report, by=by, at=at, authority=_owner(report), also=changed)


def _begun(report):
    if report.state == ReportState.OWED:
        report.state = ReportState.DRAFT


# --- sending -----------------------------------------------------------------------------------------------------
@transaction.atomic
def submit(*, report, seen, by, at) -> PeriodReport:
    """Another person than those who wrote it signs: the figures are frozen under their hash and leave the authority."""
    report = _held(report, seen)
    access.demand(access.may_sign(by, report), access.SIGNS)
    if not report.is_owing:
        raise DomainError(_("Báo cáo đã nộp."))
    if not report.outside_id:
        _demand_second(by, report)
    missing = unwritten(report)
    if report.counted_to is None:
        raise DomainError(_("Báo cáo chưa có số liệu. Lập số liệu trước."))
    if not report.outside_id and report.counted_to < _last_day(report.period, local_day(at)):
        raise DomainError(
            _("Số liệu mới tính đến ngày %(day)s. Lập lại số liệu rồi ký.") % {"day": short(report.counted_to)}
        )
    if missing:
        names = ", ".join(f"“{part.title}”" for part in missing)
        raise DomainError(_("Còn phần chưa viết: %(names)s. Ghi “Không có” nếu không có.") % {"names": names})
    report.figures_sha256 = counting.hash_of(report)
    report.state, report.submitted_by, report.submitted_at = ReportState.SUBMITTED, by, at
    report.signer_post = by.post
    report.decided_by = report.decided_at = None
    data = {"figures_sha256": report.figures_sha256, "counted_to": report.counted_to, "due_on": report.period.due_on}
    data |= {"source": report.source}
    return finish("period_report.submitted", report, by=by, at=at, authority=_owner(report), data=data)


def unwritten(report) -> list:
    """Parts that still have to be written; a body outside may leave them to its own paper."""
    if report.outside_id:
        return []
    written = {one.part_id for one in report.texts.all() if one.text}
    return [part for part in parts_of(report) if part.kind == PartKind.TEXT and part.pk not in written]


def _demand_second(by, report):
    """Whoever counted or wrote any part of it does not sign. Giving it back, and asking for it, is no part of writing it."""
    written = report.history.filter(state__in=(ReportState.DRAFT, ReportState.RETURNED))
    given_back = {"state": ReportState.RETURNED, "history_user": F("decided_by")}
    access.demand_second(by, written.exclude(**given_back), ReportText.history.filter(report=report))


# --- receiving ---------------------------------------------------------------------------------------------------
@transaction.atomic
def accept(*, report, seen, by, at) -> PeriodReport:
    """The justice department takes it."""
    report = _arrived(report, seen, by)
    report.state, report.decided_by, report.decided_at = ReportState.ACCEPTED, by, at
    data = {"figures_sha256": report.figures_sha256}
    return finish("period_report.accepted", report, by=by, at=at, authority=_owner(report), data=data)


@transaction.atomic
def send_back(*, report, seen, reason, by, at) -> PeriodReport:
    """It is to be mended, with the reason: its figures may be counted anew, and it does not count until it is sent."""
    report = _arrived(report, seen, by)
    if not reason.strip():
        raise DomainError(_("Hãy nói cần sửa, bổ sung gì."), field="reason")
    if report.number:
        raise DomainError(_("Báo cáo đã có số văn bản. Đề nghị cơ quan gửi báo cáo bổ sung bằng văn bản."))
    report.state, report.decided_by, report.decided_at = ReportState.RETURNED, by, at
    report.returned_why = nfc(reason)
    finish("period_report.returned", report, by=by, at=at, authority=_owner(report), reason=nfc(reason))
    notices.post("period_report_returned", report, at=at)
    return report


def _arrived(report, seen, by) -> PeriodReport:
    report = _held(report, seen)
    access.demand(access.may_decide(by, report), access.DECIDES)
    if report.state != ReportState.SUBMITTED:
        raise DomainError(_("Không có báo cáo nào đang chờ nhận."))
    access.demand(by.pk != report.submitted_by_id, _("Việc này cần người thứ hai: ông/bà đã nộp báo cáo này."))
    return report


# --- numbering ---------------------------------------------------------------------------------------------------
@transaction.atomic
def number(*, report, seen, number, symbol, issued_on, by, at) -> PeriodReport:
    """The registry numbers the signed report: its words and its PDF are put down for ever."""
    report = _held(report, seen)
    access.demand(access.may_number(by, report), access.NUMBERS)
    if not report.is_frozen:
        raise DomainError(_("Chỉ cấp số cho báo cáo đã ký."))
    if report.number:
        raise DomainError(_("Báo cáo đã có số."))
    told, mark = number.strip(), nfc(symbol)
    if not told or not mark:
        raise DomainError(_("Nhập số và ký hiệu theo sổ văn thư."), field="number")
    if not local_day(report.submitted_at) <= issued_on <= local_day(at):
        raise DomainError(_("Ngày văn bản phải từ ngày ký đến hôm nay."), field="issued_on")
    same = Letter.objects.filter(authority=report.authority, year=issued_on.year, symbol=mark, number=told)
    if same.exists():  # papers of requests are numbered in the same book
        raise _taken(told, mark)
    report.number, report.symbol, report.issued_on, report.year = told, mark, issued_on, issued_on.year
    report.issued_by = by
    papers.freeze(report)
    data = {"number": report.label, "issued_on": issued_on, "pdf_sha256": report.pdf_sha256}
    try:
        with transaction.atomic():
            return finish("period_report.numbered", report, by=by, at=at, authority=_owner(report), data=data)
    except IntegrityError as error:
        raise _taken(told, mark) from error


def _taken(told, mark):
    return DomainError(
        _("Số %(number)s/%(symbol)s đã dùng trong năm. Xem lại sổ văn thư.") % {"number": told, "symbol": mark},
        field="number",
    )


# --- parts -------------------------------------------------------------------------------------------------------
def _held(report, seen) -> PeriodReport:
    report = report.locked(seen)
    report.period = report.period.locked(None)  # nobody ends the period in the same moment
    # A sent report may still be taken, or numbered, after its period was ended.
    if report.is_owing and report.period.state != PeriodState.OPEN:
        raise DomainError(_("Kỳ báo cáo này đã kết thúc."))
    return report


def _writable(report, seen, by) -> PeriodReport:
    report = _held(report, seen)
    access.demand(access.may_write(by, report), access.WRITES)
    if not report.is_owing:
        raise DomainError(_("Báo cáo đã nộp, không sửa được. Thay đổi sau đó được nêu bên cạnh."))
    return report


def _owner(report):
    """Under whose name the act stands in the record."""
    return report.authority or report.period.authority


def counts_here(report) -> bool:
    """Whether its figures can be counted again: those of a file cannot."""
    return report.source in (Source.HERE, Source.SUM)


def differences(report) -> list[counting.Difference]:
    """What the register, or the reports that came since, say now other than what was sent. Nothing is overwritten."""
    if not report.is_frozen or not counts_here(report):
        return []
    now, _breakdown = figures_now(report)
    return counting.differences(counting.Counted(report.figures, report.definitions), now)


def unsent_differences(report) -> list[counting.Difference]:
    """What has changed in the register since the figures were counted, for whoever is about to sign them."""
    if not report.is_owing or report.counted_to is None or not counts_here(report):
        return []
    now, _breakdown = figures_now(report)
    return counting.differences(counting.Counted(report.figures, report.definitions), now)


def is_whole(report) -> bool:
    """Whether a sent report still has the figures that it was sent with."""
    return counting.hash_of(report) == report.figures_sha256


def is_final(report) -> bool:
    """Nobody in this installation receives it: it ends with the signature."""
    return report.is_consolidated or report.period.kind == PeriodKind.OWN
