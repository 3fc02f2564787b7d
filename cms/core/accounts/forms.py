"""Wagtail's account forms in our words: one field for the whole name."""

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.users.forms import UserCreationForm, UserEditForm


class _WholeName(forms.Form):
    first_name = forms.CharField(label=_("Họ và tên"), max_length=150)
    # Wagtail's own template asks for both; the second stays empty and out of sight.
    last_name = forms.CharField(required=False, max_length=150, widget=forms.HiddenInput)
    post = forms.CharField(label=_("Chức vụ"), max_length=100, required=False)
    phone = forms.CharField(label=_("Điện thoại"), max_length=30, required=False)


class AccountEditForm(_WholeName, UserEditForm):
    class Meta(UserEditForm.Meta):
        fields = UserEditForm.Meta.fields | {"post", "phone"}

    def clean(self):
        cleaned = super().clean()
        if cleaned.get("is_active"):
            self.instance.closed_for = ""  # whatever it was closed for, it is open now
        return cleaned


class AccountCreationForm(_WholeName, UserCreationForm):
    class Meta(UserCreationForm.Meta):
        fields = UserCreationForm.Meta.fields | {"post", "phone"}
