"""The lists under stable addresses: `/<mã>/danh-muc/phai-cong-khai.csv`, with the same filters as the page."""

from django.http import FileResponse, Http404, HttpResponse, StreamingHttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from catalog import exports, queries
from catalog.public.browsing import Choice, years_until
from catalog.public.lists import LISTS, SERVICE_UNITS
from cms.core import throttle
from cms.core.authority_url import authority_or_404
from cms.core.dates import today
from cms.core.throttle import Limit, network
from cms.core.views import too_many_requests
from cms.law.services import rule_set_on

#: A workbook is made anew for everybody who asks; who wants many takes CSV or JSON, which cost little.
WORKBOOKS = Limit("catalog-workbook", 30, 600)
_USE_CSV = "Bạn đã tải nhiều bảng XLSX trong ít phút. Tệp CSV và JSON vẫn tải được ngay."


@require_safe
def list_file(request, code, slug, kind):
    """One list as CSV, JSON or XLSX; a list too long for a workbook leads to its CSV."""
    authority = request.authority = authority_or_404(code)
    if slug != SERVICE_UNITS and slug not in LISTS:
        raise Http404("Không có danh mục này")
    day = today()
    if slug == SERVICE_UNITS:
        listing = exports.of_service_units(authority, day)
    else:
        rules = rule_set_on(day).rules
        choice = Choice.of(request.GET, rules, years_until(day))
        items = choice.ordered(choice.rows(LISTS[slug], authority, rules, day))
        if kind == "xlsx" and queries.is_longer(items, exports.MOST_IN_WORKBOOK):
            return redirect(reverse("catalog:list_file", args=[code, slug, "csv"]) + choice.query())
        listing = exports.of_items(authority, LISTS[slug], items, day)
    if request.method == "HEAD":
        return _named(HttpResponse(content_type=exports.KINDS[kind]), code, slug, kind)
    if kind == "xlsx" and not throttle.hit(WORKBOOKS, network(request.client_address), timezone.now()):
        return too_many_requests(request, seconds=WORKBOOKS.seconds, told=_USE_CSV)
    return _named(as_file(listing, kind), code, slug, kind)


def as_file(listing, kind):
    """The response that carries a listing, line by line."""
    if kind == "xlsx":
        return FileResponse(exports.workbook(listing), content_type=exports.KINDS[kind])
    pieces = exports.csv_pieces(listing) if kind == "csv" else exports.json_pieces(listing)
    return StreamingHttpResponse(pieces, content_type=exports.KINDS[kind])


def _named(response, code, slug, kind):
    response["Content-Disposition"] = f'attachment; filename="{code}-{slug}.{kind}"'
    # Anyone's page may read a public list; it is no page of its own, so no search engine keeps it.
    response["Access-Control-Allow-Origin"] = "*"
    response["Cache-Control"] = "public, max-age=300"
    response["X-Robots-Tag"] = "noindex"
    return response
