"""A time limit for given days and a given way to receive: what the command prints and the public page shows."""

from dataclasses import dataclass
from datetime import date

from cms.core.dates import short
from cms.law.choices import Every, TermKind
from cms.law.errors import LawError, NoSuchTerm
from cms.law.services import current_calendar, rule_set_on
from cms.law.terms import RuleSet, Term
from cms.law.workdays import Reckoning


@dataclass(frozen=True)
class Deadline:
    """A reckoning with the law and the terms behind it."""

    rules: RuleSet
    term: Term
    extension: Term | None
    reckoning: Reckoning

    def as_json(self) -> dict:
        return {"rule_set": self.rules.code, "kind": str(self.term.kind), **self.reckoning.as_json()}


def tells_ways_apart(rules: RuleSet) -> bool:
    """Whether the term depends on how the information is received and how hard it is to find (L16 Điều 29 to 31)."""
    return any(rule.channel != Every.ANY for rule in rules.deadlines if rule.kind is TermKind.PROVIDE)


def reckon(
    *,
    sent_on: date,
    valid_on: date,
    delivery: str,
    complexity: str,
    kind: str = TermKind.PROVIDE,
    extend: int | None = None,
) -> Deadline:
    """Where the time limit ends. `extend` is in the unit of the extension's own article.

    Raises a LawError whose sentence names the article for what the law does not know or does not allow.
    """
    rules = rule_set_on(sent_on).rules
    if valid_on < sent_on:
        article = rules.cite(rules.articles.valid_request)
        raise LawError(
            f"Ngày nhận đủ yêu cầu ({short(valid_on)}) không thể trước ngày gửi ({short(sent_on)}); "
            f"thời hạn tính từ ngày nhận yêu cầu hợp lệ ({article}).",
            field="valid",
            article=article,
        )
    calendar = current_calendar()
    term = rules.term(kind, delivery, complexity)
    reckoning = calendar.explain(valid_on, term)
    if extend is None:
        return Deadline(rules, term, None, reckoning)
    if term.kind is not TermKind.PROVIDE:
        raise NoSuchTerm(
            f"{rules.cite(term.article)} chỉ cho gia hạn việc {TermKind.PROVIDE.label}, không gia hạn việc {term.kind.label}.",
            field="extend",
            article=term.article,
        )
    extension = rules.extension(extend, delivery, complexity)
    return Deadline(rules, term, extension, calendar.extended(reckoning, extension))
