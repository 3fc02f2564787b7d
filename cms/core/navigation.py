"""Menus and breadcrumbs of the editors' pages: read once a minute and after every publishing, not at every view."""

from collections.abc import Callable

from django.conf import settings
from django.core.cache import cache
from django.db.models import Q
from django.urls import reverse
from wagtail.models import Page, Site

SECONDS = 60
#: What rooms above show on every page beside the menu, by name: read with it, from the code of the authority.
_ALSO: dict[str, Callable[[str], list]] = {}
_VERSION = "navigation:version"


def navigation(code: str = "") -> dict:
    """`site_name`; `english`, the nearest page in English; `pages` in the menu of the whole site and `section` in that of
    the authority of that code (title, url); `tree`: every page that others may stand under, by its place in the tree;
    `root`: the place of the front page."""
    key = f"navigation:{cache.get_or_set(_VERSION, 1, None)}:{code}"
    return cache.get_or_set(key, lambda: _read(code) | {name: read(code) for name, read in _ALSO.items()}, SECONDS)


def also(name: str, read: Callable[[str], list]) -> None:
    """Let `menu.‹name›` be what `read(code)` gives; called once, when the apps are ready."""
    _ALSO[name] = read


def crumbs(url_path: str, code: str = "") -> list[tuple[str, str]]:
    """(title, url) of the pages between the authority's own page, or the front page, and the page at that place."""
    tree, found, parent = navigation(code)["tree"], [], url_path
    while parent.count("/") > 2:
        parent = parent.rstrip("/").rpartition("/")[0] + "/"
        if parent in tree:
            found.insert(0, (tree[parent]["title"], tree[parent]["url"]))
    return found


def _read(code):
    site = Site.objects.select_related("root_page").filter(is_default_site=True).first()
    if site is None:
        return {"site_name": str(settings.SITE_NAME), "pages": [], "section": [], "english": "", "tree": {}, "root": ""}
    root = site.root_page
    own = f"{root.url_path}{code}/"
    below = Q(depth=root.depth + 1, show_in_menus=True)
    english = [f"{own}en/", f"{root.url_path}en/"] if code else [f"{root.url_path}en/"]
    below |= Q(url_path__in=english)
    if code:
        below |= Q(url_path__startswith=own, depth__gt=root.depth + 1) & (Q(depth=root.depth + 2) | Q(numchild__gt=0))
    pages = root.get_descendants().live().public().filter(below).order_by("path")
    rows = [
        {"title": page.title, "url": _address(page, root), "place": page.url_path, "in_menu": page.show_in_menus}
        | {"slug": page.slug, "is_own": bool(code) and page.url_path.startswith(own), "level": page.depth - root.depth}
        for page in pages.only("title", "slug", "url_path", "show_in_menus", "depth")
    ]
    by_place = {row["place"]: row for row in rows}
    # An authority's own page of the same name says more than the one for everybody.
    replaced = {row["slug"] for row in rows if row["is_own"]}
    return {
        "site_name": site.site_name or str(settings.SITE_NAME),
        "pages": [row for row in rows if not row["is_own"] and row["in_menu"] and row["slug"] not in replaced],
        "section": [row for row in rows if row["is_own"] and row["in_menu"] and row["level"] == 2],
        "english": next((by_place[place]["url"] for place in english if place in by_place), ""),
        "tree": {row["place"]: row for row in rows if row["is_own"]},
        "root": root.url_path,
    }


def _address(page, root) -> str:
    return reverse("wagtail_serve", args=[page.url_path.removeprefix(root.url_path)])


def forget(**_signal) -> None:
    """After publishing, moving or deleting a page: the next view reads the menu anew."""
    try:
        cache.incr(_VERSION)
    except ValueError:
        cache.set(_VERSION, 1, None)


def listen() -> None:
    """Called once when the app is ready."""
    from django.db.models.signals import post_delete, post_save
    from wagtail.signals import page_published, page_unpublished, post_page_move

    for signal in (page_published, page_unpublished, post_page_move):
        signal.connect(forget, dispatch_uid="navigation")
    post_delete.connect(forget, sender=Page, dispatch_uid="navigation")
    post_save.connect(forget, sender=Site, dispatch_uid="navigation")
