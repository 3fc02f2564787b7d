"""Khó khăn, kiến nghị: unit, authority, province; answered where it can be, published where it helps others."""

from copy import deepcopy

import pytest

from cms.audit.verify import verify
from cms.core.errors import DomainError, NotAllowed
from cms.core.models import Mail
from home.models import Difficulty
from home.plans import access, difficulties
from home.plans.choices import DifficultyState
from tests.factories.core import UnitFactory
from tests.factories.moments import moment
from tests.factories.plans import Province, fresh

pytestmark = pytest.mark.django_db
AT = moment("10/10/2026")


@pytest.fixture(scope="module")
def standing(kept_for_the_file):
    return Province(communes=2)


@pytest.fixture
def province(standing, db):
    return deepcopy(standing)


@pytest.fixture
def told(province):
    office = province.below[0]
    return difficulties.report_difficulty(
        authority=office.authority, unit=office.unit, title="Chưa có máy quét", text="Hồ sơ giấy chưa số hóa được.",
        proposal="Cấp kinh phí mua máy quét.", by=office.officer, at=AT,
    )  # fmt: skip


def do(act, thing, by, **words):
    thing = fresh(thing)
    return act(difficulty=thing, seen=thing.version, by=by, at=AT, **words)


def test_it_goes_up_is_answered_and_becomes_guidance(told, province):
    office = province.below[0]
    assert not access.visible_difficulties(province.justice).exists()
    do(difficulties.forward, told, office.head, opinion="Xã không cân đối được kinh phí.")
    assert fresh(told).held_by == province.authority
    assert access.visible_difficulties(province.justice).exists()
    do(difficulties.answer, told, province.justice, text="Dùng kinh phí chi thường xuyên.")
    assert Mail.objects.get(kind="difficulty_answered").to == "daumoi@xa-1.example"
    do(difficulties.publish, told, province.office.head, question="Mua máy quét bằng nguồn nào?")
    told = fresh(told)
    assert (told.state, told.answered_by) == (DifficultyState.ANSWERED, province.justice)
    assert Difficulty.objects.published().get() == told
    do(difficulties.unpublish, told, province.office.head, reason="Quy định mới")
    assert not Difficulty.objects.published().exists()
    assert verify().problem is None


def test_authority_answers_itself_but_not_by_who_reported(told, province):
    office = province.below[0]
    with pytest.raises(NotAllowed, match="người khác trả lời"):
        do(difficulties.answer, told, office.officer, text="Tự lo")
    do(difficulties.answer, told, office.head, text="Văn phòng cho mượn máy.")
    assert fresh(told).held_by == office.authority
    assert not Mail.objects.filter(kind="difficulty_answered").exists()
    with pytest.raises(DomainError, match="đã trả lời"):
        do(difficulties.forward, told, office.head)
    with pytest.raises(DomainError, match="cấp tỉnh"):
        do(difficulties.publish, told, office.head, question="Máy quét?")


@pytest.mark.parametrize("act", ["forward", "answer", "publish"])
def test_strangers_and_auditors_change_nothing(told, province, act):
    words = {"forward": {}, "answer": {"text": "x"}, "publish": {"question": "x"}}[act]
    for by in (province.auditor, province.below[1].head, province.justice):
        with pytest.raises(NotAllowed):
            do(getattr(difficulties, act), told, by, **words)


def test_publishing_needs_another_person_than_the_answer(told, province):
    do(difficulties.forward, told, province.below[0].head)
    do(difficulties.answer, told, province.office.head, text="Được.")
    with pytest.raises(NotAllowed, match="người thứ hai"):
        do(difficulties.publish, told, province.office.head, question="Được không?")


def test_nobody_stands_above_the_province(told, province):
    do(difficulties.forward, told, province.below[0].head)
    with pytest.raises(DomainError, match="cấp trên"):
        do(difficulties.forward, told, province.office.head)


@pytest.mark.parametrize(
    ("words", "field"), [({"title": ""}, "title"), ({"text": " "}, "text"), ({"unit": "other"}, "unit")]
)
def test_slip_stands_at_its_field(province, words, field):
    office = province.below[0]
    if "unit" in words:
        words = {"unit": UnitFactory(authority=province.authority)}
    words = {"title": "Thiếu máy", "text": "Thiếu máy quét"} | words
    with pytest.raises(DomainError) as slip:
        difficulties.report_difficulty(authority=office.authority, by=office.officer, at=AT, **words)
    assert slip.value.field == field


@pytest.mark.parametrize(
    ("act", "words", "field"),
    [("answer", {"text": " "}, "text"), ("withdraw", {"reason": ""}, "reason")],
)
def test_acts_need_their_words(told, province, act, words, field):
    by = province.below[0].head if act == "answer" else province.below[0].officer
    with pytest.raises(DomainError) as slip:
        do(getattr(difficulties, act), told, by, **words)
    assert slip.value.field == field


def test_withdrawn_needs_no_answer(told, province):
    do(difficulties.withdraw, told, province.below[0].officer, reason="Đã tự giải quyết")
    assert not Difficulty.objects.waiting().exists()
