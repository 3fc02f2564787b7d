"""Does a file hold anything? Nobody reads an empty form. Looked at once, when the file comes in."""

import re
import zipfile
from datetime import datetime

from django.db.models import F, Q
from pypdf import PdfReader
from wagtail.documents.models import Document

from home.models.compliance import DocumentLook

#: Files looked at in one turn of the worker, and bytes of a part that are read.
AT_ONCE, MOST = 50, 20 * 1024 * 1024
_OFFICE_TEXT = re.compile(rb"<(?:w:t|a:t|t|v|text:p)(?:\s[^>]*)?>[^<]*[^<\s]")
_OFFICE_PARTS = re.compile(r"(word/(document|header\d*|footer\d*)|xl/(sharedStrings|worksheets/.+)|content)\.xml")
_PICTURES = re.compile(r"(word|xl)/media/.+|Pictures/.+")


def look_at_new(at: datetime) -> int:
    """Look into files that came in without being looked at, or were replaced; returns how many."""
    unseen = Document.objects.filter(Q(look=None) | ~Q(look__file=F("file"))).order_by("pk")[:AT_ONCE]
    return sum(look_at(document) for document in unseen)


def look_at(document: Document) -> bool:
    """Keep whether the file holds anything; true when there was something new to look at."""
    name = document.file.name
    if not name or DocumentLook.objects.filter(document=document, file=name).exists():
        return False
    DocumentLook.objects.update_or_create(
        document=document, defaults={"file": name, "has_content": has_content(document.file)}
    )
    return True


def has_content(file) -> bool:
    """Whether a reader finds a word or a picture in it. What cannot be opened cannot be read either."""
    try:
        with file.open("rb") as stream:
            head = stream.read(8)
            stream.seek(0)
            if head.startswith(b"%PDF-"):
                return _pdf_has_content(stream)
            if head.startswith(b"PK"):
                return _office_has_content(stream)
            return bool(stream.read(MOST).strip())
    # Readers of foreign formats raise whatever a broken file provokes in them.
    except Exception:
        return False


def _pdf_has_content(stream) -> bool:
    return any(page.images or page.extract_text().strip() for page in PdfReader(stream).pages)


def _office_has_content(stream) -> bool:
    with zipfile.ZipFile(stream) as archive:
        names = archive.namelist()
        if any(_PICTURES.fullmatch(name) for name in names):
            return True
        parts = [name for name in names if _OFFICE_PARTS.fullmatch(name)]
        if not parts:  # an archive of other things: it holds what it holds
            return any(entry.file_size for entry in archive.infolist())
        return any(_has_text(archive, name) for name in parts)


def _has_text(archive, name) -> bool:
    with archive.open(name) as part:
        return bool(_OFFICE_TEXT.search(part.read(MOST)))
