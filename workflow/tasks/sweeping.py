"""Forms that were begun and never sent: forgotten after 24 hours, with their files (standards.md 5.1)."""

from datetime import datetime

from django.db import transaction

from catalog.models.suggestion import count
from cms.core import files
from cms.core.dates import local_day
from workflow.models import Attachment, DraftFile, FormDraft


def forget_drafts(at: datetime) -> int:
    """Delete forms past their time; returns how many. A file that has meanwhile become part of a case stays."""
    keys = list(FormDraft.objects.filter(expires_at__lte=at).values_list("pk", flat=True))
    for key in keys:
        with transaction.atomic():
            paths = set(DraftFile.objects.filter(draft=key).values_list("path", flat=True))
            _count_unsent(key, at)
            FormDraft.objects.filter(pk=key).delete()
        # Only now: a file whose row came back with a roll-back would be missing.
        for path in paths.difference(Attachment.objects.filter(path__in=paths).values_list("path", flat=True)):
            files.drop(path)
    return len(keys)


def _count_unsent(key, at) -> None:
    """Whoever opened a suggestion and did not send has perhaps found it there: one more of the day, nothing of the form."""
    found = FormDraft.objects.filter(pk=key, opened_suggestion=True, info_request=None)
    for authority in found.values_list("authority", flat=True):
        count(authority, local_day(at), "unsent")
