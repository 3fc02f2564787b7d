"""The doors of signing in at the provider: the way there, the way back; and whose subject is whose."""

from allauth.account.adapter import get_adapter
from allauth.account.internal.flows.login import perform_login, record_authentication
from allauth.account.models import Login
from django import forms
from django.conf import settings
from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import path, reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from cms.core import acts, offices
from cms.core.accounts import openid
from cms.core.accounts.account_forms import ReasonForm
from cms.core.accounts.adapter import client_address
from cms.core.accounts.confirm import Confirmed
from cms.core.admin_page import AdminPage, RefusedPage
from cms.core.errors import DomainError, NotAllowed
from cms.core.models import User
from cms.core.throttle import Limit, hit

#: Ways there from one address; each costs a word with the provider.
HERE = Limit("openid-address", 20, 3600)
_TOLD = _("Không đăng nhập được bằng %(name)s. Hãy thử lại, hoặc đăng nhập bằng mật khẩu.")
_UNBOUND = _(
    "%(name)s đã xác nhận Ông/Bà, nhưng chưa có tài khoản nào gắn với định danh này. Hãy gửi mã định danh sau cho quản "
    "trị của cơ quan: %(subject)s"
)


def _check_on():
    if not openid.is_on():
        raise Http404("Không có trang này")


def _refused(request, told):
    words = {"page_title": _("Chưa đăng nhập được"), "told": told}
    return render(request, "wagtailadmin/entry/told.html", words, status=403)


@never_cache
@require_safe
def there(request):
    """On to the provider. A link, not a form: browsers let no form of ours end at another site."""
    _check_on()
    at, wanted = timezone.now(), request.GET.get("next", "")
    going_to = wanted if get_adapter(request).is_safe_url(wanted) else reverse(settings.LOGIN_REDIRECT_URL)
    if not hit(HERE, client_address(request), at):
        return _refused(request, _TOLD % {"name": settings.OIDC_NAME})
    try:
        return redirect(openid.way_there(request.session, going_to, at))
    except openid.RefusedIdentityError as error:
        openid.record_refusal(error.code, at)
        return _refused(request, _TOLD % {"name": settings.OIDC_NAME})


@never_cache
@require_safe
def back(request):
    """Back from the provider: to the steps that follow a password, or a sentence."""
    _check_on()
    at = timezone.now()
    try:
        found = openid.answer(request.session, request.GET, at)
    except openid.RefusedIdentityError as error:
        openid.record_refusal(error.code, at)
        return _refused(request, _TOLD % {"name": settings.OIDC_NAME})
    person = openid.person(found)
    if person is None:
        openid.record_refusal("unbound", at)
        return _refused(request, _UNBOUND % {"name": settings.OIDC_NAME, "subject": found.subject})
    record_authentication(request, person, "openid_connect")
    return perform_login(request, Login(user=person, redirect_url=found.going_to))


class SubjectForm(ReasonForm):
    subject = forms.CharField(
        label=_("Mã định danh (sub)"),
        max_length=255,
        required=False,
        help_text=_("Người dùng thấy mã này khi thử đăng nhập lần đầu; hoặc hỏi nơi quản lý định danh."),
    )
    field_order = ("subject", "reason")


class IdentityView(Confirmed, AdminPage):
    """Which subject of the provider an account is bound to; by an administrator of its authority, never one's own."""

    template_name = "wagtailadmin/entry/identity.html"

    def setup(self, request, *args, **kwargs):
        super().setup(request, *args, **kwargs)
        reach = User.objects.none()
        if openid.is_on() and request.user.is_authenticated:
            reach = offices.accounts_of(offices.administered(request.user)).exclude(pk=request.user.pk)
        self.account = reach.filter(pk=kwargs["pk"]).first()

    def dispatch(self, request, *args, **kwargs):
        if self.account is None:
            raise Http404("Không có trang này")
        return super().dispatch(request, *args, **kwargs)

    def get_page_title(self):
        return _("Định danh của %(account)s") % {"account": self.account}

    def get_context_data(self, **kwargs):
        kwargs.setdefault("form", SubjectForm())
        bound = self.account.identities.filter(issuer=settings.OIDC_ISSUER, ended_at=None).first()
        return super().get_context_data(bound=bound, name=settings.OIDC_NAME, account=self.account, **kwargs)

    def post(self, request, pk):
        form, at = SubjectForm(request.POST), timezone.now()
        if form.is_valid():
            words = {"account": self.account, "reason": form.cleaned_data["reason"], "by": request.user, "at": at}
            try:
                if request.POST.get("viec") == "go":
                    openid.unbind(**words)
                else:
                    openid.bind(subject=form.cleaned_data["subject"], **words)
            except NotAllowed as error:
                acts.refuse("account.identity_bound", subject=self.account, by=request.user, at=at, reason=str(error))
                return RefusedPage.answer(request, status=403, why=str(error))
            except DomainError as error:
                form.add_error(error.field, str(error))
            else:
                messages.success(request, _("Đã làm xong. Việc này đã được ghi lại."))
                return redirect("account_identity", pk)
        return self.render_to_response(self.get_context_data(form=form, pk=pk))


urlpatterns = [path("bao-mat/dinh-danh/<int:pk>/", IdentityView.as_view(), name="account_identity")]
