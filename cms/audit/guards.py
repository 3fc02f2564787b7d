"""What the database itself refuses: triggers that keep the chain append-only, on SQLite and PostgreSQL alike.

An entry can only be added, at the head, on the last hash; the head only moves on to the entry just added.
SQLite forgets triggers when a migration rebuilds their table, and cannot rebuild a table that another table's
trigger names: so they are lifted before migrations of this app and put back after every migrate.
"""

from contextlib import contextmanager

from django.apps import apps
from django.db import connections, transaction

_REFUSE = "SELECT RAISE(ABORT, 'audit: {what}');"

#: name → (table, when, condition, what is refused)
_SQLITE = {
    "audit_entry_appends": (
        "audit_entry",
        "BEFORE INSERT",
        "NOT EXISTS (SELECT 1 FROM audit_head WHERE seq + 1 = NEW.seq AND hash = NEW.prev_hash)"
        " OR EXISTS (SELECT 1 FROM audit_entry WHERE seq = NEW.seq OR hash = NEW.hash)",
        "an entry follows the head",
    ),
    "audit_entry_no_update": ("audit_entry", "BEFORE UPDATE", "1", "entries are never changed"),
    "audit_entry_no_delete": ("audit_entry", "BEFORE DELETE", "1", "entries are never deleted"),
    "audit_head_moves_on": (
        "audit_head",
        "BEFORE UPDATE",
        "NOT (NEW.id = OLD.id AND NEW.seq = OLD.seq AND NEW.hash = OLD.hash AND NEW.at IS OLD.at)"
        " AND (NEW.id <> OLD.id OR NEW.seq <> OLD.seq + 1"
        " OR NOT EXISTS (SELECT 1 FROM audit_entry WHERE seq = NEW.seq AND hash = NEW.hash))",
        "the head moves on to the entry just added",
    ),
    "audit_head_single": (
        "audit_head",
        "BEFORE INSERT",
        "EXISTS (SELECT 1 FROM audit_head) OR EXISTS (SELECT 1 FROM audit_entry)",
        "there is one head",
    ),
    "audit_head_no_delete": ("audit_head", "BEFORE DELETE", "1", "the head is never deleted"),
    "audit_note_no_update": ("audit_entrynote", "BEFORE UPDATE", "1", "notes are erased, never changed"),
    "audit_note_once": (
        "audit_entrynote",
        "BEFORE INSERT",
        "EXISTS (SELECT 1 FROM audit_entrynote WHERE entry_id = NEW.entry_id)",
        "an entry has one note",
    ),
    "audit_checkpoint_follows": (
        "audit_checkpoint",
        "BEFORE INSERT",
        "NOT EXISTS (SELECT 1 FROM audit_entry WHERE seq = NEW.seq AND hash = NEW.hash)"
        " OR EXISTS (SELECT 1 FROM audit_checkpoint WHERE number >= NEW.number OR seq > NEW.seq)"
        " OR (NEW.number > 1 AND NOT EXISTS (SELECT 1 FROM audit_checkpoint WHERE number = NEW.number - 1))",
        "a checkpoint covers an entry and follows the last one",
    ),
    "audit_checkpoint_no_update": ("audit_checkpoint", "BEFORE UPDATE", "1", "checkpoints are never changed"),
    "audit_checkpoint_no_delete": ("audit_checkpoint", "BEFORE DELETE", "1", "checkpoints are never deleted"),
    "audit_checkpointkey_once": (
        "audit_checkpointkey",
        "BEFORE INSERT",
        "EXISTS (SELECT 1 FROM audit_checkpointkey WHERE id = NEW.id OR key_id = NEW.key_id)",
        "keys are only added",
    ),
    "audit_checkpointkey_no_update": ("audit_checkpointkey", "BEFORE UPDATE", "1", "keys are never changed"),
    "audit_checkpointkey_no_delete": ("audit_checkpointkey", "BEFORE DELETE", "1", "keys are never deleted"),
}

