"""A set of the backup opens with its key only, holds everything in one state, and shows every change (S15)."""

import io
import json
import os
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pyrage
import pytest
from django.conf import settings as django_settings
from django.core.management import CommandError, call_command
from django.db import connection

from cms.core.backup import database, keeping, manifest, sets
from tests.factories.core import AuthorityFactory

KEY = pyrage.x25519.Identity.generate()
AT = datetime(2026, 11, 22, 1, 30, tzinfo=UTC)


@pytest.fixture(autouse=True)
def places(settings, tmp_path):
    """Two folders for sets, and files of our own."""
    settings.BACKUP_RECIPIENT = str(KEY.to_public())
    settings.BACKUP_FOLDERS = [str(tmp_path / "mot"), str(tmp_path / "hai")]
    settings.PRIVATE_ROOT, settings.MEDIA_ROOT = tmp_path / "rieng", tmp_path / "media"
    for name, words in {"rieng/ab/tra-loi.pdf": b"%PDF-1.7", "media/anh.png": b"PNG", "rieng/ab/do.part": b"x"}.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(words)
    return [Path(folder) for folder in settings.BACKUP_FOLDERS]


@pytest.fixture
def no_database(monkeypatch):
    """A set whose database is a few bytes."""

    def take(folder, look):
        (folder / "database.sqlite3").write_bytes(b"SQLite")
        return "database.sqlite3", {"rows": {"a": 1}, "migrations": [], "facts": {}}

    monkeypatch.setattr(database, "take", take)


def opened(kept, to, key=KEY):
    to.mkdir()
    return sets.unpack(kept.path, str(key), to)


# --- one set -----------------------------------------------------------------------------------------------------
@pytest.mark.django_db(transaction=True)
def test_a_set_holds_database_and_files_in_one_state(places, tmp_path):
    AuthorityFactory(name="Sở Dự Phòng")
    kept = sets.make(places[0], AT)
    assert (kept.made_at, kept.is_whole) == (AT, True)
    assert b"Ph\xc3\xb2ng" not in kept.path.read_bytes()
    told = opened(kept, tmp_path / "mo")
    assert told["rows"]["core_authority"] == 1
    assert told["facts"]["record"] == [list(row) for row in database.fetch("SELECT seq, hash FROM audit_head")]
    assert set(told["files"]) == {"private/ab/tra-loi.pdf", "media/anh.png", told["database"]}
    assert told["secrets"] == manifest.of_secrets()
    assert (tmp_path / "mo" / told["database"]).stat().st_size > 10_000


def test_another_key_opens_nothing(no_database, places, tmp_path):
    kept = sets.make(places[0], AT)
    with pytest.raises(sets.BackupError, match="khóa không thuộc"):
        opened(kept, tmp_path / "mo", pyrage.x25519.Identity.generate())
    with pytest.raises(sets.BackupError, match="AGE-SECRET-KEY"):
        opened(kept, tmp_path / "mo-2", "không phải khóa")


def test_one_changed_byte_is_found(no_database, places, tmp_path):
    kept = sets.make(places[0], AT)
    content = bytearray(kept.path.read_bytes())
    content[-20] ^= 1
    kept.path.write_bytes(content)
    assert not kept.is_whole
    with pytest.raises(sets.BackupError, match="đã hỏng"):
        opened(kept, tmp_path / "mo")


@pytest.mark.parametrize(("change", "told"), [("gone", "thiếu tệp"), ("other", "đã bị đổi")])
def test_a_set_that_is_not_what_its_manifest_says_is_refused(no_database, places, tmp_path, monkeypatch, change, told):
    """Written by somebody who has the public key: what is inside is held against the list of hashes."""
    add = sets._add

    def wrong(archive, name, path, held):
        add(archive, name, path, held)
        if name.endswith("anh.png"):
            held[name if change == "other" else "media/khac.png"] = "0" * 64

    monkeypatch.setattr(sets, "_add", wrong)
    kept = sets.make(places[0], AT)
    with pytest.raises(sets.BackupError, match=told):
        opened(kept, tmp_path / "mo")


def test_what_broke_on_the_way_never_looks_like_a_set(places, monkeypatch):
    monkeypatch.setattr(database, "take", lambda *args: (_ for _ in ()).throw(database.NoDatabase("pg_dump: gone")))
    with pytest.raises(database.NoDatabase):
        sets.make(places[0], AT)
    assert list(places[0].iterdir()) == []


def test_without_a_key_nothing_is_written(settings, places):
    settings.BACKUP_RECIPIENT = ""
    with pytest.raises(sets.BackupError, match="make_backup_key"):
        sets.make(places[0], AT)
    settings.BACKUP_RECIPIENT = "age1"
    with pytest.raises(sets.BackupError, match="age1"):
        sets.make(places[0], AT)


# --- many sets ---------------------------------------------------------------------------------------------------
def test_days_weeks_and_months_are_kept():
    """One a night over two years: seven days, then the last of each week for five, of each month for twelve."""
    there = [sets.Kept(Path(str(day)), AT - timedelta(days=day), 1, "") for day in range(730)]
    stay = {(AT - one.made_at).days for one in keeping.chosen(there, AT)}
    assert set(range(7)) <= stay
    assert len([age for age in stay if 7 <= age < 35]) in (4, 5)
    assert len([age for age in stay if age >= 35]) in (10, 11, 12)
    assert max(stay) < 31 * keeping.MONTHS


