"""How a request comes in: sent by a citizen, completed, redirected, accepted, or set aside."""

from datetime import date

from django.db import IntegrityError, transaction
from django.utils.translation import gettext_lazy as _

from cms.core.dates import local_day, short
from cms.core.errors import DomainError
from cms.core.models import Authority
from cms.core.text import nfc
from cms.law.models import AdoptedRuleSet
from cms.law.services import rule_set_on
from workflow import access, codes, notices, transitions
from workflow.choices import (
    Channel,
    Complexity,
    CorrespondenceKind,
    DecisionKind,
    DecisionState,
    FileRole,
    LetterForm,
    LetterState,
    SetAside,
)
from workflow.models import (
    Correspondence,
    Decision,
    InformationRequest,
    Letter,
    Supplement,
)
from workflow.services import requesters
from workflow.services.acting import begin, drop_drafts, drop_waiting, finish
from workflow.services.answers import Answers, StoredFile
from workflow.services.new_case import announce, attach, begin_case, day_received, seal_new, store


class Incomplete(DomainError):
    """The form lacks something; `slips` says what, a sentence a field."""

    def __init__(self, slips: dict[str, str]):
        super().__init__(" ".join(slips.values()))
        self.slips = slips


# --- a new case --------------------------------------------------------------------------------------------------
def submit(
    *,
    authority: Authority,
    answers: Answers,
    key: str,
    files: tuple[StoredFile, ...] = (),
    at,
    rule_set: AdoptedRuleSet | None = None,
    alone: bool = False,
):
    """A citizen sends the form. Returns (request, whether it is new): one key makes one case (S3).

    `rule_set` is that of the day of `at`, where the caller has read it already. `alone`: the caller holds the form of
    this key locked in a transaction of its own, so that no other sending of it can be under way.
    Raises Incomplete with a sentence a field; nothing is kept then.
    """
    marker = codes.submission_key(key)
    rule_set = rule_set or rule_set_on(local_day(at))
    if alone:
        return _submit_new(authority, answers, rule_set, marker, key, files, at), True
    earlier = InformationRequest.objects.filter(submission_key=marker).first()
    if earlier is not None:
        return earlier, False
    try:
        with transaction.atomic():
            return _submit_new(authority, answers, rule_set, marker, key, files, at), True
    except IntegrityError:
        # Two sendings met: the other one committed first, and its case is this one's too.
        earlier = InformationRequest.objects.filter(submission_key=marker).first()
        if earlier is None:
            raise
        return earlier, False


def _submit_new(authority, answers, rule_set, marker, key, files, at):
    today = local_day(at)
    missing = requesters.slips(answers, rule_set.rules)
    if any(file.role == FileRole.MEMBERS for file in files):
        missing.pop("members", None)  # the list came as a file (D18 Điều 4.2)
    if missing:
        raise Incomplete(missing)
    received_on = day_received(authority, today)
    info_request = begin_case(authority, answers, rule_set, today, at)
    info_request.channel = Channel.ONLINE
    info_request.submission_key = marker
    info_request.sent_on, info_request.sent_at = today, at
    info_request.received_on = info_request.complete_on = received_on
    info_request.tracking_hash = codes.tracking_hash(info_request.code, codes.tracking_code(key))
    things = store(info_request, answers, files, by=None, at=at)
    seal_new("request.submitted", info_request, things, by=None, at=at)
    announce(info_request, at)
    return info_request


# --- completing --------------------------------------------------------------------------------------------------
@transaction.atomic
def ask_for_supplement(*, info_request, seen, missing, by, at):
    """Tell the requester what to complete (L16 Điều 26.2). The clock has not started; a date told before is void."""
    info_request, move = begin("ask_for_supplement", info_request, seen=seen, by=by, at=at)
    if not missing.strip():
        raise DomainError(_("Hãy ghi rõ cần bổ sung gì."), field="missing")
    info_request.complete_on = info_request.told_due_on = None
    things = [*ask(info_request, missing, by, at), *_drop_first_look(info_request, by)]
    finish("request.supplement_requested", info_request, move=move, recount=True, by=by, at=at, also=things)
    notices.post("supplement_requested", info_request, at=at, missing=missing)
    return info_request


