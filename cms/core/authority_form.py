"""What an administrator may set of an authority: its names, its look, what its internal regulation chooses."""

from django import forms
from django.utils.translation import gettext_lazy as _

from cms.core import emblems
from cms.core.accounts.account_forms import DayModelForm
from cms.core.areas import Area
from cms.core.day_field import DayField
from cms.core.models import Authority, FocalPoint


class AuthorityForm(DayModelForm):
    emblem_file = emblems.EmblemField(
        label=_("Tải biểu trưng lên"),
        required=False,
        help_text=_(
            "Ảnh PNG, JPG hoặc WebP không quá 2 MB, nên vuông, nền trong suốt. "
            "Chỉ dùng Quốc huy, logo khi pháp luật cho phép cơ quan dùng."
        ),
    )
    drop_emblem = forms.BooleanField(label=_("Bỏ biểu trưng, dùng lại hình vẽ"), required=False)

    area_since_on = DayField(
        label=_("Thuộc địa bàn này từ ngày"), required=False, help_text=_("Để trống với địa bàn thông thường.")
    )

    class Meta:
        model = Authority
        exclude = ["emblem"]

    def shape(self):
        if self.instance.pk:  # addresses, numbers and papers already carry these
            del self.fields["code"], self.fields["case_prefix"]
        if not self.instance.emblem_id:
            del self.fields["drop_emblem"]
        self.fields["parent"].queryset = Authority.objects.exclude(pk=self.instance.pk)

    def clean_is_open(self):
        is_open = self.cleaned_data["is_open"]
        focal = FocalPoint.objects.filter(unit__authority=self.instance.pk, unit__is_focal=True, unit__is_active=True)
        if is_open and not focal.exists():
            raise forms.ValidationError(_("Cần có đơn vị đầu mối và người làm đầu mối trước khi nhận yêu cầu."))
        return is_open

    def clean(self):
        cleaned = super().clean()
        if cleaned.get("area", Area.ORDINARY) != Area.ORDINARY:
            if not cleaned.get("area_since_on") and "area_since_on" not in self.errors:
                self.add_error("area_since_on", _("Hãy ghi ngày cơ quan bắt đầu thuộc địa bàn này."))
            if not cleaned.get("area_source"):
                self.add_error("area_source", _("Hãy ghi văn bản xác định địa bàn."))
        return cleaned

    def save(self, commit=True):
        authority = super().save(commit)
        # Stored with the record itself: a refused form must leave no picture behind.
        authority.emblem_upload = self.cleaned_data.get("emblem_file")
        if self.cleaned_data.get("drop_emblem"):
            authority.emblem = None
        return authority
