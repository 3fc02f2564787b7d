"""Worklists: who must act next, and by when. Every list goes through the one gate (S1); nothing is changed here."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Case, CharField, Count, Exists, F, OuterRef, Q, QuerySet, Subquery, Value, When
from django.db.models.functions import Coalesce
from django.utils.translation import gettext_lazy as _

from cms.core.models import User
from cms.core.roles import CASE_ROLES, SUPERVISING_ROLES, Role
from cms.core.text import fold, nfc
from cms.law.services import current_calendar
from cms.law.workdays import WorkCalendar
from workflow import access, codes
from workflow.choices import (
    CLOSED_STATUSES,
    OPEN_STATUSES,
    RUNNING_STATUSES,
    WAITING_FOR_CITIZEN,
    DecisionKind,
    DecisionState,
    DeliveryWay,
    FileRole,
    LetterState,
    NetworkNotice,
    RecallState,
    Status,
)
from workflow.models import Attachment, Consultation, Decision, InformationRequest, Letter, LetterRecall, Supplement

_FOCAL = frozenset({Role.FOCAL_OFFICER, Role.FOCAL_HEAD})
_SIGNING = frozenset({Role.SIGNER, Role.HEAD})
_IN_THE_SYSTEM_ONLY = (DecisionKind.VALID_ON, DecisionKind.CORRECT_ENTRY)
_OPEN, _CLOSED, _RUNNING = (Q(status__in=group) for group in (OPEN_STATUSES, CLOSED_STATUSES, RUNNING_STATUSES))
#: Matches no row. An empty "in" would do so too, but inside an aggregate it empties every count beside it.
_NOBODY = Q(pk__lt=0)


@dataclass(frozen=True)
class Desk:
    """Whose desk it is, on which day. `calendar` is read once and handed on: working days are asked for row by row."""

    user: object
    day: date
    calendar: WorkCalendar

    @classmethod
    def of(cls, user, day: date, calendar: WorkCalendar | None = None) -> "Desk":
        return cls(user, day, calendar or current_calendar())

    def authorities(self, roles: Iterable[str]) -> set[int]:
        return self.user.authorities_as(frozenset(roles))

    def soon_until(self, authority) -> date:
        """The last day that counts as due soon, by the authority's own choice in working days (9.3 is not touched)."""
        if not authority.due_soon_days:
            return self.day
        return self.calendar.working_day_after(self.day, authority.due_soon_days)


@dataclass(frozen=True)
class Queue:
    """One worklist: its name in addresses, its label, and which of the visible requests stand in it."""

    name: str
    label: str
    of: Callable[[Desk], Q]
    empty: str = ""


# --- what a request waits for ------------------------------------------------------------------------------------
def _related(model, **facts):
    return model._default_manager.filter(info_request=OuterRef("pk"), **facts)


def _proposed(**facts):
    return _related(Decision, state=DecisionState.PROPOSED, **facts)


def _drafts():
    return _related(Letter, state=LetterState.DRAFT)


def _asked(**facts):
    return _related(Consultation, answered_at=None, **facts)


def _files(**facts):
    return _related(Attachment, role=FileRole.ANSWER, removed_at=None, released_by=None, **facts)


#: Facts of other tables that the queues ask for by these names, each said once.
_FACTS = {
    "has_proposal": lambda desk: _proposed(),
    "has_signing": lambda desk: _proposed().exclude(Q(proposed_by=desk.user) | Q(kind__in=_IN_THE_SYSTEM_ONLY)),
    "has_heading": lambda desk: _proposed(kind__in=_IN_THE_SYSTEM_ONLY).exclude(proposed_by=desk.user),
    "has_draft": lambda desk: _drafts(),
    "has_question": lambda desk: _asked(),
    "asks_my_unit": lambda desk: _asked(unit__in=desk.user.units_as({Role.ORIGINATING_UNIT})),
    "asked_my_unit": lambda desk: _related(Consultation, unit__in=desk.user.units_as({Role.ORIGINATING_UNIT})),
    "has_unchecked": lambda desk: _files(checked_by=None),
    "has_unreleased": lambda desk: _files(checked_by__isnull=False),
    "has_second_look": lambda desk: _files(checked_by__isnull=False).exclude(checked_by=desk.user),
    "has_post": lambda desk: _related(Letter, state=LetterState.ISSUED, posted_on=None),
}


def _facts_in(condition: Q) -> set[str]:
    """Which of the facts a condition asks for."""
    found = set()
    for part in condition.children:
        if isinstance(part, Q):
            found |= _facts_in(part)
        elif part[0] in _FACTS:
            found.add(part[0])
    return found


