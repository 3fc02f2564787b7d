"""The citizen's words for where a case stands and what has happened to it: every one of them here, none in a template."""

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext_lazy as _

from cms.core.dates import local_day, said, short
from workflow import access
from workflow.choices import FileState, LetterForm, RecallKind, Status


@dataclass(frozen=True)
class Standing:
    """One public status: the tag's label and look, the page's h1, what it means, and what comes next."""

    label: str
    title: str
    says: str
    next: str
    kind: str = ""
    icon: str = "info"


_NOTHING = _("Bạn chưa phải làm gì.")
STANDINGS: dict[str, Standing] = {
    Status.AWAITING_CONFIRMATION: Standing(
        _("Chờ bạn xác nhận"),
        _("Xem lại và xác nhận yêu cầu"),
        _("Cán bộ đã ghi giúp bạn qua điện thoại. Yêu cầu chỉ được tính là đã gửi khi bạn xác nhận."),
        _("Bạn xem lại nội dung rồi bấm xác nhận."),
        "wait", "clock",
    ),
    Status.RECEIVED: Standing(
        _("Đã tiếp nhận"),
        _("Cơ quan đã nhận yêu cầu của bạn"),
        _("Cán bộ đang kiểm tra xem yêu cầu đã đủ và rõ chưa."),
        _("Cơ quan báo bạn nếu cần bổ sung. Bạn chưa phải làm gì."),
        "ok", "check",
    ),
    Status.SUPPLEMENT_REQUESTED: Standing(
        _("Cần bổ sung"),
        _("Cơ quan cần bạn bổ sung"),
        _("Yêu cầu chưa đủ nên thời hạn trả lời chưa bắt đầu tính."),
        _("Bạn gửi phần bổ sung. Thời hạn tính từ ngày cơ quan nhận đủ."),
        "wait", "alert",
    ),
    Status.ACCEPTED: Standing(
        _("Đang xử lý"),
        _("Yêu cầu của bạn đã hợp lệ"),
        _("Cơ quan đã nhận đủ yêu cầu và bắt đầu tìm thông tin."),
        _NOTHING,
        "wait", "clock",
    ),
    Status.COLLECTING: Standing(
        _("Đang lấy ý kiến cơ quan khác"),
        _("Cơ quan đang tìm và chuẩn bị thông tin"),
        _("Cơ quan đang hỏi nơi giữ thông tin. Việc này không làm chậm thời hạn."),
        _NOTHING,
        "wait", "clock",
    ),
    Status.UNDER_REVIEW: Standing(
        _("Đang xử lý"),
        _("Cơ quan đang xem xét để trả lời"),
        _("Thông tin đang được kiểm tra trước khi trả lời bạn."),
        _NOTHING,
        "wait", "clock",
    ),
    Status.APPROVED_TO_PROVIDE: Standing(
        _("Đang xử lý"),
        _("Cơ quan đã đồng ý cung cấp"),
        _("Văn bản trả lời đang được phát hành."),
        _("Cơ quan giao thông tin theo cách bạn chọn. Bạn chưa phải làm gì."),
        "wait", "clock",
    ),
    Status.AWAITING_PAYMENT: Standing(
        _("Chờ thanh toán chi phí"),
        _("Bạn cần trả chi phí trước khi nhận"),
        _("Chi phí là tiền in, sao, chụp, gửi thực tế. Cơ quan giao thông tin sau khi bạn trả."),
        _("Bạn chọn đồng ý hoặc không đồng ý trả."),
        "wait", "alert",
    ),
    Status.READY: Standing(
        _("Đang xử lý"),
        _("Thông tin đã sẵn sàng"),
        _("Cơ quan đã nhận chi phí và đang giao thông tin."),
        _("Cơ quan giao thông tin theo cách bạn chọn."),
        "wait", "clock",
    ),
    Status.PROVIDED: Standing(
        _("Đã cung cấp"),
        _("Cơ quan đã cung cấp thông tin"),
        _("Yêu cầu của bạn đã được trả lời đầy đủ."),
        _("Xem thông tin ở phần Giấy tờ và tệp."),
        "ok", "check",
    ),
    Status.PROVIDED_PARTLY: Standing(
        _("Đã cung cấp một phần"),
        _("Cơ quan đã cung cấp một phần thông tin"),
        _("Phần còn lại bị từ chối, lý do ghi trong thông báo kèm theo."),
        _("Xem thông tin và thông báo ở phần Giấy tờ và tệp."),
        "ok", "check",
    ),
    Status.REFUSED: Standing(
        _("Từ chối cung cấp"),
        _("Cơ quan từ chối cung cấp thông tin"),
        _("Lý do và điều luật làm căn cứ ghi trong thông báo từ chối."),
        _("Đọc thông báo. Nếu không đồng ý, bạn có quyền khiếu nại."),
        "bad", "x",
    ),
    Status.REDIRECTED: Standing(
        _("Đã hướng dẫn gửi đến cơ quan có trách nhiệm"),
        _("Thông tin này do cơ quan khác cung cấp"),
        _("Cơ quan này không giữ thông tin bạn cần và đã chỉ nơi có trách nhiệm."),
        _("Bạn gửi yêu cầu đến cơ quan được hướng dẫn."),
        "", "right",
    ),
    Status.WITHDRAWN: Standing(
        _("Đã rút"),
        _("Yêu cầu đã được rút"),
        _("Hồ sơ đã kết thúc, cơ quan không xử lý tiếp."),
        _("Bạn gửi yêu cầu mới bất cứ lúc nào."),
        "", "minus",
    ),
    Status.LAPSED: Standing(
        _("Kết thúc do không bổ sung"),
        _("Hồ sơ kết thúc vì chưa được bổ sung"),
        _("Cơ quan chưa nhận được phần bổ sung trong hạn đã báo."),
        _("Bạn gửi yêu cầu mới bất cứ lúc nào."),
        "", "minus",
    ),
    Status.SET_ASIDE: Standing(
        _("Không xử lý riêng"),
        _("Hồ sơ này không được xử lý riêng"),
        _("Hồ sơ trùng với hồ sơ khác, hoặc không phải yêu cầu cung cấp thông tin."),
        _("Nếu có nhầm lẫn, hãy gọi đầu mối."),
        "", "minus",
    ),
}  # fmt: skip

