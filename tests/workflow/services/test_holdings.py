"""Files that may be given: checked by one, released by another (readings.md 8.1; D18 Điều 7)."""

import pytest
from django.db import IntegrityError, transaction

from cms.core.errors import DomainError, NotAllowed
from tests.factories.moments import moment
from tests.factories.undoing import undone
from tests.factories.workflow import Case, stored_file
from tests.workflow.services.record import last_act
from workflow.choices import FileRole, FileState
from workflow.services import holdings
from workflow.transitions import ImpossibleMove

pytestmark = pytest.mark.django_db


@pytest.fixture
def case(house):
    return Case.sent(house, pieces=("Bản đồ",)).accept()


def remove(case, **words):
    given = {"attachment": case.answer_file, "reason": "Nhầm tệp", "by": case.house.officer}
    return case.do(holdings.remove_file, **given | words)


def test_file_becomes_an_answer_whatever_the_door_called_it(case, house):
    case.add_file(stored_file(role="SENT"), piece=case.piece(2))
    file = case.answer_file
    assert (file.role, file.piece, file.added_by) == (FileRole.ANSWER, case.piece(2), house.officer)
    assert last_act(case)["data"]["sha256"] == file.sha256


def test_two_people_check_before_anything_is_given(case, house):
    case.add_file().check_file(by=house.officer).later(hours=1).release_file(by=house.head)
    file = case.answer_file
    assert (file.checked_by, file.released_by) == (house.officer, house.head)
    assert file.released_at == case.at
    assert file in case.now.attachments.released()


def test_first_checker_never_releases(case, house):
    case.add_file().check_file(by=house.officer)
    with pytest.raises(NotAllowed, match="Cần một người khác"):
        case.release_file(by=house.officer)
    assert case.answer_file.released_by is None


def test_database_itself_knows_of_the_two_people(case, house):
    case.add_file().check_file(by=house.officer)
    file = case.answer_file
    file.released_by, file.released_at = house.officer, moment("03/11/2026")
    with pytest.raises(IntegrityError, match="release_by_two_people"), transaction.atomic():
        file.save()


def test_release_follows_the_check_and_each_is_done_once(case):
    case.add_file()
    with pytest.raises(DomainError, match="chưa kiểm tra"):
        case.release_file()
    case.check_file()
    with pytest.raises(DomainError, match="đã được kiểm tra lần một"):
        case.check_file()
    case.release_file()
    with pytest.raises(DomainError, match="đã được cho giao"):
        case.release_file()


def test_row_and_database_agree_on_what_is_released(case):
    def agreed():
        files = case.now.attachments.all()
        assert [file for file in files if file.is_released] == list(case.now.attachments.released())
        return len([file for file in files if file.is_released])

    case.add_file()
    assert agreed() == 0
    case.check_file()
    assert agreed() == 0
    case.release_file()
    assert agreed() == 1
    for change in ({"role": "SENT"}, {"state": FileState.QUARANTINE}, {"inspection": "HELD"}, {"removed_at": case.at}):
        with undone():
            file = case.answer_file
            for name, value in change.items():
                setattr(file, name, value)
            file.save()
            assert agreed() == 0


@pytest.mark.parametrize("state", [FileState.QUARANTINE, FileState.INFECTED, FileState.FAILED])
def test_file_not_found_clean_is_neither_checked_nor_released(case, state):
    case.add_file(stored_file(state=state))
    with pytest.raises(DomainError, match="chưa được kiểm tra mã độc"):
        case.check_file()


def test_file_of_another_case_or_role_is_not_ours_to_give(case, house):
    other = Case.sent(house).accept().add_file()
    with pytest.raises(NotAllowed):
        case.add_file().check_file(other.answer_file)
    with pytest.raises(NotAllowed):
        case.add_file(piece=other.piece())
    sent = Case.sent(house, files=[stored_file(role="SENT")]).accept().add_file()
    with pytest.raises(NotAllowed):
        sent.check_file(sent.now.attachments.get(role="SENT"))


def test_file_taken_out_stays_on_record_and_is_never_given(case):
    case.add_file().check_file().release_file()
    remove(case)
    file = case.now.attachments.get()
    assert file.removed_at == case.at
    assert not case.now.attachments.released().exists()
    assert last_act(case)["kind"] == "request.file_removed"
    with pytest.raises(NotAllowed):
        remove(case, attachment=file)


def test_taking_out_says_why(case):
    case.add_file()
    with pytest.raises(DomainError) as slip:
        remove(case, reason=" ")
    assert slip.value.field == "reason"


def test_file_found_infected_can_be_taken_out(case):
    """Otherwise it would stand in the way of giving the others."""
    case.add_file(stored_file(state=FileState.INFECTED))
    remove(case)
    assert not case.now.attachments.to_release().exists()


def test_files_are_added_after_acceptance_only(house):
    with pytest.raises(ImpossibleMove):
        Case.sent(house).add_file()
