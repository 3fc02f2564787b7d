"""One file: what it tells beside what it shows, and a copy that tells nothing more. By the kind that its content has."""

import zipfile
from dataclasses import dataclass
from io import BytesIO

from cms.core.inspection.found import Broken, CannotClean, Found, Kind, tidy

_PACKAGES = {"docx": "word/document.xml", "xlsx": "xl/workbook.xml", "odt": "content.xml"}
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # also what an Office file with a password is kept in


@dataclass(frozen=True)
class Copy:
    """A clean copy; `pictured` are the pages that became pictures and need their text said in another way."""

    content: bytes
    pictured: tuple[int, ...] = ()


def inspect(ending: str, content: bytes) -> list[Found]:
    """Everything found, in the order of the file; empty for a file that tells nothing beside what it shows."""
    try:
        kind = _kind_of(ending, content)
        if kind == "pdf":
            from cms.core.inspection import pdf

            return tidy(pdf.inspect(content))
        if kind == "image":
            from cms.core.inspection import images

            return tidy(images.inspect(content))
        return [] if kind == "txt" else tidy(_office(kind).inspect(content))
    except Broken as broken:
        return [Found(broken.kind)]
    except MemoryError:
        return [Found(Kind.NOT_FINISHED)]
    # Each library raises whatever a broken file provokes in it; a file that nobody could read is held, never let go.
    except Exception:
        return [Found(Kind.UNREADABLE)]


def clean(ending: str, content: bytes) -> Copy:
    """A copy whose inspection finds nothing; CannotClean where that would need a person."""
    try:
        copy = _clean(_kind_of(ending, content), content)
    except CannotClean:
        raise
    except Exception as error:
        raise CannotClean from error
    if inspect(ending, copy.content):
        raise CannotClean
    return copy


def _clean(kind, content):
    if kind == "pdf":
        from cms.core.inspection import pdf

        copy, pictured = pdf.clean(content)
        return Copy(copy, tuple(pictured))
    if kind == "image":
        from cms.core.inspection import images

        return Copy(images.clean(content))
    return Copy(content if kind == "txt" else _office(kind).clean(content))


def _office(kind):
    from cms.core.inspection import docx, odt, xlsx

    return {"docx": docx, "odt": odt, "xlsx": xlsx}[kind]


def _kind_of(ending, content):
    """What the file is by its content; Broken where that is not what its ending says."""
    ending = ending.lower()
    if ending in _PACKAGES:
        if content.startswith(_OLE):
            raise Broken(Kind.ENCRYPTED)
        if not content.startswith(b"PK\x03\x04"):
            raise Broken(Kind.WRONG_KIND)
        _check_inside(content, _PACKAGES[ending])
        return ending
    if ending == "pdf":
        if not content.startswith(b"%PDF-"):
            raise Broken(Kind.WRONG_KIND)
        return "pdf"
    if ending in ("jpg", "jpeg", "png"):
        if not content.startswith(b"\x89PNG\r\n\x1a\n" if ending == "png" else b"\xff\xd8\xff"):
            raise Broken(Kind.WRONG_KIND)
        return "image"
    if ending == "txt":
        _check_text(content)
        return "txt"
    raise Broken(Kind.WRONG_KIND)


def _check_inside(content, main):
    try:
        with zipfile.ZipFile(BytesIO(content)) as archive:
            names = archive.namelist()
    except (zipfile.BadZipFile, NotImplementedError, ValueError, OSError) as error:
        raise Broken(Kind.UNREADABLE) from error
    if main not in names:
        raise Broken(Kind.WRONG_KIND)


def _check_text(content):
    import filetype

    if b"\0" in content or filetype.guess(content) is not None:
        raise Broken(Kind.WRONG_KIND)
    try:
        content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise Broken(Kind.UNREADABLE) from error
