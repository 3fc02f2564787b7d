"""Forms of wordings and frequent answers. They hold what a service asks for; rules stand in the services."""

from django import forms
from django.utils.translation import gettext_lazy as _

from cms.core.errors import DomainError
from workflow.choices import AnswerUse
from workflow.desk.forms.parts import line, long_text, select
from workflow.letters import wording
from workflow.services import frequent_answers


class PlainForm(forms.Form):
    """Without the browser's own bubbles, which speak another language."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, label_suffix="", **kwargs)
        for field in self.fields.values():
            field.widget.use_required_attribute = lambda initial: False

    def put(self, error: DomainError) -> None:
        """Show a service's sentences where they belong."""
        field = error.field if error.field in self.fields else None
        for sentence in getattr(error, "slips", None) or [str(error)]:
            self.add_error(field, sentence)


class WordingForm(PlainForm):
    text = long_text(
        _("Câu chữ"),
        help_text=_("Mỗi dòng là một đoạn. Từ khóa trong ngoặc nhọn được thay bằng dữ liệu của hồ sơ."),
        limit=wording.LONGEST,
        rows=14,
        error=_("Hãy ghi câu chữ của văn bản."),
    )
    reason = line(_("Vì sao đổi"), error=_("Hãy nêu vì sao đổi câu chữ."))

    def __init__(self, *args, form, **kwargs):
        self.letter_form = form
        super().__init__(*args, **kwargs)

    def clean_text(self):
        text = wording.tidy(self.cleaned_data["text"])
        if slips := wording.slips(self.letter_form, text):
            raise forms.ValidationError(slips)
        return text


class ReasonForm(PlainForm):
    reason = long_text(_("Vì sao không duyệt"), limit=300, error=_("Cần nêu lý do không duyệt."))


class AnswerForm(PlainForm):
    use = select(_("Dùng khi"), [("", "—"), *AnswerUse.choices], error=_("Chọn nơi dùng."))
    title = line(
        _("Tên gọi"),
        limit=80,
        help_text=_("Vài chữ để chọn trong danh sách. Ví dụ: Thiếu năm và địa điểm"),
        error=_("Hãy đặt tên gọi."),
    )
    text = long_text(
        _("Nội dung"),
        limit=frequent_answers.LONGEST,
        rows=8,
        help_text=_("Không ghi tên, địa chỉ của người dân. Cán bộ chèn rồi sửa cho đúng hồ sơ."),
        error=_("Hãy ghi nội dung."),
    )
