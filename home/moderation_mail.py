"""Mails between those who write pages and those who approve them, through the outbox: they leave after the commit.

Wagtail would send its own from within the request, to groups that count for nothing here; those are put out of use.
"""

from django.conf import settings
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Page, TaskState, WorkflowState
from wagtail.signals import task_submitted, workflow_approved, workflow_rejected, workflow_submitted

from cms.core import outbox, page_rights

_WAGTAILS = (
    (task_submitted, TaskState, "group_approval_task_submitted_email_notification"),
    (workflow_submitted, WorkflowState, "workflow_state_submitted_email_notification"),
    (workflow_rejected, WorkflowState, "workflow_state_rejected_email_notification"),
    (workflow_approved, WorkflowState, "workflow_state_approved_email_notification"),
)


def connect():
    """Called when the admin's addresses are read: Wagtail's own handlers stand by then."""
    for signal, sender, name in _WAGTAILS:
        signal.disconnect(sender=sender, dispatch_uid=name)
    workflow_submitted.connect(submitted, dispatch_uid="home.submitted")
    workflow_approved.connect(approved, dispatch_uid="home.approved")
    workflow_rejected.connect(rejected, dispatch_uid="home.rejected")


def submitted(sender, instance, **kwargs):
    """To every publisher of the authority but the one who sent it."""
    page = instance.content_object
    if not isinstance(page, Page):
        return
    people = {held.user_id: held.user for held in page_rights.publishers_of(page)}
    people.pop(instance.requested_by_id, None)
    for person in people.values():
        _post(
            "page_submitted", person, "Có trang chờ ông/bà duyệt", _said(page, instance, "đã gửi duyệt trang"), instance
        )


def approved(sender, instance, user=None, **kwargs):
    _answer(instance, "page_approved", "Trang đã được duyệt", "đã duyệt trang", user)


def rejected(sender, instance, user=None, **kwargs):
    _answer(instance, "page_rejected", "Trang được yêu cầu sửa", "yêu cầu sửa trang", user)


def _answer(instance, kind, subject, did, by):
    page, person = instance.content_object, instance.requested_by
    if isinstance(page, Page) and person is not None and person.is_active and by is not None:
        _post(kind, person, subject, f"{by} {did} “{page.draft_title}”.", instance)


def _said(page, instance, did) -> str:
    return f"{instance.requested_by} {did} “{page.draft_title}”."


def _post(kind, person, subject, sentence, instance):
    """No words of the page: a draft is not public, and mail goes outside."""
    if not person.email:
        return
    url = settings.BASE_URL + reverse("wagtailadmin_pages:edit", args=[instance.object_id])
    text = f"Kính gửi ông/bà {person},\n\n{sentence}\nMở trang: {url}\n"
    outbox.post(
        kind=kind, to=person.email, subject=subject, text=text, at=timezone.now(), about=f"page:{instance.object_id}"
    )
