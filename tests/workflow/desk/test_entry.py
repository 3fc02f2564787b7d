"""Paper, walk-ins and calls: what is missing waits for a supplement, days are true, one form makes one case."""

from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from cms.core.dates import short, today
from tests.factories.core import make_house
from tests.factories.workflow import Case
from workflow.choices import Channel, Status
from workflow.models import InformationRequest

pytestmark = pytest.mark.django_db


@pytest.fixture
def paper(house):
    """A whole letter received today."""
    return {
        "authority": house.authority.pk,
        "channel": "POST",
        "sent_on": short(today() - timedelta(days=2)),
        "received_on": short(today()),
        "name": "Lường Văn Pín",
        "identity_number": "001185000417",
        "address": "Thôn Bản Mạ, xã Suối Vàng",
        "province": "",
        "contact": "0912 345 678",
        "description": "Kết quả xét nghiệm nước giếng thôn Bản Mạ quý III năm 2026\nDanh sách hộ dùng nước giếng",
        "purpose": "Bảo vệ sức khỏe",
        "delivery": "PAPER_BY_POST",
        "action": "save",
        "once": "a",
    }


@pytest.fixture
def send(enter, house, paper):
    def post(person=None, **fields):
        return enter(person or house.officer).post(reverse("desk:entry"), paper | fields)

    return post


def the_case():
    return InformationRequest.objects.get()


def test_a_letter_is_entered_with_its_days_its_pieces_and_a_code(house, client, send):
    from cms.core.places import provinces

    page = send(province=str(provinces()[0]))
    case = the_case()
    assert page["Location"] == reverse("desk:code", args=[case.code])
    assert (case.status, case.channel) == (Status.RECEIVED, Channel.POST)
    assert (case.sent_on, case.received_on, case.complete_on) == (today() - timedelta(days=2), today(), today())
    assert case.pieces.count() == 2
    assert case.entered_by == case.assigned_to == house.officer
    assert case.requester.phone == "+84912345678"
    assert "mb-code-slip" in client.get(page["Location"]).content.decode()
    assert client.get(reverse("desk:receipt", args=[case.code])).status_code == 200


def test_what_is_missing_becomes_the_supplement(send):
    assert send(identity_number="").status_code == 302
    case = the_case()
    assert case.status == Status.SUPPLEMENT_REQUESTED
    assert case.due_on is None
    missing = case.supplements.get().missing
    assert "số định danh" in missing
    assert "nơi cư trú" in missing


def test_a_short_but_clear_description_is_no_fault(send):
    from cms.core.places import provinces

    send(description="Sổ hộ nghèo 2026", province=str(provinces()[0]))
    assert the_case().status == Status.RECEIVED


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({"received_on": short(today() + timedelta(days=1))}, "Ngày nhận không được ở tương lai"),
        ({"sent_on": "32/13"}, "Ngày này không có trong lịch"),
        ({"sent_on": ""}, "Nhập ngày"),
        (
            {"sent_on": short(today()), "received_on": short(today() - timedelta(days=1))},
            "Ngày gửi không được sau ngày nhận",
        ),
        ({"received_on": short(today() - timedelta(days=1))}, "Hãy nói vì sao vào sổ muộn"),
        ({"sent_on": "01/01/2001"}, "chưa có bộ quy định nào"),
        ({"identity_number": "0012345"}, "Số định danh phải có đúng 12 chữ số"),
        ({"contact": "không có"}, "Số điện thoại chưa đúng"),
        ({"contact": "a@"}, "Thư điện tử chưa đúng"),
        ({"name": ""}, "Nhập họ và tên"),
        ({"description": "  \n "}, "Nhập thông tin người dân yêu cầu"),
        ({"delivery": "FAX"}, "không có cách nhận đó"),
        ({"channel": "FAX"}, "không có cách gửi này"),
        ({"channel": "LẠ"}, ""),
        ({"capacity": "ORGANISATION"}, "Nhập tên tổ chức"),
        ({"external_number": "H99.12-1"}, "Ghi cả mã hồ sơ ngoài và nơi cấp mã"),
        ({"members": "Bàn Thị Sênh; 001185000417"}, "Dòng 1: ghi họ tên"),
        ({"authority": "999999"}, ""),
    ],
)
def test_what_is_wrong_is_said_and_nothing_is_kept(send, fields, sentence):
    page = send(**fields)
    assert page.status_code == 200
    text = page.content.decode()
    assert 'role="alert"' in text
    assert sentence in text
    assert "Lường Văn Pín" in text or "name" in fields
    assert not InformationRequest.objects.exists()


