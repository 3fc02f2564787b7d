"""Dates as Vietnamese offices write and say them. Local dates are Asia/Ho_Chi_Minh, UTC+07:00 without summer time."""

from datetime import date, datetime

from django.utils import timezone

WEEKDAYS = ("Thứ Hai", "Thứ Ba", "Thứ Tư", "Thứ Năm", "Thứ Sáu", "Thứ Bảy", "Chủ nhật")


def local_day(moment: datetime) -> date:
    """The calendar day in Việt Nam on which a moment falls."""
    return timezone.localtime(moment).date()


def today() -> date:
    """The present day in Việt Nam; only doors call it, rules are given their day."""
    return local_day(timezone.now())


def short(day: date) -> str:
    """05/01/2026."""
    return f"{day.day:02d}/{day.month:02d}/{day.year}"


def weekday(day: date) -> str:
    """Thứ Hai … Chủ nhật; Django's own `l` says "Thứ 2"."""
    return WEEKDAYS[day.weekday()]


def said(day: date) -> str:
    """thứ Tư 25/11/2026: a date on which somebody must act."""
    name = weekday(day)
    return f"{name[0].lower()}{name[1:]} {short(day)}"


def letter_date(day: date) -> str:
    """ngày 05 tháng 01 năm 2026; of the months only 1 and 2 take a zero (NĐ 30/2020, Phụ lục I)."""
    month = f"{day.month:02d}" if day.month <= 2 else str(day.month)
    return f"ngày {day.day:02d} tháng {month} năm {day.year}"
