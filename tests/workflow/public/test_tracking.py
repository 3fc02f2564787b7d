"""The tracked case: the citizen's words, dates, papers and acts, and nothing of anybody else's."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from cms.audit.models import Entry
from cms.core import files as private_files
from cms.core.dates import said, short
from tests.factories.moments import moment
from tests.factories.workflow import case_in
from tests.workflow.public.test_drafts import PDF
from tests.workflow.public.walking import Walker, errors_of, text_of
from workflow import services
from workflow.choices import Outcome, Status
from workflow.models import Attachment, InformationRequest
from workflow.public import tracking, words
from workflow.services import citizen
from workflow.services.answers import StoredFile

pytestmark = pytest.mark.django_db


def in_status(walker, status, **words_):
    """A case in this state, as the services brought it there, opened by its holder."""
    if status is Status.LAPSED:
        walker.authority.supplement_days = 1
        walker.authority.save()
    return case_in(status, walker.house, on=said_now(days_ago=12 if status is Status.LAPSED else 0), **words_)


def said_now(days_ago=0):
    at = timezone.localtime(timezone.now() - timedelta(days=days_ago))
    return f"{short(at.date())} {at:%H:%M}"


def page_of(walker, case):
    return text_of(walker.follow(case))


# --- words -------------------------------------------------------------------------------------------------------------
@pytest.mark.parametrize("status", Status)
def test_every_state_has_its_words(walker, status):
    case = in_status(walker, status)
    assert case.now.status == status
    page = page_of(walker, case)
    standing = words.STANDINGS[status]
    assert str(standing.label) in page
    assert str(standing.says) in page
    assert str(standing.next) in page
    assert status.value not in page


def test_labels_are_the_twelve_of_the_standard_and_three_of_our_own():
    labels = {str(standing.label) for standing in words.STANDINGS.values()}
    assert labels == {
        "Đã tiếp nhận",
        "Cần bổ sung",
        "Đang xử lý",
        "Đang lấy ý kiến cơ quan khác",
        "Chờ thanh toán chi phí",
        "Đã cung cấp",
        "Đã cung cấp một phần",
        "Từ chối cung cấp",
        "Đã hướng dẫn gửi đến cơ quan có trách nhiệm",
        "Đã rút",
        "Kết thúc do không bổ sung",
        "Chờ bạn xác nhận",
        "Không xử lý riêng",
    }


def test_every_sentence_is_short():
    said_ = [s for standing in words.STANDINGS.values() for s in (standing.title, standing.says, standing.next)]
    sentences = [sentence for text in said_ for sentence in str(text).rstrip(".").split(". ")]
    assert [sentence for sentence in sentences if len(sentence.split()) > 20] == []


# --- dates -------------------------------------------------------------------------------------------------------------
def test_due_day_is_explained_day_by_day(walker):
    case = in_status(walker, Status.ACCEPTED)
    page = page_of(walker, case)
    due_on = case.now.due_on
    assert f"chậm nhất {said(due_on)}" in page
    assert f"Vì sao là ngày {due_on.day}/{due_on.month}?" in page
    assert "Điều 26.3 Luật 01/2026/QH16" in page
    assert page.count("<tr>") > 12


def test_extension_runs_on_in_the_same_strip(walker):
    case = in_status(walker, Status.UNDER_REVIEW)
    first = case.now.due_on
    page = page_of(walker, case.extended(5))
    until = case.now.due_on
    assert f"Gia hạn đến {short(until)}" in page
    assert f"Vì sao là ngày {until.day}/{until.month}?" in page
    assert page.count('class="days"') == 1
    assert "gia hạn, đếm lại từ 1" in page
    assert f"Từ ngày nhận đủ {first.day}/{first.month}" not in page
    assert "Gia hạn theo Điều 26.3 Luật 01/2026/QH16." in page


def test_day_promised_between_two_terms_leaves_two_strips(walker):
    """A later date told before the extension was granted is part of the term it lengthens; the days between are not counted."""
    case = case_in(Status.UNDER_REVIEW, walker.house, on="02/11/2026").extended(5)
    tracked = tracking.Tracked(tracking.load(case.pk), case.at)
    first, second = tracked.deadline.legs
    apart = replace(second, starts_on=second.starts_on + timedelta(days=1))
    tracked.deadline = replace(tracked.deadline, legs=(first, apart))
    assert [strip.starts_on for strip in tracked.strips] == [first.starts_on, apart.starts_on]


def test_clock_that_has_not_started_shows_no_day(walker):
    case = in_status(walker, Status.SUPPLEMENT_REQUESTED)
    page = page_of(walker, case)
    assert "thời hạn trả lời chưa bắt đầu tính" in page
    assert 'class="leaf"' not in page
    assert "Hãy nêu rõ tên văn bản cần tìm" in page
    assert "Luật không đặt hạn cho việc bổ sung" in page


def test_provisional_day_says_why(walker):
    """A term that reaches into a year without a confirmed calendar is shown as provisional, with the reason."""
    case = case_in(Status.ACCEPTED, walker.house, on="28/12/2026")
    tracked = tracking.Tracked(tracking.load(case.pk), case.at)
    assert tracked.deadline.provisional
    page = page_of(walker, case)
    assert "Tạm tính, cơ quan" in page
    assert "lịch làm việc năm 2027 chưa được xác nhận" in page


def test_overdue_is_said_with_the_way_to_complain(walker):
    case = case_in(Status.ACCEPTED, walker.house, on="02/11/2026")
    tracked = tracking.Tracked(tracking.load(case.pk), case.at + timedelta(days=40))
    assert tracked.is_overdue
    assert tracked.days_left.startswith("Đã quá hạn")
    assert all(row["until_on"] > case.now.due_on for row in tracked.remedies)


@pytest.mark.parametrize(("days", "told"), [(0, "Còn 12 ngày"), (12, "Hạn là hôm nay"), (13, "Đã quá hạn 1 ngày")])
def test_days_left_are_counted_in_the_unit_of_the_law(walker, days, told):
    case = case_in(Status.ACCEPTED, walker.house, on="02/11/2026 10:00")  # due 16/11, the 14th is a Saturday
    due_on = case.now.due_on
    at = moment(short(due_on)) + timedelta(days=days - 12)
    assert tracking.Tracked(tracking.load(case.pk), at).days_left == told


def test_law_of_2016_counts_working_days(walker):
    case = case_in(Status.ACCEPTED, walker.house, on="17/08/2026 10:00")
    tracked = tracking.Tracked(tracking.load(case.pk), case.at)
    assert tracked.days_left.endswith("ngày làm việc")


# --- what happened -------------------------------------------------------------------------------------------------------
def test_supplement_is_asked_for_only_while_it_is_awaited(walker):
    case = in_status(walker, Status.LAPSED)
    assert "Cơ quan đề nghị bạn bổ sung" not in page_of(walker, case)


def test_timeline_tells_the_story_in_the_citizens_words(walker):
    case = in_status(walker, Status.SUPPLEMENT_REQUESTED).supply().accept().review().propose_to_provide().approve()
    titles = [event.title for event in tracking.Tracked(tracking.load(case.pk), case.at).events]
    assert titles == [
        "Đã duyệt cung cấp",
        "Đang xem xét",
        "Yêu cầu hợp lệ",
        "Đã nhận bổ sung",
        "Cần bổ sung",
        "Đã tiếp nhận",
    ]


def test_inner_acts_stay_inside(walker):
    case = in_status(walker, Status.ACCEPTED).note().assign().consult()
    page = page_of(walker, case)
    assert "Đã gọi phòng Đất đai" not in page
    assert "Đề nghị cho ý kiến" not in page
    assert case.house.second_officer.first_name not in page


def test_every_kind_that_is_told_is_one_that_services_write():
    folder = Path(services.__file__).parent
    source = "".join(path.read_text("utf-8") for path in folder.glob("*.py"))
    unknown = [kind for kind in words.EVENTS if f'"{kind}"' not in source]
    assert unknown == []


def test_proposal_is_not_told_before_it_counts(walker):
    """Closing takes effect when its paper is issued; until then the request is open and nothing is given away."""
    case = in_status(walker, Status.ACCEPTED).propose_to_refuse().approve()
    page = page_of(walker, case)
    assert "Từ chối cung cấp" not in page
    assert "40.000 trang" not in page
    assert "Đang xử lý" in page


def test_redirection_names_the_place_only_when_issued(walker):
    case = in_status(walker, Status.RECEIVED).draft_redirect()
    assert "Nơi có trách nhiệm" not in page_of(walker, case)
    case.issue()
    assert "Ủy ban nhân dân xã Suối Vàng" in page_of(walker, case)


# --- papers and files ----------------------------------------------------------------------------------------------------
def kept_file(name="quyet-dinh.pdf", role="ANSWER"):
    kept = private_files.keep(name, PDF)
    return StoredFile(**vars(kept), state="CLEAN", role=role, inspection="CLEAR")


def test_answer_can_be_downloaded_once_given_and_not_before(walker):
    case = in_status(walker, Status.UNDER_REVIEW).add_file(kept_file()).check_file().release_file()
    file = Attachment.objects.get(role="ANSWER")
    url = reverse("workflow:case_file", args=[file.pk])
    assert "quyet-dinh.pdf" not in page_of(walker, case)
    assert walker.client.get(url).status_code == 404
    case.propose_to_provide().approve().issue().provide()
    assert "quyet-dinh.pdf" in page_of(walker, case)
    response = walker.client.get(url)
    assert b"".join(response.streaming_content) == PDF
    assert response["Content-Disposition"].startswith("attachment")
    assert "sandbox" in response["Content-Security-Policy"]
    assert "no-store" in response["Cache-Control"]


def test_answer_given_at_once_can_be_downloaded(walker):
    case = in_status(walker, Status.RECEIVED).provide_at_once(files=(kept_file(),))
    page = page_of(walker, case)
    assert "quyet-dinh.pdf" in page
    assert "Quyết định đã đăng trên trang của Sở" in page


def test_file_that_was_not_released_never_leaves(walker):
    case = in_status(walker, Status.UNDER_REVIEW).add_file(kept_file("mat.pdf"))
    attachment = case.answer_file
    page_of(walker, case)
    assert walker.client.get(reverse("workflow:case_file", args=[attachment.pk])).status_code == 404


def test_nothing_of_another_case_opens(walker):
    mine = in_status(walker, Status.RECEIVED)
    theirs = in_status(walker, Status.UNDER_REVIEW).add_file(kept_file()).check_file().release_file()
    theirs.propose_to_provide().approve().issue().provide()
    walker.follow(mine)
    letter = theirs.now.letters.first()
    for url in (
        reverse("workflow:case_file", args=[theirs.answer_file.pk]),
        reverse("workflow:case_letter", args=[letter.pk]),
    ):
        assert walker.client.get(url).status_code == 404
        assert Client().get(url).status_code == 302


@pytest.mark.parametrize("pk", [0, 10**6, 10**30])
def test_key_that_is_no_key_is_not_found(walker, pk):
    walker.follow(in_status(walker, Status.RECEIVED))
    assert walker.client.get(reverse("workflow:case_file", args=[pk])).status_code == 404
    assert walker.client.get(reverse("workflow:case_letter", args=[pk])).status_code == 404


def test_issued_paper_is_shown_word_for_word(walker):
    case = in_status(walker, Status.REFUSED)
    letter = case.now.letters.get(state="ISSUED")
    page = page_of(walker, case)
    assert f"Thông báo từ chối, số {letter.label}" in page
    paper = walker.client.get(reverse("workflow:case_letter", args=[letter.pk]))
    assert letter.html in text_of(paper)
    assert "no-store" in paper["Cache-Control"]


def test_paper_that_waits_for_the_registry_is_not_shown(walker):
    case = in_status(walker, Status.ACCEPTED).propose_to_refuse().approve()
    page_of(walker, case)
    letter = case.letter()
    assert walker.client.get(reverse("workflow:case_letter", args=[letter.pk])).status_code == 404


def test_file_lost_from_the_disk_is_a_plain_page(walker):
    case = in_status(walker, Status.RECEIVED)
    Attachment(
        info_request=case.now,
        role="SENT",
        name="a.pdf",
        path="00/khong-co",
        content_type="application/pdf",
        size=1,
        sha256="0" * 64,
        state="CLEAN",
        added_at=timezone.now(),
    ).save()
    walker.follow(case)
    response = walker.client.get(reverse("workflow:case_file", args=[Attachment.objects.get().pk]))
    assert response.status_code == 503


@pytest.mark.parametrize(
    ("state", "told"), [("QUARANTINE", "đang kiểm tra mã độc"), ("INFECTED", "có mã độc, không mở được")]
)
def test_file_that_is_not_clean_is_named_and_stays_shut(walker, state, told):
    case = in_status(walker, Status.RECEIVED, files=(kept_file("bien.pdf", "SENT"),))
    file = Attachment.objects.get()
    file.state = state
    file.save()
    page = page_of(walker, case)
    assert told in page
    assert reverse("workflow:case_file", args=[file.pk]) not in page
    assert walker.client.get(reverse("workflow:case_file", args=[file.pk])).status_code == 404


def test_pieces_show_their_outcome_once_answered(walker):
    case = in_status(walker, Status.RECEIVED, pieces=("Danh sách hộ dân được hỗ trợ sau trận lũ",))
    assert "Danh sách hộ dân" in page_of(walker, case)
    case.accept().review().classify_all().propose(Outcome.PROVIDE, Outcome.REFUSE).approve()
    assert "<b>Từ chối</b>" not in page_of(walker, case)
    case.issue("RESOLUTION").issue("REFUSAL").provide()
    page = page_of(walker, case)
    assert "<b>Cung cấp</b>" in page
    assert "<b>Từ chối</b>" in page


# --- remedies ------------------------------------------------------------------------------------------------------------
def test_refusal_tells_how_to_complain_with_days_counted(walker):
    case = in_status(walker, Status.REFUSED)
    page = page_of(walker, case)
    tracked = tracking.Tracked(tracking.load(case.pk), case.at)
    assert [row["place"] for row in tracked.remedies] == [
        "Giám đốc Sở Xây dựng, Số 1 đường Lê Lợi",
        "Tòa án nhân dân khu vực 1, Số 3 đường Hùng Vương",
    ]
    for row in tracked.remedies:
        assert said(row["until_on"]) in page
    assert "khoản 1 Điều" in page or "Điều 9 Luật Khiếu nại" in page


def test_open_case_tells_the_terms_without_a_day(walker):
    """KN Điều 9, 28, 33.1; D155 Điều 10."""
    page = page_of(walker, in_status(walker, Status.ACCEPTED))
    assert "Trong 90 ngày" in page
    assert "thụ lý trong 7 ngày làm việc, rồi giải quyết trong 30 ngày" in page
    assert "khiếu nại lần hai trong 30 ngày" in page
    assert "Giám đốc Sở Xây dựng" in page


# --- acts ----------------------------------------------------------------------------------------------------------------
def link(slug):
    return f'href="{reverse("workflow:case_act", args=[slug])}"'


@pytest.mark.parametrize(
    ("status", "offered"),
    [
        (Status.AWAITING_CONFIRMATION, {"xac-nhan", "lien-he", "rut"}),
        (Status.RECEIVED, {"cach-nhan", "lien-he", "rut"}),
        (Status.SUPPLEMENT_REQUESTED, {"bo-sung", "cach-nhan", "lien-he", "rut"}),
        (Status.UNDER_REVIEW, {"cach-nhan", "lien-he", "rut"}),
        (Status.AWAITING_PAYMENT, {"chi-phi", "lien-he", "rut"}),
        (Status.PROVIDED, set()),
        (Status.REFUSED, set()),
        (Status.WITHDRAWN, set()),
    ],
)
def test_offered_is_what_the_moves_allow(walker, status, offered):
    page = page_of(walker, in_status(walker, status))
    assert {slug for slug, _link in words.ACTS.values() if link(slug) in page} == offered


def test_supplement_starts_the_clock(walker):
    case = in_status(walker, Status.SUPPLEMENT_REQUESTED)
    walker.follow(case)
    response = walker.act(
        case, "bo-sung", {"text": "Đường liên thôn Bến Nứa", "tep": SimpleUploadedFile("bien.pdf", PDF)}
    )
    assert response.url == f"{reverse('workflow:case')}?da=bo-sung"
    page = text_of(walker.client.get(response.url))
    assert "Cơ quan đã nhận phần bổ sung của bạn." in page
    assert "bien.pdf" in page
    assert case.now.status == Status.RECEIVED
    assert case.now.complete_on == timezone.localdate()


def test_empty_supplement_is_told(walker):
    case = in_status(walker, Status.SUPPLEMENT_REQUESTED)
    walker.follow(case)
    response = walker.act(case, "bo-sung", {"text": " "})
    assert response.status_code == 422
    assert errors_of(response) == ["Hãy ghi nội dung bổ sung hoặc chọn tệp."]
    assert case.now.status == Status.SUPPLEMENT_REQUESTED


def test_wrong_file_keeps_the_words(walker):
    case = in_status(walker, Status.SUPPLEMENT_REQUESTED)
    walker.follow(case)
    answers = {"text": "Đường liên thôn", "tep": [SimpleUploadedFile("a.pdf", PDF), SimpleUploadedFile("b.exe", b"MZ")]}
    response = walker.act(case, "bo-sung", answers)
    assert response.status_code == 422
    assert "b.exe: Tệp này không đúng loại" in errors_of(response)[0]
    assert "Đường liên thôn</textarea>" in text_of(response)
    assert Attachment.objects.count() == 0


def test_withdrawing_ends_the_case(walker):
    case = in_status(walker, Status.ACCEPTED)
    walker.follow(case)
    walker.act(case, "rut", {"text": ""})
    assert case.now.status == Status.WITHDRAWN
    page = text_of(walker.client.get(reverse("workflow:case"), {"da": "rut"}))
    assert "Yêu cầu đã được rút." in page
    assert "Đã rút" in page


def test_cost_is_shown_and_accepted(walker):
    case = in_status(walker, Status.AWAITING_PAYMENT)
    page = page_of(walker, case)
    assert "Chi phí: 30.000 đồng" in page
    assert "Nộp tại Kho bạc Nhà nước khu vực" in page
    form = text_of(walker.client.get(reverse("workflow:case_act", args=["chi-phi"])))
    assert "30.000 đồng" in form
    walker.act(case, "chi-phi", {"choice": "DONG_Y"})
    page = page_of(walker, case)
    assert "Bạn đã đồng ý trả" in page
    assert link("chi-phi") not in page


def test_cost_declined_ends_the_case_without_a_refusal(walker):
    case = in_status(walker, Status.AWAITING_PAYMENT)
    walker.follow(case)
    walker.act(case, "chi-phi", {"choice": "KHONG"})
    assert (case.now.status, case.now.withdraw_reason) == (Status.WITHDRAWN, "COST_DECLINED")


def test_cost_without_a_choice_is_told(walker):
    case = in_status(walker, Status.AWAITING_PAYMENT)
    walker.follow(case)
    assert errors_of(walker.act(case, "chi-phi", {})) == ["Chọn đồng ý hoặc không đồng ý"]


def test_contact_is_corrected(walker):
    case = in_status(walker, Status.RECEIVED)
    walker.follow(case)
    form = text_of(walker.client.get(reverse("workflow:case_act", args=["lien-he"])))
    assert 'value="0912 345 678"' in form
    walker.act(
        case, "lien-he", {"phone": "0298 3866 027", "email": "", "notice": "POST", "postal_address": "Thôn Đồi Chè"}
    )
    person = case.now.requester
    assert (person.phone, person.email, person.notice, person.postal_address) == (
        "+842983866027",
        "",
        "POST",
        "Thôn Đồi Chè",
    )
    wrong = walker.act(case, "lien-he", {"phone": "12", "notice": "EMAIL"})
    assert errors_of(wrong) == [
        "Số điện thoại chưa đúng. Ví dụ: 0912 345 678",
        "Nhập thư điện tử để nhận thông báo, hoặc chọn cách khác",
    ]


def test_way_to_receive_is_changed(walker):
    case = in_status(walker, Status.RECEIVED)
    walker.follow(case)
    wrong = walker.act(case, "cach-nhan", {"delivery": "PAPER_BY_POST"})
    assert errors_of(wrong) == ["Nhập địa chỉ nhận bưu phẩm"]
    walker.act(case, "cach-nhan", {"delivery": "PAPER_BY_POST", "postal_address": "Thôn Đồi Chè"})
    assert case.now.delivery == "PAPER_BY_POST"
    assert "Bản giấy qua bưu điện" in page_of(walker, case)


def test_assisted_filing_is_read_and_confirmed(walker):
    case = in_status(walker, Status.AWAITING_CONFIRMATION)
    assert "Xem lại và xác nhận" in page_of(walker, case)
    form = text_of(walker.client.get(reverse("workflow:case_act", args=["xac-nhan"])))
    assert "Nguyễn Thị Mến" in form
    walker.act(case, "xac-nhan")
    assert case.now.status == Status.RECEIVED
    assert case.now.sent_on == timezone.localdate()


# --- too late, too old, not allowed ------------------------------------------------------------------------------------------
def test_act_on_an_old_view_is_refused_with_what_was_typed(walker):
    case = in_status(walker, Status.SUPPLEMENT_REQUESTED)
    walker.follow(case)
    seen = case.now.version
    case.do(citizen.change_contact, phone="", email="", notice="NONE", postal_address="")
    response = walker.client.post(
        reverse("workflow:case_act", args=["bo-sung"]), {"seen": seen, "text": "Đường liên thôn"}
    )
    assert response.status_code == 409
    assert "Hồ sơ vừa thay đổi" in errors_of(response)[0]
    assert "Đường liên thôn</textarea>" in text_of(response)
    assert case.now.status == Status.SUPPLEMENT_REQUESTED
    # The form carries the new version: sending again works.
    assert f'name="seen" value="{case.now.version}"' in text_of(response)


def test_impossible_act_is_told_recorded_and_changes_nothing(walker):
    case = in_status(walker, Status.PROVIDED)
    walker.follow(case)
    before = case.now.version
    response = walker.act(case, "rut", {"text": ""})
    assert response.status_code == 409
    assert "Chưa làm được việc này" in text_of(response)
    assert (case.now.status, case.now.version) == (Status.PROVIDED, before)
    assert Entry.objects.filter(kind="attempt.refused", subject_id=str(case.pk)).count() == 1
    assert walker.client.get(reverse("workflow:case_act", args=["rut"])).status_code == 409
    assert Entry.objects.filter(kind="attempt.refused").count() == 1


def test_unknown_act_is_not_there(walker):
    walker.follow(in_status(walker, Status.RECEIVED))
    assert walker.client.get(reverse("workflow:case_act", args=["xoa"])).status_code == 404


def test_acts_need_an_open_case(walker):
    case = in_status(walker, Status.RECEIVED)
    stranger = Walker(Client(), walker.house)
    response = stranger.act(case, "rut", {"text": ""})
    assert response.status_code == 422
    assert case.now.code not in text_of(response)
    assert case.now.status == Status.RECEIVED


def test_words_written_for_too_long_are_sent_with_number_and_code(walker):
    case = in_status(walker, Status.SUPPLEMENT_REQUESTED)
    answers = {"text": "Đường liên thôn Bến Nứa", "tep": SimpleUploadedFile("bien.pdf", PDF)}
    response = walker.act(case, "bo-sung", answers)
    page = text_of(response)
    assert "CHƯA được gửi" in page
    assert 'name="text" value="Đường liên thôn Bến Nứa"' in page
    assert "bien.pdf" in page
    kept = {"text": "Đường liên thôn Bến Nứa", "number": case.now.code}
    wrong = walker.act(case, "bo-sung", kept | {"code": "1" * 16})
    assert errors_of(wrong) == ["Số hồ sơ hoặc mã tra cứu chưa đúng. Hãy xem lại trên biên nhận"]
    assert 'value="Đường liên thôn Bến Nứa"' in text_of(wrong)
    sent = walker.act(case, "bo-sung", kept | {"code": case.code})
    assert sent.url == f"{reverse('workflow:case')}?da=bo-sung"
    assert case.now.status == Status.RECEIVED
    assert walker.client.get(sent.url).status_code == 200


def test_guessing_at_an_act_meets_the_limits_of_the_look_up(walker):
    case = in_status(walker, Status.RECEIVED)
    tries = [walker.act(case, "rut", {"number": case.now.code, "code": f"{n:016d}"}) for n in range(14)]
    assert [response.status_code for response in tries[10:]].count(429) >= 2
    assert case.now.status == Status.RECEIVED


def test_forged_form_is_refused(walker):
    case = in_status(walker, Status.RECEIVED)
    walker.follow(case)
    guarded = Client(enforce_csrf_checks=True)
    guarded.cookies["ho-so"] = walker.client.cookies["ho-so"].value
    response = guarded.post(reverse("workflow:case_act", args=["rut"]), {"seen": 1})
    assert response.status_code == 403
    assert InformationRequest.objects.get(pk=case.pk).status == Status.RECEIVED


@pytest.mark.parametrize("seen", ["", "x", "-1", "9" * 30])
def test_version_that_is_no_version_changes_nothing(walker, seen):
    case = in_status(walker, Status.RECEIVED)
    walker.follow(case)
    response = walker.act(case, "rut", {"text": "Tôi đổi ý", "seen": seen})
    assert response.status_code == 409
    assert "Hãy xem lại rồi gửi lần nữa" in errors_of(response)[0]
    assert "Tôi đổi ý</textarea>" in text_of(response)
    assert case.now.status == Status.RECEIVED


# --- an answer's file in parts, and until when ---------------------------------------------------------------------------
@pytest.fixture
def given(walker):
    case = in_status(walker, Status.UNDER_REVIEW).add_file(kept_file()).check_file().release_file()
    case.propose_to_provide().approve().issue().provide()
    walker.follow(case)
    return case, reverse("workflow:case_file", args=[case.answer_file.pk])


def test_a_broken_download_is_taken_up_again(walker, given):
    _case, url = given
    first = walker.client.get(url, headers={"Range": "bytes=0-9"})
    mark = first["ETag"]
    rest = walker.client.get(url, headers={"Range": "bytes=10-", "If-Range": mark})
    assert (first.status_code, rest.status_code) == (206, 206)
    assert b"".join(first.streaming_content) + b"".join(rest.streaming_content) == PDF
    assert "no-store" in rest["Cache-Control"]
    assert walker.client.get(url, headers={"Range": "bytes=99999-"}).status_code == 416


def test_after_its_days_an_answer_is_asked_for_at_the_focal_point(walker, given, settings):
    case, url = given
    settings.ANSWER_FILE_DAYS = 2
    assert walker.client.get(url).status_code == 200
    row = case.now
    row.outcome_on -= timedelta(days=3)
    row.save()
    gone = walker.client.get(url)
    assert gone.status_code == 410
    assert "Đã hết ngày tải tệp" in gone.content.decode()
    page = page_of(walker, case)
    assert "đã hết ngày tải" in page
    assert url not in page
    settings.ANSWER_FILE_DAYS = 0
    assert walker.client.get(url).status_code == 200
