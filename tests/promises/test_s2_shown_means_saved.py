"""S2: what was confirmed is on disk, and what failed has left nothing: no case, no number, no history, no mail."""

import pytest
from django.db import OperationalError

from cms.audit.models import Entry
from cms.audit.verify import verify
from cms.core.models import Counter, Mail
from tests.factories.workflow import Case, case_in, stored_file
from workflow import notices
from workflow.models import Attachment, InformationRequest, Letter, Piece, Requester
from workflow.services import acting, new_case

pytestmark = pytest.mark.django_db


class PowerCut(Exception):
    """Whatever breaks in the middle."""


def breaks(*args, **kwargs):
    raise PowerCut


#: Each place where sending writes something, from the first to the last.
PLACES = {
    "the requester": (new_case.requesters, "put_away"),
    "the clock": (new_case.clock, "settle"),
    "the files": (new_case, "attach"),
    "the chain": (acting, "record"),
    "the mails": (notices, "post"),
}


def everything():
    counted = (InformationRequest, Requester, Piece, Attachment, Mail, Entry, Letter)
    rows = {model.__name__: model.objects.count() for model in counted}
    history = InformationRequest.history.count() + Requester.history.count() + Letter.history.count()
    return rows | {"history": history, "numbers": sorted(Counter.objects.values_list("name", "value"))}


@pytest.mark.parametrize("place", PLACES)
def test_sending_that_breaks_anywhere_leaves_nothing(house, monkeypatch, place):
    before = everything()
    monkeypatch.setattr(*PLACES[place], breaks)
    with pytest.raises(PowerCut):
        Case.sent(house, files=[stored_file(role="SENT")])
    assert everything() == before
    monkeypatch.undo()
    case = Case.sent(house, files=[stored_file(role="SENT")])
    assert case.now.code.endswith("-0001")
    assert verify().problem is None


@pytest.mark.parametrize("place", [(acting, "record"), (notices, "post")], ids=["the chain", "the mails"])
def test_refusal_that_breaks_while_it_is_issued_is_not_issued(house, monkeypatch, place):
    case = Case.sent(house).accept().propose_to_refuse().approve()
    before, entries = case.now, everything()
    monkeypatch.setattr(*place, breaks)
    with pytest.raises(PowerCut):
        case.issue()
    assert everything() == entries
    assert (case.now.status, case.now.version) == (before.status, before.version)
    assert case.letter().number == ""


def test_database_that_says_no_leaves_nothing(house, monkeypatch):
    before = everything()

    def locked(*args, **kwargs):
        raise OperationalError("database is locked")

    monkeypatch.setattr(Piece, "save", locked)
    with pytest.raises(OperationalError):
        Case.sent(house)
    assert everything() == before


def test_confirmed_request_its_history_its_entry_and_its_mails_are_all_there(house):
    before = everything()
    case = Case.sent(house, files=[stored_file(role="SENT")])
    after = everything()
    grown = {name: after[name] - before[name] for name in after if name != "numbers"}
    assert grown == {
        "InformationRequest": 1,
        "Requester": 1,
        "Piece": 1,
        "Attachment": 1,
        "Mail": 2,
        "Entry": 1,
        "Letter": 0,
        "history": 2,
    }
    assert case.now.history.count() == 1


def test_every_state_can_be_reached_with_a_whole_record(house):
    case_in("PROVIDED_PARTLY", house)
    result = verify()
    assert result.problem is None
    assert result.rows > 20
