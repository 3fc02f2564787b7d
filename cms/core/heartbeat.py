"""The worker's sign of life: the moment it last went round, in one small file beside the other data."""

import os
from datetime import datetime
from pathlib import Path

from django.conf import settings


def _path() -> Path:
    return Path(settings.DATA_DIR) / "worker-heartbeat.txt"


def beat(at: datetime) -> None:
    """Tell that the worker lives; whoever reads meanwhile sees the old moment or the new one, never half of it."""
    path = _path()
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_suffix(".part")
    part.write_text(at.isoformat(), encoding="ascii")
    os.replace(part, path)


def last() -> datetime | None:
    """When the worker last went round; None when it never did."""
    try:
        return datetime.fromisoformat(_path().read_text(encoding="ascii"))
    except (FileNotFoundError, ValueError):
        return None
