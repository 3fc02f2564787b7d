"""The invented province's plan of 2026, a directive, a review of texts and what units find hard: every state of each."""

from datetime import date, timedelta

from cms.core.dates import local_day
from cms.core.roles import Role
from home.demo.plan_words import (
    CHECKERS,
    DIFFICULTIES,
    DIRECTIVE,
    DIRECTIVE_TASKS,
    PLAN,
    PLAN_TASKS,
    REVIEWS,
    SPREADERS,
    report_of,
)
from home.models import Assignment, Plan, ReviewSheet
from home.plans import difficulties, issuing, reminding, reporting, reviewing
from home.plans.choices import ReviewState
from home.plans.issuing import PlanWords, TaskWords
from home.plans.reporting import ReportWords
from workflow.management.demo.stage import Days, Story, moment

PROVINCE = "tinh-binh-minh"
FIVE = (PROVINCE, "so-nong-nghiep-moi-truong", "suoi-vang", "hoa-sen", "benh-vien-binh-minh")
#: Of the task that all five were given, these two had not reported when they were urged.
LATE = ("hoa-sen", "benh-vien-binh-minh")
TEN_MINUTES = timedelta(minutes=10)
#: No line of the plan is due before this, whenever the demonstration is loaded.
EARLIEST_DUE = date(2026, 7, 31)


def stories(offices, days: Days) -> list[Story]:
    """In the order of their beginnings; the stage plays them along with the requests."""
    hands = Hands(offices, days)
    return [plan_story(hands), quarters_story(hands), directive_story(hands), months_story(hands),
            own_plan_story(hands), review_story(hands),
            *(difficulty_story(hands, told) for told in DIFFICULTIES)]  # fmt: skip


class Hands:
    """Who does what: the justice department for the province, and in each authority two people and a registry."""

    def __init__(self, offices, days):
        self.offices, self.days = offices, days
        self.province = offices[PROVINCE]
        self.justice = offices["suoi-vang"].who(Role.JUSTICE)

    @property
    def now(self):
        return self.province.now

    def authority(self, code):
        return self.offices[code].authority

    def writer(self, code):
        return self.offices[code].who(Role.FOCAL_OFFICER)

    def decider(self, code):
        return self.offices[code].who(Role.SIGNER)

    def ago(self, working_days: int, clock: str = "09:00"):
        """The moment so many working days before the demonstration is loaded."""
        # Loaded early in the year, the fixed days of a story may already be later than that.
        return max(moment(self.days.working(-working_days), clock), self.now + TEN_MINUTES)

    # --- plans -----------------------------------------------------------------------------------------------------
    def lay(self, words, tasks, due_days):
        """Draft a plan with all its lines; `due_days` are working days before today for lines that count from today."""
        plan = issuing.draft_plan(authority=self.province.authority, words=words, by=self.justice, at=self.now)
        for told, leads, coordinators in tasks:
            fields = dict(told)
            if "due_ago" in fields:
                fields["due_on"] = max(self.days.working(-due_days[fields.pop("due_ago")]), EARLIEST_DUE)
            issuing.add_task(
                plan=plan,
                seen=None,
                words=TaskWords(**fields),
                leads=[self.authority(code) for code in leads],
                coordinators=[self.authority(code) for code in coordinators],
                by=self.justice,
                at=self.now,
            )
        return Plan.objects.get(pk=plan.pk)

    def issue(self, plan, number, symbol):
        words = {"number": number, "symbol": symbol, "issued_on": local_day(self.now)}
        issuing.issue_plan(plan=plan, seen=None, by=self.decider(PROVINCE), at=self.now, **words)
        return Plan.objects.get(pk=plan.pk)

    def given(self, plan, code, position) -> Assignment:
        return Assignment.objects.get(task__plan=plan, task__position=position, authority=self.authority(code))

    def write(self, plan, code, position):
        row = self.given(plan, code, position)
        words = ReportWords(**report_of(plan, position, code, row.due_on))
        reporting.write_report(assignment=row, seen=None, words=words, by=self.writer(code), at=self.now)

    def send(self, plan, code, position):
        row = self.given(plan, code, position)
        reporting.release_report(assignment=row, seen=None, by=self.decider(code), at=self.now)

    def accept(self, plan, code, position):
        reporting.accept_report(assignment=self.given(plan, code, position), seen=None, by=self.justice, at=self.now)


