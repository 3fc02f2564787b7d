"""Khóa sổ: a year of the register is frozen by one person, confirmed by another, printed once and never rewritten.

The volume holds no personal column: it must stay as it is for good, and a person's data must be erasable (S14). What
changes later in its cases is shown beside it.
"""

import hashlib
import logging
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import islice

from django.conf import settings
from django.db import IntegrityError, transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from cms.audit import chain
from cms.audit.models import Entry, Head
from cms.audit.record import record
from cms.core import files, heartbeat, print_table, typeset
from cms.core.dates import letter_date, local_day
from cms.core.errors import DomainError, NotAllowed
from cms.core.models import Authority
from workflow import access
from workflow.choices import VolumeState
from workflow.models import InformationRequest, RegisterVolume, VolumeRow
from workflow.models.volume import STANDING
from workflow.register import exporting
from workflow.register.columns import COLUMNS, columns_for
from workflow.register.rows import Filters, requests_of, rows_of
from workflow.register.totals import Totals

logger = logging.getLogger(__name__)

#: Volumes up to this length are printed while the person who confirms waits.
AT_ONCE = 40
DEAD = timedelta(minutes=15)
_TOGETHER = 500  # rows written or looked at in one statement
_SUBJECT = InformationRequest._meta.label_lower


class NotPossibleNow(DomainError):
    """Somebody was faster, or the step is not the volume's next one: answered 409."""


# --- the acts ----------------------------------------------------------------------------------------------------
@transaction.atomic
def propose(*, authority: Authority, year: int, by, at: datetime) -> RegisterVolume:
    """Freeze the rows of a year that is over. Raises NotAllowed, DomainError, NotPossibleNow."""
    if not access.can_close_register(by, authority):
        raise NotAllowed(_("Chỉ cán bộ hoặc trưởng đơn vị đầu mối của cơ quan khóa được sổ."))
    if not 2018 <= year < local_day(at).year:
        raise DomainError(_("Chỉ khóa được sổ của năm đã qua."), field="year")
    Authority.objects.select_for_update().get(pk=authority.pk)
    if RegisterVolume.objects.filter(authority=authority, year=year, state__in=STANDING).exists():
        raise NotPossibleNow(_("Sổ năm %(year)s đã khóa hoặc đang chờ xác nhận.") % {"year": year})
    columns = columns_for(personal=False)
    totals, found = Totals(columns), requests_of(by, authority, of_year(year))
    keys = list(found.values_list("pk", flat=True))
    lines = totals.passing(exporting.cells_of(found, columns))
    rows = [[print_table.words(cell) for cell in line] for line in lines]
    volume = RegisterVolume(
        authority=authority,
        year=year,
        proposed_by=by,
        proposed_at=at,
        columns=[[column.name, str(column.title), column.width] for column in columns],
        totals=[print_table.words(cell) for cell in totals.line()],
        laws=exporting.laws_of(found)[:300],
        count=len(rows),
        frozen_seq=Head.objects.get(id=Head.ONLY).seq,
    )
    volume.data_sha256 = data_hash(volume, rows)
    try:
        with transaction.atomic():
            volume.save()
    except IntegrityError as error:
        raise NotPossibleNow(_("Sổ năm %(year)s đã khóa hoặc đang chờ xác nhận.") % {"year": year}) from error
    made = (
        VolumeRow(volume=volume, position=place, info_request_id=key, cells=cells)
        for place, (key, cells) in enumerate(zip(keys, rows, strict=True), start=1)
    )
    while group := list(islice(made, _TOGETHER)):
        VolumeRow.objects.bulk_create(group)
    _record("register.closing_proposed", volume, by, at)
    return volume


def confirm(*, volume: RegisterVolume, by, at: datetime) -> RegisterVolume:
    """Another person confirms: the volume is closed and printed. Raises NotAllowed, NotPossibleNow."""
    with transaction.atomic():
        volume = _held(volume, by)
        volume.state, volume.closed_by, volume.closed_at = VolumeState.PRINTING, by, at
        volume.save()
        _record("register.closed", volume, by, at)
    if volume.count <= AT_ONCE:
        _print(volume, at)
    return volume


