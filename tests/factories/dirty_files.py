"""A prepared set of files: what hides in each is known, with its place. Built by code, small, and the same at each run."""

import struct
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from io import BytesIO

#: Stands in every dirty file where nobody sees it, and in no clean copy.
SECRET = "Nguyen Thi Kin"
SEEN = "Quyet dinh 12"


# --- PDF ---------------------------------------------------------------------------------------------------------
def text_at(x, y, words, size=14):
    return f"BT /F1 {size} Tf {x} {y} Td ({words}) Tj ET"


BLACK_BOX = "0 g 60 690 220 30 re f"


@cache
def pdf(*pages: str, size=(400, 800), more="", objects=()) -> bytes:
    """A PDF by hand: one content stream a page. `objects` follow with numbers from 100 on, `more` stands in the root."""
    body = {1: f"<< /Type /Catalog /Pages 2 0 R {more} >>"}
    kids = []
    for number, content in enumerate(pages or (text_at(60, 700, SEEN),)):
        page, stream = 10 + number * 2, 11 + number * 2
        kids.append(f"{page} 0 R")
        extra, _bar, drawn = content.rpartition("|")
        of_page, of_resources = (extra, "") if "/Annots" in extra else ("", extra)
        body[page] = (
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {size[0]} {size[1]}] /Contents {stream} 0 R "
            f"/Resources << /Font << /F1 3 0 R >> {of_resources} >> {of_page} >>"
        )
        body[stream] = f"<< /Length {len(drawn)} >>\nstream\n{drawn}\nendstream"
    body[2] = f"<< /Type /Pages /Kids [{' '.join(kids)}] /Count {len(kids)} >>"
    body[3] = "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"
    body |= dict(enumerate(objects, start=100))
    out, places = b"%PDF-1.7\n", {}
    for number, text in sorted(body.items()):
        places[number] = len(out)
        out += f"{number} 0 obj\n{text}\nendobj\n".encode("latin-1")
    start, last = len(out), max(body)
    out += f"xref\n0 {last + 1}\n0000000000 65535 f \n".encode()
    for number in range(1, last + 1):
        out += f"{places[number]:010d} 00000 n \n".encode() if number in places else b"0000000000 00000 f \n"
    return out + f"trailer\n<< /Size {last + 1} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n".encode()


def with_pdf(change, content=None):
    from pypdf import PdfReader, PdfWriter

    writer, stream = PdfWriter(clone_from=PdfReader(BytesIO(content or pdf()))), BytesIO()
    change(writer)
    writer.write(stream)
    return stream.getvalue()


def changed_later() -> bytes:
    """Words of the first state taken out by an incremental update: they are still in the file."""
    first = pdf(text_at(60, 700, SECRET))
    stream = text_at(60, 700, SEEN)
    at = len(first)
    new = f"11 0 obj\n<< /Length {len(stream)} >>\nstream\n{stream}\nendstream\nendobj\n".replace("<< /L", "<< /L")
    previous = int(first.rsplit(b"startxref\n", 1)[1].split()[0])
    update = new.encode()
    start = at + len(update)
    update += f"xref\n11 1\n{at:010d} 00000 n \ntrailer\n<< /Size 12 /Root 1 0 R /Prev {previous} >>\n".encode()
    return first + update + f"startxref\n{start}\n%%EOF\n".encode()


def noted(kind) -> bytes:
    note = f"<< /Type /Annot /Subtype /{kind} /Rect [60 600 200 640] /T ({SECRET}) /Contents ({SECRET}) >>"
    return pdf(f"/Annots [100 0 R]|{text_at(60, 700, SEEN)}", objects=(note,))


def under_a_box() -> bytes:
    return pdf(text_at(60, 700, "Trang 1"), f"{text_at(64, 700, SECRET)} {BLACK_BOX} 0 g {text_at(60, 500, SEEN)}")


