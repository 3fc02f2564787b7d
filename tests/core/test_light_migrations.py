"""The tests' database is made the short way (tests/database.py); it must be the one that `migrate` makes."""

import os
import sqlite3
import subprocess
import sys

import pytest

pytestmark = pytest.mark.heavy

MIGRATE = """
import django
django.setup()
from django.core.management import call_command
from tests.database import light_migrations
with light_migrations():
    call_command("migrate", verbosity=0)
"""

#: Kept by SQLite and by Django on how the tables came about, not on what they hold.
ON_THE_WAY = {"django_migrations", "sqlite_sequence"}


def _made_by(command, base_dir, folder):
    """The tables as SQLite describes them, and how many rows each has."""
    environment = {name: value for name, value in os.environ.items() if name != "DATABASE_URL"}
    environment |= {"MB_DATA_DIR": str(folder), "DJANGO_SETTINGS_MODULE": "cms.settings.dev"}
    subprocess.run([sys.executable, *command], check=True, cwd=base_dir, env=environment)
    made = sqlite3.connect(folder / "db.sqlite3")
    schema = made.execute("SELECT type, name, tbl_name, sql FROM sqlite_master ORDER BY 1, 2").fetchall()
    tables = [name for kind, name, _table, _sql in schema if kind == "table" and name not in ON_THE_WAY]
    return schema, {name: made.execute(f'SELECT count(*) FROM "{name}"').fetchone() for name in tables}


def test_the_short_way_makes_the_same_database(settings, tmp_path):
    folders = [tmp_path / "short", tmp_path / "plain"]
    for folder in folders:
        folder.mkdir()
    short = _made_by(["-c", MIGRATE], settings.BASE_DIR, folders[0])
    assert short == _made_by(["manage.py", "migrate", "--verbosity", "0"], settings.BASE_DIR, folders[1])
    assert short[1]["law_calendarday"] != (0,)  # what migrations ship is compared, not emptiness
