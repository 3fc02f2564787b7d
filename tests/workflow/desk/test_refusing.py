"""The builder of refusals: links looked at by the server, authorities and earlier cases chosen, not typed."""

import pytest
from django.urls import reverse

from catalog import health
from catalog.models import FaultKind
from tests.factories.core import AuthorityFactory
from tests.factories.workflow import case_in
from workflow.desk.forms import pieces

pytestmark = pytest.mark.django_db
LINK = "https://haison.example/quy-hoach"


@pytest.fixture
def refuse(house, enter, sent_today):
    """refuse("ALREADY_PUBLIC", action, field=…) posts the refusal of the only piece and gives the page's words."""
    sent_today.accept()
    address = reverse("desk:move", args=[sent_today.now.code, "trinh-tu-choi"])

    def post(ground, action="do", **fields):
        data = {"m1-outcome": "REFUSE", "m1-ground": ground, "m1-weighing": "Không lớn hơn", "plain_words": "Như trên"}
        data |= {f"m1-{name}": value for name, value in fields.items()}
        response = enter(house.officer).post(address, {"seen": sent_today.now.version, "action": action} | data)
        return response.status_code, response.content.decode().replace("\xa0", " ")

    post.case = sent_today
    return post


def looking(monkeypatch, *found):
    monkeypatch.setattr(pieces, "look_at", lambda url: health.Look(*found))


def test_link_that_opens_needs_no_word_of_the_officer(refuse, monkeypatch):
    looking(monkeypatch, True)
    status, text = refuse("ALREADY_PUBLIC", "fields", public_place=LINK)
    assert status == 200
    assert "Máy chủ mở được đường dẫn lúc" in text
    assert refuse("ALREADY_PUBLIC", public_place=LINK)[0] == 302
    facts = refuse.case.decision().findings.get().facts
    assert facts["public_place"] == LINK
    assert facts["place_checked"].startswith("mở được lúc")


def test_link_that_is_gone_is_refused_at_its_field(refuse, monkeypatch):
    looking(monkeypatch, True, FaultKind.GONE, 404)
    status, text = refuse("ALREADY_PUBLIC", public_place=LINK, place_checked="on")
    assert status == 200
    assert "Đường dẫn không dùng được lúc" in text
    assert ", 404." in text
    assert LINK in text
    assert not refuse.case.now.decisions.exists()


@pytest.mark.parametrize("place", [LINK, "Niêm yết tại bảng tin, trụ sở Sở", "javascript:alert(1)"])
def test_place_that_the_server_may_not_ask_needs_the_officers_word(refuse, monkeypatch, place):
    looking(monkeypatch, False)
    status, text = refuse("ALREADY_PUBLIC", public_place=place)
    assert status == 200
    assert "Hãy tự mở xem rồi đánh dấu xác nhận" in text
    assert "Xác nhận đã mở và xem được nơi công khai này" in text
    assert refuse("ALREADY_PUBLIC", public_place=place, place_checked="on")[0] == 302
    assert refuse.case.decision().findings.get().facts["place_checked"].startswith("cán bộ đã mở và xem được lúc")


def test_nothing_is_asked_of_a_host_that_is_not_on_the_list(settings):
    settings.LINK_CHECK_HOSTS = []
    assert health.look_at("https://169.254.169.254/latest") == health.Look(False)
    assert health.look_at("file:///etc/passwd") == health.Look(False)


def test_right_authority_is_chosen_with_its_address_or_typed_with_one(refuse):
    other = AuthorityFactory(name="Sở Y tế tỉnh Hải Sơn", address="Số 5 đường Trần Phú")
    status, text = refuse("NOT_RESPONSIBLE", right_authority="Bộ Y tế")
    assert status == 200
    assert "Ghi địa chỉ của cơ quan có trách nhiệm" in text
    assert "Sở Y tế tỉnh Hải Sơn, Số 5 đường Trần Phú" in text
    assert refuse("NOT_RESPONSIBLE", known_authority=other.code)[0] == 302
    assert refuse.case.decision().findings.get().facts == {
        "right_authority": "Sở Y tế tỉnh Hải Sơn",
        "right_authority_address": "Số 5 đường Trần Phú",
    }


def test_earlier_cases_of_the_same_person_are_offered_and_two_are_chosen(house, refuse):
    codes = [case_in("PROVIDED", house).now.code for _ in range(2)]
    others = case_in("PROVIDED", house, identity_number="001085000111").now.code
    status, text = refuse("PROVIDED_TWICE", reason_weighed="Không nêu lý do mới", earlier_cases=codes[:1])
    assert status == 200
    assert "Cần đúng hai hồ sơ" in text
    assert all(f'value="{code}"' in text for code in codes)
    assert others not in text
    assert refuse("PROVIDED_TWICE", reason_weighed="Không nêu lý do mới", earlier_cases=[codes[0], others])[0] == 200
    assert refuse("PROVIDED_TWICE", reason_weighed="Không nêu lý do mới", earlier_cases=codes)[0] == 302
    assert set(refuse.case.decision().findings.get().facts["earlier_cases"].split()) == set(codes)


def test_builder_shows_where_and_until_when_to_complain_and_sue(house, refuse):
    _status, text = refuse("OVER_CAPACITY", "fields", facts="40.000 trang")
    assert "Khiếu nại lần đầu tại Giám đốc Sở Xây dựng, Số 1 đường Lê Lợi: trong 90 ngày" in text
    assert "Khiếu nại lần hai tại Chủ tịch Ủy ban nhân dân tỉnh Hải Sơn, Số 2 đường Trần Phú" in text
    assert "Tòa án nhân dân khu vực 1, Số 3 đường Hùng Vương: trong 1 năm" in text
    house.authority.court_address = ""
    house.authority.save()
    status, text = refuse("OVER_CAPACITY", facts="40.000 trang")
    assert status == 200
    assert "Cơ quan chưa khai: địa chỉ tòa án." in text
