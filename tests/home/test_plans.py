"""A plan is written by one, issued by another, given to many at once; each authority sees what is its own."""

import json
from copy import deepcopy
from datetime import date

import pytest

from cms.audit.models import Entry
from cms.audit.verify import verify
from cms.core.errors import DomainError, NotAllowed, StaleView
from cms.core.models import Mail
from cms.core.roles import Role
from home.models import Assignment, Plan
from home.plans import access, issuing, periods
from home.plans.choices import AssignmentState, Part, Period, PlanState
from home.plans.issuing import PlanWords, TaskWords
from tests.factories.core import make_person
from tests.factories.moments import day, moment
from tests.factories.plans import Office, Province, fresh, given, task

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def standing(kept_for_the_file):
    return Province()


@pytest.fixture
def province(standing, db):
    return deepcopy(standing)


def acts(thing):
    """The kinds of what is on record about it, in order."""
    rows = Entry.objects.filter(subject_type=thing._meta.label_lower, subject_id=str(thing.pk)).order_by("seq")
    return list(rows.values_list("kind", flat=True))


# --- periods -----------------------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("period", "on", "due"),
    [
        (Period.MONTHLY, "05/02/2028", "29/02/2028"),
        (Period.MONTHLY, "31/12/2026", "31/12/2026"),
        (Period.QUARTERLY, "01/10/2026", "31/12/2026"),
        (Period.QUARTERLY, "30/06/2026", "30/06/2026"),
        (Period.YEARLY, "21/11/2026", "31/12/2026"),
    ],
)
def test_periodic_task_is_due_at_the_end_of_its_period(period, on, due):
    assert periods.first_due(period, None, day(on)) == day(due)


def test_following_period_ends_with_the_task():
    assert periods.next_due(Period.QUARTERLY, day("31/12/2026"), None) == day("31/03/2027")
    assert periods.next_due(Period.QUARTERLY, day("31/12/2026"), day("31/12/2026")) is None
    assert periods.next_due(Period.ONCE, day("31/12/2026"), None) is None
    assert periods.first_due(Period.CONTINUOUS, None, day("01/06/2026")) is None


@pytest.mark.parametrize(
    ("period", "name"),
    [
        (Period.MONTHLY, "tháng 12/2026"),
        (Period.QUARTERLY, "quý IV/2026"),
        (Period.YEARLY, "năm 2026"),
        (Period.ONCE, ""),
    ],
)
def test_period_has_a_name(period, name):
    assert periods.name_of(period, day("31/12/2026")) == name


# --- two people --------------------------------------------------------------------------------------------------
def test_plan_is_written_by_one_and_issued_by_another(province):
    plan = province.issued()
    assert (plan.state, plan.label, plan.issued_by) == (PlanState.ISSUED, "125/KH-UBND", province.office.head)
    rows = Assignment.objects.filter(task__plan=plan)
    assert {row.due_on for row in rows} == {date(2026, 10, 31)}
    assert {row.state for row in rows} == {AssignmentState.OPEN}
    assert acts(plan) == ["plan.drafted", "plan.task_added", "plan.issued"]
    assert verify().problem is None


def test_who_wrote_any_line_does_not_issue_it(province):
    both = make_person("Hai vai", Role.FOCAL_HEAD, authority=province.authority)
    plan = province.plan()
    issuing.add_task(
        plan=plan,
        seen=plan.version,
        words=task(),
        leads=[province.below[0].authority],
        by=both,
        at=moment("01/06/2026"),
    )
    plan = fresh(plan)
    words = {"number": "1", "symbol": "KH-UBND", "issued_on": day("01/06/2026"), "at": moment("01/06/2026")}
    with pytest.raises(NotAllowed, match="người thứ hai"):
        issuing.issue_plan(plan=plan, seen=plan.version, by=both, **words)
    assert fresh(plan).state == PlanState.DRAFT


@pytest.mark.parametrize("who", ["auditor", "registry", "commune", "stranger"])
def test_nobody_else_writes_the_provinces_plans(province, who):
    people = {
        "auditor": province.auditor,
        "registry": province.office.registry,
        "commune": province.below[0].officer,
        "stranger": make_person("Người lạ", authority=province.authority),
    }
    with pytest.raises(NotAllowed):
        issuing.draft_plan(
            authority=province.authority, words=PlanWords("PLAN", "Kế hoạch"), by=people[who], at=moment("01/06/2026")
        )


