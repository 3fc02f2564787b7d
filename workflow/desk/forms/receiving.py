"""Receiving: valid or not, ours or not, complete or not (readings.md 7.4, 8)."""

from django import forms
from django.utils.translation import gettext_lazy as _

from catalog.choices import InfoClass
from cms.core.dates import said, short
from workflow.choices import Complexity, Field, SetAside
from workflow.desk.fields import DayField, KeptFilesField
from workflow.desk.forms.parts import complexity_choices, line, long_text, radios, select, splits_by_complexity
from workflow.desk.move_form import MoveForm
from workflow.services.entry import CORRECTABLE


class AcceptForm(MoveForm):
    complexity = radios(_("Mức độ"), help_text=_("Luật 2016 tính hạn theo mức độ."), initial=Complexity.COMPLEX)

    def shape(self):
        if splits_by_complexity(self.case):
            self.fields["complexity"].choices = complexity_choices(self.case)
        else:
            del self.fields["complexity"]

    def rule(self):
        return _("Thời hạn tính từ ngày nhận đủ %(day)s, không phải ngày bấm.") % {"day": short(self.case.complete_on)}

    def outlook(self):
        if "complexity" in self.fields:
            return ""
        return _("Trả lời chậm nhất %(day)s.") % {"day": said(self.case.due_on)}


class ProvideAtOnceForm(MoveForm):
    """Only what is already public or already cleared; anything else goes through two people (L16 Điều 29.1)."""

    answer = long_text(_("Câu trả lời cho người dân"), error=_("Hãy ghi câu trả lời cho người dân."))
    public_place = line(_("Nơi đã công khai"), required=False, help_text=_("Đường dẫn, hoặc nơi niêm yết."))
    files = KeptFilesField(label=_("Tệp đã được phép cung cấp"), many=True, required=False)
    info_class = radios(_("Loại thông tin"), error=_("Chọn loại thông tin"))
    basis = select(_("Căn cứ cung cấp"), error=_("Chọn căn cứ cung cấp"))
    field = select(_("Lĩnh vực"), required=False)

    def shape(self):
        closed = (InfoClass.CONDITIONAL, InfoClass.INACCESSIBLE)
        self.fields["info_class"].choices = [row for row in InfoClass.choices if row[0] not in closed]
        self.fields["basis"].choices = [("", "—"), *basis_choices(self.case)]
        self.fields["field"].choices = [("", "—"), *Field.choices]

    def outlook(self):
        return _("Hồ sơ kết thúc ngay. Người dân đọc câu trả lời và tải tệp bằng mã tra cứu.")


class SupplementForm(MoveForm):
    missing = long_text(
        _("Cần người dân bổ sung gì"),
        help_text=_("Mỗi thứ một dòng. Người dân đọc đúng những chữ này."),
        error=_("Hãy ghi rõ cần bổ sung gì."),
    )

    def outlook(self):
        days = self.case.authority.supplement_days
        if days:
            return _("Quy chế của cơ quan đặt hạn bổ sung %(days)s ngày.") % {"days": days}
        return _("Luật không đặt hạn bổ sung. Thời hạn trả lời chỉ chạy từ ngày nhận đủ.")


class RedirectForm(MoveForm):
    right_authority = line(
        _("Cơ quan có trách nhiệm"),
        help_text=_("Tên và địa chỉ. Ta hướng dẫn, không chuyển hộ."),
        error=_("Hãy ghi tên và địa chỉ cơ quan có trách nhiệm."),
    )

    def outlook(self):
        return _("Văn thư phát hành văn bản hướng dẫn thì hồ sơ kết thúc. Đến lúc đó thời hạn vẫn chạy.")


class ValidOnForm(MoveForm):
    day = DayField(label=_("Ngày hợp lệ đề nghị"), help_text=_("Gõ 18/11 là đủ."))
    reason = long_text(_("Vì sao không phải ngày nhận"), limit=2000, error=_("Hãy nói vì sao không phải ngày nhận."))

    def outlook(self):
        return _("Trưởng đơn vị đầu mối duyệt. Đến lúc đó hạn vẫn tính từ %(day)s.") % {
            "day": short(self.case.complete_on)
        }


class SetAsideForm(MoveForm):
    kind = radios(_("Xếp riêng vì"), SetAside.choices, error=_("Chọn trùng hay rác"))
    duplicate_of = line(_("Trùng với hồ sơ số"), limit=40, required=False, help_text=_("Ví dụ: SV-261112-0003"))
    reason = long_text(_("Vì sao"), limit=2000, error=_("Hãy nói vì sao."))

    def rule(self):
        return _("Đây không phải từ chối. Yêu cầu khó, dài hay bất tiện không phải là rác.")


class SupplyForm(MoveForm):
    text = long_text(_("Người dân bổ sung"), limit=5000, required=False)
    files = KeptFilesField(label=_("Tệp kèm theo"), role="SENT", many=True, required=False)
    on = DayField(label=_("Ngày nhận bổ sung"), help_text=_("Ngày thật nhận được, gõ 18/11 là đủ."))

    def shape(self):
        self.fields["on"].initial = self.day

    def outlook(self):
        return _("Thời hạn tính từ ngày này, nếu đã đủ.")


class LapseForm(MoveForm):
    reason = long_text(
        _("Quy định của cơ quan làm căn cứ"), limit=2000, error=_("Hãy nêu quy định của cơ quan làm căn cứ.")
    )

    def rule(self):
        return _("Luật không đặt hạn bổ sung. Chỉ quy chế của cơ quan mới cho kết thúc hồ sơ vì chờ lâu.")


class CorrectionForm(MoveForm):
    field = radios(_("Sửa ngày nào"), list(CORRECTABLE.items()), error=_("Chọn ngày cần sửa"))
    day = DayField(label=_("Ngày đúng"), help_text=_("Gõ 18/11 là đủ."))
    reason = long_text(_("Nhập sai thế nào"), limit=2000, error=_("Hãy nói nhập sai thế nào."))

    def shape(self):
        days = {"sent_on": self.case.sent_on, "received_on": self.case.received_on}
        self.fields["field"].choices = [
            (name, _("%(label)s, đang ghi %(day)s") % {"label": label, "day": short(days[name])})
            for name, label in CORRECTABLE.items()
        ]

    def rule(self):
        return _("Ngày cũ vẫn còn trong lịch sử. Ngày đã hẹn với người dân không bị rút ngắn.")

    def outlook(self):
        return _("Trưởng đơn vị đầu mối duyệt rồi mới đổi.")


class ConfirmAssistedForm(MoveForm):
    sure = forms.BooleanField(
        label=_("Người dân đã nghe đọc lại và xác nhận nội dung này"),
        error_messages={"required": _("Đánh dấu khi người dân đã xác nhận.")},
    )

    def words(self):
        return {}

    def outlook(self):
        return _("Yêu cầu được tính là gửi và nhận trong hôm nay, %(day)s.") % {"day": said(self.day)}


def basis_choices(case) -> list[tuple[str, str]]:
    """The provision bases of the law that governs this request, each with its article."""
    return [(row.code, f"{row.label} ({row.article})") for row in case.rule_set.rules.provision_bases]