def layered() -> bytes:
    drawn = f"{text_at(60, 700, SEEN)} /OC /L1 BDC {text_at(60, 600, SECRET)} EMC"
    return pdf(
        f"/Properties << /L1 100 0 R >>|{drawn}",
        more="/OCProperties << /OCGs [100 0 R] /D << /OFF [100 0 R] /Order [100 0 R] >> >>",
        objects=("<< /Type /OCG /Name (Nhap) >>",),
    )


def covered_by_mark() -> bytes:
    """A black square laid over the words as a comment: the reader's program can move it away."""
    look = "0 g 0 0 220 30 re f"
    square = (
        "<< /Type /Annot /Subtype /Square /Rect [60 690 280 720] /F 4 /C [0 0 0] /IC [0 0 0] /AP << /N 101 0 R >> >>"
    )
    form = f"<< /Type /XObject /Subtype /Form /BBox [0 0 220 30] /Length {len(look)} >>\nstream\n{look}\nendstream"
    return pdf(f"/Annots [100 0 R]|{text_at(64, 700, SECRET)} {text_at(60, 500, SEEN)}", objects=(square, form))


def attached() -> bytes:
    return with_pdf(lambda writer: writer.add_attachment("danh-sach.txt", SECRET.encode()))


def locked() -> bytes:
    return with_pdf(lambda writer: writer.encrypt("mat khau", algorithm="RC4-128"))


# --- pictures ------------------------------------------------------------------------------------------------------
def picture(kind="JPEG", size=(16, 8), **saved):
    from PIL import Image

    stream, image = BytesIO(), Image.new("RGB", size, (180, 40, 60))
    image.putpixel((3, 3), (10, 200, 30))
    image.save(stream, kind, **saved)
    return stream.getvalue()


def exif(**tags):
    from PIL import Image

    told = Image.Exif()
    for name, value in tags.items():
        told[{"author": 0x013B, "turn": 0x0112, "camera": 0x0110}[name]] = value
    return told


def located() -> bytes:
    told = exif(turn=6)
    told.get_ifd(0x8825).update({1: "N", 2: (20.0, 51.0, 30.0), 3: "E", 4: (106.0, 40.0, 12.0)})
    return picture(exif=told)


def with_thumbnail() -> bytes:
    small = picture(size=(4, 4))
    ifd1 = (
        struct.pack("<H", 2) + struct.pack("<HHII", 0x0201, 4, 1, 44) + struct.pack("<HHII", 0x0202, 4, 1, len(small))
    )
    told = b"II*\0" + struct.pack("<I", 8) + struct.pack("<H", 0) + struct.pack("<I", 14) + ifd1 + struct.pack("<I", 0)
    return picture(exif=b"Exif\0\0" + told + small)


def png_with(**texts):
    from PIL.PngImagePlugin import PngInfo

    info = PngInfo()
    for name, text in texts.items():
        info.add_text(name, text)
    return picture("PNG", pnginfo=info)


# --- spreadsheets --------------------------------------------------------------------------------------------------
def xlsx(change=None) -> bytes:
    import openpyxl

    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "Bảng"
    for row in ((SEEN, 10), ("Tong", 20), ("Ghi", 30)):
        sheet.append(row)
    book.properties.creator = ""
    if change:
        change(book)
    stream = BytesIO()
    book.save(stream)
    return _repacked(stream.getvalue())


def _repacked(content, *, gone=(), **more):
    """The same archive; parts by their names, with "__" for "/", may be put in or changed by a function."""
    stream = BytesIO()
    with zipfile.ZipFile(BytesIO(content)) as archive, zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as copy:
        parts = {name: archive.read(name) for name in archive.namelist() if name not in gone}
        for name, part in more.items():
            name = name.replace("__", "/").replace("_dot_", ".")
            parts[name] = part(parts.get(name, b"")) if callable(part) else part
        for name, part in parts.items():
            copy.writestr(zipfile.ZipInfo(name, (2026, 11, 1, 8, 0, 0)), part, zipfile.ZIP_DEFLATED)
    return stream.getvalue()


