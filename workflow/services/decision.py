"""Deciding: one proposes, another approves or signs on paper. Nothing here closes a case; its paper does (readings.md 8.2)."""

from dataclasses import dataclass, field

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from catalog.choices import InfoClass
from cms.core.dates import local_day
from cms.core.errors import DomainError, NotAllowed
from cms.core.models.authority import PAYMENT_FIELDS
from cms.core.text import nfc
from workflow import clock, grounds, transitions
from workflow.choices import DecisionKind, DecisionState, FileRole, LetterForm, Outcome
from workflow.models import Decision, Finding, Letter
from workflow.services.acting import begin, drop_waiting, finish
from workflow.services.new_case import attach
from workflow.services.quoting import Chosen, quote


@dataclass(frozen=True)
class Proposed:
    """What is proposed for one piece."""

    piece: object
    outcome: str
    ground: str = ""
    facts: dict = field(default_factory=dict)
    withheld: str = ""
    weighing: str = ""


@dataclass(frozen=True)
class Terms:
    """How a provision is to happen: form 03 (L16 Điều 27). Costs as chosen from the price list; postage in đồng."""

    provide_on: object = None
    provide_place: str = ""
    pay_how: str = ""
    pay_by_on: object = None
    costs: tuple[Chosen, ...] = ()
    postage: int = 0


class Gaps(DomainError):
    """A proposal that is not complete; `slips` maps (piece position, field) to a sentence."""

    def __init__(self, slips):
        super().__init__(" ".join(dict.fromkeys(slips.values())))
        self.slips = slips


# --- extension ---------------------------------------------------------------------------------------------------
@transaction.atomic
def propose_extension(*, info_request, seen, amount, reason_code, plain_words, by, at):
    """More time, in the term's own unit, from the end of the running term; the notice must be issued inside it."""
    info_request, _move = begin("propose_extension", info_request, seen=seen, by=by, at=at)
    rules = info_request.rule_set.rules
    if reason_code not in {row.code for row in rules.extension_reasons}:
        raise DomainError(_("Chọn lý do gia hạn."), field="reason_code")
    if not plain_words.strip():
        raise DomainError(_("Hãy nói rõ lý do cho người dân."), field="plain_words")
    clock.extended_to(info_request, amount)  # NoSuchTerm names the article when it is too long
    needs_two = info_request.authority.extension_needs_two
    decision = Decision(
        info_request=info_request,
        kind=DecisionKind.EXTENSION,
        amount=amount,
        reason_code=reason_code,
        plain_words=nfc(plain_words),
        needs_two=needs_two,
        proposed_by=by,
        proposed_at=at,
    )
    if needs_two:
        decision.save(by=by)
        things = [decision]
    else:
        things = _sign(info_request, decision, by, at)
    finish("request.extension_proposed", info_request, by=by, at=at, also=things, data={"amount": amount})
    return decision


# --- answer ------------------------------------------------------------------------------------------------------
@transaction.atomic
def propose_answer(*, info_request, seen, proposed: list[Proposed], terms: Terms | None = None, plain_words="", by, at):
    """Give, give in part, or refuse, piece by piece. The request's outcome follows from its pieces."""
    terms = terms or Terms()
    refuses_all = bool(proposed) and all(row.outcome == Outcome.REFUSE for row in proposed)
    name = "propose_refusal" if refuses_all else "propose_provision"
    info_request, _move = begin(name, info_request, seen=seen, by=by, at=at)
    day = local_day(at)
    pieces = _check_pieces(info_request, proposed, day)
    _check_remedies(info_request, proposed)
    lines = () if refuses_all else _costs(info_request, proposed, pieces, terms, day)
    decision = Decision(
        info_request=info_request,
        kind=DecisionKind.ANSWER,
        outcome=_derived(proposed),
        plain_words=nfc(plain_words),
        provide_on=terms.provide_on,
        provide_place=nfc(terms.provide_place),
        pay_how=nfc(terms.pay_how) if lines else "",
        pay_by_on=terms.pay_by_on if lines else None,
        proposed_by=by,
        proposed_at=at,
    )
    if lines:
        _name_the_treasury(decision, info_request.authority)
    things = [decision]
    provision = provision_of(info_request)
    if provision is not None:
        # Signed, perhaps not paid for: it gives way to the refusal, and stands again should that come to nothing.
        provision.state = DecisionState.OVERTAKEN
        provision.save(by=by)
        things.append(provision)
    decision.save(by=by)
    for row in proposed:
        finding = _finding(decision, row, info_request, provision)
        finding.save(by=by)
        things.append(finding)
    for line in lines:
        line.decision = decision
        line.save(by=by)
        things.append(line)
    kind = "request.refusal_proposed" if refuses_all else "request.provision_proposed"
    finish(kind, info_request, by=by, at=at, also=things, data={"outcome": str(decision.outcome)})
    return decision


