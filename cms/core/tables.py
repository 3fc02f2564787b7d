"""Tables in and out: XLSX and CSV as Vietnamese offices make and open them (standards.md 12, 13).

Reading takes both kinds of separator and real date cells, in NFC; text in an old code page is named, never stored.
Writing makes every text cell text: nothing that a citizen typed can become a formula (S11, SC13).
"""

import csv
import re
import zipfile
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date, datetime
from io import BytesIO, StringIO
from typing import IO

from django.core.exceptions import ValidationError

from cms.core.dates import short
from cms.core.text import INVISIBLE, fold, nfc

MAX_SIZE = 20 * 1024 * 1024  # bytes
MAX_UNPACKED = 200 * 1024 * 1024
MAX_ROWS = 50_000
MAX_COLUMNS = 200
#: Titles and emblems may stand above the names of the columns, but not more lines than this.
_LAST_HEADER = 50
_DIMENSION = re.compile(rb'<dimension ref="[A-Z]+[0-9]+:[A-Z]+([0-9]{1,7})"')

NO_TABLE = "Tệp không phải bảng XLSX hoặc CSV đọc được."
NOT_UTF8 = "Tệp CSV không dùng bảng mã UTF-8. Hãy lưu lại bằng “CSV UTF-8”, hoặc dùng XLSX."
NO_HEADER = "Dòng đầu của bảng phải là tên các cột."
TOO_MUCH = f"Bảng quá lớn. Mỗi lần nhập tối đa {MAX_ROWS} dòng, 20 MB."


# --- reading -----------------------------------------------------------------------------------------------------
@dataclass(frozen=True)
class Row:
    """One line of a table: its number as the spreadsheet shows it, and its cells by folded header."""

    number: int
    cells: dict[str, object]

    def text(self, header: str) -> str:
        """The cell as text; a date as dd/mm/yyyy, a whole number without a point."""
        return as_text(self.cells.get(fold(header)))

    def __getitem__(self, header: str):
        return self.cells.get(fold(header))


@dataclass(frozen=True)
class Table:
    """Headers as written, and rows."""

    headers: tuple[str, ...]
    rows: list[Row] = field(default_factory=list)


@dataclass(frozen=True)
class Stream:
    """The same, with rows that are read as they are asked for: a long table never stands in memory as a whole.

    `about` is how many rows the file seems to have, for a bar that shows progress; 0 where it does not say.
    """

    headers: tuple[str, ...]
    rows: Iterator[Row]
    about: int = 0


def read(name: str, content: bytes) -> Table:
    """The first sheet of a workbook, or a CSV. ValidationError with a sentence where it cannot be read."""
    stream = begin(name, content)
    return Table(stream.headers, list(stream.rows))


def begin(name: str, content: bytes) -> Stream:
    """The headers of a table at once, its rows one by one. ValidationError, now or on the way, where it cannot be read."""
    if len(content) > MAX_SIZE:
        raise ValidationError(TOO_MUCH)
    is_workbook = name.lower().endswith(".xlsx")
    lines = _filled(_xlsx_lines(content) if is_workbook else _csv_lines(content))
    _number, first = next(lines, (0, None))
    if first is None:
        raise ValidationError(NO_HEADER)
    headers = _headers(first)
    about = _rows_of_sheet(content) if is_workbook else max(0, content.count(b"\n") - 1)
    return Stream(tuple(headers), _rows(headers, lines), min(about, MAX_ROWS))


def _filled(lines) -> Iterator[tuple[int, list]]:
    """Lines with something in them, tidied. Empty ones beyond measure are no table but a trap."""
    for number, line in lines:
        if number > 2 * MAX_ROWS:
            raise ValidationError(TOO_MUCH)
        cells = [_tidy(cell) for cell in line]
        if any(cell not in (None, "") for cell in cells):
            yield number, cells


def _rows(headers, lines) -> Iterator[Row]:
    named = [(place, fold(title)) for place, title in enumerate(headers) if title]
    for count, (number, cells) in enumerate(lines):
        if count >= MAX_ROWS:
            raise ValidationError(TOO_MUCH)
        yield Row(number, {title: cells[place] for place, title in named if place < len(cells)})


def _headers(cells) -> list[str]:
    titles = [as_text(cell) for cell in cells]
    if not any(titles):
        raise ValidationError(NO_HEADER)
    doubled = {title for title in titles if title and [fold(t) for t in titles].count(fold(title)) > 1}
    if doubled:
        raise ValidationError(f"Cột “{sorted(doubled)[0]}” có hai lần.")
    return titles


