"""Acts on one world that is made once: each starts from the world as it was, and leaves it so."""

from contextlib import contextmanager

from django.db import transaction


@contextmanager
def undone():
    """What happens to the database inside is taken back at the end. Inside stands for a request of its own, as in a test."""
    block = transaction.atomic()
    block._from_testcase = True  # as Django's own tests mark theirs: a durable block may begin here
    with block:
        yield
        transaction.set_rollback(True)
