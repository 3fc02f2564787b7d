"""Every cell of requests for correction: what the moves allow, what the page offers, what a direct POST answers."""

from dataclasses import replace

import pytest
from django.core.cache import cache
from django.urls import reverse

from cms.core.dates import today
from cms.core.errors import NotAllowed
from cms.core.models import Authority, Unit
from home.rights import cells
from tests.factories import corrections as make_corrections
from tests.factories.core import make_house
from tests.home.rights import people
from tests.home.rights.knocking import MAY, answers, enter, knock
from workflow import correction_moves
from workflow.choices import CORRECTION_OPEN, CorrectionStatus
from workflow.desk.corrections.doors import DOOR_OF
from workflow.models import CorrectionRequest
from workflow.transitions import ImpossibleMove

MOVES = correction_moves.MOVES


def test_every_cell_is_what_the_moves_answer(monkeypatch):
    authority, unit = Authority(pk=1), Unit(pk=1)
    correction = CorrectionRequest(authority=authority, asked_unit=unit, proposed_by_id=99)
    knocking, wrong = people.unsaved(authority, unit), []
    del knocking[cells.REQUESTER]  # reads the answer by the code, and has no move
    for name, move in MOVES.items():
        monkeypatch.setitem(MOVES, name, replace(move, guard=None))
    for status in CorrectionStatus:
        correction.status = status
        for move in MOVES.values():
            for column, person in knocking.items():
                try:
                    correction_moves.check(move.name, correction, person, today())
                    found = True
                except (NotAllowed, ImpossibleMove):
                    found = False
                if found != (cells.correction_cell(move, status, column) in MAY):
                    wrong.append((status, move.name, column, found))
    assert wrong == []


@pytest.fixture
def house(db):
    cache.clear()
    return make_house()


def correction_in(house, status):
    """One about a published item, proposed by the second officer after the land unit was asked, brought to the state."""
    correction = make_corrections.proposed(house)
    correction.asked_unit, correction.proposed_by = house.land_unit, house.second_officer
    correction.status = status
    if status not in CORRECTION_OPEN:
        correction.outcome, correction.right_place = status, "Sở Tài chính" if status == "NOT_OURS" else ""
        correction.closed_at, correction.outcome_on = correction.sent_at, correction.sent_on
        correction.decided_by = house.head
    correction.save()
    return correction


def knock_at(correction, column, person):
    """The page and every door of one person: what is offered is what the cells say, and so answer the doors."""
    client, wrong = enter(person), []
    page = client.get(reverse("desk:correction", args=[correction.code]))
    html = page.content.decode() if page.status_code == 200 else ""
    for name, move in MOVES.items():
        cell = cells.correction_cell(move, correction.status, column)
        why_not = move.guard(correction, today()) if move.guard else ""
        url = reverse("desk:correction_move", args=[correction.code, DOOR_OF[name].slug])
        if (url in html) != (cell in MAY and not why_not):
            wrong.append((column, name, "offered" if url in html else "not offered"))
        expected = answers(cell, column in move.by, why_not)
        found = knock(client, url, {"seen": correction.version}, expected)
        wrong += [(column, name, *one) for one in found]
    return wrong


@pytest.mark.parametrize("status", list(CorrectionStatus))
def test_page_and_doors_answer_what_the_cells_say_here_and_there(house, status):
    correction, number = correction_in(house, status), list(CorrectionStatus).index(status)
    knocking = list(people.of(house).items())[number::7]
    assert [slip for column, person in knocking for slip in knock_at(correction, column, person)] == []


@pytest.mark.heavy
@pytest.mark.parametrize("status", list(CorrectionStatus))
def test_page_and_doors_answer_what_every_cell_says(house, status):
    correction = correction_in(house, status)
    assert [slip for column, person in people.of(house).items() for slip in knock_at(correction, column, person)] == []
