"""After a case has ended: its personal data is sealed, held or erased. One person proposes, another decides (S14).

Periods are data (cms/law/retention): a list counts for an authority once two people have adopted it. The worker proposes
nothing; `due` names the cases whose day has come.
"""

from datetime import date, datetime

from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _

from cms.audit.record import record
from cms.core.dates import local_day, short
from cms.core.errors import DomainError, NotAllowed
from cms.core.text import nfc
from cms.law.errors import NoSuchEntry
from cms.law.reading import digest, retention_lists, shipped_retention
from cms.law.retention_periods import RetentionList
from workflow import access
from workflow.choices import CLOSED_STATUSES, CORRECTION_OPEN, LettersFate, RetentionKind, RetentionState
from workflow.models import InformationRequest, RetentionAct, RetentionSchedule
from workflow.services import erasing
from workflow.services.acting import seal

#: What each kind is called in the record once it is done.
DONE = {
    RetentionKind.SEAL: "retention.sealed",
    RetentionKind.UNSEAL: "retention.unsealed",
    RetentionKind.HOLD: "retention.held",
    RetentionKind.RELEASE: "retention.released",
    RetentionKind.ERASE: "request.erased",
}


# --- the periods -------------------------------------------------------------------------------------------------
def adopted(authority) -> RetentionSchedule | None:
    """The list that the authority keeps to; none before two people have adopted one."""
    return RetentionSchedule.objects.filter(authority=authority, state=RetentionState.DONE).order_by("-pk").first()


def periods_of(schedule: RetentionSchedule) -> RetentionList:
    """Its periods. Raises DomainError where this release no longer ships the very text that was adopted."""
    source = shipped_retention().get(schedule.code)
    if source is None or digest(source) != schedule.sha256:
        raise DomainError(_("Bảng thời hạn đã thông qua không còn trong phần mềm. Hãy thông qua bảng hiện có."))
    return retention_lists()[schedule.code]


@transaction.atomic
def propose_schedule(*, authority, code: str, basis: str, by, at: datetime) -> RetentionSchedule:
    """Propose that the authority keeps to a list. Raises NotAllowed, DomainError."""
    if not access.can_propose_retention(by, authority):
        raise NotAllowed(_("Chỉ đầu mối hoặc người phụ trách dữ liệu cá nhân của cơ quan đề nghị được."))
    source = shipped_retention().get(code)
    if source is None:
        raise DomainError(_("Chọn một bảng thời hạn."), field="code")
    if not basis.strip():
        raise DomainError(_("Ghi số, ngày văn bản của cơ quan."), field="basis")
    type(authority)._base_manager.select_for_update().get(pk=authority.pk)  # two proposals come one after the other
    if RetentionSchedule.objects.filter(authority=authority, state=RetentionState.PROPOSED).exists():
        raise DomainError(_("Đang có một bảng thời hạn chờ quyết định."), field="code")
    schedule = RetentionSchedule(
        authority=authority,
        code=code,
        sha256=digest(source),
        basis=nfc(basis).strip()[:300],
        proposed_by=by,
        proposed_at=at,
    )
    schedule.save(by=by)
    _tell("retention.schedule_proposed", schedule, by, at)
    return schedule


@transaction.atomic
def decide_schedule(*, schedule: RetentionSchedule, agree: bool, reason: str = "", by, at: datetime):
    """A second person adopts the list, or does not and says why. Raises NotAllowed, DomainError."""
    schedule = RetentionSchedule.objects.select_for_update(of=("self",)).select_related("authority").get(pk=schedule.pk)
    if not access.can_decide_retention(by, schedule):
        raise NotAllowed(_("Người quyết định phải là người khác: người đứng đầu hoặc phụ trách dữ liệu cá nhân."))
    _decide(schedule, agree, reason, by, at)
    schedule.save(by=by)
    _tell("retention.schedule_adopted" if agree else "retention.schedule_declined", schedule, by, at, reason)
    return schedule


def _tell(kind, schedule, by, at, reason=""):
    data = {"code": schedule.code, "sha256": schedule.sha256}
    record(kind, subject=schedule, by=by, at=at, rows=schedule.saved_rows(), data=data, reason=reason)


def _decide(row, agree, reason, by, at):
    """What a decision writes on a proposal that still waits."""
    if row.state != RetentionState.PROPOSED:
        raise DomainError(_("Đề nghị này đã được quyết định."))
    if not agree and not reason.strip():
        raise DomainError(_("Hãy nói vì sao không đồng ý."), field="reason")
    row.state = RetentionState.DONE if agree else RetentionState.DECLINED
    row.decided_by, row.decided_at = by, at
    row.decline_reason = "" if agree else nfc(reason).strip()[:500]


# --- what is due -------------------------------------------------------------------------------------------------
def due(user, authority, kind: str, day: date) -> QuerySet[InformationRequest]:
    """Cases whose period is over on that day and of which nothing is proposed: to be erased, or to be sealed.

    Without an adopted list nothing is due.
    """
    schedule = adopted(authority)
    cases = access.visible_to(user, InformationRequest.objects.filter(authority=authority))
    if schedule is None:
        return cases.none()
    over = Q(pk=None)
    for period in periods_of(schedule).periods:
        years = period.years if kind == RetentionKind.ERASE else period.seal_after_years
        last = period.ended_before(day, years=years)
        over |= Q(status__in=period.statuses, outcome_on__lte=last)
    waiting = RetentionAct.objects.filter(state=RetentionState.PROPOSED).values("info_request")
    found = cases.filter(over, erased_at=None).exclude(pk__in=waiting)
    found = found.filter(held_at=None) if kind == RetentionKind.ERASE else found.filter(sealed_at=None)
    return found.order_by("outcome_on", "pk")


