"""How to complain or sue: where, how long, and by which article (readings.md 15)."""

from datetime import date

from cms.core.dates import short
from cms.law.choices import ComplaintStep, Situation
from cms.law.services import current_calendar
from cms.law.terms import in_words
from cms.law.workdays import WorkCalendar


def remedies(case, from_on: date | None, calendar: WorkCalendar | None = None) -> list[dict]:
    """One row a remedy: label, place, term, article; `until_on` where the day is known from which it runs.

    The law counts from the day the requester received or came to know the decision; `from_on` is the day of the paper
    or of the outcome, so the true end is never sooner. Without it a draft shows the term alone.
    """
    calendar = calendar or current_calendar()
    rows = []
    for step, name in ((ComplaintStep.LODGE_FIRST, "first_instance"), (ComplaintStep.SUE, "court")):
        term, place = _term(case, step, from_on), place_of(case.authority, name)
        row = {"step": step, "label": step.label, "place": place, "term": term, "article": in_words(term.article)}
        if from_on is not None:
            end = calendar.explain(from_on, term)
            row |= {"until_on": end.due_on, "until": short(end.due_on), "provisional": end.provisional}
        rows.append(row)
    return rows


def second_instance(case, from_on: date | None) -> dict:
    """Where the second complaint goes and how long it may take; its day follows from the answer to the first one."""
    term = _term(case, ComplaintStep.LODGE_SECOND, from_on)
    return {
        "place": place_of(case.authority, "second_instance"),
        "term": term,
        "article": in_words(term.article),
    }


def place_of(authority, name: str) -> str:
    """Who decides, with the address where it is not said already."""
    who, where = getattr(authority, name), getattr(authority, f"{name}_address")
    return who if not where or where in who else f"{who}, {where}"


def _term(case, step, from_on):
    """The term as the law stood on the day of the paper."""
    situation = Situation.REMOTE if case.authority.is_remote else Situation.NORMAL
    return case.rule_set.rules.complaint_term(step, from_on or case.due_on or case.received_on, situation)
