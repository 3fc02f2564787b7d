"""Many papers at once: the registry chooses them, the worker issues each in a transaction of its own.

What one paper lacks stops no other; it is named with its reason and waits as before. A worker that dies leaves what is
issued; the next one goes on, and no paper is issued twice.
"""

import logging
import time
from datetime import datetime, timedelta

from django.db import IntegrityError, OperationalError, transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from cms.audit.record import SYSTEM, record
from cms.core import heartbeat
from cms.core.dates import local_day
from cms.core.errors import DomainError, NotAllowed
from workflow import letters as papers
from workflow.choices import BatchLineState, LetterState
from workflow.models import BatchLine, IssueBatch
from workflow.services import numbering
from workflow.services.delivery import issue_letter
from workflow.transitions import MOVES

logger = logging.getLogger(__name__)

#: Whoever issues papers one by one may let many go together.
ISSUERS = frozenset(MOVES["issue_letter"].by)
#: Papers of one batch.
MOST = 500
#: Seconds of one turn of the worker, so that mail and other jobs are not kept waiting.
TURN = 20
#: A worker that gave no sign of life for so long is taken for dead.
DEAD = timedelta(minutes=2)
BROKEN = _("Máy chủ gặp lỗi khi phát hành văn bản này. Hãy thử phát hành riêng, nếu vẫn lỗi thì báo quản trị.")


@transaction.atomic
def ask(*, authority, letters, by, at: datetime) -> IssueBatch:
    """Let the worker issue these papers, in this order. Only with a book kept here: nobody types so many numbers."""
    if authority.pk not in by.authorities_as(ISSUERS):
        raise NotAllowed(_("Chỉ văn thư của cơ quan phát hành văn bản."))
    if numbering.book_of(authority, local_day(at)) is None:
        raise DomainError(_("Phát hành nhiều văn bản cần sổ giữ tại đây. Cơ quan chưa mở sổ của năm nay."))
    letters = list(letters)
    if not letters:
        raise DomainError(_("Hãy chọn ít nhất một văn bản."))
    if len(letters) > MOST:
        raise DomainError(_("Mỗi lần phát hành không quá %(most)d văn bản.") % {"most": MOST})
    if any(letter.authority_id != authority.pk or letter.state != LetterState.DRAFT for letter in letters):
        raise DomainError(_("Có văn bản vừa được phát hành hoặc không còn dùng. Hãy xem lại danh sách."))
    batch = IssueBatch.objects.create(authority=authority, asked_by=by, asked_at=at)
    lines = [BatchLine(batch=batch, letter=letter, symbol=papers.suggested_symbol(letter)) for letter in letters]
    try:
        with transaction.atomic():
            BatchLine.objects.bulk_create(lines)
    except IntegrityError as waiting:
        raise DomainError(_("Có văn bản đang chờ trong một lần phát hành khác. Hãy xem lại danh sách.")) from waiting
    record("issuebatch.asked", subject=batch, by=by, at=at, authority=authority, data={"papers": len(lines)})
    return batch


def progress(batch: IssueBatch) -> dict:
    """How many papers there are, were issued and failed, and the share that is done in percent."""
    states = list(batch.lines.values_list("state", flat=True))
    issued, failed = states.count(BatchLineState.ISSUED), states.count(BatchLineState.FAILED)
    share = (issued + failed) * 100 // len(states) if states else 100
    return {"total": len(states), "issued": issued, "failed": failed, "done": issued + failed, "share": share}


# --- what the worker does ------------------------------------------------------------------------------------------
def run_waiting(at: datetime) -> int:
    """Issue what waits, for one turn; returns how many papers were looked at."""
    until, count = time.monotonic() + TURN, 0
    while time.monotonic() < until and (batch := _claim(timezone.now())) is not None:
        count += _carry_on(batch, until)
    return count


def _claim(now) -> IssueBatch | None:
    """One that waits, or whose worker died; it is ours when our sign of life is the one that was written."""
    free = IssueBatch.objects.filter(Q(beat_at=None) | Q(beat_at__lt=now - DEAD), ended_at=None).order_by("pk")
    for batch in free.select_related("authority", "asked_by"):
        if IssueBatch.objects.filter(pk=batch.pk, ended_at=None, beat_at=batch.beat_at).update(beat_at=now):
            return batch
    return None


def _carry_on(batch, until) -> int:
    waiting, count = batch.lines.filter(state=BatchLineState.WAITING).values_list("pk", flat=True), 0
    for key in list(waiting):
        if time.monotonic() >= until:
            IssueBatch.objects.filter(pk=batch.pk).update(beat_at=None)  # any worker may go on with it
            return count
        _issue(batch, key)
        count += 1
        now = timezone.now()
        IssueBatch.objects.filter(pk=batch.pk).update(beat_at=now)
        heartbeat.beat(now)
    _end(batch)
    return count


def _issue(batch, key):
    try:
        with transaction.atomic():
            line = BatchLine.objects.select_for_update(of=("self",)).select_related("letter__info_request").get(pk=key)
            if line.state != BatchLineState.WAITING:
                return
            letter = line.letter
            issue_letter(
                info_request=letter.info_request,
                seen=None,
                letter=letter,
                symbol=line.symbol,
                by=batch.asked_by,
                at=timezone.now(),
            )
            line.state = BatchLineState.ISSUED
            line.save(update_fields=["state"])
    except DomainError as no:
        _fail(key, str(no))
    except OperationalError:
        raise  # the database is away: the paper waits for the next turn
    except Exception:
        logger.exception("Paper of line %s was not issued", key)
        _fail(key, str(BROKEN))


def _fail(key, told):
    BatchLine.objects.filter(pk=key, state=BatchLineState.WAITING).update(state=BatchLineState.FAILED, told=told[:500])


@transaction.atomic
def _end(batch):
    at = timezone.now()
    if not IssueBatch.objects.filter(pk=batch.pk, ended_at=None).update(ended_at=at):
        return
    figures = progress(batch)
    data = {"issued": figures["issued"], "failed": figures["failed"]}
    record("issuebatch.ended", subject=batch, by=SYSTEM, at=at, authority=batch.authority, data=data)
