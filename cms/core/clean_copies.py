"""Copies of files that leave the house: without author, place, comments and the traces of editing (S10, S14).

`findings` says what a file tells about people beside its content; `clean` gives a copy that tells nothing, or refuses with
the reason where only a person can decide, as with comments and tracked changes.
"""

import re
import zipfile
from io import BytesIO

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

_IMAGES = ("jpg", "jpeg", "png")
_OFFICE = ("docx", "xlsx", "odt")
#: Parts that are only about the document, and what stands there in a clean copy.
_XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
_OPC = "http://schemas.openxmlformats.org"
_BARE = {
    "docProps/core.xml": f'{_XML}<cp:coreProperties xmlns:cp="{_OPC}/package/2006/metadata/core-properties"/>',
    "docProps/app.xml": f'{_XML}<Properties xmlns="{_OPC}/officeDocument/2006/extended-properties"/>',
    "docProps/custom.xml": f'{_XML}<Properties xmlns="{_OPC}/officeDocument/2006/custom-properties"/>',
    "meta.xml": (
        '<?xml version="1.0" encoding="UTF-8"?><office:document-meta xmlns:office='
        '"urn:oasis:names:tc:opendocument:xmlns:office:1.0" office:version="1.3"><office:meta/></office:document-meta>'
    ),
}
#: Properties that name somebody or something of the office.
_NAMING = re.compile(
    rb"<(?:\w+:)?(creator|lastModifiedBy|initial-creator|printed-by|Company|Manager|keywords|title|subject|description"
    rb"|user-defined)\b[^>]*>\s*[^<\s]|<property\b"
)
#: Where the document lay on somebody's disk; the folder often bears their name.
_FOLDERS = ((re.compile(rb'(<x15ac:absPath\b[^>]*\burl=")[^"]+'), rb"\1"),
            (re.compile(rb'(\bTarget=")file:/+[^"]+'), rb"\1Normal.dotm"))  # fmt: skip
_UNSEEN = re.compile(rb'<sheet\b[^>]*\bstate="(?:hidden|veryHidden)"|<w:vanish\s*/>|<w:vanish\s+w:val="(?:1|true|on)"')
_COMMENTS = re.compile(r"(?:word|xl)/(?:comments\w*|people|persons/.*|threadedComments/.*)\.xml$|xl/comments")
_TRACKED = re.compile(rb"<w:(?:ins|del|moveFrom|moveTo)\s|<text:tracked-changes")
_ANNOTATED = re.compile(rb"<office:annotation\b|<w:commentReference\b")
_THUMBNAIL = re.compile(r"(?:^|/)thumbnails?[./]", re.IGNORECASE)
_LINK_TO_THUMBNAIL = re.compile(rb"<(?:Relationship|manifest:file-entry)\b[^>]*[Tt]humbnail[^>]*/>")
_WHEN = (1980, 1, 1, 0, 0, 0)


def findings(name: str, content: bytes) -> list[str]:
    """What this file tells beside its content, in words; empty for a clean one. ValidationError where it cannot be read."""
    ending = _ending(name)
    try:
        if ending in _IMAGES:
            return _of_image(content)
        if ending in _OFFICE:
            return _of_office(content)
        return _of_pdf(content) if ending == "pdf" else []
    except ValidationError:
        raise
    # Each library raises whatever a broken file provokes in it.
    except Exception as error:
        raise ValidationError(_("Không đọc được để kiểm tra dữ liệu ẩn")) from error


def clean(name: str, content: bytes) -> bytes:
    """A copy that tells nothing beside its content. ValidationError with the reason where that cannot be made."""
    ending = _ending(name)
    try:
        if ending in _IMAGES:
            copy = _clean_image(content)
        elif ending in _OFFICE:
            copy = _clean_office(content)
        else:
            copy = _clean_pdf(content) if ending == "pdf" else content
    except ValidationError:
        raise
    except Exception as error:
        raise ValidationError(_("Không làm sạch được tệp này. Hãy in lại thành PDF rồi chọn lại")) from error
    if left := findings(name, copy):
        raise ValidationError(_("Tệp còn %(what)s. Hãy bỏ đi rồi chọn lại") % {"what": ", ".join(left)})
    return copy


def _ending(name):
    return name.rpartition(".")[2].lower()


# --- images ------------------------------------------------------------------------------------------------------
#: What an image needs to look right; everything else beside the picture may tell of a place or a person.
_HARMLESS = {"dpi", "jfif", "jfif_version", "jfif_unit", "jfif_density", "progressive", "progression", "gamma", "srgb",
             "transparency", "interlace", "chromaticity", "adobe", "adobe_transform", "aspect", "loop"}  # fmt: skip


def _of_image(content):
    from PIL import Image

    with Image.open(BytesIO(content)) as image:
        image.load()
        told = set(image.info) - _HARMLESS
        has_exif = bool(image.getexif())
    return [_("dữ liệu ẩn của ảnh (máy chụp, nơi chụp)")] if has_exif or told else []


