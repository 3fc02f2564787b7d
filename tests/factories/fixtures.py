"""Fixtures that any folder's conftest may take in: from tests.factories.fixtures import house."""

import pytest

from tests.factories.core import make_house
from tests.factories.undoing import undone


@pytest.fixture
def house(db):
    """An authority with somebody for every office, ready to receive requests."""
    return make_house()


@pytest.fixture
def make_house_with(db):
    """make_house_with(commune=True): a house whose authority differs in what matters to the test."""
    return make_house


@pytest.fixture(scope="module")
def kept_for_the_file(django_db_setup, django_db_blocker):
    """What a fixture of the same scope makes after this one stays in the database for all tests of its file.

    Each test hands out copies of what was made, for the rows are put back after it and objects are not; and it clears
    the cache. Not for files with real transactions.
    """
    with django_db_blocker.unblock(), undone():
        yield
