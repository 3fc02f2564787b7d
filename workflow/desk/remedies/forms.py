"""What people type about a complaint, a lawsuit or a denunciation; what may follow, the table of moves says."""

from django import forms
from django.utils.translation import gettext_lazy as _

from catalog.desk.fields import FilesField
from cms.core.day_field import DayField, tell_today
from cms.core.models import Authority, User
from cms.core.roles import WHOLE_AUTHORITY_ROLES
from workflow import access
from workflow.choices import LetterState
from workflow.desk.forms.parts import NothingToFill, line, long_text, radios, select
from workflow.desk.move_form import MoveForm
from workflow.models import Remedy
from workflow.remedy_choices import (
    INSTANCES,
    RemedyAbout,
    RemedyChannel,
    RemedyInstance,
    RemedyKind,
    RemedyStatus,
)
from workflow.services import remedies
from workflow.services.remedies import Lodged

__all__ = ["MoveForm", "NothingToFill"]


def _kinds():
    """Khiếu nại: lần đầu … as one choice: no pair that the law does not know."""
    return [
        (f"{kind}:{level}", RemedyKind(kind).label if len(levels) == 1 else f"{kind.label}: {level.label.lower()}")
        for kind, levels in INSTANCES.items()
        for level in levels
    ]


def people_of(authority, roles=WHOLE_AUTHORITY_ROLES):
    return User.objects.filter(
        is_active=True, role_holdings__role__in=roles, role_holdings__authority=authority
    ).distinct().order_by("first_name")  # fmt: skip


class EntryForm(forms.Form):
    """What came on paper. Everything about a denouncer stays empty otherwise."""

    matter = select(_("Loại việc"), _kinds(), error=_("Chọn loại việc."))
    about = select(_("Về việc"), RemedyAbout.choices, error=_("Chọn về việc gì."))
    channel = select(_("Cách đến"), RemedyChannel.choices, error=_("Chọn cách đến."))
    received_on = DayField(label=_("Ngày nhận"), help_text=_("Thời hạn tính từ ngày sau ngày này."))
    words = long_text(_("Nội dung"), limit=5000, rows=6, error=_("Ghi nội dung."))
    letter = forms.ModelChoiceField(None, label=_("Văn bản bị khiếu nại, khởi kiện"), required=False)
    against = forms.ModelChoiceField(
        None,
        label=_("Người bị khiếu nại, tố cáo"),
        required=False,
        help_text=_("Người này không tham gia giải quyết; tố cáo thì không thấy."),
    )
    previous = forms.ModelChoiceField(None, label=_("Việc trước đó"), required=False)
    body = line(_("Nơi giải quyết"), required=False, help_text=_("Khiếu nại lần hai: cơ quan. Khởi kiện: tòa án."))
    denouncer_name = line(_("Họ tên người tố cáo"), required=False, limit=100, help_text=_("Chỉ ghi khi là tố cáo."))
    denouncer_contact = line(_("Điện thoại, thư của người tố cáo"), required=False, limit=200)
    denouncer_address = line(_("Địa chỉ người tố cáo"), required=False)
    files = FilesField(label=_("Giấy tờ kèm theo"), required=False)

    def __init__(self, *args, case, user, day, **kwargs):
        super().__init__(*args, label_suffix="", **kwargs)
        tell_today(self, day)
        self.fields["letter"].queryset = case.letters.filter(state=LetterState.ISSUED).defer("html")
        self.fields["against"].queryset = people_of(case.authority)
        seen = access.visible_remedies(user, Remedy.objects.filter(info_request=case))
        self.fields["previous"].queryset = seen.exclude(kind=RemedyKind.DENUNCIATION)
        for field in self.fields.values():
            field.widget.use_required_attribute = lambda initial: False

    def lodged(self) -> Lodged:
        told = {name: value for name, value in self.cleaned_data.items() if name not in ("matter", "files")}
        kind, _colon, level = self.cleaned_data["matter"].partition(":")
        return Lodged(kind=RemedyKind(kind), level=RemedyInstance(level), **told)

    def slip(self, error) -> None:
        """Put what the service refused where it happened."""
        name = "matter" if error.field == "level" else error.field
        self.add_error(name if name in self.fields else None, str(error))


class AcceptForm(MoveForm):
    accepted_on = DayField(label=_("Ngày"), error_messages={"required": _("Ghi ngày.")})


class ProposeForm(MoveForm):
    outcome = radios(_("Kết quả"), error=_("Chọn kết quả."))
    answer = long_text(
        _("Lý do, căn cứ"), limit=5000, rows=6, help_text=_("Người khiếu nại đọc được ở trang tra cứu."),
        error=_("Nêu lý do, căn cứ của kết quả."),
    )  # fmt: skip
    measures = long_text(
        _("Việc phải làm"), limit=2000, required=False, help_text=_("Khi chấp nhận: cơ quan sửa bằng cách nào.")
    )
    paper_number = line(_("Số văn bản của nơi giải quyết"), limit=60, required=False)
    paper_on = DayField(label=_("Ngày văn bản"), required=False)

    def shape(self):
        for name in ("outcome", "answer", "measures", "paper_number", "paper_on"):
            self.fields[name].initial = getattr(self.case, name)
        self.fields["outcome"].choices = [(one, one.label) for one in remedies.outcomes_of(self.case)]
        if self.case.is_ours:
            del self.fields["paper_number"], self.fields["paper_on"]


class DecideForm(MoveForm):
    paper_number = line(_("Số quyết định, thông báo"), limit=60, required=False)
    paper_on = DayField(label=_("Ngày văn bản"), required=False)

    def shape(self):
        if not self.case.is_ours or self.case.outcome == RemedyStatus.WITHDRAWN:
            del self.fields["paper_number"], self.fields["paper_on"]


class ReasonForm(MoveForm):
    reason = long_text(_("Lý do"), limit=500, error=_("Nêu lý do."))


class LengthenForm(MoveForm):
    paper = line(_("Số, ngày văn bản và lý do"), limit=200, error=_("Ghi số, ngày văn bản và lý do."))


class PapersForm(MoveForm):
    files = FilesField(label=_("Giấy tờ"), required=False)


class NameReaderForm(MoveForm):
    reader = forms.ModelChoiceField(None, label=_("Người được xem"), error_messages={"required": _("Chọn một người.")})
    reason = line(_("Để làm gì"), error=_("Nêu giao để làm gì."))

    def shape(self):
        people = people_of(self.case.authority).exclude(pk__in=[self.by.pk, self.case.against_id or 0])
        self.fields["reader"].queryset = people


class DropReaderForm(MoveForm):
    reader = forms.ModelChoiceField(None, label=_("Người thôi xem"), error_messages={"required": _("Chọn một người.")})

    def shape(self):
        named = self.case.readers.filter(ended_at=None).values("user")
        self.fields["reader"].queryset = User.objects.filter(pk__in=named)


class RegisterForm(forms.Form):
    """What part of the book: of which authority, received when, of which kind."""

    authority = forms.ModelChoiceField(None, label=_("Cơ quan"))
    first = DayField(label=_("Nhận từ ngày"), required=False)
    last = DayField(label=_("đến ngày"), required=False)
    kind = forms.ChoiceField(label=_("Loại"), required=False, choices=[("", _("Tất cả")), *RemedyKind.choices])

    def __init__(self, data, *, authorities):
        authorities = Authority.objects.filter(pk__in=authorities).order_by("name")
        data = data.copy()
        if "authority" not in data and (only := authorities.first()):
            data["authority"] = only.pk
        super().__init__(data, label_suffix="")
        self.fields["authority"].queryset = authorities
