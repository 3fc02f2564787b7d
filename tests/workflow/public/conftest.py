"""What the tests of the public doors share: two offices, and a citizen walking through each one's form."""

import pytest
from django.core.cache import cache

from cms.core import authority_url, navigation
from tests.workflow.public.walking import Walker, commune_house, department_house


@pytest.fixture(autouse=True)
def fresh_memory():
    """Counters in the cache and the pages last seen belong to one test."""
    cache.clear()
    navigation.forget()
    authority_url._LAST_SEEN.clear()
    yield
    cache.clear()


@pytest.fixture
def commune(db):
    return commune_house()


@pytest.fixture
def department(db):
    return department_house()


@pytest.fixture
def walker(client, department):
    """A citizen at a department, which asks no question about residence."""
    return Walker(client, department)


@pytest.fixture
def villager(client, commune):
    """A citizen at a commune."""
    return Walker(client, commune)
