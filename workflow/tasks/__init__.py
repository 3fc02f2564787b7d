"""What this room does by the clock; the worker runs it."""

from cms.core import periodic, strays
from cms.core.dates import local_day
from cms.law.services import current_calendar


def connect():
    """Register with the worker's clock, and tell which rows keep private files."""
    from workflow.models import Attachment, CorrectionFile, DraftFile

    strays.kept_by(Attachment, "path")
    strays.kept_by(CorrectionFile, "path")
    strays.kept_by(DraftFile, "path")
    periodic.every_morning(tell_officers)
    periodic.every_hour(forget_drafts)
    periodic.every_hour(move_late_comers)
    periodic.every_turn(scan_files)


def tell_officers(at):
    """One digest an officer on each working morning."""
    from workflow.tasks import digests

    if current_calendar().is_working(local_day(at)):
        digests.send(at)


def forget_drafts(at):
    """Forms that were not sent within their 24 hours, with their files."""
    from workflow.tasks import sweeping

    sweeping.forget_drafts(at)


def move_late_comers(at):
    """Requests that were being sent at the very moment the calendar changed."""
    from workflow.services import calendar_changes

    calendar_changes.catch_up(at)


def scan_files(at):
    """Files in quarantine, where a scanner is configured."""
    from workflow.services import scanning

    scanning.scan_waiting(at)
