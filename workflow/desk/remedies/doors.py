"""The table of acts: each with its address, its move, its form and its verb."""

from collections.abc import Callable
from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from workflow.desk.remedies import forms
from workflow.services import remedies


@dataclass(frozen=True)
class Door:
    """The page of one move."""

    slug: str
    move: str
    form: type[forms.MoveForm]
    verb: Callable
    button: str
    done: str


DOORS = {
    door.slug: door
    for door in (
        Door("thu-ly", "accept", forms.AcceptForm, remedies.accept, _("Ghi thụ lý"), _("Đã thụ lý.")),
        Door("y-kien-toa", "send_opinion", forms.AcceptForm, remedies.send_opinion,
             _("Ghi đã gửi"), _("Đã ghi ngày gửi ý kiến.")),
        Door("de-xuat", "propose", forms.ProposeForm, remedies.propose,
             _("Trình kết quả"), _("Đã trình. Người khác quyết định.")),
        Door("quyet-dinh", "decide", forms.DecideForm, remedies.decide,
             _("Quyết định"), _("Đã ghi quyết định. Việc kết thúc.")),
        Door("tra-lai", "send_back", forms.ReasonForm, remedies.send_back, _("Trả lại"), _("Đã trả lại người đề xuất.")),
        Door("keo-dai", "lengthen", forms.LengthenForm, remedies.lengthen, _("Kéo dài"), _("Đã tính lại hạn.")),
        Door("tam-dinh-chi", "suspend", forms.ReasonForm, remedies.suspend, _("Tạm đình chỉ"), _("Đã tạm đình chỉ.")),
        Door("giai-quyet-tiep", "resume", forms.NothingToFill, remedies.resume,
             _("Giải quyết tiếp"), _("Thời hạn chạy tiếp.")),
        Door("them-giay-to", "add_papers", forms.PapersForm, remedies.add_papers, _("Thêm"), _("Đã thêm giấy tờ.")),
        Door("giao-xem", "name_reader", forms.NameReaderForm, remedies.name_reader, _("Giao"), _("Đã giao.")),
        Door("thoi-xem", "drop_reader", forms.DropReaderForm, remedies.drop_reader, _("Thôi cho xem"), _("Đã thôi.")),
    )
}  # fmt: skip
DOOR_OF = {door.move: door for door in DOORS.values()}
