"""What may still happen to an issued paper: its signed copy, its withdrawal, its replacement."""

from django import forms
from django.utils.translation import gettext_lazy as _

from workflow import letters
from workflow.choices import FileRole, LetterState, RecallKind, RecallState
from workflow.desk.fields import KeptFilesField
from workflow.desk.forms.delivering import IssueForm
from workflow.desk.forms.parts import long_text, radios
from workflow.desk.move_form import MoveForm
from workflow.models import Letter, LetterRecall


def _issued_field():
    return forms.ModelChoiceField(
        label=_("Văn bản"),
        queryset=Letter.objects.none(),
        widget=forms.RadioSelect,
        empty_label=None,
        error_messages={"required": _("Chọn văn bản.")},
    )


def _offer(field, found):
    field.queryset = found
    if len(found) == 1:
        field.initial = found[0]


class SignedCopyForm(MoveForm):
    letter = _issued_field()
    file = KeptFilesField(
        label=_("Bản đã ký, đóng dấu"),
        role=FileRole.SIGNED,
        help_text=_("Bản quét có màu hoặc PDF đã ký số, không quá 10 MB."),
        error_messages={"required": _("Chọn bản đã ký, đóng dấu ở dạng PDF.")},
    )

    def shape(self):
        _offer(self.fields["letter"], self.case.letters.filter(state=LetterState.ISSUED))


class ProposeRecallForm(MoveForm):
    letter = _issued_field()
    kind = radios(_("Việc"), RecallKind.choices, error=_("Chọn thu hồi hay thay thế."))
    reason = long_text(
        _("Lý do"),
        limit=1000,
        help_text=_("Người dân đọc được lý do này ở trang tra cứu."),
        error=_("Ghi lý do. Người dân đọc được lý do này."),
    )

    def shape(self):
        asked = self.case.recalls.exclude(state=RecallState.DECLINED).values("letter")
        _offer(self.fields["letter"], self.case.letters.filter(state=LetterState.ISSUED).exclude(pk__in=asked))

    def outlook(self):
        return _("Văn bản chưa đổi cho đến khi người ký duyệt. Hạn và kết quả hồ sơ không đổi.")


class DecideRecallForm(MoveForm):
    recall = forms.ModelChoiceField(
        label=_("Đề nghị"),
        queryset=LetterRecall.objects.none(),
        widget=forms.RadioSelect,
        empty_label=None,
        error_messages={"required": _("Chọn một đề nghị.")},
    )
    approved = forms.TypedChoiceField(
        label=_("Quyết định"),
        choices=[("yes", _("Duyệt")), ("no", _("Không duyệt"))],
        coerce=lambda value: value == "yes",
        widget=forms.RadioSelect,
        error_messages={"required": _("Chọn duyệt hay không duyệt.")},
    )
    decline_reason = long_text(_("Vì sao không duyệt"), limit=1000, rows=3, required=False)

    def shape(self):
        waiting = self.case.recalls.filter(state=RecallState.PROPOSED).select_related("letter", "proposed_by")
        _offer(self.fields["recall"], waiting)
        self.fields["recall"].label_from_instance = lambda one: _("%(what)s, %(who)s trình. Lý do: %(why)s") % {
            "what": f"{one.get_kind_display()}: {one.letter}", "who": one.proposed_by, "why": one.reason,
        }  # fmt: skip


class IssueReplacementForm(IssueForm):
    """The same facts for a paper that stands in for another."""

    def shape(self):
        super().shape()
        self.drafts = list(self.case.letters.filter(state=LetterState.DRAFT, replaces__isnull=False))
        self.fields["letter"].queryset = self.case.letters.filter(state=LetterState.DRAFT, replaces__isnull=False)
        self.shown = self.drafts[0] if self.drafts else None
        if self.shown is not None:
            self.fields["letter"].initial = self.shown
            self.fields["symbol"].initial = letters.suggested_symbol(self.shown)
        self.fields.pop("late_reason", None)
