"""PDF: the writer, scripts, attached files, notes, layers kept from view, earlier states, and words under what covers them."""

import re
from io import BytesIO

from cms.core.inspection.found import Broken, CannotClean, Found, Kind, Place
from cms.core.inspection.unseen import unseen, unseen_on

MOST_PAGES = 2_000
_DRAWN_AT = 200 / 72  # pixels a point: 200 dpi, as for scans (NĐ 30/2020)
_MOST_DRAWN = 40_000_000  # pixels
_NAMING = {"/Author": "người soạn", "/Subject": "chủ đề", "/Keywords": "từ khóa"}
_OF_PROGRAMS = ("/Producer", "/Creator", "/CreationDate", "/ModDate", "/Trapped", "/Title", "/GTS_PDFXVersion")
_A_FILE = re.compile(r"\.(?:docx?|xlsx?|pptx?|odt|ods)\b|[A-Za-z]:\\|/home/|/Users/", re.IGNORECASE)
_KEPT_NOTES = ("/Link", "/Widget")
#: Marks that are part of what is seen; in a clean copy they are drawn into the page.
_DRAWN_NOTES = ("/FreeText", "/Highlight", "/Underline", "/StrikeOut", "/Squiggly", "/Square", "/Circle", "/Line", "/Ink",
                "/Polygon", "/PolyLine", "/Stamp", "/Caret")  # fmt: skip
_SAFE_ACTIONS = ("/GoTo", "/URI", "/Named")


def inspect(content: bytes) -> list[Found]:
    reader = _read(content)
    found = _of_document(reader)
    for number, page in enumerate(reader.pages, start=1):
        found += [Found(kind, Place.PAGE, str(number)) for kind in _of_page(page)]
    found += _of_states(reader, content)
    hidden = _hidden_layers(reader)
    found += [Found(Kind.HIDDEN_LAYER, Place.NAME, name) for name in hidden.values()]
    return found + [Found(kind, Place.PAGE, str(number)) for number, kind in unseen(content)]


def _read(content):
    from pypdf import PdfReader
    from pypdf.errors import PyPdfError

    if not content.lstrip()[:5] == b"%PDF-":
        raise Broken(Kind.WRONG_KIND)
    try:
        reader = PdfReader(BytesIO(content))
        if reader.is_encrypted:
            raise Broken(Kind.ENCRYPTED)
        if len(reader.pages) > MOST_PAGES:
            raise Broken(Kind.TOO_LARGE)
        if not len(reader.pages):
            raise Broken(Kind.UNREADABLE)
    except (PyPdfError, ValueError, TypeError, KeyError, AttributeError, IndexError, RecursionError) as error:
        raise Broken(Kind.UNREADABLE) from error
    return reader


# --- around the pages ----------------------------------------------------------------------------------------------
def _of_document(reader):
    found, root = [], reader.root_object
    for name, value in (reader.metadata or {}).items():
        told = str(value or "").strip()
        if told and (name in _NAMING or name not in _OF_PROGRAMS or (name == "/Title" and _A_FILE.search(told))):
            found.append(Found(Kind.AUTHOR, Place.PROPERTY, _NAMING.get(name, "tiêu đề" if name == "/Title" else name)))
    if _xmp_names(root):
        found.append(Found(Kind.AUTHOR, Place.PROPERTY, "XMP"))
    names = _of(root.get("/Names")) or {}
    if "/JavaScript" in names:
        found.append(Found(Kind.SCRIPT))
    opens = _of(root.get("/OpenAction"))
    if isinstance(opens, dict) and opens.get("/S") not in _SAFE_ACTIONS:
        found.append(Found(Kind.SCRIPT))
    if root.get("/AA"):
        found.append(Found(Kind.SCRIPT))
    if "/EmbeddedFiles" in names:
        attached = sorted(reader.attachment_list, key=lambda one: one.name) if _has_names(names) else []
        found += [Found(Kind.EMBEDDED, Place.NAME, one.name) for one in attached] or [Found(Kind.EMBEDDED)]
    form = _of(root.get("/AcroForm")) or {}
    if "/XFA" in form:
        found.append(Found(Kind.SCRIPT))
    return found


