"""The database refuses to change, delete or truncate entries, and on SQLite to replace them.

After every migrate cms.audit.guards puts its present triggers in the place of these, under the same names.
"""

from django.db import migrations

SQLITE = {
    "audit_entry_no_update": ("audit_entry", "BEFORE UPDATE", "1"),
    "audit_entry_no_delete": ("audit_entry", "BEFORE DELETE", "1"),
    # INSERT OR REPLACE deletes without asking the trigger above.
    "audit_entry_appends": (
        "audit_entry",
        "BEFORE INSERT",
        "EXISTS (SELECT 1 FROM audit_entry WHERE seq = NEW.seq OR hash = NEW.hash)",
    ),
}
POSTGRESQL = {
    "audit_entry_no_update": ("audit_entry", "BEFORE UPDATE OR DELETE", "ROW"),
    "audit_entry_no_truncate": ("audit_entry", "BEFORE TRUNCATE", "STATEMENT"),
}
REFUSE = """
CREATE OR REPLACE FUNCTION audit_refuse() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'audit: % on % is refused', TG_OP, TG_TABLE_NAME USING ERRCODE = '23000';
END $$
"""


def create(apps, schema_editor):
    if schema_editor.connection.vendor == "sqlite":
        for name, (table, when, condition) in SQLITE.items():
            schema_editor.execute(
                f"CREATE TRIGGER {name} {when} ON {table} FOR EACH ROW WHEN {condition}"
                " BEGIN SELECT RAISE(ABORT, 'audit: refused'); END"
            )
        return
    schema_editor.execute(REFUSE, params=None)  # its % is PL/pgSQL's
    for name, (table, when, scope) in POSTGRESQL.items():
        schema_editor.execute(
            f"CREATE TRIGGER {name} {when} ON {table} FOR EACH {scope} EXECUTE FUNCTION audit_refuse()"
        )


def drop(apps, schema_editor):
    """All of them, those of later days too: their tables are about to go."""
    with schema_editor.connection.cursor() as cursor:
        if schema_editor.connection.vendor == "sqlite":
            cursor.execute("SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name LIKE 'audit%'")
            for (name,) in cursor.fetchall():
                cursor.execute(f"DROP TRIGGER {name}")
            return
        for function in ("audit_refuse", "audit_entry_follows", "audit_head_follows", "audit_head_single"):
            cursor.execute(f"DROP FUNCTION IF EXISTS {function}() CASCADE")


class Migration(migrations.Migration):
    dependencies = [("audit", "0001_initial")]

    operations = [migrations.RunPython(create, drop)]