def plan_story(hands: Hands) -> Story:
    """The plan of 2026: one line given to all five, reported by three in time, two urged; others in every state."""
    yield moment(date(2026, 6, 4), "14:00")
    plan = hands.lay(PlanWords(**PLAN), PLAN_TASKS, {"five": 12})
    yield moment(date(2026, 6, 8), "09:30")
    plan = hands.issue(plan, "125", "KH-UBND")
    yield moment(date(2026, 7, 2), "10:00")
    for code in ("so-nong-nghiep-moi-truong", "suoi-vang"):
        hands.write(plan, code, 2)
    yield moment(date(2026, 7, 3), "08:30")
    for code in ("so-nong-nghiep-moi-truong", "suoi-vang"):
        hands.send(plan, code, 2)
    yield moment(date(2026, 7, 6), "15:00")
    for code in ("so-nong-nghiep-moi-truong", "suoi-vang"):
        hands.accept(plan, code, 2)
    yield hands.ago(16)
    hands.write(plan, "suoi-vang", 4)
    yield hands.ago(15, "10:00")
    hands.send(plan, "suoi-vang", 4)
    hands.write(plan, "so-nong-nghiep-moi-truong", 4)
    yield hands.ago(14, "10:00")
    hands.send(plan, "so-nong-nghiep-moi-truong", 4)
    hands.accept(plan, "suoi-vang", 4)
    hands.write(plan, PROVINCE, 4)
    yield hands.ago(13, "16:00")
    hands.send(plan, PROVINCE, 4)
    yield hands.ago(9)
    rows = [hands.given(plan, code, 4) for code in LATE]
    letter = reminding.draft_letter(
        plan=plan, assignments=rows, answer_by_on=hands.days.working(3), signer=hands.decider(PROVINCE),
        by=hands.justice, at=hands.now,
    )  # fmt: skip
    yield hands.ago(9, "15:30")
    reminding.issue_letter(
        letter=letter, number="1876", symbol="UBND-VP", issued_on=local_day(hands.now),
        by=hands.province.who(Role.REGISTRY), at=hands.now,
    )  # fmt: skip
    yield hands.ago(7)
    hands.write(plan, "suoi-vang", 6)
    yield hands.ago(6)
    hands.send(plan, "suoi-vang", 6)
    yield hands.ago(5)
    row = hands.given(plan, "suoi-vang", 6)
    why = "Chưa nêu số người dự và tài liệu tập huấn."
    reporting.return_report(assignment=row, seen=None, reason=why, by=hands.justice, at=hands.now)
    yield hands.ago(2)
    hands.write(plan, "hoa-sen", 4)  # still waits for the second person


def quarters_story(hands: Hands) -> Story:
    """The first line comes back each quarter, and is reported in time."""
    yield from coming_back(hands, "125", 1, SPREADERS, ("26/06", "29/06", "06/07"), ("24/09", "28/09", "02/10"))


def months_story(hands: Hands) -> Story:
    """The directive's first line comes back each month."""
    yield from coming_back(hands, "09", 1, CHECKERS, ("28/09", "29/09", "01/10"), ("28/10", "29/10", "02/11"))


def coming_back(hands, number, position, codes, *periods) -> Story:
    """Written, sent and accepted on three days of 2026 each time: "26/06"."""
    for days in periods:
        for act, text in zip((hands.write, hands.send, hands.accept), days, strict=True):
            day, month = map(int, text.split("/"))
            yield moment(date(2026, month, day), "10:30")
            plan = Plan.objects.get(number=number, authority=hands.province.authority)
            for code in codes:
                act(plan, code, position)


def directive_story(hands: Hands) -> Story:
    """A directive after the law took effect; one of its lines has been ended."""
    yield moment(date(2026, 9, 7), "14:00")
    plan = hands.lay(PlanWords(**DIRECTIVE), DIRECTIVE_TASKS, {})
    yield moment(date(2026, 9, 9), "08:30")
    plan = hands.issue(plan, "09", "CT-UBND")
    yield moment(date(2026, 10, 12), "09:00")
    task = plan.tasks.get(position=3)
    why = "Nội dung này đã nằm trong nhiệm vụ 5 của Kế hoạch số 125/KH-UBND."
    issuing.close_task(plan=plan, seen=None, task=task, reason=why, by=hands.justice, at=hands.now)


