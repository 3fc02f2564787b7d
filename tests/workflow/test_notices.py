"""Every message: declared once, in words people understand, without anything personal in its subject (S12)."""

import pytest
from django.template.loader import get_template

from cms.core.models import Mail
from tests.factories.core import make_house
from tests.factories.workflow import Case, case_in, paper
from workflow import checks, notices
from workflow.choices import DecisionKind, Status

pytestmark = pytest.mark.django_db

NAME = "Hà Thị Mộc Miên"
#: A request lives under the law of the day it was sent.
LAWS = {"L16": "17/08/2026", "L26": "02/11/2026"}


@pytest.fixture
def house():
    return make_house()


def sent(house, on, **words):
    return Case.sent(house, on, name=NAME, **words)


def mail(kind):
    return Mail.objects.filter(kind=kind).latest("pk")


#: Each message to the requester, and the road on which it is sent.
ROADS = {
    "received": lambda case: case,
    "supplement_requested": lambda case: case.ask_for_supplement(),
    "supplied": lambda case: case.ask_for_supplement().supply(),
    "accepted": lambda case: case.accept(),
    "extended": lambda case: case.accept().extended(),
    "cost_due": lambda case: case.with_cost(),
    "paid": lambda case: case.with_cost().record_payment(),
    "resolved": lambda case: case.approved().issue(),
    "provided": lambda case: case.approved().issue().provide(),
    "refused": lambda case: case.accept().propose_to_refuse().approve().issue(),
    "redirected": lambda case: case.draft_redirect().issue(),
    "withdrawn": lambda case: case.withdraw(),
    "set_aside": lambda case: case.set_aside(),
}


@pytest.mark.parametrize("sent_on", LAWS.values(), ids=LAWS)
@pytest.mark.parametrize("kind", ROADS)
def test_requester_is_told(house, kind, sent_on):
    case = ROADS[kind](sent(house, sent_on))
    message = mail(kind)
    assert message.to == "men@example.vn"
    assert message.subject == f"Hồ sơ {case.now.code}: {notices.KINDS[kind].state}"
    assert message.text.startswith(f"Kính gửi Ông/Bà {NAME},\n\n")
    assert case.now.code in message.text
    assert_helps(message.text, house)
    assert_keeps_silent(message, case)


def assert_helps(text, house):
    """How to look up, and the focal point's address, telephone and hours."""
    assert "/tra-cuu/" in text
    assert "số hồ sơ và mã tra cứu" in text
    for fact in (house.focal_unit.name, house.focal_point.address, "0250 3000 111", house.focal_point.hours):
        assert fact in text


def assert_keeps_silent(message, case):
    """No tracking code, no number of a person, no telephone, no address, and nothing of what was asked."""
    for text in (message.subject, message.text):
        flat = text.replace(" ", "")
        assert case.code not in flat
        assert "0417" not in flat
        assert "912345678" not in flat
        assert "12 đường Lê Lợi" not in text
        assert "quy hoạch" not in text
    assert NAME not in message.subject


@pytest.mark.parametrize("kind", sorted(notices.KINDS))
def test_kind_has_its_template(kind):
    assert get_template(notices.template_of(kind))


def test_no_template_without_its_kind():
    """A message that nobody declared would never be sent."""
    folder = get_template(notices.template_of("received")).origin.name.rpartition("received")[0]
    from pathlib import Path

    parts = {"due", "frame_officer", "frame_requester"}
    assert {path.stem for path in Path(folder).glob("*.txt")} - parts == set(notices.KINDS)


def test_due_date_is_said_with_its_weekday(house):
    sent(house, "02/11/2026").accept()
    assert "Hạn trả lời: thứ Hai 16/11/2026." in mail("accepted").text


def test_new_date_is_said_when_extended(house):
    sent(house, "02/11/2026").accept().extended(5)
    assert "Hạn trả lời mới: thứ Hai 23/11/2026." in mail("extended").text


def test_date_in_an_unconfirmed_year_is_called_provisional(house):
    sent(house, "30/12/2026")
    assert "Ngày này là tạm tính" in mail("received").text


def test_law_is_called_by_its_name(house):
    sent(house, "17/08/2026")
    assert "Luật Tiếp cận thông tin số 104/2016/QH13" in mail("received").text


def test_request_by_telephone_waits_for_the_person(house):
    Case.by_phone(house, "02/11/2026", name=NAME)
    assert "chưa được tính là đã gửi" in mail("received").text
    assert "Thời hạn chưa chạy." in mail("new_request").text


