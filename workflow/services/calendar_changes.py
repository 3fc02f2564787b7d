"""A day off more or less, or a year confirmed: open requests move with it, by two people, never shortening a promise."""

from datetime import datetime, timedelta

from django.db import transaction

from cms.audit.record import SYSTEM
from cms.core.errors import StaleView
from cms.law import services as law
from cms.law.models import CalendarChange, CalendarYear
from cms.law.workdays import WorkCalendar
from workflow import clock, notices
from workflow.models import InformationRequest
from workflow.services import corrections, remedies
from workflow.services.acting import finish, tell
from workflow.services.moved_dates import Moved, Outlook, look

#: How long after a change a request may still come to light that was being sent at the very moment of it.
_LATE_COMERS = timedelta(hours=25)


# --- looking ---------------------------------------------------------------------------------------------------------
def preview(calendar: WorkCalendar) -> Outlook:
    """Where every running request would stand under this calendar; nothing is changed."""
    return look(_running().by_due_date(), law.current_calendar(), calendar)


def preview_change(change: CalendarChange) -> Outlook:
    """What applying this change would move. The change need not be saved."""
    return preview(law.calendar_with(change.changes))


def preview_year(year: CalendarYear) -> Outlook:
    """What confirming this draft would move."""
    return preview(law.calendar_if_confirmed(year))


def _running():
    return InformationRequest.objects.running().exclude(due_on=None).with_people().prefetch_related("extensions")


# --- acting ----------------------------------------------------------------------------------------------------------
@transaction.atomic
def apply(*, change: CalendarChange, by, at: datetime, seen: str | None = None) -> Outlook:
    """A second person applies a proposed change, and what it moves moves with it, all at once.

    `seen` is the token of the preview they looked at; StaleView if that is no longer what would happen.
    """
    held, known, others = _held(), law.current_calendar(), _others()
    calendar = law.apply_day_change(change=change, by=by, at=at)
    outlook = _as_seen(look(held, known, calendar), seen)
    for row in outlook.rows:
        _move(row, calendar, by=by, at=at, reason=change.reason, data={"notice": change.notice_number})
    _recount(others, by=by, at=at, reason=change.reason, calendar=calendar)
    return outlook


@transaction.atomic
def confirm_year(*, year: CalendarYear, source: str, by, at: datetime, seen: str | None = None) -> Outlook:
    """A second person confirms a year; dates that reach into it are counted anew and are no longer provisional.

    `source` is the number and day of the notice it was checked against; `seen` as in `apply`.
    """
    held, known, others = _held(), law.current_calendar(), _others()
    year = law.confirm_calendar_year(year=year, source=source, by=by, at=at)
    calendar = law.current_calendar()
    outlook = _as_seen(look(held, known, calendar), seen)
    for row in outlook.rows:
        _move(row, calendar, by=by, at=at, reason=f"Lịch năm {year.year}: {year.source}", data={"year": year.year})
    _recount(others, by=by, at=at, reason=f"Lịch năm {year.year}: {year.source}", calendar=calendar)
    return outlook


def catch_up(at: datetime) -> int:
    """Move requests that were being sent while the calendar changed, and so were counted by the old one.

    Returns how many. The worker calls it every hour; it looks only for a day after a change.
    """
    since = at - _LATE_COMERS
    if not (
        CalendarChange.objects.filter(decided_at__gte=since).exists()
        or CalendarYear.objects.filter(confirmed_at__gte=since).exists()
    ):
        return 0
    with transaction.atomic():
        held, calendar, others = _held(), law.current_calendar(), _others()
        rows = [row for row in look(held, calendar, calendar).rows if row.is_written]
        for row in rows:
            _move(row, calendar, by=SYSTEM, at=at, reason="Vào sổ đúng lúc lịch thay đổi", data={})
        moved = _recount(others, by=SYSTEM, at=at, reason="Vào sổ đúng lúc lịch thay đổi", calendar=calendar)
    return len(rows) + moved


#: What else has days of its own, each with its way of holding and of counting anew.
_OTHERS = (corrections, remedies)


def _others() -> list:
    return [(kind, kind.hold_open()) for kind in _OTHERS]


def _recount(others, **act) -> int:
    return sum(kind.recount(held, **act) for kind, held in others)


def _held() -> list[InformationRequest]:
    """Every running request, locked before anything is recorded: others lock their request first, then the record."""
    return list(_running().select_for_update(of=("self",)).order_by("pk"))


def _as_seen(outlook: Outlook, seen: str | None) -> Outlook:
    if seen is not None and seen != outlook.token:
        raise StaleView("Bản xem trước vừa thay đổi. Chưa áp dụng gì. Hãy xem lại rồi bấm lần nữa.")
    return outlook


def _move(row: Moved, calendar: WorkCalendar, *, by, at: datetime, reason: str, data: dict) -> None:
    if not row.is_written:
        return
    info_request = row.info_request
    clock.settle(info_request, calendar)
    act = {"by": by, "at": at, "reason": reason}
    if not row.moves:
        finish("request.due_date_settled", info_request, **act, data=data)
        return
    tell(info_request)
    finish("request.due_date_moved", info_request, **act, data={"before": row.before.isoformat()} | data)
    notices.post("date_moved", info_request, at=at)
