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
    rules, calendar = case.rule_set.rules, calendar or current_calendar()
    situation = Situation.REMOTE if case.authority.is_remote else Situation.NORMAL
    as_it_stood_on = from_on or case.due_on or case.received_on
    rows = []
    for step, place in (
        (ComplaintStep.LODGE_FIRST, case.authority.first_instance),
        (ComplaintStep.SUE, case.authority.court),
    ):
        term = rules.complaint_term(step, as_it_stood_on, situation)
        row = {"step": step, "label": step.label, "place": place, "term": term, "article": in_words(term.article)}
        if from_on is not None:
            end = calendar.explain(from_on, term)
            row |= {"until_on": end.due_on, "until": short(end.due_on), "provisional": end.provisional}
        rows.append(row)
    return rows
