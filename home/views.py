"""The addresses of front pages. Wagtail's page tree answers; an authority without a page of its own still has one."""

from io import BytesIO
from itertools import islice

from django.http import FileResponse, Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe
from wagtail.models import Page
from wagtail.url_routing import RouteResult
from wagtail.views import serve

from cms.core import emblems, files
from cms.core.addresses import absolute
from cms.core.authority_url import authority_or_404
from cms.core.dates import today
from cms.core.navigation import navigation
from home import embedding, feeds
from home import sitemap as site_map
from home.models.pages import authority_context
from workflow import letters
from workflow.letters import citizen_forms


def page(request, path):
    """A page at its address, which is asked for once; Wagtail's own way asks for site, root and every level."""
    root = navigation("")["root"]
    found = Page.objects.live().filter(url_path=f"{root}{path}").first() if root else None
    if found is not None:
        request._wagtail_route_for_request = RouteResult(found.specific)
    return serve(request, path)


def province(request):
    """`/`: to which authority should the request go?"""
    return page(request, "")


def authority(request, code):
    """`/<mã>/`: an authority's front page, or a page of the whole site at the same level."""
    try:
        return page(request, f"{code}/")
    except Http404:
        # Editors have not made its page yet: the law's duties and the focal point are shown all the same.
        request.authority = authority_or_404(code)
        return render(request, "home/authority_page.html", authority_context(request.authority))


@require_safe
def sitemap(request):
    return _sitemap(request, islice(site_map.places(), site_map.MOST))


@require_safe
def catalog_sitemap(request):
    return _sitemap(request, site_map.catalog_places(today()))


def _sitemap(request, places):
    response = render(request, "home/sitemap.xml", {"places": places}, content_type="application/xml")
    response["Cache-Control"] = "public, max-age=3600"
    return response


@require_safe
def robots(request):
    return HttpResponse(site_map.robots(), content_type="text/plain; charset=utf-8")


@require_safe
def news_feed(request, code=""):
    """The newest news as Atom, of one authority or of all."""
    feed = feeds.news(authority_or_404(code) if code else None)
    response = HttpResponse(feed.writeString("utf-8"), content_type="application/atom+xml; charset=utf-8")
    response["Cache-Control"] = "public, max-age=600"
    return response


@require_safe
def emblem(request, code, pk):
    """An authority's own emblem. Its number is part of the address, so it may be kept for good."""
    authority = authority_or_404(code)
    if authority.emblem_id != pk:
        raise Http404("Không có biểu trưng này")
    response = FileResponse(emblems.picture(authority).file.open("rb"), content_type="image/png")
    response["Cache-Control"] = "public, max-age=31536000, immutable"
    return response


@require_safe
def blank_form(request, code, form):
    """A paper for citizens to print and fill in by hand."""
    request.authority, blank = _blank(code, form)
    forms_url = reverse("wagtail_serve", args=[f"{code}/bieu-mau/"])
    return render(request, "home/blank_form.html", {"blank": blank, "forms_url": forms_url})


@require_safe
def blank_form_file(request, code, form, kind):
    """The same paper as a file: PDF to print, DOCX to fill in on a computer."""
    authority, blank = _blank(code, form)
    paper = letters.blank_paper(blank, authority)
    content = letters.to_pdf(paper) if kind == "pdf" else letters.to_docx(paper)
    return files.hand_over(BytesIO(content), f"mau-{form}.{kind}", files.TYPES[kind])


def _blank(code, form):
    authority = authority_or_404(code)
    blank = citizen_forms.on(form, today())
    if blank is None:
        raise Http404("Không có mẫu này")
    return authority, blank


def embedding_page(request, code):
    """`/<mã>/gan-vao-cong/`: what to copy into the authority's own portal."""
    authority = request.authority = authority_or_404(code)
    names = ("home:embedded", "home:embedded_file")
    pieces = [
        {"title": piece.title}
        | dict(
            zip(
                ("html_url", "csv_url"),
                (absolute(reverse(name, args=[code, piece.slug])) for name in names),
                strict=True,
            )
        )
        for piece in embedding.PIECES.values()
    ]
    return render(
        request,
        "home/embed_page.html",
        {
            "banner": embedding.banner(authority, authority.focal),
            "link": embedding.link(authority),
            "pieces": pieces,
            "links": embedding.stable_links(authority),
            "day": today(),
        },
    )


def _for_other_sites(response):
    """Public lists may be read by any page; they are no page of their own, so no search engine keeps them."""
    response["Access-Control-Allow-Origin"] = "*"
    response["Cache-Control"] = "public, max-age=300"
    response["X-Robots-Tag"] = "noindex"
    return response


def _filled(code, slug):
    if slug not in embedding.PIECES:
        raise Http404("Không có danh mục này")
    return embedding.fill(embedding.PIECES[slug], authority_or_404(code), today())


@require_safe
def embedded(request, code, slug):
    """One list as a piece of HTML."""
    return _for_other_sites(HttpResponse(embedding.as_html(_filled(code, slug))))


@require_safe
def embedded_file(request, code, slug):
    """One list as CSV."""
    content = embedding.as_csv(_filled(code, slug))
    response = HttpResponse(content, content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{code}-{slug}.csv"'
    return _for_other_sites(response)
