"""A plan or directive from the first line to its end: soạn, ban hành, giao việc, kết thúc."""

from dataclasses import asdict, dataclass
from datetime import date

from django.db import IntegrityError, transaction
from django.utils.translation import gettext_lazy as _

from cms.core.dates import local_day
from cms.core.errors import DomainError
from cms.core.text import nfc
from home.models import Assignment, Plan, Task
from home.plans import access, files, notices, periods
from home.plans.acting import begin, finish
from home.plans.choices import Part, Period, PlanKind, PlanState


@dataclass(frozen=True)
class PlanWords:
    """What is written of a plan before it is issued."""

    kind: str
    title: str
    link: str = ""
    is_public: bool = False
    shows_progress: bool = False


@dataclass(frozen=True)
class TaskWords:
    """One line of the plan's table; `budget` in whole đồng."""

    content: str
    period: str = Period.ONCE
    due_on: date | None = None
    lead_text: str = ""
    coordinating_text: str = ""
    product: str = ""
    budget: int | None = None
    figure_label: str = ""


# --- writing -----------------------------------------------------------------------------------------------------
@transaction.atomic
def draft_plan(*, authority, words: PlanWords, file=None, by, at) -> Plan:
    """Begin a plan or directive; nobody else sees it before it is issued."""
    access.demand(access.may_manage(by, authority), access.MANAGES)
    plan = Plan(authority=authority, drafted_by=by, drafted_at=at, **_tidy_plan(words))
    plan.save(by=by)
    also = [files.attach(file, plan=plan, by=by, at=at)] if file else []
    return begin("plan.drafted", plan, by=by, at=at, also=also)


@transaction.atomic
def change_plan(*, plan, seen, words: PlanWords, file=None, by, at) -> Plan:
    """Change what is not issued yet; a new file takes the old one's place."""
    plan = _draft(plan, seen, by)
    for name, value in _tidy_plan(words).items():
        setattr(plan, name, value)
    also = []
    if file is not None:
        also = [*files.replace(plan.files, by=by, at=at), files.attach(file, plan=plan, by=by, at=at)]
    return finish("plan.changed", plan, by=by, at=at, also=also)


@transaction.atomic
def add_task(*, plan, seen, words: TaskWords, leads=(), coordinators=(), by, at) -> Task:
    """One more line of the table, with everybody who shall do it."""
    plan = _draft(plan, seen, by)
    last = plan.tasks.order_by("-position").values_list("position", flat=True).first() or 0
    task = Task(plan=plan, position=last + 1, **_tidy_task(words, leads, coordinators))
    task.save(by=by)
    given = _give(task, leads, coordinators, by)
    finish("plan.task_added", plan, by=by, at=at, also=[task, *given], data={"task": task.position})
    return task


@transaction.atomic
def change_task(*, plan, seen, task, words: TaskWords, leads=(), coordinators=(), by, at) -> Task:
    """Change a line that is not issued yet, and who shall do it."""
    plan, task = _draft(plan, seen, by), _task_of(plan, task)
    for name, value in _tidy_task(words, leads, coordinators).items():
        setattr(task, name, value)
    task.save(by=by)
    wanted = {one.pk: Part.COORDINATING for one in coordinators} | {one.pk: Part.LEAD for one in leads}
    also = [task]
    for given in task.assignments.all():
        if given.authority_id not in wanted:
            _remove(given, by)
        elif given.part != wanted[given.authority_id]:
            given.part = wanted[given.authority_id]
            given.save(by=by)
        also.append(given)
    known = set(task.assignments.values_list("authority", flat=True))
    also += _give(task, [a for a in leads if a.pk not in known], [a for a in coordinators if a.pk not in known], by)
    finish("plan.task_changed", plan, by=by, at=at, also=also, data={"task": task.position})
    return task


@transaction.atomic
def remove_task(*, plan, seen, task, by, at) -> Plan:
    """Take a line out of a plan that is not issued yet."""
    plan, task = _draft(plan, seen, by), _task_of(plan, task)
    position, also = task.position, [*task.assignments.all(), task]
    for thing in also:
        _remove(thing, by)
    return finish("plan.task_removed", plan, by=by, at=at, also=also, data={"task": position})


