"""Pictures: where and with what they were taken, by whom, small previews of an earlier state. Pixels are never touched."""

import struct
from io import BytesIO

from cms.core.inspection.found import Broken, Found, Kind, Place

MAX_PIXELS = 40_000_000
_ORIENTATION, _GPS, _DETAILS = 0x0112, 0x8825, 0x8769
#: How large, how fine, how turned the picture is, and versions of the form itself: nothing of people.
_OF_SIZE = {0x0112, 0x011A, 0x011B, 0x0128, 0x0213, 0x9000, 0x9101, 0xA000, 0xA001, 0xA002, 0xA003}
#: Says how the picture is to be shown, and nothing of people: kept.
_JPEG_KEPT = {0xE0, 0xEE}  # JFIF, Adobe's colour transform
_PNG_TOLD = {b"tEXt", b"zTXt", b"iTXt", b"eXIf", b"tIME"}
_PNG_KEPT = {b"tRNS", b"cHRM", b"gAMA", b"iCCP", b"sBIT", b"sRGB", b"bKGD", b"hIST", b"pHYs", b"sPLT", b"cICP", b"acTL",
             b"fcTL", b"fdAT"}  # fmt: skip
_PNG = b"\x89PNG\r\n\x1a\n"


def inspect(content: bytes, place=Place.FILE, at="") -> list[Found]:
    """What a JPEG or PNG tells beside its pixels; Broken where it cannot be read."""
    _check_size(content)
    if content.startswith(_PNG):
        return _of_png(content, place, at)
    return _of_jpeg(content, place, at)


def clean(content: bytes) -> bytes:
    """The same pixels, and how they are to be turned and coloured."""
    return _bare_png(content) if content.startswith(_PNG) else _bare_jpeg(content)


def _check_size(content):
    from PIL import Image

    try:
        with Image.open(BytesIO(content)) as image:
            width, height = image.size
            kind = image.format
    except Exception as error:
        raise Broken(Kind.UNREADABLE) from error
    if kind not in ("JPEG", "MPO", "PNG"):
        raise Broken(Kind.WRONG_KIND)
    if width * height > MAX_PIXELS:
        raise Broken(Kind.TOO_LARGE)


# --- JPEG --------------------------------------------------------------------------------------------------------
def _segments(content):
    """(marker, whole segment) up to the first scan, then (None, the rest)."""
    at = 2
    while at + 4 <= len(content):
        if content[at] != 0xFF:
            raise Broken(Kind.UNREADABLE)
        marker = content[at + 1]
        if marker == 0xFF:
            at += 1
            continue
        if marker == 0xDA:
            yield None, content[at:]
            return
        size = struct.unpack(">H", content[at + 2 : at + 4])[0]
        yield marker, content[at : at + 2 + size]
        at += 2 + size
    raise Broken(Kind.UNREADABLE)


def _end_of_scan(rest):
    """Where the picture ends: behind the end mark that belongs to it, not to a preview or a second picture."""
    at = 0
    while (at := rest.find(b"\xff", at)) >= 0 and at + 1 < len(rest):
        if rest[at + 1] == 0xD9:
            return at + 2
        at += 2 if rest[at + 1] != 0xFF else 1
    return len(rest)


def _of_jpeg(content, place, at):
    found = []
    for marker, segment in _segments(content):
        if marker is None:
            if segment[_end_of_scan(segment) :].strip(b"\0\r\n "):
                found.append(Found(Kind.TRAILING, place, at))
        elif marker == 0xE1 and segment[4:10] == b"Exif\0\0":
            found += _of_exif(segment[10:], place, at)
        elif marker == 0xE1 or marker == 0xED or marker == 0xFE:  # XMP, Photoshop's notes, a comment
            found.append(Found(Kind.PICTURE_DATA, place, at))
    return found


def _of_exif(exif, place, at):
    try:
        return _of_tags(exif, place, at)
    except Broken:  # what it says cannot be known
        return [Found(Kind.PICTURE_DATA, place, at)]


