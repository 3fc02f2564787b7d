"""S4: case numbers are unique, in order and without holes; the registry's own numbers are entered once."""

import pytest

from cms.core.errors import DomainError
from tests.factories.workflow import Case, case_in, paper
from workflow.models import InformationRequest

pytestmark = pytest.mark.django_db


def numbers():
    return list(InformationRequest.objects.order_by("pk").values_list("code", flat=True))


def test_numbers_follow_one_another_whatever_the_door(house):
    prefix = f"{house.authority.case_prefix}-261102"
    Case.sent(house)
    Case.entered(house, facts=paper(on="02/11/2026"))
    Case.by_phone(house)
    assert numbers() == [f"{prefix}-0001", f"{prefix}-0002", f"{prefix}-0003"]


def test_failed_sending_leaves_no_hole(house):
    Case.sent(house)
    for _ in range(3):
        with pytest.raises(DomainError):
            Case.sent(house, name="")
        with pytest.raises(DomainError):
            Case.entered(house, facts=paper(on="02/11/2026", channel="FAX"))
    Case.sent(house)
    assert [number[-4:] for number in numbers()] == ["0001", "0002"]


def test_external_double_leaves_no_hole(house):
    """It is found out under the lock of the number, which goes back with it."""
    facts = paper(on="02/11/2026", channel="ONE_STOP", external_number="H29-7", external_source="Một cửa")
    Case.entered(house, facts=facts)
    with pytest.raises(DomainError):
        Case.entered(house, facts=facts)
    Case.entered(house)
    assert [number[-4:] for number in numbers()] == ["0001", "0002"]


def test_number_is_never_given_again(house):
    first = Case.sent(house).set_aside().now.code
    assert Case.sent(house).now.code != first


def test_each_authority_and_day_counts_for_itself(house, make_house_with):
    other = make_house_with()
    for where, on in ((house, "02/11/2026"), (other, "02/11/2026"), (house, "03/11/2026")):
        Case.sent(where, on)
    assert [number[-4:] for number in numbers()] == ["0001"] * 3
    assert len(set(numbers())) == 3


def test_letter_numbers_of_the_book_may_leave_gaps_and_never_repeat(house):
    for number in ("3", "9", "120"):
        Case.sent(house).accept().propose_to_refuse().approve().issue(number=number)
    again = Case.sent(house).accept().propose_to_refuse().approve()
    with pytest.raises(DomainError, match="đã dùng"):
        again.issue(number="9")


def test_paper_has_no_number_before_it_is_issued(house):
    case = case_in("APPROVED_TO_PROVIDE", house)
    assert case.letter().label == ""
