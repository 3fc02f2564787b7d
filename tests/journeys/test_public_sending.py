"""The public side as stories: asked, completed, answered, refused, at once, with a cost, and what goes wrong."""

import pytest
from django.core.cache import cache
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import call_command
from django.test import Client
from django.urls import reverse

from tests.factories.workflow import Case
from tests.workflow.public.test_drafts import PDF
from tests.workflow.public.test_tracking import kept_file, said_now
from tests.workflow.public.walking import NEED, Walker, commune_house, department_house, errors_of, text_of
from workflow.choices import Status

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def fresh_counters():
    cache.clear()


def case_page(walker):
    return text_of(walker.client.get(reverse("workflow:case")))


def test_asked_completed_extended_and_provided(client):
    """A villager asks, completes, waits through an extension, and downloads the answer; every step can be read."""
    walker = Walker(client, commune_house())
    case = walker.walk_and_send({"tai-lieu": {"tep": SimpleUploadedFile("bien-cong-trinh.pdf", PDF)}})
    page = text_of(walker.follow(case))
    assert "Đã tiếp nhận" in page
    assert "bien-cong-trinh.pdf" in page

    case.ask_for_supplement("Hãy cho biết tên công trình")
    assert "Hãy cho biết tên công trình" in case_page(walker)
    walker.act(case, "bo-sung", {"text": "Đường liên thôn Bến Nứa – Đồi Chè"})
    assert "Đã nhận bổ sung" in case_page(walker)

    case.accept().review()
    before = case.now.due_on
    case.extended(5)
    assert "Gia hạn" in case_page(walker)
    assert case.now.due_on > before

    case.add_file(kept_file("quyet-toan.pdf")).check_file().release_file()
    case.propose_to_provide().approve().issue().provide()
    page = case_page(walker)
    assert "Cơ quan đã cung cấp thông tin" in page.replace("\u00a0", " ")
    for title in ("Đã tiếp nhận", "Cần bổ sung", "Đã nhận bổ sung", "Yêu cầu hợp lệ", "Gia hạn", "Đã cung cấp"):
        assert f"<h3>{title}</h3>" in page
    file = walker.client.get(reverse("workflow:case_file", args=[case.answer_file.pk]))
    assert b"".join(file.streaming_content) == PDF
    call_command("verify_audit")


def test_refused_with_its_reason_and_the_way_to_complain(client):
    walker = Walker(client, department_house())
    case = walker.walk_and_send()
    walker.follow(case)
    case.accept().propose_to_refuse().approve()
    assert "Từ chối" not in case_page(walker)
    case.issue()
    page = case_page(walker)
    assert "Từ chối cung cấp" in page
    assert "Tòa án nhân dân khu vực 1" in page
    letter = case.now.letters.get()
    assert "Từ chối yêu cầu cung cấp thông tin" in text_of(
        walker.client.get(reverse("workflow:case_letter", args=[letter.pk]))
    )


def test_provided_at_once(client):
    walker = Walker(client, department_house())
    case = walker.walk_and_send()
    walker.follow(case)
    case.provide_at_once()
    page = case_page(walker)
    assert "Đã cung cấp" in page
    assert "Quyết định đã đăng trên trang của Sở" in page


def test_cost_asked_accepted_paid_and_given(client):
    walker = Walker(client, department_house())
    case = walker.walk_and_send(
        {"cach-nhan": {"delivery": "PAPER_BY_POST"}, "noi-nhan": {"postal_address": "Thôn Đồi Chè", "copies": "1"}}
    )
    walker.follow(case)
    case.with_cost()
    assert "Chi phí: 30.000 đồng" in case_page(walker)
    walker.act(case, "chi-phi", {"choice": "DONG_Y"})
    case.record_payment().provide()
    page = case_page(walker)
    for title in ("Chờ thanh toán chi phí", "Bạn đồng ý trả chi phí", "Đã nhận chi phí", "Đã cung cấp"):
        assert f"<h3>{title}</h3>" in page


def test_written_down_on_the_telephone_and_confirmed_by_the_caller(client):
    house = department_house()
    case = Case.by_phone(house, said_now())
    walker = Walker(client, house)
    walker.follow(case)
    assert case.now.due_on is None
    walker.act(case, "xac-nhan")
    assert case.now.status == Status.RECEIVED
    assert case.now.due_on is not None
    assert "Bạn đã xác nhận" in case_page(walker)


def test_lost_connection_and_a_second_browser(client):
    """The line breaks after the button was pressed: pressing again shows the same case, another browser nothing."""
    walker = Walker(client, department_house())
    walker.walk()
    walker.send()
    again = walker.send()
    assert again.url == walker.sent_url
    page = text_of(walker.client.get(again.url))
    assert "Mã tra cứu" in page
    other = Walker(Client(), walker.house)
    assert other.client.get(other.sent_url).url == other.url()


def test_everything_wrong_at_once_is_mended_page_by_page(client):
    walker = Walker(client, commune_house())
    walker.start()
    assert errors_of(walker.answer("thong-tin", {}))
    walker.answer("thong-tin", {"description": NEED})
    assert errors_of(walker.answer("tu-cach", {})) == [
        "Chọn tư cách của bạn",
        "Chọn một mục: công dân Việt Nam hay người nước ngoài",
    ]
    walker.answer("tu-cach", {"capacity": "SELF", "who": "ADULT"})
    walker.answer("dong-y", {"consent": "KHONG"})
    assert len(errors_of(walker.answer("nguoi-yeu-cau", {}))) == 6
    assert walker.open("kiem-tra").url == walker.url("nguoi-yeu-cau")
