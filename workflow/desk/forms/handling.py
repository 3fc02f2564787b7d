"""Handling: whom one asks, what kind of information it is, which files may be given."""

from django import forms
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from catalog.choices import InfoClass
from cms.core.dates import said, short, weekday
from cms.core.models import Unit
from cms.law.services import current_calendar
from workflow import clock
from workflow.choices import Complexity, Field, FileRole, FileState, Inspection
from workflow.desk.fields import DayField, KeptFilesField
from workflow.desk.forms.parts import clock_goes_on, due_if, line, long_text, radios, select
from workflow.desk.forms.receiving import basis_choices
from workflow.desk.move_form import MoveForm
from workflow.models import Attachment, Consent, Consultation, Piece
from workflow.services.consents import kinds_to_ask


def units_of(case):
    return Unit.objects.filter(authority=case.authority, is_active=True)


class CollectForm(MoveForm):
    unit = forms.ModelChoiceField(
        label=_("Đơn vị chủ trì"),
        queryset=Unit.objects.none(),
        empty_label="—",
        error_messages={"required": _("Chọn đơn vị chủ trì")},
    )
    question = long_text(_("Cần đơn vị làm gì"), error=_("Hãy ghi nội dung đề nghị."))
    wanted_on = DayField(
        label=_("Cần trả lời trước ngày"),
        ahead=True,
        error_messages={"required": _("Ghi ngày cần trả lời")},
        help_text=_("Máy nhắc một lần vào buổi sáng trước ngày này."),
    )
    paper_number = line(
        _("Số, ký hiệu văn bản hỏi"), limit=60, required=False, help_text=_("Chỉ khi gửi bằng văn bản.")
    )

    def shape(self):
        self.fields["unit"].queryset = units_of(self.case)
        self.fields["wanted_on"].initial = wanted_by_default(self.day)

    def rule(self):
        return clock_goes_on(self.case)


class ConsultForm(CollectForm):
    unit = forms.ModelChoiceField(
        label=_("Đơn vị trong cơ quan"), queryset=Unit.objects.none(), required=False, empty_label="—"
    )
    body = line(_("Hoặc cơ quan khác"), required=False)
    field_order = ["unit", "body", "question", "wanted_on", "paper_number"]


def wanted_by_default(day):
    """Three working days on: the officer may choose another day."""
    return current_calendar().working_day_after(day, 3)


class AskConsentForm(MoveForm):
    """To a person concerned; by the kinds of conditional information that the request's own law knows."""

    kind = select(_("Loại thông tin có điều kiện"), error=_("Chọn loại thông tin"))
    person = line(_("Hỏi ai"), limit=200, error=_("Ghi người, tổ chức được hỏi"))
    address = line(_("Địa chỉ, cách liên hệ"), error=_("Ghi địa chỉ hoặc cách liên hệ"))
    question = long_text(
        _("Thông tin nào, cho ai, để làm gì"),
        error=_("Hãy ghi thông tin xin đồng ý."),
        help_text=_("Chỉ nói điều người được hỏi cần biết để quyết định."),
    )
    wanted_on = DayField(
        label=_("Cần trả lời trước ngày"), ahead=True, error_messages={"required": _("Ghi ngày cần trả lời")}
    )
    paper_number = line(_("Số, ký hiệu văn bản hỏi"), limit=60, required=False)

    def shape(self):
        kinds = [(row.code, f"{row.label} ({row.article})") for row in kinds_to_ask(self.case)]
        self.fields["kind"].choices = [("", "—"), *kinds]
        self.fields["wanted_on"].initial = wanted_by_default(self.day)

    def rule(self):
        return clock_goes_on(self.case)


