"""Is the record whole? Walks every entry in batches, with the rows and words it seals; memory stays flat."""

import json
from collections import defaultdict
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from typing import NamedTuple

from django.apps import apps
from django.core.exceptions import FieldDoesNotExist
from django.db import connection
from django.db.models import Subquery

from cms.audit import chain, guards, shapes
from cms.audit.chain import Fault, Link, Problem
from cms.audit.erasure import note_name, row_name
from cms.audit.models import Entry, Erasure, Head
from cms.audit.record import ERASED_SUFFIX, note_commitment, salt_bytes
from cms.audit.rows import form_named, moment
from cms.audit.signed_points import Points

BATCH = 1_000

WORDS = {
    Fault.EDITED: "nội dung bản ghi đã bị sửa",
    Fault.MISSING: "thiếu bản ghi: đã bị xóa",
    Fault.REORDERED: "bản ghi đứng sai chỗ: thứ tự đã bị đổi",
    Fault.INSERTED: "có bản ghi được chèn thêm",
    Fault.DETACHED: "bản ghi không nối với bản ghi đứng trước: một trong hai đã bị thay",
    Fault.CUT: "phần cuối của nhật ký đã bị cắt",
    Fault.UNCLAIMED: "có bản ghi nằm ngoài đầu chuỗi",
    Fault.HEAD_EDITED: "đầu chuỗi không khớp với bản ghi cuối",
    Fault.ROLLED_BACK: "nhật ký ngắn hơn đầu chuỗi đã giữ: dữ liệu đã bị đưa về bản cũ",
    Fault.REWRITTEN: "bản ghi khác với đầu chuỗi đã giữ: nhật ký đã bị viết lại",
    Fault.FORGED: "điểm kiểm chứng không do khóa đã biết ký, hoặc đã bị sửa",
    Fault.CHECKPOINT_MISSING: "thiếu điểm kiểm chứng: đã bị xóa",
    Fault.UNGUARDED: "cơ sở dữ liệu thiếu khóa chặn sửa, xóa nhật ký",
    Fault.HEAD_MISSING: "mất đầu chuỗi",
    Fault.COPY_EDITED: "cột tra cứu khác với nội dung đã niêm",
    Fault.ROW_EDITED: "dòng lịch sử đã bị sửa",
    Fault.ROW_MISSING: "dòng lịch sử đã bị xóa",
    Fault.NOTE_EDITED: "lý do hoặc địa chỉ đi kèm đã bị sửa",
    Fault.NOTE_MISSING: "lý do hoặc địa chỉ đi kèm đã bị xóa",
}


@dataclass(frozen=True)
class Result:
    """How far the record was followed, and the first thing found wrong."""

    count: int
    rows: int
    erased: int
    head: chain.Head
    problem: Problem | None = None


def verify(against: chain.Head | None = None, batch: int = BATCH, points: Points | None = None) -> Result:
    """Follow the whole chain, with the checkpoints that stand beside it.

    `against` is a head that somebody kept earlier, `points` are signed ones: what was sealed anew, cut, or restored from
    an older copy shows against them only.
    """
    walk = _Walk(against, points or Points())
    while True:
        stored = Entry.objects.filter(seq__gt=walk.reached.seq).order_by("seq").values_list(*_COLUMNS.values())
        entries = [_Stored(*columns) for columns in stored[:batch]]
        if problem := walk.follow(entries):
            return walk.result(problem)
        if not entries and (end := walk.end()).is_reached:
            return walk.result(end.problem or _unguarded())


class _Stored(NamedTuple):
    """An entry with its note as they stand in the database; plain values, for a million of them must pass."""

    seq: int
    prev_hash: str
    hash: str
    payload: bytes
    kind: str
    at: datetime
    actor_id: int | None
    authority_code: str
    subject_type: str
    subject_id: str
    note: int | None
    reason: str
    address: str | None
    salt: bytes


_BESIDE = {"note": "note__entry_id", "reason": "note__reason", "address": "note__address", "salt": "note__salt"}
_COLUMNS = {name: _BESIDE.get(name, name) for name in _Stored._fields}


