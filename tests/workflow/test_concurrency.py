"""Many at once, on real threads and connections: one intention, one case; one decision; numbers without holes (SC01, SC05)."""

from threading import Barrier, Thread

import pytest
from django.db import IntegrityError, connection

from cms.audit.verify import verify
from cms.core.errors import DomainError, StaleView
from cms.core.models import Mail
from tests.factories.core import make_house
from tests.factories.moments import moment
from tests.factories.workflow import A_MONDAY, Case, answers, stored_file
from workflow.choices import DecisionKind, Outcome, Status
from workflow.models import Decision, InformationRequest, Letter, Requester
from workflow.services import intake

pytestmark = pytest.mark.django_db(transaction=True)

CROWD = 50
#: Fewer where two crowds may run beside each other: a PostgreSQL server takes a hundred connections.
SMALLER_CROWD = 25


def together(*calls):
    """Every call on a thread and connection of its own, begun at the same moment; results or exceptions, in order."""
    start, results = Barrier(len(calls)), [None] * len(calls)

    def run(place, call):
        try:
            start.wait(timeout=60)
            results[place] = call()
        except Exception as error:
            results[place] = error
        finally:
            connection.close()

    threads = [Thread(target=run, args=pair) for pair in enumerate(calls)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=300)
    return results


def failures(results):
    return [result for result in results if isinstance(result, Exception)]


def send(house, key, **words):
    files = words.pop("files", ())
    return intake.submit(authority=house.authority, answers=answers(**words), key=key, files=files, at=moment(A_MONDAY))


# --- sending ---------------------------------------------------------------------------------------------------------
def test_fifty_sendings_of_one_intention_make_one_case():
    house = make_house()
    results = together(*[lambda: send(house, "mot-y-dinh")] * CROWD)
    assert failures(results) == []
    assert len({info_request.pk for info_request, _is_new in results}) == 1
    assert [is_new for _info_request, is_new in results].count(True) == 1
    assert InformationRequest.objects.count() == Requester.objects.count() == 1
    assert sorted(Mail.objects.values_list("kind", flat=True)) == ["new_request", "received"]
    assert verify().problem is None


def test_numbers_of_cases_are_unique_and_without_holes_although_some_sendings_fail():
    """S4: a counter row, not max()+1; a sending that is rolled back gives its number back."""
    house = make_house()
    taken = stored_file()
    send(house, "dau-tien", files=(taken,))

    def call(number):
        if number % 3:
            return lambda: send(house, f"khoa-{number}")
        return lambda: send(house, f"khoa-{number}", files=(taken,))  # its file already belongs to another case

    results = together(*[call(number) for number in range(24)])
    assert {type(failure) for failure in failures(results)} == {IntegrityError}
    assert len(failures(results)) == 8
    numbers = sorted(InformationRequest.objects.values_list("code", flat=True))
    assert numbers == [f"{house.authority.case_prefix}-261102-{n:04d}" for n in range(1, 18)]
    assert verify().problem is None


# --- deciding --------------------------------------------------------------------------------------------------------
def test_many_clicks_on_one_view_accept_once():
    case = Case.sent(make_house())
    results = together(
        *[lambda: intake.accept(info_request=case.now, seen=1, by=case.house.officer, at=case.at)] * SMALLER_CROWD
    )
    assert {type(failure) for failure in failures(results)} == {StaleView}
    assert len(failures(results)) == SMALLER_CROWD - 1
    assert (case.now.status, case.now.version) == (Status.ACCEPTED, 2)
    assert case.now.history.count() == 2


def test_two_officers_decide_the_same_case_and_one_of_them_only():
    """A provides, B refuses, within the same second: one proposal, and the other sees what changed."""
    house = make_house()
    case = Case.sent(house).accept().review().classify()
    seen = case.now.version
    give, refuse = Case(house, case.now, case.at), Case(house, case.now, case.at)
    results = together(
        lambda: give.propose(Outcome.PROVIDE, seen=seen, by=house.officer),
        lambda: refuse.propose(Outcome.REFUSE, seen=seen, by=house.second_officer),
    )
    assert [type(failure) for failure in failures(results)] == [StaleView]
    assert Decision.objects.filter(info_request=case.pk).count() == 1
    assert case.now.version == seen + 1
    assert verify().problem is None


def test_two_signers_sign_once_and_one_paper_is_drawn_up():
    house = make_house()
    case = Case.sent(house).accept().propose_to_refuse()
    seen = case.now.version
    first, second = Case(house, case.now, case.at), Case(house, case.now, case.at)
    results = together(
        lambda: first.approve(seen=seen, by=house.signer),
        lambda: second.approve(seen=seen, by=house.head_of_authority),
    )
    assert [type(failure) for failure in failures(results)] == [StaleView]
    assert Letter.objects.filter(info_request=case.pk).count() == 1


def test_two_clerks_who_type_the_same_number_issue_it_once():
    """The book's number is unique in the authority and the year, whoever commits first (S4)."""
    house = make_house()
    cases = [Case.sent(house).accept().propose_to_refuse().approve() for _ in range(2)]
    results = together(*[lambda case=case: case.issue(number="7", symbol="TB-SXD") for case in cases])
    assert [type(failure) for failure in failures(results)] == [DomainError]
    assert failures(results)[0].field == "number"
    assert sorted(case.now.status for case in cases) == [Status.ACCEPTED, Status.REFUSED]
    assert Letter.objects.filter(number="7").count() == 1
    assert verify().problem is None


def test_requester_withdraws_while_the_signer_signs_and_both_are_told_the_truth():
    house = make_house()
    case = Case.sent(house).accept().propose_extension()
    seen = case.now.version
    signs, withdraws = Case(house, case.now, case.at), Case(house, case.now, case.at)
    results = together(
        lambda: signs.approve(DecisionKind.EXTENSION, seen=seen),
        lambda: withdraws.withdraw(seen=seen),
    )
    assert [type(failure) for failure in failures(results)] == [StaleView]
    ended = case.now.status == Status.WITHDRAWN
    assert case.decision(DecisionKind.EXTENSION).is_live is not ended
