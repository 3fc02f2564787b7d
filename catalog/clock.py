"""By when an item must be public, until when it stays, when new content is owed. Days are local days of Việt Nam."""

from calendar import monthrange
from datetime import date, timedelta

from catalog.choices import CYCLE_MONTHS, InfoClass
from cms.law.choices import DutyKind, Unit
from cms.law.errors import LawError, NoSuchEntry, NoSuchTerm
from cms.law.terms import RuleSet, Term
from cms.law.workdays import WorkCalendar

#: Before this day no law on access to information was in force (L16 Điều 37.1).
FIRST_LAW = date(2018, 7, 1)


def due(item, calendar: WorkCalendar) -> tuple[date | None, str]:
    """The last day to publish, and by which article; (None, "") where nothing obliges.

    A term that another law sets goes before the five working days of L16 Điều 18.4, L26 Điều 18.4. What the newer law
    newly requires and was there before it has that law's own term (L26 Điều 31.3).
    """
    starts_on = item.event_on or item.created_on
    if item.info_class != InfoClass.MUST_PUBLISH or starts_on is None or starts_on < FIRST_LAW:
        return None, ""
    rules = item.rule_set.rules
    if item.term_amount is not None:
        own = Term(DutyKind.PUBLISH, item.term_amount, Unit(item.term_unit), item.legal_basis)
        return calendar.end_of(starts_on, own), item.legal_basis
    if is_backlog(item, rules):
        term = rules.duty(DutyKind.BACKLOG)
        return calendar.end_of(rules.in_force_from, term), rules.cite(term.article)
    try:
        term = rules.duty(DutyKind.PUBLISH)
    except NoSuchTerm:
        return None, ""
    return calendar.end_of(starts_on, term), rules.cite(term.article)


def is_backlog(item, rules: RuleSet) -> bool:
    """Made before the law took effect, in a category that the law before it did not have (L26 Điều 31.3)."""
    if item.created_on is None or item.created_on >= rules.in_force_from or not item.category:
        return False
    try:
        is_new = not rules.category(item.category).moved_from
        rules.duty(DutyKind.BACKLOG)
    except (NoSuchEntry, NoSuchTerm, LawError):
        return False
    return is_new


def next_update(cycle: str, published_on: date) -> date | None:
    """The last day of the cycle that begins with this version; None without a period."""
    months = CYCLE_MONTHS.get(cycle)
    if months is None:
        return None
    year, month = divmod(published_on.year * 12 + published_on.month - 1 + months, 12)
    return date(year, month + 1, min(published_on.day, monthrange(year, month + 1)[1]))


def posted_until(published_on: date, days: int) -> date:
    """The last of so many days of posting; the day of posting itself is not counted (BLDS Điều 147.2)."""
    return published_on + timedelta(days=days)
