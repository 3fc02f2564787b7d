"""sitemap.xml and robots.txt: every page the public may read, with the day its words last changed; nothing personal."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

from django.urls import reverse
from django.utils import timezone
from wagtail.models import Site

from catalog import access
from catalog.models import InformationItem
from cms.core.addresses import absolute
from cms.core.models import Authority

#: What one file may hold by the protocol.
MOST = 50_000
#: Doors that lead to somebody's own affairs, to a search, or back to the same page in other letters.
CLOSED_TO_ROBOTS = ("wagtailadmin_home", "workflow:lookup", "core:display", "core:useful", "home:search")
#: Pages that stand ready for every authority, written or not.
_OF_EVERY_AUTHORITY = ("catalog:home", "home:compliance")


@dataclass(frozen=True)
class Place:
    """One address and when it last changed; without a moment where nobody wrote it."""

    url: str
    changed_at: datetime | date | None = None

    @property
    def lastmod(self) -> str:
        """As the protocol wants it: a local moment with its offset, or a day."""
        if isinstance(self.changed_at, datetime):
            return timezone.localtime(self.changed_at).isoformat(timespec="seconds")
        return self.changed_at.isoformat() if self.changed_at else ""


def places() -> Iterator[Place]:
    """Live public pages, fronts of authorities that have none, and the start of every open form."""
    site = Site.objects.select_related("root_page").filter(is_default_site=True).first()
    seen = set()
    if site:
        root = site.root_page
        pages = root.get_descendants(inclusive=True).live().public().order_by("path")
        for url_path, changed_at in pages.values_list("url_path", "last_published_at"):
            below = url_path.removeprefix(root.url_path)
            seen.add(below)
            yield Place(absolute(reverse("wagtail_serve", args=[below])), changed_at)
    for code in Authority.objects.open().order_by("pk").values_list("code", flat=True):
        if f"{code}/" not in seen:
            yield Place(absolute(reverse("home:authority", args=[code])))
        yield Place(absolute(reverse("workflow:new", args=[code])))
        yield from (Place(absolute(reverse(name, args=[code]))) for name in _OF_EVERY_AUTHORITY)
    yield Place(absolute(reverse("workflow:deadline")))


def catalog_places(day: date) -> Iterator[Place]:
    """Every item that is public on that day, the newest first."""
    items = access.public(InformationItem.objects.all(), day).order_by("-published_on", "-pk")
    for authority, code, changed_on in items.values_list("authority__code", "code", "updated_on")[:MOST]:
        yield Place(absolute(reverse("catalog:item", args=[authority, code])), changed_on)


def robots() -> str:
    """The words for search engines: what is nobody's business but the sender's is not walked."""
    lines = ["User-agent: *"]
    lines += [f"Disallow: {reverse(name)}" for name in CLOSED_TO_ROBOTS]
    maps = [absolute(reverse(name)) for name in ("home:sitemap", "home:catalog_sitemap")]
    lines += ["", *(f"Sitemap: {address}" for address in maps), ""]
    return "\n".join(lines)
