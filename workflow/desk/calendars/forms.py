"""Forms of the calendar and the rule sets. What they hold is only what a service asks for; rules stand in the services."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from cms.law.choices import DayCode
from cms.law.models import CalendarChange, CalendarDay, CalendarYear
from cms.law.reading import LARGEST_FILE
from cms.law.workdays import SpecialDay
from workflow.desk.fields import DayField

ORDINARY = "ORDINARY"
_DAYS_OFF = [(code.value, code.label) for code in DayCode]
KINDS = [("", _("Chọn loại ngày")), *_DAYS_OFF]
KINDS_WITH_ORDINARY = [*KINDS, (ORDINARY, _("Ngày thường (bỏ dòng đang có)"))]
FEWEST_ROWS, MOST_ROWS, MORE_ROWS = 2, 12, 2


def _longest(model, name: str) -> int:
    return model._meta.get_field(name).max_length


class QuietForm(forms.Form):
    """Told its day; no bubble of the browser's, which speaks another language and names no remedy."""

    def __init__(self, *args, day, **kwargs):
        super().__init__(*args, label_suffix="", **kwargs)
        self.shape()
        for field in self.fields.values():
            field.widget.use_required_attribute = lambda initial: False
            if isinstance(field, DayField):
                field.today = day

    def shape(self):
        """Add fields that are not always there."""


class DayForm(QuietForm):
    """One day of a draft, entered or corrected."""

    date = DayField(label=_("Ngày"), error_messages={"required": _("Nhập ngày, ví dụ 30/04/2027")}, ahead=True)
    code = forms.ChoiceField(label=_("Loại ngày"), choices=KINDS, error_messages={"required": _("Chọn loại ngày")})
    name = forms.CharField(
        label=_("Tên"),
        max_length=_longest(CalendarDay, "name"),
        help_text=_("Ví dụ: Tết Âm lịch; Làm bù cho thứ Sáu 02/01"),
        error_messages={"required": _("Nhập tên ngày nghỉ hoặc ngày làm bù")},
    )
    notice_number = forms.CharField(
        label=_("Số thông báo"), max_length=_longest(CalendarDay, "notice_number"), required=False
    )
    source = forms.CharField(label=_("Căn cứ, nơi đăng"), max_length=_longest(CalendarDay, "source"), required=False)

    def special_day(self) -> SpecialDay:
        return SpecialDay(**self.cleaned_data | {"code": DayCode(self.cleaned_data["code"])})


class ConfirmForm(QuietForm):
    """Against which notice the second person checked the days."""

    source = forms.CharField(
        label=_("Số, ngày thông báo đã đối chiếu"),
        max_length=_longest(CalendarYear, "source"),
        help_text=_("Ví dụ: Thông báo 9441/TB-BNV ngày 15/10/2026"),
        error_messages={"required": _("Nhập số, ngày của thông báo đã đối chiếu")},
    )


class ReasonForm(QuietForm):
    """Why a proposal is not followed."""

    reason = forms.CharField(
        label=_("Lý do"), max_length=300, error_messages={"required": _("Nêu lý do, một câu là đủ")}
    )


