"""What plans do by the clock, which rows keep private files, and what they add to the invented province."""

from cms.audit import checkpoint
from cms.core import periodic, strays
from workflow.management.demo import more


def connect():
    """Register with the worker's clock and the sweeper of stray files."""
    from home.models import PlanFile, ReminderLetter

    strays.kept_by(PlanFile, "path", "sha256")
    strays.kept_by(ReminderLetter, "pdf_path", "pdf_sha256")
    checkpoint.after({"plan.issued", "plan.reminder_issued"})
    periodic.every_turn(scan_plan_files)
    more.told_by(demo_stories)


def demo_stories(offices, days):
    """Plans, reviews and difficulties of the invented province, each as a story on the stage of the requests."""
    from home.demo import plans

    return plans.stories(offices, days)


def scan_plan_files(at):
    """Files in quarantine, where a scanner is configured."""
    from home.plans import files

    files.scan_waiting(at)
