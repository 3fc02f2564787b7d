"""What the database itself refuses: an adopted rule set, and the text of any, cannot be changed.

SQLite forgets triggers when a migration rebuilds their table; so they are put back after every migrate.
"""

from dataclasses import dataclass

from django.db import connections

#: name → (table, condition, what is refused)
_TRIGGERS = {
    "law_adopted_stays": (
        "law_adoptedruleset",
        "OLD.state = 'ADOPTED'",
        "an adopted rule set is followed by another, never changed",
    ),
    "law_source_stays": ("law_rulesetsource", "OLD.sha256 IS NOT NULL", "the text of a rule set is never changed"),
}


@dataclass(frozen=True)
class _Dialect:
    """How one kind of database writes a trigger."""

    standing: str
    before: tuple[str, ...]
    drop: str
    refuse: str


_DIALECTS = {
    "sqlite": _Dialect(
        standing="SELECT name FROM sqlite_master WHERE type = 'trigger'",
        before=(),
        drop="DROP TRIGGER IF EXISTS {name}",
        refuse="BEGIN SELECT RAISE(ABORT, 'law: {what}'); END",
    ),
    "postgresql": _Dialect(
        standing="SELECT tgname FROM pg_trigger WHERE NOT tgisinternal AND tgenabled IN ('O', 'A')",
        before=(
            """
            CREATE OR REPLACE FUNCTION law_refuse() RETURNS trigger LANGUAGE plpgsql AS $$
            BEGIN
                RAISE EXCEPTION 'law: %', TG_ARGV[0] USING ERRCODE = '23000';
            END $$
            """,
        ),
        drop="DROP TRIGGER IF EXISTS {name} ON {table}",
        refuse="EXECUTE FUNCTION law_refuse('{what}')",
    ),
}


def standing(connection) -> set[str]:
    """Names of the triggers that this database has."""
    with connection.cursor() as cursor:
        cursor.execute(_DIALECTS[connection.vendor].standing)
        return {name for (name,) in cursor.fetchall()} & set(_TRIGGERS)


def after_migrations(sender, using, **kwargs):
    """Put every trigger in place, new or again; none while the tables are not there (migrated back to zero)."""
    connection = connections[using]
    dialect, tables = _DIALECTS[connection.vendor], set(connection.introspection.table_names())
    statements = list(dialect.before)
    for name, (table, condition, what) in _TRIGGERS.items():
        if table in tables:
            refuse = dialect.refuse.format(what=what)
            statements += [
                dialect.drop.format(name=name, table=table),
                f"CREATE TRIGGER {name} BEFORE UPDATE ON {table} FOR EACH ROW WHEN ({condition}) {refuse}",
            ]
    with connection.cursor() as cursor:
        for statement in statements:
            cursor.execute(statement)
