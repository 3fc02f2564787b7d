"""What those who report are told by mail: a line or two, and where to sign in."""

from django.template.loader import render_to_string
from django.urls import reverse

from cms.core import outbox
from cms.core.addresses import absolute
from cms.core.authority_url import focal_of

#: name → how the subject begins. Each has its text in templates/home/notices/.
SUBJECTS = {
    "report_asked": "Báo cáo phải nộp",
    "report_reminder": "Nhắc nộp báo cáo",
    "period_report_returned": "Báo cáo bị trả lại",
}


def post(name: str, report, *, at, once: str = "", **words) -> None:
    """A message to who reports: the focal point's mailbox or the body's own; none where it has no address."""
    to = address_of(report)
    if not to:
        return
    desk_url = "" if report.outside_id else absolute(reverse("reports:report", args=[report.pk]))
    words |= {"report": report, "period": report.period, "desk_url": desk_url}
    outbox.post(
        kind=name,
        to=to,
        subject=f"{SUBJECTS[name]}: {report.period.title}",
        text=render_to_string(f"home/notices/{name}.txt", words).strip() + "\n",
        at=at,
        once=once,
    )


def address_of(report) -> str:
    if report.outside_id:
        return report.outside.email
    focal_point = focal_of(report.authority)
    return focal_point.email if focal_point else report.authority.email
