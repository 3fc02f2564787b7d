"""Fixtures that any folder's conftest may take in: from tests.factories.fixtures import house."""

import pytest

from tests.factories.core import make_house


@pytest.fixture
def house(db):
    """An authority with somebody for every office, ready to receive requests."""
    return make_house()


@pytest.fixture
def make_house_with(db):
    """make_house_with(commune=True): a house whose authority differs in what matters to the test."""
    return make_house
