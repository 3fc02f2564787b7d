"""Checkpoints: the chain's head, signed, for witnesses that this server cannot rewrite (security.md S6).

A checkpoint is a signed note in the open form of C2SP "tlog-checkpoint": origin, size, hash, then when and which number.
"""

import base64
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from urllib.parse import urlsplit

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.db import IntegrityError, transaction

from cms.audit.chain import Head as ChainHead
from cms.audit.models import Checkpoint, CheckpointKey, Entry, Head
from cms.audit.notes import BadNote, PublicKey, SecretKey, lines_of
from cms.audit.record import SYSTEM, record

#: Once an hour where something was recorded, less what one round of the worker may take.
HOURLY = timedelta(minutes=55)
#: Where nothing was recorded, the same head is signed again: the witness sees that the server lives.
DAILY = timedelta(hours=24)
#: What a note is, said in its first line behind the origin's name; a checkpoint says the bare name.
EXPORT, NEW_KEY = "/trich-xuat", "/khoa-moi"
_GREATEST_NAME = 80
_letters: set[str] = set()


@dataclass(frozen=True)
class Kept:
    """What a checkpoint says: the head, when it was signed, its number, and by which key."""

    head: ChainHead
    at: datetime
    number: int
    key: PublicKey

    def __str__(self):
        return f"điểm số {self.number}, bản ghi {self.head.seq}, ký lúc {written(self.at)}"


def after(kinds: Iterable[str]) -> None:
    """Let an entry of these kinds be followed by a checkpoint at once: the rooms above name what sends a letter."""
    _letters.update(kinds)


def letter_kinds() -> frozenset[str]:
    return frozenset(_letters)


# --- keys --------------------------------------------------------------------------------------------------------


def origin() -> str:
    """How this installation's chain is called by everybody: its public address and what it is."""
    parts = urlsplit(settings.BASE_URL)
    name = f"{parts.netloc}{parts.path.rstrip('/')}/nhat-ky"
    if len(name) > _GREATEST_NAME or not name.isascii() or set(name) & set(" +"):
        raise ImproperlyConfigured("BASE_URL is too long, or holds what no name of a key may hold.")
    return name


def seed_of(text: str) -> bytes:
    """The 32 bytes of a secret key written in base64. Raises ImproperlyConfigured."""
    try:
        seed = base64.b64decode(text, validate=True)
    except ValueError:
        seed = b""
    if len(seed) != 32:
        raise ImproperlyConfigured(
            "MB_CHECKPOINT_KEYS: each key is 32 bytes in base64 (manage.py make_checkpoint_key)."
        )
    return seed


def is_configured() -> bool:
    return bool(settings.CHECKPOINT_KEYS)


def signing_key() -> SecretKey:
    """The newest key signs. Raises ImproperlyConfigured where there is none."""
    if not is_configured():
        raise ImproperlyConfigured("MB_CHECKPOINT_KEYS is empty: checkpoints cannot be signed.")
    return SecretKey(origin(), seed_of(settings.CHECKPOINT_KEYS[0]))


def known_keys() -> list[PublicKey]:
    """Every key that has ever signed here, newest first."""
    return [key.public for key in CheckpointKey.objects.order_by("-pk")]


def trusted_from(given: Iterable[PublicKey]) -> list[PublicKey]:
    """The keys given, and every later one that a key which counts has signed."""
    trusted = list(given)
    for row in CheckpointKey.objects.order_by("pk"):
        if row.public not in trusted and any(_endorses(key, row) for key in trusted):
            trusted.append(row.public)
    return trusted


def _endorses(key: PublicKey, row: CheckpointKey) -> bool:
    try:
        signature = base64.b64decode(row.endorsement, validate=True)
    except ValueError:
        return False
    text = f"{key.name}{NEW_KEY}\n{row.public}\n"
    return signature[:4].hex() == key.id and key.has_signed(text, signature[4:])


