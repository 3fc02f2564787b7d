"""One set is one file, encrypted to a key whose other half is not on this server, beside a note that says what it is."""

import hashlib
import io
import json
import os
import tarfile
import tempfile
import threading
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from django.conf import settings

from cms.core.backup import database, manifest

MANIFEST = "manifest.json"
FORMAT = 1
_STAMP = "%Y%m%dT%H%M%SZ"


class BackupError(RuntimeError):
    """In plain words why a set could not be made or opened."""


@dataclass(frozen=True)
class Kept:
    """A set on disk. `sha256` is that of the encrypted file, as its note says."""

    path: Path
    made_at: datetime
    size: int
    sha256: str

    @property
    def is_whole(self) -> bool:
        """Whether the file is still what its note says."""
        with self.path.open("rb") as stream:
            return manifest.digest(stream) == self.sha256


def make(folder: Path, at: datetime) -> Kept:
    """Write a set into the folder. Raises BackupError, NoDatabase or OSError; an unfinished set never bears a set's name."""
    recipient = _recipient()
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"minhbach-{at.astimezone(UTC):{_STAMP}}.tar.age"
    part = path.with_suffix(".part")
    try:
        with tempfile.TemporaryDirectory(dir=folder) as work, part.open("wb") as out:
            _encrypt(lambda stream: _write(stream, Path(work), at), out, recipient)
            out.flush()
            os.fsync(out.fileno())
        with part.open("rb") as stream:
            sha256 = manifest.digest(stream)
        os.replace(part, path)
        note = {"format": FORMAT, "made_at": at.isoformat(), "size": path.stat().st_size, "sha256": sha256}
        note_of(path).write_text(json.dumps(note, indent=1), encoding="ascii")
    finally:
        part.unlink(missing_ok=True)
    return next(kept for kept in found_in(folder) if kept.path == path)


def found_in(folder: Path) -> list[Kept]:
    """The sets of a folder, the newest first; one without its note is none."""
    found = []
    for path in folder.glob("minhbach-*.tar.age") if folder.exists() else ():
        try:
            told = json.loads(note_of(path).read_text("ascii"))
            found.append(Kept(path, datetime.fromisoformat(told["made_at"]), told["size"], told["sha256"]))
        except (OSError, ValueError, KeyError):
            continue
    return sorted(found, key=lambda kept: kept.made_at, reverse=True)


def drop(kept: Kept) -> None:
    kept.path.unlink(missing_ok=True)
    note_of(kept.path).unlink(missing_ok=True)


def unpack(path: Path, identity: str, to: Path) -> dict:
    """Open the set into the empty folder `to`, hold every file against the manifest, and return it."""
    import pyrage

    try:
        key = pyrage.x25519.Identity.from_str(identity.strip())
    except pyrage.IdentityError as error:
        raise BackupError("Tệp khóa không chứa khóa mở bản sao lưu (AGE-SECRET-KEY-…).") from error
    opened = to / "opened.tar"
    try:
        with path.open("rb") as source, opened.open("wb") as out:
            pyrage.decrypt_io(source, out, [key])
    except (pyrage.DecryptError, OSError) as error:
        if getattr(error, "errno", None):  # the disk's own: no such file, no room
            raise
        raise BackupError("Không mở được: khóa không thuộc bản sao lưu này, hoặc tệp đã hỏng.") from error
    try:
        with tarfile.open(opened) as archive:
            archive.extractall(to, filter="data")
        told = json.loads((to / MANIFEST).read_text("utf-8"))
    except (tarfile.TarError, OSError, ValueError) as error:
        raise BackupError("Bản sao lưu mở được nhưng bên trong đã hỏng.") from error
    opened.unlink()
    _hold(told, to)
    return told


def _hold(told, folder):
    if told.get("format") != FORMAT:
        raise BackupError("Bản sao lưu theo khuôn dạng mà phiên bản này không đọc được.")
    for name, sha256 in told["files"].items():
        path = folder / name
        if not path.is_file():
            raise BackupError(f"Bản sao lưu thiếu tệp {name}.")
        with path.open("rb") as stream:
            if manifest.digest(stream) != sha256:
                raise BackupError(f"Tệp {name} trong bản sao lưu đã bị đổi.")


def _write(stream, work, at):
    """The archive: files, then the database, then files that came meanwhile, so that no row names a file that is not here."""
    held = {}
    with tarfile.open(fileobj=stream, mode="w|") as archive:
        _add_files(archive, held)
        name, seen = database.take(work, manifest.of_database)
        _add(archive, name, work / name, held)
        _add_files(archive, held)
        told = {"format": FORMAT, "made_at": at.isoformat(), "database": name, "secrets": manifest.of_secrets()}
        words = json.dumps(told | seen | {"files": held}, indent=1, ensure_ascii=False).encode()
        about = tarfile.TarInfo(MANIFEST)
        about.size = len(words)
        archive.addfile(about, io.BytesIO(words))


def _add_files(archive, held):
    for name, path in manifest.files():
        if name not in held:
            _add(archive, name, path, held)


def _add(archive, name, path, held):
    try:
        source = path.open("rb")
    except FileNotFoundError:  # erased since it was listed
        return
    with source:
        about = tarfile.TarInfo(name)
        about.size = os.fstat(source.fileno()).st_size
        seen = _Seen(source)
        archive.addfile(about, seen)
    held[name] = seen.sha256.hexdigest()


class _Seen:
    """A stream whose hash is taken while it is read."""

    def __init__(self, stream):
        self.stream, self.sha256 = stream, hashlib.sha256()

    def read(self, size=-1):
        block = self.stream.read(size)
        self.sha256.update(block)
        return block


def _encrypt(write, out, recipient):
    """Let `write(stream)` write into a pipe whose other end is encrypted into `out`: nothing readable touches the disk."""
    import pyrage

    readable, writable = os.pipe()
    failed = []

    def fill():
        with os.fdopen(writable, "wb") as stream:
            try:
                write(stream)
            except BaseException as error:
                failed.append(error)

    # The database is read by this thread, whose connection it is; the other only encrypts.
    def drain():
        with os.fdopen(readable, "rb") as stream:
            try:
                pyrage.encrypt_io(stream, out, [recipient])
            except BaseException as error:
                failed.append(error)
                while stream.read(1 << 20):
                    pass

    thread = threading.Thread(target=drain)
    thread.start()
    fill()
    thread.join()
    if failed:
        raise failed[0]


def _recipient():
    import pyrage

    if not settings.BACKUP_RECIPIENT:
        raise BackupError("Chưa khai MB_BACKUP_RECIPIENT. Tạo khóa bằng: manage.py make_backup_key")
    try:
        return pyrage.x25519.Recipient.from_str(settings.BACKUP_RECIPIENT)
    except pyrage.RecipientError as error:
        raise BackupError("MB_BACKUP_RECIPIENT không phải khóa công khai age (age1…).") from error


def note_of(path: Path) -> Path:
    """The file beside a set that says when it was made, how large it is, and its hash."""
    return path.with_name(path.name + ".json")
