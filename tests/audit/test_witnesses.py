"""Checkpoints reach their witnesses: by mail, by PUT, on paper; every outcome is kept, and silence is told."""

import threading
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest
from django.core import mail as mailbox
from django.core.cache import cache
from django.db import transaction

from cms.audit import checkpoint, checks, tasks, witnesses
from cms.audit.examinations import of_witnesses
from cms.audit.models import Checkpoint, Delivery
from cms.audit.notes import notes_in, notes_in_file
from cms.audit.record import record
from cms.core import outbox, outgoing
from cms.core.doctor import State
from cms.core.models import Mail

pytestmark = pytest.mark.django_db
AT = datetime(2026, 11, 23, 2, tzinfo=UTC)
MINUTE = timedelta(minutes=1)
AUDITOR = "kiem-toan@giam-sat.example"
FOLDER = "https://luu-tru.example/nhat-ky"


@pytest.fixture(autouse=True)
def no_memory():
    cache.clear()


def act():
    with transaction.atomic():
        record("unit.saved", at=AT)


def sign(at=AT):
    act()
    return checkpoint.make("HOUR", at)


@pytest.fixture
def auditor(settings):
    settings.CHECKPOINT_MAILBOXES = [AUDITOR]


@pytest.fixture
def folder(settings, monkeypatch):
    """Another host, as the worker sees it: what it was handed, and what it answers next."""
    settings.CHECKPOINT_URLS = [FOLDER + "/"]
    handed, answers = [], []

    def put(url, body, rules, headers):
        handed.append((url, body.decode(), headers))
        answer = answers.pop(0) if answers else 201
        if isinstance(answer, Exception):
            raise answer
        return answer

    monkeypatch.setattr(outgoing, "put", put)
    return handed, answers


def ends():
    return [
        (one.checkpoint_id, bool(one.done_at), bool(one.failed_at), one.error)
        for one in Delivery.objects.order_by("pk")
    ]


# --- mail --------------------------------------------------------------------------------------------------------


def test_mail_carries_the_note_whole(auditor):
    point = sign()
    tasks.tell_witnesses(AT)
    outbox.carry(AT)
    (sent,) = mailbox.outbox
    assert sent.to == [AUDITOR]
    assert notes_in(sent.body) == notes_in_file(sent.message().as_bytes()) == [point.text]
    assert ends() == [(1, False, False, "")]
    tasks.tell_witnesses(AT + MINUTE)
    assert ends() == [(1, True, False, "")]
    assert Delivery.objects.get().done_at == AT


def test_mailbox_gets_the_newest_after_a_pause(auditor, settings):
    settings.CHECKPOINT_MAIL_MINUTES = 15
    for minute in range(0, 20, 2):
        at = AT + minute * MINUTE
        sign(at)
        tasks.tell_witnesses(at)
        outbox.carry(at)
    assert [one.checkpoint_id for one in Delivery.objects.order_by("pk")] == [1, 9]
    assert Mail.objects.count() == 2


def test_mail_that_was_given_up_is_told_and_the_next_one_begun(auditor):
    sign()
    tasks.tell_witnesses(AT)
    Mail.objects.update(failed_at=AT + MINUTE, error="SMTPServerDisconnected", tries=9)
    sign(AT + 20 * MINUTE)
    tasks.tell_witnesses(AT + 20 * MINUTE)
    assert ends() == [(1, False, True, "SMTPServerDisconnected"), (2, False, False, "")]


def test_second_worker_posts_no_second_mail(auditor):
    point = sign()
    for _ in range(2):
        witnesses._begin("MAIL", AUDITOR, point, AT)
    assert (Delivery.objects.count(), Mail.objects.count()) == (1, 1)


# --- another host ------------------------------------------------------------------------------------------------


def test_other_host_is_handed_a_new_file(folder, settings):
    settings.CHECKPOINT_TOKEN = "chìa".encode("ascii", "ignore").decode() + "-khoa"
    handed, _answers = folder
    point = sign()
    tasks.tell_witnesses(AT)
    ((url, body, headers),) = handed
    assert (url, body) == (f"{FOLDER}/diem-1.txt", point.text)
    assert (headers["If-None-Match"], headers["Authorization"]) == ("*", f"Bearer {settings.CHECKPOINT_TOKEN}")
    assert ends() == [(1, True, False, "")]
    tasks.tell_witnesses(AT + MINUTE)
    assert len(handed) == 1


def test_other_host_that_is_away_is_tried_again_and_then_gets_the_newest(folder):
    handed, answers = folder
    answers[:] = [outgoing.NoAnswer("x"), 503]
    sign()
    tasks.tell_witnesses(AT)
    assert ends() == [(1, False, False, "NoAnswer")]
    sign(AT + MINUTE / 2)
    tasks.tell_witnesses(AT + MINUTE / 2)
    assert len(handed) == 1  # not before its time
    tasks.tell_witnesses(AT + MINUTE)
    assert ends() == [(1, False, False, "HTTP 503")]
    tasks.tell_witnesses(AT + 6 * MINUTE)
    tasks.tell_witnesses(AT + 6 * MINUTE)
    assert ends() == [(1, True, False, ""), (2, True, False, "")]