# --- issuing -----------------------------------------------------------------------------------------------------
@transaction.atomic
def issue_plan(*, plan, seen, number, symbol, issued_on, by, at) -> Plan:
    """The signed document's number, symbol and day; from here every authority sees what it was given (two people)."""
    plan = plan.locked(seen)
    access.demand(access.may_decide(by, plan.authority), access.DECIDES)
    access.demand_second(by, plan.history, *(task.history for task in plan.tasks.all()))
    if plan.state != PlanState.DRAFT:
        raise DomainError(_("Văn bản này đã ban hành."))
    if not number.strip() or not symbol.strip():
        raise DomainError(_("Nhập số và ký hiệu của văn bản đã ký."), field="number")
    if issued_on > local_day(at):
        raise DomainError(_("Ngày ban hành không được ở tương lai."), field="issued_on")
    tasks = list(plan.tasks.prefetch_related("assignments__authority"))
    _check_tasks(tasks, issued_on)
    plan.number, plan.symbol, plan.issued_on, plan.year = number.strip(), nfc(symbol), issued_on, issued_on.year
    plan.state, plan.issued_by, plan.issued_at = PlanState.ISSUED, by, at
    given = [one for task in tasks for one in task.assignments.all()]
    for one in given:
        one.due_on = _due_of(one, issued_on)
        one.save(by=by)
    data = {"number": plan.label, "issued_on": issued_on, "tasks": len(tasks), "assignments": len(given)}
    try:
        finish("plan.issued", plan, by=by, at=at, also=given, data=data)
    except IntegrityError as taken:
        raise DomainError(_("Số, ký hiệu này đã dùng trong năm. Xem lại sổ văn thư."), field="number") from taken
    _tell(plan, given, at)
    return plan


@transaction.atomic
def assign(*, plan, seen, task, authorities, part=Part.LEAD, by, at) -> list[Assignment]:
    """Give a running task to more authorities at once; each answers for its own row."""
    plan = plan.locked(seen)
    access.demand(access.may_manage(by, plan.authority), access.MANAGES)
    task = _running(plan, task)
    known = set(task.assignments.values_list("authority", flat=True))
    new = [one for one in authorities if one.pk not in known]
    if not new:
        raise DomainError(_("Chọn ít nhất một cơ quan chưa được giao việc này."), field="authorities")
    leads, others = (new, []) if part == Part.LEAD else ([], new)
    given = _give(task, leads, others, by)
    for one in given:
        one.due_on = _due_of(one, local_day(at))
        one.save(by=by)
    codes = sorted(one.code for one in new)
    finish("plan.assigned", plan, by=by, at=at, also=given, data={"task": task.position, "authorities": codes})
    _tell(plan, given, at)
    return given


@transaction.atomic
def set_publicity(*, plan, seen, is_public, shows_progress, by, at) -> Plan:
    """Open an issued plan or its progress to everybody, or close it again (two people)."""
    plan = plan.locked(seen)
    access.demand(access.may_decide(by, plan.authority), access.DECIDES)
    if plan.state == PlanState.DRAFT:
        raise DomainError(_("Văn bản chưa ban hành. Chọn công khai khi soạn."))
    access.demand(
        access.is_another(by, plan.drafted_by_id, plan.authority),
        _("Việc này cần người thứ hai: ông/bà đã tham gia soạn."),
    )
    plan.is_public, plan.shows_progress = is_public, is_public and shows_progress
    data = {"is_public": plan.is_public, "shows_progress": plan.shows_progress}
    return finish("plan.publicity_set", plan, by=by, at=at, data=data)


# --- ending ------------------------------------------------------------------------------------------------------
@transaction.atomic
def close_task(*, plan, seen, task, reason, by, at) -> Task:
    """End a task: no more reports, no more reminders. What was reported stays."""
    plan = plan.locked(seen)
    access.demand(access.may_manage(by, plan.authority), access.MANAGES)
    task = _running(plan, task)
    _need_reason(reason)
    _close(task, reason, by, at)
    finish("plan.task_closed", plan, by=by, at=at, also=[task], data={"task": task.position}, reason=reason.strip())
    return task


