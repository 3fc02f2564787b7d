"""Limits on signing in: soft by address, growing delay by account, never a permanent lock (security.md)."""

from datetime import datetime

from django.utils.translation import gettext_lazy as _

from cms.core.throttle import Limit, Tally, count, forget, network, used_up

#: Wrong tries from one address. Right ones are not counted: a whole office may share one address in the morning.
ADDRESS = Limit("sign-in-address", 20, 3600)
#: Wrong passwords for one account before it must wait; counted over a day.
FREE_TRIES = 5
FAILURES = Limit("sign-in-failures", FREE_TRIES, 86_400)
#: Seconds between further tries. A window is waited out at most twice, so the last one means fifteen minutes at most.
WAITS = tuple(Limit(f"sign-in-wait-{seconds}", 1, seconds) for seconds in (30, 60, 120, 240, 450))

TOO_MANY_HERE = _("Có quá nhiều lần đăng nhập sai từ mạng này. Hãy thử lại sau ít phút.")
WAIT = _("Đã nhập sai nhiều lần. Hãy thử lại sau %(minutes)s phút, hoặc nhờ quản trị đặt lại mật khẩu.")


def refusal(username: str, address: str, at: datetime) -> str:
    """Why this try may not be made now, in a sentence; empty when it may. One query, counts nothing."""
    steps = {limit.name: limit for limit in WAITS}
    tallies = [Tally(ADDRESS, network(address)), *(Tally(limit, _key(username)) for limit in WAITS)]
    blocked = used_up(tallies, at)
    waits = [tally.limit.seconds for tally in blocked if tally.limit.name in steps]
    if waits:
        return WAIT % {"minutes": max(waits) * 2 // 60 or 1}
    return str(TOO_MANY_HERE) if blocked else ""


def failed(username: str, address: str, at: datetime) -> None:
    """Count a wrong try; from the fifth on the account waits, longer each time."""
    key = _key(username)
    failures = count([Tally(ADDRESS, network(address)), Tally(FAILURES, key)], at)[Tally(FAILURES, key)]
    if failures >= FREE_TRIES:
        count([Tally(WAITS[min(failures - FREE_TRIES, len(WAITS) - 1)], key)], at)


def succeeded(username: str) -> None:
    """The right password: the account starts afresh."""
    for limit in (FAILURES, *WAITS):
        forget(limit, _key(username))


def _key(username: str) -> str:
    return username.strip().casefold()[:254]
