"""Files that leave: what each hides is named with its place, its clean copy shows the same and hides nothing (S10)."""

import re
import zipfile
from io import BytesIO

import pytest
from PIL import Image, ImageChops, ImageOps

from cms.core.inspection import apart, images, reading
from cms.core.inspection.found import CannotClean, Found, Kind, Place, tidy
from tests.factories import dirty_files
from tests.factories.dirty_files import DIRTY, SECRET, SEEN, clean_files, content_of

CLEANABLE = [one for one in DIRTY if one.cleans]
BY_NAME = {one.name: one for one in DIRTY}


def kinds(name, content):
    return [one.kind for one in reading.inspect(name.rpartition(".")[2], content)]


def test_the_set_is_large_enough():
    assert len(DIRTY) >= 25
    assert len({one.kind for one in DIRTY}) >= 10
    assert len(clean_files()) >= 25


@pytest.mark.parametrize("dirty", DIRTY, ids=lambda one: one.name)
def test_what_hides_is_named_with_its_place(dirty):
    found = reading.inspect(dirty.ending, content_of(dirty))
    assert (Kind(dirty.kind), dirty.at) in [(one.kind, one.at) for one in found]


@pytest.mark.parametrize("dirty", CLEANABLE, ids=lambda one: one.name)
def test_the_clean_copy_passes_and_shows_the_same(dirty):
    content = content_of(dirty)
    copy = reading.clean(dirty.ending, content)
    assert reading.inspect(dirty.ending, copy.content) == []
    assert SECRET not in everything_in(dirty.ending, copy.content)
    SHOWS[dirty.ending](content, copy)


@pytest.mark.parametrize("dirty", [one for one in DIRTY if not one.cleans], ids=lambda one: one.name)
def test_where_only_a_person_can_no_copy_is_offered(dirty):
    with pytest.raises(CannotClean):
        reading.clean(dirty.ending, content_of(dirty))


@pytest.mark.parametrize(("name", "content"), clean_files(), ids=lambda one: one if isinstance(one, str) else "")
def test_clean_files_pass(name, content):
    assert reading.inspect(name.rpartition(".")[2], content) == []


# --- what is seen --------------------------------------------------------------------------------------------------
def everything_in(ending, content) -> str:
    """All that can be read out of a file, also where no program shows it."""
    if ending == "pdf":
        from pypdf import PdfReader

        reader, parts = PdfReader(BytesIO(content)), [content]
        for number in range(1, len(reader.xref[0]) + 1 if 0 in reader.xref else 200):
            try:
                thing = reader.get_object(number)
            except Exception:
                continue
            parts += [str(thing).encode("utf-8", "replace")]
            parts += (
                [thing.get_data()] if hasattr(thing, "get_data") and "/DCT" not in str(thing.get("/Filter")) else []
            )
        return b"\n".join(parts).decode("latin-1")
    if content.startswith(b"PK"):
        with zipfile.ZipFile(BytesIO(content)) as archive:
            return "\n".join(archive.read(name).decode("utf-8", "replace") for name in archive.namelist())
    return content.decode("latin-1")


def cells(content):
    import openpyxl

    book = openpyxl.load_workbook(BytesIO(content))
    return {
        (sheet.title, cell.coordinate): cell.value
        for sheet in book.worksheets
        if sheet.sheet_state == "visible"
        for row in sheet.iter_rows()
        for cell in row
        if cell.value is not None
        and not sheet.row_dimensions[cell.row].hidden
        and not sheet.column_dimensions[cell.column_letter].hidden
    }


def the_same_cells(content, copy):
    before = {place: value for place, value in cells(content).items() if not str(value).startswith("=")}
    assert cells(copy.content) == before
    assert before[("Bảng", "A1")] == SEEN


def the_same_paragraphs(content, copy):
    import docx

    shown = [paragraph.text for paragraph in docx.Document(BytesIO(copy.content)).paragraphs]
    before = [paragraph.text.replace(SECRET, "") for paragraph in docx.Document(BytesIO(content)).paragraphs]
    inserted = {"": "Them vao"}
    assert shown == before or shown == [inserted.get(text, text) if i == 2 else text for i, text in enumerate(before)]
    assert shown[0] == SEEN


def the_same_words(content, copy):
    with zipfile.ZipFile(BytesIO(copy.content)) as archive:
        words = re.sub(r"<[^>]*>", " ", archive.read("content.xml").decode())
    assert SEEN in words
    assert ("Con lai" in words) == (b"Con lai" in zipfile.ZipFile(BytesIO(content)).read("content.xml"))


def pages_of(content):
    import pypdfium2

    document = pypdfium2.PdfDocument(content)
    document.init_forms()
    return [page.render(scale=1, grayscale=True, draw_annots=True).to_pil() for page in document]


