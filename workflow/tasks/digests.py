"""Each working morning one mail an officer: what is overdue, what falls due soon, what waits for this very person.

It reads the worklists of the desk, so that mail and desk never disagree.
"""

from datetime import date, datetime

from django.db import transaction
from django.db.models import Q

from cms.core.dates import local_day, said
from cms.core.models import RoleHolder, User
from cms.core.roles import CASE_ROLES, Role
from cms.law.services import current_calendar
from workflow import access, clock, correction_moves, notices, queues, remedy_moves
from workflow.choices import OPEN_STATUSES

#: The worklists in which somebody waits for this person, in the words of the digest.
WAITING = {
    "to_sign": "chờ ông/bà ký duyệt",
    "to_issue": "có văn bản chờ phát hành",
    "to_check": "có tệp chờ ông/bà kiểm tra",
    "my_turn": "đến lượt ông/bà xử lý",
}


def send(at: datetime) -> int:
    """Put today's digests into the outbox; returns for how many people there was something to tell.

    Exactly one a person and day, however often this runs: the occasion is the message's identity.
    """
    day, calendar = local_day(at), current_calendar()
    return sum(_send_to(queues.Desk.of(officer, day, calendar), at) for officer in officers_on(day))


def officers_on(day: date):
    """People with an office in the procedure on that day, and an address to write to."""
    held = RoleHolder.objects.current(day).filter(role__in=CASE_ROLES)
    return User.objects.filter(is_active=True, pk__in=held.values("user")).exclude(email="").order_by("pk")


@transaction.atomic
def _send_to(desk: queues.Desk, at: datetime) -> bool:
    words = words_for(desk)
    if not any(words.values()):
        return False
    notices.post_digest(desk.user, desk.day, at=at, **words)
    return True


def words_for(desk: queues.Desk) -> dict[str, list[str]]:
    """The lines of the digest, each request once: by its date where that presses, else by what it waits for."""
    overdue, due_soon, waiting = [], [], []
    waits = _what_waits(desk)
    for info_request in _concerning(desk, waits):
        due_on, reason = info_request.due_on, waits.get(info_request.pk, "")  # no due date: the clock does not run
        if due_on and due_on < desk.day:
            overdue.append(_line(info_request, f"quá hạn {(desk.day - due_on).days} ngày", reason))
        elif due_on and due_on <= desk.soon_until(info_request.authority):
            due_soon.append(_line(info_request, _left(due_on, desk), reason))
        elif reason:
            waiting.append(f"{info_request.code}: {reason}")
    for correction in _corrections(desk):
        due_on = correction.due_on
        if due_on < desk.day:
            overdue.append(_line(correction, f"kiến nghị đính chính quá hạn {(desk.day - due_on).days} ngày", ""))
        elif due_on <= desk.soon_until(correction.authority):
            due_soon.append(_line(correction, f"kiến nghị đính chính {_left(due_on, desk)}", ""))
        else:
            waiting.append(f"{correction.code}: kiến nghị đính chính chờ ông/bà")
    for remedy in remedy_moves.waiting_for(desk.user):
        due_on, what = remedy.due_on, str(remedy.get_kind_display()).lower()
        if due_on and due_on < desk.day:
            overdue.append(_line(remedy, f"{what} quá hạn {(desk.day - due_on).days} ngày", ""))
        elif due_on and due_on <= desk.soon_until(remedy.authority):
            due_soon.append(_line(remedy, f"{what} {_left(due_on, desk)}", ""))
        else:
            waiting.append(f"{remedy.code}: {what} chờ ông/bà")
    return {"overdue": overdue, "due_soon": due_soon, "waiting": waiting}


def _corrections(desk):
    """Open requests for correction on which this very person may act now."""
    found = access.visible_corrections(desk.user).open().with_people().by_due_date()
    moves = ((one, correction_moves.allowed(one, desk.user, desk.day)) for one in found)
    return [one for one, may in moves if any(move.main for move in may)]


def _what_waits(desk) -> dict[int, str]:
    """Why a request waits for this person, the most pressing reason first."""
    found: dict[int, str] = {}
    for name, reason in WAITING.items():
        for key in queues.of(desk, name).values_list("pk", flat=True):
            found.setdefault(key, reason)
    return found


def _concerning(desk, waits):
    """Open requests whose date is this person's business: their own, their unit's unassigned ones, all for a head."""
    focal = desk.authorities({Role.FOCAL_OFFICER, Role.FOCAL_HEAD})
    mine = Q(assigned_to=desk.user) | Q(assigned_to=None, authority__in=focal)
    mine |= Q(authority__in=desk.authorities({Role.FOCAL_HEAD})) | Q(pk__in=list(waits))
    found = queues.visible(desk.user).filter(mine, status__in=OPEN_STATUSES)
    return found.select_related("authority").by_due_date()


def _left(due_on, desk) -> str:
    left = clock.working_days_left(due_on, desk.day, desk.calendar)
    return f"còn {left} ngày làm việc" if left else "hết hạn hôm nay"


def _line(info_request, how_long, reason) -> str:
    line = f"{info_request.code}: {how_long}, hạn {said(info_request.due_on)}"
    return f"{line}; {reason}" if reason else line
