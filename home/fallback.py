"""The page that a reverse proxy serves while the site is away: whom to call, where to go, which forms to take.

It is one folder of plain files that need nothing of the site: D224 Điều 13.1.a asks to tell of a stop, and a citizen
must be able to file on its day. Built at each release and every hour by the worker's own clock.
"""

from pathlib import Path

from django.template.loader import render_to_string
from django.utils import timezone

from cms.core.authority_url import focal_of, with_focal
from cms.core.models import Authority
from cms.core.navigation import navigation
from home.models import FormFile
from home.stops.banner import banners

#: Inside the data folder; and the forms inside it.
FOLDER, FORMS = "du-phong", "bieu-mau"


def build(folder: Path) -> list[Path]:
    """Write index.html and the forms into `folder`; returns what was written. What lay there before is replaced."""
    (folder / FORMS).mkdir(parents=True, exist_ok=True)
    authorities = list(with_focal(Authority.objects.open()).order_by("kind", "name"))
    forms = _forms(folder)
    rows = [
        {"authority": one, "focal": focal_of(one), "forms": forms.get(one.pk, []), "stops": _own_stops(one)}
        for one in authorities
    ]
    page = render_to_string(
        "home/fallback.html",
        {
            "site_name": navigation()["site_name"],
            "rows": rows,
            "stops": banners(""),
            "built_at": timezone.now(),
        },
    )
    # In one step: a proxy that reads meanwhile gets the old page or the new one, never half of it.
    half = folder / "index.html.moi"
    half.write_text(page, encoding="utf-8")
    half.replace(folder / "index.html")
    return [folder / "index.html", *(folder / form["path"] for found in forms.values() for form in found)]


def _own_stops(authority) -> list[dict]:
    common = banners("")
    return [stop for stop in banners(authority.code) if stop not in common]


def _forms(folder: Path) -> dict[int, list[dict]]:
    """The files of each authority's public forms page, copied beside the page, by the authority's key."""
    found: dict[int, list[dict]] = {}
    files = FormFile.objects.filter(page__live=True).select_related("document", "page").order_by("form_code", "pk")
    for row in files:
        authority = row.page.authority_above()
        if authority is None or not row.document.file.storage.exists(row.document.file.name):
            continue
        path = f"{FORMS}/{authority.code}-{row.form_code}-{row.document.pk}{Path(row.document.file.name).suffix}"
        with row.document.file.open("rb") as source:
            (folder / path).write_bytes(source.read())
        found.setdefault(authority.pk, []).append({"path": path, "title": row.document.title, "code": row.form_code})
    return found
