"""A supervisor reads every paper of a case, and learns from none whom it concerns (S14)."""

import pytest
from django.utils.html import escape

from tests.factories.workflow import Case
from workflow.letters.masking import COVERED

pytestmark = pytest.mark.django_db

PERSON = {"name": "Nguyễn Thị Mến", "address": "12 đường Lê Lợi", "email": "men@example.vn"}


def refused_case(house):
    case = Case.sent(house, **PERSON).accept().review().classify_all().propose_to_refuse()
    return case.approve().issue()


def paper_for(enter, person, case):
    letter = case.now.letters.order_by("pk").last()
    return enter(person).get(f"/admin/ho-so/{case.now.code}/van-ban/{letter.pk}/")


@pytest.fixture
def case(house):
    return refused_case(house)


def test_supervisor_reads_the_words_and_not_the_person(house, enter, case):
    shown = paper_for(enter, house.auditor, case).content.decode()

    assert "TỪ CHỐI" in shown.upper()
    assert case.now.code in shown
    assert COVERED in shown
    assert "Bản đã che dữ liệu cá nhân" in shown
    assert [value for value in PERSON.values() if escape(value) in shown] == []


def test_officer_reads_it_as_it_was_sent(house, enter, case):
    shown = paper_for(enter, house.officer, case).content.decode()

    assert escape(PERSON["name"]) in shown
    assert COVERED not in shown


def test_a_contact_corrected_since_stays_covered(house, enter, case):
    requester = case.now.requester
    requester.name = "Nguyễn Thị Mến Thương"
    requester.save()

    assert PERSON["name"] not in paper_for(enter, house.auditor, case).content.decode()


def test_case_page_leads_the_supervisor_to_the_papers(house, enter, case):
    shown = enter(house.auditor).get(f"/admin/ho-so/{case.now.code}/").content.decode()

    assert f"/admin/ho-so/{case.now.code}/van-ban/" in shown


def test_who_may_not_see_the_case_finds_no_paper(house, enter, case):
    assert paper_for(enter, house.stranger, case).status_code in {302, 403, 404}
