"""A request for correction from the citizen's form to the answer: received, asked about, proposed by one, decided by another."""

from dataclasses import dataclass

from django.db import IntegrityError, transaction
from django.utils.translation import gettext_lazy as _

from catalog import access as catalog
from catalog.choices import VersionKind
from cms.audit.record import CITIZEN, SYSTEM, record
from cms.core.dates import local_day
from cms.core.errors import DomainError, NotAllowed
from cms.core.models import RoleHolder, User
from cms.core.roles import Role
from cms.core.text import fold, nfc
from cms.law.services import current_calendar, rule_set_on
from workflow import access, clock, codes, correction_moves, notices
from workflow.choices import CORRECTION_OUTCOMES, CorrectionAbout, CorrectionStatus, NetworkNotice
from workflow.models import CorrectionFile, CorrectionRequest, Requester
from workflow.services import inspecting
from workflow.services.findings import give_again
from workflow.services.new_case import day_received, focal_unit

SHORTEST = 10  # characters: less names no place
MOST = 2_000


@dataclass(frozen=True)
class Told:
    """What the citizen wrote. Name and contacts stay empty where they are known already."""

    wrong: str
    right: str = ""
    proof: str = ""
    name: str = ""
    phone: str = ""
    email: str = ""


# --- receiving ---------------------------------------------------------------------------------------------------
def find(key: str) -> CorrectionRequest | None:
    """The case that this browser key has made; None before it was sent."""
    if not key:
        return None
    return CorrectionRequest.objects.with_people().filter(submission_key=codes.submission_key(key)).first()


def report(*, authority, told: Told, key: str, at, item=None, info_request=None) -> tuple[CorrectionRequest, bool]:
    """A citizen says that a published item, or the answer they were given, is wrong. One key makes one case (S3).

    Returns (case, whether it is new). DomainError with its field where something is missing; nothing is kept then.
    """
    earlier = find(key)
    if earlier is not None:
        return earlier, False
    try:
        with transaction.atomic():
            return _report_new(authority, told, key, at, item, info_request), True
    except IntegrityError:
        # Two sendings met: the other one committed first, and its case is this one's too.
        earlier = find(key)
        if earlier is None:
            raise
        return earlier, False


def _report_new(authority, told, key, at, item, info_request):
    today = local_day(at)
    if not SHORTEST <= len(told.wrong.strip()) <= MOST:
        raise DomainError(_("Hãy nói rõ chỗ nào không chính xác, ít nhất 10 ký tự"), field="wrong")
    if item is not None and not catalog.is_public(item, today):
        raise NotAllowed(_("Mục này không còn công khai."))
    if info_request is not None and not access.is_correctable(info_request):
        raise NotAllowed(_("Chỉ kiến nghị được khi thông tin đã được cung cấp."))
    requester, things = (info_request.requester, []) if info_request else _put_away(told)
    code = codes.next_case_number(authority, today)
    correction = CorrectionRequest(
        authority=authority,
        unit=focal_unit(authority),
        rule_set=rule_set_on(today),
        requester=requester,
        about=CorrectionAbout.PROVIDED if info_request else CorrectionAbout.PUBLISHED,
        item=item,
        item_version=item.current_version if item else None,
        info_request=info_request,
        code=code,
        submission_key=codes.submission_key(key),
        tracking_hash=codes.tracking_hash(code, codes.tracking_code(key)),
        sent_on=today,
        sent_at=at,
        received_on=day_received(authority, today),
        wrong=nfc(told.wrong),
        right=nfc(told.right),
        proof=nfc(told.proof),
    )
    clock.settle_correction(correction)
    correction.save()
    _seal("correction.reported", correction, things, by=None, at=at, data=_first_facts(correction))
    notices.post("correction_received", correction, at=at)
    notices.post("new_correction", correction, at=at)
    return correction


def _put_away(told):
    """The citizen's data, apart from the case (S14)."""
    if not told.name.strip():
        raise DomainError(_("Nhập họ và tên"), field="name")
    requester = Requester(
        name=nfc(told.name),
        folded_name=fold(told.name)[:100],
        phone=told.phone,
        email=told.email,
        notice=NetworkNotice.EMAIL if told.email else NetworkNotice.NONE,
    )
    requester.save()
    return requester, [requester]