def _second_sheet(state):
    def change(book):
        sheet = book.create_sheet("Lương")
        sheet["A1"] = SECRET
        sheet.sheet_state = state
        book["Bảng"]["C1"] = "=Lương!A1"

    return change


def _hide_row(book):
    book["Bảng"]["A3"] = SECRET
    book["Bảng"].row_dimensions[3].hidden = True


def _hide_column(book):
    book["Bảng"]["D2"] = SECRET
    book["Bảng"].column_dimensions["D"].hidden = True


def _comment(book):
    from openpyxl.comments import Comment

    book["Bảng"]["B2"].comment = Comment(SECRET, SECRET)


def _name_outside(book):
    from openpyxl.workbook.defined_name import DefinedName

    book.defined_names["KetQua"] = DefinedName("KetQua", attr_text="'C:\\Users\\Kin\\[bang.xlsx]Sheet1'!$A$1")


def _author(book):
    book.properties.creator = SECRET


def comment_and_author(book):
    _comment(book)
    _author(book)


def linked_outside() -> bytes:
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    link = (
        f'<externalLink xmlns="{main}"><externalBook xmlns:r="{office}" r:id="rId1"><sheetNames><sheetName val="A"/>'
        f'</sheetNames><sheetDataSet><sheetData sheetId="0"><row r="1"><cell r="A1" t="str"><v>{SECRET}</v></cell></row>'
        "</sheetData></sheetDataSet></externalBook></externalLink>"
    )
    rels = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" '
        f'Type="{office}/externalLinkPath" Target="file:///C:/Users/Kin/a.xlsx" TargetMode="External"/></Relationships>'
    )
    return _repacked(
        xlsx(),
        xl__externalLinks__externalLink1_dot_xml=link.encode(),
        xl__externalLinks___rels__externalLink1_dot_xml_dot_rels=rels.encode(),
        xl___rels__workbook_dot_xml_dot_rels=lambda part: part.replace(
            b"</Relationships>",
            f'<Relationship Id="rId99" Type="{office}/externalLink" Target="externalLinks/externalLink1.xml"/>'
            "</Relationships>".encode(),
        ),
        xl__workbook_dot_xml=lambda part: part.replace(
            b"</sheets>",
            f'</sheets><externalReferences><externalReference xmlns:r="{office}" r:id="rId99"/></externalReferences>'.encode(),
        ),
    )


def pivoted() -> bytes:
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    source = '<cacheSource type="worksheet"><worksheetSource ref="A1:B3" sheet="Bảng"/></cacheSource>'
    fields = f'<cacheFields count="1"><cacheField name="{SECRET}"/></cacheFields>'
    cache_ = f'<pivotCacheDefinition xmlns="{main}">{source}{fields}</pivotCacheDefinition>'
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    return _repacked(
        xlsx(),
        xl__pivotCache__pivotCacheDefinition1_dot_xml=cache_.encode(),
        xl___rels__workbook_dot_xml_dot_rels=lambda part: part.replace(
            b"</Relationships>",
            f'<Relationship Id="rId98" Type="{office}/pivotCacheDefinition" '
            'Target="pivotCache/pivotCacheDefinition1.xml"/></Relationships>'.encode(),
        ),
        xl__workbook_dot_xml=lambda part: part.replace(
            b"</workbook>",
            f'<pivotCaches><pivotCache xmlns:r="{office}" cacheId="1" r:id="rId98"/></pivotCaches></workbook>'.encode(),
        ),
    )


