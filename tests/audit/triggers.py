"""The one way tests get round the chain's triggers: to empty tables, and to play the intruder."""

from contextlib import contextmanager

from django.db import connections

from cms.audit import guards


@contextmanager
def lifted(using="default"):
    """Without the triggers, as somebody with the database's own rights would work; with them again afterwards."""
    with guards.lifted(connections[using]):
        yield
