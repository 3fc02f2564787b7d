"""Asking outside addresses (SC21): listed hosts of the public network only, no redirect, no waiting; at a real socket."""

import socket
import threading
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest

from cms.core import outgoing

HOST = "cong-bao.example"


class Answers(BaseHTTPRequestHandler):
    """/404 answers 404; /chuyen leads to a place inside; /get knows no HEAD; /im says nothing for a long while."""

    def do_HEAD(self):
        self.server.asked.append((self.command, self.path, self.headers["Host"]))
        if self.path == "/im":
            self.server.end.wait(5)
            return
        status = {"/404": 404, "/chuyen": 302, "/get": 405 if self.command == "HEAD" else 200}.get(self.path, 200)
        self.send_response(status)
        if self.path == "/chuyen":
            self.send_header("Location", "http://127.0.0.1/ben-trong")
        self.end_headers()

    do_GET = do_HEAD

    def log_message(self, *words):
        """Quiet."""


@pytest.fixture(scope="module")
def server():
    found = HTTPServer(("127.0.0.1", 0), Answers)
    found.asked, found.end = [], threading.Event()
    thread = threading.Thread(target=found.serve_forever, daemon=True)
    thread.start()
    yield found
    found.end.set()
    found.shutdown()
    found.server_close()


@pytest.fixture(autouse=True)
def nothing_asked(server):
    server.asked.clear()


def names(*addresses):
    return lambda host, port, type: [(socket.AF_INET, type, 0, "", (address, port)) for address in addresses]


def rules(server, *addresses, **more):
    port = server.server_address[1]
    found = {"hosts": frozenset({HOST}), "ports": frozenset({port}), "resolve": names(*addresses)} | more
    return f"http://{HOST}:{port}", outgoing.Rules(**found)


@pytest.mark.parametrize(
    ("path", "status", "asked"),
    [("/van-ban/12?q=1", 200, 1), ("/404", 404, 1), ("/chuyen", 302, 1), ("/get", 200, 2), ("/bảng-giá", 200, 1)],
)
def test_a_listed_host_is_asked_and_nothing_is_followed(server, path, status, asked):
    base, let = rules(server, "127.0.0.1", lets_through=lambda address: True)
    assert outgoing.status_of(base + path, let) == status
    assert len(server.asked) == asked
    assert server.asked[0][2].startswith(HOST)


INSIDE = ["127.0.0.1", "::1", "169.254.169.254", "10.1.2.3", "192.168.1.1", "172.16.0.1", "0.0.0.0", "::ffff:127.0.0.1",
          "fe80::1%eth0", "fd00::1", "64:ff9b::7f00:1", "2002:7f00:1::", "100.64.0.1", "224.0.0.1"]  # fmt: skip


@pytest.mark.parametrize("address", INSIDE)
def test_a_name_that_leads_inside_is_never_connected_to(server, address):
    # Also where only one of its addresses does: the next answer may be that one.
    for addresses in ([address], ["93.184.216.34", address]):
        base, let = rules(server, *addresses)
        with pytest.raises(outgoing.NotAllowed):
            outgoing.status_of(base + "/", let)
    assert server.asked == []


@pytest.mark.parametrize(
    "url",
    [
        "http://127.0.0.1/", "http://2130706433/", "http://0x7f.1/", "http://[::1]/", "http://khac.example/", "file:///etc/passwd",
        f"ftp://{HOST}/", f"http://{HOST}:22/", f"http://ai@{HOST}/", f"http://{HOST}.khac.example/", f"http://{HOST}:x/", "//",
        "http://[", "javascript:alert(1)", "", f"http://khac.example\\@{HOST}/",
    ],
)  # fmt: skip
def test_what_is_not_on_the_list_is_not_asked(server, url):
    _base, let = rules(server, "127.0.0.1", lets_through=lambda address: True)
    with pytest.raises((outgoing.NotAllowed, outgoing.NoAnswer)):
        outgoing.status_of(url, let)
    assert server.asked == []


def test_an_empty_list_asks_nobody(server):
    base, let = rules(server, "127.0.0.1", lets_through=lambda address: True, hosts=frozenset())
    with pytest.raises(outgoing.NotAllowed):
        outgoing.status_of(base, let)


@contextmanager
def a_dripping_server():
    """Sends a byte of its answer now and then: no single wait is long, all together have no end."""
    listening, end = socket.create_server(("127.0.0.1", 0)), threading.Event()

    def drip():
        peer, _address = listening.accept()
        with peer:
            while not end.wait(0.05):
                try:
                    peer.sendall(b"H")
                except OSError:
                    return

    threading.Thread(target=drip, daemon=True).start()
    try:
        yield listening
    finally:
        end.set()
        listening.close()


def test_a_server_that_never_ends_is_left(server):
    with a_dripping_server() as listening:
        port = listening.getsockname()[1]
        let = outgoing.Rules(
            frozenset({HOST}), frozenset({port}), 0.3, lets_through=lambda address: True, resolve=names("127.0.0.1")
        )
        with pytest.raises(outgoing.NoAnswer):
            outgoing.status_of(f"http://{HOST}:{port}/", let)
