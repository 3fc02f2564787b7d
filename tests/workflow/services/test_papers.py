"""Papers beside the decisions: guidance for who wants it on paper, an apology when late, a list of what is handed over."""

import pytest

from cms.core.errors import DomainError, NotAllowed
from cms.core.models import Mail
from tests.factories.moments import day
from tests.factories.workflow import Case
from tests.workflow.services.record import kinds_of, last_act
from tests.workflow.test_letters import words
from workflow.choices import LetterState, Status
from workflow.transitions import ImpossibleMove

pytestmark = pytest.mark.django_db
L26 = "02/11/2026"  # due on Monday 16/11/2026


def newest(case):
    return case.now.letters.order_by("-pk").first()


# --- guidance --------------------------------------------------------------------------------------------------------
def test_guidance_leaves_as_a_paper_and_the_request_stays_where_it_is(house):
    case = Case.sent(house, L26).ask_for_supplement("Tên thửa đất").draw_up_guidance().issue()
    text = words(newest(case).html)
    assert "HƯỚNG DẪN Bổ sung yêu cầu cung cấp thông tin" in text
    assert "Tên thửa đất" in text
    assert case.now.status == Status.SUPPLEMENT_REQUESTED
    assert kinds_of(case)[-2:] == ["request.guidance_drafted", "request.guidance_issued"]


def test_guidance_that_waits_falls_when_the_supplement_comes(house):
    case = Case.sent(house, L26).ask_for_supplement().draw_up_guidance().supply()
    assert newest(case).state == LetterState.WITHDRAWN
    assert case.accept().now.status == Status.ACCEPTED


def test_guidance_is_drawn_up_once(house):
    case = Case.sent(house, L26).ask_for_supplement().draw_up_guidance()
    with pytest.raises(ImpossibleMove):
        case.draw_up_guidance()


# --- apology ---------------------------------------------------------------------------------------------------------
def test_apology_says_how_late_why_and_until_when_and_moves_no_date(house):
    case = Case.sent(house, L26).accept().on("18/11/2026")
    due_on = case.now.due_on
    case.draw_up_apology(day("23/11/2026")).issue()
    letter, text = newest(case), words(newest(case).html)
    assert "THƯ XIN LỖI Và hẹn lại ngày trả lời yêu cầu cung cấp thông tin" in text
    assert "Thời hạn trả lời theo luật hết ngày 16/11/2026." in text
    assert "Lý do: Hồ sơ lưu ở ba đơn vị, tập hợp lâu hơn dự tính." in text
    assert "xin lỗi Ông/Bà về sự chậm trễ này và hẹn trả lời chậm nhất thứ Hai 23/11/2026." in text
    assert (case.now.due_on, case.now.status) == (due_on, Status.ACCEPTED)
    assert last_act(case)["data"]["promised_on"] == "2026-11-23"
    mail = Mail.objects.get(kind="apologised")
    assert f"Thư xin lỗi số {letter.label}" in mail.text
    assert "hẹn trả lời chậm nhất thứ Hai 23/11/2026" in mail.text


def test_apology_waits_until_the_term_has_passed(house):
    case = Case.sent(house, L26).accept().on("16/11/2026")
    with pytest.raises(ImpossibleMove, match="chưa quá hạn"):
        case.draw_up_apology()


@pytest.mark.parametrize(
    ("facts", "field"), [({"promised_on": day("17/11/2026")}, "promised_on"), ({"plain_words": " "}, "plain_words")]
)
def test_apology_needs_a_coming_day_and_a_reason(house, facts, field):
    case = Case.sent(house, L26).accept().on("18/11/2026")
    with pytest.raises(DomainError) as refused:
        case.draw_up_apology(**facts)
    assert refused.value.field == field
    assert not case.now.letters.exists()


def test_apology_whose_day_has_passed_is_not_issued_but_drawn_up_anew(house):
    case = Case.sent(house, L26).accept().on("18/11/2026").draw_up_apology(day("20/11/2026")).on("23/11/2026")
    with pytest.raises(ImpossibleMove, match="20/11/2026 đã qua"):
        case.issue()
    case.draw_up_apology(day("27/11/2026")).issue()
    states = case.now.letters.order_by("pk").values_list("state", flat=True)
    assert list(states) == [LetterState.WITHDRAWN, LetterState.ISSUED]


def test_apology_is_the_contact_point_s_to_draw_up(house):
    case = Case.sent(house, L26).accept().on("18/11/2026")
    with pytest.raises(NotAllowed):
        case.draw_up_apology(by=house.registry)


# --- cover -----------------------------------------------------------------------------------------------------------
def test_cover_lists_the_files_and_is_issued_before_they_are_handed_over(house):
    case = Case.sent(house, L26).accept().review().add_cleared_file()
    case.propose_to_provide().approve().issue("RESOLUTION").draw_up_cover()
    with pytest.raises(ImpossibleMove, match="chưa phát hành"):
        case.provide()
    case.issue("COVER")
    text = words(newest(case).html)
    assert "PHIẾU GIAO Thông tin cung cấp theo yêu cầu" in text
    assert "theo Phiếu giải quyết số" in text
    assert "quyet-dinh.pdf" in text
    assert "có quyền yêu cầu đính chính (Điều 28 Luật 01/2026/QH16)./." in text
    assert case.provide(how="").now.status == Status.PROVIDED


def test_cover_without_files_names_the_information_and_the_refusal(house):
    case = Case.sent(house, L26, pieces=("Danh sách hộ đã nhận bồi thường",)).accept().review().classify_all()
    case.propose("PROVIDE", "REFUSE").approve().issue("RESOLUTION").issue("REFUSAL").draw_up_cover().issue("COVER")
    text = words(newest(case).html)
    assert "- Quyết định phê duyệt quy hoạch sử dụng đất của xã Suối Vàng" in text
    assert "nêu trong Thông báo từ chối số" in text


def test_cover_waits_for_files_that_nobody_has_checked(house):
    case = Case.sent(house, L26).approved().issue().add_file()
    with pytest.raises(ImpossibleMove, match="Kiểm tra xong"):
        case.draw_up_cover()
