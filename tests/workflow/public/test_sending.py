"""Sending: one intention makes one case, shown means saved, and a failure says that nothing was sent (S2, S3)."""

from datetime import timedelta
from unittest.mock import patch

import pytest
from django.core import mail
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import OperationalError, connection
from django.test import Client
from django.utils import timezone

from cms.core.display import phone
from cms.core.models import Attempt, Mail
from tests.factories.moments import within_one_minute
from tests.workflow.public.test_drafts import PDF, disk, grow_old
from tests.workflow.public.walking import IDENTITY, NEED, Walker, code_on, errors_of, text_of
from workflow import codes
from workflow.models import Attachment, DraftFile, FormDraft, InformationRequest, Member
from workflow.public import questions, throttle

pytestmark = pytest.mark.django_db


def the_case():
    return InformationRequest.objects.select_related("requester").get()


# --- what arrives ------------------------------------------------------------------------------------------------------
def test_answers_arrive_as_they_were_given(walker):
    walker.walk_and_send(
        {
            "cach-nhan": {"delivery": "PAPER_BY_POST", "support_needs": ["LARGE_PRINT"]},
            "noi-nhan": {"postal_address": "Thôn Đồi Chè", "copies": "2"},
            "ly-do": {"purpose": "Theo dõi việc làm đường", "asked_before": "DA_HOI", "times_asked": ""},
        }
    )
    case, person = the_case(), the_case().requester
    assert (case.description, case.document_name) == (NEED, "Hồ sơ quyết toán đường liên thôn")
    assert (case.period_from, case.period_to) == (2024, 2025)
    assert (case.delivery, case.copies, case.times_asked) == ("PAPER_BY_POST", 2, 2)
    assert (case.channel, case.status, case.purpose) == ("ONLINE", "RECEIVED", "Theo dõi việc làm đường")
    assert case.is_resident is None
    assert (person.name, person.kind, person.capacity) == ("Hà Thị Mộc Miên", "CITIZEN", "SELF")
    assert (person.identity_kind, person.identity_number, person.identity_last4) == ("PERSONAL_ID", IDENTITY, "0417")
    assert person.residence == "12 đường Hoa Sữa, Phường Thuận Hóa, Thành phố Huế"
    assert (person.phone, person.email, person.notice) == ("+84952417096", "", "NONE")
    assert (person.postal_address, person.support_needs) == ("Thôn Đồi Chè", ["LARGE_PRINT"])
    assert [piece.description for piece in case.pieces.all()] == [NEED]


def test_minor_with_consent_arrives(walker):
    walker.walk_and_send(
        {
            "tu-cach": {"capacity": "SELF", "who": "MINOR"},
            "duoi-18-tuoi": {"way": "WITH_CONSENT", "consenting_name": "Hà Văn Cha"},
        }
    )
    person = the_case().requester
    assert person.is_minor
    assert person.represented_basis == "Có sự đồng ý của người đại diện: Hà Văn Cha"


def test_representative_arrives(walker):
    walker.walk_and_send(
        {
            "tu-cach": {"capacity": "REPRESENTATIVE", "who": "ADULT"},
            "dai-dien": {"represented_name": "Hà Văn Nam", "represented_kind": "MINOR", "represented_basis": "Mẹ"},
        }
    )
    person = the_case().requester
    assert (person.capacity, person.represented_name) == ("REPRESENTATIVE", "Hà Văn Nam")
    assert person.represented_basis == "Mẹ (người dưới 18 tuổi)"


def test_authorised_person_arrives_with_the_paper(walker):
    walker.walk_and_send(
        {
            "tu-cach": {"capacity": "AUTHORISED", "who": "ADULT"},
            "uy-quyen": {
                "represented_name": "Hà Văn Nam",
                "represented_basis": "Giấy ngày 02/11/2026",
                "tep": SimpleUploadedFile("giay.pdf", PDF),
            },
        }
    )
    assert the_case().requester.represented_name == "Hà Văn Nam"
    assert Attachment.objects.get().role == "AUTHORITY"