@transaction.atomic
def send_back(*, volume: RegisterVolume, reason: str, by, at: datetime) -> RegisterVolume:
    """Not closed: its rows are forgotten, the year may be proposed anew."""
    volume = _held(volume, by)
    if not reason.strip():
        raise DomainError(_("Hãy nói vì sao trả lại."), field="reason")
    volume.state, volume.returned_by, volume.return_reason = VolumeState.RETURNED, by, reason.strip()[:500]
    volume.save()
    volume.rows.all().delete()
    _record("register.closing_returned", volume, by, at, reason=reason)
    return volume


def _held(volume, by) -> RegisterVolume:
    fresh = RegisterVolume.objects.select_for_update(of=("self",)).select_related("authority", "proposed_by")
    fresh = fresh.get(pk=volume.pk)
    if not access.can_confirm_closing(by, fresh):
        raise NotAllowed(
            _("Người xác nhận phải là người khác, có vai trò trưởng đầu mối, người ký hoặc người đứng đầu.")
        )
    if fresh.state != VolumeState.PROPOSED:
        raise NotPossibleNow(_("Sổ này vừa sang bước khác. Hãy xem lại trang."))
    return fresh


def _record(kind, volume, by, at, reason="", **data):
    data |= {"year": volume.year, "rows": volume.count, "data_sha256": volume.data_sha256}
    record(kind, subject=volume, by=by, at=at, data=data, reason=reason)


def of_year(year: int) -> Filters:
    return Filters(date(year, 1, 1), date(year, 12, 31))


def data_hash(volume: RegisterVolume, rows: list[list[str]]) -> str:
    """SHA-256 of the frozen table in its one canonical form: whose, which year, columns, rows, totals."""
    table = {
        "authority": volume.authority.code,
        "year": volume.year,
        "columns": [name for name, _title, _width in volume.columns],
        "rows": rows,
        "totals": volume.totals,
    }
    return hashlib.sha256(chain.canonical_json(table)).hexdigest()


# --- the print ---------------------------------------------------------------------------------------------------
def print_waiting(at: datetime) -> int:
    """Print the volumes that were confirmed and are too long to wait for; returns how many."""
    now, count = timezone.now(), 0
    free = RegisterVolume.objects.filter(Q(beat_at=None) | Q(beat_at__lt=now - DEAD), state=VolumeState.PRINTING)
    for volume in free.select_related("authority", "proposed_by", "closed_by"):
        mine = RegisterVolume.objects.filter(pk=volume.pk, state=VolumeState.PRINTING, beat_at=volume.beat_at)
        if mine.update(beat_at=now):
            count += _print(volume, now)
    return count


def _print(volume, at) -> bool:
    name = f"so-theo-doi-{volume.authority.code}-{volume.year}.pdf"
    try:
        kept = files.keep_made(name, files.TYPES["pdf"], lambda stream: _set(volume, stream))
    except (OSError, typeset.NotSet):
        # Stays PRINTING: the worker tries again when its sign of life is old.
        logger.exception("The volume %s of the register was not printed", volume.pk)
        return False
    with transaction.atomic():
        volume.path, volume.size, volume.pdf_sha256 = kept.path, kept.size, kept.sha256
        volume.state = VolumeState.CLOSED
        volume.save()
        _record("register.printed", volume, None, at, pdf_sha256=kept.sha256)
    return True