def _of_tags(exif, place, at):
    first, second = _directories(exif)
    found = [Found(Kind.POSITION, place, at)] if _GPS in first else []
    if second:
        found.append(Found(Kind.THUMBNAIL, place, at))
    inner = _directory(exif, _number(exif, first[_DETAILS]))[0] if _DETAILS in first else {}
    if set(first) - _OF_SIZE - {_GPS, _DETAILS} or set(inner) - _OF_SIZE:
        found.append(Found(Kind.PICTURE_DATA, place, at))
    return found


def _directories(exif):
    """Tags of the picture and of the preview in it: tag → the four bytes that hold or place its value."""
    first, following = _directory(exif, _number(exif, exif[4:8]))
    return first, _directory(exif, following)[0] if following else {}


def _directory(exif, at):
    order = _order(exif)
    if not 8 <= at <= len(exif) - 2:
        raise Broken(Kind.UNREADABLE)
    count = struct.unpack(f"{order}H", exif[at : at + 2])[0]
    rows = exif[at + 2 : at + 2 + 12 * count]
    if len(rows) < 12 * count:
        raise Broken(Kind.UNREADABLE)
    tags = {struct.unpack(f"{order}H", rows[n : n + 2])[0]: rows[n + 8 : n + 12] for n in range(0, len(rows), 12)}
    after = exif[at + 2 + 12 * count : at + 6 + 12 * count]
    return tags, _number(exif, after) if len(after) == 4 else 0


def _order(exif):
    if exif[:4] not in (b"II*\0", b"MM\0*"):
        raise Broken(Kind.UNREADABLE)
    return "<" if exif[:2] == b"II" else ">"


def _number(exif, four):
    return struct.unpack(f"{_order(exif)}I", four)[0]


def _bare_jpeg(content):
    parts, orientation = [], 1
    for marker, segment in _segments(content):
        if marker is None:
            parts.append(segment[: _end_of_scan(segment)])
        elif marker == 0xE1 and segment[4:10] == b"Exif\0\0":
            orientation = _orientation(segment[10:])
        elif (
            (marker == 0xE2 and segment[4:15] == b"ICC_PROFILE")
            or marker in _JPEG_KEPT
            or not (0xE0 <= marker <= 0xEF or marker == 0xFE)
        ):
            parts.append(segment)
    turned = [] if orientation in (0, 1) else [_turned(orientation)]
    # The turn stands behind JFIF's own segment, where there is one.
    first = 1 if parts and parts[0][1] == 0xE0 else 0
    return b"".join([b"\xff\xd8", *parts[:first], *turned, *parts[first:]])


def _orientation(exif):
    try:
        held = _directories(exif)[0].get(_ORIENTATION)
    except Broken:
        return 1
    return struct.unpack(f"{_order(exif)}H", held[:2])[0] if held else 1


def _turned(orientation):
    """EXIF that says only how the picture is turned."""
    told = b"Exif\0\0II*\0\x08\0\0\0" + struct.pack("<HHHIHHI", 1, _ORIENTATION, 3, 1, orientation, 0, 0)
    return b"\xff\xe1" + struct.pack(">H", len(told) + 2) + told


# --- PNG ---------------------------------------------------------------------------------------------------------
def _chunks(content):
    """(name, whole chunk), then (b"", what stands behind the end)."""
    at = len(_PNG)
    while at + 12 <= len(content):
        size = struct.unpack(">I", content[at : at + 4])[0]
        name, ends = content[at + 4 : at + 8], at + 12 + size
        yield name, content[at:ends]
        at = ends
        if name == b"IEND":
            yield b"", content[at:]
            return
    raise Broken(Kind.UNREADABLE)


def _of_png(content, place, at):
    found = []
    for name, chunk in _chunks(content):
        if name == b"" and chunk.strip(b"\0\r\n "):
            found.append(Found(Kind.TRAILING, place, at))
        elif name == b"eXIf":
            found += _of_exif(chunk[8:-4], place, at) or [Found(Kind.PICTURE_DATA, place, at)]
        elif name in _PNG_TOLD:
            found.append(Found(Kind.PICTURE_DATA, place, at))
    return found


def _bare_png(content):
    # Upper case first letter: the picture itself.
    kept = [chunk for name, chunk in _chunks(content) if name in _PNG_KEPT or (name and name[:1].isupper())]
    return _PNG + b"".join(kept)
