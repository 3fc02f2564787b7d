"""Wagtail's account forms in our words: one field for the whole name, and limits on signing in."""

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms.auth import LoginForm
from wagtail.users.forms import UserCreationForm, UserEditForm

from cms.core.accounts import sign_in


class _WholeName(forms.Form):
    first_name = forms.CharField(label=_("Họ và tên"), max_length=150)
    # Wagtail's own template asks for both; the second stays empty and out of sight.
    last_name = forms.CharField(required=False, max_length=150, widget=forms.HiddenInput)
    post = forms.CharField(label=_("Chức vụ"), max_length=100, required=False)
    phone = forms.CharField(label=_("Điện thoại"), max_length=30, required=False)


class AccountEditForm(_WholeName, UserEditForm):
    class Meta(UserEditForm.Meta):
        fields = UserEditForm.Meta.fields | {"post", "phone"}


class AccountCreationForm(_WholeName, UserCreationForm):
    class Meta(UserCreationForm.Meta):
        fields = UserCreationForm.Meta.fields | {"post", "phone"}


class SignInForm(LoginForm):
    """Wagtail's sign-in under our limits: while an account must wait, not even the right password is looked at."""

    error_messages = LoginForm.error_messages | {
        "invalid_login": _("Tên đăng nhập hoặc mật khẩu chưa đúng. Chữ hoa, chữ thường khác nhau."),
        "inactive": _("Tài khoản này đang khóa. Hãy liên hệ quản trị."),
    }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["username"].label = _("Tên đăng nhập")
        self.fields["password"].label = _("Mật khẩu")
        for name in ("username", "password"):
            self.fields[name].widget.attrs.pop("placeholder", None)
            self.fields[name].error_messages["required"] = _("Không được để trống")

    def clean(self):
        name, at = self.cleaned_data.get("username", ""), timezone.now()
        address = getattr(self.request, "client_address", "0.0.0.0")
        if name and (why_not := sign_in.refusal(name, address, at)):
            raise forms.ValidationError(why_not, code="wait")
        try:
            cleaned = super().clean()
        except forms.ValidationError:
            sign_in.failed(name, address, at)
            raise
        if self.get_user() is not None:
            sign_in.succeeded(name)
        return cleaned