_HELD = Q(has_proposal=True) | Q(has_draft=True) | Q(status=Status.COLLECTING, has_question=True)


def _among(column: str, keys) -> Q:
    return Q(**{f"{column}__in": keys}) if keys else _NOBODY


def _mine(desk):
    return _OPEN & Q(assigned_to=desk.user)


def _unit(desk):
    units = desk.user.units_as(CASE_ROLES)
    of_no_unit = {
        held.authority_id for held in desk.user.current_roles if held.role in CASE_ROLES and held.unit_id is None
    }
    return _OPEN & (_among("unit", units) | (Q(unit__is_focal=True) & _among("authority", of_no_unit)))


def _overdue(desk):
    return _RUNNING & Q(due_on__lt=desk.day)


def _soon(desk):
    """By each authority's own number of working days; a supervisor sees it by the authority's choice too."""
    seen = {held.authority_id: held.authority for held in desk.user.current_roles}
    reach = _NOBODY
    for key, authority in seen.items():
        reach |= Q(authority=key, due_on__lte=desk.soon_until(authority))
    return _RUNNING & Q(due_on__gte=desk.day) & reach


#: Why letters go by post: what was chosen for the request, and how the requester wants to be told.
_ON_PAPER = (Q(posted_on_paper=True) | Q(delivery=DeliveryWay.PAPER_BY_POST), Q(requester__notice=NetworkNotice.POST))


def _to_post(desk):
    return (_ON_PAPER[0] | _ON_PAPER[1]) & Q(has_post=True)


def _second_person(desk):
    return _OPEN & (Q(has_proposal=True) | Q(has_unreleased=True))


def _to_sign(desk):
    """Proposals this very person may approve: never their own (S7)."""
    signing, heading = desk.authorities(_SIGNING), desk.authorities({Role.FOCAL_HEAD})
    reach = _NOBODY
    if signing:
        reach |= Q(authority__in=signing, has_signing=True)
    if heading:
        reach |= Q(authority__in=heading, has_heading=True)
    return _OPEN & reach


def _to_issue(desk):
    registries = desk.authorities({Role.REGISTRY})
    return Q(authority__in=registries, has_draft=True) if registries else _NOBODY


def _files_to_check(desk):
    """Answer files that still need this person's eyes: the unit's first look, or the focal unit's second."""
    units, focal = desk.user.units_as({Role.ORIGINATING_UNIT}), desk.authorities(_FOCAL)
    reach = _NOBODY
    if focal:
        reach |= Q(authority__in=focal) & (Q(has_unchecked=True) | Q(has_second_look=True))
    if units:
        reach |= (Q(unit__in=units) | Q(asked_my_unit=True)) & Q(has_unchecked=True)
    return _OPEN & reach


def _my_turn(desk):
    """Where this officer is the one who must act next: neither the citizen nor another official holds it up."""
    units, focal = desk.user.units_as({Role.ORIGINATING_UNIT}), desk.authorities(_FOCAL)
    reach = _NOBODY
    if focal:
        own = Q(assigned_to=desk.user) | Q(assigned_to=None, status=Status.RECEIVED)
        reach |= Q(authority__in=focal) & own & ~_HELD
    if units:
        reach |= Q(asks_my_unit=True)
    return _OPEN & ~Q(status__in=WAITING_FOR_CITIZEN) & reach


def _others_turn(desk):
    asked = Q(asks_my_unit=True) if desk.user.units_as({Role.ORIGINATING_UNIT}) else _NOBODY
    return _OPEN & Q(assigned_to=desk.user) & _HELD & ~asked


