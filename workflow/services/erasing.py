"""Taking a person out of a case: rows, history, reasons, files, papers, mails. What was done and when stays (S14).

The figures count rows and dates, which stay; the chain knows by its own entry which words are gone (cms.audit.erasure).
Copies made for recovery lose them when they are replaced in their turn (docs/audit.md).
"""

from datetime import datetime
from functools import partial

from django.db import models, transaction
from django.utils.html import escape

from cms.audit import erasure
from cms.core import files
from cms.core.models import Mail
from cms.core.secrets import EncryptedField
from workflow.choices import LettersFate
from workflow.letters.masking import COVERED, without_person
from workflow.models import DraftFile, FileFinding, Finding, FormDraft, InformationRequest, Letter, WithheldPart

#: What stands where somebody's words stood, so that a reader knows that there were some.
GONE = "(đã xóa)"
#: Fields in which even that would be taken for something: they become empty.
_EMPTY = frozenset(
    {"folded_name", "identity_number", "identity_hash", "identity_last4", "phone", "email", "fax",
     "organisation_tax_code", "province", "commune"}
)  # fmt: skip
_PAPER_GONE = "<p>Nội dung văn bản đã được xóa theo thời hạn lưu. Số, ngày và dấu nội dung vẫn còn.</p>"
#: Rows that belong to a case by its own name for them, and those that belong to one of these.
_OF_CASE = ("letters", "pieces", "attachments", "decisions", "supplements", "consultations", "consents",
            "correspondence", "notes", "payments", "recalls")  # fmt: skip


def erase_case(case: InformationRequest, act, *, by, at: datetime) -> None:
    """Blank all personal words of a case and of the corrections of its answer, inside the caller's transaction.

    Files leave the disk after the commit: a roll-back keeps rows and files together.
    """
    paths: list[str] = []
    corrections = list(case.corrections.all())
    things = [*things_of(case), *(file for one in corrections for file in one.files.all())]
    for thing in (*things, *corrections):
        if isinstance(thing, Letter):
            _take_paper(thing, act.letters, case, paths)
        _take_file(thing, paths)
        blank(thing)
        thing.save(by=by)
    blank(case)
    # The code no longer opens what is no longer there.
    case.tracking_hash, case.submission_key, case.erased_at, case.version = "", None, at, case.version + 1
    case.save(by=by)
    Mail.objects.filter(about__in=[case.code, *(one.code for one in corrections)]).delete()
    _forget_forms(case, paths)
    for correction in corrections:
        erasure.erase(
            "correction.erased",
            subject=correction,
            by=by,
            at=at,
            of=list(correction.files.all()),
            rows=[row for thing in (correction, *_files_of(things, correction)) for row in thing.saved_rows()],
            data={"request": case.code},
            reason=act.reason,
        )
    own = [thing for thing in things if getattr(thing, "correction_id", None) is None]
    erasure.erase(
        "request.erased",
        subject=case,
        by=by,
        at=at,
        of=own,
        rows=[row for thing in (case, act, *own) for row in thing.saved_rows()],
        data={"letters": str(act.letters), "files": len(paths)},
        reason=act.reason,
    )
    for path in paths:
        transaction.on_commit(partial(files.drop, path))


def things_of(case: InformationRequest) -> list[models.Model]:
    """Every row with somebody's words that belongs to the case; papers come before the person whom they name."""
    requester = case.requester
    things = [row for name in _OF_CASE for row in getattr(case, name).all()]
    things += Finding.objects.filter(decision__info_request=case)
    things += FileFinding.objects.filter(attachment__info_request=case)
    things += WithheldPart.objects.filter(attachment__info_request=case)
    return [*things, *requester.members.all(), requester]


def blank(thing: models.Model) -> None:
    """Put what says that something was there, or nothing, in the place of each personal word."""
    for name in thing.personal_fields:
        field = thing._meta.get_field(name)
        value = getattr(thing, name)
        if value in (None, "", [], {}):
            continue
        if isinstance(field, models.JSONField):
            setattr(thing, name, field.get_default())
        elif name in _EMPTY or isinstance(field, EncryptedField):
            setattr(thing, name, "")
        elif name != "html":  # a paper is masked or replaced as a whole
            setattr(thing, name, GONE)


def _take_paper(letter, fate, case, paths):
    """An issued paper loses the person and their words, or all it says; a PDF cannot be masked, so it goes either way."""
    if letter.html:
        letter.html = _masked(letter.html, case) if fate == LettersFate.MASK else _PAPER_GONE
    if letter.pdf_path:
        paths.append(letter.pdf_path)
        letter.pdf_path, letter.pdf_size = "", 0


def _masked(html, case) -> str:
    """Without names, addresses, contacts, and without what was asked for: people name themselves in it."""
    asked = {case.description, case.document_name, case.purpose, *(piece.description for piece in case.pieces.all())}
    for words in sorted(filter(None, asked), key=len, reverse=True):
        html = html.replace(str(escape(words)), COVERED)
    return without_person(html, case.requester)


def _take_file(thing, paths):
    """A stored file goes from the disk; its row keeps hash and size, and a path that leads nowhere."""
    if hasattr(thing, "path"):
        paths.append(thing.path)
        thing.path = f"{files.ERASED}{thing._meta.model_name}/{thing.pk}"


def _forget_forms(case, paths):
    """What a browser may still show of the form that was sent."""
    forms = FormDraft.objects.filter(info_request=case)
    paths += DraftFile.objects.filter(draft__in=forms).values_list("path", flat=True)
    forms.delete()


def _files_of(things, correction):
    return [thing for thing in things if getattr(thing, "correction_id", None) == correction.pk]
