"""The database as one file, taken in a single state while the site goes on, and put back where there is none."""

import os
import sqlite3
import subprocess
from contextlib import closing
from pathlib import Path

from django.db import connection, transaction

#: pg_dump and pg_restore of the server's version or newer must be installed where PostgreSQL is used.
PATIENCE = 4 * 3600  # seconds


class NoDatabase(RuntimeError):
    """The database could not be taken or put back; the words are those of its own program."""


def take(folder: Path, look) -> tuple[str, object]:
    """Write the database below `folder`; returns the file's name and what `look(fetch)` saw in exactly that state.

    `fetch(sql)` gives the rows of a statement.
    """
    return _take_sqlite(folder, look) if connection.vendor == "sqlite" else _take_postgresql(folder, look)


def put_back(file: Path) -> None:
    """Fill the empty database from the file."""
    if connection.vendor == "sqlite":
        connection.ensure_connection()
        with closing(sqlite3.connect(file)) as source:
            source.backup(connection.connection)
        connection.close()
    else:
        _run("pg_restore", "--no-owner", "--no-privileges", "--exit-on-error", "--single-transaction", str(file))


def tables(fetch) -> list[str]:
    """Every table, in order."""
    if connection.vendor == "sqlite":
        named = "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
    else:
        named = "SELECT tablename FROM pg_tables WHERE schemaname = current_schema()"
    return sorted(name for (name,) in fetch(named))


def fetch(sql: str) -> list[tuple]:
    """Rows of a statement in the present state."""
    with connection.cursor() as cursor:
        cursor.execute(sql)
        return cursor.fetchall()


def _take_sqlite(folder, look):
    file = folder / "database.sqlite3"
    connection.ensure_connection()
    with closing(sqlite3.connect(file)) as copy:
        connection.connection.backup(copy)
        return file.name, look(lambda sql: copy.execute(sql).fetchall())


def _take_postgresql(folder, look):
    file = folder / "database.dump"
    with transaction.atomic(durable=True), connection.cursor() as cursor:
        cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY")
        cursor.execute("SELECT pg_export_snapshot()")
        snapshot = cursor.fetchone()[0]
        seen = look(fetch)
        _run("pg_dump", "--format=custom", "--no-owner", f"--snapshot={snapshot}", f"--file={file}")
    return file.name, seen


def _run(program, *arguments):
    """The program on our database. The password goes by the environment, where no list of processes shows it."""
    told = connection.get_connection_params()
    wanted = {"PGHOST": "host", "PGPORT": "port", "PGUSER": "user", "PGPASSWORD": "password", "PGDATABASE": "dbname"}
    given = {name: str(told[key]) for name, key in wanted.items() if told.get(key)}
    aim = [f"--dbname={given['PGDATABASE']}"] if program == "pg_restore" else []
    try:
        done = subprocess.run(
            [program, *aim, *arguments], env=os.environ | given, capture_output=True, timeout=PATIENCE, check=False
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        raise NoDatabase(f"{program}: {error}") from error
    if done.returncode:
        raise NoDatabase(f"{program}: {done.stderr.decode(errors='replace')[-2_000:]}")
