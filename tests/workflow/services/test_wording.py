"""The words of papers: declared words only, what the law demands stays, one proposes and another approves."""

import pytest
from django.db import IntegrityError, transaction

from cms.audit.models import Entry
from cms.core.errors import DomainError, NotAllowed, StaleView
from cms.core.roles import Role
from cms.law.errors import SecondPersonNeeded
from tests.factories.core import make_house, make_person
from tests.factories.moments import moment
from tests.factories.workflow import Case
from workflow import letters
from workflow.choices import AnswerUse, LetterForm, WordingState
from workflow.letters import wording
from workflow.letters.words import SHIPPED, WORDS, words_of
from workflow.models import FrequentAnswer, Letter, LetterWording
from workflow.services import frequent_answers
from workflow.services import wording as service
from workflow.services.wording import WordingError

pytestmark = pytest.mark.django_db
NOW = moment("21/11/2026")
FORM = LetterForm.EXTENSION
OTHER = SHIPPED[FORM].replace("thông báo gia hạn", "trân trọng thông báo gia hạn")


@pytest.fixture
def house():
    return make_house()


def proposed(house, text=OTHER, *, authority="own", by=None, form=FORM):
    authority = house.authority if authority == "own" else authority
    return service.propose(
        authority=authority, form=form, text=text, reason="Lịch sự hơn", by=by or house.officer, at=NOW
    )


def adopted(house, *args, by=None, **kwargs):
    return service.approve(wording=proposed(house, *args, **kwargs), by=by or house.signer, at=NOW)


# --- the text --------------------------------------------------------------------------------------------------------
@pytest.mark.parametrize("form", wording.FORMS)
def test_the_shipped_wording_keeps_its_own_rules(form):
    assert wording.slips(form, SHIPPED[form]) == []
    text = "\n".join(wording.sample_paragraphs(form, SHIPPED[form]))
    assert "{" not in text
    for word in words_of(form).values():
        if word.is_compulsory:
            assert word.sample.rstrip(".") in text


@pytest.mark.parametrize("form", wording.FORMS)
def test_what_the_law_demands_cannot_be_left_out(form):
    for word in WORDS[form]:
        if word.is_compulsory:
            found = wording.slips(form, SHIPPED[form].replace(word.in_braces, "chữ khác"))
            assert any(word.in_braces in sentence and "Thiếu từ khóa bắt buộc" in sentence for sentence in found)


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("", "Hãy ghi câu chữ của văn bản."),
        (OTHER + "\nHẹn {ngay_dep}", "Không có từ khóa {ngay_dep}."),
        (OTHER + "\nMột dấu { lẻ", "Có dấu ngoặc nhọn lẻ."),
        (OTHER + "\n{thong_tin_yeu_cau}", "{thong_tin_yeu_cau} chỉ được dùng một lần"),
        (OTHER.replace("{thong_tin_yeu_cau}", "Là {thong_tin_yeu_cau}"), "phải đứng riêng một dòng"),
        (OTHER.replace("{han_moi}", "{han_moi} {giai_thich}"), "không được đứng cùng dòng với {giai_thich}"),
        (OTHER + "x" * 6000, "dài quá 6000 ký tự"),
        (OTHER + "\n{{so_ho_so}}", "Có dấu ngoặc nhọn lẻ."),
    ],
)
def test_a_slip_is_named_in_a_sentence(text, sentence):
    assert any(sentence in found for found in wording.slips(FORM, text))


def test_a_typed_value_is_never_read_as_a_word():
    words = {name: word.sample for name, word in words_of(FORM).items()} | {
        "ly_do": "{han_moi} <b>&amp;",
        "giai_thich": "",
    }
    lines = wording.filled(FORM, SHIPPED[FORM], words)
    assert "Lý do gia hạn: {han_moi} <b>&amp;." in lines
    assert wording.Part("thong_tin_yeu_cau") in lines
    assert len(lines) == len(SHIPPED[FORM].splitlines()) - 1  # the line of an empty word is not printed


# --- two people --------------------------------------------------------------------------------------------------
def test_a_wording_counts_once_another_person_approved_it(house):
    row = proposed(house)
    assert wording.text_for(FORM, house.authority) == SHIPPED[FORM]
    with pytest.raises(NotAllowed):
        service.approve(wording=row, by=house.registry, at=NOW)
    service.approve(wording=row, by=house.signer, at=NOW)
    assert wording.text_for(FORM, house.authority) == OTHER
    assert wording.text_for(FORM, make_house().authority) == SHIPPED[FORM]
    kinds = Entry.objects.filter(kind__startswith="wording.").order_by("seq").values_list("kind", flat=True)
    assert list(kinds) == ["wording.proposed", "wording.approved"]


def test_nobody_approves_their_own(house):
    both = make_person("Kiêm Nhiệm", Role.FOCAL_HEAD, Role.ADMINISTRATOR, authority=house.authority)
    row = proposed(house, by=both)
    with pytest.raises(SecondPersonNeeded):
        service.approve(wording=row, by=both, at=NOW)
    with pytest.raises(IntegrityError), transaction.atomic():
        row.state, row.decided_by, row.decided_at = WordingState.ADOPTED, both, NOW
        row.save()


