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
from workflow.models import (
    Denouncer,
    DraftFile,
    FileFinding,
    Finding,
    FormDraft,
    InformationRequest,
    Letter,
    WithheldPart,
)

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
    """Blank all personal words of a case and of what has a record of its own about it, inside the caller's transaction.

    Files leave the disk after the commit: a roll-back keeps rows and files together. A case that was reopened holds the
    person's data once more, and is erased by its own proposal in its own time.
    """
    paths: list[str] = []
    own, matters = things_of(case), matters_of(case)
    for thing in (*own, *(thing for _kind, _matter, things in matters for thing in things)):
        if isinstance(thing, Letter):
            _take_paper(thing, act.letters, case, paths)
        _take_file(thing, paths)
        blank(thing)
        thing.save(by=by)
    for matter in (*(matter for _kind, matter, _things in matters), case):
        blank(matter)
        matter.version += 1
    for _kind, matter, _things in matters:
        matter.save(by=by)
    # The code no longer opens what is no longer there.
    case.tracking_hash, case.submission_key, case.erased_at = "", None, at
    case.save(by=by)
    Mail.objects.filter(about__in=[case.code, *(matter.code for _kind, matter, _things in matters)]).delete()
    _forget_forms(case, paths)
    said = {"by": by, "at": at, "reason": act.reason}
    for kind, matter, things in matters:
        # Who reads the log must not learn that somebody denounced, nor about which case.
        told = {} if getattr(matter, "is_secret", False) else {"request": case.code}
        erasure.erase(kind, subject=matter, of=things, rows=_rows_of(matter, *things), data=told, **said)
    told = {"letters": str(act.letters), "files": len(paths)}
    erasure.erase("request.erased", subject=case, of=own, rows=_rows_of(case, act, *own), data=told, **said)
    for path in paths:
        transaction.on_commit(partial(files.drop, path))


def _rows_of(*things) -> list:
    """The history rows that the blanking wrote."""
    return [row for thing in things for row in thing.saved_rows()]


def matters_of(case: InformationRequest) -> list[tuple[str, models.Model, list[models.Model]]]:
    """What is about the case and has a record of its own: how its erasure is called, the row, and what belongs to it.

    Complaints, lawsuits and denunciations are held, so that no paper is added to one meanwhile.
    """
    found = [("correction.erased", one, list(one.files.all())) for one in case.corrections.all()]
    for remedy in case.remedies.select_for_update(of=("self",)).order_by("pk"):
        persons = Denouncer.objects.filter(remedy=remedy)
        found.append(("remedy.erased", remedy, [*remedy.files.all(), *remedy.readers.all(), *persons]))
    return found


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
        if value in (None, "", [], {}) or name in getattr(thing, "counted_fields", ()):
            continue
        if field.is_relation:
            setattr(thing, name, None)
        elif isinstance(field, models.JSONField):
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