def test_foreigner_arrives(walker):
    walker.walk_and_send(
        {
            "tu-cach": {"capacity": "SELF", "who": "FOREIGNER"},
            "nguoi-nuoc-ngoai": {"foreigner_concern": "Đường đi qua nhà xưởng tôi thuê"},
        }
    )
    person = the_case().requester
    assert (person.kind, person.foreigner_concern) == ("RESIDENT_FOREIGNER", "Đường đi qua nhà xưởng tôi thuê")


ORGANISATION = {
    "tu-cach": {"capacity": "ORGANISATION", "who": "ADULT"},
    "to-chuc": {"organisation_name": "HTX Đồi Chè", "organisation_address": "Thôn", "organisation_post": "Giám đốc"},
}


def test_organisation_arrives_with_its_members(walker):
    member = {"name": "Hà Văn Nam", "identity_number": "031 292 000 417", "purpose": "Theo dõi"}
    walker.walk_and_send(ORGANISATION | {"thanh-vien": member})
    assert the_case().requester.organisation_name == "HTX Đồi Chè"
    assert [(m.name, m.identity_number, m.purpose) for m in Member.objects.all()] == [
        ("Hà Văn Nam", "031292000417", "Theo dõi")
    ]


def test_list_of_members_may_be_a_file(walker):
    walker.walk_and_send(ORGANISATION | {"thanh-vien": {"tep": SimpleUploadedFile("danh-sach.pdf", PDF)}})
    assert Attachment.objects.get().role == "MEMBERS"
    assert Member.objects.count() == 0


@pytest.mark.parametrize(("answer", "kept", "concern"), [("CO", True, ""), ("KHONG", False, "Tôi có ruộng ở đó")])
def test_residence_is_kept_and_never_blocks(villager, answer, kept, concern):
    villager.walk_and_send({"noi-cu-tru": {"is_resident": answer}, "lien-quan": {"concern": concern}})
    assert the_case().is_resident is kept
    assert the_case().concern == concern


def test_files_become_part_of_the_case(walker):
    walker.walk_and_send({"tai-lieu": {"tep": SimpleUploadedFile("ban-do.pdf", PDF)}})
    file = Attachment.objects.get()
    assert (file.role, file.name, file.state) == ("SENT", "ban-do.pdf", "CLEAN")
    assert disk(file).read_bytes() == PDF
    assert DraftFile.objects.count() == 0


def test_files_wait_in_quarantine_where_a_scanner_is(walker, settings):
    settings.CLAMD_ADDRESS = "127.0.0.1:3310"
    walker.walk_and_send({"tai-lieu": {"tep": SimpleUploadedFile("ban-do.pdf", PDF)}})
    assert Attachment.objects.get().state == "QUARANTINE"


def test_file_of_a_branch_left_again_is_not_sent(walker):
    walker.walk({"dong-y": {"consent": "CO_VAN_BAN"}, "van-ban-dong-y": {"tep": SimpleUploadedFile("a.pdf", PDF)}})
    walker.answer("dong-y", {"consent": "KHONG"}, query="?sua=1")
    walker.send()
    assert Attachment.objects.count() == 0


def test_after_sending_only_the_case_remains(walker):
    walker.walk_and_send()
    row = FormDraft.objects.get()
    assert row.answers == ""
    assert row.info_request == the_case()


def test_focal_mailbox_is_told_and_the_requester_where_they_wish(walker):
    walker.walk_and_send({"lien-he": {"phone": "", "email": "mien@example.vn", "notice": "EMAIL"}})
    assert sorted(Mail.objects.values_list("to", flat=True)) == sorted(
        ["mien@example.vn", walker.house.focal_point.email]
    )
    assert mail.outbox == []  # they leave with the worker, after the commit


# --- once --------------------------------------------------------------------------------------------------------------
def test_double_click_replay_and_refresh_make_one_case(walker):
    walker.walk()
    answers = [walker.send() for _ in range(20)]
    assert InformationRequest.objects.count() == 1
    assert Mail.objects.count() == 1
    assert {answer.url for answer in answers} == {walker.sent_url}
    pages = {code_on(walker.client.get(walker.sent_url)) for _ in range(3)}
    assert len(pages) == 1
    assert pages != {""}


def test_every_page_of_a_sent_form_leads_to_the_confirmation(walker):
    walker.walk_and_send()
    assert walker.open("kiem-tra").url == walker.sent_url
    assert walker.open("thong-tin").url == walker.sent_url
    assert walker.answer("lien-he", {}).url == walker.sent_url


