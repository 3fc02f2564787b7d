"""Signing in at the identity provider of a province (OpenID Connect Core 1.0): authorization code with PKCE.

Off until the environment names an issuer. Every answer is checked here: state, nonce, signature, issuer, audience, times.
Nothing but the subject is read from the token: no name, no address, no right.
"""

import base64
import hashlib
from dataclasses import dataclass
from datetime import datetime
from urllib.parse import urlencode

import jwt
import requests
from django.conf import settings
from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils.crypto import get_random_string
from django.utils.translation import gettext_lazy as _

from cms.core.accounts.services import check_reach
from cms.core.acts import tell
from cms.core.addresses import absolute
from cms.core.errors import DomainError
from cms.core.models import Identity, User
from cms.core.secrets import same

#: Seconds for one answer of the provider; seconds that a sign-in may take there; seconds that clocks may differ.
PATIENCE, LASTS, SKEW = 10, 600, 60
#: Asymmetric only: a shared secret or no signature at all proves nothing.
ALGORITHMS = ("RS256", "PS256", "ES256")
KEPT = "openid"


class RefusedIdentityError(Exception):
    """What came back is not to be believed; `code` is what the record says, people read one sentence for all."""

    def __init__(self, code: str):
        super().__init__(code)
        self.code = code


@dataclass(frozen=True)
class Answer:
    """Whom the provider vouches for, and where they wanted to go."""

    issuer: str
    subject: str
    going_to: str


def is_on() -> bool:
    """Whether this installation names a provider."""
    return bool(settings.OIDC_ISSUER and settings.OIDC_CLIENT_ID)


# --- there and back ----------------------------------------------------------------------------------------------
def way_there(session, going_to: str, at: datetime) -> str:
    """The provider's address for this sign-in; what must come back with it is kept in the session."""
    provider = _provider()
    kept = {name: get_random_string(43) for name in ("state", "nonce", "verifier")}
    session[KEPT] = kept | {"going_to": going_to, "at": at.timestamp()}
    challenge = base64.urlsafe_b64encode(hashlib.sha256(kept["verifier"].encode()).digest()).rstrip(b"=").decode()
    asked = {
        "response_type": "code",
        "scope": "openid",
        "client_id": settings.OIDC_CLIENT_ID,
        "redirect_uri": _way_back(),
        "state": kept["state"],
        "nonce": kept["nonce"],
        "code_challenge": challenge,
        "code_challenge_method": "S256",
    }
    address = provider["authorization_endpoint"]
    return f"{address}{'&' if '?' in address else '?'}{urlencode(asked)}"


def answer(session, told, at: datetime) -> Answer:
    """Who came back. `told` are the parameters of the address; what was kept serves once, whatever happens."""
    kept = session.pop(KEPT, None)
    if kept is None or not same(kept["state"], told.get("state", "")):
        raise RefusedIdentityError("state")
    if not 0 <= at.timestamp() - kept["at"] < LASTS:
        raise RefusedIdentityError("late")
    if "error" in told or not told.get("code"):
        raise RefusedIdentityError("not_given")
    provider = _provider()
    claims = _claims(provider, _id_token(provider, told["code"], kept["verifier"]))
    if not same(kept["nonce"], str(claims["nonce"])):
        raise RefusedIdentityError("nonce")
    return Answer(issuer=settings.OIDC_ISSUER, subject=claims["sub"], going_to=kept["going_to"])


def _way_back() -> str:
    return absolute(reverse("account_openid_back"))


def _fetch(method: str, address: str, **words) -> dict:
    try:
        found = requests.request(method, address, timeout=PATIENCE, allow_redirects=False, **words)
        found.raise_for_status()
        told = found.json()
    except (requests.RequestException, ValueError) as error:
        raise RefusedIdentityError("silent") from error
    if found.status_code != 200 or not isinstance(told, dict):
        raise RefusedIdentityError("silent")
    return told


def _provider() -> dict:
    """The provider's own description; it must speak for the issuer that the installation names."""
    told = _fetch("GET", f"{settings.OIDC_ISSUER.rstrip('/')}/.well-known/openid-configuration")
    needed = ("issuer", "authorization_endpoint", "token_endpoint", "jwks_uri")
    if (
        any(not isinstance(told.get(name), str) for name in needed)
        or told["issuer"].rstrip("/") != settings.OIDC_ISSUER
    ):
        raise RefusedIdentityError("issuer")
    return told


