"""The one gate (S1): who sees a case, its personal data and its files. Read as a table; everybody else sees nothing."""

import pytest
from django.contrib.auth.models import AnonymousUser

from cms.core.roles import Role
from tests.factories.core import UnitFactory, give_role, make_house, make_person
from tests.factories.moments import day
from tests.factories.workflow import Case, case_in, stored_file
from workflow import access
from workflow.choices import FileState, Status
from workflow.models import InformationRequest
from workflow.services import holdings

pytestmark = pytest.mark.django_db

# office: sees every case of the authority, reads names, unmasks identity numbers, enters paper
OFFICES = {
    "FOCAL_OFFICER": "cases names numbers paper",
    "FOCAL_HEAD": "cases names numbers",
    "ORIGINATING_UNIT": "names",  # of the cases that reach its unit only
    "SIGNER": "cases names",
    "REGISTRY": "cases names paper",
    "CASHIER": "cases names",
    "EDITOR": "",
    "PUBLISHER": "",
    "HEAD": "cases names",
    "DATA_OFFICER": "cases names numbers",
    "AUDITOR": "cases",
    "JUSTICE": "",  # under an inspection decision only
    "ADMINISTRATOR": "",
}


def seen_by(user):
    return set(access.visible_to(user, InformationRequest.objects.all()).values_list("pk", flat=True))


def test_every_office_stands_in_the_table():
    assert set(OFFICES) == set(Role)


def test_each_office_sees_reads_and_enters_what_the_table_tells(house):
    case, told, found = Case.sent(house), {}, {}
    for role, person in house.by_role.items():
        info_request = case.now
        found[str(role)] = {
            "cases": seen_by(person) == {case.pk},
            "names": access.can_read_personal(person, info_request),
            "numbers": access.can_unmask_identity(person, info_request),
            "paper": access.can_enter(person, house.authority),
        }
        told[str(role)] = {word: word in OFFICES[role].split() for word in ("cases", "names", "numbers", "paper")}
    assert found == told


def test_desk_opens_to_those_who_work_on_cases_or_supervise_them(house):
    closed_to = {role for role, person in house.by_role.items() if not access.can_open_desk(person)}
    assert closed_to == {Role.EDITOR, Role.PUBLISHER, Role.ADMINISTRATOR}
    assert not access.can_open_desk(house.stranger)


# --- nobody sees another authority's cases ---------------------------------------------------------------------------
def test_other_authoritys_people_see_nothing_auditors_included(house):
    Case.sent(house)
    elsewhere = make_house()
    for person in [*elsewhere.by_role.values(), elsewhere.stranger]:
        assert seen_by(person) == set()
        assert not access.can_enter(person, house.authority)


def test_superuser_without_an_office_sees_nothing(house):
    Case.sent(house)
    house.stranger.is_superuser = True
    house.stranger.save()
    assert seen_by(house.stranger) == set()


def test_auditors_grant_opens_that_authority_for_its_days_only(house):
    case = Case.sent(house)
    supervisor = make_person("Thanh Tra", authority=make_house().authority)
    assert seen_by(supervisor) == set()
    held = give_role(supervisor, Role.AUDITOR, house.authority, until_on=day("31/12/2099"))
    assert seen_by(supervisor) == {case.pk}
    held.until_on = day("31/12/2025")
    held.save()
    supervisor.__dict__.pop("current_roles")
    assert seen_by(supervisor) == set()


def test_grant_that_begins_later_opens_nothing_yet(house):
    Case.sent(house)
    person = make_person("Sắp Nhận Việc", authority=house.authority)
    give_role(person, Role.FOCAL_OFFICER, house.authority, since_on=day("01/01/2099"))
    assert seen_by(person) == set()


def test_anonymous_and_disabled_see_nothing(house):
    Case.sent(house)
    house.officer.is_active = False
    assert seen_by(AnonymousUser()) == set()
    assert seen_by(house.officer) == set()


# --- originating units -----------------------------------------------------------------------------------------------
def test_unit_sees_the_cases_it_holds_and_those_it_was_asked_about(house):
    other_unit = UnitFactory(authority=house.authority)
    neighbour = make_person("Hàng Xóm", Role.ORIGINATING_UNIT, authority=house.authority, unit=other_unit)
    not_ours = Case.sent(house)
    held = Case.sent(house).assign(unit=house.land_unit)
    asked = Case.sent(house).accept().collect()
    assert seen_by(house.originator) == {held.pk, asked.pk}
    assert seen_by(neighbour) == set()
    assert not_ours.pk not in seen_by(house.originator)


