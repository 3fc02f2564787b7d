"""Work on an accepted request: who does it, what is gathered, whom one asks, what kind of information it is."""

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from cms.core.dates import local_day
from cms.core.errors import DomainError, NotAllowed
from cms.core.roles import CASE_ROLES, Role
from cms.core.text import nfc
from workflow import notices
from workflow.choices import Complexity, FileRole, LetterForm, LetterState
from workflow.models import CaseNote, Consultation, Letter, Piece
from workflow.services.acting import begin, finish, seal
from workflow.services.new_case import attach


@transaction.atomic
def assign(*, info_request, seen, to, unit=None, reason="", by, at):
    """Give or hand over the case to an officer of the same authority."""
    info_request, _move = begin("assign", info_request, seen=seen, by=by, at=at)
    if info_request.authority_id not in to.authorities_as(CASE_ROLES):
        raise DomainError(_("Người này không làm việc với hồ sơ của cơ quan."), field="to")
    if unit is not None and unit.authority_id != info_request.authority_id:
        raise DomainError(_("Đơn vị này thuộc cơ quan khác."), field="unit")
    info_request.assigned_to = to
    info_request.unit = unit or info_request.unit
    finish("request.assigned", info_request, by=by, at=at, data={"to_user": to.pk}, reason=reason)
    notices.post("assigned", info_request, at=at, to_user=to)
    return info_request


@transaction.atomic
def collect(*, info_request, seen, unit, question, wanted_on=None, paper_number="", by, at):
    """Ask the originating unit for the information (D18 Điều 8.2). The law's clock goes on."""
    info_request, move = begin("collect", info_request, seen=seen, by=by, at=at)
    asked = Consultation(unit=unit, question=nfc(question), wanted_on=wanted_on, paper_number=nfc(paper_number))
    _ask(info_request, asked, by, at)
    return finish("request.collecting", info_request, move=move, by=by, at=at, also=[asked])


@transaction.atomic
def consult(*, info_request, seen, unit=None, body="", question, wanted_on=None, paper_number="", by, at):
    """Ask another unit or body for an opinion. The law's clock goes on."""
    info_request, _move = begin("consult", info_request, seen=seen, by=by, at=at)
    asked = Consultation(
        unit=unit, body=nfc(body), question=nfc(question), wanted_on=wanted_on, paper_number=nfc(paper_number)
    )
    _ask(info_request, asked, by, at)
    return finish("request.consulted", info_request, by=by, at=at, also=[asked])


def _ask(info_request, asked, by, at):
    unit, wanted_on = asked.unit, asked.wanted_on
    if unit is None and not asked.body:
        raise DomainError(_("Chọn đơn vị, hoặc ghi tên cơ quan cần hỏi."), field="unit")
    if unit is not None and unit.authority_id != info_request.authority_id:
        raise DomainError(_("Đơn vị này thuộc cơ quan khác. Hãy ghi tên cơ quan."), field="unit")
    if not asked.question:
        raise DomainError(_("Hãy ghi nội dung đề nghị."), field="question")
    if wanted_on is not None and wanted_on < local_day(at):
        raise DomainError(_("Ngày cần trả lời đã qua."), field="wanted_on")
    asked.info_request, asked.asked_by, asked.asked_at = info_request, by, at
    asked.save(by=by)


@transaction.atomic
def answer_consultation(*, info_request, seen, consultation, answer, file=None, by, at):
    """The unit answers; for another body an officer of the focal unit writes down its answer."""
    info_request, _move = begin("answer_consultation", info_request, seen=seen, by=by, at=at)
    if not _may_answer(consultation, by):
        raise NotAllowed(_("Câu hỏi này gửi cho đơn vị khác."))
    things = _answer(info_request, consultation, answer, by, at, file)
    return finish("request.consultation_answered", info_request, by=by, at=at, also=things)


def _may_answer(consultation, by):
    """The unit that was asked; the focal unit writes down what others said."""
    authority = consultation.info_request.authority
    return consultation.unit_id in by.units_as({Role.ORIGINATING_UNIT}) or any(
        by.has_role(role, authority) for role in (Role.FOCAL_OFFICER, Role.FOCAL_HEAD)
    )


def _answer(info_request, consultation, answer, by, at, file=None):
    if consultation.info_request_id != info_request.pk or consultation.answered_at is not None:
        raise DomainError(_("Câu hỏi này đã được trả lời."), field="consultation")
    if not answer.strip():
        raise DomainError(_("Hãy ghi nội dung trả lời."), field="answer")
    things = [consultation]
    if file is not None:
        consultation.answer_file = attach(info_request, file, role=FileRole.OPINION, by=by, at=at)
        things.append(consultation.answer_file)
    consultation.answer, consultation.answered_by, consultation.answered_at = nfc(answer), by, at
    consultation.save(by=by)
    return things


