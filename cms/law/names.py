"""What the laws call their grounds, bases and points, by code: each as the newest adopted law that has it says."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.core.cache import cache

from cms.law.models import AdoptedRuleSet

_KEY, _SECONDS = "law:names", 60


@dataclass(frozen=True)
class Name:
    label: str
    article: str
    #: Number of the law that says so.
    law: str


def grounds() -> dict[str, Name]:
    """Grounds of refusal, in the law's own order."""
    return _names()["grounds"]


def provision_bases() -> dict[str, Name]:
    """Bases on which information is given."""
    return _names()["provision_bases"]


def categories() -> dict[str, Name]:
    """Points of what must be public, those of the newest law first."""
    return _names()["categories"]


def forget() -> None:
    """Read the laws anew: one was adopted."""
    cache.delete(_KEY)


def _names() -> dict[str, dict[str, Name]]:
    """Kept for a minute: a law once adopted never changes, and a new one has its day."""
    kept = cache.get(_KEY)
    if kept is None:
        kept = _read(AdoptedRuleSet.objects.adopted().select_related("source").order_by("-in_force_from"))
        if any(kept.values()):
            cache.set(_KEY, kept, _SECONDS)
    return kept


def _read(adopted: Iterable[AdoptedRuleSet]) -> dict[str, dict[str, Name]]:
    found = {"grounds": {}, "provision_bases": {}, "categories": {}}
    for one in adopted:
        for kind, named in found.items():
            for row in getattr(one.rules, kind):
                named.setdefault(row.code, Name(row.label, row.article, one.legal_reference))
    return found