class ChangeForm(QuietForm):
    """Days of confirmed years by a notice. Rows are plain fields; a button asks for more of them, without script."""

    notice_number = forms.CharField(
        label=_("Số thông báo"),
        max_length=_longest(CalendarChange, "notice_number"),
        error_messages={"required": _("Nhập số thông báo")},
    )
    source = forms.CharField(
        label=_("Nguồn"),
        max_length=_longest(CalendarChange, "source"),
        help_text=_("Nơi đăng thông báo, ví dụ: Cổng thông tin điện tử Chính phủ"),
        error_messages={"required": _("Nhập nơi đăng thông báo")},
    )
    reason = forms.CharField(
        label=_("Lý do"),
        max_length=_longest(CalendarChange, "reason"),
        help_text=_("Ví dụ: Hoán đổi ngày làm việc dịp 24/11"),
        error_messages={"required": _("Nhập lý do thay đổi")},
    )

    def __init__(self, *args, rows=FEWEST_ROWS, **kwargs):
        self.count = rows
        super().__init__(*args, **kwargs)

    def shape(self):
        for number in range(self.count):
            self.fields |= _row_fields(number)

    @property
    def rows(self) -> list[tuple[int, list]]:
        """The days' fields, row by row."""
        return [(number + 1, [self[f"{part}_{number}"] for part in _PARTS]) for number in range(self.count)]

    @property
    def paper(self) -> list:
        return [self[name] for name in ("notice_number", "source", "reason")]

    @property
    def may_grow(self) -> bool:
        return self.count < MOST_ROWS

    def clean(self):
        cleaned, seen = super().clean(), {}
        for number in range(self.count):
            day = cleaned.get(f"date_{number}")
            self._check_row(number, cleaned)
            if day in seen:
                self.add_error(f"date_{number}", _("Ngày này đã có ở dòng %(row)s") % {"row": seen[day] + 1})
            elif day:
                seen[day] = number
        if not seen and not self.errors:
            self.add_error("date_0", _("Nhập ít nhất một ngày"))
        return cleaned

    def _check_row(self, number, cleaned):
        day, code, name = (cleaned.get(f"{part}_{number}") for part in _PARTS)
        names = [f"{part}_{number}" for part in _PARTS]
        if not any((day, code, name)) or self.errors.keys() & set(names):
            return
        if not day:
            self.add_error(names[0], _("Nhập ngày, ví dụ 23/11"))
        if not code:
            self.add_error(names[1], _("Chọn loại ngày"))
        elif code != ORDINARY and not name:
            self.add_error(names[2], _("Nhập tên, ví dụ: Nghỉ hoán đổi với thứ Bảy 28/11"))

    def words(self) -> dict:
        """What `propose_day_change` and the preview are told."""
        days = {}
        for number in range(self.count):
            day, code, name = (self.cleaned_data[f"{part}_{number}"] for part in _PARTS)
            if day:
                days[day] = None if code == ORDINARY else SpecialDay(day, DayCode(code), name)
        paper = {field.name: self.cleaned_data[field.name] for field in self.paper}
        return {"changes": days} | paper


_PARTS = ("date", "code", "name")


def rows_of(typed: str, more: int = 0) -> int:
    """How many rows the page had, and so many more; never more than one page holds."""
    count = int(typed) if typed.isascii() and typed.isdigit() and len(typed) < 4 else FEWEST_ROWS
    return max(FEWEST_ROWS, min(count + more, MOST_ROWS))


def _row_fields(number: int) -> dict[str, forms.Field]:
    longest = _longest(CalendarDay, "name")
    return {
        f"date_{number}": DayField(label=_("Ngày"), required=False, ahead=True),
        f"code_{number}": forms.ChoiceField(label=_("Loại ngày"), choices=KINDS_WITH_ORDINARY, required=False),
        f"name_{number}": forms.CharField(label=_("Tên"), max_length=longest, required=False),
    }


class RuleSetForm(QuietForm):
    """A rule-set file; what is wrong with it the reader names."""

    source = forms.FileField(
        label=_("Tệp TOML"),
        widget=forms.FileInput(attrs={"accept": ".toml"}),
        help_text=_("Mỗi con số phải kèm điều luật. Tải tệp của bộ đang dùng về làm mẫu."),
        error_messages={
            "required": _("Chọn tệp TOML của bộ quy định"),
            "missing": _("Chọn tệp TOML của bộ quy định"),
            "empty": _("Tệp này trống"),
            "invalid": _("Chọn lại tệp rồi gửi lần nữa"),
        },
    )

    def clean_source(self):
        chosen = self.cleaned_data["source"]
        if chosen.size > LARGEST_FILE:
            raise ValidationError(_("Tệp lớn hơn %(size)s kB.") % {"size": LARGEST_FILE // 1024})
        return chosen.read()
