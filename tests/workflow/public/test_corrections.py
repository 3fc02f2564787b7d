"""A citizen reports something wrong: one page without script, one case, and the existing look-up."""

import re

import pytest
from django.core.cache import cache
from django.urls import reverse

from cms.core.dates import short, today
from tests.factories import catalog
from tests.factories import corrections as make
from tests.factories.core import make_house
from tests.factories.moments import moment
from tests.factories.workflow import Case
from workflow.models import CorrectionRequest
from workflow.services import corrections

pytestmark = pytest.mark.django_db
WORDS = {"wrong": "Dòng 7 ghi 1.250 triệu đồng", "name": "Nguyễn Thị Mến", "email": "men@example.vn"}


@pytest.fixture
def house(db):
    cache.clear()
    return make_house()


@pytest.fixture
def item(house):
    return catalog.published(house, at=moment(f"{short(today())} 07:00"))


def form_of(client, item):
    """The address of the form, and the key that its page carries."""
    url = reverse("workflow:report_item", args=[item.authority.code, item.code])
    page = client.get(url)
    assert page.status_code == 200
    assert len(page.content) < 30_000
    return url, re.search(r'name="phieu" value="([^"]+)"', page.content.decode())[1]


def test_from_the_item_to_the_answer(client, house, item):
    page = client.get(reverse("catalog:item", args=[house.authority.code, item.code])).content.decode()
    url, key = form_of(client, item)
    assert url in page

    for _click in range(3):
        sent = client.post(url, WORDS | {"phieu": key}, follow=True)
    case = CorrectionRequest.objects.get()
    shown = sent.content.decode()
    code = re.search(r"slip__secret\">([\d ]+)<", shown)[1]
    assert case.code in shown
    assert code.replace(" ", "") == make.code_of(key)
    assert "no-store" in sent["Cache-Control"]

    looked = client.post(reverse("workflow:lookup"), {"number": case.code, "code": code})
    assert looked.url == reverse("workflow:correction")
    tracked = client.get(looked.url).content.decode()
    assert "Đã tiếp nhận" in tracked
    assert "Điều 22.4" in tracked

    at = moment(f"{short(today())} 23:00")
    case = corrections.receive(correction=case, seen=None, by=house.officer, at=at)
    case = corrections.propose(
        correction=case, seen=None, outcome="NOT_WRONG", answer="Bản gốc ghi 1.250.", by=house.officer, at=at
    )
    assert "Bản gốc ghi" not in client.get(looked.url).content.decode()  # not before two people
    corrections.decide(correction=case, seen=None, by=house.head, at=at)
    assert "Bản gốc ghi 1.250." in client.get(looked.url).content.decode()


def test_mistakes_stay_on_the_page_and_keep_what_was_typed(client, item):
    url, key = form_of(client, item)
    page = client.post(url, {"phieu": key, "wrong": "sai", "right": "Đúng là 1.520", "email": "khong phai"})
    assert page.status_code == 422
    text = page.content.decode()
    for told in ("Hãy nói rõ chỗ nào không chính xác", "Nhập họ và tên", "Thư điện tử chưa đúng", "Đúng là 1.520"):
        assert told in text
    stale = client.post(url, WORDS | {"phieu": "x\0"})
    assert stale.status_code == 422
    assert "Dòng 7 ghi" in stale.content.decode()
    assert not CorrectionRequest.objects.exists()


def test_a_machine_is_asked_a_question_first(client, item):
    url, key = form_of(client, item)
    asked = client.post(url, WORDS | {"phieu": key, "trang-web": "http://x"})
    assert "Kiến nghị chưa được gửi" in asked.content.decode()
    assert client.post(url, WORDS | {"phieu": key, "trang-web": "x", "tra-loi": "không"}).status_code == 422
    assert not CorrectionRequest.objects.exists()


def test_what_is_not_public_cannot_be_reported(client, house):
    draft = catalog.draft(house)
    assert client.get(reverse("workflow:report_item", args=[house.authority.code, draft.code])).status_code == 404


def test_who_was_given_an_answer_reports_from_the_tracked_case(client, house):
    case = Case.sent(house, on=short(today())).accept().provide_at_once()
    client.post(reverse("workflow:lookup"), {"number": case.now.code, "code": case.code})
    url = reverse("workflow:report_answer")
    assert url in client.get(reverse("workflow:case")).content.decode()
    key = re.search(r'name="phieu" value="([^"]+)"', client.get(url).content.decode())[1]
    client.post(url, {"wrong": "Thiếu trang 3 và trang 4", "phieu": key})
    assert CorrectionRequest.objects.get().info_request == case.now


def test_what_the_authority_found_wrong_is_given_again_on_the_tracked_case(client, house):
    case = Case.sent(house, on=short(today())).accept().provide_at_once()
    stranger = Case.sent(house, on=short(today())).accept().provide_at_once()
    file = make.found_and_given_again(case).files.get()
    client.post(reverse("workflow:lookup"), {"number": case.now.code, "code": case.code})

    told = client.get(reverse("workflow:case")).content.decode()
    assert f"Cung cấp lại ngày {short(today())}" in told
    assert "Thiếu phụ lục 2." in told
    url = reverse("workflow:case_given_again", args=[file.pk])
    assert url in told
    assert client.get(url).status_code == 200

    client.post(reverse("workflow:lookup"), {"number": stranger.now.code, "code": stranger.code})
    assert client.get(url).status_code == 404
    assert "Cung cấp lại" not in client.get(reverse("workflow:case")).content.decode()


def test_a_request_and_a_correction_never_open_each_other(client, house, item):
    first, key = Case.sent(house, on=short(today())), make.a_key()
    second = make.reported(house, item=item, on=f"{short(today())} 08:00", key=key)
    for number, code in ((first.now.code, make.code_of(key)), (second.code, first.code)):
        assert client.post(reverse("workflow:lookup"), {"number": number, "code": code}).status_code == 422
    client.post(reverse("workflow:lookup"), {"number": second.code, "code": make.code_of(key)})
    assert client.get(reverse("workflow:case")).status_code == 302
    assert client.get(reverse("workflow:correction")).status_code == 200
