"""The one way into the record. What a service has done is told here, inside its own transaction."""

import re
import secrets
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import Enum
from ipaddress import ip_address
from typing import Any

from django.contrib.auth import get_user_model
from django.db import models, transaction
from django.db.transaction import TransactionManagementError
from django.utils import timezone
from simple_history.models import HistoricalRecords

from cms.audit import chain
from cms.audit.models import Entry, EntryNote, Head
from cms.audit.rows import form_of, moment, values_of
from cms.core import content_version

#: Who acts when no member of staff does.
CITIZEN = "CITIZEN"
SYSTEM = "SYSTEM"
#: A refused attempt; what was attempted stands in its data.
REFUSED_ATTEMPT = "attempt.refused"
#: Kinds that end so tell which rows and notes were erased (erasure.py).
ERASED_SUFFIX = ".erased"

_KIND = re.compile(r"[a-z0-9_]+(\.[a-z0-9_]+)+")
#: Longer text in `data` is not a code; words belong to the reason, which can be erased.
_LONGEST_CODE = 200
#: Two acts a moment apart may be recorded in the other order; more than this, and the server's clock was moved.
_SKEW_WORTH_TELLING = timedelta(minutes=1)


@dataclass(frozen=True)
class Subject:
    """What an entry is about. Given in place of a model instance where only its key is known."""

    type: str = ""
    id: str = ""
    code: str = ""
    salt: bytes = b""


def record(
    kind: str,
    *,
    subject=None,
    by=None,
    at: datetime | None = None,
    authority=None,
    rows: Iterable = (),
    data: dict | None = None,
    reason: str = "",
    address: str | None = None,
) -> Entry:
    """Add one act to the chain, in the transaction that the caller has open.

    `kind` is dotted lower case (`request.refused`). `subject` is the model instance acted on, or a `Subject`.
    `by` is a member of staff, CITIZEN or SYSTEM (the default). `at` is when it was done, now unless given.
    `authority` is an Authority or its code; left out, the subject's own. `rows` are the history rows written by the
    act, as `saved_rows()` hands them over. `data` holds codes, dates and whole numbers only. `reason` and the address
    of somebody who is no member of staff are kept beside the chain, where they can be erased.

    Raises TransactionManagementError outside a transaction, TypeError or ValueError for what the chain cannot hold.
    """
    if not transaction.get_connection().in_atomic_block:
        raise TransactionManagementError("record() belongs into the transaction of the act it tells of")
    if not _KIND.fullmatch(kind):
        raise ValueError(f"{kind!r} is no kind: dotted lower case, as request.refused")
    about, actor = subject_of(subject), _actor(by)
    code = _authority_code(authority, subject)
    address = _address(address)
    if actor is not None:
        roles, units = _roles(by, code), _units(by, code)
        where, address = address or _request_address(), None
    rows, reason = list(rows), reason.strip()
    own_salt = b"" if about.salt else secrets.token_bytes(32)
    salt = about.salt or own_salt
    at = at or timezone.now()

    head = _locked_head()
    seq = head.seq + 1
    payload: dict[str, Any] = {
        "v": 1,
        "seq": seq,
        "kind": kind,
        "at": moment(at),
        "actor": (by or SYSTEM)
        if actor is None
        else {"id": actor.pk, "username": actor.get_username(), "roles": roles, "address": where or ""}
        | ({"units": units} if units else {}),
        "authority": code,
        "subject": {"type": about.type, "id": about.id, "code": about.code} if about.type else None,
        "data": plain(data or {}),
        "rows": [_sealed_row(row, salt) for row in rows],
    }
    if head.at and head.at - at >= _SKEW_WORTH_TELLING:
        payload["clock_behind"] = int((head.at - at).total_seconds())
    if reason or address:
        payload["note"] = note_commitment(salt, seq, reason, address)
    if rows or reason or address:
        payload["salt"] = "SUBJECT" if about.salt else "ENTRY"

    sealed = chain.canonical_json(payload)
    previous = bytes.fromhex(head.hash)
    entry = Entry(
        seq=seq,
        prev_hash=head.hash,
        hash=chain.seal(previous, sealed).hex(),
        payload=sealed,
        kind=kind,
        at=at,
        actor_id=actor.pk if actor else None,
        authority_code=code,
        subject_type=about.type,
        subject_id=about.id,
    )
    entry.save(force_insert=True)
    Head.objects.filter(id=head.id).update(seq=seq, hash=entry.hash, at=at)
    if reason or address or (rows and own_salt):
        EntryNote(entry=entry, reason=reason, address=address, salt=own_salt).save(force_insert=True)
    if rows or "log" in payload["data"]:  # something is another than before, as its history or Wagtail's log tells
        transaction.on_commit(content_version.bump)
    return entry


