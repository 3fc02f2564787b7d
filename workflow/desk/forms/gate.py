"""The ways out for a file that is held: the clean copy, a redacted one, or a word that it is meant for everybody."""

from django import forms
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from workflow.choices import FileRole
from workflow.desk.fields import KeptFilesField
from workflow.desk.forms.parts import line, long_text, select
from workflow.desk.move_form import MoveForm
from workflow.models import Attachment, FileFinding

#: Rows for parts taken out; a person who took out more writes them together.
PARTS = 4


class _GateForm(MoveForm):
    """About one file of the case, named in the address."""

    attachment = forms.ModelChoiceField(
        queryset=Attachment.objects.none(),
        widget=forms.HiddenInput,
        error_messages={"required": _("Chọn một tệp"), "invalid_choice": _("Tệp này không còn chờ xử lý.")},
    )

    def shape(self):
        self.fields["attachment"].queryset = self.waiting()
        wanted = self.query.get("tep", "")
        if wanted.isascii() and wanted.isdigit() and len(wanted) < 10:
            self.fields["attachment"].initial = self.waiting().filter(pk=wanted).first()

    def waiting(self):
        return self.case.attachments.held()

    @cached_property
    def file_row(self):
        """The file that the page is about; None where the address names none."""
        if not self.is_bound:
            return self.fields["attachment"].initial
        return getattr(self, "cleaned_data", {}).get("attachment")

    @property
    def hidden(self):
        return self.file_row.file_findings.filter(settled="") if self.file_row else ()

    @property
    def clean_copy(self):
        found = self.file_row.made.filter(role=FileRole.COPY, removed_at=None) if self.file_row else None
        return found.order_by("-pk").first() if found is not None else None

    def clean(self):
        cleaned = super().clean()
        for error in self.errors.pop("attachment", ()):  # the field is hidden: said at the top
            self.add_error(None, error)
        return cleaned


class ChooseCopyForm(_GateForm):
    seen_copy = forms.BooleanField(
        label=_("Tôi đã mở bản làm sạch: phần nhìn thấy giống bản gốc"),
        error_messages={"required": _("Mở bản làm sạch, xem từng trang rồi đánh dấu.")},
    )

    def words(self):
        return {"attachment": self.cleaned_data["attachment"]}

    def outlook(self):
        return _("Bản gốc ở lại cơ quan. Người cho giao phải là người khác, không phải người đã thêm tệp.")


class RedactedForm(_GateForm):
    file = KeptFilesField(label=_("Bản đã che"), error_messages={"required": _("Chọn bản đã che")})

    def shape(self):
        super().shape()
        grounds = [("", "—"), *((ground.code, ground.label) for ground in self.case.rule_set.rules.grounds)]
        for number in range(1, PARTS + 1):
            wanted = number == 1
            self.fields[f"place_{number}"] = line(
                _("Phần %(number)s: ở đâu") % {"number": number},
                help_text=_("Ví dụ: trang 3, dòng 12") if wanted else "",
                limit=200,
                required=wanted,
                error=_("Ghi đã che ở đâu"),
            )
            self.fields[f"what_{number}"] = line(
                _("Đã che gì"),
                help_text=_("Nói loại thông tin, không chép lại nội dung đã che") if wanted else "",
                limit=500,
                required=wanted,
                error=_("Ghi đã che gì"),
            )
            self.fields[f"ground_{number}"] = select(_("Căn cứ"), grounds, required=wanted, error=_("Chọn căn cứ"))
        for name in self.fields:
            self.fields[name].widget.use_required_attribute = lambda initial: False

    def waiting(self):
        return self.case.attachments.filter(role=FileRole.ANSWER, removed_at=None)

    def clean(self):
        for number in range(2, PARTS + 1):
            names = (f"place_{number}", f"what_{number}", f"ground_{number}")
            given = [bool(self.cleaned_data.get(name)) for name in names]
            if any(given) and not all(given):
                self.add_error(names[given.index(False)], _("Điền cả ba ô: ở đâu, đã che gì, căn cứ."))
        return super().clean()

    def words(self):
        told = super().words()
        rows = ((told[f"place_{n}"], told[f"what_{n}"], told[f"ground_{n}"]) for n in range(1, PARTS + 1))
        return {
            "attachment": told["attachment"],
            "file": told["file"],
            "parts": [row for row in rows if all(row)],
        }

    def rule(self):
        return _("Che bằng cách in ra, che, quét lại; hoặc xóa hẳn chữ. Ô đen vẽ đè lên chữ không che được chữ.")

    def outlook(self):
        return _("Bản gốc ở lại cơ quan. Bản che cũng được tìm dữ liệu ẩn rồi mới tới hai người kiểm tra.")


class MeanPublicForm(MoveForm):
    finding = forms.ModelChoiceField(
        queryset=FileFinding.objects.none(),
        widget=forms.HiddenInput,
        error_messages={"required": _("Chọn một điều"), "invalid_choice": _("Điều này không còn chờ xử lý.")},
    )
    reason = long_text(
        _("Vì sao nội dung này được công khai?"), limit=1000, error=_("Nói vì sao nội dung này được công khai.")
    )

    def shape(self):
        waiting = FileFinding.objects.filter(attachment__in=self.case.attachments.held(), settled="", holds=False)
        self.fields["finding"].queryset = waiting
        wanted = self.query.get("dieu", "")
        if wanted.isascii() and wanted.isdigit() and len(wanted) < 10:
            self.fields["finding"].initial = waiting.filter(pk=wanted).first()

    @cached_property
    def _finding(self):
        if not self.is_bound:
            return self.fields["finding"].initial
        return getattr(self, "cleaned_data", {}).get("finding")

    @property
    def file_row(self):
        return self._finding.attachment if self._finding else None

    @property
    def hidden(self):
        return [self._finding] if self._finding else ()

    def clean(self):
        cleaned = super().clean()
        for error in self.errors.pop("finding", ()):
            self.add_error(None, error)
        return cleaned

    def outlook(self):
        return _("Người thứ hai đọc lý do này và xác nhận khi cho giao tệp.")
