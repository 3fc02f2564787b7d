"""The table of another register, cell by cell: what is read, and the sentence for what is not."""

from datetime import date
from io import BytesIO

import openpyxl
import pytest
from django.core.exceptions import ValidationError

from workflow.services import import_table

GOOD = {
    "Mã hồ sơ ngoài": "H99.27-0417-0008",
    "Nơi cấp mã ngoài": "Bộ phận Một cửa",
    "Ngày gửi": "02/11/2026",
    "Ngày nhận": "03/11/2026",
    "Kênh gửi": "Bộ phận Một cửa",
    "Họ và tên": "Hà Thị Mộc Miên",
    "Số giấy tờ": "002290000417",
    "Tỉnh, thành phố": "Tỉnh Bình Minh",
    "Xã, phường": "Xã Suối Vàng",
    "Địa chỉ": "Thôn Bến Nứa",
    "Điện thoại": "095 100 0417",
    "Thư điện tử": "mien@thu.example",
    "Thông tin yêu cầu": "Quyết toán đường liên thôn",
    "Lý do, mục đích": "Giám sát cộng đồng",
    "Cách nhận": "Tải về trên trang này",
    "Mức độ": "Phức tạp",
    "Ngày hợp lệ": "03/11/2026",
    "Ngày hẹn": "13/11/2026",
    "Hạn đã báo": "16/11/2026",
    "Kết quả": "Từ chối cung cấp",
    "Ngày kết thúc": "10/11/2026",
    "Cơ quan có trách nhiệm": "",
    "Ghi chú": "Điều 27.2",
}


def as_csv(*rows, delimiter=";", drop=()):
    titles = [title for title in GOOD if title not in drop]
    lines = [titles] + [[str((GOOD | row)[title]) for title in titles] for row in rows]
    quoted = ('"' + '";"'.join(cell.replace('"', '""') for cell in line) + '"' for line in lines)
    return "\r\n".join(line.replace('";"', f'"{delimiter}"') for line in quoted).encode("utf-8-sig")


def read_one(**cells):
    reading = import_table.read("so.csv", as_csv(cells))
    return reading.rows[0] if reading.rows else reading.slips


def test_whole_row_is_read():
    row = read_one()
    assert row.line == 2
    assert (row.external_number, row.external_source) == ("H99.27-0417-0008", "Bộ phận Một cửa")
    assert (row.sent_on, row.received_on) == (date(2026, 11, 2), date(2026, 11, 3))
    assert (row.channel, row.complexity, row.ending) == ("ONE_STOP", "COMPLEX", "REFUSED")
    assert (row.valid_on, row.promised_on, row.told_due_on, row.outcome_on) == (
        date(2026, 11, 3),
        date(2026, 11, 13),
        date(2026, 11, 16),
        date(2026, 11, 10),
    )
    assert row.remark == "Điều 27.2"
    person = row.answers.person
    assert (person.name, person.identity_number, person.identity_kind) == (
        "Hà Thị Mộc Miên",
        "002290000417",
        "PERSONAL_ID",
    )
    assert (person.phone, person.email, person.notice) == ("+84951000417", "mien@thu.example", "EMAIL")
    assert (person.province, person.commune, person.address) == ("Tỉnh Bình Minh", "Xã Suối Vàng", "Thôn Bến Nứa")
    assert (row.answers.delivery, row.answers.purpose) == ("DOWNLOAD", "Giám sát cộng đồng")


def test_little_is_enough():
    few = (
        "Nơi cấp mã ngoài",
        "Ngày nhận",
        "Số giấy tờ",
        "Thư điện tử",
        "Kết quả",
        "Ngày kết thúc",
        "Mức độ",
        "Hạn đã báo",
    )
    reading = import_table.read("so.csv", as_csv({}, drop=few), "Sổ giấy 2026")
    (row,) = reading.rows
    assert row.external_source == "Sổ giấy 2026"
    assert row.received_on == row.sent_on
    assert (row.ending, row.outcome_on, row.complexity) == ("", None, "COMPLEX")
    assert (row.answers.person.identity_kind, row.answers.person.notice) == ("", "NONE")


