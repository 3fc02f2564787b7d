"""A table on its way into the catalog: sent, its columns named, looked at, written as drafts; the worker does the long parts.

Nothing is published here, and nothing written before somebody has seen what was found. A worker that dies leaves what is
written; the next one goes on, and a row that is there already is not written again.
"""

import logging
from collections.abc import Iterator
from datetime import datetime, timedelta
from itertools import islice

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from catalog import access
from catalog.choices import FindingKind, ImportState, InfoClass
from catalog.import_table import REQUIRED, Incoming, Known, Reader, guess
from catalog.models import ImportColumns, ImportFinding, ItemImport
from catalog.services.acting import NotNow, need
from catalog.services.bulk import enter_many
from cms.audit.record import record
from cms.core import files, heartbeat, scanner, tables
from cms.core.dates import local_day, short
from cms.core.errors import DomainError
from cms.law.services import rule_set_on

logger = logging.getLogger(__name__)

#: Rows written in one transaction: short enough that nobody at the desk waits for it.
TOGETHER = 500
#: Findings kept of each kind; beyond them a table is better mended as a whole.
MOST_FINDINGS = 20_000
#: Good rows that are shown before anything is written.
PREVIEWED = 10
#: A worker that gave no sign of life for so long is taken for dead.
DEAD = timedelta(minutes=2)
RUNNING = (ImportState.CHECKING, ImportState.WRITING)
NOT_YOURS = _("Ông/bà không được nhập mục cho cơ quan này.")


# --- what a person does --------------------------------------------------------------------------------------------
def take(*, authority, name: str, content: bytes, by, at) -> ItemImport:
    """Keep the table and read the names of its columns. ValidationError says in a sentence why it cannot be read."""
    need(access.can_enter(by, authority), NOT_YOURS)
    headers = tables.begin(name, content).headers
    kept = files.keep(name, content, files.TABLES)
    try:
        _refuse_malware(kept)
        with transaction.atomic():
            last = ImportColumns.objects.filter(authority=authority).first()
            batch = ItemImport.objects.create(
                authority=authority,
                name=kept.name,
                path=kept.path,
                sha256=kept.sha256,
                headers=[title for title in headers if title],
                columns=guess(headers, last.columns if last else {}),
                sent_by=by,
                sent_at=at,
            )
            record("itemimport.sent", subject=batch, by=by, at=at, authority=authority, data={"file": kept.sha256})
    except Exception:
        files.drop(kept.path)
        raise
    return batch


def _refuse_malware(kept):
    if not scanner.is_configured():
        return
    try:
        found = scanner.scan(kept.path)
    except scanner.ScannerDown as error:
        raise DomainError(_("Chưa kiểm tra được mã độc. Hãy gửi lại tệp sau ít phút."), field="file") from error
    if found:
        raise DomainError(_("Tệp có mã độc nên không được nhận."), field="file")


def same_file_before(batch: ItemImport) -> ItemImport | None:
    """An earlier import of the very same file."""
    same = ItemImport.objects.filter(authority=batch.authority_id, sha256=batch.sha256, state=ImportState.DONE)
    return same.exclude(pk=batch.pk).order_by("pk").last()


@transaction.atomic
def choose_columns(*, batch: ItemImport, columns: dict[str, str], unit=None, group=None, by, at) -> ItemImport:
    """Say which column is which, and let the worker look at every row."""
    batch = _held(batch, by, (ImportState.COLUMNS, ImportState.CHECKED))
    chosen = {key: title for key, title in columns.items() if title}
    if set(chosen.values()) - set(batch.headers):
        raise DomainError(_("Tệp không có cột này."))
    for key in REQUIRED:
        if key not in chosen:
            raise DomainError(_("Hãy chọn cột của tệp."), field=key)
    if len(set(chosen.values())) < len(chosen):
        raise DomainError(_("Một cột của tệp đang được chọn hai lần."))
    if any(one is not None and one.authority_id != batch.authority_id for one in (unit, group)):
        raise DomainError(_("Đơn vị, nhóm này thuộc cơ quan khác."))
    batch.columns, batch.unit, batch.group = chosen, unit, group
    ImportColumns.objects.update_or_create(authority_id=batch.authority_id, defaults={"columns": chosen})
    return _start(batch, ImportState.CHECKING, by)


