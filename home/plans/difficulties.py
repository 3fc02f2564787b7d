"""Khó khăn, kiến nghị: from the unit to its authority, from there up while nobody can answer; answered, made guidance."""

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from cms.core.errors import DomainError
from cms.core.models.authority import AuthorityKind
from cms.core.text import nfc
from home.models import Difficulty
from home.plans import access, notices
from home.plans.acting import begin, finish
from home.plans.choices import DifficultyState


@transaction.atomic
def report_difficulty(*, authority, unit=None, title, text, proposal="", task=None, by, at) -> Difficulty:
    """A unit tells its authority what it cannot settle."""
    access.demand(access.may_write(by, authority), access.WRITES)
    for name, value, why in (
        ("title", title, _("Nói vướng mắc trong một câu.")),
        ("text", text, _("Kể rõ khó khăn gặp phải.")),
    ):
        if not value.strip():
            raise DomainError(why, field=name)
    if unit is not None and unit.authority_id != authority.pk:
        raise DomainError(_("Đơn vị này thuộc cơ quan khác."), field="unit")
    if task is not None and not task.assignments.filter(authority=authority).exists():
        raise DomainError(_("Cơ quan không được giao nhiệm vụ này."), field="task")
    difficulty = Difficulty(
        authority=authority,
        unit=unit,
        task=task,
        title=nfc(title),
        text=nfc(text),
        proposal=nfc(proposal),
        held_by=authority,
        reported_by=by,
        reported_at=at,
    )
    return begin("difficulty.reported", difficulty, by=by, at=at)


@transaction.atomic
def forward(*, difficulty, seen, opinion="", by, at) -> Difficulty:
    """Pass it up to the authority above, with an opinion: what leaves an authority needs a second person."""
    difficulty = _waiting(difficulty, seen)
    access.demand(access.may_decide(by, difficulty.held_by), access.DECIDES)
    access.demand(
        access.is_another(by, difficulty.reported_by_id, difficulty.held_by),
        _("Việc này cần người thứ hai: ông/bà là người báo cáo."),
    )
    above = difficulty.held_by.parent
    if above is None:
        raise DomainError(_("Không có cơ quan cấp trên trong hệ thống để chuyển. Hãy trả lời."))
    difficulty.held_by, difficulty.state = above, DifficultyState.FORWARDED
    difficulty.forwarded_by, difficulty.forwarded_at, difficulty.opinion = by, at, nfc(opinion)
    return finish("difficulty.forwarded", difficulty, by=by, at=at, data={"to": above.code})


@transaction.atomic
def answer(*, difficulty, seen, text, by, at) -> Difficulty:
    """Whoever it was told to answers; the authority that reported it gets a mail."""
    difficulty = _waiting(difficulty, seen)
    holder = difficulty.held_by
    access.demand(access.may_manage(by, holder) or access.may_decide(by, holder), access.MANAGES)
    access.demand(
        access.is_another(by, difficulty.reported_by_id, holder), _("Ông/bà đã báo cáo việc này; người khác trả lời.")
    )
    if not text.strip():
        raise DomainError(_("Nhập câu trả lời."), field="text")
    difficulty.answer, difficulty.answered_by, difficulty.answered_at = nfc(text), by, at
    difficulty.state = DifficultyState.ANSWERED
    finish("difficulty.answered", difficulty, by=by, at=at, authority=holder)
    if holder.pk != difficulty.authority_id:
        about = difficulty.authority.short_name
        notices.post("difficulty_answered", difficulty.authority, about=about, difficulty=difficulty, at=at)
    return difficulty


@transaction.atomic
def publish(*, difficulty, seen, question, by, at) -> Difficulty:
    """The province makes an answer guidance for everybody: a second person, and a question that names nobody."""
    difficulty = difficulty.locked(seen)
    holder = difficulty.held_by
    access.demand(access.may_decide(by, holder), access.DECIDES)
    if holder.kind != AuthorityKind.PROVINCE:
        raise DomainError(_("Chỉ câu trả lời của cấp tỉnh được công bố làm hướng dẫn chung."))
    if difficulty.state != DifficultyState.ANSWERED or difficulty.published_at is not None:
        raise DomainError(_("Chỉ công bố câu trả lời chưa công bố."))
    access.demand(
        access.is_another(by, difficulty.answered_by_id, difficulty.held_by),
        _("Việc này cần người thứ hai: ông/bà là người trả lời."),
    )
    if not question.strip():
        raise DomainError(_("Viết câu hỏi, không nêu tên cơ quan, người hỏi."), field="question")
    difficulty.guidance_question, difficulty.published_by, difficulty.published_at = nfc(question), by, at
    return finish("difficulty.published", difficulty, by=by, at=at, authority=holder)


@transaction.atomic
def unpublish(*, difficulty, seen, reason, by, at) -> Difficulty:
    """Take the guidance back; the answer stays with those who asked."""
    difficulty = difficulty.locked(seen)
    access.demand(access.may_decide(by, difficulty.held_by), access.DECIDES)
    if difficulty.published_at is None:
        raise DomainError(_("Câu trả lời này chưa công bố."))
    if not reason.strip():
        raise DomainError(_("Hãy nói vì sao thôi công bố."), field="reason")
    difficulty.published_by = difficulty.published_at = None
    holder = difficulty.held_by
    return finish("difficulty.unpublished", difficulty, by=by, at=at, authority=holder, reason=nfc(reason))


@transaction.atomic
def withdraw(*, difficulty, seen, reason, by, at) -> Difficulty:
    """The authority that reported it needs no answer any more."""
    difficulty = _waiting(difficulty, seen)
    access.demand(access.may_write(by, difficulty.authority), access.WRITES)
    if not reason.strip():
        raise DomainError(_("Hãy nói vì sao rút."), field="reason")
    difficulty.state = DifficultyState.WITHDRAWN
    return finish("difficulty.withdrawn", difficulty, by=by, at=at, reason=nfc(reason))


def _waiting(difficulty, seen) -> Difficulty:
    difficulty = difficulty.locked(seen)
    if difficulty.state not in (DifficultyState.REPORTED, DifficultyState.FORWARDED):
        raise DomainError(_("Việc này đã trả lời hoặc đã rút."))
    return difficulty
