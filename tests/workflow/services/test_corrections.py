"""A citizen says that information is wrong: the law's dates as a table, and the stories to an answer (readings.md 14)."""

from datetime import date

import pytest
from django.db import IntegrityError, transaction

from catalog.services import checking, drafts, publishing
from cms.audit.models import Entry
from cms.core.errors import DomainError, NotAllowed, StaleView
from cms.core.models import Mail
from cms.law import services as law
from tests.factories import catalog, dirty_files
from tests.factories import corrections as make
from tests.factories.core import make_house
from tests.factories.moments import day, moment
from tests.factories.workflow import Case
from tests.workflow.services.test_calendar_changes import MONDAY_OFF
from workflow import access, correction_moves
from workflow.choices import CorrectionStatus
from workflow.models import CorrectionFile, CorrectionRequest, Requester
from workflow.services import corrections
from workflow.transitions import ImpossibleMove

pytestmark = pytest.mark.django_db
LATER = moment("03/12/2026 10:00")


@pytest.fixture
def house(db):
    return make_house()


# --- the law's dates -----------------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("sent", "due", "article"),
    [
        pytest.param("01/12/2026", date(2026, 12, 11), "Điều 22.4", id="L26: 10 ngày, từ hôm sau"),
        pytest.param("04/12/2026", date(2026, 12, 14), "Điều 22.4", id="L26: ngày cuối là thứ Hai"),
        pytest.param("14/11/2026", date(2026, 11, 25), "Điều 22.4", id="L26: ngày thứ 10 là Ngày Văn hóa 24/11"),
        pytest.param("03/08/2026", date(2026, 8, 18), "Điều 22.4", id="L16: 15 ngày"),
        pytest.param("31/08/2026", date(2026, 9, 15), "Điều 22.4", id="L16: gửi trước ngày luật mới, hết hạn sau đó"),
        pytest.param("01/09/2026", date(2026, 9, 11), "Điều 22.4", id="L26: ngày luật mới có hiệu lực"),
    ],
)
def test_the_answer_about_a_published_item_is_due(house, sent, due, article):
    item = catalog.published(house, at=moment("03/08/2026 07:30"), created_on=day("30/07/2026"), category="PUB16_M")
    correction = make.reported(house, item=item, on=f"{sent} 09:00")
    assert correction.due_on == correction.told_due_on == due
    assert correction_moves.article_of(correction).startswith(article)


@pytest.mark.parametrize(
    ("sent", "due", "article"),
    [
        pytest.param("01/12/2026", date(2026, 12, 11), "Điều 28.2", id="L26: 10 ngày"),
        pytest.param("28/08/2026", date(2026, 9, 14), "Điều 32.2", id="L16: 15 ngày, ngày cuối là thứ Bảy 12/9"),
    ],
)
def test_the_answer_about_what_was_provided_is_due(house, sent, due, article):
    case = Case.sent(house, on="03/08/2026").accept().provide_at_once()
    correction = make.reported(house, info_request=case.now, on=f"{sent} 09:00")
    assert correction.due_on == due
    assert correction_moves.article_of(correction).startswith(article)


# --- sending -------------------------------------------------------------------------------------------------------
def test_one_intention_makes_one_case_and_tells_both_sides(house):
    item, key = catalog.published(house), make.a_key()
    first = make.reported(house, item=item, key=key)
    again = make.reported(house, item=item, key=key, wrong="Viết lại lần nữa cho chắc")

    assert again.pk == first.pk
    assert CorrectionRequest.objects.count() == 1
    assert first.code.startswith(house.authority.case_prefix)
    assert sorted(Mail.objects.filter(about=first.code).values_list("kind", flat=True)) == [
        "correction_received",
        "new_correction",
    ]
    assert not any("Mến" in mail.subject or make.code_of(key) in mail.text for mail in Mail.objects.all())
    entry = Entry.objects.get(kind="correction.reported")
    assert b"1.250" not in bytes(entry.payload)  # commitments only


def test_the_number_is_of_the_same_series_as_that_of_requests(house):
    first = Case.sent(house, on=make.SENT)
    second = make.reported(house)
    assert [int(one[-4:]) for one in (first.now.code, second.code)] == [1, 2]


def test_who_was_given_an_answer_is_known_already(house):
    case = Case.sent(house, on="02/11/2026").accept().provide_at_once()
    people = Requester.objects.count()
    correction = make.reported(house, info_request=case.now)
    assert correction.requester == case.now.requester
    assert Requester.objects.count() == people


def test_only_what_is_public_or_was_given_can_be_called_wrong(house):
    with pytest.raises(NotAllowed):
        make.reported(house, item=catalog.draft(house))
    with pytest.raises(NotAllowed):
        make.reported(house, info_request=Case.sent(house).now)
    with pytest.raises(DomainError) as slip:
        make.reported(house, wrong="sai")
    assert slip.value.field == "wrong"
    assert not CorrectionRequest.objects.exists()


# --- the ways it ends ----------------------------------------------------------------------------------------------
def publish_correction(house, item, at=LATER):
    item = drafts.propose_correction(
        item=item, seen=None, wrong="1.250 triệu đồng", right="1.520 triệu đồng", reason="Theo kiến nghị của công dân",
        by=house.officer, at=at,
    )  # fmt: skip
    item = checking.check(item=item, seen=None, no_secret=True, no_personal=True, by=house.originator, at=at)
    return publishing.publish(item=item, seen=None, by=house.head, at=at)