# --- documents -------------------------------------------------------------------------------------------------------
_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def docx(change=None, raw="") -> bytes:
    """Two paragraphs; `raw` is WordprocessingML of a third."""
    import docx as words

    document = words.Document()
    document.core_properties.author = ""
    document.core_properties.comments = ""
    document.add_paragraph(SEEN)
    document.add_paragraph("Noi nhan")
    if raw:
        from docx.oxml import parse_xml

        document.add_paragraph()._p.addprevious(parse_xml(f"<w:p {_W}>{raw}</w:p>"))
    if change:
        change(document)
    stream = BytesIO()
    document.save(stream)
    return _repacked(stream.getvalue(), gone=("docProps/thumbnail.jpeg",), _rels___dot_rels=_without_thumbnail)


def _without_thumbnail(part):
    import re

    return re.sub(rb"<Relationship [^>]*thumbnail[^>]*/>", b"", part)


def run(words, properties=""):
    return f"<w:r><w:rPr>{properties}</w:rPr><w:t>{words}</w:t></w:r>"


_BY = f'w:id="7" w:author="{SECRET}" w:date="2026-11-01T08:00:00Z"'
INSERTED = f"<w:ins {_BY}>{run('Them vao')}</w:ins>"
DELETED = f"{run('Con lai')}<w:del {_BY}><w:r><w:delText>{SECRET}</w:delText></w:r></w:del>"
MOVED = f"{run('Con lai')}<w:moveFrom {_BY}>{run(SECRET)}</w:moveFrom>"
HIDDEN = f"{run('Con lai')}{run(SECRET, '<w:vanish/>')}"


def _doc_comment(document):
    document.add_comment(document.paragraphs[0].runs, text=SECRET, author=SECRET, initials="K")


def _doc_author(document):
    document.core_properties.author = SECRET


def _bound(kind, target, mode="", owner="word__", of="document", **parts):
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    name = f"{owner}_rels__{of}_dot_xml_dot_rels"
    line = f'<Relationship Id="rId97" Type="{office}/{kind}" Target="{target}"{mode}/></Relationships>'
    empty = b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>'
    return _repacked(
        docx(), **{name: lambda part: (part or empty).replace(b"</Relationships>", line.encode())}, **parts
    )


def embedded() -> bytes:
    return _bound(
        "oleObject",
        "embeddings/oleObject1.bin",
        word__embeddings__oleObject1_dot_bin=SECRET.encode(),
        **{
            "[Content_Types]_dot_xml": lambda part: part.replace(
                b"<Default ", b'<Default Extension="bin" ContentType="application/octet-stream"/><Default ', 1
            )
        },
    )


def templated(target="https://kin.example/mau.dotx") -> bytes:
    return _bound("attachedTemplate", target, ' TargetMode="External"', of="settings")


def pictured() -> bytes:
    def change(document):
        document.add_picture(BytesIO(located()))

    return docx(change)


def odt(body="", *, creator="", **parts) -> bytes:
    spaces = " ".join(
        f'xmlns:{prefix}="{name}"'
        for prefix, name in (
            ("office", "urn:oasis:names:tc:opendocument:xmlns:office:1.0"),
            ("text", "urn:oasis:names:tc:opendocument:xmlns:text:1.0"),
            ("dc", "http://purl.org/dc/elements/1.1/"),
        )
    )
    words = f"<office:body><office:text><text:p>{SEEN}</text:p>{body}</office:text></office:body>"
    content = f"<office:document-content {spaces}>{words}</office:document-content>"
    maker = f"<office:meta><dc:creator>{creator}</dc:creator></office:meta>"
    meta = f"<office:document-meta {spaces}>{maker}</office:document-meta>"
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        for name, part in {"content.xml": content, "meta.xml": meta, **parts}.items():
            archive.writestr(name, part)
    return stream.getvalue()


def annotated() -> bytes:
    return odt(f"<text:p>Con lai<office:annotation><text:p>{SECRET}</text:p></office:annotation></text:p>")


def bomb() -> bytes:
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", b"<a/>")
        with archive.open("word/media/a.bin", "w", force_zip64=True) as part:
            for _turn in range(101):
                part.write(bytes(1024 * 1024))
    return stream.getvalue()


