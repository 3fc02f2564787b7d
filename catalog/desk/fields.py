"""Fields that the forms of the catalog share: several files, links line by line, forms of publication."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from catalog.choices import PublicationForm
from cms.core.files import MAX_COUNT, MAX_SIZE, TOO_LARGE

_LONGEST_URL = 500


class SeveralFiles(forms.ClearableFileInput):
    allow_multiple_selected = True
    template_name = "django/forms/widgets/file.html"


class FilesField(forms.FileField):
    """Up to five uploads; what is in them the services look at."""

    widget = SeveralFiles

    def clean(self, data, initial=None):
        uploads = [one for one in (data if isinstance(data, list | tuple) else [data]) if one]
        if len(uploads) > MAX_COUNT:
            raise ValidationError(_("Mỗi lần chọn tối đa 5 tệp."))
        if any(upload.size > MAX_SIZE for upload in uploads):
            raise ValidationError(TOO_LARGE)
        return uploads


class LinksField(forms.CharField):
    """One address a line, with its name before a stroke where it has one: "Công báo số 12 | https://…"."""

    widget = forms.Textarea

    def __init__(self, **kwargs):
        super().__init__(
            required=False,
            max_length=5_000,
            help_text=_("Mỗi dòng một đường dẫn. Muốn đặt tên: Tên | https://…"),
            **kwargs,
        )
        self.widget.attrs["rows"] = 2

    def clean(self, value):
        rows = []
        for line in super().clean(value).splitlines():
            label, stroke, url = line.rpartition("|")
            url = url.strip()
            if not url:
                continue
            if len(url) > _LONGEST_URL or len(label.strip()) > 200:
                raise ValidationError(_("Đường dẫn hoặc tên đường dẫn quá dài."))
            rows.append((label.strip() if stroke else "", url))
        return rows

    def prepare_value(self, value):
        if isinstance(value, list):
            return "\n".join(f"{label} | {url}" if label else url for label, url in value)
        return value


class FormsField(forms.MultipleChoiceField):
    """Forms of publication, kept as codes between blanks."""

    widget = forms.CheckboxSelectMultiple

    def __init__(self, **kwargs):
        super().__init__(choices=PublicationForm.choices, required=False, **kwargs)

    def clean(self, value):
        codes = super().clean(value)
        return f" {' '.join(codes)} " if codes else ""

    def prepare_value(self, value):
        return value.split() if isinstance(value, str) else value
