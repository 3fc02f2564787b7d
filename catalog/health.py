"""Whether what was published can still be opened: files by their hash, links by asking for them.

The worker looks at what was longest not looked at, a little every hour. An item's `broken_since` follows the faults found, so
that lists and meters know without reading more.
"""

import hashlib
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import datetime, timedelta
from io import BytesIO
from urllib.parse import urlsplit

from django.conf import settings
from django.core.handlers.wsgi import WSGIHandler, WSGIRequest
from django.db import connections, transaction
from django.db.models import F, Q

from catalog.models import Fault, FaultKind, InformationItem, ItemFile, ItemLink
from catalog.models.fault import worst_of
from cms.core import outgoing
from cms.core.dates import local_day

#: How long what was found whole is believed, and what was broken.
FILES_EVERY, LINKS_EVERY, AGAIN_AFTER = timedelta(days=7), timedelta(days=1), timedelta(hours=6)
#: Seconds of one round: the same worker carries the mail.
SECONDS = 20.0
BATCH = 500
MOST_STEPS = 3  # redirects inside the site


# --- the round -----------------------------------------------------------------------------------------------------
def check_due(at: datetime, *, seconds: float = SECONDS, rules: outgoing.Rules | None = None) -> int:
    """Look at files and links that are due, the longest unseen first, until the time is over. Returns how many."""
    ends = time.monotonic() + seconds
    rules = rules or outgoing.Rules(frozenset(settings.LINK_CHECK_HOSTS))
    seen = 0
    for part in _due(ItemFile, at, FILES_EVERY):
        if time.monotonic() > ends:
            return seen
        _note(part, *_of_file(part), at)
        seen += 1
    for part in _due(ItemLink, at, LINKS_EVERY):
        if time.monotonic() > ends:
            return seen
        _note(part, *_of_link(part.url, rules), at)
        seen += 1
    return seen


def _due(model, at, every):
    """Parts of what is public now whose last look was long ago; a broken one is looked at sooner."""
    old = Q(checked_at=None) | Q(checked_at__lte=at - every)
    again = Q(fault__isnull=False, checked_at__lte=at - AGAIN_AFTER)
    rows = model.objects.current().filter(old | again, item__live=True).select_related("item")
    return rows.order_by(F("checked_at").asc(nulls_first=True), "pk")[:BATCH]


@transaction.atomic
def _note(part, kind, status, at) -> None:
    """What the look has found; a fault keeps the day on which it was first found."""
    name = "file" if isinstance(part, ItemFile) else "link"
    type(part).objects.filter(pk=part.pk).update(checked_at=at)
    if kind is None:
        Fault.objects.filter(**{name: part}).delete()
    else:
        found = {"kind": kind, "status": status, "checked_at": at}
        first = found | {"item": part.item, "since": local_day(at)}
        Fault.objects.update_or_create(**{name: part}, defaults=found, create_defaults=first)
    settle(part.item)


def settle(item: InformationItem) -> None:
    """Let the row say since when something of it cannot be opened: no fact of the information, so no history of it."""
    since = worst_of(item)
    if item.broken_since != since:
        item.broken_since = since
        item.save_quietly(update_fields=["broken_since"])


@dataclass(frozen=True)
class Look:
    """What asking for an address has found: whether it may be asked at all, the fault, the status."""

    was_asked: bool
    fault: FaultKind | None = None
    status: int | None = None


def look_at(url: str, rules: outgoing.Rules | None = None) -> Look:
    """Ask for one address now, under the same rules as the round; an outside host that is not on the list is left be."""
    rules = rules or outgoing.Rules(frozenset(settings.LINK_CHECK_HOSTS))
    if not _own_path(url) and not outgoing.is_listed(url, rules.hosts):
        return Look(was_asked=False)
    # In a thread of its own: a page of this site is asked for in this process, and must not touch the caller's state.
    with ThreadPoolExecutor(max_workers=1) as alone:
        return Look(True, *alone.submit(_looked_alone, url, rules).result())


def _looked_alone(url, rules):
    try:
        return _of_link(url, rules)
    finally:
        connections.close_all()


# --- one look ------------------------------------------------------------------------------------------------------
def _of_file(file) -> tuple[FaultKind | None, int | None]:
    try:
        with open(settings.PRIVATE_ROOT / file.path, "rb") as content:
            found = hashlib.file_digest(content, "sha256").hexdigest()
    except OSError:
        return FaultKind.MISSING, None
    return (None if found == file.sha256 else FaultKind.DAMAGED), None


def _of_link(url, rules) -> tuple[FaultKind | None, int | None]:
    """An address of this site is asked here; an outside one only where its host is on the list, else it is left be."""
    if path := _own_path(url):
        return _of_status(_own_status(path))
    try:
        return _of_status(outgoing.status_of(url, rules))
    except outgoing.NotAllowed:
        return None, None
    except outgoing.NoAnswer:
        return FaultKind.NO_ANSWER, None


def _of_status(status) -> tuple[FaultKind | None, int | None]:
    if status in (404, 410):
        return FaultKind.GONE, status
    if status >= 500:
        return FaultKind.FAILED, status
    if status in (301, 308):
        return FaultKind.MOVED, status
    # Asked to sign in, asked too often, sent elsewhere for now: somebody is there.
    return None, status


def _own_path(url) -> str:
    """The path of an address of this site, with what stands behind it; empty for any other."""
    base = urlsplit(settings.BASE_URL)
    try:
        parts = urlsplit(url)
    except ValueError:
        return ""
    is_ours = not parts.netloc and parts.path.startswith("/") and not parts.scheme
    is_ours |= parts.scheme in ("http", "https") and parts.netloc == base.netloc
    if not is_ours:
        return ""
    return (parts.path or "/") + (f"?{parts.query}" if parts.query else "")


_handler: list = []


def _own_status(path) -> int:
    """What a visitor who is not signed in would get: asked in this process, so no connection is made."""
    if not _handler:
        _handler.append(WSGIHandler())
    base, steps = urlsplit(settings.BASE_URL), 0
    while True:
        where, _mark, query = path.partition("?")
        where = where.removeprefix(settings.FORCE_SCRIPT_NAME or "") or "/"
        request = WSGIRequest(
            {
                "REQUEST_METHOD": "GET", "PATH_INFO": where.encode().decode("latin-1"), "QUERY_STRING": query,
                "SERVER_NAME": base.hostname, "SERVER_PORT": str(base.port or 443), "HTTP_HOST": base.netloc,
                "REMOTE_ADDR": "127.0.0.1", "wsgi.url_scheme": base.scheme, "HTTP_X_FORWARDED_PROTO": base.scheme,
                "wsgi.input": BytesIO(), "HTTP_USER_AGENT": outgoing.AGENT,
            }
        )  # fmt: skip
        response = _handler[0].get_response(request)
        for close in response._resource_closers:
            close()
        target = _own_path(response.get("Location", ""))
        steps += 1
        if not target or steps > MOST_STEPS:
            return response.status_code
        path = target