class RecordConsentForm(MoveForm):
    consent = forms.ModelChoiceField(
        label=_("Trả lời của ai"),
        queryset=Consent.objects.none(),
        widget=forms.RadioSelect,
        empty_label=None,
        error_messages={"required": _("Chọn người trả lời")},
    )
    agreed = radios(
        _("Trả lời"), [("CO", _("Đồng ý")), ("KHONG", _("Không đồng ý"))], error=_("Chọn đồng ý hoặc không")
    )
    answered_on = DayField(label=_("Trả lời ngày"))
    answer = long_text(_("Nội dung, phạm vi đồng ý"), required=False)
    file = KeptFilesField(label=_("Văn bản trả lời"), role=FileRole.AGREEMENT, required=False)

    def shape(self):
        waiting = self.case.consents.open()
        self.fields["consent"].queryset = waiting
        self.fields["answered_on"].initial = self.day
        if len(waiting) == 1:
            self.fields["consent"].initial = waiting[0]

    def words(self):
        told = super().words()
        return told | {"agreed": told["agreed"] == "CO"}


class HandOverForm(MoveForm):
    answer = long_text(_("Gửi gì cho đầu mối"), error=_("Hãy ghi nội dung trả lời."))

    def rule(self):
        return _("Đơn vị chủ trì đã kiểm tra bí mật nhà nước, bí mật công tác và phân loại thông tin.")


class AnswerConsultationForm(MoveForm):
    consultation = forms.ModelChoiceField(
        label=_("Trả lời câu hỏi"),
        queryset=Consultation.objects.none(),
        widget=forms.RadioSelect,
        empty_label=None,
        error_messages={"required": _("Chọn câu hỏi")},
    )
    answer = long_text(_("Nội dung trả lời"), error=_("Hãy ghi nội dung trả lời."))
    file = KeptFilesField(label=_("Văn bản trả lời"), role=FileRole.OPINION, required=False)

    def shape(self):
        waiting = self.case.consultations.filter(answered_at=None).select_related("unit")
        self.fields["consultation"].queryset = waiting
        self.fields["consultation"].label_from_instance = lambda asked: f"{asked}: {asked.question}"
        if len(waiting) == 1:
            self.fields["consultation"].initial = waiting[0]


class ClassifyForm(MoveForm):
    """One piece. `?muc=` names another one, `?muc=moi` begins a new one."""

    piece = forms.ModelChoiceField(queryset=Piece.objects.none(), required=False, widget=forms.HiddenInput)
    description = long_text(_("Thông tin của mục này"), limit=5000, error=_("Hãy ghi thông tin của mục."))
    field = select(_("Lĩnh vực"), [("", "—"), *Field.choices], error=_("Chọn lĩnh vực"))
    info_class = radios(_("Loại thông tin"), InfoClass.choices, error=_("Chọn loại thông tin"))
    category = select(_("Nhóm phải công khai"), required=False, help_text=_("Chỉ khi thông tin phải được công khai."))
    basis = select(_("Căn cứ cung cấp"), required=False, help_text=_("Chọn trước khi trình cung cấp."))

    def shape(self):
        rules = self.case.rule_set.rules
        self.pieces = list(self.case.pieces.all())
        self.fields["piece"].queryset = self.case.pieces.all()
        self.fields["category"].choices = [("", "—")] + [
            (row.code, f"{row.article}: {row.label}") for row in rules.categories
        ]
        self.fields["basis"].choices = [("", "—"), *basis_choices(self.case)]
        self.shown = self._shown()
        if self.shown is not None:
            for name in ("description", "field", "info_class", "category", "basis"):
                self.fields[name].initial = getattr(self.shown, name)
            self.fields["piece"].initial = self.shown

    def _shown(self):
        wanted = self.query.get("muc", "")
        if wanted == "moi":
            return None
        by_place = {str(piece.position): piece for piece in self.pieces}
        unclassed = (piece for piece in self.pieces if not piece.info_class)
        return by_place.get(wanted) or next(unclassed, None) or self.pieces[0]


class ReclassifyForm(MoveForm):
    complexity = radios(_("Đổi thành"), error=_("Chọn mức khác với mức hiện tại."))
    reason = long_text(_("Vì sao đổi mức"), limit=2000, error=_("Hãy nói vì sao đổi mức."))

    def shape(self):
        other = Complexity.SIMPLE if self.case.complexity == Complexity.COMPLEX else Complexity.COMPLEX
        day = said(due_if(self.case, complexity=other).due_on)
        self.fields["complexity"].choices = [
            (other, _("%(level)s: hạn mới %(day)s") % {"level": other.label, "day": day})
        ]
        self.fields["complexity"].initial = other

    def rule(self):
        return _("Hạn bây giờ là %(day)s. Ngày đã hẹn với người dân không bị rút ngắn.") % {
            "day": said(self.case.due_on)
        }