def test_incomplete_paper_is_told_so(house):
    Case.entered(house, facts=paper(on="02/11/2026", missing="Chữ ký"))
    assert "còn thiếu nội dung nên thời hạn trả lời chưa bắt đầu tính" in mail("received").text


def test_what_is_missing_is_told_as_typed(house):
    sent(house, "02/11/2026").ask_for_supplement("Tên thửa đất & số tờ bản đồ <nếu có>")
    assert "Tên thửa đất & số tờ bản đồ <nếu có>" in mail("supplement_requested").text


def test_cost_is_told_with_its_limit(house):
    sent(house, "02/11/2026").with_cost()
    text = mail("cost_due").text
    assert "Hạn trả chi phí: thứ Hai 09/11/2026." in text
    assert "không phải là bị từ chối" in text


def test_declined_cost_is_no_refusal(house):
    sent(house, "02/11/2026").with_cost().decline_cost()
    assert "không đồng ý trả chi phí" in mail("withdrawn").text


def test_part_is_told_as_part(house):
    case_in(Status.PROVIDED_PARTLY, house)
    assert "đã cung cấp một phần thông tin" in mail("provided_partly").text


def test_lapse_is_no_refusal(house):
    case_in(Status.LAPSED, house)
    assert "không phải là bị từ chối" in mail("lapsed").text


def test_duplicate_names_the_case_that_is_answered(house):
    first = sent(house, "02/11/2026")
    sent(house, "03/11/2026").set_aside(kind="DUPLICATE", duplicate_of=first.now.code)
    assert f"trùng với hồ sơ {first.now.code}" in mail("set_aside").text


def test_time_limit_notice_names_its_paper(house):
    case = sent(house, "17/08/2026").accept().notify_time_limit().issue("TIME_LIMIT")
    assert f"Thông báo số {case.last.label}" in mail("time_limit").text


def test_moved_date_is_told(house):
    case = sent(house, "02/11/2026").accept()
    notices.post("date_moved", case.now, at=case.at)
    assert "Hạn trả lời mới: thứ Hai 16/11/2026." in mail("date_moved").text


def test_focal_mailbox_hears_of_every_request(house):
    """Whatever the state of personal accounts; and without a word about the person."""
    case = sent(house, "02/11/2026", notice="NONE")
    message = mail("new_request")
    assert message.to == house.focal_point.email
    assert case.now.code in message.text
    assert NAME not in message.text
    assert not Mail.objects.filter(kind="received").exists()


def test_officer_hears_of_an_assignment(house):
    case = sent(house, "02/11/2026").assign()
    message = mail("assigned")
    assert message.to == house.second_officer.email
    assert case.now.code in message.text
    assert NAME not in message.text


def test_officer_without_an_address_is_told_nothing(house):
    house.second_officer.email = ""
    house.second_officer.save()
    sent(house, "02/11/2026").assign()
    assert not Mail.objects.filter(kind="assigned").exists()


def test_unknown_word_is_refused(house):
    case = sent(house, "02/11/2026")
    with pytest.raises(TypeError, match="does not know the words"):
        notices.post("accepted", case.now, at=case.at, code="1234567890123456")


def test_refused_extension_paper_is_named(house):
    case = sent(house, "02/11/2026").accept().propose_extension().approve(DecisionKind.EXTENSION).issue()
    assert f"thông báo số {case.last.label}" in mail("extended").text


# --- the room checks itself --------------------------------------------------------------------------------------


def test_nothing_is_missing():
    assert checks.every_notice_has_its_words(None) == []
    assert checks.every_closing_move_has_its_paper(None) == []
    assert checks.every_paper_has_its_words(None) == []


def test_missing_words_are_found(monkeypatch):
    monkeypatch.setitem(notices.KINDS, "unwritten", notices.NoticeKind("unwritten", notices.REQUESTER, "…"))
    assert [error.id for error in checks.every_notice_has_its_words(None)] == ["workflow.E001"]


def test_closing_without_a_paper_is_found(monkeypatch):
    monkeypatch.delitem(checks.transitions.LETTER_FOR, "issue_refusal")
    monkeypatch.delitem(checks.transitions.LETTER_FOR, "issue_extension")
    found = checks.every_closing_move_has_its_paper(None)
    assert [error.msg.split()[1] for error in found] == ["issue_extension", "issue_refusal"]


def test_a_paper_without_a_body_is_found(monkeypatch):
    monkeypatch.setattr(checks.letters, "FORMS", (*checks.letters.FORMS, "UNKNOWN"))
    assert [error.id for error in checks.every_paper_has_its_words(None)] == ["workflow.E003"]
