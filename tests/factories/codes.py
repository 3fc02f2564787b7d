"""Codes of a second factor, as a telephone would show them."""

from datetime import datetime

from cms.core.accounts import second_factor
from cms.core.accounts.second_factor import PERIOD, format_hotp_value, hotp_value


def code_at(secret: str, at: datetime, steps: int = 0) -> str:
    """The code of a key (as it is kept, encrypted) at a moment, or so many steps of thirty seconds later."""
    return format_hotp_value(hotp_value(second_factor.readable(secret), int(at.timestamp()) // PERIOD + steps))


def enrolled(person, at: datetime) -> tuple[str, list[str]]:
    """Let somebody have a second factor since a while; returns its key and the recovery codes."""
    secret = second_factor.new_secret()
    codes = second_factor.enrol(user=person, secret=secret, code=code_at(secret, at), at=at)
    return secret, codes
