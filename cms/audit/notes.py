"""Signed notes: a few lines of text and an Ed25519 signature below them, in the open form of C2SP "signed-note".

Any program that knows the form can check one with the public key alone; so can verify_export.py, without this site.
A note's first line says what it is, so that a signature given for one purpose never serves another.
"""

import base64
import email
import hashlib
import re
from dataclasses import dataclass
from functools import cached_property

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

#: The form's own number for Ed25519.
_ED25519 = b"\x01"
_SIGNED = re.compile(r"(?P<text>(?:[^\n]+\n)+)\n(?P<signatures>(?:— [^ \n]+ [A-Za-z0-9+/=]+\n)+)")


class BadNote(ValueError):
    """No signed note, or none that this key has signed."""


@dataclass(frozen=True)
class PublicKey:
    """Who signs (a name without spaces or plus) and the 32 bytes that check it."""

    name: str
    raw: bytes

    @cached_property
    def id(self) -> str:
        """Eight hexadecimal digits that stand for name and key."""
        return hashlib.sha256(self.name.encode() + b"\n" + _ED25519 + self.raw).hexdigest()[:8]

    def __str__(self):
        """As it is published: name, id and key in one word."""
        return f"{self.name}+{self.id}+{base64.b64encode(_ED25519 + self.raw).decode()}"

    @classmethod
    def read(cls, text: str) -> "PublicKey":
        """The key that was published as `text`. Raises BadNote."""
        name, _, rest = text.strip().partition("+")
        named, _, encoded = rest.partition("+")
        try:
            raw = base64.b64decode(encoded, validate=True)
        except ValueError as error:
            raise BadNote(text) from error
        key = cls(name, raw[1:])
        if len(raw) != 33 or raw[:1] != _ED25519 or key.id != named:
            raise BadNote(text)
        return key

    def has_signed(self, text: str, signature: bytes) -> bool:
        try:
            Ed25519PublicKey.from_public_bytes(self.raw).verify(signature, text.encode())
        except (InvalidSignature, ValueError):
            return False
        return True


@dataclass(frozen=True)
class SecretKey:
    """The key that signs, and under which name."""

    name: str
    seed: bytes

    @cached_property
    def _private(self) -> Ed25519PrivateKey:
        return Ed25519PrivateKey.from_private_bytes(self.seed)

    @cached_property
    def public(self) -> PublicKey:
        return PublicKey(self.name, self._private.public_key().public_bytes_raw())

    def sign(self, lines) -> str:
        """The note over these lines; none may be empty or hold a line break."""
        lines = [str(line) for line in lines]
        if not all(line and "\n" not in line for line in lines):
            raise ValueError("A line of a note is neither empty nor broken")
        text = "".join(f"{line}\n" for line in lines)
        signature = bytes.fromhex(self.public.id) + self._private.sign(text.encode())
        return f"{text}\n— {self.name} {base64.b64encode(signature).decode()}\n"


def lines_of(note: str, keys) -> tuple[list[str], PublicKey]:
    """The lines of a note and which of `keys` has signed them. Raises BadNote."""
    found = _SIGNED.fullmatch(note)
    if found is None:
        raise BadNote("no signed note")
    text = found["text"]
    for line in found["signatures"].splitlines():
        _dash, name, encoded = line.split(" ")
        try:
            signature = base64.b64decode(encoded, validate=True)
        except ValueError:
            continue
        for key in keys:
            if key.name == name and key.id == signature[:4].hex() and key.has_signed(text, signature[4:]):
                return text.splitlines(), key
    raise BadNote("not signed by a known key")


def notes_in(text: str) -> list[str]:
    """Every signed note in a text: a kept file may hold several, or be a whole mail."""
    text = text.replace("\r\n", "\n")
    return [found.group() for found in _SIGNED.finditer(text if text.endswith("\n") else f"{text}\n")]


def notes_in_file(raw: bytes) -> list[str]:
    """Every signed note in a kept file: bare, or inside a mail however it was encoded."""
    if found := notes_in(raw.decode("utf-8", "replace")):
        return found
    parts = [part.get_payload(decode=True) or b"" for part in email.message_from_bytes(raw).walk()]
    return [note for part in parts for note in notes_in(part.decode("utf-8", "replace"))]