@dataclass(frozen=True)
class Dirty:
    """`at` is the place of the finding; `cleans` whether a program can make a copy that shows the same."""

    name: str
    make: Callable[[], bytes]
    kind: str
    at: str = ""
    cleans: bool = True

    @property
    def ending(self):
        return self.name.rpartition(".")[2]


DIRTY = (
    # xlsx
    Dirty("trang-an.xlsx", lambda: xlsx(_second_sheet("hidden")), "HIDDEN_SHEET", "Lương"),
    Dirty("trang-an-ky.xlsx", lambda: xlsx(_second_sheet("veryHidden")), "VERY_HIDDEN_SHEET", "Lương"),
    Dirty("hang-an.xlsx", lambda: xlsx(_hide_row), "HIDDEN_ROWS", "Bảng!3:3"),
    Dirty("cot-an.xlsx", lambda: xlsx(_hide_column), "HIDDEN_COLUMNS", "Bảng!D:D"),
    Dirty("binh-luan.xlsx", lambda: xlsx(_comment), "COMMENT", "Bảng!B2"),
    Dirty("ten-ngoai.xlsx", lambda: xlsx(_name_outside), "NAME_OUTSIDE", "KetQua"),
    Dirty("nguoi-soan.xlsx", lambda: xlsx(_author), "AUTHOR", "người soạn"),
    Dirty("lien-ket.xlsx", linked_outside, "EXTERNAL_LINK", "xl/externalLinks/externalLink1.xml"),
    Dirty("tong-hop.xlsx", pivoted, "PIVOT_CACHE", "xl/pivotCache/pivotCacheDefinition1.xml"),
    # docx
    Dirty("binh-luan.docx", lambda: docx(_doc_comment), "COMMENT", "1"),
    Dirty("them-vao.docx", lambda: docx(raw=INSERTED), "TRACKED", "3"),
    Dirty("bo-di.docx", lambda: docx(raw=DELETED), "TRACKED", "3"),
    Dirty("chuyen-cho.docx", lambda: docx(raw=MOVED), "TRACKED", "3"),
    Dirty("chu-an.docx", lambda: docx(raw=HIDDEN), "HIDDEN_TEXT", "3"),
    Dirty("nguoi-soan.docx", lambda: docx(_doc_author), "AUTHOR", "người soạn"),
    Dirty("tep-nhung.docx", embedded, "EMBEDDED", "word/embeddings/oleObject1.bin"),
    Dirty("mau-tu-xa.docx", templated, "OUTSIDE_PART", "word/settings.xml"),
    Dirty("thu-muc.docx", lambda: templated("file:///C:/Users/Kin/mau.dotx"), "FOLDER", "word/settings.xml"),
    Dirty("anh-co-vi-tri.docx", pictured, "POSITION", "word/media/image1.jpg"),
    # odt
    Dirty("ghi-chu.odt", annotated, "COMMENT", "2"),
    Dirty("nguoi-soan.odt", lambda: odt(creator=SECRET), "AUTHOR", "người sửa cuối"),
    # pdf
    Dirty("duoi-o-den.pdf", under_a_box, "COVERED_TEXT", "2"),
    Dirty("duoi-dau-den.pdf", covered_by_mark, "COVERED_TEXT", "1"),
    Dirty("chu-trang.pdf", lambda: pdf(f"{text_at(60, 500, SEEN)} 1 g {text_at(60, 700, SECRET)}"), "UNSEEN_TEXT", "1"),
    Dirty("nguoi-soan.pdf", lambda: with_pdf(lambda writer: writer.add_metadata({"/Author": SECRET})), "AUTHOR", "người soạn"),
    Dirty("tu-chay.pdf", lambda: pdf(more=f"/OpenAction << /S /JavaScript /JS ({SECRET}) >>"), "SCRIPT"),
    Dirty("tep-kem.pdf", attached, "EMBEDDED", "danh-sach.txt"),
    Dirty("ghi-chu.pdf", lambda: noted("Text"), "NOTE", "1"),
    Dirty("che-chua-xong.pdf", lambda: noted("Redact"), "REDACTION_NOT_APPLIED", "1", cleans=False),
    Dirty("lop-an.pdf", layered, "HIDDEN_LAYER", "Nhap"),
    Dirty("ban-truoc.pdf", changed_later, "EARLIER_STATE"),
    Dirty("co-mat-khau.pdf", locked, "ENCRYPTED", cleans=False),
    # pictures
    Dirty("vi-tri.jpg", located, "POSITION"),
    Dirty("tac-gia.jpg", lambda: picture(exif=exif(author=SECRET)), "PICTURE_DATA"),
    Dirty("anh-nho.jpg", with_thumbnail, "THUMBNAIL"),
    Dirty("phia-sau.jpg", lambda: picture() + SECRET.encode(), "TRAILING"),
    Dirty("loi-ghi.png", lambda: png_with(Author=SECRET), "PICTURE_DATA"),
    # not what they say
    Dirty("anh-gia.jpg", lambda: picture("PNG"), "WRONG_KIND", cleans=False),
    Dirty("van-ban-gia.docx", lambda: xlsx(), "WRONG_KIND", cleans=False),
    Dirty("bang-khoa.xlsx", lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "ENCRYPTED", cleans=False),
    Dirty("qua-lon.docx", bomb, "TOO_LARGE", cleans=False),
    Dirty("hong.pdf", lambda: b"%PDF-1.7\nhong\n%%EOF", "UNREADABLE", cleans=False),
)  # fmt: skip


