"""Around the case: who works on it, how the requester is reached, what colleagues should know."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from cms.core import identifiers
from cms.core.dates import said
from cms.core.day_field import DayField
from cms.core.models import Unit, User
from cms.core.roles import CASE_ROLES
from workflow.choices import NetworkNotice
from workflow.desk.fields import PersonChoice
from workflow.desk.forms.handling import units_of
from workflow.desk.forms.parts import due_if, line, long_text, radios
from workflow.desk.move_form import MoveForm


class AssignForm(MoveForm):
    to = PersonChoice(
        label=_("Giao cho"), queryset=User.objects.none(), error_messages={"required": _("Chọn người thụ lý")}
    )
    unit = forms.ModelChoiceField(
        label=_("Đơn vị giữ hồ sơ"), queryset=Unit.objects.none(), required=False, empty_label=_("như hiện nay")
    )
    reason = long_text(_("Dặn người nhận"), limit=2000, rows=3, required=False)

    def shape(self):
        self.fields["to"].queryset = (
            User.objects.filter(
                is_active=True, role_holdings__authority=self.case.authority, role_holdings__role__in=CASE_ROLES
            )
            .exclude(pk=self.case.assigned_to_id)
            .distinct()
        )
        self.fields["unit"].queryset = units_of(self.case)


class ContactForm(MoveForm):
    phone = line(_("Điện thoại"), limit=20, required=False)
    email = forms.EmailField(
        label=_("Thư điện tử"),
        required=False,
        error_messages={"invalid": _("Thư điện tử chưa đúng. Ví dụ: ten@vidu.vn")},
    )
    notice = radios(_("Báo tin bằng"), NetworkNotice.choices, error=_("Chọn cách báo tin"))
    postal_address = line(_("Địa chỉ nhận bưu phẩm"), required=False)

    def shape(self):
        for name in self.fields:
            if name != "seen":
                self.fields[name].initial = getattr(self.case.requester, name)

    def clean_phone(self):
        typed = self.cleaned_data["phone"]
        return identifiers.phone(typed) if typed else ""


class DeliveryForm(MoveForm):
    delivery = radios(_("Muốn nhận bằng"), error=_("Chọn cách nhận thông tin."))
    email = forms.EmailField(
        label=_("Thư điện tử"),
        required=False,
        error_messages={"invalid": _("Thư điện tử chưa đúng. Ví dụ: ten@vidu.vn")},
    )
    postal_address = line(_("Địa chỉ nhận bưu phẩm"), required=False)
    fax = line(_("Số fax"), limit=20, required=False)

    def shape(self):
        rows = []
        for way in self.case.rule_set.rules.delivery_channels:
            deadline = due_if(self.case, delivery=way.code)
            ends = _(": hạn %(day)s") % {"day": said(deadline.due_on)} if deadline else ""
            rows.append((way.code, f"{way.label}{ends}"))
        self.fields["delivery"].choices = rows
        self.fields["delivery"].initial = self.case.delivery
        for name in ("email", "postal_address", "fax"):
            self.fields[name].initial = getattr(self.case.requester, name)


class WithdrawForm(MoveForm):
    text = long_text(
        _("Người dân rút bằng cách nào, ngày nào"),
        limit=5000,
        error=_("Hãy ghi người dân rút bằng cách nào, ngày nào."),
        help_text=_("Người dân không phải nêu lý do."),
    )


class ReissueForm(MoveForm):
    identity_seen = line(
        _("Giấy tờ đã xem và cách đối chiếu"),
        help_text=_("Ví dụ: căn cước, đúng tên và bốn số cuối. Không ghi số đầy đủ."),
        error=_("Ghi giấy tờ đã xem và cách đối chiếu."),
    )

    def clean_identity_seen(self):
        typed = self.cleaned_data["identity_seen"]
        if sum(char.isdigit() for char in typed) > 8:
            raise ValidationError(_("Chỉ ghi bốn số cuối, không ghi số giấy tờ đầy đủ."))
        return typed

    def rule(self):
        return _("Mã cũ hết giá trị ngay. Mã mới chỉ hiện một lần, để in hoặc đọc cho người dân.")


class NoteForm(MoveForm):
    """Notes do not depend on what was seen, so an older page may still write one."""

    text = long_text(_("Ghi chú"), rows=3, help_text=_("Người dân không thấy."), error=_("Hãy viết ghi chú."))


class FindWrongForm(MoveForm):
    wrong = long_text(
        _("Chỗ nào không đúng hoặc còn thiếu"),
        limit=2000,
        help_text=_("Thông tin đúng được cung cấp lại sau khi người thứ hai quyết định."),
        error=_("Hãy ghi chỗ nào không đúng hoặc còn thiếu."),
    )
    found_on = DayField(label=_("Ngày phát hiện"), help_text=_("Thời hạn cung cấp lại tính từ ngày này."))

    def shape(self):
        self.fields["found_on"].initial = self.day


class UnmaskForm(MoveForm):
    reason = long_text(
        _("Cần xem để làm gì"),
        limit=500,
        rows=2,
        help_text=_("Lần xem này được ghi vào nhật ký."),
        error=_("Hãy nói cần xem để làm gì."),
    )