def _csv_lines(content: bytes) -> Iterator[tuple[int, list]]:
    if content.startswith(b"PK\x03\x04"):  # a workbook under another name
        raise ValidationError(NO_TABLE)
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise ValidationError(NOT_UTF8) from error
    if "\0" in text:
        raise ValidationError(NO_TABLE)
    # Excel under a Vietnamese locale separates by semicolons; the header says which it was.
    first = text.partition("\n")[0]
    reader = csv.reader(
        StringIO(text, newline=""), delimiter=";" if first.count(";") > first.count(",") else ",", strict=True
    )
    try:
        for line in reader:
            yield reader.line_num, line[:MAX_COLUMNS]
    except csv.Error as error:
        raise ValidationError(f"Dòng {reader.line_num} của tệp CSV có dấu ngoặc kép không khép lại đúng.") from error


def _rows_of_sheet(content: bytes) -> int:
    """What the first sheet says of its own size; nothing is unpacked beyond its beginning."""
    with zipfile.ZipFile(BytesIO(content)) as archive:
        name = next((name for name in archive.namelist() if name.endswith("worksheets/sheet1.xml")), None)
        if name is None:
            return 0
        with archive.open(name) as sheet:
            said = _DIMENSION.search(sheet.read(4_000))
    return max(0, int(said[1]) - 1) if said else 0


def _xlsx_lines(content: bytes) -> Iterator[tuple[int, list]]:
    from openpyxl import load_workbook  # heavy: only where a table is read

    try:
        with zipfile.ZipFile(BytesIO(content)) as archive:
            if sum(entry.file_size for entry in archive.infolist()) > MAX_UNPACKED:
                raise ValidationError(TOO_MUCH)
        workbook = load_workbook(BytesIO(content), read_only=True, data_only=True)
        sheet = workbook.worksheets[0]
        width = _width(sheet)
        yield from enumerate(sheet.iter_rows(max_col=width, values_only=True), start=1)
    except ValidationError:
        raise
    # openpyxl raises whatever a broken part provokes in it.
    except Exception as error:
        raise ValidationError(NO_TABLE) from error


def _width(sheet) -> int:
    """How many columns the header has: asking for more would fill every line with nothing."""
    for line in sheet.iter_rows(max_row=_LAST_HEADER, max_col=MAX_COLUMNS, values_only=True):
        if filled := [place for place, cell in enumerate(line, start=1) if cell not in (None, "")]:
            return filled[-1]
    return MAX_COLUMNS


def _tidy(cell):
    if isinstance(cell, str):
        return nfc(bare_text(cell))
    if isinstance(cell, datetime):
        return cell.date()
    return cell


def as_text(cell) -> str:
    """What a cell shows."""
    if cell is None:
        return ""
    if isinstance(cell, datetime):
        cell = cell.date()
    if isinstance(cell, date):
        return short(cell)
    if isinstance(cell, float) and cell.is_integer():
        cell = int(cell)
    return nfc(str(cell))


#: What TCVN3 and VNI text shows when read as Unicode, and Vietnamese in Unicode never has.
_TCVN3 = re.compile(r"(?<=\w)[µ¶·¸¹¨©ª«¬®§¡¢£¤¥¦»¼½¾]|[§¡¢£¤¥¦®](?=\w)")
_VNI = re.compile(r"[øûïåäüëñöîæ]", re.IGNORECASE)


def old_code_page(text: str) -> str:
    """TCVN3 or VNI, where text was typed in such a font and is no Vietnamese any more; otherwise empty."""
    if len(_TCVN3.findall(text)) >= 2:
        return "TCVN3"
    # One or two such letters stand in foreign names.
    strange = _VNI.findall(text.lower())
    return "VNI" if len(strange) >= 3 and len(set(strange)) >= 2 else ""


# --- writing -----------------------------------------------------------------------------------------------------
#: What opens a formula in some spreadsheet, also in full-width letters.
_FORMULA = tuple("=+-@\t\r\n＝＋－＠")


def _opens_formula(text: str) -> bool:
    """Whether a spreadsheet would run it, apostrophes at its beginning aside."""
    return text.translate(INVISIBLE).lstrip(" \u00a0\u3000'").startswith(_FORMULA)


def safe_text(text: str) -> str:
    """The text as a CSV cell: with one apostrophe in front where a spreadsheet would take it for a formula.

    Text that has its own apostrophe there gets one more, so that `bare_text` always gives back what was written.
    """
    return f"'{text}" if _opens_formula(text) else text