def own_plan_story(hands: Hands) -> Story:
    """The commune's own plan, still being written."""
    yield hands.ago(3, "16:00")
    commune = hands.offices["suoi-vang"]
    words = PlanWords("PLAN", "Triển khai Luật Tiếp cận thông tin trên địa bàn xã Suối Vàng năm 2027", is_public=True)
    by = commune.who(Role.FOCAL_OFFICER)
    plan = issuing.draft_plan(authority=commune.authority, words=words, by=by, at=hands.now)
    told = TaskWords(
        "Niêm yết danh mục thông tin phải công khai tại sáu nhà văn hóa thôn",
        due_on=date(2027, 3, 31), product="Danh mục được niêm yết", budget=6_000_000,
    )  # fmt: skip
    issuing.add_task(plan=plan, seen=None, words=told, leads=[commune.authority], by=by, at=hands.now)


def review_story(hands: Hands) -> Story:
    """One round asked of all five: accepted and decided, sent, returned, not sent, and one with nothing to propose."""
    yield moment(date(2026, 9, 15), "09:00")
    asked = reviewing.open_round(
        authority=hands.province.authority,
        title="Rà soát văn bản quy phạm pháp luật và quy chế liên quan đến tiếp cận thông tin",
        due_on=max(hands.days.working(-8), date(2026, 9, 30)),
        authorities=[hands.authority(code) for code in FIVE],
        by=hands.justice,
        at=hands.now,
    )

    def sheet(code):
        return ReviewSheet.objects.get(round=asked, authority=hands.authority(code))

    def release(code, **words):
        reviewing.release_sheet(sheet=sheet(code), seen=None, by=hands.decider(code), at=hands.now, **words)

    yield hands.ago(19)
    for code, rows in REVIEWS.items():
        for told in rows:
            words = reviewing.ReviewWords(**told)
            reviewing.add_review(sheet=sheet(code), seen=None, words=words, by=hands.writer(code), at=hands.now)
    yield hands.ago(17)
    for code in ("suoi-vang", "so-nong-nghiep-moi-truong", "hoa-sen"):
        release(code)
    release(PROVINCE, found_nothing=True)
    yield hands.ago(11)
    reviewing.accept_sheet(sheet=sheet("suoi-vang"), seen=None, by=hands.justice, at=hands.now)
    why = "Ghi rõ điều, khoản đề nghị sửa đổi."
    reviewing.return_sheet(sheet=sheet("hoa-sen"), seen=None, reason=why, by=hands.justice, at=hands.now)
    yield hands.ago(10)
    first, second, third, _open = sheet("suoi-vang").reviews.order_by("position")
    for review, state, outcome in (
        (first, ReviewState.AGREED, ""),
        (second, ReviewState.AGREED, ""),
        (second, ReviewState.DONE, "Đã bãi bỏ bằng Quyết định số 31/2026/QĐ-UBND"),
        (third, ReviewState.DECLINED, "Văn bản đã hết hiệu lực, không cần bãi bỏ."),
    ):
        reviewing.decide_review(
            sheet=sheet("suoi-vang"), seen=None, review=review, state=state, outcome=outcome,
            by=hands.justice, at=hands.now,
        )  # fmt: skip


def difficulty_story(hands: Hands, told: dict) -> Story:
    """Reported by a unit; passed up, answered, published or withdrawn as `told` says."""
    office = hands.offices[told["code"]]
    yield hands.ago(told["ago"])
    words = {name: told[name] for name in ("title", "text", "proposal")}
    one = difficulties.report_difficulty(
        authority=office.authority,
        unit=office.units[told["unit"]],
        by=hands.writer(told["code"]),
        at=hands.now,
        **words,
    )
    if "opinion" in told:
        yield hands.ago(told["ago"] - 2)
        difficulties.forward(
            difficulty=one, seen=None, opinion=told["opinion"], by=hands.decider(told["code"]), at=hands.now
        )
    if "answer" in told:
        yield hands.ago(told["ago"] - 5)
        by = hands.justice if "opinion" in told else hands.decider(told["code"])
        difficulties.answer(difficulty=one, seen=None, text=told["answer"], by=by, at=hands.now)
    if "question" in told:
        yield hands.ago(told["ago"] - 6)
        difficulties.publish(
            difficulty=one, seen=None, question=told["question"], by=hands.decider(PROVINCE), at=hands.now
        )
    if "withdrawn" in told:
        yield hands.ago(told["ago"] - 1)
        difficulties.withdraw(
            difficulty=one, seen=None, reason=told["withdrawn"], by=hands.writer(told["code"]), at=hands.now
        )
