"""Before a report falls due, and while it is late, who owes it is reminded by mail; nobody twice on one day."""

from datetime import date, datetime

from django.db import IntegrityError, transaction
from django.utils.translation import gettext_lazy as _

from cms.audit.record import SYSTEM
from cms.core.dates import local_day
from cms.core.errors import DomainError
from home.models import PeriodReport, ReportReminder
from home.plans.acting import seal
from home.reports import access, notices
from home.reports.choices import ASKED, PeriodState

#: Calendar days before the deadline on which everybody who owes hears of it; no text sets them.
BEFORE = (14, 3)
#: After the deadline each so many calendar days.
AFTER = 7


def is_due(report, day: date, told: list[date]) -> bool:
    """Whether the worker reminds today: a mark has been reached and nothing was said since."""
    due = report.period.due_on
    marks = [mark for mark in BEFORE if (due - day).days <= mark]
    since = max(told, default=None)
    if day <= due:
        # Days off are made up for on the next working morning: what counts is whether the mark was told of.
        return bool(marks) and (since is None or (due - since).days > min(marks))
    return since is None or since <= due or (day - since).days >= AFTER


def remind_due(at: datetime) -> int:
    """Put today's reminders into the outbox; returns how many. Harmless when it runs twice."""
    day = local_day(at)
    owing = PeriodReport.objects.asked().owing().with_names().prefetch_related("reminders")
    running = owing.filter(period__state=PeriodState.OPEN, period__kind__in=ASKED)
    found = [one for one in running if is_due(one, day, [row.sent_on for row in one.reminders.all()])]
    return sum(_remind(one, day, None, at) for one in found)


@transaction.atomic
def remind(*, period, seen, reports, by, at) -> int:
    """The justice department reminds some or all of those who owe, beside what the worker does."""
    period = period.locked(seen)
    access.demand(access.may_keep(by, period), access.KEEPS)
    if period.state != PeriodState.OPEN:
        raise DomainError(_("Kỳ báo cáo này không đang mở."))
    rows = period.reports.asked().owing().with_names().filter(pk__in=[one.pk for one in reports])
    if not rows:
        raise DomainError(_("Chọn ít nhất một cơ quan chưa nộp."), field="reports")
    count = sum(_remind(one, local_day(at), by, at) for one in rows)
    if not count:
        raise DomainError(_("Các cơ quan này đã được nhắc hôm nay."), field="reports")
    return count


def _remind(report, day, by, at) -> int:
    try:
        with transaction.atomic():
            row = ReportReminder(report=report, sent_on=day, by=by)
            row.save(by=by)
            data = {"report": report.pk, "sent_on": day}
            period = report.period
            seal("report_period.reminded", period, [row], by=by or SYSTEM, at=at, authority=period.authority, data=data)
            once = f"report-reminder:{report.pk}:{day}"
            notices.post("report_reminder", report, at=at, once=once, late=report.days_late(day))
            return 1
    except IntegrityError:  # another worker, or somebody at the desk, was faster
        return 0
