"""What the holder of the code may tell the authority, one short form an act."""

from django import forms
from django.utils.translation import gettext_lazy as _

from cms.core import identifiers
from workflow.choices import DeliveryWay, NetworkNotice
from workflow.public import fields
from workflow.public.forms import DELIVERY_HINTS, delivery_choices
from workflow.remedy_choices import Level

PAY, DO_NOT_PAY = "DONG_Y", "KHONG"


class ActForm(forms.Form):
    """`seen` is the version of the case that the person looked at (S8)."""

    use_required_attribute = False
    #: Takes files beside its fields.
    takes_files = False

    seen = forms.IntegerField(widget=forms.HiddenInput, min_value=1, max_value=2**31 - 1)

    def __init__(self, *args, case, **kwargs):
        self.case = case
        kwargs.setdefault("label_suffix", "")
        kwargs.setdefault("auto_id", "%s")
        kwargs["initial"] = {"seen": case.version} | kwargs.get("initial", {})
        super().__init__(*args, **kwargs)
        self.prepare()

    def prepare(self):
        """Fit the form to the case."""

    def questions(self):
        """The visible fields."""
        return self.visible_fields()


class SupplyForm(ActForm):
    takes_files = True

    text = fields.Paragraphs(label=_("Nội dung bổ sung"), longest=5_000, required=False)


class WithdrawForm(ActForm):
    text = fields.Paragraphs(
        label=_("Lời nhắn (không bắt buộc)"), help_text=_("Bạn không phải nói lý do."), longest=2_000, rows=3
    )


class ConfirmForm(ActForm):
    """Nothing to fill in: the person has read what was written down."""


class CostForm(ActForm):
    choice = fields.Pick(
        label=_("Bạn có đồng ý trả chi phí này không?"),
        missing=_("Chọn đồng ý hoặc không đồng ý"),
        choices=[(PAY, _("Tôi đồng ý trả")), (DO_NOT_PAY, _("Tôi không đồng ý trả"))],
        hints={DO_NOT_PAY: _("Yêu cầu kết thúc. Đây không phải là bị từ chối")},
    )


class ContactForm(ActForm):
    phone = fields.phone(_("Số điện thoại"), required=False)
    email = fields.mail(_("Thư điện tử"), required=False)
    notice = fields.Pick(
        label=_("Bạn muốn nhận thông báo bằng cách nào?"),
        missing=_("Chọn cách nhận thông báo"),
        choices=[
            (NetworkNotice.EMAIL, _("Gửi thư điện tử cho tôi")),
            (NetworkNotice.POST, _("Gửi thư qua bưu điện")),
            (NetworkNotice.NONE, _("Tôi sẽ tự tra cứu bằng mã")),
        ],
    )
    postal_address = fields.Line(
        label=_("Địa chỉ nhận bưu phẩm"), help_text=_("Để trống nếu giống nơi cư trú."), longest=300
    )

    def clean(self):
        cleaned = super().clean()
        if cleaned.get("notice") == NetworkNotice.EMAIL and not cleaned.get("email") and "email" not in self.errors:
            self.add_error("email", _("Nhập thư điện tử để nhận thông báo, hoặc chọn cách khác"))
        return cleaned


class DeliveryForm(ActForm):
    delivery = fields.Pick(
        label=_("Bạn muốn nhận thông tin bằng cách nào?"), missing=_("Chọn cách nhận thông tin"), hints=DELIVERY_HINTS
    )
    email = fields.mail(_("Thư điện tử nhận tệp"), required=False, help_text=_("Cần khi nhận tệp qua thư điện tử."))
    postal_address = fields.Line(
        label=_("Địa chỉ nhận bưu phẩm"), help_text=_("Cần khi nhận bản giấy qua bưu điện."), longest=300
    )
    fax = fields.Checked(identifiers.phone, label=_("Số fax"), longest=40, help_text=_("Cần khi nhận qua fax."))

    NEEDS = {
        DeliveryWay.EMAIL: ("email", _("Nhập thư điện tử để nhận tệp")),
        DeliveryWay.PAPER_BY_POST: ("postal_address", _("Nhập địa chỉ nhận bưu phẩm")),
        DeliveryWay.FAX: ("fax", _("Nhập số fax")),
    }

    def prepare(self):
        choices = delivery_choices(self.case.rule_set.rules)
        self.fields["delivery"].choices = choices
        if DeliveryWay.FAX not in dict(choices):
            del self.fields["fax"]

    def clean(self):
        cleaned = super().clean()
        name, sentence = self.NEEDS.get(cleaned.get("delivery"), ("", ""))
        if name and not cleaned.get(name) and name not in self.errors:
            self.add_error(name, sentence)
        return cleaned


class SatisfactionForm(forms.Form):
    """How content are you? One level, perhaps some words; nobody learns from whom."""

    use_required_attribute = False

    level = forms.ChoiceField(
        label=_("Bạn có hài lòng với cách cơ quan trả lời không?"),
        choices=sorted(Level.choices, reverse=True),
        widget=forms.RadioSelect,
        error_messages={"required": _("Chọn một mức"), "invalid_choice": _("Chọn một mức")},
    )
    words = fields.Paragraphs(
        label=_("Bạn muốn nói thêm điều gì?"),
        help_text=_("Không bắt buộc. Đừng viết tên, số điện thoại hay số giấy tờ"),
        longest=500,
        rows=3,
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, auto_id="%s", label_suffix="", **kwargs)
