"""The catalog for machines beside the open interface: changes as Atom, everything as DCAT."""

from django.http import HttpResponse, JsonResponse

from catalog import dcat, feeds
from cms.core.authority_url import authority_or_404
from cms.core.dates import today
from cms.core.keyset import BadCursor
from cms.core.models import Authority
from cms.core.open_door import open_door, problem


@open_door
def changes(request, code=""):
    """`/<mã>/danh-muc.atom`, `/danh-muc.atom`: new, updated, corrected, withdrawn."""
    feed = feeds.atom(authority_or_404(code) if code else None, today())
    return HttpResponse(feed.writeString("utf-8"), content_type="application/atom+xml; charset=utf-8")


@open_door
def catalog(request, code=""):
    """`/<mã>/danh-muc.jsonld`, `/danh-muc.jsonld`: DCAT in JSON-LD."""
    try:
        if code:
            told = dcat.of_authority(authority_or_404(code), request.GET.get("cursor", "")[:200], today())
        else:
            told = dcat.whole_site(Authority.objects.open().order_by("kind", "name"))
    except BadCursor as error:
        return problem(422, str(error), [("cursor", str(error))])
    return JsonResponse(told, json_dumps_params={"ensure_ascii": False}, content_type="application/ld+json")
