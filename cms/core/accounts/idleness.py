"""Accounts that nobody uses: warned twice, then closed; the head of the unit opens them again (TCVN 14423: 45 days).

Days are calendar days since the last sign-in, since the account or its newest role was given, or since it was opened
again, whichever is latest. An authority is never left without its last focal officer, approver or administrator so.
"""

from datetime import date, datetime, timedelta

from django.db import transaction
from django.db.models import DateField, Max, Q
from django.db.models.functions import Cast
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from cms.core import offices, outbox
from cms.core.accounts.ending import end_sessions
from cms.core.acts import tell
from cms.core.addresses import absolute
from cms.core.dates import local_day, short
from cms.core.errors import DomainError, NotAllowed
from cms.core.models import RoleHolder, User
from cms.core.models.user import Closed
from cms.core.roles import APPROVING_ROLES, Role

#: Calendar days without use: two warnings, then the account is closed.
WARNED_AFTER = (30, 40)
CLOSED_AFTER = 45
#: Between the last warning and the end, also where the worker stood still and warned late.
GRACE = CLOSED_AFTER - WARNED_AFTER[-1]
#: Whoever holds one of these last in an authority stays: nobody else could receive, approve, or open accounts again.
SPARED = (frozenset({Role.FOCAL_OFFICER}), APPROVING_ROLES, frozenset({Role.ADMINISTRATOR}))
#: Open an account of their authority again.
HEADS = frozenset({Role.FOCAL_HEAD, Role.HEAD})


def used_on(account: User, day: date) -> date:
    """The day from which its days without use are counted."""
    began = account.role_holdings.filter(since_on__lte=day).aggregate(last=Max("since_on"))["last"]
    signed_in = local_day(account.last_login) if account.last_login else None
    return max(filter(None, (signed_in, local_day(account.date_joined), account.awake_on, began)))


def idle_days(account: User, day: date) -> int:
    return (day - used_on(account, day)).days


def _candidates(day: date):
    """Open accounts that may have been idle for thirty days: a coarse sieve in one query."""
    before = day - timedelta(days=WARNED_AFTER[0])
    found = User.objects.filter(is_active=True).annotate(joined_on=Cast("date_joined", DateField()))
    return found.filter(Q(last_login=None) | Q(last_login__date__lte=before + timedelta(days=1))).filter(
        Q(awake_on=None) | Q(awake_on__lte=before), joined_on__lte=before + timedelta(days=1)
    )


def look_after(at: datetime) -> dict[str, int]:
    """The worker's morning round: warn, close, or tell why not. Harmless when it runs twice; returns how many of each."""
    day, done = local_day(at), {"warned": 0, "closed": 0, "spared": 0}
    for key in list(_candidates(day).order_by("pk").values_list("pk", flat=True)):
        if act := _look_at(key, day, at):
            done[act] += 1
    return done


@transaction.atomic
def _look_at(key: int, day: date, at: datetime) -> str:
    account = User.objects.select_for_update().filter(pk=key, is_active=True).first()
    if account is None:
        return ""  # another worker was faster
    since = used_on(account, day)
    days = (day - since).days
    if days < WARNED_AFTER[0]:
        return ""
    step = max(one for one in WARNED_AFTER if one <= days)
    occasion = f"idle:{account.pk}:{since.isoformat()}"
    warning = outbox.posted(f"{occasion}:{step}") if account.email else None
    if account.email and warning is None:
        last = max(since + timedelta(days=CLOSED_AFTER), day + timedelta(days=GRACE))
        _mail(account, "idle", _("Tài khoản sắp bị khóa do không dùng"), at, f"{occasion}:{step}", days=days, last=last)
        return "warned"
    if days < CLOSED_AFTER or (warning and day < local_day(warning.created_at) + timedelta(days=GRACE)):
        return ""
    if is_last_superuser(account):
        return ""
    if kept_for := spared(account, day):
        return _tell_why_not(account, kept_for, days, at, occasion)
    account.is_active, account.closed_for = False, Closed.IDLE
    account._change_reason = str(_("Không dùng %(days)d ngày") % {"days": days})
    account.save()
    tell("account.idle_closed", subject=account, by=None, at=at, data={"days": days, "sessions": end_sessions(account)})
    if account.email:
        _mail(account, "idle_closed", _("Tài khoản đã bị khóa do không dùng"), at, f"{occasion}:closed", days=days)
    return "closed"


