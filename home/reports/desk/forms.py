"""What is typed about periods, parts, reports and bodies outside; what may follow, the services say."""

from django import forms
from django.utils.translation import gettext_lazy as _

from cms.core.models import Authority
from home.models import OutsideBody, ReportPeriod
from home.plans.desk.fields import AuthoritiesField, OneAuthorityField
from home.plans.desk.plan_forms import ReasonForm, picked
from home.reports import access, counting, papers
from home.reports.choices import ASKED, PartKind, PeriodKind, PeriodState, Preset
from home.reports.outline import PartWords, parts_of
from home.reports.outside import BodyWords
from home.reports.periods import PeriodWords
from home.reports.writing import LONGEST
from workflow.desk.fields import DayField
from workflow.desk.forms.parts import line, long_text, radios
from workflow.desk.move_form import MoveForm

__all__ = ["ReasonForm"]
_KINDS = [(kind, label) for kind, label in PeriodKind.choices if kind != PeriodKind.THREE_YEARLY]


class PeriodForm(MoveForm):
    """A period before it is opened; a new one says whose and of which kind it is."""

    authority = OneAuthorityField(label=_("Cơ quan đặt kỳ"))
    kind = radios(_("Loại báo cáo"), _KINDS, error=_("Chọn loại báo cáo."))
    title = long_text(
        _("Trích yếu"),
        limit=300,
        rows=2,
        error=_("Nhập trích yếu của báo cáo."),
        help_text=_("Ví dụ: Kết quả thi hành Luật Tiếp cận thông tin năm 2026."),
    )
    basis = line(
        _("Căn cứ"),
        required=False,
        help_text=_("Văn bản đề nghị báo cáo, ví dụ: Công văn số 2145/STP-PBGDPL ngày 05/10/2026 của Sở Tư pháp."),
    )
    addressee = line(_("Báo cáo của cơ quan kính gửi"), limit=200, required=False)
    gathered_addressee = line(_("Báo cáo tổng hợp kính gửi"), limit=200, required=False)
    preset = radios(_("Kỳ số liệu"), Preset.choices, error=_("Chọn kỳ số liệu."), initial=Preset.STATE_YEAR)
    year = forms.IntegerField(
        label=_("Năm"),
        required=False,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "maxlength": 4}),
        error_messages={"invalid": _("Nhập năm bằng bốn chữ số.")},
        help_text=_("Với hai kỳ đặt sẵn ở trên."),
    )
    first_on = DayField(label=_("Từ ngày"), required=False, help_text=_("Khi tự chọn hai ngày."))
    last_on = DayField(label=_("Đến hết ngày"), required=False, ahead=True)
    due_on = DayField(label=_("Hạn nộp"), ahead=True)
    estimated_on = DayField(
        label=_("Số liệu ước tính đến ngày"),
        required=False,
        ahead=True,
        help_text=_("Chỉ khi hạn nộp trước ngày kỳ kết thúc."),
    )

    def shape(self):
        period = self.case
        if getattr(period, "pk", None):
            del self.fields["authority"]
            del self.fields["kind"]
            for name in PeriodWords.__dataclass_fields__:
                if name in self.fields:
                    self.fields[name].initial = getattr(period, name, None)
            if period.preset != Preset.OWN_DAYS:
                self.fields["year"].initial = period.last_on.year
                del self.fields["first_on"].initial, self.fields["last_on"].initial
                self.fields["first_on"].initial = self.fields["last_on"].initial = None
            if period.kind == PeriodKind.OWN:
                del self.fields["gathered_addressee"]
            return
        provinces, own = access.provinces_of(self.by), access.summing_for(self.by)
        self.fields["authority"].queryset = Authority.objects.filter(pk__in=provinces | own)
        offered = [one for one in _KINDS if (one[0] in ASKED and provinces) or (one[0] == PeriodKind.OWN and own)]
        self.fields["kind"].choices = offered
        self.fields["kind"].initial = offered[0][0] if offered else None
        self.fields["year"].initial = self.day.year

    def words(self):
        told = super().words()
        given = {"words": picked(told, PeriodWords)}
        return given | {name: told[name] for name in ("authority", "kind") if name in told}


class CoveredField(forms.ModelMultipleChoiceField):
    default_error_messages = {
        "required": _("Chọn các kỳ hằng năm được cộng."),
        "invalid_choice": _("Kỳ này không chọn được."),
        "invalid_pk_value": _("Kỳ này không chọn được."),
    }

    def clean(self, value):
        return list(super().clean(value))


