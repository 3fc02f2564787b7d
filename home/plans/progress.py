"""Where a plan stands on a day: one row a task, one line an authority. Reads only; the same for desk, paper and public."""

from dataclasses import dataclass, field
from datetime import date

from django.db.models import F, Max, Prefetch, Q
from django.utils.translation import gettext_lazy as _

from cms.core.dates import short
from home.models import Assignment, Plan, Report, Task
from home.plans import periods
from home.plans.choices import OWING, AssignmentState, Part, Period, ReportState


@dataclass(frozen=True)
class Counts:
    """How many of the authorities that must report have, wait for acceptance, still may, or are late."""

    done: int = 0
    sent: int = 0
    waiting: int = 0
    late: int = 0

    @property
    def all(self) -> int:
        return self.done + self.sent + self.waiting + self.late

    @property
    def reported(self) -> int:
        return self.done + self.sent

    def plus(self, other: "Counts") -> "Counts":
        return Counts(
            self.done + other.done, self.sent + other.sent, self.waiting + other.waiting, self.late + other.late
        )


@dataclass(frozen=True)
class TaskRow:
    """One line of the province's table."""

    task: Task
    leads: str
    coordinators: str
    deadline: str
    status: str
    kind: str  # ok, wait, bad, none: how the status is drawn
    counts: Counts
    figure: str  # of the accepted reports, added up
    budget: str  # in đồng
    assignments: list[Assignment] = field(default_factory=list)
    evidence: list[Report] = field(default_factory=list)


def dotted(number: int | None) -> str:
    """12.000.000; empty for none."""
    return "" if number is None else f"{number:,}".replace(",", ".")


def rows_of(plan: Plan, day: date) -> list[TaskRow]:
    """The plan's table on that day; four queries whatever its length."""
    accepted = Report.objects.filter(state=ReportState.ACCEPTED).order_by("pk")
    given = Assignment.objects.select_related("authority").prefetch_related(
        Prefetch("reports", accepted, to_attr="accepted")
    )
    tasks = plan.tasks.order_by("position", "pk").prefetch_related(
        Prefetch("assignments", given.order_by("authority__name"), to_attr="given")
    )
    return [_row(plan, task, day) for task in tasks]


def totals(rows: list[TaskRow]) -> Counts:
    total = Counts()
    for row in rows:
        total = total.plus(row.counts)
    return total


def totals_of(plan: Plan, day: date) -> Counts:
    """The same sums for a list of plans, from what it has prefetched ("tasks__assignments")."""
    leads = [one for task in plan.tasks.all() for one in task.assignments.all() if one.part == Part.LEAD]
    return count(leads, day)


def _row(plan, task, day) -> TaskRow:
    leads = [one for one in task.given if one.part == Part.LEAD]
    others = [one for one in task.given if one.part == Part.COORDINATING]
    counts = count(leads, day)
    status, kind = status_of(plan, task, counts)
    evidence = [report for one in leads for report in one.accepted]
    figures = [report.figure for report in evidence if report.figure is not None]
    return TaskRow(
        task=task,
        leads=task.lead_text or _names(leads),
        coordinators=task.coordinating_text or _names(others),
        deadline=deadline_of(task),
        status=status,
        kind=kind,
        counts=counts,
        figure=dotted(sum(figures) if figures else None),
        budget=dotted(task.budget),
        assignments=leads,
        evidence=evidence,
    )


def count(leads, day) -> Counts:
    done = sum(one.state == AssignmentState.ACCEPTED for one in leads)
    sent = sum(one.state == AssignmentState.SENT for one in leads)
    late = sum(is_late(one, day) for one in leads)
    return Counts(done, sent, len(leads) - done - sent - late, late)


def is_late(assignment, day) -> bool:
    """The deadline is behind and nothing has come."""
    return assignment.state in OWING and assignment.due_on is not None and assignment.due_on < day


def status_of(plan, task, counts: Counts) -> tuple[str, str]:
    """(words, kind): what stands in the column "Tình trạng"."""
    if task.closed_at is not None:
        return str(_("Đã kết thúc")), "none"
    if plan.number == "":
        return str(_("Chưa ban hành")), "none"
    if counts.all == 0:
        return str(_("Cơ quan ngoài hệ thống, không theo dõi ở đây")), "none"
    told = _("%(count)s trên %(all)s cơ quan đã báo cáo") % {"count": counts.reported, "all": counts.all}
    if counts.done == counts.all:
        return str(_("Hoàn thành")), "ok"
    if counts.late:
        return f"{told}; {counts.late} {_('quá hạn')}", "bad"
    return str(told), "wait"


def deadline_of(task) -> str:
    """ "Trước 31/12/2026", "Hằng quý", "Thường xuyên"."""
    if task.period == Period.ONCE:
        return short(task.due_on)
    label = str(task.get_period_display())
    return f"{label}, đến {short(task.due_on)}" if task.due_on else label


def standing(assignment, day) -> tuple[str, str]:
    """(words, kind) of one authority's row: in time, late by how much, on which day it reported."""
    late = assignment.days_late(day)
    if assignment.part == Part.COORDINATING:
        return str(_("Phối hợp, không báo cáo riêng")), "none"
    if assignment.reported_on is not None:
        words = str(_("Báo cáo ngày %(day)s") % {"day": short(assignment.reported_on)})
        return (f"{words}, {_('chậm %(days)s ngày') % {'days': late}}" if late else words), "done"
    if late:
        return str(_("Quá hạn %(days)s ngày") % {"days": late}), "over"
    return str(assignment.get_state_display()), "wait"


def _names(rows) -> str:
    return ", ".join(one.authority.short_name for one in rows)


# --- who has not reported ----------------------------------------------------------------------------------------
#: The filters of the follow-up page, by the word in its address.
FILTERS = {
    "": _("Chưa báo cáo"),
    "qua-han": _("Quá hạn"),
    "cho-nhan": _("Chờ nhận"),
    "tat-ca": _("Tất cả"),
}


def followed(plan: Plan, day: date, name: str = "", authority: int | None = None):
    """The plan's lines of authorities, as the follow-up page lists them; the latest first in being late."""
    found = Assignment.objects.filter(task__plan=plan, part=Part.LEAD).select_related("authority", "task")
    if name == "":
        found = found.owing().filter(task__closed_at=None)
    elif name == "qua-han":
        found = found.owing().filter(task__closed_at=None, due_on__lt=day)
    elif name == "cho-nhan":
        found = found.filter(state=AssignmentState.SENT)
    if authority is not None:
        found = found.filter(authority=authority)
    urged = Max("reminders__sent_on", filter=Q(reminders__sent_on__isnull=False))
    return found.annotate(urged_on=urged).order_by(
        F("due_on").asc(nulls_last=True), "task__position", "authority__name"
    )


def period_of(assignment) -> str:
    return periods.name_of(assignment.task.period, assignment.due_on)
