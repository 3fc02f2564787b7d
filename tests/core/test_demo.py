"""demo: one command from an empty folder to a site that can be walked; a second start changes nothing."""

import json
import os
import re
import signal
import socket
import sqlite3
import subprocess
import sys
import time
from urllib.request import urlopen

import pytest
from django.conf import settings
from django.core.management import CommandError, call_command

from cms.core.management.commands import demo

ACCOUNTS = [
    {"role": "Cán bộ đầu mối", "username": "daumoi", "password": "mat-khau-dung-thu", "name": "Lê Thị Hạnh"},
    {"role": "Người ký", "username": "nguoiky", "password": "mat-khau-dung-thu", "name": "Võ Văn Tín"},
]


@pytest.fixture
def busy_port():
    with socket.create_server(("127.0.0.1", 0)) as server:
        yield server.getsockname()[1]


@pytest.fixture
def free_port():
    with socket.create_server(("127.0.0.1", 0)) as server:
        return server.getsockname()[1]


@pytest.fixture
def child():
    """Start a child that runs a line of Python, and see at the end that it has gone."""
    started = []

    def child(line):
        started.append(subprocess.Popen([sys.executable, "-c", line]))
        return started[-1]

    yield child
    for process in started:
        process.kill()
        process.wait()


def test_production_settings_are_refused(settings):
    settings.DEMONSTRATION = False
    with pytest.raises(CommandError, match="không chạy với cấu hình thật"):
        call_command("demo")


def test_busy_port_is_named_with_the_way_out(busy_port):
    with pytest.raises(CommandError, match=f"Cổng {busy_port} đang bận.*--port {busy_port + 1}"):
        call_command("demo", port=busy_port)


def test_words_name_addresses_mail_folder_and_accounts(settings, tmp_path):
    settings.DATA_DIR = tmp_path
    (tmp_path / demo.ACCOUNTS_FILE).write_text(json.dumps(ACCOUNTS), "utf-8")
    said = demo.words("http://127.0.0.1:8123")
    assert "http://127.0.0.1:8123/\n" in said
    assert "http://127.0.0.1:8123/admin/\n" in said
    assert settings.EMAIL_FILE_PATH in said
    assert re.search(r"Cán bộ đầu mối +daumoi +mat-khau-dung-thu +Lê Thị Hạnh", said)
    assert re.search(r"Người ký +nguoiky +mat-khau-dung-thu +Võ Văn Tín", said)


def test_words_do_without_accounts_where_none_were_made(settings, tmp_path):
    settings.DATA_DIR = tmp_path
    assert "Tài khoản" not in demo.words("http://127.0.0.1:8000")


def test_dead_child_is_named_with_its_code(child):
    worker = child("raise SystemExit(3)")
    worker.wait()
    with pytest.raises(CommandError, match=r"Tiến trình nền đã dừng bất ngờ \(mã 3\)"):
        demo.watch({"Máy chủ web": child("import time; time.sleep(60)"), "Tiến trình nền": worker})


def test_server_that_dies_before_it_answers_is_named(child, free_port):
    with pytest.raises(CommandError, match=r"Máy chủ web đã dừng bất ngờ \(mã 1\)"):
        demo.wait_for_answer(free_port, {"Máy chủ web": child("raise SystemExit(1)")})


def test_server_that_never_answers_is_named(child, free_port, monkeypatch):
    monkeypatch.setattr(demo, "START_PATIENCE", 0)
    with pytest.raises(CommandError, match="không trả lời"):
        demo.wait_for_answer(free_port, {"Máy chủ web": child("import time; time.sleep(60)")})


def test_end_stops_even_a_child_that_will_not(child, monkeypatch):
    monkeypatch.setattr(demo, "STOP_PATIENCE", 0.2)
    line = "import signal, time; signal.signal(15, signal.SIG_IGN); print('ready', flush=True); time.sleep(60)"
    stubborn = subprocess.Popen([sys.executable, "-c", line], stdout=subprocess.PIPE)
    stubborn.stdout.readline()
    willing = child("import time; time.sleep(60)")
    demo.end({"Máy chủ web": stubborn, "Tiến trình nền": willing})
    stubborn.stdout.close()
    assert (stubborn.returncode, willing.returncode) == (-signal.SIGKILL, -signal.SIGTERM)


def test_vietnamese_can_be_read_through_a_pipe_of_any_code_page(busy_port):
    """Windows hands a piped program a code page that lacks most Vietnamese letters."""
    outcome = subprocess.run(
        [sys.executable, settings.BASE_DIR / "manage.py", "demo", "--port", str(busy_port)],
        env=os.environ | {"PYTHONIOENCODING": "cp1252", "DJANGO_SETTINGS_MODULE": "cms.settings.test"},
        capture_output=True,
        check=False,
    )
    assert outcome.returncode == 1
    assert f"Cổng {busy_port} đang bận" in outcome.stderr.decode("utf-8")


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """One database for the real starts below: making it takes most of their time."""
    return tmp_path_factory.mktemp("demo")


