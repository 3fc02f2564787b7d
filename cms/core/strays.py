"""Private files that no row knows: left behind by a crash between writing and committing, and swept away later.

Every room that keeps private files says so with `kept_by`; a file that any of them knows stays.
"""

import hashlib
import logging
from collections.abc import Iterator
from datetime import datetime, timedelta
from itertools import islice
from pathlib import Path

from django.conf import settings
from django.db.models import Model

from cms.core import files

logger = logging.getLogger(__name__)

#: A younger file may still be waiting for its row.
OLD = timedelta(hours=24)
_BATCH = 500
_BLOCK = 1 << 20  # bytes
#: Model → the fields that hold a file's path and its SHA-256.
_keepers: dict[type[Model], tuple[str, str]] = {}


def kept_by(model: type[Model], field: str, sha256: str) -> None:
    """Rows of `model` name private files by their path in `field`, and what they held in `sha256`."""
    _keepers[model] = field, sha256


def sweep(at: datetime) -> int:
    """Remove files older than 24 hours that no row knows, unfinished ones too; returns how many went."""
    root, gone = Path(settings.PRIVATE_ROOT), 0
    files = _older_than(root, (at - OLD).timestamp())
    while batch := {path.relative_to(root).as_posix(): path for path in islice(files, _BATCH)}:
        known = set()
        for model, (field, _sha256) in _keepers.items():
            known.update(model._base_manager.filter(**{f"{field}__in": list(batch)}).values_list(field, flat=True))
        for name in batch.keys() - known:
            batch[name].unlink(missing_ok=True)
            gone += 1
    return gone


def _older_than(root: Path, limit: float) -> Iterator[Path]:
    for path in root.glob("*/*"):
        try:
            if path.is_file() and path.stat().st_mtime < limit:
                yield path
        except FileNotFoundError:  # another worker swept it
            continue


def missing() -> list[str]:
    """Paths that rows name although no such file is there: told, never repaired."""
    root = Path(settings.PRIVATE_ROOT)
    return [path for path, _sha256 in _named() if not (root / path).exists()]


def changed() -> list[str]:
    """Paths whose file no longer holds what its row says. Reads every file."""
    root, found = Path(settings.PRIVATE_ROOT), []
    for path, sha256 in _named():
        try:
            with (root / path).open("rb") as stream:
                seen = hashlib.sha256()
                while block := stream.read(_BLOCK):
                    seen.update(block)
        except FileNotFoundError:
            continue
        if seen.hexdigest() != sha256:
            found.append(path)
    return found


def _named():
    for model, (field, sha256) in _keepers.items():
        for path, held in model._base_manager.order_by("pk").values_list(field, sha256).iterator():
            if path and not path.startswith(files.ERASED):
                yield path, held