#: Audit kinds that a citizen reads in the timeline; anything else stays inside.
EVENTS: dict[str, str] = {
    "request.submitted": _("Đã tiếp nhận"),
    "request.letter_withdrawn": _("Đã thu hồi văn bản"),
    "request.letter_replaced": _("Đã phát hành văn bản thay thế"),
    "request.entered": _("Đã tiếp nhận"),
    "request.imported": _("Đã tiếp nhận"),
    "request.confirmed": _("Bạn đã xác nhận"),
    "request.supplement_requested": _("Cần bổ sung"),
    "request.supplied": _("Đã nhận bổ sung"),
    "request.accepted": _("Yêu cầu hợp lệ"),
    "request.time_limit_noticed": _("Đã thông báo thời hạn trả lời"),
    "request.apologised": _("Cơ quan xin lỗi vì trả lời chậm"),
    "request.collecting": _("Đang tìm thông tin"),
    "request.reviewing": _("Đang xem xét"),
    "request.extended": _("Gia hạn"),
    "request.approved_to_provide": _("Đã duyệt cung cấp"),
    "request.resolution_issued": _("Đã có phiếu giải quyết"),
    "request.part_refusal_issued": _("Đã có thông báo từ chối một phần"),
    "request.cost_due": _("Chờ thanh toán chi phí"),
    "request.cost_accepted": _("Bạn đồng ý trả chi phí"),
    "request.cost_declined": _("Bạn không trả chi phí"),
    "request.paid": _("Đã nhận chi phí"),
    "request.part_paid": _("Đã nhận một phần chi phí"),
    "request.payment_withdrawn": _("Đã hủy một lần ghi nhận chi phí"),
    "request.refunded": _("Đã hoàn trả chi phí"),
    "request.provided": _("Đã cung cấp"),
    "request.provided_partly": _("Đã cung cấp một phần"),
    "request.refused": _("Từ chối cung cấp"),
    "request.redirected": _("Đã hướng dẫn gửi nơi khác"),
    "request.passed_on": _("Cơ quan mới tiếp nhận hồ sơ sau sắp xếp"),
    "request.withdrawn": _("Đã rút"),
    "request.lapsed": _("Kết thúc do không bổ sung"),
    "request.set_aside": _("Không xử lý riêng"),
    "request.code_reissued": _("Đã cấp lại mã tra cứu"),
    "request.contact_changed": _("Đã sửa thông tin liên hệ"),
    "request.delivery_changed": _("Đã đổi cách nhận"),
    "request.due_date_moved": _("Hạn trả lời đã đổi"),
    "request.given_again": _("Cơ quan cung cấp lại thông tin đúng"),
    "request.entry_corrected": _("Đã sửa ngày ghi nhầm"),
    "request.file_infected": _("Một tệp có mã độc nên không mở được"),
    "request.letter_posted": _("Đã gửi văn bản qua bưu điện"),
}
_CHANNELS = {"ONLINE": _("Qua trang này."), "PHONE": _("Cán bộ ghi giúp qua điện thoại.")}

