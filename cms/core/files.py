"""Private files: checked by content, kept outside the web root under random names, handed out by one response (S10)."""

import hashlib
import os
import re
import secrets
import shutil
import struct
import unicodedata
import zipfile
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import IO
from urllib.parse import quote

import filetype
from django.conf import settings
from django.core.exceptions import ValidationError
from django.http import FileResponse, Http404, HttpResponse, StreamingHttpResponse
from django.utils.translation import gettext_lazy as _

from cms.core.text import INVISIBLE

MAX_SIZE = 10 * 1024 * 1024  # bytes each
MAX_TOTAL = 25 * 1024 * 1024  # bytes a batch
MAX_COUNT = 5
MAX_UNPACKED = 100 * 1024 * 1024  # bytes inside a docx or odt
MAX_ENTRIES = 1_000
MAX_PIXELS = 40_000_000
MAX_NAME = 150  # bytes in UTF-8

TYPES = {
    "pdf": "application/pdf",
    "jpg": "image/jpeg",
    "jpeg": "image/jpeg",
    "png": "image/png",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "odt": "application/vnd.oasis.opendocument.text",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "txt": "text/plain",
    "csv": "text/csv",
}
#: What a requester may send (portal-standards.md 5.1); officers may give a spreadsheet too.
FROM_PUBLIC = frozenset({"pdf", "jpg", "jpeg", "png", "docx", "odt", "txt"})
FROM_STAFF = frozenset(TYPES) - {"csv"}
#: What tables are brought in from; whether they can be read, cms.core.tables says.
TABLES = frozenset({"xlsx", "csv"})
WRONG_KIND = _("Tệp này không đúng loại cho phép (PDF, JPG, PNG, DOCX, ODT, TXT)")
TOO_LARGE = _("Tệp lớn hơn 10 MB. Hãy chọn tệp nhỏ hơn")
#: What makes a PDF run something or carry another file.
_PDF_ACTS = (b"/JavaScript", b"/JS ", b"/JS(", b"/JS<", b"/Launch", b"/EmbeddedFile", b"/RichMedia")
_PDF_ESCAPE = re.compile(rb"#([0-9A-Fa-f]{2})")  # "/J#61vaScript" is another spelling of "/JavaScript"
#: Programs and archives inside an office document; its macros under any of their names.
_HIDES_IN_ZIP = (".zip", ".rar", ".7z", ".exe", ".js", ".vbs", ".html", "vbaproject.bin", "vbadata.xml")
_ODT_MACROS = ("Basic/", "Scripts/")


#: Paths of files that were erased begin so; no stored file's does.
ERASED = "-/"


@dataclass(frozen=True)
class Kept:
    """A file on disk: where, what, how many bytes, and the hash of its content."""

    name: str
    path: str
    content_type: str
    size: int
    sha256: str


def clean_name(name: str) -> str:
    """The last path part in NFC, without control or direction characters, at most 150 bytes, its ending kept."""
    name = unicodedata.normalize("NFC", name.replace("\\", "/").rsplit("/", 1)[-1])
    name = name.translate(INVISIBLE).replace("\r", "").replace("\n", "").strip(". ") or "tep"
    stem, dot, ending = name.rpartition(".")
    if not dot or len(ending) > 10:  # no kind of file ends so; cutting the stem alone would never be enough
        stem, dot, ending = name, "", ""
    while len(f"{stem}{dot}{ending}".encode()) > MAX_NAME:
        stem = stem[:-1]
    return f"{stem}{dot}{ending}"


def check(name: str, content: bytes, allowed=FROM_PUBLIC) -> str:
    """The content type of an acceptable file; ValidationError with a plain sentence otherwise.

    The ending, the signature and the structure must all agree; what can run or hide is refused.
    """
    if len(content) > MAX_SIZE:
        raise ValidationError(TOO_LARGE)
    if not content:
        raise ValidationError(_("Tệp trống. Hãy chọn tệp khác"))
    ending = name.rsplit(".", 1)[-1].lower() if "." in name else ""
    if ending not in allowed:
        raise ValidationError(WRONG_KIND)
    {"txt": _check_text, "csv": _check_table, "pdf": _check_pdf}.get(
        ending, _check_image if ending in ("jpg", "jpeg", "png") else _check_zip
    )(content, ending)
    return TYPES[ending]


def _check_text(content, ending):
    if b"\0" in content or filetype.guess(content) is not None:
        raise ValidationError(WRONG_KIND)
    try:
        content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise ValidationError(_("Tệp chữ phải dùng bảng mã UTF-8. Hãy lưu lại rồi chọn tệp")) from error


def _check_table(content, ending):
    # In whatever letters: the reader names a wrong code page in a better sentence.
    if b"\0" in content[:2_000] and not content.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise ValidationError(WRONG_KIND)