def test_the_newest_always_stays():
    old = [
        sets.Kept(Path("a"), AT - timedelta(days=2000), 1, ""),
        sets.Kept(Path("b"), AT - timedelta(days=2001), 1, ""),
    ]
    assert keeping.chosen(old, AT) == old[:1]


def test_the_command_makes_carries_prunes_and_lists(no_database, places):
    old = sets.make(places[1], AT - timedelta(days=900))
    told = io.StringIO()
    call_command("backup", stdout=told)
    assert "Đã dọn 1 bản cũ" in told.getvalue()
    assert not old.path.exists()
    first, second = (sets.found_in(folder) for folder in places)
    assert first[0].path.read_bytes() == second[0].path.read_bytes()
    second[0].path.write_bytes(b"hong")
    told = io.StringIO()
    call_command("backup", "--list", stdout=told)
    assert told.getvalue().count("nguyên vẹn") == 1
    assert told.getvalue().count("ĐÃ HỎNG") == 1


def test_a_place_that_takes_nothing_is_told(no_database, settings, tmp_path):
    (tmp_path / "tep").write_text("")
    settings.BACKUP_FOLDERS = [str(tmp_path / "mot"), str(tmp_path / "tep")]
    errors = io.StringIO()
    with pytest.raises(CommandError, match="chưa có đủ"):
        call_command("backup", stdout=io.StringIO(), stderr=errors)
    assert "Không chép được" in errors.getvalue()
    settings.BACKUP_FOLDERS = []
    with pytest.raises(CommandError, match="MB_BACKUP_FOLDERS"):
        call_command("backup")


def test_the_key_is_a_pair():
    told = io.StringIO()
    call_command("make_backup_key", stdout=told)
    lines = told.getvalue().splitlines()
    assert str(pyrage.x25519.Identity.from_str(lines[-1]).to_public()) == lines[0].removeprefix("MB_BACKUP_RECIPIENT=")


# --- back again --------------------------------------------------------------------------------------------------
@pytest.mark.django_db
def test_nothing_is_restored_over_what_is_there(tmp_path):
    (tmp_path / "khoa").write_text(str(KEY))
    with pytest.raises(CommandError, match="trống"):
        call_command("restore", tmp_path / "tep.age", identity=tmp_path / "khoa")


@pytest.mark.django_db(transaction=True)
def test_from_a_set_and_the_secrets_to_the_same_system(places, tmp_path):
    """Into a new place, by the command, in a process of its own; the doctor there finds record and files as they were."""
    AuthorityFactory(name="Sở Dự Phòng")
    kept = sets.make(places[0], AT)
    (tmp_path / "khoa").write_text(str(KEY))
    new = {
        "MB_DATA_DIR": str(tmp_path / "moi"),
        "MB_PEPPER": django_settings.PEPPER,
        "DJANGO_SETTINGS_MODULE": "cms.settings.dev",
    }
    with another_database() as url:
        environment = {name: value for name, value in os.environ.items() if name != "DATABASE_URL"} | new | url
        restore = [sys.executable, "manage.py", "restore", str(kept.path), "--identity", str(tmp_path / "khoa")]
        done = subprocess.run(restore, env=environment, capture_output=True, text=True, check=False)
        assert "Khớp bản sao lưu" in done.stdout, done.stderr
        assert "Nhật ký liền mạch" in done.stdout
        assert (tmp_path / "moi/private/ab/tra-loi.pdf").read_bytes() == b"%PDF-1.7"
        again = subprocess.run(restore, env=environment, capture_output=True, text=True, check=False)
        assert "còn trống" in again.stderr or "trống" in again.stderr
        other = environment | {"MB_PEPPER": "khac", "MB_DATA_DIR": str(tmp_path / "moi-2")}
        if connection.vendor == "sqlite":
            wrong = subprocess.run(restore, env=other, capture_output=True, text=True, check=False)
            assert "MB_PEPPER không phải" in wrong.stderr


class another_database:
    """An empty one beside the suite's; on SQLite it is a file of the new data folder."""

    def __enter__(self):
        if connection.vendor == "sqlite":
            return {}
        self.name = f"{connection.settings_dict['NAME']}_moi"
        with connection.cursor() as cursor:
            cursor.execute(f'DROP DATABASE IF EXISTS "{self.name}"')
            cursor.execute(f'CREATE DATABASE "{self.name}"')
        told = connection.settings_dict
        return {
            "DATABASE_URL": f"postgres://{told['USER']}:{told['PASSWORD']}@{told['HOST']}:{told['PORT']}/{self.name}"
        }

    def __exit__(self, *error):
        if connection.vendor != "sqlite":
            with connection.cursor() as cursor:
                cursor.execute(f'DROP DATABASE IF EXISTS "{self.name}" WITH (FORCE)')


def test_a_note_is_json(no_database, places):
    kept = sets.make(places[0], AT)
    assert json.loads(sets.note_of(kept.path).read_text())["sha256"] == kept.sha256
