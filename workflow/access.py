"""The one gate: who may see a request, its personal data and its files. Every door asks here (S1)."""

from datetime import timedelta

from django.conf import settings
from django.db.models import Q

from cms.core.dates import local_day
from cms.core.roles import CASE_ROLES, SUPERVISING_ROLES, Role
from workflow.choices import CorrectionStatus, FileRole, FileState, Inspection, Outcome, Status
from workflow.models import Consultation, CorrectionRequest, InformationRequest

#: May read a full identity number, with a reason and on the record (S14).
UNMASKING_ROLES = frozenset({Role.FOCAL_OFFICER, Role.FOCAL_HEAD, Role.DATA_OFFICER})

#: May take the register of their authority away as a file (S11).
REGISTER_ROLES = frozenset({Role.FOCAL_OFFICER, Role.FOCAL_HEAD, Role.HEAD, Role.DATA_OFFICER}) | SUPERVISING_ROLES
#: May take the books of papers away as a file: the registry keeps them.
BOOK_ROLES = REGISTER_ROLES | {Role.REGISTRY}
#: Enter paper and walk-in requests.
ENTERING_ROLES = frozenset({Role.FOCAL_OFFICER, Role.REGISTRY})
#: Propose that a year of the register is closed; confirm it; read closed years.
CLOSING_ROLES = frozenset({Role.FOCAL_OFFICER, Role.FOCAL_HEAD})
CONFIRMING_ROLES = frozenset({Role.FOCAL_HEAD, Role.SIGNER, Role.HEAD})
VOLUME_ROLES = REGISTER_ROLES | {Role.SIGNER}


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


def can_export_register(user, authority) -> bool:
    """Take the register away as a file: who keeps it, who answers for it, and a supervisor without personal columns."""
    return authority.pk in user.authorities_as(REGISTER_ROLES)


def can_export_personal(user, authority) -> bool:
    """The personal columns of the register, for a reason that is recorded."""
    return authority.pk in user.authorities_as(REGISTER_ROLES - SUPERVISING_ROLES)


def can_export_books(user, authority) -> bool:
    """Take the books of papers away as a file."""
    return authority.pk in user.authorities_as(BOOK_ROLES)


def can_read_books_personal(user, authority) -> bool:
    """Who wrote and whom a paper went to, in the books of papers; a supervisor reads neither."""
    return authority.pk in user.authorities_as(BOOK_ROLES - SUPERVISING_ROLES)


def can_close_register(user, authority) -> bool:
    """Propose that a year of the register is closed: who keeps it."""
    return authority.pk in user.authorities_as(CLOSING_ROLES)


def can_confirm_closing(user, volume) -> bool:
    """Confirm it, or send it back: who answers for the register, and never who proposed it (S7)."""
    answers = volume.authority_id in user.authorities_as(CONFIRMING_ROLES)
    return answers and volume.proposed_by_id != user.pk


def can_read_volumes(user, authority) -> bool:
    """Closed years and their prints: who keeps the register, who confirms it, and supervisors."""
    return authority.pk in user.authorities_as(VOLUME_ROLES)


def can_read_personal(user, info_request) -> bool:
    """Names and contacts of a case that `visible_to` let through: those who handle it. A supervisor sees them masked."""
    return info_request.authority_id in authorities_read_personally(user)


def authorities_read_personally(user) -> set[int]:
    """Keys of the authorities whose cases this person may read with names and words, as `can_read_personal` says of one."""
    return user.authorities_as(CASE_ROLES)


def can_unmask_identity(user, info_request) -> bool:
    return info_request.authority_id in user.authorities_as(UNMASKING_ROLES)


def can_enter(user, authority) -> bool:
    """Enter paper and walk-in requests."""
    return authority.pk in user.authorities_as(ENTERING_ROLES)


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


def fetched_until(info_request):
    """The last day on which the answer's files are fetched with the code; None where the authority set no term.

    L16 Điều 30.2 lets an authority give a code or a link without saying for how long; L26 leaves it to its decree.
    """
    if not settings.ANSWER_FILE_DAYS or info_request.outcome_on is None:
        return None
    return info_request.outcome_on + timedelta(days=settings.ANSWER_FILE_DAYS)


def is_fetching_over(info_request, at) -> bool:
    until = fetched_until(info_request)
    return until is not None and local_day(at) > until


def _given(info_request):
    """Answers after they were given: released by two people, or part of the very act of providing at once (readings.md 8.1)."""
    if info_request.status not in (Status.PROVIDED, Status.PROVIDED_PARTLY):
        return Q(pk=None)
    refused = Q(piece__outcome=Outcome.REFUSE)
    held = Q(inspection__in=(Inspection.WAITING, Inspection.HELD))
    two_people_or_at_once = Q(released_by__isnull=False) | Q(added_at=info_request.closed_at)
    return Q(role=FileRole.ANSWER) & two_people_or_at_once & ~refused & ~held


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


def given_again(info_request):
    """The corrections of this answer that the authority made by itself, once two people have decided them."""
    return info_request.corrections.found_by_authority().filter(status=CorrectionStatus.CORRECTED)


def is_correctable(info_request) -> bool:
    """Whether its requester may say that what they were given is wrong (L16 Điều 32.2; L26 Điều 28.2)."""
    return info_request.status in (Status.PROVIDED, Status.PROVIDED_PARTLY)


# --- the words of papers and of frequent answers -----------------------------------------------------------------
def reads_wording_of(user) -> set[int]:
    """Keys of the authorities whose wordings and frequent answers this person reads: their own, or those they check."""
    return user.authorities_as(CASE_ROLES | SUPERVISING_ROLES | {Role.ADMINISTRATOR})