def provision_of(info_request) -> Decision | None:
    """The provision that was signed, also while a refusal proposed later stands in its place. There is never a second."""
    return next((one for one in info_request.decisions.all() if one.outcome in _GIVING and one.approved_at), None)


def revive_provision(info_request, by) -> list:
    """Where a refusal that was to follow comes to nothing, what was signed before stands again."""
    provision = provision_of(info_request)
    if provision is None or provision.state == DecisionState.APPROVED:
        return []
    things = drop_waiting(info_request, by, kind=DecisionKind.ANSWER)
    provision.state = DecisionState.APPROVED
    provision.save(by=by)
    return [*things, provision]


def _derived(proposed) -> str:
    outcomes = {row.outcome for row in proposed}
    return outcomes.pop() if len(outcomes) == 1 else Outcome.PROVIDE_PARTLY


def _check_pieces(info_request, proposed, day):
    """The pieces as they are now, in the order of the proposal; Gaps names what is missing of each."""
    pieces = {piece.pk: piece for piece in info_request.pieces.all()}
    slips = {}
    if {row.piece.pk for row in proposed} != set(pieces) or len(proposed) != len(pieces):
        raise DomainError(_("Mỗi mục thông tin cần một kết quả."))
    for row in proposed:
        piece = pieces[row.piece.pk]
        if row.outcome not in Outcome.values:
            found = {"outcome": "Chọn kết quả của mục này"}
        else:
            found = _withholding_slips(info_request, piece, row, day) if row.outcome != Outcome.PROVIDE else {}
            found |= _giving_slips(piece) if row.outcome != Outcome.REFUSE else {}
        slips |= {(piece.position, key): sentence for key, sentence in found.items()}
    if slips:
        raise Gaps(slips)
    return [pieces[row.piece.pk] for row in proposed]


def _check_remedies(info_request, proposed):
    """A refusal tells where to complain and to sue: without that it cannot be proposed (readings.md 11.2, 15)."""
    unset = info_request.authority.remedies_unset
    if unset and any(row.outcome != Outcome.PROVIDE for row in proposed):
        raise DomainError(
            _("Cơ quan chưa khai: %(names)s. Quản trị điền ở trang Cơ quan rồi mới trình từ chối.")
            % {"names": ", ".join(unset)}
        )


def _withholding_slips(info_request, piece, row, day):
    found = grounds.missing(info_request, piece, row.ground, row.facts, day)
    if not row.weighing.strip():
        found["weighing"] = "Ghi đã cân nhắc lợi ích công cộng thế nào"
    if row.outcome == Outcome.PROVIDE_PARTLY and not row.withheld.strip():
        found["withheld"] = "Ghi phần nào không cung cấp"
    return found


def _giving_slips(piece):
    """L16 Điều 6, 7, 23; L26 Điều 15, 16, 23: what is given has its class and basis, and the law lets it be given."""
    if not piece.info_class or not piece.basis:
        return {"outcome": "Phân loại mục này và chọn căn cứ cung cấp trước khi trình"}
    if piece.info_class == InfoClass.INACCESSIBLE:
        return {"outcome": "Mục này thuộc loại không được tiếp cận. Hãy phân loại phần được cung cấp thành mục riêng"}
    if piece.info_class == InfoClass.CONDITIONAL and piece.basis != "CONDITIONAL_MET":
        return {"outcome": "Mục này có điều kiện. Chỉ cung cấp khi đã đủ điều kiện"}
    return {}


