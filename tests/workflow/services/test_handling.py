"""Work on an accepted request: who does it, what is gathered and asked, what kind of information it is."""

import pytest

from cms.audit.models import Entry
from cms.core.errors import DomainError, NotAllowed
from cms.core.models import Mail
from cms.core.roles import Role
from tests.factories.core import UnitFactory, make_house, make_person
from tests.factories.moments import day
from tests.factories.workflow import Case
from tests.workflow.services.record import kinds_of, last_act
from workflow.choices import Complexity, LetterForm, Status
from workflow.services import handling
from workflow.transitions import ImpossibleMove

pytestmark = pytest.mark.django_db


@pytest.fixture
def case(house):
    return Case.sent(house, "02/11/2026").accept()


# --- who does it -----------------------------------------------------------------------------------------------------
def test_case_is_handed_over_and_the_new_officer_is_told(case, house):
    case.assign(house.second_officer, unit=house.land_unit, reason="Nghỉ phép")
    assert (case.now.assigned_to, case.now.unit) == (house.second_officer, house.land_unit)
    assert Mail.objects.get(kind="assigned").to == house.second_officer.email
    assert last_act(case)["data"]["to_user"] == house.second_officer.pk


def test_unit_stays_unless_another_is_named(case, house):
    assert case.assign().now.unit == house.focal_unit


@pytest.mark.parametrize("office", ["auditor", "editor", "administrator", "stranger"])
def test_case_goes_to_nobody_who_does_not_work_on_cases(case, house, office):
    with pytest.raises(DomainError) as slip:
        case.assign(getattr(house, office))
    assert slip.value.field == "to"


def test_case_stays_within_its_authority(case):
    elsewhere = make_house()
    with pytest.raises(DomainError) as slip:
        case.assign(elsewhere.officer)
    assert slip.value.field == "to"
    with pytest.raises(DomainError) as slip:
        case.assign(unit=elsewhere.land_unit)
    assert slip.value.field == "unit"


# --- gathering -------------------------------------------------------------------------------------------------------
def test_information_is_gathered_while_the_clock_goes_on(case, house):
    before = case.now.due_on
    case.collect(wanted_on=day("06/11/2026"))
    assert (case.now.status, case.now.due_on) == (Status.COLLECTING, before)
    asked = case.now.consultations.get()
    assert (asked.unit, asked.asked_by, asked.wanted_on) == (house.land_unit, house.officer, day("06/11/2026"))
    case.later(days=2).hand_over()
    assert case.now.status == Status.UNDER_REVIEW
    asked.refresh_from_db()
    assert (asked.answered_by, asked.answered_at) == (house.originator, case.at)
    assert kinds_of(case)[-2:] == ["request.collecting", "request.reviewing"]


def test_another_body_is_asked_by_name(case):
    case.consult(unit=None, body="Kho bạc Nhà nước khu vực II")
    assert str(case.now.consultations.get()) == "Kho bạc Nhà nước khu vực II"
    assert case.now.status == Status.ACCEPTED


@pytest.mark.parametrize(
    ("words", "field"),
    [
        ({"unit": None, "body": " "}, "unit"),
        ({"question": " "}, "question"),
        ({"wanted_on": day("01/11/2026")}, "wanted_on"),
    ],
)
def test_question_says_whom_what_and_by_when(case, words, field):
    with pytest.raises(DomainError) as slip:
        case.consult(**words)
    assert slip.value.field == field
    assert not case.now.consultations.exists()


def test_unit_of_another_authority_is_no_unit_of_ours(case):
    with pytest.raises(DomainError) as slip:
        case.consult(unit=make_house().land_unit)
    assert slip.value.field == "unit"


def test_asked_unit_answers_for_itself(case, house):
    case.consult()
    asked = case.now.consultations.get()
    case.do(handling.answer_consultation, consultation=asked, answer="Không có bí mật", by=house.originator)
    assert case.now.consultations.get().answer == "Không có bí mật"
    with pytest.raises(DomainError, match="đã được trả lời"):
        case.do(
            handling.answer_consultation, consultation=case.now.consultations.get(), answer="Nữa", by=house.originator
        )


def test_answer_says_something(case, house):
    case.consult()
    with pytest.raises(DomainError) as slip:
        case.do(
            handling.answer_consultation, consultation=case.now.consultations.get(), answer=" ", by=house.originator
        )
    assert slip.value.field == "answer"


def test_question_of_another_case_is_not_answered_here(case, house):
    other = Case.sent(house).accept().consult()
    with pytest.raises(DomainError):
        case.do(handling.answer_consultation, consultation=other.now.consultations.get(), answer="x", by=house.officer)


def neighbours(house):
    unit = UnitFactory(authority=house.authority, name="Phòng Tài chính")
    return unit, make_person("Tài Chính", Role.ORIGINATING_UNIT, authority=house.authority, unit=unit)


def test_no_unit_answers_for_another(case, house):
    finance, officer = neighbours(house)
    case.collect().consult(unit=finance)
    with pytest.raises(NotAllowed, match="gửi cho đơn vị khác"):
        case.do(
            handling.answer_consultation,
            consultation=case.now.consultations.get(unit=house.land_unit),
            answer="Thay lời",
            by=officer,
        )
    case.hand_over()
    assert case.now.consultations.get(unit=house.land_unit).answered_by == house.originator
    assert case.now.consultations.get(unit=finance).answered_at is None


def test_focal_unit_writes_down_what_all_others_said(case, house):
    finance, _officer = neighbours(house)
    case.collect().consult(unit=finance).consult(unit=None, body="Kho bạc")
    case.hand_over(by=house.officer)
    assert not case.now.consultations.filter(answered_at=None).exists()


