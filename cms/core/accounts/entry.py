"""The doors before the desk: signing in and out, a new password by link, a new password that is due."""

from allauth.account.internal.decorators import login_stage_required
from allauth.account.mixins import NextRedirectMixin
from django.conf import settings
from django.contrib.auth import logout
from django.contrib.auth.views import INTERNAL_RESET_SESSION_TOKEN, PasswordResetConfirmView
from django.db import transaction
from django.shortcuts import redirect
from django.urls import reverse, reverse_lazy
from django.utils import timezone
from django.utils.decorators import method_decorator
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.generic import TemplateView, View
from django.views.generic.edit import FormView

from cms.core.accounts import openid, passwords
from cms.core.accounts.adapter import client_address
from cms.core.accounts.entry_forms import ForgottenForm, NewPasswordForm, SignInForm
from cms.core.backends import ENTER


class EntryPage:
    """A page for people who are not signed in (yet). `page_title` heads it; `submit` is what its button says."""

    template_name = "wagtailadmin/entry/form.html"
    page_title, submit = "", _("Tiếp tục")

    @method_decorator([sensitive_post_parameters(), never_cache])
    def dispatch(self, request, *args, **kwargs):
        return super().dispatch(request, *args, **kwargs)

    def get_context_data(self, **kwargs):
        return super().get_context_data(page_title=self.page_title, submit=self.submit, **kwargs)


class SignInView(EntryPage, NextRedirectMixin, FormView):
    """Name and password. Who is signed in already goes on, unless no role lets them through."""

    template_name = "wagtailadmin/login.html"
    form_class = SignInForm
    page_title, submit = _("Đăng nhập"), _("Đăng nhập")

    def dispatch(self, request, *args, **kwargs):
        if request.user.is_authenticated and request.user.has_perm(ENTER):
            return redirect(self.get_success_url())
        return super().dispatch(request, *args, **kwargs)

    def get_context_data(self, **kwargs):
        provider = settings.OIDC_NAME if openid.is_on() else ""
        return super().get_context_data(provider=provider, **kwargs)

    def get_default_success_url(self):
        return reverse(settings.LOGIN_REDIRECT_URL)

    def get_form_kwargs(self):
        return super().get_form_kwargs() | {"request": self.request}

    def form_valid(self, form):
        return form.login(self.request, redirect_url=self.get_success_url())


class SignOutView(View):
    """Out, by a press of the button only: no link on another site can end a session."""

    http_method_names = ["post", "get"]

    def get(self, request):
        return redirect("wagtailadmin_home")

    def post(self, request):
        logout(request)
        return redirect(settings.LOGOUT_REDIRECT_URL)


class ForgottenView(EntryPage, FormView):
    """Ask for a link by mail. The answer is the same whether or not anybody has this address."""

    form_class = ForgottenForm
    page_title, submit = _("Quên mật khẩu"), _("Gửi thư đặt lại mật khẩu")
    success_url = reverse_lazy("wagtailadmin_password_reset_done")
    extra_context = {
        "lead": _("Ghi thư điện tử công vụ của tài khoản. Thư có địa chỉ để đặt mật khẩu mới."),
        "back": True,
    }

    def form_valid(self, form):
        passwords.ask_for_link(
            email=form.cleaned_data["email"], address=client_address(self.request), at=timezone.now()
        )
        return super().form_valid(form)


class ToldView(EntryPage, TemplateView):
    """A sentence, and the way back to signing in."""

    template_name = "wagtailadmin/entry/told.html"


class ChooseByLinkView(EntryPage, PasswordResetConfirmView):
    """The link from the mail: a new password, twice; then signing in as always."""

    form_class = NewPasswordForm
    template_name = "wagtailadmin/entry/by_link.html"
    page_title, submit = _("Đặt mật khẩu"), _("Lưu mật khẩu")
    success_url = reverse_lazy("wagtailadmin_password_reset_complete")

    def form_valid(self, form):
        passwords.choose(form=form, user=self.user)
        del self.request.session[INTERNAL_RESET_SESSION_TOKEN]
        return redirect(self.success_url)


@method_decorator(login_stage_required(stage="new_password", redirect_urlname="account_login"), name="dispatch")
class NewPasswordView(EntryPage, FormView):
    """Between the old password and the desk: an administrator's password that has had its two months."""

    form_class = NewPasswordForm
    page_title, submit = _("Đổi mật khẩu"), _("Lưu và vào làm việc")
    extra_context = {"lead": _("Mật khẩu của quản trị được đổi hai tháng một lần. Đã đến lúc đổi.")}

    def get_form_kwargs(self):
        return super().get_form_kwargs() | {"user": self.request._login_stage.login.user}

    def form_valid(self, form):
        with transaction.atomic():
            form.save()
        return self.request._login_stage.exit()
