"""A complaint or a lawsuit was upheld: the information is asked for anew, in a case linked to the first one.

The first case keeps its answer, its papers and its day; whoever looks at it sees both.
"""

from cms.core.dates import local_day
from workflow import clock, codes, notices
from workflow.choices import Status
from workflow.models import InformationRequest, Member, Piece, Requester
from workflow.remedy_choices import UPHOLDING, RemedyKind
from workflow.services.acting import seal, tell
from workflow.services.new_case import focal_unit, seal_new

#: What a new case has of the first: who asks for what, how it is to be given, and the law it is answered under.
_TAKEN = (
    "rule_set",
    "channel",
    "sent_on",
    "sent_at",
    "complexity",
    "delivery",
    "description",
    "document_name",
    "period_from",
    "period_to",
    "purpose",
    "times_asked",
    "copies",
    "is_resident",
    "concern",
    "residency_finding",
    "has_priority",
    "posted_on_paper",
)


def is_called_for(remedy) -> bool:
    """Upheld about a case that has ended. One still open is simply to be answered; a denunciation asks for nothing."""
    contests = remedy.kind in (RemedyKind.COMPLAINT, RemedyKind.LAWSUIT)
    return contests and remedy.outcome in UPHOLDING and not remedy.info_request.is_open


def reopen(remedy, *, by, at) -> InformationRequest:
    """Open the new case in the caller's transaction, which is the act of the second person.

    The law chosen by the day of sending stays (L26 Điều 31.4). The term of the answer runs from the day of the decision.
    """
    first, day = remedy.info_request, local_day(at)
    requester, things = _person_anew(first.requester, by)
    code = codes.next_case_number(first.authority, day)
    case = InformationRequest(
        **{name: getattr(first, name) for name in _TAKEN},
        authority=first.authority,
        unit=focal_unit(first.authority),
        requester=requester,
        code=code,
        # Nobody knows this code: the first case's page leads here, and the counter can issue another.
        tracking_hash=codes.tracking_hash(code, codes.random_code()),
        status=Status.ACCEPTED,
        received_on=day,
        entered_at=at,
        entered_by=by,
        complete_on=day,
        valid_on=day,
        accepted_at=at,
        accepted_by=by,
    )
    clock.settle(case)
    tell(case)
    case.save(by=by)
    for piece in first.pieces.all():
        anew = Piece(info_request=case, position=piece.position, description=piece.description, field=piece.field)
        anew.save(by=by)
        things.append(anew)
    seal_new("request.reopened", case, things, by=by, at=at)
    seal("request.reopened_as", first, by=by, at=at, data={"new_case": code, "remedy": remedy.code})
    notices.post("reopened", case, at=at, first_code=first.code)
    notices.post("new_request", case, at=at)
    return case


def _person_anew(requester, by):
    """The same person's data once more: a case has its own, so that each can be erased in its time (S14)."""
    again = _copy_of(requester)
    again.save(by=by)
    members = [_copy_of(member, requester=again) for member in requester.members.all()]
    for member in members:
        member.save(by=by)
    return again, [again, *members]


def _copy_of(thing: Requester | Member, **changed):
    fields = {field.name: getattr(thing, field.name) for field in thing._meta.concrete_fields if not field.primary_key}
    return type(thing)(**fields | changed)