@transaction.atomic
def close_plan(*, plan, seen, reason, by, at) -> Plan:
    """End the whole plan, with every task that still runs."""
    plan = plan.locked(seen)
    access.demand(access.may_decide(by, plan.authority), access.DECIDES)
    if plan.state != PlanState.ISSUED:
        raise DomainError(_("Chỉ kết thúc văn bản đang thực hiện."))
    _need_reason(reason)
    running = list(plan.tasks.filter(closed_at=None))
    for task in running:
        _close(task, reason, by, at)
    plan.state, plan.closed_at = PlanState.CLOSED, at
    return finish("plan.closed", plan, by=by, at=at, also=running, reason=reason.strip())


# --- parts -------------------------------------------------------------------------------------------------------
def _draft(plan, seen, by) -> Plan:
    plan = plan.locked(seen)
    access.demand(access.may_manage(by, plan.authority), access.MANAGES)
    if plan.state != PlanState.DRAFT:
        raise DomainError(_("Văn bản đã ban hành, không sửa được nữa."))
    return plan


def _remove(thing, by):
    thing._history_user = by  # what a deletion's history row takes as its person
    thing.delete()


def _running(plan, task) -> Task:
    task = _task_of(plan, task)
    if plan.state != PlanState.ISSUED or task.closed_at is not None:
        raise DomainError(_("Nhiệm vụ này không còn thực hiện."))
    return task


def _task_of(plan, task) -> Task:
    found = plan.tasks.filter(pk=task.pk).first()
    if found is None:
        raise DomainError(_("Nhiệm vụ này không thuộc văn bản."))
    return found


def _tidy_plan(words: PlanWords) -> dict:
    told = asdict(words) | {"title": nfc(words.title), "kind": PlanKind(words.kind)}
    if not told["title"]:
        raise DomainError(_("Nhập trích yếu."), field="title")
    told["shows_progress"] = words.is_public and words.shows_progress
    return told


def _tidy_task(words: TaskWords, leads, coordinators) -> dict:
    told = {name: nfc(value) if isinstance(value, str) else value for name, value in asdict(words).items()}
    if not told["content"]:
        raise DomainError(_("Nhập nội dung nhiệm vụ."), field="content")
    if told["period"] == Period.ONCE and told["due_on"] is None:
        raise DomainError(_("Nhập thời hạn, hoặc chọn báo cáo theo kỳ."), field="due_on")
    if not leads and not told["lead_text"]:
        raise DomainError(_("Chọn cơ quan chủ trì, hoặc ghi tên cơ quan ngoài hệ thống."), field="leads")
    if {one.pk for one in leads} & {one.pk for one in coordinators}:
        raise DomainError(_("Một cơ quan không vừa chủ trì vừa phối hợp."), field="coordinators")
    return told


def _check_tasks(tasks, issued_on):
    if not tasks:
        raise DomainError(_("Thêm ít nhất một nhiệm vụ trước khi ban hành."))
    for task in tasks:
        if task.due_on is not None and task.due_on < issued_on:
            raise DomainError(
                _("Nhiệm vụ %(position)s có thời hạn trước ngày ban hành.") % {"position": task.position},
                field="issued_on",
            )


def _give(task, leads, coordinators, by) -> list[Assignment]:
    rows = [(one, Part.LEAD) for one in leads] + [(one, Part.COORDINATING) for one in coordinators]
    given = [Assignment(task=task, authority=authority, part=part) for authority, part in rows]
    for one in given:
        one.save(by=by)
    return given


def _due_of(assignment, starts_on) -> date | None:
    if assignment.part != Part.LEAD:
        return None
    return periods.first_due(assignment.task.period, assignment.task.due_on, starts_on)


def _tell(plan, given, at):
    """One mail to each authority, whatever number of tasks it was given."""
    by_authority = {}
    for one in given:
        by_authority.setdefault(one.authority, []).append(one)
    for authority, rows in by_authority.items():
        if authority.pk != plan.authority_id:
            notices.post("plan_assigned", authority, about=plan.label, plan=plan, rows=rows, at=at)


def _need_reason(reason):
    if not reason.strip():
        raise DomainError(_("Hãy nói vì sao kết thúc."), field="reason")


def _close(task, reason, by, at):
    task.closed_at, task.closed_by, task.closed_reason = at, by, nfc(reason)
    task.save(by=by)
