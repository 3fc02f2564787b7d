"""The one gate of reports: who may see a period, a report, a body outside; and who may act on it.

The justice department sets periods for the province over which it holds a dated grant, and receives what comes. An
authority writes its own report; what it has not sent yet is read by nobody else. Auditors read.
"""

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from cms.core.models import Authority
from cms.core.models.authority import AuthorityKind
from cms.core.roles import SUPERVISING_ROLES, Role
from home.models import OutsideBody, PeriodReport, ReportPeriod
from home.plans.access import READERS, demand, demand_second, seen_by
from home.reports.choices import FROZEN, PeriodKind, PeriodState

__all__ = ["READERS", "demand", "demand_second", "seen_by"]

#: Ask the authorities of a province, and receive what they send.
ASKERS = frozenset({Role.JUSTICE})
#: Write what their authority reports.
WRITERS = frozenset({Role.FOCAL_OFFICER, Role.FOCAL_HEAD})
#: Put the authority's name under a report to others.
SIGNERS = frozenset({Role.SIGNER, Role.HEAD})
#: The focal unit's summary to the head goes out under the unit's own head (D18 Điều 8.5).
OWN_SIGNERS = SIGNERS | {Role.FOCAL_HEAD}


def can_open(user) -> bool:
    return bool(user.is_authenticated and seen_by(user))


def provinces_of(user) -> set[int]:
    """Keys of the provinces whose reports this person asks for and receives today."""
    return {
        held.authority_id
        for held in user.current_roles
        if held.role in ASKERS and held.authority.kind == AuthorityKind.PROVINCE
    }


def works_in(user) -> set[int]:
    """Keys of the authorities in which this person works, and does not only look."""
    return user.authorities_as(READERS - SUPERVISING_ROLES)


def summing_for(user) -> set[int]:
    """Keys of the authorities for whose head this person sums up."""
    return user.authorities_as(WRITERS)


# --- who may see -------------------------------------------------------------------------------------------------
def visible_periods(user, periods=None):
    """Its own; and those in force that ask something of it."""
    mine = seen_by(user)
    asked = PeriodReport.objects.filter(authority__in=mine).values("period")
    periods = ReportPeriod.objects.all() if periods is None else periods
    return periods.filter(Q(authority__in=mine) | ~Q(state=PeriodState.DRAFT) & Q(pk__in=asked))


def visible_reports(user, reports=None):
    """Its own in every state; those of others, and of bodies outside, once they were sent to it."""
    mine = seen_by(user)
    reports = PeriodReport.objects.all() if reports is None else reports
    reports = reports.exclude(period__state=PeriodState.DRAFT)
    return reports.filter(
        Q(authority__in=mine)
        | Q(period__authority__in=mine, state__in=FROZEN) & ~Q(period__kind=PeriodKind.OWN)
        | Q(period__authority__in=mine, outside__isnull=False)
    )


def visible_bodies(user, bodies=None):
    bodies = OutsideBody.objects.all() if bodies is None else bodies
    return bodies.filter(authority__in=seen_by(user))


def reads_all_of(user, report) -> bool:
    """The whole story of a report, drafts too: for those who wrote it and their supervisors."""
    owner = report.period.authority_id if report.outside_id else report.authority_id
    return owner in seen_by(user)


def askable(authority):
    """Whom a period may ask: the province itself and every authority below it that still works."""
    found, fresh = {authority.pk}, {authority.pk}
    while fresh:
        fresh = set(Authority.objects.filter(parent__in=fresh).values_list("pk", flat=True)) - found
        found |= fresh
    return Authority.objects.filter(pk__in=found).exclude(passed_on__confirmed_by__isnull=False)


# --- who may act -------------------------------------------------------------------------------------------------
def may_keep(user, period) -> bool:
    """Set the period's days and outline, open it, remind, end it."""
    if period.kind == PeriodKind.OWN:
        return period.authority_id in summing_for(user)
    return period.authority_id in provinces_of(user)


def may_keep_bodies(user, authority) -> bool:
    return authority.pk in provinces_of(user)


def may_write(user, report) -> bool:
    if report.is_consolidated or report.outside_id:
        return report.period.authority_id in provinces_of(user)
    return report.authority_id in summing_for(user)


def may_sign(user, report) -> bool:
    """Sign for who reports. What a body outside has sent is handed in by the justice department."""
    if report.outside_id:
        return may_write(user, report)
    is_own = report.period.kind == PeriodKind.OWN
    return report.authority_id in user.authorities_as(OWN_SIGNERS if is_own else SIGNERS)


def may_decide(user, report) -> bool:
    """Accept or return: the justice department. A file that it has entered itself waits for another of its people, or
    for the head of the province's focal unit."""
    if report.is_consolidated or report.period.kind == PeriodKind.OWN:
        return False
    province = report.period.authority_id
    return province in provinces_of(user) or bool(
        report.outside_id and province in user.authorities_as({Role.FOCAL_HEAD})
    )


def may_number(user, report) -> bool:
    """Only the registry gives numbers (NĐ 30/2020)."""
    return report.authority_id is not None and user.has_role(Role.REGISTRY, report.authority)


KEEPS = _("Việc này của Sở Tư pháp trong thời gian được giao; với báo cáo nội bộ là của đầu mối.")
WRITES = _("Việc này của cán bộ hoặc trưởng đơn vị đầu mối; với báo cáo tổng hợp là của Sở Tư pháp.")
SIGNS = _("Việc này của người ký hoặc người đứng đầu cơ quan.")
DECIDES = _("Việc này của Sở Tư pháp, trong thời gian được giao.")
NUMBERS = _("Chỉ văn thư của cơ quan báo cáo cấp số.")
