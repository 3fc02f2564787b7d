"""What an act costs the database: at most 20 statements to send, 18 for a move at the desk, and one commit each.

Counted are SELECT, INSERT, UPDATE, DELETE and SAVEPOINT of a warm call, for a request of one piece; every further piece
that an act writes costs two more.
"""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.factories.core import make_house
from tests.factories.moments import moment
from tests.factories.workflow import A_MONDAY, Case, answers, case_in
from workflow import transitions
from workflow.choices import DecisionKind, LetterForm, Outcome, Status
from workflow.models import InformationRequest
from workflow.services import intake

SENDING, MOVE = 20, 18
COUNTED = ("SELECT", "INSERT", "UPDATE", "DELETE", "SAVEPOINT")


def received(house):
    return Case.sent(house)


def accepted(house):
    return Case.sent(house).accept()


def classified(house):
    return Case.sent(house).accept().review().classify()


def priced(house):
    case = classified(house)
    return case.propose(Outcome.PROVIDE, terms=case.costing()).approve()


# the move, the road before it, the act that is measured
MOVES = {
    "confirm_assisted": (Case.by_phone, lambda case: case.confirm()),
    "accept": (received, lambda case: case.accept()),
    "ask_for_supplement": (received, lambda case: case.ask_for_supplement()),
    "supply": (lambda house: received(house).ask_for_supplement(), lambda case: case.supply()),
    "draft_redirect": (received, lambda case: case.draft_redirect()),
    "issue_redirect": (lambda house: received(house).draft_redirect(), lambda case: case.issue()),
    "provide_at_once": (received, lambda case: case.provide_at_once()),
    "propose_valid_on": (received, lambda case: case.propose_valid_on(A_MONDAY)),
    "approve_valid_on": (
        lambda house: received(house).propose_valid_on(A_MONDAY),
        lambda case: case.approve_valid_on(),
    ),
    "set_aside": (received, lambda case: case.set_aside()),
    "assign": (accepted, lambda case: case.assign()),
    "collect": (accepted, lambda case: case.collect()),
    "hand_over_information": (lambda house: accepted(house).collect(), lambda case: case.hand_over()),
    "review": (accepted, lambda case: case.review()),
    "classify": (accepted, lambda case: case.classify()),
    "add_file": (accepted, lambda case: case.add_file()),
    "check_file": (lambda house: accepted(house).add_file(), lambda case: case.check_file()),
    "release_file": (lambda house: accepted(house).add_file().check_file(), lambda case: case.release_file()),
    "ask_consent": (accepted, lambda case: case.ask_consent()),
    "record_consent": (lambda house: accepted(house).ask_consent(), lambda case: case.record_consent()),
    "propose_extension": (accepted, lambda case: case.propose_extension()),
    "approve_extension": (
        lambda house: accepted(house).propose_extension(),
        lambda case: case.approve(DecisionKind.EXTENSION),
    ),
    "issue_extension": (
        lambda house: accepted(house).propose_extension().approve(DecisionKind.EXTENSION),
        lambda case: case.issue(LetterForm.EXTENSION),
    ),
    "propose_provision": (classified, lambda case: case.propose(Outcome.PROVIDE)),
    "approve_provision": (lambda house: classified(house).propose(Outcome.PROVIDE), lambda case: case.approve()),
    "approve_part": (lambda house: classified(house).propose(Outcome.PROVIDE_PARTLY), lambda case: case.approve()),
    "record_signature": (
        lambda house: classified(house).propose(Outcome.PROVIDE),
        lambda case: case.record_signature(),
    ),
    "issue_resolution": (lambda house: received(house).approved(), lambda case: case.issue()),
    "ask_for_payment": (priced, lambda case: case.issue()),
    "record_payment": (lambda house: priced(house).issue(), lambda case: case.record_payment()),
    "withdraw_payment": (
        lambda house: priced(house).issue().record_payment(),
        lambda case: case.withdraw_payment(),
    ),
    "refund_payment": (
        lambda house: priced(house).issue().record_payment(amount=1_000).decline_cost(),
        lambda case: case.refund_payment(),
    ),
    "provide": (lambda house: received(house).approved().issue(), lambda case: case.provide()),
    "provide_when_paid": (lambda house: priced(house).issue().record_payment(), lambda case: case.provide()),
    "propose_refusal": (accepted, lambda case: case.propose_to_refuse()),
    "return_draft": (lambda house: accepted(house).propose_to_refuse(), lambda case: case.return_draft()),
    "approve_refusal": (lambda house: accepted(house).propose_to_refuse(), lambda case: case.approve()),
    "issue_refusal": (lambda house: accepted(house).propose_to_refuse().approve(), lambda case: case.issue()),
    "decline_cost": (lambda house: priced(house).issue(), lambda case: case.decline_cost()),
    "withdraw": (accepted, lambda case: case.withdraw()),
    "propose_correction": (Case.entered, lambda case: case.propose_correction("sent_on", "01/11/2026")),
    "approve_correction": (
        lambda house: Case.entered(house).propose_correction("sent_on", "01/11/2026"),
        lambda case: case.approve_correction(),
    ),
    "add_note": (accepted, lambda case: case.note()),
}


