"""Every message is declared once: to whom, its subject, the words it may use. post() puts it into the outbox (S12)."""

from dataclasses import dataclass
from datetime import date

from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from cms.core import outbox
from cms.core.addresses import absolute
from cms.core.authority_url import focal_of
from cms.core.dates import said, short
from workflow.choices import DeliveryWay, NetworkNotice

REQUESTER, FOCAL_MAILBOX, OFFICER = "REQUESTER", "FOCAL_MAILBOX", "OFFICER"


@dataclass(frozen=True)
class NoticeKind:
    """One message. `state` completes the fixed subject "Hồ sơ ‹số›: ‹state›", which never holds personal data."""

    name: str
    to: str
    state: str
    words: tuple[str, ...] = ()


KINDS = {
    kind.name: kind
    for kind in (
        NoticeKind("received", REQUESTER, _("đã tiếp nhận"), ("due_on",)),
        NoticeKind("supplement_requested", REQUESTER, _("cần bổ sung"), ("missing",)),
        NoticeKind("supplied", REQUESTER, _("đã nhận bổ sung"), ("due_on",)),
        NoticeKind("accepted", REQUESTER, _("hợp lệ"), ("due_on",)),
        NoticeKind("time_limit", REQUESTER, _("thời hạn trả lời"), ("due_on", "letter")),
        NoticeKind("extended", REQUESTER, _("gia hạn"), ("due_on", "letter")),
        NoticeKind("apologised", REQUESTER, _("xin lỗi vì trả lời chậm"), ("letter",)),
        NoticeKind("cost_due", REQUESTER, _("chờ trả chi phí"), ("letter",)),
        NoticeKind("paid", REQUESTER, _("đã nhận chi phí"), ("due_on",)),
        NoticeKind("part_paid", REQUESTER, _("đã nhận một phần chi phí"), ("amount", "left")),
        NoticeKind("payment_withdrawn", REQUESTER, _("đã hủy một lần ghi nhận chi phí"), ("amount", "left")),
        NoticeKind("refunded", REQUESTER, _("đã hoàn trả chi phí"), ("amount",)),
        NoticeKind("resolved", REQUESTER, _("đã duyệt cung cấp"), ("letter",)),
        NoticeKind("provided", REQUESTER, _("đã cung cấp thông tin"), ()),
        NoticeKind("provided_partly", REQUESTER, _("đã cung cấp một phần"), ()),
        NoticeKind("refused", REQUESTER, _("từ chối cung cấp"), ("letter",)),
        NoticeKind("redirected", REQUESTER, _("hướng dẫn gửi nơi có trách nhiệm"), ("letter",)),
        NoticeKind("withdrawn", REQUESTER, _("đã rút"), ()),
        NoticeKind("lapsed", REQUESTER, _("kết thúc do không bổ sung"), ()),
        NoticeKind("set_aside", REQUESTER, _("không xử lý riêng"), ()),
        NoticeKind("date_moved", REQUESTER, _("hạn trả lời mới"), ("due_on",)),
        NoticeKind("new_request", FOCAL_MAILBOX, _("yêu cầu mới"), ("due_on",)),
        NoticeKind("assigned", OFFICER, _("giao thụ lý"), ("due_on",)),
        NoticeKind("answer_wanted", OFFICER, _("sắp đến ngày cần trả lời"), ("whom", "wanted_on")),
        NoticeKind("correction_received", REQUESTER, _("đã nhận kiến nghị"), ("due_on",)),
        NoticeKind("correction_answered", REQUESTER, _("trả lời kiến nghị"), ()),
        NoticeKind("given_again", REQUESTER, _("cung cấp lại thông tin đúng"), ()),
        NoticeKind("new_correction", FOCAL_MAILBOX, _("kiến nghị mới"), ("due_on",)),
        NoticeKind("correction_asked", OFFICER, _("đầu mối hỏi"), ("due_on",)),
        NoticeKind("complaint_received", REQUESTER, _("đã nhận khiếu nại"), ("due_on",)),
        NoticeKind("complaint_accepted", REQUESTER, _("đã thụ lý khiếu nại"), ("due_on",)),
        NoticeKind("complaint_settled", REQUESTER, _("kết quả giải quyết khiếu nại"), ()),
        NoticeKind("reopened", REQUESTER, _("mở lại hồ sơ"), ("due_on", "first_code")),
        NoticeKind("follow_up", OFFICER, _("đến hạn xử lý kết luận"), ("inspection", "wanted", "follow_up_on")),
        NoticeKind("digest", OFFICER, _("việc hôm nay"), ("overdue", "due_soon", "waiting")),
    )
}


