"""Witnesses: who keeps checkpoints where this server cannot rewrite them, and whether they got them.

To each witness at most one delivery is on its way. When it has ended, the newest checkpoint follows: it covers every entry
that those between covered, so that a witness which was away for a day is up to date with one message.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from urllib.parse import urlsplit

from django.conf import settings
from django.core.cache import cache
from django.db import IntegrityError, transaction
from django.template.loader import render_to_string
from django.urls import reverse

from cms.audit.checkpoint import is_configured
from cms.audit.models import Checkpoint, Delivery
from cms.core import outbox, outgoing
from cms.core.addresses import absolute

#: Minutes before each further try by PUT; afterwards hourly, until so many tries were in vain.
WAITS, TRIES = (1, 5, 15, 60), 24
#: For so long one worker has a delivery for itself; a PUT is given up well before.
LEASE, PATIENCE = timedelta(minutes=2), 20.0
#: So long may no witness have got anything before people are warned.
SILENCE = timedelta(hours=24)
#: The other host has a file of this name already.
_HELD = 412


def configured() -> list[tuple[str, str]]:
    """(kind, where) of each witness of the settings."""
    mailboxes = [(Delivery.Kind.MAIL, to) for to in settings.CHECKPOINT_MAILBOXES]
    return mailboxes + [(Delivery.Kind.PUT, url.rstrip("/")) for url in settings.CHECKPOINT_URLS]


def tell(at: datetime) -> None:
    """Settle what the outbox has carried, hand over what is due, and begin what is new."""
    witnesses = configured()
    if not witnesses:
        return
    _settle_mails(at)
    newest = Checkpoint.objects.order_by("-number").first()
    for kind, to in witnesses if newest else ():
        last = Delivery.objects.filter(kind=kind, to=to).order_by("-pk").first()
        if _wants(last, newest, at):
            _begin(kind, to, newest, at)
    waiting = Delivery.objects.filter(kind=Delivery.Kind.PUT, done_at=None, failed_at=None, next_try_at__lte=at)
    for pk in list(waiting.values_list("pk", flat=True)):
        _put(pk, at)


def _wants(last: Delivery | None, newest: Checkpoint, at: datetime) -> bool:
    if last is None:
        return True
    if (last.done_at is None and last.failed_at is None) or last.checkpoint_id >= newest.number:
        return False
    pause = timedelta(minutes=settings.CHECKPOINT_MAIL_MINUTES)
    return last.kind != Delivery.Kind.MAIL or at - last.created_at >= pause


def _begin(kind: str, to: str, checkpoint: Checkpoint, at: datetime) -> None:
    try:
        with transaction.atomic():
            mail = _post(to, checkpoint, at) if kind == Delivery.Kind.MAIL else None
            Delivery.objects.create(checkpoint=checkpoint, kind=kind, to=to, mail=mail, created_at=at, next_try_at=at)
    except IntegrityError:
        return  # another worker has begun it


def _post(to: str, checkpoint: Checkpoint, at: datetime):
    words = {"checkpoint": checkpoint, "url": absolute(reverse("audit:proof"))}
    return outbox.post(
        kind="checkpoint",
        to=to,
        subject=f"Điểm kiểm chứng số {checkpoint.number} của nhật ký {checkpoint.key.name}",
        text=render_to_string("audit/checkpoint.txt", words),
        at=at,
        once=f"checkpoint:{checkpoint.number}:{to}",
    )


def _settle_mails(at: datetime) -> None:
    for delivery in Delivery.objects.filter(kind=Delivery.Kind.MAIL, done_at=None, failed_at=None).select_related(
        "mail"
    ):
        mail = delivery.mail
        if mail is None:
            delivery.failed_at, delivery.error = at, "MAIL"
        else:
            delivery.tries, delivery.error = mail.tries, mail.error[:100]
            delivery.done_at, delivery.failed_at = mail.sent_at, mail.failed_at
        if delivery.done_at or delivery.failed_at or delivery.error:
            delivery.save(update_fields=["tries", "error", "done_at", "failed_at"])


def _put(pk: int, at: datetime) -> None:
    """Claim, hand over, keep the outcome: no transaction is open while the other host thinks."""
    mine = Delivery.objects.filter(pk=pk, done_at=None, failed_at=None, next_try_at__lte=at)
    if not mine.update(next_try_at=at + LEASE):
        return
    delivery = Delivery.objects.select_related("checkpoint").get(pk=pk)
    delivery.tries += 1
    delivery.error = _hand_over(delivery)
    if not delivery.error or (delivery.error == f"HTTP {_HELD}" and delivery.tries > 1):
        delivery.done_at = at  # held already: an answer to an earlier try was lost on the way
    elif delivery.error == f"HTTP {_HELD}" or delivery.tries >= TRIES:
        delivery.failed_at = at
    else:
        delivery.next_try_at = at + timedelta(minutes=WAITS[min(delivery.tries, len(WAITS)) - 1])
    delivery.save(update_fields=["tries", "error", "done_at", "failed_at", "next_try_at"])


def _hand_over(delivery: Delivery) -> str:
    """Empty where the other host took it, else what it said."""
    url = f"{delivery.to}/diem-{delivery.checkpoint_id}.txt"
    headers = {"Content-Type": "text/plain; charset=utf-8", "If-None-Match": "*"}  # a new file, never over another
    if settings.CHECKPOINT_TOKEN:
        headers["Authorization"] = f"Bearer {settings.CHECKPOINT_TOKEN}"
    try:
        status = outgoing.put(url, delivery.checkpoint.text.encode(), _rules(url), headers)
    except (outgoing.NotAllowed, outgoing.NoAnswer, ValueError) as error:
        return type(error).__name__
    return "" if 200 <= status < 300 else f"HTTP {status}"


def _rules(url: str) -> outgoing.Rules:
    """Only https, only this host. It may stand inside the authority's own network: the operator has named it."""
    parts = urlsplit(url)
    if parts.scheme != "https":
        raise outgoing.NotAllowed(url)
    hosts, ports = frozenset({parts.hostname or ""}), frozenset({parts.port or 443})
    return outgoing.Rules(hosts=hosts, ports=ports, seconds=PATIENCE, lets_through=lambda _address: True)


