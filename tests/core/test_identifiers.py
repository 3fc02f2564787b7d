"""What people type about themselves: shapes that are published, sentences that say what to do (portal-standards 5.4)."""

import pytest
from django.core.exceptions import ValidationError

from cms.core import identifiers


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        pytest.param("031292000417", "031292000417", id="12 chữ số"),
        pytest.param("031 292 000 417", "031292000417", id="cách nhóm"),
        pytest.param(" 031.292.000-417 ", "031292000417", id="chấm và gạch"),
        pytest.param("999292000417", "999292000417", id="mã nơi sinh không đem so với tỉnh nào"),
    ],
)
def test_personal_id_is_kept_as_twelve_digits(typed, kept):
    assert identifiers.personal_id(typed) == kept


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        pytest.param("03129200041", identifiers.IDENTITY_LENGTH, id="11 chữ số"),
        pytest.param("0312920004170", identifiers.IDENTITY_LENGTH, id="13 chữ số"),
        pytest.param("031292OOO417", identifiers.IDENTITY_LENGTH, id="chữ O thay số 0"),
        pytest.param("", identifiers.IDENTITY_LENGTH, id="trống"),
        pytest.param("031492000417", identifiers.IDENTITY_WRONG, id="chữ số thứ tư của thế kỷ 22"),
        pytest.param("０３１２９２０００４１７", identifiers.FOREIGN_DIGITS, id="chữ số toàn khổ"),
        pytest.param("٠٣١٢٩٢٠٠٠٤١٧", identifiers.FOREIGN_DIGITS, id="chữ số Ả Rập"),
        pytest.param("123456789", identifiers.IDENTITY_LENGTH, id="chứng minh nhân dân 9 số"),
    ],
)
def test_wrong_personal_id_is_told(typed, told):
    with pytest.raises(ValidationError) as refused:
        identifiers.personal_id(typed)
    assert refused.value.message == told


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        pytest.param("0912 345 678", "+84912345678", id="di động"),
        pytest.param("0952.417.096", "+84952417096", id="chấm"),
        pytest.param("+84 912-345-678", "+84912345678", id="+84"),
        pytest.param("84912345678", "+84912345678", id="84"),
        pytest.param("0084912345678", "+84912345678", id="0084"),
        pytest.param("+84 (0) 912 345 678", "+84912345678", id="+84 (0)"),
        pytest.param("0298 3866 027", "+842983866027", id="cố định 11 số"),
        pytest.param("024 3822 1115", "+842438221115", id="cố định Hà Nội"),
    ],
)
def test_phone_is_kept_as_e164(typed, kept):
    assert identifiers.phone(typed) == kept


@pytest.mark.parametrize(
    "typed", ["0952 41", "0123 456 789", "0612345678", "912345678", "0912 345 678 9", "gọi nhà", "", "+1 202 555 0100"]
)
def test_wrong_phone_is_told(typed):
    with pytest.raises(ValidationError) as refused:
        identifiers.phone(typed)
    assert refused.value.message == "Số điện thoại chưa đúng. Ví dụ: 0912 345 678"


def test_phone_in_foreign_digits_is_told():
    with pytest.raises(ValidationError) as refused:
        identifiers.phone("٠٩١٢٣٤٥٦٧٨")
    assert refused.value.message == identifiers.FOREIGN_DIGITS


@pytest.mark.parametrize(
    ("typed", "kept"), [("b1234567", "B1234567"), ("C 123 4567", "C1234567"), ("123456", "123456")]
)
def test_passport_is_kept_in_capitals(typed, kept):
    assert identifiers.passport(typed) == kept


@pytest.mark.parametrize("typed", ["B123", "B123456789", "B12345Ă7", ""])
def test_wrong_passport_is_told(typed):
    with pytest.raises(ValidationError) as refused:
        identifiers.passport(typed)
    assert refused.value.message == identifiers.PASSPORT_WRONG


def digits_with_check(nine: str) -> str:
    """By the published rule, written out apart from the code: 10 minus the weighted sum modulo 11."""
    total = 0
    for digit, weight in zip(nine, [31, 29, 23, 19, 17, 13, 7, 5, 3], strict=True):
        total += int(digit) * weight
    return f"{nine}{10 - total % 11}"


def test_tax_code_has_its_check_digit():
    code = digits_with_check("010010963")
    assert len(code) == 10
    assert identifiers.tax_code(code) == code
    assert identifiers.tax_code(f"{code[:4]} {code[4:]}") == code
    assert identifiers.tax_code(f"{code}-001") == f"{code}-001"
    assert identifiers.tax_code(f"{code}001") == f"{code}-001"


@pytest.mark.parametrize("change", [1, 2, 5])
def test_tax_code_with_another_check_digit_is_refused(change):
    code = digits_with_check("010010963")
    wrong = code[:9] + str((int(code[9]) + change) % 10)
    with pytest.raises(ValidationError):
        identifiers.tax_code(wrong)


def test_tax_code_whose_sum_leaves_nothing_does_not_exist():
    # 0·31 + … + 0·3 leaves 0, and 10 − 0 is no digit.
    with pytest.raises(ValidationError):
        identifiers.tax_code("0000000000")


@pytest.mark.parametrize("typed", ["12345", "12345678901", "abcdefghij", "0100109638-1"])
def test_tax_code_of_another_length_is_refused(typed):
    with pytest.raises(ValidationError):
        identifiers.tax_code(typed)


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        pytest.param("Hà Thị Mộc Miên", "Hà Thị Mộc Miên", id="thường"),
        pytest.param("  hà  thị mộc miên ", "hà thị mộc miên", id="không ép viết hoa"),
        pytest.param("Y", None, id="một chữ cái"),
        pytest.param("Ánh", "Ánh", id="tên một chữ"),
        pytest.param("H'Hen Niê", "H'Hen Niê", id="dấu nháy"),
        pytest.param("Y-Bliir Êban", "Y-Bliir Êban", id="gạch nối"),
        pytest.param("John R. O’Neil", "John R. O’Neil", id="dấu chấm, nháy cong"),
        pytest.param("Nguye\u0302\u0303n Hue\u0302\u0323", "Nguyễn Huệ", id="dấu tách rời"),
        pytest.param("Trần\u202e Nam", "Trần Nam", id="ký tự đảo chiều"),
        pytest.param("Miên 2", None, id="có số"),
        pytest.param("<b>Miên</b>", None, id="có dấu ngoặc"),
        pytest.param("a" * 101, None, id="dài quá"),
    ],
)
def test_name_is_kept_as_its_bearer_writes_it(typed, kept):
    if kept is None:
        with pytest.raises(ValidationError):
            identifiers.person_name(typed)
    else:
        assert identifiers.person_name(typed) == kept
