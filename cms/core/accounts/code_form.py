"""A code of the second factor, typed in: at the sign-in, or once more before something weighty."""

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from cms.core.accounts import second_factor, sign_in
from cms.core.accounts.adapter import client_address
from cms.core.accounts.entry_forms import EntryForm


def code_field(label):
    return forms.CharField(
        label=label,
        max_length=40,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "one-time-code", "spellcheck": "false"}),
    )


class CodeForm(EntryForm):
    """Wrong codes are counted apart from wrong passwords: whoever knows the password must not guess afresh with each."""

    code = code_field(_("Mã xác thực"))

    def __init__(self, *args, user, request, **kwargs):
        self.user, self.request = user, request
        super().__init__(*args, **kwargs)

    def clean_code(self):
        code, at, address = self.cleaned_data["code"], timezone.now(), client_address(self.request)
        key = f"{self.user.get_username()}\x1fma-xac-thuc"
        if why_not := sign_in.refusal(key, address, at):
            raise forms.ValidationError(why_not, code="wait")
        if not second_factor.accept(user=self.user, code=code, at=at):
            sign_in.failed(key, address, at)
            second_factor.refused_code(user=self.user, at=at)
            raise forms.ValidationError(second_factor.WRONG, code="wrong")
        sign_in.succeeded(key)
        return code


class FirstCodeForm(EntryForm):
    """The first code of a key that is being set up."""

    code = code_field(_("Mã 6 số trên điện thoại"))
