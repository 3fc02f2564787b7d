"""The time limits of the law in force, as an authority's front page tells them."""

from dataclasses import dataclass
from datetime import date

from cms.law.choices import ComplaintStep, DutyKind, Every, Situation, TermKind
from cms.law.errors import LawError
from cms.law.services import rule_set_on
from cms.law.terms import DeadlineRule, RuleSet, Term

_KINDS = {
    TermKind.PROVIDE: "Cung cấp thông tin, hoặc từ chối bằng văn bản có nêu lý do",
    TermKind.FIRST_NOTICE: "Thông báo thời hạn trả lời",
    TermKind.EXTENSION_MAX: "Gia hạn nhiều nhất, khi cần thêm thời gian",
}
_DUTIES = {
    DutyKind.ACCURACY_ANSWER: "Trả lời khi bạn báo thông tin đã công khai là sai",
    DutyKind.CLAIM_ANSWER: "Trả lời khi bạn yêu cầu đính chính thông tin đã nhận",
}


@dataclass(frozen=True)
class Row:
    """One time limit in words: what must be done, and by when (working and calendar days keep their own word)."""

    what: str
    amount: str
    article: str


@dataclass(frozen=True)
class Limits:
    law: str
    answer: Term | None
    rows: list[Row]
    complain: Term


def on(day: date) -> Limits | None:
    """The limits for a request sent on that day; none when no rule set is in force."""
    try:
        rule_set = rule_set_on(day).rules
        complain = rule_set.complaint_term(ComplaintStep.LODGE_FIRST, day)
    except LawError:
        return None
    rows = [_row(rule) for rule in rule_set.deadlines] + _duty_rows(rule_set)
    return Limits(rule_set.title, _one_answer(rule_set), rows, complain)


def _one_answer(rule_set: RuleSet) -> Term | None:
    """The limit for an answer where the law sets the same one for everybody."""
    provide = [rule for rule in rule_set.deadlines if rule.kind == TermKind.PROVIDE]
    rule = provide[0]
    return Term(rule.kind, rule.amount, rule.unit, rule.article) if len(provide) == 1 else None


def _row(rule: DeadlineRule) -> Row:
    case = [part.label for part in (rule.complexity, rule.channel) if part is not Every.ANY]
    what = _KINDS[rule.kind] + (f" ({'; nhận '.join(case)})" if case else "")
    return Row(what, str(Term(rule.kind, rule.amount, rule.unit, rule.article)), rule.article)


def _duty_rows(rule_set: RuleSet) -> list[Row]:
    rows = []
    for kind, what in _DUTIES.items():
        term = rule_set.duty(kind)
        rows.append(Row(what, str(term), term.article))
    return rows


@dataclass(frozen=True)
class Channels:
    """How a request may be sent and an answer received under the law in force: (words, article)."""

    sending: list[tuple[str, str]]
    receiving: list[tuple[str, str]]


def channels_on(day: date) -> Channels | None:
    """The channels that the law names for a request sent on that day; none when no rule set is in force."""
    try:
        rules = rule_set_on(day).rules
    except LawError:
        return None
    return Channels(
        [(channel.label, channel.article) for channel in rules.submission_channels],
        [(channel.label, channel.article) for channel in rules.delivery_channels],
    )


#: The steps of a complaint in their order, with the situation that lengthens each.
_COMPLAINTS = (
    (ComplaintStep.LODGE_FIRST, Situation.NORMAL, "Bạn khiếu nại lần đầu, từ ngày biết quyết định hoặc việc làm"),
    (ComplaintStep.ACCEPT, Situation.NORMAL, "Cơ quan thụ lý, hoặc nói rõ vì sao không thụ lý"),
    (ComplaintStep.SETTLE_FIRST, Situation.NORMAL, "Cơ quan giải quyết khiếu nại lần đầu, từ ngày thụ lý"),
    (ComplaintStep.LODGE_SECOND, Situation.NORMAL, "Bạn khiếu nại lần hai"),
    (ComplaintStep.SETTLE_SECOND, Situation.NORMAL, "Cơ quan cấp trên giải quyết khiếu nại lần hai"),
    (ComplaintStep.SUE, Situation.NORMAL, "Bạn khởi kiện tại tòa án"),
)


def complaints_on(day: date, *, is_remote: bool = False) -> list[Row]:
    """The time limits of complaints as they stand that day; longer ones where the authority is remote."""
    try:
        rules = rule_set_on(day).rules
        terms = [
            (what, rules.complaint_term(step, day, Situation.REMOTE if is_remote else normal))
            for step, normal, what in _COMPLAINTS
        ]
    except LawError:
        return []
    return [Row(what, str(term), term.article) for what, term in terms]