class YearsForm(MoveForm):
    """A report of several years: which periods are added up (D18 Điều 12.3)."""

    authority = OneAuthorityField(label=_("Cơ quan đặt kỳ"))
    title = long_text(_("Trích yếu"), limit=300, rows=2, error=_("Nhập trích yếu của báo cáo."))
    basis = line(_("Căn cứ"), required=False)
    gathered_addressee = line(_("Kính gửi"), limit=200, required=False)
    covered = CoveredField(
        label=_("Cộng các kỳ"), queryset=ReportPeriod.objects.none(), widget=forms.CheckboxSelectMultiple
    )
    due_on = DayField(label=_("Hạn"), ahead=True)

    def shape(self):
        provinces = access.provinces_of(self.by)
        self.fields["authority"].queryset = Authority.objects.filter(pk__in=provinces)
        self.fields["gathered_addressee"].initial = "Bộ Tư pháp"
        self.fields["covered"].queryset = (
            ReportPeriod.objects.filter(authority__in=provinces, kind=PeriodKind.YEARLY)
            .exclude(state=PeriodState.DRAFT)
            .order_by("-last_on")
        )

    def words(self):
        told = super().words()
        given = {"words": picked(told, PeriodWords), "kind": PeriodKind.THREE_YEARLY}
        return given | {name: told[name] for name in ("authority", "covered")}