@transaction.atomic
def hand_over_information(*, info_request, seen, answer, by, at):
    """The originating unit has checked secrecy, classed the information and hands it over (D18 Điều 7.1)."""
    info_request, move = begin("hand_over_information", info_request, seen=seen, by=by, at=at)
    if not answer.strip():
        raise DomainError(_("Hãy ghi nội dung trả lời."), field="answer")
    waiting = info_request.consultations.filter(answered_at=None)
    own = [asked for asked in waiting if _may_answer(asked, by)]
    for asked in own:
        _answer(info_request, asked, answer, by, at)
    return finish("request.reviewing", info_request, move=move, by=by, at=at, also=own)


@transaction.atomic
def review(*, info_request, seen, by, at):
    """Nothing has to be gathered: go on to the review."""
    info_request, move = begin("review", info_request, seen=seen, by=by, at=at)
    return finish("request.reviewing", info_request, move=move, by=by, at=at)


@transaction.atomic
def classify(*, info_request, seen, piece, description, field, info_class, category="", basis="", by, at):
    """Say of one piece which field and class it is and on which basis it would be given. `piece` None adds one.

    A unit that was asked, or the focal unit, decides the class before anything is handed over (D18 Điều 6.2, 7.1).
    """
    info_request, _move = begin("classify", info_request, seen=seen, by=by, at=at)
    rules = info_request.rule_set.rules
    if category and category not in {row.code for row in rules.categories}:
        raise DomainError(_("Nhóm công khai này không có trong luật áp dụng cho hồ sơ."), field="category")
    if basis and basis not in {row.code for row in rules.provision_bases}:
        raise DomainError(_("Căn cứ cung cấp này không có trong luật áp dụng cho hồ sơ."), field="basis")
    if not description.strip():
        raise DomainError(_("Hãy ghi thông tin của mục."), field="description")
    if piece is None:
        last = info_request.pieces.order_by("-position").first()
        piece = Piece(info_request=info_request, position=last.position + 1 if last else 1)
    elif piece.info_request_id != info_request.pk:
        raise NotAllowed(_("Mục này thuộc hồ sơ khác."))
    elif piece.outcome:
        raise DomainError(_("Mục này đã có kết quả."))
    piece.description, piece.field, piece.info_class = nfc(description), field, info_class
    piece.category, piece.basis = category, basis
    piece.save(by=by)
    finish("request.classified", info_request, by=by, at=at, also=[piece], data={"piece": piece.position})
    return piece


@transaction.atomic
def reclassify(*, info_request, seen, complexity, reason, by, at):
    """Simple becomes complex or back, with a reason; the due date follows, never sooner than was told (readings.md 9.1)."""
    info_request, _move = begin("reclassify", info_request, seen=seen, by=by, at=at)
    if complexity == info_request.complexity or complexity not in Complexity.values:
        raise DomainError(_("Chọn mức khác với mức hiện tại."), field="complexity")
    if not reason.strip():
        raise DomainError(_("Hãy nói vì sao đổi mức."), field="reason")
    info_request.complexity = complexity
    data = {"complexity": str(complexity)}
    return finish("request.reclassified", info_request, recount=True, by=by, at=at, data=data, reason=reason)


@transaction.atomic
def record_residency(*, info_request, seen, finding, by, at):
    """What the officer found on residence and concern; residence never blocks intake (L16 Điều 9.2.h; L26 Điều 10.2.e)."""
    info_request, _move = begin("record_residency", info_request, seen=seen, by=by, at=at)
    if not finding.strip():
        raise DomainError(_("Hãy ghi kết luận."), field="finding")
    info_request.residency_finding = nfc(finding)
    return finish("request.residency_found", info_request, by=by, at=at)


@transaction.atomic
def notify_time_limit(*, info_request, seen, by, at):
    """Draft the notice of the time limit for answering (L16 Điều 30.4, 31.2); it counts when issued."""
    info_request, _move = begin("notify_time_limit", info_request, seen=seen, by=by, at=at)
    if any(one.form == LetterForm.TIME_LIMIT and one.state == LetterState.DRAFT for one in info_request.letters.all()):
        raise DomainError(_("Thông báo đã soạn, đang chờ văn thư phát hành."))
    letter = Letter(
        info_request=info_request,
        authority=info_request.authority,
        form=LetterForm.TIME_LIMIT,
        drafted_by=by,
        drafted_at=at,
    )
    letter.save(by=by)
    finish("request.time_limit_drafted", info_request, by=by, at=at, also=[letter])
    return letter


@transaction.atomic
def add_note(*, info_request, text, by, at):
    """An internal note. It changes nothing of the case: an older view does not matter, and no view grows old by it."""
    info_request, _move = begin("add_note", info_request, seen=None, by=by, at=at)
    if not text.strip():
        raise DomainError(_("Hãy viết ghi chú."), field="text")
    note = CaseNote(info_request=info_request, text=nfc(text), at=at, by=by)
    note.save(by=by)
    seal("request.noted", info_request, [note], by=by, at=at)
    return note
