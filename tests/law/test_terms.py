"""How a rule set answers: time limits in words, refusals with their article, citations as letters write them."""

import pytest

from cms.law.choices import TermKind, Unit
from cms.law.errors import NoSuchEntry, NoSuchTerm
from cms.law.terms import Term, in_words
from tests.law.shipped import L16, L26


@pytest.mark.parametrize(
    ("amount", "unit", "words"),
    [
        (0, Unit.IMMEDIATE, "ngay trong ngày"),
        (10, Unit.WORKING_DAY, "10 ngày làm việc"),
        (15, Unit.CALENDAR_DAY, "15 ngày"),
        (6, Unit.MONTH, "6 tháng"),
        (1, Unit.YEAR, "1 năm"),
    ],
)
def test_term_in_words_never_mixes_units(amount, unit, words):
    assert str(Term(TermKind.PROVIDE, amount, unit, "Điều 1")) == words


def test_silent_law_answers_with_its_article_and_the_case():
    with pytest.raises(NoSuchTerm) as refusal:
        L16.extension_max("IN_PERSON", "SIMPLE")
    assert str(refusal.value) == (
        "Điều 29.1 Luật 104/2016/QH13 không quy định gia hạn với yêu cầu đơn giản, có sẵn, nhận trực tiếp tại trụ sở."
    )
    assert refusal.value.article == "Điều 29.1"


@pytest.mark.parametrize(
    ("rules", "delivery", "amount", "words"),
    [
        (L16, "IN_PERSON", 10, "10 ngày làm việc"),
        (L16, "ELECTRONIC", 15, "15 ngày"),
        (L26, "POST_FAX", 1, "1 ngày"),
    ],
)
def test_extension_is_in_the_articles_own_unit(rules, delivery, amount, words):
    extension = rules.extension(amount, delivery, "COMPLEX")
    assert (str(extension), extension.kind) == (words, TermKind.EXTENSION_MAX)


@pytest.mark.parametrize("amount", [-1, 0, 13])
def test_extension_past_the_cap_is_refused_with_the_article(amount):
    with pytest.raises(NoSuchTerm, match=r"^Điều 26\.3 Luật 01/2026/QH16 chỉ cho gia hạn từ 1 đến 12 ngày\.$"):
        L26.extension(amount, "ELECTRONIC", "SIMPLE")


def test_extensions_of_one_request_share_one_cap():
    assert L16.extension(5, "IN_PERSON", "COMPLEX", used=5).amount == 5
    with pytest.raises(NoSuchTerm, match="đến 10 ngày làm việc, đã dùng 5"):
        L16.extension(6, "IN_PERSON", "COMPLEX", used=5)


@pytest.mark.parametrize(
    "find",
    [
        L16.ground,
        L16.extension_reason,
        L16.inaccessible_reason,
        L16.conditional_kind,
        L16.provision_basis,
        L16.submission,
        L16.delivery,
        L16.category,
        L16.publication_form,
        L16.requester,
        L16.form_set.form,
    ],
)
def test_unknown_code_is_a_sentence(find):
    with pytest.raises(NoSuchEntry, match=r"không có .+ “NOPE”"):
        find("NOPE")


@pytest.mark.parametrize(
    ("find", "code"),
    [
        (L26.extension_reason, "SEPARATE"),
        (L26.inaccessible_reason, "HARM"),
        (L26.conditional_kind, "PERSONAL_DATA"),
        (L26.submission, "POST"),
    ],
)
def test_known_code_is_found(find, code):
    assert find(code).code == code


@pytest.mark.parametrize("code", ["TELEPATHY", "", "any"])
def test_term_of_no_known_kind_is_a_mistake_of_the_caller(code):
    with pytest.raises(ValueError, match="is not a valid TermKind"):
        L16.term(code, "IN_PERSON", "SIMPLE")


@pytest.mark.parametrize(
    ("article", "cited"),
    [
        ("Điều 26.3", "Điều 26.3 Luật 01/2026/QH16"),
        ("Điều 26.3 và Điều 4", "Điều 26.3 và Điều 4 Luật 01/2026/QH16"),
        ("Điều 7.2 Nghị định 13/2018/NĐ-CP", "Điều 7.2 Nghị định 13/2018/NĐ-CP"),
    ],
)
def test_citation_names_its_law_once(article, cited):
    assert L26.cite(article) == cited


@pytest.mark.parametrize(
    ("article", "words"),
    [
        ("Điều 28.1.đ", "điểm đ khoản 1 Điều 28"),
        ("Điều 26.3 Luật 01/2026/QH16", "khoản 3 Điều 26 Luật 01/2026/QH16"),
        ("Điều 28.1.a và Điều 6", "điểm a khoản 1 Điều 28 và Điều 6"),
        ("Điều 11a Luật Khiếu nại", "Điều 11a Luật Khiếu nại"),
    ],
)
def test_article_as_letters_write_it(article, words):
    assert in_words(article) == words