def test_justice_department_keeps_the_plans_of_its_province_only(province):
    """A grant to look into a commune is no right to write the commune's plans."""
    looks_only = make_person("Sở Tư pháp", Role.JUSTICE, authority=province.below[0].authority)
    assert access.managed_by(province.justice) == {province.authority.pk}
    assert access.managed_by(looks_only) == set()


def test_ended_grant_ends_the_justice_departments_work(province):
    held = province.justice.role_holdings.get()
    held.until_on = day("31/12/2025")
    held.since_on = day("01/01/2025")
    held.save()
    province.justice.__dict__.pop("current_roles", None)
    assert access.managed_by(province.justice) == set()
    assert not access.can_open(province.justice)


# --- slips -------------------------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("words", "field"),
    [
        ({"content": "  "}, "content"),
        ({"due_on": None}, "due_on"),
        ({"leads": []}, "leads"),
        ({"coordinators": "leads"}, "coordinators"),
    ],
)
def test_task_slip_stands_at_its_field(province, words, field):
    plan, one = province.plan(), province.below[0].authority
    leads = words.pop("leads", [one])
    coordinators = [one] if words.pop("coordinators", None) else []
    with pytest.raises(DomainError) as slip:
        issuing.add_task(
            plan=plan, seen=plan.version, words=task(**words), leads=leads, coordinators=coordinators,
            by=province.justice, at=moment("01/06/2026"),
        )  # fmt: skip
    assert slip.value.field == field
    assert not plan.tasks.exists()


@pytest.mark.parametrize(
    ("words", "field"),
    [
        ({"number": " "}, "number"),
        ({"issued_on": day("02/06/2026")}, "issued_on"),
        ({"issued_on": day("01/06/2026"), "due": day("01/05/2026")}, "issued_on"),
    ],
)
def test_issuing_slip_stands_at_its_field(province, words, field):
    due = words.pop("due", day("31/10/2026"))
    plan = province.plan(tasks=[(task(due_on=due), [province.below[0].authority])])
    words = {"number": "1", "symbol": "KH-UBND", "issued_on": day("01/06/2026")} | words
    with pytest.raises(DomainError) as slip:
        issuing.issue_plan(plan=plan, seen=plan.version, by=province.office.head, at=moment("01/06/2026"), **words)
    assert slip.value.field == field


def test_empty_plan_is_not_issued(province):
    plan = province.plan()
    words = {"number": "1", "symbol": "KH-UBND", "issued_on": day("01/06/2026"), "at": moment("01/06/2026")}
    with pytest.raises(DomainError, match="ít nhất một nhiệm vụ"):
        issuing.issue_plan(plan=plan, seen=plan.version, by=province.office.head, **words)


def test_number_is_given_once_a_year(province):
    province.issued()
    with pytest.raises(DomainError, match="đã dùng trong năm"):
        province.issued()
    assert Plan.objects.in_force().count() == 1


def test_issued_plan_changes_no_more(province):
    plan = province.issued()
    for act, words in (
        (issuing.change_plan, {"words": PlanWords("PLAN", "Tên khác")}),
        (issuing.add_task, {"words": task(), "leads": [province.below[0].authority]}),
        (issuing.remove_task, {"task": plan.tasks.get()}),
    ):
        with pytest.raises(DomainError, match="đã ban hành"):
            act(plan=plan, seen=plan.version, by=province.justice, at=moment("02/06/2026"), **words)


def test_faster_colleague_is_not_overwritten(province):
    plan = province.plan()
    old = plan.version
    words = {"words": PlanWords("PLAN", "Tên một"), "by": province.justice, "at": moment("01/06/2026")}
    issuing.change_plan(plan=plan, seen=old, **words)
    with pytest.raises(StaleView) as stale:
        issuing.change_plan(plan=plan, seen=old, **words)
    assert (
        "trích yếu",
        "Kế hoạch triển khai thi hành Luật Tiếp cận thông tin năm 2026",
        "Tên một",
    ) in stale.value.changes