_POSTGRESQL_FUNCTIONS = """
CREATE OR REPLACE FUNCTION audit_refuse() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'audit: % on % is refused', TG_OP, TG_TABLE_NAME USING ERRCODE = '23000';
END $$;
CREATE OR REPLACE FUNCTION audit_entry_follows() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NOT EXISTS (SELECT 1 FROM audit_head WHERE seq + 1 = NEW.seq AND hash = NEW.prev_hash) THEN
        RAISE EXCEPTION 'audit: an entry follows the head' USING ERRCODE = '23000';
    END IF;
    RETURN NEW;
END $$;
CREATE OR REPLACE FUNCTION audit_head_follows() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW IS NOT DISTINCT FROM OLD THEN
        RETURN NEW;  -- saved as it was
    END IF;
    IF NEW.id <> OLD.id OR NEW.seq <> OLD.seq + 1
        OR NOT EXISTS (SELECT 1 FROM audit_entry WHERE seq = NEW.seq AND hash = NEW.hash) THEN
        RAISE EXCEPTION 'audit: the head moves on to the entry just added' USING ERRCODE = '23000';
    END IF;
    RETURN NEW;
END $$;
CREATE OR REPLACE FUNCTION audit_head_single() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT 1 FROM audit_head) OR EXISTS (SELECT 1 FROM audit_entry) THEN
        RAISE EXCEPTION 'audit: there is one head' USING ERRCODE = '23000';
    END IF;
    RETURN NEW;
END $$;
CREATE OR REPLACE FUNCTION audit_checkpoint_follows() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NOT EXISTS (SELECT 1 FROM audit_entry WHERE seq = NEW.seq AND hash = NEW.hash)
        OR EXISTS (SELECT 1 FROM audit_checkpoint WHERE number > NEW.number OR seq > NEW.seq)
        OR (NEW.number > 1 AND NOT EXISTS (SELECT 1 FROM audit_checkpoint WHERE number = NEW.number - 1)) THEN
        RAISE EXCEPTION 'audit: a checkpoint covers an entry and follows the last one' USING ERRCODE = '23000';
    END IF;
    RETURN NEW;
END $$;
"""

#: name → (table, when, function); a TRUNCATE can only be caught for the whole statement.
_POSTGRESQL = {
    "audit_entry_appends": ("audit_entry", "BEFORE INSERT", "ROW", "audit_entry_follows"),
    "audit_entry_no_update": ("audit_entry", "BEFORE UPDATE OR DELETE", "ROW", "audit_refuse"),
    "audit_entry_no_truncate": ("audit_entry", "BEFORE TRUNCATE", "STATEMENT", "audit_refuse"),
    "audit_head_moves_on": ("audit_head", "BEFORE UPDATE", "ROW", "audit_head_follows"),
    "audit_head_single": ("audit_head", "BEFORE INSERT", "ROW", "audit_head_single"),
    "audit_head_no_delete": ("audit_head", "BEFORE DELETE", "ROW", "audit_refuse"),
    "audit_head_no_truncate": ("audit_head", "BEFORE TRUNCATE", "STATEMENT", "audit_refuse"),
    "audit_note_no_update": ("audit_entrynote", "BEFORE UPDATE", "ROW", "audit_refuse"),
    "audit_note_no_truncate": ("audit_entrynote", "BEFORE TRUNCATE", "STATEMENT", "audit_refuse"),
    "audit_checkpoint_follows": ("audit_checkpoint", "BEFORE INSERT", "ROW", "audit_checkpoint_follows"),
    "audit_checkpoint_no_update": ("audit_checkpoint", "BEFORE UPDATE OR DELETE", "ROW", "audit_refuse"),
    "audit_checkpoint_no_truncate": ("audit_checkpoint", "BEFORE TRUNCATE", "STATEMENT", "audit_refuse"),
    "audit_checkpointkey_no_update": ("audit_checkpointkey", "BEFORE UPDATE OR DELETE", "ROW", "audit_refuse"),
    "audit_checkpointkey_no_truncate": ("audit_checkpointkey", "BEFORE TRUNCATE", "STATEMENT", "audit_refuse"),
}


