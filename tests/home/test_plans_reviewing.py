"""Rà soát văn bản: asked of many at once, filled in, sent by a second person, consolidated, decided line by line."""

from copy import deepcopy

import pytest

from cms.audit.verify import verify
from cms.core.errors import DomainError, NotAllowed
from cms.core.models import Mail
from home.plans import access, reviewing, tables
from home.plans.choices import ReviewState, SheetState
from home.plans.reviewing import ReviewWords
from tests.factories.moments import day, moment
from tests.factories.plans import Province, fresh

pytestmark = pytest.mark.django_db
AT = moment("10/07/2026")
DECISION = ReviewWords(
    title="Quyết định ban hành Quy chế cung cấp thông tin", proposal="REPLACE", reason="Trái Luật 01/2026/QH16",
    number="12/2019/QĐ-UBND", issued_on=day("03/05/2019"), issuer="Ủy ban nhân dân tỉnh", provisions="Điều 4",
)  # fmt: skip


@pytest.fixture(scope="module")
def standing(kept_for_the_file):
    return Province(communes=3)


@pytest.fixture
def province(standing, db):
    return deepcopy(standing)


@pytest.fixture
def asked(province):
    return reviewing.open_round(
        authority=province.authority, title="Rà soát văn bản về tiếp cận thông tin", due_on=day("31/07/2026"),
        authorities=[office.authority for office in province.below], by=province.justice, at=moment("01/07/2026"),
    )  # fmt: skip


def sheet_of(asked, office):
    return asked.sheets.get(authority=office.authority)


def add(sheet, office, words=DECISION):
    sheet = fresh(sheet)
    return reviewing.add_review(sheet=sheet, seen=sheet.version, words=words, by=office.officer, at=AT)


def send(sheet, office, **fields):
    sheet = fresh(sheet)
    reviewing.release_sheet(sheet=sheet, seen=sheet.version, by=office.head, at=AT, **fields)
    return fresh(sheet)


def take(sheet, by):
    sheet = fresh(sheet)
    reviewing.accept_sheet(sheet=sheet, seen=sheet.version, by=by, at=AT)
    return fresh(sheet)


def decide(sheet, review, by, state, outcome=""):
    sheet = fresh(sheet)
    return reviewing.decide_review(
        sheet=sheet, seen=sheet.version, review=review, state=state, outcome=outcome, by=by, at=AT
    )


def test_every_authority_asked_finds_a_table_and_a_mail(asked, province):
    assert asked.sheets.missing().count() == 3
    assert Mail.objects.filter(kind="review_asked").count() == 3
    assert access.visible_rounds(province.below[0].officer).get() == asked


def test_table_is_sent_by_a_second_person_and_consolidated(asked, province):
    one, two, _three = province.below
    first = sheet_of(asked, one)
    review = add(first, one)
    with pytest.raises(NotAllowed):
        send(first, type("Office", (), {"head": one.officer}))
    assert not access.reads_rows_of(province.justice, fresh(first))
    first = send(first, one)
    assert access.reads_rows_of(province.justice, first)
    send(sheet_of(asked, two), two, found_nothing=True)
    sheets = list(asked.sheets.select_related("authority"))
    assert [sheet.authority.short_name for sheet in sheets if sheet.is_open] == ["Xã Số 3"]
    rows = tables.review_rows(tables.reviews_of(asked, sheets))
    assert rows == [
        [1, "Xã Số 1", "12/2019/QĐ-UBND", day("03/05/2019"), "Ủy ban nhân dân tỉnh", DECISION.title, "Thay thế",
         "Điều 4", DECISION.reason, "Đang đề xuất", ""]
    ]  # fmt: skip
    take(first, province.justice)
    decide(first, review, province.justice, ReviewState.AGREED)
    decide(first, review, province.justice, ReviewState.DONE, "Quyết định 40/2026/QĐ-UBND")
    review = fresh(review)
    assert (review.state, review.outcome) == (ReviewState.DONE, "Quyết định 40/2026/QĐ-UBND")
    assert dict(tables.review_totals([review]))["Thay thế"] == 1
    assert verify().problem is None


