"""What is typed about plans, tasks, reports and reminder letters; what may follow, the services say."""

from django import forms
from django.utils.translation import gettext_lazy as _

from cms.core.dates import short
from cms.core.models import Authority, User
from home.models import Assignment
from home.plans import access, letters, reminding
from home.plans.choices import OWING, Part, Period, PlanKind
from home.plans.desk.fields import AuthoritiesField, LinkField, OneAuthorityField, SignerField, WholeField
from home.plans.issuing import PlanWords, TaskWords
from home.plans.reporting import ReportWords
from workflow.desk.fields import DayField, KeptFilesField
from workflow.desk.forms.parts import line, long_text, radios
from workflow.desk.move_form import MoveForm

_SYMBOLS = {PlanKind.PLAN: "KH", PlanKind.DIRECTIVE: "CT"}


def picked(cleaned, cls):
    """The fields of the form that the service's dataclass knows."""
    return cls(**{name: cleaned[name] for name in cls.__dataclass_fields__ if name in cleaned})


class PlanForm(MoveForm):
    """A plan before it is issued; a new one says whose it is."""

    authority = OneAuthorityField(label=_("Cơ quan ban hành"))
    kind = radios(_("Loại văn bản"), PlanKind.choices, error=_("Chọn loại văn bản."), initial=PlanKind.PLAN)
    title = long_text(
        _("Trích yếu"),
        limit=500,
        rows=2,
        error=_("Nhập trích yếu."),
        help_text=_("Ví dụ: Triển khai thi hành Luật Tiếp cận thông tin năm 2026."),
    )
    link = LinkField(label=_("Địa chỉ văn bản"), required=False)
    file = KeptFilesField(label=_("Tệp văn bản"), required=False)
    is_public = forms.BooleanField(label=_("Công khai văn bản và danh sách nhiệm vụ"), required=False, initial=True)
    shows_progress = forms.BooleanField(label=_("Công khai cả tiến độ của từng nhiệm vụ"), required=False)

    def shape(self):
        plan = self.case
        if getattr(plan, "pk", None):
            del self.fields["authority"]
            for name in ("kind", "title", "link", "is_public", "shows_progress"):
                self.fields[name].initial = getattr(plan, name)
        else:
            self.fields["authority"].queryset = Authority.objects.filter(pk__in=access.managed_by(self.by))

    def words(self):
        told = super().words()
        given = {"words": picked(told, PlanWords), "file": told["file"]}
        return given | ({"authority": told["authority"]} if "authority" in told else {})


class TaskForm(MoveForm):
    """One line of the plan's table."""

    content = long_text(_("Nhiệm vụ"), limit=2000, rows=3, error=_("Nhập nội dung nhiệm vụ."))
    leads = AuthoritiesField(
        label=_("Cơ quan chủ trì"), required=False, help_text=_("Mỗi cơ quan được chọn báo cáo riêng.")
    )
    lead_text = line(
        _("Ghi trong bảng là"),
        required=False,
        help_text=_("Ví dụ: Các sở, ban, ngành. Để trống: ghi tên từng cơ quan."),
    )
    coordinators = AuthoritiesField(label=_("Cơ quan phối hợp"), required=False)
    coordinating_text = line(_("Cơ quan phối hợp, ghi trong bảng là"), limit=500, required=False)
    period = radios(_("Báo cáo"), Period.choices, error=_("Chọn cách báo cáo."), initial=Period.ONCE)
    due_on = DayField(
        label=_("Thời hạn"),
        ahead=True,
        required=False,
        help_text=_("Với báo cáo theo kỳ: ngày nhiệm vụ kết thúc, nếu có."),
    )
    product = line(_("Sản phẩm"), limit=500, required=False)
    budget = WholeField(label=_("Kinh phí (đồng)"), required=False)
    figure_label = line(
        _("Số liệu phải báo cáo"), limit=150, required=False, help_text=_("Ví dụ: số người dự tập huấn. Để trống: không cần.")
    )  # fmt: skip

    #: The line that is changed; None for a new one.
    task = None

    def shape(self):
        offered = access.assignable(self.case.authority)
        for name in ("leads", "coordinators"):
            self.fields[name].offer(offered)
        if self.task is not None:
            for name in TaskWords.__dataclass_fields__:
                self.fields[name].initial = getattr(self.task, name)
            for name, part in (("leads", Part.LEAD), ("coordinators", Part.COORDINATING)):
                rows = self.task.assignments.filter(part=part)
                self.fields[name].initial = list(rows.values_list("authority", flat=True))

    def words(self):
        told = super().words()
        return {"words": picked(told, TaskWords), "leads": told["leads"], "coordinators": told["coordinators"]}