def test_other_host_that_never_answers_is_given_up(folder):
    _handed, answers = folder
    answers[:] = [outgoing.NoAnswer("x")] * 30
    sign()
    for hour in range(30):
        tasks.tell_witnesses(AT + timedelta(hours=hour))
    (first, *_later) = ends()
    assert first == (1, False, True, "NoAnswer")
    assert Delivery.objects.order_by("pk").first().tries == witnesses.TRIES


def test_file_that_is_there_already_is_told_unless_an_answer_was_lost(folder):
    """Another checkpoint under the same number: this server was put back to an older copy."""
    _handed, answers = folder
    answers[:] = [412]
    sign()
    tasks.tell_witnesses(AT)
    assert ends() == [(1, False, True, "HTTP 412")]
    answers[:] = [outgoing.NoAnswer("x"), 412]
    sign(AT + MINUTE)
    tasks.tell_witnesses(AT + MINUTE)
    tasks.tell_witnesses(AT + 3 * MINUTE)
    assert ends()[1][:3] == (2, True, False)


class Folder(BaseHTTPRequestHandler):
    """Takes a file once; /chuyen leads elsewhere."""

    def do_PUT(self):
        body = self.rfile.read(int(self.headers["Content-Length"]))
        is_held = self.path in self.server.files and self.headers["If-None-Match"] == "*"
        self.send_response(307 if "chuyen" in self.path else 412 if is_held else 201)
        self.send_header("Location", "/khac")
        self.end_headers()
        self.server.files.setdefault(self.path, body)

    def log_message(self, *words):
        """Quiet."""


def test_put_at_a_real_socket():
    server = HTTPServer(("127.0.0.1", 0), Folder)
    server.files = {}
    threading.Thread(target=server.serve_forever, daemon=True).start()
    port = server.server_address[1]
    rules = outgoing.Rules(hosts=frozenset({"127.0.0.1"}), ports=frozenset({port}), lets_through=lambda _address: True)
    try:
        headers = {"If-None-Match": "*"}
        base = f"http://127.0.0.1:{port}"
        assert [outgoing.put(f"{base}/diem-1.txt", b"note", rules, headers) for _ in range(2)] == [201, 412]
        assert outgoing.put(f"{base}/chuyen", b"note", rules, headers) == 307
        assert server.files["/diem-1.txt"] == b"note"
        assert "/khac" not in server.files
        with pytest.raises(outgoing.NotAllowed):
            outgoing.put(f"http://localhost:{port}/diem-2.txt", b"note", rules, headers)
    finally:
        server.shutdown()
        server.server_close()


@pytest.mark.parametrize("url", ["http://luu-tru.example/x", "ftp://luu-tru.example/x", "luu-tru.example"])
def test_only_https_is_asked(settings, url):
    settings.CHECKPOINT_URLS = [url]
    sign()
    tasks.tell_witnesses(AT)
    assert ends() == [(1, False, False, "NotAllowed")]
    assert [slip.id for slip in checks.checkpoints_are_signed(None)] == ["audit.E003"]


# --- how it stands -----------------------------------------------------------------------------------------------


def test_installation_without_a_witness_costs_nothing(django_assert_num_queries):
    with django_assert_num_queries(0):
        tasks.tell_witnesses(AT)
    assert [slip.id for slip in checks.checkpoints_are_signed(None)] == ["audit.W001"]


def test_first_day_is_not_warned_of():
    sign()
    assert witnesses.standing(AT + timedelta(hours=23)).warning == ""


def test_day_without_a_witness_is_warned_of(folder):
    sign()
    tasks.tell_witnesses(AT)
    late = AT + timedelta(hours=25)
    sign(late)
    assert "nơi nào ngoài máy chủ" in witnesses.standing(late).warning
    tasks.tell_witnesses(late)
    assert witnesses.standing(late).warning == ""


def test_day_without_a_checkpoint_is_warned_of(folder):
    sign()
    tasks.tell_witnesses(AT)
    assert "run_worker" in witnesses.standing(AT + timedelta(hours=26)).warning


def test_doctor_says_who_keeps_the_proof(folder, settings):
    sign()
    assert [found.state for found in of_witnesses(AT)] == [State.WELL]
    assert [found.state for found in of_witnesses(AT + timedelta(hours=25))] == [State.ILL]
    settings.CHECKPOINT_URLS = []
    assert [found.state for found in of_witnesses(AT)] == [State.NOTE]


def test_missing_key_is_warned_of(settings):
    settings.CHECKPOINT_KEYS = []
    assert "MB_CHECKPOINT_KEYS" in witnesses.standing(AT).warning
    assert [slip.id for slip in checks.checkpoints_are_signed(None)] == ["audit.E002"]
    assert Checkpoint.objects.count() == 0
