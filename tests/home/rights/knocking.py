"""How a door is knocked at: GET and POST, each undone, and what may be on record afterwards."""

from django.test import Client

from cms.audit.models import Entry
from cms.audit.record import REFUSED_ATTEMPT
from home.rights.cells import Kind
from tests.factories.undoing import undone

#: Cells that let their holder act.
MAY = {Kind.ALONE, Kind.PROPOSES, Kind.APPROVES, Kind.RECORDS}
#: What a door answers to them: its form, or that it is done.
OPEN = {200, 302}


def enter(person) -> Client:
    client = Client()
    client.force_login(person, backend="django.contrib.auth.backends.ModelBackend")
    return client


def answers(cell, may_in_another_state: bool, guard_says: str) -> set[int]:
    """The statuses that a cell of the table of moves allows."""
    if cell in MAY:
        return {409} if guard_says else OPEN
    if cell == Kind.OUT:
        return {404}
    return {409} if may_in_another_state else {403}


def knock(client, url, told: dict, expected: set[int], *, by_post_only=False) -> list:
    """What was not as expected: (method, status), or (method, kinds) where a refusal left other entries than its own."""
    wrong, once = [], [[REFUSED_ATTEMPT]]
    recorded = {403: once, 409: once, 404: [[], *once]}
    for method, data in (("get", {}), ("post", told))[by_post_only:]:
        with undone():
            before = Entry.objects.count()
            response = getattr(client, method)(url, data)
            after = Entry.objects.order_by("seq").values_list("kind", flat=True)[before:]
            if response.status_code not in expected:
                wrong.append((method, response.status_code))
            elif list(after) not in recorded.get(response.status_code, [list(after)]):
                wrong.append((method, list(after)))
    return wrong
