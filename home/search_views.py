"""`/tim-kiem/` for the whole site, `/<mã>/tim-kiem/` for one authority."""

from django.shortcuts import render
from django.views.decorators.http import require_safe

from catalog.asked import LONGEST
from cms.core.authority_url import authority_or_404
from cms.core.dates import today
from home import directory
from home.search import search


@require_safe
def whole_site(request):
    return _page(request, None)


@require_safe
def one_authority(request, code):
    request.authority = authority_or_404(code)
    return _page(request, request.authority)


def _page(request, authority):
    whose = directory.in_a_sentence(authority) if authority else ""
    results = search(request.GET, today(), authority)
    return render(
        request, "home/search_page.html", {"results": results, "longest": LONGEST, "whose": whose, "here": "search"}
    )
