"""What people type about the book of outgoing papers."""

from django import forms
from django.utils.translation import gettext_lazy as _

from cms.core.day_field import DayField, tell_today
from cms.core.models import Authority
from workflow.choices import LetterForm
from workflow.desk.forms.parts import line
from workflow.letters import FORMS
from workflow.register import papers

#: Forms that bear a number; a receipt is written at the counter and has none.
LETTERS = tuple(form for form in FORMS if form != LetterForm.RECEIPT)


class BookForm(forms.Form):
    """What part of a book: of which authority and year, between which days."""

    authority = forms.ModelChoiceField(Authority.objects.none(), label=_("Cơ quan"))
    year = forms.IntegerField(
        label=_("Năm"),
        min_value=2018,
        max_value=2099,
        widget=forms.TextInput(attrs={"inputmode": "numeric"}),
        error_messages={
            name: _("Năm gồm bốn chữ số, ví dụ 2026.") for name in ("required", "invalid", "min_value", "max_value")
        },
    )
    first = DayField(label=_("Từ ngày"), required=False)
    last = DayField(label=_("đến ngày"), required=False)
    form = forms.ChoiceField(label=_("Loại"), required=False)
    online = forms.BooleanField(label=_("Kể cả gửi trên trang này"), required=False)

    def __init__(self, data, *, authorities, day, book):
        data = data.copy()
        data.setdefault("year", str(day.year))
        if "authority" not in data and (only := authorities.first()):
            data["authority"] = str(only.pk)
        super().__init__(data, label_suffix="")
        self.fields["authority"].queryset = authorities
        self.fields["form"].choices = [("", _("Tất cả")), *((form, LetterForm(form).label) for form in LETTERS)]
        del self.fields["online" if book.code == "outgoing" else "form"]
        tell_today(self, day)

    @property
    def has_many(self) -> bool:
        return len(self.fields["authority"].queryset) > 1

    def chosen(self) -> papers.Chosen:
        told = self.cleaned_data
        return papers.Chosen(
            told["year"], told["first"], told["last"], told.get("form", ""), bool(told.get("online", False))
        )


class ExportForm(forms.Form):
    """As what, with names or without, and what for."""

    kind = forms.ChoiceField(choices=[(one, one) for one in papers.FORMATS], initial="XLSX", label=_("Loại tệp"))
    personal = forms.BooleanField(label=_("Có họ tên, địa chỉ, nội dung yêu cầu"), required=False)
    reason = line(_("Xuất để làm gì"), error=_("Hãy nói xuất sổ để làm gì."))

    def __init__(self, data=None, *, personal):
        super().__init__(data, label_suffix="", auto_id="export_%s")
        if not personal:
            del self.fields["personal"]
        self.fields["reason"].widget.use_required_attribute = lambda initial: False


class ProposeBookForm(forms.Form):
    """Ask that papers of a year be numbered here."""

    year = forms.TypedChoiceField(label=_("Năm"), coerce=int, error_messages={"required": _("Chọn năm của sổ.")})
    first_number = forms.IntegerField(
        label=_("Số bắt đầu"),
        initial=1,
        help_text=_("Sổ mới bắt đầu từ 1. Đang dùng sổ khác thì ghi số tiếp theo của sổ ấy."),
        widget=forms.TextInput(attrs={"inputmode": "numeric"}),
        error_messages={"required": _("Nhập số bắt đầu."), "invalid": _("Số bắt đầu là một số nguyên, ví dụ 1.")},
    )
    basis = line(
        _("Căn cứ"),
        help_text=_("Ví dụ: Quy chế công tác văn thư của cơ quan, số và ngày."),
        error=_("Ghi căn cứ mở sổ, ví dụ quy chế văn thư của cơ quan."),
    )

    def __init__(self, data=None, *, year):
        super().__init__(data, label_suffix="")
        self.fields["year"].choices = [(one, str(one)) for one in (year, year + 1)]
        for field in self.fields.values():
            field.widget.use_required_attribute = lambda initial: False


class DeclineBookForm(forms.Form):
    reason = line(_("Vì sao không mở sổ"), error=_("Hãy nói vì sao không mở sổ."))

    def __init__(self, data=None):
        super().__init__(data, label_suffix="", auto_id="decline_%s")
        self.fields["reason"].widget.use_required_attribute = lambda initial: False
