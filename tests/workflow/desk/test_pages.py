"""Every page of the desk opens for those whose work it is, and offers exactly what may be done."""

import pytest
from django.urls import reverse

from cms.core.dates import short, today
from tests.factories.workflow import case_in
from workflow.choices import Status
from workflow.desk.doors import DOOR_OF, DOORS, INNER
from workflow.transitions import MOVES, allowed

pytestmark = pytest.mark.django_db


def test_every_move_of_an_officer_has_its_door_or_is_an_inner_step():
    assert MOVES.keys() - DOOR_OF.keys() == INNER
    assert {door.move for door in DOORS.values()} <= MOVES.keys()


def in_state(status, house):
    """A case of today in the state; a lapsed one needs days to have passed."""
    return case_in(status, house, "02/11/2026" if status == Status.LAPSED else short(today())).now


@pytest.mark.parametrize("status", list(Status))
def test_the_case_page_offers_what_may_be_done_and_every_door_offered_opens(house, enter, status):
    case, opened = in_state(status, house), set()
    for person in (house.officer, house.head, house.signer, house.registry, house.originator, house.auditor):
        browser = enter(person)
        page = browser.get(reverse("desk:case", args=[case.code]))
        if person is house.originator and page.status_code == 404:
            continue  # the unit was not asked
        assert page.status_code == 200
        text = page.content.decode()
        for move in allowed(case, person, today()):
            door = DOOR_OF.get(move.name)
            has_work = door and (door.waits_for is None or door.waits_for(case).exists())
            if has_work and move.name != "add_note":
                address = reverse("desk:move", args=[case.code, DOOR_OF[move.name].slug])
                assert address in text
                if move.name not in opened:
                    opened.add(move.name)
                    assert browser.get(address).status_code == 200, (person, move.name)
        if person is house.auditor:
            assert "mb-next" not in text  # no verb anywhere


def test_a_door_that_is_not_theirs_is_refused_on_a_page_of_its_own_and_recorded(house, enter, sent_today):
    from cms.audit.models import Entry

    case = sent_today.now
    page = enter(house.registry).get(reverse("desk:move", args=[case.code, "hop-le"]))
    assert page.status_code == 403
    assert "không có vai trò" in page.content.decode()
    assert Entry.objects.filter(kind="attempt.refused", subject_id=str(case.pk)).count() == 1
    assert sent_today.now.version == case.version


def test_an_impossible_move_answers_409_and_changes_nothing(house, enter, sent_today):
    case = sent_today.now
    page = enter(house.officer).post(reverse("desk:move", args=[case.code, "giao"]), {"seen": case.version})
    assert page.status_code == 409
    assert "Đã nhận" in page.content.decode()
    assert sent_today.now.version == case.version


@pytest.mark.parametrize("path", ["desk:case", "desk:code", "desk:unmask", "desk:receipt"])
def test_out_of_reach_and_unknown_look_the_same(house, enter, sent_today, path):
    from tests.factories.core import make_house

    stranger = make_house().officer
    for number in (sent_today.now.code, "SV-000000-0000"):
        assert enter(stranger).get(reverse(path, args=[number])).status_code == 404


def test_nobody_without_a_role_finds_the_desk(house, enter, sent_today):
    page = enter(house.stranger).get(reverse("desk:case", args=[sent_today.now.code]))
    assert page.status_code == 302  # Wagtail sends those who may not enter to its sign-in
    assert "/login/" in page["Location"]


@pytest.mark.parametrize(
    "name", ["wagtailadmin_home", "desk:to_sign", "desk:to_issue", "desk:to_check", "desk:handover", "desk:entry"]
)
def test_pages_of_waiting_work_open_for_their_people(house, enter, name):
    case_in(Status.UNDER_REVIEW, house, short(today())).propose_to_provide()
    case_in(Status.APPROVED_TO_PROVIDE, house, short(today())).add_file()
    case_in(Status.SUPPLEMENT_REQUESTED, house, short(today()))
    case_in(Status.COLLECTING, house, short(today()))
    opened = 0
    for person in (house.officer, house.head, house.signer, house.registry, house.originator, house.auditor):
        page = enter(person).get(reverse(name), follow=True)
        assert page.status_code in (200, 404)
        opened += page.status_code == 200
    assert opened >= 1
