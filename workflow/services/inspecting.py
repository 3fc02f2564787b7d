"""Nothing leaves before the gate: each file to be given is looked through, and what is found is settled by people (D18
Điều 7.2). The looking itself happens in a process of its own; a file it could not finish is held (decision 0019).
"""

from dataclasses import replace

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from cms.audit.record import record
from cms.core import files as disk
from cms.core.errors import DomainError, NotAllowed
from cms.core.inspection import apart
from cms.core.inspection.found import Found, Kind
from cms.core.text import nfc
from workflow.choices import FileRole, FileState, Hidden, HiddenPlace, Inspection, Making, Settled
from workflow.models import Attachment, FileFinding, WithheldPart
from workflow.services.acting import begin, finish
from workflow.services.answers import StoredFile
from workflow.services.new_case import attach

#: One turn of the worker looks through so many files, so that mail never waits long.
BATCH = 3


# --- looking -----------------------------------------------------------------------------------------------------
def inspect_waiting(at, limit: int = BATCH) -> int:
    """Look through answers that wait, oldest first, once they are free of malware; returns how many."""
    waiting = Attachment.objects.filter(
        role=FileRole.ANSWER, inspection=Inspection.WAITING, state=FileState.CLEAN, removed_at=None
    )
    done = 0
    for pk, name, path in list(waiting.order_by("pk").values_list("pk", "name", "path")[:limit]):
        looked = _look(name, path, want_copy=True)
        copy = _keep(name, looked.copy)
        done += _note(pk, looked, copy, at)
    return done


def _look(name, path, *, want_copy):
    try:
        content = (settings.PRIVATE_ROOT / path).read_bytes()
    except OSError:
        return apart.Looked((Found(Kind.UNREADABLE),))
    return apart.look(name, content, want_copy=want_copy)


def _keep(name, copy):
    """The clean copy on disk; None where none could be made, or the disk is full."""
    if copy is None:
        return None
    try:
        return disk.keep(name, copy.content, disk.FROM_STAFF)
    except ValidationError:
        return None


@transaction.atomic
def _note(pk, looked, copy, at) -> bool:
    file = Attachment.objects.select_for_update(of=("self",)).select_related("info_request__authority").get(pk=pk)
    if file.inspection != Inspection.WAITING or file.role != FileRole.ANSWER:
        return False
    file.inspection = Inspection.HELD if looked.found else Inspection.CLEAR
    file.inspected_at = at
    file.was_found = file.was_found or bool(looked.found)
    file.save()
    things = [file, *(_finding(file, one, at) for one in looked.found)]
    if copy is not None:
        things.append(_offer(file, copy, looked.copy.pictured, at))
    record(
        "request.file_inspected",
        subject=file.info_request,
        at=at,
        authority=file.info_request.authority,
        rows=[row for thing in things for row in thing.saved_rows()],
        data={
            "sha256": file.sha256,
            "state": str(file.inspection),
            "found": sorted({str(one.kind) for one in looked.found}),
        },
    )
    return True


def _finding(file, one, at):
    finding = FileFinding(
        attachment=file,
        kind=Hidden(one.kind),
        place=HiddenPlace(one.place),
        at=nfc(one.at),
        holds=one.holds,
        found_at=at,
    )
    finding.save()
    return finding


def _offer(file, kept, pictured, at):
    """The clean copy, for the officer to look at and choose."""
    copy = Attachment(
        info_request=file.info_request,
        piece=file.piece,
        role=FileRole.COPY,
        name=kept.name,
        path=kept.path,
        content_type=kept.content_type,
        size=kept.size,
        sha256=kept.sha256,
        # Made from what was found clean, by a program of ours; its own look is the scanner's next turn.
        state=file.state,
        inspection=Inspection.CLEAR,
        inspected_at=at,
        was_found=True,
        made_from=file,
        making=Making.CLEANED,
        brought_by=file.brought_by or file.added_by,
        pictured=list(pictured),
        added_at=at,
    )
    copy.save()
    return copy


def passed(stored: StoredFile) -> StoredFile:
    """A file that is given in the very act that brings it; DomainError where something hides in it (L16 Điều 29.1)."""
    if stored.inspection == Inspection.CLEAR:
        return stored
    refuse_hidden(stored.name, stored.path)
    return replace(stored, inspection=str(Inspection.CLEAR))


def refuse_hidden(name: str, path: str) -> None:
    """Look through a kept file at once; DomainError at "files" where something hides in it."""
    found = _look(name, path, want_copy=False).found
    if found:
        told = "; ".join(said(one) for one in found[:3])
        raise DomainError(
            _("Tệp “%(name)s” còn dữ liệu ẩn: %(told)s. Hãy bỏ đi rồi chọn lại.") % {"name": name, "told": told},
            field="files",
        )


def said(one: Found) -> str:
    """A finding in words: what, and where."""
    return str(FileFinding(kind=one.kind, place=one.place, at=one.at))


def why_held(attachment) -> str:
    """Why this answer cannot be checked, released or given now; "" when it can."""
    if attachment.inspection == Inspection.CLEAR:
        return ""
    if attachment.inspection == Inspection.HELD:
        return _("Tệp “%(name)s” còn dữ liệu ẩn chưa xử lý nên chưa giao được.") % {"name": attachment.name}
    return _("Tệp “%(name)s” chưa được tìm dữ liệu ẩn xong. Hãy chờ trong giây lát.") % {"name": attachment.name}


