"""The web process's own role on PostgreSQL, as docs/audit.md grants it (SC17)."""

import re
from pathlib import Path

import pytest
from django.db import ProgrammingError, connection, transaction

from cms.audit.models import Entry
from cms.audit.record import record
from cms.audit.verify import verify

pytestmark = pytest.mark.django_db
DOCS = Path(__file__).resolve().parents[2] / "docs" / "audit.md"


def grants():
    (block,) = re.findall(r"```sql\n(.*?)```", DOCS.read_text("utf-8"), re.DOTALL)
    return block


@pytest.fixture
def as_web_role(officer):
    """The rest of the test runs with the rights of the web process; the role is rolled back with the test."""
    with connection.cursor() as cursor:
        cursor.execute("CREATE ROLE web NOLOGIN")
        cursor.execute(grants())
        cursor.execute("SET LOCAL ROLE web")
    yield officer
    with connection.cursor() as cursor:
        cursor.execute("RESET ROLE")


REFUSED = [
    "UPDATE audit_entry SET kind = 'a.b'",
    "DELETE FROM audit_entry",
    "TRUNCATE audit_entry CASCADE",
    "DROP TABLE audit_entry",
    "ALTER TABLE audit_entry DISABLE TRIGGER ALL",
    "DROP TRIGGER audit_entry_no_update ON audit_entry",
    "DELETE FROM audit_head",
    "INSERT INTO audit_head (id, seq, hash) VALUES (1, 0, '')",
    "UPDATE audit_entrynote SET reason = ''",
    "CREATE OR REPLACE FUNCTION audit_refuse() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END'",
    "SET session_replication_role = replica",
]


def test_web_role_records_and_changes_nothing(request):
    if connection.vendor != "postgresql":
        assert "GRANT" in grants()  # SQLite has no roles; docs/audit.md says what that means
        return
    officer = request.getfixturevalue("as_web_role")
    entry = record("request.extended", by=officer, reason="Nhiều tài liệu")
    connection.check_constraints()
    for statement in REFUSED:
        with pytest.raises(ProgrammingError), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(statement)
    assert Entry.objects.filter(seq=entry.seq).exists()
    assert verify().problem is None
