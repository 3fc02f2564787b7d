"""Mail leaves once, to one address, whatever the mail server and the worker go through (S12, SC14, SC23)."""

import smtplib
from datetime import UTC, datetime, timedelta

import pytest
from django.core import mail
from django.core.exceptions import ValidationError
from django.core.mail.backends.locmem import EmailBackend
from django.db import transaction

from cms.core import outbox
from cms.core.models import Mail

pytestmark = pytest.mark.django_db
AT = datetime(2026, 11, 23, 1, tzinfo=UTC)
MINUTE = timedelta(minutes=1)


class Server(EmailBackend):
    """A mail server that does what `moods` says, one mood a message, then accepts."""

    moods: list = []

    def send_messages(self, messages):
        mood = self.moods.pop(0) if self.moods else None
        if mood is not None:
            raise mood
        return super().send_messages(messages)


class KilledError(BaseException):
    """What a killed process looks like from inside: nothing after it runs."""


@pytest.fixture
def server(settings):
    settings.EMAIL_BACKEND = f"{__name__}.Server"
    Server.moods = []
    return Server


def post(to="men@example.vn", subject="Hồ sơ SV-261123-0001: đã tiếp nhận", **words):
    return outbox.post(kind="received", to=to, subject=subject, text="Kính gửi Ông/Bà,", at=AT, **words)


def sent_ids():
    return [message.extra_headers["Message-ID"] for message in mail.outbox]


# --- what may be posted ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "to",
    [
        pytest.param("a@b.vn,c@d.vn", id="two"),
        pytest.param("a@b.vn;c@d.vn", id="two by semicolon"),
        pytest.param("Ủy ban <a@b.vn>", id="display name"),
        pytest.param("a@b.vn\nBcc: c@d.vn", id="line feed"),
        pytest.param("a@b.vn\r\nBcc: c@d.vn", id="carriage return"),
        pytest.param("a@b.vn\u2028c@d.vn", id="line separator"),
        pytest.param("a@b.vn\x85", id="next line"),
        pytest.param("a@b.vn\x00", id="nul"),
        pytest.param(f"{'a' * 400}@b.vn", id="very long"),
        pytest.param("", id="empty"),
    ],
)
def test_anything_but_one_bare_address_is_refused(to):
    with pytest.raises(ValidationError):
        post(to)
    assert not Mail.objects.exists()


@pytest.mark.parametrize("mark", ["\n", "\r\n", "\x0b", "\x0c", "\x1c", "\x85", "\u2028", "\u2029", "\0"])
def test_subject_is_one_line(mark):
    assert post(subject=f"Hồ sơ{mark}Bcc: x@y.vn").subject == "Hồ sơ Bcc: x@y.vn"


def test_mail_goes_with_its_act_or_not_at_all():
    with pytest.raises(ZeroDivisionError), transaction.atomic():
        post()
        raise ZeroDivisionError
    assert not Mail.objects.exists()


def test_two_messages_differ_although_they_say_the_same():
    assert post().message_id != post().message_id


def test_one_occasion_is_one_message():
    first = post(once="digest:7:2026-11-23")
    assert post(once="digest:7:2026-11-23", subject="khác") == first
    assert post(once="digest:8:2026-11-23") != first
    assert Mail.objects.count() == 2


# --- carrying ----------------------------------------------------------------------------------------------------


def test_due_mail_leaves_once(server):
    message = post()
    assert outbox.carry(AT) == 1
    assert outbox.carry(AT + MINUTE) == 0
    assert sent_ids() == [message.message_id]
    assert mail.outbox[0].to == ["men@example.vn"]
    message.refresh_from_db()
    assert message.sent_at == AT


def test_mail_waits_for_its_moment(server):
    post()
    assert outbox.carry(AT - MINUTE) == 0


def test_server_refuses_for_six_hours_then_accepts(server):
    """Every message once, under the Message-ID it had from the beginning; the queue is seen meanwhile."""
    message = post()
    server.moods = [ConnectionRefusedError("gửi men@example.vn")] * 100
    at = AT
    while at < AT + timedelta(hours=6):
        assert outbox.carry(at) == 0
        at += MINUTE
    message.refresh_from_db()
    assert outbox.waiting().get() == message
    assert message.tries < 10
    assert message.error == "ConnectionRefusedError"
    server.moods = []
    while at < AT + timedelta(hours=13):
        outbox.carry(at)
        at += MINUTE
    assert sent_ids() == [message.message_id]
    message.refresh_from_db()
    assert message.error == ""
    assert not outbox.waiting().exists()


def test_one_message_that_cannot_go_holds_up_no_other(server):
    server.moods = [smtplib.SMTPRecipientsRefused({}), UnicodeError("địa chỉ")]
    ids = [post().message_id for _ in range(3)]
    assert outbox.carry(AT) == 1
    assert sent_ids() == ids[2:]


def test_mail_is_given_up_after_the_last_try(server):
    message = post()
    server.moods = [TimeoutError()] * 100
    at = AT
    for _ in range(len(outbox.WAITS) + 1):
        outbox.carry(at)
        at += timedelta(days=1)
    message.refresh_from_db()
    assert message.failed_at is not None
    assert message.tries == len(outbox.WAITS) + 1
    assert outbox.carry(at + timedelta(days=30)) == 0


def test_killed_while_sending_it_goes_again_under_the_same_name(server):
    """Whether the server got it or not, nobody knows; the same Message-ID lets it notice."""
    message = post()
    server.moods = [KilledError()]
    with pytest.raises(KilledError):
        outbox.carry(AT)
    assert outbox.carry(AT + MINUTE) == 0, "another worker must leave it alone while the lease runs"
    assert outbox.carry(AT + outbox.LEASE) == 1
    assert sent_ids() == [message.message_id]


def test_two_workers_do_not_send_the_same(server):
    message = post()
    assert outbox._claim(message.pk, AT).pk == message.pk
    assert outbox._claim(message.pk, AT) is None


def test_round_carries_a_batch_and_leaves_the_rest(server):
    for _ in range(outbox.BATCH + 3):
        post()
    assert outbox.carry(AT) == outbox.BATCH
    assert outbox.carry(AT) == 3


def test_silent_servers_do_not_outlast_the_lease():
    assert timedelta(seconds=outbox.PATIENCE * outbox.BATCH) < outbox.LEASE


def test_no_lock_is_held_while_the_server_thinks(server, django_assert_num_queries):
    """Between claiming and keeping the result, no transaction is open (in a test: none but the test's own)."""
    seen = []

    class Looking(Server):
        def send_messages(self, messages):
            seen.append(len(transaction.get_connection().savepoint_ids))
            return 1

    post()
    before = len(transaction.get_connection().savepoint_ids)
    from unittest.mock import patch

    with patch.object(outbox, "get_connection", lambda **kwargs: Looking()):
        outbox.carry(AT)
    assert seen == [before]


def test_folder_keeps_one_file_a_message(settings, tmp_path):
    settings.EMAIL_BACKEND = "cms.core.outbox.FolderBackend"
    settings.EMAIL_FILE_PATH = str(tmp_path / "mail")
    message = post()
    outbox.carry(AT)
    (file,) = (tmp_path / "mail").iterdir()
    assert file.suffix == ".eml"
    assert message.message_id in file.read_text("utf-8")
