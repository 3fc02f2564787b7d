"""Start the demonstration with one command: database, invented province, server and worker (README)."""

import json
import os
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path

from django.conf import settings
from django.core.management import BaseCommand, CommandError
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from django.urls import reverse
from wagtail.models import Page

from cms.core.models import Authority

HOST = "127.0.0.1"
#: Left in the data folder by load_demo: [{"role", "username", "password", "name"}].
ACCOUNTS_FILE = "demo-accounts.json"
#: Seconds: how long the server may take to answer, and a child to stop when asked.
START_PATIENCE, STOP_PATIENCE = 60, 10


class Command(BaseCommand):
    help = "Chạy bản dùng thử: tạo dữ liệu ở lần đầu, mở trang web và tiến trình nền. Không dùng cho dữ liệu thật."

    def add_arguments(self, parser):
        port = int(os.environ.get("PORT") or 8000)
        parser.add_argument(
            "--port", type=int, default=port, help="cổng trên 127.0.0.1; mặc định là biến PORT, hoặc 8000"
        )

    def handle(self, *, port, **options):
        if not settings.DEMONSTRATION:
            raise CommandError("Bản dùng thử không chạy với cấu hình thật (cms.settings.production).")
        if answers(port):
            raise CommandError(f"Cổng {port} đang bận. Hãy chọn cổng khác, ví dụ --port {port + 1}.")
        address = os.environ.get("BASE_URL") or f"http://{HOST}:{port}"
        environment = os.environ | {"BASE_URL": address}
        end_on_signals()
        children = {}
        try:
            self.prepare(environment)
            children["Máy chủ web"] = start("runserver", "--noreload", "--nostatic", f"{HOST}:{port}", env=environment)
            children["Tiến trình nền"] = start("run_worker", env=environment)
            wait_for_answer(port, children)
            self.say(words(address))
            watch(children)
        except KeyboardInterrupt:
            self.say("Bản dùng thử đã dừng.")
        finally:
            end(children)

    def say(self, text):
        self.stdout.write(text)
        self.stdout.flush()  # whoever reads through a pipe waits for it, too

    def prepare(self, environment):
        """Bring the database up to date, and fill it when it is empty; a second start finds nothing to do."""
        executor = MigrationExecutor(connection)
        if executor.migration_plan(executor.loader.graph.leaf_nodes()):
            self.say("Đang lập cơ sở dữ liệu…")
            run("migrate", "--verbosity=0", env=environment)
        if not Authority.objects.exists():
            self.say("Đang nạp một tỉnh giả định…")
            run("load_demo", env=environment)
        if not Page.objects.filter(depth__gt=2).exists():
            self.say("Đang dựng các trang công khai…")
            run("build_default_site", "--demo", env=environment)
        connection.close()


def manage(*arguments):
    """The command line of one of our own commands, by the Python that runs this one."""
    return [sys.executable, str(settings.BASE_DIR / "manage.py"), *arguments]


def run(*arguments, env):
    """Run one step to its end; where it fails, its own error stands above ours."""
    if subprocess.run(manage(*arguments), env=env, stdout=subprocess.DEVNULL, check=False).returncode:
        raise CommandError(f"Chưa chạy được bản dùng thử: bước {arguments[0]} không thành công.")


def start(*arguments, env):
    """A child of ours; errors and visits show, Django's own greeting for developers does not."""
    return subprocess.Popen(manage(*arguments), env=env, stdout=subprocess.DEVNULL)


def answers(port) -> bool:
    """Whether something listens on the port."""
    try:
        socket.create_connection((HOST, port), timeout=1).close()
    except OSError:
        return False
    return True


def end_on_signals():
    """Every way of asking for the end counts as Ctrl+C, also for a process started in the background."""
    for name in ("SIGINT", "SIGTERM", "SIGHUP", "SIGBREAK"):  # SIGHUP is not on Windows, SIGBREAK only there
        if hasattr(signal, name):
            signal.signal(getattr(signal, name), signal.default_int_handler)


def check_alive(children):
    """Raise CommandError naming the first child that has ended: one without the other would mislead."""
    for name, child in children.items():
        if child.poll() is not None:
            raise CommandError(f"{name} đã dừng bất ngờ (mã {child.returncode}). Xem thông báo lỗi ở trên.")


def wait_for_answer(port, children):
    deadline = time.monotonic() + START_PATIENCE
    while not answers(port):
        check_alive(children)
        if time.monotonic() > deadline:
            raise CommandError(f"Máy chủ web không trả lời sau {START_PATIENCE} giây.")
        time.sleep(0.1)


def watch(children):
    while True:
        check_alive(children)
        time.sleep(0.5)


def end(children):
    """Ask every child to stop, and see that it has."""
    for child in children.values():
        child.terminate()
    for child in children.values():
        try:
            child.wait(STOP_PATIENCE)
        except subprocess.TimeoutExpired:
            child.kill()
            child.wait()


def words(address) -> str:
    """What to open, whom to sign in as, and where the mail lands."""
    lines = [
        "",
        f"Trang công khai:  {address}/",
        f"Trang quản trị:   {address}{reverse('wagtailadmin_home')}",
        f"Thư gửi đi nằm ở: {settings.EMAIL_FILE_PATH}",
    ]
    accounts = Path(settings.DATA_DIR) / ACCOUNTS_FILE
    if accounts.exists():
        lines += ["", "Tài khoản dùng thử, mỗi vai trò một người:", *table(json.loads(accounts.read_text("utf-8")))]
    return "\n".join([*lines, "", "Nhấn Ctrl+C để dừng.", ""])


def table(accounts):
    keys = ("role", "username", "password", "name")
    widths = [max(len(account[key]) for account in accounts) for key in keys]
    for account in accounts:
        yield "  " + "  ".join(account[key].ljust(width) for key, width in zip(keys, widths, strict=True)).rstrip()
