"""Papers leave, money comes in, information is given (readings.md 8.2)."""

from django import forms
from django.utils.translation import gettext_lazy as _

from cms.core.dates import short
from cms.core.display import amount as in_dong
from workflow import letters
from workflow.choices import DecisionKind, DecisionState, FileRole, LetterState
from workflow.desk.fields import DayField, KeptFilesField
from workflow.desk.forms.parts import clock_goes_on, line, long_text
from workflow.desk.move_form import MoveForm
from workflow.models import Decision, Letter, Payment
from workflow.services import numbering
from workflow.services.payments import cost_of, left_to_pay


class IssueForm(MoveForm):
    """Number, symbol and day as they stand in the authority's own book. `?van-ban=` names another draft.

    Where the book is kept here, the number is shown and never read from the browser.
    """

    letter = forms.ModelChoiceField(queryset=Letter.objects.none(), widget=forms.HiddenInput)
    number = line(_("Số"), limit=20, help_text=_("Theo sổ văn thư."), error=_("Nhập số theo sổ văn thư."))
    symbol = line(_("Ký hiệu"), limit=40, error=_("Nhập ký hiệu theo sổ văn thư."))
    issued_on = DayField(label=_("Ngày văn bản"), help_text=_("Gõ 18/11 là đủ."))
    late_reason = line(
        _("Vì sao hôm nay mới ghi"), limit=300, required=False, help_text=_("Chỉ khi ngày văn bản trước hôm nay.")
    )
    file = KeptFilesField(
        label=_("Bản đã ký, đóng dấu"),
        role=FileRole.SIGNED,
        required=False,
        help_text=_("Không bắt buộc. PDF, không quá 10 MB."),
    )

    def shape(self):
        waiting = self.case.letters.filter(state=LetterState.DRAFT, replaces=None)
        self.drafts = list(waiting.select_related("decision", "authority"))
        self.fields["letter"].queryset = waiting
        wanted = self.query.get("van-ban", "")
        self.shown = next(
            (one for one in self.drafts if str(one.pk) == wanted), self.drafts[0] if self.drafts else None
        )
        if self.shown is not None:
            self.fields["letter"].initial = self.shown
            self.fields["symbol"].initial = letters.suggested_symbol(self.shown)
        self.fields["issued_on"].initial = self.day
        self.book = numbering.book_of(self.case.authority, self.day)
        if self.book is not None:
            for name in ("number", "issued_on", "late_reason"):
                del self.fields[name]

    @property
    def next_number(self) -> str:
        """05: what the paper would bear if nobody is faster."""
        return f"{numbering.next_of(self.book):02d}"

    @property
    def preview(self) -> str:
        """The paper as it will leave, without number and day yet."""
        return letters.render(self.shown)

    def rule(self):
        if self.book is not None:
            return _(
                "Sổ năm %(year)s giữ tại đây. Bấm phát hành thì văn bản lấy số tiếp theo, ngày hôm nay %(day)s, "
                "có hiệu lực và không sửa được nữa."
            ) % {"year": str(self.book.year), "day": short(self.day)}
        return _("Từ khi có số, ký hiệu và ngày, văn bản có hiệu lực và không sửa được nữa.")


class PaymentForm(MoveForm):
    amount = forms.IntegerField(
        label=_("Số tiền (đồng)"),
        min_value=1,
        max_value=2_000_000_000,
        widget=forms.TextInput(attrs={"inputmode": "numeric"}),
    )
    paid_on = DayField(label=_("Ngày trả"))
    receipt_number = line(_("Số biên lai, chứng từ"), limit=60, error=_("Ghi số biên lai hoặc chứng từ."))

    def shape(self):
        self.cost, self.left = cost_of(self.case), left_to_pay(self.case)
        self.fields["amount"].initial = self.left
        self.fields["paid_on"].initial = self.day

    def rule(self):
        words = {"amount": in_dong(self.cost), "left": in_dong(self.left)}
        if self.left < self.cost:
            return _("Phiếu giải quyết ghi %(amount)s, còn phải trả %(left)s. Trả đủ rồi mới giao.") % words
        return _("Phiếu giải quyết ghi %(amount)s. Trả đủ rồi mới giao; trả làm nhiều lần thì ghi từng lần.") % words

    def outlook(self):
        return clock_goes_on(self.case)


class _PaidForm(MoveForm):
    payment = forms.ModelChoiceField(
        label=_("Lần trả"),
        queryset=Payment.objects.none(),
        widget=forms.RadioSelect,
        empty_label=None,
        error_messages={"required": _("Chọn một lần trả")},
    )

    def shape(self):
        standing = self.case.payments.standing()
        field = self.fields["payment"]
        field.queryset = standing
        field.label_from_instance = lambda paid: (
            _("%(amount)s ngày %(day)s, chứng từ %(receipt)s")
            % {
                "amount": in_dong(paid.amount),
                "day": short(paid.paid_on),
                "receipt": paid.receipt_number,
            }
        )
        if len(standing) == 1:
            field.initial = standing[0]