def kept_until(info_request: InformationRequest) -> date | None:
    """The last day on which the case must be kept; None while it is open, or where no list says so."""
    schedule = adopted(info_request.authority)
    if schedule is None or info_request.outcome_on is None:
        return None
    try:
        return periods_of(schedule).period(info_request.status).kept_until(info_request.outcome_on)
    except NoSuchEntry:
        return None


# --- one case ----------------------------------------------------------------------------------------------------
@transaction.atomic
def propose(*, info_request, kind, reason, letters="", by, at: datetime) -> RetentionAct:
    """Propose one of RetentionKind about a case. Raises NotAllowed, DomainError with the sentence to show."""
    case = info_request.locked(None)
    if not access.can_propose_retention(by, case.authority):
        raise NotAllowed(_("Chỉ đầu mối hoặc người phụ trách dữ liệu cá nhân của cơ quan đề nghị được."))
    if kind not in RetentionKind.values:
        raise DomainError(_("Chọn việc cần làm."), field="kind")
    if not reason.strip():
        raise DomainError(_("Ghi căn cứ, lý do."), field="reason")
    if kind == RetentionKind.ERASE and letters not in LettersFate.values:
        raise DomainError(_("Chọn che hay xóa các văn bản đã phát hành."), field="letters")
    if case.retention_acts.filter(state=RetentionState.PROPOSED).exists():
        raise DomainError(_("Hồ sơ này đang có một đề nghị chờ quyết định."))
    check(kind, case, local_day(at))
    act = RetentionAct(
        info_request=case,
        kind=kind,
        letters=letters if kind == RetentionKind.ERASE else "",
        reason=nfc(reason).strip()[:500],
        proposed_by=by,
        proposed_at=at,
    )
    act.save(by=by)
    data = {"act": str(kind), "letters": str(act.letters)}
    seal("retention.proposed", case, [act], by=by, at=at, data=data, reason=reason)
    return act


@transaction.atomic
def decide(*, act: RetentionAct, agree: bool, reason: str = "", by, at: datetime) -> RetentionAct:
    """A second person agrees, and it is done in the same moment; or declines and says why."""
    case = act.info_request.locked(None)
    act = case.retention_acts.select_for_update(of=("self",)).get(pk=act.pk)
    act.info_request = case
    if not access.can_decide_retention(by, act):
        raise NotAllowed(_("Người quyết định phải là người khác: người đứng đầu hoặc phụ trách dữ liệu cá nhân."))
    _decide(act, agree, reason, by, at)
    if agree:
        check(act.kind, case, local_day(at))
    act.save(by=by)
    if not agree:
        seal("retention.declined", case, [act], by=by, at=at, data={"act": str(act.kind)}, reason=reason)
    elif act.kind == RetentionKind.ERASE:
        erasing.erase_case(case, act, by=by, at=at)
    else:
        _mark(act.kind, case, at)
        case.version += 1
        case.save(by=by, reason=act.reason)
        seal(DONE[act.kind], case, [case, act], by=by, at=at, reason=act.reason)
    return act


def _mark(kind, case, at):
    if kind in (RetentionKind.SEAL, RetentionKind.UNSEAL):
        case.sealed_at = at if kind == RetentionKind.SEAL else None
    else:
        case.held_at = at if kind == RetentionKind.HOLD else None


def possible(case: InformationRequest, day: date) -> list[str]:
    """The kinds that could be proposed about the case now."""
    return [kind for kind in RetentionKind.values if why_not(kind, case, day) is None]


def check(kind, case: InformationRequest, day: date) -> None:
    """Raises DomainError with the reason where it cannot be done now."""
    if said := why_not(kind, case, day):
        raise DomainError(said)


def why_not(kind, case: InformationRequest, day: date):
    """Why a kind is not possible now, as a sentence; None where it is."""
    if case.erased_at:
        return _("Dữ liệu cá nhân của hồ sơ này đã được xóa.")
    if kind == RetentionKind.HOLD:
        return _("Hồ sơ đang được giữ lại.") if case.held_at else None
    if kind == RetentionKind.RELEASE:
        return None if case.held_at else _("Hồ sơ không bị giữ lại.")
    if case.is_open:
        return _("Hồ sơ chưa kết thúc.")
    if kind == RetentionKind.SEAL:
        return _("Hồ sơ đã được niêm phong.") if case.sealed_at else None
    if kind == RetentionKind.UNSEAL:
        return None if case.sealed_at else _("Hồ sơ chưa được niêm phong.")
    return _why_not_erase(case, day)


def _why_not_erase(case, day):
    if case.held_at:
        return _("Hồ sơ đang được giữ lại, chưa được xóa.")
    if case.corrections.filter(status__in=CORRECTION_OPEN).exists():
        return _("Còn kiến nghị đính chính chưa trả lời về hồ sơ này.")
    if _is_contested(case):
        # In words that do not tell which: who denounces is known to the named few alone.
        return _("Còn việc chưa kết thúc về hồ sơ này, chưa được xóa. Vẫn niêm phong được.")
    until = kept_until(case)
    if until is None:
        return _("Cơ quan chưa thông qua thời hạn lưu cho loại hồ sơ này, nên chưa được xóa.")
    if day <= until:
        return _("Còn phải lưu đến hết ngày %(day)s. Trước ngày ấy chỉ niêm phong được.") % {"day": short(until)}
    return None


def _is_contested(case) -> bool:
    """Whether a complaint, lawsuit or denunciation is open, or the case that an upheld one reopened."""
    reopened = InformationRequest.objects.filter(reopened_by__info_request=case).exclude(status__in=CLOSED_STATUSES)
    return case.remedies.open().exists() or reopened.exists()