def _clean_image(content):
    from PIL import Image, ImageOps

    with Image.open(BytesIO(content)) as image:
        kind = image.format
        upright = ImageOps.exif_transpose(image)
        if upright.mode == "P":
            upright = upright.convert("RGBA" if "transparency" in upright.info else "RGB")
        bare = Image.new(upright.mode, upright.size)
        bare.paste(upright)
    stream = BytesIO()
    bare.save(stream, kind, **({"quality": 90} if kind == "JPEG" else {}))
    return stream.getvalue()


# --- office documents --------------------------------------------------------------------------------------------
def _of_office(content):
    found = []
    with zipfile.ZipFile(BytesIO(content)) as archive:
        for entry in archive.infolist():
            name = entry.filename
            if name in _BARE and _NAMING.search(archive.read(entry)):
                found.append(_("tên người soạn, cơ quan soạn"))
            elif _COMMENTS.match(name):
                found.append(_("bình luận"))
            elif _THUMBNAIL.search(name):
                found.append(_("ảnh xem trước"))
            elif name.endswith(".xml") and _is_text(name):
                text = archive.read(entry)
                found += [_("dấu vết sửa, có tên người sửa")] if _TRACKED.search(text) else []
                found += [_("bình luận")] if _ANNOTATED.search(text) else []
                found += [_("chữ ẩn hoặc trang tính ẩn")] if _UNSEEN.search(text) else []
                found += _of_folders(text)
            elif name.endswith(".rels"):
                found += _of_folders(archive.read(entry))
            elif _ending(name) in _IMAGES:
                found += _of_image(archive.read(entry))
    return list(dict.fromkeys(found))


def _of_folders(text):
    return [_("đường dẫn trên máy người soạn")] if any(place.search(text) for place, _bare in _FOLDERS) else []


_TEXTS = re.compile(r"content\.xml|xl/workbook\.xml|word/(?:document|header\d*|footer\d*|footnotes|endnotes)\.xml")


def _is_text(name):
    return _TEXTS.fullmatch(name)


def _clean_office(content):
    stream = BytesIO()
    with zipfile.ZipFile(BytesIO(content)) as archive, zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as copy:
        for entry in archive.infolist():
            if _THUMBNAIL.search(entry.filename) or entry.is_dir():
                continue
            part = archive.read(entry)
            if entry.filename in _BARE:
                part = _BARE[entry.filename].encode()
            elif entry.filename in ("_rels/.rels", "META-INF/manifest.xml"):
                part = _LINK_TO_THUMBNAIL.sub(b"", part)
            elif _ending(entry.filename) in _IMAGES:
                part = _clean_image(part)
            if entry.filename.endswith((".rels", "xl/workbook.xml")):
                for place, bare in _FOLDERS:
                    part = place.sub(bare, part)
            bare = zipfile.ZipInfo(entry.filename, _WHEN)
            bare.compress_type = zipfile.ZIP_STORED if entry.filename == "mimetype" else zipfile.ZIP_DEFLATED
            copy.writestr(bare, part)
    return stream.getvalue()


# --- PDF ---------------------------------------------------------------------------------------------------------
_LINKS = ("/Link", "/Widget")
_PRIVATE = ("/Metadata", "/PieceInfo", "/LastModified", "/AF")


def _of_pdf(content):
    from pypdf import PdfReader

    reader = PdfReader(BytesIO(content))
    info = {name: value for name, value in (reader.metadata or {}).items() if value and name != "/Producer"}
    found = [_("tên người soạn, tiêu đề hoặc ngày soạn")] if info or _has_private(reader.root_object) else []
    for page in reader.pages:
        notes = [note.get_object() for note in page.get("/Annots") or ()]
        found += [_("ghi chú")] if any(note.get("/Subtype") not in _LINKS for note in notes) else []
        found += [_("dữ liệu ẩn của trang")] if _has_private(page) else []
    if content.count(b"%%EOF") > 1:
        found.append(_("bản trước của nội dung đã sửa"))
    return list(dict.fromkeys(found))


def _has_private(thing):
    return any(name in thing for name in _PRIVATE)


def _clean_pdf(content):
    """The pages in a new document: what stood around them, and earlier states of them, stay behind."""
    from pypdf import PdfReader, PdfWriter
    from pypdf.generic import ArrayObject, DictionaryObject, NameObject

    reader, writer = PdfReader(BytesIO(content)), PdfWriter()
    for page in reader.pages:
        copy = writer.add_page(page)
        notes = [note for note in copy.get("/Annots") or () if note.get_object().get("/Subtype") in _LINKS]
        if "/Annots" in copy:
            copy[NameObject("/Annots")] = ArrayObject(notes)
    for thing in writer._objects:
        if isinstance(thing, DictionaryObject):
            for name in _PRIVATE:
                if name in thing and thing.get("/Type") != "/Metadata":
                    del thing[name]
    writer.metadata = None
    stream = BytesIO()
    writer.write(stream)
    return stream.getvalue()
