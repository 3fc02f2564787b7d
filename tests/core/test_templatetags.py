"""Dates, amounts, numbers and names as Vietnamese readers expect them."""

from datetime import UTC, date, datetime

import pytest
from django.template import Context, Template

from cms.core import display

NBSP = "\u00a0"


def shown(source, **words):
    return Template("{% load core_tags %}" + source).render(Context(words))


@pytest.mark.parametrize(
    ("filter_", "text"),
    [
        ("short_date", "05/01/2026"),
        ("said", "thứ Hai 05/01/2026"),
        ("weekday", "Thứ Hai"),
        ("letter_date", "ngày 05 tháng 01 năm 2026"),
        ("iso_date", "2026-01-05"),
    ],
)
def test_a_date_is_written(filter_, text):
    assert shown("{{ day|" + filter_ + " }}", day=date(2026, 1, 5)) == text


def test_a_moment_is_a_day_of_viet_nam():
    late = datetime(2026, 8, 31, 17, 30, tzinfo=UTC)
    assert shown("{{ at|short_date }}", at=late) == "01/09/2026"
    assert shown("{{ at|moment }}", at=late) == "00:30 ngày 01/09/2026"


@pytest.mark.parametrize("filter_", ["short_date", "said", "weekday", "letter_date", "moment", "vnd", "filesize"])
def test_nothing_is_shown_for_nothing(filter_):
    assert shown("{{ missing|" + filter_ + " }}", missing=None) == ""


@pytest.mark.parametrize(
    ("days", "unit", "text"),
    [
        (4, "ngày làm việc", "Còn 4 ngày làm việc"),
        (12, "ngày", "Còn 12 ngày"),
        (0, "ngày", "Hạn là hôm nay"),
        (-3, "ngày làm việc", "Quá hạn 3 ngày làm việc"),
        (None, "ngày", ""),
    ],
)
def test_days_left_keep_their_unit(days, unit, text):
    assert shown("{{ days|days_left:unit }}", days=days, unit=unit) == text


@pytest.mark.parametrize(
    ("dong", "text"), [(0, "0 đồng"), (3000, "3.000 đồng"), (1234567, "1.234.567 đồng"), (-500, "-500 đồng")]
)
def test_an_amount(dong, text):
    assert shown("{{ dong|vnd }}", dong=dong) == text


@pytest.mark.parametrize(
    ("size", "text"),
    [
        (0, "0 byte"),
        (512, "512 byte"),
        (98_304, "96 KB"),
        (1_023_000, "999 KB"),
        (1_024_000, "1 MB"),
        (1_258_291, "1,2 MB"),
        (26_214_400, "25 MB"),
    ],
)
def test_a_file_size(size, text):
    assert shown("{{ size|filesize }}", size=size) == text


@pytest.mark.parametrize(
    ("number", "text", "dialled"),
    [
        pytest.param("+84912345678", "0912 345 678", "0912345678", id="E.164"),
        pytest.param("0912.345.678", "0912 345 678", "0912345678", id="mobile with dots"),
        pytest.param("02983866027", "0298 3866 027", "02983866027", id="landline"),
        pytest.param("024 3825 1234", "024 3825 1234", "02438251234", id="Hà Nội"),
        pytest.param("1900 1234", "1900 1234", "19001234", id="short number stays"),
        pytest.param("0298 3866 027, máy lẻ 12", "0298 3866 027, máy lẻ 12", "02983866027", id="with extension"),
        pytest.param("", "", "", id="none"),
    ],
)
def test_a_telephone_number(number, text, dialled):
    assert display.phone(number) == text
    assert display.dial(number) == dialled


@pytest.mark.parametrize(
    ("heading", "joined"),
    [
        ("People’s Committee of Suối Vàng Commune", "People’s Committee of Suối_Vàng Commune"),
        ("Tiếp cận thông tin xã Suối Vàng", "Tiếp_cận thông_tin xã Suối_Vàng"),
        ("Gửi yêu cầu cung cấp thông tin", "Gửi yêu_cầu cung_cấp thông_tin"),
        ("Ủy ban nhân dân tỉnh Bình Minh", "Ủy_ban nhân_dân tỉnh Bình_Minh"),
        ("Vì sao là ngày 11/9?", "Vì sao là ngày 11/9?"),
    ],
)
def test_headings_break_between_words_only(heading, joined):
    assert shown("{{ heading|nbsp }}", heading=heading) == joined.replace("_", NBSP)


def test_a_heading_cannot_carry_markup():
    assert "<script>" not in shown("{{ heading|nbsp }}", heading="<script>thông tin")


def test_a_mail_address_may_break_behind_its_at_sign_and_nowhere_else():
    assert shown("{{ a|breakable }}", a="thongtin@xa.example") == "thongtin@<wbr>xa.example"
    assert "<b>" not in shown("{{ a|breakable }}", a="<b>@xa.example")


def test_an_icon_is_silent_and_carries_no_style():
    svg = shown('{% icon "clock" %}')
    assert 'aria-hidden="true"' in svg
    assert "style" not in svg
    with pytest.raises(KeyError):
        shown('{% icon "rocket" %}')


def test_the_step_bar_keeps_decimal_points_in_vietnamese():
    bar = shown("{% step_bar 3 8 %}")
    assert "Bước 3 trong 8" in bar
    assert bar.count('class="on"') == 3
    assert 'x="12.5%"' in bar


def test_the_leaf_shows_weekday_day_and_month():
    leaf = shown("{% leaf day %}", day=date(2026, 9, 9))
    assert "Thứ Tư" in leaf
    assert ">09<" in leaf
    assert "tháng 9, 2026" in leaf
