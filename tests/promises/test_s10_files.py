"""S10: a file is what its ending says, or it is refused; what is kept leaves only as a download."""

import time
import zipfile
import zlib
from contextlib import closing
from io import BytesIO
from random import Random

import pytest
from django.core.exceptions import ValidationError
from PIL import Image

from cms.core import files


def zipped(*names, before=b"", **texts):
    """An archive with these entries."""
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in names:
            archive.writestr(name, texts.get(name, "nội dung"))
    return before + out.getvalue()


def picture(kind, size=(20, 20)):
    out = BytesIO()
    Image.new("1" if kind == "PNG" else "RGB", size).save(out, kind)
    return out.getvalue()


def pdf(inside=b""):
    return b"%PDF-1.7\n" + inside + b"\n%%EOF"


def bomb():
    """A document that says it unpacks to 101 MB."""
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", b"")
        archive.writestr("word/media/trang.bmp", bytes(101 * 1024 * 1024))
    return out.getvalue()


DOCX = zipped("[Content_Types].xml", "word/document.xml")
ODT = zipped("mimetype", "content.xml")
PACKED_SCRIPT = zlib.compress(b"1 0 <</S/JavaScript/JS(app.alert(1))>>")
HTML = b"<!doctype html><script>alert(1)</script>"
SVG = b"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>"
EXE = b"MZ\x90\x00" + bytes(200)

ACCEPTED = [
    ("don.pdf", pdf(), "application/pdf"),
    ("ANH.JPG", picture("JPEG"), "image/jpeg"),
    ("anh.png", picture("PNG"), "image/png"),
    ("don.docx", DOCX, files.TYPES["docx"]),
    ("don.odt", ODT, files.TYPES["odt"]),
    ("don.txt", "Tôi cần bản sao quyết định".encode(), "text/plain"),
    ("don.pdf.pdf", pdf(), "application/pdf"),
]

REFUSED = [
    ("a page as PDF", "trang.pdf", HTML),
    ("a page before a PDF", "trang.pdf", HTML + pdf()),
    ("a page by its own ending", "trang.html", HTML),
    ("a drawing that runs", "hinh.svg", SVG),
    ("a drawing as picture", "hinh.png", SVG),
    ("a program as picture", "anh.jpg", EXE),
    ("a program as text", "doc.txt", EXE),
    ("a program before a document", "don.docx", EXE + DOCX),
    ("a page before a document", "don.docx", HTML + DOCX),
    ("a server script", "a.php", b"<?php echo 1;"),
    ("double ending", "don.pdf.exe", pdf()),
    ("no ending", "don", pdf()),
    ("ending of another kind", "anh.png", picture("JPEG")),
    ("an archive", "tep.zip", zipped("a.txt")),
    ("an archive as document", "don.docx", zipped("a.txt")),
    ("an archive in a document", "don.docx", zipped("word/document.xml", "word/media/trong.zip")),
    ("macros", "don.docx", zipped("word/document.xml", "word/vbaProject.bin")),
    ("macros, other letters", "don.docx", zipped("word/document.xml", "word/VBAPROJECT.BIN")),
    ("macros of LibreOffice", "don.odt", zipped("content.xml", "Basic/Standard/Module1.xml")),
    ("a spreadsheet from the public", "bang.xlsx", zipped("xl/workbook.xml")),
    ("more than 100 MB unpacked", "don.docx", bomb()),
    ("more than 1,000 entries", "don.docx", zipped("word/document.xml", *(f"word/{n}.xml" for n in range(1_001)))),
    ("a script in a PDF", "don.pdf", pdf(b"<</S/JavaScript/JS(app.alert(1))>>")),
    ("a script spelled otherwise", "don.pdf", pdf(b"<</S/J#61v#61Script/J#53 (x)>>")),
    (
        "a script in a packed part of a PDF",
        "don.pdf",
        pdf(b"<</Type/ObjStm/Filter/FlateDecode>>stream\r\n" + PACKED_SCRIPT + b"\nendstream"),
    ),
    (
        "the same behind a mark that leads astray",
        "don.pdf",
        pdf(b"%/ObjStm stream\n<</Type/ObjStm>>stream\n" + PACKED_SCRIPT + b"\nendstream"),
    ),
    ("a program that a PDF starts", "don.pdf", pdf(b"<</S/Launch/F(cmd.exe)>>")),
    ("a file in a PDF", "don.pdf", pdf(b"<</Type/EmbeddedFile>>")),
    ("a PDF with a password", "don.pdf", pdf(b"<</Encrypt 5 0 R>>")),
    ("a picture of too many points", "anh.png", picture("PNG", (8_000, 5_001))),
    ("half a picture's head", "anh.png", picture("PNG")[:30]),
    ("text of unknown letters", "don.txt", "Đơn".encode("utf-16")),
    ("nothing", "don.txt", b""),
    ("11 MB", "don.txt", b"a" * (11 * 1024 * 1024)),
]


