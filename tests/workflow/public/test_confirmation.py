"""The confirmation: number and code for the browser that sent, the day to expect, and the sheet to print."""

import re

import pytest
import segno

from tests.workflow.public.walking import code_on, text_of
from workflow import codes
from workflow.public import qr
from workflow.services import citizen

pytestmark = pytest.mark.django_db


def confirmation(walker):
    return walker.client.get(walker.sent_url)


def test_slip_shows_number_and_grouped_code(walker):
    case = walker.walk_and_send()
    page = text_of(confirmation(walker))
    assert re.fullmatch(r"\d{16}", case.code)
    assert codes.grouped(case.code) in page
    assert case.now.code in page
    assert "Hãy ghi lại hoặc chụp màn hình mã tra cứu." in page


def test_expected_day_stands_with_its_condition_and_article(walker):
    case = walker.walk_and_send()
    page = text_of(confirmation(walker))
    due_on = case.now.due_on
    assert f'<span class="leaf__day">{due_on.day:02d}</span>' in page
    assert "nếu yêu cầu đã đủ" in page
    assert "Đó là 12 ngày, đếm từ hôm sau ngày nhận." in page
    assert "Điều 26.3 Luật 01/2026/QH16" in page


def test_next_steps_name_the_way_to_reach_the_person(walker):
    walker.walk_and_send()
    assert "cán bộ gọi số 0952 417 096" in text_of(confirmation(walker))


def test_page_is_kept_by_nobody(walker):
    walker.walk_and_send()
    for response in (confirmation(walker), walker.client.get(walker.sent_url, {"bien-nhan": "a5"})):
        assert "no-store" in response["Cache-Control"]
        assert response["Referrer-Policy"] == "no-referrer"


def test_unsent_form_has_no_confirmation(walker):
    assert confirmation(walker).url == walker.url()
    walker.walk()
    assert confirmation(walker).url == walker.url("kiem-tra")


def test_code_issued_anew_replaces_the_first(walker):
    case = walker.walk_and_send()
    case.do(citizen.reissue_code, identity_seen="Thẻ căn cước", by=case.house.officer)
    page = text_of(confirmation(walker))
    assert code_on(confirmation(walker)) == ""
    assert codes.grouped(case.code) not in page
    assert "bạn đã được cấp mã mới" in page


def test_receipt_is_one_sheet_with_everything(walker):
    case = walker.walk_and_send()
    page = text_of(walker.client.get(walker.sent_url, {"bien-nhan": "a5"}))
    for told in (
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Biên nhận yêu cầu cung cấp thông tin",
        case.now.code,
        codes.grouped(case.code),
        "Hà Thị Mộc Miên",
        "Tải về trên trang này",
        "page-receipt",
        qr.typed_address(),
    ):
        assert told in page, told


def test_receipt_says_that_more_was_asked(walker):
    walker.walk()
    walker.answer("thong-tin-khac", {"description": "Danh sách hộ dân được hỗ trợ sau lũ"}, them="1")
    walker.send()
    assert "và 1 mục khác" in text_of(walker.client.get(walker.sent_url, {"bien-nhan": "a5"}))


# --- the picture -------------------------------------------------------------------------------------------------------
def drawn(svg) -> set:
    """The dark squares of the picture, as (x, y)."""
    squares = set()
    for x, y, width in re.findall(r"M(\d+) (\d+)\.5h(\d+)", svg):
        squares |= {(int(x) + step, int(y)) for step in range(int(width))}
    return squares


def test_picture_is_the_look_up_address_and_nothing_else(walker, settings):
    settings.BASE_URL = "https://thongtin.binhminh.example"
    assert qr.lookup_url() == "https://thongtin.binhminh.example/tra-cuu/"
    expected = {
        (x, y)
        for y, row in enumerate(segno.make_qr(qr.lookup_url(), error="m").matrix_iter(border=2))
        for x, dark in enumerate(row)
        if dark
    }
    assert drawn(qr.picture(qr.lookup_url())) == expected


def test_picture_carries_no_style_of_its_own():
    svg = qr.picture("https://thongtin.binhminh.example/tra-cuu/")
    assert "style" not in svg
    assert 'stroke="currentColor"' in svg
    assert 'role="img" aria-label="Mã QR dẫn tới trang tra cứu hồ sơ"' in svg