def test_returned_table_is_changed_and_sent_again(asked, province):
    office = province.below[0]
    sheet = sheet_of(asked, office)
    review = add(sheet, office)
    sheet = send(sheet, office)
    with pytest.raises(DomainError, match="trả lại"):
        add(sheet, office)
    reviewing.return_sheet(sheet=sheet, seen=sheet.version, reason="Thiếu lý do", by=province.justice, at=AT)
    sheet = fresh(sheet)
    assert (sheet.state, sheet.sent_on) == (SheetState.RETURNED, None)
    other = ReviewWords(**{**DECISION.__dict__, "proposal": "REPEAL"})
    reviewing.change_review(sheet=sheet, seen=sheet.version, review=review, words=other, by=office.officer, at=AT)
    extra = add(sheet, office)
    sheet = fresh(sheet)
    reviewing.remove_review(sheet=sheet, seen=sheet.version, review=extra, by=office.officer, at=AT)
    sheet = send(sheet, office)
    assert (sheet.state, sheet.returned_why) == (SheetState.SENT, "")
    assert list(sheet.reviews.filter(removed_at=None).values_list("proposal", flat=True)) == ["REPEAL"]


def test_text_still_to_be_issued_needs_no_number(asked, province):
    office = province.below[0]
    add(
        sheet_of(asked, office), office, ReviewWords("Quy chế cung cấp thông tin của xã", "ISSUE", "Xã chưa có quy chế")
    )


@pytest.mark.parametrize("field", ["title", "reason", "number", "issued_on", "issuer"])
def test_review_slip_stands_at_its_field(asked, province, field):
    words = ReviewWords(**{**DECISION.__dict__, field: None if field == "issued_on" else " "})
    with pytest.raises(DomainError) as slip:
        add(sheet_of(asked, province.below[0]), province.below[0], words)
    assert slip.value.field == field


def test_empty_table_says_that_it_means_to_be_empty(asked, province):
    office = province.below[0]
    with pytest.raises(DomainError) as slip:
        send(sheet_of(asked, office), office)
    assert slip.value.field == "found_nothing"
    add(sheet_of(asked, office), office)
    with pytest.raises(DomainError, match="bỏ dấu"):
        send(sheet_of(asked, office), office, found_nothing=True)


def test_decision_needs_an_accepted_table_and_words(asked, province):
    office = province.below[0]
    sheet = sheet_of(asked, office)
    review = add(sheet, office)
    sheet = send(sheet, office)
    with pytest.raises(DomainError, match="nhận bảng"):
        decide(sheet, review, province.justice, ReviewState.AGREED)
    take(sheet, province.justice)
    for state, field in (
        (ReviewState.DECLINED, "outcome"),
        (ReviewState.DONE, "state"),
        (ReviewState.PROPOSED, "state"),
    ):
        with pytest.raises(DomainError) as slip:
            decide(sheet, review, province.justice, state)
        assert slip.value.field == field
    with pytest.raises(NotAllowed):
        decide(sheet, review, province.auditor, ReviewState.AGREED)


def test_closed_round_takes_no_more_tables(asked, province):
    reviewing.close_round(asked=asked, seen=None, reason="Đã báo cáo Bộ Tư pháp", by=province.justice, at=AT)
    with pytest.raises(DomainError, match="đã kết thúc"):
        add(sheet_of(asked, province.below[0]), province.below[0])
    with pytest.raises(DomainError, match="đã kết thúc"):
        reviewing.ask_more(asked=asked, seen=None, authorities=[province.authority], by=province.justice, at=AT)


def test_one_more_authority_is_asked_later(asked, province):
    reviewing.ask_more(asked=asked, seen=asked.version, authorities=[province.authority], by=province.justice, at=AT)
    assert asked.sheets.count() == 4
    with pytest.raises(DomainError) as slip:
        reviewing.ask_more(asked=asked, seen=None, authorities=[province.authority], by=province.justice, at=AT)
    assert slip.value.field == "authorities"


@pytest.mark.parametrize(
    ("words", "field"),
    [({"title": " "}, "title"), ({"due_on": day("30/06/2026")}, "due_on"), ({"authorities": []}, "authorities")],
)
def test_round_slip_stands_at_its_field(province, words, field):
    words = {"title": "Rà soát", "due_on": day("31/07/2026"), "authorities": [province.below[0].authority]} | words
    with pytest.raises(DomainError) as slip:
        reviewing.open_round(authority=province.authority, by=province.justice, at=moment("01/07/2026"), **words)
    assert slip.value.field == field
