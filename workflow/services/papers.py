"""Papers that an officer draws up beside the decisions: guidance on paper, an apology, a list of what is handed over.

Each waits for the registry and counts when it is issued; none of them moves a date that the law has set.
"""

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from cms.core.dates import local_day
from cms.core.errors import DomainError
from cms.core.text import nfc
from workflow.choices import LetterForm
from workflow.models import Letter
from workflow.services.acting import begin, drop_drafts, finish


@transaction.atomic
def draw_up_guidance(*, info_request, seen, by, at):
    """What is missing, as a paper for those who do not read mail (L16 Điều 26.2; D18 Điều 8.3)."""
    info_request, _move = begin("draw_up_guidance", info_request, seen=seen, by=by, at=at)
    return _draft(info_request, LetterForm.SUPPLEMENT, "request.guidance_drafted", by, at)


@transaction.atomic
def draw_up_apology(*, info_request, seen, promised_on, plain_words, by, at):
    """The term has passed: say so, say why, and name a new day. The due date and the lateness stay as they are.

    A draft that still waits gives way to the new one.
    """
    info_request, _move = begin("draw_up_apology", info_request, seen=seen, by=by, at=at)
    if promised_on < local_day(at):
        raise DomainError(_("Ngày hẹn lại phải từ hôm nay trở đi."), field="promised_on")
    if not plain_words.strip():
        raise DomainError(_("Hãy nói rõ vì sao trả lời chậm."), field="plain_words")
    facts = {"promised_on": promised_on, "plain_words": nfc(plain_words)}
    return _draft(info_request, LetterForm.APOLOGY, "request.apology_drafted", by, at, **facts)


@transaction.atomic
def draw_up_cover(*, info_request, seen, by, at):
    """The list of what will be handed over; issued before it is."""
    info_request, _move = begin("draw_up_cover", info_request, seen=seen, by=by, at=at)
    return _draft(info_request, LetterForm.COVER, "request.cover_drafted", by, at)


def _draft(info_request, form, kind, by, at, **facts):
    letter = Letter(
        info_request=info_request, authority=info_request.authority, form=form, drafted_by=by, drafted_at=at, **facts
    )
    older = drop_drafts(info_request, form, by)
    letter.save(by=by)
    finish(kind, info_request, by=by, at=at, also=[letter, *older])
    return letter
