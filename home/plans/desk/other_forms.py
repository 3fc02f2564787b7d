"""What is typed about reviews of legal documents and about difficulties."""

from django import forms
from django.utils.translation import gettext_lazy as _

from cms.core.models import Authority, Unit
from home.models import Task
from home.plans import access
from home.plans.choices import PlanState, Proposal, ReviewState
from home.plans.desk.fields import AuthoritiesField, OneAuthorityField
from home.plans.desk.plan_forms import picked
from home.plans.reviewing import ReviewWords
from workflow.desk.fields import DayField
from workflow.desk.forms.parts import line, long_text, radios
from workflow.desk.move_form import MoveForm


# --- reviews -----------------------------------------------------------------------------------------------------
class RoundForm(MoveForm):
    authority = OneAuthorityField(label=_("Cơ quan tổng hợp"))
    title = line(_("Nội dung rà soát"), error=_("Nhập nội dung rà soát."))
    due_on = DayField(label=_("Hạn gửi bảng"), ahead=True)
    authorities = AuthoritiesField(label=_("Cơ quan phải rà soát"))

    def shape(self):
        managed = Authority.objects.filter(pk__in=access.managed_by(self.by))
        self.fields["authority"].queryset = managed
        offered = [access.assignable(one).values("pk") for one in managed]
        self.fields["authorities"].offer(Authority.objects.filter(pk__in=set().union(*_keys(offered))))


def _keys(querysets):
    return [{row["pk"] for row in rows} for rows in querysets]


class AskMoreForm(MoveForm):
    authorities = AuthoritiesField(label=_("Đề nghị thêm"))

    def shape(self):
        known = self.case.sheets.values("authority")
        self.fields["authorities"].offer(access.assignable(self.case.authority).exclude(pk__in=known))


class ReviewForm(MoveForm):
    proposal = radios(_("Đề xuất"), Proposal.choices, error=_("Chọn đề xuất."))
    number = line(_("Số, ký hiệu"), limit=60, required=False, help_text=_("Bỏ trống khi đề xuất ban hành mới."))
    issued_on = DayField(label=_("Ngày ban hành"), required=False)
    issuer = line(_("Cơ quan ban hành"), limit=200, required=False)
    title = long_text(_("Tên văn bản"), limit=500, rows=2, error=_("Nhập tên văn bản."))
    provisions = line(_("Điều, khoản"), required=False)
    reason = long_text(_("Lý do"), limit=2000, error=_("Nhập lý do."))

    #: The text that is changed; None for a new one.
    review = None

    def shape(self):
        if self.review is not None:
            for name in ReviewWords.__dataclass_fields__:
                self.fields[name].initial = getattr(self.review, name)

    def words(self):
        return {"words": picked(super().words(), ReviewWords)}


class ReleaseSheetForm(MoveForm):
    found_nothing = forms.BooleanField(label=_("Không có văn bản nào cần đề xuất"), required=False)

    def rule(self):
        return _("Bảng đã gửi thì không sửa được nữa, trừ khi cơ quan tổng hợp trả lại.")


class DecideForm(MoveForm):
    state = radios(
        _("Kết quả xem xét"),
        [one for one in ReviewState.choices if one[0] != ReviewState.PROPOSED],
        error=_("Chọn kết quả xem xét."),
    )
    outcome = long_text(_("Ý kiến, hoặc số văn bản đã xử lý"), limit=1000, rows=3, required=False)

    review = None

    def shape(self):
        self.fields["outcome"].initial = self.review.outcome


# --- difficulties ------------------------------------------------------------------------------------------------
class DifficultyForm(MoveForm):
    unit = forms.ModelChoiceField(
        label=_("Đơn vị báo cáo"),
        queryset=Unit.objects.none(),
        error_messages={"required": _("Chọn đơn vị."), "invalid_choice": _("Chọn đơn vị trong danh sách.")},
    )
    task = forms.ModelChoiceField(
        label=_("Nhiệm vụ liên quan (nếu có)"),
        queryset=Task.objects.none(),
        required=False,
        error_messages={"invalid_choice": _("Chọn nhiệm vụ trong danh sách.")},
    )
    title = line(_("Vướng mắc, trong một câu"), limit=200, error=_("Nói vướng mắc trong một câu."))
    text = long_text(_("Khó khăn gặp phải"), error=_("Kể rõ khó khăn gặp phải."))
    proposal = long_text(_("Kiến nghị"), limit=2000, required=False)

    def shape(self):
        mine = self.by.authorities_as(access.WRITERS)
        units = Unit.objects.filter(authority__in=mine, is_active=True).select_related("authority")
        own = self.by.units_as(access.WRITERS) if not self.by.authorities_as(access.MANAGERS) else set()
        if own:
            units = units.filter(pk__in=own)
        self.fields["unit"].queryset = units
        self.fields["unit"].label_from_instance = lambda unit: f"{unit} ({unit.authority.short_name})"
        tasks = Task.objects.filter(assignments__authority__in=mine, plan__state=PlanState.ISSUED, closed_at=None)
        self.fields["task"].queryset = tasks.select_related("plan").distinct()
        self.fields["task"].label_from_instance = lambda task: f"{task.plan.label}, nhiệm vụ {task.position}: {task}"

    def words(self):
        told = super().words()
        return told | {"authority": told["unit"].authority}


class ForwardForm(MoveForm):
    opinion = long_text(_("Ý kiến khi chuyển"), limit=1000, rows=3, required=False)

    def rule(self):
        above = self.case.held_by.parent
        return _("Chuyển đến %(above)s. Từ lúc này cấp trên phải trả lời.") % {"above": above} if above else ""


class AnswerForm(MoveForm):
    text = long_text(_("Trả lời"), limit=5000, rows=6, error=_("Nhập câu trả lời."))


class PublishForm(MoveForm):
    question = line(
        _("Câu hỏi khi công bố"), error=_("Viết câu hỏi."), help_text=_("Không nêu tên cơ quan, người hỏi.")
    )

    def shape(self):
        self.fields["question"].initial = self.case.title

    def rule(self):
        return _("Câu hỏi này và câu trả lời sẽ hiện cho mọi người: %(answer)s") % {"answer": self.case.answer}
