#!/usr/bin/env python3
"""Kiểm chứng nhật ký Minh Bạch: checks an export of the record with the public key alone.

One file that needs Python 3.11 or newer and nothing else; where `cryptography` is installed, signatures are checked with it
(faster), otherwise by the arithmetic of RFC 8032 below. It is written apart from the site on purpose and imports nothing of
it: a slip, or a hand, in one does not reach the other.

    python3 kiem-chung.py nhat-ky.jsonl --key khoa.txt --checkpoint thu-1.eml thu-2.eml

Ends with 0 when everything holds, 1 when something does not, 2 when it was asked wrongly.
"""

import argparse
import base64
import email
import hashlib
import json
import re
import sys
from dataclasses import dataclass, field
from pathlib import Path

FORMAT, EXPORT, NEW_KEY = "minhbach-nhat-ky", "/trich-xuat", "/khoa-moi"
WORDS = {
    "EDITED": "nội dung bản ghi đã bị sửa",
    "MISSING": "thiếu bản ghi: đã bị xóa",
    "INSERTED": "có bản ghi được chèn thêm",
    "REORDERED": "bản ghi đứng sai chỗ: thứ tự đã bị đổi",
    "DETACHED": "bản ghi không nối với bản ghi đứng trước: một trong hai đã bị thay",
    "CUT": "phần cuối đã bị cắt",
    "ROLLED_BACK": "nhật ký ngắn hơn điểm kiểm chứng đã giữ: đã bị đưa về bản cũ, hoặc bị cắt đuôi",
    "REWRITTEN": "khác với điểm kiểm chứng đã giữ: nhật ký đã bị viết lại",
    "FORGED": "chữ ký không đúng, hoặc không phải của khóa đã biết",
}


