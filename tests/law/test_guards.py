"""The triggers stand after migrate, and are put back after a migration that lost them."""

import pytest
from django.apps import apps
from django.db import connection

from cms.law import guards

pytestmark = pytest.mark.django_db
BOTH = {"law_adopted_stays", "law_source_stays"}


def test_triggers_stand():
    assert guards.standing(connection) == BOTH


def test_lost_trigger_is_put_back():
    on = "" if connection.vendor == "sqlite" else " ON law_rulesetsource"
    with connection.cursor() as cursor:
        cursor.execute(f"DROP TRIGGER law_source_stays{on}")
    assert guards.standing(connection) == BOTH - {"law_source_stays"}
    guards.after_migrations(apps.get_app_config("law"), "default")
    assert guards.standing(connection) == BOTH


def test_database_without_the_tables_is_left_alone(monkeypatch):
    monkeypatch.setattr(connection.introspection, "table_names", list)
    guards.after_migrations(apps.get_app_config("law"), "default")
    assert guards.standing(connection) == BOTH