class PartForm(MoveForm):
    """One part of the outline."""

    kind = radios(_("Loại phần"), PartKind.choices, error=_("Chọn loại phần."), initial=PartKind.TEXT)
    title = line(_("Tên phần"), limit=200, error=_("Nhập tên phần."))
    hint = line(_("Gợi ý nội dung"), limit=500, required=False)
    figures = forms.MultipleChoiceField(
        label=_("Số liệu trong bảng"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("Với phần là bảng. Không chọn gì: bảng số liệu lấy tất cả, bảng so sánh lấy các số chính."),
        error_messages={"invalid_choice": _("Số liệu này không có.")},
    )

    #: The part that is changed; None for a new one.
    part = None

    def shape(self):
        self.fields["figures"].choices = [
            (one["code"], f"{one['group_label']}: {one['label']}") for one in counting.all_told()
        ]
        if self.part is not None:
            for name in PartWords.__dataclass_fields__:
                self.fields[name].initial = getattr(self.part, name)

    def words(self):
        return {"words": picked(super().words(), PartWords)}


class BodiesField(forms.ModelMultipleChoiceField):
    default_error_messages = CoveredField.default_error_messages | {"invalid_choice": _("Cơ quan này không chọn được.")}

    def __init__(self, **kwargs):
        super().__init__(queryset=OutsideBody.objects.none(), widget=forms.CheckboxSelectMultiple, **kwargs)

    def label_from_instance(self, body):
        return body.short_name

    def clean(self, value):
        return list(super().clean(value))


class AskForm(MoveForm):
    """Who must report; everybody is ticked at first."""

    authorities = AuthoritiesField(label=_("Cơ quan trong hệ thống"), required=False)
    bodies = BodiesField(label=_("Cơ quan ngoài hệ thống"), required=False)

    def shape(self):
        if self.case.kind not in ASKED:
            del self.fields["authorities"]
            del self.fields["bodies"]
            return
        known = self.case.reports.asked()
        here = access.askable(self.case.authority).exclude(pk__in=known.exclude(authority=None).values("authority"))
        self.fields["authorities"].offer(here)
        self.fields["authorities"].initial = [one.pk for one in here]
        outside = self.case.authority.outside_bodies.filter(is_active=True)
        outside = outside.exclude(pk__in=known.exclude(outside=None).values("outside"))
        self.fields["bodies"].queryset = outside
        self.fields["bodies"].initial = [one.pk for one in outside]
        if not outside:
            del self.fields["bodies"]

    def rule(self):
        if self.case.kind not in ASKED:
            return _("Mở xong, phần số liệu và phần viết nằm ở trang báo cáo.")
        return _("Mỗi cơ quan được chọn có báo cáo riêng và nhận một thư báo. Đề cương không sửa được nữa.")


class DeadlineForm(MoveForm):
    due_on = DayField(label=_("Hạn nộp mới"), ahead=True)
    reason = long_text(_("Lý do"), limit=500, rows=3, error=_("Hãy nói vì sao đổi hạn."))

    def shape(self):
        self.fields["due_on"].initial = self.case.due_on


class ReportsField(forms.ModelMultipleChoiceField):
    default_error_messages = {
        "required": _("Chọn ít nhất một cơ quan chưa nộp."),
        "invalid_choice": _("Có cơ quan không còn nợ báo cáo. Hãy chọn lại."),
        "invalid_pk_value": _("Có cơ quan không còn nợ báo cáo. Hãy chọn lại."),
    }

    def label_from_instance(self, report):
        return f"{report.body.short_name} ({report.get_state_display().lower()})"

    def clean(self, value):
        return list(super().clean(value))


class RemindForm(MoveForm):
    reports = ReportsField(label=_("Nhắc"), queryset=None, widget=forms.CheckboxSelectMultiple)

    def shape(self):
        owing = self.case.reports.asked().owing().select_related("authority", "outside")
        self.fields["reports"].queryset = owing
        self.fields["reports"].initial = [one.pk for one in owing]

    def rule(self):
        return _("Mỗi cơ quan nhận một thư điện tử, mỗi ngày nhiều nhất một lần.")


class TextsForm(MoveForm):
    """The written parts of a report, in the order of its outline."""

    def shape(self):
        kept = {one.part_id: one.text for one in self.case.texts.all()}
        for part in parts_of(self.case):
            if part.kind == PartKind.TEXT:
                self.fields[f"part_{part.pk}"] = long_text(
                    part.title, help_text=part.hint, limit=LONGEST, rows=8, required=False
                )
                self.fields[f"part_{part.pk}"].initial = kept.get(part.pk, "")

    def words(self):
        told = super().words()
        return {"texts": {int(name.removeprefix("part_")): text for name, text in told.items()}}


class NumberForm(MoveForm):
    """The registry's: what its book says."""

    number = line(_("Số"), limit=20, error=_("Nhập số theo sổ văn thư."))
    symbol = line(_("Ký hiệu"), limit=40, error=_("Nhập ký hiệu."))
    issued_on = DayField(label=_("Ngày văn bản"))

    def shape(self):
        self.fields["symbol"].initial = papers.suggested_symbol(self.case.authority)
        self.fields["issued_on"].initial = self.day

    def rule(self):
        return _("Cấp số xong, lời văn và bản PDF được giữ nguyên. Không sửa được nữa.")


class BodyForm(MoveForm):
    """A body outside: how it is called, where it is reached, by which key its files are known."""

    authority = OneAuthorityField(label=_("Cơ quan tổng hợp"))
    code = forms.SlugField(
        label=_("Mã"),
        max_length=40,
        help_text=_("Chữ không dấu, số và gạch nối; đứng trong tệp gửi về."),
        error_messages={"required": _("Nhập mã."), "invalid": _("Mã chỉ có chữ không dấu, số và gạch nối.")},
    )
    name = line(_("Tên đầy đủ"), limit=200, error=_("Nhập tên cơ quan."))
    short_name = line(_("Tên ngắn"), limit=100, error=_("Nhập tên ngắn."))
    email = forms.EmailField(
        label=_("Thư điện tử"), required=False, error_messages={"invalid": _("Địa chỉ thư điện tử chưa đúng.")}
    )
    public_key = line(
        _("Khóa công khai (Ed25519)"),
        limit=200,
        required=False,
        help_text=_("Dòng khóa do cơ quan đó trao bằng văn bản. Để trống: chỉ nhận mẫu XLSX."),
    )
    key_source = line(_("Văn bản giao khóa"), limit=200, required=False, help_text=_("Số, ngày văn bản."))
    is_active = forms.BooleanField(label=_("Còn phải báo cáo"), required=False, initial=True)

    def shape(self):
        body = self.case
        if getattr(body, "pk", None):
            del self.fields["authority"]
            for name in BodyWords.__dataclass_fields__:
                self.fields[name].initial = getattr(body, name)
            return
        self.fields["authority"].queryset = Authority.objects.filter(pk__in=access.provinces_of(self.by))

    def words(self):
        told = super().words()
        return {"words": picked(told, BodyWords)} | ({"authority": told["authority"]} if "authority" in told else {})


class FileForm(MoveForm):
    """What a body outside has sent: the form filled in, or a signed file."""

    file = forms.FileField(
        label=_("Tệp"),
        help_text=_("Mẫu XLSX đã điền, hoặc tệp JSON có chữ ký số. Không quá 10 MB."),
        error_messages={"required": _("Chọn tệp."), "empty": _("Tệp trống. Hãy chọn tệp khác.")},
    )

    def clean_file(self):
        """Everything that is amiss with it, each cell by its place; nothing is kept before all is right."""
        from home.reports import incoming

        file = self.cleaned_data["file"]
        return incoming.read(file.name, file, self.case)

    def words(self):
        return {"received": self.cleaned_data["file"]}