def _check_pdf(content, ending):
    if not content.startswith(b"%PDF-") or b"%%EOF" not in content[-2048:]:
        raise ValidationError(WRONG_KIND)
    plain = _PDF_ESCAPE.sub(lambda code: bytes([int(code[1], 16)]), content + _packed_objects(content))
    if any(mark in plain for mark in _PDF_ACTS):
        raise ValidationError(_("Tệp PDF có phần tự chạy hoặc tệp ẩn. Hãy in lại thành PDF thường"))
    if b"/Encrypt" in content:
        raise ValidationError(_("Tệp PDF có mật khẩu. Hãy bỏ mật khẩu rồi chọn lại"))


def _packed_objects(content) -> bytes:
    """What the compressed object streams of a PDF say, as far as the limits of unpacking and of patience reach."""
    said, left, misses, at = [], MAX_UNPACKED // 4, 0, 0
    while left > 0 and misses < 100 and (mark := content.find(b"/ObjStm", at)) >= 0:
        at = mark + 1
        if (begins := content.find(b"stream", mark, mark + 1024)) < 0:
            continue
        if (ends := content.find(b"endstream", begins)) < 0:
            break
        try:
            packed = content[begins + len(b"stream") : ends].lstrip(b"\r\n")
            said.append(zlib.decompressobj().decompress(packed, left))
        except zlib.error:
            misses += 1  # only a mark in some text: the next one may be real
            continue
        left -= len(said[-1])
        at = max(at, ends)
    return b"\n".join([b"", *said])


def _check_image(content, ending):
    from PIL import Image, UnidentifiedImageError

    guess = filetype.guess(content)
    if guess is None or guess.mime != TYPES[ending]:
        raise ValidationError(WRONG_KIND)
    try:
        with Image.open(BytesIO(content)) as image:
            width, height = image.size
    except (
        UnidentifiedImageError,
        OSError,
        ValueError,
        SyntaxError,
        struct.error,
        Image.DecompressionBombError,
    ) as error:
        raise ValidationError(WRONG_KIND) from error
    if width * height > MAX_PIXELS:
        raise ValidationError(_("Ảnh quá lớn. Hãy giảm kích thước ảnh rồi chọn lại"))


def _check_zip(content, ending):
    inside = {"docx": "word/document.xml", "xlsx": "xl/workbook.xml", "odt": "content.xml"}[ending]
    if not content.startswith(b"PK\x03\x04"):  # a program or a page with an archive behind it is no document
        raise ValidationError(WRONG_KIND)
    try:
        with zipfile.ZipFile(BytesIO(content)) as archive:
            entries = archive.infolist()
    except (zipfile.BadZipFile, NotImplementedError, ValueError, OSError, struct.error) as error:
        raise ValidationError(WRONG_KIND) from error
    names = {entry.filename for entry in entries}
    hides = any(name.lower().endswith(_HIDES_IN_ZIP) or name.startswith(_ODT_MACROS) for name in names)
    if inside not in names or hides:
        raise ValidationError(WRONG_KIND)
    if len(entries) > MAX_ENTRIES or sum(entry.file_size for entry in entries) > MAX_UNPACKED:
        raise ValidationError(_("Tệp giải nén quá lớn. Hãy chọn tệp khác"))
    if any(entry.flag_bits & 1 for entry in entries):
        raise ValidationError(_("Tệp có mật khẩu. Hãy bỏ mật khẩu rồi chọn lại"))


def keep(name: str, content: bytes, allowed=FROM_PUBLIC) -> Kept:
    """Check, then store durably: temporary name, fsync, rename, fsync of the folder. The row comes after."""
    name = clean_name(name)
    content_type = check(name, content, allowed)
    if free_share() < 0.10:
        raise ValidationError(_("Máy chủ tạm không nhận thêm tệp. Bạn vẫn gửi yêu cầu được mà không kèm tệp"))
    return _store(name, content, content_type)


def keep_own(name: str, content: bytes) -> Kept:
    """Store a file that this site itself has made: nothing in it to check, and it is kept to the disk's last room."""
    name = clean_name(name)
    return _store(name, content, TYPES[name.rsplit(".", 1)[-1]])


def _store(name, content, content_type) -> Kept:
    path = f"{secrets.token_hex(1)}/{secrets.token_hex(24)}"
    target = settings.PRIVATE_ROOT / path
    target.parent.mkdir(parents=True, exist_ok=True)
    part = target.with_suffix(".part")
    with open(part, "wb") as handle:
        handle.write(content)
        handle.flush()
        os.fsync(handle.fileno())
    os.replace(part, target)
    _sync_folder(target.parent)
    return Kept(name, path, content_type, len(content), hashlib.sha256(content).hexdigest())


