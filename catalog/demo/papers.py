"""Small real files made on the spot: a page in PDF, a letter in DOCX, a table in XLSX."""

import unicodedata
import zipfile
from io import BytesIO
from xml.sax.saxutils import escape

_LINE = 80  # characters
_XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_RELS = "http://schemas.openxmlformats.org/package/2006/relationships"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def make(ending: str, title: str, lines: tuple[str, ...]) -> bytes:
    """The file of that kind, holding the title and the lines."""
    return {"pdf": pdf, "docx": docx, "xlsx": xlsx}[ending](title, lines)


def pdf(title: str, lines: tuple[str, ...]) -> bytes:
    """One A4 page in a standard face; each letter names the character it is, so that words can be found and copied."""
    words = [part for line in (title, "", *lines) for part in _cut(unicodedata.normalize("NFC", line))]
    codes = {letter: code for code, letter in enumerate(sorted(set("".join(words))), start=33)}
    shown = "\n".join(
        f"1 0 0 1 60 {770 - 18 * row} Tm <{''.join(f'{codes[letter]:02X}' for letter in line)}> Tj"
        for row, line in enumerate(words)
        if line
    )
    names = " ".join(f"{code} /uni{ord(letter):04X}" for letter, code in codes.items())
    maps = "\n".join(f"<{code:02X}> <{ord(letter):04X}>" for letter, code in codes.items())
    widths = " ".join("600" for _letter in codes)
    cmap = (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /Adobe-Identity-UCS def /CMapType 2 def "
        f"1 begincodespacerange <00> <FF> endcodespacerange\n{len(codes)} beginbfchar\n{maps}\nendbfchar endcmap end end"
    )
    font = (
        f"<< /Type /Font /Subtype /TrueType /BaseFont /CourierNew /FirstChar 33 /LastChar {32 + len(codes)} "
        f"/Widths [{widths}] /Encoding << /Type /Encoding /Differences [{names}] >> /ToUnicode 6 0 R /FontDescriptor 7 0 R >>"
    )
    return _pdf_file(
        "<< /Type /Catalog /Pages 2 0 R /Lang (vi) >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F 5 0 R >> >> >>",
        _stream(f"BT /F 10 Tf\n{shown}\nET"),
        font,
        _stream(cmap),
        "<< /Type /FontDescriptor /FontName /CourierNew /Flags 33 /FontBBox [-100 -300 1100 1000] /ItalicAngle 0 "
        "/Ascent 833 /Descent -300 /CapHeight 571 /StemV 80 >>",
    )


def _cut(line: str) -> list[str]:
    rows, row = [], ""
    for word in line.split():
        if row and len(row) + 1 + len(word) > _LINE:
            rows.append(row)
            row = word
        else:
            row = f"{row} {word}".strip()
    return [*rows, row]


def _stream(content: str) -> str:
    return f"<< /Length {len(content)} >>\nstream\n{content}\nendstream"


def _pdf_file(*objects: str) -> bytes:
    body, places = "%PDF-1.7\n", []
    for number, content in enumerate(objects, start=1):
        places.append(len(body))
        body += f"{number} 0 obj\n{content}\nendobj\n"
    table = "".join(f"{place:010d} 00000 n \n" for place in places)
    start, size = len(body), len(objects) + 1
    body += f"xref\n0 {size}\n0000000000 65535 f \n{table}trailer\n<< /Size {size} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n"
    return body.encode("latin-1")


def docx(title: str, lines: tuple[str, ...]) -> bytes:
    space = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    text = "".join(f'<w:p><w:r><w:t xml:space="preserve">{escape(line)}</w:t></w:r></w:p>' for line in (title, *lines))
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    return _package(
        "word/document.xml", kind, f'{_XML}<w:document xmlns:w="{space}"><w:body>{text}</w:body></w:document>', {}
    )


def xlsx(title: str, lines: tuple[str, ...]) -> bytes:
    space = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    rows = [[title], *([part.strip() for part in line.split(":", 1)] for line in lines)]
    cells = "".join(
        f'<row r="{n}">'
        + "".join(
            f'<c r="{"AB"[column]}{n}" t="inlineStr"><is><t xml:space="preserve">{escape(text)}</t></is></c>'
            for column, text in enumerate(row)
        )
        + "</row>"
        for n, row in enumerate(rows, start=1)
    )
    base = "application/vnd.openxmlformats-officedocument.spreadsheetml."
    book = (
        f'{_XML}<workbook xmlns="{space}" xmlns:r="{_OFFICE}"><sheets><sheet name="Bảng" sheetId="1" r:id="rId1"/></sheets>'
        "</workbook>"
    )
    more = {
        "xl/worksheets/sheet1.xml": (
            base + "worksheet+xml",
            f'{_XML}<worksheet xmlns="{space}"><sheetData>{cells}</sheetData></worksheet>',
        ),
    }
    rels = _relation(f"{_OFFICE}/worksheet", "worksheets/sheet1.xml")
    return _package("xl/workbook.xml", base + "sheet.main+xml", book, more, {"xl/_rels/workbook.xml.rels": rels})


def _package(main: str, kind: str, content: str, more: dict, plain: dict | None = None) -> bytes:
    """A zip with the main part, others with their kinds, and the relations that hold them together."""
    parts = {main: (kind, content), **more}
    overrides = "".join(f'<Override PartName="/{name}" ContentType="{kind}"/>' for name, (kind, _text) in parts.items())
    types = (
        f'{_XML}<Types xmlns="{_TYPES}"><Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{overrides}</Types>'
    )
    top = _relation(f"{_OFFICE}/officeDocument", main)
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", types)
        archive.writestr("_rels/.rels", top)
        for name, text in {**{name: text for name, (_kind, text) in parts.items()}, **(plain or {})}.items():
            archive.writestr(name, text)
    return out.getvalue()


def _relation(kind: str, target: str) -> str:
    """A part of an office file that says where its first other part lies."""
    return f'{_XML}<Relationships xmlns="{_RELS}"><Relationship Id="rId1" Type="{kind}" Target="{target}"/></Relationships>'