#: The queue that only grows.
ENDED = "da-xong"
QUEUES: dict[str, Queue] = {
    queue.name: queue
    for queue in (
        Queue("", _("Đang mở"), lambda desk: _OPEN, _("Không có hồ sơ nào đang mở.")),
        Queue("cua-toi", _("Của tôi"), _mine, _("Ông/bà chưa được giao hồ sơ nào.")),
        Queue("don-vi-toi", _("Đơn vị tôi"), _unit, _("Đơn vị của ông/bà không giữ hồ sơ nào.")),
        Queue("qua-han", _("Quá hạn theo luật"), _overdue, _("Không có hồ sơ quá hạn.")),
        Queue("sap-den-han", _("Sắp đến hạn"), _soon, _("Không có hồ sơ sắp đến hạn.")),
        Queue("chua-tiep-nhan", _("Chưa tiếp nhận"), lambda desk: Q(status=Status.RECEIVED),
              _("Mọi hồ sơ đã được tiếp nhận.")),
        Queue("cho-nguoi-dan", _("Chờ người dân"), lambda desk: Q(status__in=WAITING_FOR_CITIZEN),
              _("Không chờ người dân nào.")),
        Queue("cho-nguoi-thu-hai", _("Chờ người thứ hai"), _second_person, _("Không có việc chờ người thứ hai.")),
        Queue("cho-phat-hanh", _("Chờ phát hành"), lambda desk: Q(has_draft=True), _("Không có văn bản chờ phát hành.")),
        Queue("gui-buu-dien", _("Gửi bưu điện"), _to_post, _("Không có văn bản chờ gửi bưu điện.")),
        Queue(ENDED, _("Đã kết thúc"), lambda desk: _CLOSED, _("Chưa có hồ sơ nào kết thúc.")),
    )
}  # fmt: skip
#: Not tabs of the list, but pages of their own and the figures of the menu.
PERSONAL = {
    "my_turn": _my_turn,
    "others_turn": _others_turn,
    "to_sign": _to_sign,
    "to_issue": _to_issue,
    "to_check": _files_to_check,
}


def visible(user) -> QuerySet:
    """Every request this person may see, through the gate."""
    return access.visible_to(user, InformationRequest.objects.all())


def matching(desk: Desk, *conditions: Q, counted: Iterable[Q] = ()) -> QuerySet:
    """The visible requests that fit every condition; the facts that `counted` ask for stand ready too."""
    asked = set().union(*map(_facts_in, (*conditions, *counted)))
    facts = {name: Exists(_FACTS[name](desk)) for name in sorted(asked)}
    return visible(desk.user).alias(**facts).filter(*conditions)


def condition(desk: Desk, name: str) -> Q:
    """Which requests stand in a queue. KeyError for a name that is none."""
    return PERSONAL[name](desk) if name in PERSONAL else QUEUES[name].of(desk)


def of(desk: Desk, name: str) -> QuerySet:
    """The visible requests of a queue, unordered."""
    return matching(desk, condition(desk, name))


#: Of more requests that have ended than this none is counted: "hơn 1.000".
MOST_COUNTED = 1_000


def counts(desk: Desk, names: Iterable[str]) -> dict[str, int]:
    """How many stand in each of the queues named, in one query; those that have ended, in a second and no further.

    More than MOST_COUNTED is told as one more than that.
    """
    names = list(names)
    ended = [name for name in names if name == ENDED]
    found = {name: of(desk, name)[: MOST_COUNTED + 1].count() for name in ended}
    conditions = {name: condition(desk, name) for name in names if name != ENDED}
    if conditions:
        keys = {f"q{n}": name for n, name in enumerate(conditions)}
        wanted = {key: Count("pk", filter=conditions[name]) for key, name in keys.items()}
        waiting = matching(desk, counted=conditions.values()).filter(pk__in=_waiting(desk)).aggregate(**wanted)
        found |= {name: waiting[key] for key, name in keys.items()}
    return found


def _waiting(desk: Desk) -> QuerySet:
    """Keys of all requests that any queue but that of the ended can hold: few, however long the register is.

    What is open; and of what has ended, where a paper must still be issued or posted. Each by an index of its own.
    """
    seen = visible(desk.user).order_by().values("pk")
    drafted = seen.filter(pk__in=Letter.objects.filter(state=LetterState.DRAFT).values("info_request"))
    return seen.filter(_OPEN).union(*(seen.filter(way) for way in _ON_PAPER), drafted)


def with_what_holds_up(info_requests: QuerySet) -> QuerySet:
    """The requests joined with their people and with what each waits for: one query, however many rows."""
    proposed, asked = _proposed().order_by("pk"), _asked().order_by("pk")
    return info_requests.with_people().annotate(
        proposed_kind=Subquery(
            proposed.annotate(
                subject=Case(
                    When(kind=DecisionKind.ANSWER, then=F("outcome")), default=F("kind"), output_field=CharField()
                )
            ).values("subject")[:1]
        ),
        proposed_at=Subquery(proposed.values("proposed_at")[:1]),
        asked_name=Subquery(asked.annotate(name=Coalesce(F("unit__name"), F("body"))).values("name")[:1]),
        asked_at=Subquery(asked.values("asked_at")[:1]),
        draft_form=Subquery(_drafts().order_by("pk").values("form")[:1]),
        draft_at=Subquery(_drafts().order_by("pk").values("drafted_at")[:1]),
        supplement_asked_at=Subquery(_related(Supplement, supplied_on=None).values("asked_at")[:1]),
        has_files_to_release=Exists(_files()),
        has_papers_to_post=Exists(_related(Letter, state=LetterState.ISSUED, posted_on=None)),
    )


