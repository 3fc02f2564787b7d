"""What another calendar would do to open requests: each date now and then, and why. Nothing is changed here."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from hashlib import sha256

from cms.core.dates import said, short
from cms.law.workdays import ROLLED, Reckoning, WorkCalendar
from workflow import clock
from workflow.clock import Deadline
from workflow.models import InformationRequest


class Effect(StrEnum):
    """What becomes of a due date under another calendar."""

    LATER = "LATER"
    #: Only where no date was told yet.
    EARLIER = "EARLIER"
    #: Counting would end sooner; the date told to the requester stands.
    KEPT = "KEPT"
    #: The same day, no longer provisional (or provisional from now on).
    SETTLED = "SETTLED"
    SAME = "SAME"


@dataclass(frozen=True)
class Moved:
    """One open request under another calendar, with a sentence that says why."""

    info_request: InformationRequest
    effect: Effect
    before: date
    after: date
    why: str
    #: Whether the columns that queues sort by change, be it only the day of the first notice.
    is_written: bool

    @property
    def moves(self) -> bool:
        return self.before != self.after


@dataclass(frozen=True)
class Outlook:
    """Every open request whose clock runs, under another calendar; `token` stands for exactly what was shown."""

    rows: tuple[Moved, ...]
    token: str

    @property
    def moved(self) -> list[Moved]:
        """The ones worth a line: all but those that stay as they are."""
        return [row for row in self.rows if row.effect is not Effect.SAME]

    def count(self, effect: str) -> int:
        return sum(row.effect == effect for row in self.rows)

    @property
    def told(self) -> int:
        """How many requesters are told a new date."""
        return sum(row.moves for row in self.rows)


def look(info_requests: Iterable[InformationRequest], known: WorkCalendar, wanted: WorkCalendar) -> Outlook:
    """Where each of these running requests would stand if `wanted` were the calendar instead of `known`."""
    rows = tuple(_moved(info_request, known, wanted) for info_request in info_requests)
    return Outlook(rows, _token(wanted, rows))


def _moved(info_request: InformationRequest, known: WorkCalendar, wanted: WorkCalendar) -> Moved:
    now, then = clock.explain(info_request, known), clock.explain(info_request, wanted)
    before, after = info_request.due_on, then.due_on
    written = (
        after != before
        or then.provisional != info_request.due_is_provisional
        or clock.notice_due_on(info_request, wanted) != info_request.notice_due_on
    )
    effect = _effect(info_request, now, then)
    return Moved(info_request, effect, before, after, _why(effect, now, then), written)


def _effect(info_request: InformationRequest, now: Deadline, then: Deadline) -> Effect:
    if then.due_on != info_request.due_on:
        return Effect.LATER if then.due_on > info_request.due_on else Effect.EARLIER
    if then.is_kept and then.counted_to < now.counted_to:
        return Effect.KEPT
    return Effect.SETTLED if then.provisional != info_request.due_is_provisional else Effect.SAME


# --- why, in a sentence --------------------------------------------------------------------------------------------
def _why(effect: Effect, now: Deadline, then: Deadline) -> str:
    if effect is Effect.SAME:
        return ""
    if effect is Effect.SETTLED:
        return then.provisional_reason or "Ngày không đổi, không còn là tạm tính."
    if effect is Effect.KEPT:
        return f"Tính ra {said(then.counted_to)}, nhưng đã báo {said(then.due_on)}: không rút ngắn."
    for old, new in zip(now.legs, then.legs, strict=True):
        if (old.starts_on, old.due_on) != (new.starts_on, new.due_on):
            return _why_leg(old, new)
    return f"Tính lại theo lịch hiện hành: {said(then.due_on)}."


def _why_leg(old: Reckoning, new: Reckoning) -> str:
    """What in one leg of the term differs: where it rolls to, or which days count."""
    if rolled := [day.date for day in new.days if day.article == ROLLED]:
        ends = new.days[-len(rolled) - 1]
        return f"Hết {ends.number} ngày vào {_day(ends.date, new)}; nghỉ {_days([ends.date, *rolled[:-1]], new)}."
    if any(day.article == ROLLED for day in old.days):
        return f"Hết {new.days[-1].number} ngày vào {_day(new.due_on, new)}, nay là ngày làm việc."
    counted = {day.date: day.counted for day in old.days}
    lost = [day.date for day in new.days if not day.counted and counted.get(day.date) is True]
    gained = [day.date for day in new.days if day.counted and counted.get(day.date) is False]
    parts = [f"{_days(lost, new)} không còn được đếm"] if lost else []
    parts += [f"{_days(gained, new)} được đếm"] if gained else []
    return f"{'; '.join(parts) or f'Tính tiếp từ {said(new.starts_on)}'}."


def _days(days: Iterable[date], leg: Reckoning) -> str:
    *most, last = [_day(day, leg) for day in days]
    return f"{', '.join(most)} và {last}" if most else last


def _day(day: date, leg: Reckoning) -> str:
    """23/11, with its year where the term ends in another one."""
    return f"{day:%d/%m}" if day.year == leg.due_on.year else short(day)


def _token(calendar: WorkCalendar, rows: Iterable[Moved]) -> str:
    """SHA-256 of the calendar and of every date that would be written: the same preview has the same."""
    days = sorted(
        [day.date.isoformat(), str(day.code), day.name, day.notice_number, day.source] for day in calendar.days.values()
    )
    dates = sorted([row.info_request.code, str(row.before), str(row.after)] for row in rows if row.is_written)
    text = json.dumps([days, sorted(calendar.confirmed_years), dates], ensure_ascii=False, separators=(",", ":"))
    return sha256(text.encode("utf-8")).hexdigest()