def test_a_day_later_it_was_sent_before_and_nothing_is_told(walker):
    case = walker.walk_and_send()
    grow_old()
    for response in (walker.client.post(walker.url("kiem-tra")), walker.client.get(walker.sent_url)):
        page = text_of(response)
        assert "đã được gửi trước đó" in page
        assert case.now.code not in page
        assert NEED not in page
    assert InformationRequest.objects.count() == 1


def test_another_browser_is_told_no_more(walker):
    walker.walk()
    marker = codes.submission_key(walker.client.cookies["phieu-so-tu-phap"].value)
    assert marker in text_of(walker.open("kiem-tra"))
    walker.send()
    case = the_case()
    other = Walker(Client(), walker.house)
    page = text_of(other.client.post(other.url("kiem-tra"), {"phieu": marker}))
    assert "đã được gửi trước đó" in page
    assert case.code not in page
    assert other.client.get(other.sent_url).url == other.url()
    assert InformationRequest.objects.count() == 1


def test_unknown_form_is_not_said_to_be_sent(walker):
    response = walker.client.post(walker.url("kiem-tra"), {"phieu": "0" * 64}, follow=True)
    assert "đã được gửi trước đó" not in text_of(response)


def test_new_form_after_sending_makes_a_second_case(walker):
    walker.walk_and_send()
    assert "Bạn vừa gửi một yêu cầu" in text_of(walker.client.get(walker.url()))
    walker.walk_and_send()
    assert InformationRequest.objects.count() == 2


def test_form_token_is_demanded(walker):
    guarded = Walker(Client(enforce_csrf_checks=True), walker.house)
    assert guarded.start().status_code == 403
    assert FormDraft.objects.count() == 0


# --- failures ----------------------------------------------------------------------------------------------------------
@pytest.mark.parametrize("failure", [OperationalError("gone"), OSError(28, "No space left on device")])
def test_failure_says_that_nothing_was_sent(walker, failure):
    walker.walk()
    with patch("workflow.services.new_case.notices.post", side_effect=failure):
        response = walker.send()
    page = text_of(response)
    assert response.status_code == 503
    assert response["Retry-After"]
    assert "CHƯA được gửi" in page
    assert "Nội dung bạn đã nhập vẫn còn" in page
    assert phone(walker.house.focal_point.phone) in page
    assert "Traceback" not in page
    assert InformationRequest.objects.count() == 0
    assert Mail.objects.count() == 0
    assert Attempt.objects.count() == 0
    # The answers are still there: sending again makes the one case.
    assert walker.send().url == walker.sent_url
    assert InformationRequest.objects.count() == 1


def test_database_gone_keeps_what_was_typed_in_the_page(walker):
    walker.walk(until="lien-he")

    def refuse(execute, sql, params, many, context):
        raise OperationalError("database is gone")

    with connection.execute_wrapper(refuse):
        response = walker.answer("lien-he", {"phone": "0952 417 096", "email": "", "notice": "NONE"})
    page = text_of(response)
    assert response.status_code == 503
    assert "CHƯA được gửi" in page
    assert 'value="0952 417 096"' in page
    assert phone(walker.house.focal_point.phone) in page


def test_law_that_changed_meanwhile_asks_for_more(walker):
    """What was enough under the law of the day it was typed may not be enough under that of the day it is sent."""
    walker.walk()
    with patch("workflow.services.requesters.slips", return_value={"purpose": "Nhập lý do, mục đích của yêu cầu"}):
        response = walker.send()
    assert response.status_code == 422
    assert errors_of(response) == ["Nhập lý do, mục đích của yêu cầu"]
    assert f'href="{walker.url("ly-do")}?sua=1"' in text_of(response)
    assert InformationRequest.objects.count() == 0


# --- robots and crowds -------------------------------------------------------------------------------------------------
def ask(response):
    return "Một câu hỏi trước khi gửi" in text_of(response)


def right_answer(walker):
    return questions.question_for(walker.client.cookies["phieu-so-tu-phap"].value).answers[0]


