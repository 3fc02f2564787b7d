"""An office whose people sign in to the desk."""

import pytest
from django.core.cache import cache

from cms.core.dates import short, today
from tests.factories.core import make_house
from tests.factories.fixtures import kept_for_the_file
from tests.factories.workflow import Case

__all__ = ["kept_for_the_file"]


@pytest.fixture(autouse=True)
def forgotten_forms():
    """What a form was sent with before is remembered beside the database, which a test does not share."""
    cache.clear()


@pytest.fixture
def house(db):
    return make_house()


@pytest.fixture
def enter(client):
    """enter(person) signs in and gives the browser."""

    def sign_in(person):
        client.force_login(person, backend="django.contrib.auth.backends.ModelBackend")
        return client

    return sign_in


@pytest.fixture
def sent_today(house):
    """A request sent today by the public form: the desk's pages live on the present day."""
    return Case.sent(house, on=short(today()))
