"""Files and the virus scanner: found clean, found infected, or left waiting while the scanner is down (SC12)."""

import socket
import struct
import threading

import pytest

from cms.audit.models import Entry
from cms.core import scanner
from tests.factories.moments import moment
from tests.factories.workflow import Case
from workflow.choices import FileState
from workflow.models import Attachment
from workflow.services import holdings, scanning
from workflow.services.answers import StoredFile

AT = moment("06/11/2026")


class Daemon(threading.Thread):
    """A stand-in that speaks clamd's INSTREAM: what contains EICAR is infected; `reply` forces another answer."""

    def __init__(self, reply=None):
        super().__init__(daemon=True)
        self.server = socket.create_server(("127.0.0.1", 0))
        self.address = f"127.0.0.1:{self.server.getsockname()[1]}"
        self.reply = reply
        self.start()

    def run(self):
        while True:
            try:
                peer, _address = self.server.accept()
            except OSError:
                return
            with peer:
                self._answer(peer)

    def _answer(self, peer):
        stream = peer.makefile("rb")
        assert stream.read(10) == b"zINSTREAM\0"
        content = b""
        while size := struct.unpack("!I", stream.read(4))[0]:
            content += stream.read(size)
        found = b"stream: Eicar-Test FOUND\0" if b"EICAR" in content else b"stream: OK\0"
        peer.sendall(found if self.reply is None else self.reply)


@pytest.fixture
def daemon(settings):
    running = Daemon()
    settings.CLAMD_ADDRESS = running.address
    yield running
    running.server.close()


@pytest.fixture
def add(house, settings):
    """Add a file with this content to a case under way."""
    case = Case.sent(house, on="03/11/2026").on("04/11/2026").accept()

    def add(content: bytes, path="aa/test"):
        target = settings.PRIVATE_ROOT / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)
        file = StoredFile("a.txt", path, "text/plain", len(content), "0" * 64, scanning.first_state(), "ANSWER")
        now = case.now
        return holdings.add_file(info_request=now, seen=now.version, file=file, by=house.officer, at=AT)

    return add


def state_of(file):
    return Attachment.objects.get(pk=file.pk).state


def test_without_a_scanner_a_checked_file_is_usable_at_once(add):
    assert state_of(add(b"hoa don")) == FileState.CLEAN
    assert scanning.scan_waiting(AT) == 0


@pytest.mark.parametrize(
    ("content", "state", "kind"),
    [
        pytest.param(b"hoa don", FileState.CLEAN, "request.file_scanned", id="sạch"),
        pytest.param(b"EICAR", FileState.INFECTED, "request.file_infected", id="có mã độc"),
    ],
)
def test_a_waiting_file_is_let_out_or_kept_in(daemon, add, content, state, kind):
    file = add(content)
    assert state_of(file) == FileState.QUARANTINE
    assert scanning.scan_waiting(AT) == 1
    assert state_of(file) == state
    assert Entry.objects.filter(kind=kind).count() == 1
    assert scanning.scan_waiting(AT) == 0


def test_a_file_decided_meanwhile_is_not_decided_again(daemon, add):
    file = add(b"hoa don")
    scanning.scan_waiting(AT)
    assert scanning._decide(file.pk, None, AT) is False


def test_while_the_scanner_is_down_files_wait_and_are_scanned_later(daemon, add, settings):
    file = add(b"hoa don")
    settings.CLAMD_ADDRESS = "127.0.0.1:1"
    assert scanning.scan_waiting(AT) == 0
    assert state_of(file) == FileState.QUARANTINE
    settings.CLAMD_ADDRESS = daemon.address
    assert scanning.scan_waiting(AT) == 1


@pytest.mark.parametrize("reply", [b"", b"stream: ERROR\0", b"INSTREAM size limit exceeded\0"])
def test_an_unknown_answer_is_never_clean(settings, reply):
    settings.CLAMD_ADDRESS = Daemon(reply).address
    (settings.PRIVATE_ROOT / "doubt").parent.mkdir(parents=True, exist_ok=True)
    (settings.PRIVATE_ROOT / "doubt").write_bytes(b"x")
    with pytest.raises(scanner.ScannerDown):
        scanner.scan("doubt")
