"""The table of acts: each with its address, its move, its form and its verb."""

from collections.abc import Callable
from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from workflow.desk.corrections import forms
from workflow.services import corrections


@dataclass(frozen=True)
class Door:
    """The page of one move."""

    slug: str
    move: str
    form: type[forms.MoveForm]
    verb: Callable
    button: str
    done: str
    template: str = "workflow/desk/corrections/move.html"


DOORS = {
    door.slug: door
    for door in (
        Door("nhan", "receive", forms.NothingToFill, corrections.receive, _("Nhận để kiểm tra"), _("Đã nhận để kiểm tra.")),
        Door("hoi-don-vi", "ask_unit", forms.AskUnitForm, corrections.ask_unit,
             _("Gửi câu hỏi"), _("Đã gửi câu hỏi. Thời hạn vẫn chạy.")),
        Door("tra-loi-dau-moi", "answer_unit", forms.AnswerUnitForm, corrections.answer_unit,
             _("Gửi trả lời"), _("Đã trả lời đầu mối.")),
        Door("de-xuat", "propose", forms.ProposeForm, corrections.propose,
             _("Trình kết quả"), _("Đã trình. Người khác quyết định.")),
        Door("quyet-dinh", "decide", forms.NothingToFill, corrections.decide,
             _("Quyết định và trả lời"), _("Đã trả lời người dân. Kiến nghị kết thúc."),
             "workflow/desk/corrections/decide.html"),
        Door("tra-lai", "send_back", forms.SendBackForm, corrections.send_back,
             _("Trả lại"), _("Đã trả lại người đề xuất.")),
        Door("cap-lai-ma", "reissue_code", forms.ReissueForm, corrections.reissue_code,
             _("Cấp mã mới"), _("Đã cấp mã mới.")),
    )
}  # fmt: skip
DOOR_OF = {door.move: door for door in DOORS.values()}