def search(user, info_requests: QuerySet, text: str) -> QuerySet:
    """By case number, external number, or a name typed with or without marks.

    A name is looked for only where this person may read names: a supervisor must not learn one by counting rows.
    """
    typed = nfc(text)[:100]
    if not typed:
        return info_requests
    number = codes.tidy_number(typed)
    found = Q(external_number__icontains=typed)
    if number:
        found |= Q(code__contains=number)
    readable = access.unsealed(user)
    named = Q(requester__folded_name__contains=fold(typed)) | Q(requester__organisation_name__icontains=typed)
    return info_requests.filter(found | (readable & named))


def filtered(
    info_requests: QuerySet, *, status="", channel="", law="", officer=None, first=None, last=None
) -> QuerySet:
    """Narrowed by what an officer chose; empty means all. `first` and `last` bound the day of receipt."""
    wanted = {
        "status": status,
        "channel": channel,
        "rule_set__code": law,
        "assigned_to": officer,
        "received_on__gte": first,
        "received_on__lte": last,
    }
    return info_requests.filter(**{name: value for name, value in wanted.items() if value})


def officers_of(user) -> QuerySet:
    """Who a request of the authorities this person sees may be assigned to."""
    return User.objects.filter(
        is_active=True,
        role_holdings__role__in=CASE_ROLES,
        role_holdings__authority__in=user.works_for | user.authorities_as(SUPERVISING_ROLES),
    ).distinct()


def proposals_to_sign(desk: Desk) -> QuerySet:
    """Decisions this person may approve, the next to fall due first."""
    signing, heading = desk.authorities(_SIGNING), desk.authorities({Role.FOCAL_HEAD})
    mine = Q(info_request__authority__in=signing) & ~Q(kind__in=_IN_THE_SYSTEM_ONLY)
    mine |= Q(info_request__authority__in=heading, kind__in=_IN_THE_SYSTEM_ONLY)
    return (
        Decision.objects.filter(mine, state=DecisionState.PROPOSED, info_request__in=visible(desk.user))
        .exclude(proposed_by=desk.user)
        .select_related("info_request__authority", "info_request__rule_set", "info_request__requester", "proposed_by")
        .order_by(F("info_request__due_on").asc(nulls_last=True), "pk")
    )


def signed_by(user, day: date) -> QuerySet:
    """What the person has signed on this day: the top of their short list."""
    return (
        Decision.objects.filter(approved_by=user, approved_at__date=day, info_request__in=visible(user))
        .select_related("info_request")
        .order_by("approved_at")
    )


def papers_to_issue(desk: Desk) -> QuerySet:
    """Drafts that wait for number, symbol and day, the next to fall due first."""
    registries = desk.authorities({Role.REGISTRY})
    return (
        Letter.objects.filter(
            state=LetterState.DRAFT, replaces=None, authority__in=registries, info_request__in=visible(desk.user)
        )
        .select_related("info_request__authority", "info_request__requester", "decision__approved_by", "drafted_by")
        .annotate(urgency=Coalesce(F("info_request__due_on"), Value(date.max)))
        .order_by("urgency", "pk")
    )


def replacements_to_issue(desk: Desk) -> QuerySet:
    """Replacing papers that wait for number, symbol and day."""
    registries = desk.authorities({Role.REGISTRY})
    found = Letter.objects.filter(state=LetterState.DRAFT, replaces__isnull=False, authority__in=registries)
    return found.filter(info_request__in=visible(desk.user)).select_related("info_request", "replaces").order_by("pk")


def recalls_to_decide(desk: Desk) -> QuerySet:
    """Withdrawals and replacements that this person may decide about."""
    signs = desk.authorities({Role.SIGNER, Role.HEAD})
    found = LetterRecall.objects.filter(state=RecallState.PROPOSED, info_request__authority__in=signs)
    return found.exclude(proposed_by=desk.user).select_related("info_request", "letter", "proposed_by").order_by("pk")


def files_to_check(desk: Desk) -> QuerySet:
    """Requests with answer files that wait for this person's check, the next to fall due first."""
    return with_what_holds_up(of(desk, "to_check")).by_due_date()
