"""An authority reports on what it was given: one person writes, another lets it go; the issuer accepts or returns it."""

from dataclasses import dataclass

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from cms.core.dates import local_day
from cms.core.errors import DomainError
from cms.core.text import nfc
from home.models import Assignment, Report
from home.plans import access, files, notices, periods
from home.plans.acting import finish
from home.plans.choices import AssignmentState, Part, Period, PlanState, ReportState


@dataclass(frozen=True)
class ReportWords:
    """What a report says. `figure` is a whole number of what the task counts."""

    text: str
    link: str = ""
    figure: int | None = None
    document_number: str = ""


@transaction.atomic
def write_report(*, assignment, seen, words: ReportWords, file=None, by, at) -> Report:
    """Begin the report of the running period, or change it while it is not sent."""
    assignment = _held(assignment, seen)
    access.demand(access.may_write(by, assignment.authority), access.WRITES)
    if assignment.state in (AssignmentState.SENT, AssignmentState.ACCEPTED):
        raise DomainError(_("Báo cáo đã gửi. Chỉ sửa được khi cơ quan giao việc trả lại."))
    if not words.text.strip():
        raise DomainError(_("Ghi kết quả thực hiện."), field="text")
    if assignment.task.figure_label and words.figure is None:
        raise DomainError(_("Nhập số liệu: %(label)s.") % {"label": assignment.task.figure_label}, field="figure")
    report = assignment.reports.filter(state=ReportState.DRAFT).first()
    if report is None:
        report = Report(assignment=assignment, written_by=by, written_at=at, due_on=assignment.due_on)
    report.text, report.link, report.figure = nfc(words.text), words.link, words.figure
    report.document_number = nfc(words.document_number)
    report.save(by=by)
    also = [report]
    if file is not None:
        also += [*files.replace(report.files, by=by, at=at), files.attach(file, report=report, by=by, at=at)]
    assignment.state = AssignmentState.DRAFTED
    finish("plan_report.written", assignment, by=by, at=at, also=also)
    return report


@transaction.atomic
def release_report(*, assignment, seen, by, at) -> Report:
    """Another person than those who wrote it sends it to the issuer: from here the report counts, with today's day."""
    assignment = _held(assignment, seen)
    access.demand(access.may_decide(by, assignment.authority), access.DECIDES)
    report = assignment.reports.filter(state=ReportState.DRAFT).first()
    if report is None:
        raise DomainError(_("Chưa có báo cáo nào đang soạn."))
    access.demand_second(by, report.history)
    report.state, report.released_by, report.released_at = ReportState.SENT, by, at
    report.save(by=by)
    assignment.state, assignment.reported_on = AssignmentState.SENT, local_day(at)
    finish(
        "plan_report.sent",
        assignment,
        by=by,
        at=at,
        also=[report],
        data={"due_on": assignment.due_on, "reported_on": assignment.reported_on},
    )
    return report


@transaction.atomic
def accept_report(*, assignment, seen, by, at) -> Assignment:
    """The issuer takes the report; a task that comes back waits for its next period, a single one is done."""
    assignment = _held(assignment, seen)
    report = _sent(assignment, by)
    report.state, report.decided_by, report.decided_at = ReportState.ACCEPTED, by, at
    report.save(by=by)
    assignment.state = AssignmentState.ACCEPTED
    task = assignment.task
    following = periods.next_due(task.period, assignment.due_on, task.due_on)
    if following is not None or task.period == Period.CONTINUOUS:
        assignment.state, assignment.reported_on, assignment.due_on = AssignmentState.OPEN, None, following
    return finish(
        "plan_report.accepted", assignment, by=by, at=at, also=[report], data={"next_due_on": assignment.due_on}
    )


@transaction.atomic
def return_report(*, assignment, seen, reason, by, at) -> Report:
    """The issuer sends it back with the reason: it does not count, the day of the new one will."""
    assignment = _held(assignment, seen)
    report = _sent(assignment, by)
    if not reason.strip():
        raise DomainError(_("Hãy nói cần sửa, bổ sung gì."), field="reason")
    report.state, report.decided_by, report.decided_at = ReportState.RETURNED, by, at
    report.returned_why = nfc(reason)
    report.save(by=by)
    assignment.state, assignment.reported_on = AssignmentState.RETURNED, None
    finish("plan_report.returned", assignment, by=by, at=at, also=[report], reason=nfc(reason))
    notices.post(
        "report_returned",
        assignment.authority,
        about=assignment.task.plan.label,
        assignment=assignment,
        plan=assignment.task.plan,
        report=report,
        at=at,
    )
    return report


def _held(assignment, seen) -> Assignment:
    assignment = assignment.locked(seen)
    task = assignment.task
    if task.plan.state != PlanState.ISSUED or task.closed_at is not None:
        raise DomainError(_("Nhiệm vụ này không còn thực hiện."))
    if assignment.part != Part.LEAD:
        raise DomainError(_("Cơ quan phối hợp không phải gửi báo cáo riêng."))
    return assignment


def _sent(assignment, by) -> Report:
    """The report that waits for the issuer, if this person may decide on it."""
    access.demand(access.may_manage(by, assignment.task.plan.authority), access.MANAGES)
    report = assignment.reports.filter(state=ReportState.SENT).first()
    if report is None:
        raise DomainError(_("Không có báo cáo nào đang chờ nhận."))
    access.demand_second(by, report.history)
    return report
