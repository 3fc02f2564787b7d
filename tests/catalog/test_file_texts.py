"""The words of files: read in a process of its own, within limits; what cannot be read is said to be so."""

import io
import zipfile

import pytest

from catalog import file_texts
from catalog.choices import FileTextState
from catalog.file_texts import words_of


def archive(**parts):
    """A zip of these parts; `__` in a name is a stroke, the last `_` a dot."""
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as zipped:
        for name, text in parts.items():
            folder, _dot, ending = name.rpartition("_")
            zipped.writestr(f"{folder.replace('__', '/')}.{ending}", text)
    return content.getvalue()


DOCX = archive(
    word__document_xml='<w:d xmlns:w="w"><w:p><w:t>Bảng giá</w:t><w:t> đất</w:t></w:p><w:p><w:t>Phụ lục</w:t></w:p></w:d>'
)
ODT = archive(
    content_xml='<o xmlns:office="o" xmlns:text="t"><office:body><text:h>Bảng giá</text:h><text:p>đất</text:p></office:body></o>'
)
XLSX = archive(
    xl__workbook_xml="<workbook/>",
    xl__sharedStrings_xml="<sst><si><t>Bảng giá</t></si><si><t>đất</t></si></sst>",
    xl__worksheets__sheet1_xml="<worksheet><c><is><t>Ghi chú</t></is></c></worksheet>",
)
BOMB = archive(
    word__document_xml='<!DOCTYPE a [<!ENTITY b "đất đất đất">]><w:document xmlns:w="w"><w:t>&b;&b;</w:t></w:document>'
)


def pdf(words):
    """The smallest PDF with these words; none gives an empty page."""
    stream = f"BT /F1 12 Tf 50 700 Td ({words}) Tj ET".encode()
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>",
        b"<</Length %d>>\nstream\n%s\nendstream" % (len(stream), stream),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    ]
    body, places = b"%PDF-1.4\n", []
    for number, thing in enumerate(objects, start=1):
        places.append(len(body))
        body += b"%d 0 obj\n%s\nendobj\n" % (number, thing)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    return body + b"xref\n0 6\n0000000000 65535 f \n%strailer\n<</Size 6/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % (
        table,
        len(body),
    )


@pytest.mark.parametrize(
    ("name", "content", "state", "words"),
    [
        ("gia.DOCX", DOCX, FileTextState.READ, "Bảng giá đất\nPhụ lục"),
        ("gia.odt", ODT, FileTextState.READ, "Bảng giá\nđất"),
        ("gia.xlsx", XLSX, FileTextState.READ, "Bảng giá\nđất\nGhi chú"),
        ("gia.pdf", pdf("Quyet dinh 58"), FileTextState.READ, "Quyet dinh 58"),
        ("quet.pdf", pdf(""), FileTextState.EMPTY, ""),
        ("gia.txt", "Bảng giá đất".encode(), FileTextState.READ, "Bảng giá đất"),
        ("dai.txt", ("đất " * 40_000).encode(), FileTextState.CUT, None),
        ("anh.png", b"\x89PNG", FileTextState.OTHER_KIND, ""),
        ("hong.pdf", b"%PDF-1.4 hong", FileTextState.UNREADABLE, ""),
        ("hong.docx", b"PK\x03\x04", FileTextState.UNREADABLE, ""),
        ("no.docx", BOMB, FileTextState.UNREADABLE, ""),
    ],
    ids=lambda value: value if isinstance(value, str) and "." in value else "",
)
def test_words_of_files(name, content, state, words):
    found = words_of(name, content)
    assert found[0] == state
    assert words is None or found[1] == words


def test_a_file_that_takes_too_long_is_given_up(monkeypatch):
    monkeypatch.setattr(file_texts, "PATIENCE", 0.01)
    assert words_of("gia.txt", b"a")[0] == FileTextState.UNREADABLE


def test_a_file_that_takes_too_much_memory_is_given_up(tmp_path, monkeypatch):
    greedy = tmp_path / "file_reader.py"
    source = file_texts._READER.read_text(encoding="utf-8")
    greedy.write_text(
        source.replace("text.add(content", "bytearray(600 * 1024 * 1024); text.add(content"), encoding="utf-8"
    )
    monkeypatch.setattr(file_texts, "_READER", greedy)
    assert words_of("gia.txt", b"a")[0] == FileTextState.UNREADABLE