# --- settling ----------------------------------------------------------------------------------------------------
@transaction.atomic
def choose_copy(*, info_request, seen, attachment, by, at):
    """Give the clean copy; the original stays with the authority."""
    info_request, _move = begin("add_file", info_request, seen=seen, by=by, at=at)
    original = _held(info_request, attachment)
    copy = original.made.filter(role=FileRole.COPY, removed_at=None).order_by("-pk").first()
    if copy is None:
        raise DomainError(_("Tệp này không có bản làm sạch. Hãy thay bằng bản đã che."))
    copy.role, copy.added_by, copy.added_at = FileRole.ANSWER, by, at
    copy.save(by=by)
    things = [copy, *_set_aside(original, Settled.CLEANED, by, at)]
    finish(
        "request.copy_chosen",
        info_request,
        by=by,
        at=at,
        also=things,
        data={"sha256": copy.sha256, "original": original.sha256},
    )
    return copy


@transaction.atomic
def give_redacted(*, info_request, seen, attachment, file, parts, by, at):
    """Give a copy that a person has redacted, with what was taken out on which ground. It is inspected like any other.

    `parts` are (place, what, ground), at least one.
    """
    info_request, _move = begin("add_file", info_request, seen=seen, by=by, at=at)
    original = _answer(info_request, attachment)
    if file is None:
        raise DomainError(_("Chọn bản đã che."), field="file")
    if not parts:
        raise DomainError(_("Ghi ít nhất một phần đã che và căn cứ."), field="place_1")
    rules = info_request.rule_set.rules
    redacted = attach(
        info_request,
        file,
        role=FileRole.ANSWER,
        by=by,
        at=at,
        piece=original.piece,
        was_found=True,
        made_from=original,
        making=Making.REDACTED,
        brought_by=original.brought_by or original.added_by,
    )
    things = [redacted]
    for place, what, code in parts:
        ground = rules.ground(code)
        part = WithheldPart(
            attachment=redacted,
            place=nfc(place),
            what=nfc(what),
            ground=ground.code,
            article=rules.cite(ground.article),
        )
        part.save(by=by)
        things.append(part)
    things += _set_aside(original, Settled.REDACTED, by, at)
    finish(
        "request.file_redacted",
        info_request,
        by=by,
        at=at,
        also=things,
        data={
            "sha256": redacted.sha256,
            "original": original.sha256,
            "grounds": sorted({code for _p, _w, code in parts}),
        },
    )
    return redacted


@transaction.atomic
def mean_public(*, info_request, seen, finding, reason, by, at):
    """Something that only tells is meant for everybody: said with a reason, confirmed by another at the release."""
    info_request, _move = begin("add_file", info_request, seen=seen, by=by, at=at)
    file = _held(info_request, finding.attachment)
    finding = file.file_findings.get(pk=finding.pk)
    if finding.holds:
        raise NotAllowed(_("Điều này không xác nhận được. Hãy dùng bản làm sạch hoặc bản đã che."))
    if finding.settled:
        raise DomainError(_("Điều này đã được xử lý."))
    if not reason.strip():
        raise DomainError(_("Nói vì sao nội dung này được công khai."), field="reason")
    _settle(finding, Settled.MEANT, by, at, nfc(reason))
    things = [finding]
    if not file.file_findings.filter(settled="").exists():
        file.inspection = Inspection.CLEAR
        file.save(by=by)
        things.append(file)
    finish(
        "request.finding_meant",
        info_request,
        by=by,
        at=at,
        also=things,
        reason=reason.strip(),
        data={"sha256": file.sha256, "kind": str(finding.kind)},
    )
    return finding


def confirm(attachment, by, at) -> list:
    """The second person stands for what became of everything that was found; NotAllowed for who had a hand in it.

    Returns the findings, and saves them confirmed.
    """
    if not attachment.was_found:
        return []
    handled, findings, file = set(), [], attachment
    while file is not None:
        handled.add(file.added_by_id)
        findings += file.file_findings.all()
        file = file.made_from
    handled |= {finding.settled_by_id for finding in findings}
    if by.pk in handled:
        raise NotAllowed(_("Tệp từng có dữ liệu ẩn: người thêm tệp hoặc chọn cách xử lý không được cho giao."))
    confirmed = [finding for finding in findings if finding.settled and finding.confirmed_by_id is None]
    for finding in confirmed:
        finding.confirmed_by, finding.confirmed_at = by, at
        finding.save(by=by)
    return confirmed


def _answer(info_request, attachment):
    file = info_request.attachments.filter(pk=attachment.pk, role=FileRole.ANSWER, removed_at=None).first()
    if file is None:
        raise NotAllowed(_("Tệp này không phải tệp trả lời của hồ sơ."))
    return file


def _held(info_request, attachment):
    file = _answer(info_request, attachment)
    if file.inspection != Inspection.HELD:
        raise DomainError(_("Tệp này không có dữ liệu ẩn nào chờ xử lý."))
    return file


def _set_aside(original, settled, by, at):
    """The original is given no more; what was found in it is settled so."""
    original.role = FileRole.ORIGINAL
    original.save(by=by)
    things = [original]
    for finding in original.file_findings.filter(settled=""):
        _settle(finding, settled, by, at)
        things.append(finding)
    return things


def _settle(finding, settled, by, at, reason=""):
    finding.settled, finding.settled_by, finding.settled_at, finding.reason = settled, by, at, reason
    finding.save(by=by)