def ask(info_request, missing, by, at):
    """Write down what is missing; returns what was written beside the request."""
    days = info_request.authority.supplement_days
    until_on = date.fromordinal(local_day(at).toordinal() + days) if days else None
    supplement = Supplement(
        info_request=info_request, missing=nfc(missing), asked_at=at, asked_by=by, until_on=until_on
    )
    supplement.save(by=by)
    message = Correspondence(
        info_request=info_request,
        kind=CorrespondenceKind.SUPPLEMENT_ASKED,
        from_requester=False,
        text=nfc(missing),
        at=at,
        by=by,
    )
    message.save(by=by)
    return [supplement, message]


@transaction.atomic
def supply(*, info_request, seen, text, files=(), by=None, at, on=None):
    """The requester completes the request, or an officer records paper received on the day `on`.

    The clock starts on the day the supplement was received (readings.md 8).
    """
    info_request, move = begin("supply", info_request, seen=seen, by=by, at=at)
    # A request sent on a day off may count as received only after it: what completes it then does too.
    newest = max(local_day(at), info_request.received_on)
    on = on or newest
    if not info_request.received_on <= on <= newest:
        raise DomainError(_("Ngày nhận bổ sung phải từ ngày nhận yêu cầu đến hôm nay."), field="on")
    if not text.strip() and not files:
        raise DomainError(_("Hãy ghi nội dung bổ sung hoặc chọn tệp."), field="text")
    supplement = info_request.supplements.get(supplied_on=None)
    supplement.supplied_on = on
    supplement.save(by=by)
    message = Correspondence(
        info_request=info_request,
        kind=CorrespondenceKind.SUPPLEMENT,
        from_requester=True,
        text=nfc(text),
        at=at,
        by=by,
    )
    message.save(by=by)
    things = [supplement, message, *(attach(info_request, file, by=by, at=at) for file in files)]
    things += drop_drafts(info_request, LetterForm.SUPPLEMENT, by)
    info_request.complete_on = on
    data = {"complete_on": on.isoformat()}
    finish("request.supplied", info_request, move=move, recount=True, by=by, at=at, also=things, data=data)
    notices.post("supplied", info_request, at=at)
    return info_request


@transaction.atomic
def lapse(*, info_request, seen, reason, by, at):
    """End a case that was never completed, where the authority's own regulation sets a limit and it has passed."""
    info_request, move = begin("lapse", info_request, seen=seen, by=by, at=at)
    if not reason.strip():
        raise DomainError(_("Hãy nêu quy định của cơ quan làm căn cứ."), field="reason")
    finish("request.lapsed", info_request, move=move, by=by, at=at, reason=reason)
    notices.post("lapsed", info_request, at=at)
    return info_request


# --- accepting ---------------------------------------------------------------------------------------------------
@transaction.atomic
def accept(*, info_request, seen, complexity=Complexity.COMPLEX, assigned_to=None, by, at):
    """The request is valid. Its clock has run since the day it was received complete, not since this click."""
    info_request, move = begin("accept", info_request, seen=seen, by=by, at=at)
    _accept(info_request, info_request.complete_on, complexity, assigned_to or by, by, at)
    things = _drop_first_look(info_request, by)
    data = {"valid_on": info_request.valid_on.isoformat()}
    finish("request.accepted", info_request, move=move, recount=True, by=by, at=at, also=things, data=data)
    notices.post("accepted", info_request, at=at)
    return info_request


def _accept(info_request, valid_on, complexity, assigned_to, by, at):
    info_request.valid_on = valid_on
    info_request.accepted_at, info_request.accepted_by = at, by
    info_request.complexity = complexity
    info_request.assigned_to = info_request.assigned_to or assigned_to


def proposed(info_request, kind) -> Decision:
    """The one proposal of a kind that waits; the move's guard has seen that it is there."""
    return next(one for one in info_request.decisions.all() if one.kind == kind and one.state == DecisionState.PROPOSED)


def _drop_first_look(info_request, by):
    """Another day proposed, guidance elsewhere drafted: neither can count once the first look has ended differently."""
    return drop_waiting(info_request, by, kind=DecisionKind.VALID_ON, form=LetterForm.REDIRECT)


