"""Fifty clients issue papers at once while processes are killed at random: what the books hold afterwards (S4).

MB_LOAD_CLIENTS and MB_LOAD_SECONDS set how many and for how long; `make test-heavy` runs them with 50 and 60. Each client is a
process of its own, so that SIGKILL ends it wherever it stands, in the middle of a statement or of a commit.
"""

import os
import random
import signal
import sys
import time
from itertools import count
from multiprocessing import Value

import pytest
from django.db import OperationalError, connection, connections

from cms.audit.verify import verify
from cms.core.errors import DomainError
from cms.core.numbers import Counter
from tests.factories.core import make_house
from tests.factories.moments import moment
from tests.factories.workflow import A_MONDAY, Case
from workflow import letters
from workflow.choices import LetterForm, LetterState
from workflow.models import InformationRequest, Letter
from workflow.services import delivery, numbering

pytestmark = [pytest.mark.heavy, pytest.mark.django_db(transaction=True)]

CLIENTS = int(os.environ.get("MB_LOAD_CLIENTS", "50"))
SECONDS = float(os.environ.get("MB_LOAD_SECONDS", "60"))
AT = moment(A_MONDAY)
#: Numbers that the clients of the registry's own book type: few enough that they meet.
TYPED = 400


def run(client):
    """Let every client work until the time is over, killing one after another; returns how many were killed."""
    random.seed(20261122)
    runs, killed = count(), 0
    connections.close_all()  # a child must not share its parent's connection
    stop_at = Value("d", time.monotonic() + 3600)  # shared: the time begins when the last client stands
    children = {fork(client, place, next(runs), stop_at): place for place in range(CLIENTS)}
    stop_at.value = time.monotonic() + SECONDS
    while time.monotonic() < stop_at.value - 1:
        time.sleep(random.uniform(0.02, 0.2))
        victim = random.choice(list(children))
        os.kill(victim, signal.SIGKILL)
        os.waitpid(victim, 0)
        killed += 1
        place = children.pop(victim)
        children[fork(client, place, next(runs), stop_at)] = place
    ends = [os.waitpid(child, 0)[1] for child in children]
    assert set(ends) == {0}, "a client ended by an error of its own"
    return killed


def fork(client, place, run, stop_at):
    """A client as a process; it works until `stop_at`, and leaves without pytest's own ending."""
    child = os.fork()
    if child:
        return child
    status = 1
    # The drawing program's own threads do not live on in a forked process; what is counted here are the numbers.
    letters.to_pdf = lambda paper: b"%PDF-1.7\n%%EOF"
    try:
        chance = random.Random(run)
        while time.monotonic() < stop_at.value:
            try:
                client(place, chance)
            except OperationalError as busy:
                if "locked" not in str(busy):  # SQLite's one writer kept this client waiting for too long
                    raise
        status = 0
    except BaseException as error:
        os.write(sys.__stderr__.fileno(), f"client {place}: {error!r}\n".encode())
    finally:
        os._exit(status)


def one_paper(house, case, **words):
    """Draw up a notice of the time limit and issue it; a request may get any number of them."""
    info_request = InformationRequest.objects.get(pk=case)
    letter = info_request.letters.filter(state=LetterState.DRAFT).first()
    if letter is None:
        letter = Letter(
            info_request=info_request,
            authority=house.authority,
            form=LetterForm.TIME_LIMIT,
            drafted_by=house.officer,
            drafted_at=AT,
        )
        letter.save(by=house.officer)
    given = {"symbol": "TB-SXD", "by": house.registry, "at": AT}
    return delivery.issue_letter(info_request=info_request, seen=None, letter=letter, **given | words)


def cases_of(house):
    return [Case.sent(house).accept().pk for _ in range(CLIENTS)]


def told(what, **figures):
    """The figures beside the result; shown with -s."""
    shown = " ".join(f"{name}={value}" for name, value in figures.items())
    sys.stdout.write(f"{connection.vendor} {what} {shown}\n")


def test_a_book_kept_here_has_no_hole_and_no_double():
    house = make_house()
    words = {"authority": house.authority, "year": 2026, "basis": "Quy chế văn thư", "at": AT}
    series = numbering.open_book(series=numbering.propose_book(**words, by=house.registry), by=house.head, at=AT)
    cases = cases_of(house)

    killed = run(lambda place, chance: one_paper(house, cases[place]))

    numbers = sorted(series.letters.values_list("series_number", flat=True))
    told("book", clients=CLIENTS, seconds=SECONDS, killed=killed, issued=len(numbers))
    assert len(numbers) >= SECONDS
    assert killed >= 5
    assert numbers == list(range(1, len(numbers) + 1))
    assert Counter.objects.get(name=series.counter).value == len(numbers)
    assert Letter.objects.filter(state=LetterState.ISSUED).count() == len(numbers)
    assert verify().problem is None


def test_numbers_of_the_registry_are_refused_the_second_time(tmp_path):
    house = make_house()
    cases, refusals = cases_of(house), tmp_path / "refused"

    def client(place, chance):
        try:
            one_paper(house, cases[place], number=str(chance.randrange(1, TYPED)), issued_on=AT.date())
        except DomainError as double:
            if double.field != "number":
                raise
            with refusals.open("ab") as file:
                file.write(b".")

    killed = run(client)

    issued = list(Letter.objects.filter(state=LetterState.ISSUED).values_list("number", flat=True))
    told(
        "registry",
        clients=CLIENTS,
        seconds=SECONDS,
        killed=killed,
        issued=len(issued),
        refused=len(refusals.read_bytes()),
    )
    assert killed >= 5
    assert len(issued) == len(set(issued)) > 0
    assert refusals.read_bytes()
    assert verify().problem is None
