"""The worker: carries mail, tells that it lives, stops when asked, and outlives a database that is away."""

import os
import signal
import subprocess
import sys
import threading
import time

import pytest
from django.conf import settings as django_settings
from django.core import mail
from django.core.management import call_command
from django.db import OperationalError
from django.utils import timezone

from cms.core import heartbeat, outbox, periodic
from cms.core.management.commands import run_worker

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def quiet_clock(monkeypatch, settings, tmp_path):
    """No jobs but the mail, a folder of our own, and the signals as they were."""
    monkeypatch.setattr(periodic, "_hourly", {})
    monkeypatch.setattr(periodic, "_every_morning", {})
    settings.DATA_DIR = tmp_path
    names = [name for name in ("SIGINT", "SIGTERM", "SIGHUP") if hasattr(signal, name)]
    before = {name: signal.getsignal(getattr(signal, name)) for name in names}
    yield
    for name, handler in before.items():
        signal.signal(getattr(signal, name), handler)


def post():
    return outbox.post(kind="x", to="men@example.vn", subject="Hồ sơ", text="…", at=timezone.now())


def test_once_carries_everything_and_ends():
    for _ in range(outbox.BATCH + 2):
        post()
    call_command("run_worker", once=True)
    assert len(mail.outbox) == outbox.BATCH + 2


def test_it_tells_that_it_lives():
    assert heartbeat.last() is None
    before = timezone.now()
    call_command("run_worker", once=True)
    assert before <= heartbeat.last() <= timezone.now()


def test_broken_sign_of_life_counts_as_none(settings):
    (settings.DATA_DIR / "worker-heartbeat.txt").write_text("?", encoding="ascii")
    assert heartbeat.last() is None


def test_jobs_of_the_rooms_run():
    done = []
    periodic.every_hour(lambda at: done.append(at))
    call_command("run_worker", once=True)
    assert len(done) == 1


def test_database_away_ends_the_turn_not_the_worker(monkeypatch, caplog):
    def away(at):
        raise OperationalError("server closed the connection")

    monkeypatch.setattr(outbox, "carry", away)
    monkeypatch.setattr(run_worker.connections, "close_all", lambda: None)
    monkeypatch.setattr(run_worker.logger, "disabled", False)  # the import linter silences loggers it finds
    call_command("run_worker", once=True)
    assert "the worker tries again" in caplog.text


@pytest.mark.parametrize("name", ["SIGTERM", "SIGINT"])
def test_it_stops_when_asked(name):
    """In the middle of a long rest: at once, not after it."""
    threading.Timer(0.5, lambda: os.kill(os.getpid(), getattr(signal, name))).start()
    began = time.monotonic()
    call_command("run_worker", interval=60)
    assert time.monotonic() - began < 10


def test_process_of_its_own_ends_cleanly(tmp_path):
    """As `demo` starts it: another process, asked to end, leaves with 0. Its database is not there at all."""
    environment = os.environ | {
        "MB_DATA_DIR": str(tmp_path),
        "DJANGO_SETTINGS_MODULE": "cms.settings.dev",
        "DATABASE_URL": f"sqlite:///{(tmp_path / 'empty.sqlite3').as_posix()}",
    }
    command = [sys.executable, str(django_settings.BASE_DIR / "manage.py"), "run_worker"]
    process = subprocess.Popen(command, env=environment, stderr=subprocess.PIPE)
    try:
        until = time.monotonic() + 60
        while not (tmp_path / "worker-heartbeat.txt").exists() and time.monotonic() < until:
            time.sleep(0.1)
        process.terminate()
        _out, errors = process.communicate(timeout=30)
    finally:
        process.kill()
    assert process.returncode == 0, errors.decode("utf-8", "replace")
