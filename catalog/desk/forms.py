"""What people type about an item; what may follow, the services say."""

from datetime import datetime, time

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from catalog import access
from catalog.choices import Digitising, InfoClass, UpdateCycle
from catalog.desk.fields import FilesField, FormsField, LinksField
from catalog.models import ItemGroup
from catalog.services import drafts, groups
from cms.core.day_field import DayField, tell_today
from cms.core.models import Authority, Unit
from cms.law.choices import Unit as TermUnit
from cms.law.services import rule_set_on

OPEN_TO_DRAFTS = [choice for choice in InfoClass.choices if choice[0] != InfoClass.INACCESSIBLE]


def long_text(label, *, help_text="", limit=2000, rows=3, required=True):
    return forms.CharField(
        label=label, help_text=help_text, max_length=limit, required=required, widget=forms.Textarea({"rows": rows})
    )


def line(label, *, help_text="", limit=300, required=True):
    return forms.CharField(label=label, help_text=help_text, max_length=limit, required=required)


class DeskForm(forms.Form):
    """Fields named as the service's arguments. `by` is who fills it in, `day` today."""

    def __init__(self, *args, by, day, **kwargs):
        self.by, self.day = by, day
        super().__init__(*args, label_suffix="", **kwargs)
        tell_today(self, day)
        for field in self.fields.values():
            field.widget.use_required_attribute = lambda initial: False
        self.shape()

    def shape(self):
        """Fit choices to the item and to who fills it in."""

    def slip(self, error):
        """Put what a service refused where it happened."""
        self.add_error(error.field if error.field in self.fields else None, str(error))


class ActForm(DeskForm):
    """A form of one act on an item. `seen` is the version that was looked at."""

    seen = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args, item, **kwargs):
        self.item = item
        super().__init__(*args, **kwargs)
        self.fields["seen"].initial = item.version

    def words(self) -> dict:
        """What the verb is told, files aside."""
        return {name: value for name, value in self.cleaned_data.items() if name != "files"}


class NothingToFill(ActForm):
    pass


class CheckForm(ActForm):
    no_secret = forms.BooleanField(label=_("Tôi đã đọc: không có bí mật nhà nước, bí mật công tác"), required=False)
    no_personal = forms.BooleanField(
        label=_("Tôi đã đọc: không có dữ liệu cá nhân, bí mật kinh doanh ngoài phần được phép công khai"),
        required=False,
    )


class PublishForm(ActForm):
    """Now, or at a time to come."""

    on = DayField(label=_("Hẹn ngày đăng"), ahead=True, required=False, help_text=_("Để trống: đăng ngay."))
    clock = forms.TimeField(
        label=_("Giờ"), required=False, help_text=_("Ví dụ 8:00. Để trống: 7:00."), input_formats=["%H:%M", "%H"]
    )

    def words(self):
        on = self.cleaned_data["on"]
        at = timezone.make_aware(datetime.combine(on, self.cleaned_data["clock"] or time(7))) if on else None
        return {"seen": self.cleaned_data["seen"], "go_live_at": at}


class ReasonForm(ActForm):
    reason = long_text(_("Lý do"), limit=500)


class SendBackForm(ActForm):
    reason = long_text(_("Cần sửa gì"), limit=500)


class WithdrawForm(ActForm):
    reason = long_text(
        _("Lý do gỡ"), limit=500, help_text=_("Hiện công khai ở địa chỉ của mục. Không nhắc lại nội dung sai.")
    )


class ClassifyForm(ActForm):
    info_class = forms.ChoiceField(label=_("Loại thông tin"), choices=OPEN_TO_DRAFTS, widget=forms.RadioSelect)
    category = forms.ChoiceField(label=_("Điểm của Điều 17.1"), required=False)
    conditional_kind = forms.ChoiceField(label=_("Loại điều kiện"), required=False)
    consent_of = line(_("Ai phải đồng ý"), required=False)
    reason = long_text(_("Lý do phân loại"), limit=500)

    def shape(self):
        draft = drafts.draft_of(self.item)
        _law_choices(self, draft.rule_set.rules)
        for name in ("info_class", "category", "conditional_kind", "consent_of"):
            self.fields[name].initial = getattr(draft, name)