def _unguarded() -> Problem | None:
    missing = guards.expected(connection) - guards.standing(connection)
    return Problem(Fault.UNGUARDED, 0, ", ".join(sorted(missing))) if missing else None


@dataclass(frozen=True)
class _End:
    is_reached: bool
    problem: Problem | None = None


class _Walk:
    """The state of one pass: where it stands and what it has seen."""

    def __init__(self, against, points):
        self.against, self.points, self.reached = against, points, chain.Head()
        self.rows = self.erased = 0

    def result(self, problem):
        return Result(self.reached.seq, self.rows, self.erased, self.reached, problem)

    def follow(self, entries) -> Problem | None:
        """Follow a batch; what stands beside an entry is looked at only once its seal holds."""
        reached, sound, broken = self.reached, [], None
        if entries:
            self.points.read_until(entries[-1].seq)
        for entry in entries:
            link = Link(entry.seq, _bytes(entry.prev_hash), _bytes(entry.hash), bytes(entry.payload))
            payload = _read(link.payload)
            if broken := chain.follow(link, reached, payload.get("seq")):
                broken = chain.explained(broken, _payloads_from(min(broken.seq, entry.seq)))
                break
            if broken := self._kept(link):
                break
            reached = chain.Head(link.seq, link.hash)
            sound.append((entry, payload))
        batch = _Batch(sound)
        for entry, _payload in sound:
            if problem := batch.check(entry):
                return problem
            self.reached = chain.Head(entry.seq, _bytes(entry.hash))
        self.rows += batch.rows_seen
        self.erased += batch.erased
        return broken

    def _kept(self, link):
        if self.against and link.seq == self.against.seq and link.hash != self.against.hash:
            return Problem(Fault.REWRITTEN, link.seq)
        return self.points.at(link)

    def end(self) -> _End:
        points = self.points.read_all()  # before the head: what is signed later may cover what is written later
        # Head and last entry in one statement: between two, somebody may write.
        last = Subquery(Entry.objects.order_by("-seq").values("seq")[:1])
        head = Head.objects.annotate(last=last).filter(id=Head.ONLY).first()
        if head is None:
            return _End(True, Problem(Fault.HEAD_MISSING, self.reached.seq))
        if (head.last or 0) > self.reached.seq:
            return _End(False)
        problem = chain.ends_at(self.reached, chain.Head(head.seq, _bytes(head.hash)))
        if problem is None and self.against and self.against.seq > self.reached.seq:
            problem = Problem(Fault.ROLLED_BACK, self.reached.seq + 1)
        return _End(True, problem or points.end(self.reached))


