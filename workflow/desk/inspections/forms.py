"""What people type about an inspection decision and about what it found."""

from django import forms
from django.utils.translation import gettext_lazy as _

from cms.core.day_field import DayField, tell_today
from cms.core.models import Authority, User
from workflow import access
from workflow.desk.forms.parts import line, long_text, radios
from workflow.models import InformationRequest
from workflow.remedy_choices import FindingKind, Handling
from workflow.services import inspections
from workflow.services.inspections import DecisionFacts, Found


class PlainForm(forms.Form):
    """A short form; `thing` is the decision or the finding, whose version the person looked at."""

    seen = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args, day, thing=None, user=None, **kwargs):
        self.thing, self.user = thing, user
        super().__init__(*args, label_suffix="", **kwargs)
        tell_today(self, day)
        for field in self.fields.values():
            field.widget.use_required_attribute = lambda initial: False
        self.fields["seen"].initial = getattr(thing, "version", None)
        self.shape()

    def shape(self):
        """Fit the fields to the thing."""

    def words(self) -> dict:
        return {name: value for name, value in self.cleaned_data.items() if name != "seen"}

    def slip(self, error) -> None:
        self.add_error(error.field if error.field in self.fields else None, str(error))


class DecisionForm(PlainForm):
    number = line(_("Số, ký hiệu"), limit=60, error=_("Ghi số, ký hiệu quyết định."))
    dated_on = DayField(label=_("Ngày quyết định"))
    body = line(_("Cơ quan ra quyết định"), limit=200, error=_("Ghi cơ quan ra quyết định."))
    title = line(_("Trích yếu"), error=_("Ghi trích yếu."))
    authorities = forms.ModelMultipleChoiceField(
        Authority.objects.none(), label=_("Cơ quan được kiểm tra"), widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Chọn ít nhất một cơ quan được kiểm tra.")},
    )  # fmt: skip
    period_first = DayField(label=_("Hồ sơ nhận từ ngày"))
    period_last = DayField(label=_("đến ngày"), ahead=True)
    since_on = DayField(label=_("Được mở hồ sơ từ ngày"), ahead=True)
    until_on = DayField(label=_("đến hết ngày"), ahead=True, help_text=_("Hết ngày này, quyền tự hết."))
    inspectors = forms.ModelMultipleChoiceField(
        User.objects.none(), label=_("Thành viên đoàn"), widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Chọn ít nhất một người.")},
    )  # fmt: skip

    def shape(self):
        self.fields["authorities"].queryset = Authority.objects.order_by("name")
        people = [one.pk for one in inspections.people_who_may_inspect()]
        self.fields["inspectors"].queryset = User.objects.filter(pk__in=people).order_by("first_name", "pk")

    def facts(self) -> DecisionFacts:
        return DecisionFacts(**{name: self.cleaned_data[name] for name in DecisionFacts.__dataclass_fields__})


class NothingForm(PlainForm):
    """The page says what will happen, the button does it."""


class ReasonForm(PlainForm):
    reason = long_text(_("Lý do"), limit=500, error=_("Nêu lý do."))


class FindingForm(PlainForm):
    authority = forms.ModelChoiceField(
        Authority.objects.none(), label=_("Cơ quan"), error_messages={"required": _("Chọn cơ quan.")}
    )
    kind = radios(_("Là"), FindingKind.choices, error=_("Chọn vi phạm, thiếu sót hoặc kiến nghị."))
    what = long_text(
        _("Điều phát hiện"), limit=2000, help_text=_("Không ghi tên người dân."), error=_("Ghi điều phát hiện.")
    )
    article = line(_("Điều luật"), limit=200, required=False)
    case_number = line(_("Số hồ sơ, nếu về một hồ sơ"), limit=40, required=False)
    wanted = long_text(_("Việc phải làm"), limit=2000, error=_("Ghi việc phải làm."))
    follow_up_on = DayField(label=_("Phải xong trước ngày"), ahead=True)

    def shape(self):
        self.fields["authority"].queryset = Authority.objects.filter(inspections__inspection=self.thing)

    def clean_case_number(self):
        number = self.cleaned_data["case_number"]
        if not number:
            return None
        found = access.visible_to(self.user, InformationRequest.objects.filter(code__iexact=number.strip())).first()
        if found is None:
            raise forms.ValidationError(_("Không thấy hồ sơ này trong phạm vi kiểm tra."))
        return found

    def words(self):
        told = super().words()
        return {"authority": told.pop("authority"), "found": Found(info_request=told.pop("case_number"), **told)}


class HandledForm(PlainForm):
    handling = radios(_("Đã xử lý bằng"), Handling.choices, error=_("Chọn cách đã xử lý."))
    words_ = long_text(_("Đã làm gì, số văn bản nếu có"), limit=2000, error=_("Ghi đã làm gì, số văn bản nếu có."))
    handled_on = DayField(label=_("Xử lý ngày"))

    def words(self):
        told = super().words()
        return told | {"words": told.pop("words_")}

    def slip(self, error):
        self.add_error(
            "words_" if error.field == "words" else error.field if error.field in self.fields else None, str(error)
        )
