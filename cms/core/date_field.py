"""A date typed into three boxes, the way it stands on a paper: day, month, year."""

from datetime import date

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _


class DateBoxes(forms.MultiWidget):
    """Three short boxes; each has its own label, the group has a legend."""

    labels = (_("Ngày"), _("Tháng"), _("Năm"))

    def __init__(self, attrs=None):
        box = {"inputmode": "numeric", "autocomplete": "off"}
        super().__init__(
            {
                "ngay": forms.TextInput(box | {"class": "input--4", "maxlength": 2}),
                "thang": forms.TextInput(box | {"class": "input--4", "maxlength": 2}),
                "nam": forms.TextInput(box | {"class": "input--4", "maxlength": 4}),
            },
            attrs,
        )

    def decompress(self, value):
        return [f"{value.day:02d}", f"{value.month:02d}", str(value.year)] if value else ["", "", ""]


class DateBoxesField(forms.MultiValueField):
    """A calendar date. A part that is missing and a day that does not exist are told apart."""

    widget = DateBoxes
    default_error_messages = {
        "incomplete": _("Nhập đủ ngày, tháng và năm"),
        "no_such_day": _("Ngày này không có trong lịch. Ví dụ đúng: 9 11 2026"),
    }

    def __init__(self, **kwargs):
        kwargs.setdefault("require_all_fields", False)
        super().__init__([forms.CharField(strip=True, required=True) for _part in range(3)], **kwargs)

    def clean(self, value):
        # All boxes empty is "required"; some empty is "incomplete", whether or not the date is required.
        if value and any(value) and not all((part or "").strip() for part in value):
            raise ValidationError(self.error_messages["incomplete"], code="incomplete")
        return super().clean(value)

    def compress(self, data_list):
        if not data_list:
            return None
        if not all(part.isascii() and part.isdigit() and len(part) <= 4 for part in data_list):
            raise ValidationError(self.error_messages["no_such_day"], code="no_such_day")
        day, month, year = (int(part) for part in data_list)
        try:
            return date(year, month, day) if year >= 1900 else self._refuse()
        except ValueError:
            return self._refuse()

    def _refuse(self):
        raise ValidationError(self.error_messages["no_such_day"], code="no_such_day")
