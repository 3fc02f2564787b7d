"""Markings of state secrets: what bears one does not belong into a system that stands on a network.

A marking that is found is certain; that none is found proves nothing, so two people look as well.
"""

import re
import zipfile
from io import BytesIO

from django.utils.translation import gettext_lazy as _

from cms.core.errors import DomainError
from cms.core.text import nfc

WARNING = _(
    "Nội dung này có dấu chỉ độ mật. Tài liệu bí mật nhà nước không được nhập vào hệ thống nối mạng. "
    "Chưa lưu gì. Hãy rút tài liệu khỏi máy này và báo người phụ trách bảo vệ bí mật nhà nước"
)
_DEGREE = r"(?:tuyệt\s+mật|tối\s+mật|mật)"
#: The stamp on a line of its own, in brackets, or spelled out; "Mật độ dân số" and "Quy chế bảo mật" are no markings.
_MARKING = re.compile(rf"^\W*{_DEGREE}\W*$|[(\[]\s*{_DEGREE}\s*[)\]]|\bđộ\s+mật\s*:", re.IGNORECASE | re.MULTILINE)
_TEXT_PARTS = ("word/document.xml", "word/header1.xml", "content.xml", "xl/sharedStrings.xml")
_TAG = re.compile(rb"<[^>]+>")
_MOST_BYTES = 5_000_000


class StateSecret(DomainError):
    """What was given bears the marking of a state secret; nothing of it was kept."""


def refuse_marked(*texts: str) -> None:
    """Raise StateSecret where a text bears a marking."""
    if any(_MARKING.search(nfc(text)) for text in texts if text):
        raise StateSecret(WARNING)


def refuse_marked_file(name: str, content: bytes) -> None:
    """The same for a file: its name, and the first lines of what can be read without other programs."""
    stem = name.rpartition(".")[0].replace("_", " ").replace("-", " ")
    if _MARKING.search(nfc(stem)):
        raise StateSecret(WARNING, field="files")
    if any(_MARKING.search(line) for line in _first_lines(name, content)):
        raise StateSecret(WARNING, field="files")


def _first_lines(name: str, content: bytes) -> list[str]:
    """The head of the document, where a marking stands; text further down may speak of secrecy without being secret."""
    ending = name.rpartition(".")[2].lower()
    if ending == "txt":
        return content.decode("utf-8", "replace").splitlines()[:15]
    if ending not in ("docx", "odt", "xlsx"):
        return []
    lines: list[str] = []
    with zipfile.ZipFile(BytesIO(content)) as archive:
        for part in set(_TEXT_PARTS) & set(archive.namelist()):
            with archive.open(part) as stream:
                paragraphs = re.split(rb"</w:p>|</text:p>|</si>", stream.read(_MOST_BYTES))[:15]
            lines += [nfc(_TAG.sub(b"", paragraph).decode("utf-8", "replace")) for paragraph in paragraphs]
    return lines