def _has_names(names):
    return "/Names" in (_of(names["/EmbeddedFiles"]) or {})


def _of(thing):
    return thing.get_object() if hasattr(thing, "get_object") else thing


_XMP = re.compile(
    rb"<(?:dc:creator|dc:description|dc:subject|pdf:Keywords|xmpMM:History|photoshop:\w+)\b[^>]*>(.*?)</(?:dc|pdf|xmpMM|photo)",
    re.DOTALL,
)


def _xmp_names(root):
    stream = _of(root.get("/Metadata"))
    if stream is None or not hasattr(stream, "get_data"):
        return False
    told = stream.get_data()
    return any(re.sub(rb"<[^>]*>", b"", match[1]).strip() for match in _XMP.finditer(told)) or bool(
        re.search(rb"\b(?:dc:creator|pdf:Keywords|photoshop:AuthorsPosition)=\"[^\"]+\"", told)
    )


def _of_page(page):
    kinds = []
    for note in _notes(page):
        kind = note.get("/Subtype")
        if kind == "/FileAttachment":
            kinds.append(Kind.EMBEDDED)
        elif kind == "/Redact":
            kinds.append(Kind.REDACTION_NOT_APPLIED)
        elif kind not in _KEPT_NOTES:
            kinds.append(Kind.NOTE)
        if note.get("/AA") or _runs(note):
            kinds.append(Kind.SCRIPT)
    if page.get("/AA"):
        kinds.append(Kind.SCRIPT)
    if page.get("/PieceInfo"):
        kinds.append(Kind.CUSTOM_DATA)
    return kinds


def _notes(page):
    notes = _of(page.get("/Annots")) or ()
    return [note for note in map(_of, notes) if isinstance(note, dict)]


def _runs(note):
    action = _of(note.get("/A"))
    if not isinstance(action, dict):
        return False
    return action.get("/S") not in _SAFE_ACTIONS or "/Next" in action


def _of_states(reader, content):
    """States of the document before this one, and what stands behind its end."""
    found = []
    ends = content.rfind(b"%%EOF") + len(b"%%EOF")
    if content[ends:].strip(b"\0\r\n\t "):
        found.append(Found(Kind.TRAILING))
    states = len(re.findall(rb"startxref\s+[1-9]\d*\s+%%EOF", content)) - (b"/Linearized" in content[:1024])
    if states > 1:
        signatures = _signatures(reader)
        found.append(Found(Kind.SIGNED_STATES if states - 1 <= signatures else Kind.EARLIER_STATE))
    elif _signatures(reader):
        found.append(Found(Kind.SIGNED_STATES))
    return found


def _signatures(reader):
    form = _of(reader.root_object.get("/AcroForm")) or {}
    return sum(
        1 for field in map(_of, _of(form.get("/Fields")) or ()) if field.get("/FT") == "/Sig" and field.get("/V")
    )


# --- layers ------------------------------------------------------------------------------------------------------
def _hidden_layers(reader):
    """The layers that are not shown when the file is opened: object number → name."""
    layers = _of(reader.root_object.get("/OCProperties"))
    if not isinstance(layers, dict):
        return {}
    settings = _of(layers.get("/D")) or {}
    every = list(_of(layers.get("/OCGs")) or ())
    off = [one.idnum for one in _of(settings.get("/OFF")) or () if hasattr(one, "idnum")]
    if settings.get("/BaseState") == "/OFF":
        on = {one.idnum for one in _of(settings.get("/ON")) or () if hasattr(one, "idnum")}
        off = [one.idnum for one in every if one.idnum not in on]
    return {one.idnum: str(_of(one).get("/Name") or "") for one in every if one.idnum in off}


def _pages_with(reader, layers):
    """Page numbers that draw on one of these layers, counted from 0."""
    return {
        number
        for number, page in enumerate(reader.pages)
        if layers and _uses(page.get("/Resources"), set(layers), set())
    } | {number for number, page in enumerate(reader.pages) if layers and _notes_use(page, layers)}