@transaction.atomic
def write(*, batch: ItemImport, whole_only: bool = False, by, at) -> ItemImport:
    """Let the worker write the good rows as drafts; with `whole_only`, all of them or none."""
    batch = _held(batch, by, (ImportState.CHECKED,))
    if not batch.good:
        raise NotNow(_("Bảng này không có dòng nào mới và đúng để nhập."))
    if whole_only and batch.bad:
        raise DomainError(_("Bảng còn dòng có lỗi nên chưa nhập dòng nào. Hãy sửa tệp rồi gửi lại."))
    batch.whole_only = whole_only
    return _start(batch, ImportState.WRITING, by)


@transaction.atomic
def drop(*, batch: ItemImport, by, at) -> ItemImport:
    """Give it up: the file goes, nothing was written."""
    batch = _held(batch, by, (ImportState.COLUMNS, ImportState.CHECKED))
    _end(batch, ImportState.DROPPED, at)
    record("itemimport.dropped", subject=batch, by=by, at=at, authority=batch.authority)
    return batch


def _held(batch, by, states):
    fresh = ItemImport.objects.select_for_update(of=("self",)).select_related("authority").get(pk=batch.pk)
    need(access.can_enter(by, fresh.authority), NOT_YOURS)
    if fresh.state not in states:
        raise NotNow(_("Lần nhập này vừa sang bước khác. Hãy xem lại trang."))
    return fresh


def _start(batch, state, by):
    batch.state, batch.done, batch.beat_at, batch.asked_by = state, 0, None, by
    batch.save()
    return batch


def _end(batch, state, at, told=""):
    path, batch.path = batch.path, ""
    batch.state, batch.ended_at, batch.told, batch.preview = state, at, told, []
    batch.save()
    if path:
        transaction.on_commit(lambda: files.drop(path))


# --- what the worker does ------------------------------------------------------------------------------------------
def run_waiting(at: datetime) -> int:
    """Carry every import that waits one step on; returns how many."""
    count = 0
    while (batch := _claim(timezone.now())) is not None:
        _carry_on(batch)
        count += 1
    return count


def _claim(now) -> ItemImport | None:
    """One that waits, or whose worker died; it is ours when our sign of life is the one that was written."""
    free = ItemImport.objects.filter(Q(beat_at=None) | Q(beat_at__lt=now - DEAD), state__in=RUNNING).order_by("pk")
    for batch in free.select_related("authority", "asked_by", "unit", "group"):
        if ItemImport.objects.filter(pk=batch.pk, state=batch.state, beat_at=batch.beat_at).update(beat_at=now):
            return batch
    return None


def _carry_on(batch):
    try:
        content = (settings.PRIVATE_ROOT / batch.path).read_bytes()
        (_look if batch.state == ImportState.CHECKING else _write)(batch, content)
    except (ValidationError, DomainError) as error:
        _stop(batch, error.messages[0] if isinstance(error, ValidationError) else str(error))
    except Exception:
        logger.exception("Import %s did not run to its end", batch.pk)
        _stop(batch, str(_("Máy chủ gặp lỗi khi đọc bảng. Hãy báo quản trị rồi gửi lại tệp.")))


@transaction.atomic
def _stop(batch, told):
    at = timezone.now()
    batch.findings.filter(kind=FindingKind.DOUBLE).delete()
    _end(batch, ImportState.STOPPED, at, told)
    data = {"written": batch.written}
    record("itemimport.stopped", subject=batch, at=at, authority=batch.authority, data=data, reason=told)


