"""What reports do by the clock, which rows keep private files, and what they add to the invented province."""

from cms.core import periodic, strays
from cms.core.dates import local_day
from cms.law.services import current_calendar
from workflow.management.demo import more


def connect():
    """Register with the worker's clock and the sweeper of stray files."""
    from home.models import PeriodReport

    strays.kept_by(PeriodReport, "pdf_path", "pdf_sha256")
    periodic.every_morning(remind_of_reports)
    more.told_by(demo_stories)


def remind_of_reports(at):
    """On each working morning, those who owe a report that falls due soon, or is late."""
    from home.reports import reminding

    if current_calendar().is_working(local_day(at)):
        reminding.remind_due(at)


def demo_stories(offices, days):
    """Periods and reports of the invented province, each as a story on the stage of the requests."""
    from home.demo import reports

    return reports.stories(offices, days)
