"""Proposals and decisions about what becomes of cases after their end."""

from django import forms
from django.utils.translation import gettext_lazy as _

from cms.law.reading import retention_lists
from workflow.choices import LettersFate, RetentionKind
from workflow.desk.forms.parts import line, long_text, radios, select


class _Form(forms.Form):
    use_required_attribute = False

    def __init__(self, *args, **kwargs):
        super().__init__(*args, label_suffix="", **kwargs)

    def slip(self, error):
        self.add_error(error.field if error.field in self.fields else None, str(error))


def _reason():
    return long_text(
        _("Căn cứ, lý do"),
        limit=500,
        rows=2,
        help_text=_("Không ghi tên hay liên hệ của người yêu cầu: lời này được giữ lại sau khi xóa."),
        error=_("Ghi căn cứ, lý do."),
    )


def _letters():
    return radios(
        _("Văn bản đã phát hành"),
        LettersFate.choices,
        help_text=_("Bản PDF không che được nên luôn bị xóa; số, ngày và dấu nội dung vẫn còn."),
        required=False,
    )


class DueForm(_Form):
    """The same reason for every case that is ticked."""

    reason = _reason()
    letters = _letters()

    def __init__(self, *args, kind, **kwargs):
        super().__init__(*args, **kwargs)
        if kind != RetentionKind.ERASE:
            del self.fields["letters"]


class ProposeForm(_Form):
    """One proposal about one case."""

    kind = radios(_("Việc"), RetentionKind.choices, error=_("Chọn việc cần làm."))
    letters = _letters()
    reason = _reason()

    def __init__(self, *args, kinds, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["kind"].choices = [row for row in RetentionKind.choices if row[0] in kinds]
        if RetentionKind.ERASE not in kinds:
            del self.fields["letters"]


class DeclineForm(_Form):
    reason = long_text(
        _("Vì sao không đồng ý"), limit=500, rows=2, required=False, help_text=_("Chỉ cần khi không đồng ý.")
    )


class ScheduleForm(_Form):
    code = select(_("Bảng thời hạn"), error=_("Chọn một bảng thời hạn."))
    basis = line(
        _("Văn bản của cơ quan"),
        help_text=_("Số, ngày quyết định hoặc quy chế mà cơ quan dùng bảng này."),
        error=_("Ghi số, ngày văn bản của cơ quan."),
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["code"].choices = [(code, one.title) for code, one in retention_lists().items()]
