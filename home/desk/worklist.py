"""What waits for one person over the pages: to approve, sent and not yet decided, half written, due for review."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.apps import apps
from django.db.models import Q
from wagtail.models import Page, TaskState, WorkflowState

from cms.core import page_rights
from cms.core.pages import BasePage
from cms.core.roles import EDITING_ROLES, Role
from home.models.planned_stop import PlannedStop, StopState
from home.stops import services

#: Rows of each list, and how long ahead a review shows itself.
SHOWN, AHEAD = 7, timedelta(days=30)


@dataclass(frozen=True)
class Waiting:
    """One page that was sent: by whom, since when, and what the second person answered."""

    page: Page
    state: WorkflowState
    since: datetime
    comment: str = ""

    @property
    def is_sent_back(self) -> bool:
        return self.state.status == WorkflowState.STATUS_NEEDS_CHANGES


@dataclass(frozen=True)
class Due:
    """One public page and the day by which somebody should have read it again."""

    page_id: int
    title: str
    due_on: date
    is_late: bool


def concerns(user) -> bool:
    """Whether the person has anything to do with pages or stops."""
    return bool(user.authorities_as(EDITING_ROLES | {Role.HEAD, Role.ADMINISTRATOR}))


def to_approve(user) -> list[Waiting]:
    """Sent by others for this publisher, the oldest first."""
    states = TaskState.objects.reviewable_by(user).select_related("workflow_state__requested_by")
    found = states.prefetch_related("workflow_state__content_object").order_by("started_at")
    return [Waiting(one.workflow_state.content_object, one.workflow_state, one.started_at) for one in found]


def sent(user) -> list[Waiting]:
    """What this person sent and nobody has decided, or what was sent back to them; the latest first."""
    states = WorkflowState.objects.active().filter(requested_by=user).select_related("current_task_state")
    found = states.prefetch_related("content_object").order_by("-created_at")
    return [
        Waiting(
            one.content_object, one, one.created_at, one.current_task_state.comment if one.current_task_state else ""
        )
        for one in found
        if one.content_object is not None
    ]


def drafts(user, but=()) -> list[Page]:
    """Pages whose latest words are this person's and were not sent yet; `but` names those shown elsewhere."""
    mine = Page.objects.filter(has_unpublished_changes=True, latest_revision__user=user)
    mine = mine.filter(Q(latest_revision__approved_go_live_at=None)).exclude(pk__in=list(but))
    return list(mine.order_by("-latest_revision_created_at")[:SHOWN])


def due_for_review(user, day: date) -> list[Due]:
    """Public pages of the person's authorities that should be read again by now or soon, in one query."""
    authorities = user.authorities_as(EDITING_ROLES)
    if not authorities:
        return []
    estate, parts = page_rights.estate_of(user), []
    for model in apps.get_models():
        if issubclass(model, BasePage):
            pages = model.objects.filter(live=True, review_due_on__lte=day + AHEAD).order_by()
            parts.append(pages.values_list("pk", "title", "review_due_on", "path"))
    rows = parts[0].union(*parts[1:], all=True).order_by("review_due_on")
    return [
        Due(key, title, due_on, due_on < day) for key, title, due_on, path in rows if estate.owner(path) in authorities
    ]


def stops_to_decide(user) -> list[PlannedStop]:
    """Planned stops that this person may announce or reject."""
    if not user.authorities_as(services.APPROVERS):
        return []
    waiting = PlannedStop.objects.filter(state=StopState.PROPOSED).exclude(proposed_by=user)
    found = waiting.select_related("authority", "proposed_by").order_by("starts_at")
    return [stop for stop in found if services.may_decide(user, stop)]
