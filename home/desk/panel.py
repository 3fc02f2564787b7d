"""Trang đầu của người biên tập: what waits for me, what I sent, what is due; beside the desk for those who have both."""

from django.utils.functional import cached_property
from wagtail.admin.ui.components import Component

from cms.core.admin_page import START
from cms.core.dates import short, today, weekday
from cms.core.roles import EDITING_ROLES, Role
from home.desk import worklist


class PagesPanel(Component):
    """Alone on the start page it takes its frame, as the desk does; below the desk it is one part more."""

    name = "pages"
    template_name = "home/desk/pages_panel.html"
    order = 100
    is_desk = True
    breadcrumbs_items = [{"url": "", "label": START}]
    title = START

    def __init__(self, request, *, is_alone):
        super().__init__()
        self.request, self.is_alone = request, is_alone

    @cached_property
    def user(self):
        return self.request.user

    def get_context_data(self, parent_context):
        user, day = self.user, today()
        to_approve, sent, due = worklist.to_approve(user), worklist.sent(user), worklist.due_for_review(user, day)
        drafts = worklist.drafts(user, but=[one.page.pk for one in (*to_approve, *sent)])
        stops = worklist.stops_to_decide(user)
        return {
            "is_alone": self.is_alone,
            "today": f"{weekday(day)} {short(day)}",
            "authorities": sorted({held.authority.short_name for held in user.current_roles}),
            "to_approve": to_approve[: worklist.SHOWN],
            "to_approve_count": len(to_approve),
            "sent": sent[: worklist.SHOWN],
            "drafts": drafts,
            "due": due[: worklist.SHOWN],
            "due_count": len(due),
            "stops": stops,
            "writes": bool(user.authorities_as(EDITING_ROLES)),
            "approves": bool(user.authorities_as({Role.PUBLISHER})),
            "is_empty": not (to_approve or sent or drafts or due or stops),
        }


def compose(request, panels) -> None:
    """The hook: below the desk for those who have one, in place of Wagtail's own panels for everybody else."""
    if not worklist.concerns(request.user):
        return
    has_desk = bool(panels) and getattr(panels[0], "name", "") == "desk"
    if not has_desk:
        panels.clear()
    if has_desk and not request.user.authorities_as(EDITING_ROLES) and not worklist.stops_to_decide(request.user):
        return
    panels.append(PagesPanel(request, is_alone=not has_desk))
