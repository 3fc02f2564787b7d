"""allauth as this house uses it: staff only, nobody signs up, our own limits, no mail and no words of its own."""

from allauth.account.adapter import DefaultAccountAdapter
from allauth.mfa.adapter import DefaultMFAAdapter
from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from cms.core.accounts import sign_in
from cms.core.secrets import cipher
from cms.core.views import same_site_path


class StaffAdapter(DefaultAccountAdapter):
    error_messages = DefaultAccountAdapter.error_messages | {
        "username_password_mismatch": _("Tên đăng nhập hoặc mật khẩu chưa đúng. Chữ hoa, chữ thường khác nhau."),
    }

    def is_open_for_signup(self, request):
        return False

    def is_safe_url(self, url):
        """Only paths of this site: no link to the sign-in page leads elsewhere afterwards (SC22)."""
        return bool(url) and same_site_path(url) == url

    def get_client_ip(self, request):
        return client_address(request)

    def add_message(self, *args, **kwargs):
        """Its messages are English; what there is to say stands on the pages."""

    def send_mail(self, template_prefix, email, context):
        raise NotImplementedError("Mail leaves by cms.core.outbox only")

    def pre_authenticate(self, request, **credentials):
        """While an account must wait, not even the right password is looked at."""
        if why_not := sign_in.refusal(credentials["username"], client_address(request), timezone.now()):
            raise forms.ValidationError(why_not, code="wait")

    def authenticate(self, request, **credentials):
        user = super().authenticate(request, **credentials)
        if user is not None:
            sign_in.succeeded(credentials["username"])
        return user

    def authentication_failed(self, request, **credentials):
        sign_in.failed(credentials["username"], client_address(request), timezone.now())

    def get_login_stages(self):
        """What follows the right password before anybody is signed in."""
        return [f"cms.core.accounts.stages.{name}" for name in ("FactorStage", "EnrolStage", "NewPasswordStage")]


class FactorAdapter(DefaultMFAAdapter):
    """Keys of second factors and seeds of recovery codes are kept encrypted, under the keys of identity numbers."""

    def encrypt(self, text):
        return cipher().encrypt(text.encode()).decode()

    def decrypt(self, encrypted_text):
        return cipher().decrypt(encrypted_text.encode()).decode()

    def get_totp_label(self, user):
        return user.get_username()


def client_address(request) -> str:
    return getattr(request, "client_address", None) or "0.0.0.0"
