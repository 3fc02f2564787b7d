"""Every cell of requests, role by state by move: what the moves allow, what the screens offer, what a direct POST answers."""

from dataclasses import replace

import pytest
from django.core.cache import cache
from django.http import Http404
from django.test import RequestFactory
from django.urls import reverse
from django.utils import timezone

from cms.core.dates import short, today
from cms.core.errors import NotAllowed
from cms.core.models import Authority, Unit
from home.rights import cells
from home.rights.cells import Kind
from tests.factories.core import make_house
from tests.factories.undoing import undone
from tests.factories.workflow import case_in
from tests.home.rights import people
from tests.home.rights.knocking import MAY, OPEN, answers, enter, knock
from workflow import transitions
from workflow.choices import DecisionKind, DecisionState, Outcome, Status
from workflow.desk.case import CaseView
from workflow.desk.doors import DOOR_OF, INNER, SIGNED_ON_THE_SIGNING_PAGE
from workflow.models import Decision, InformationRequest
from workflow.transitions import MOVES, ImpossibleMove

#: Roles that are asked through the desk; the requester has doors of their own.
STAFF = [column for column in cells.COLUMNS if column != cells.REQUESTER]
OWN_DOORS = [move for move in MOVES.values() if move.name in DOOR_OF]
SIGNED = {
    "approve_valid_on": {"kind": DecisionKind.VALID_ON, "day": today()},
    "approve_correction": {"kind": DecisionKind.CORRECT_ENTRY, "day": today(), "day_field": "sent_on"},
    "approve_extension": {"kind": DecisionKind.EXTENSION, "amount": 5, "reason_code": "SEARCH", "plain_words": "Tìm"},
    "approve_refusal": {"kind": DecisionKind.ANSWER, "outcome": Outcome.REFUSE},
    "approve_provision": {"kind": DecisionKind.ANSWER, "outcome": Outcome.PROVIDE},
}


# --- the moves themselves: every cell --------------------------------------------------------------------------------
def answer(name, thing, person):
    try:
        transitions.check(name, thing, person, today())
    except (NotAllowed, ImpossibleMove) as error:
        return str(error)
    return "yes"


def test_every_cell_is_what_the_moves_answer(monkeypatch):
    authority, unit = Authority(pk=1), Unit(pk=1)
    info_request, knocking = InformationRequest(authority=authority, unit=unit), people.unsaved(authority, unit)
    for name, move in MOVES.items():
        monkeypatch.setitem(MOVES, name, replace(move, guard=None))
    wrong, looked_at = [], 0
    for status in Status:
        info_request.status = status
        for move in MOVES.values():
            for column, person in knocking.items():
                found, cell = answer(move.name, info_request, person), cells.case_cell(move, status, column)
                looked_at += 1
                if (found == "yes") != (cell in MAY):
                    wrong.append((status, move.name, column, cell, found))
    assert wrong == []
    assert looked_at == len(Status) * len(MOVES) * len(cells.COLUMNS)


def test_second_halves_are_those_that_refuse_the_first_persons_hand():
    approving = {name for name in MOVES if name.startswith(("approve_", "release_"))}
    assert approving | {"return_draft", "record_signature"} == transitions.SECOND_HALVES
    assert all(MOVES[name].second_person for name in approving)


def test_moves_inside_another_ones_page_are_for_the_same_people():
    """What happens when a paper is issued, or given, has no page of its own: the page's own move stands for it."""
    outer = {"provide_partly": "provide"}
    for name in INNER - SIGNED_ON_THE_SIGNING_PAGE:
        assert MOVES[name].by == MOVES[outer.get(name, "issue_letter")].by, name


# --- the screens: what a case page offers ----------------------------------------------------------------------------
@pytest.fixture
def house(db):
    cache.clear()
    return make_house()


def case_of(house, status):
    """A case of today in that state, in the hands of the land unit."""
    info_request = case_in(status, house, on=short(today())).now
    info_request.unit = house.land_unit
    info_request.save()
    return info_request


def lay_facts_aside(patch):
    """What a role may do in a state is then offered, whether or not there is something to do it with."""
    for name, move in MOVES.items():
        patch.setitem(MOVES, name, replace(move, guard=None))
    patch.setattr(transitions, "_another_proposed", lambda info_request, by: True)
    patch.setattr(CaseView, "is_idle", lambda self, name: False)
    patch.setattr(CaseView, "to_sign_url", lambda self, name: f"/ky/{name}/")


