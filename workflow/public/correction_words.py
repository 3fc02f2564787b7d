"""The citizen's words for where a request for correction stands and what has happened to it."""

from django.utils.translation import gettext_lazy as _

from workflow.choices import CorrectionStatus
from workflow.public.words import Standing

_WAIT = _("Bạn chưa phải làm gì.")
_WORKING = Standing(
    _("Đang kiểm tra"),
    _("Cơ quan đang kiểm tra điều bạn báo"),
    _("Cơ quan đối chiếu với tài liệu gốc. Việc này không làm chậm thời hạn."),
    _WAIT, "wait", "clock",
)  # fmt: skip
_ENDED = _("Không đồng ý với cách giải quyết, bạn có quyền khiếu nại hoặc khởi kiện.")
STANDINGS: dict[str, Standing] = {
    CorrectionStatus.RECEIVED: Standing(
        _("Đã tiếp nhận"),
        _("Cơ quan đã nhận kiến nghị của bạn"),
        _("Thời hạn trả lời đã bắt đầu tính."),
        _WAIT, "ok", "check",
    ),
    CorrectionStatus.CHECKING: _WORKING,
    CorrectionStatus.ASKED: _WORKING,
    CorrectionStatus.PROPOSED: _WORKING,
    CorrectionStatus.CORRECTED: Standing(
        _("Đã đính chính"), _("Thông tin đã được đính chính"), _("Điều bạn báo là đúng. Cảm ơn bạn."), _ENDED, "ok", "check"
    ),
    CorrectionStatus.NOT_WRONG: Standing(
        _("Thông tin không sai"), _("Cơ quan kết luận thông tin không sai"), _("Lý do ở lời trả lời dưới đây."), _ENDED,
        "", "info",
    ),
    CorrectionStatus.NOT_OURS: Standing(
        _("Đã hướng dẫn nơi khác"), _("Việc này thuộc nơi khác"), _("Bạn gửi kiến nghị tới nơi có trách nhiệm."), _ENDED,
        "", "info",
    ),
}  # fmt: skip
EVENTS = {
    "correction.reported": _("Bạn gửi kiến nghị"),
    "correction.received": _("Cơ quan bắt đầu kiểm tra"),
    "correction.unit_asked": _("Cơ quan hỏi đơn vị tạo ra thông tin"),
    "correction.unit_answered": _("Đơn vị tạo ra thông tin đã trả lời"),
    "correction.answered": _("Cơ quan trả lời bạn"),
    "correction.due_date_moved": _("Hạn trả lời được tính lại"),
    "correction.code_reissued": _("Cấp mã tra cứu mới"),
    "correction.passed_on": _("Cơ quan mới tiếp nhận kiến nghị sau sắp xếp"),
}
