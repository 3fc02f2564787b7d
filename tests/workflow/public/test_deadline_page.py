"""“Tính thời hạn”: the same reckoning as the command, for anybody, with every day of it (readings.md 9.4)."""

import json
from io import StringIO

import pytest
from django.core.management import call_command
from django.urls import reverse

from tests.factories.moments import day
from tests.workflow.public.walking import errors_of, text_of

pytestmark = pytest.mark.django_db


def boxes(name, text):
    on = day(text)
    return {f"{name}_ngay": str(on.day), f"{name}_thang": str(on.month), f"{name}_nam": str(on.year)}


def ask(client, sent, valid=None, **more):
    wish = boxes("sent", sent) | (boxes("valid", valid) if valid else {}) | more
    return client.get(reverse("workflow:deadline"), wish)


@pytest.mark.parametrize(
    ("sent", "valid", "delivery", "complexity", "extend", "due"),
    [
        pytest.param("09/02/2026", "09/02/2026", "ELECTRONIC", "COMPLEX", "", "09/03/2026", id="L16 qua mạng, Tết"),
        pytest.param("09/02/2026", "09/02/2026", "ELECTRONIC", "COMPLEX", "15", "24/03/2026", id="L16 gia hạn 15 ngày"),
        pytest.param("25/04/2025", "25/04/2025", "IN_PERSON", "COMPLEX", "", "13/05/2025", id="L16 tại trụ sở"),
        pytest.param("08/01/2026", "08/01/2026", "POST_FAX", "COMPLEX", "", "28/01/2026", id="L16 bưu điện"),
        pytest.param("31/08/2026", "03/09/2026", "ELECTRONIC", "SIMPLE", "", "08/09/2026", id="gửi 31/08"),
        pytest.param("31/08/2026", "03/09/2026", "ELECTRONIC", "COMPLEX", "", "24/09/2026", id="gửi 31/08, phức tạp"),
        pytest.param("01/09/2026", "03/09/2026", "", "", "", "15/09/2026", id="gửi 01/09"),
        pytest.param("25/09/2026", "25/09/2026", "", "", "", "07/10/2026", id="L26"),
        pytest.param("12/11/2026", "12/11/2026", "", "", "", "25/11/2026", id="L26 ngày cuối nghỉ"),
        pytest.param("12/11/2026", "12/11/2026", "", "", "12", "07/12/2026", id="L26 gia hạn 12 ngày"),
    ],
)
def test_page_says_what_the_command_says(client, sent, valid, delivery, complexity, extend, due):
    response = ask(client, sent, valid, delivery=delivery, complexity=complexity, extend=extend)
    assert response.status_code == 200
    assert f"ngày {day(due).day}/{day(due).month}?" in text_of(response)
    out = StringIO()
    call_command(
        "deadline",
        sent=day(sent).isoformat(),
        valid=day(valid).isoformat(),
        delivery=delivery or "ELECTRONIC",
        complexity=complexity or "COMPLEX",
        extend=extend or None,
        json=True,
        stdout=out,
    )
    told = json.loads(out.getvalue())
    assert told["due_on"] == day(due).isoformat()
    assert all(row["reason"] in text_of(response) for row in told["days"])


def test_day_of_receipt_is_the_day_of_sending_unless_told(client):
    assert "ngày 7/10?" in text_of(ask(client, "25/09/2026"))


def test_law_of_2016_asks_what_its_terms_depend_on(client):
    response = ask(client, "31/08/2026", "03/09/2026")
    assert response.status_code == 422
    assert errors_of(response) == ["Chọn cách nhận thông tin", "Chọn mức độ"]
    assert 'value="31"' in text_of(response)


@pytest.mark.parametrize(
    ("wish", "told"),
    [
        ({"sent_ngay": "31", "sent_thang": "2", "sent_nam": "2026"}, "Ngày này không có trong lịch"),
        ({"sent_ngay": "1", "sent_thang": "", "sent_nam": "2026"}, "Nhập đủ ngày, tháng và năm"),
        ({"sent_ngay": "", "sent_thang": "", "sent_nam": ""}, "Nhập ngày gửi yêu cầu"),
        ({"sent_ngay": "1", "sent_thang": "1", "sent_nam": "2010"}, "chưa có bộ quy định nào"),
        (boxes("sent", "12/11/2026") | {"extend": "13"}, "Điều 26.3 Luật 01/2026/QH16"),
        (boxes("sent", "12/11/2026") | {"extend": "abc"}, "Nhập số ngày bằng chữ số"),
        (boxes("sent", "12/11/2026") | boxes("valid", "11/11/2026"), "không thể trước ngày gửi"),
        ({"sent_ngay": "1", "sent_thang": "9" * 50, "sent_nam": "９９９９"}, "Ngày này không có trong lịch"),
        ({"sent_ngay": "\0", "sent_thang": "9", "sent_nam": "2026"}, "Không được có ký tự rỗng"),
        (boxes("sent", "31/12/9999"), ""),
    ],
)
def test_impossible_wish_says_why(client, wish, told):
    response = client.get(reverse("workflow:deadline"), wish)
    assert response.status_code == 422
    assert told in errors_of(response)[0]


def test_year_without_a_confirmed_calendar_is_provisional(client):
    page = text_of(ask(client, "28/12/2026"))
    assert "Tạm tính, hạn" in page
    assert "chưa được xác nhận" in page


def test_page_opens_empty(client):
    response = client.get(reverse("workflow:deadline"))
    assert response.status_code == 200
    assert errors_of(response) == []
