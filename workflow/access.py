"""The one gate: who may see a request, its personal data and its files. Every door asks here (S1)."""

from datetime import timedelta

from django.conf import settings
from django.db.models import Exists, OuterRef, Q

from cms.core.dates import local_day, today
from cms.core.roles import CASE_ROLES, SUPERVISING_ROLES, Role
from cms.core.two_people import is_another
from workflow.choices import CorrectionStatus, FileRole, FileState, Inspection, Outcome, Status
from workflow.models import (
    Consultation,
    CorrectionRequest,
    InformationRequest,
    InspectedAuthority,
    InspectionDecision,
    InspectionFinding,
    Remedy,
    RemedyReader,
)
from workflow.remedy_choices import InspectionState, RemedyKind

#: May read a full identity number, with a reason and on the record (S14).
UNMASKING_ROLES = frozenset({Role.FOCAL_OFFICER, Role.FOCAL_HEAD, Role.DATA_OFFICER})

#: Look at every case of the authority they are named for, for its days. The department of justice is none of them: it
#: opens cases under an inspection decision only.
AUDITING_ROLES = frozenset({Role.AUDITOR})

#: Write an inspection decision down, or confirm it.
INSPECTING_ROLES = SUPERVISING_ROLES | {Role.ADMINISTRATOR}

#: Are told of inspections of their authority and of what they found.
FINDING_ROLES = frozenset({Role.FOCAL_OFFICER, Role.FOCAL_HEAD, Role.HEAD, Role.AUDITOR})

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


#: Read the personal data of a case under seal: the named right (S14).
SEALED_READERS = frozenset({Role.DATA_OFFICER, Role.HEAD})

#: Keep the cases, and so propose what becomes of them; and those who answer for it.
RETENTION_PROPOSERS = frozenset({Role.FOCAL_OFFICER, Role.FOCAL_HEAD, Role.DATA_OFFICER})
RETENTION_DECIDERS = frozenset({Role.HEAD, Role.DATA_OFFICER})


def visible_to(user, info_requests):
    """The requests this person may see today: their authority's, their unit's part, or those under a dated grant."""
    if not getattr(user, "is_authenticated", False) or not user.is_active:
        return info_requests.none()
    units = user.units_as({Role.ORIGINATING_UNIT})
    reach = Q(authority__in=user.works_for | user.authorities_as(AUDITING_ROLES))
    if may_inspect(user):
        reach |= Exists(_opening(user, OuterRef("authority"), OuterRef("received_on")))
    if units:
        # A unit that was asked sees the case; a key set, not a join, keeps rows single.
        asked = Consultation.objects.filter(unit__in=units).values("info_request")
        reach |= Q(unit__in=units) | Q(pk__in=asked)
    return info_requests.filter(reach)


# --- inspections ---------------------------------------------------------------------------------------------------
def may_inspect(user) -> bool:
    """Whether a decision may name this person: one who supervises, on any authority's behalf."""
    return any(held.role in SUPERVISING_ROLES for held in user.current_roles)


def _opening(user, authority, received_on):
    """The running decisions that name this person and whose scope holds that authority and that day."""
    running = InspectionDecision.objects.running_on(today()).filter(inspectors__user=user.pk)
    return running.filter(inspected__authority=authority, period_first__lte=received_on, period_last__gte=received_on)


def inspection_that_opens(user, info_request):
    """The decision by which alone this person sees the case; None where their own office opens it."""
    own = user.works_for | user.authorities_as(AUDITING_ROLES)
    if info_request.authority_id in own or not may_inspect(user):
        return None
    return _opening(user, info_request.authority_id, info_request.received_on).order_by("pk").first()


def can_enter_inspection(user) -> bool:
    """Write an inspection decision down, or confirm it: who supervises, and the administrator."""
    return any(held.role in INSPECTING_ROLES for held in user.current_roles)


def meets_inspections(user) -> bool:
    """Whether the pages of inspections are there for this person."""
    return can_enter_inspection(user) or any(held.role in FINDING_ROLES for held in user.current_roles)


def visible_inspections(user, inspections=None):
    """Decisions this person may see: those who supervise and administer all of them, an inspected authority its own."""
    inspections = InspectionDecision.objects.all() if inspections is None else inspections
    if not getattr(user, "is_authenticated", False) or not user.is_active:
        return inspections.none()
    if can_enter_inspection(user):
        return inspections
    scope = InspectedAuthority.objects.filter(authority__in=user.authorities_as(FINDING_ROLES))
    return inspections.filter(pk__in=scope.values("inspection")).exclude(state=InspectionState.RETURNED)


