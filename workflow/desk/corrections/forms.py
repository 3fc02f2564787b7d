"""What people type about a request for correction; what may follow, the table of moves says."""

from django import forms
from django.utils.translation import gettext_lazy as _

from catalog.desk.fields import FilesField
from cms.core.day_field import DayField
from cms.core.models import Authority, Unit
from cms.core.roles import CASE_ROLES
from workflow.choices import CORRECTION_OUTCOMES, CorrectionAbout, CorrectionStatus
from workflow.desk.forms.parts import NothingToFill, line, long_text, radios
from workflow.desk.move_form import MoveForm
from workflow.services import corrections

__all__ = ["MoveForm", "NothingToFill"]
#: Words for choosing; the state's own label says what has happened.
_CHOICES = {
    CorrectionStatus.CORRECTED: _("Sai: đã đính chính"),
    CorrectionStatus.NOT_WRONG: _("Không sai, có nêu lý do"),
    CorrectionStatus.NOT_OURS: _("Thuộc nơi khác: hướng dẫn người dân"),
}


class AskUnitForm(MoveForm):
    unit = forms.ModelChoiceField(
        Unit.objects.none(), label=_("Đơn vị tạo ra thông tin"), error_messages={"required": _("Chọn đơn vị.")}
    )
    question = long_text(_("Cần đơn vị cho biết"), limit=2000, error=_("Hãy ghi cần đơn vị cho biết điều gì."))

    def shape(self):
        units = Unit.objects.filter(authority=self.case.authority, is_active=True)
        self.fields["unit"].queryset = units.order_by("name")
        if self.case.item:
            self.fields["unit"].initial = self.case.item.originating_unit_id


class AnswerUnitForm(MoveForm):
    text = long_text(_("Thông tin đúng hay sai, căn cứ vào đâu"), error=_("Hãy ghi thông tin đúng hay sai, và căn cứ."))


class ProposeForm(MoveForm):
    outcome = radios(_("Kết quả"), [(one, _CHOICES[one]) for one in CORRECTION_OUTCOMES], error=_("Chọn kết quả."))
    answer = long_text(
        _("Lời trả lời người dân"),
        help_text=_("Gửi đúng như viết ở đây. Nêu lý do, căn cứ."),
        rows=6,
        error=_("Hãy viết lời trả lời người dân, có nêu lý do."),
    )
    right_place = line(_("Nơi có trách nhiệm"), required=False, help_text=_("Chỉ ghi khi việc thuộc nơi khác."))
    files = FilesField(
        label=_("Tệp thông tin đúng, cung cấp lại"), required=False, help_text=_("Người quyết định xem từng tệp.")
    )

    def shape(self):
        for name in ("outcome", "answer", "right_place"):
            self.fields[name].initial = getattr(self.case, name)
        open_to_it = corrections.outcomes_of(self.case)
        self.fields["outcome"].choices = [(one, _CHOICES[one]) for one in open_to_it]
        if CorrectionStatus.NOT_OURS not in open_to_it:
            del self.fields["right_place"]
        if self.case.about != CorrectionAbout.PROVIDED:
            del self.fields["files"]


class SendBackForm(MoveForm):
    reason = long_text(_("Cần xem lại điều gì"), limit=500, error=_("Hãy nói cần xem lại điều gì."))


class ReissueForm(MoveForm):
    identity_seen = line(
        _("Giấy tờ đã xem"),
        help_text=_("Loại giấy tờ và cách đối chiếu, không ghi số."),
        error=_("Ghi giấy tờ đã xem và cách đối chiếu."),
    )


class RegisterForm(forms.Form):
    """What part of the register: of which authority, received when, ended how."""

    authority = forms.ModelChoiceField(Authority.objects.none(), label=_("Cơ quan"))
    first = DayField(label=_("Nhận từ ngày"), required=False)
    last = DayField(label=_("đến ngày"), required=False)
    status = forms.ChoiceField(
        label=_("Trạng thái"), required=False, choices=[("", _("Tất cả")), *CorrectionStatus.choices]
    )

    def __init__(self, data, *, authorities):
        authorities = Authority.objects.filter(pk__in=authorities).order_by("name")
        data = data.copy()
        if "authority" not in data and (only := authorities.first()):
            data["authority"] = only.pk
        super().__init__(data, label_suffix="")
        self.fields["authority"].queryset = authorities

    @property
    def has_many(self) -> bool:
        return len(self.fields["authority"].queryset) > 1


def register_authorities(user, supervising) -> set[int]:
    """Of whom this person may read the register: of those they work for, and under a dated grant."""
    return user.works_for | user.authorities_as(supervising) if user.authorities_as(CASE_ROLES | supervising) else set()
