"""Ủy quyền khi nghỉ: one page, what is asked and what is in force, and the form to ask."""

from django import forms
from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect
from django.urls import path, reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.menu import MenuItem

from cms.core import acts
from cms.core.accounts import delegating
from cms.core.accounts.account_forms import ReasonForm
from cms.core.accounts.confirm import Confirmed
from cms.core.admin_page import AdminPage, RefusedPage
from cms.core.dates import local_day
from cms.core.day_field import DayField, tell_today
from cms.core.errors import DomainError, NotAllowed
from cms.core.models import RoleHolder, User
from cms.core.models.delegation import DelegationState

TITLE = _("Ủy quyền khi nghỉ")
SHOWN = 50


class HoldingField(forms.ModelChoiceField):
    def label_from_instance(self, held):
        return f"{held.user}: {held.get_role_display()}, {held.authority.short_name}"


class ProposeForm(forms.Form):
    holding = HoldingField(RoleHolder.objects.none(), label=_("Vai trò ủy quyền"))
    to = forms.ModelChoiceField(User.objects.none(), label=_("Ủy quyền cho"))
    since_on = DayField(label=_("Từ ngày"), ahead=True)
    until_on = DayField(label=_("Đến hết ngày"), ahead=True)
    decision = forms.CharField(
        label=_("Văn bản ủy quyền"), max_length=200, required=False, help_text=_("Số, ngày văn bản, nếu có")
    )
    reason = forms.CharField(label=_("Vì sao"), max_length=500, widget=forms.Textarea(attrs={"rows": 2}))

    def __init__(self, *args, by, day, **kwargs):
        super().__init__(*args, label_suffix="", **kwargs)
        tell_today(self, day)
        self.fields["since_on"].initial = day
        self.fields["holding"].queryset = delegating.holdings_of(by, day)
        self.fields["to"].queryset = delegating.colleagues_of(by, day)
        for field in self.fields.values():
            field.widget.use_required_attribute = lambda initial: False
            if not isinstance(field, DayField):
                field.error_messages["required"] = _("Không được để trống")
            field.error_messages["invalid_choice"] = _("Chọn trong danh sách.")


class DelegationsView(Confirmed, AdminPage):
    """For those who may pass a role on, or confirm that others do; for others it is not there."""

    template_name = "modeladmin/delegations.html"
    ACTS = {"xac-nhan": delegating.confirm, "khong": delegating.decline, "ket-thuc": delegating.end}

    def dispatch(self, request, *args, **kwargs):
        self.at = timezone.now()
        if not delegating.may_open(request.user):
            raise Http404("Không có trang này")
        return super().dispatch(request, *args, **kwargs)

    def get_page_title(self):
        return TITLE

    def get_context_data(self, **kwargs):
        user, day = self.request.user, local_day(self.at)
        kwargs.setdefault("form", ProposeForm(by=user, day=day))
        kwargs.setdefault("slip", None)
        found = list(delegating.visible_to(user)[:SHOWN])
        entitled = delegating.entitled_in(user)
        return super().get_context_data(
            waiting=[
                (one, delegating.may_decide(user, one), ReasonForm(auto_id=f"u{one.pk}_%s"))
                for one in found
                if one.state == DelegationState.PROPOSED
            ],
            running=[
                (one, user.pk in (one.holding.user_id, one.to_id) or one.holding.authority_id in entitled,
                 ReasonForm(auto_id=f"u{one.pk}_%s"))
                for one in found
                if one.state == DelegationState.CONFIRMED and one.until_on >= day
            ],
            past=[
                one
                for one in found
                if one.state in (DelegationState.DECLINED, DelegationState.ENDED)
                or (one.state == DelegationState.CONFIRMED and one.until_on < day)
            ],
            day=day,
            **kwargs,
        )  # fmt: skip

    def post(self, request, *args, **kwargs):
        name = request.POST.get("viec", "")
        try:
            return self.propose() if name == "de-nghi" else self.decide(name)
        except NotAllowed as error:
            acts.refuse(
                f"delegation.{name}"[:40], subject=getattr(self, "found", None), by=request.user, at=self.at,
                reason=str(error),
            )  # fmt: skip
            return RefusedPage.answer(request, status=403, why=str(error), back=request.path)

    def propose(self):
        form = ProposeForm(self.request.POST, by=self.request.user, day=local_day(self.at))
        if form.is_valid():
            try:
                delegating.propose(by=self.request.user, at=self.at, **form.cleaned_data)
            except NotAllowed:
                raise
            except DomainError as error:
                form.add_error(error.field if error.field in form.fields else None, str(error))
            else:
                messages.success(
                    self.request, _("Đã ghi đề nghị. Chưa có gì thay đổi đến khi một người khác xác nhận.")
                )
                return redirect("delegations:list")
        return self.render_to_response(self.get_context_data(form=form, slip=form))

    def decide(self, name):
        key = self.request.POST.get("so", "")
        known = key.isascii() and key.isdigit() and len(key) < 19
        self.found = delegating.visible_to(self.request.user).filter(pk=int(key)).first() if known else None
        if self.found is None or name not in self.ACTS:
            raise Http404("Không có việc này")
        told = {} if name == "xac-nhan" else {"reason": self.request.POST.get("reason", "")}
        try:
            self.ACTS[name](delegation=self.found, by=self.request.user, at=self.at, **told)
        except NotAllowed:
            raise
        except DomainError as error:
            form = ReasonForm(self.request.POST)
            form.full_clean()
            form.errors.clear()
            form.add_error(None, str(error))
            return self.render_to_response(self.get_context_data(slip=form))
        messages.success(self.request, _("Đã làm xong. Việc này đã được ghi lại."))
        return redirect("delegations:list")


class DelegationsItem(MenuItem):
    def __init__(self):
        super().__init__(TITLE, "", name="uy-quyen", icon_name="user", order=75)

    def is_shown(self, request):
        return delegating.may_open(request.user)

    def render_component(self, request):
        component = super().render_component(request)
        component.url = reverse("delegations:list")
        return component


app_name = "delegations"
urlpatterns = [path("uy-quyen/", DelegationsView.as_view(), name="list")]
