"""Ủy quyền khi nghỉ: asked by one person, confirmed by another, over by itself; every step on record.

The colleague then holds a role of their own that names the delegation, so that every door knows it without asking anew.
That nobody decides through it on what they or its giver began, cms.core.two_people sees to.
"""

from datetime import date, datetime, timedelta

from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext as _

from cms.core.acts import tell
from cms.core.dates import local_day
from cms.core.errors import DomainError, NotAllowed
from cms.core.models import Delegation, RoleHolder, User
from cms.core.models.delegation import DelegationState
from cms.core.roles import CASE_ROLES, Role
from cms.core.text import nfc

#: Roles that may be passed on: work on requests. Supervision is a grant to a person; accounts and pages have their own people.
DELEGABLE = CASE_ROLES
#: Who asks for others, and who confirms, in their own authority.
ENTITLED = frozenset({Role.FOCAL_HEAD, Role.HEAD, Role.ADMINISTRATOR})
#: Calendar days; whoever is away for longer has a successor, not a deputy.
LONGEST = 183


def entitled_in(user) -> set[int]:
    """Keys of the authorities whose delegations this person asks for and confirms."""
    return user.authorities_as(ENTITLED)


def may_open(user) -> bool:
    return bool(user.authorities_as(DELEGABLE | ENTITLED))


def visible_to(user):
    """One's own, given or received, and those of the authorities in which one is entitled."""
    own = Q(holding__user=user) | Q(to=user)
    found = Delegation.objects.filter(own | Q(holding__authority__in=entitled_in(user)))
    return found.select_related("holding__user", "holding__authority", "to", "proposed_by", "decided_by")


def holdings_of(user, day: date):
    """The roles that this person may ask to be passed on: their own, and those of the authorities they are entitled in."""
    found = RoleHolder.objects.current(day).filter(role__in=DELEGABLE, delegation=None, user__is_active=True)
    reach = found.filter(Q(user=user) | Q(authority__in=entitled_in(user)))
    return reach.select_related("user", "authority").order_by("user__first_name", "pk")


def colleagues_of(user, day: date):
    """Whom a role may be passed on to: people with an open account and a role in one of the same authorities."""
    authorities = {held.authority_id for held in user.current_roles}
    held = RoleHolder.objects.current(day).filter(authority__in=authorities)
    return User.objects.filter(is_active=True, pk__in=held.values("user")).order_by("first_name", "pk")


# --- the steps ---------------------------------------------------------------------------------------------------
@transaction.atomic
def propose(
    *, holding: RoleHolder, to: User, since_on: date, until_on: date, reason: str, decision: str = "", by, at: datetime
) -> Delegation:
    """Ask that a role be passed on. Nothing changes before another person confirms."""
    if holding.user_id != by.pk and holding.authority_id not in entitled_in(by):
        raise NotAllowed(_("Người giữ vai trò, trưởng đơn vị đầu mối, người đứng đầu hoặc quản trị đề nghị ủy quyền."))
    holding = RoleHolder.objects.select_for_update(of=("self",)).select_related("user", "authority").get(pk=holding.pk)
    if not reason.strip():
        raise DomainError(_("Hãy nói vì sao ủy quyền."), field="reason")
    found = Delegation(
        holding=holding, to=to, since_on=since_on, until_on=until_on, reason=nfc(reason), decision=nfc(decision),
        proposed_by=by, proposed_at=at,
    )  # fmt: skip
    _check(found, local_day(at))
    if holding.delegations.filter(state=DelegationState.PROPOSED).exists():
        raise DomainError(_("Vai trò này đang có một đề nghị ủy quyền chờ xác nhận."), field="holding")
    return _saved("delegation.proposed", found, by, at, reason)


@transaction.atomic
def confirm(*, delegation: Delegation, by, at: datetime) -> Delegation:
    """Another person agrees, who is neither the asker nor the colleague: from its first day the colleague holds the role."""
    found = _to_decide(delegation, by)
    _check(found, local_day(at))
    found.state, found.decided_by, found.decided_at = DelegationState.CONFIRMED, by, at
    found = _saved("delegation.confirmed", found, by, at)
    holding = found.holding
    given = RoleHolder(
        user=found.to, role=holding.role, authority=holding.authority, unit=holding.unit, since_on=found.since_on,
        until_on=found.until_on, decision=found.decision, delegation=found,
    )  # fmt: skip
    given.save(by=by, reason=_("Ủy quyền khi nghỉ"))  # the record listens to roles by itself
    return found


