"""How often a door may be knocked at (security.md). Soft by address, because mobile carriers share addresses: nobody
is shut out for long, and a limit asks a question or a minute's patience instead of a captcha.
"""

import logging
from datetime import datetime

from cms.core import outbox, throttle
from cms.core.authority_url import host_authority
from cms.core.throttle import Limit, Tally, network

OPEN_FORM_A_MINUTE = 120
SEND_BY_ADDRESS = Limit("send-address", 10, 3600)
SEND_BY_PERSON = Limit("send-person", 3, 3600)
SEND_SITE_WIDE = Limit("send-site", 50, 3600)
UPLOAD_BY_ADDRESS = Limit("upload", 60, 3600)
LOOKUP_MINUTE = Limit("lookup-minute", 10, 60)
LOOKUP_HOUR = Limit("lookup-hour", 60, 3600)
LOOKUP_CASE = Limit("lookup-case", 10, 3600)
LOOKUP_FAILED_SITE_WIDE = Limit("lookup-failed", 100, 3600)
#: Past its limits an address, and past a case's limit anybody on that case, may still try once in a while.
SLOW_LANE_SECONDS = 20
SLOW_ADDRESS = Limit("lookup-slow-address", 1, SLOW_LANE_SECONDS)
SLOW_CASE = Limit("lookup-slow-case", 1, SLOW_LANE_SECONDS)
#: A machine fills eight pages in less.
LEAST_SECONDS_TO_FILL = 5

_alerts = logging.getLogger("minhbach.alerts")


def may_open_form(address: str, at: datetime) -> bool:
    return throttle.may_read("open-form", OPEN_FORM_A_MINUTE, address, at)


def may_send_file(address: str, at: datetime) -> bool:
    """Keeps one address from filling the disk; the request itself may always be sent without files."""
    return throttle.hit(UPLOAD_BY_ADDRESS, network(address), at)


# --- sending -------------------------------------------------------------------------------------------------------
def send_tallies(address: str, phone: str, email: str) -> list[Tally]:
    """What one sending counts on."""
    people = [Tally(SEND_BY_PERSON, contact) for contact in (phone, email.lower()) if contact]
    return [Tally(SEND_BY_ADDRESS, network(address)), *people]


def is_often(tallies: list[Tally], at: datetime) -> bool:
    return bool(throttle.used_up(tallies, at))


def count_sending(tallies: list[Tally], at: datetime) -> None:
    """Count it, and tell staff once an hour when the whole site receives unusually many."""
    site = Tally(SEND_SITE_WIDE, "site")
    if throttle.count([*tallies, site], at)[site] == SEND_SITE_WIDE.count + 1:
        _alert(
            "Cảnh báo: nhiều yêu cầu bất thường",
            f"Trang đã nhận hơn {SEND_SITE_WIDE.count} yêu cầu trong một giờ. Ông/bà kiểm tra hồ sơ mới ở bàn làm việc.",
            at,
        )


# --- looking up ----------------------------------------------------------------------------------------------------
def may_look_up(address: str, number: str, at: datetime) -> bool:
    """Count one try, or refuse it. The same for every number, whether a case of that number exists or not."""
    by_address = [Tally(LOOKUP_MINUTE, network(address)), Tally(LOOKUP_HOUR, network(address))]
    by_case = Tally(LOOKUP_CASE, number)
    slow_address = Tally(SLOW_ADDRESS, network(address))
    slow_case = Tally(SLOW_CASE, f"{network(address)} {number}")
    full = throttle.used_up([*by_address, by_case, slow_address, slow_case], at)
    if any(tally in full for tally in by_address):
        lane = slow_address
    elif by_case in full:
        lane = slow_case
    else:
        lane = None
    if lane in full:
        return False
    throttle.count([*by_address, by_case, *([lane] if lane else [])], at)
    return True


def count_failed_look_up(at: datetime) -> None:
    """Tell staff once an hour when somebody seems to be guessing."""
    site = Tally(LOOKUP_FAILED_SITE_WIDE, "site")
    if throttle.count([site], at)[site] == LOOKUP_FAILED_SITE_WIDE.count + 1:
        _alert(
            "Cảnh báo: nhiều lần tra cứu sai",
            f"Hơn {LOOKUP_FAILED_SITE_WIDE.count} lần tra cứu không đúng trong một giờ. Có thể có người dò mã hồ sơ.",
            at,
        )


def _alert(subject: str, text: str, at: datetime) -> None:
    """To the log, and to the mailbox of the authority that answers for the whole site."""
    _alerts.warning(text)
    host = host_authority()
    if host is not None:
        focal = getattr(host, "focal", None)
        outbox.post(kind="alert", to=(focal and focal.email) or host.email, subject=subject, text=text, at=at)
