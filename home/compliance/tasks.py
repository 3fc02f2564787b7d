"""What this part does by the clock and when a file comes in; the worker runs it."""

from django.db.models.signals import post_save

from cms.core import periodic
from cms.core.dates import local_day
from cms.law.services import current_calendar


def connect():
    """Register with the worker's clock, and hear of new files."""
    from wagtail.documents.models import Document

    periodic.every_morning(remind_owners)
    periodic.every_turn(look_at_files)
    post_save.connect(look_at_file, sender=Document, dispatch_uid="home.compliance.look")


def remind_owners(at):
    """On each working morning, what falls due soon."""
    from home.compliance import reminders

    if current_calendar().is_working(local_day(at)):
        reminders.send(at)


def look_at_files(at):
    """Files that came in by another way than being saved here, or whose look failed."""
    from home.compliance import documents

    documents.look_at_new(at)


def look_at_file(sender, instance, raw=False, **kwargs):
    """A new or replaced file of the library."""
    from home.compliance import documents

    if not raw:
        documents.look_at(instance)