@pytest.mark.parametrize(("name", "content", "kind"), ACCEPTED, ids=[row[0] for row in ACCEPTED])
def test_what_may_be_sent(name, content, kind):
    assert files.check(name, content) == kind


@pytest.mark.parametrize(("name", "content"), [row[1:] for row in REFUSED], ids=[row[0] for row in REFUSED])
def test_what_is_refused_with_a_sentence_and_at_once(name, content):
    began = time.perf_counter()

    with pytest.raises(ValidationError) as refusal:
        files.check(name, content)

    assert len(refusal.value.messages[0].split()) <= 20
    assert time.perf_counter() - began < 2  # seconds, SC11


@pytest.mark.parametrize(("name", "content"), [row[:2] for row in ACCEPTED[:5]], ids=[row[0] for row in ACCEPTED[:5]])
def test_a_broken_file_gets_a_sentence_never_an_error(name, content):
    chance = Random(20261121)
    for _ in range(300):
        broken = bytearray(content)
        for _ in range(chance.randint(1, 5)):
            broken[chance.randrange(len(broken))] = chance.randrange(256)
        try:
            files.check(name, bytes(broken[: chance.randint(1, len(broken))]))
        except ValidationError:
            continue


def test_marks_without_end_cost_no_time():
    began = time.perf_counter()

    files.check("don.pdf", pdf(b"/ObjStm stream\n" * 600_000))
    files.check("don.pdf", pdf(b"/ObjStm stream\nendstream" * 100_000))

    assert time.perf_counter() - began < 4


NAMES = [
    # what the browser says, what is kept
    ("../../etc/passwd.pdf", "passwd.pdf"),
    ("C:\\Users\\Lan\\don.pdf", "don.pdf"),
    ("đơn\u202efdp.exe.pdf", "đơnfdp.exe.pdf"),
    ("a\r\nSet-Cookie: x.pdf", "aSet-Cookie: x.pdf"),
    ("a\u2028b\u200b.pdf", "ab.pdf"),
    ("a\0.pdf", "a.pdf"),
    ("...", "tep"),
    ("", "tep"),
    ("Quyê\u0301t.pdf", "Quyết.pdf"),
]


@pytest.mark.parametrize(("said", "kept"), NAMES, ids=[repr(row[0]) for row in NAMES])
def test_a_name_shows_what_it_is_and_leads_nowhere(said, kept):
    assert files.clean_name(said) == kept


@pytest.mark.parametrize("said", ["ế" * 300 + ".pdf", "a." + "x" * 200, "." * 5 + "y" * 400, "ế" * 300])
def test_a_name_of_any_length_ends_at_150_bytes(said):
    kept = files.clean_name(said)

    assert 0 < len(kept.encode()) <= 150
    assert kept.endswith(".pdf") == said.endswith(".pdf")


def test_a_kept_file_lies_outside_the_web_root_under_a_random_name(settings):
    one, other = (files.keep("Đơn của bà Mến.pdf", pdf()) for _ in range(2))

    assert one.path != other.path
    assert "M" not in one.path
    assert (settings.PRIVATE_ROOT / one.path).read_bytes() == pdf()
    for public in (settings.MEDIA_ROOT, settings.STATIC_ROOT):
        assert not settings.PRIVATE_ROOT.is_relative_to(public)


@pytest.mark.django_db  # closing an answer looks after the database's connections
@pytest.mark.parametrize("name", ['đơn"; filename=x.html.pdf', "Đơn.pdf", "ế.pdf", "a\\b.pdf"])
def test_a_file_leaves_as_a_download_that_nothing_runs_or_keeps(name):
    kept = files.keep(name, pdf())

    with closing(files.hand_out(kept.path, kept.name, kept.content_type)) as answer:
        said = answer["Content-Disposition"]
        assert said.startswith('attachment; filename="')
        assert said.count('"') == 2
        assert "filename*=UTF-8''" in said
        assert answer["Content-Type"] == "application/pdf"
        assert answer["X-Content-Type-Options"] == "nosniff"
        assert answer["Content-Security-Policy"] == "default-src 'none'; sandbox"
        assert answer["Cache-Control"] == "private, no-store"
        assert answer["Cross-Origin-Resource-Policy"] == "same-origin"