def test_unit_asked_twice_sees_the_case_once(house):
    asked = Case.sent(house).accept().consult().consult()
    found = access.visible_to(house.originator, InformationRequest.objects.all())
    assert list(found.values_list("pk", flat=True)) == [asked.pk]


# --- files -----------------------------------------------------------------------------------------------------------
def test_staff_open_clean_files_of_cases_they_handle(house):
    case = Case.sent(house, files=[stored_file(role="SENT")])
    sent = case.now.attachments.get()
    opens = {role for role, person in house.by_role.items() if access.can_open_file(person, sent)}
    whole = {role for role, rights in OFFICES.items() if {"cases", "names"} <= set(rights.split())}
    assert opens == whole
    case.accept().collect()
    assert access.can_open_file(house.originator, sent)


@pytest.mark.parametrize("state", [FileState.QUARANTINE, FileState.INFECTED, FileState.FAILED])
def test_nobody_opens_a_file_that_was_not_found_clean(house, state):
    case = Case.sent(house, files=[stored_file(role="SENT", state=state)])
    assert not access.can_open_file(house.officer, case.now.attachments.get())
    assert not access.files_for_requester(case.now).exists()


def names_for_requester(case):
    return sorted(access.files_for_requester(case.now).values_list("name", flat=True))


def test_requester_gets_own_files_at_once_and_answers_only_once_given(house):
    case = Case.sent(house, files=[stored_file("don.pdf", role="SENT")])
    case.accept().review().add_file(stored_file("tra-loi.pdf")).check_file().release_file()
    assert names_for_requester(case) == ["don.pdf"]
    case.propose_to_provide().approve().issue()
    assert names_for_requester(case) == ["don.pdf"]
    case.provide()
    assert names_for_requester(case) == ["don.pdf", "tra-loi.pdf"]


def test_requester_never_gets_what_was_taken_out_or_signed_inside(house):
    case = Case.sent(house).accept().review().add_file(stored_file("nham.pdf")).check_file().release_file()
    case.do(holdings.remove_file, attachment=case.answer_file, reason="Nhầm tệp", by=house.officer)
    case.propose_to_provide().record_signature(file=stored_file("ban-ky.pdf")).issue(
        file=stored_file("ban-dau.pdf")
    ).provide()
    assert names_for_requester(case) == []


@pytest.mark.parametrize("end", [Status.REFUSED, Status.WITHDRAWN])
def test_checked_files_of_a_case_that_was_not_provided_are_never_given(house, end):
    case = Case.sent(house).accept().add_cleared_file()
    if end == Status.REFUSED:
        case.propose_to_refuse().approve().issue()
    else:
        case.withdraw()
    assert case.now.status == end
    assert names_for_requester(case) == []


def test_file_of_a_refused_piece_is_not_given_with_the_others(house):
    case = Case.sent(house, pieces=("Danh sách hộ dân được bồi thường",)).accept().review()
    for position, name in ((1, "cung-cap.pdf"), (2, "tu-choi.pdf")):
        case.add_file(stored_file(name), piece=case.piece(position)).check_file().release_file()
    case.classify_all().propose("PROVIDE", "REFUSE").approve().issue("RESOLUTION").issue("REFUSAL").provide()
    assert case.now.status == Status.PROVIDED_PARTLY
    assert names_for_requester(case) == ["cung-cap.pdf"]


def test_file_given_at_once_reaches_the_requester(house):
    """One person suffices for what is already cleared (readings.md 8.1)."""
    case = Case.sent(house).accept().add_file(stored_file("chua-kiem-tra.pdf")).later(hours=1)
    case.provide_at_once(files=[stored_file("da-cong-khai.pdf")])
    assert names_for_requester(case) == ["da-cong-khai.pdf"]


def test_gate_asks_nothing_more_however_many_cases_there_are(house, django_assert_num_queries):
    for _ in range(3):
        case_in(Status.ACCEPTED, house)
    assert house.officer.current_roles
    with django_assert_num_queries(1):
        assert len(access.visible_to(house.officer, InformationRequest.objects.all())) == 3
