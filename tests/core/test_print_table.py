"""A table on paper: every cell under its name, on as many lines as it needs, on as many pages as it takes."""

from datetime import date
from io import BytesIO

import pdfplumber
import pytest
from pypdf import PdfReader

from cms.core import print_table, typeset
from tests.factories.moments import moment

AT = moment("22/11/2026")
LETTERS = "Ấ Ổ Ữ Ỵ ặ ệ ộ ự ỹ đ"


def printed(columns, rows, **words):
    sheet = print_table.Sheet(
        title="Sổ thử",
        owner="Ủy ban nhân dân xã Suối Vàng",
        about=(("Kỳ", "năm 2025"), ("Phạm vi", "tất cả hồ sơ")),
        columns=tuple((f"Cột {number}", width) for number, width in enumerate(columns, start=1)),
        closing=words.pop("closing", ""),
        signers=words.pop("signers", ()),
    )
    stream = BytesIO()
    count = print_table.write_pdf(stream, sheet, rows, made=AT, **words)
    return stream.getvalue(), count


def text(content):
    return [" ".join(page.extract_text().split()) for page in PdfReader(BytesIO(content)).pages]


@pytest.mark.parametrize(
    ("wanted", "expected", "lines"),
    [
        ([1, 1, 1], [1, 1, 1], [0]),
        ([1] * 12, [1] * 12, [0]),
        ([1] * 13, [1] * 12 + [12], [0, 12]),
        ([6, 4, 4, 6], [7, 5, 5, 7], [0, 2]),
        ([5, 5, 4, 4], [6, 6, 6, 6], [0, 2]),
    ],
)
def test_every_line_is_full(wanted, expected, lines):
    assert print_table.widths(wanted) == (expected, lines)


@pytest.mark.parametrize(
    ("cell", "read"), [(None, ""), (1234567, "1.234.567"), (date(2026, 1, 5), "05/01/2026"), ("=1+1", "=1+1")]
)
def test_cells_are_read_as_people_write_them(cell, read):
    assert print_table.words(cell) == read


@pytest.fixture(scope="module")
def paper():
    rows = [[f"SV-{number:03d}", LETTERS, "#strong[x] $y$ *z*", "a" * 90, *[number] * 16] for number in range(60)]
    signers = (print_table.Signer("Người khóa sổ", "Trần Thị Lan", "(Ký, ghi rõ họ tên)", "ngày 05 tháng 01 năm 2026"),)
    return printed(
        [1, 2, 2, *[1] * 17],
        rows,
        totals=lambda: ["Cộng: 60", *[None] * 19],
        closing="Sổ có 60 hồ sơ.",
        signers=signers,
    )


def test_paper_is_across_with_the_header_on_every_page(paper):
    content, count = paper
    pages = text(content)
    assert count == 60
    assert len(pages) > 1
    for number, page in enumerate(pages, start=1):
        if "SV-" in page:
            assert "Cột 1 (1)" in page
            assert "Cột 20 (20)" in page
        assert page.endswith(f"Trang {number}/{len(pages)}")
    with pdfplumber.open(BytesIO(content)) as opened:
        assert (round(opened.pages[0].width), round(opened.pages[0].height)) == (842, 595)


def test_paper_says_what_it_is_and_who_signs(paper):
    pages = text(paper[0])
    assert "ỦY BAN NHÂN DÂN XÃ SUỐI VÀNG" in pages[0]
    assert "Kỳ: năm 2025" in pages[0]
    assert "SỔ THỬ" not in pages[1]
    assert "Cộng: 60" in " ".join(pages[-2:])
    assert "NGƯỜI KHÓA SỔ (Ký, ghi rõ họ tên) Trần Thị Lan ngày 05 tháng 01 năm 2026" in pages[-1]


def test_what_people_typed_is_text_and_one_font_has_every_letter(paper):
    assert "#strong[x] $y$ *z*" in text(paper[0])[0]
    with pdfplumber.open(BytesIO(paper[0])) as opened:
        page = opened.pages[0]
        assert {char["fontname"].partition("+")[2].partition("-")[0] for char in page.chars} == {"Tinos"}
        assert {char["text"] for char in page.chars} >= set(LETTERS)
        assert max(char["x1"] for char in page.chars) < page.width


def test_same_rows_make_the_same_bytes():
    assert printed([1, 1], [["a", 1]]) == printed([1, 1], [["a", 1]])


def test_long_tables_are_joined_and_count_their_pages_through(monkeypatch):
    monkeypatch.setattr(print_table, "PORTION", 2)
    told = []
    content, count = printed([1, 1], [[f"SV-{n}", n] for n in range(5)], tell=told.append, totals=lambda: ["Cộng", 5])
    pages = text(content)
    assert count == 5
    assert [page[-9:] for page in pages] == ["Trang 1/3", "Trang 2/3", "Trang 3/3"]
    assert ["SỔ THỬ" in page for page in pages] == [True, False, False]
    assert ["Cộng" in page for page in pages] == [False, False, True]
    assert told == [2, 4, 5]


def test_empty_table_is_a_page():
    content, count = printed([1, 1], [])
    assert count == 0
    assert text(content)[0].endswith("Trang 1/1")


def test_mistake_in_the_source_is_told():
    with pytest.raises(typeset.NotSet, match="unknown variable"):
        typeset.pdf("#nothing", {}, made=AT)
