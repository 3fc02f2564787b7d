"""The authority finds by itself that its answer was wrong: five working days, two people, the citizen's own code."""

from datetime import date

import pytest
from django.db import IntegrityError, transaction

from cms.audit.models import Entry
from cms.core.errors import DomainError, NotAllowed
from cms.core.models import Mail
from tests.factories import corrections as make
from tests.factories.core import make_house
from tests.factories.moments import day, moment
from tests.factories.workflow import Case
from workflow import access, correction_moves
from workflow.choices import CorrectionStatus
from workflow.models import CorrectionRequest
from workflow.services import corrections
from workflow.transitions import ImpossibleMove

pytestmark = pytest.mark.django_db
GIVEN = "01/12/2026"  # a Tuesday


@pytest.fixture
def house(db):
    return make_house()


@pytest.fixture
def case(house):
    return Case.sent(house, on=GIVEN).accept().provide_at_once()


@pytest.mark.parametrize(
    ("given", "found", "due", "article"),
    [
        pytest.param(GIVEN, "02/12/2026", date(2026, 12, 9), "Điều 28.1", id="L26: 5 ngày làm việc"),
        pytest.param("16/11/2026", "20/11/2026", date(2026, 11, 30), "Điều 28.1", id="L26: trừ Ngày Văn hóa 24/11"),
        pytest.param("03/08/2026", "05/08/2026", date(2026, 8, 12), "Điều 32.1", id="L16: 5 ngày làm việc"),
    ],
)
def test_the_right_information_is_due(house, given, found, due, article):
    case = Case.sent(house, on=given).accept().provide_at_once()
    correction = make.found(case.on(f"{found} 09:00"))
    assert correction.due_on == due
    assert correction_moves.article_of(correction).startswith(article)
    assert (correction.status, correction.requester) == (CorrectionStatus.CHECKING, case.now.requester)


def test_two_people_give_it_again_and_the_citizen_is_told_once(house, case):
    correction = make.found(case)
    proposal = {"outcome": "CORRECTED", "answer": "Gửi bổ sung phụ lục 2.", "by": house.head, "at": case.at}
    correction = corrections.propose(correction=correction, seen=correction.version, **proposal)
    with pytest.raises(NotAllowed, match="Người đề xuất không được tự quyết định"):
        corrections.decide(correction=correction, seen=correction.version, by=house.head, at=case.at)
    assert not access.given_again(case.now).exists()

    corrections.decide(correction=correction, seen=correction.version, by=house.signer, at=case.at)
    assert access.given_again(case.now).get() == correction
    kinds = list(Mail.objects.filter(about=case.now.code).values_list("kind", flat=True))
    assert kinds.count("given_again") == 1
    assert not Mail.objects.filter(about=correction.code).exists()  # nobody knows that number
    of_case = Entry.objects.filter(subject_id=str(case.pk), subject_type="workflow.informationrequest")
    assert list(of_case.order_by("seq").values_list("kind", flat=True))[-2:] == [
        "request.found_wrong",
        "request.given_again",
    ]


def test_it_may_turn_out_not_to_be_wrong_and_is_never_sent_elsewhere(house, case):
    correction = make.found(case)
    with pytest.raises(DomainError, match="Chọn kết quả"):
        corrections.propose(
            correction=correction, seen=correction.version, outcome="NOT_OURS", answer="Nơi khác", right_place="Sở khác",
            by=house.officer, at=case.at,
        )  # fmt: skip
    correction.refresh_from_db()
    corrections.propose(
        correction=correction, seen=correction.version, outcome="NOT_WRONG", answer="Đủ phụ lục.", by=house.officer,
        at=case.at,
    )  # fmt: skip
    correction.refresh_from_db()
    corrections.decide(correction=correction, seen=correction.version, by=house.head, at=case.at)
    assert not access.given_again(case.now).exists()
    assert not Mail.objects.filter(kind="given_again").exists()


@pytest.mark.parametrize(
    ("words", "field"),
    [
        pytest.param({"wrong": "  "}, "wrong", id="không ghi chỗ sai"),
        pytest.param({"found_on": day("30/11/2026")}, "found_on", id="trước ngày cung cấp"),
        pytest.param({"found_on": day("02/12/2026")}, "found_on", id="ngày chưa tới"),
    ],
)
def test_what_is_missing_is_asked_for_at_its_field(case, words, field):
    with pytest.raises(DomainError) as no:
        make.found(case, **words)
    assert no.value.field == field
    assert not CorrectionRequest.objects.exists()


def test_one_finding_at_a_time(house, case):
    first = make.found(case)
    with pytest.raises(ImpossibleMove, match=first.code):
        make.found(case)
    twin = CorrectionRequest.objects.get()
    twin.pk, twin.code, twin.submission_key = None, "SV-2", "khac"
    with pytest.raises(IntegrityError), transaction.atomic():
        twin.save()


def test_only_an_answer_that_was_given_can_be_found_wrong(house):
    open_case = Case.sent(house, on=GIVEN).accept()
    with pytest.raises(ImpossibleMove):
        make.found(open_case)
    given = Case.sent(house, on=GIVEN).accept().provide_at_once()
    with pytest.raises(NotAllowed):
        make.found(given, by=house.registry)


def test_nobody_is_given_a_code_for_it(house, case):
    correction = make.found(case)
    with pytest.raises(ImpossibleMove, match="mã tra cứu của hồ sơ"):
        corrections.reissue_code(
            correction=correction, seen=correction.version, identity_seen="Căn cước", by=house.officer, at=case.at
        )
    assert moment(GIVEN) <= correction.sent_at
