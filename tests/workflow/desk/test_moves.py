"""Each form reaches its verb: what is typed at the desk is what the procedure is told."""

from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone

from cms.audit.models import Entry
from cms.core.dates import short, today
from tests.factories import dirty_files
from tests.factories.workflow import case_in
from workflow.choices import DecisionKind, DecisionState, Outcome, Status
from workflow.services import inspecting

pytestmark = pytest.mark.django_db

PDF = dirty_files.pdf()


@pytest.fixture
def do(enter):
    """do(person, case, "hop-le", field=value) posts the form of a move with the version just seen."""

    def post(person, case, slug, **fields):
        now = case.now
        data = {"seen": now.version, "action": "do"} | fields
        return enter(person).post(reverse("desk:move", args=[now.code, slug]), data)

    return post


def pdf(name="quyet-dinh.pdf"):
    return SimpleUploadedFile(name, PDF, content_type="application/pdf")


def test_accept_supplement_and_supply(house, do, sent_today):
    assert do(house.officer, sent_today, "bo-sung", missing="Tên văn bản").status_code == 302
    assert sent_today.now.status == Status.SUPPLEMENT_REQUESTED
    assert do(house.registry, sent_today, "nhan-bo-sung", text="Quyết định 12", on=short(today())).status_code == 302
    assert do(house.officer, sent_today, "hop-le").status_code == 302
    now = sent_today.now
    assert (now.status, now.valid_on, now.accepted_by) == (Status.ACCEPTED, today(), house.officer)


def test_extension_is_proposed_signed_and_issued_through_the_desk(house, do, enter, sent_today):
    sent_today.accept()
    before = sent_today.now.due_on
    told = {"reason_code": "SEARCH", "plain_words": "Hồ sơ nằm ở kho", "amount": 7}
    assert do(house.officer, sent_today, "gia-han", **told).status_code == 302
    assert sent_today.now.due_on == before
    decision = sent_today.decision(DecisionKind.EXTENSION)
    sign = reverse("desk:sign", args=[decision.pk])
    assert enter(house.officer).get(sign).status_code == 403
    assert enter(house.signer).get(sign).status_code == 200
    assert enter(house.signer).post(sign, {"seen": sent_today.now.version, "action": "sign"}).status_code == 302
    letter = sent_today.letter()
    issued = {"letter": letter.pk, "number": "214", "symbol": "TB-SXD", "issued_on": short(today())}
    assert do(house.registry, sent_today, "phat-hanh", **issued).status_code == 302
    assert sent_today.now.due_on > before


def test_files_pass_two_people_and_the_answer_is_given(house, do, enter, sent_today):
    sent_today.accept().review().classify_all()
    assert do(house.officer, sent_today, "them-tep", file=pdf()).status_code == 302
    file = sent_today.answer_file
    ticks = {"attachment": file.pk, "seen_all": "on", "no_secret": "on"}
    assert (
        do(house.second_officer, sent_today, "ra-tep", **ticks).status_code == 200
    )  # nobody has looked through it yet
    assert inspecting.inspect_waiting(timezone.now()) == 1
    assert do(house.second_officer, sent_today, "ra-tep", **ticks).status_code == 302
    assert do(house.head, sent_today, "cho-giao-tep", **ticks).status_code == 302
    answer = {"m1-outcome": "PROVIDE", "provide_on": short(today()), "provide_place": "tải về"}
    assert do(house.officer, sent_today, "trinh-cung-cap", **answer).status_code == 302
    sign = reverse("desk:sign", args=[sent_today.decision().pk])
    assert enter(house.signer).post(sign, {"seen": sent_today.now.version, "action": "sign"}).status_code == 302
    issued = {"letter": sent_today.letter().pk, "number": "7", "symbol": "PGQ-SXD", "issued_on": short(today())}
    assert do(house.registry, sent_today, "phat-hanh", **issued).status_code == 302
    assert do(house.officer, sent_today, "giao", given_on=short(today()), how="").status_code == 302
    assert sent_today.now.status == Status.PROVIDED


