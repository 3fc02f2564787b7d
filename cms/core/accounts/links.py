"""The link by which a person chooses a password: to the account's own mailbox, once, for a few days."""

from django.conf import settings
from django.contrib.auth.tokens import default_token_generator
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.encoding import force_bytes
from django.utils.http import urlsafe_base64_encode
from django.utils.translation import gettext_lazy as _

from cms.core import outbox
from cms.core.addresses import absolute

SUBJECTS = {
    "invited": _("Tài khoản Minh Bạch của ông/bà"),
    "reset": _("Đặt lại mật khẩu Minh Bạch"),
    "asked": _("Đặt lại mật khẩu Minh Bạch"),
}


def send_link(account, kind, at):
    """Put the mail with the link into the outbox: `kind` is invited, reset, or asked for by the owner."""
    path = reverse(
        "wagtailadmin_password_reset_confirm",
        args=[urlsafe_base64_encode(force_bytes(account.pk)), default_token_generator.make_token(account)],
    )
    words = {
        "account": account,
        "link": absolute(path),
        "days": settings.PASSWORD_RESET_TIMEOUT // 86_400,
        "sign_in": absolute(reverse("wagtailadmin_login")),
    }
    outbox.post(
        kind=f"account_{kind}",
        to=account.email,
        subject=str(SUBJECTS[kind]),
        text=render_to_string(f"wagtailadmin/accounts/{kind}.txt", words),
        at=at,
    )