def _costs(info_request, proposed, pieces, terms, day) -> tuple:
    """The lines of form 03 as reckoned now; what it says of time and payment must be possible."""
    if terms.provide_on is not None and terms.provide_on < day:
        raise DomainError(_("Ngày cung cấp đã qua."), field="provide_on")
    if not terms.costs and not terms.postage:
        return ()
    reckoned = quote(info_request, terms.costs, postage=terms.postage, day=day)
    rules = info_request.rule_set.rules
    given = [piece for row, piece in zip(proposed, pieces, strict=True) if row.outcome != Outcome.REFUSE]
    if all(rules.is_fee_exempt(piece.basis) for piece in given):
        article = next(row.article for row in rules.fee_exemptions)
        raise DomainError(
            _("%(article)s: thông tin này được cung cấp miễn phí.") % {"article": rules.cite(article)}, field="costs"
        )
    if not terms.pay_how.strip():
        raise DomainError(_("Ghi cách trả chi phí: nơi nộp, số tài khoản thu."), field="pay_how")
    if terms.pay_by_on is None or terms.pay_by_on <= day:
        raise DomainError(_("Ghi hạn trả chi phí, sau hôm nay."), field="pay_by_on")
    if unset := info_request.authority.payment_unset:
        raise DomainError(
            _("Cơ quan chưa khai: %(names)s. Quản trị điền ở trang Cơ quan rồi mới trình chi phí (%(article)s).")
            % {"names": ", ".join(unset), "article": reckoned.prices.cite(reckoned.prices.approval_article)},
            field="pay_how",
        )
    return reckoned.lines


def _name_the_treasury(decision, authority):
    """Where to pay stays as it was when proposed, whatever the settings say later (TT46 Điều 4.1.a, 4.2)."""
    for name in (*PAYMENT_FIELDS, "budget_chapter"):
        setattr(decision, name, getattr(authority, name))


def _finding(decision, row, info_request, provision):
    finding = Finding(decision=decision, piece=row.piece, outcome=row.outcome)
    if row.outcome != Outcome.PROVIDE:
        rules = info_request.rule_set.rules
        ground = rules.ground(row.ground)
        finding.ground, finding.article = ground.code, rules.cite(ground.article)
        finding.facts = {key: nfc(value) if isinstance(value, str) else value for key, value in row.facts.items()}
        finding.facts |= grounds.known(ground, provision)
        finding.withheld, finding.weighing = nfc(row.withheld), nfc(row.weighing)
    return finding


# --- signing -----------------------------------------------------------------------------------------------------
_GIVING = (Outcome.PROVIDE, Outcome.PROVIDE_PARTLY)
_APPROVALS = {
    DecisionKind.VALID_ON: ("approve_valid_on", "request.accepted"),
    DecisionKind.CORRECT_ENTRY: ("approve_correction", "request.entry_corrected"),
    DecisionKind.EXTENSION: ("approve_extension", "request.extension_approved"),
    Outcome.REFUSE: ("approve_refusal", "request.refusal_approved"),
    Outcome.PROVIDE: ("approve_provision", "request.approved_to_provide"),
    Outcome.PROVIDE_PARTLY: ("approve_provision", "request.approved_to_provide"),
}
_FORMS = {
    DecisionKind.EXTENSION: (LetterForm.EXTENSION,),
    Outcome.REFUSE: (LetterForm.REFUSAL,),
    Outcome.PROVIDE: (LetterForm.RESOLUTION,),
    Outcome.PROVIDE_PARTLY: (LetterForm.RESOLUTION, LetterForm.REFUSAL),
}


def _subject(decision):
    return decision.outcome if decision.kind == DecisionKind.ANSWER else decision.kind


def approval_of(decision: Decision) -> str:
    """The name of the move by which this proposal is approved."""
    return _APPROVALS[_subject(decision)][0]


def _waiting(info_request, decision):
    """The decision as it is now, held with its request; it must still wait for the second person."""
    fresh = next((one for one in info_request.decisions.all() if one.pk == decision.pk), None)
    if fresh is None or fresh.state != DecisionState.PROPOSED:
        raise transitions.ImpossibleMove(_("Đề xuất này không còn chờ ký."))
    return fresh