def test_a_cost_is_asked_for_agreed_and_paid(house, do, enter, sent_today):
    sent_today.accept().review().classify_all()
    answer = {
        "m1-outcome": "PROVIDE",
        "pay_how": "Nộp tại quầy",
        "pay_by_on": short(today() + timedelta(days=5)),
        "c1-item": "COPY_BW_A4",
        "c1-quantity": "10",
    }
    shown = do(house.officer, sent_today, "trinh-cung-cap", **answer | {"action": "fields"}).content.decode()
    assert "30.000 đồng" in shown.replace("\xa0", " ")
    assert "Chỉ gia hạn mới dời hạn (Điều 26.3 Luật 01/2026/QH16)" in shown
    assert not sent_today.now.decisions.exists()
    assert do(house.officer, sent_today, "trinh-cung-cap", **answer).status_code == 302
    sign = reverse("desk:sign", args=[sent_today.decision().pk])
    enter(house.signer).post(sign, {"seen": sent_today.now.version, "action": "sign"})
    issued = {"letter": sent_today.letter().pk, "number": "8", "symbol": "PGQ-SXD", "issued_on": short(today())}
    assert do(house.registry, sent_today, "phat-hanh", **issued).status_code == 302
    assert sent_today.now.status == Status.AWAITING_PAYMENT
    assert do(house.officer, sent_today, "dong-y-chi-phi").status_code == 302
    paid = {"amount": 30_000, "paid_on": short(today()), "receipt_number": "BL-1"}
    assert do(house.officer, sent_today, "da-tra-chi-phi", **paid).status_code == 302
    assert sent_today.now.status == Status.READY
    undone = {"payment": sent_today.now.payments.get().pk, "reason": "Gõ nhầm hồ sơ"}
    assert do(house.cashier, sent_today, "huy-lan-tra", **undone).status_code == 302
    assert sent_today.now.status == Status.AWAITING_PAYMENT
    text = enter(house.officer).get(reverse("desk:case", args=[sent_today.now.code])).content.decode()
    assert "Gõ nhầm hồ sơ" in text
    assert "Đã ký, đã phát hành" in text
    assert do(house.cashier, sent_today, "da-tra-chi-phi", **paid | {"amount": 10_000}).status_code == 302
    assert do(house.officer, sent_today, "khong-tra-chi-phi").status_code == 302
    payment = sent_today.now.payments.standing().get()
    told = {"payment": payment.pk, "refund_number": "HT-1", "refunded_on": short(today()), "reason": "Đã rút"}
    assert do(house.cashier, sent_today, "hoan-tra", **told).status_code == 302
    assert not sent_today.now.payments.standing().exists()


@pytest.mark.parametrize(
    ("row", "sentence"),
    [
        ({"c1-quantity": "10"}, "Chọn khoản trong bảng giá"),
        ({"c1-item": "COPY_BW_A4"}, "Ghi số lượng từ 1"),
        ({"c1-item": "COPY_BW_A4", "c1-quantity": "0"}, "c1-quantity"),
        ({"c1-item": "COPY_BW_A4", "c1-quantity": "mười"}, "c1-quantity"),
        ({"c1-item": "COPY_BW_A4", "c1-quantity": "1", "c1-unit_price": "500"}, "Bảng giá đã có mức 3.000"),
        ({"c3-item": "PRINT_BW", "c3-quantity": "1"}, "Bảng giá chưa có mức cố định"),
        ({"c3-item": "PRINT_BW", "c3-quantity": "1", "c3-unit_price": "800"}, "Ghi nguồn của đơn giá"),
        ({"c1-item": "SOUND_COPY", "c1-quantity": "1000000"}, "Tổng chi phí lớn hơn"),
        ({"c1-item": "LẠ", "c1-quantity": "1"}, "c1-item"),
    ],
)
def test_a_row_of_costs_that_cannot_be_reckoned_is_said_at_its_field(house, do, sent_today, row, sentence):
    sent_today.accept().review().classify_all()
    answer = {
        "m1-outcome": "PROVIDE",
        "pay_how": "Nộp tại quầy",
        "pay_by_on": short(today() + timedelta(days=5)),
    }
    page = do(house.officer, sent_today, "trinh-cung-cap", **answer | row)
    text = page.content.decode().replace("\xa0", " ")
    assert page.status_code == 200
    assert 'role="alert"' in text
    assert sentence in text
    assert not sent_today.now.decisions.exists()


def test_a_refusal_shows_the_fields_of_its_ground_without_script(house, do, enter, sent_today):
    sent_today.accept()
    chosen = {"m1-outcome": "REFUSE", "m1-ground": "INACCESSIBLE", "plain_words": "Thuộc bí mật công tác"}
    page = do(house.officer, sent_today, "trinh-tu-choi", **chosen | {"action": "fields"})
    text = page.content.decode()
    assert page.status_code == 200
    assert 'name="m1-inaccessible_reason"' in text
    assert 'name="m1-law_cited"' in text
    page = do(house.officer, sent_today, "trinh-tu-choi", **chosen)
    assert page.status_code == 200
    assert "Chọn vì sao thông tin không được tiếp cận" in page.content.decode()
    assert "Thuộc bí mật công tác" in page.content.decode()  # nothing typed is lost
    whole = chosen | {
        "m1-inaccessible_reason": "WORK_SECRET",
        "m1-law_cited": "Điều 7 Luật Bảo vệ bí mật nhà nước",
        "m1-weighing": "Lợi ích không lớn hơn",
    }
    assert do(house.officer, sent_today, "trinh-tu-choi", **whole).status_code == 302
    assert sent_today.decision().outcome == Outcome.REFUSE


