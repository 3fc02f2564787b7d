"""What every request needs: where it came from, what its page may load, where a public page has gone."""

import ipaddress
from urllib.parse import quote

from csp.middleware import CSPMiddleware
from django.conf import settings
from django.core.validators import slug_re
from django.db import DatabaseError
from django.http import HttpResponsePermanentRedirect
from django.urls import get_script_prefix, reverse
from wagtail.contrib.redirects.middleware import RedirectMiddleware

from cms.core.models.predecessor import successor_code


def client_address(meta: dict, trusted_proxies: int) -> str:
    """The address as seen by the outermost trusted proxy; with none trusted, the socket's (S13, SC15)."""
    chain = [part.strip() for part in meta.get("HTTP_X_FORWARDED_FOR", "").split(",") if part.strip()]
    candidate = meta.get("REMOTE_ADDR", "")
    if trusted_proxies and len(chain) >= trusted_proxies:
        candidate = chain[-trusted_proxies]
    try:
        # Without the zone ("fe80::1%eth0"), which no database column takes.
        return str(ipaddress.ip_address(candidate.partition("%")[0]))
    except ValueError:
        return meta.get("REMOTE_ADDR", "") or "0.0.0.0"


class ClientAddressMiddleware:
    """Sets `request.client_address` once, from exactly the configured number of proxies."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        request.client_address = client_address(request.META, settings.TRUSTED_PROXIES)
        return self.get_response(request)


def _is_in_admin(request):
    return request.path.startswith(reverse("wagtailadmin_home"))


class PassedOnMiddleware:
    """An address of a body that was reorganised leads to its successor (301); asked only of what is not found."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        response = self.get_response(request)
        if response.status_code != 404 or request.method not in ("GET", "HEAD"):
            return response
        code, _stroke, rest = request.path_info.lstrip("/").partition("/")
        if not slug_re.match(code):
            return response
        try:
            successor = successor_code(code)
        except DatabaseError:
            return response
        if successor is None:
            return response
        query = request.META.get("QUERY_STRING", "")
        target = f"{get_script_prefix()}{successor}/{quote(rest)}" + (f"?{query}" if query else "")
        return HttpResponsePermanentRedirect(target)


class ContentSecurityMiddleware(CSPMiddleware):
    """Strict everywhere; Wagtail's own inline scripts and styles are allowed under the admin's path only."""

    def process_response(self, request, response):
        if _is_in_admin(request) and not hasattr(response, "_csp_replace"):
            response._csp_replace = settings.ADMIN_CSP_EXTRA
        return super().process_response(request, response)


class PublicRedirectMiddleware(RedirectMiddleware):
    """Redirects that editors write lead from public addresses only: the admin's doors answer for themselves."""

    def process_response(self, request, response):
        return response if _is_in_admin(request) else super().process_response(request, response)
