"""The head is signed hourly, after each letter and once a quiet day; keys follow one another in the chain itself."""

import base64
from datetime import UTC, datetime, timedelta
from io import StringIO

import pytest
from django.core.exceptions import ImproperlyConfigured
from django.core.management import call_command
from django.db import DatabaseError, connection, transaction

from cms.audit import checkpoint, tasks
from cms.audit.models import Checkpoint, CheckpointKey, Entry, Head
from cms.audit.notes import BadNote, PublicKey
from cms.audit.record import record
from cms.audit.verify import verify
from tests.audit.triggers import lifted

pytestmark = pytest.mark.django_db
AT = datetime(2026, 11, 23, 2, tzinfo=UTC)
MINUTE = timedelta(minutes=1)
NEXT_KEY = base64.b64encode(b"n" * 32).decode()


def act(kind="unit.saved"):
    with transaction.atomic():
        return record(kind, at=AT)


def signed(at):
    tasks.sign_head(at)
    return list(Checkpoint.objects.order_by("number").values_list("cause", flat=True))


def test_empty_record_has_nothing_to_sign():
    assert signed(AT) == []


def test_first_entry_is_signed_at_once_and_the_key_is_in_the_chain():
    act()
    assert signed(AT) == ["HOUR"]
    point, entry = Checkpoint.objects.get(), Entry.objects.order_by("seq").last()
    assert entry.kind == "checkpoint.key_adopted"
    assert (point.seq, point.hash) == (entry.seq, entry.hash)
    kept = checkpoint.read(point.text, checkpoint.known_keys())
    assert (kept.head.seq, kept.head.hash.hex(), kept.number, kept.at) == (entry.seq, entry.hash, 1, AT)


def test_moved_head_is_signed_within_the_hour():
    act()
    signed(AT)
    act()
    assert signed(AT + 54 * MINUTE) == ["HOUR"]
    assert signed(AT + 55 * MINUTE) == ["HOUR", "HOUR"]
    assert signed(AT + 23 * 60 * MINUTE) == ["HOUR", "HOUR"]


def test_letter_is_followed_by_a_checkpoint_at_once():
    act()
    signed(AT)
    act()
    assert signed(AT + MINUTE) == ["HOUR"]
    letter = act("request.refused")
    assert signed(AT + MINUTE) == ["HOUR", "LETTER"]
    assert Checkpoint.objects.latest("number").seq == letter.seq
    assert signed(AT + 2 * MINUTE) == ["HOUR", "LETTER"]


def test_quiet_day_is_signed_once():
    act()
    signed(AT)
    assert signed(AT + timedelta(hours=23)) == ["HOUR"]
    assert signed(AT + timedelta(hours=24)) == ["HOUR", "DAY"]
    assert signed(AT + timedelta(hours=25)) == ["HOUR", "DAY"]


def test_clock_set_back_silences_nothing():
    act()
    signed(AT)
    act()
    assert signed(AT - timedelta(hours=3)) == ["HOUR", "HOUR"]


def test_turn_without_work_costs_three_statements(django_assert_num_queries):
    act()
    signed(AT)
    act()
    with django_assert_num_queries(3):
        tasks.sign_head(AT + MINUTE)


def test_installation_without_a_key_signs_nothing(settings):
    settings.CHECKPOINT_KEYS = []
    act()
    assert signed(AT) == []
    with pytest.raises(ImproperlyConfigured):
        checkpoint.make("ASKED", AT)


def test_two_workers_sign_a_head_once(monkeypatch):
    act()
    signed(AT)
    act()
    real = Checkpoint.objects.create

    def after_the_other(**columns):
        real(**columns)  # the other worker came first
        return real(**columns)

    with monkeypatch.context() as patched:
        patched.setattr(Checkpoint.objects, "create", after_the_other)
        with pytest.raises(DatabaseError):
            checkpoint.make("HOUR", AT + 60 * MINUTE)  # nobody else's is committed: not to be hidden
    assert Checkpoint.objects.count() == 1


# --- keys --------------------------------------------------------------------------------------------------------


def test_new_key_is_endorsed_by_the_one_before(settings):
    act()
    signed(AT)
    old = checkpoint.signing_key().public
    settings.CHECKPOINT_KEYS = [NEXT_KEY, *settings.CHECKPOINT_KEYS]
    act()
    signed(AT + 60 * MINUTE)
    new = checkpoint.signing_key().public
    assert checkpoint.known_keys() == [new, old]
    row = CheckpointKey.objects.latest("pk")
    signature = base64.b64decode(row.endorsement)
    assert signature[:4].hex() == old.id
    assert old.has_signed(f"{old.name}/khoa-moi\n{new}\n", signature[4:])
    first, second = Checkpoint.objects.order_by("number")
    assert checkpoint.read(first.text, [old]).key == old
    assert checkpoint.read(second.text, [new]).key == new
    with pytest.raises(BadNote):
        checkpoint.read(second.text, [old])
    assert verify().problem is None


def test_lost_key_leaves_the_next_one_without_endorsement(settings):
    act()
    signed(AT)
    settings.CHECKPOINT_KEYS = [NEXT_KEY]
    act()
    signed(AT + 60 * MINUTE)
    assert CheckpointKey.objects.latest("pk").endorsement == ""
    assert CheckpointKey.objects.count() == 2


def test_new_address_is_a_new_name_of_the_same_key(settings):
    act()
    signed(AT)
    settings.BASE_URL = "https://tinh.example/ttct"
    act()
    signed(AT + 60 * MINUTE)
    new = CheckpointKey.objects.latest("pk")
    assert (new.name, bool(new.endorsement)) == ("tinh.example/ttct/nhat-ky", True)


@pytest.mark.parametrize("key", ["", "ngắn", base64.b64encode(b"x" * 31).decode()])
def test_key_of_the_wrong_length_is_refused(key):
    with pytest.raises(ImproperlyConfigured):
        checkpoint.seed_of(key)


def test_command_makes_a_key_that_fits(settings):
    out = StringIO()
    call_command("make_checkpoint_key", stdout=out)
    secret, public = (line.rpartition(": ")[2] for line in out.getvalue().splitlines())
    settings.CHECKPOINT_KEYS = [secret]
    assert checkpoint.signing_key().public == PublicKey.read(public)


# --- what the database refuses -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE audit_checkpoint SET text = 'khác'",
        "DELETE FROM audit_checkpoint",
        "UPDATE audit_checkpointkey SET raw = 'khác'",
        "DELETE FROM audit_checkpointkey",
        "INSERT INTO audit_checkpoint SELECT number + 1, seq, 'khác', at, cause, text, key_id FROM audit_checkpoint",
        "INSERT INTO audit_checkpoint SELECT number + 2, seq, hash, at, cause, text, key_id FROM audit_checkpoint",
        "INSERT INTO audit_checkpoint SELECT number + 1, seq - 1, (SELECT prev_hash FROM audit_entry e WHERE e.seq ="
        " audit_checkpoint.seq), at, cause, text, key_id FROM audit_checkpoint",
    ],
)
def test_checkpoints_are_only_added(sql):
    act()
    signed(AT)
    with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(sql)
    assert Checkpoint.objects.count() == CheckpointKey.objects.count() == 1


def test_head_that_no_entry_bears_is_not_signed():
    """Somebody moved the head by force: the database refuses a checkpoint over what no entry holds."""
    act()
    signed(AT)
    act()
    with lifted():
        Head.objects.update(hash="0" * 64)
    with pytest.raises(DatabaseError):
        checkpoint.make("HOUR", AT + 60 * MINUTE)
