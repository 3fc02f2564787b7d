"""What people decide about obligations. Each verb is one transaction, one history row, one entry in the record."""

from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext as _

from cms.audit.record import record as write_down
from cms.core.dates import local_day
from cms.core.errors import DomainError, NotAllowed
from cms.core.models import Authority, Unit
from cms.core.text import nfc
from home.compliance import access
from home.compliance.obligations import Obligation
from home.models.compliance import ObligationRecord, SeatMeans

#: A next look further away than this is no look at all.
LONGEST_PAUSE_DAYS = 366 * 2


@transaction.atomic
def charge(
    *, authority: Authority, obligation: Obligation, unit: Unit, complete_by: date | None, note: str, by, at: datetime
) -> ObligationRecord:
    """Name the unit in charge and the day by which what is missing will be there."""
    _may(
        access.can_charge(by, authority),
        _("Chỉ người đứng đầu, trưởng đơn vị đầu mối hoặc quản trị được giao việc này."),
    )
    if unit.authority_id != authority.pk or not unit.is_active:
        raise DomainError(_("Hãy chọn một đơn vị đang hoạt động của cơ quan."), field="unit")
    found = _locked(authority, obligation)
    if complete_by and complete_by != found.complete_by and complete_by < local_day(at):
        raise DomainError(_("Ngày phải xong không thể đã qua."), field="complete_by")
    found.unit, found.complete_by, found.note = unit, complete_by, nfc(note)
    return _kept("obligation.charged", found, by, at, {"unit": unit.code, "complete_by": complete_by})


@transaction.atomic
def review(
    *, authority: Authority, obligation: Obligation, looked_at: str, next_review_on: date, note: str, by, at: datetime
) -> ObligationRecord:
    """Say that somebody looked, at what, and when the next look is due. It changes no fact: a gap stays a gap."""
    found = _locked(authority, obligation)
    _may(access.can_review(by, authority, found), _("Ông/bà không phụ trách việc này."))
    today, looked_at = local_day(at), nfc(looked_at)
    if not looked_at:
        raise DomainError(_("Hãy ghi ông/bà đã xem những gì."), field="looked_at")
    if next_review_on <= today:
        raise DomainError(_("Lần xem lại tới phải sau hôm nay."), field="next_review_on")
    if (next_review_on - today).days > LONGEST_PAUSE_DAYS:
        raise DomainError(_("Lần xem lại tới phải trong vòng hai năm."), field="next_review_on")
    found.reviewed_on, found.reviewed_by = today, by
    found.looked_at, found.next_review_on, found.note = looked_at, next_review_on, nfc(note)
    return _kept("obligation.reviewed", found, by, at, {"next_review_on": next_review_on}, reason=looked_at)


@transaction.atomic
def propose_exemption(
    *, authority: Authority, obligation: Obligation, reason: str, by, at: datetime
) -> ObligationRecord:
    """Say that the obligation does not apply here, and why. It counts once another person has confirmed it."""
    allowed = access.can_propose_exemption(by, authority, obligation)
    _may(allowed, _("Luật không cho bỏ việc này, hoặc ông/bà không phụ trách."))
    found, reason = _locked(authority, obligation), nfc(reason)
    if not reason:
        raise DomainError(_("Hãy nói vì sao việc này không áp dụng cho cơ quan."), field="reason")
    found.exempt_reason, found.exempt_proposed_by, found.exempt_proposed_at = reason, by, at
    found.exempt_confirmed_by = found.exempt_confirmed_at = None
    return _kept("obligation.exemption_proposed", found, by, at, {}, reason=reason)


@transaction.atomic
def confirm_exemption(*, authority: Authority, obligation: Obligation, by, at: datetime) -> ObligationRecord:
    """A second person agrees that it does not apply."""
    found = _locked(authority, obligation)
    if not found.exempt_reason or found.is_exempt:
        raise DomainError(_("Không có đề nghị nào đang chờ xác nhận."))
    _may(
        access.can_confirm_exemption(by, authority, found),
        _("Cần trưởng đơn vị đầu mối hoặc người đứng đầu, khác người đã đề nghị."),
    )
    found.exempt_confirmed_by, found.exempt_confirmed_at = by, at
    return _kept("obligation.exemption_confirmed", found, by, at, {}, reason=found.exempt_reason)


@transaction.atomic
def end_exemption(*, authority: Authority, obligation: Obligation, reason: str, by, at: datetime) -> ObligationRecord:
    """It applies after all, or the proposal is not agreed to."""
    found, reason = _locked(authority, obligation), nfc(reason)
    _may(access.can_propose_exemption(by, authority, obligation), _("Ông/bà không phụ trách việc này."))
    if not found.exempt_reason:
        raise DomainError(_("Việc này đang áp dụng."))
    if not reason:
        raise DomainError(_("Hãy nói vì sao."), field="reason")
    found.exempt_reason, found.exempt_proposed_by, found.exempt_proposed_at = "", None, None
    found.exempt_confirmed_by = found.exempt_confirmed_at = None
    return _kept("obligation.exemption_ended", found, by, at, {}, reason=reason)


@transaction.atomic
def keep_means(
    *,
    authority: Authority,
    reading_place: str,
    devices: str,
    aids: str,
    own_devices_allowed: bool,
    reason: str,
    by,
    at: datetime,
) -> SeatMeans:
    """Write down what a visitor finds at the seat. A part left empty is shown as missing."""
    _may(access.can_keep_means(by, authority), _("Ông/bà không phụ trách việc này."))
    means = SeatMeans.objects.select_for_update().filter(authority=authority).first() or SeatMeans(authority=authority)
    is_new = means.pk is None
    if not is_new and not nfc(reason):
        raise DomainError(_("Hãy nói vì sao thay đổi."), field="reason")
    means.reading_place, means.devices, means.aids = nfc(reading_place), nfc(devices), nfc(aids)
    means.own_devices_allowed = own_devices_allowed
    means.save(by=by, reason=nfc(reason))
    kind = "seatmeans.created" if is_new else "seatmeans.changed"
    write_down(kind, subject=means, by=by, at=at, authority=authority, rows=means.saved_rows(), reason=nfc(reason))
    return means


def _may(allowed: bool, sentence: str) -> None:
    if not allowed:
        raise NotAllowed(sentence)


def _locked(authority: Authority, obligation: Obligation) -> ObligationRecord:
    """The record, locked; a new one where nothing was decided yet. One row an authority and obligation."""
    Authority.objects.select_for_update().only("pk").get(pk=authority.pk)
    found = ObligationRecord.objects.filter(authority=authority, obligation=obligation.code).first()
    return found or ObligationRecord(authority=authority, obligation=obligation.code)


def _kept(kind, found, by, at, data, reason="") -> ObligationRecord:
    found.save(by=by, reason=reason)
    write_down(
        kind,
        subject=found,
        by=by,
        at=at,
        rows=found.saved_rows(),
        data={"obligation": found.obligation, **data},
        reason=reason,
    )
    return found