def spared(account: User, day: date) -> list[RoleHolder]:
    """The roles of which nobody else with an open account holds one in the same authority."""
    own = list(account.role_holdings.current(day).select_related("authority"))
    found = []
    for roles in SPARED:
        for held in own:
            if held.role not in roles:
                continue
            # A deputy for some days is no other. Locked, so that two rounds at once do not each take the other one for the last.
            others = RoleHolder.objects.current(day).filter(
                role__in=roles, authority=held.authority_id, delegation=None
            )
            others = others.filter(user__is_active=True).exclude(user=account).select_for_update(of=("self",))
            if not others.first():
                found.append(held)
    return found


def is_last_superuser(account: User) -> bool:
    """Without whom nobody looks after the installation any more."""
    others = User.objects.filter(is_superuser=True, is_active=True).exclude(pk=account.pk)
    return account.is_superuser and not others.exists()


def _tell_why_not(account, kept_for, days, at, occasion) -> str:
    """Once an occasion: its authority's heads and administrators learn that a needed account is not used."""
    if outbox.posted(f"{occasion}:spared:{account.pk}"):
        return ""
    authorities = {held.authority_id for held in kept_for}
    people = RoleHolder.objects.current(local_day(at)).filter(
        role__in=HEADS | {Role.ADMINISTRATOR}, authority__in=authorities, user__is_active=True
    )
    told = {held.user for held in people.select_related("user")} | {account}
    for person in told:
        if person.email:
            roles = [f"{held.get_role_display()}, {held.authority.short_name}" for held in kept_for]
            occasion_of = f"{occasion}:spared:{person.pk}"
            subject = _("Tài khoản cần cho cơ quan lâu không được dùng")
            _mail(account, "idle_spared", subject, at, occasion_of, to=person.email, days=days, roles=roles)
    return "spared"


def _mail(account, kind, subject, at, occasion, *, to="", **words):
    if "last" in words:
        words["last"] = short(words["last"])
    words |= {"account": account, "sign_in": absolute(reverse("wagtailadmin_login"))}
    text = render_to_string(f"wagtailadmin/accounts/{kind}.txt", words)
    outbox.post(kind=f"account_{kind}", to=to or account.email, subject=str(subject), text=text, at=at, once=occasion)


# --- opening again -----------------------------------------------------------------------------------------------
def may_reopen(user, account: User) -> bool:
    """The head of the unit or of the authority in which the account holds a role, or who administers it; never oneself."""
    if account.pk == user.pk or account.closed_for != Closed.IDLE:
        return False
    return account_in(account, reopened_by(user))


def reopened_by(user) -> set[int]:
    """Keys of the authorities whose idle accounts this person may open again."""
    return user.authorities_as(HEADS) | offices.administered(user)


def account_in(account: User, authorities: set[int]) -> bool:
    return account.role_holdings.filter(authority__in=authorities).exists()


def closed_in(authorities):
    """Accounts with a role there that were closed because nobody used them, by name."""
    return offices.accounts_of(authorities).filter(closed_for=Closed.IDLE).order_by("first_name", "pk")


@transaction.atomic
def reopen(*, account: User, reason: str, by, at: datetime) -> User:
    """One recorded act: the account works again with the roles that are still given, and its days begin anew."""
    account = User.objects.select_for_update().get(pk=account.pk)
    if account.closed_for != Closed.IDLE:
        raise DomainError(_("Tài khoản này không bị khóa do lâu không dùng."))
    if not may_reopen(by, account):
        raise NotAllowed(_("Trưởng đơn vị đầu mối, người đứng đầu hoặc quản trị của cơ quan mở lại tài khoản này."))
    if not reason.strip():
        raise DomainError(_("Hãy nói vì sao."), field="reason")
    account.is_active, account.closed_for, account.awake_on = True, "", local_day(at)
    account._history_user, account._change_reason = by, reason
    account.save()
    tell("account.reopened", subject=account, by=by, at=at, reason=reason)
    return account