def offered(info_request, person):
    """Addresses of the moves on this person's case page; None where the case is not there for them."""
    view, request = CaseView(), RequestFactory().get("/")
    request.user = person
    view.setup(request, code=info_request.code)
    try:
        steps = view.steps()
    except Http404:
        return None
    found = {step.url for step in (steps["first"], *steps["main"], *steps["other"]) if step}
    note = reverse("desk:move", args=[info_request.code, DOOR_OF["add_note"].slug])
    return found | ({note} if view.note_form() else set())


def to_be_offered(info_request, status, column):
    """The same as the table has it."""
    told = {move.name: cells.case_cell(move, status, column) for move in MOVES.values()}
    if Kind.OUT in told.values():
        return None
    own = {
        name: reverse("desk:move", args=[info_request.code, DOOR_OF[name].slug]) for name in MOVES if name in DOOR_OF
    }
    own |= {name: f"/ky/{name}/" for name in SIGNED_ON_THE_SIGNING_PAGE}
    return {url for name, url in own.items() if told[name] in MAY}


# --- the doors: what a direct GET and POST answers -------------------------------------------------------------------
def knock_at_moves(info_request, column, person, moves, *, spare=False):
    """`spare`: a door that the case page does not offer is knocked at by POST only."""
    client, status, wrong = enter(person), info_request.status, []
    for move in moves:
        url = reverse("desk:move", args=[info_request.code, DOOR_OF[move.name].slug])
        cell = cells.case_cell(move, status, column)
        why_not = move.guard(info_request, today()) if move.guard else ""
        expected = answers(cell, column in move.by, why_not)
        shut = spare and expected != OPEN
        found = knock(client, url, {"seen": info_request.version}, expected, by_post_only=shut)
        wrong += [(column, move.name, *one) for one in found]
    return wrong


def knock_at_the_signing_page(info_request, column, person, name, proposer):
    """With a proposal of that kind waiting, whatever the case's state makes of it."""
    move, status = MOVES[name], info_request.status
    with undone():
        for old in info_request.decisions.live():
            old.state = DecisionState.OVERTAKEN
            old.save(by=proposer)
        decision = Decision(info_request=info_request, proposed_by=proposer, proposed_at=timezone.now(), **SIGNED[name])
        decision.save(by=proposer)
        expected = answers(cells.case_cell(move, status, column), column in move.by, "")
        url = reverse("desk:sign", args=[decision.pk])
        found = knock(enter(person), url, {"seen": info_request.version}, expected)
    return [(column, name, *one) for one in found]


@pytest.mark.parametrize("status", list(Status))
def test_the_case_page_offers_exactly_the_cells(house, status):
    """The page for every role; behind it a sample of doors that comes by every state, every role and every move."""
    info_request, number, knocking = case_of(house, status), list(Status).index(status), people.of(house)
    with pytest.MonkeyPatch.context() as patch:
        lay_facts_aside(patch)
        for column, person in knocking.items():
            assert offered(info_request, person) == to_be_offered(info_request, status, column), column
    wrong = []
    for column in STAFF[number % 7 :: 7]:
        place = number * 7 + STAFF.index(column) * 11
        moves = [OWN_DOORS[(place + step) % len(OWN_DOORS)] for step in (0, 5)]
        wrong += knock_at_moves(info_request, column, knocking[column], moves)
        name = list(SIGNED)[(number + STAFF.index(column)) % len(SIGNED)]
        wrong += knock_at_the_signing_page(info_request, column, knocking[column], name, house.second_officer)
    assert wrong == []


@pytest.mark.heavy
@pytest.mark.parametrize("status", list(Status))
def test_every_door_answers_what_its_cell_says(house, status):
    info_request, wrong = case_of(house, status), []
    for column, person in people.of(house).items():
        wrong += knock_at_moves(info_request, column, person, OWN_DOORS, spare=True)
        for name in SIGNED:
            wrong += knock_at_the_signing_page(info_request, column, person, name, house.second_officer)
    assert wrong == []