class ResidencyForm(MoveForm):
    finding = long_text(_("Kết luận"), limit=500, error=_("Hãy ghi kết luận."))

    def rule(self):
        told = self.case.concern or _("chưa nói")
        return _("Người yêu cầu cho biết: %(told)s. Nơi cư trú không cản việc tiếp nhận.") % {"told": told}


class TimeLimitForm(MoveForm):
    def rule(self):
        return _("Thông báo này chậm nhất %(day)s.") % {"day": said(self.case.notice_due_on)}

    def outlook(self):
        return _("Văn bản ghi hạn trả lời %(day)s. Văn thư phát hành thì có hiệu lực.") % {
            "day": said(self.case.due_on)
        }


class ApologyForm(MoveForm):
    plain_words = long_text(
        _("Vì sao trả lời chậm"),
        help_text=_("Câu này in trong thư. Không ghi tên người khác."),
        error=_("Hãy nói rõ vì sao trả lời chậm."),
    )
    promised_on = DayField(label=_("Hẹn trả lời chậm nhất ngày"), help_text=_("Gõ 18/11 là đủ."))

    def rule(self):
        return _("Hạn theo luật là %(day)s và vẫn giữ nguyên; hồ sơ vẫn tính là chậm.") % {
            "day": said(self.case.due_on)
        }


# --- files -------------------------------------------------------------------------------------------------------
class AddFileForm(MoveForm):
    file = KeptFilesField(label=_("Tệp"), error_messages={"required": _("Chọn một tệp")})
    piece = forms.ModelChoiceField(
        label=_("Trả lời mục"), queryset=Piece.objects.none(), required=False, empty_label=_("tất cả các mục")
    )

    def shape(self):
        self.fields["piece"].queryset = self.case.pieces.all()

    def rule(self):
        return _(
            "Chọn bản sẽ giao, đã che dữ liệu cá nhân. Phần mềm tìm dữ liệu ẩn trong tệp trước khi hai người kiểm tra."
        )


class FileForm(MoveForm):
    """Which of the answer files the act is about."""

    attachment = forms.ModelChoiceField(
        label=_("Tệp"),
        queryset=Attachment.objects.none(),
        widget=forms.RadioSelect,
        empty_label=None,
        error_messages={"required": _("Chọn một tệp")},
    )

    #: Which files wait for this act.
    wanted: dict = {}

    def shape(self):
        answers = self.case.attachments.filter(role=FileRole.ANSWER, removed_at=None)
        self.all_files = list(answers.select_related("checked_by", "released_by").prefetch_related("file_findings"))
        waiting = self.waiting(answers.filter(**self.wanted))
        self.has_choice = bool(waiting)
        self.fields["attachment"].queryset = waiting
        if len(waiting) == 1:
            self.fields["attachment"].initial = waiting[0]

    def waiting(self, answers):
        return answers


class CheckFileForm(FileForm):
    seen_all = forms.BooleanField(
        label=_("Tôi đã mở và xem từng trang của bản sẽ giao, không phải bản gốc"),
        error_messages={"required": _("Mở và xem từng trang rồi đánh dấu.")},
    )
    no_secret = forms.BooleanField(
        label=_("Không có bí mật nhà nước, bí mật công tác, dữ liệu ẩn"),
        error_messages={"required": _("Chỉ xác nhận khi không còn bí mật và dữ liệu ẩn.")},
    )
    wanted = {"checked_by": None, "state": FileState.CLEAN, "inspection": Inspection.CLEAR}

    def words(self):
        return {"attachment": self.cleaned_data["attachment"]}

    def outlook(self):
        return _("Người thứ hai, ở đơn vị đầu mối, xem lại rồi mới cho giao.")