class _Batch:
    """The entries of one batch with everything that stands beside them, read in a few queries."""

    def __init__(self, entries):
        self.payloads = {entry.seq: payload for entry, payload in entries}
        self.rows_seen = self.erased = 0
        self._shapes = shapes.kept({name["shape"] for _entry, name in self._names()})
        self._rows = self._read_rows()
        self._salts = self._read_salts()

    def check(self, entry) -> Problem | None:
        """Check the look-up columns, the history rows and the note of one entry."""
        payload = self.payloads[entry.seq]
        if problem := _copies(entry, payload):
            return problem
        salt = self._salt(entry, payload)
        for name in payload["rows"]:
            self.rows_seen += 1
            if problem := self._row(entry, name, salt):
                return problem
        if "note" in payload:
            return self._note(entry, payload, salt)
        if entry.reason or entry.address:
            return Problem(Fault.NOTE_EDITED, entry.seq)
        return None

    def _names(self):
        return [(seq, name) for seq, payload in self.payloads.items() for name in payload["rows"]]

    def _row(self, entry, name, salt):
        where = row_name(name)
        values = self._rows.get((name["model"], name["id"]))
        if values is None:
            return self._unless_erased(entry, where, Problem(Fault.ROW_MISSING, entry.seq, where))
        form = self._shapes.get(name["shape"])
        if form is None or form.label != name["model"] or form.digest(values) != name["digest"]:
            return Problem(Fault.ROW_EDITED, entry.seq, where)
        if not salt or form.commitment(salt, values) != name["personal"]:
            return self._unless_erased(entry, where, Problem(Fault.ROW_EDITED, entry.seq, where))
        return None

    def _note(self, entry, payload, salt):
        if entry.note is None:
            return self._unless_erased(entry, note_name(entry.seq), Problem(Fault.NOTE_MISSING, entry.seq))
        if not salt or note_commitment(salt, entry.seq, entry.reason, entry.address) != payload["note"]:
            return self._unless_erased(entry, note_name(entry.seq), Problem(Fault.NOTE_EDITED, entry.seq))
        return None

    def _salt(self, entry, payload) -> bytes:
        if payload.get("salt") == "SUBJECT":
            return self._salts.get((entry.subject_type, entry.subject_id), b"")
        return bytes(entry.salt or b"")

    def _unless_erased(self, entry, name, problem):
        """Only what a later entry names as erased may be gone."""
        if any(seq > entry.seq for seq in self._erasures.get(name, ())):
            self.erased += 1
            return None
        return problem

    @cached_property
    def _erasures(self) -> dict[str, list[int]]:
        """Which entries erased what this batch covers; read only when something is gone."""
        names = {row_name(name) for _seq, name in self._names()}
        names |= {note_name(seq) for seq in self.payloads}
        claims = Erasure.objects.filter(name__in=names, entry__kind__endswith=ERASED_SUFFIX)
        by_entry = defaultdict(list)
        for seq, name in claims.values_list("entry_id", "name"):
            by_entry[seq].append(name)
        found = defaultdict(list)
        for seq, payload in Entry.objects.filter(seq__in=by_entry).values_list("seq", "payload"):
            named = set(_read(payload)["data"].get("erased", ()))
            for name in named.intersection(by_entry[seq]):
                found[name].append(seq)
        return found

    def _read_rows(self):
        wanted = defaultdict(set)
        for _seq, name in self._names():
            wanted[name["model"]].add(name["id"])
        found = {}
        for label, ids in wanted.items():
            try:
                form = form_named(label)
            except LookupError:
                continue  # the model is gone: its rows count as missing
            for values in form.model._base_manager.filter(history_id__in=ids).order_by().values(*form.columns):
                found[label, values["history_id"]] = values
        return found

    def _read_salts(self):
        wanted = defaultdict(set)
        for payload in self.payloads.values():
            if payload.get("salt") == "SUBJECT" and payload["subject"]:
                wanted[payload["subject"]["type"]].add(payload["subject"]["id"])
        found = {}
        for label, ids in wanted.items():
            try:
                model = apps.get_model(label)
                model._meta.get_field("audit_salt")
            except (LookupError, FieldDoesNotExist):
                continue
            for key, salt in model._base_manager.filter(pk__in=ids).order_by().values_list("pk", "audit_salt"):
                found[label, str(key)] = salt_bytes(salt)
        return found


def _payloads_from(seq):
    """The payloads from one number on, one after the other: read only when something is wrong."""
    stored = Entry.objects.filter(seq__gte=seq).order_by("seq").values_list("payload", flat=True)
    return (bytes(payload) for payload in stored.iterator())


def _read(payload) -> dict:
    """The payload as data; one that cannot be read is empty, and fails at its seal or at its copies."""
    try:
        read = json.loads(str(payload, "utf-8"))
    except ValueError:
        read = None
    return {"rows": [], "data": {}, "subject": None} | (read if isinstance(read, dict) else {})


def _bytes(hexadecimal: str) -> bytes:
    try:
        return bytes.fromhex(hexadecimal)
    except ValueError:
        return b""


def _copies(entry, payload) -> Problem | None:
    """The look-up columns say what the payload says."""
    subject = payload["subject"] or {}
    actor = payload.get("actor")
    said = {
        "kind": payload.get("kind"),
        "at": payload.get("at"),
        "actor_id": actor.get("id") if isinstance(actor, dict) else None,
        "authority_code": payload.get("authority"),
        "subject_type": subject.get("type", ""),
        "subject_id": subject.get("id", ""),
    }
    for name, value in said.items():
        stored = getattr(entry, name)
        if (moment(stored) if name == "at" else stored) != value:
            return Problem(Fault.COPY_EDITED, entry.seq, name)
    return None