def _to_be_signed(info_request, decision, by, move):
    """A waiting answer or extension, in the hands of another person than its proposer; and for whom that person stands in."""
    decision = _waiting(info_request, decision)
    if decision.kind not in (DecisionKind.ANSWER, DecisionKind.EXTENSION):
        raise NotAllowed(_("Việc này do trưởng đơn vị đầu mối duyệt trong hệ thống."))
    return decision, transitions.check_second_person(decision, by, move)


@transaction.atomic
def approve(*, info_request, seen, decision, by, at):
    """The signer signs in and signs. Another person than the proposer, superusers included (S7)."""
    name, kind = _APPROVALS[_subject(decision)]
    info_request, move = begin(name, info_request, seen=seen, by=by, at=at)
    decision, decision.approved_for_id = _to_be_signed(info_request, decision, by, move)
    decision.approved_by = by
    things = _sign(info_request, decision, by, at)
    return finish(kind, info_request, move=move, by=by, at=at, also=things)


def _sign(info_request, decision, by, at) -> list:
    """Approved: draw up the papers that will make it count. Returns all that was written."""
    decision.state, decision.approved_at = DecisionState.APPROVED, at
    decision.save(by=by)
    things = [decision]
    if decision.outcome in _GIVING:
        # The work is done: more time for it can no longer be given.
        things += drop_waiting(info_request, by, kind=DecisionKind.EXTENSION)
    for form in _FORMS[_subject(decision)]:
        letter = Letter(
            info_request=info_request,
            authority=info_request.authority,
            decision=decision,
            form=form,
            drafted_by=decision.proposed_by,
            drafted_at=at,
        )
        letter.save(by=by)
        things.append(letter)
    return things


@transaction.atomic
def record_signature(*, info_request, seen, decision, signer_name, signer_post, signed_on, file=None, by, at):
    """A paper signed outside: an officer other than the proposer records who signed, in which post, on which day."""
    info_request, move = begin("record_signature", info_request, seen=seen, by=by, at=at)
    decision, _stands_for = _to_be_signed(info_request, decision, by, move)
    approval = transitions.MOVES[approval_of(decision)]
    if info_request.status not in approval.sources:
        raise transitions.ImpossibleMove(_("Hồ sơ không còn ở bước chờ ký đề xuất này."))
    if not signer_name.strip() or not signer_post.strip():
        raise DomainError(_("Ghi họ tên và chức vụ người ký."), field="signer_name")
    if signer_name.strip().casefold() == str(decision.proposed_by).casefold():
        raise NotAllowed(_("Người trình không được tự ký. Cần một người khác."))
    if not local_day(decision.proposed_at) <= signed_on <= local_day(at):
        raise DomainError(_("Ngày ký phải từ ngày trình đến hôm nay."), field="signed_on")
    decision.outside_signer, decision.outside_post = nfc(signer_name), nfc(signer_post)
    decision.outside_signed_on, decision.recorded_by = signed_on, by
    things = _sign(info_request, decision, by, at)
    if file is not None:
        things.append(attach(info_request, file, role=FileRole.SIGNED, by=by, at=at))
    return finish(
        "request.signature_recorded",
        info_request,
        by=by,
        at=at,
        also=things,
        data={"decision": str(_subject(decision)), "signed_on": signed_on.isoformat()},
        move=approval,
    )


@transaction.atomic
def return_draft(*, info_request, seen, decision, reason, by, at):
    """Send a proposal back with a reason; the request stays where it is."""
    info_request, _move = begin("return_draft", info_request, seen=seen, by=by, at=at)
    decision = _waiting(info_request, decision)
    if not transitions.holds_a_role(transitions.MOVES[approval_of(decision)], info_request, by):
        raise NotAllowed(_("Chỉ người có quyền duyệt đề xuất này mới trả lại được."))
    if not reason.strip():
        raise DomainError(_("Hãy nói cần sửa gì."), field="reason")
    decision.state = DecisionState.RETURNED
    decision.returned_by, decision.returned_at, decision.return_reason = by, at, nfc(reason)
    decision.save(by=by, reason=reason)
    things = [decision]
    if decision.kind == DecisionKind.ANSWER:
        things += revive_provision(info_request, by)
    return finish("request.draft_returned", info_request, by=by, at=at, also=things, reason=reason)
