"""Papers leave, information is given. Closing and extending count from their paper (readings.md 8.2)."""

from django.db import IntegrityError, transaction
from django.db.models import prefetch_related_objects
from django.utils.translation import gettext_lazy as _

from cms.core.dates import local_day, short
from cms.core.errors import DomainError, NotAllowed
from cms.core.text import nfc
from cms.law.services import current_calendar
from workflow import clock, letters, notices, transitions
from workflow.choices import (
    CLOSED_STATUSES,
    Complexity,
    DecisionState,
    FileRole,
    LetterForm,
    LetterState,
    Outcome,
    Status,
)
from workflow.models import Correspondence, Extension
from workflow.services import inspecting, numbering
from workflow.services.acting import begin, finish, hold, issued_letters, tell
from workflow.services.decision import provision_of
from workflow.services.new_case import attach

#: What tells that a paper left, or that the answer itself was given: the record is signed for its witnesses after each.
SENDING_OUT = frozenset(
    {
        "request.apologised",
        "request.cost_due",
        "request.cover_issued",
        "request.extended",
        "request.guidance_issued",
        "request.letter_replaced",
        "request.letter_withdrawn",
        "request.part_refusal_issued",
        "request.provided",
        "request.redirected",
        "request.refused",
        "request.resolution_issued",
        "request.time_limit_noticed",
    }
)


# --- issuing -----------------------------------------------------------------------------------------------------
@transaction.atomic
def issue_letter(*, info_request, seen, letter, number="", symbol, issued_on=None, late_reason="", file=None, by, at):
    """The registry gives a paper its number, symbol and day from the authority's own book; from here it counts.

    Doubles are refused, gaps are normal (S4); where the book is kept here, the paper takes its next number instead. An
    extension must be issued while the term still runs. A paper that went out before today is recorded with the reason
    why only now, because its day decides whether a term was kept.
    """
    info_request, _move = begin("issue_letter", info_request, seen=seen, by=by, at=at)
    letter = _held(info_request, letter)
    numbering.take(letter, number=number, symbol=symbol, issued_on=issued_on, at=at)
    issued_on = letter.issued_on
    check_day(letter, at)
    if issued_on < local_day(at) and not late_reason.strip():
        raise DomainError(_("Văn bản có ngày trước hôm nay. Hãy nói vì sao hôm nay mới ghi."), field="late_reason")
    letter.issued_by, letter.issued_at = by, at
    letter.signer_name, letter.signer_post = _signer(letter.decision)
    effect = _EFFECTS[letter.form](info_request, letter, by, at)
    letters.freeze(letter)
    letter.state = LetterState.ISSUED
    things = [letter, *effect.things]
    if file is not None:
        letter.signed_file = attach(info_request, file, role=FileRole.SIGNED, by=by, at=at)
        things.append(letter.signed_file)
    save_numbered(letter, by)
    if effect.target in CLOSED_STATUSES:
        info_request.outcome_on = issued_on
    finish(
        effect.kind,
        info_request,
        by=by,
        at=at,
        also=things,
        target=effect.target,
        reason=late_reason.strip(),
        data={
            "form": str(letter.form),
            "number": letter.label,
            "issued_on": issued_on.isoformat(),
            "sha256": letter.sha256,
            "pdf_sha256": letter.pdf_sha256,
        }
        | effect.data,
    )
    if effect.notice:
        notices.post(effect.notice, info_request, at=at, letter=letter)
    return letter


def _held(info_request, letter):
    """The paper as it is now, with its decision as this act sees it; it must wait for the registry, and count."""
    fresh = next((one for one in info_request.letters.all() if one.pk == letter.pk), None)
    if fresh is not None:
        fresh.decision = next((one for one in info_request.decisions.all() if one.pk == fresh.decision_id), None)
    if fresh is None or fresh.state != LetterState.DRAFT or fresh.replaces_id:
        raise transitions.ImpossibleMove(_("Văn bản này không còn chờ phát hành."))
    if fresh.decision and not fresh.decision.is_live:
        raise transitions.ImpossibleMove(_("Văn bản này không còn chờ phát hành."))
    return fresh


class _Effect:
    """What a paper brings about: the act's kind, its new rows, the state it leads to, whom to tell."""

    def __init__(self, kind, *, things=(), target=None, notice="", data=None):
        self.kind, self.things, self.target, self.notice, self.data = kind, list(things), target, notice, data or {}


def _signer(decision):
    """Name and post of who signed; an extension that needs no second person bears its own officer's."""
    if decision is None:
        return "", ""
    if decision.outside_signer:
        return decision.outside_signer, decision.outside_post
    person = decision.approved_by or decision.proposed_by
    if decision.approved_for is not None:
        return str(person), letters.by_delegation(decision.approved_for.post, person.post)
    return str(person), person.post


