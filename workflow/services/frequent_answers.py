"""Frequent answers of an authority: short texts that officers insert and then fit to the case. Every version is kept."""

from datetime import datetime

from django.db import transaction

from cms.audit.record import record
from cms.core.errors import DomainError, NotAllowed, StaleView
from cms.core.models import Authority
from cms.core.roles import Role
from cms.core.text import nfc
from workflow.choices import AnswerUse
from workflow.models import FrequentAnswer

WRITERS = (Role.FOCAL_OFFICER, Role.FOCAL_HEAD, Role.ADMINISTRATOR)
LONGEST = 2_000


def may_write(user, authority: Authority) -> bool:
    return any(user.has_role(role, authority) for role in WRITERS)


def offered(authority_id: int, use: str):
    """What an officer of that authority may insert there, by title."""
    return FrequentAnswer.objects.filter(authority_id=authority_id, use=use, is_retired=False)


@transaction.atomic
def write(*, authority: Authority, use: str, title: str, text: str, by, at: datetime) -> FrequentAnswer:
    """A new one. DomainError names the field that is wrong."""
    answer = FrequentAnswer(authority=authority, version=0)
    return _kept(answer, use, title, text, by, at, "answer.written")


@transaction.atomic
def rewrite(*, answer: FrequentAnswer, seen: int, use: str, title: str, text: str, by, at: datetime) -> FrequentAnswer:
    """Other words for it; the earlier ones stay in its history. StaleView if somebody was faster."""
    return _kept(_locked(answer, seen), use, title, text, by, at, "answer.rewritten")


@transaction.atomic
def retire(*, answer: FrequentAnswer, seen: int, by, at: datetime) -> FrequentAnswer:
    """No longer offered; it stays in the list of those no longer used."""
    return _switched(answer, seen, by, at, "answer.retired", is_retired=True)


@transaction.atomic
def restore(*, answer: FrequentAnswer, seen: int, by, at: datetime) -> FrequentAnswer:
    """Offered again."""
    return _switched(answer, seen, by, at, "answer.restored", is_retired=False)


def _switched(answer, seen, by, at, kind, *, is_retired):
    answer = _locked(answer, seen)
    _check_writer(by, answer.authority)
    answer.is_retired = is_retired
    if not is_retired:
        _check_title(answer)
    return _saved(answer, by, at, kind)


def _kept(answer, use, title, text, by, at, kind):
    _check_writer(by, answer.authority)
    answer.use, answer.title = use, " ".join(nfc(title).split())
    answer.text = "\n".join(nfc(line) for line in text.splitlines()).strip()
    if use not in AnswerUse.values:
        raise DomainError("Chọn nơi dùng.", field="use")
    if not answer.title:
        raise DomainError("Hãy đặt tên gọi.", field="title")
    if len(answer.title) > 80:
        raise DomainError("Tên gọi dài nhất 80 ký tự.", field="title")
    if not answer.text:
        raise DomainError("Hãy ghi nội dung.", field="text")
    if len(answer.text) > LONGEST:
        raise DomainError(f"Nội dung dài nhất {LONGEST} ký tự.", field="text")
    _check_title(answer)
    return _saved(answer, by, at, kind)


def _check_writer(by, authority):
    if not may_write(by, authority):
        raise NotAllowed(
            "Chỉ cán bộ đầu mối, trưởng đơn vị đầu mối hoặc quản trị của cơ quan được sửa câu trả lời mẫu."
        )


def _check_title(answer):
    Authority.objects.select_for_update(of=("self",), no_key=True).get(pk=answer.authority_id)
    same = offered(answer.authority_id, answer.use).filter(title=answer.title).exclude(pk=answer.pk)
    if same.exists():
        raise DomainError("Đã có câu trả lời mẫu mang tên này ở cùng nơi dùng.", field="title")


def _locked(answer: FrequentAnswer, seen: int) -> FrequentAnswer:
    answer = FrequentAnswer.objects.select_for_update(of=("self",)).select_related("authority").get(pk=answer.pk)
    if answer.version != seen:
        raise StaleView("Câu trả lời mẫu vừa được sửa. Chưa lưu gì.")
    return answer


def _saved(answer, by, at, kind) -> FrequentAnswer:
    answer.version += 1
    answer.save(by=by)
    record(kind, subject=answer, by=by, at=at, rows=answer.saved_rows(), data={"use": answer.use})
    return answer
