"""Changes of the catalog as Atom: new, updated, corrected, withdrawn; of one authority or of the whole installation."""

from dataclasses import dataclass
from datetime import date, datetime
from itertools import chain

from django.db.models import OuterRef, Subquery
from django.urls import reverse
from django.utils.feedgenerator import Atom1Feed
from django.utils.translation import gettext as _

from catalog import access, categories
from catalog.choices import ItemState, VersionKind
from catalog.models import InformationItem
from catalog.public import rows
from cms.core.addresses import absolute, host
from cms.core.dates import short
from cms.core.models import Authority
from cms.core.navigation import navigation

#: The newest changes that a feed carries; who stayed away for longer reads `/api/v1/items?order=changed`.
MOST = 50


@dataclass(frozen=True)
class Change:
    """What became of an item last. A withdrawal names neither the item nor what it said."""

    key: str
    at: datetime
    kind: str
    title: str
    words: str
    url: str
    author: str


def changes_of(authority: Authority | None, day: date) -> list[Change]:
    """The last change of each item that changed lately, the newest first."""
    own = InformationItem.objects.of(authority) if authority else InformationItem.objects.all()
    live = access.open_data(own, day).filter(last_published_at__isnull=False).with_units()
    live = live.select_related("current_version").order_by("-last_published_at", "-pk")[:MOST]
    acts = InformationItem.history.filter(id=OuterRef("pk"), state=ItemState.WITHDRAWN).order_by("-history_id")
    gone = access.withdrawn(own).select_related("authority")
    gone = gone.annotate(gone_at=Subquery(acts.values("history_date")[:1])).order_by("-withdrawn_on", "-pk")[:MOST]
    found = chain((_published(item) for item in live), (_withdrawn(item) for item in gone if item.gone_at))
    return sorted(found, key=lambda change: (change.at, change.key), reverse=True)[:MOST]


def _published(item):
    version = item.current_version
    told = [version.reason] if version.reason else []
    if version.kind == VersionKind.CORRECTION:
        told.insert(0, f"{_('Nội dung đúng')}: {version.right}")
    told += [f"{_('Nơi tạo ra')}: {item.origin}", categories.label_of(item.rule_set.rules, item.category)]
    return Change(
        key=f"{item.code}/{version.number}",
        at=version.published_at,
        kind=version.get_kind_display(),
        title=f"{item.title} ({item.number})" if item.number else item.title,
        words="\n".join(filter(None, told)),
        url=rows.item_url(item.authority, item),
        author=item.authority.name,
    )


def _withdrawn(item):
    stub = rows.stub(item)
    return Change(
        key=f"{item.code}/go",
        at=item.gone_at,
        kind=str(_("Gỡ")),
        title=f"{_('Mục')} {item.code} {_('đã được gỡ')}",
        words=f"{short(stub['on'])}. {stub['why']}",
        url=rows.item_url(item.authority, item),
        author=item.authority.name,
    )


def atom(authority: Authority | None, day: date) -> Atom1Feed:
    """The feed. An entry is one change and keeps its identifier for good."""
    name = authority.name if authority else navigation()["site_name"]
    code = [authority.code] if authority else []
    feed = Atom1Feed(
        title=_("Thay đổi trong danh mục thông tin – %s") % name,
        link=absolute(reverse("catalog:home", args=code) if authority else reverse("home:province")),
        description="",
        language="vi",
        feed_url=absolute(reverse("catalog:changes" if authority else "catalog:all_changes", args=code)),
        feed_guid=f"tag:{host()},2026:danh-muc/{authority.code if authority else ''}",
        author_name=name,
    )
    for change in changes_of(authority, day):
        feed.add_item(
            title=f"{change.kind}: {change.title}",
            link=absolute(change.url),
            description=change.words,
            unique_id=f"tag:{host()},2026:danh-muc/{change.key}",
            pubdate=change.at,
            updateddate=change.at,
            author_name=change.author,
            categories=[change.kind],
        )
    return feed
