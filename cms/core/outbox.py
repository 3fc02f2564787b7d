"""post() puts a mail into the outbox within the caller's transaction; carry() is what the worker does with it."""

from datetime import datetime, timedelta
from email.utils import parseaddr
from hashlib import sha256
from pathlib import Path

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.mail import EmailMessage, get_connection
from django.core.mail.backends.base import BaseEmailBackend
from django.core.validators import validate_email
from django.db import transaction
from django.db.models import Q
from django.utils.crypto import get_random_string

from cms.core.models import Mail

#: Minutes before each further try; after the last the mail is given up and the desk shows it.
WAITS = (1, 5, 15, 60, 180, 360, 720, 1_440)
#: Seconds that a mail server may be silent, and messages a round: together less than the lease.
PATIENCE, BATCH = 20, 10
#: For so long a worker has a message for itself; after it another one takes over what a killed worker had in hand.
LEASE = timedelta(minutes=5)
_LINE_BREAKS = dict.fromkeys(map(ord, "\r\n\0\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029"), " ")


def one_line(text: str) -> str:
    """A header value: any line separator becomes a space (SC14)."""
    return " ".join(text.translate(_LINE_BREAKS).split())


def address(text: str) -> str:
    """Exactly one bare address, or ValidationError: no list, no display name, no line break (S12)."""
    validate_email(text)
    name, bare = parseaddr(text)
    if name or bare != text or "," in text or ";" in text:
        raise ValidationError("Chỉ nhận một địa chỉ thư điện tử.")
    return text


def post(*, kind: str, to: str, subject: str, text: str, at: datetime, about: str = "", once: str = "") -> Mail:
    """Put one message to one address into the outbox; it leaves after the caller's commit, or not at all.

    `once` names the occasion: a second message of the same occasion is the first one, whoever posts it and when.
    """
    message_id = _message_id(_mark(once) if once else get_random_string(32))
    words = {
        "kind": kind,
        "to": address(to),
        "subject": one_line(subject)[:200],
        "text": text,
        "about": about,
        "created_at": at,
        "next_try_at": at,
    }
    if not once:
        return Mail.objects.create(message_id=message_id, **words)
    return Mail.objects.get_or_create(message_id=message_id, defaults=words)[0]


def posted(once: str) -> Mail | None:
    """The message of that occasion, if it was put in."""
    return Mail.objects.filter(message_id=_message_id(_mark(once))).first()


def _mark(once):
    return sha256(once.encode()).hexdigest()[:40]


def _message_id(mark):
    host = settings.DEFAULT_FROM_EMAIL.rsplit("@", 1)[-1].strip(">")
    return f"<{mark}@{host}>"


def waiting():
    """What has not left yet, oldest first."""
    return Mail.objects.filter(Q(sent_at=None), Q(failed_at=None)).order_by("next_try_at", "id")


def carry(at: datetime, limit: int = BATCH) -> int:
    """Send what is due; returns how many left.

    A message is claimed and its result kept in two short transactions; no lock is held while a mail server thinks. A
    worker that is killed loses and doubles nothing but the one in flight, which goes out again under the same
    Message-ID once its lease has ended.
    """
    due = list(waiting().filter(next_try_at__lte=at).values_list("pk", flat=True)[:limit])
    claimed = (_claim(pk, at) for pk in due)  # one by one, each sent before the next is claimed
    return sum(_try(mail, at) for mail in claimed if mail is not None)


@transaction.atomic
def _claim(pk: int, at: datetime) -> Mail | None:
    """The message, if it is still due and no other worker has it."""
    can_skip = transaction.get_connection().features.has_select_for_update_skip_locked
    mail = waiting().select_for_update(skip_locked=can_skip).filter(pk=pk, next_try_at__lte=at).first()
    if mail is not None:
        mail.tries += 1
        mail.next_try_at = at + LEASE
        mail.save(update_fields=["tries", "next_try_at"])
    return mail


def _try(mail: Mail, at: datetime) -> bool:
    message = EmailMessage(
        mail.subject,
        mail.text,
        settings.DEFAULT_FROM_EMAIL,
        [mail.to],
        headers={"Message-ID": mail.message_id},
        connection=get_connection(timeout=PATIENCE),
    )
    try:
        message.send()
    # Whatever one message provokes, the others wait behind it.
    except Exception as error:
        # The class tells what happened; the text may hold the address, which a log must not.
        mail.error = type(error).__name__
        if mail.tries > len(WAITS):
            mail.failed_at = at
        else:
            mail.next_try_at = at + timedelta(minutes=WAITS[mail.tries - 1])
    else:
        mail.sent_at, mail.error = at, ""
    mail.save(update_fields=["error", "failed_at", "next_try_at", "sent_at"])
    return mail.sent_at is not None


class FolderBackend(BaseEmailBackend):
    """The demonstration's post office: one .eml file a message in EMAIL_FILE_PATH, to be read in any mail program."""

    def send_messages(self, messages):
        folder = Path(settings.EMAIL_FILE_PATH)
        folder.mkdir(parents=True, exist_ok=True)
        for message in messages:
            name = message.extra_headers.get("Message-ID", get_random_string(20)).strip("<>").split("@")[0]
            (folder / f"{name}.eml").write_bytes(message.message().as_bytes())
        return len(messages)
