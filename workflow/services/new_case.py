"""What every way in has in common: a case with its number, its pieces, its files and the first entry of its record."""

from datetime import date

from django.utils.translation import gettext_lazy as _

from cms.core.errors import DomainError
from cms.core.models.authority import NetworkReceipt
from cms.core.text import nfc
from cms.law.services import current_calendar
from workflow import clock, codes, notices
from workflow.choices import FileRole, Inspection
from workflow.models import Attachment, InformationRequest, Piece
from workflow.services import requesters
from workflow.services.acting import seal, tell
from workflow.services.answers import StoredFile


def announce(info_request, at):
    """Tell both sides; the focal point's own mailbox always, whatever the state of personal accounts."""
    notices.post("received", info_request, at=at)
    notices.post("new_request", info_request, at=at)


def begin_case(authority, answers, rule_set, day, at) -> InformationRequest:
    """A case with its number, not saved yet; DomainError where the authority has no focal unit."""
    needs = answers.person.support_needs
    return InformationRequest(
        authority=authority,
        unit=focal_unit(authority),
        rule_set=rule_set,
        code=codes.next_case_number(authority, day),
        entered_at=at,
        delivery=answers.delivery,
        description=nfc(answers.description),
        document_name=nfc(answers.document_name),
        period_from=answers.period_from,
        period_to=answers.period_to,
        purpose=nfc(answers.purpose),
        times_asked=answers.times_asked,
        copies=answers.copies,
        is_resident=answers.is_resident,
        concern=nfc(answers.concern),
        # People with disabilities come first by law (D18 Điều 3); asking for a language is no disability.
        has_priority=bool(set(needs) & {"LARGE_PRINT", "AUDIO", "BRAILLE", "SIGN_LANGUAGE"}),
    )


def day_received(authority, today: date) -> date:
    """The day on which what came by network today counts as received, by the authority's own regulation (readings.md 9.3)."""
    if authority.network_receipt != NetworkReceipt.NEXT_WORKING_DAY:
        return today
    calendar = current_calendar()
    return today if calendar.is_working(today) else calendar.working_day_after(today, 1)


def focal_unit(authority):
    """Who receives; DomainError where the authority has named nobody."""
    focal = getattr(authority, "focal", None)
    if focal is not None:
        return focal.unit
    unit = authority.units.filter(is_focal=True, is_active=True).select_related("focal_point").first()
    if unit is None:
        raise DomainError(_("Cơ quan này chưa có đơn vị đầu mối nên chưa nhận yêu cầu."))
    return unit


def store(info_request, answers, files, *, by, at):
    """Write the request and everything that belongs to it; returns what was written beside the request."""
    things = requesters.put_away(answers, by)
    info_request.requester = things[0]
    deadline = clock.settle(info_request)
    if deadline is not None:
        tell(info_request)
    info_request.save(by=by)
    for position, text in enumerate((answers.description, *answers.pieces), start=1):
        piece = Piece(info_request=info_request, position=position, description=nfc(text))
        piece.save(by=by)
        things.append(piece)
    return things + [attach(info_request, file, by=by, at=at) for file in files]


def seal_new(kind, info_request, things, *, by, at, reason=""):
    """The first entry of the case's record, with everything written for it."""
    data = {
        "to": str(info_request.status),
        "rule_set": info_request.rule_set.code,
        "channel": str(info_request.channel),
        "sent_on": info_request.sent_on.isoformat(),
        "received_on": info_request.received_on.isoformat(),
        "files": sum(isinstance(thing, Attachment) for thing in things),
    }
    if info_request.due_on:
        data["due_on"] = info_request.due_on.isoformat()
    seal(kind, info_request, [info_request, *things], by=by, at=at, data=data, reason=reason)


def attach(info_request, file: StoredFile, *, by, at, role=None, piece=None, **facts) -> Attachment:
    """Make a stored file part of the case, as what the sender said it is unless the act itself says so.

    A file to be given is inspected before anybody may check it (decision 0019). `facts` are further columns.
    """
    to_give = (role or file.role) == FileRole.ANSWER
    attachment = Attachment(
        info_request=info_request,
        piece=piece,
        role=role or file.role,
        name=file.name,
        path=file.path,
        content_type=file.content_type,
        size=file.size,
        sha256=file.sha256,
        state=file.state,
        inspection=file.inspection if to_give else "",
        inspected_at=at if to_give and file.inspection == Inspection.CLEAR else None,
        added_at=at,
        added_by=by,
        **facts,
    )
    attachment.save(by=by)
    return attachment