class WithdrawPaymentForm(_PaidForm):
    reason = line(_("Ghi nhầm thế nào"), limit=300, error=_("Hãy nói vì sao."))

    def outlook(self):
        return _("Hồ sơ trở lại bước chờ trả chi phí. Người dân được báo.")


class RefundForm(_PaidForm):
    refund_number = line(_("Số chứng từ hoàn trả"), limit=60, error=_("Ghi số chứng từ hoàn trả."))
    refunded_on = DayField(label=_("Ngày hoàn trả"))
    reason = line(_("Vì sao hoàn trả"), limit=300, error=_("Hãy nói vì sao."))

    def shape(self):
        super().shape()
        self.fields["refunded_on"].initial = self.day


class ProvideForm(MoveForm):
    given_on = DayField(label=_("Ngày giao"))
    how = long_text(
        _("Đã giao thế nào"),
        required=False,
        limit=2000,
        help_text=_("Giao giấy hoặc xem tại trụ sở thì ghi rõ. Tệp đã cho giao thì người dân tải bằng mã tra cứu."),
    )

    def shape(self):
        self.fields["given_on"].initial = self.day
        self.released = list(self.case.attachments.released())

    def rule(self):
        if not self.released:
            return _("Chưa có tệp nào được cho giao. Nếu giao giấy, hãy ghi đã giao gì.")
        return _("Sẽ giao: %(names)s.") % {"names": ", ".join(file.name for file in self.released)}

    def outlook(self):
        return _("Hồ sơ kết thúc. Kết quả lấy từ kết quả các mục.")


class PostedForm(MoveForm):
    letter = forms.ModelChoiceField(
        label=_("Văn bản"),
        queryset=Letter.objects.none(),
        widget=forms.RadioSelect,
        empty_label=None,
        error_messages={"required": _("Chọn văn bản đã gửi")},
    )
    posted_on = DayField(label=_("Ngày gửi bưu điện"))

    def shape(self):
        waiting = self.case.letters.filter(state=LetterState.ISSUED, posted_on=None)
        self.fields["letter"].queryset = waiting
        if len(waiting) == 1:
            self.fields["letter"].initial = waiting[0]
        self.fields["posted_on"].initial = self.day


class _DecisionForm(MoveForm):
    decision = forms.ModelChoiceField(
        label=_("Đề xuất"),
        queryset=Decision.objects.none(),
        widget=forms.RadioSelect,
        empty_label=None,
        error_messages={"required": _("Chọn một đề xuất")},
    )
    kinds = tuple(DecisionKind)

    def shape(self):
        waiting = self.case.decisions.filter(state=DecisionState.PROPOSED, kind__in=self.kinds)
        field = self.fields["decision"]
        field.queryset = waiting.select_related("proposed_by")
        field.label_from_instance = lambda d: _("%(what)s, %(who)s trình") % {"what": what(d), "who": d.proposed_by}
        wanted = self.query.get("de-xuat", "")
        chosen = [decision for decision in waiting if str(decision.pk) == wanted] or list(waiting)
        if len(chosen) == 1:
            field.initial = chosen[0]


def what(decision) -> str:
    """Từ chối, Gia hạn: the act in the words of a list."""
    return decision.get_outcome_display() if decision.kind == DecisionKind.ANSWER else decision.get_kind_display()


class ReturnForm(_DecisionForm):
    reason = long_text(_("Cần sửa gì"), limit=2000, error=_("Hãy nói cần sửa gì."))

    def outlook(self):
        return _("Hồ sơ không đổi. Người trình đọc lý do và trình lại.")


class SignatureForm(_DecisionForm):
    kinds = (DecisionKind.ANSWER, DecisionKind.EXTENSION)

    signer_name = line(_("Người ký"), limit=100, error=_("Ghi họ tên và chức vụ người ký."))
    signer_post = line(_("Chức vụ"), limit=100, error=_("Ghi họ tên và chức vụ người ký."))
    signed_on = DayField(label=_("Ngày ký"))
    file = KeptFilesField(label=_("Bản đã ký"), role=FileRole.SIGNED, required=False)

    def shape(self):
        super().shape()
        self.fields["signed_on"].initial = self.day

    def rule(self):
        return _("Người trình không tự ghi nhận. Lịch sử ghi cả người ký và người ghi nhận.")

    def outlook(self):
        return _("Văn bản còn chờ văn thư cấp số, ngày. Đến lúc đó thời hạn vẫn chạy.")
