"""What part of the register somebody looks at, and what they want to take away."""

from datetime import date

from django import forms
from django.utils.translation import gettext_lazy as _

from cms.core.day_field import DayField
from cms.core.models import Authority, Unit
from workflow.choices import Channel, Status
from workflow.desk.forms.parts import line, radios
from workflow.desk.rows import LAW_NAMES
from workflow.register import Filters

_KINDS = [
    ("XLSX", _("XLSX, để tính toán tiếp")),
    ("CSV", _("CSV, để chuyển sang phần mềm khác")),
    ("PDF", _("PDF, để in: A4 ngang, có số trang")),
]
_DELIMITERS = [(",", _("Dấu phẩy")), (";", _("Dấu chấm phẩy, cho Excel tiếng Việt"))]


class RegisterForm(forms.Form):
    """Which requests: of which authority and year, received when, how they came and how they stand. Empty means all."""

    authority = forms.ModelChoiceField(Authority.objects.none(), label=_("Cơ quan"))
    year = forms.TypedChoiceField(label=_("Năm"), required=False, coerce=int, empty_value=None)
    first = DayField(label=_("Nhận từ"), required=False)
    last = DayField(label=_("đến"), required=False)
    status = forms.ChoiceField(label=_("Trạng thái"), required=False, choices=[("", _("Tất cả")), *Status.choices])
    channel = forms.ChoiceField(label=_("Kênh gửi"), required=False, choices=[("", _("Tất cả")), *Channel.choices])
    law = forms.ChoiceField(label=_("Luật"), required=False, choices=[("", _("Tất cả")), *LAW_NAMES.items()])
    unit = forms.ModelChoiceField(
        Unit.objects.none(), label=_("Đơn vị đang giữ"), required=False, empty_label=_("Tất cả")
    )

    def __init__(self, data, *, authorities, day, **kwargs):
        authorities = Authority.objects.filter(pk__in=authorities).order_by("name")
        if data is not None and "authority" not in data and (only := authorities.first()):
            data = data.copy()
            data["authority"] = only.pk
        super().__init__(data, label_suffix="", **kwargs)
        self.fields["authority"].queryset = authorities
        self.fields["unit"].queryset = Unit.objects.filter(authority__in=authorities).order_by("name")
        years = range(day.year, 2017, -1)  # the law of 2016 came into force in 2018
        self.fields["year"].choices = [("", _("Mọi năm")), *((year, str(year)) for year in years)]

    @property
    def has_many(self) -> bool:
        return len(self.fields["authority"].queryset) > 1

    def clean(self):
        told = super().clean()
        first, last = told.get("first"), told.get("last")
        if first and last and first > last:
            self.add_error("last", _("Ngày cuối phải từ ngày đầu trở đi."))
        return told

    def filters(self) -> Filters:
        """What was chosen; a year is its days, within which days typed narrow further."""
        told = self.cleaned_data
        first, last = told["first"], told["last"]
        if told["year"]:
            begins, ends = date(told["year"], 1, 1), date(told["year"], 12, 31)
            first, last = max(first or begins, begins), min(last or ends, ends)
        return Filters(
            first,
            last,
            (told["status"],) if told["status"] else (),
            told["law"],
            told["channel"],
            told["unit"].pk if told["unit"] else None,
        )


class ExportForm(RegisterForm):
    """The same, with what kind of file, and what for."""

    kind = radios(_("Loại tệp"), _KINDS, error=_("Chọn loại tệp."))
    delimiter = forms.ChoiceField(label=_("Dấu phân cách của CSV"), choices=_DELIMITERS)
    personal = forms.BooleanField(
        label=_("Kèm họ tên, giấy tờ (bốn số cuối), nơi cư trú, liên hệ, nội dung và lý do yêu cầu"), required=False
    )
    reason = line(
        _("Xuất sổ để làm gì"),
        help_text=_("Được ghi vào nhật ký cùng tên ông/bà."),
        error=_("Hãy nói xuất sổ để làm gì."),
    )

    def __init__(self, *args, may_personal, **kwargs):
        super().__init__(*args, **kwargs)
        if not may_personal:
            del self.fields["personal"]
        for name in ("authority", "year", "first", "last", "status", "channel", "law", "unit"):
            self.fields[name].widget = self.fields[name].hidden_widget()

    def slip(self, error):
        """A sentence of the service at its field."""
        self.add_error(error.field if error.field in self.fields else None, str(error))
