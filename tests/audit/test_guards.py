"""The database itself refuses change, on SQLite and PostgreSQL alike (S6, SC17)."""

import pytest
from django.core.management import call_command
from django.core.management.sql import emit_post_migrate_signal, emit_pre_migrate_signal
from django.db import IntegrityError, connection, transaction
from django.db.migrations import Migration

from cms.audit import guards
from cms.audit.models import Entry, EntryNote, Head
from cms.audit.record import CITIZEN, record
from cms.audit.verify import verify
from tests.audit.triggers import lifted

pytestmark = pytest.mark.django_db


@pytest.fixture
def entries(officer):
    return [record("request.extended", by=officer, reason="Nhiều tài liệu") for _ in range(3)]


def execute(statement, *parameters):
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement, parameters)


REFUSED = {
    "edit": "UPDATE audit_entry SET kind = 'request.provided' WHERE seq = %s",
    "edit all": "UPDATE audit_entry SET payload = payload WHERE seq >= %s",
    "delete": "DELETE FROM audit_entry WHERE seq = %s",
    "move the head back": "UPDATE audit_head SET seq = %s - 1",
    "move the head ahead": "UPDATE audit_head SET seq = %s + 5",
    "give the head another hash": "UPDATE audit_head SET hash = 'f' WHERE seq >= %s",
    "delete the head": "DELETE FROM audit_head WHERE seq >= %s",
    "edit a note": "UPDATE audit_entrynote SET reason = 'khác' WHERE entry_id = %s",
}


@pytest.mark.parametrize("statement", REFUSED.values(), ids=REFUSED.keys())
def test_change_is_refused(entries, statement):
    with pytest.raises(IntegrityError, match="audit"):
        execute(statement, entries[1].seq)
    assert verify().problem is None


INSERT = """{verb} INTO audit_entry
    (seq, prev_hash, hash, payload, kind, at, actor_id, authority_code, subject_type, subject_id)
    SELECT {seq}, {prev_hash}, {hash}, payload, kind, at, actor_id, authority_code, subject_type, subject_id
    FROM audit_entry WHERE seq = %s"""
FORGED = {
    "an existing number": {"seq": "seq", "prev_hash": "prev_hash", "hash": "'f'"},
    "an existing hash": {"seq": "(SELECT seq + 1 FROM audit_head)", "prev_hash": "prev_hash", "hash": "hash"},
    "a skipped number": {
        "seq": "(SELECT seq + 2 FROM audit_head)",
        "prev_hash": "(SELECT hash FROM audit_head)",
        "hash": "'f'",
    },
    "another place in the chain": {"seq": "(SELECT seq + 1 FROM audit_head)", "prev_hash": "prev_hash", "hash": "'f'"},
}


@pytest.mark.parametrize("forged", FORGED.values(), ids=FORGED.keys())
def test_forged_entry_is_refused(entries, forged):
    verbs = ["INSERT", "INSERT OR REPLACE", "REPLACE"] if connection.vendor == "sqlite" else ["INSERT"]
    for verb in verbs:
        with pytest.raises(IntegrityError):
            execute(INSERT.format(verb=verb, **forged), entries[1].seq)
    assert verify().problem is None


def test_second_head_is_refused(entries):
    verb = "INSERT OR REPLACE" if connection.vendor == "sqlite" else "INSERT"
    with pytest.raises(IntegrityError):
        execute(f"{verb} INTO audit_head (id, seq, hash) VALUES (1, 0, 'f')")
    with lifted(), pytest.raises(IntegrityError):
        execute("INSERT INTO audit_head (id, seq, hash) VALUES (2, 0, 'f')")
    assert verify().problem is None


def test_head_may_be_saved_as_it_is(entries):
    head = Head.objects.get()
    head.save()
    head.at = None
    with pytest.raises(IntegrityError), transaction.atomic():
        head.save()


def test_note_is_not_replaced(entries):
    verb = "INSERT OR REPLACE" if connection.vendor == "sqlite" else "INSERT"
    with pytest.raises(IntegrityError):
        execute(
            f"{verb} INTO audit_entrynote (entry_id, reason, salt) SELECT entry_id, 'khác', salt"
            " FROM audit_entrynote WHERE entry_id = %s",
            entries[1].seq,
        )
    assert EntryNote.objects.get(entry=entries[1]).reason == "Nhiều tài liệu"


@pytest.mark.parametrize("table", ["audit_entry", "audit_head", "audit_entrynote"])
def test_truncate_is_refused(entries, table):
    if connection.vendor == "sqlite":
        statement = f"DELETE FROM {table}"  # SQLite's own way to empty a table; notes may be deleted one by one
        if table == "audit_entrynote":
            return
    else:
        statement = f"TRUNCATE {table} CASCADE"
    connection.check_constraints()
    with pytest.raises(IntegrityError):
        execute(statement)
    assert Entry.objects.count() >= len(entries)


def test_orm_is_refused_too(entries):
    entry = entries[0]
    entry.kind = "request.provided"
    for change in (entry.save, entry.delete, Entry.objects.all().delete, lambda: Entry.objects.update(kind="a.b")):
        with pytest.raises(IntegrityError), transaction.atomic():
            change()


def test_every_guard_stands_after_migrate():
    assert guards.standing(connection) == guards.expected(connection)


def test_migrate_puts_back_what_is_missing(entries):
    guards.lift(connection)
    assert guards.standing(connection) == set()
    call_command("migrate", verbosity=0)
    assert guards.standing(connection) == guards.expected(connection)
    assert Head.objects.get().seq == entries[-1].seq


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("model", [Entry, Head, EntryNote])
def test_rebuilding_a_table_leaves_every_guard(model):
    """A migration that alters a table rebuilds it on SQLite, and the triggers are gone with the old one."""
    with transaction.atomic():
        record("request.sent", by=CITIZEN, reason="Thử")
    field = model._meta.concrete_fields[-1]
    looser = field.clone()
    looser.null = True
    looser.set_attributes_from_name(field.name)
    looser.model = model
    plan = [(Migration("0099_looser", "audit"), False)]
    for old, new in ((field, looser), (looser, field)):
        emit_pre_migrate_signal(verbosity=0, interactive=False, db="default", plan=plan)
        with connection.schema_editor() as editor:
            editor.alter_field(model, old, new)
        emit_post_migrate_signal(verbosity=0, interactive=False, db="default", plan=plan)
    assert guards.standing(connection) == guards.expected(connection)
    with pytest.raises(IntegrityError):
        execute("DELETE FROM audit_entry")
    assert verify().problem is None


@pytest.mark.django_db(transaction=True)
def test_migrating_back_and_forth_leaves_every_guard():
    call_command("migrate", "audit", "zero", verbosity=0)
    call_command("migrate", "audit", verbosity=0)
    assert guards.standing(connection) == guards.expected(connection)
    assert Head.objects.get().seq == 0


def test_lifting_is_undone_whatever_happens():
    with pytest.raises(IntegrityError), lifted():
        raise IntegrityError
    assert guards.standing(connection) == guards.expected(connection)


def test_unguarded_record_is_reported(entries):
    guards.lift(connection)
    problem = verify().problem
    assert problem.kind == "UNGUARDED"
    assert "audit_entry_no_delete" in problem.detail or connection.vendor == "postgresql"
    guards.set_up(connection)
