"""What people type about an obligation; what may follow, the services say. A field has the name of their argument."""

from django import forms
from django.utils.translation import gettext_lazy as _

from cms.core.day_field import DayField, tell_today
from cms.core.models import Unit
from home.compliance.board import Standing, months_after

_TWO_LINES = {"rows": 2}


class ActForm(forms.Form):
    """A short form about one obligation; `standing` is how it stands, `day` today."""

    button = ""
    done = _("Đã ghi lại.")

    def __init__(self, *args, standing: Standing, authority, day, **kwargs):
        self.standing, self.authority, self.day = standing, authority, day
        super().__init__(*args, label_suffix="", **kwargs)
        tell_today(self, day)
        for field in self.fields.values():
            field.widget.use_required_attribute = lambda initial: False
            if "required" in field.error_messages and not isinstance(field, DayField):
                field.error_messages["required"] = _("Không được để trống")
        self.shape()

    def shape(self):
        """Fit fields to the obligation."""


def _note():
    return forms.CharField(
        label=_("Ghi chú nội bộ"),
        max_length=1000,
        required=False,
        widget=forms.Textarea(_TWO_LINES),
        help_text=_("Người dân không thấy."),
    )


class ReviewForm(ActForm):
    button = _("Ghi đã xem lại")
    looked_at = forms.CharField(
        label=_("Ông/Bà đã xem những gì"),
        max_length=300,
        widget=forms.Textarea(_TWO_LINES),
        help_text=_("Ví dụ: gọi thử số điện thoại, mở từng tệp, đối chiếu với quyết định mới nhất."),
    )
    next_review_on = DayField(label=_("Xem lại lần tới trước ngày"), ahead=True)
    note = _note()

    def shape(self):
        record, obligation = self.standing.record, self.standing.obligation
        self.fields["next_review_on"].initial = months_after(self.day, obligation.review_months)
        self.fields["note"].initial = record.note if record else ""


class ChargeForm(ActForm):
    button = _("Giao việc")
    unit = forms.ModelChoiceField(label=_("Đơn vị phụ trách"), queryset=Unit.objects.none(), empty_label=None)
    complete_by = DayField(
        label=_("Phải xong trước ngày"),
        ahead=True,
        required=False,
        help_text=_("Người dân thấy ngày này khi việc còn thiếu."),
    )
    note = _note()

    def shape(self):
        units = Unit.objects.filter(authority=self.authority, is_active=True).order_by("-is_focal", "name")
        self.fields["unit"].queryset = units
        record = self.standing.record
        if record:
            for name in ("unit", "complete_by", "note"):
                self.fields[name].initial = getattr(record, name)


class ExemptForm(ActForm):
    button = _("Đề nghị không áp dụng")
    done = _("Đã ghi đề nghị. Một người khác phải xác nhận thì mới có hiệu lực.")
    reason = forms.CharField(
        label=_("Vì sao việc này không áp dụng cho cơ quan"),
        max_length=500,
        widget=forms.Textarea(_TWO_LINES),
        help_text=_("Người dân đọc được câu này. Cần trưởng đơn vị đầu mối hoặc người đứng đầu khác xác nhận."),
    )


class ConfirmForm(ActForm):
    button = _("Xác nhận không áp dụng")


class EndForm(ActForm):
    button = _("Áp dụng lại việc này")
    reason = forms.CharField(label=_("Vì sao"), max_length=500, widget=forms.Textarea(_TWO_LINES))


class MeansForm(forms.Form):
    """What a visitor finds at the seat."""

    reading_place = forms.CharField(
        label=_("Chỗ đọc, ghi chép"),
        max_length=300,
        required=False,
        help_text=_("Ví dụ: Phòng 105, tầng 1, 4 chỗ ngồi"),
    )
    devices = forms.CharField(
        label=_("Thiết bị"), max_length=300, required=False, help_text=_("Ví dụ: 1 máy tính có mạng, 1 máy sao chụp")
    )
    aids = forms.CharField(
        label=_("Phương tiện cho người khuyết tật"),
        max_length=300,
        required=False,
        help_text=_("Ví dụ: lối lên xe lăn, kính lúp, cán bộ đọc và ghi giúp"),
    )
    own_devices_allowed = forms.BooleanField(
        label=_("Người dân được dùng điện thoại của mình để chụp"), required=False, initial=True
    )
    reason = forms.CharField(
        label=_("Lý do thay đổi"), max_length=500, required=False, widget=forms.Textarea(_TWO_LINES)
    )

    def __init__(self, *args, means=None, **kwargs):
        super().__init__(*args, label_suffix="", **kwargs)
        if means is None:
            del self.fields["reason"]
            return
        for name in ("reading_place", "devices", "aids", "own_devices_allowed"):
            self.fields[name].initial = getattr(means, name)
