"""Who read personal data: opening a case is recorded, unusual reading is flagged the same day, another person closes it.

The worker flags; it accuses nobody. Those who answer for personal data are told by mail, never the person concerned.
"""

from collections import defaultdict
from datetime import date, datetime, time, timedelta

from django.db import transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from cms.audit.kinds import readings
from cms.audit.models import Entry
from cms.audit.record import SYSTEM, record
from cms.core import outbox
from cms.core.addresses import absolute
from cms.core.dates import local_day, short
from cms.core.errors import DomainError, NotAllowed
from cms.core.models import Authority, RoleHolder, User
from cms.core.roles import Role
from cms.core.text import nfc
from cms.law.services import current_calendar
from workflow import access
from workflow.choices import ReadingVerdict
from workflow.models import InformationRequest, ReadingFlag
from workflow.services.reading_rules import HABIT_DAYS, RULES, Day, Reading

_CASE = InformationRequest._meta.label_lower
#: Who is told, and who may look: those who answer for personal data, and who supervises.
TOLD = (Role.DATA_OFFICER, Role.AUDITOR, Role.HEAD)


def opened(thing, kind: str, *, by, at: datetime) -> None:
    """Record that somebody read a case or a correction with its personal data: once for each person, thing and day."""
    since = _midnight(local_day(at))
    same = Entry.objects.filter(subject_type=thing._meta.label_lower, subject_id=str(thing.pk), kind=kind)
    if same.filter(actor_id=by.pk, at__gte=since).exists():
        return
    data = {"sealed": True} if access.is_sealed(thing) else {}
    with transaction.atomic():
        record(kind, subject=thing, by=by, at=at, authority=thing.authority, data=data)


# --- the worker --------------------------------------------------------------------------------------------------
def flag(at: datetime) -> int:
    """Flag what of today's and yesterday's reading is unusual; returns how many flags are new. Harmless when run again."""
    day = local_day(at)
    return sum(_flag_day(one, at) for one in (day - timedelta(days=1), day))


def _flag_day(day: date, at: datetime) -> int:
    is_working, new = current_calendar().is_working(day), 0
    people = _read_on(day)
    authorities = Authority.objects.in_bulk({code for code, _person in people}, field_name="code")
    for (code, person), rows in sorted(people.items()):
        if code not in authorities:
            continue
        cases = {row.case for row in rows if row.case}
        whole = Day(tuple(rows), _usual(code, person, day), _own(person, cases, day), is_working)
        for rule in RULES:
            if count := rule.found(whole):
                new += _keep(authorities[code], person, rule, day, count, whole, at)
    return new


def _read_on(day: date) -> dict:
    """{(authority, person): [Reading]} of a day."""
    rows = Entry.objects.filter(
        kind__in=readings(), actor_id__isnull=False, at__gte=_midnight(day), at__lt=_midnight(day + timedelta(days=1))
    ).values_list("authority_code", "actor_id", "kind", "subject_type", "subject_id", "at")
    found = defaultdict(list)
    for code, person, kind, subject, key, when in rows:
        found[code, person].append(Reading(kind, key if subject == _CASE else "", when))
    return found


def _usual(code, person, day) -> float:
    """Distinct cases on each day with any, on the average of the days before."""
    since = _midnight(day - timedelta(days=HABIT_DAYS))
    rows = Entry.objects.filter(
        kind__in=readings(),
        actor_id=person,
        authority_code=code,
        subject_type=_CASE,
        at__gte=since,
        at__lt=_midnight(day),
    ).values_list("subject_id", "at")
    days = defaultdict(set)
    for key, when in rows:
        days[local_day(when)].add(key)
    return sum(map(len, days.values())) / len(days) if days else 0


