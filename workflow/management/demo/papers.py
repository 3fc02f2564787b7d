"""Small real files made on the spot: a PDF with Vietnamese words, and plain text."""

import unicodedata
from io import BytesIO
from itertools import count

from cms.core import files
from cms.core.inspection import reading
from workflow.services.answers import StoredFile

_LINE = 90  # characters


def stored(name: str, title: str, lines: tuple[str, ...], *, role: str = "ANSWER") -> StoredFile:
    """Check and keep a file as any upload would be; its kind follows from its name."""
    content = {"pdf": pdf, "xlsx": workbook}.get(name.rpartition(".")[2], text)(title, lines)
    kept = files.keep(name, content, files.FROM_STAFF)
    # Our own words on our own page need no process apart; what hides in them would be told all the same.
    inspection = "WAITING" if reading.inspect(name.rpartition(".")[2], content) else "CLEAR"
    return StoredFile(state="CLEAN", role=role, inspection=inspection, **vars(kept))


def text(title: str, lines: tuple[str, ...]) -> bytes:
    return "\r\n".join((title, "", *lines, "")).encode("utf-8-sig")


def workbook(title: str, lines: tuple[str, ...]) -> bytes:
    """A table as it comes from a desk: with a draft on a sheet that is hidden, so that the gate holds it."""
    import xlsxwriter

    stream = BytesIO()
    with xlsxwriter.Workbook(stream, {"in_memory": True}) as book:
        sheet, draft = book.add_worksheet("Bảng"), book.add_worksheet("Nháp")
        sheet.write_column(0, 0, [title, "", *lines])
        sheet.set_column(0, 0, 60)
        draft.write_column(0, 0, ["Đang hỏi lại kế toán", *lines])
        draft.hide()
    return stream.getvalue()


def pdf(title: str, lines: tuple[str, ...]) -> bytes:
    """One A4 page in a standard face. Each letter has a code of its own and says which character it is, so that the
    words are shown and can be found and copied."""
    words = [unicodedata.normalize("NFC", line)[:_LINE] for line in (title, "", *lines)]
    letters = dict(zip(sorted(set("".join(words))), count(33), strict=False))
    shown = "\n".join(
        f"1 0 0 1 72 {760 - 18 * row} Tm <{''.join(f'{letters[char]:02X}' for char in line)}> Tj"
        for row, line in enumerate(words)
        if line
    )
    names = " ".join(f"{code} /uni{ord(char):04X}" for char, code in letters.items())
    maps = "\n".join(f"<{code:02X}> <{ord(char):04X}>" for char, code in letters.items())
    widths = " ".join("500" for _ in letters)
    return _document(
        b"<< /Type /Catalog /Pages 2 0 R /Lang (vi) >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F 5 0 R >> >> >>",
        _stream(f"BT /F 12 Tf\n{shown}\nET"),
        f"<< /Type /Font /Subtype /TrueType /BaseFont /CourierNew /FirstChar 33 /LastChar {32 + len(letters)} "
        f"/Widths [{widths}] /Encoding << /Type /Encoding /Differences [{names}] >> /ToUnicode 6 0 R "
        f"/FontDescriptor 7 0 R >>".replace("500", "600").encode(),
        _stream(
            "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /Adobe-Identity-UCS def "
            f"/CMapType 2 def 1 begincodespacerange <00> <FF> endcodespacerange\n{len(letters)} beginbfchar\n{maps}\n"
            "endbfchar endcmap end end"
        ),
        b"<< /Type /FontDescriptor /FontName /CourierNew /Flags 33 /FontBBox [-100 -300 1100 1000] /ItalicAngle 0 "
        b"/Ascent 833 /Descent -300 /CapHeight 571 /StemV 80 >>",
    )


def _stream(content: str) -> bytes:
    body = content.encode("latin-1")
    return b"<< /Length %d >>\nstream\n%s\nendstream" % (len(body), body)


def _document(*objects: bytes) -> bytes:
    """Objects 1, 2, 3 …, the first being the catalog, with their cross-reference table."""
    body, places = b"%PDF-1.7\n", []
    for number, content in enumerate(objects, start=1):
        places.append(len(body))
        body += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    size = len(objects) + 1
    return (
        body
        + b"xref\n0 %d\n0000000000 65535 f \n%s" % (size, table)
        + b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (size, len(body))
    )
