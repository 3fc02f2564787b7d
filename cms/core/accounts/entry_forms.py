"""What people type before they are signed in."""

from allauth.account.adapter import get_adapter
from allauth.account.internal.flows.login import perform_password_login
from allauth.account.models import Login
from django import forms
from django.contrib.auth.forms import SetPasswordForm
from django.utils.translation import gettext_lazy as _

REQUIRED = _("Không được để trống")


class EntryForm(forms.Form):
    """Without the browser's own checks: what is missing is said in our words."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, label_suffix="", **kwargs)
        plain(self)


def plain(form) -> None:
    for field in form.fields.values():
        field.widget.use_required_attribute = lambda initial: False
        field.error_messages["required"] = REQUIRED


class SignInForm(EntryForm):
    """Name and password; whether the account exists, is open or must wait for a password nobody is told."""

    username = forms.CharField(
        label=_("Tên đăng nhập"),
        max_length=150,
        widget=forms.TextInput(attrs={"autocomplete": "username", "autocapitalize": "none", "spellcheck": "false"}),
    )
    password = forms.CharField(
        label=_("Mật khẩu"),
        strip=False,
        max_length=4096,
        widget=forms.PasswordInput(attrs={"autocomplete": "current-password"}),
    )

    def __init__(self, *args, request, **kwargs):
        self.request, self.user = request, None
        super().__init__(*args, **kwargs)

    def clean(self):
        cleaned = super().clean()
        if self.errors:
            return cleaned
        adapter = get_adapter(self.request)
        self.user = adapter.authenticate(self.request, **self._credentials())
        if self.user is None:
            raise adapter.validation_error("username_password_mismatch")
        return cleaned

    def login(self, request, redirect_url=None):
        """On to the stages that follow the password."""
        return perform_password_login(request, self._credentials(), Login(user=self.user, redirect_url=redirect_url))

    def _credentials(self):
        return {"username": self.cleaned_data["username"].strip(), "password": self.cleaned_data["password"]}


class ForgottenForm(EntryForm):
    email = forms.EmailField(
        label=_("Thư điện tử công vụ"),
        error_messages={"invalid": _("Thư điện tử chưa đúng. Ví dụ: ten@vidu.vn")},
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
    )


class NewPasswordForm(SetPasswordForm):
    """A new password, twice."""

    error_messages = {"password_mismatch": _("Hai lần nhập khác nhau. Hãy nhập lại.")}

    def __init__(self, user, *args, **kwargs):
        super().__init__(user, *args, label_suffix="", **kwargs)
        plain(self)
        self.fields["new_password1"].label = _("Mật khẩu mới")
        self.fields["new_password1"].help_text = _(
            "Ít nhất 14 ký tự; một câu ngắn dễ nhớ là tốt nhất. Không dùng tên mình, không dùng lại mật khẩu cũ."
        )
        self.fields["new_password2"].label = _("Nhập lại mật khẩu mới")
        self.fields["new_password2"].help_text = ""