def _rows(batch, content) -> Iterator[tuple[int, Incoming | None, list[ImportFinding]]]:
    """Every row: its number, what it would become if it is good and new, else what was found."""
    day = local_day(batch.sent_at)
    reader = Reader(
        authority=batch.authority, rule_set=rule_set_on(day), columns=batch.columns, unit=batch.unit,
        group=batch.group, by=batch.asked_by, today=day,
    )  # fmt: skip
    known = Known(batch.authority)
    for row in tables.begin(batch.name, content).rows:
        code = reader.code_in(row)
        if code in known.codes:
            yield row.number, None, [_double(batch, row.number, code)]
            continue
        incoming, slips = reader.read(row)
        if incoming is not None and (code := known.code_of(incoming)):
            yield row.number, None, [_double(batch, row.number, code)]
        else:
            yield row.number, incoming, [
                ImportFinding(batch=batch, kind=FindingKind.ERROR, line=one.line, column=one.column[:100], told=one.told[:500])
                for one in slips
            ]  # fmt: skip


def _double(batch, line, code):
    return ImportFinding(batch=batch, kind=FindingKind.DOUBLE, line=line, told=code)


def _look(batch, content):
    """The dry run: count and name everything, write nothing."""
    batch.findings.all().delete()
    batch.total, batch.done = tables.begin(batch.name, content).about, 0
    batch.good = batch.bad = batch.doubles = 0
    batch.preview = []
    kept = {FindingKind.ERROR: 0, FindingKind.DOUBLE: 0}
    rows = _rows(batch, content)
    while group := list(islice(rows, TOGETHER)):
        found = []
        for _line, incoming, findings in group:
            batch.good += incoming is not None
            if incoming is not None and len(batch.preview) < PREVIEWED:
                batch.preview.append(_shown(incoming))
            for one in findings[:1]:
                batch.bad += one.kind == FindingKind.ERROR
                batch.doubles += one.kind == FindingKind.DOUBLE
            for one in findings:
                kept[one.kind] += 1
                if kept[one.kind] <= MOST_FINDINGS:
                    found.append(one)
        batch.done += len(group)
        ImportFinding.objects.bulk_create(found)
        _beat(batch)
    batch.state, batch.total = ImportState.CHECKED, batch.done
    if not batch.total:
        raise DomainError(_("Bảng chỉ có tên cột, không có dòng nào."))
    batch.save()


def _shown(incoming) -> dict:
    facts = incoming.facts
    return {
        "line": incoming.line,
        "title": facts["title"],
        "number": facts["number"],
        "created_on": short(facts["created_on"]),
        "unit": facts["originating_unit"].name,
        "class": str(InfoClass(facts["info_class"]).label),
    }


def _write(batch, content):
    """Good and new rows, TOGETHER at a time, each time with its entry in the chain."""
    at, by = timezone.now(), batch.asked_by
    need(access.can_enter(by, batch.authority), NOT_YOURS)
    if batch.whole_only:
        for _line, incoming, findings in _rows(batch, content):
            if incoming is None and findings[0].kind == FindingKind.ERROR:
                raise DomainError(
                    _("Từ lúc kiểm tra, có dòng không còn đúng nên không nhập dòng nào. Hãy gửi lại tệp.")
                )
    batch.done = 0
    rows = _rows(batch, content)
    while group := list(islice(rows, TOGETHER)):
        new = [incoming for _line, incoming, _findings in group if incoming is not None]
        with transaction.atomic():
            batch.written += enter_many(batch=batch, rows=new, by=by, at=at) if new else 0
            batch.done += len(group)
            _beat(batch)
    with transaction.atomic():
        _end(batch, ImportState.DONE, timezone.now())


def _beat(batch):
    """Say how far it is, and that this worker lives."""
    now = timezone.now()
    batch.beat_at = now
    batch.save(update_fields=["total", "done", "good", "bad", "doubles", "written", "beat_at"])
    heartbeat.beat(now)
