"""How the site answers when something is wrong, and the links that change size and contrast.

Pages of failure say in plain words what happened, whether anything was sent, and whom to call. A view that sends
something for good marks its request with `request.sending = True`; the page then says that it was NOT sent.
"""

import sys
from urllib.parse import urlsplit

from django.core import signing
from django.db import InterfaceError, OperationalError
from django.http import HttpResponse, HttpResponseRedirect
from django.middleware.csrf import get_token
from django.shortcuts import render
from django.template.loader import render_to_string
from django.urls import get_script_prefix, reverse
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST, require_safe

from cms.core import context, usefulness
from cms.core.authority_url import authority_of_path
from cms.core.errors import DomainError

RETRY_AFTER_SECONDS = 120
A_YEAR = 365 * 24 * 3600
_KEPT_BYTES = 100_000


@never_cache
@require_safe
def display(request):
    """Keep the reader's text size and contrast in a cookie, then return to the page they were on."""
    chosen = context.display(request)
    size, contrast = chosen["size"], "cao" if chosen["contrast"] else "thuong"
    if request.GET.get("co-chu") in context.SIZES:
        size = request.GET["co-chu"]
    if request.GET.get("tuong-phan") in context.CONTRAST:
        contrast = request.GET["tuong-phan"]
    response = HttpResponseRedirect(same_site_path(request.GET.get("next", "")))
    response.set_cookie(
        context.DISPLAY_COOKIE,
        f"{size}.{contrast}",
        max_age=A_YEAR,
        secure=request.is_secure(),
        httponly=True,
        samesite="Lax",
    )
    return response


# Without a token, so that no page needs a cookie to ask: where the form came from is asked of the browser instead.
@csrf_exempt
@require_POST
def useful(request):
    """Count one answer to "Thông tin này có hữu ích không?", then back to the page that asked."""
    answer, at = request.POST.get("tra-loi", ""), timezone.now()
    try:
        asked = usefulness.read(request.POST.get("trang", ""))
    except (signing.BadSignature, ValueError):
        return bad_request(request)
    if answer not in usefulness.ANSWERS or _is_sent_from_elsewhere(request):
        return bad_request(request)
    if usefulness.is_often(request.client_address, at):
        told = _("Ý kiến này chưa được đếm.")
        return too_many_requests(request, seconds=usefulness.BY_ADDRESS.seconds, told=told)
    usefulness.count(asked, answer, at)
    back = get_script_prefix().rstrip("/") + asked.path
    return HttpResponseRedirect(f"{back}?cam-on={answer}#huu-ich", status=303)


def _is_sent_from_elsewhere(request):
    """Every browser of the last years says so in one of the two; where neither stands, nothing can be known."""
    site, origin = request.headers.get("Sec-Fetch-Site"), request.headers.get("Origin")
    if site:
        return site != "same-origin"
    return origin is not None and origin != f"{request.scheme}://{request.get_host()}"


def same_site_path(target: str) -> str:
    """The target when it is a path of this site, else the front page: no link may send people elsewhere."""
    try:
        parts = urlsplit(target) if target.startswith("/") else None
    except ValueError:  # "//[" is no address at all
        parts = None
    if parts and not parts.netloc and url_has_allowed_host_and_scheme(target, allowed_hosts=None):
        return target
    return reverse("wagtail_serve", args=[""])


def bad_request(request, exception=None):
    return _failure(request, "400.html", 400)


def permission_denied(request, exception=None):
    """403; the sentence of one of our own refusals is told, anybody else's stays inside."""
    causes = (exception, getattr(exception, "__cause__", None))
    told = next((str(cause) for cause in causes if isinstance(cause, DomainError)), "")
    _keep_frame(request)
    return render(request, "403.html", {"told": told}, status=403)


def page_not_found(request, exception=None):
    _keep_frame(request)
    return render(request, "404.html", status=404)


def too_many_requests(request, *, seconds: int = 60, told: str = ""):
    """429: the limit of a door was reached; says when to try again and which number to call meanwhile."""
    minutes = max(1, -(-seconds // 60))
    response = render(request, "429.html", {"minutes": minutes, "told": told}, status=429)
    response["Retry-After"] = str(seconds)
    return response


def server_error(request):
    """500, or 503 when the database does not answer. Written without a single query: it may be what failed."""
    if isinstance(sys.exc_info()[1], (OperationalError, InterfaceError)):
        return service_unavailable(request)
    return _failure(request, "500.html", 500)


def service_unavailable(request):
    response = _failure(request, "503.html", 503)
    response["Retry-After"] = str(RETRY_AFTER_SECONDS)
    return response


def csrf_failure(request, reason=""):
    """403 when the form's token is missing or old; a form that came from our own page may be sent again at once."""
    kept = _kept_answers(request) if _is_own_form(request, reason) else []
    return render(
        request,
        "403_csrf.html",
        {
            "unsent": True,
            "kept": kept,
            "lost_files": [upload.name for upload in request.FILES.values()] if kept else [],
        },
        status=403,
    )


def session_over(request):
    """403 when a member of staff sends a form after their session has rested too long; it may be sent again at once."""
    return render(
        request,
        "403_csrf.html",
        {
            "unsent": True,
            "kept": _kept_answers(request),
            "lost_files": [upload.name for upload in request.FILES.values()],
            "sign_in": reverse("account_login"),
        },
        status=403,
    )


def _keep_frame(request):
    """In an authority's part of the site, its name, colour and focal point stay, whatever went wrong there."""
    if getattr(request, "authority", None) is None:
        request.authority = authority_of_path(request.path_info)


def _failure(request, template, status):
    sending = getattr(request, "sending", False)
    words = context.shell(request) | {
        "unsent": sending,
        "posted": request.method == "POST",
        "at": timezone.now(),
        "kept": _kept_answers(request) if sending else [],
        "csrf_token": get_token(request),
    }
    return HttpResponse(render_to_string(template, words), status=status)


def _is_own_form(request, reason):
    # Sending again is offered only where the browser itself says that our own page sent the form.
    came_from = request.headers.get("Sec-Fetch-Site") or request.headers.get("Origin") or ""
    is_own = came_from in {"same-origin", f"{request.scheme}://{request.get_host()}"}
    return is_own and not reason.startswith("Origin checking failed")


def _kept_answers(request):
    """What was typed, so that it can be sent again; never a password, never the old token."""
    if "password" in request.POST or sum(len(value) for value in request.POST.values()) > _KEPT_BYTES:
        return []
    return [(name, value) for name, values in request.POST.lists() if name != "csrfmiddlewaretoken" for value in values]