def test_wrong_is_answered_after_the_item_was_corrected(house):
    item = catalog.published(house)
    correction = make.checking(house, item=item)
    ask = {"unit": house.land_unit, "question": "Dòng 7 đúng hay sai?"}
    correction = corrections.ask_unit(correction=correction, seen=correction.version, by=house.officer, at=LATER, **ask)
    assert access.visible_corrections(house.originator).get() == correction
    correction = corrections.answer_unit(
        correction=correction, seen=correction.version, text="Sai, đã đối chiếu bản gốc.", by=house.originator, at=LATER
    )
    correction = corrections.propose(
        correction=correction, seen=correction.version, outcome="CORRECTED", answer="Đã sửa dòng 7.",
        by=house.officer, at=LATER,
    )  # fmt: skip
    with pytest.raises(ImpossibleMove):  # said to be corrected, and is not yet
        corrections.decide(correction=correction, seen=correction.version, by=house.head, at=LATER)
    assert correction_moves.waits_for_item(correction)

    publish_correction(house, item)
    correction = corrections.decide(correction=correction, seen=correction.version, by=house.head, at=LATER)

    assert correction.status == CorrectionStatus.CORRECTED
    assert (correction.item_version.number, correction.corrected_version.number) == (1, 2)
    assert not correction.is_late
    assert Mail.objects.filter(about=correction.code, kind="correction_answered", to="men@example.vn").exists()


def test_not_wrong_needs_its_reason_and_another_person(house):
    correction = make.proposed(house)
    with pytest.raises(NotAllowed):
        corrections.decide(correction=correction, seen=correction.version, by=house.officer, at=LATER)
    house.give(house.officer, "FOCAL_HEAD")
    with pytest.raises(NotAllowed):  # another role is no other person
        corrections.decide(correction=correction, seen=correction.version, by=catalog.as_now(house.officer), at=LATER)
    with transaction.atomic(), pytest.raises(IntegrityError):
        correction.status, correction.decided_by, correction.closed_at = "NOT_WRONG", house.officer, LATER
        correction.outcome_on = LATER.date()
        correction.save()
    correction = CorrectionRequest.objects.get(pk=correction.pk)
    done = corrections.decide(correction=correction, seen=correction.version, by=house.head, at=LATER)
    assert done.status == CorrectionStatus.NOT_WRONG

    with pytest.raises(DomainError) as slip:
        make.proposed(house, answer=" ", item=done.item)
    assert slip.value.field == "answer"


def test_not_ours_names_the_right_place_and_a_draft_may_come_back(house):
    with pytest.raises(DomainError) as slip:
        make.proposed(house, outcome="NOT_OURS")
    assert slip.value.field == "right_place"
    correction = make.proposed(
        house, item=CorrectionRequest.objects.get().item, outcome="NOT_OURS", right_place="Sở Y tế"
    )
    back = corrections.send_back(
        correction=correction, seen=correction.version, reason="Ghi đủ địa chỉ.", by=house.signer, at=LATER
    )
    assert back.status == CorrectionStatus.CHECKING
    with pytest.raises(StaleView):
        corrections.propose(
            correction=back, seen=back.version - 1, outcome="NOT_OURS", answer="x", by=house.officer, at=LATER
        )


def test_what_was_provided_is_given_again_with_the_answer(house):
    case = Case.sent(house, on="02/11/2026").accept().provide_at_once()
    correction = make.proposed(
        house,
        info_request=case.now,
        outcome="CORRECTED",
        answer="Gửi lại bản đúng.",
        files=[catalog.a_file(content=dirty_files.pdf())],
    )
    assert not access.correction_files(correction).exists()  # two people first
    correction = corrections.decide(correction=correction, seen=correction.version, by=house.head, at=LATER)
    assert access.correction_files(correction).get() == CorrectionFile.objects.get()


def test_nothing_hidden_is_given_again(house):
    case = Case.sent(house, on="02/11/2026").accept().provide_at_once()
    words = {"outcome": "CORRECTED", "answer": "Gửi lại bản đúng."}
    with pytest.raises(DomainError, match="Chữ nằm dưới chỗ che") as refused:
        files = [catalog.a_file(content=dirty_files.under_a_box())]
        make.proposed(house, info_request=case.now, files=files, **words)
    assert refused.value.field == "files"


def test_late_stays_visible_and_a_day_off_never_shortens(house):
    correction = make.proposed(house)
    assert CorrectionRequest.objects.overdue_on(date(2026, 12, 12)).get() == correction
    late = corrections.decide(
        correction=correction, seen=correction.version, by=house.head, at=moment("14/12/2026 09:00")
    )
    assert late.is_late
    other = make.reported(house, item=late.item)
    other.told_due_on = other.due_on = date(2026, 12, 16)  # promised under a calendar with more days off
    other.save()
    assert corrections.recount(corrections.hold_open(), by=house.administrator, at=LATER, reason="Lịch đổi") == 0


def test_a_new_day_off_moves_an_open_case_and_says_why(house):
    correction = make.reported(house, on="13/11/2026")
    assert correction.due_on == date(2026, 11, 23)
    calendar = law.calendar_with(MONDAY_OFF)
    moved = corrections.recount(
        corrections.hold_open(), by=house.administrator, at=LATER, reason="Nghỉ bù", calendar=calendar
    )
    assert moved == 1
    assert CorrectionRequest.objects.get().due_on == date(2026, 11, 25)
    assert Entry.objects.filter(kind="correction.due_date_moved", subject_id=str(correction.pk)).exists()


def test_a_supervisor_sees_and_a_stranger_does_not(house):
    correction = make.reported(house)
    assert access.visible_corrections(house.auditor).get() == correction
    assert not access.can_read_personal(house.auditor, correction)
    for who in (house.stranger, house.originator, make_house().officer):
        assert not access.visible_corrections(who).exists()
