"""The limits shown on a front page are those of the law in force, each with its article and its own kind of days."""

from datetime import date

import pytest

from cms.law.choices import Unit
from home import time_limits

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("what", "amount", "article"),
    [
        ("Cung cấp thông tin, hoặc từ chối bằng văn bản có nêu lý do", "12 ngày", "Điều 26.3"),
        ("Gia hạn nhiều nhất, khi cần thêm thời gian", "12 ngày", "Điều 26.3"),
        ("Trả lời khi bạn báo thông tin đã công khai là sai", "10 ngày", "Điều 22.4"),
        ("Trả lời khi bạn yêu cầu đính chính thông tin đã nhận", "10 ngày", "Điều 28.2"),
    ],
)
def test_the_law_of_2026(what, amount, article):
    limits = time_limits.on(date(2026, 9, 1))
    assert limits.law == "Luật Tiếp cận thông tin số 01/2026/QH16"
    assert time_limits.Row(what, amount, article) in limits.rows
    assert (limits.answer.amount, limits.answer.unit) == (12, Unit.CALENDAR_DAY)


@pytest.mark.parametrize(
    ("case", "amount", "article"),
    [
        ("đơn giản, có sẵn; nhận trực tiếp tại trụ sở", "ngay trong ngày", "Điều 29.1"),
        ("phức tạp, không có sẵn; nhận trực tiếp tại trụ sở", "10 ngày làm việc", "Điều 29.2"),
        ("đơn giản, có sẵn; nhận qua mạng điện tử", "3 ngày làm việc", "Điều 30.3"),
        ("phức tạp, không có sẵn; nhận qua mạng điện tử", "15 ngày làm việc", "Điều 30.4"),
        ("đơn giản, có sẵn; nhận qua bưu chính, fax", "5 ngày làm việc", "Điều 31.1"),
        ("phức tạp, không có sẵn; nhận qua bưu chính, fax", "15 ngày làm việc", "Điều 31.2"),
    ],
)
def test_the_law_of_2016_tells_ways_and_difficulty_apart(case, amount, article):
    limits = time_limits.on(date(2026, 8, 31))
    what = f"Cung cấp thông tin, hoặc từ chối bằng văn bản có nêu lý do ({case})"
    assert time_limits.Row(what, amount, article) in limits.rows
    assert limits.answer is None


def test_a_complaint_is_lodged_within_ninety_days():
    assert str(time_limits.on(date(2026, 11, 21)).complain) == "90 ngày"


def test_before_any_law_nothing_is_promised():
    assert time_limits.on(date(2018, 6, 30)) is None
