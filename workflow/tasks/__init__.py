"""What this room does by the clock; the worker runs it."""

from cms.audit import checkpoint
from cms.core import periodic, strays
from cms.core.dates import local_day
from cms.law.services import current_calendar


def connect():
    """Register with the worker's clock, and tell which rows keep private files."""
    from workflow.models import (
        Attachment,
        CorrectionFile,
        DraftFile,
        Letter,
        RegisterExport,
        RegisterVolume,
        RemedyFile,
    )
    from workflow.services import delivery, remedies

    strays.kept_by(Attachment, "path", "sha256")
    strays.kept_by(CorrectionFile, "path", "sha256")
    strays.kept_by(DraftFile, "path", "sha256")
    strays.kept_by(Letter, "pdf_path", "pdf_sha256")
    strays.kept_by(RegisterExport, "path", "sha256")
    strays.kept_by(RegisterVolume, "path", "pdf_sha256")
    strays.kept_by(RemedyFile, "path", "sha256")
    checkpoint.after(delivery.SENDING_OUT | remedies.SENDING_OUT)
    periodic.every_morning(tell_officers)
    periodic.every_morning(remind_of_answers)
    periodic.every_hour(forget_drafts)
    periodic.every_hour(move_late_comers)
    periodic.every_turn(issue_batches)
    periodic.every_turn(scan_files)
    periodic.every_turn(write_registers)
    periodic.every_hour(throw_registers_away)
    periodic.every_hour(flag_readings)
    periodic.every_turn(inspect_files)


def tell_officers(at):
    """One digest an officer on each working morning."""
    from workflow.tasks import digests

    if current_calendar().is_working(local_day(at)):
        digests.send(at)


def remind_of_answers(at):
    """On working mornings, once each: whose answer is wanted by the next working day, and what an inspection found that
    must be handled within five.
    """
    from workflow.services import inspections, reminding

    calendar, day = current_calendar(), local_day(at)
    if calendar.is_working(day):
        reminding.remind(at, until=calendar.working_day_after(day, 1))
        inspections.remind(at, until=calendar.working_day_after(day, 5))


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


def write_registers(at):
    """Files of the register that somebody asked for, and years of it that were closed."""
    from workflow.register import closing, jobs

    jobs.write_waiting(at)
    closing.print_waiting(at)


def throw_registers_away(at):
    """Such files after their day."""
    from workflow.register import jobs

    jobs.throw_away(at)


def issue_batches(at):
    """Papers that the registry let go together: a few of them each turn."""
    from workflow.services import batches

    batches.run_waiting(at)


def inspect_files(at):
    """Files to be given that nobody has looked through yet."""
    from workflow.services import inspecting

    inspecting.inspect_waiting(at)


def flag_readings(at):
    """Reading of personal data that looks unlike somebody's work, the same day."""
    from workflow.services import readings

    readings.flag(at)
