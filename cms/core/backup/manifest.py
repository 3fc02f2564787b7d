"""What a set holds, so that whoever opens it can prove that nothing is missing: rows of each table, hash of each file."""

import hashlib
from collections.abc import Callable, Iterator
from pathlib import Path

from django.conf import settings

from cms.core.backup import database
from cms.core.secrets import keyed_hash

_BLOCK = 1 << 20  # bytes
#: Name → what a room adds from the database's state, as the head of the record.
_facts: dict[str, Callable] = {}


def also(name: str, look: Callable) -> None:
    """Let `look(fetch)` tell something of the database's state, as JSON can hold it."""
    _facts[name] = look


def of_database(fetch) -> dict:
    """Rows of each table, the migrations applied, and what the rooms add."""
    names = database.tables(fetch)
    counts = {name: fetch(f'SELECT COUNT(*) FROM "{name}"')[0][0] for name in names}
    applied = (
        fetch("SELECT app, name FROM django_migrations ORDER BY app, name") if "django_migrations" in names else []
    )
    facts = {name: look(fetch) for name, look in _facts.items() if counts}
    return {"rows": counts, "migrations": [f"{app}.{name}" for app, name in applied], "facts": facts}


def of_secrets() -> dict[str, str]:
    """Fingerprints by which a restored system knows that it was given the same secrets; they tell nothing else."""
    return {"pepper": keyed_hash("backup.fingerprint", "pepper")}


def folders() -> dict[str, Path]:
    """The folders of a set and where their files live."""
    return {"private": Path(settings.PRIVATE_ROOT), "media": Path(settings.MEDIA_ROOT)}


def files() -> Iterator[tuple[str, Path]]:
    """(name in the set, file) of everything in the folders, in order; unfinished files are none."""
    for folder, root in folders().items():
        for path in sorted(root.rglob("*")) if root.exists() else ():
            if path.is_file() and path.suffix != ".part":
                yield f"{folder}/{path.relative_to(root).as_posix()}", path


def digest(stream) -> str:
    """SHA-256 of what is left in the stream."""
    seen = hashlib.sha256()
    while block := stream.read(_BLOCK):
        seen.update(block)
    return seen.hexdigest()