def _law_choices(form, rules):
    """The law's own lists: points of Điều 17.1, kinds of condition."""
    points = [(one.code, f"{one.point}) {one.label}") for one in rules.categories]
    form.fields["category"].choices = [("", _("(không thuộc điểm nào)")), *points]
    kinds = [(one.code, one.label) for one in rules.conditional_kinds]
    form.fields["conditional_kind"].choices = [("", _("(không có điều kiện)")), *kinds]


class ContentForm(ActForm):
    """The whole of an item's content, in the order in which a document is described."""

    title = line(_("Tên thông tin"), limit=500)
    number = line(_("Số, ký hiệu"), limit=100, required=False)
    created_on = DayField(label=_("Ngày tạo ra"))
    summary = long_text(_("Tóm tắt"), required=False)
    info_class = forms.ChoiceField(label=_("Loại thông tin"), choices=OPEN_TO_DRAFTS)
    category = forms.ChoiceField(label=_("Điểm của Điều 17.1"), required=False)
    group = forms.ModelChoiceField(ItemGroup.objects.none(), label=_("Nhóm của cơ quan"), required=False)
    originating_unit = forms.ModelChoiceField(Unit.objects.none(), label=_("Đơn vị tạo ra"))
    originating_name = line(_("Nơi tạo ra, nếu ngoài cơ quan"), limit=200, required=False)
    responsible_unit = forms.ModelChoiceField(Unit.objects.none(), label=_("Đơn vị chịu trách nhiệm công khai"))
    legal_basis = line(_("Căn cứ pháp lý"), required=False, help_text=_("Số văn bản và điều"))
    links = LinksField(label=_("Đường dẫn"))
    files = FilesField(label=_("Thêm tệp"), required=False)
    without = forms.MultipleChoiceField(label=_("Bỏ tệp"), required=False, widget=forms.CheckboxSelectMultiple)
    event = line(_("Sự kiện bắt đầu thời hạn"), limit=200, required=False)
    event_on = DayField(label=_("Ngày của sự kiện"), required=False, help_text=_("Để trống: tính từ ngày tạo ra."))
    term_amount = forms.IntegerField(
        label=_("Thời hạn theo luật riêng"), required=False, min_value=0, max_value=999,
        help_text=_("Để trống: 05 ngày làm việc."),
    )  # fmt: skip
    term_unit = forms.ChoiceField(
        label=_("Tính theo"), required=False,
        choices=[("", "–"), *((unit.value, unit.label) for unit in TermUnit)],
    )  # fmt: skip
    until_on = DayField(label=_("Công khai đến hết ngày"), ahead=True, required=False)
    until_words = line(_("Thời hạn công khai, bằng chữ"), limit=100, required=False)
    update_cycle = forms.ChoiceField(label=_("Chu kỳ cập nhật"), choices=UpdateCycle.choices)
    keywords = line(_("Từ khóa"), required=False)
    language = forms.ChoiceField(
        label=_("Ngôn ngữ"),
        choices=[("vi", _("Tiếng Việt")), ("en", _("Tiếng Anh")), ("tay", _("Tày")), ("hmn", _("Mông")),
                 ("km", _("Khmer")), ("cjm", _("Chăm")), ("rad", _("Ê Đê"))],
    )  # fmt: skip
    access_rights = line(_("Quyền truy cập"), limit=200, required=False)
    conditional_kind = forms.ChoiceField(label=_("Loại điều kiện"), required=False)
    consent_of = line(_("Ai phải đồng ý"), required=False)
    digitising = forms.ChoiceField(label=_("Số hóa"), choices=Digitising.choices)
    paper_place = line(_("Nơi giữ bản giấy"), limit=200, required=False)
    names_people = forms.BooleanField(label=_("Có nêu tên người"), required=False)
    permitted_fields = line(_("Các cột được phép công khai"), required=False)
    reason = long_text(_("Lý do thay đổi"), limit=500, required=False, rows=2)
    # Last: below its own name the class body no longer reaches django.forms.
    forms = FormsField(label=_("Hình thức công khai"))

    FACTS = (
        "title", "number", "created_on", "summary", "info_class", "category", "group", "originating_unit",
        "originating_name", "responsible_unit", "legal_basis", "forms", "event", "event_on", "term_amount", "term_unit",
        "until_on", "until_words", "update_cycle", "keywords", "language", "access_rights", "conditional_kind",
        "consent_of", "digitising", "paper_place", "names_people", "permitted_fields",
    )  # fmt: skip

    def shape(self):
        draft = drafts.draft_of(self.item)
        _law_choices(self, draft.rule_set.rules)
        units = Unit.objects.filter(authority=self.item.authority_id, is_active=True)
        self.fields["originating_unit"].queryset = self.fields["responsible_unit"].queryset = units
        self.fields["group"].queryset = ItemGroup.objects.filter(authority=self.item.authority_id, is_active=True)
        there = list(self.item.files.drafted())
        self.fields["without"].choices = [(str(file.pk), file.name) for file in there]
        if not there:
            del self.fields["without"]
        if self.item.published_on is None and "wrong" not in self.fields:
            del self.fields["reason"]
        for name in self.FACTS:
            self.fields[name].initial = getattr(draft, name)
        self.fields["links"].initial = [(link.label, link.url) for link in self.item.links.drafted()]

    def clean(self):
        cleaned = super().clean()
        if (cleaned.get("term_amount") is None) != (not cleaned.get("term_unit")):
            self.add_error("term_unit", _("Ghi cả con số và cách tính, hoặc để trống cả hai."))
        return cleaned

    def words(self):
        told = {
            "seen": self.cleaned_data["seen"],
            "facts": {name: self.cleaned_data[name] for name in self.FACTS},
            "links": self.cleaned_data["links"],
            "without": self.cleaned_data.get("without", []),
        }
        return told | ({"reason": self.cleaned_data["reason"]} if "reason" in self.fields else {})


