"""Mẫu câu chữ: who sees whose words, a change with its preview, the decision of a second person, answers to insert."""

import pytest
from django.urls import reverse

from cms.audit.models import Entry
from tests.factories.core import make_house
from tests.factories.moments import moment
from workflow.choices import AnswerUse, LetterForm, WordingState
from workflow.letters.words import SHIPPED
from workflow.models import FrequentAnswer, LetterWording
from workflow.services import frequent_answers
from workflow.services import wording as service

pytestmark = pytest.mark.django_db
NOW = moment("21/11/2026")
FORM = LetterForm.SUPPLEMENT
OTHER = SHIPPED[FORM] + "\nTrân trọng cảm ơn Ông/Bà."


def page(response) -> str:
    return " ".join(response.content.decode().split())


def url(house, name="paper", form=FORM):
    return reverse(f"wording:{name}", args=[house.authority.code, form])


def proposal(house):
    return service.propose(
        authority=house.authority, form=FORM, text=OTHER, reason="Lịch sự hơn", by=house.officer, at=NOW
    )


def test_the_words_of_every_paper_stand_on_one_page(enter, house):
    shown = page(enter(house.officer).get(reverse("wording:home")))
    for label in ("Hướng dẫn bổ sung", "Thông báo từ chối (05)", "Câu chữ đi kèm phần mềm", house.authority.name):
        assert label in shown
    paper = page(enter(house.officer).get(url(house)))
    assert "{can_bo_sung}" in paper
    assert "Nêu rõ năm và tuyến đường cần thông tin." in paper  # the invented case
    assert "Đổi câu chữ" in paper
    assert "Đổi câu chữ" not in page(enter(house.registry).get(url(house)))


def test_a_change_is_previewed_then_proposed_then_approved(enter, house):
    browser = enter(house.officer)
    change = url(house, "change")
    seen = page(browser.post(change, {"action": "preview", "text": OTHER, "reason": ""}))
    assert "Trân trọng cảm ơn Ông/Bà./." in seen
    assert "Có lỗi cần sửa" not in seen
    assert not LetterWording.objects.exists()

    assert "Hãy nêu vì sao đổi câu chữ." in page(browser.post(change, {"action": "propose", "text": OTHER}))
    browser.post(change, {"action": "propose", "text": OTHER, "reason": "Lịch sự hơn"})
    row = LetterWording.objects.get()
    one = reverse("wording:proposal", args=[row.pk])
    assert "Cần người thứ hai duyệt" in page(browser.get(one))
    assert browser.post(one, {"action": "approve"}).status_code == 403

    signer = enter(house.signer)
    assert "Duyệt câu chữ này" in page(signer.get(one))
    assert signer.post(one, {"action": "approve"}).status_code == 302
    row.refresh_from_db()
    assert row.state == WordingState.ADOPTED
    assert "Trân trọng cảm ơn Ông/Bà." in page(signer.get(url(house)))


def test_a_slip_stands_at_the_field_and_keeps_what_was_typed(enter, house):
    typed = "Một dòng <b>đậm</b> {la_lung}"
    shown = page(enter(house.officer).post(url(house, "change"), {"action": "propose", "text": typed, "reason": "x"}))
    assert "Không có từ khóa {la_lung}." in shown
    assert "Thiếu từ khóa bắt buộc {can_bo_sung}" in shown
    assert "&lt;b&gt;đậm&lt;/b&gt; {la_lung}" in shown
    assert not LetterWording.objects.exists()


def test_a_refusal_needs_a_reason_and_is_told(enter, house):
    row = proposal(house)
    one = reverse("wording:proposal", args=[row.pk])
    head = enter(house.head)
    assert "Cần nêu lý do không duyệt." in page(head.post(one, {"action": "reject"}))
    head.post(one, {"action": "reject", "reason": "Câu cũ đủ rồi"})
    assert "Câu cũ đủ rồi" in page(head.get(one))
    assert head.post(one, {"action": "reject", "reason": "Lần nữa"}).status_code == 409


def test_the_proposer_takes_it_back(enter, house):
    row = proposal(house)
    one = reverse("wording:proposal", args=[row.pk])
    assert enter(house.officer).post(one, {"action": "withdraw"}).status_code == 302
    row.refresh_from_db()
    assert row.state == WordingState.WITHDRAWN


def test_words_of_other_authorities_are_not_there(enter, house):
    there = make_house()
    row = proposal(there)
    browser = enter(house.officer)
    for address in (url(there), url(there, "change"), reverse("wording:proposal", args=[row.pk])):
        assert browser.get(address).status_code == 404
    assert browser.get(reverse("wording:home"), {"co-quan": there.authority.code}).status_code == 404
    assert browser.get(reverse("ban-cau-chu_modeladmin_history", args=[row.pk])).status_code == 404
    assert enter(house.officer).get(reverse("wording:paper", args=["mac-dinh", FORM])).status_code == 200


def test_the_list_and_the_history_tell_each_version(enter, house):
    row = proposal(house)
    service.approve(wording=row, by=house.signer, at=NOW)
    browser = enter(house.auditor)
    assert "Hướng dẫn bổ sung" in page(browser.get(reverse("ban-cau-chu_modeladmin_index")))
    history = page(browser.get(reverse("ban-cau-chu_modeladmin_history", args=[row.pk])))
    assert "Đã duyệt" in history
    assert house.signer.get_full_name() in history


# --- frequent answers ------------------------------------------------------------------------------------------------
def test_an_answer_is_written_changed_and_retired(enter, house):
    browser = enter(house.officer)
    new = reverse("wording:new_answer", args=[house.authority.code])
    typed = {"action": "save", "use": AnswerUse.SUPPLEMENT, "title": "Thiếu năm", "text": "Nêu rõ <năm>."}
    assert "Hãy đặt tên gọi." in page(browser.post(new, typed | {"title": ""}))
    assert browser.post(new, typed).status_code == 302
    answer = FrequentAnswer.objects.get()
    listed = page(browser.get(reverse("wording:answers")))
    assert "Nêu rõ &lt;năm&gt;." in listed

    one = reverse("wording:answer", args=[answer.pk])
    assert browser.post(one, typed | {"text": "Nêu rõ năm và nơi.", "seen": "1"}).status_code == 302
    assert browser.post(one, typed | {"seen": "1"}).status_code == 409
    assert browser.post(one, {"action": "retire", "seen": "2"}).status_code == 302
    assert "Đã thôi dùng (1)" in page(browser.get(reverse("wording:answers")))
    history = page(browser.get(reverse("ban-tra-loi-mau_modeladmin_history", args=[answer.pk])))
    assert "Nêu rõ năm và nơi." in history


def test_whoever_may_not_write_reads(enter, house):
    answer = frequent_answers.write(
        authority=house.authority, use="SUPPLEMENT", title="Thiếu năm", text="Nêu rõ năm.", by=house.officer, at=NOW
    )
    browser = enter(house.registry)
    one = reverse("wording:answer", args=[answer.pk])
    assert "Lưu bản mới" not in page(browser.get(one))
    assert browser.post(one, {"action": "retire", "seen": "1"}).status_code == 403
    assert Entry.objects.latest("seq").kind == "attempt.refused"
    assert enter(make_house().officer).get(one).status_code == 404
