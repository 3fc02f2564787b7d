"""A calendar day typed in one box: "18/11" is enough, the year follows from today."""

import re
from datetime import date

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from cms.core.dates import short

_DAY = re.compile(r"(\d{1,2})\s*[/.\- ]\s*(\d{1,2})(?:\s*[/.\- ]\s*(\d{4}|\d{2}))?", re.ASCII)
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})", re.ASCII)
WRONG_DAY = _("Ngày này không có trong lịch. Ví dụ đúng: 18/11 hoặc 18/11/2026")


class DayInput(forms.TextInput):
    """Shown as 18/11/2026."""

    def __init__(self, attrs=None):
        super().__init__({"inputmode": "numeric", "autocomplete": "off", "maxlength": 12} | (attrs or {}))

    def format_value(self, value):
        return short(value) if isinstance(value, date) else super().format_value(value)


class DayField(forms.Field):
    """A calendar day. Without a year it is the nearest such day behind today, or ahead of it with `ahead`.

    The form sets `today`: a field does not look at the clock.
    """

    widget = DayInput
    default_error_messages = {"required": _("Nhập ngày, ví dụ 18/11")}

    def __init__(self, *, ahead=False, **kwargs):
        self.ahead = ahead
        self.today = None
        super().__init__(**kwargs)

    def to_python(self, value):
        if value in self.empty_values or isinstance(value, date):
            return value or None
        typed = str(value).strip()
        if iso := _ISO.fullmatch(typed):
            year, month, day = iso.groups()
        elif found := _DAY.fullmatch(typed):
            day, month, year = found.groups()
        else:
            raise ValidationError(WRONG_DAY)
        try:
            return self._date(int(day), int(month), year)
        except ValueError as error:
            raise ValidationError(WRONG_DAY) from error

    def _date(self, day, month, year):
        if year is not None:
            year = int(year) + (2000 if len(year) == 2 else 0)
            if not 2000 <= year <= 2100:
                raise ValidationError(WRONG_DAY)
            return date(year, month, day)
        guess = date(self.today.year, month, day)
        if self.ahead and guess < self.today:
            return guess.replace(year=guess.year + 1)
        if not self.ahead and guess > self.today:
            return guess.replace(year=guess.year - 1)
        return guess


def tell_today(form: forms.Form, day: date) -> None:
    """Give every day field of the form its present day."""
    for field in form.fields.values():
        if isinstance(field, DayField):
            field.today = day