def keep_made(name: str, content_type: str, write: Callable[[IO[bytes]], object]) -> Kept:
    """Store what the site itself makes, of any size, as `write(stream)` writes it; as durable as what `keep` stores."""
    path = f"{secrets.token_hex(1)}/{secrets.token_hex(24)}"
    target = settings.PRIVATE_ROOT / path
    target.parent.mkdir(parents=True, exist_ok=True)
    part = target.with_suffix(".part")
    try:
        with open(part, "wb") as handle:
            write(handle)
            handle.flush()
            os.fsync(handle.fileno())
        with open(part, "rb") as handle:
            digest = hashlib.file_digest(handle, "sha256").hexdigest()
        size = part.stat().st_size
        os.replace(part, target)
    finally:
        part.unlink(missing_ok=True)
    _sync_folder(target.parent)
    return Kept(name, path, content_type, size, digest)


def _sync_folder(folder: Path) -> None:
    if os.name == "nt":  # a folder cannot be opened there; NTFS journals the rename
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def free_share() -> float:
    """The free part of the disk that holds private files, 0 to 1."""
    Path(settings.PRIVATE_ROOT).mkdir(parents=True, exist_ok=True)
    usage = shutil.disk_usage(settings.PRIVATE_ROOT)
    return usage.free / usage.total


def drop(path: str) -> None:
    """Remove a stored file; a file already gone is no error."""
    (settings.PRIVATE_ROOT / path).unlink(missing_ok=True)


def hand_out(path: str, name: str, content_type: str) -> FileResponse:
    """The file as a download: never shown inside the site, never run, never cached (security.md 4). Erased: 404."""
    return hand_over(_place(path).open("rb"), name, content_type)


def _place(path: str) -> Path:
    """Where a private file lies. Http404 for one that was erased: its row still stands where it stood."""
    if path.startswith(ERASED):
        raise Http404("Tệp này đã được xóa")
    return settings.PRIVATE_ROOT / path


def hand_out_in_parts(request, file):
    """The same, also from the middle on: a broken download is taken up again where it broke (RFC 9110 section 14).

    `file` has path, name, content_type and sha256, which says whether it is still the same content. One range is served;
    a list of several, or one that is not understood, is answered with the whole file, as the standard allows.
    """
    mark, size = f'"{file.sha256}"', _place(file.path).stat().st_size
    wanted = request.headers.get("Range", "")
    if request.headers.get("If-Range", mark) != mark or request.method not in ("GET", "HEAD"):
        wanted = ""  # another content, or another act: all of it
    span = _span(wanted, size)
    if span is None:
        response = hand_out(file.path, file.name, file.content_type)
    elif span == _BEYOND:
        response = HttpResponse(status=416, content_type=file.content_type)
        response["Content-Range"] = f"bytes */{size}"
        _as_private(response, file.name)
    else:
        first, last = span
        content = _part(_place(file.path).open("rb"), first, last - first + 1)
        response = StreamingHttpResponse(content, status=206, content_type=file.content_type)
        response["Content-Range"] = f"bytes {first}-{last}/{size}"
        response["Content-Length"] = str(last - first + 1)
        _as_private(response, file.name)
    response["ETag"], response["Accept-Ranges"] = mark, "bytes"
    return response


_BEYOND = (-1, -1)
_RANGE = re.compile(r"bytes=(\d{0,15})-(\d{0,15})", re.ASCII)
_BITE = 64 * 1024  # bytes


def _span(wanted: str, size: int) -> tuple[int, int] | None:
    """(first, last) byte of one range; None for the whole file; _BEYOND where the file has no such bytes."""
    found = _RANGE.fullmatch(wanted.replace(" ", ""))
    if found is None or not (found[1] or found[2]):
        return None
    if not found[1]:  # the last so many bytes
        last_bytes = int(found[2])
        return (max(size - last_bytes, 0), size - 1) if last_bytes and size else _BEYOND
    first, last = int(found[1]), min(int(found[2] or size - 1), size - 1)
    if found[2] and int(found[2]) < first:
        return None
    return (first, last) if first < size else _BEYOND


def _part(handle, first: int, left: int):
    with handle:
        handle.seek(first)
        while left > 0 and (bite := handle.read(min(_BITE, left))):
            left -= len(bite)
            yield bite


def hand_over(content, name: str, content_type: str) -> FileResponse:
    """The same for a file that was made just now; `content` is open for reading, the response closes it."""
    response = FileResponse(content, content_type=content_type)
    _as_private(response, name)
    return response


def _as_private(response, name: str) -> None:
    """A download and nothing else, for this reader alone."""
    plain = name.encode("ascii", "ignore").decode().replace('"', "").replace("\\", "") or "tep"
    response["Content-Disposition"] = f"attachment; filename=\"{plain}\"; filename*=UTF-8''{quote(name)}"
    response["X-Content-Type-Options"] = "nosniff"
    response["Content-Security-Policy"] = "default-src 'none'; sandbox"
    response["Cache-Control"] = "private, no-store"
    response["Cross-Origin-Resource-Policy"] = "same-origin"