def save_numbered(letter, by):
    """The database alone knows whether a number is taken: two clerks may enter it in the same second."""
    try:
        letter.save(by=by)
    except IntegrityError as taken:
        raise DomainError(
            _("Số %(number)s/%(symbol)s đã dùng trong năm %(year)s. Xem lại sổ văn thư.")
            % {"number": letter.number, "symbol": letter.symbol, "year": str(letter.year)},
            field="number",
        ) from taken


def check_day(letter, at):
    """A paper is dated between its signature and today; DomainError otherwise."""
    issued_on = letter.issued_on
    if issued_on > local_day(at):
        raise DomainError(_("Ngày văn bản không được ở tương lai."), field="issued_on")
    signed_on = letter.decision.outside_signed_on if letter.decision else None
    earliest = signed_on or local_day(letter.drafted_at)
    if issued_on < earliest:
        raise DomainError(
            _("Ngày văn bản không được trước ngày ký %(day)s.") % {"day": short(earliest)}, field="issued_on"
        )


def _extend(info_request, letter, by, at):
    transitions.check("issue_extension", info_request, by, local_day(at))
    decision = letter.decision
    if letter.issued_on > info_request.due_on:
        article = clock.extension_left(info_request).article
        raise transitions.ImpossibleMove(
            _("Thời hạn đã hết ngày %(day)s. Thông báo gia hạn phải phát hành trong thời hạn đang chạy (%(article)s).")
            % {"day": short(info_request.due_on), "article": info_request.rule_set.rules.cite(article)}
        )
    calendar = current_calendar()
    reckoning = clock.extended_to(info_request, decision.amount, calendar)
    left = clock.extension_left(info_request)
    extension = Extension(
        info_request=info_request,
        decision=decision,
        from_on=info_request.due_on,
        amount=decision.amount,
        unit=left.unit,
        article=left.article,
        until_on=reckoning.due_on,
        told_on=letter.issued_on,
    )
    extension.save(by=by)
    info_request.granted.append(extension)
    decision.state, decision.effective_on = DecisionState.EFFECTIVE, letter.issued_on
    decision.save(by=by)
    before = info_request.due_on
    clock.settle(info_request, calendar)
    tell(info_request)
    return _Effect(
        "request.extended",
        things=[extension, decision],
        notice="extended",
        data={"before": before.isoformat(), "after": info_request.due_on.isoformat()},
    )


def _refuse(info_request, letter, by, at):
    decision = letter.decision
    if decision.outcome != Outcome.REFUSE:
        return _Effect("request.part_refusal_issued")
    move = transitions.check("issue_refusal", info_request, by, local_day(at))
    things = _settle_pieces(decision, by)
    decision.state, decision.effective_on = DecisionState.EFFECTIVE, letter.issued_on
    decision.save(by=by)
    return _Effect("request.refused", things=[decision, *things], target=move.target, notice="refused")


def _resolve(info_request, letter, by, at):
    total = letter.decision.cost
    if not total:
        return _Effect("request.resolution_issued", notice="resolved")
    move = transitions.check("ask_for_payment", info_request, by, local_day(at))
    return _Effect("request.cost_due", target=move.target, notice="cost_due", data={"amount": total})


def _redirect(info_request, letter, by, at):
    move = transitions.check("issue_redirect", info_request, by, local_day(at))
    return _Effect("request.redirected", target=move.target, notice="redirected")


def _notify(info_request, letter, by, at):
    info_request.noticed_on = letter.issued_on
    return _Effect("request.time_limit_noticed", notice="time_limit")


def _guide(info_request, letter, by, at):
    return _Effect("request.guidance_issued")


def _apologise(info_request, letter, by, at):
    """The law's date stays; a day already promised anew before the paper leaves would be an empty word."""
    if letter.promised_on < letter.issued_on:
        raise transitions.ImpossibleMove(
            _("Ngày hẹn lại %(day)s đã qua. Đầu mối soạn thư mới.") % {"day": short(letter.promised_on)}
        )
    data = {"promised_on": letter.promised_on.isoformat()}
    return _Effect("request.apologised", notice="apologised", data=data)


def _cover(info_request, letter, by, at):
    return _Effect("request.cover_issued")


_EFFECTS = {
    LetterForm.SUPPLEMENT: _guide,
    LetterForm.APOLOGY: _apologise,
    LetterForm.COVER: _cover,
    LetterForm.EXTENSION: _extend,
    LetterForm.REFUSAL: _refuse,
    LetterForm.RESOLUTION: _resolve,
    LetterForm.REDIRECT: _redirect,
    LetterForm.TIME_LIMIT: _notify,
}


def _settle_pieces(decision, by):
    """Each piece takes the outcome found for it."""
    pieces = []
    for finding in decision.found:
        finding.piece.outcome = finding.outcome
        finding.piece.save(by=by)
        pieces.append(finding.piece)
    return pieces