class Measured:
    """Counts what the services do while it lasts, but not what the story reads to call them."""

    def __init__(self, monkeypatch):
        self.statements = []
        call = Case.do

        def do(case, service, **words):
            def counted(**given):
                if given.get("by") is not None:
                    assert given["by"].current_roles is not None  # read once a request, whatever the act
                with CaptureQueriesContext(connection) as captured:
                    result = service(**given)
                self.statements = [query["sql"].split()[0].strip('";') for query in captured.captured_queries]
                return result

            return call(case, counted, **words)

        monkeypatch.setattr(Case, "do", do)

    @property
    def cost(self):
        return sum(statement in COUNTED for statement in self.statements)

    @property
    def commits(self):
        return self.statements.count("COMMIT")


@pytest.mark.django_db(transaction=True)
def test_every_move_costs_at_most_eighteen_statements_and_one_commit(monkeypatch):
    house, cost, commits = make_house(), {}, {}
    for name, (road, act) in MOVES.items():
        case = road(house)
        with monkeypatch.context() as patch:
            measured = Measured(patch)
            act(case)
            cost[name], commits[name] = measured.cost, measured.commits
    assert {name: number for name, number in cost.items() if number > MOVE} == {}
    assert {name: number for name, number in commits.items() if number != 1} == {}


@pytest.mark.django_db
def test_move_costs_the_same_however_much_has_happened(house, monkeypatch):
    def cost_of_acceptance(case):
        with monkeypatch.context() as patch:
            measured = Measured(patch)
            case.accept()
            return measured.cost

    eventful = Case.sent(house, pieces=("Bản đồ", "Danh sách"))
    for _ in range(3):
        eventful.ask_for_supplement().supply().note()
    assert cost_of_acceptance(eventful) == cost_of_acceptance(Case.sent(house))


@pytest.mark.django_db
def test_facts_read_once_answer_for_every_button(house, django_assert_num_queries):
    """The case page asks about all moves at once; what the guards read is prefetched for it."""
    case = case_in(Status.UNDER_REVIEW, house)
    people = InformationRequest.objects.with_people().prefetch_related(*transitions.FACTS)
    info_request = people.get(pk=case.pk)
    assert house.officer.current_roles
    with django_assert_num_queries(0):
        assert transitions.allowed(info_request, house.officer, case.today)


@pytest.mark.django_db(transaction=True)
def test_sending_costs_at_most_twenty_statements_and_one_commit():
    house = make_house()
    Case.sent(house)
    with CaptureQueriesContext(connection) as captured:
        intake.submit(authority=house.authority, answers=answers(), key="thu-hai", at=moment(A_MONDAY))
    statements = [query["sql"].split()[0].strip('";') for query in captured.captured_queries]
    assert sum(statement in COUNTED for statement in statements) <= SENDING
    assert statements.count("COMMIT") == 1
    assert "SAVEPOINT" not in statements