def _own(person, cases, day) -> frozenset[str]:
    """Of the cases those that are this person's work: assigned to them, in their unit, or acted on by them."""
    if not cases:
        return frozenset()
    held = RoleHolder.objects.current(day).filter(user=person)
    mine = Q(assigned_to=person) | Q(unit__in=held.values("unit"))
    focal = held.filter(role__in=(Role.FOCAL_OFFICER, Role.FOCAL_HEAD)).values("authority")
    mine |= Q(unit__is_focal=True, authority__in=focal)
    own = InformationRequest.objects.filter(mine, pk__in=cases).values_list("pk", flat=True)
    acted = Entry.objects.filter(actor_id=person, subject_type=_CASE, subject_id__in=cases).exclude(kind__in=readings())
    return frozenset(map(str, own)) | frozenset(
        acted.exclude(kind="attempt.refused").values_list("subject_id", flat=True)
    )


@transaction.atomic
def _keep(authority, person, rule, day, count, whole, at) -> int:
    found = ReadingFlag.objects.select_for_update().filter(
        authority=authority, person=person, rule=rule.code, day=day
    ).first()  # fmt: skip
    if found is not None and (found.closed_at or found.count >= count):
        return 0
    is_new = found is None
    found = found or ReadingFlag(
        authority=authority, person_id=person, rule=rule.code, day=day, usual=round(whole.usual), found_at=at
    )
    found.count = count
    found.save()
    data = {"sign": str(rule.code), "person": person, "day": day, "count": count}
    record("reading.flagged", subject=found, by=SYSTEM, at=at, authority=authority, rows=found.saved_rows(), data=data)
    if is_new:
        _tell(found, at)
    return int(is_new)


def _tell(found: ReadingFlag, at) -> None:
    """One mail to each who must look, with neither the case nor the requester in it."""
    text = _(
        "Có lượt đọc dữ liệu cá nhân khác thường ngày %(day)s: %(rule)s (%(count)s).\n"
        "Mở Nhật ký, mục Đọc dữ liệu cá nhân để xem và kết luận.\n\n%(url)s\n"
    ) % {
        "day": short(found.day),
        "rule": found.get_rule_display(),
        "count": found.count,
        "url": absolute("/admin/"),
    }
    held = RoleHolder.objects.current(local_day(at)).filter(role__in=TOLD, authority=found.authority)
    people = User.objects.filter(is_active=True, pk__in=held.values("user")).exclude(pk=found.person_id)
    for person in people.exclude(email="").order_by("pk"):
        outbox.post(
            kind="reading_flagged",
            to=person.email,
            subject=str(_("Đọc dữ liệu cá nhân khác thường, ngày %(day)s") % {"day": short(found.day)}),
            text=str(text),
            at=at,
            once=f"reading:{found.pk}:{person.pk}",
        )


# --- looking at it -----------------------------------------------------------------------------------------------
@transaction.atomic
def close(*, flag: ReadingFlag, verdict: str, reason: str, by, at: datetime) -> ReadingFlag:
    """Say what was found, with a reason. Never the person concerned. Raises NotAllowed, DomainError."""
    flag = ReadingFlag.objects.select_for_update(of=("self",)).select_related("authority").get(pk=flag.pk)
    if not access.can_close_reading(by, flag):
        raise NotAllowed(_("Người đứng đầu hoặc phụ trách dữ liệu cá nhân kết luận, và không phải người đã đọc."))
    if flag.closed_at:
        raise DomainError(_("Lượt đọc này đã được kết luận."))
    if verdict not in ReadingVerdict.values:
        raise DomainError(_("Chọn một kết luận."), field="verdict")
    if not reason.strip():
        raise DomainError(_("Ghi lý do kết luận."), field="reason")
    flag.verdict, flag.reason, flag.closed_by, flag.closed_at = verdict, nfc(reason).strip()[:500], by, at
    flag.save(by=by)
    data = {"sign": str(flag.rule), "person": flag.person_id, "verdict": verdict}
    record("reading.closed", subject=flag, by=by, at=at, rows=flag.saved_rows(), data=data, reason=reason)
    return flag


def _midnight(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day, time.min))
