"""The plan's table as a page to print on A4 landscape; for the desk and the public alike."""

from datetime import date

from django.template.loader import render_to_string

from home.models import Plan
from home.plans import progress


def plan_paper(plan: Plan, day: date, *, back_url: str = "", shows_status: bool = True) -> str:
    """The whole page; `shows_status` leaves the last column out where progress is not shown."""
    words = {"plan": plan, "rows": progress.rows_of(plan, day), "day": day, "back_url": back_url}
    return render_to_string("home/plans/print.html", words | {"shows_status": shows_status})
