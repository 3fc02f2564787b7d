"""Whether the calendar of the next year is there in time: a term that reaches into a year without one is provisional."""

from django.utils import timezone

from cms.core.doctor import examined, ill, note, well
from cms.law.models import CalendarYear, YearState

#: From this month on terms of ordinary length reach into the next year.
ASKED_FROM, NEEDED_FROM = 10, 12


def connect():
    """Register with the doctor."""
    examined("Lịch làm việc", of_calendar)


def of_calendar(at):
    day = timezone.localdate(at)
    confirmed = set(CalendarYear.objects.filter(state=YearState.CONFIRMED).values_list("year", flat=True))
    if day.year not in confirmed:
        yield ill(f"Chưa xác nhận lịch làm việc năm {day.year}.", "Nhập và xác nhận ở trang Lịch làm việc.")
    following = f"Chưa xác nhận lịch làm việc năm {day.year + 1}."
    if day.year + 1 in confirmed:
        yield well(f"Lịch làm việc đã xác nhận đến năm {day.year + 1}.")
    elif day.month >= NEEDED_FROM:
        yield ill(following, "Hạn trả lời sang năm sau đang là tạm tính: nhập theo thông báo nghỉ lễ và xác nhận.")
    elif day.month >= ASKED_FROM:
        yield note(following, "Khi có thông báo nghỉ lễ thì nhập và xác nhận.")
    elif day.year in confirmed:
        yield well(f"Lịch làm việc năm {day.year} đã xác nhận.")
