"""What is typed about a stop; whether it may be, the services say."""

from datetime import datetime, time

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from cms.core.day_field import DayField, tell_today
from cms.core.models import Authority
from home.models.planned_stop import StopKind
from home.stops.notice import earliest_start
from home.stops.services import may_propose

WHOLE_SITE = ""


class ClockField(forms.Field):
    """A time of day: 18:00, 18h00 or 18."""

    widget = forms.TextInput(attrs={"autocomplete": "off", "maxlength": 5, "placeholder": "18:00"})
    default_error_messages = {"required": _("Nhập giờ, ví dụ 18:00")}

    def to_python(self, value):
        if value in self.empty_values:
            return None
        hour, _colon, minute = str(value).strip().lower().replace("h", ":").replace(".", ":").partition(":")
        try:
            return time(int(hour), int(minute or 0))
        except ValueError as error:
            raise ValidationError(_("Giờ này không có. Ví dụ đúng: 18:00")) from error


class StopForm(forms.Form):
    """`by` is who asks for the stop, `day` today: the earliest day that is allowed stands beside the field."""

    authority = forms.ChoiceField(
        label=_("Cơ quan"),
        required=False,
        error_messages={"invalid_choice": _("Hãy chọn một cơ quan trong danh sách.")},
    )
    kind = forms.ChoiceField(
        label=_("Loại"),
        choices=StopKind,
        widget=forms.RadioSelect,
        initial=StopKind.PLANNED,
        help_text=_(
            "Khẩn cấp: chỉ khi không thể báo trước, ví dụ sự cố điện, tấn công mạng. Thông báo ghi rõ là khẩn cấp."
        ),
    )
    services = forms.CharField(
        label=_("Dịch vụ tạm ngừng"), max_length=200, help_text=_("Ví dụ: gửi và tra cứu yêu cầu trên trang này")
    )
    reason = forms.CharField(
        label=_("Lý do"), max_length=300, help_text=_("Người dân sẽ đọc câu này. Ví dụ: bảo trì máy chủ")
    )
    starts_on = DayField(label=_("Ngừng từ ngày"), ahead=True)
    starts_time = ClockField(label=_("Giờ ngừng"))
    returns_on = DayField(
        label=_("Dự kiến hoạt động lại ngày"),
        ahead=True,
        help_text=_("Thông báo phải nói thời gian dự kiến hoạt động lại."),
    )
    returns_time = ClockField(label=_("Giờ hoạt động lại"))

    def __init__(self, *args, by, day, **kwargs):
        super().__init__(*args, label_suffix="", **kwargs)
        self.by = by
        tell_today(self, day)
        self.fields["starts_on"].help_text = earliest_start(day).sentence
        self.own = {str(one.pk): one for one in Authority.objects.open() if may_propose(by, one)}
        choices = [(key, one.name) for key, one in self.own.items()]
        if may_propose(by, None):
            choices.append((WHOLE_SITE, _("Toàn trang, mọi cơ quan")))
        self.fields["authority"].choices = choices
        for field in self.fields.values():
            field.widget.use_required_attribute = lambda initial: False

    def words(self) -> dict:
        """What the service takes."""
        given = self.cleaned_data
        return {
            "authority": self.own.get(given["authority"]),
            "kind": given["kind"],
            "services": given["services"],
            "reason": given["reason"],
            "starts_at": _moment(given["starts_on"], given["starts_time"]),
            "returns_at": _moment(given["returns_on"], given["returns_time"]),
        }


def _moment(day, clock):
    return timezone.make_aware(datetime.combine(day, clock))


class ReasonForm(forms.Form):
    """Announcing needs no reason; rejecting and calling off do."""

    reason = forms.CharField(
        label=_("Ý kiến hoặc lý do"), max_length=300, required=False, widget=forms.Textarea(attrs={"rows": 2})
    )
