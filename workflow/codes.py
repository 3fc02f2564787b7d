"""Case numbers identify, tracking codes authorise (standards.md 5.5; S4, S5)."""

import hashlib
import hmac
import re
import secrets
from datetime import date

from django.conf import settings

from cms.core.models import Authority
from cms.core.numbers import next_number
from cms.core.secrets import keyed_hash, same

DIGITS = 16  # 53 bits; digits are easiest on old phones and by voice


def next_case_number(authority: Authority, day: date) -> str:
    """SV-261112-0003: the authority's mark, the day it was entered, the day's count."""
    stamp = f"{day:%y%m%d}"
    return f"{authority.case_prefix}-{stamp}-{next_number(f'case:{authority.pk}:{stamp}'):04d}"


def new_key() -> str:
    """The browser's secret for one intention to send; kept in its cookie and nowhere else."""
    return secrets.token_urlsafe(32)


def submission_key(key: str) -> str:
    """What the database keeps of the browser's key: enough to notice a second sending, not enough to derive the code."""
    return keyed_hash("submission", key)


def draft_key(key: str) -> str:
    return keyed_hash("draft", key)


def tracking_code(key: str) -> str:
    """The code of the case sent under this browser key: derived, so that a lost answer can be shown again."""
    digest = hmac.new(settings.PEPPER.encode(), f"tracking\x1f{key}".encode(), hashlib.sha256).digest()
    return f"{int.from_bytes(digest, 'big') % 10**DIGITS:0{DIGITS}d}"


def random_code() -> str:
    """A code that no browser can derive: for paper entry and for codes issued anew at the counter."""
    return f"{secrets.randbelow(10**DIGITS):0{DIGITS}d}"


def grouped(code: str) -> str:
    """1234 5678 9012 3456."""
    return " ".join(code[i : i + 4] for i in range(0, len(code), 4))


def tidy_code(typed: str) -> str:
    """Digits only, whatever spaces, dots or hyphens were typed between them."""
    return "".join(c for c in typed if c in "0123456789")


def tidy_number(typed: str) -> str:
    """SV-261112-0003, whatever case, spaces, dots and kind of hyphen were typed, or none between the parts."""
    parts = re.findall(r"[A-Z0-9]+", typed.upper())
    if len(parts) == 1:
        parts = re.sub(r"^([A-Z]+)(\d{6})(\d{4,})$", r"\1 \2 \3", parts[0]).split()
    return "-".join(parts)[:40]


def tracking_hash(number: str, code: str) -> str:
    return keyed_hash("code", f"{number}\x1f{code}")


def code_opens(number: str, code: str, kept_hash: str) -> bool:
    """Constant time; call it with a dummy hash when the case is unknown, so that both look the same."""
    return same(tracking_hash(number, code), kept_hash)
