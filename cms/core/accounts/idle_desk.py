"""Tài khoản lâu không dùng: who was closed for it, and the one act by which a head opens the account again."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect
from django.urls import path, reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.menu import MenuItem

from cms.core import acts
from cms.core.accounts import idleness
from cms.core.accounts.account_forms import ReasonForm
from cms.core.accounts.confirm import Confirmed
from cms.core.admin_page import AdminPage, RefusedPage
from cms.core.errors import DomainError, NotAllowed

TITLE = _("Tài khoản tạm khóa")


class IdleAccountsView(Confirmed, AdminPage):
    """For the heads and administrators of an authority; for others it is not there."""

    template_name = "modeladmin/idle_accounts.html"

    def dispatch(self, request, *args, **kwargs):
        self.at = timezone.now()
        self.reach = idleness.reopened_by(request.user)
        if not self.reach:
            raise Http404("Không có trang này")
        return super().dispatch(request, *args, **kwargs)

    def get_page_title(self):
        return TITLE

    def get_context_data(self, **kwargs):
        kwargs.setdefault("form", None)
        kwargs.setdefault("chosen", None)
        people = idleness.closed_in(self.reach).prefetch_related("role_holdings__authority")
        rows = [(account, ReasonForm(auto_id=f"l{account.pk}_%s")) for account in people]
        return super().get_context_data(
            rows=rows, warned=idleness.WARNED_AFTER, closed_after=idleness.CLOSED_AFTER, **kwargs
        )

    def post(self, request, *args, **kwargs):
        key = request.POST.get("tai-khoan", "")
        known = idleness.closed_in(self.reach).filter(pk=int(key)) if key.isascii() and key.isdigit() else None
        account = known.first() if known is not None and len(key) < 19 else None
        if account is None:
            raise Http404("Không có tài khoản này")
        form = ReasonForm(request.POST, auto_id=f"l{account.pk}_%s")
        if form.is_valid():
            try:
                idleness.reopen(account=account, reason=form.cleaned_data["reason"], by=request.user, at=self.at)
            except NotAllowed as error:
                acts.refuse("account.reopened", subject=account, by=request.user, at=self.at, reason=str(error))
                return RefusedPage.answer(request, status=403, why=str(error), back=request.path)
            except DomainError as error:
                form.add_error(error.field if error.field in form.fields else None, str(error))
            else:
                messages.success(request, _("Đã mở lại tài khoản của %(name)s.") % {"name": account})
                return redirect("idle_accounts:list")
        return self.render_to_response(self.get_context_data(form=form, chosen=account.pk))


class IdleAccountsItem(MenuItem):
    def __init__(self):
        super().__init__(TITLE, "", name="tai-khoan-tam-khoa", icon_name="lock", order=810)

    def is_shown(self, request):
        return bool(request.user.authorities_as(idleness.HEADS))

    def render_component(self, request):
        component = super().render_component(request)
        component.url = reverse("idle_accounts:list")
        return component


app_name = "idle_accounts"
urlpatterns = [path("tai-khoan-tam-khoa/", IdleAccountsView.as_view(), name="list")]
