"""Accounts of staff: invited, reset, disabled and enabled, each a recorded act with its mail in the outbox."""

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from cms.core import offices
from cms.core.accounts.ending import end_sessions
from cms.core.accounts.links import send_link
from cms.core.acts import tell
from cms.core.dates import local_day
from cms.core.errors import DomainError, NotAllowed
from cms.core.models import RoleHolder, User
from cms.core.models.user import Closed
from cms.core.text import nfc


def check_reach(account: User, by) -> None:
    """An administrator looks after accounts of their own authorities only, and never after their own."""
    if account.pk == by.pk:
        raise NotAllowed(_("Không ai tự làm việc này với tài khoản của mình. Cần quản trị khác."))
    if by.is_superuser:
        return
    if not offices.accounts_of(offices.administered(by)).filter(pk=account.pk).exists():
        raise NotAllowed(_("Tài khoản này thuộc cơ quan khác."))
    if account.is_superuser or offices.belongs_elsewhere(account, by):
        raise NotAllowed(_("Người này còn giữ vai trò ở cơ quan khác. Cần quản trị toàn hệ thống."))


def _save(account: User, *, by, reason: str = "") -> None:
    # The record listens to these history rows by itself (account.created, account.changed).
    account._history_user, account._change_reason = by, reason or None
    account.save()


@transaction.atomic
def invite(*, username, name, email, post="", role: RoleHolder, by, at) -> User:
    """Open an account without a password, give its first role, and send the link by which a password is chosen."""
    if role.authority_id not in offices.administered(by):
        raise NotAllowed(_("Ông/bà không quản trị cơ quan này."))
    if User.objects.filter(username__iexact=username).exists():
        raise DomainError(_("Tên đăng nhập này đã có người dùng."), field="username")
    if User.objects.filter(email__iexact=email).exists():
        raise DomainError(_("Thư điện tử này đã có tài khoản."), field="email")
    account = User(username=nfc(username), first_name=nfc(name), email=email, post=nfc(post))
    account.set_unusable_password()
    _save(account, by=by)
    role.user = account
    role.save(by=by, reason=str(_("Mời vào hệ thống")))
    send_link(account, "invited", at)
    tell("account.invited", subject=account, by=by, at=at, authority=role.authority)
    return account


@transaction.atomic
def reset(*, account: User, reason: str, by, at) -> None:
    """Make the old password useless and send a link for a new one; nobody else ever knows it."""
    check_reach(account, by)
    if not reason.strip():
        raise DomainError(_("Hãy nói vì sao đặt lại mật khẩu."), field="reason")
    if not account.is_active:
        raise DomainError(_("Tài khoản đang khóa. Hãy mở khóa trước."))
    account.set_unusable_password()
    _save(account, by=by, reason=reason)
    send_link(account, "reset", at)
    tell("account.reset", subject=account, by=by, at=at, reason=reason)


@transaction.atomic
def disable(*, account: User, reason: str, by, at) -> None:
    """Close the account at once, with its open sessions. Its work stays as it was."""
    _set_active(account, active=False, reason=reason, by=by, at=at)


@transaction.atomic
def enable(*, account: User, reason: str, by, at) -> None:
    """Open a closed account again."""
    _set_active(account, active=True, reason=reason, by=by, at=at)


def _set_active(account, *, active, reason, by, at):
    check_reach(account, by)
    if not reason.strip():
        raise DomainError(_("Hãy nói vì sao."), field="reason")
    if account.is_active == active:
        raise DomainError(_("Tài khoản đã ở trạng thái này."))
    account.is_active = active
    if active:
        account.closed_for, account.awake_on = "", local_day(at)
    else:
        account.closed_for = Closed.BY_HAND
        end_sessions(account)
    _save(account, by=by, reason=reason)
    tell("account.enabled" if active else "account.disabled", subject=account, by=by, at=at, reason=reason)
