"""Days and moments as a lawyer writes them: 03/09/2026, 03/09/2026 14:30, on the wall of a Vietnamese office."""

from datetime import date, datetime, time

from django.utils import timezone

NINE = time(9)


def day(text: str) -> date:
    """25/04/2025."""
    number, month, year = map(int, text.split("/"))
    return date(year, month, number)


def moment(text: str) -> datetime:
    """25/04/2025 14:30, or 25/04/2025 alone for nine in the morning; Asia/Ho_Chi_Minh."""
    on, _, clock = text.partition(" ")
    return timezone.make_aware(datetime.combine(day(on), time.fromisoformat(clock) if clock else NINE))


def within_one_minute(monkeypatch):
    """Readings count as of one minute, whatever the clock says: a test that begins at a minute's end would see two."""
    from cms.core import throttle

    real, at = throttle.may_read, timezone.now()
    monkeypatch.setattr(throttle, "may_read", lambda door, most, address, _now: real(door, most, address, at))
