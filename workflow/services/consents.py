"""Persons concerned are asked whether conditional information may be given, and answer (L16 Điều 7; L26 Điều 16)."""

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from cms.core.dates import local_day
from cms.core.errors import DomainError
from cms.core.text import nfc
from cms.law.choices import ConsentOf
from workflow.choices import FileRole
from workflow.models import Consent
from workflow.services.acting import begin, finish
from workflow.services.new_case import attach


def kinds_to_ask(info_request) -> list:
    """The conditional kinds for which somebody's word counts: where the head alone decides, nobody is asked."""
    kinds = info_request.rule_set.rules.conditional_kinds
    return [row for row in kinds if row.consent_of != ConsentOf.HEAD_DECIDES]


@transaction.atomic
def ask_consent(*, info_request, seen, kind, person, address, question, wanted_on, paper_number="", by, at):
    """A paper to somebody concerned, with the day by which the answer is wanted. The law's clock goes on."""
    info_request, _move = begin("ask_consent", info_request, seen=seen, by=by, at=at)
    if kind not in {row.code for row in kinds_to_ask(info_request)}:
        raise DomainError(_("Chọn loại thông tin có điều kiện mà luật áp dụng cho hồ sơ nêu."), field="kind")
    for value, field, sentence in (
        (person, "person", _("Ghi người, tổ chức được hỏi.")),
        (address, "address", _("Ghi địa chỉ hoặc cách liên hệ.")),
        (question, "question", _("Hãy ghi thông tin xin đồng ý.")),
    ):
        if not value.strip():
            raise DomainError(sentence, field=field)
    if wanted_on < local_day(at):
        raise DomainError(_("Ngày cần trả lời đã qua."), field="wanted_on")
    consent = Consent(
        info_request=info_request,
        kind=kind,
        person=nfc(person),
        address=nfc(address),
        question=nfc(question),
        paper_number=nfc(paper_number),
        wanted_on=wanted_on,
        asked_by=by,
        asked_at=at,
    )
    consent.save(by=by)
    finish("request.consent_asked", info_request, by=by, at=at, also=[consent], data={"conditional": kind})
    return consent


@transaction.atomic
def record_consent(*, info_request, seen, consent, agreed, answered_on, answer="", file=None, by, at):
    """What the person said, on which day; a yes needs its paper (form 06), for it is what the giving rests on."""
    info_request, _move = begin("record_consent", info_request, seen=seen, by=by, at=at)
    consent = info_request.consents.open().filter(pk=consent.pk).first()
    if consent is None:
        raise DomainError(_("Lần xin đồng ý này đã có trả lời."), field="consent")
    if not local_day(consent.asked_at) <= answered_on <= local_day(at):
        raise DomainError(_("Ngày trả lời phải từ ngày hỏi đến hôm nay."), field="answered_on")
    if agreed and file is None:
        raise DomainError(_("Đồng ý phải bằng văn bản. Hãy kèm văn bản chấp thuận."), field="file")
    things = [consent]
    if file is not None:
        consent.answer_file = attach(info_request, file, role=FileRole.AGREEMENT, by=by, at=at)
        things.append(consent.answer_file)
    consent.agreed, consent.answer, consent.answered_on = agreed, nfc(answer), answered_on
    consent.answered_by, consent.answered_at = by, at
    consent.save(by=by)
    finish("request.consent_recorded", info_request, by=by, at=at, also=things, data={"agreed": agreed})
    return consent