class ReleaseFileForm(CheckFileForm):
    wanted = {
        "checked_by__isnull": False,
        "released_by": None,
        "state": FileState.CLEAN,
        "inspection": Inspection.CLEAR,
    }

    def waiting(self, answers):
        found = answers.exclude(checked_by=self.by)  # never both halves (D18 Điều 7)
        # Where something was found, neither who added the file nor who brought the original.
        hand = Q(added_by=self.by) | Q(brought_by=self.by) | Q(file_findings__settled_by=self.by)
        return found.exclude(pk__in=answers.filter(hand, was_found=True).values("pk"))

    def outlook(self):
        return _("Tệp được giao khi phiếu giải quyết đã phát hành.")


class RemoveFileForm(FileForm):
    reason = long_text(_("Vì sao bỏ tệp"), limit=2000, error=_("Hãy nói vì sao bỏ tệp."))

    def outlook(self):
        return _("Tệp vẫn nằm trong hồ sơ lưu, nhưng không bao giờ được giao.")


# --- more time ---------------------------------------------------------------------------------------------------
#: What is offered in days; the maximum is always among them.
_STEPS = (3, 5, 7, 10)


class ExtensionForm(MoveForm):
    rule_cites = True

    reason_code = radios(_("Vì sao cần thêm thời gian?"), error=_("Chọn lý do gia hạn."))
    plain_words = long_text(
        _("Nói rõ cho người dân"),
        help_text=_("Câu này in trong thông báo gia hạn (mẫu 04). Không ghi tên người khác."),
        error=_("Hãy nói rõ lý do cho người dân."),
    )
    amount = forms.TypedChoiceField(
        label=_("Thêm bao nhiêu ngày?"),
        coerce=int,
        widget=forms.RadioSelect,
        error_messages={"required": _("Chọn số ngày")},
    )

    def shape(self):
        rules = self.case.rule_set.rules
        prefix = "Cần thêm thời gian để "
        self.fields["reason_code"].choices = [
            (row.code, row.label.removeprefix(prefix).capitalize()) for row in rules.extension_reasons
        ]
        self.left = clock.extension_left(self.case)
        self.rows = [self._row(n) for n in sorted({*(s for s in _STEPS if s < self.left.amount), self.left.amount})]
        self.fields["amount"].choices = [(row["amount"], row["label"]) for row in self.rows]

    def _row(self, amount):
        reckoning = clock.extended_to(self.case, amount)
        return {
            "amount": amount,
            "label": f"{amount} {self.left.unit.label}",
            "until": reckoning.due_on,
            "note": self._note(reckoning, amount),
            "provisional": reckoning.provisional,
        }

    def _note(self, reckoning, amount):
        """Why the end is not simply so many days on, or that this is the most the law gives."""
        notes = [_("mức tối đa")] if amount == self.left.amount else []
        last = [day.date for day in reckoning.days if day.counted][-1]
        if last != reckoning.due_on:
            name = weekday(last)[0].lower() + weekday(last)[1:] if last.weekday() > 4 else _("ngày nghỉ")
            notes.append(_("%(day)s là %(name)s nên lùi") % {"day": f"{last:%d/%m}", "name": name})
        return ", ".join(map(str, notes))

    @property
    def choices_with_dates(self):
        return list(zip(self["amount"], self.rows, strict=True))

    def rule(self):
        return _(
            "%(article)s: được gia hạn thêm tối đa %(left)s. "
            "Thông báo phải phát hành khi thời hạn còn chạy, chậm nhất %(day)s."
        ) % {
            "article": self.case.rule_set.rules.cite(self.left.article),
            "left": self.left,
            "day": short(self.case.due_on),
        }

    def outlook(self):
        day = short(self.case.due_on)
        if not self.case.authority.extension_needs_two:
            return _("Cơ quan không đòi người thứ hai. Đến khi văn thư cấp số và ngày, hạn vẫn là %(day)s.") % {
                "day": day
            }
        return _("Người ký duyệt. Đến khi văn thư cấp số và ngày, hạn vẫn là %(day)s.") % {"day": day}
