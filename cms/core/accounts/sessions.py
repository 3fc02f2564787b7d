"""Where a person is signed in: the list of sessions, and ending them.

A session lasts eight hours at most, half an hour without a click (settings, STAFF_SESSION_*). When it was last used is
kept in the session itself and written at most every five minutes, so that a click costs no query for it.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta

from allauth.usersessions.models import UserSession
from django.conf import settings
from django.contrib.auth.signals import user_logged_in
from django.contrib.sessions.backends.db import SessionStore
from django.contrib.sessions.models import Session
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from cms.core.accounts.ending import end_sessions
from cms.core.accounts.services import check_reach
from cms.core.acts import tell
from cms.core.errors import DomainError
from cms.core.models import User

#: Where the session keeps its moments, in seconds since 1970: its beginning, its last click.
SINCE, SEEN = "staff_since", "staff_seen"
#: When the person last showed who they are; cms.core.accounts.confirm asks for it.
CONFIRMED = "staff_confirmed"
WRITTEN_EVERY = timedelta(minutes=5)


# --- one session, from click to click ----------------------------------------------------------------------------
def begin(sender, request, user, **kwargs):
    """Note the beginning in the session; whoever signs in writes it anyway."""
    if not hasattr(request, "session"):
        return
    now = timezone.now().timestamp()
    request.session[SINCE] = request.session[SEEN] = request.session[CONFIRMED] = now


user_logged_in.connect(begin, dispatch_uid="core.sessions.begin")


def is_over(session, at: datetime) -> bool:
    """Whether it has lasted or rested too long; one without moments began before they were kept."""
    now, since, seen = at.timestamp(), session.get(SINCE), session.get(SEEN)
    if since is None or seen is None:
        return True
    return now - since > settings.STAFF_SESSION_SECONDS or now - seen > settings.STAFF_SESSION_REST_SECONDS


def note_click(session, at: datetime) -> None:
    """Write down that the session is in use, where the last note is old."""
    if at.timestamp() - session[SEEN] < WRITTEN_EVERY.total_seconds():
        return
    session[SEEN] = at.timestamp()
    UserSession.objects.filter(session_key=session.session_key).update(last_seen_at=at)


# --- the list ----------------------------------------------------------------------------------------------------
@dataclass(frozen=True)
class SignedIn:
    """One session as its owner reads it: `pk` names it on the page; its key never leaves the server."""

    pk: int
    device: str
    address: str
    since: datetime
    seen: datetime
    is_this: bool


def of(user: User, at: datetime, this_key: str | None = None) -> list[SignedIn]:
    """The sessions that live, the present one first, then the latest used."""
    rows = list(UserSession.objects.filter(user=user))
    living = set(
        Session.objects.filter(session_key__in=[row.session_key for row in rows], expire_date__gt=at).values_list(
            "session_key", flat=True
        )
    )
    begun = at - timedelta(seconds=settings.STAFF_SESSION_SECONDS)
    rested = at - timedelta(seconds=settings.STAFF_SESSION_REST_SECONDS)
    found = [
        SignedIn(row.pk, device(row.user_agent), row.ip, row.created_at, row.last_seen_at, row.session_key == this_key)
        for row in rows
        if row.session_key == this_key
        or (row.session_key in living and row.created_at > begun and row.last_seen_at > rested)
    ]
    return sorted(found, key=lambda one: (not one.is_this, -one.seen.timestamp()))


def device(user_agent: str) -> str:
    """Chrome, Windows: enough to know one's own machine again."""
    browsers = (("Edg", "Edge"), ("OPR", "Opera"), ("coc_coc", "Cốc Cốc"), ("Firefox", "Firefox"), ("Chrome", "Chrome"),
                ("Safari", "Safari"))  # fmt: skip
    systems = (("Android", "Android"), ("iPhone", "iPhone"), ("iPad", "iPad"), ("Windows", "Windows"),
               ("Mac OS", "macOS"), ("Linux", "Linux"))  # fmt: skip
    found = [next((name for sign, name in known if sign in user_agent), "") for known in (browsers, systems)]
    return ", ".join(filter(None, found)) or str(_("thiết bị không rõ"))


# --- ending ------------------------------------------------------------------------------------------------------
def _end(rows) -> int:
    rows = list(rows)
    for row in rows:
        SessionStore().delete(row.session_key)
    UserSession.objects.filter(pk__in=[row.pk for row in rows]).delete()
    return len(rows)


def end_all(account: User) -> int:
    """Every session of an account, listed or not; recorded by the act that it is part of."""
    UserSession.objects.filter(user=account).delete()
    return end_sessions(account)


@transaction.atomic
def end_own(*, user: User, this_key: str, at: datetime, pk: int | None = None) -> int:
    """One of one's own sessions, or every one but this; returns how many ended."""
    rows = UserSession.objects.filter(user=user).exclude(session_key=this_key)
    ended = _end(rows if pk is None else rows.filter(pk=pk))
    if ended:
        tell("account.sessions_ended", subject=user, by=user, at=at, data={"sessions": ended})
    return ended


@transaction.atomic
def end_of_another(*, account: User, reason: str, by: User, at: datetime) -> None:
    """An administrator signs a person out everywhere: a lost telephone, a machine left open."""
    check_reach(account, by)
    if not reason.strip():
        raise DomainError(_("Hãy nói vì sao."), field="reason")
    ended = end_all(account)
    tell("account.sessions_ended", subject=account, by=by, at=at, reason=reason, data={"sessions": ended})


def follow(user: User, old_key: str, new_key: str) -> None:
    """A new password gives the present session a new key, and ends all others."""
    if old_key != new_key:
        UserSession.objects.filter(user=user, session_key=old_key).update(session_key=new_key)
        _end(UserSession.objects.filter(user=user).exclude(session_key=new_key))


def sweep(at: datetime) -> int:
    """Forget sessions that are long over; returns how many."""
    begun = at - timedelta(seconds=settings.STAFF_SESSION_SECONDS)
    return UserSession.objects.filter(created_at__lt=begun).delete()[0]
