"""One line per act: who, in which role, what changed from what to what, and why; refused attempts among them."""

import json
from dataclasses import dataclass, field
from datetime import datetime

from django.contrib.auth import get_user_model
from django.db.models import Q
from django.utils.translation import gettext as _

from cms.audit.changes import Change, Changes, names_of
from cms.audit.kinds import name_of
from cms.audit.models import Entry
from cms.audit.record import CITIZEN, ERASED_SUFFIX, REFUSED_ATTEMPT
from cms.core.models import Unit
from cms.core.roles import Role

#: In data, the rule that an act applied: an article with its law.
RULE = "rule"
#: Data that a line says in words of its own.
_SAID = frozenset({"attempted", "erased", RULE})
_FOCAL = frozenset({Role.FOCAL_OFFICER, Role.FOCAL_HEAD})


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
    is_reason_hidden: bool = False
    unit: str = ""
    rule: str = ""
    authority: str = ""
    subject: tuple[str, str] = ("", "")
    code: str = ""
    data: dict = field(default_factory=dict)
    changes: list[Change] = field(default_factory=list)


def timeline(subject, *, personal: bool = False) -> list[Line]:
    """Every act on `subject`, oldest first, in at most three statements however many there are.

    Personal fields show that they changed, not what they said, unless `personal` asks for it; whoever asks must
    have checked the right to see them.
    """
    own = (subject._meta.label_lower, str(subject.pk))
    return lines_of(about([own]), own=own, personal=personal)


def about(subjects) -> list[Entry]:
    """The entries about some things, each named by (type, key), oldest first."""
    wanted = Q()
    for kind, key in subjects:
        wanted |= Q(subject_type=kind, subject_id=key)
    return list(Entry.objects.filter(wanted).select_related("note").order_by("seq")) if wanted else []


def lines_of(entries, *, own=None, personal: bool = False, with_changes: bool = True, tell=None) -> list[Line]:
    """Entries in words, in the order given. `own` is the (type, key) whose page this is.

    `tell(payloads)` gives the changes of acts that no history row names (pages keep revisions): {number: [Change]}.
    """
    payloads = [json.loads(bytes(entry.payload)) for entry in entries]
    rows = (row for payload in payloads for row in payload["rows"]) if with_changes else ()
    changes = Changes(rows, of=own, personal=personal)
    people = {(get_user_model(), entry.actor_id) for entry in entries if entry.actor_id}
    units = {(Unit, key) for payload in payloads for key in _units_of(payload)}
    names = names_of(people | units | changes.pointed_to())
    told = tell(payloads) if tell and with_changes else {}
    return [
        _line(entry, payload, changes if with_changes else None, names, told)
        for entry, payload in zip(entries, payloads, strict=True)
    ]


def _line(entry, payload, changes, names, told) -> Line:
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
        unit=_unit(payload, names),
        rule=data.get(RULE, ""),
        authority=payload["authority"],
        subject=(entry.subject_type, entry.subject_id),
        code=(payload["subject"] or {}).get("code", ""),
        data={name: value for name, value in data.items() if name not in _SAID},
        changes=_changes_of(payload, changes, names) + told.get(entry.seq, []),
    )


def _changes_of(payload, changes, names) -> list[Change]:
    if changes is None or any(changes.begins(row) for row in payload["rows"]):
        return []
    return [change for row in payload["rows"] for change in changes.of_row(row, names)]


def _units_of(payload) -> list[int]:
    actor = payload["actor"]
    return actor.get("units", []) if isinstance(actor, dict) else []


def _unit(payload, names) -> str:
    """The unit for which the person acted; who holds the focal office acts for the focal unit."""
    found = [names.get((Unit._meta.label_lower, str(key)), "") for key in _units_of(payload)]
    if not found and isinstance(payload["actor"], dict) and _FOCAL & set(payload["actor"]["roles"]):
        found = [_("Đơn vị đầu mối")]
    return ", ".join(filter(None, found))


def _person(actor, names) -> str:
    if isinstance(actor, dict):
        return names.get((get_user_model()._meta.label_lower, str(actor["id"]))) or actor["username"]
    return _("Người yêu cầu") if actor == CITIZEN else _("Hệ thống")


def _roles(codes) -> str:
    labels = dict(Role.choices)
    return ", ".join(str(labels.get(code, code)) for code in codes)
