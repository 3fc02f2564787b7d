"""One request as a row: what is asked, what holds it up, how long is left, and the verb that comes next."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from cms.core.dates import local_day
from workflow import access
from workflow.choices import Channel, DecisionKind, LetterForm, Outcome, Status
from workflow.desk.due import Chip, chip
from workflow.queues import Desk
from workflow.services.intake import receipt_sentence

#: In a list the law is named by its year; its code is for data.
LAW_NAMES = {"L16": _("Luật 2016"), "L26": _("Luật 2026")}
_CHANNELS = {
    Channel.ONLINE: _("trực tuyến"),
    Channel.IN_PERSON: _("tại trụ sở"),
    Channel.POST: _("bưu điện"),
    Channel.EMAIL: _("thư điện tử"),
    Channel.FAX: _("fax"),
    Channel.ONE_STOP: _("Một cửa"),
    Channel.NATIONAL_PORTAL: _("Cổng DVC quốc gia"),
    Channel.PHONE: _("qua điện thoại"),
}
_WAITS_FOR_SIGNATURE = {
    Outcome.PROVIDE: _("Chờ ký: cung cấp"),
    Outcome.PROVIDE_PARTLY: _("Chờ ký: cung cấp một phần"),
    Outcome.REFUSE: _("Chờ ký: từ chối"),
    DecisionKind.EXTENSION: _("Chờ ký: gia hạn, chưa có hiệu lực"),
    DecisionKind.VALID_ON: _("Chờ duyệt ngày hợp lệ"),
    DecisionKind.CORRECT_ENTRY: _("Chờ duyệt sửa ngày"),
}
_VERBS = {
    Status.AWAITING_CONFIRMATION: _("Ghi nhận xác nhận"),
    Status.RECEIVED: _("Kiểm tra"),
    Status.SUPPLEMENT_REQUESTED: _("Ghi nhận bổ sung"),
    Status.ACCEPTED: _("Thu thập"),
    Status.COLLECTING: _("Xem đã có gì"),
    Status.UNDER_REVIEW: _("Trình duyệt"),
    Status.APPROVED_TO_PROVIDE: _("Giao"),
    Status.AWAITING_PAYMENT: _("Ghi nhận chi phí"),
    Status.READY: _("Giao"),
}
HIDDEN_NAME = _("(ẩn họ tên)")


def law_name(info_request) -> str:
    return LAW_NAMES.get(info_request.rule_set.code, info_request.rule_set.code)


def channel_name(info_request) -> str:
    return _CHANNELS[info_request.channel]


def who_asks(user, info_request) -> str:
    """The requester as this person may see them (readings.md 16.1)."""
    if not access.can_read_personal(user, info_request):
        return HIDDEN_NAME
    requester = info_request.requester
    return requester.organisation_name or requester.name


def case_url(info_request) -> str:
    return reverse("desk:case", args=[info_request.code])


@dataclass(frozen=True)
class Row:
    """What a list shows of one request (loaded by queues.with_what_holds_up)."""

    info_request: object
    chip: Chip
    who: str
    holds_up: str
    verb: str
    url: str

    @property
    def status(self) -> str:
        # Not get_status_display(): Django hashes every label anew at each call.
        return Status(self.info_request.status).label

    @property
    def channel(self) -> str:
        return channel_name(self.info_request)

    @property
    def law(self) -> str:
        return law_name(self.info_request)


def row(desk: Desk, info_request) -> Row:
    return Row(
        info_request=info_request,
        chip=chip(info_request, desk.day, desk.calendar, desk.soon_until(info_request.authority)),
        who=who_asks(desk.user, info_request),
        holds_up=holds_up(desk, info_request),
        verb=verb(desk, info_request),
        url=case_url(info_request),
    )


def holds_up(desk: Desk, info_request) -> str:
    """Why it is not further on, in a few words; empty where nothing holds it up."""
    if info_request.proposed_kind:
        return _WAITS_FOR_SIGNATURE[info_request.proposed_kind]
    if info_request.draft_form:
        return _("Chờ văn thư: %(paper)s") % {"paper": LetterForm(info_request.draft_form).label}
    if info_request.asked_name and info_request.status == Status.COLLECTING:
        days = (desk.day - local_day(info_request.asked_at)).days
        return _("Chờ %(whom)s %(days)s ngày") % {"whom": info_request.asked_name, "days": days}
    return _by_status(info_request)


def _by_status(info_request):
    status = info_request.status
    if status == Status.RECEIVED:
        return receipt_sentence(info_request)
    if status == Status.AWAITING_PAYMENT:
        return _("Chờ trả chi phí; thời hạn vẫn chạy")
    if status in (Status.SUPPLEMENT_REQUESTED, Status.AWAITING_CONFIRMATION):
        return _("Thời hạn chưa chạy")
    if info_request.has_files_to_release:
        return _("Còn tệp chưa đủ hai người kiểm tra")
    if status == Status.READY and info_request.has_papers_to_post:
        return _("Chờ gửi bưu điện")
    return ""


def verb(desk: Desk, info_request) -> str:
    """The next act in one word or two; the case page offers exactly the moves that are allowed."""
    if not access.can_read_personal(desk.user, info_request) or not info_request.is_open:
        return _("Xem")
    if info_request.proposed_kind or info_request.draft_form:
        return _("Mở hồ sơ")
    if info_request.has_files_to_release and info_request.status != Status.COLLECTING:
        return _("Rà tệp")
    return _VERBS[info_request.status]