# --- giving ------------------------------------------------------------------------------------------------------
@transaction.atomic
def provide(*, info_request, seen, given_on=None, how="", by, at):
    """Hand the information over, by the way asked for. The outcome follows from the pieces."""
    info_request = hold(info_request, seen)
    prefetch_related_objects([info_request], "attachments")
    given = [file for file in info_request.attachments.all() if file.is_released]
    decision = provision_of(info_request)
    partly = decision is not None and decision.outcome == Outcome.PROVIDE_PARTLY
    move = transitions.check("provide_partly" if partly else "provide", info_request, by, local_day(at))
    given_on = given_on or local_day(at)
    if not _ready_on(info_request, decision) <= given_on <= local_day(at):
        raise DomainError(
            _("Ngày giao phải từ ngày phiếu giải quyết và ngày trả chi phí đến hôm nay."), field="given_on"
        )
    if not how.strip() and not given:
        raise DomainError(_("Chưa có tệp nào được cho giao. Nếu giao giấy, hãy ghi đã giao gì."), field="how")
    things = _settle_pieces(decision, by)
    decision.state, decision.effective_on = DecisionState.EFFECTIVE, given_on
    decision.save(by=by)
    things.append(decision)
    if how.strip():
        things.append(_say(info_request, how, by, at))
    info_request.outcome_on = given_on
    kind = "request.provided_partly" if partly else "request.provided"
    finish(kind, info_request, move=move, by=by, at=at, also=things, data=_given(given))
    notices.post("provided_partly" if partly else "provided", info_request, at=at)
    return info_request


def _given(files):
    """The marks of what is given, for the chain: each file can be proved to be the one that left."""
    return {"sha256": sorted(file.sha256 for file in files)}


def _ready_on(info_request, decision):
    """The first day on which it may be given: its papers issued, its cost paid (L16 Điều 27; D18 Điều 13.2)."""
    issued = [letter.issued_on for letter in issued_letters(info_request) if letter.decision_id == decision.pk]
    paid = [one.paid_on for one in info_request.payments.standing()] if info_request.status == Status.READY else ()
    return max([*issued, *paid])


def _say(info_request, text, by, at):
    message = Correspondence(
        info_request=info_request, kind="ANSWER", from_requester=False, text=nfc(text), at=at, by=by
    )
    message.save(by=by)
    return message


def provide_at_once(*, files=(), **words):
    """Already public, or already cleared for release: one officer, one form, at once (L16 Điều 29.1, 30.3, 31.1).

    The files are looked through first of all, outside the transaction: that takes a second.
    """
    return _provide_at_once(files=tuple(inspecting.passed(file) for file in files), **words)


@transaction.atomic
def _provide_at_once(*, info_request, seen, answer, public_place="", basis, info_class, field="", files, by, at):
    info_request, move = begin("provide_at_once", info_request, seen=seen, by=by, at=at)
    if not answer.strip():
        raise DomainError(_("Hãy ghi câu trả lời cho người dân."), field="answer")
    if not public_place.strip() and not files:
        raise DomainError(
            _("Ghi nơi đã công khai thông tin, hoặc chọn tệp đã được cho phép cung cấp."), field="public_place"
        )
    if info_class in ("CONDITIONAL", "INACCESSIBLE"):
        raise NotAllowed(_("Thông tin có điều kiện hoặc không được tiếp cận phải qua hai người."))
    rules = info_request.rule_set.rules
    rules.provision_basis(basis)
    things = []
    if info_request.valid_on is None:
        info_request.valid_on = info_request.complete_on
        info_request.accepted_at, info_request.accepted_by = at, by
        info_request.assigned_to = info_request.assigned_to or by
        info_request.complexity = Complexity.SIMPLE
    for piece in info_request.pieces.all():
        piece.info_class, piece.basis, piece.outcome = info_class, basis, Outcome.PROVIDE
        piece.field = piece.field or field
        piece.save(by=by)
        things.append(piece)
    words = f"{answer.strip()}\n{public_place.strip()}".strip()
    things.append(_say(info_request, words, by, at))
    answers = [attach(info_request, file, role=FileRole.ANSWER, by=by, at=at) for file in files]
    things += answers
    clock.settle(info_request)
    tell(info_request)
    finish(
        "request.provided",
        info_request,
        move=move,
        by=by,
        at=at,
        also=things,
        data={"at_once": True, "valid_on": info_request.valid_on.isoformat()} | _given(answers),
    )
    notices.post("provided", info_request, at=at)
    return info_request


@transaction.atomic
def mark_posted(*, info_request, seen, letter, posted_on, by, at):
    """The paper went to the post on that day."""
    info_request, _move = begin("mark_posted", info_request, seen=seen, by=by, at=at)
    if letter.info_request_id != info_request.pk or letter.state != LetterState.ISSUED:
        raise NotAllowed(_("Chỉ gửi bưu điện văn bản đã phát hành của hồ sơ này."))
    if not letter.issued_on <= posted_on <= local_day(at):
        raise DomainError(_("Ngày gửi phải từ ngày văn bản đến hôm nay."), field="posted_on")
    letter.posted_on = posted_on
    letter.save(by=by)
    return finish("request.letter_posted", info_request, by=by, at=at, also=[letter])
