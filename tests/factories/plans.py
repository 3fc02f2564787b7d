"""A province with its authorities and a plan that has been given out: Province.issued() and what follows."""

from datetime import date

from cms.core.roles import Role
from home.models import Assignment, Plan
from home.plans import issuing, reminding, reporting
from home.plans.choices import AssignmentState, PlanKind
from home.plans.issuing import PlanWords, TaskWords
from home.plans.reporting import ReportWords
from tests.factories.core import AuthorityFactory, FocalPointFactory, UnitFactory, make_person
from tests.factories.moments import moment

TITLE = "Kế hoạch triển khai thi hành Luật Tiếp cận thông tin năm 2026"


class Office:
    """One authority with the four people this needs: who writes, who lets go, the registry, who only looks."""

    def __init__(self, province=None, **fields):
        self.authority = AuthorityFactory(parent=province, **fields)
        self.unit = UnitFactory(authority=self.authority, focal=True)
        FocalPointFactory(unit=self.unit)
        name = self.authority.short_name
        self.officer = make_person(f"Cán bộ {name}", Role.FOCAL_OFFICER, authority=self.authority)
        self.head = make_person(f"Lãnh đạo {name}", Role.SIGNER, authority=self.authority, post="Phó Chủ tịch")
        self.registry = make_person(f"Văn thư {name}", Role.REGISTRY, authority=self.authority)


class Province:
    """The province, its justice department under a dated grant, and five authorities below and beside it."""

    def __init__(self, communes: int = 4):
        self.office = Office(
            code="tinh", kind="PROVINCE", name="Ủy ban nhân dân tỉnh Bình Minh", short_name="Tỉnh Bình Minh",
            letter_place="Bình Minh", letter_symbol="UBND",
        )  # fmt: skip
        self.authority = self.office.authority
        self.justice = make_person("Đinh Công Luận", Role.JUSTICE, authority=self.authority)
        self.auditor = make_person("Chu Thị Xét", Role.AUDITOR, authority=self.authority)
        self.below = [
            Office(
                self.authority, code=f"xa-{n}", kind="COMMUNE", name=f"Ủy ban nhân dân xã Số {n}", short_name=f"Xã Số {n}"
            )
            for n in range(1, communes + 1)
        ]  # fmt: skip

    def plan(self, *, on="01/06/2026", kind=PlanKind.PLAN, words=None, tasks=()) -> Plan:
        """A draft by the justice department; `tasks` are (TaskWords, leads)."""
        words = words or PlanWords(kind=kind, title=TITLE, is_public=True, shows_progress=True)
        plan = issuing.draft_plan(authority=self.authority, words=words, by=self.justice, at=moment(on))
        for told, leads in tasks:
            plan = fresh(plan)
            issuing.add_task(plan=plan, seen=plan.version, words=told, leads=leads, by=self.justice, at=moment(on))
        return fresh(plan)

    def issued(self, *, on="01/06/2026", number="125", tasks=None, **fields) -> Plan:
        """Issued by the signer, given to every authority below: one task due 31/10/2026 unless told otherwise."""
        everybody = [office.authority for office in self.below]
        plan = self.plan(on=on, tasks=tasks or [(task(), everybody)], **fields)
        issuing.issue_plan(
            plan=plan, seen=plan.version, number=number, symbol="KH-UBND",
            issued_on=moment(on).date(), by=self.office.head, at=moment(on),
        )  # fmt: skip
        return fresh(plan)


def task(content="Rà soát, lập danh mục thông tin phải công khai", **fields) -> TaskWords:
    return TaskWords(**{"content": content, "due_on": date(2026, 10, 31), "product": "Báo cáo"} | fields)


def fresh(thing):
    """The row as it is now: what a person's page has just shown."""
    return type(thing)._default_manager.get(pk=thing.pk)


def given(plan, office, position=1) -> Assignment:
    return Assignment.objects.get(task__plan=plan, task__position=position, authority=office.authority)


def write(assignment, office, *, on="20/10/2026", text="Đã lập danh mục 42 mục thông tin.", file=None, **fields):
    words = ReportWords(text=text, **fields)
    one = fresh(assignment)
    return reporting.write_report(
        assignment=one, seen=one.version, words=words, file=file, by=office.officer, at=moment(on)
    )


def report(assignment, office, *, on="20/10/2026", **fields) -> Assignment:
    """Written by the officer, let go by the head, on one day."""
    write(assignment, office, on=on, **fields)
    one = fresh(assignment)
    reporting.release_report(assignment=one, seen=one.version, by=office.head, at=moment(on))
    one = fresh(one)
    assert one.state == AssignmentState.SENT
    return one


def accept(assignment, by, *, on="25/10/2026") -> Assignment:
    one = fresh(assignment)
    reporting.accept_report(assignment=one, seen=one.version, by=by, at=moment(on))
    return fresh(one)


def remind(province, plan, assignments, *, on="05/11/2026", number="901"):
    """Drafted by the justice department, numbered by the registry, on one day."""
    letter = reminding.draft_letter(
        plan=plan, assignments=assignments, answer_by_on=date(2026, 11, 30), signer=province.office.head,
        by=province.justice, at=moment(on),
    )  # fmt: skip
    return reminding.issue_letter(
        letter=letter, number=number, symbol="UBND-VP", issued_on=moment(on).date(),
        by=province.office.registry, at=moment(on),
    )  # fmt: skip