def test_a_past_day_needs_a_reason_and_keeps_it(send):
    send(received_on=short(today() - timedelta(days=1)), late_reason="Nghỉ bão")
    assert the_case().late_entry_reason == "Nghỉ bão"


def test_pressing_twice_makes_one_case(send):
    first, second = send(), send()
    assert first["Location"] == second["Location"]
    assert InformationRequest.objects.count() == 1
    send(once="b")
    assert InformationRequest.objects.count() == 2


def test_checking_first_shows_the_law_and_the_day_and_keeps_nothing(send):
    page = send(action="check")
    text = page.content.decode()
    assert "Luật Tiếp cận thông tin số 01/2026/QH16" in text
    assert "Nhập nơi cư trú" in text  # no province: the case would wait
    assert not InformationRequest.objects.exists()


def test_a_known_number_offers_the_person_known(house, send):
    Case.sent(house, on=short(today()), name="Nguyễn Thị Mến", identity_number="001185000417")
    page = send(action="check", name="", address="")
    assert "Đã biết người này" in page.content.decode()
    filled = send(action="use", name="", address="")
    assert 'value="Nguyễn Thị Mến"' in filled.content.decode()
    assert 'value="12 đường Lê Lợi, Xã Suối Vàng"' in filled.content.decode()


def test_another_authoritys_person_is_not_offered(house, send):
    Case.sent(make_house(), on=short(today()), name="Nguyễn Thị Mến", identity_number="001185000417")
    assert "Đã biết người này" not in send(action="check", name="").content.decode()


def test_a_call_waits_until_the_person_confirms(send):
    send(channel="PHONE", sent_on=short(today()))
    case = the_case()
    assert case.status == Status.AWAITING_CONFIRMATION
    assert case.due_on is None


def test_one_stop_numbers_are_kept_and_entered_once(send):
    told = {
        "channel": "ONE_STOP",
        "external_number": "H99.12-261118-0007",
        "external_source": "Một cửa xã",
        "promised_on": short(today() + timedelta(days=5)),
    }
    assert send(**told).status_code == 302
    case = the_case()
    assert (case.external_number, case.promised_on) == ("H99.12-261118-0007", today() + timedelta(days=5))
    page = send(**told, once="b")
    assert page.status_code == 200
    assert case.code in page.content.decode()


def test_an_organisation_names_its_people(send):
    send(
        capacity="ORGANISATION",
        organisation_name="Hội Người cao tuổi",
        members="Bàn Thị Sênh; 001185000418; Muốn biết mức hỗ trợ\nLò Văn Xiên; 001085000419; Muốn biết mức hỗ trợ",
    )
    requester = the_case().requester
    assert requester.organisation_name == "Hội Người cao tuổi"
    assert requester.members.count() == 2


def test_the_scan_of_the_form_becomes_a_file_of_the_case(send):
    scan = SimpleUploadedFile("phieu.pdf", b"%PDF-1.7\n%%EOF", content_type="application/pdf")
    send(files=[scan])
    assert the_case().attachments.get().role == "SENT"
    trick = SimpleUploadedFile("phieu.pdf", b"MZ", content_type="application/pdf")
    page = send(files=[trick], once="b")
    assert page.status_code == 200
    assert InformationRequest.objects.count() == 1


def test_only_those_who_may_enter_find_the_page(house, enter):
    for person in (house.officer, house.registry):
        assert enter(person).get(reverse("desk:entry")).status_code == 200
    for person in (house.signer, house.originator, house.auditor):
        assert enter(person).get(reverse("desk:entry")).status_code == 404
