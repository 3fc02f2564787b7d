"""An officer's calendar of due dates: its address is made, shown once, and revoked."""

import secrets
from datetime import datetime

from django.db import transaction

from cms.audit.record import record
from cms.core.secrets import keyed_hash
from workflow.models import DueCalendar

_PURPOSE = "due-calendar"


def of(person) -> DueCalendar | None:
    """The person's calendar in use."""
    return DueCalendar.objects.filter(person=person, revoked_at=None).first()


def found_by(token: str) -> DueCalendar | None:
    """The calendar in use under this address, of an account that is active."""
    found = DueCalendar.objects.filter(token_hash=keyed_hash(_PURPOSE, token), revoked_at=None, person__is_active=True)
    return found.select_related("person").first()


@transaction.atomic
def make(*, by, at: datetime) -> str:
    """A new address; one made before ends. Returns the token, which nobody can read again."""
    _end(by, at)
    token = secrets.token_urlsafe(32)
    made = DueCalendar.objects.create(person=by, token_hash=keyed_hash(_PURPOSE, token), made_at=at)
    record("duecalendar.made", subject=made, by=by, at=at)
    return token


@transaction.atomic
def revoke(*, by, at: datetime, person=None) -> bool:
    """End the address in use, one's own or that of a `person` who leaves; whether there was one."""
    ended = _end(person or by, at)
    if ended:
        record("duecalendar.revoked", subject=ended, by=by, at=at)
    return ended is not None


def _end(person, at):
    held = DueCalendar.objects.select_for_update().filter(person=person, revoked_at=None).first()
    if held:
        held.revoked_at = at
        held.save(update_fields=["revoked_at"])
    return held