class CorrectForm(ContentForm):
    """A correction says what was wrong and what is right before it changes anything."""

    wrong = long_text(_("Nội dung sai"), help_text=_("Hiện công khai, để ai cũng biết đã sai gì."))
    right = long_text(_("Nội dung đúng"))
    withhold = forms.BooleanField(label=_("Không cho xem lại bản sai: có dữ liệu cá nhân hoặc bí mật"), required=False)
    field_order = ["seen", "wrong", "right", "withhold", "reason"]

    def words(self):
        return super().words() | {name: self.cleaned_data[name] for name in ("wrong", "right", "withhold")}


def mark_fields():
    """What a mark holds: no title, no number, no content."""
    return {
        "words": line(
            _("Dấu nhận biết nội bộ"), limit=100,
            help_text=_("Ví dụ: số thứ tự trong sổ của đơn vị. Không ghi tên tài liệu, không ghi nội dung."),
        ),
        "reason_code": forms.ChoiceField(label=_("Căn cứ không công khai"), widget=forms.RadioSelect),
        "review_on": DayField(label=_("Ngày xem lại"), ahead=True, required=False),
        "review_event": line(_("Hoặc sự kiện làm hết lý do giữ kín"), limit=200, required=False),
    }  # fmt: skip


class TurnIntoMarkForm(ActForm):
    """A draft becomes a mark; its content is taken away for good."""

    def __init__(self, *args, **kwargs):
        self.base_fields = self.base_fields | mark_fields()
        super().__init__(*args, **kwargs)

    def shape(self):
        self.fields["reason_code"].choices = _reasons(self.item.rule_set.rules)


def _reasons(rules):
    return [(one.code, one.label) for one in rules.inaccessible_reasons]


