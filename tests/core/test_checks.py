"""What the deployment check says: nothing when everything is set, a sentence for each thing that is not."""

import pytest

from cms.core import checks


@pytest.fixture
def whole(settings):
    settings.PEPPER = "p" * 32
    settings.FIELD_KEYS = ["key"]
    settings.BASE_URL = "https://tt.example.vn"
    return settings


def test_nothing_to_say_when_everything_is_set(whole):
    assert checks.secrets_are_set(None) == []


@pytest.mark.parametrize(
    ("name", "value", "slip"),
    [("PEPPER", "short", "core.E001"), ("FIELD_KEYS", [], "core.E002"), ("BASE_URL", "http://x.vn", "core.E003")],
)
def test_each_missing_secret_is_named(whole, name, value, slip):
    setattr(whole, name, value)
    assert [row.id for row in checks.secrets_are_set(None)] == [slip]


@pytest.mark.parametrize(
    ("engine", "slips"), [("django.db.backends.sqlite3", ["core.W001"]), ("django.db.backends.postgresql", [])]
)
def test_sqlite_is_named_for_what_it_does_not_give(engine, slips):
    assert [row.id for row in checks.promises_that_sqlite_does_not_give(None, engine=engine)] == slips
