"""Files that may be given: added, checked by the originating unit, released by the focal unit, or taken out again."""

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from cms.core.dates import local_day
from cms.core.errors import DomainError, NotAllowed
from cms.core.two_people import is_another
from workflow.choices import FileRole, FileState
from workflow.services import inspecting
from workflow.services.acting import begin, finish
from workflow.services.new_case import attach
from workflow.transitions import MOVES


@transaction.atomic
def add_file(*, info_request, seen, file, piece=None, by, at):
    """Add a stored file as an answer, to one piece or to all."""
    info_request, _move = begin("add_file", info_request, seen=seen, by=by, at=at)
    if piece is not None and piece.info_request_id != info_request.pk:
        raise NotAllowed(_("Mục này thuộc hồ sơ khác."))
    attachment = attach(info_request, file, role=FileRole.ANSWER, by=by, at=at, piece=piece)
    facts = {"sha256": attachment.sha256} | ({"scan": "NONE"} if attachment.is_unscanned else {})
    finish("request.file_added", info_request, by=by, at=at, also=[attachment], data=facts)
    return attachment


def _answer_file(info_request, attachment):
    if attachment.info_request_id != info_request.pk or attachment.role != FileRole.ANSWER or attachment.removed_at:
        raise NotAllowed(_("Tệp này không phải tệp trả lời của hồ sơ."))


def _clean_answer_file(info_request, attachment):
    _answer_file(info_request, attachment)
    if attachment.state != FileState.CLEAN:
        raise DomainError(_("Tệp chưa được kiểm tra mã độc xong nên chưa dùng được."))
    if why := inspecting.why_held(attachment):
        raise DomainError(why)


@transaction.atomic
def check_file(*, info_request, seen, attachment, by, at):
    """First of two: no secret, no hidden data, class decided (D18 Điều 7.1)."""
    info_request, _move = begin("check_file", info_request, seen=seen, by=by, at=at)
    _clean_answer_file(info_request, attachment)
    if attachment.checked_by_id:
        raise DomainError(_("Tệp này đã được kiểm tra lần một."))
    attachment.checked_by, attachment.checked_at = by, at
    attachment.save(by=by)
    finish("request.file_checked", info_request, by=by, at=at, also=[attachment], data={"sha256": attachment.sha256})
    return attachment


@transaction.atomic
def release_file(*, info_request, seen, attachment, by, at):
    """Second of two, another person: this is the copy that will be given, not the original (D18 Điều 7.2)."""
    info_request, move = begin("release_file", info_request, seen=seen, by=by, at=at)
    _clean_answer_file(info_request, attachment)
    if attachment.checked_by_id is None:
        raise DomainError(_("Đơn vị chủ trì chưa kiểm tra tệp này."))
    told = {"roles": move.by, "authority_id": info_request.authority_id, "begun_in": MOVES["check_file"].by}
    if not is_another(by, attachment.checked_by_id, begun_on=local_day(attachment.checked_at), **told):
        raise NotAllowed(_("Người đã kiểm tra lần một không được cho giao. Cần một người khác."))
    if attachment.released_by_id:
        raise DomainError(_("Tệp này đã được cho giao."))
    confirmed = inspecting.confirm(attachment, by, at)
    attachment.released_by, attachment.released_at = by, at
    attachment.save(by=by)
    facts = {"sha256": attachment.sha256} | ({"confirmed": len(confirmed)} if confirmed else {})
    finish("request.file_released", info_request, by=by, at=at, also=[attachment, *confirmed], data=facts)
    return attachment


@transaction.atomic
def remove_file(*, info_request, seen, attachment, reason, by, at):
    """Take an answer file out; it stays on record and is never given."""
    info_request, _move = begin("add_file", info_request, seen=seen, by=by, at=at)
    _answer_file(info_request, attachment)
    if not reason.strip():
        raise DomainError(_("Hãy nói vì sao bỏ tệp."), field="reason")
    attachment.removed_at = at
    attachment.save(by=by, reason=reason)
    return finish("request.file_removed", info_request, by=by, at=at, also=[attachment], reason=reason)
