"""Before a day passes the owner hears of it, once: what must be looked at again, what was promised to be there."""

from collections import defaultdict
from datetime import date, datetime, timedelta

from django.conf import settings
from django.db import IntegrityError, transaction
from django.template.loader import render_to_string
from django.urls import reverse

from cms.core import outbox
from cms.core.dates import local_day, said, short
from cms.core.models import Authority, RoleHolder, User
from cms.core.roles import Role
from home.compliance.board import SOON, Board, Standing, boards_of
from home.models.compliance import ObligationReminder

#: Who hears of what the focal unit, or nobody by name, is in charge of.
_FOCAL = (Role.FOCAL_HEAD, Role.FOCAL_OFFICER)


def send(at: datetime) -> int:
    """Put today's reminders into the outbox, one mail an owner and authority; returns how many.

    A day is told once for each obligation, however often this runs: the row that says so is written with the mail.
    """
    boards = boards_of(Authority.objects.open().order_by("pk"), local_day(at))
    told = set(_told_already(boards))
    return sum(_send_for(board, told, at) for board in boards)


def _told_already(boards):
    keys = [board.authority.pk for board in boards]
    rows = ObligationReminder.objects.filter(authority__in=keys)
    return rows.values_list("authority", "obligation", "due_on")


def coming(board: Board) -> list[Standing]:
    """What falls due within two weeks and has not fallen due yet: looks, and promised days of gaps."""
    last = board.day + timedelta(days=SOON)
    return [one for one in board.standings if one.until and board.day <= one.until <= last and _is_open(one)]


def _is_open(standing: Standing) -> bool:
    return standing.is_gap or standing.is_soon


def _send_for(board: Board, told: set, at: datetime) -> int:
    news = [one for one in coming(board) if (board.authority.pk, one.code, one.until) not in told]
    if not news:
        return 0
    try:
        with transaction.atomic():
            for one in news:
                ObligationReminder.objects.create(
                    authority=board.authority, obligation=one.code, due_on=one.until, told_at=at
                )
            return _post(board, news, at)
    except IntegrityError:  # another worker was faster and has told them
        return 0


def _post(board: Board, news: list[Standing], at: datetime) -> int:
    by_address = defaultdict(list)
    for one in news:
        for address in addresses(board.authority, one, board.day):
            by_address[address].append(one)
    for address, rows in by_address.items():
        _mail(board.authority, address, rows, at)
    return len(by_address)


def _mail(authority: Authority, address: str, rows: list[Standing], at: datetime) -> None:
    words = {
        "authority": authority,
        "gaps": [_line(one) for one in rows if one.is_gap],
        "looks": [_line(one) for one in rows if not one.is_gap],
        "desk_url": settings.BASE_URL + reverse("compliance:own", args=[authority.code]),
    }
    first = min(one.until for one in rows)
    outbox.post(
        kind="obligations",
        to=address,
        subject=f"{authority.short_name}: {len(rows)} việc phải công khai sắp đến ngày, sớm nhất {short(first)}",
        text=render_to_string("home/notices/obligations.txt", words).strip() + "\n",
        at=at,
    )


def _line(standing: Standing) -> str:
    verb = "phải có" if standing.is_gap else "phải xem lại"
    return f"{standing.obligation.label}: {verb} trước {said(standing.until)}"


def addresses(authority: Authority, standing: Standing, day: date) -> list[str]:
    """The owner's people; without any, the focal point's mailbox or the authority's own."""
    held = RoleHolder.objects.current(day).filter(authority=authority)
    unit = standing.record.unit if standing.record else None
    own_people = {"role": Role.ORIGINATING_UNIT, "unit": unit} if unit and not unit.is_focal else {"role__in": _FOCAL}
    held = held.filter(**own_people)
    people = User.objects.filter(is_active=True, pk__in=held.values("user")).exclude(email="")
    found = list(people.order_by("pk").values_list("email", flat=True))
    focal = getattr(authority, "focal", None)
    return found or [(focal and focal.email) or authority.email]
