"""One question after the end: how content is whoever asked? Answered once a case, by nobody in particular.

Once and for all: a second answer would need a way back from the answer to the person, and there is none.
"""

from django.db import IntegrityError, transaction
from django.utils.translation import gettext_lazy as _

from cms.audit.record import CITIZEN, record
from cms.core.dates import local_day
from cms.core.errors import DomainError, NotAllowed
from cms.core.secrets import keyed_hash
from cms.core.text import nfc
from workflow.choices import Status
from workflow.models import Satisfaction
from workflow.remedy_choices import Level

LONGEST = 500  # characters
#: Ended with an answer about which somebody can be content or not.
ASKED_AFTER = (Status.PROVIDED, Status.PROVIDED_PARTLY, Status.REFUSED, Status.REDIRECTED)


def mark_of(info_request) -> str:
    """A keyed hash of the case's number: finds a second answer, and without the pepper nobody."""
    return keyed_hash("satisfaction", info_request.code)


def is_asked(info_request) -> bool:
    """Whether the question stands on the tracking page: the case has ended and nobody has answered yet."""
    if info_request.status not in ASKED_AFTER:
        return False
    return not Satisfaction.objects.filter(case_mark=mark_of(info_request)).exists()


def give(*, info_request, level, words="", at) -> None:
    """Keep the answer. NotAllowed where the question is not asked, or not any more; DomainError for no level."""
    if info_request.status not in ASKED_AFTER:
        raise NotAllowed(_("Câu hỏi này chỉ có khi hồ sơ đã trả lời."))
    if level not in Level.values:
        raise DomainError(_("Chọn một mức."), field="level")
    if len(words.strip()) > LONGEST:
        raise DomainError(_("Viết tối đa 500 ký tự."), field="words")
    try:
        with transaction.atomic():
            Satisfaction.objects.create(
                authority=info_request.authority,
                case_mark=mark_of(info_request),
                given_on=local_day(at),
                level=level,
                words=nfc(words),
            )
            # Neither the case nor the level: the record must not tell who said what.
            record("satisfaction.given", by=CITIZEN, at=at, authority=info_request.authority)
    except IntegrityError:
        raise NotAllowed(_("Hồ sơ này đã có trả lời. Cảm ơn Ông/Bà.")) from None
