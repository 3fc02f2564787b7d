"""A stretch of an authority's news: newest first, by key, so that the last page costs what the first one costs."""

from dataclasses import dataclass
from datetime import date

from django.apps import apps
from django.db.models import Q

PER_PAGE = 10


@dataclass(frozen=True)
class NewsStretch:
    """What is in view, and the keys that lead on; an empty key means the end."""

    rows: list
    newer_key: str
    older_key: str

    @property
    def first(self):
        """The newest in view."""
        return self.rows[0]

    @property
    def last(self):
        """The oldest in view."""
        return self.rows[-1]


def page_of(index, query) -> NewsStretch:
    """The stretch that an address asks for: `truoc` (before a key) or `sau` (after it); odd keys mean the newest."""
    rows = apps.get_model("home", "NewsPage").objects.child_of(index).live().public()
    before, after = _key(query.get("truoc", "")), _key(query.get("sau", ""))
    if after:
        found = list(rows.filter(_beyond(after, "gt")).order_by("day", "pk")[: PER_PAGE + 1])
        has_more, found = len(found) > PER_PAGE, found[:PER_PAGE][::-1]
        if found:
            return NewsStretch(found, key_of(found[0]) if has_more else "", key_of(found[-1]))
        before = None
    if before:
        rows = rows.filter(_beyond(before, "lt"))
    found = list(rows.order_by("-day", "-pk")[: PER_PAGE + 1])
    has_more, found = len(found) > PER_PAGE, found[:PER_PAGE]
    newer = key_of(found[0]) if before and found else ""
    return NewsStretch(found, newer, key_of(found[-1]) if has_more else "")


def latest(index_path: str, amount: int) -> list:
    """The newest pieces below a news index, for a front page."""
    rows = apps.get_model("home", "NewsPage").objects.filter(path__startswith=index_path).live().public()
    return list(rows.order_by("-day", "-pk")[:amount])


def key_of(row) -> str:
    """2026-11-05-123: the day and the page's own number."""
    return f"{row.day.isoformat()}-{row.pk}"


def _key(text):
    day, _dash, number = text.rpartition("-")
    if not (number.isascii() and number.isdigit() and len(number) < 12):
        return None
    try:
        return date.fromisoformat(day), int(number)
    except ValueError:
        return None


def _beyond(key, way):
    day, number = key
    return Q(**{f"day__{way}": day}) | Q(**{"day": day, f"pk__{way}": number})
