"""Whether a stored file carries malware, asked of a ClamAV daemon over its INSTREAM protocol; doubt is never "clean"."""

import socket
import struct

from django.conf import settings

CHUNK = 1 << 16  # bytes
TIMEOUT = 30  # seconds


class ScannerDown(Exception):
    """The daemon did not answer, or not in a way that can be trusted; the file stays where it is."""


def is_configured() -> bool:
    return bool(settings.CLAMD_ADDRESS)


def scan(path: str) -> str | None:
    """None when clean, the signature's name when not. Raises ScannerDown on any doubt."""
    host, _colon, port = settings.CLAMD_ADDRESS.rpartition(":")
    try:
        with (
            open(settings.PRIVATE_ROOT / path, "rb") as stream,
            socket.create_connection((host, int(port)), timeout=TIMEOUT) as daemon,
        ):
            daemon.sendall(b"zINSTREAM\0")
            while data := stream.read(CHUNK):
                daemon.sendall(struct.pack("!I", len(data)) + data)
            daemon.sendall(struct.pack("!I", 0))
            reply = _read(daemon)
    except (OSError, ValueError) as error:
        raise ScannerDown(type(error).__name__) from error
    if reply == "stream: OK":
        return None
    if reply.startswith("stream: ") and reply.endswith(" FOUND"):
        return reply.removeprefix("stream: ").removesuffix(" FOUND")
    raise ScannerDown(reply[:100])


def _read(daemon) -> str:
    reply = b""
    while not reply.endswith(b"\0") and (part := daemon.recv(4096)):
        reply += part
    return reply.rstrip(b"\0").decode("utf-8", "replace")
