"""Tables in and out: what a spreadsheet would run is text, what an old font typed is named (S11, SC13)."""

import csv
import subprocess
import zipfile
from datetime import date
from io import BytesIO, StringIO

import openpyxl
import pytest
from django.core.exceptions import ValidationError

from cms.core import tables
from tests.conftest import find_program

#: SC13: everything that some spreadsheet takes for a formula.
FORMULAS = [
    "=1+1",
    '=HYPERLINK("http://x.example","bấm")',
    "=cmd|' /C calc'!A0",
    "+1+1",
    "-2+3+cmd|' /C calc'!A0",
    "@SUM(1+1)",
    "\t=1+1",
    "\r=1+1",
    "\n=1+1",
    "＝1+1",
    "＋1",
    "－1",
    "＠SUM(1)",
    "  =1+1",
    "\u00a0=1+1",
    "\u3000=1+1",
    "\u200b=1+1",
    "\ufeff=1+1",
    "\u202e=1+1",
]
PLAIN = ["", "Đường Lê Lợi", "0912 345 678", "5 + 3 = 8", "a=b", "'đã có dấu'", "12/11/2026", "H99.27-0417"]
ABOUT = [("Tên bảng", "Sổ theo dõi"), ("Kỳ", "năm 2026")]


def as_csv(rows, delimiter=",", headers=("Một", "Hai")):
    stream = BytesIO()
    count = tables.write_csv(stream, headers, rows, delimiter)
    return stream.getvalue(), count


def as_xlsx(rows, headers=("Một", "Hai")):
    stream = BytesIO()
    count = tables.write_xlsx(stream, headers, rows, sheet="Sổ theo dõi", about=ABOUT)
    return stream.getvalue(), count


def csv_rows(content, delimiter=","):
    return list(csv.reader(StringIO(content.decode("utf-8-sig"), newline=""), delimiter=delimiter))


# --- writing -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("text", FORMULAS)
def test_no_csv_cell_opens_a_formula(text):
    content, _count = as_csv([[text, "x"]])
    cell = csv_rows(content)[1][0]
    assert cell == f"'{text}"


@pytest.mark.parametrize("text", PLAIN)
def test_other_text_is_written_as_it_is(text):
    content, _count = as_csv([[text, "x"]])
    assert csv_rows(content)[1][0] == text


def test_headers_are_guarded_too():
    assert csv_rows(as_csv([], headers=("=A1", "Hai"))[0])[0] == ["'=A1", "Hai"]


def test_numbers_and_dates_stay_what_they_are():
    content, count = as_csv([[-5, date(2026, 11, 5)], [None, 1_234_567]])
    assert csv_rows(content)[1:] == [["-5", "05/11/2026"], ["", "1234567"]]
    assert count == 2


@pytest.mark.parametrize("delimiter", [",", ";"])
def test_csv_is_as_offices_expect(delimiter):
    content, _count = as_csv([['Dòng "một"\nDòng hai', "a,b;c"]], delimiter)
    assert content.startswith(b"\xef\xbb\xbf")
    assert b"\r\n" in content
    assert csv_rows(content, delimiter)[1] == ['Dòng "một"\nDòng hai', "a,b;c"]


@pytest.mark.parametrize("text", FORMULAS)
def test_no_xlsx_cell_is_a_formula(text):
    content, _count = as_xlsx([[text, "x"]])
    with zipfile.ZipFile(BytesIO(content)) as archive:
        sheets = [archive.read(name) for name in archive.namelist() if name.startswith("xl/worksheets/sheet")]
    assert sheets
    assert all(b"<f>" not in sheet and b"<f " not in sheet for sheet in sheets)
    cell = openpyxl.load_workbook(BytesIO(content)).worksheets[0].cell(2, 1)
    assert cell.data_type != "f"
    assert cell.number_format == "@"


def test_xlsx_cells_keep_their_kind():
    content, count = as_xlsx([["0912 345 678", date(2026, 11, 5)], ["https://x.example", -1_234_567], ["", None]])
    page = openpyxl.load_workbook(BytesIO(content)).worksheets[0]
    assert page["A2"].value == "0912 345 678"
    assert page["B2"].value.date() == date(2026, 11, 5)
    assert page["B2"].number_format == "dd/mm/yyyy"
    assert page["A3"].hyperlink is None
    assert page["B3"].value == -1_234_567
    assert page["A4"].value is None
    assert count == 3


def test_xlsx_has_a_frozen_header_a_filter_and_says_what_it_is():
    book = openpyxl.load_workbook(BytesIO(as_xlsx([["a", "b"]])[0]))
    page, about = book.worksheets
    assert page.freeze_panes == "A2"
    assert page.auto_filter.ref == "A1:B2"
    assert about.title == "Thông tin"
    assert [[cell.value for cell in row] for row in about.rows] == [list(row) for row in ABOUT]


def test_spreadsheet_program_finds_no_formula(tmp_path):
    """The whole way round: written by us, opened and saved by LibreOffice, read again."""
    program = find_program("LibreOffice", ["soffice", "libreoffice"])
    (tmp_path / "a.csv").write_bytes(as_csv([[text, "x"] for text in FORMULAS])[0])
    (tmp_path / "b.xlsx").write_bytes(as_xlsx([[text, "x"] for text in FORMULAS])[0])
    for name in ("a.csv", "b.xlsx"):
        command = [program, "--headless", "--convert-to", "ods:calc8", "--outdir", str(tmp_path), str(tmp_path / name)]
        subprocess.run(command, check=True, capture_output=True, timeout=120)
        with zipfile.ZipFile((tmp_path / name).with_suffix(".ods")) as archive:
            assert b"table:formula" not in archive.read("content.xml")


