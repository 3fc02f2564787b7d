"""Somebody leaves: one act ends their roles, gives back what they had in hand, ends their sessions and closes the account."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from cms.core.accounts.ending import end_sessions
from cms.core.accounts.services import check_reach
from cms.core.acts import left, tell
from cms.core.dates import local_day
from cms.core.errors import DomainError
from cms.core.models import RoleHolder, User
from cms.core.models.user import Closed
from cms.core.roles import APPROVING_ROLES, Role


@dataclass(frozen=True)
class Kind:
    """What an authority should not be without: its focal officer, its approver."""

    label: str
    roles: frozenset


NEEDED = (
    Kind(_("cán bộ đầu mối"), frozenset({Role.FOCAL_OFFICER})),
    Kind(_("người ký duyệt"), APPROVING_ROLES),
)


def held_from(account: User, day: date):
    """The roles that the person holds on that day or later."""
    return account.role_holdings.filter(Q(until_on=None) | Q(until_on__gte=day))


def last_of(account: User, day: date) -> list[tuple]:
    """(authority, kind) where nobody else with an open account holds such a role today."""
    own = list(account.role_holdings.current(day).select_related("authority"))
    found = []
    for kind in NEEDED:
        for authority in {held.authority for held in own if held.role in kind.roles}:
            others = RoleHolder.objects.current(day).filter(role__in=kind.roles, authority=authority, delegation=None)
            if not others.filter(user__is_active=True).exclude(user=account).exists():
                found.append((authority, kind))
    return found


@transaction.atomic
def leave(*, account: User, reason: str, by, at: datetime) -> dict:
    """End everything that the account may do; returns what was given back, by its kind.

    A role that began earlier counts to yesterday; one that began today, or was to begin, counts for its first day only,
    on which the account is closed already.
    """
    check_reach(account, by)
    if not reason.strip():
        raise DomainError(_("Hãy nói vì sao."), field="reason")
    account = User.objects.select_for_update().get(pk=account.pk)
    if account.closed_for == Closed.LEFT:
        raise DomainError(_("Tài khoản đã ở trạng thái này."))
    day, ended = local_day(at), 0
    for held in held_from(account, day):
        held.until_on = max(held.since_on, day - timedelta(days=1))
        held.save(by=by, reason=reason)  # the record listens to roles by itself
        ended += 1
    given_back = {}
    for _receiver, told in left.send(sender=User, account=account, by=by, at=at):
        given_back |= told or {}
    account.is_active, account.closed_for = False, Closed.LEFT
    account._history_user, account._change_reason = by, reason
    account.save()
    data = given_back | {"roles": ended, "sessions": end_sessions(account)}
    tell("account.left", subject=account, by=by, at=at, reason=reason, data=data)
    return data