def the_same_pages(content, copy):
    import pypdf

    reader = pypdf.PdfReader(BytesIO(copy.content))
    before, after = pages_of(content), pages_of(copy.content)
    assert [page.size for page in before] == [page.size for page in after]
    for number, (old, new) in enumerate(zip(before, after, strict=True), start=1):
        low = old.resize((old.width // 8, old.height // 8), Image.Resampling.BOX)
        other = new.resize(low.size, Image.Resampling.BOX)
        # A note's little sign is no content of the page.
        if b"/Subtype /Text" not in content and b"/Subtype/Text" not in content:
            assert ImageChops.difference(low, other).getextrema()[1] < 40
        has_words = bool(reader.pages[number - 1].extract_text().strip())
        assert has_words == (number not in copy.pictured)


def the_same_picture(content, copy):
    before, after = (ImageOps.exif_transpose(Image.open(BytesIO(one))) for one in (content, copy.content))
    assert before.size == after.size
    assert ImageChops.difference(before.convert("RGB"), after.convert("RGB")).getbbox() is None


SHOWS = {"xlsx": the_same_cells, "docx": the_same_paragraphs, "odt": the_same_words, "pdf": the_same_pages,
         "jpg": the_same_picture, "png": the_same_picture}  # fmt: skip


def test_pages_with_covered_words_become_pictures_and_others_stay_text():
    copy = reading.clean("pdf", content_of(BY_NAME["duoi-o-den.pdf"]))
    assert copy.pictured == (2,)
    from pypdf import PdfReader

    image = PdfReader(BytesIO(copy.content)).pages[1].images[0].image
    assert image.width >= 400 / 72 * 200 - 1  # 200 dpi


def test_letters_of_a_face_that_is_not_here_are_not_hidden_and_never_drawn_away():
    from workflow.management.demo import papers

    words = papers.pdf("PHỤ LỤC SỐ 2", ("Tài liệu dùng thử, số liệu không có thật.",))
    assert reading.inspect("pdf", words) == []
    boxed = words.replace(b"ET\nendstream", b"ET 0 g 72 740 300 40 re f\nendstream")
    assert Kind.COVERED_TEXT in kinds("a.pdf", boxed)
    with pytest.raises(CannotClean):
        reading.clean("pdf", boxed)


# --- doubt is a finding ----------------------------------------------------------------------------------------------
def test_many_places_of_one_kind_are_cut():
    places = tidy([Found(Kind.COMMENT, Place.PARAGRAPH, str(n)) for n in range(100)] + [Found(Kind.TRACKED)])
    assert (len(places), places[-1]) == (21, Found(Kind.TRACKED))


def test_an_image_too_large_is_held_unread():
    tall = bytearray(dirty_files.picture("PNG"))
    import struct
    import zlib

    tall[16:24] = struct.pack(">II", 50_000, 50_000)
    tall[29:33] = struct.pack(">I", zlib.crc32(bytes(tall[12:29])))
    assert kinds("a.png", bytes(tall)) in ([Kind.TOO_LARGE], [Kind.UNREADABLE])
    assert images.MAX_PIXELS == 40_000_000


def test_the_process_apart_names_and_cleans():
    looked = apart.look("duoi-o-den.pdf", content_of(BY_NAME["duoi-o-den.pdf"]), want_copy=True)
    assert looked.found == (Found(Kind.COVERED_TEXT, Place.PAGE, "2"),)
    assert looked.copy.pictured == (2,)
    assert reading.inspect("pdf", looked.copy.content) == []


def test_the_process_apart_lets_a_clean_file_pass():
    assert apart.look("loi.txt", SEEN.encode(), want_copy=True) == apart.Looked(())


@pytest.mark.parametrize(
    "program",
    [
        pytest.param("import os; os.abort()", id="hỏng giữa chừng"),
        pytest.param("import time; time.sleep(30)", id="quá lâu"),
        pytest.param("print('xong')", id="trả lời vô nghĩa"),
        pytest.param('print(\'{"found": [{"kind": "KHONG_CO"}]}\')', id="kiểu lạ"),
        pytest.param("x = bytearray(4 << 30)", id="hết bộ nhớ"),
    ],
)
def test_a_process_that_does_not_answer_is_a_finding_that_holds(program, tmp_path, monkeypatch):
    place = tmp_path / "program.py"
    limits = "import resource; resource.setrlimit(resource.RLIMIT_AS, (1 << 30, 1 << 30))\n"
    place.write_text(limits + program)
    monkeypatch.setattr(apart, "_PROGRAM", place)
    monkeypatch.setattr(apart, "PATIENCE", 1)
    looked = apart.look("a.pdf", b"%PDF-")
    assert looked == apart.Looked((Found(Kind.NOT_FINISHED),))
    assert looked.found[0].holds