@transaction.atomic
def decline(*, delegation: Delegation, reason: str, by, at: datetime) -> Delegation:
    """Not confirmed, with the reason; whoever asked may take it back so, too."""
    found = _locked(delegation)
    if found.state != DelegationState.PROPOSED:
        raise DomainError(_("Đề nghị này không còn chờ xác nhận."))
    if by.pk == found.proposed_by_id:
        raise NotAllowed(_("Người đề nghị không tự quyết định. Cần một người khác."))
    _need_entitled(found, by)
    if not reason.strip():
        raise DomainError(_("Hãy nói vì sao."), field="reason")
    found.state, found.decided_by, found.decided_at = DelegationState.DECLINED, by, at
    return _saved("delegation.declined", found, by, at, reason)


@transaction.atomic
def end(*, delegation: Delegation, reason: str, by, at: datetime) -> Delegation:
    """Over sooner, at once: its giver is back, its receiver gives it up, or whoever may confirm says so."""
    found = _locked(delegation)
    if found.state != DelegationState.CONFIRMED or found.until_on < local_day(at):
        raise DomainError(_("Ủy quyền này không còn hiệu lực."))
    if by.pk not in (found.holding.user_id, found.to_id) and found.holding.authority_id not in entitled_in(by):
        raise NotAllowed(_("Người ủy quyền, người được ủy quyền hoặc người có quyền xác nhận kết thúc sớm được."))
    if not reason.strip():
        raise DomainError(_("Hãy nói vì sao."), field="reason")
    found.state = DelegationState.ENDED
    found = _saved("delegation.ended", found, by, at, reason)
    given = found.given
    given.until_on = max(given.since_on, local_day(at) - timedelta(days=1))
    given.save(by=by, reason=reason)
    return found


def _check(found: Delegation, day: date) -> None:
    holding, to = found.holding, found.to
    if holding.role not in DELEGABLE or holding.delegation_id is not None:
        raise DomainError(_("Vai trò này không ủy quyền được."), field="holding")
    if to.pk == holding.user_id:
        raise DomainError(_("Chọn một người khác."), field="to")
    if not to.is_active or holding.authority_id not in {held.authority_id for held in to.role_holdings.current(day)}:
        raise DomainError(_("Chỉ ủy quyền cho người đang làm việc trong cơ quan này."), field="to")
    own = to.role_holdings.current(max(found.since_on, day)).filter(role=holding.role, authority=holding.authority_id)
    if own.filter(unit=holding.unit_id).exists():
        raise DomainError(_("Người này đã giữ vai trò ấy trong cơ quan."), field="to")
    if found.until_on < found.since_on:
        raise DomainError(_("Ngày kết thúc không được trước ngày bắt đầu."), field="until_on")
    if found.until_on < day:
        raise DomainError(_("Ngày kết thúc đã qua."), field="until_on")
    if found.since_on < local_day(found.proposed_at):
        raise DomainError(_("Không ủy quyền cho ngày đã qua."), field="since_on")
    if (found.until_on - found.since_on).days >= LONGEST:
        raise DomainError(
            _("Ủy quyền nhiều nhất %(days)d ngày. Lâu hơn thì giao vai trò.") % {"days": LONGEST}, field="until_on"
        )
    if holding.until_on is not None and found.until_on > holding.until_on:
        raise DomainError(_("Vai trò này kết thúc trước ngày đó."), field="until_on")


def _locked(delegation):
    rows = Delegation.objects.select_for_update(of=("self",)).select_related(
        "holding__user", "holding__authority", "to"
    )
    return rows.get(pk=delegation.pk)


def _to_decide(delegation, by):
    found = _locked(delegation)
    if found.state != DelegationState.PROPOSED:
        raise DomainError(_("Đề nghị này không còn chờ xác nhận."))
    if by.pk in (found.proposed_by_id, found.to_id):
        raise NotAllowed(_("Người đề nghị và người được ủy quyền không tự xác nhận. Cần một người khác."))
    _need_entitled(found, by)
    return found


def may_decide(user, found: Delegation) -> bool:
    """Whether the button is worth showing."""
    entitled = found.holding.user_id == user.pk or found.holding.authority_id in entitled_in(user)
    return entitled and user.pk not in (found.proposed_by_id, found.to_id)


def _need_entitled(found, by):
    if by.pk != found.holding.user_id and found.holding.authority_id not in entitled_in(by):
        raise NotAllowed(_("Người giữ vai trò, trưởng đơn vị đầu mối, người đứng đầu hoặc quản trị xác nhận ủy quyền."))


def _saved(kind, found, by, at, reason=""):
    found.save(by=by, reason=reason)
    tell(
        kind, subject=found, by=by, at=at, authority=found.holding.authority, rows=found.saved_rows(), reason=reason,
        data={"role": found.holding.role, "from": found.holding.user_id, "to": found.to_id, "until_on": found.until_on},
    )  # fmt: skip
    return found
