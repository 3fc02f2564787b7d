"""Invented content for the demonstration: every page of the invented province's five authorities, filled.

Nothing here is true of any place. What holds for everybody stands in home.default_section; these modules add what only
an authority could know: its regulation, its papers, its news, its trainings, its plan.
"""

from dataclasses import replace
from datetime import timedelta

from cms.core.dates import today
from cms.core.models import Authority
from home.default_pages import DefaultPage
from home.demo import pages, papers
from home.demo.places import LOCALS


def fill(authority: Authority, default: DefaultPage) -> DefaultPage:
    """The default page with what this authority adds; unknown authorities keep the default."""
    local = LOCALS.get(authority.code)
    if local is None:
        return default
    add = pages.PAGES.get(default.slug)
    filled = add(local, default, papers.Shelf(authority)) if add else default
    return _dated(filled, local)


def _dated(page: DefaultPage, local) -> DefaultPage:
    """With the unit that answers for it and the days of its reviews; one page of the hospital is past its day."""
    late = page.slug in local.late_reviews
    dates = {
        "responsible": local.units.get(page.slug, local.unit),
        "reviewed_on": today() - timedelta(days=200 if late else 24),
        "review_due_on": today() - timedelta(days=18) if late else today() + timedelta(days=158),
    }
    children = tuple(
        replace(child, fields={"responsible": dates["responsible"]} | child.fields) for child in page.children
    )
    return replace(page, fields=page.fields | dates, children=children)