LETTERS: dict[str, str] = {
    LetterForm.RECEIPT: _("Phiếu tiếp nhận yêu cầu"),
    LetterForm.SUPPLEMENT: _("Hướng dẫn bổ sung"),
    LetterForm.TIME_LIMIT: _("Thông báo thời hạn trả lời"),
    LetterForm.RESOLUTION: _("Phiếu giải quyết yêu cầu"),
    LetterForm.EXTENSION: _("Thông báo gia hạn"),
    LetterForm.REFUSAL: _("Thông báo từ chối"),
    LetterForm.REDIRECT: _("Hướng dẫn gửi nơi có trách nhiệm"),
    LetterForm.COVER: _("Phiếu giao thông tin"),
    LetterForm.APOLOGY: _("Thư xin lỗi và hẹn lại ngày"),
}

#: Why a file cannot be opened.
FILE_STATES: dict[str, str] = {
    FileState.QUARANTINE: _("đang kiểm tra mã độc, chưa mở được"),
    FileState.INFECTED: _("có mã độc, không mở được; hãy gửi tệp khác"),
    FileState.FAILED: _("chưa kiểm tra được, chưa mở được"),
}

#: What the holder of the code may do: the move's name, the page's address and its link.
ACTS = {
    "confirm_assisted": ("xac-nhan", _("Xem lại và xác nhận")),
    "supply": ("bo-sung", _("Gửi phần bổ sung")),
    "accept_cost": ("chi-phi", _("Đồng ý hoặc không đồng ý chi phí")),
    "change_delivery": ("cach-nhan", _("Đổi cách nhận thông tin")),
    "change_contact": ("lien-he", _("Sửa số điện thoại, địa chỉ")),
    "withdraw": ("rut", _("Rút yêu cầu")),
}
#: What waits for the citizen: one primary button on the page.
MUST_ACT = {
    Status.AWAITING_CONFIRMATION: "confirm_assisted",
    Status.SUPPLEMENT_REQUESTED: "supply",
    Status.AWAITING_PAYMENT: "accept_cost",
}


def label(status: str, extended_until: date | None) -> str:
    """The status in the citizen's words; an extension that runs says until when."""
    if extended_until and status in (Status.ACCEPTED, Status.COLLECTING, Status.UNDER_REVIEW):
        return _("Gia hạn đến %(day)s") % {"day": short(extended_until)}
    return STANDINGS[status].label


def end_of(kind: str | None, at, reason: str | None) -> str:
    """What is said beside a paper that was replaced or withdrawn; nothing for one that stands."""
    if not kind:
        return ""
    told = _("đã được thay thế") if kind == RecallKind.REPLACE else _("đã thu hồi")
    return _(" · %(told)s ngày %(day)s. Lý do: %(reason)s") % {
        "told": told,
        "day": short(local_day(at)),
        "reason": reason,
    }


def about(kind: str, data: dict) -> str:
    """One line below an event, from the sealed facts: codes and days, never words about a person."""
    due = _day(data.get("due_on"))
    if kind in ("request.submitted", "request.entered"):
        return _CHANNELS.get(data.get("channel"), "")
    if kind in ("request.accepted", "request.supplied", "request.time_limit_noticed", "request.confirmed") and due:
        return _("Hạn trả lời: %(day)s.") % {"day": said(due)}
    if kind in ("request.extended", "request.due_date_moved") and (after := _day(data.get("after")) or due):
        return _("Hạn mới: %(day)s.") % {"day": said(after)}
    if data.get("number"):
        return _("Văn bản số %(number)s.") % {"number": data["number"]}
    return ""


def _day(text) -> date | None:
    return date.fromisoformat(text) if text else None


def fetching_over(info_request, at) -> str:
    """Said beside the files of an answer once their days are over; "" before."""
    if not access.is_fetching_over(info_request, at):
        return ""
    return _("đã hết ngày tải (%(day)s); hãy liên hệ đầu mối để nhận lại") % {
        "day": short(access.fetched_until(info_request))
    }
