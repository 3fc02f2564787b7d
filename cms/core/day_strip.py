"""The day strip (dải ngày): a time limit as weeks from Monday to Sunday, every day counted or not, and why.

It draws what a reckoning says and decides nothing: `starts_on` (not counted), `days` after it, `due_on`.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from cms.core.dates import short, weekday

EXTENDED = "Gia hạn. "
HOLIDAY = "nghỉ lễ, tết"
_NOTICE_NUMBER = re.compile(r"\s*\([^()]*\)$")
WEEK = (
    ("T2", "Thứ Hai"),
    ("T3", "Thứ Ba"),
    ("T4", "Thứ Tư"),
    ("T5", "Thứ Năm"),
    ("T6", "Thứ Sáu"),
    ("T7", "Thứ Bảy"),
    ("CN", "Chủ nhật"),
)


@dataclass(frozen=True)
class Cell:
    """One day of the grid; without a date it is a blank before the first or after the last day."""

    on: date | None = None
    classes: str = "blank"
    number: str = ""
    why: str = ""

    @property
    def label(self) -> str:
        return _day(self.on) if self.on else ""


@dataclass(frozen=True)
class KeyLine:
    classes: str
    text: str


@dataclass(frozen=True)
class Strip:
    weeks: list[list[Cell]]
    key: list[KeyLine]
    rows: list


def _day(day: date) -> str:
    return f"{day.day}/{day.month}"


def _note(day) -> str:
    """What is special about a day: its name, from the part of its reason behind the count, without the notice's number."""
    note = _NOTICE_NUMBER.sub("", day.reason.removeprefix(EXTENDED).partition("; ")[2])
    label, _colon, name = note.partition(": ")
    if name and (label == HOLIDAY or name.lower().startswith(label)):
        note = name
    if not note and not day.counted:
        return "Hạn trước khi gia hạn"
    if note.startswith(weekday(day.date)):
        return "" if day.counted else "Cuối tuần"
    return note[:1].upper() + note[1:]


def build(starts_on: date, due_on: date, days: Iterable, today: date | None = None) -> Strip:
    """The grid, its key and the days line by line. `days` have `date`, `counted`, `number` and `reason`."""
    days = list(days)
    cells = [_start_cell(starts_on, due_on, today)] + [_cell(day, due_on, today) for day in days]
    first, last = cells[0].on, cells[-1].on
    padded = [Cell()] * first.weekday() + cells + [Cell()] * (6 - last.weekday())
    weeks = [padded[start : start + 7] for start in range(0, len(padded), 7)]
    return Strip(weeks, _key(starts_on, due_on, days, today), days)


def _start_cell(starts_on, due_on, today):
    if starts_on == due_on:
        return Cell(starts_on, "due-day", "hạn", "Trả lời ngay")
    classes = "start today" if starts_on == today else "start"
    return Cell(starts_on, classes, "0", "Ngày nhận, chưa tính")


def _cell(day, due_on, today):
    number, why = (str(day.number) if day.counted else "–"), _note(day)
    if day.date == due_on:
        return Cell(due_on, "due-day", str(day.number) if day.counted else "hạn", "Hạn trả lời")
    classes = "off" if not day.counted else "past" if today and day.date <= today else "yes"
    if day.date == today:
        classes, why = f"{classes} today", why or "Hôm nay"
    return Cell(day.date, classes, number, why)


def _key(starts_on, due_on, days, today):
    if starts_on == due_on:
        return [KeyLine("due-day", f"{_day(due_on)}: trả lời ngay trong ngày nhận đủ.")]
    before_due = [day for day in days if day.date != due_on]
    counted = [day for day in before_due if day.counted]
    lines = [KeyLine("start", f"{_day(starts_on)}: ngày nhận đủ. Ngày này không tính, đếm từ hôm sau.")]
    if any(today and day.date < today for day in counted):
        lines.append(KeyLine("past", "Ngày đã qua, có tính."))
    if any(day.date == today for day in days) or today == starts_on:
        lines.append(KeyLine("today", f"Hôm nay, {short(today)}."))
    if any(today is None or day.date > today for day in counted):
        lines.append(KeyLine("yes", "Ngày còn lại, có tính."))
    if off := [day for day in before_due if not day.counted]:
        lines.append(KeyLine("", f"Không tính: {_grouped(off)}."))
    if worked := [day for day in counted if _note(day)]:
        lines.append(KeyLine("past", f"Vẫn tính: {_grouped(worked)}."))
    if extra := next((day for day in days if day.reason.startswith(EXTENDED)), None):
        lines.append(KeyLine("yes", f"Từ {_day(extra.date)}: gia hạn, đếm lại từ 1."))
    return [*lines, KeyLine("due-day", f"{_day(due_on)}: hạn trả lời, đến hết 24 giờ.")]


def _grouped(days) -> str:
    """ "Cuối tuần; Quốc khánh (1/9, 2/9)": each reason once, with its days unless it comes every week."""
    groups: dict[str, list] = {}
    for day in days:
        groups.setdefault(_note(day), []).append(day)
    parts = []
    for note, members in groups.items():
        text = note[:1].lower() + note[1:]
        parts.append("thứ Bảy, Chủ nhật" if note == "Cuối tuần" else f"{text} ({_spans(members)})")
    return "; ".join(parts)


def _spans(days) -> str:
    """ "31/8", "1/9–2/9": neighbouring days as one span."""
    spans: list[list[date]] = []
    for day in days:
        if spans and day.date - spans[-1][-1] == timedelta(days=1):
            spans[-1].append(day.date)
        else:
            spans.append([day.date])
    return ", ".join(_day(span[0]) if len(span) == 1 else f"{_day(span[0])}–{_day(span[-1])}" for span in spans)