def expected(connection) -> set[str]:
    """Names of the triggers this database must have."""
    return set(_SQLITE if connection.vendor == "sqlite" else _POSTGRESQL)


def standing(connection) -> set[str]:
    """Names of those that stand and are switched on."""
    if connection.vendor == "sqlite":
        query = "SELECT name FROM sqlite_master WHERE type = 'trigger' AND name LIKE 'audit\\_%' ESCAPE '\\'"
    else:
        query = "SELECT tgname FROM pg_trigger WHERE tgname LIKE 'audit\\_%' AND tgenabled IN ('O', 'A')"
    with connection.cursor() as cursor:
        cursor.execute(query)
        return {name for (name,) in cursor.fetchall()} & expected(connection)


def lift(connection):
    """Take the triggers away. Only migrations and tests that empty tables have a reason to."""
    with transaction.atomic(using=connection.alias), connection.cursor() as cursor:
        for statement in _lifting(connection):
            cursor.execute(statement)


def set_up(connection):
    """Put every trigger in place, new or again."""
    with transaction.atomic(using=connection.alias), connection.cursor() as cursor:
        for statement in [*_lifting(connection), *_setting_up(connection)]:
            cursor.execute(statement)


@contextmanager
def lifted(connection):
    """Without the triggers inside, with them again after it, whatever happened."""
    lift(connection)
    try:
        yield
    finally:
        set_up(connection)


def _lifting(connection):
    if connection.vendor == "sqlite":
        return [f"DROP TRIGGER IF EXISTS {name}" for name in _SQLITE]
    # A table with checks still to be made at the end of the transaction cannot be altered.
    return [
        "SET CONSTRAINTS ALL IMMEDIATE",
        "SET CONSTRAINTS ALL DEFERRED",
        *(f"DROP TRIGGER IF EXISTS {name} ON {table}" for name, (table, *_rest) in _POSTGRESQL.items()),
    ]


def _setting_up(connection):
    if connection.vendor == "sqlite":
        return [
            f"CREATE TRIGGER {name} {when} ON {table} FOR EACH ROW WHEN {condition}"
            f" BEGIN {_REFUSE.format(what=what)} END"
            for name, (table, when, condition, what) in _SQLITE.items()
        ]
    return [_POSTGRESQL_FUNCTIONS] + [
        f"CREATE TRIGGER {name} {when} ON {table} FOR EACH {scope} EXECUTE FUNCTION {function}()"
        for name, (table, when, scope, function) in _POSTGRESQL.items()
    ]


# --- around migrations -------------------------------------------------------------------------------------------


def before_migrations(sender, using, plan=(), **kwargs):
    """Lift the triggers before this app's own tables are rebuilt."""
    connection = connections[using]
    if connection.vendor == "sqlite" and any(migration.app_label == sender.label for migration, _back in plan):
        lift(connection)


def after_migrations(sender, using, **kwargs):
    """Put the triggers back, and lay the first head in an empty chain."""
    connection = connections[using]
    tables = {"audit_entry", "audit_head", "audit_entrynote", "audit_checkpoint", "audit_checkpointkey"}
    if not tables <= set(connection.introspection.table_names()):
        return
    set_up(connection)
    lay_head(using)


def lay_head(using="default"):
    """The head of a chain that has no entry yet. One that lost its head stays without: verification must see it."""
    head, entry = apps.get_model("audit", "Head"), apps.get_model("audit", "Entry")
    if not head.objects.using(using).exists() and not entry.objects.using(using).exists():
        head.objects.using(using).create(id=head.ONLY)
