"""Price lists as dated data: what TT46 says, what a file must hold, and the one place where anything is rounded."""

from datetime import date

import pytest

from cms.core.areas import Area
from cms.law.checks import a_price_list_is_in_force, shipped_files_can_be_read
from cms.law.errors import NoSuchEntry, PriceListError
from cms.law.price_lists import after_factor, list_on
from cms.law.reading import price_lists, read_price_list, shipped_price_lists

GOOD = shipped_price_lists()["TT46"].decode("utf-8")
TT46 = read_price_list(GOOD.encode())
DAY = date(2026, 11, 2)


@pytest.mark.parametrize(
    ("code", "price", "least", "most", "with_material"),
    [
        ("COPY_BW_A4", 3_000, None, None, True),
        ("COPY_COLOUR_A4", 18_000, None, None, True),
        ("PHOTO_PRINT", None, 36_000, 135_000, True),
        ("SOUND_COPY", 27_000, None, None, False),
        ("FILM_COPY", 54_000, None, None, False),
        ("PRINT_BW", None, None, None, True),
        ("PRINT_COLOUR", None, None, None, True),
        ("CARRIER_COPY", None, None, None, False),
    ],
)
def test_items_of_the_circular(code, price, least, most, with_material):
    item = TT46.item(code, DAY)
    assert (item.unit_price, item.least, item.most, item.material_included) == (price, least, most, with_material)
    assert item.source
    assert (item.sure == "UNKNOWN") == (price is None and least is None)


@pytest.mark.parametrize(
    ("area", "percent"), [(Area.ORDINARY, 100), (Area.DIFFICULT, 70), (Area.ESPECIALLY_DIFFICULT, 50)]
)
def test_area_sets_the_share(area, percent):
    """TT46 Điều 3.1.1.b."""
    factor = TT46.factor(area)
    assert factor.percent == percent
    assert factor.article == ("Điều 3.1.1.a" if percent == 100 else "Điều 3.1.1.b")


@pytest.mark.parametrize(
    ("price", "percent", "charged"),
    [
        (3_000, 70, 2_100),
        (18_000, 50, 9_000),
        (27_000, 70, 18_900),
        (1_333, 70, 933),
        (1, 50, 1),
        (999, 50, 500),
        (5, 100, 5),
    ],
)
def test_share_is_rounded_to_whole_dong_half_up(price, percent, charged):
    assert after_factor(price, percent) == charged


def test_money_goes_to_the_states_budget():
    """TT46 Điều 4.2."""
    assert (TT46.budget.item, TT46.budget.sub_item) == ("4900", "4949")


def test_list_is_told_with_a_note_under_another_law():
    assert TT46.note_under("L16") == ""
    assert "Điều 25.2" in TT46.note_under("L26")


def test_list_of_a_day():
    assert list_on(price_lists(), DAY) is list_on(price_lists(), date(2018, 7, 1))
    with pytest.raises(NoSuchEntry, match="30/06/2018"):
        list_on(price_lists(), date(2018, 6, 30))
    with pytest.raises(NoSuchEntry):
        TT46.item("COPY_BW_A4", date(2018, 6, 30))


def test_newer_list_follows_the_older_one():
    text = GOOD.replace('code = "TT46"', 'code = "TT99"').replace(
        "in_force_from = 2018-07-01", "in_force_from = 2027-01-01"
    )
    newer = read_price_list(text.encode())
    assert list_on((newer, TT46), date(2026, 12, 31)) is TT46
    assert list_on((TT46, newer), date(2027, 1, 1)) is newer


@pytest.mark.parametrize(
    ("before", "after", "slip"),
    [
        ('code = "COPY_COLOUR_A4"', 'code = "COPY_BW_A4"', "hai dòng cùng có hiệu lực"),
        ("unit_price = 3000", "unit_price = 0", "giá phải từ 1 đồng"),
        ("unit_price = 3000", 'unit_price = "3000"', "số nguyên"),
        ("unit_price = 3000\n", "", "thiếu giá mà không ghi"),
        ("least = 36000", "least = 136000", "khoảng giá không hợp lệ"),
        ("percent = 70", "percent = 100", "từ 1 đến 99"),
        ('area = "DIFFICULT"', 'area = "ORDINARY"', "chỉ dùng cho địa bàn khó khăn"),
        ('area = "DIFFICULT"', 'area = "ESPECIALLY_DIFFICULT"', "có 2 dòng"),
        ('area = "DIFFICULT"', 'area = "MOON"', "không thuộc"),
        ('code = "SOUND_COPY"', 'code = "ghi-am"', "không hợp lệ"),
        ('source = "Phụ lục Thông tư 46/2018/TT-BTC"', 'source = " "', "không được để trống"),
        ('approval_article = "Điều 4.1.a"', 'approval_article = "4.1"', "số điều"),
        (
            'in_force_article = "Điều 6"',
            'in_force_article = "Điều 6"\nin_force_to = 2018-01-01',
            "trước ngày có hiệu lực",
        ),
        ("valid_from = 2018-07-01", "valid_from = 2018-07-01\nvalid_to = 2018-01-01", "ngày hết hiệu lực"),
        ('sure = "SECONDARY"', 'sure = "MAYBE"', "không thuộc"),
    ],
)
def test_slip_in_a_list_is_named(before, after, slip):
    assert before in GOOD
    with pytest.raises(PriceListError, match=slip):
        read_price_list(GOOD.replace(before, after, 1).encode())


def test_check_names_what_is_wrong_beside_the_software():
    assert shipped_files_can_be_read(None) == []
    slips = shipped_files_can_be_read(None, files=[(read_price_list, "prices/TT46.toml", b"x = 1")])
    assert {slip.id for slip in slips} == {"law.E001"}
    assert all("prices/TT46.toml" in slip.msg for slip in slips)


def test_check_wants_a_list_in_force():
    assert a_price_list_is_in_force(None, day=DAY) == []
    assert [slip.id for slip in a_price_list_is_in_force(None, day=date(2018, 1, 1))] == ["law.E002"]