def template_of(name: str) -> str:
    return f"workflow/notices/{name}.txt"


def post(name: str, info_request, *, at, to_user=None, **words) -> None:
    """Put a message into the outbox, in the caller's transaction. A requester without e-mail reads the tracking page."""
    kind = KINDS[name]
    unknown = set(words) - set(kind.words)
    if unknown:
        raise TypeError(f"Notice {name} does not know the words {sorted(unknown)}.")
    address = _address(kind, info_request, to_user)
    if not address:
        return
    focal_point = focal_of(info_request.authority)
    text = render_to_string(
        template_of(name),
        {
            "case": info_request,
            "authority": info_request.authority,
            "focal_point": focal_point,
            "requester_name": info_request.requester.name,
            "due_on": said(info_request.due_on) if info_request.due_on else "",
            "provisional": info_request.due_is_provisional,
            "received_on": short(info_request.received_on),
            # No code and no number in a link (S5, S12).
            "lookup_url": absolute(reverse("workflow:lookup")),
            "desk_url": absolute(reverse("wagtailadmin_home")),
            "law": info_request.rule_set.rules.title,
            **words,
        },
    )
    outbox.post(
        kind=name,
        to=address,
        subject=f"Hồ sơ {info_request.code}: {kind.state}",
        text=text.strip() + "\n",
        at=at,
        about=info_request.code,
    )


def post_digest(user, day: date, *, at, overdue: list[str], due_soon: list[str], waiting: list[str]) -> None:
    """The morning's one mail to an officer. A second one on that day is the first one."""
    parts = ((overdue, _("quá hạn")), (due_soon, _("sắp đến hạn")), (waiting, _("đang chờ ông/bà")))
    counted = ", ".join(f"{len(lines)} {words}" for lines, words in parts if lines)
    text = render_to_string(
        template_of("digest"),
        {
            "day": said(day),
            "overdue": overdue,
            "due_soon": due_soon,
            "waiting": waiting,
            "desk_url": absolute(reverse("wagtailadmin_home")),
        },
    )
    outbox.post(
        kind="digest",
        to=user.email,
        subject=f"Việc hôm nay, {short(day)}: {counted}",
        text=text.strip() + "\n",
        at=at,
        once=f"digest:{user.pk}:{day.isoformat()}",
    )


def post_follow_up(finding, user, *, at) -> None:
    """Something that an inspection found must be handled by its day. Once for each person and finding."""
    words = {
        "inspection": str(finding.inspection),
        "wanted": finding.wanted,
        "follow_up_on": said(finding.follow_up_on),
        "desk_url": absolute(reverse("wagtailadmin_home")),
    }
    outbox.post(
        kind="follow_up",
        to=user.email,
        subject=f"Kết luận kiểm tra {finding.inspection.number}: đến hạn xử lý {short(finding.follow_up_on)}",
        text=render_to_string(template_of("follow_up"), words).strip() + "\n",
        at=at,
        once=f"follow_up:{finding.pk}:{user.pk}",
    )


def _address(kind, info_request, to_user):
    if kind.to == REQUESTER:
        requester = info_request.requester
        # A request for correction names no way of delivery: its answer stands at the tracking page.
        by_mail = getattr(info_request, "delivery", "") == DeliveryWay.EMAIL
        wants = requester.notice == NetworkNotice.EMAIL or by_mail
        return requester.email if wants else ""
    if kind.to == OFFICER:
        return to_user.email
    focal_point = focal_of(info_request.authority)
    return (focal_point and focal_point.email) or info_request.authority.email
