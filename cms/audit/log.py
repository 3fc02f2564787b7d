"""The log as a supervisor reads it: every act in reach, newest first, narrowed by what they look for.

A page goes on after the last entry seen and is read through an index of its own: the first page of a record of
millions costs what the first page of a hundred does (security.md S6; performance.md).
"""

import json
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from heapq import merge
from itertools import islice

from django.contrib.auth import get_user_model
from django.db.models import Q
from django.utils import timezone

from cms.audit.models import Entry
from cms.core import offices
from cms.core.keyset import Keyset, a_moment
from cms.core.models import RoleHolder, Unit, User
from cms.core.roles import Role

PAGE = 50
BY_TIME = Keyset("at", "at", a_moment)
_FOCAL = (Role.FOCAL_OFFICER, Role.FOCAL_HEAD)


@dataclass(frozen=True)
class Reach:
    """Whose acts may be read: the codes of the authorities, and the keys of those who serve or served there.

    Entries that belong to no authority (sign-ins, changes of accounts) are read with the people they tell of.
    """

    codes: tuple[str, ...]
    people: tuple[int, ...]


@dataclass(frozen=True)
class Wanted:
    """What is looked for. Empty means any; `subjects` None means any, an empty list means nothing was found."""

    person: int | None = None
    unit: Unit | None = None
    kinds: tuple[str, ...] = ()
    first: date | None = None
    last: date | None = None
    subjects: tuple[tuple[str, str], ...] | None = None


def reach_of(authorities) -> Reach:
    """The reach over some authorities."""
    authorities = list(authorities)
    return Reach(
        codes=tuple(sorted(authority.code for authority in authorities)),
        people=tuple(offices.accounts_of(authorities).order_by("pk").values_list("pk", flat=True)),
    )


def page(reach: Reach, wanted: Wanted, cursor: str = "", size: int = PAGE) -> tuple[list[Entry], str]:
    """So many entries after the cursor, newest first, and the cursor of the next page. Raises BadCursor."""
    parts = [BY_TIME.page(part, cursor, size + 1)[0] for part in narrowed(reach, wanted)]
    found = list(islice(merge(*parts, key=_place, reverse=True), size + 1))
    return found[:size], BY_TIME.cursor_of(found[size - 1]) if len(found) > size else ""


def _place(entry):
    return entry.at, entry.seq


def narrowed(reach: Reach, wanted: Wanted) -> list:
    """Querysets that together hold each entry in reach once. Apart, each walks one index; as one OR none would do."""
    looked_for = condition(wanted)
    user = get_user_model()._meta.label_lower
    nobodys = Q(authority_code="")
    own = Q(actor_id__in=reach.people)
    about = Q(subject_type=user, subject_id__in=[str(key) for key in reach.people])
    parts = [Q(authority_code__in=reach.codes), nobodys & own, nobodys & about & (Q(actor_id=None) | ~own)]
    return [Entry.objects.filter(part, looked_for).select_related("note") for part in parts]


def condition(wanted: Wanted) -> Q:
    """What is looked for, as the database asks it."""
    asked = Q()
    if wanted.person:
        asked &= Q(actor_id=wanted.person)
    if wanted.unit:
        asked &= Q(actor_id__in=list(people_of(wanted.unit).values_list("pk", flat=True)))
    if wanted.kinds:
        asked &= Q(kind__in=wanted.kinds)
    if wanted.first:
        asked &= Q(at__gte=_midnight(wanted.first))
    if wanted.last:
        asked &= Q(at__lt=_midnight(wanted.last + timedelta(days=1)))
    if wanted.subjects is not None:
        named = Q(pk__in=[])
        for kind, key in wanted.subjects:
            named |= Q(subject_type=kind, subject_id=key)
        asked &= named
    return asked


def people_of(unit: Unit):
    """Who holds or held a role for the unit; the focal unit's are those of the focal office."""
    held = Q(unit=unit)
    if unit.is_focal:
        held |= Q(authority=unit.authority_id, unit=None, role__in=_FOCAL)
    return User.objects.filter(pk__in=RoleHolder.objects.filter(held).values("user"))


def people(authorities):
    """Everybody whose acts may stand there, by name."""
    return offices.accounts_of(authorities).order_by("first_name", "pk")


def units(authorities):
    return (
        Unit.objects.filter(authority__in=authorities).select_related("authority").order_by("authority__name", "name")
    )


def one(reach: Reach, seq: int) -> Entry | None:
    """One entry, where it is in reach."""
    for part in narrowed(reach, Wanted()):
        if entry := part.filter(seq=seq).first():
            return entry
    return None


def was_told(kind: str, *, by, since: datetime, data: dict) -> bool:
    """Whether an entry of that kind by the same person with the same data stands since then."""
    rows = Entry.objects.filter(kind=kind, actor_id=by.pk, at__gte=since).values_list("payload", flat=True)
    return any(json.loads(bytes(payload))["data"] == data for payload in rows)


def _midnight(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day, time.min))