def test_form_filled_in_too_fast_is_asked_a_question(walker):
    walker.walk()
    response = walker.client.post(walker.url("kiem-tra"))
    assert ask(response)
    assert InformationRequest.objects.count() == 0
    wrong = walker.client.post(walker.url("kiem-tra"), {"tra-loi": "không biết"})
    assert wrong.status_code == 422
    assert errors_of(wrong) == ["Câu trả lời chưa đúng. Hãy thử lại"]
    right = walker.client.post(walker.url("kiem-tra"), {"tra-loi": right_answer(walker)})
    assert right.url == walker.sent_url


def test_trap_for_robots_asks_a_question(walker):
    walker.walk()
    assert ask(walker.send(**{"trang-web": "http://spam.example"}))


@pytest.mark.parametrize("question", questions.QUESTIONS, ids=lambda question: question.answers[0])
def test_question_takes_words_and_figures_without_marks(question):
    assert all(question.is_answered_by(f" {answer.upper()}. ") for answer in question.answers)
    assert not question.is_answered_by("")


def test_same_form_keeps_its_question():
    assert questions.question_for("khoa") == questions.question_for("khoa")
    assert len({questions.question_for(str(n)).text for n in range(200)}) == len(questions.QUESTIONS)


def test_eleventh_request_of_an_address_within_an_hour_is_asked_a_question(walker):
    for _ in range(9):
        throttle.count_sending(throttle.send_tallies("127.0.0.1", "", ""), timezone.now())
    walker.walk_and_send({"lien-he": {"phone": "0952417009", "notice": "NONE"}})
    walker.walk({"lien-he": {"phone": "0952417010", "notice": "NONE"}})
    assert ask(walker.send())
    assert walker.send(**{"tra-loi": right_answer(walker)}).url == walker.sent_url
    assert InformationRequest.objects.count() == 2


@pytest.mark.parametrize(
    "contact", [{"phone": "0952417096", "notice": "NONE"}, {"email": "Mien@Example.vn", "notice": "NONE"}]
)
def test_fourth_request_of_a_person_within_an_hour_is_asked_a_question(walker, contact):
    for number in range(3):
        Walker(Client(REMOTE_ADDR=f"203.0.113.{number}"), walker.house).walk_and_send({"lien-he": contact})
    fourth = Walker(Client(REMOTE_ADDR="203.0.113.9"), walker.house)
    fourth.walk({"lien-he": contact})
    assert ask(fourth.send())


def test_staff_are_told_once_when_the_site_is_flooded(walker):
    tallies = throttle.send_tallies("203.0.113.7", "", "")
    at = timezone.now().replace(minute=1)
    for _ in range(throttle.SEND_SITE_WIDE.count + 5):
        throttle.count_sending(tallies, at)
    assert Mail.objects.filter(kind="alert").count() == 1
    for _ in range(throttle.SEND_SITE_WIDE.count + 5):
        throttle.count_sending(tallies, at + timedelta(hours=2))
    assert Mail.objects.filter(kind="alert").count() == 2


def test_opening_pages_too_often_shows_the_telephone(walker, monkeypatch):
    monkeypatch.setattr(throttle, "OPEN_FORM_A_MINUTE", 4)
    within_one_minute(monkeypatch)
    responses = [walker.client.get(walker.url()) for _ in range(12)]
    assert responses[0].status_code == 200
    refused = responses[-1]
    assert refused.status_code == 429
    assert int(refused["Retry-After"]) == 60
    assert phone(walker.house.focal_point.phone) in text_of(refused)
    assert walker.start().status_code == 429


def test_disk_is_kept_from_one_address(walker, monkeypatch):
    monkeypatch.setattr(throttle, "UPLOAD_BY_ADDRESS", throttle.Limit("upload", 1, 3600))
    walker.walk(until="tai-lieu")
    walker.answer("tai-lieu", {"tep": SimpleUploadedFile("a.pdf", PDF)}, **{"them-tep": "1"})
    response = walker.answer("tai-lieu", {"tep": SimpleUploadedFile("b.pdf", PDF)}, **{"them-tep": "1"})
    assert "quá nhiều tệp trong một giờ" in errors_of(response)[0]
    assert walker.answer("tai-lieu", {}).url == walker.url("kiem-tra")