@pytest.mark.heavy
class TestRealStart:
    """The command as a newcomer runs it, in a folder of its own."""

    WORKED_ON = (
        "sqlite_", "wagtailsearch_", "core_mail", "catalog_publicentry", "catalog_entryfile", "catalog_filetext",
        "home_documentlook",
    )  # fmt: skip

    @pytest.fixture
    def start(self, folder, free_port):
        """Start the demonstration and wait for its words; returns the process, its words and the seconds it took."""
        processes = []

        def start():
            unset = {"DATABASE_URL", "DJANGO_SETTINGS_MODULE", "BASE_URL"}
            environment = {name: value for name, value in os.environ.items() if name not in unset}
            began = time.monotonic()
            process = subprocess.Popen(
                [sys.executable, settings.BASE_DIR / "manage.py", "demo", "--port", str(free_port)],
                env=environment | {"MB_DATA_DIR": str(folder)},
                stdout=subprocess.PIPE,
                text=True,
                encoding="utf-8",
            )
            processes.append(process)
            said = ""
            for line in process.stdout:
                said += line
                if "Ctrl+C" in line:
                    break
            return process, said, time.monotonic() - began

        yield start
        for process in processes:
            process.terminate()
            process.communicate(timeout=30)

    @staticmethod
    def stop(process, how):
        process.send_signal(how)
        rest, _ = process.communicate(timeout=30)
        return rest

    @staticmethod
    def children_of(process):
        with open(f"/proc/{process.pid}/task/{process.pid}/children", encoding="ascii") as listing:
            return [int(number) for number in listing.read().split()]

    @staticmethod
    def contents(folder):
        """Every row of every table, but what the worker goes on with: the search, texts it reads from files, mail."""
        with sqlite3.connect(folder / "db.sqlite3") as database:
            names = [name for (name,) in database.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
            kept = [name for name in names if not name.startswith(TestRealStart.WORKED_ON)]
            return {name: database.execute(f'SELECT * FROM "{name}"').fetchall() for name in kept}

    def test_first_start_shows_a_walkable_site_and_the_second_changes_nothing(self, start, folder):
        process, said, _seconds = start()
        public = re.search(r"Trang công khai: +(\S+)", said)[1]
        admin = re.search(r"Trang quản trị: +(\S+)", said)[1]
        with urlopen(public) as answer:
            page = answer.read().decode()
            assert answer.status == 200
        stylesheet = re.search(r'<link[^>]+href="([^"]+\.css)"', page)[1]
        with urlopen(public.rstrip("/") + stylesheet) as answer:
            assert answer.headers["Content-Type"].startswith("text/css")
        with urlopen(admin) as answer:
            assert answer.url.startswith(admin + "login/")
        accounts = json.loads((folder / demo.ACCOUNTS_FILE).read_text("utf-8"))
        assert len({account["role"] for account in accounts}) == len(accounts) > 1
        assert all(account["username"] in said for account in accounts)
        children = self.children_of(process)
        assert len(children) == 2
        assert "đã dừng" in self.stop(process, signal.SIGINT)
        assert process.returncode == 0
        assert not any(os.path.exists(f"/proc/{child}") for child in children)

        before = self.contents(folder)
        process, _, seconds = start()
        self.stop(process, signal.SIGTERM)
        assert process.returncode == 0
        assert seconds < 30  # a start that has nothing to do takes seconds, whatever ran before
        assert self.contents(folder) == before

    def test_death_of_the_worker_ends_the_demonstration(self, start):
        process, _, _ = start()
        server, worker = sorted(self.children_of(process))
        os.kill(worker, signal.SIGKILL)
        _, _ = process.communicate(timeout=30)
        assert process.returncode == 1
        assert not os.path.exists(f"/proc/{server}")

    def test_the_whole_demonstration_comes_back_from_a_set_and_the_secrets(self, start, folder, tmp_path):
        """The drill of S15 and SC24: by the commands of docs/van-hanh/sao-luu.md, in less than thirty minutes."""
        process, _, _ = start()
        self.stop(process, signal.SIGINT)
        began = time.monotonic()
        made = self.manage(folder, "make_backup_key").split()
        key, public = made[-1], made[0].partition("=")[2]
        (tmp_path / "khoa-mo.txt").write_text(key, encoding="ascii")
        aim = {"MB_BACKUP_FOLDERS": str(tmp_path / "sao-luu"), "MB_BACKUP_RECIPIENT": public}
        assert "Đã sao lưu" in self.manage(folder, "backup", **aim)
        (kept,) = (tmp_path / "sao-luu").glob("*.age")
        new = tmp_path / "may-moi"
        told = self.manage(new, "restore", str(kept), "--identity", str(tmp_path / "khoa-mo.txt"), may_fail=True)
        assert "Khớp bản sao lưu" in told
        assert "Mọi tệp của hồ sơ còn đủ và đúng dấu nội dung." in told
        assert "Nhật ký liền mạch" in told
        self.manage(new, "verify_audit")
        assert self.contents(new) == self.contents(folder)
        assert time.monotonic() - began < 30 * 60

    @staticmethod
    def manage(folder, *command, may_fail=False, **environment):
        """What the command says. The doctor after a restore is right to miss the worker, which nobody has started yet."""
        unset = {"DATABASE_URL", "DJANGO_SETTINGS_MODULE", "BASE_URL"}
        inherited = {name: value for name, value in os.environ.items() if name not in unset}
        done = subprocess.run(
            [sys.executable, settings.BASE_DIR / "manage.py", *command],
            env=inherited | {"MB_DATA_DIR": str(folder)} | environment,
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=False,
        )
        assert may_fail or done.returncode == 0, done.stderr
        return done.stdout
