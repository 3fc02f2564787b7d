"""Every figure that the rooms declare, in the order of a report, and all of them counted at once (readings.md 16.4)."""

from functools import cache

from catalog import statistics as catalog
from cms.core.figures import Counts, Definition, Group, Scope, count_all
from home.statistics import definitions as home
from workflow import statistics as workflow


@cache
def all_definitions() -> tuple[Definition, ...]:
    """In the order of the groups, and within one as its room declares them."""
    found = (*workflow.DEFINITIONS, *catalog.DEFINITIONS, *home.DEFINITIONS)
    order = list(Group)
    return tuple(sorted(found, key=lambda one: order.index(one.group)))


@cache
def by_code() -> dict[str, Definition]:
    return {one.code: one for one in all_definitions()}


def figures(scope: Scope) -> dict[str, Counts]:
    """{code: {key of the authority: {part: amount}}}; what is nothing is left out."""
    return count_all(all_definitions(), scope)