def test_the_sites_words_count_where_an_authority_has_none(house):
    second = make_person("Phan Thị Nhì", Role.ADMINISTRATOR, authority=house.authority)
    with pytest.raises(NotAllowed):
        proposed(house, authority=None)
    service.approve(wording=proposed(house, authority=None, by=house.administrator), by=second, at=NOW)
    assert wording.text_for(FORM, house.authority) == OTHER
    own = OTHER + "\nTrân trọng."
    adopted(house, own)
    assert wording.text_for(FORM, house.authority) == own
    assert wording.text_for(FORM, make_house().authority) == OTHER


def test_one_proposal_waits_at_a_time_and_can_be_taken_back(house):
    row = proposed(house)
    with pytest.raises(WordingError, match="đang có một đề nghị chờ duyệt"):
        proposed(house, OTHER + "\nTrân trọng.", by=house.head)
    with pytest.raises(NotAllowed):
        service.withdraw(wording=row, by=house.head, at=NOW)
    service.withdraw(wording=row, by=house.officer, at=NOW)
    again = proposed(house)
    service.reject(wording=again, reason="Chưa cần", by=house.head, at=NOW)
    with pytest.raises(WordingError, match="đã được quyết định"):
        service.approve(wording=again, by=house.head, at=NOW)
    assert LetterWording.objects.count() == 2
    assert wording.text_for(FORM, house.authority) == SHIPPED[FORM]


@pytest.mark.parametrize(
    ("text", "reason", "field"),
    [("Chỉ một câu.", "Vì sao", "text"), (OTHER, " ", "reason"), (SHIPPED[FORM], "x", "text")],
)
def test_what_cannot_be_a_wording_changes_nothing(house, text, reason, field):
    with pytest.raises(WordingError) as slip:
        service.propose(authority=house.authority, form=FORM, text=text, reason=reason, by=house.officer, at=NOW)
    assert slip.value.field == field
    assert not LetterWording.objects.exists()


# --- frequent answers --------------------------------------------------------------------------------------------
def written(house, title="Thiếu năm", **changed):
    told = {"use": AnswerUse.SUPPLEMENT, "title": title, "text": "Nêu rõ năm.", "by": house.officer} | changed
    return frequent_answers.write(authority=house.authority, at=NOW, **told)


def test_every_version_of_a_frequent_answer_is_kept(house):
    answer = written(house)
    told = {"use": answer.use, "title": answer.title, "by": house.head, "at": NOW}
    frequent_answers.rewrite(answer=answer, seen=1, text="Nêu rõ năm và tuyến đường.", **told)
    assert [row.text for row in answer.history.order_by("history_id")] == ["Nêu rõ năm.", "Nêu rõ năm và tuyến đường."]
    with pytest.raises(StaleView):
        frequent_answers.rewrite(answer=answer, seen=1, text="Khác", **told)


def test_a_retired_answer_is_not_offered_and_may_come_back(house):
    answer = written(house)
    frequent_answers.retire(answer=answer, seen=1, by=house.officer, at=NOW)
    assert not frequent_answers.offered(house.authority.pk, AnswerUse.SUPPLEMENT).exists()
    written(house)
    with pytest.raises(DomainError, match="Đã có câu trả lời mẫu mang tên này"):
        frequent_answers.restore(answer=answer, seen=2, by=house.officer, at=NOW)


@pytest.mark.parametrize(
    "changed", [{"title": " "}, {"text": ""}, {"use": "KHAC"}, {"title": "x" * 81}, {"text": "x" * 2001}]
)
def test_an_answer_without_its_parts_is_refused(house, changed):
    with pytest.raises(DomainError):
        written(house, **changed)
    assert not FrequentAnswer.objects.exists()


def test_only_the_focal_unit_and_administrators_write_answers(house):
    with pytest.raises(NotAllowed):
        written(house, by=house.registry)
    with pytest.raises(NotAllowed):
        written(house, by=make_house().officer)


# --- the papers ------------------------------------------------------------------------------------------------------
def test_every_word_that_is_declared_is_given_by_the_papers(house):
    """Each form is built from a real case with a wording that uses every word it knows."""
    roads = {
        LetterForm.SUPPLEMENT: lambda case: case.ask_for_supplement(),
        LetterForm.TIME_LIMIT: lambda case: case.accept(),
        LetterForm.EXTENSION: lambda case: case.accept().propose_extension(),
        LetterForm.RESOLUTION: lambda case: case.approved(),
        LetterForm.REFUSAL: lambda case: case.accept().propose_to_refuse(),
        LetterForm.REDIRECT: lambda case: case.draft_redirect(),
    }
    assert set(roads) == set(wording.FORMS)
    for form, road in roads.items():
        inline = [word.in_braces for word in words_of(form).values() if not word.is_part]
        adopted(house, SHIPPED[form] + "".join(f"\nTừ khóa: {word}" for word in inline), form=form)
        case = road(Case.sent(house)).now
        letter = Letter(info_request=case, authority=case.authority, form=form, decision=case.decisions.first())
        body = letters.paper_of(letter).body
        assert body[-1].text.endswith("./.")
        assert not any("{" in str(block) for block in body)


def test_an_issued_paper_keeps_its_words(house):
    case = Case.sent(house).accept().extended()
    letter = case.now.letters.get(form=FORM)
    frozen = letter.html
    adopted(house)
    assert letters.body_of(case.now.letters.get(form=FORM)) == frozen
    assert "trân trọng thông báo" in letters.render(letter)