def bare_text(text: str) -> str:
    """What `safe_text` was given: takes back the one apostrophe that it added, and no other."""
    return text[1:] if text.startswith("'") and _opens_formula(text[1:]) else text


def csv_lines(headers: Iterable[str], rows: Iterable[Iterable], delimiter: str = ",") -> Iterator[bytes]:
    """A CSV line by line, the names of the columns first: UTF-8 with BOM, CRLF, RFC 4180, dates as dd/mm/yyyy."""
    line = StringIO(newline="")
    writer = csv.writer(line, delimiter=delimiter, lineterminator="\r\n")
    line.write("\ufeff")
    writer.writerow([safe_text(title) for title in headers])
    yield line.getvalue().encode()
    for row in rows:
        line.seek(0)
        line.truncate()
        writer.writerow([_csv_cell(cell) for cell in row])
        yield line.getvalue().encode()


def write_csv(
    stream: IO[bytes],
    headers: Iterable[str],
    rows: Iterable[Iterable],
    delimiter: str = ",",
    *,
    totals: Callable[[], list] | None = None,
) -> int:
    """The same into a stream; returns how many rows. `totals` is asked for a last line after the last row."""
    written = -1
    for line in csv_lines(headers, rows, delimiter):
        stream.write(line)
        written += 1
    if totals:
        _header, last = csv_lines((), (totals() for _once in range(1)), delimiter)
        stream.write(last)
    return written


def _csv_cell(cell):
    if isinstance(cell, str):
        return safe_text(cell)
    if isinstance(cell, date):
        return as_text(cell)
    return "" if cell is None else cell


def _xlsx_text(text: str) -> str:
    """Text as it is: no cell of ours is a formula. Only what a reader would take for `safe_text`'s gets one more."""
    return safe_text(text) if text.startswith("'") else text


def write_xlsx(
    target,
    headers: Iterable[str],
    rows: Iterable[Iterable],
    *,
    sheet: str,
    about: Iterable[tuple],
    totals: Callable[[], list] | None = None,
) -> int:
    """A workbook in a file or a stream: real date cells, text as text, a frozen header with a filter, and a second
    sheet that says what this is. Rows go to disk one by one (constant memory); returns how many. `totals` is asked for
    a last line, outside the filter, after the last row."""
    import xlsxwriter  # heavy: only where a table is written

    options = {
        "constant_memory": True,
        "strings_to_formulas": False,
        "strings_to_numbers": False,
        "strings_to_urls": False,
    }
    with xlsxwriter.Workbook(target, options) as workbook:
        page = workbook.add_worksheet(sheet[:31])
        written = _fill(page, list(headers), rows, _formats(workbook), totals)
        note = workbook.add_worksheet("Thông tin")
        note.set_column(0, 0, 28)
        note.set_column(1, 1, 80)
        for line, (label, words) in enumerate(about):
            note.write_string(line, 0, label)
            note.write_string(line, 1, words)
    return written


def _formats(workbook) -> dict:
    return {
        "head": workbook.add_format({"bold": True, "text_wrap": True, "valign": "top", "bottom": 1}),
        "text": workbook.add_format({"num_format": "@", "text_wrap": True, "valign": "top"}),
        "day": workbook.add_format({"num_format": "dd/mm/yyyy", "valign": "top", "align": "left"}),
        "number": workbook.add_format({"num_format": "#,##0", "valign": "top"}),
        "total": workbook.add_format({"num_format": "#,##0", "valign": "top", "bold": True}),
    }


def _fill(page, headers, rows, formats, totals) -> int:
    for column, title in enumerate(headers):
        page.set_column(column, column, max(12, min(28, len(title) + 2)))
        page.write_string(0, column, title, formats["head"])
    page.freeze_panes(1, 0)
    line = 0
    for row in rows:
        line += 1
        _write_line(page, line, row, formats)
    page.autofilter(0, 0, line, len(headers) - 1)
    if totals:
        _write_line(page, line + 1, totals(), formats | {"text": formats["head"], "number": formats["total"]})
    return line


def _write_line(page, line, row, formats) -> None:
    for column, cell in enumerate(row):
        if isinstance(cell, int):
            page.write_number(line, column, cell, formats["number"])
        elif isinstance(cell, date):
            page.write_datetime(line, column, cell, formats["day"])
        elif cell:
            page.write_string(line, column, _xlsx_text(str(cell)), formats["text"])