def refused(
    attempted: str,
    *,
    subject=None,
    by=None,
    at: datetime | None = None,
    authority=None,
    data: dict | None = None,
    reason: str = "",
    address: str | None = None,
) -> Entry:
    """Record that `attempted` was refused, in a transaction of its own: call it after the act was rolled back."""
    with transaction.atomic(durable=True):
        return record(
            REFUSED_ATTEMPT,
            subject=subject,
            by=by,
            at=at,
            authority=authority,
            data={**(data or {}), "attempted": attempted},
            reason=reason,
            address=address,
        )


def subject_of(subject) -> Subject:
    """How an entry names what it is about: model, key, and the code people know it by."""
    if subject is None:
        return Subject()
    if isinstance(subject, Subject):
        return subject
    salt = ""
    if any(field.name == "audit_salt" for field in subject._meta.concrete_fields):
        salt = subject.audit_salt
    return Subject(
        type=subject._meta.label_lower,
        id=str(subject.pk),
        code=str(getattr(subject, "code", "") or ""),
        salt=salt_bytes(salt),
    )


def salt_bytes(salt) -> bytes:
    """A salt as bytes, whatever its column keeps it as."""
    return salt.encode() if isinstance(salt, str) else bytes(salt or b"")


def note_commitment(salt: bytes, seq: int, reason: str, address: str | None) -> str:
    """What binds an entry to the words kept beside it."""
    return chain.commitment(salt, {"seq": seq, "reason": reason, "address": address})


def plain(value):
    """`data` as the chain holds it: codes, dates, whole numbers; TypeError for a float or anything else."""
    if isinstance(value, dict):
        return {str(key): plain(item) for key, item in value.items()}
    if isinstance(value, list | tuple | set | frozenset):
        items = [plain(item) for item in value]
        return sorted(items) if isinstance(value, set | frozenset) else items
    if isinstance(value, Enum):
        value = value.value
    if isinstance(value, datetime):
        return moment(value)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, str):
        if len(value) > _LONGEST_CODE:
            raise ValueError("Words belong to the reason, which can be erased; data holds codes")
        return str(value)
    if value is None or isinstance(value, int):
        return value
    raise TypeError(f"data holds codes, dates and whole numbers, not {type(value).__name__}")


def _actor(by):
    """The member of staff, or None for CITIZEN and SYSTEM."""
    if by is None or by in (CITIZEN, SYSTEM):
        return None
    if isinstance(by, get_user_model()) and by.pk:
        return by
    raise TypeError(f"by is a member of staff, CITIZEN or SYSTEM, not {by!r}")


def _authority_code(authority, subject) -> str:
    if authority is None:
        authority = getattr(subject, "authority", None)
    if authority is None and getattr(subject, "case_prefix", None):  # the authority itself
        authority = subject
    return authority if isinstance(authority, str) else getattr(authority, "code", "") or ""


def _roles(user, authority_code) -> list[str]:
    """The roles that a door has looked at to allow the act; nobody acts in a role that nobody checked."""
    return sorted({str(held.role) for held in _looked_at(user, authority_code)})


def _units(user, authority_code) -> list[int]:
    """Keys of the units for which those roles are held."""
    return sorted({held.unit_id for held in _looked_at(user, authority_code) if held.unit_id})


def _looked_at(user, authority_code):
    held = getattr(user, "_wrapped", user).__dict__.get("current_roles", ())
    return [one for one in held if not authority_code or one.authority.code == authority_code]


def _request_address() -> str:
    request = getattr(HistoricalRecords.context, "request", None)
    return _address(getattr(request, "client_address", None)) or ""


def _address(text: str | None) -> str | None:
    """The one way to write an address, as both databases give it back."""
    try:
        address = ip_address((text or "").partition("%")[0])
    except ValueError:
        return None
    return str(getattr(address, "ipv4_mapped", None) or address)


def _locked_head() -> Head:
    # The one head row, never the last entry: locking that forks the chain on PostgreSQL.
    head = Head.objects.select_for_update().filter(id=Head.ONLY).first()
    if head is None:
        raise Head.DoesNotExist("The record has no head: run migrate; if entries exist, run verify_audit first")
    return head


def _sealed_row(row: models.Model, salt: bytes) -> dict:
    form, values = form_of(type(row)), values_of(row)
    return {
        "model": form.label,
        "id": row.history_id,
        "of": str(values[form.object_key]),
        "shape": form.shape,
        "digest": form.digest(values),
        "personal": form.commitment(salt, values),
    }
