"""Numbers identify, codes authorise (S4, S5)."""

import re

import pytest

from cms.core.models import Counter
from tests.factories.moments import day
from workflow import codes


@pytest.mark.django_db
def test_case_numbers_count_up_within_the_day_and_the_authority(house, make_house_with):
    first, second = house.authority, make_house_with(case_prefix="SV").authority
    numbers = [codes.next_case_number(first, day("12/11/2026")) for _ in range(3)]
    assert numbers == [f"{first.case_prefix}-261112-000{n}" for n in (1, 2, 3)]
    assert codes.next_case_number(second, day("12/11/2026")) == "SV-261112-0001"
    assert codes.next_case_number(first, day("13/11/2026")) == f"{first.case_prefix}-261113-0001"


@pytest.mark.django_db
def test_case_number_grows_past_four_digits(house):
    Counter.objects.create(name=f"case:{house.authority.pk}:261112", value=9_999)
    assert codes.next_case_number(house.authority, day("12/11/2026")).endswith("-261112-10000")


@pytest.mark.django_db
def test_number_costs_one_statement(house, django_assert_num_queries):
    with django_assert_num_queries(1):
        codes.next_case_number(house.authority, day("12/11/2026"))


def test_tracking_code_is_derived_from_the_browsers_key_and_nothing_stored():
    key = codes.new_key()
    assert codes.tracking_code(key) == codes.tracking_code(key)
    assert re.fullmatch(r"\d{16}", codes.tracking_code(key))
    assert codes.tracking_code(key) != codes.tracking_code(codes.new_key())


def test_what_is_kept_of_a_key_reveals_neither_key_nor_code():
    key = codes.new_key()
    kept = codes.submission_key(key)
    assert key not in kept
    assert codes.tracking_code(kept) != codes.tracking_code(key)
    assert codes.draft_key(key) != kept


def test_code_depends_on_the_pepper(settings):
    before = codes.tracking_code("khoa"), codes.tracking_hash("SV-261112-0003", "1")
    settings.PEPPER = "tieu-khac"
    assert codes.tracking_code("khoa") != before[0]
    assert codes.tracking_hash("SV-261112-0003", "1") != before[1]


def test_random_codes_differ_and_have_sixteen_digits():
    drawn = {codes.random_code() for _ in range(200)}
    assert len(drawn) == 200
    assert all(re.fullmatch(r"\d{16}", code) for code in drawn)


def test_code_opens_its_own_case_only():
    kept = codes.tracking_hash("SV-261112-0003", "1234567890123456")
    assert codes.code_opens("SV-261112-0003", "1234567890123456", kept)
    assert not codes.code_opens("SV-261112-0004", "1234567890123456", kept)
    assert not codes.code_opens("SV-261112-0003", "1234567890123457", kept)


def test_code_is_read_in_fours():
    assert codes.grouped("1234567890123456") == "1234 5678 9012 3456"


@pytest.mark.parametrize(
    "typed", ["1234 5678 9012 3456", "1234-5678-9012-3456", " 1234.5678.9012.3456 ", "1234567890123456"]
)
def test_code_is_understood_however_it_is_spaced(typed):
    assert codes.tidy_code(typed) == "1234567890123456"


def test_digits_of_other_scripts_are_no_digits():
    assert codes.tidy_code("１２３٤") == ""


@pytest.mark.parametrize(
    "typed",
    [
        "SV-261112-0003",
        "sv-261112-0003",
        " SV - 261112 - 0003 ",
        "SV–261112–0003",
        "SV—261112−0003",
        "SV 261112 0003",
        "SV.261112/0003",
        "sv2611120003",
    ],
)
def test_number_is_understood_however_it_is_typed(typed):
    assert codes.tidy_number(typed) == "SV-261112-0003"


@pytest.mark.parametrize(
    ("typed", "understood"), [("", ""), ("Đơn số 5", "N-S-5"), ("X" * 99, "X" * 40), ("2611120003", "2611120003")]
)
def test_what_is_no_number_stays_none(typed, understood):
    assert codes.tidy_number(typed) == understood
