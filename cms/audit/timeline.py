"""One line per act: who, in which role, what changed from what to what, and why; refused attempts among them."""

import json
from dataclasses import dataclass, field
from datetime import datetime

from django.contrib.auth import get_user_model
from django.utils.translation import gettext as _

from cms.audit.changes import Change, Changes, names_of
from cms.audit.kinds import name_of
from cms.audit.models import Entry
from cms.audit.record import CITIZEN, ERASED_SUFFIX, REFUSED_ATTEMPT
from cms.core.roles import Role


@dataclass(frozen=True)
class Line:
    """An entry as officers and supervisors read it. `kind` of a refused attempt is what was attempted."""

    seq: int
    hash: str
    at: datetime
    kind: str
    label: str
    person: str
    role: str
    is_staff: bool
    address: str
    reason: str
    is_refused: bool
    is_erasure: bool
    is_reason_erased: bool
    clock_behind: int
    data: dict = field(default_factory=dict)
    changes: list[Change] = field(default_factory=list)


def timeline(subject, *, personal: bool = False) -> list[Line]:
    """Every act on `subject`, oldest first, in at most three statements however many there are.

    Personal fields show that they changed, not what they said, unless `personal` asks for it; whoever asks must
    have checked the right to see them.
    """
    kind, key = subject._meta.label_lower, str(subject.pk)
    entries = list(Entry.objects.filter(subject_type=kind, subject_id=key).select_related("note").order_by("seq"))
    payloads = [json.loads(bytes(entry.payload)) for entry in entries]
    changes = Changes((row for payload in payloads for row in payload["rows"]), of=(kind, key), personal=personal)
    people = {(get_user_model(), entry.actor_id) for entry in entries if entry.actor_id}
    names = names_of(people | changes.pointed_to())
    return [_line(entry, payload, changes, names) for entry, payload in zip(entries, payloads, strict=True)]


def _line(entry, payload, changes, names) -> Line:
    note = getattr(entry, "note", None)
    data, actor = payload["data"], payload["actor"]
    is_refused = entry.kind == REFUSED_ATTEMPT
    kind = data.get("attempted", entry.kind) if is_refused else entry.kind
    is_staff = isinstance(actor, dict)
    return Line(
        seq=entry.seq,
        hash=entry.hash,
        at=entry.at,
        kind=kind,
        label=name_of(kind),
        person=_person(actor, names),
        role=_roles(actor["roles"]) if is_staff else "",
        is_staff=is_staff,
        address=actor["address"] if is_staff else (note.address or "" if note else ""),
        reason=note.reason if note else "",
        is_refused=is_refused,
        is_erasure=entry.kind.endswith(ERASED_SUFFIX),
        is_reason_erased="note" in payload and note is None,
        clock_behind=payload.get("clock_behind", 0),
        data={name: value for name, value in data.items() if name not in {"attempted", "erased"}},
        changes=[]
        if any(changes.begins(row) for row in payload["rows"])
        else [change for row in payload["rows"] for change in changes.of_row(row, names)],
    )


def _person(actor, names) -> str:
    if isinstance(actor, dict):
        return names.get((get_user_model()._meta.label_lower, str(actor["id"]))) or actor["username"]
    return _("Người yêu cầu") if actor == CITIZEN else _("Hệ thống")


def _roles(codes) -> str:
    labels = dict(Role.choices)
    return ", ".join(str(labels.get(code, code)) for code in codes)
