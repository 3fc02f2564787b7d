"""Who may do what about an authority's obligations, and whose obligations somebody sees beside what is public."""

from cms.core import offices
from cms.core.models import Authority
from cms.core.roles import CASE_ROLES, EDITING_ROLES, Role
from cms.core.two_people import is_another
from home.compliance.obligations import Obligation
from home.models.compliance import ObligationRecord

#: Look at any obligation of their authority and say what they saw.
REVIEWING = frozenset({Role.FOCAL_OFFICER, Role.FOCAL_HEAD, Role.HEAD, Role.ADMINISTRATOR})
#: Name who is in charge and by when.
CHARGING = frozenset({Role.FOCAL_HEAD, Role.HEAD, Role.ADMINISTRATOR})
#: Confirm that an obligation does not apply: another person than the one who proposed it.
CONFIRMING = frozenset({Role.FOCAL_HEAD, Role.HEAD})
_INSIDE = CASE_ROLES | EDITING_ROLES | {Role.ADMINISTRATOR}


def own(user) -> set[int]:
    """Keys of the authorities whose own work on obligations this person takes part in."""
    return user.authorities_as(_INSIDE)


def supervised(user) -> set[int]:
    """Keys of the authorities that stand in this person's table: their own to administer, or under a dated grant."""
    return offices.readable(user)


def can_supervise(user) -> bool:
    """Whether the person compares authorities: a supervisor under a dated grant, the province's or site's administrator."""
    return offices.may_look(user)


def can_look(user, authority: Authority) -> bool:
    return user.is_active and (user.is_superuser or authority.pk in own(user) | supervised(user))


def can_review(user, authority: Authority, record: ObligationRecord | None) -> bool:
    """Those in charge of the whole; a unit's own people for what the unit is in charge of."""
    if authority.pk in user.authorities_as(REVIEWING):
        return True
    return bool(record and record.unit_id and record.unit_id in user.units_as({Role.ORIGINATING_UNIT}))


def can_charge(user, authority: Authority) -> bool:
    return authority.pk in user.authorities_as(CHARGING)


def can_propose_exemption(user, authority: Authority, obligation: Obligation) -> bool:
    """Only where the law leaves room: an authority may have no such information, or no such units."""
    return obligation.may_not_apply and authority.pk in user.authorities_as(REVIEWING)


def can_confirm_exemption(user, authority: Authority, record: ObligationRecord) -> bool:
    told = {"roles": CONFIRMING, "authority_id": authority.pk, "begun_in": REVIEWING}
    return authority.pk in user.authorities_as(CONFIRMING) and is_another(user, record.exempt_proposed_by_id, **told)


def can_keep_means(user, authority: Authority) -> bool:
    return authority.pk in user.authorities_as(REVIEWING)