def _first_facts(correction):
    return {
        "to": str(correction.status),
        "about": str(correction.about),
        "item": correction.item.code if correction.item else "",
        "request": correction.info_request.code if correction.info_request else "",
        "rule_set": correction.rule_set.code,
        "sent_on": correction.sent_on,
        "received_on": correction.received_on,
        "due_on": correction.due_on,
    }


@transaction.atomic
def receive(*, correction, seen, by, at):
    """The focal unit takes it up. The clock has run since the day of receipt."""
    correction, move = _begin("receive", correction, seen, by, at)
    return _finish("correction.received", correction, to=move.target, by=by, at=at)


# --- checking ----------------------------------------------------------------------------------------------------
@transaction.atomic
def ask_unit(*, correction, seen, unit, question, by, at):
    """Ask the unit that made the information. The clock runs on."""
    correction, move = _begin("ask_unit", correction, seen, by, at)
    if unit.authority_id != correction.authority_id:
        raise DomainError(_("Đơn vị này thuộc cơ quan khác."), field="unit")
    if not question.strip():
        raise DomainError(_("Hãy ghi cần đơn vị cho biết điều gì."), field="question")
    correction.asked_unit, correction.asked_by, correction.asked_at = unit, by, at
    correction.question, correction.unit_answer = nfc(question), ""
    correction.answered_by = correction.answered_at = None
    correction = _finish("correction.unit_asked", correction, to=move.target, by=by, at=at, data={"unit": unit.code})
    held = RoleHolder.objects.current(local_day(at)).filter(role=Role.ORIGINATING_UNIT, unit=unit)
    for officer in User.objects.filter(is_active=True, pk__in=held.values("user")).exclude(email=""):
        notices.post("correction_asked", correction, at=at, to_user=officer)
    return correction


@transaction.atomic
def answer_unit(*, correction, seen, text, by, at):
    """The unit says whether the information is right, and on what ground."""
    correction, move = _begin("answer_unit", correction, seen, by, at)
    if not text.strip():
        raise DomainError(_("Hãy ghi thông tin đúng hay sai, và căn cứ."), field="text")
    correction.unit_answer, correction.answered_by, correction.answered_at = nfc(text), by, at
    return _finish("correction.unit_answered", correction, to=move.target, by=by, at=at)


# --- answering ---------------------------------------------------------------------------------------------------
def propose(*, files=(), **words):
    """What the citizen would be told: corrected, not wrong with the reason, or not ours with guidance.

    `files` (kept by cms.core.files) are the right information given again, for an answer that was provided. They are looked
    through first of all, outside the transaction: nothing leaves before the gate.
    """
    for file in files:
        inspecting.refuse_hidden(file.name, file.path)
    return _propose(files=files, **words)


@transaction.atomic
def _propose(*, correction, seen, outcome, answer, right_place="", files, by, at):
    correction, move = _begin("propose", correction, seen, by, at)
    _refuse_half_an_answer(correction, outcome, answer, right_place, files)
    for old in correction.files.filter(removed_at=None):
        old.removed_at = at
        old.save(by=by)
    added = [_attach(correction, file, by, at) for file in files]
    correction.outcome, correction.answer, correction.right_place = outcome, nfc(answer), nfc(right_place)
    correction.proposed_by, correction.proposed_at = by, at
    return _finish(
        "correction.proposed", correction, to=move.target, by=by, at=at, also=added, data={"outcome": str(outcome)}
    )


def outcomes_of(correction) -> tuple:
    """How the case may end. What the authority itself gave is not another's to correct."""
    return tuple(
        one for one in CORRECTION_OUTCOMES if correction.found_by_id is None or one != CorrectionStatus.NOT_OURS
    )


def _refuse_half_an_answer(correction, outcome, answer, right_place, files):
    if outcome not in outcomes_of(correction):
        raise DomainError(_("Chọn kết quả."), field="outcome")
    if not answer.strip():
        raise DomainError(_("Hãy viết lời trả lời người dân, có nêu lý do."), field="answer")
    if outcome == CorrectionStatus.NOT_OURS and not right_place.strip():
        raise DomainError(_("Ghi rõ cơ quan, đơn vị có trách nhiệm."), field="right_place")
    given_again = outcome == CorrectionStatus.CORRECTED and correction.about == CorrectionAbout.PROVIDED
    if files and not given_again:
        raise DomainError(_("Chỉ kèm tệp khi cung cấp lại thông tin đã đính chính."), field="files")


