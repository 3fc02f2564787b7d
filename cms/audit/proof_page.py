"""A checkpoint on paper: the note word for word, the same as a QR code, and how to check with it. A4, one page."""

from datetime import datetime
from io import BytesIO
from pathlib import Path

import segno
from django.urls import reverse
from django.utils import timezone

from cms.audit.models import Checkpoint
from cms.core import typeset
from cms.core.addresses import absolute

_SOURCE = Path(__file__).with_name("proof_page.typ")


def pdf(checkpoint: Checkpoint, *, by, at: datetime) -> bytes:
    """The page; `by` printed it at `at`. Raises typeset.NotSet."""
    picture = BytesIO()
    segno.make_qr(checkpoint.text, error="m").save(picture, kind="svg", border=2, xmldecl=False)
    data = {
        "number": str(checkpoint.number),
        "origin": checkpoint.key.name,
        "seq": str(checkpoint.seq),
        "hash": checkpoint.hash,
        "signed": _moment(checkpoint.at),
        "key": str(checkpoint.key),
        "text": checkpoint.text.rstrip("\n").split("\n"),
        "qr": picture.getvalue().decode(),
        "printed": _moment(at),
        "by": str(by),
        "url": absolute(reverse("audit:proof")),
    }
    return typeset.pdf(_SOURCE.read_text(encoding="utf-8"), data, made=at)


def _moment(at: datetime) -> str:
    return timezone.localtime(at).strftime("%H:%M ngày %d/%m/%Y")
