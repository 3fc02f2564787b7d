"""Which authority and which days: a preset, or days of one's own."""

from django import forms
from django.db import models
from django.utils.translation import gettext_lazy as _

from cms.core.day_field import DayField, tell_today
from cms.core.figures import Period
from cms.core.models import Authority

FIRST_YEAR = 2018  # the law of 2016 came into force in 2018


class Preset(models.TextChoices):
    STATE_YEAR = "nam-bao-cao", _("Năm báo cáo (15/12 đến 14/12)")
    CALENDAR_YEAR = "nam", _("Năm dương lịch")
    QUARTER = "quy", _("Quý")
    MONTH = "thang", _("Tháng")
    OWN_DAYS = "ngay", _("Từ ngày đến ngày")


class ScopeForm(forms.Form):
    """Without an address of its own it means: every authority in reach, in the reporting year of today."""

    authority = forms.ModelChoiceField(
        Authority.objects.none(), label=_("Cơ quan"), required=False, to_field_name="code", empty_label=_("Tất cả")
    )
    preset = forms.ChoiceField(
        label=_("Kỳ"), choices=Preset.choices, error_messages={"invalid_choice": _("Chọn kỳ trong danh sách.")}
    )
    year = forms.TypedChoiceField(
        label=_("Năm"), coerce=int, error_messages={"invalid_choice": _("Chọn năm trong danh sách.")}
    )
    quarter = forms.TypedChoiceField(
        label=_("Quý"), coerce=int, required=False, empty_value=None, choices=[(n, str(n)) for n in range(1, 5)]
    )
    month = forms.TypedChoiceField(
        label=_("Tháng"), coerce=int, required=False, empty_value=None, choices=[(n, str(n)) for n in range(1, 13)]
    )
    first = DayField(label=_("Từ ngày"), required=False)
    last = DayField(label=_("Đến hết ngày"), required=False, ahead=True)

    def __init__(self, data, *, authorities, day):
        told = {
            "preset": Preset.STATE_YEAR,
            "year": _reporting_year_of(day),
            "quarter": (day.month + 2) // 3,
            "month": day.month,
        }
        super().__init__(told | {name: data[name] for name in self.base_fields if name in data}, label_suffix="")
        self.fields["authority"].queryset = authorities
        self.fields["year"].choices = [(year, str(year)) for year in range(day.year + 1, FIRST_YEAR - 1, -1)]
        tell_today(self, day)

    @property
    def has_many(self) -> bool:
        return len(self.fields["authority"].queryset) > 1

    def clean(self):
        told = super().clean()
        if told.get("preset") != Preset.OWN_DAYS or self.errors:
            return told
        for name in ("first", "last"):
            if not told.get(name):
                self.add_error(name, _("Nhập ngày, ví dụ 18/11"))
        if not self.errors and told["first"] > told["last"]:
            self.add_error("last", _("Ngày cuối phải từ ngày đầu trở đi."))
        return told

    @property
    def period(self) -> Period:
        told = self.cleaned_data
        year = told["year"]
        if told["preset"] == Preset.OWN_DAYS:
            return Period(told["first"], told["last"])
        if told["preset"] == Preset.QUARTER:
            return Period.quarter(year, told["quarter"] or 1)
        if told["preset"] == Preset.MONTH:
            return Period.month(year, told["month"] or 1)
        named = Period.reporting_year if told["preset"] == Preset.STATE_YEAR else Period.calendar_year
        return named(year)

    @property
    def authorities(self) -> list[Authority]:
        chosen = self.cleaned_data["authority"]
        return [chosen] if chosen else list(self.fields["authority"].queryset)

    def query(self) -> dict[str, str]:
        """The choice as an address carries it on; days only where they are typed."""
        names = ["authority", "preset", "year", "quarter", "month", "first", "last"]
        return {name: str(self.data[name]) for name in names if self.data.get(name)}


def _reporting_year_of(day) -> int:
    return day.year if day in Period.reporting_year(day.year) else day.year + 1
