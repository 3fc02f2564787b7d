"""What narrows the log: authority, person, unit, kind, period, case. Read from the address, so that a view is a link."""

from django import forms
from django.utils.translation import gettext_lazy as _

from cms.audit import kinds, log, places
from cms.core.day_field import DayField, tell_today
from cms.core.models import Authority, Unit, User

_ALL = _("Tất cả")


class LogForm(forms.Form):
    """The filter bar. A value that is none of the list's narrows nothing and is said at its field."""

    use_required_attribute = False

    def __init__(self, data, *, user, authorities, day):
        super().__init__(data, label_suffix="")
        self.user, self.authorities = user, list(authorities)
        keys = [authority.pk for authority in self.authorities]
        fields = {
            "co-quan": _choice(_("Cơ quan"), Authority.objects.filter(pk__in=keys).order_by("name"), "code"),
            "nguoi": _choice(_("Người làm"), log.people(keys)),
            "don-vi": _choice(_("Đơn vị"), log.units(keys)),
            "viec": forms.ChoiceField(
                label=_("Việc"),
                required=False,
                choices=lambda: [("", _ALL), *kinds.groups()],
                error_messages={"invalid_choice": _("Chọn một việc trong danh sách.")},
            ),
            "tu": DayField(label=_("Từ ngày"), required=False),
            "den": DayField(label=_("Đến ngày"), required=False),
            "ho-so": forms.CharField(
                label=_("Số hồ sơ, mã mục"),
                required=False,
                max_length=60,
                widget=forms.TextInput(attrs={"size": 18}),
                error_messages={"max_length": _("Số này quá dài.")},
            ),
        }
        if len(self.authorities) < 2:
            del fields["co-quan"]
        self.fields.update(fields)
        if "co-quan" in fields:
            self.fields["co-quan"].label_from_instance = lambda authority: authority.short_name
            self.fields["don-vi"].label_from_instance = lambda unit: f"{unit.name} ({unit.authority.short_name})"
        tell_today(self, day)

    def clean(self):
        cleaned = super().clean()
        first, last = cleaned.get("tu"), cleaned.get("den")
        if first and last and last < first:
            self.add_error("den", _("Ngày này phải từ ngày %(first)s trở đi.") % {"first": f"{first:%d/%m/%Y}"})
        return cleaned

    @property
    def chosen(self) -> list[Authority]:
        """The authorities looked at: the one that was chosen, else all in reach."""
        one = self.cleaned_data.get("co-quan")
        return [one] if one else self.authorities

    @property
    def wanted(self) -> log.Wanted:
        typed = self.cleaned_data
        number = typed.get("ho-so", "").strip()
        person: User | None = typed.get("nguoi")
        unit: Unit | None = typed.get("don-vi")
        return log.Wanted(
            person=person.pk if person else None,
            unit=unit,
            kinds=kinds.of_group(typed.get("viec", "")),
            first=typed.get("tu"),
            last=typed.get("den"),
            subjects=tuple(places.find(self.user, number)) if number else None,
        )


def _choice(label, rows, by="pk"):
    return forms.ModelChoiceField(
        rows,
        label=label,
        required=False,
        empty_label=_ALL,
        to_field_name=by,
        error_messages={"invalid_choice": _("Chọn một dòng trong danh sách.")},
    )


class SaveForm(forms.Form):
    """A name for the present view."""

    use_required_attribute = False

    name = forms.CharField(
        label=_("Tên cách xem"),
        max_length=40,
        help_text=_("Ví dụ: Ai xem số giấy tờ. Trùng tên thì cách xem mới thay cách xem cũ."),
        error_messages={
            "required": _("Nhập tên cách xem."),
            "max_length": _("Tên cách xem dài nhất 40 ký tự."),
        },
    )
    query = forms.CharField(widget=forms.HiddenInput, required=False, max_length=2000)

    def slip(self, error):
        self.add_error(error.field if error.field in self.fields else None, str(error))