# --- Ed25519, checking only (RFC 8032, 5.1.7) --------------------------------------------------------------------
P = 2**255 - 19
L = 2**252 + 27742317777372353535851937790883648493
D = -121665 * pow(121666, P - 2, P) % P
ROOT = pow(2, (P - 1) // 4, P)


def _added(a, b):
    """The sum of two points in extended coordinates."""
    one, two = (a[1] - a[0]) * (b[1] - b[0]) % P, (a[1] + a[0]) * (b[1] + b[0]) % P
    three, four = 2 * a[3] * b[3] * D % P, 2 * a[2] * b[2] % P
    e, f, g, h = two - one, four - three, four + three, two + one
    return e * f % P, g * h % P, f * g % P, e * h % P


def _times(number, point):
    found = (0, 1, 1, 0)
    while number:
        if number & 1:
            found = _added(found, point)
        point = _added(point, point)
        number >>= 1
    return found


def _point(raw):
    """The point that 32 bytes name, or None."""
    y = int.from_bytes(raw, "little")
    sign, y = y >> 255, y & (2**255 - 1)
    if y >= P:
        return None
    square = (y * y - 1) * pow(D * y * y + 1, P - 2, P) % P
    x = pow(square, (P + 3) // 8, P)
    if (x * x - square) % P:
        x = x * ROOT % P
    if (x * x - square) % P or (x == 0 and sign):
        return None
    x = P - x if x & 1 != sign else x
    return x, y, 1, x * y % P


BASE = _point((4 * pow(5, P - 2, P) % P).to_bytes(32, "little"))


def is_signed(key, message, signature):
    """Whether `signature` (64 bytes) of `message` was made with the secret half of `key` (32 bytes)."""
    if len(key) != 32 or len(signature) != 64:
        return False
    public, commitment = _point(key), _point(signature[:32])
    scalar = int.from_bytes(signature[32:], "little")
    if public is None or commitment is None or scalar >= L:
        return False
    challenge = int.from_bytes(hashlib.sha512(signature[:32] + key + message).digest(), "little") % L
    left, right = _times(scalar, BASE), _added(commitment, _times(challenge, public))
    return (left[0] * right[2] - right[0] * left[2]) % P == 0 and (left[1] * right[2] - right[1] * left[2]) % P == 0


def fast_is_signed():
    """The same by `cryptography`, where it is installed."""
    try:
        from cryptography.exceptions import InvalidSignature
        from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
    except ImportError:
        return is_signed

    def check(key, message, signature):
        try:
            Ed25519PublicKey.from_public_bytes(key).verify(signature, message)
        except (InvalidSignature, ValueError):
            return False
        return True

    return check


# --- keys and signed notes ---------------------------------------------------------------------------------------
NOTE = re.compile(r"((?:[^\n]+\n)+)\n((?:— [^ \n]+ [A-Za-z0-9+/=]+\n)+)")


@dataclass(frozen=True)
class Key:
    name: str
    raw: bytes

    @property
    def id(self):
        return hashlib.sha256(self.name.encode() + b"\n\x01" + self.raw).digest()[:4]


def read_key(text):
    """The key published as name+id+base64, or None."""
    name, _, rest = text.strip().partition("+")
    named, _, encoded = rest.partition("+")
    try:
        raw = base64.b64decode(encoded, validate=True)
    except ValueError:
        return None
    key = Key(name, raw[1:])
    return key if len(raw) == 33 and raw[0] == 1 and key.id.hex() == named else None


@dataclass(frozen=True)
class Point:
    """A head that was signed: how many entries, the last hash, and what else the note says."""

    seq: int
    hash: str
    rest: dict

    def __str__(self):
        number = f"số {self.rest['number']}, " if "number" in self.rest else ""
        return f"{number}bản ghi {self.seq}, ký lúc {self.rest.get('time', '?')}"


class Trusted:
    """The keys that count: those given, and those that one of them has signed since."""

    def __init__(self, keys, check):
        self.keys, self.check = list(keys), check

    def signer(self, text, signatures):
        for line in signatures.splitlines():
            _dash, name, encoded = line.split(" ")
            try:
                raw = base64.b64decode(encoded, validate=True)
            except ValueError:
                continue
            for key in self.keys:
                if (key.name, key.id) == (name, raw[:4]) and self.check(key.raw, text.encode(), raw[4:]):
                    return key
        return None

    def read(self, note, suffix=""):
        """What a note of this purpose says, or None where no key that counts has signed it."""
        found = NOTE.fullmatch(note)
        key = found and self.signer(*found.groups())
        if not key:
            return None
        name, *lines = found[1].splitlines()
        try:
            size, digest, *rest = lines
            said = dict(line.split(" ", 1) for line in rest)
            point = Point(int(size), base64.b64decode(digest, validate=True).hex(), said)
        except ValueError:
            return None
        return point if name == key.name + suffix else None

    def learn(self, payload):
        """A later key counts once a key that counts has signed it; the entry that says so stands in the record."""
        data = payload.get("data") or {}
        new = read_key(str(data.get("key", "")))
        for key in list(self.keys) if new and new not in self.keys else []:
            try:
                raw = base64.b64decode(str(data.get("endorsement", "")), validate=True)
            except ValueError:
                return
            text = f"{key.name}{NEW_KEY}\n{data['key']}\n".encode()
            if raw[:4] == key.id and self.check(key.raw, text, raw[4:]):
                self.keys.append(new)


def notes_in(text):
    text = text.replace("\r\n", "\n")
    return [found.group() for found in NOTE.finditer(text if text.endswith("\n") else text + "\n")]


# --- following the record ----------------------------------------------------------------------------------------
class Broken(Exception):
    """The first thing found wrong: its kind, the entry, and a detail."""

    def __init__(self, kind, seq, detail=""):
        super().__init__(kind, seq, detail)
        self.kind, self.seq, self.detail = kind, seq, detail


@dataclass
class Walk:
    """One pass over an export; `kept` are the notes that somebody kept elsewhere."""

    trusted: Trusted
    kept: list
    whole: bool = True
    size: int = 0
    seq: int = 0
    hash: str = "00" * 32
    count: int = 0
    hashes: dict = field(default_factory=dict)
    wanted: set = field(default_factory=set)

    def entry(self, line):
        seq, said = line["seq"], line["hash"]
        payload = bytes.fromhex(line["payload_hex"]) if "payload_hex" in line else line["payload"].encode()
        if self.whole and seq > self.seq + 1:
            raise Broken("MISSING", self.seq + 1)
        if seq <= self.seq:
            raise Broken("INSERTED" if self.whole else "REORDERED", seq)
        if hashlib.sha256(b"\0" + bytes.fromhex(line["prev_hash"]) + payload).hexdigest() != said:
            raise Broken("EDITED", seq)
        inside = json.loads(payload)
        if inside["seq"] != seq:
            raise Broken("INSERTED" if inside["seq"] <= self.seq else "MISSING", seq)
        if seq == self.seq + 1 and line["prev_hash"] != self.hash:
            raise Broken("DETACHED", seq)
        self.seq, self.hash, self.count = seq, said, self.count + 1
        if seq in self.wanted:
            self.hashes[seq] = said
        if inside.get("kind") == "checkpoint.key_adopted":
            self.trusted.learn(inside)

    def compare(self, notes, what):
        """Signed heads against the entries, earliest first; returns what they say."""
        points = [self.trusted.read(note) for note in notes]
        if None in points:
            raise Broken("FORGED", size_of(notes[points.index(None)]), what)
        matching = 0
        for point in sorted(points, key=lambda one: one.seq):
            if point.seq > self.size:
                raise Broken("ROLLED_BACK", self.size + 1, f"{what} {point}")
            if self.hashes.get(point.seq, point.hash) != point.hash:
                raise Broken("REWRITTEN", point.seq, f"{what} {point}; còn khớp đến bản ghi {matching}")
            matching = point.seq
        return points


def lines_of(file, digest):
    """Each line as data; all but the last, which is the signature, go into the digest."""
    former = None
    for line in file:
        if former is not None:
            digest.update(former)
            yield former
        former = line
    if former is not None:
        yield former


def check(path, trusted, kept_notes):
    """Follow a whole export; returns the Walk. Raises Broken at the first thing that does not hold."""
    digest, own_notes, signed = hashlib.sha256(), [], None
    walk = Walk(trusted, [], wanted={size_of(note) for note in kept_notes})
    with Path(path).open("rb") as file:
        for number, raw in enumerate(lines_of(file, digest)):
            try:
                line = json.loads(raw)
                if number == 0:
                    begin(walk, line)
                elif "seq" in line:
                    walk.entry(line)
                elif "checkpoint" in line:
                    own_notes.append(line["checkpoint"])
                    walk.wanted.add(size_of(line["checkpoint"]))
                else:
                    signed = line["signed"]
            except (ValueError, KeyError, TypeError, AttributeError) as error:
                raise Broken("EDITED", walk.seq + 1, f"dòng {number + 1} của tệp không đọc được") from error
            except Broken as broken:
                raise explained(broken, path) from None
    finish(walk, signed, digest.hexdigest())
    walk.kept = walk.compare(kept_notes, "điểm kiểm chứng đã giữ")
    walk.compare(own_notes, "điểm kiểm chứng trong tệp")
    return walk


def size_of(note):
    """The number of entries that a note speaks of, before anybody knows who signed it; 0 where it says none."""
    lines = note.splitlines()
    return int(lines[1]) if len(lines) > 1 and lines[1].isdecimal() else 0


def begin(walk, line):
    if line.get("format") != FORMAT:
        raise Broken("EDITED", 0, "dòng đầu không phải của tệp nhật ký")
    walk.whole, walk.size = bool(line["whole"]), int(line["size"])


def finish(walk, signed, digest):
    """The end of the file: as many entries as it says, and the signature over all of it."""
    if walk.whole and walk.seq < walk.size:
        raise Broken("CUT", walk.seq + 1)
    if walk.whole and walk.seq > walk.size:
        raise Broken("INSERTED", walk.size + 1)
    if signed is None:
        raise Broken("CUT", walk.seq + 1, "tệp không còn dòng chữ ký cuối")
    head = walk.trusted.read(signed, EXPORT)
    if head is None:
        raise Broken("FORGED", 0, "chữ ký của tệp")
    if head.rest.get("sha256") != digest or head.seq != walk.size:
        raise Broken("FORGED", 0, "tệp khác với tệp đã được ký")
    if walk.whole and head.hash != walk.hash:
        raise Broken("FORGED", walk.size, "đầu chuỗi khác với đầu chuỗi đã được ký")


def explained(broken, path):
    """A number that is missing here but stands elsewhere was moved, not deleted."""
    if broken.kind != "MISSING":
        return broken
    with Path(path).open("rb") as file:
        for raw in file:
            try:
                line = json.loads(raw)
                inside = json.loads(line["payload"])["seq"] if "payload" in line else None
            except (ValueError, KeyError, TypeError):
                continue
            if inside == broken.seq:
                return Broken("REORDERED", broken.seq)
    return broken


# --- the program -------------------------------------------------------------------------------------------------
def main(arguments=None):
    parser = argparse.ArgumentParser(
        description="Kiểm chứng tệp xuất nhật ký bằng khóa công khai, không cần phần mềm Minh Bạch."
    )
    parser.add_argument("export", help="tệp nhật ký (.jsonl)")
    parser.add_argument(
        "--key", action="append", required=True, help="khóa công khai, hoặc tệp chứa khóa; lặp lại được"
    )
    parser.add_argument("--checkpoint", nargs="*", default=[], help="tệp điểm kiểm chứng đã giữ: .txt, hoặc thư .eml")
    parser.add_argument("--json", action="store_true", help="in kết quả dạng JSON")
    asked = parser.parse_args(arguments)
    try:
        keys = [key for given in asked.key for key in keys_in(given)]
        kept = [note for name in asked.checkpoint for note in kept_in(name)]
        Path(asked.export).open("rb").close()
    except (OSError, ValueError) as error:
        print(f"Không đọc được: {error}", file=sys.stderr)
        return 2
    try:
        walk = check(asked.export, Trusted(keys, fast_is_signed()), kept)
    except Broken as broken:
        told = f" ({broken.detail})" if broken.detail else ""
        found = {"ok": False, "kind": broken.kind, "seq": broken.seq, "detail": broken.detail}
        words = f"KHÔNG KHỚP tại bản ghi số {broken.seq}: {WORDS[broken.kind]}{told} [{broken.kind}]."
        print(json.dumps(found, ensure_ascii=False) if asked.json else words)
        return 1
    what = "Nhật ký nguyên vẹn" if walk.whole else "Trích lục nguyên vẹn; bản trích không theo được cả chuỗi"
    beside = f"{len(walk.kept)} điểm kiểm chứng đã giữ đều khớp" if kept else "CHƯA so với điểm kiểm chứng nào đã giữ"
    found = {"ok": True, "whole": walk.whole, "entries": walk.count, "size": walk.size, "kept": len(walk.kept)}
    words = f"{what}: {walk.count} bản ghi, đầu chuỗi ở bản ghi {walk.size}; {beside}."
    print(json.dumps(found, ensure_ascii=False) if asked.json else words)
    return 0


def keys_in(given):
    """Keys from a file or as typed; a file may hold other lines."""
    lines = Path(given).read_text("utf-8").split() if "+" not in given else [given]
    found = [key for line in lines if (key := read_key(line))]
    if not found:
        raise ValueError(f"không có khóa công khai trong {given}")
    return found


def kept_in(name):
    """The notes of a kept file: bare, or inside a mail however it was encoded."""
    raw = Path(name).read_bytes()
    parts = [part.get_payload(decode=True) or b"" for part in email.message_from_bytes(raw).walk()]
    found = notes_in(raw.decode("utf-8", "replace")) or [
        note for part in parts for note in notes_in(part.decode("utf-8", "replace"))
    ]
    if not found:
        raise ValueError(f"không có điểm kiểm chứng trong {name}")
    return found


if __name__ == "__main__":
    sys.exit(main())
