"""What runs by the clock: once an hour, once a morning from 07:00, and one failure stops no other job."""

from datetime import datetime, timedelta

import pytest
from django.utils import timezone

from cms.core import periodic


def local(text):
    return timezone.make_aware(datetime.fromisoformat(text))


@pytest.fixture
def jobs(monkeypatch):
    """An empty register, and what its jobs did."""
    monkeypatch.setattr(periodic, "_every_turn", {})
    monkeypatch.setattr(periodic, "_hourly", {})
    monkeypatch.setattr(periodic, "_every_morning", {})
    done = []

    def job(name):
        def run(at):
            done.append(name)

        run.__name__ = name
        return run

    return job, done


def test_job_of_every_turn_runs_each_time(jobs):
    job, done = jobs
    periodic.every_turn(job("scan"))
    turns = periodic.Round()
    for second in (0, 5, 10):
        turns.run_due(local("2026-11-23 09:00") + timedelta(seconds=second))
    assert done == ["scan"] * 3


def test_hourly_job_runs_once_an_hour(jobs):
    job, done = jobs
    periodic.every_hour(job("sweep"))
    turns = periodic.Round()
    for minute in range(0, 180, 7):
        turns.run_due(local("2026-11-23 08:59") + timedelta(minutes=minute))
    assert done == ["sweep"] * 4  # 08:59, 09:…, 10:…, 11:…


@pytest.mark.parametrize(("clock", "runs"), [("2026-11-23 06:59", 0), ("2026-11-23 07:00", 1), ("2026-11-23 23:59", 1)])
def test_morning_begins_at_seven(jobs, clock, runs):
    job, done = jobs
    periodic.every_morning(job("digest"))
    periodic.Round().run_due(local(clock))
    assert len(done) == runs


def test_morning_job_runs_once_a_day(jobs):
    job, done = jobs
    periodic.every_morning(job("digest"))
    turns = periodic.Round()
    for hour in range(48):
        turns.run_due(local("2026-11-23 00:10") + timedelta(hours=hour))
    assert len(done) == 2


def test_restarted_worker_runs_again(jobs):
    job, done = jobs
    periodic.every_hour(job("sweep"))
    for _ in range(2):
        periodic.Round().run_due(local("2026-11-23 09:00"))
    assert len(done) == 2


def test_failure_is_told_and_stops_no_other(jobs, caplog, monkeypatch):
    job, _done = jobs
    monkeypatch.setattr(periodic.logger, "disabled", False)  # the import linter silences loggers it finds

    def broken(at):
        raise RuntimeError("đĩa đầy")

    periodic.every_hour(broken)
    periodic.every_hour(job("sweep"))
    assert [name.rpartition(".")[2] for name in periodic.Round().run_due(local("2026-11-23 09:00"))] == ["sweep"]
    assert "broken did not run to its end" in caplog.text


def test_register_of_the_house():
    """What the rooms asked for; a job lost here would be missed by nobody until it hurts."""
    assert {name.rpartition(".")[2] for name in periodic._every_turn} == {
        "bring_in_tables",
        "end_what_is_over",
        "issue_batches",
        "look_at_files",
        "publish_what_is_due",
        "read_files",
        "scan_files",
        "inspect_files",
        "scan_plan_files",
        "sign_head",
        "tell_witnesses",
        "write_registers",
    }
    assert {name.rpartition(".")[2] for name in periodic._every_morning} == {
        "check_entries",
        "look_after_idle_accounts",
        "remind_of_answers",
        "remind_of_rights_reviews",
        "remind_of_reports",
        "remind_owners",
        "tell_officers",
    }
    assert {name.rpartition(".")[2] for name in periodic._hourly} == {
        "check_health",
        "flag_readings",
        "forget_drafts",
        "move_late_comers",
        "publish_scheduled",
        "rebuild_fallback",
        "sweep_sessions",
        "sweep_strays",
        "sweep_tallies",
        "throw_registers_away",
    }