def _notes_use(page, layers):
    return any(_names_layer(note, layers) for note in _notes(page))


def _names_layer(thing, layers):
    raw = thing.raw_get("/OC") if "/OC" in thing else None
    if raw is None:
        return False
    if getattr(raw, "idnum", None) in layers:
        return True
    group = _of(raw)
    members = group.raw_get("/OCGs") if isinstance(group, dict) and "/OCGs" in group else ()
    members = [members] if hasattr(members, "idnum") and not isinstance(_of(members), list) else _of(members)
    return any(getattr(one, "idnum", None) in layers for one in members or ())


def _uses(resources, layers, seen):
    resources = _of(resources)
    if not isinstance(resources, dict):
        return False
    properties = _of(resources.get("/Properties")) or {}
    for name in properties:
        raw = properties.raw_get(name)
        if getattr(raw, "idnum", None) in layers or _names_layer(_Holder(raw), layers):
            return True
    objects = _of(resources.get("/XObject")) or {}
    for name in objects:
        raw = objects.raw_get(name)
        number = getattr(raw, "idnum", None)
        if number in seen:
            continue
        seen.add(number)
        inner = _of(raw)
        if _names_layer(inner, layers) or _uses(inner.get("/Resources"), layers, seen):
            return True
    return False


class _Holder(dict):
    """A property list entry, in the shape of something that stands on a layer."""

    def __init__(self, raw):
        super().__init__({"/OC": raw})

    def raw_get(self, name):
        return self[name]


# --- cleaning ------------------------------------------------------------------------------------------------------
def clean(content: bytes) -> tuple[bytes, list[int]]:
    """The copy, and the numbers of pages that became pictures: what was seen there stays, what was hidden is gone."""
    reader = _read(content)
    kinds = [kind for page in reader.pages for kind in _of_page(page)]
    if Kind.REDACTION_NOT_APPLIED in kinds:
        raise CannotClean
    hidden = {number - 1 for number, _kind in unseen(content)}
    pictured = sorted(hidden | _pages_with(reader, _hidden_layers(reader)))
    flat = _flattened(content, [n for n in range(len(reader.pages)) if n not in pictured])
    copy = _stripped(flat if flat is not None else content, content, pictured)
    return _again(copy), [number + 1 for number in pictured]


def _flattened(content, numbers):
    """Marks drawn into their pages; None where there are none."""
    from pypdf import PdfReader, PdfWriter

    reader = PdfReader(BytesIO(content))
    drawn = [n for n in numbers if any(note.get("/Subtype") in _DRAWN_NOTES for note in _notes(reader.pages[n]))]
    if not drawn:
        return None
    import pypdfium2

    writer = PdfWriter(clone_from=reader)
    for number in drawn:
        _keep_notes(writer.pages[number], (*_KEPT_NOTES, *_DRAWN_NOTES))
    stream = BytesIO()
    writer.write(stream)
    document = pypdfium2.PdfDocument(stream.getvalue())
    try:
        for number in drawn:
            page = document[number]
            page.flatten()
            page.close()
        stream = BytesIO()
        document.save(stream)
    finally:
        document.close()
    return stream.getvalue()


def _keep_notes(page, kinds):
    from pypdf.generic import ArrayObject, NameObject

    if "/Annots" not in page:
        return
    kept = []
    for raw in _of(page["/Annots"]) or ():
        note = _of(raw)
        if isinstance(note, dict) and note.get("/Subtype") in kinds:
            for name in ("/AA", *(("/A",) if _runs(note) else ()), "/Popup", "/IRT"):
                note.pop(NameObject(name), None)
            kept.append(raw)
    page[NameObject("/Annots")] = ArrayObject(kept)


