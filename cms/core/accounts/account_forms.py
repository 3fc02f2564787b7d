"""What administrators type about accounts and roles; what may follow, the services say."""

from django import forms
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from cms.core import offices
from cms.core.day_field import DayField, tell_today
from cms.core.models import Authority, RoleHolder, Unit, User
from cms.core.roles import SUPERVISING_ROLES, Role


class DayModelForm(forms.ModelForm):
    """A form of one record; `by` is who fills it in, `day` today. Changing a record needs a reason."""

    reason = forms.CharField(
        label=_("Lý do thay đổi"),
        max_length=500,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("Ghi vào lịch sử."),
    )

    def __init__(self, *args, by, day, **kwargs):
        self.by, self.day = by, day
        super().__init__(*args, label_suffix="", **kwargs)
        tell_today(self, day)
        for field in self.fields.values():
            field.widget.use_required_attribute = lambda initial: False
        if not self.instance.pk:
            del self.fields["reason"]
        self.shape()

    def shape(self):
        """Fit choices to who fills it in."""

    def clean_reason(self):
        if not self.cleaned_data["reason"].strip():
            raise forms.ValidationError(_("Hãy nói vì sao thay đổi."))
        return self.cleaned_data["reason"]


def own_authorities(by):
    return Authority.objects.filter(pk__in=offices.administered(by))


def own_units(by):
    return Unit.objects.filter(authority__in=offices.administered(by), is_active=True).select_related("authority")


def unit_and_authority(unit) -> str:
    return f"{unit} ({unit.authority.short_name})"


def role_slips(role, cleaned) -> dict[str, str]:
    """What a role demands of its dates and its unit, a sentence a field."""
    found, unit, authority = {}, cleaned.get("unit"), cleaned.get("authority")
    since_on, until_on = cleaned.get("since_on"), cleaned.get("until_on")
    if role in SUPERVISING_ROLES and not until_on:
        found["until_on"] = _("Quyền kiểm tra, giám sát phải có ngày kết thúc.")
    elif since_on and until_on and until_on < since_on:
        found["until_on"] = _("Ngày kết thúc không được trước ngày bắt đầu.")
    if role == Role.ORIGINATING_UNIT and unit is None:
        found["unit"] = _("Vai trò đơn vị chủ trì cần chọn đơn vị.")
    elif unit and authority and unit.authority_id != authority.pk:
        found["unit"] = _("Đơn vị này thuộc cơ quan khác.")
    return found


class RoleHolderForm(DayModelForm):
    """Give a role. Once given, only its end and its decision change: another role is another row."""

    since_on = DayField(label=_("Từ ngày"))
    until_on = DayField(
        label=_("Đến hết ngày"), ahead=True, required=False, help_text=_("Kiểm tra, giám sát phải có ngày này.")
    )

    class Meta:
        model = RoleHolder
        fields = ["user", "role", "authority", "unit", "since_on", "until_on", "decision"]

    def shape(self):
        if self.instance.pk:
            for name in ("user", "role", "authority", "unit", "since_on"):
                del self.fields[name]
            return
        self.fields["since_on"].initial = self.day
        people = User.objects.filter(is_active=True)
        if not self.by.is_superuser:
            reach = offices.accounts_of(offices.administered(self.by)).values("pk")
            people = people.filter(Q(pk__in=reach) | Q(role_holdings=None)).exclude(pk=self.by.pk)
        self.fields["user"].queryset = people.order_by("first_name")
        self.fields["authority"].queryset = own_authorities(self.by)
        self.fields["unit"].queryset = own_units(self.by)
        self.fields["unit"].label_from_instance = unit_and_authority

    def clean(self):
        cleaned = super().clean()
        holding = self.instance
        facts = cleaned if not holding.pk else cleaned | {"since_on": holding.since_on, "unit": holding.unit}
        for name, sentence in role_slips(cleaned.get("role") or holding.role, facts).items():
            if name in self.fields and name not in self.errors:
                self.add_error(name, sentence)
        if holding.delegation_id and not cleaned.get("until_on") and "until_on" not in self.errors:
            self.add_error("until_on", _("Vai trò được ủy quyền phải có ngày kết thúc."))
        return cleaned


class InviteForm(forms.Form):
    """A new member of staff with a first role."""

    name = forms.CharField(label=_("Họ và tên"), max_length=150)
    username = forms.RegexField(
        r"^[a-z0-9][a-z0-9._-]{2,39}$",
        label=_("Tên đăng nhập"),
        error_messages={"invalid": _("Chỉ dùng chữ thường không dấu, chữ số, dấu chấm và gạch; từ 3 đến 40 ký tự.")},
    )
    email = forms.EmailField(
        label=_("Thư điện tử công vụ"), error_messages={"invalid": _("Thư điện tử chưa đúng. Ví dụ: ten@vidu.vn")}
    )
    post = forms.CharField(label=_("Chức vụ"), max_length=100, required=False)
    role = forms.ChoiceField(label=_("Vai trò"), choices=[("", "—"), *Role.choices])
    authority = forms.ModelChoiceField(label=_("Cơ quan"), queryset=Authority.objects.none(), empty_label=None)
    unit = forms.ModelChoiceField(label=_("Đơn vị"), queryset=Unit.objects.none(), required=False)
    since_on = DayField(label=_("Từ ngày"))
    until_on = DayField(label=_("Đến hết ngày"), ahead=True, required=False)
    decision = forms.CharField(label=_("Quyết định giao việc"), max_length=200, required=False)

    def __init__(self, *args, by, day, **kwargs):
        super().__init__(*args, label_suffix="", **kwargs)
        tell_today(self, day)
        self.fields["since_on"].initial = day
        self.fields["authority"].queryset = own_authorities(by)
        self.fields["unit"].queryset = own_units(by)
        self.fields["unit"].label_from_instance = unit_and_authority
        for field in self.fields.values():
            field.widget.use_required_attribute = lambda initial: False
            if not isinstance(field, DayField):
                field.error_messages["required"] = _("Không được để trống")

    def clean(self):
        cleaned = super().clean()
        for name, sentence in role_slips(cleaned.get("role"), cleaned).items():
            if name not in self.errors:
                self.add_error(name, sentence)
        return cleaned

    def words(self) -> dict:
        """What the service is told."""
        cleaned = self.cleaned_data
        role = RoleHolder(
            **{name: cleaned[name] for name in ("role", "authority", "unit", "since_on", "until_on", "decision")}
        )
        return {name: cleaned[name] for name in ("name", "username", "email", "post")} | {"role": role}


class ReasonForm(forms.Form):
    """Why an account is reset, closed or opened."""

    reason = forms.CharField(
        label=_("Vì sao"),
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 2}),
        error_messages={"required": _("Hãy nói vì sao.")},
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, label_suffix="", **kwargs)
        self.fields["reason"].widget.use_required_attribute = lambda initial: False
