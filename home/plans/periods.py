"""When a task that comes back is due: the last day of its month, quarter or year. Pure reckoning, days in and out."""

from datetime import date, timedelta

from home.plans.choices import Period

_MONTHS = {Period.MONTHLY: 1, Period.QUARTERLY: 3, Period.YEARLY: 12}


def end_of(period: str, day: date) -> date:
    """The last day of the period in which `day` lies."""
    length = _MONTHS[Period(period)]
    following = (day.month - 1) // length * length + length  # months from January to the next period
    return date(day.year + following // 12, following % 12 + 1, 1) - timedelta(days=1)


def first_due(period: str, own_deadline: date | None, starts_on: date) -> date | None:
    """When the first report is due: the task's own deadline, the end of the running period, or never."""
    if period == Period.ONCE:
        return own_deadline
    return None if period == Period.CONTINUOUS else end_of(period, starts_on)


def next_due(period: str, due_on: date | None, last_on: date | None) -> date | None:
    """The end of the following period; None where the task ends before it, or comes back without a day."""
    if period in (Period.ONCE, Period.CONTINUOUS) or due_on is None:
        return None
    following = end_of(period, due_on + timedelta(days=1))
    return None if last_on is not None and following > last_on else following


def name_of(period: str, due_on: date | None) -> str:
    """ "tháng 11/2026", "quý IV/2026", "năm 2026"; nothing for the others."""
    if due_on is None:
        return ""
    if period == Period.MONTHLY:
        return f"tháng {due_on.month}/{due_on.year}"
    if period == Period.QUARTERLY:
        return f"quý {('I', 'II', 'III', 'IV')[(due_on.month - 1) // 3]}/{due_on.year}"
    return f"năm {due_on.year}" if period == Period.YEARLY else ""
