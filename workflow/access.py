"""The one gate: who may see a request, its personal data and its files. Every door asks here (S1)."""

from django.db.models import Q

from cms.core.roles import CASE_ROLES, SUPERVISING_ROLES, Role
from workflow.choices import FileRole, FileState, Outcome, Status
from workflow.models import Consultation, CorrectionRequest, InformationRequest

#: May read a full identity number, with a reason and on the record (S14).
UNMASKING_ROLES = frozenset({Role.FOCAL_OFFICER, Role.FOCAL_HEAD, Role.DATA_OFFICER})


def visible_to(user, info_requests):
    """The requests this person may see today: their authority's, their unit's part, or those under a dated grant."""
    if not getattr(user, "is_authenticated", False) or not user.is_active:
        return info_requests.none()
    whole = user.works_for | user.authorities_as(SUPERVISING_ROLES)
    units = user.units_as({Role.ORIGINATING_UNIT})
    reach = Q(authority__in=whole)
    if units:
        # A unit that was asked sees the case; a key set, not a join, keeps rows single.
        asked = Consultation.objects.filter(unit__in=units).values("info_request")
        reach |= Q(unit__in=units) | Q(pk__in=asked)
    return info_requests.filter(reach)


def can_open_desk(user) -> bool:
    """Whether the person has any request to look at, or may enter one."""
    return any(held.role in CASE_ROLES | SUPERVISING_ROLES for held in user.current_roles)


def can_read_personal(user, info_request) -> bool:
    """Names and contacts of a case that `visible_to` let through: those who handle it. A supervisor sees them masked."""
    return info_request.authority_id in user.authorities_as(CASE_ROLES)


def can_unmask_identity(user, info_request) -> bool:
    return info_request.authority_id in user.authorities_as(UNMASKING_ROLES)


def can_enter(user, authority) -> bool:
    """Enter paper and walk-in requests."""
    return user.has_role(Role.FOCAL_OFFICER, authority) or user.has_role(Role.REGISTRY, authority)


def can_open_file(user, attachment) -> bool:
    """A clean file of a case this person sees and handles; a supervisor opens none."""
    info_request = attachment.info_request
    return (
        attachment.state == FileState.CLEAN
        and can_read_personal(user, info_request)
        and visible_to(user, InformationRequest.objects.filter(pk=info_request.pk)).exists()
    )


def files_named_to_requester(info_request):
    """Files of whose being there the holder of the tracking code learns: what they sent, and answers once given."""
    own = Q(role__in=(FileRole.SENT, FileRole.CONSENT, FileRole.MEMBERS, FileRole.AUTHORITY), added_by=None)
    return info_request.attachments.filter(own | _given(info_request), removed_at=None)


def files_for_requester(info_request):
    """What the holder of the tracking code may download: those of them that were found clean."""
    return files_named_to_requester(info_request).filter(state=FileState.CLEAN)


def _given(info_request):
    """Answers after they were given: released by two people, or part of the very act of providing at once (readings.md 8.1)."""
    if info_request.status not in (Status.PROVIDED, Status.PROVIDED_PARTLY):
        return Q(pk=None)
    refused = Q(piece__outcome=Outcome.REFUSE)
    return Q(role=FileRole.ANSWER) & (Q(released_by__isnull=False) | Q(added_at=info_request.closed_at)) & ~refused


# --- requests for correction -------------------------------------------------------------------------------------
def visible_corrections(user, corrections=None):
    """The requests for correction this person may see today: as with requests, and those their unit was asked about."""
    corrections = CorrectionRequest.objects.all() if corrections is None else corrections
    if not getattr(user, "is_authenticated", False) or not user.is_active:
        return corrections.none()
    reach = Q(authority__in=user.works_for | user.authorities_as(SUPERVISING_ROLES))
    units = user.units_as({Role.ORIGINATING_UNIT})
    if units:
        reach |= Q(asked_unit__in=units)
    return corrections.filter(reach)


def correction_files(correction):
    """Files of the right information that the holder of the code may fetch: once two people have answered with them."""
    return correction.files.none() if correction.is_open else correction.files.filter(removed_at=None)


def is_correctable(info_request) -> bool:
    """Whether its requester may say that what they were given is wrong (L16 Điều 32.2; L26 Điều 28.2)."""
    return info_request.status in (Status.PROVIDED, Status.PROVIDED_PARTLY)
