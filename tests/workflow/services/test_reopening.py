"""Upheld: a new case linked to the first, whose answer and day stay as they were (readings.md 8, 15)."""

from datetime import date

import pytest

from cms.audit.models import Entry
from cms.audit.verify import verify
from cms.core.models import Mail
from tests.factories import remedies as make
from tests.factories.core import make_house
from tests.factories.workflow import Case
from workflow.services import remedies
from workflow.services.answers import MemberAnswer

pytestmark = pytest.mark.django_db


@pytest.fixture
def house(db):
    return make_house()


def test_the_first_answer_stays_and_a_new_case_asks_again(house):
    case = make.refused(house)
    before = case.now
    remedy = make.upheld(case)
    first, anew = case.now, remedy.new_case
    assert (first.status, first.outcome_on, first.version) == ("REFUSED", before.outcome_on, before.version)
    assert [str(letter) for letter in first.letters.all()] == [str(letter) for letter in before.letters.all()]
    assert anew.reopened_by == remedy
    assert anew.pk != first.pk
    assert (anew.status, anew.valid_on, anew.received_on) == ("ACCEPTED", date(2026, 12, 11), date(2026, 12, 11))
    assert (anew.sent_on, anew.rule_set, anew.description) == (first.sent_on, first.rule_set, first.description)
    assert anew.due_on == anew.told_due_on == date(2026, 12, 23)
    assert [piece.description for piece in anew.pieces.all()] == [piece.description for piece in first.pieces.all()]
    assert [piece.outcome for piece in anew.pieces.all()] == [""]
    assert anew.requester_id != first.requester_id
    assert anew.requester.name == first.requester.name
    assert anew.requester.identity_number == first.requester.identity_number
    assert anew.tracking_hash != first.tracking_hash


def test_the_citizen_and_the_focal_point_are_told(house):
    case = make.refused(house)
    anew = make.upheld(case).new_case
    mails = {mail.kind: mail for mail in Mail.objects.filter(about=anew.code)}
    assert set(mails) == {"reopened", "new_request"}
    assert case.now.code in mails["reopened"].text
    assert "thứ Tư 23/12/2026" in mails["reopened"].text
    kinds = list(
        Entry.objects.filter(kind__startswith="request.reopened").order_by("seq").values_list("kind", flat=True)
    )
    assert kinds == ["request.reopened", "request.reopened_as"]
    assert verify().problem is None


def test_a_case_of_the_old_law_stays_under_it(house):
    case = make.refused(house, on="03/08/2026")
    anew = make.upheld(case).new_case
    assert anew.rule_set.code == "L16"
    assert anew.sent_on == date(2026, 8, 3)


def test_members_of_a_group_come_along(house):
    members = tuple(
        MemberAnswer(name, number, "Quyền lợi chung")
        for name, number in (("Lò Văn Một", "001085000001"), ("Lò Văn Hai", "001085000002"))
    )
    case = make.refused(
        house, capacity="ORGANISATION", organisation_name="Hội Nông dân", organisation_post="Chủ tịch", members=members
    )
    anew = make.upheld(case).new_case
    assert [member.name for member in anew.requester.members.all()] == ["Lò Văn Một", "Lò Văn Hai"]


def test_a_case_that_is_still_open_is_simply_answered(house):
    case = Case.sent(house).accept()
    remedy = make.upheld(case, measures="Trả lời ngay.")
    assert (remedy.status, remedy.new_case) == ("UPHELD", None)


def test_a_judgement_reopens_too_and_a_rejected_complaint_does_not(house):
    case = make.refused(house)
    suit = make.proposed(make.entered(case, "LAWSUIT"), house, by=house.officer, outcome="PARTLY")
    suit = make.decided(suit, house, by=house.head)
    assert suit.new_case.valid_on == date(2026, 12, 11)  # the day it was written down, not that of the judgement
    assert make.decided(make.proposed(make.accepted(case), house), house).new_case is None


def test_the_new_case_can_be_answered_and_contested_in_its_turn(house):
    case = make.refused(house)
    anew = make.upheld(case).new_case
    again = Case(house, anew, case.at).on("14/12/2026").provide_at_once()
    assert again.now.status == "PROVIDED"
    assert remedies.enter(
        info_request=again.now, lodged=make.lodged(received_on="14/12/2026"), by=house.officer, at=again.at
    ).info_request_id == anew.pk  # fmt: skip