# --- reading -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("delimiter", [",", ";"])
@pytest.mark.parametrize("bom", [b"", b"\xef\xbb\xbf"])
def test_csv_is_read_with_either_separator(delimiter, bom):
    text = (
        delimiter.join(("Mã hồ sơ ngoài", "Họ và tên")) + "\r\n" + delimiter.join(('"H1"', '"Hà, Thị; Miên"')) + "\r\n"
    )
    table = tables.read("so.csv", bom + text.encode())
    assert table.headers == ("Mã hồ sơ ngoài", "Họ và tên")
    assert table.rows[0].text("Họ và tên") == "Hà, Thị; Miên"
    assert table.rows[0].number == 2


def test_headers_are_found_whatever_their_marks_and_case():
    table = tables.read("so.csv", b"MA HO SO NGOAI\nH1\n")
    assert table.rows[0]["Mã hồ sơ ngoài"] == "H1"
    assert table.rows[0]["Cột không có"] is None


def test_decomposed_letters_are_composed():
    table = tables.read("so.csv", "Tên\nHa\u0300 Mie\u0302n\n".encode())
    assert table.rows[0].text("Tên") == "Hà Miên"


def test_written_tables_are_read_back():
    rows = [["Hà Thị Miên", date(2026, 11, 5)], ["Dòng\nhai", date(2026, 1, 31)]]
    for name, content in (("a.csv", as_csv(rows)[0]), ("a.xlsx", as_xlsx(rows)[0])):
        table = tables.read(name, content)
        assert [row.text("Một") for row in table.rows] == ["Hà Thị Miên", "Dòng\nhai"]
        assert [row.text("Hai") for row in table.rows] == ["05/11/2026", "31/01/2026"]


def test_numbers_of_a_spreadsheet_are_read_as_typed():
    book = openpyxl.Workbook()
    book.active.append(["Số", "Ngày"])
    book.active.append([417.0, 4.5])
    stream = BytesIO()
    book.save(stream)
    (row,) = tables.read("so.xlsx", stream.getvalue()).rows
    assert (row.text("Số"), row.text("Ngày")) == ("417", "4.5")


@pytest.mark.parametrize("write", [as_csv, as_xlsx])
def test_reading_takes_back_exactly_the_one_apostrophe(write):
    """What we write comes back as it was, apostrophes of its own included."""
    texts = ["=1+1", "'=1+1", "''-2", "- Quyết định", "+84 912", "@Ban", "'đã có dấu", "5 - 3", "it's"]
    name = "a.csv" if write is as_csv else "a.xlsx"
    table = tables.read(name, write([[text, "x"] for text in texts])[0])
    assert [row.text("Một") for row in table.rows] == texts


def test_empty_lines_without_end_are_refused(monkeypatch):
    monkeypatch.setattr(tables, "MAX_ROWS", 10)
    with pytest.raises(ValidationError, match="quá lớn"):
        tables.read("so.csv", b"A\n" + b"\n" * 30 + b"1\n")


def test_empty_lines_are_no_rows():
    assert [row.number for row in tables.read("so.csv", b"A,B\n\n,,\n1,2\n").rows] == [4]


@pytest.mark.parametrize(
    ("name", "content", "sentence"),
    [
        pytest.param("so.csv", "Họ tên\nHà".encode("utf-16"), "UTF-8", id="UTF-16"),
        pytest.param("so.csv", "Tên\nNguyễn".encode("cp1258", "replace"), "UTF-8", id="code page"),
        pytest.param("so.csv", b"A\0B\n1", "không phải bảng", id="binary"),
        pytest.param("so.csv", b"", "Dòng đầu", id="empty"),
        pytest.param("so.csv", b'A\n"abc', "ngoặc kép", id="open quote"),
        pytest.param("so.csv", b"A,a\n1,2", "hai lần", id="doubled header"),
        pytest.param("so.xlsx", b"PK\x03\x04garbage", "không phải bảng", id="broken workbook"),
        pytest.param("so.xlsx", b"%PDF-1.7", "không phải bảng", id="another kind"),
    ],
)
def test_unreadable_table_is_refused_in_a_sentence(name, content, sentence):
    with pytest.raises(ValidationError, match=sentence):
        tables.read(name, content)


def test_too_many_rows_are_refused(monkeypatch):
    monkeypatch.setattr(tables, "MAX_ROWS", 2)
    with pytest.raises(ValidationError, match="quá lớn"):
        tables.read("so.csv", b"A\n1\n2\n3\n")


def test_too_large_a_file_is_refused(monkeypatch):
    monkeypatch.setattr(tables, "MAX_SIZE", 5)
    with pytest.raises(ValidationError, match="quá lớn"):
        tables.read("so.csv", b"A\n1\n2\n3\n")


def test_workbook_that_unpacks_too_far_is_refused(monkeypatch):
    monkeypatch.setattr(tables, "MAX_UNPACKED", 10)
    with pytest.raises(ValidationError, match="quá lớn"):
        tables.read("so.xlsx", as_xlsx([["a", "b"]])[0])


@pytest.mark.parametrize(
    ("text", "code_page"),
    [
        ("Quy ho¹ch sö dông ®Êt x· Suèi Vµng", "TCVN3"),
        ("Nguyeãn Thò Möôøi, thoân Ñoài Cheø, xaõ Suoái Vaøng", "VNI"),
        ("Quyết định phê duyệt quy hoạch, hoà bình, thuỷ lợi, toán học", ""),
        ("Jürgen Müller", ""),
        ("5½ ha và 30 m² © 2026", ""),
    ],
)
def test_old_code_pages_are_named(text, code_page):
    assert tables.old_code_page(text) == code_page
