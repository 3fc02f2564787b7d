"""On the start page and in the menu: how one's own authority stands, what a unit must look at, the way to the table."""

from django.core.cache import cache
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.components import Component

from cms.core.dates import today
from cms.core.models import Authority
from cms.core.roles import EDITING_ROLES, Role
from home.compliance.board import board_of
from home.compliance.desk.signs import SIGNS
from home.compliance.desk.table import reach
from home.compliance.public import KEPT, slug_of
from home.compliance.states import State

#: Whose business the whole authority is; editors mend what is missing.
HEADS = frozenset({Role.FOCAL_HEAD, Role.HEAD, Role.ADMINISTRATOR}) | EDITING_ROLES
_SHOWN = 5


class CompliancePanel(Component):
    """What is missing or due in one's own authority, or in what one's unit is in charge of."""

    name = "compliance"
    template_name = "home/desk/compliance_panel.html"
    order = 300

    def __init__(self, boards: list[dict]):
        super().__init__()
        self.boards = boards

    def get_context_data(self, parent_context):
        return {"boards": self.boards}


def boards_for(user) -> list[dict]:
    """Of each authority that the person heads or works a charged unit for: tally and the first open rows.

    Kept for a minute: the start page is opened all day, the page behind it never lags.
    """
    heads, units = user.authorities_as(HEADS), user.units_as({Role.ORIGINATING_UNIT})
    found = []
    for authority in Authority.objects.filter(pk__in=heads | _authorities_of(user)).order_by("name"):
        told = _kept(authority)
        rows = told["rows"] if authority.pk in heads else [row for row in told["rows"] if row["unit"] in units]
        if authority.pk in heads or rows:
            tally = [(State(state), count) for state, count in told["tally"]] if authority.pk in heads else []
            shown = [row | {"state": State(row["state"])} for row in rows[:_SHOWN]]
            url = reverse("compliance:own", args=[authority.code])
            found.append(
                {"authority": authority, "tally": tally, "rows": shown, "more": len(rows) > _SHOWN, "url": url}
            )
    return found


def _authorities_of(user) -> set[int]:
    return {held.authority_id for held in user.current_roles if held.role == Role.ORIGINATING_UNIT}


def _kept(authority) -> dict:
    day = today()
    return cache.get_or_set(f"compliance:panel:{authority.pk}:{day}", lambda: _read(authority, day), KEPT)


def _read(authority, day) -> dict:
    board = board_of(authority, day)
    soon = [standing for standing in board.standings if standing.is_soon]
    return {
        "tally": [(str(state), count) for state, count in board.tally],
        "rows": [_row(authority, standing) for standing in (*board.gaps, *board.due, *soon)],
    }


def _row(authority, standing) -> dict:
    return {
        "label": standing.obligation.label,
        "words": standing.words if standing.state != State.IN_ORDER else standing.review_words,
        "state": str(standing.state),
        "kind": SIGNS[standing.state][1],
        "until": standing.until,
        "unit": standing.record.unit_id if standing.record else None,
        "url": reverse("compliance:one", args=[authority.code, slug_of(standing)]),
    }


def add(request, panels) -> None:
    """The hook: after whatever else stands on the start page."""
    boards = boards_for(request.user)
    if boards:
        panels.append(CompliancePanel(boards))


class ComplianceItem(MenuItem):
    """For those who may look at one authority's obligations, or compare several."""

    def __init__(self):
        super().__init__(_("Phải công khai"), "", name="tuan-thu", icon_name="clipboard-list", order=75)

    def is_shown(self, request):
        return bool(reach(request.user))

    def render_component(self, request):
        component = super().render_component(request)
        component.url = reverse("compliance:table")
        return component
