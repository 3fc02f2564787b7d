"""Files that leave: what they tell of people is taken out, or the file is refused with the reason."""

import zipfile
from io import BytesIO

import pytest
from django.core.exceptions import ValidationError
from PIL import Image
from PIL.PngImagePlugin import PngInfo
from pypdf import PdfReader, PdfWriter
from pypdf.annotations import FreeText

from cms.core import clean_copies

CORE = (
    '<cp:coreProperties xmlns:cp="x" xmlns:dc="y"><dc:creator>Trần Thị Lan</dc:creator>'
    "<cp:lastModifiedBy>Lê Văn Hùng</cp:lastModifiedBy></cp:coreProperties>"
)


def jpeg():
    stream, exif = BytesIO(), Image.Exif()
    exif[0x010F] = "Máy ảnh của Lan"
    exif[0x9C9D] = "Lan".encode("utf-16-le")
    Image.new("RGB", (8, 4), "red").save(stream, "JPEG", exif=exif, comment=b"nha ba Lan")
    return stream.getvalue()


def png():
    stream, info = BytesIO(), PngInfo()
    info.add_text("Author", "Lan")
    Image.new("RGB", (4, 4)).save(stream, "PNG", pnginfo=info)
    return stream.getvalue()


def docx(*, body="<w:document><w:t>Nội dung</w:t></w:document>", **more):
    parts = {"[Content_Types].xml": "<Types/>", "word/document.xml": body, "docProps/core.xml": CORE,
             "docProps/app.xml": "<Properties><Company>Công ty Lan</Company></Properties>",
             "word/_rels/settings.xml.rels": '<Relationship Target="file:///C:\\Users\\Lan\\Mau.dotx"/>'}  # fmt: skip
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name, text in (parts | more).items():
            archive.writestr(name, text)
        archive.writestr("word/media/anh.jpg", jpeg())
    return stream.getvalue()


def pdf(note=False):
    writer, stream = PdfWriter(), BytesIO()
    writer.add_blank_page(200, 200)
    writer.add_metadata({"/Author": "Trần Thị Lan", "/Title": "Đơn của bà Mến"})
    if note:
        writer.add_annotation(0, FreeText(text="Hỏi chị Lan", rect=(10, 10, 50, 50)))
    writer.write(stream)
    return stream.getvalue()


@pytest.mark.parametrize(
    ("name", "content"),
    [("a.jpg", jpeg()), ("a.png", png()), ("a.docx", docx()), ("a.pdf", pdf()), ("a.pdf", pdf(note=True))],
)
def test_what_names_somebody_is_found_and_gone(name, content):
    assert clean_copies.findings(name, content)
    copy = clean_copies.clean(name, content)
    assert clean_copies.findings(name, copy) == []
    for word in (b"Lan", "Mến".encode(), "Mến".encode("utf-16-be")):
        assert word not in copy


def test_the_content_stays():
    assert len(PdfReader(BytesIO(clean_copies.clean("a.pdf", pdf()))).pages) == 1
    with zipfile.ZipFile(BytesIO(clean_copies.clean("a.docx", docx()))) as archive:
        assert "Nội dung" in archive.read("word/document.xml").decode()
    assert Image.open(BytesIO(clean_copies.clean("a.jpg", jpeg()))).size == (8, 4)
    assert clean_copies.clean("a.txt", b"abc") == b"abc"


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (docx(body='<w:document><w:ins w:author="Lan"/></w:document>'), "dấu vết sửa"),
        (docx(**{"word/comments.xml": "<w:comments/>"}), "bình luận"),
        (docx(body="<w:document><w:rPr><w:vanish/></w:rPr>Lan</w:document>"), "chữ ẩn"),
    ],
)
def test_what_only_a_person_can_decide_is_refused_with_the_reason(content, why):
    with pytest.raises(ValidationError, match=why):
        clean_copies.clean("a.docx", content)


def test_a_broken_file_is_refused_in_words():
    for name in ("a.pdf", "a.jpg", "a.docx"):
        with pytest.raises(ValidationError):
            clean_copies.clean(name, b"khong phai tep")