def test_a_ground_may_be_chosen_in_the_address(house, enter, sent_today):
    sent_today.accept()
    address = reverse("desk:move", args=[sent_today.now.code, "trinh-tu-choi"])
    text = enter(house.officer).get(address + "?can-cu=ALREADY_PUBLIC").content.decode()
    assert 'name="m1-public_place"' in text


def test_a_stale_view_is_refused_shows_the_change_and_keeps_what_was_typed(house, enter, sent_today):
    seen = sent_today.now.version
    sent_today.assign()
    address = reverse("desk:move", args=[sent_today.now.code, "bo-sung"])
    page = enter(house.officer).post(address, {"seen": seen, "missing": "Số và ngày văn bản cần tìm"})
    text = page.content.decode()
    assert page.status_code == 409
    assert "Hồ sơ vừa thay đổi. Chưa lưu gì." in text
    assert "người thụ lý" in text
    assert "Số và ngày văn bản cần tìm" in text
    assert f'value="{sent_today.now.version}"' in text
    assert sent_today.now.status == Status.RECEIVED
    assert Entry.objects.filter(kind="attempt.refused").exists()


def test_a_stale_view_of_a_case_that_moved_on_keeps_the_words_to_copy(house, enter, sent_today):
    seen = sent_today.now.version
    sent_today.accept()
    address = reverse("desk:move", args=[sent_today.now.code, "bo-sung"])
    page = enter(house.officer).post(address, {"seen": seen, "missing": "Số và ngày văn bản cần tìm"})
    assert page.status_code == 409
    assert "Số và ngày văn bản cần tìm" in page.content.decode()


@pytest.mark.parametrize(
    ("slug", "fields", "sentence"),
    [
        ("bo-sung", {"missing": ""}, "Hãy ghi rõ cần bổ sung gì."),
        ("bo-sung", {"missing": "x" * 3001}, "3000"),
        ("bo-sung", {"missing": "\x00"}, ""),
        ("ngay-hop-le-khac", {"day": "32/13", "reason": "a"}, "Ngày này không có trong lịch"),
        ("ngay-hop-le-khac", {"day": "01/01/2019", "reason": "a"}, "Ngày hợp lệ phải từ ngày nhận"),
        ("xep-rieng", {"kind": "DUPLICATE", "duplicate_of": "SV-1", "reason": "a"}, "Không thấy hồ sơ có số này"),
        ("xep-rieng", {"kind": "LẠ", "reason": "a"}, ""),
        (
            "cung-cap-ngay",
            {"answer": "a", "info_class": "MUST_PUBLISH", "basis": "PUB_EXPIRED"},
            "Ghi nơi đã công khai",
        ),
        ("ban-giao", {"to": "99999999999999999999"}, ""),
        ("cap-lai-ma", {"identity_seen": "căn cước 001185000417"}, "bốn số cuối"),
    ],
)
def test_what_is_wrong_is_said_at_the_field_and_changes_nothing(house, do, sent_today, slug, fields, sentence):
    before = sent_today.now.version
    page = do(house.officer, sent_today, slug, **fields)
    assert page.status_code == 200
    assert 'role="alert"' in page.content.decode()
    assert sentence in page.content.decode()
    assert sent_today.now.version == before


def test_another_valid_day_takes_a_second_person(house, do, enter, sent_today):
    day = today()
    assert (
        do(house.officer, sent_today, "ngay-hop-le-khac", day=short(day), reason="Nhận đủ hôm nay").status_code == 302
    )
    sign = reverse("desk:sign", args=[sent_today.decision(DecisionKind.VALID_ON).pk])
    page = enter(house.head).get(sign)
    assert "Ký thì điều gì thay đổi" in page.content.decode()
    assert enter(house.head).post(sign, {"seen": sent_today.now.version, "action": "sign"}).status_code == 302
    assert sent_today.now.status == Status.ACCEPTED


def test_a_proposal_is_sent_back_with_a_reason(house, do, enter, sent_today):
    sent_today.accept().propose_to_refuse()
    decision = sent_today.decision()
    sign = reverse("desk:sign", args=[decision.pk])
    seen = sent_today.now.version
    page = enter(house.signer).post(sign, {"seen": seen, "action": "return", "reason": ""})
    assert "Hãy nói cần sửa gì." in page.content.decode()
    assert (
        enter(house.signer).post(sign, {"seen": seen, "action": "return", "reason": "Thiếu số liệu"}).status_code == 302
    )
    decision.refresh_from_db()
    assert decision.state == DecisionState.RETURNED