# --- how it stands -----------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Standing:
    """Whether somebody outside keeps what is needed to prove the record."""

    newest_at: datetime | None
    last_success_at: datetime | None
    warning: str


def standing(at: datetime) -> Standing:
    """The newest checkpoint, the last delivery that arrived anywhere, and what people must be warned of."""
    newest = Checkpoint.objects.order_by("-number").values_list("at", flat=True).first()
    first = Checkpoint.objects.order_by("number").values_list("at", flat=True).first()
    arrived = Delivery.objects.exclude(done_at=None).order_by("-done_at").values_list("done_at", flat=True).first()
    return Standing(newest, arrived, _warning(newest, first, arrived, at))


def _warning(newest, first, arrived, at) -> str:
    if not is_configured():
        return "Chưa đặt khóa ký (MB_CHECKPOINT_KEYS): nhật ký không có điểm kiểm chứng."
    if first is None or at - first < SILENCE:
        return ""  # the first day
    if at - newest > SILENCE + timedelta(hours=1):
        return "Hơn một ngày không có điểm kiểm chứng mới. Hãy xem tiến trình nền (run_worker)."
    if arrived is None or at - arrived > SILENCE:
        return "Hơn một ngày không nơi nào ngoài máy chủ này nhận được điểm kiểm chứng."
    return ""


def warning_now(at: datetime) -> str:
    """The warning alone, kept for a minute: the start page asks all day."""
    return cache.get_or_set("audit:witness-warning", lambda: standing(at).warning, 60)
