"""What an authority is told by mail: a line or two, and where to sign in. The papers stay on the desk (S12)."""

from django.template.loader import render_to_string
from django.urls import reverse

from cms.core import outbox
from cms.core.addresses import absolute
from cms.core.authority_url import focal_of

#: name → how the subject begins. Each has its text in templates/home/notices/.
SUBJECTS = {
    "plan_assigned": "Nhiệm vụ mới",
    "plan_reminder": "Đôn đốc báo cáo",
    "report_returned": "Báo cáo bị trả lại",
    "review_asked": "Rà soát văn bản",
    "sheet_returned": "Bảng rà soát bị trả lại",
    "difficulty_answered": "Trả lời khó khăn, kiến nghị",
}


def template_of(name: str) -> str:
    return f"home/notices/{name}.txt"


def post(name: str, authority, *, about: str, at, once: str = "", **words) -> None:
    """Put a message to the authority's mailbox into the outbox: its focal point's, or its own where it has none."""
    focal_point = focal_of(authority)
    words |= {"authority": authority, "desk_url": absolute(reverse("wagtailadmin_home"))}
    outbox.post(
        kind=name,
        to=focal_point.email if focal_point else authority.email,
        subject=f"{SUBJECTS[name]}: {about}",
        text=render_to_string(template_of(name), words).strip() + "\n",
        at=at,
        once=once,
    )
