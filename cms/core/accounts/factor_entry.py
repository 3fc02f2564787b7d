"""The second factor's doors before the desk: the code that is asked for, and setting up where there is none."""

from allauth.account.internal.decorators import login_stage_required
from allauth.account.internal.flows.login import record_authentication
from allauth.mfa.adapter import get_adapter
from django.shortcuts import render
from django.utils import timezone
from django.utils.decorators import method_decorator
from django.utils.translation import gettext_lazy as _
from django.views.generic.edit import FormView

from cms.core import qr
from cms.core.accounts import second_factor
from cms.core.accounts.code_form import CodeForm, FirstCodeForm
from cms.core.accounts.entry import EntryPage
from cms.core.errors import DomainError


def half_in(stage):
    """The door of one stage: open to those whose sign-in stands there, and to nobody else."""
    return method_decorator(login_stage_required(stage=stage, redirect_urlname="account_login"), name="dispatch")


def key_words(user, secret: str) -> dict:
    """What a page of setting up shows: the picture, and the key in groups of four as a person types it."""
    key = second_factor.readable(secret)
    return {
        "picture": qr.picture(get_adapter().build_totp_url(user, key), str(_("Mã QR để thêm vào ứng dụng xác thực"))),
        "key": " ".join(key[at : at + 4] for at in range(0, len(key), 4)),
    }


def in_groups(codes: list[str]) -> list[str]:
    return [f"{code[:4]} {code[4:]}" for code in codes]


@half_in("factor")
class CodeView(EntryPage, FormView):
    """The code, after the right password."""

    template_name = "wagtailadmin/entry/code.html"
    form_class = CodeForm
    page_title, submit = _("Mã xác thực"), _("Đăng nhập")

    def get_form_kwargs(self):
        return super().get_form_kwargs() | {"user": self.request._login_stage.login.user, "request": self.request}

    def form_valid(self, form):
        record_authentication(self.request, form.user, "mfa", type="totp")
        return self.request._login_stage.exit()


@half_in("enrol")
class EnrolView(EntryPage, FormView):
    """Set the second factor up before the first entry; then the recovery codes, once."""

    template_name = "wagtailadmin/entry/enrol.html"
    form_class = FirstCodeForm
    page_title, submit = _("Thiết lập xác thực hai lớp"), _("Xác nhận mã")

    def dispatch(self, request, *args, **kwargs):
        self.stage = request._login_stage
        if self.stage.state.get("has_enrolled"):
            return self.go_on() if request.method == "POST" else render(request, *self.codes_page([]))
        if not self.stage.is_due():
            # Set up meanwhile in another browser: whoever stands here has shown no code of it.
            return self.stage.abort()
        return super().dispatch(request, *args, **kwargs)

    def go_on(self):
        record_authentication(self.request, self.stage.login.user, "mfa", type="totp")
        return self.stage.exit()

    def secret(self):
        if "secret" not in self.stage.state:
            self.stage.keep(secret=second_factor.new_secret())
        return self.stage.state["secret"]

    def get_context_data(self, **kwargs):
        return super().get_context_data(**key_words(self.stage.login.user, self.secret()), **kwargs)

    def form_valid(self, form):
        try:
            codes = second_factor.enrol(
                user=self.stage.login.user, secret=self.secret(), code=form.cleaned_data["code"], at=timezone.now()
            )
        except DomainError as error:
            form.add_error(error.field, str(error))
            return self.form_invalid(form)
        self.stage.keep(has_enrolled=True)
        return render(self.request, *self.codes_page(codes))

    def codes_page(self, codes):
        """The recovery codes; without any, the page that goes on after they were shown."""
        return "wagtailadmin/entry/codes.html", {"page_title": _("Mã dự phòng"), "codes": in_groups(codes)}
