"""What may still happen to a paper that has left: its signed copy comes, it is withdrawn, or replaced (NĐ 30/2020).

An issued paper is never edited. Two people let it be withdrawn or replaced; its words, its number and its file stay, and
everybody who reads it is told. The case stays where it is: a withdrawn paper moves no date and opens no closed case.
"""

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from cms.core.dates import local_day
from cms.core.errors import DomainError, NotAllowed
from cms.core.models import User
from cms.core.text import nfc
from cms.core.two_people import is_another, stands_for
from workflow import letters
from workflow.choices import FileRole, LetterState, RecallKind, RecallState
from workflow.models import Letter, LetterRecall
from workflow.services import delivery, numbering
from workflow.services.acting import begin, finish
from workflow.services.new_case import attach
from workflow.transitions import MOVES, ImpossibleMove

PDF = "application/pdf"


@transaction.atomic
def attach_signed(*, info_request, seen, letter, file, by, at):
    """The scan or digitally signed PDF of an issued paper: from now on what the requester fetches; both are kept."""
    info_request, _move = begin("attach_signed", info_request, seen=seen, by=by, at=at)
    letter = _issued(info_request, letter)
    if file is None or file.content_type != PDF:
        raise DomainError(_("Chọn bản đã ký, đóng dấu ở dạng PDF."), field="file")
    signed = attach(info_request, file, role=FileRole.SIGNED, by=by, at=at)
    letter.signed_file = signed
    letter.save(by=by)
    data = {"number": letter.label, "sha256": signed.sha256}
    finish("request.signed_copy_attached", info_request, by=by, at=at, also=[letter, signed], data=data)
    return signed


@transaction.atomic
def propose_recall(*, info_request, seen, letter, kind, reason, by, at):
    """Ask that an issued paper be withdrawn, or replaced by one of equal kind."""
    info_request, _move = begin("propose_recall", info_request, seen=seen, by=by, at=at)
    letter = _issued(info_request, letter)
    if not reason.strip():
        raise DomainError(_("Ghi lý do. Người dân đọc được lý do này."), field="reason")
    if letter.recalls.exclude(state=RecallState.DECLINED).exists():
        raise DomainError(_("Văn bản này đã có đề nghị thu hồi hoặc thay thế."), field="letter")
    recall = LetterRecall(
        info_request=info_request,
        letter=letter,
        kind=RecallKind(kind),
        reason=nfc(reason),
        proposed_by=by,
        proposed_at=at,
    )
    recall.save(by=by)
    data = {"number": letter.label, "kind": str(recall.kind)}
    finish("request.recall_proposed", info_request, by=by, at=at, also=[recall], data=data)
    return recall


@transaction.atomic
def approve_recall(*, info_request, seen, recall, approved=True, decline_reason="", by, at):
    """Another person decides. A withdrawal is done at once; a replacement when the new paper is issued."""
    info_request, move = begin("approve_recall", info_request, seen=seen, by=by, at=at)
    recall = info_request.recalls.select_related("letter").filter(pk=recall.pk, state=RecallState.PROPOSED).first()
    if recall is None:
        raise ImpossibleMove(_("Đề nghị này không còn chờ duyệt."))
    told = {"roles": move.by, "authority_id": info_request.authority_id, "begun_in": MOVES["propose_recall"].by}
    if not is_another(by, recall.proposed_by_id, begun_on=local_day(recall.proposed_at), **told):
        raise NotAllowed(_("Người trình không được tự duyệt. Cần một người khác."))
    if not approved and not decline_reason.strip():
        raise DomainError(_("Hãy nói vì sao không duyệt."), field="decline_reason")
    recall.decided_by, recall.decided_at = by, at
    things, old = [recall], recall.letter
    if not approved:
        kind, recall.state, recall.decline_reason = "request.recall_declined", RecallState.DECLINED, nfc(decline_reason)
    elif recall.kind == RecallKind.WITHDRAW:
        kind, recall.state, recall.done_at = "request.letter_withdrawn", RecallState.DONE, at
    else:
        kind, recall.state = "request.replacement_approved", RecallState.APPROVED
        draft = Letter(
            info_request=info_request,
            authority=info_request.authority,
            decision=old.decision,
            form=old.form,
            replaces=old,
            promised_on=old.promised_on,
            plain_words=old.plain_words,
            drafted_by=recall.proposed_by,
            drafted_at=at,
            signer_name=str(by),
            signer_post=_post_of(by, move, info_request, recall),
        )
        draft.save(by=by)
        things.append(draft)
    recall.save(by=by)
    return finish(kind, info_request, by=by, at=at, also=things, data={"number": old.label})


def _post_of(by, move, info_request, recall):
    """Their own post, below that of whom they stand in for."""
    key = stands_for(by, move.by, info_request.authority_id, {recall.proposed_by_id})
    return letters.by_delegation(User.objects.get(pk=key).post, by.post) if key else by.post


@transaction.atomic
def issue_replacement(*, info_request, seen, letter, number="", symbol, issued_on=None, file=None, by, at):
    """The registry gives the replacing paper its number; from here the old one is marked, and nothing else changes."""
    info_request, _move = begin("issue_replacement", info_request, seen=seen, by=by, at=at)
    draft = next((one for one in info_request.letters.all() if one.pk == letter.pk), None)
    if draft is None or draft.state != LetterState.DRAFT or not draft.replaces_id:
        raise ImpossibleMove(_("Văn bản này không còn chờ phát hành."))
    numbering.take(draft, number=number, symbol=symbol, issued_on=issued_on, at=at)
    delivery.check_day(draft, at)
    draft.issued_by, draft.issued_at = by, at
    letters.freeze(draft)
    draft.state = LetterState.ISSUED
    things = [draft]
    if file is not None:
        draft.signed_file = attach(info_request, file, role=FileRole.SIGNED, by=by, at=at)
        things.append(draft.signed_file)
    delivery.save_numbered(draft, by)
    recall = info_request.recalls.get(letter=draft.replaces_id, state=RecallState.APPROVED)
    recall.state, recall.done_at = RecallState.DONE, at
    recall.save(by=by)
    data = {
        "form": str(draft.form),
        "number": draft.label,
        "replaces": draft.replaces.label,
        "issued_on": draft.issued_on.isoformat(),
        "sha256": draft.sha256,
        "pdf_sha256": draft.pdf_sha256,
    }
    finish("request.letter_replaced", info_request, by=by, at=at, also=[*things, recall], data=data)
    return draft


def _issued(info_request, letter):
    """The paper as this act sees it; it must have left."""
    fresh = next((one for one in info_request.letters.all() if one.pk == letter.pk), None)
    if fresh is None or fresh.state != LetterState.ISSUED:
        raise ImpossibleMove(_("Chỉ làm được với văn bản đã phát hành của hồ sơ này."))
    return fresh
