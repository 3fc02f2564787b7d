"""Sessions of an account that was closed end at once, and stay ended should it be opened again."""

from django.contrib.auth import SESSION_KEY
from django.contrib.sessions.models import Session
from django.utils import timezone

from cms.core.models import User


def end_sessions(account: User) -> int:
    """Delete every session of the account that still lives; returns how many. Part of the caller's act.

    Sessions hold their owner inside, so all that live are read: a province's staff has some hundreds of them.
    """
    living = Session.objects.filter(expire_date__gt=timezone.now())
    own = [one.pk for one in living.iterator() if one.get_decoded().get(SESSION_KEY) == str(account.pk)]
    return Session.objects.filter(pk__in=own).delete()[0]