def _set(volume, stream):
    note = str(_("(Ký, ghi rõ họ tên)"))
    sheet = print_table.Sheet(
        title=f"{exporting.TITLE} năm {volume.year}",
        owner=volume.authority.name,
        about=(
            (str(_("Kỳ")), of_year(volume.year).period()),
            (str(_("Số hồ sơ")), str(volume.count)),
            (str(_("Luật áp dụng")), volume.laws),
            (str(_("Dấu của dữ liệu (SHA-256)")), volume.data_sha256),
            (str(_("Ghi chú")), str(_("Sổ khóa không ghi dữ liệu cá nhân; người yêu cầu tra theo số hồ sơ."))),
        ),
        columns=tuple((title, width) for _name, title, width in volume.columns),
        closing=f"Sổ này có {print_table.words(volume.count)} hồ sơ, khóa sổ {_when(volume.closed_at)}.",
        signers=(
            print_table.Signer(str(_("Người khóa sổ")), str(volume.proposed_by), note, _when(volume.proposed_at)),
            print_table.Signer(str(_("Người xác nhận")), str(volume.closed_by), note, _when(volume.closed_at)),
        ),
    )
    rows = volume.rows.order_by("position").values_list("cells", flat=True).iterator(chunk_size=_TOGETHER)
    print_table.write_pdf(
        stream, sheet, rows, made=volume.closed_at, totals=lambda: volume.totals, tell=lambda _done: _beat(volume)
    )


def _beat(volume):
    now = timezone.now()
    RegisterVolume.objects.filter(pk=volume.pk).update(beat_at=now)
    heartbeat.beat(now)


def _when(moment: datetime) -> str:
    return letter_date(local_day(moment))


def is_whole(volume: RegisterVolume) -> bool:
    """Whether the print on disk is the very one that the chain knows."""
    try:
        with open(settings.PRIVATE_ROOT / volume.path, "rb") as handle:
            return hashlib.file_digest(handle, "sha256").hexdigest() == volume.pdf_sha256
    except OSError:
        return False


@transaction.atomic
def reprint(*, volume: RegisterVolume, by, at: datetime) -> None:
    """Record that the print leaves; the same bytes each time. NotPossibleNow where the file is not the printed one."""
    if not is_whole(volume):
        raise NotPossibleNow(_("Bản in trên máy chủ không còn đúng như lúc khóa sổ. Hãy báo quản trị khôi phục tệp."))
    record("register.reprinted", subject=volume, by=by, at=at, data={"pdf_sha256": volume.pdf_sha256})


# --- what changed since ------------------------------------------------------------------------------------------
@dataclass(frozen=True)
class Difference:
    """One cell that says something else now; or a case entered after the closing (`column` empty)."""

    code: str
    column: str
    before: str
    now: str


def differences(volume: RegisterVolume, user) -> Iterator[Difference]:
    """What the register says today of the cases of that year, other than the closed volume, as this person may see it.

    Only cases on which something was done since are read: a unit that was renamed changes no case.
    """
    rows = volume.rows.order_by("position")
    frozen = dict(rows.values_list("info_request", "cells"))
    for keys in _portions(frozen):
        touched = Entry.objects.filter(
            subject_type=_SUBJECT, subject_id__in=[str(key) for key in keys], seq__gt=volume.frozen_seq
        )
        touched = {int(key) for key in touched.values_list("subject_id", flat=True)}
        seen = access.visible_to(user, InformationRequest.objects.filter(pk__in=touched)).order_by("received_on", "pk")
        for case, now in _read(seen, volume):
            yield from _compared(volume, case, frozen[case.pk], now)
    late = requests_of(user, volume.authority, of_year(volume.year)).exclude(pk__in=rows.values("info_request"))
    for case in late:
        yield Difference(case.code, "", "", str(_("vào sổ sau khi khóa")))


def _portions(frozen):
    keys = iter(frozen)
    while group := list(islice(keys, _TOGETHER)):
        yield group


def _read(cases, volume):
    """The columns of the volume that the register still has, as they read today."""
    known = {column.name: column for column in COLUMNS}
    columns = [known.get(name) for name, _title, _width in volume.columns]
    calendar = exporting.current_calendar()
    for case in rows_of(cases):
        yield (
            case,
            [print_table.words(exporting.plain(column.of(case, calendar))) if column else None for column in columns],
        )


def _compared(volume, case, before, now):
    for (_name, title, _width), was, is_now in zip(volume.columns, before, now, strict=True):
        if is_now is not None and was != is_now:
            yield Difference(case.code, title, was, is_now)
