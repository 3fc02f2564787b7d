"""The one gate: who may see a plan, an assignment, a review, a difficulty; and who may act on it. Every door asks here.

An authority sees what it has issued, what was given to it and what was sent up to it. The justice department looks
after the province whose dated grant it holds (cms.core.roles); an auditor with a grant reads and does nothing.
"""

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from cms.core import two_people
from cms.core.errors import NotAllowed
from cms.core.models import Authority
from cms.core.models.authority import AuthorityKind
from cms.core.roles import CASE_ROLES, SUPERVISING_ROLES, Role
from home.models import Assignment, Difficulty, Plan, Reminder, Report, ReviewRound, ReviewSheet
from home.plans.choices import PlanState, ReportState, SheetState

#: Look at the records of the authority in which they hold the role.
READERS = (CASE_ROLES | SUPERVISING_ROLES | {Role.ADMINISTRATOR}) - {Role.CASHIER, Role.DATA_OFFICER}
#: Write plans, follow them up, receive what comes back. The justice department does so for its province.
MANAGERS = frozenset({Role.FOCAL_OFFICER, Role.FOCAL_HEAD, Role.ADMINISTRATOR})
#: Put an authority's name under what leaves it: plans, reports, tables, difficulties passed up.
DECIDERS = frozenset({Role.FOCAL_HEAD, Role.SIGNER, Role.HEAD})
#: Give numbers to what leaves (NĐ 30/2020).
NUMBERING = frozenset({Role.REGISTRY})
#: Write what their authority reports.
WRITERS = frozenset({Role.FOCAL_OFFICER, Role.FOCAL_HEAD, Role.ORIGINATING_UNIT})


def can_open(user) -> bool:
    return bool(user.is_authenticated and seen_by(user))


def seen_by(user) -> set[int]:
    """Keys of the authorities whose own records this person reads today."""
    return user.authorities_as(READERS)


def managed_by(user) -> set[int]:
    """Keys of the authorities whose plans and rounds this person keeps today."""
    provinces = {
        held.authority_id
        for held in user.current_roles
        if held.role == Role.JUSTICE and held.authority.kind == AuthorityKind.PROVINCE
    }
    return user.authorities_as(MANAGERS) | provinces


# --- who may see -------------------------------------------------------------------------------------------------
def visible_plans(user, plans=None):
    """Its own, and those in force that give it something to do."""
    mine = seen_by(user)
    given = Assignment.objects.filter(authority__in=mine).values("task__plan")
    plans = Plan.objects.all() if plans is None else plans
    return plans.filter(Q(authority__in=mine) | ~Q(state=PlanState.DRAFT) & Q(pk__in=given))


def visible_assignments(user, assignments=None):
    """What was given to it, and what it has given."""
    mine = seen_by(user)
    assignments = Assignment.objects.all() if assignments is None else assignments
    return assignments.exclude(task__plan__state=PlanState.DRAFT).filter(
        Q(authority__in=mine) | Q(task__plan__authority__in=mine)
    )


def visible_reports(user, reports=None):
    """Its own in every state; those of others once they were sent to it."""
    mine = seen_by(user)
    reports = Report.objects.all() if reports is None else reports
    return reports.filter(
        Q(assignment__authority__in=mine) | ~Q(state=ReportState.DRAFT) & Q(assignment__task__plan__authority__in=mine)
    )


def visible_reminders(user, reminders=None):
    mine = seen_by(user)
    reminders = Reminder.objects.all() if reminders is None else reminders
    return reminders.filter(Q(letter__authority__in=mine) | Q(assignment__authority__in=mine, sent_on__isnull=False))


def visible_rounds(user, rounds=None):
    mine = seen_by(user)
    asked = ReviewSheet.objects.filter(authority__in=mine).values("round")
    rounds = ReviewRound.objects.all() if rounds is None else rounds
    return rounds.filter(Q(authority__in=mine) | Q(pk__in=asked))


def visible_sheets(user, sheets=None):
    """Its own tables, and those that were asked of others."""
    mine = seen_by(user)
    sheets = ReviewSheet.objects.all() if sheets is None else sheets
    return sheets.filter(Q(authority__in=mine) | Q(round__authority__in=mine))


def reads_rows_of(user, sheet) -> bool:
    """What an authority has not sent yet is its own affair."""
    mine = seen_by(user)
    return sheet.authority_id in mine or (
        sheet.state in (SheetState.SENT, SheetState.ACCEPTED) and sheet.round.authority_id in mine
    )


def visible_difficulties(user, difficulties=None):
    """Its own, those passed up to it, and the guidance that was published; a unit's officer sees the whole authority's."""
    mine = seen_by(user)
    difficulties = Difficulty.objects.all() if difficulties is None else difficulties
    return difficulties.filter(Q(authority__in=mine) | Q(held_by__in=mine))


def assignable(authority):
    """Whom an authority may give work: a province everybody, others themselves and those directly below."""
    if authority.kind == AuthorityKind.PROVINCE:
        return Authority.objects.all()
    return Authority.objects.filter(Q(pk=authority.pk) | Q(parent=authority))


# --- who may act -------------------------------------------------------------------------------------------------
def may_manage(user, authority) -> bool:
    return authority.pk in managed_by(user)


def may_decide(user, authority) -> bool:
    return authority.pk in user.authorities_as(DECIDERS)


def may_write(user, authority) -> bool:
    return authority.pk in user.authorities_as(WRITERS)


def may_number(user, authority) -> bool:
    """Only the registry gives numbers (NĐ 30/2020)."""
    return authority.pk in user.authorities_as(NUMBERING)


def is_another(user, began_id: int | None, authority, roles=DECIDERS) -> bool:
    """Whether the person is another than who began it, also where one stands in for the other; `roles` decide on it."""
    return two_people.is_another(user, began_id, roles=roles, authority_id=authority.pk)


def demand(is_allowed: bool, why) -> None:
    """NotAllowed with a plain sentence unless it is."""
    if not is_allowed:
        raise NotAllowed(why)


def demand_second(by, *histories) -> None:
    """Whoever wrote any part of it may not be the one who lets it go: told by its history rows."""
    hands = set()
    for rows in histories:
        hands.update(rows.exclude(history_user=None).values_list("history_user", flat=True))
    demand(by.pk not in hands, _("Việc này cần người thứ hai: ông/bà đã tham gia soạn."))


MANAGES = _("Việc này của đầu mối, quản trị của cơ quan ban hành, hoặc Sở Tư pháp trong thời gian được giao.")
DECIDES = _("Việc này của trưởng đơn vị đầu mối, người ký hoặc người đứng đầu cơ quan.")
WRITES = _("Việc này của cán bộ đầu mối hoặc đơn vị chủ trì của cơ quan được giao.")
NUMBERS = _("Chỉ văn thư của cơ quan gửi cấp số và phát hành.")
