"""What this room does by the clock."""

from django.contrib.sessions.backends.db import SessionStore
from django.core.management import call_command

from cms.core import periodic, strays, throttle
from cms.core.accounts import idleness, reviewing, sessions


def connect():
    """Register with the worker's clock."""
    for job in (sweep_tallies, sweep_sessions, sweep_strays, publish_scheduled):
        periodic.every_hour(job)
    periodic.every_morning(look_after_idle_accounts)
    periodic.every_morning(remind_of_rights_reviews)


def look_after_idle_accounts(at):
    """Warn of accounts that nobody uses, and close them."""
    idleness.look_after(at)


def remind_of_rights_reviews(at):
    """Tell by mail, once each, that an authority's rights are due to be gone through."""
    reviewing.remind(at)


def sweep_tallies(at):
    """Counters of attempts are needed for a day."""
    throttle.sweep(at)


def sweep_sessions(at):
    """Sessions that have ended."""
    SessionStore.clear_expired()
    sessions.sweep(at)


def sweep_strays(at):
    """Private files older than a day that no row knows."""
    strays.sweep(at)


def publish_scheduled(at):
    """Pages that editors gave a day of their own."""
    call_command("publish_scheduled", verbosity=0)