@pytest.mark.parametrize(
    ("cell", "typed", "sentence"),
    [
        ("Mã hồ sơ ngoài", "", "còn trống"),
        ("Mã hồ sơ ngoài", "9" * 61, "dài quá 60 ký tự"),
        ("Ngày gửi", "31/02/2026", "chưa phải ngày, ví dụ 25/11/2026"),
        ("Ngày gửi", "hôm qua", "chưa phải ngày"),
        ("Kênh gửi", "Bồ câu", "không có trong danh sách: Trang công khai, Trực tiếp tại trụ sở"),
        ("Kênh gửi", "Ghi hộ qua điện thoại", "không có trong danh sách"),
        ("Họ và tên", "H", "Họ và tên dài từ 2 đến 100 ký tự"),
        ("Số giấy tờ", "12345678901", "đúng 12 chữ số"),
        ("Số giấy tờ", "AB", "Số hộ chiếu"),
        ("Điện thoại", "123", "Số điện thoại chưa đúng"),
        ("Thư điện tử", "mien@", "hợp lệ|valid"),
        ("Cách nhận", "Bồ câu", "không có trong danh sách"),
        ("Kết quả", "Đang xem xét", "không có trong danh sách"),
    ],
)
def test_slip_names_line_column_and_reason(cell, typed, sentence):
    (slip,) = read_one(**{cell: typed})
    assert (slip.line, slip.column) == (2, cell)
    assert __import__("re").search(sentence, slip.sentence)
    assert str(slip).startswith(f"Dòng 2, cột “{cell}”: ")


def test_every_slip_of_a_row_is_named_at_once():
    slips = read_one(**{"Ngày gửi": "x", "Điện thoại": "x", "Họ và tên": ""})
    assert {slip.column for slip in slips} == {"Ngày gửi", "Điện thoại", "Họ và tên"}


@pytest.mark.parametrize("typed", ["02/11/2026", "2/11/2026", "02-11-2026", "2.11.2026", "2026-11-02"])
def test_days_are_read_as_offices_write_them(typed):
    assert read_one(**{"Ngày gửi": typed}).sent_on == date(2026, 11, 2)


@pytest.mark.parametrize(
    ("cell", "typed", "attribute", "code"),
    [
        ("Kênh gửi", "bưu điện", "channel", "POST"),
        ("Kênh gửi", "TRỰC TIẾP", "channel", "IN_PERSON"),
        ("Kênh gửi", "truc tuyen", "channel", "ONLINE"),
        ("Kênh gửi", "national_portal", "channel", "NATIONAL_PORTAL"),
        ("Mức độ", "đơn giản", "complexity", "SIMPLE"),
        ("Kết quả", "Đã cung cấp", "ending", "PROVIDED"),
        ("Kết quả", "rút", "ending", "WITHDRAWN"),
    ],
)
def test_choices_are_found_by_label_code_or_short_word(cell, typed, attribute, code):
    assert getattr(read_one(**{cell: typed}), attribute) == code


@pytest.mark.parametrize(
    ("typed", "kind"), [("002290000417", "PERSONAL_ID"), ("012345678", "CMND"), ("B1234567", "PASSPORT")]
)
def test_kind_of_paper_follows_from_its_number(typed, kind):
    assert read_one(**{"Số giấy tờ": typed}).answers.person.identity_kind == kind


def test_missing_columns_are_named_before_any_row():
    with pytest.raises(ValidationError, match=r"Bảng thiếu cột: Ngày gửi, Thông tin yêu cầu\."):
        import_table.read("so.csv", as_csv({}, drop=("Ngày gửi", "Thông tin yêu cầu")))


def test_columns_that_nobody_asked_for_are_told():
    content = as_csv({}).decode("utf-8-sig").replace('"Ghi chú"', '"Màu giấy"').encode()
    reading = import_table.read("so.csv", content)
    assert reading.ignored == ["Màu giấy"]
    assert len(reading.rows) == 1


def test_own_register_s_titles_are_known():
    content = as_csv({}, drop=("Nơi cấp mã ngoài",)).decode("utf-8-sig")
    content = content.replace('"Mã hồ sơ ngoài"', '"Số hồ sơ"').replace('"Địa chỉ"', '"Nơi cư trú"')
    (row,) = import_table.read("so.csv", content.encode()).rows
    assert row.external_number == "H99.27-0417-0008"
    assert row.answers.person.address == "Thôn Bến Nứa"


def test_workbook_with_real_dates_is_read():
    book = openpyxl.Workbook()
    book.active.append(list(GOOD))
    cells = GOOD | {"Ngày gửi": date(2026, 11, 2), "Ngày nhận": date(2026, 11, 3)}
    book.active.append([cells[title] for title in GOOD])
    stream = BytesIO()
    book.save(stream)
    (row,) = import_table.read("so.xlsx", stream.getvalue()).rows
    assert (row.sent_on, row.received_on) == (date(2026, 11, 2), date(2026, 11, 3))


def test_old_code_page_is_named_and_the_row_is_left_out():
    (slip,) = read_one(**{"Thông tin yêu cầu": "Quy ho¹ch sö dông ®Êt x· Suèi Vµng"})
    assert str(slip) == "Dòng 2: chữ dùng bảng mã cũ TCVN3. Hãy chuyển tệp sang Unicode rồi nhập lại"


def test_good_rows_stand_beside_bad_ones():
    reading = import_table.read("so.csv", as_csv({}, {"Ngày gửi": "x"}, {"Mã hồ sơ ngoài": "H2"}))
    assert [row.line for row in reading.rows] == [2, 4]
    assert [slip.line for slip in reading.slips] == [3]