class NewMarkForm(DeskForm):
    """Note that there is something inaccessible."""

    def __init__(self, *args, authorities, **kwargs):
        self.authorities = authorities
        self.base_fields = {
            "unit": forms.ModelChoiceField(Unit.objects.none(), label=_("Đơn vị tạo ra")),
            **mark_fields(),
        }
        super().__init__(*args, **kwargs)

    def shape(self):
        self.rule_set = rule_set_on(self.day)
        units = Unit.objects.filter(authority__in=self.authorities, is_active=True).select_related("authority")
        self.fields["unit"].queryset = units
        self.fields["reason_code"].choices = _reasons(self.rule_set.rules)


class ReviewForm(ActForm):
    lifted = forms.BooleanField(label=_("Đã hết lý do giữ kín: bỏ dấu này"), required=False)
    review_on = DayField(label=_("Xem lại lần sau"), ahead=True, required=False)
    review_event = line(_("Hoặc sự kiện"), limit=200, required=False)
    reason = long_text(_("Kết quả xem lại"), limit=500)


class QuickForm(DeskForm):
    """One screen a document: what differs is typed, the rest comes from the group."""

    authority = forms.ModelChoiceField(Authority.objects.none(), label=_("Cơ quan"))
    title = line(_("Tên thông tin"), limit=500)
    number = line(_("Số, ký hiệu"), limit=100, required=False)
    created_on = DayField(label=_("Ngày tạo ra"))
    group = forms.ChoiceField(label=_("Nhóm"))
    unit = forms.ModelChoiceField(Unit.objects.none(), label=_("Đơn vị tạo ra"))
    link = line(_("Đường dẫn"), limit=500, required=False, help_text=_("Khi đã đăng ở nơi khác"))
    files = FilesField(label=_("Tệp"), required=False)

    def __init__(self, *args, authorities, **kwargs):
        self.authorities = authorities
        super().__init__(*args, **kwargs)

    def shape(self):
        self.rule_set = rule_set_on(self.day)
        self.fields["authority"].queryset = Authority.objects.filter(pk__in=self.authorities)
        self.fields["title"].widget.attrs["autofocus"] = True  # by keyboard, document after document
        units = access.units_to_enter_for(self.by).select_related("authority")
        self.fields["unit"].queryset = units
        self.fields["unit"].empty_label = "–"
        self.one_authority = len(self.authorities) == 1
        if self.one_authority:
            self.fields["authority"].initial = next(iter(self.authorities))
        else:
            self.fields["unit"].label_from_instance = lambda unit: f"{unit} ({unit.authority.short_name})"
        self.own_groups = {
            f"g{group.pk}": group
            for group in ItemGroup.objects.filter(authority__in=self.authorities, is_active=True).select_related("unit")
        }
        points = [(f"c{one.code}", f"{one.point}) {one.label}") for one in self.rule_set.rules.categories]
        own = [(key, group.name) for key, group in self.own_groups.items()]
        self.fields["group"].choices = [
            ("", "–"),
            *([(_("Nhóm của cơ quan"), own)] if own else []),
            (_("Điểm của Điều 17.1"), points),
        ]

    def clean(self):
        cleaned = super().clean()
        authority, unit = cleaned.get("authority"), cleaned.get("unit")
        if authority and unit and unit.authority_id != authority.pk:
            self.add_error("unit", _("Đơn vị này thuộc cơ quan khác."))
        group = self.own_groups.get(cleaned.get("group", ""))
        if authority and group and group.authority_id != authority.pk:
            self.add_error("group", _("Nhóm này thuộc cơ quan khác."))
        return cleaned

    def facts(self) -> dict:
        told = self.cleaned_data
        focal = told["authority"].units.filter(is_focal=True, is_active=True).first() or told["unit"]
        group = self.own_groups.get(told["group"])
        rest = (
            groups.of_group(group, self.rule_set, focal)
            if group
            else groups.of_category(told["group"][1:], self.rule_set, focal)
        )
        return rest | {
            "title": told["title"],
            "number": told["number"],
            "created_on": told["created_on"],
            "originating_unit": told["unit"],
        }