def _stripped(content, original, pictured):
    from pypdf import PdfReader, PdfWriter

    writer = PdfWriter(clone_from=PdfReader(BytesIO(content)))
    root = writer.root_object
    gone = ["/AA", "/AF", "/Metadata", "/PieceInfo", "/Collection", "/OCProperties"]
    if isinstance(_of(root.get("/OpenAction")), dict):
        gone.append("/OpenAction")
    if pictured:  # they may repeat the words that are gone
        gone += ["/StructTreeRoot", "/MarkInfo", "/Outlines", "/Threads"]
    _lose(root, gone)
    if isinstance(names := _of(root.get("/Names")), dict):
        _lose(names, ["/JavaScript", "/EmbeddedFiles", "/AlternatePresentations", "/Renditions"])
    if isinstance(form := _of(root.get("/AcroForm")), dict):
        _lose(form, ["/XFA", "/SigFlags"])
        fields = _of(form.get("/Fields"))
        for raw in list(fields or ()):
            if _of(raw).get("/FT") == "/Sig":
                fields.remove(raw)
    for page in writer.pages:
        _keep_notes(page, _KEPT_NOTES)
        _lose(page, ["/AA", "/PieceInfo", "/Metadata", "/LastModified", "/AF", "/Thumb", "/B"])
        for note in _notes(page):
            if note.get("/FT") == "/Sig":
                _lose(note, ["/V"])
    for number in pictured:
        _draw(writer, number, original)
    for thing in writer._objects:
        if isinstance(thing, dict) and thing.get("/Type") != "/Metadata":
            _lose(thing, ["/Metadata", "/PieceInfo", "/LastModified"])
    title = (writer.metadata or {}).get("/Title")
    writer.metadata = {"/Title": title} if title and not _A_FILE.search(str(title)) else None
    stream = BytesIO()
    writer.write(stream)
    return stream.getvalue()


def _lose(thing, names):
    from pypdf.generic import NameObject

    for name in names:
        thing.pop(NameObject(name), None)


def _draw(writer, number, original):
    """The page as it is seen, as one picture of 200 dpi; nothing else of it is kept."""
    import pypdfium2
    from pypdf.generic import ArrayObject, DictionaryObject, FloatObject, NameObject, NumberObject, StreamObject

    document = pypdfium2.PdfDocument(original)
    try:
        document.init_forms()
        page = document[number]
        if unseen_on(page)[1]:
            raise CannotClean  # a picture made here would show less than the page does elsewhere
        width, height = page.get_size()
        scale = min(_DRAWN_AT, (_MOST_DRAWN / max(width * height, 1)) ** 0.5)
        picture = page.render(scale=scale, draw_annots=True).to_pil().convert("RGB")
        page.close()
    finally:
        document.close()
    stream = BytesIO()
    picture.save(stream, "JPEG", quality=90)
    image = StreamObject()
    image.set_data(stream.getvalue())
    image.update(
        {
            NameObject("/Type"): NameObject("/XObject"),
            NameObject("/Subtype"): NameObject("/Image"),
            NameObject("/Width"): NumberObject(picture.width),
            NameObject("/Height"): NumberObject(picture.height),
            NameObject("/ColorSpace"): NameObject("/DeviceRGB"),
            NameObject("/BitsPerComponent"): NumberObject(8),
            NameObject("/Filter"): NameObject("/DCTDecode"),
        }
    )
    drawing = StreamObject()
    drawing.set_data(f"q {width:.3f} 0 0 {height:.3f} 0 0 cm /Im0 Do Q".encode())
    page = writer.pages[number]
    for name in [name for name in page if name not in ("/Type", "/Parent")]:
        del page[name]
    objects = DictionaryObject({NameObject("/Im0"): writer._add_object(image)})
    page[NameObject("/Resources")] = DictionaryObject({NameObject("/XObject"): objects})
    page[NameObject("/MediaBox")] = ArrayObject(
        [NumberObject(0), NumberObject(0), FloatObject(width), FloatObject(height)]
    )
    page[NameObject("/Contents")] = writer._add_object(drawing)


def _again(content):
    """Written once more from its root, so that nothing stays that nothing leads to."""
    from pypdf import PdfReader, PdfWriter

    writer = PdfWriter(clone_from=PdfReader(BytesIO(content)))
    title = (writer.metadata or {}).get("/Title")
    writer.metadata = {"/Title": title} if title else None
    writer.pdf_header = "%PDF-1.7"
    stream = BytesIO()
    writer.write(stream)
    return stream.getvalue()
