"""Form fields that keep text in one normal form and say in plain Vietnamese what to do when something is wrong."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from cms.core import identifiers
from cms.core.outbox import address as one_mail_address
from cms.core.text import nfc

FIRST_YEAR, LAST_YEAR = 1900, 2100


class Line(forms.CharField):
    """One line of text: composed letters, single spaces, nothing invisible."""

    def __init__(self, *, missing="", longest, **kwargs):
        kwargs.setdefault("required", bool(missing))
        super().__init__(
            max_length=longest,
            error_messages={
                "required": missing,
                "max_length": _("Dài quá %(limit_value)d ký tự. Hãy viết ngắn lại"),
            },
            **kwargs,
        )

    def to_python(self, value):
        return " ".join(nfc(super().to_python(value)).split())


class Paragraphs(forms.CharField):
    """Text of several lines, its line breaks kept."""

    def __init__(self, *, missing="", longest, shortest=None, rows=6, **kwargs):
        kwargs.setdefault("required", bool(missing))
        super().__init__(
            max_length=longest,
            min_length=shortest,
            widget=forms.Textarea(attrs={"rows": rows}),
            error_messages={
                "required": missing,
                "min_length": missing,
                "max_length": _("Dài quá %(limit_value)d ký tự, đang có %(show_value)d. Hãy viết ngắn lại"),
            },
            **kwargs,
        )
        # The browser counts a line break twice and would cut the text without a word.
        self.widget.attrs.pop("maxlength", None)
        self.widget.attrs.pop("minlength", None)

    def to_python(self, value):
        return nfc(super().to_python(value)).replace("\r\n", "\n").replace("\r", "\n")


class Checked(Line):
    """A line that one of the house's checks reads: it returns what is kept, or tells what is wrong."""

    def __init__(self, check, **kwargs):
        self.check_typed = check
        super().__init__(**kwargs)

    def clean(self, value):
        value = super().clean(value)
        return self.check_typed(value) if value else ""


def person_name(label, missing, **kwargs):
    return Checked(identifiers.person_name, label=label, missing=missing, longest=200, **kwargs)


def phone(label, **kwargs):
    widget = forms.TextInput(attrs={"inputmode": "tel", "autocomplete": "tel", "class": "input--20"})
    return Checked(identifiers.phone, label=label, longest=40, widget=widget, **kwargs)


def mail(label, **kwargs):
    """One bare e-mail address: no list, no display name, no line break (S12)."""
    widget = forms.EmailInput(attrs={"autocomplete": "email", "inputmode": "email"})
    return Checked(_one_mail, label=label, longest=254, widget=widget, **kwargs)


def _one_mail(typed):
    try:
        return one_mail_address(typed)
    except ValidationError as error:
        raise ValidationError(_("Thư điện tử chưa đúng. Ví dụ: ten@example.vn")) from error


class Pick(forms.ChoiceField):
    """One of several, as radio buttons; nothing is chosen beforehand."""

    def __init__(self, *, missing, choices=(), hints=None, **kwargs):
        kwargs.setdefault("widget", forms.RadioSelect)
        super().__init__(choices=choices, error_messages={"required": missing, "invalid_choice": missing}, **kwargs)
        self.option_hints = hints or {}


class PickSeveral(forms.MultipleChoiceField):
    """Any number of several, as check boxes; nothing is ticked beforehand."""

    def __init__(self, *, choices, **kwargs):
        wrong = _("Chọn trong danh sách")
        super().__init__(
            choices=choices,
            required=False,
            widget=forms.CheckboxSelectMultiple,
            error_messages={"invalid_choice": wrong, "invalid_list": wrong},
            **kwargs,
        )


class WholeNumber(forms.CharField):
    """A whole number from `least` to `most`, in ordinary digits."""

    def __init__(self, *, least, most, wrong, **kwargs):
        self.least, self.most, self.wrong = least, most, wrong
        widget = forms.TextInput(attrs={"inputmode": "numeric", "maxlength": "4", "class": "input--4"})
        super().__init__(widget=widget, error_messages={"required": wrong}, **kwargs)

    def clean(self, value):
        text = super().clean(value)
        if not text:
            return None
        if not (text.isascii() and text.isdigit()) or len(text) > 9 or not self.least <= int(text) <= self.most:
            raise ValidationError(self.wrong)
        return int(text)


class YearBoxes(forms.MultiWidget):
    """Two short boxes: from this year, to that year."""

    labels = (_("Từ năm"), _("Đến năm"))

    def __init__(self, attrs=None):
        box = {"inputmode": "numeric", "maxlength": 4, "autocomplete": "off", "class": "input--4"}
        super().__init__({"tu": forms.TextInput(box), "den": forms.TextInput(box)}, attrs)

    def decompress(self, value):
        return [str(year or "") for year in value] if value else ["", ""]


class YearsField(forms.MultiValueField):
    """A span of years, either end open; (None, None) when nothing was written."""

    widget = YearBoxes

    def __init__(self, **kwargs):
        wrong = _("Viết năm bằng bốn chữ số. Ví dụ: 2024")
        years = [WholeNumber(least=FIRST_YEAR, most=LAST_YEAR, wrong=wrong, required=False) for _end in range(2)]
        super().__init__(years, required=False, require_all_fields=False, **kwargs)

    def clean(self, value):
        first, last = (field.clean(part) for field, part in zip(self.fields, value or ["", ""], strict=True))
        if first and last and last < first:
            raise ValidationError(_("“Đến năm” phải bằng hoặc sau “Từ năm”"))
        return first, last
