"""What a body outside has sent, read and checked: the filled form or the signed file. Every slip is named by its place."""

import hashlib
from dataclasses import dataclass, field
from datetime import date
from typing import IO

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from home.reports import exchange, form_table
from home.reports.choices import Source
from home.reports.counting import Counted

MOST = 10 * 1024 * 1024  # bytes


@dataclass(frozen=True)
class Received:
    """A report from outside, as it may be kept: texts by the title of their part."""

    source: str
    sha256: str
    counted: Counted
    counted_to: date
    texts: dict[str, str] = field(default_factory=dict)


def read(name: str, file: IO[bytes], report) -> Received:
    """ValidationError with a sentence for each slip."""
    content = file.read(MOST + 1)
    if len(content) > MOST:
        raise ValidationError(_("Tệp lớn hơn 10 MB. Hãy chọn tệp nhỏ hơn"))
    digest = hashlib.sha256(content).hexdigest()
    ending = name.rsplit(".", 1)[-1].lower()
    if ending == "json":
        counted, counted_to, texts = exchange.open_signed(content, report.outside, report.period)
        return Received(Source.JSON, digest, counted, counted_to, texts)
    if ending == "xlsx":
        counted, texts = form_table.read(name, content, report)
        return Received(Source.XLSX, digest, counted, report.period.counted_to, texts)
    raise ValidationError(_("Chọn mẫu XLSX đã điền, hoặc tệp JSON có chữ ký số."))