class IssueForm(MoveForm):
    number = line(_("Số"), limit=20, error=_("Nhập số của văn bản đã ký."))
    symbol = line(_("Ký hiệu"), limit=40, error=_("Nhập ký hiệu của văn bản."))
    issued_on = DayField(label=_("Ngày ban hành"))

    def shape(self):
        self.fields["symbol"].initial = f"{_SYMBOLS[self.case.kind]}-{self.case.authority.letter_symbol}"

    def rule(self):
        return _("Văn bản phải đã được ký. Từ lúc này mỗi cơ quan thấy việc của mình và nhận một thư báo.")


class AssignForm(MoveForm):
    authorities = AuthoritiesField(label=_("Giao thêm cho"))
    part = radios(_("Vai trò"), Part.choices, initial=Part.LEAD, error=_("Chọn vai trò."))

    task = None

    def shape(self):
        known = self.task.assignments.values("authority")
        self.fields["authorities"].offer(access.assignable(self.case.authority).exclude(pk__in=known))


class ReasonForm(MoveForm):
    reason = long_text(_("Lý do"), limit=500, rows=3, error=_("Hãy nói vì sao."))


class PublicityForm(MoveForm):
    is_public = forms.BooleanField(label=_("Công khai văn bản và danh sách nhiệm vụ"), required=False)
    shows_progress = forms.BooleanField(label=_("Công khai cả tiến độ của từng nhiệm vụ"), required=False)

    def shape(self):
        self.fields["is_public"].initial = self.case.is_public
        self.fields["shows_progress"].initial = self.case.shows_progress


class ReportForm(MoveForm):
    """The report of the running period; what was written before stands in it."""

    text = long_text(_("Kết quả thực hiện"), limit=5000, rows=8, error=_("Ghi kết quả thực hiện."))
    figure = WholeField(label=_("Số liệu"), required=False)
    link = LinkField(label=_("Địa chỉ minh chứng"), required=False)
    file = KeptFilesField(label=_("Tệp minh chứng"), required=False)
    document_number = line(_("Số, ký hiệu báo cáo giấy (nếu có)"), limit=60, required=False)

    def shape(self):
        label = self.case.task.figure_label
        if label:
            self.fields["figure"].label = _("Số liệu: %(label)s") % {"label": label}
        else:
            del self.fields["figure"]
        draft = self.case.reports.filter(state="DRAFT").first()
        if draft:
            for name in ("text", "figure", "link", "document_number"):
                if name in self.fields:
                    self.fields[name].initial = getattr(draft, name)

    def words(self):
        told = super().words()
        return {"words": picked(told, ReportWords), "file": told["file"]}


class RemindersField(forms.ModelMultipleChoiceField):
    default_error_messages = {
        "required": _("Chọn ít nhất một cơ quan chưa báo cáo."),
        "invalid_choice": _("Có việc không còn nợ báo cáo. Hãy chọn lại."),
        "invalid_pk_value": _("Có việc không còn nợ báo cáo. Hãy chọn lại."),
    }

    def label_from_instance(self, row):
        due = f", hạn {short(row.due_on)}" if row.due_on else ""
        return f"{row.authority.short_name}: nhiệm vụ {row.task.position}{due}"

    def clean(self, value):
        return list(super().clean(value))


class ReminderForm(MoveForm):
    """The letter to those that have not reported; `?viec=` of the follow-up page ticks them."""

    assignments = RemindersField(
        label=_("Đôn đốc"), queryset=Assignment.objects.none(), widget=forms.CheckboxSelectMultiple
    )
    answer_by_on = DayField(label=_("Đề nghị báo cáo trước ngày"), ahead=True)
    signer = SignerField(label=_("Người ký"), queryset=User.objects.none(), empty_label=None)
    note = long_text(_("Nói thêm"), limit=1000, rows=2, required=False)

    def shape(self):
        owing = Assignment.objects.reporting().running().filter(task__plan=self.case, state__in=OWING)
        field = self.fields["assignments"]
        field.queryset = owing.select_related("authority", "task").order_by("task__position", "authority__name")
        chosen = self.query.getlist("viec") if hasattr(self.query, "getlist") else []
        field.initial = [key for key in chosen if key.isascii() and key.isdigit()]
        people = reminding.signers_of(self.case.authority, self.day)
        self.fields["signer"].queryset = User.objects.filter(pk__in=[one.pk for one in people])

    def rule(self):
        return _("Mỗi cơ quan chỉ được đôn đốc một lần một ngày cho một việc. Văn thư cấp số rồi thư mới gửi đi.")


class NumberForm(MoveForm):
    """The registry's: what its book says."""

    number = line(_("Số"), limit=20, error=_("Nhập số theo sổ văn thư."))
    symbol = line(_("Ký hiệu"), limit=40, error=_("Nhập ký hiệu."))
    issued_on = DayField(label=_("Ngày văn bản"))

    def shape(self):
        self.fields["symbol"].initial = letters.suggested_symbol(self.case.authority)
        self.fields["issued_on"].initial = self.day

    def rule(self):
        return _("Chỉ phát hành khi %(signer)s đã ký. Phát hành xong, mỗi cơ quan nhận một thư điện tử.") % {
            "signer": self.case.signer_name
        }
