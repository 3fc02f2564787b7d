"""The verbs of a stop: propose, announce or reject by another person, call off. Each with history and an entry."""

from datetime import datetime, timedelta

from django.db import transaction
from django.utils.translation import gettext as _

from cms.audit.record import record
from cms.core import navigation
from cms.core.authority_url import host_authority
from cms.core.dates import local_day
from cms.core.errors import DomainError, NotAllowed
from cms.core.models import Authority
from cms.core.roles import Role
from cms.core.text import nfc
from cms.core.two_people import is_another
from home.models.planned_stop import PlannedStop, StopKind, StopState
from home.stops.notice import earliest_start

#: Who may ask for a stop, and who may let it be announced.
PROPOSERS = frozenset({Role.EDITOR, Role.PUBLISHER, Role.ADMINISTRATOR})
APPROVERS = frozenset({Role.PUBLISHER, Role.HEAD})
#: Longer than this, it is no pause.
LONGEST = timedelta(days=60)


def answering(authority: Authority | None) -> Authority | None:
    """Whose people decide: the authority's own; for the whole site, who answers for the installation."""
    return authority or host_authority()


def may_propose(user, authority: Authority | None) -> bool:
    whose = answering(authority)
    return whose is not None and whose.pk in user.authorities_as(PROPOSERS)


def may_decide(user, stop: PlannedStop) -> bool:
    """Whether the person may announce or reject it: another one than who proposed it."""
    whose = answering(stop.authority)
    if whose is None or whose.pk not in user.authorities_as(APPROVERS):
        return False
    return is_another(user, stop.proposed_by_id, roles=APPROVERS, authority_id=whose.pk)


@transaction.atomic
def propose(
    *,
    authority: Authority | None,
    kind: str,
    services: str,
    reason: str,
    starts_at: datetime,
    returns_at: datetime,
    by,
    at,
) -> PlannedStop:
    """A stop that waits for a second person. DomainError names the field that the rule speaks of."""
    if not may_propose(by, authority):
        raise NotAllowed(_("Chỉ biên tập viên, người duyệt đăng hoặc quản trị của cơ quan được đề nghị tạm ngừng."))
    stop = PlannedStop(
        authority=authority,
        kind=kind,
        services=nfc(services),
        reason=nfc(reason),
        starts_at=starts_at,
        returns_at=returns_at,
        proposed_by=by,
        proposed_at=at,
    )
    _check(stop, at)
    stop.save(by=by)
    return _done("stop.proposed", stop, by, at)


@transaction.atomic
def announce(*, stop: PlannedStop, by, at: datetime) -> PlannedStop:
    """The second person lets readers be told. The term is counted from this day, not from the proposal."""
    stop = _waiting(stop)
    if not may_decide(by, stop):
        raise NotAllowed(_("Người đề nghị không tự duyệt. Cần người duyệt đăng hoặc người đứng đầu khác của cơ quan."))
    _check(stop, at)
    stop.state, stop.announced_on = StopState.ANNOUNCED, local_day(at)
    stop.decided_by, stop.decided_at = by, at
    stop.save(by=by)
    return _done("stop.announced", stop, by, at)


@transaction.atomic
def reject(*, stop: PlannedStop, reason: str, by, at: datetime) -> PlannedStop:
    """Not announced, and why. Who proposed it may take it back this way too."""
    stop = _waiting(stop)
    if by.pk != stop.proposed_by_id and not may_decide(by, stop):
        raise NotAllowed(_("Chỉ người đề nghị, người duyệt đăng hoặc người đứng đầu của cơ quan được làm việc này."))
    stop.state, stop.decided_by, stop.decided_at = StopState.REJECTED, by, at
    stop.save(by=by, reason=_said(reason))
    return _done("stop.rejected", stop, by, at, reason)


@transaction.atomic
def call_off(*, stop: PlannedStop, reason: str, by, at: datetime) -> PlannedStop:
    """The stop does not happen, or is over sooner: readers are told no more of it. One person is enough."""
    stop = PlannedStop.objects.select_for_update(of=("self",)).get(pk=stop.pk)
    if stop.state != StopState.ANNOUNCED:
        raise DomainError(_("Thông báo này không còn hiệu lực."))
    whose = answering(stop.authority)
    if whose is None or whose.pk not in by.authorities_as(PROPOSERS | APPROVERS):
        raise NotAllowed(_("Chỉ người của cơ quan ra thông báo được hủy thông báo."))
    stop.state = StopState.CALLED_OFF
    stop.save(by=by, reason=_said(reason))
    return _done("stop.called_off", stop, by, at, reason)


def _check(stop: PlannedStop, at: datetime) -> None:
    if not stop.services:
        raise DomainError(_("Hãy ghi dịch vụ nào tạm ngừng."), field="services")
    if not stop.reason:
        raise DomainError(_("Hãy ghi lý do."), field="reason")
    if stop.returns_at <= stop.starts_at:
        raise DomainError(_("Giờ hoạt động lại phải sau giờ ngừng."), field="returns_at")
    if stop.returns_at - stop.starts_at > LONGEST:
        raise DomainError(_("Tạm ngừng quá 60 ngày thì không còn là tạm ngừng."), field="returns_at")
    if stop.returns_at <= at:
        raise DomainError(_("Giờ hoạt động lại đã qua."), field="returns_at")
    if stop.kind == StopKind.PLANNED:
        earliest = earliest_start(local_day(at))
        if local_day(stop.starts_at) < earliest.day:
            words = _("Chưa đủ thời gian báo trước. %(rule)s Nếu bất khả kháng, hãy chọn “Ngừng khẩn cấp”.")
            raise DomainError(words % {"rule": earliest.sentence}, field="starts_at")


def _said(reason: str) -> str:
    if not nfc(reason):
        raise DomainError(_("Hãy nói vì sao."), field="reason")
    return nfc(reason)


def _waiting(stop: PlannedStop) -> PlannedStop:
    fresh = PlannedStop.objects.select_for_update(of=("self",)).select_related("authority").get(pk=stop.pk)
    if fresh.state != StopState.PROPOSED:
        raise DomainError(_("Đề nghị này đã được quyết định."))
    return fresh


def _done(kind, stop, by, at, reason="") -> PlannedStop:
    data = {
        "kind": stop.kind,
        "starts_at": stop.starts_at,
        "returns_at": stop.returns_at,
        "proposed_by": stop.proposed_by_id,
    }
    record(
        kind,
        subject=stop,
        by=by,
        at=at,
        authority=answering(stop.authority),
        rows=stop.saved_rows(),
        data=data,
        reason=reason,
    )
    transaction.on_commit(navigation.forget)
    return stop