@transaction.atomic
def propose_valid_on(*, info_request, seen, day, reason, by, at):
    """Another day than that of receipt: needs a reason and the head of the focal unit (readings.md 8, 8.1)."""
    info_request, _move = begin("propose_valid_on", info_request, seen=seen, by=by, at=at)
    if not info_request.received_on <= day <= local_day(at):
        raise DomainError(_("Ngày hợp lệ phải từ ngày nhận yêu cầu đến hôm nay."), field="day")
    if not reason.strip():
        raise DomainError(_("Hãy nói vì sao không phải ngày nhận."), field="reason")
    decision = Decision(
        info_request=info_request,
        kind=DecisionKind.VALID_ON,
        day=day,
        plain_words=nfc(reason),
        proposed_by=by,
        proposed_at=at,
    )
    decision.save(by=by)
    finish("request.valid_on_proposed", info_request, by=by, at=at, also=[decision], reason=reason)
    return decision


@transaction.atomic
def approve_valid_on(*, info_request, seen, complexity=Complexity.COMPLEX, by, at):
    """The head of the focal unit agrees: the request is accepted with that day."""
    info_request, move = begin("approve_valid_on", info_request, seen=seen, by=by, at=at)
    decision = proposed(info_request, DecisionKind.VALID_ON)
    decision.approved_for_id = transitions.check_second_person(decision, by, move)
    decision.state, decision.approved_by, decision.approved_at = DecisionState.EFFECTIVE, by, at
    decision.effective_on = local_day(at)
    decision.save(by=by)
    _accept(info_request, decision.day, complexity, decision.proposed_by, by, at)
    finish(
        "request.accepted",
        info_request,
        move=move,
        recount=True,
        by=by,
        at=at,
        also=[decision, *_drop_first_look(info_request, by)],
        data={"valid_on": info_request.valid_on.isoformat(), "valid_on_differs": True},
        reason=decision.plain_words,
    )
    notices.post("accepted", info_request, at=at)
    return info_request


# --- not ours, not a request -------------------------------------------------------------------------------------
@transaction.atomic
def draft_redirect(*, info_request, seen, right_authority, by, at):
    """Prepare the guidance to the right authority; the case ends when the registry issues it (L16 Điều 26.3)."""
    info_request, _move = begin("draft_redirect", info_request, seen=seen, by=by, at=at)
    if not right_authority.strip():
        raise DomainError(_("Hãy ghi tên và địa chỉ cơ quan có trách nhiệm."), field="right_authority")
    if any(one.form == LetterForm.REDIRECT and one.state == LetterState.DRAFT for one in info_request.letters.all()):
        raise transitions.ImpossibleMove(_("Văn bản hướng dẫn đã soạn, đang chờ văn thư phát hành."))
    info_request.redirected_to = nfc(right_authority)
    letter = Letter(
        info_request=info_request,
        authority=info_request.authority,
        form=LetterForm.REDIRECT,
        drafted_by=by,
        drafted_at=at,
    )
    letter.save(by=by)
    finish("request.redirect_drafted", info_request, by=by, at=at, also=[letter])
    return info_request


@transaction.atomic
def set_aside(*, info_request, seen, kind, duplicate_of="", reason, by, at):
    """Mark a duplicate or junk. It is no refusal; the case stays in the register."""
    info_request, move = begin("set_aside", info_request, seen=seen, by=by, at=at)
    if not reason.strip():
        raise DomainError(_("Hãy nói vì sao."), field="reason")
    info_request.set_aside_as = kind
    if kind == SetAside.DUPLICATE:
        other = (
            access.visible_to(by, InformationRequest.objects.filter(code=codes.tidy_number(duplicate_of)))
            .exclude(pk=info_request.pk)
            .first()
        )
        if other is None:
            raise DomainError(_("Không thấy hồ sơ có số này. Xem lại số hồ sơ."), field="duplicate_of")
        info_request.duplicate_of = other
    finish("request.set_aside", info_request, move=move, by=by, at=at, data={"as": str(kind)}, reason=reason)
    notices.post("set_aside", info_request, at=at)
    return info_request


def receipt_sentence(info_request: InformationRequest) -> str:
    """For lists: what holds an unaccepted case up (readings.md 8.3)."""
    return _("Chưa ai bấm tiếp nhận; hạn vẫn tính từ ngày nhận %(day)s") % {"day": short(info_request.received_on)}