def _id_token(provider: dict, code: str, verifier: str) -> str:
    asked = {
        "grant_type": "authorization_code",
        "code": code,
        "redirect_uri": _way_back(),
        "code_verifier": verifier,
    }
    secret = (settings.OIDC_CLIENT_ID, settings.OIDC_CLIENT_SECRET)
    told = _fetch("POST", provider["token_endpoint"], data=asked, auth=secret)
    if not isinstance(told.get("id_token"), str):
        raise RefusedIdentityError("token")
    return told["id_token"]


def _claims(provider: dict, token: str) -> dict:
    """What the token says, once its signature, issuer, audience and times are right."""
    try:
        keys = jwt.PyJWKSet.from_dict(_fetch("GET", provider["jwks_uri"]))
        key = keys[jwt.get_unverified_header(token).get("kid", "")]
        claims = jwt.decode(
            token,
            key=key,
            algorithms=list(ALGORITHMS),
            audience=settings.OIDC_CLIENT_ID,
            issuer=provider["issuer"],
            leeway=SKEW,
            options={"require": ["exp", "iat", "iss", "aud", "sub", "nonce"]},
        )
    except (jwt.PyJWTError, KeyError) as error:
        raise RefusedIdentityError("token") from error
    if claims.get("azp", settings.OIDC_CLIENT_ID) != settings.OIDC_CLIENT_ID or not isinstance(claims["sub"], str):
        raise RefusedIdentityError("token")
    return claims


# --- who is who --------------------------------------------------------------------------------------------------
def person(found: Answer) -> User | None:
    """The open account that an administrator has bound to this subject; nobody else, whatever address it has."""
    bound = Identity.objects.filter(issuer=found.issuer, subject=found.subject, ended_at=None).select_related("user")
    return next((one.user for one in bound if one.user.is_active), None)


@transaction.atomic
def record_refusal(code: str, at: datetime) -> None:
    tell("account.identity_refused", subject=None, by=None, at=at, data={"why": code})


@transaction.atomic
def bind(*, account: User, subject: str, reason: str, by: User, at: datetime) -> Identity:
    """From now on whoever the provider calls by this subject signs in as this account; an earlier binding ends."""
    check_reach(account, by)
    subject = subject.strip()
    if not subject:
        raise DomainError(_("Hãy ghi mã định danh."), field="subject")
    if not reason.strip():
        raise DomainError(_("Hãy nói vì sao."), field="reason")
    taken = Identity.objects.filter(issuer=settings.OIDC_ISSUER, subject=subject, ended_at=None)
    if taken.exists():
        raise DomainError(_("Mã định danh này đã gắn với một tài khoản."), field="subject")
    _end(account, reason=reason, by=by, at=at)
    bound = Identity(user=account, issuer=settings.OIDC_ISSUER, subject=subject)
    try:
        with transaction.atomic():
            bound.save(by=by, reason=reason)
    except IntegrityError as error:
        raise DomainError(_("Mã định danh này đã gắn với một tài khoản."), field="subject") from error
    tell("account.identity_bound", subject=account, by=by, at=at, rows=bound.saved_rows(), reason=reason)
    return bound


@transaction.atomic
def unbind(*, account: User, reason: str, by: User, at: datetime) -> None:
    """The subject signs in no more; the account itself stays as it is."""
    check_reach(account, by)
    if not reason.strip():
        raise DomainError(_("Hãy nói vì sao."), field="reason")
    if not _end(account, reason=reason, by=by, at=at):
        raise DomainError(_("Tài khoản này chưa gắn định danh nào."))


def _end(account, *, reason, by, at) -> bool:
    bound = (
        Identity.objects.select_for_update().filter(user=account, issuer=settings.OIDC_ISSUER, ended_at=None).first()
    )
    if bound is None:
        return False
    bound.ended_at = at
    bound.save(by=by, reason=reason)
    tell("account.identity_unbound", subject=account, by=by, at=at, rows=bound.saved_rows(), reason=reason)
    return True
