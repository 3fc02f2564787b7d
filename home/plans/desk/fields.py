"""Fields that several forms here share."""

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import URLValidator
from django.utils.translation import gettext_lazy as _

from cms.core.models import Authority
from cms.core.text import sort_key
from workflow.desk.fields import PersonChoice

_DIGITS = 15


class WholeField(forms.CharField):
    """A whole number as offices write it: 12.000.000."""

    def __init__(self, **kwargs):
        super().__init__(widget=forms.TextInput(attrs={"inputmode": "numeric", "maxlength": 24}), **kwargs)

    def to_python(self, value):
        typed = super().to_python(value)
        digits = typed.replace(".", "").replace(" ", "").replace("\u00a0", "")
        if not digits:
            return None
        if not (digits.isascii() and digits.isdigit() and len(digits) <= _DIGITS):
            raise ValidationError(_("Nhập số nguyên, ví dụ 12.000.000."))
        return int(digits)

    def prepare_value(self, value):
        return f"{value:,}".replace(",", ".") if isinstance(value, int) else value


class LinkField(forms.CharField):
    """A web address, http or https only: it becomes a link on a page."""

    def __init__(self, **kwargs):
        widget = forms.TextInput(attrs={"inputmode": "url", "placeholder": "https://"})
        super().__init__(max_length=500, widget=widget, **kwargs)

    def clean(self, value):
        typed = super().clean(value)
        if typed:
            try:
                URLValidator(schemes=["http", "https"])(typed)
            except ValidationError as error:
                raise ValidationError(_("Nhập địa chỉ trang đầy đủ, bắt đầu bằng https://")) from error
        return typed


class AuthoritiesField(forms.ModelMultipleChoiceField):
    """Authorities as boxes to tick, in Vietnamese order."""

    default_error_messages = {
        "invalid_choice": _("Cơ quan này không chọn được."),
        "invalid_pk_value": _("Cơ quan này không chọn được."),
        "required": _("Chọn ít nhất một cơ quan."),
    }

    def __init__(self, **kwargs):
        super().__init__(queryset=Authority.objects.none(), widget=forms.CheckboxSelectMultiple, **kwargs)

    def offer(self, authorities):
        """Let these be chosen."""
        self.queryset = authorities
        rows = sorted(authorities, key=lambda one: (one.kind != "PROVINCE", one.kind, sort_key(one.short_name)))
        self.choices = [(one.pk, one.short_name) for one in rows]

    def clean(self, value):
        return list(super().clean(value))


class OneAuthorityField(forms.ModelChoiceField):
    default_error_messages = {"invalid_choice": _("Chọn một cơ quan trong danh sách."), "required": _("Chọn cơ quan.")}

    def __init__(self, **kwargs):
        super().__init__(queryset=Authority.objects.none(), empty_label=None, **kwargs)


class SignerField(PersonChoice):
    default_error_messages = {"invalid_choice": _("Chọn người ký trong danh sách."), "required": _("Chọn người ký.")}
