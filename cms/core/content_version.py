"""Which state of the public content this is, for whoever keeps copies of pages: every change that is recorded makes a new one.

All processes must see a change at once. Where the cache is shared (CACHE_URL) the version lies there; otherwise the processes
of one server share a small file. Neither costs a query.
"""

import logging
import os
from pathlib import Path
from secrets import token_hex

from django.conf import settings
from django.core.cache import cache

logger = logging.getLogger(__name__)
_KEY = "content-version"


def current() -> str:
    """The version now; "" where none can be told, and nothing may be kept."""
    if _is_shared():
        return cache.get_or_set(_KEY, lambda: token_hex(8), None) or ""
    try:
        return _file().read_text("ascii")
    except FileNotFoundError:
        bump()
        return ""
    except OSError:
        return ""


def bump() -> None:
    """What was kept until now is no longer served. Called after the commit of every recorded change."""
    version = token_hex(8)
    if _is_shared():
        cache.set(_KEY, version, None)
        return
    path = _file()
    fresh = path.with_name(f"{path.name}.{version}")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        fresh.write_text(version, "ascii")
        os.replace(fresh, path)
    except OSError:
        # A full disk: no version is better than an old one.
        logger.exception("The version of the content could not be written")
        fresh.unlink(missing_ok=True)
        path.unlink(missing_ok=True)


def _is_shared() -> bool:
    return not settings.CACHES["default"]["BACKEND"].endswith("LocMemCache")


def _file() -> Path:
    return Path(settings.CONTENT_VERSION_FILE)