def _attach(correction, file, by, at):
    kept = CorrectionFile(
        correction=correction,
        name=file.name,
        path=file.path,
        content_type=file.content_type,
        size=file.size,
        sha256=file.sha256,
        added_by=by,
        added_at=at,
    )
    kept.save(by=by)
    return kept


@transaction.atomic
def send_back(*, correction, seen, reason, by, at):
    """The second person does not agree: back to whoever proposed, with what is to be looked at again."""
    correction, move = _begin("send_back", correction, seen, by, at)
    if not reason.strip():
        raise DomainError(_("Hãy nói cần xem lại điều gì."), field="reason")
    return _finish("correction.sent_back", correction, to=move.target, by=by, at=at, reason=reason)


@transaction.atomic
def decide(*, correction, seen, by, at):
    """Another person decides, and the answer goes out at once (L16, L26 Điều 22.4; L16 Điều 32.2, L26 Điều 28.2)."""
    correction, _move = _begin("decide", correction, seen, by, at)
    correction.decided_by, correction.closed_at, correction.outcome_on = by, at, local_day(at)
    data = {"outcome": str(correction.outcome), "late": correction.outcome_on > correction.due_on}
    if correction.outcome == CorrectionStatus.CORRECTED and correction.item is not None:
        mended = correction.item.versions.filter(kind=VersionKind.CORRECTION, published_at__gte=correction.sent_at)
        correction.corrected_version = mended.order_by("number").first()
        data["version"] = correction.corrected_version.number if correction.corrected_version else 0
    correction = _finish("correction.answered", correction, to=correction.outcome, by=by, at=at, data=data)
    if correction.found_by_id is None:
        notices.post("correction_answered", correction, at=at)
    elif correction.outcome == CorrectionStatus.CORRECTED:
        give_again(correction, by=by, at=at)
    return correction


@transaction.atomic
def reissue_code(*, correction, seen, identity_seen, by, at) -> str:
    """A new tracking code at the counter, after seeing an identity paper; the old one dies."""
    correction, _move = _begin("reissue_code", correction, seen, by, at)
    if not identity_seen.strip():
        raise DomainError(_("Ghi giấy tờ đã xem và cách đối chiếu."), field="identity_seen")
    code = codes.random_code()
    correction.tracking_hash = codes.tracking_hash(correction.code, code)
    _finish("correction.code_reissued", correction, by=by, at=at, reason=identity_seen)
    return code


# --- when the calendar changes -----------------------------------------------------------------------------------
def hold_open() -> list[CorrectionRequest]:
    """Every open case, locked before anything is recorded."""
    return list(CorrectionRequest.objects.open().select_for_update(of=("self",)).with_people().order_by("pk"))


def recount(held, *, by, at, reason, calendar=None) -> int:
    """Count the dates of these cases anew, never sooner than told; returns how many have moved."""
    moved, calendar = 0, calendar or current_calendar()
    for correction in held:
        before, was_provisional = correction.due_on, correction.due_is_provisional
        clock.settle_correction(correction, calendar)
        if (correction.due_on, correction.due_is_provisional) == (before, was_provisional):
            continue
        _finish("correction.due_date_moved", correction, by=by, at=at, reason=reason, data={"before": before})
        moved += correction.due_on != before
    return moved


# --- what all of them do -----------------------------------------------------------------------------------------
def _begin(name, correction, seen, by, at):
    """The case as it is now, held, and the move if this person may make it."""
    fresh = correction.locked(seen)
    return fresh, correction_moves.check(name, fresh, by, local_day(at))


def _finish(kind, correction, *, by, at, to=None, also=(), data=None, reason="") -> CorrectionRequest:
    facts = {"due_on": correction.due_on} | (data or {})
    if to is not None and to != correction.status:
        facts |= {"from": str(correction.status), "to": str(to)}
        correction.status = to
    correction.version += 1
    correction.save(by=None if by == SYSTEM else by, reason=reason)
    _seal(kind, correction, also, by=by, at=at, data=facts, reason=reason)
    return correction


def _seal(kind, correction, things=(), *, by, at, data=None, reason=""):
    """One entry of the chain, over the history rows that the act has written."""
    record(
        kind,
        subject=correction,
        by=by or CITIZEN,
        at=at,
        authority=correction.authority,
        rows=[row for thing in (correction, *things) for row in thing.saved_rows()],
        data=data,
        reason=reason,
    )
