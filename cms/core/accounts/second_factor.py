"""The second factor: a code of six figures from an application (TOTP, RFC 6238), and recovery codes on paper.

allauth keeps the keys (encrypted, cms.core.accounts.adapter); what a code is worth is decided here, in the database: a
step of thirty seconds counts once, whichever worker hears it, and never an older one after it.
"""

from datetime import datetime

from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import format_hotp_value, generate_totp_secret, hotp_value
from allauth.mfa.utils import decrypt, encrypt
from django.conf import settings
from django.db import transaction
from django.utils.translation import gettext_lazy as _

from cms.core import offices
from cms.core.accounts import sessions
from cms.core.accounts.services import check_reach
from cms.core.acts import tell
from cms.core.errors import DomainError, NotAllowed
from cms.core.models import Authority, FactorChoice, User
from cms.core.secrets import same

#: Seconds that one code lives, and how many steps a telephone's clock may be off.
PERIOD, TOLERANCE = 30, 1
TOTP, CODES = Authenticator.Type.TOTP, Authenticator.Type.RECOVERY_CODES
WRONG = _("Mã chưa đúng hoặc đã dùng. Hãy chờ mã tiếp theo rồi nhập lại; kiểm tra cả giờ của điện thoại.")


def has(user: User) -> bool:
    """Whether the account has a second factor; then it is asked for, required or not."""
    return Authenticator.objects.filter(user=user, type=TOTP).exists()


def is_required(user: User) -> bool:
    """Whether the account must have one: unless every authority in which it holds a role does without."""
    if not settings.SECOND_FACTOR_REQUIRED:
        return False
    served = {held.authority_id for held in user.current_roles}
    if user.is_superuser or not served:
        return True
    waived = FactorChoice.objects.filter(is_waived=True, authority__in=served)
    return waived.count() < len(served)


# --- a code ------------------------------------------------------------------------------------------------------
def _figures(code: str) -> str:
    return "".join(sign for sign in code if sign.isascii() and sign.isdigit())


def _step_of(secret: str, code: str, at: datetime) -> int | None:
    """The step of time whose code this is; None when it is no code of now."""
    now = int(at.timestamp()) // PERIOD
    found = None
    for step in range(now - TOLERANCE, now + TOLERANCE + 1):
        if same(format_hotp_value(hotp_value(secret, step)), code):
            found = step
    return found


@transaction.atomic
def accept(*, user: User, code: str, at: datetime) -> bool:
    """Take a code of the application or a recovery code, each once. False says nothing about why not."""
    code = _figures(code)
    # Locked, so that of two who send the same code at once one is refused.
    kept = {one.type: one for one in Authenticator.objects.select_for_update().filter(user=user).order_by("pk")}
    if TOTP not in kept or not code:
        return False
    factor = kept[TOTP]
    step = _step_of(decrypt(factor.data["secret"]), code, at)
    if step is not None and step > factor.data.get("step", 0):
        factor.data["step"], factor.last_used_at = step, at
        factor.save(update_fields=["data", "last_used_at"])
        return True
    if CODES in kept and RecoveryCodes(kept[CODES]).validate_code(code):
        tell("account.recovery_code_used", subject=user, by=user, at=at, data={"left": codes_left(user)})
        return True
    return False


@transaction.atomic
def refused_code(*, user: User, at: datetime) -> None:
    """Record a wrong code: whoever typed it knew the password."""
    tell("account.code_failed", subject=user, by=None, at=at)


def codes_left(user: User) -> int:
    """Recovery codes not used yet."""
    kept = Authenticator.objects.filter(user=user, type=CODES).first()
    return len(RecoveryCodes(kept).get_unused_codes()) if kept else 0


# --- setting up --------------------------------------------------------------------------------------------------
def new_secret() -> str:
    """A key that nobody has used, encrypted: it waits in the session until its first code has come."""
    return encrypt(generate_totp_secret())


def readable(secret: str) -> str:
    """The key as a person types it into an application."""
    return decrypt(secret)


@transaction.atomic
def enrol(*, user: User, secret: str, code: str, at: datetime) -> list[str]:
    """Keep the key once its first code is right; returns the recovery codes, shown this once."""
    User.objects.select_for_update().get(pk=user.pk)
    if has(user):
        raise DomainError(_("Tài khoản đã có xác thực hai lớp."))
    step = _step_of(readable(secret), _figures(code), at)
    if step is None:
        raise DomainError(WRONG, field="code")
    Authenticator.objects.create(user=user, type=TOTP, data={"secret": secret, "step": step}, last_used_at=at)
    tell("account.factor_set", subject=user, by=user, at=at)
    return _new_codes(user)


def _new_codes(user: User) -> list[str]:
    Authenticator.objects.filter(user=user, type=CODES).delete()
    return RecoveryCodes.activate(user).generate_codes()


@transaction.atomic
def renew_codes(*, user: User, at: datetime) -> list[str]:
    """Ten new recovery codes; the old ones end."""
    User.objects.select_for_update().get(pk=user.pk)
    if not has(user):
        raise DomainError(_("Tài khoản chưa có xác thực hai lớp."))
    tell("account.codes_renewed", subject=user, by=user, at=at)
    return _new_codes(user)


# --- giving up ---------------------------------------------------------------------------------------------------
@transaction.atomic
def give_up(*, user: User, at: datetime) -> None:
    """Do without, where nobody requires it."""
    if is_required(user):
        raise NotAllowed(_("Cơ quan của ông/bà bắt buộc xác thực hai lớp."))
    if Authenticator.objects.filter(user=user).delete()[0]:
        tell("account.factor_given_up", subject=user, by=user, at=at)


def reset(*, account: User, reason: str, by: User, at: datetime) -> None:
    """Take a lost factor away: an administrator, never one's own; open sessions end, the next sign-in sets up anew."""
    check_reach(account, by)
    _take_away(account=account, reason=reason, by=by, at=at)


def reset_on_the_server(*, account: User, reason: str, at: datetime) -> None:
    """The same by whoever keeps the server, where no second administrator is left."""
    _take_away(account=account, reason=reason, by=None, at=at)


@transaction.atomic
def _take_away(*, account, reason, by, at):
    if not reason.strip():
        raise DomainError(_("Hãy nói vì sao."), field="reason")
    if not Authenticator.objects.filter(user=account).delete()[0]:
        raise DomainError(_("Tài khoản này chưa có xác thực hai lớp."))
    sessions.end_all(account)
    tell("account.factor_reset", subject=account, by=by, at=at, reason=reason)


@transaction.atomic
def choose(*, authority: Authority, waived: bool, reason: str, by: User, at: datetime) -> FactorChoice:
    """An authority does without the second factor, or asks for it again; its administrator says why."""
    if authority.pk not in offices.administered(by):
        raise NotAllowed(_("Ông/bà không quản trị cơ quan này."))
    if not reason.strip():
        raise DomainError(_("Hãy nói vì sao."), field="reason")
    Authority.objects.select_for_update().get(pk=authority.pk)
    choice = FactorChoice.objects.filter(authority=authority).first() or FactorChoice(authority=authority)
    if choice.is_waived == waived:
        raise DomainError(_("Lựa chọn đã như vậy rồi."))
    choice.is_waived = waived
    choice.save(by=by, reason=reason)
    kind = "authority.factor_waived" if waived else "authority.factor_required"
    tell(kind, subject=authority, by=by, at=at, authority=authority, rows=choice.saved_rows(), reason=reason)
    return choice