def visible_findings(user, findings=None):
    """What was found: the inspectors theirs, the authority its own, those who supervise it."""
    findings = InspectionFinding.objects.all() if findings is None else findings
    if not getattr(user, "is_authenticated", False) or not user.is_active:
        return findings.none()
    named = Q(inspection__inspectors__user=user.pk) | Q(inspection__entered_by=user.pk)
    own = Q(authority__in=user.authorities_as(FINDING_ROLES))
    return findings.filter(pk__in=InspectionFinding.objects.filter(named | own).values("pk"))


def can_find(user, inspection) -> bool:
    """Write down what was found: the people named, and who entered the decision."""
    named = inspection.inspectors.filter(user=user.pk).exists()
    return may_inspect(user) and (named or inspection.entered_by_id == user.pk)


def can_handle_finding(user, finding) -> bool:
    return finding.authority_id in user.authorities_as({Role.FOCAL_OFFICER, Role.FOCAL_HEAD, Role.HEAD})


def can_confirm_finding(user, finding) -> bool:
    """See that it was done: an inspector, or the head of the authority; never who reported it."""
    if finding.authority_id in user.authorities_as({Role.HEAD}):
        return True
    return can_find(user, finding.inspection)


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
    told = {"roles": CONFIRMING_ROLES, "authority_id": volume.authority_id, "begun_in": CLOSING_ROLES}
    return answers and is_another(user, volume.proposed_by_id, begun_on=local_day(volume.proposed_at), **told)


def can_read_volumes(user, authority) -> bool:
    """Closed years and their prints: who keeps the register, who confirms it, and supervisors."""
    return authority.pk in user.authorities_as(VOLUME_ROLES)


def can_read_personal(user, info_request) -> bool:
    """Names and contacts of a case that `visible_to` let through: those who handle it. A supervisor sees them masked.

    Under seal only who holds the named right reads on; of an erased person there is nothing left to read.
    """
    roles = SEALED_READERS if is_sealed(info_request) else CASE_ROLES
    return info_request.authority_id in user.authorities_as(roles)


def is_sealed(info_request) -> bool:
    """Whether the personal data of a request, or of the answer that a correction is about, stands under seal."""
    if hasattr(info_request, "sealed_at"):
        return info_request.sealed_at is not None
    return info_request.info_request_id is not None and info_request.info_request.sealed_at is not None


def unsealed(user):
    """Which requests this person may read by name in a list: the sealed ones only by the named right."""
    return Q(authority__in=authorities_read_personally(user), sealed_at=None) | Q(
        authority__in=user.authorities_as(SEALED_READERS)
    )


def can_close_reading(user, flag) -> bool:
    """Conclude on unusual reading: who answers for personal data, and never the person concerned."""
    told = {"roles": RETENTION_DECIDERS, "authority_id": flag.authority_id}
    return flag.authority_id in user.authorities_as(RETENTION_DECIDERS) and is_another(user, flag.person_id, **told)


# --- after the end: seal, hold, erasure --------------------------------------------------------------------------
def can_propose_retention(user, authority) -> bool:
    """Propose that a case is sealed, held or erased, or which periods the authority keeps."""
    return authority.pk in user.authorities_as(RETENTION_PROPOSERS)


def can_decide_retention(user, act) -> bool:
    """Decide on it: who answers for personal data, and never who proposed it (S7)."""
    authority = act.authority_id if hasattr(act, "authority_id") else act.info_request.authority_id
    told = {"roles": RETENTION_DECIDERS, "authority_id": authority, "begun_in": RETENTION_PROPOSERS}
    told["begun_on"] = local_day(act.proposed_at) if act.proposed_at else None
    return authority in user.authorities_as(RETENTION_DECIDERS) and is_another(user, act.proposed_by_id, **told)


def retention_reach(user) -> set[int]:
    """Keys of the authorities whose periods and due cases this person sees."""
    return user.authorities_as(RETENTION_PROPOSERS | RETENTION_DECIDERS | SUPERVISING_ROLES)


# --- who may read what -------------------------------------------------------------------------------------------


def authorities_read_personally(user) -> set[int]:
    """Keys of the authorities whose cases this person may read with names and words, as `can_read_personal` says of one."""
    return user.authorities_as(CASE_ROLES)


