"""News as Atom, of one authority or of the whole site. An entry keeps its identifier when its page moves."""

from django.urls import reverse
from django.utils.feedgenerator import Atom1Feed
from django.utils.html import strip_tags

from cms.core.addresses import absolute, host
from cms.core.models import Authority
from cms.core.navigation import navigation
from home.models import NewsPage

#: The newest pieces that a feed carries.
MOST = 20


def news(authority: Authority | None = None) -> Atom1Feed:
    """The newest news and notices that the public may read, newest first; of every authority without one."""
    name = authority.name if authority else navigation()["site_name"]
    home = reverse("home:authority", args=[authority.code]) if authority else reverse("home:province")
    own = reverse("home:news_of_authority", args=[authority.code]) if authority else reverse("home:news")
    feed = Atom1Feed(
        title=f"Tin tức, thông báo – {authority.name if authority else navigation()['site_name']}",
        link=absolute(home),
        description="",
        language="vi",
        feed_url=absolute(own),
        feed_guid=f"tag:{host()},2026:tin-tuc/{authority.code if authority else ''}",
        author_name=name,
    )
    for page in _newest(authority):
        changed_at = page.last_published_at or page.first_published_at
        feed.add_item(
            title=page.title,
            link=absolute(page.url),
            description=page.lead or strip_tags(str(page.body))[:400],
            unique_id=f"tag:{host()},2026:tin-tuc/{page.translation_key}",
            pubdate=page.first_published_at,
            updateddate=changed_at,
            categories=[page.get_kind_display()],
        )
    return feed


def _newest(authority):
    pages = NewsPage.objects.live().public().filter(first_published_at__isnull=False)
    if authority:
        pages = pages.filter(path__startswith=authority.page.path) if hasattr(authority, "page") else pages.none()
    return pages.order_by("-day", "-pk")[:MOST]
