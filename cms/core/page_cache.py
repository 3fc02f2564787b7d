"""Pages that anyone may read are kept for a minute, and no longer than until the next recorded change (S1, S16).

Only for readers without any cookie: no session, no form begun, no chosen display. Kept is what says of itself that it
may be: an answer that sets no cookie, is not private, and depends on nothing but its address. While the database
does not answer, a page already kept is shown although its minute is over.
"""

from hashlib import sha256
from time import time

from django.conf import settings
from django.core.cache import caches
from django.core.exceptions import MiddlewareNotUsed
from django.http import HttpResponse
from django.utils.cache import cc_delim_re

from cms.core import content_version

#: A page whose minute is over is kept for so long, for the time when the database does not answer (seconds).
KEPT_IN_NEED = 24 * 3600
LARGEST = 256 * 1024  # bytes
_KINDS = ("text/html", "application/json", "application/ld+json", "application/atom+xml", "application/xml")
_NOT_FOR_ALL = ("private", "no-store", "no-cache")
#: Who is told by these, or asks for less than the whole page, is answered by the page's own door.
_ASKS_MORE = (
    "HTTP_COOKIE",
    "HTTP_AUTHORIZATION",
    "HTTP_RANGE",
    "HTTP_IF_NONE_MATCH",
    "HTTP_IF_MODIFIED_SINCE",
)
#: Readers without cookies differ by none of these.
_SAME_FOR_ALL = frozenset({"cookie", "accept-encoding"})


class PageCacheMiddleware:
    """Before sessions, so that a kept page costs no query; after the client's address and https are settled."""

    def __init__(self, get_response):
        if not settings.PAGE_CACHE_SECONDS:
            raise MiddlewareNotUsed
        self.get_response = get_response

    def __call__(self, request):
        if not _is_anyone(request):
            return self.get_response(request)
        # Read before the page is made: what changes meanwhile gets another version, and this copy is never asked for.
        version = content_version.current()
        if not version:
            return self.get_response(request)
        pages, key = caches["pages"], _key(request, version)
        kept = pages.get(key)
        if kept is not None and time() - kept[0] < settings.PAGE_CACHE_SECONDS:
            return _again(kept)
        response = self.get_response(request)
        if kept is not None and response.status_code >= 500:
            return _again(kept)
        if _is_for_anyone(response):
            pages.set(key, (time(), response.content, dict(response.headers)), KEPT_IN_NEED)
        return response


def _is_anyone(request) -> bool:
    return request.method == "GET" and not any(request.META.get(name) for name in _ASKS_MORE)


def _is_for_anyone(response) -> bool:
    said = {part.strip().lower() for part in cc_delim_re.split(response.headers.get("Cache-Control", ""))}
    varies = {part.strip().lower() for part in cc_delim_re.split(response.headers.get("Vary", "")) if part.strip()}
    return (
        response.status_code == 200
        and not response.streaming
        and not response.cookies
        and response.headers.get("Content-Type", "").partition(";")[0] in _KINDS
        and not said & set(_NOT_FOR_ALL)
        and varies <= _SAME_FOR_ALL
        and len(response.content) <= LARGEST
    )


def _again(kept):
    _since, content, headers = kept
    return HttpResponse(content, headers=headers)


def _key(request, version) -> str:
    address = f"{request.scheme} {request.get_host()} {request.get_full_path()}"
    return f"{version}:{sha256(address.encode()).hexdigest()}"