def test_handing_over_says_something_even_when_everything_was_answered(case, house):
    case.collect()
    case.do(handling.answer_consultation, consultation=case.now.consultations.get(), answer="Đủ", by=house.originator)
    with pytest.raises(DomainError) as slip:
        case.hand_over(answer=" ")
    assert slip.value.field == "answer"
    assert case.hand_over().now.status == Status.UNDER_REVIEW


def test_review_follows_where_nothing_has_to_be_gathered(case):
    assert case.review().now.status == Status.UNDER_REVIEW


# --- what kind of information ----------------------------------------------------------------------------------------
def test_each_piece_has_its_field_class_category_and_basis(case):
    case.classify(field="LAND", info_class="MUST_PUBLISH", category="PUB26_L", basis="PUB_NOT_YET")
    piece = case.piece()
    assert (piece.field, piece.info_class, piece.category, piece.basis) == (
        "LAND",
        "MUST_PUBLISH",
        "PUB26_L",
        "PUB_NOT_YET",
    )


def test_piece_found_while_working_is_added_behind_the_others(case):
    case.classify(position=9)
    assert [piece.position for piece in case.now.pieces.all()] == [1, 2]


def test_first_piece_of_a_case_without_any(case):
    case.piece().delete()
    case.classify(position=1)
    assert case.piece().description == "Bản đồ kèm theo quyết định"


@pytest.mark.parametrize(
    ("words", "field"),
    [
        ({"category": "PUB16_A"}, "category"),  # a point of the earlier law
        ({"basis": "BECAUSE"}, "basis"),
        ({"description": " "}, "description"),
    ],
)
def test_class_speaks_the_words_of_the_cases_own_law(case, words, field):
    with pytest.raises(DomainError) as slip:
        case.classify(**words)
    assert slip.value.field == field


def test_piece_of_another_case_is_not_classed_here(case, house):
    with pytest.raises(NotAllowed):
        case.classify(piece=Case.sent(house).piece(), description="x")


def test_piece_that_has_its_outcome_is_not_classed_again(case):
    piece = case.piece()
    piece.outcome = "PROVIDE"
    with pytest.raises(DomainError, match="đã có kết quả"):
        case.classify(piece=piece, description="x")


def test_asked_unit_classes_what_it_made(case, house):
    case.collect().classify(by=house.originator)
    assert last_act(case)["actor"]["roles"] == ["ORIGINATING_UNIT"]


# --- simple or complex -----------------------------------------------------------------------------------------------
def test_reclassing_moves_the_date_but_never_before_the_one_told(house):
    """L16 Điều 30.3, 30.4; readings.md 9.1."""
    case = Case.sent(house, "27/08/2026").accept()
    case.reclassify(Complexity.SIMPLE)
    assert (case.now.complexity, case.now.due_on) == ("SIMPLE", day("22/09/2026"))
    assert case.now.notice_due_on is None
    case.reclassify(Complexity.COMPLEX)
    assert case.now.notice_due_on == day("04/09/2026")
    assert last_act(case)["data"]["complexity"] == "COMPLEX"


@pytest.mark.parametrize(
    ("complexity", "words", "field"),
    [
        (Complexity.COMPLEX, {}, "complexity"),
        ("MIDDLING", {}, "complexity"),
        (Complexity.SIMPLE, {"reason": " "}, "reason"),
    ],
)
def test_reclassing_changes_something_and_says_why(house, complexity, words, field):
    case = Case.sent(house, "27/08/2026").accept()
    with pytest.raises(DomainError) as slip:
        case.reclassify(complexity, **words)
    assert slip.value.field == field


# --- residence, notice, notes ----------------------------------------------------------------------------------------
def test_residence_never_blocks_intake_and_the_finding_is_kept(make_house_with):
    """L16 Điều 9.2.h; L26 Điều 10.2.e."""
    house = make_house_with(commune=True)
    case = Case.sent(house, is_resident=False, concern="Có đất tại xã").accept()
    case.do(handling.record_residency, finding="Có quyền sử dụng thửa 12", by=house.officer)
    assert case.now.residency_finding == "Có quyền sử dụng thửa 12"
    with pytest.raises(DomainError) as slip:
        case.do(handling.record_residency, finding=" ", by=house.officer)
    assert slip.value.field == "finding"


def test_notice_of_the_time_limit_counts_when_issued(house):
    """L16 Điều 30.4, 31.2: within three working days."""
    case = Case.sent(house, "27/08/2026").accept()
    assert case.now.notice_due_on == day("04/09/2026")
    case.notify_time_limit()
    assert case.now.noticed_on is None
    with pytest.raises(DomainError, match="đã soạn"):
        case.notify_time_limit()
    case.on("03/09/2026").issue(LetterForm.TIME_LIMIT)
    assert case.now.noticed_on == day("03/09/2026")
    assert case.now.status == Status.ACCEPTED
    with pytest.raises(ImpossibleMove):
        case.notify_time_limit()


def test_note_changes_no_view_of_the_case(case, house):
    """Somebody else's form stays good although a note was written meanwhile."""
    seen = case.now.version
    case.note(by=house.registry)
    assert case.now.version == seen
    assert case.now.notes.get().by == house.registry
    assert last_act(case)["kind"] == "request.noted"
    case.review(seen=seen)


def test_note_says_something_and_stays_possible_after_the_end(case):
    with pytest.raises(DomainError) as slip:
        case.note(text=" ")
    assert slip.value.field == "text"
    case.withdraw().note()
    assert case.now.notes.count() == 1


def test_supervisor_writes_no_note(case, house):
    entries = Entry.objects.count()
    with pytest.raises(NotAllowed):
        case.note(by=house.auditor)
    assert Entry.objects.count() == entries