def _clean_set():
    yield from (
        (f"trang-{n}.pdf", pdf(*(text_at(60, 700 - n, f"{SEEN} trang {n}") for _page in range(n)))) for n in range(1, 6)
    )
    yield "hop-den-trong.pdf", pdf(f"{BLACK_BOX} {text_at(60, 500, SEEN)}")
    yield "chu-trang-tren-den.pdf", pdf(f"{BLACK_BOX} 1 g {text_at(64, 700, SEEN)}")
    yield "co-tieu-de.pdf", with_pdf(lambda writer: writer.add_metadata({"/Title": "Quyết định về quy hoạch"}))
    yield (
        "co-lien-ket.pdf",
        pdf(
            f"/Annots [100 0 R]|{text_at(60, 700, SEEN)}",
            objects=(
                "<< /Type /Annot /Subtype /Link /Rect [60 600 90 640] /A << /S /URI /URI (https://haison.example) >> >>",
            ),
        ),
    )
    yield from ((f"bang-{n}.xlsx", xlsx(lambda book, n=n: book["Bảng"].append([SEEN, n]))) for n in range(4))
    yield "hai-trang.xlsx", xlsx(lambda book: book.create_sheet("Thêm").append([SEEN]))
    yield "hang-an-trong.xlsx", xlsx(lambda book: setattr(book["Bảng"].row_dimensions[9], "hidden", True))
    yield from (
        (f"van-ban-{n}.docx", docx(lambda document, n=n: document.add_paragraph(f"{SEEN} {n}"))) for n in range(4)
    )
    yield "dam.docx", docx(raw=run(SEEN, "<w:b/>"))
    yield "van-ban.odt", odt(f"<text:p>{SEEN}</text:p>")
    yield from ((f"anh-{n}.jpg", picture(size=(16 + n, 8))) for n in range(3))
    yield "anh-xoay.jpg", picture(exif=exif(turn=6))
    yield from ((f"anh-{n}.png", picture("PNG", size=(16 + n, 8))) for n in range(3))
    yield "loi.txt", f"{SEEN}: Độc lập, tự do\n".encode()


@cache
def clean_files() -> tuple[tuple[str, bytes], ...]:
    return tuple(_clean_set())


@cache
def content_of(dirty: Dirty) -> bytes:
    return dirty.make()