def test_signing_a_stale_view_is_a_conflict(house, enter, sent_today):
    sent_today.accept().propose_to_refuse()
    seen = sent_today.now.version
    sent_today.note().assign()
    sign = reverse("desk:sign", args=[sent_today.decision().pk])
    page = enter(house.signer).post(sign, {"seen": seen, "action": "sign"})
    assert page.status_code == 409
    assert sent_today.decision().state == DecisionState.PROPOSED


def test_a_paper_signed_outside_is_recorded_by_the_registry(house, do, sent_today):
    sent_today.accept().propose_to_refuse()
    told = {
        "decision": sent_today.decision().pk,
        "signer_name": "Nguyễn Văn Ký",
        "signer_post": "Phó Giám đốc",
        "signed_on": short(today()),
        "file": pdf("ban-ky.pdf"),
    }
    assert do(house.officer, sent_today, "ban-ky-ngoai", **told).status_code == 403  # who proposed does not record
    told["file"] = pdf("ban-ky.pdf")
    assert do(house.registry, sent_today, "ban-ky-ngoai", **told).status_code == 302
    assert sent_today.decision().outside_signer == "Nguyễn Văn Ký"


def test_a_new_tracking_code_is_shown_once(house, do, client, sent_today):
    page = do(house.officer, sent_today, "cap-lai-ma", identity_seen="Căn cước, đúng tên")
    address = reverse("desk:code", args=[sent_today.now.code])
    assert page["Location"] == address
    shown = client.get(address)
    assert "mb-code-slip" in shown.content.decode()
    assert "no-store" in shown["Cache-Control"]
    assert "mb-code-slip" not in client.get(address).content.decode()


def test_the_identity_number_is_shown_for_a_reason_and_on_record(house, enter, sent_today):
    address = reverse("desk:unmask", args=[sent_today.now.code])
    page = enter(house.officer).post(address, {"seen": 1, "reason": ""})
    assert "001185000417" not in page.content.decode()
    page = enter(house.officer).post(address, {"seen": 1, "reason": "Đối chiếu tại quầy"})
    assert "001185000417" in page.content.decode()
    assert Entry.objects.filter(kind="request.identity_shown").count() == 1
    assert enter(house.auditor).get(address).status_code == 403


def test_classify_adds_and_changes_pieces(house, do, sent_today):
    piece = sent_today.piece()
    told = {"piece": piece.pk, "description": piece.description, "field": "LAND", "info_class": "ON_REQUEST"}
    assert do(house.officer, sent_today, "phan-loai", **told).status_code == 302
    more = {"piece": "", "description": "Bản đồ kèm theo", "field": "LAND", "info_class": "ON_REQUEST"}
    assert do(house.officer, sent_today, "phan-loai", **more).status_code == 302
    assert sent_today.now.pieces.count() == 2


def test_a_file_is_opened_by_those_who_handle_the_case_and_recorded(house, enter, do, sent_today):
    sent_today.accept()
    do(house.officer, sent_today, "them-tep", file=pdf())
    address = reverse("desk:file", args=[sent_today.now.code, sent_today.answer_file.pk])
    page = enter(house.signer).get(address)
    assert b"".join(page.streaming_content) == PDF
    assert Entry.objects.filter(kind="request.file_opened").count() == 1
    assert enter(house.auditor).get(address).status_code == 404


def test_papers_are_pages_to_print(house, enter, sent_today):
    sent_today.accept().propose_to_refuse()
    draft = reverse("desk:draft", args=[sent_today.decision().pk, "REFUSAL"])
    assert enter(house.signer).get(draft).status_code == 200
    sent_today.approve()
    letter = reverse("desk:letter", args=[sent_today.now.code, sent_today.letter().pk])
    assert "Bản thảo" in enter(house.registry).get(letter).content.decode()
    assert "đã che" in enter(house.auditor).get(letter).content.decode()  # more in test_masked_papers.py
    assert enter(house.officer).get(reverse("desk:receipt", args=[sent_today.now.code])).status_code == 200


def test_at_once_by_one_person(house, do, sent_today):
    told = {
        "answer": "Đã đăng trên trang của Sở",
        "public_place": "https://haison.example/quy-hoach",
        "info_class": "MUST_PUBLISH",
        "basis": "PUB_UNREACHABLE",
        "field": "LAND",
    }
    assert do(house.officer, sent_today, "cung-cap-ngay", **told).status_code == 302
    assert sent_today.now.status == Status.PROVIDED


def test_a_telephone_request_is_confirmed(house, do):
    case = case_in(Status.AWAITING_CONFIRMATION, house, short(today()))
    assert do(house.officer, case, "xac-nhan-goi").status_code == 200
    assert do(house.officer, case, "xac-nhan-goi", sure="on").status_code == 302
    assert case.now.status == Status.RECEIVED