def _adopt(key: SecretKey, at: datetime) -> CheckpointKey:
    """The row of the key that signs; a new one is recorded in the chain, endorsed by the one before where that is at hand."""
    last = CheckpointKey.objects.order_by("-pk").first()
    if last is not None and last.public == key.public:
        return last
    endorsement = ""
    if last is not None:
        seeds = (seed_of(text) for text in settings.CHECKPOINT_KEYS)
        former = next((old for seed in seeds if (old := SecretKey(last.name, seed)).public == last.public), None)
        if former is not None:
            endorsement = former.sign([last.name + NEW_KEY, key.public]).split(" ")[-1].strip()
    row = CheckpointKey.objects.create(
        key_id=key.public.id, name=key.name, raw=key.public.raw.hex(), adopted_at=at, endorsement=endorsement
    )
    record(
        "checkpoint.key_adopted",
        by=SYSTEM,
        at=at,
        data={"key": str(key.public), "previous": last.key_id if last else "", "endorsement": endorsement},
    )
    return row


# --- signing -----------------------------------------------------------------------------------------------------


def written(at: datetime) -> str:
    """A moment as notes write it: UTC, to the second."""
    return at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def _head_lines(head: ChainHead, at: datetime) -> list[str]:
    return [str(head.seq), base64.b64encode(head.hash).decode(), f"time {written(at)}"]


def stored_head() -> ChainHead:
    """Where the chain ends now, as committed; no lock is taken."""
    seq, digest = Head.objects.values_list("seq", "hash").get(id=Head.ONLY)
    return ChainHead(seq, bytes.fromhex(digest))


def cause_at(at: datetime) -> str | None:
    """Why a checkpoint is due at `at`, or None. Three look-ups by index: the worker asks at every turn."""
    head = stored_head()
    last = Checkpoint.objects.order_by("-number").first()
    if head.seq == 0:
        return None
    if last is None:
        return Checkpoint.Cause.HOUR
    waited = abs(at - last.at)  # a clock that was set back must not silence the witness
    if head.seq > last.seq:
        if waited >= HOURLY:
            return Checkpoint.Cause.HOUR
        if Entry.objects.filter(kind__in=_letters, seq__gt=last.seq).exists():
            return Checkpoint.Cause.LETTER
        return None
    return Checkpoint.Cause.DAY if waited >= DAILY else None


def make(cause: str, at: datetime) -> Checkpoint | None:
    """Sign the head as it stands; None where another worker has just done so, or nothing is recorded yet."""
    key = signing_key()
    at = at.replace(microsecond=0)
    try:
        with transaction.atomic():
            row = _adopt(key, at)
            head = stored_head()
            if head.seq == 0:
                return None
            number = (Checkpoint.objects.order_by("-number").values_list("number", flat=True).first() or 0) + 1
            return Checkpoint.objects.create(
                number=number,
                seq=head.seq,
                hash=head.hash.hex(),
                at=at,
                key=row,
                cause=cause,
                text=key.sign([key.name, *_head_lines(head, at), f"number {number}"]),
            )
    except IntegrityError:
        if Checkpoint.objects.filter(seq__gte=stored_head().seq).exists():
            return None  # the other worker's
        raise


def make_due(at: datetime) -> Checkpoint | None:
    """Sign the head where one is due."""
    cause = cause_at(at) if is_configured() else None
    return make(cause, at) if cause else None


def statement(sha256: str, head: ChainHead, at: datetime) -> str:
    """A signed note that binds a file taken out (its SHA-256 in hex) to the head from which it was taken."""
    key = signing_key()
    with transaction.atomic():
        _adopt(key, at)
    return key.sign([key.name + EXPORT, *_head_lines(head, at), f"sha256 {sha256}"])


# --- reading -----------------------------------------------------------------------------------------------------


def read(note: str, keys: Iterable[PublicKey]) -> Kept:
    """What a checkpoint says, once one of `keys` is seen to have signed it. Raises BadNote."""
    lines, key = lines_of(note, keys)
    try:
        name, size, digest, time, number = lines
        head = ChainHead(int(size), base64.b64decode(digest, validate=True))
        at = datetime.strptime(time, "time %Y-%m-%dT%H:%M:%SZ").replace(tzinfo=UTC)
        word, _, count = number.partition(" ")
        kept = Kept(head, at, int(count), key)
    except ValueError as error:
        raise BadNote("no checkpoint") from error
    if name != key.name or word != "number" or len(head.hash) != 32:
        raise BadNote("no checkpoint")
    return kept
