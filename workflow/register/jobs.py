"""Files of the register in the background: asked for by one person, written by the worker, fetched by that person."""

import logging
from datetime import date, datetime, timedelta

from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from cms.audit.record import record
from cms.core import files, heartbeat, typeset
from cms.core.dates import local_day
from cms.core.errors import DomainError
from cms.core.models import User
from workflow import access
from workflow.choices import ExportState
from workflow.models import RegisterExport
from workflow.models.register_export import RUNNING
from workflow.register import exporting
from workflow.register.rows import Filters, requests_of

logger = logging.getLogger(__name__)

FETCHED = "register.fetched"
#: So long may the file be fetched.
KEPT = timedelta(hours=24)
#: A worker that gave no sign of life for so long has died; another takes over.
DEAD = timedelta(minutes=5)
#: Up to so many cases are written at once, while the person waits; paper takes longer.
AT_ONCE = {"XLSX": 200, "CSV": 200, "PDF": 40}
#: What one person may have under way.
MOST_RUNNING = 3
LONGEST_REASON = 300
CONTENT_TYPES = {"XLSX": files.TYPES["xlsx"], "CSV": "text/csv; charset=utf-8", "PDF": files.TYPES["pdf"]}


def ask(*, authority, filters: Filters, kind, delimiter, personal, reason, by, at: datetime) -> RegisterExport:
    """Ask for a file; a short one is written at once, a long one by the worker. Raises NotAllowed or DomainError."""
    exporting.check(authority=authority, by=by, kind=kind, delimiter=delimiter, personal=personal, reason=reason)
    if len(reason.strip()) > LONGEST_REASON:
        raise DomainError(_("Viết ngắn hơn: tối đa 300 ký tự."), field="reason")
    if RegisterExport.objects.filter(asked_by=by, state__in=RUNNING).count() >= MOST_RUNNING:
        raise DomainError(_("Ba lần xuất của ông/bà đang chờ ghi. Hãy đợi một lần xong rồi xuất tiếp."))
    total = requests_of(by, authority, filters).count()
    exporting.check_length(kind, total)
    job = RegisterExport.objects.create(
        authority=authority, asked_by=by, asked_at=at, kind=kind, delimiter=delimiter, personal=personal,
        reason=reason.strip(), filters=_kept(filters), total=total,
    )  # fmt: skip
    if total <= AT_ONCE[kind]:
        _write(job)
    return job


def of(user) -> QuerySet[RegisterExport]:
    """The person's own files; nobody opens another's."""
    return RegisterExport.objects.filter(asked_by=user).select_related("authority")


def can_fetch(user, job: RegisterExport, at: datetime) -> bool:
    """Whether this person may have the file now: asked for it, and still holds the right to."""
    may = access.can_export_personal if job.personal else access.can_export_register
    is_there = job.state == ExportState.DONE and job.expires_at > at
    return is_there and job.asked_by_id == user.pk and may(user, job.authority)


@transaction.atomic
def fetch(*, job: RegisterExport, by, at: datetime) -> None:
    """Record that the file leaves."""
    data = {"export": job.pk, "kind": job.kind, "personal": job.personal, "sha256": job.sha256}
    record(FETCHED, subject=job.authority, by=by, at=at, data=data)


def _kept(filters: Filters) -> dict:
    days = {name: day.isoformat() if day else None for name, day in (("first", filters.first), ("last", filters.last))}
    return vars(filters) | days | {"statuses": list(filters.statuses)}


def filters_of(job: RegisterExport) -> Filters:
    kept = dict(job.filters)
    for name in ("first", "last"):
        kept[name] = date.fromisoformat(kept[name]) if kept[name] else None
    return Filters(**kept | {"statuses": tuple(kept["statuses"])})


# --- what the worker does ------------------------------------------------------------------------------------------
def write_waiting(at: datetime) -> int:
    """Write every file that waits; returns how many."""
    count = 0
    while (job := _claim(timezone.now())) is not None:
        _write(job)
        count += 1
    return count


def _claim(now) -> RegisterExport | None:
    """One that waits, or whose worker died; it is ours when our sign of life is the one that was written."""
    free = RegisterExport.objects.filter(Q(beat_at=None) | Q(beat_at__lt=now - DEAD), state__in=RUNNING)
    for job in free.select_related("authority").order_by("pk"):
        mine = RegisterExport.objects.filter(pk=job.pk, state=job.state, beat_at=job.beat_at)
        if mine.update(beat_at=now, state=ExportState.WRITING):
            return job
    return None


def _write(job):
    # The roles of this very moment: what the person may do is asked again when the file is written.
    by = User.objects.get(pk=job.asked_by_id)
    try:
        kept = files.keep_made(_name(job), CONTENT_TYPES[job.kind], lambda stream: _export(job, by, stream))
    except DomainError as error:
        _end(job, ExportState.STOPPED, told=str(error))
    except (OSError, typeset.NotSet):
        logger.exception("The export %s of the register did not run to its end", job.pk)
        _end(job, ExportState.STOPPED, told=str(_("Máy chủ gặp lỗi khi ghi tệp. Hãy báo quản trị rồi xuất lại.")))
    else:
        job.name, job.path, job.size, job.sha256 = kept.name, kept.path, kept.size, kept.sha256
        _end(job, ExportState.DONE)


def _export(job, by, stream):
    job.done = exporting.export(
        stream,
        authority=job.authority,
        by=by,
        at=job.asked_at,
        filters=filters_of(job),
        kind=job.kind,
        delimiter=job.delimiter,
        personal=job.personal,
        reason=job.reason,
        tell=lambda done: _beat(job, done),
    )


def _name(job) -> str:
    return f"so-theo-doi-{job.authority.code}-{local_day(job.asked_at):%Y%m%d}-{job.pk}.{job.kind.lower()}"


def _beat(job, done):
    """Say how far it is, and that this worker lives."""
    now = timezone.now()
    RegisterExport.objects.filter(pk=job.pk).update(done=done, beat_at=now)
    heartbeat.beat(now)


def _end(job, state, told=""):
    job.state, job.told, job.reason, job.expires_at = state, told[:300], "", timezone.now() + KEPT
    job.save()


def throw_away(at: datetime) -> int:
    """Files whose day is over go; that they were made stays in the chain. Returns how many."""
    over = RegisterExport.objects.filter(state=ExportState.DONE, expires_at__lte=at)
    for job in over:
        with transaction.atomic():
            path, job.path, job.state = job.path, "", ExportState.GONE
            job.save()
            transaction.on_commit(lambda path=path: files.drop(path))
    return len(over)