def can_unmask_identity(user, info_request) -> bool:
    roles = SEALED_READERS if is_sealed(info_request) else UNMASKING_ROLES
    return info_request.authority_id in user.authorities_as(roles)


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
    reach = Q(authority__in=user.works_for | user.authorities_as(AUDITING_ROLES))
    units = user.units_as({Role.ORIGINATING_UNIT})
    if may_inspect(user):
        reach |= Exists(_opening(user, OuterRef("authority"), OuterRef("received_on")))
    if units:
        reach |= Q(asked_unit__in=units)
    return corrections.filter(reach)


def correction_files(correction):
    """Files of the right information that the holder of the code may fetch: once two people have answered with them."""
    return correction.files.none() if correction.is_open else correction.files.filter(removed_at=None)


def given_again(info_request):
    """The corrections of this answer that the authority made by itself, once two people have decided them."""
    return given_again_of(info_request.pk)


def given_again_of(key):
    """The same for the key of an answered request, which may be a column of another statement."""
    found = CorrectionRequest.objects.found_by_authority()
    return found.filter(info_request=key, status=CorrectionStatus.CORRECTED)


def is_correctable(info_request) -> bool:
    """Whether its requester may say that what they were given is wrong (L16 Điều 32.2; L26 Điều 28.2)."""
    return info_request.status in (Status.PROVIDED, Status.PROVIDED_PARTLY)


# --- complaints, lawsuits, denunciations ---------------------------------------------------------------------------
#: See that there is a denunciation, with its days and its outcome; neither who denounces nor what.
DENUNCIATION_ROLES = frozenset({Role.HEAD, Role.SIGNER, Role.FOCAL_HEAD, Role.REGISTRY, Role.AUDITOR})
#: Write down what was lodged on paper.
LODGING_ROLES = frozenset({Role.FOCAL_OFFICER, Role.FOCAL_HEAD, Role.REGISTRY, Role.HEAD})


def visible_remedies(user, remedies=None):
    """The complaints, lawsuits and denunciations this person may see today; never a denunciation of themselves."""
    remedies = Remedy.objects.all() if remedies is None else remedies
    if not getattr(user, "is_authenticated", False) or not user.is_active:
        return remedies.none()
    whole = Q(authority__in=user.works_for | user.authorities_as(AUDITING_ROLES)) & ~Q(kind=RemedyKind.DENUNCIATION)
    secret = Q(kind=RemedyKind.DENUNCIATION) & (
        Q(authority__in=user.authorities_as(DENUNCIATION_ROLES)) | Q(pk__in=_read_by(user))
    )
    return remedies.filter(whole | secret & (Q(against=None) | ~Q(against=user.pk)))


def _read_by(user):
    return RemedyReader.objects.filter(user=user.pk, ended_at=None).values("remedy")


def is_of_the_few(user, remedy) -> bool:
    """Whether this person may read who denounces and what: the head, and whom the head has named; never the denounced."""
    if remedy.against_id == user.pk or not user.is_active:
        return False
    if remedy.authority_id in user.authorities_as({Role.HEAD}):
        return True
    works_here = remedy.authority_id in user.authorities_as(CASE_ROLES)
    return works_here and _read_by(user).filter(remedy=remedy.pk).exists()


def can_read_remedy(user, remedy) -> bool:
    """Its words and papers: of a complaint or lawsuit who handles cases, of a denunciation the named few."""
    if remedy.is_secret:
        return is_of_the_few(user, remedy)
    # As long as it is open it must be settled; once it has ended, the seal of its case covers it too.
    roles = SEALED_READERS if is_sealed(remedy) and not remedy.is_open else CASE_ROLES
    return remedy.authority_id in user.authorities_as(roles)


def remedy_authorities(user) -> set[int]:
    """Keys of the authorities whose book of complaints this person reads."""
    return user.works_for | user.authorities_as(AUDITING_ROLES)


def can_lodge(user, authority) -> bool:
    """Write down a complaint, lawsuit or denunciation that came on paper."""
    return authority.pk in user.authorities_as(LODGING_ROLES)


# --- the words of papers and of frequent answers -----------------------------------------------------------------
def reads_wording_of(user) -> set[int]:
    """Keys of the authorities whose wordings and frequent answers this person reads: their own, or those they check."""
    return user.authorities_as(CASE_ROLES | SUPERVISING_ROLES | {Role.ADMINISTRATOR})
