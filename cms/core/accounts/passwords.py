"""What a password must be, and a new one by mail (security.md, section 3).

Fourteen characters whether or not a second factor stands behind: an authority may give the factor up again, and its
people's passwords must be long enough on that day, too.
"""

import re
from datetime import datetime, timedelta

from django.contrib.auth.hashers import check_password
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from cms.core.accounts import sign_in
from cms.core.accounts.links import send_link
from cms.core.acts import tell
from cms.core.models import UsedPassword, User
from cms.core.roles import Role
from cms.core.text import fold
from cms.core.throttle import Limit, hit

#: So many passwords are remembered, and none of them is taken again.
REMEMBERED = 10
#: Who administers changes the password every two months; others only when there is a reason.
ADMINISTRATORS_CHANGE_AFTER = timedelta(days=60)
#: Requests for a link: by address and by account (security.md, resending of mail). Beyond, nothing is sent or said.
ASKED_HERE, ASKED_FOR = Limit("password-link-address", 3, 3600), Limit("password-link-account", 3, 86_400)

#: What anybody tries first in an office like this; a password must hold this much beside it.
_WORDS = ("minhbach", "matkhau", "password", "uybannhandan", "ubnd", "quantri", "admin", "vietnam", "tiepcanthongtin")
_BESIDE_WORDS = 8
_FEWEST_SIGNS = 5


class NotGuessed:
    """No row of few signs, and no common word of the office with a year behind it."""

    def validate(self, password, user=None):
        if len(set(password)) < _FEWEST_SIGNS:
            raise ValidationError(
                _("Mật khẩu lặp đi lặp lại vài ký tự. Hãy dùng nhiều ký tự khác nhau."), code="few_signs"
            )
        rest = re.sub(r"[\W_]+", "", fold(password))
        names = [re.sub(r"\W+", "", fold(name)) for name in (getattr(user, "username", ""), str(user or ""))]
        for word in (*_WORDS, *names):
            if len(word) > 2:
                rest = rest.replace(word, "")
        if len(rest) < _BESIDE_WORDS:
            raise ValidationError(
                _("Mật khẩu dễ đoán: gồm tên, từ hay dùng và vài con số. Hãy thêm từ khác."), code="common_words"
            )

    def get_help_text(self):
        return _("Không dùng tên của mình hay tên cơ quan làm mật khẩu.")


class NotUsedBefore:
    """None of the account's last ten. Told of every new password by Django, it also keeps and records them."""

    def validate(self, password, user=None):
        if user is None or user.pk is None:
            return
        used = UsedPassword.objects.filter(user=user).order_by("-since", "-pk")[:REMEMBERED]
        if any(check_password(password, one.hash) for one in used):
            raise ValidationError(_("Mật khẩu này đã dùng trước đây. Hãy chọn mật khẩu mới."), code="used_before")

    @transaction.atomic
    def password_changed(self, password, user):
        at = timezone.now()
        UsedPassword.objects.create(user=user, hash=user.password, since=at)
        kept = UsedPassword.objects.filter(user=user).order_by("-since", "-pk")[:REMEMBERED].values("pk")
        UsedPassword.objects.filter(user=user).exclude(pk__in=list(kept.values_list("pk", flat=True))).delete()
        tell("account.password_set", subject=user, by=_who_changes(user), at=at)

    def get_help_text(self):
        return _("Không dùng lại mười mật khẩu gần nhất.")


def _who_changes(user: User) -> User:
    """Whoever is signed in on the request being served; the owner of a link is nobody else than the account itself."""
    person = getattr(getattr(HistoricalRecords.context, "request", None), "user", None)
    return person if person is not None and person.is_authenticated else user


def must_change(user: User, at: datetime) -> bool:
    """Whether an administrator's password has had its two months."""
    if not user.has_usable_password() or not (user.is_superuser or user.has_role(Role.ADMINISTRATOR)):
        return False
    latest = UsedPassword.objects.filter(user=user).order_by("-since", "-pk").first()
    return (latest.since if latest else user.date_joined) <= at - ADMINISTRATORS_CHANGE_AFTER


@transaction.atomic
def ask_for_link(*, email: str, address: str, at: datetime) -> None:
    """Send the link for a new password to whoever has this address; whether anybody has, no answer tells."""
    if not hit(ASKED_HERE, address, at) or not hit(ASKED_FOR, email.casefold(), at):
        return
    for account in User.objects.filter(email__iexact=email, is_active=True).order_by("pk"):
        send_link(account, "asked", at)
        tell("account.link_asked", subject=account, by=None, at=at)


@transaction.atomic
def choose(*, form, user: User) -> None:
    """Keep what the owner of a link has chosen; they have shown whose the mailbox is, so no wait stands before them."""
    form.save()
    sign_in.succeeded(user.username)
