"""The door of everything that machines may take: anybody, from any site, without a name; soon again for nothing.

What is handed out here is public already. The door adds no right and takes none away: which rows there are, the room
behind it asks its own gate.
"""

import json
from functools import wraps
from hashlib import sha256

from django.http import HttpResponse
from django.utils import timezone
from django.utils.cache import get_conditional_response
from django.utils.translation import gettext as _

from cms.core import throttle

#: Readings per address and minute (security.md 4).
PER_MINUTE = 60
#: Seconds for which a reader, or a cache on the way, may keep an answer.
KEPT = 60
A_DAY = 24 * 3600
METHODS = "GET, HEAD, OPTIONS"
JSON = "application/json; charset=utf-8"


def open_door(view):
    """Let anybody read what `view` gives, so often a minute; the same again is answered with 304 and no body."""

    @wraps(view)
    def opened(request, *args, **kwargs):
        return _for_everybody(_answer(view, request, args, kwargs))

    # Nothing can be changed here, so another site's form has nothing to forge; it is told 405 like everybody.
    opened.csrf_exempt = True
    return opened


def problem(status: int, detail: str, errors=()) -> HttpResponse:
    """What is wrong, in one sentence; `errors` are (name of the parameter, sentence)."""
    told = {"detail": detail, "errors": [{"field": field, "message": message} for field, message in errors]}
    return HttpResponse(json.dumps(told, ensure_ascii=False), content_type=JSON, status=status)


def _answer(view, request, args, kwargs):
    if request.method == "OPTIONS":
        return _preflight()
    if request.method not in {"GET", "HEAD"}:
        return problem(405, _("Địa chỉ này chỉ để đọc."))
    if not throttle.may_read("open-data", PER_MINUTE, request.client_address, timezone.now()):
        response = problem(429, _("Bạn đọc quá nhanh. Hãy thử lại sau một phút."))
        response["Retry-After"] = "60"
        return response
    asked, request.method = request.method, "GET"
    response = view(request, *args, **kwargs)
    request.method = asked
    if response.status_code != 200:
        return response
    etag = f'"{sha256(response.content).hexdigest()[:32]}"'
    response["ETag"] = etag
    response["Cache-Control"] = f"public, max-age={KEPT}"
    response = get_conditional_response(request, etag=etag, response=response)
    if asked == "HEAD":
        response["Content-Length"] = str(len(response.content))
        response.content = b""
    return response


def _preflight():
    response = HttpResponse(status=204)
    response["Access-Control-Allow-Methods"] = METHODS
    response["Access-Control-Allow-Headers"] = "If-None-Match"
    response["Access-Control-Max-Age"] = str(A_DAY)
    return response


def _for_everybody(response):
    response["Access-Control-Allow-Origin"] = "*"
    response["Access-Control-Expose-Headers"] = "ETag, Retry-After"
    response["Cross-Origin-Resource-Policy"] = "cross-origin"
    response["X-Robots-Tag"] = "noindex"
    if response.status_code in {204, 405}:
        response["Allow"] = METHODS
    return response