# --- giving ------------------------------------------------------------------------------------------------------
def test_one_task_is_given_to_many_at_once_with_one_mail_each(province):
    plan = province.issued()
    assert plan.tasks.get().assignments.count() == 4
    mails = Mail.objects.filter(kind="plan_assigned")
    assert sorted(mails.values_list("to", flat=True)) == [f"daumoi@xa-{n}.example" for n in range(1, 5)]
    assert "&" not in mails[0].text


def test_running_task_is_given_to_one_more_in_one_entry(province):
    plan, late_comer = province.issued(), Office(province.authority, kind="SERVICE_UNIT")
    issuing.assign(
        plan=plan, seen=plan.version, task=plan.tasks.get(), authorities=[late_comer.authority],
        by=province.justice, at=moment("10/06/2026"),
    )  # fmt: skip
    assert given(plan, late_comer).due_on == day("31/10/2026")
    entry = json.loads(bytes(Entry.objects.latest("seq").payload))
    assert (entry["kind"], entry["data"]["authorities"]) == ("plan.assigned", [late_comer.authority.code])
    with pytest.raises(DomainError, match="chưa được giao"):
        issuing.assign(
            plan=fresh(plan), seen=None, task=plan.tasks.get(), authorities=[late_comer.authority],
            by=province.justice, at=moment("10/06/2026"),
        )  # fmt: skip


def test_changing_a_line_changes_who_shall_do_it(province):
    one, two, three = (office.authority for office in province.below[:3])
    plan = province.plan(tasks=[(task(), [one, two])])
    line = plan.tasks.get()
    issuing.change_task(
        plan=plan, seen=plan.version, task=line, words=TaskWords("Tập huấn", period=Period.QUARTERLY), leads=[two],
        coordinators=[three], by=province.justice, at=moment("01/06/2026"),
    )  # fmt: skip
    parts = dict(line.assignments.values_list("authority", "part"))
    assert parts == {two.pk: Part.LEAD, three.pk: Part.COORDINATING}
    plan = fresh(plan)
    issuing.remove_task(plan=plan, seen=plan.version, task=line, by=province.justice, at=moment("01/06/2026"))
    assert not plan.tasks.exists()
    assert verify().problem is None


# --- ending, publishing ------------------------------------------------------------------------------------------
def test_ending_a_task_and_a_plan_needs_a_reason(province):
    plan = province.issued()
    with pytest.raises(DomainError, match="vì sao"):
        issuing.close_task(
            plan=plan,
            seen=plan.version,
            task=plan.tasks.get(),
            reason=" ",
            by=province.justice,
            at=moment("01/07/2026"),
        )
    issuing.close_plan(
        plan=plan, seen=plan.version, reason="Đã tổng kết", by=province.office.head, at=moment("01/07/2026")
    )
    assert fresh(plan).state == PlanState.CLOSED
    assert plan.tasks.get().closed_reason == "Đã tổng kết"
    with pytest.raises(DomainError, match="không còn thực hiện"):
        issuing.close_task(
            plan=plan, seen=None, task=plan.tasks.get(), reason="Nữa", by=province.justice, at=moment("01/07/2026")
        )


def test_progress_is_public_only_with_the_plan(province):
    plan = province.issued(words=PlanWords("DIRECTIVE", "Chỉ thị", is_public=False, shows_progress=True))
    assert not plan.shows_progress
    words = {"is_public": False, "shows_progress": True, "by": province.office.head, "at": moment("02/06/2026")}
    issuing.set_publicity(plan=plan, seen=plan.version, **words)
    assert not fresh(plan).shows_progress
    issuing.set_publicity(plan=plan, seen=None, **words | {"is_public": True})
    assert fresh(plan).shows_progress


# --- who sees ----------------------------------------------------------------------------------------------------
def test_each_authority_sees_what_was_given_to_it_and_drafts_of_nobody(province):
    draft = province.plan()
    one, two = province.below[:2]
    plan = province.issued(tasks=[(task(), [one.authority])])
    sees = {
        "writer": set(access.visible_plans(province.justice)),
        "auditor": set(access.visible_plans(province.auditor)),
        "given": set(access.visible_plans(one.officer)),
        "not given": set(access.visible_plans(two.officer)),
    }
    assert sees == {"writer": {draft, plan}, "auditor": {draft, plan}, "given": {plan}, "not given": set()}
    assert access.visible_assignments(one.head).count() == 1
    assert access.visible_assignments(two.head).count() == 0
