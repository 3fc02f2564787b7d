"""What may answer a question before it is sent: public entries whose titles share pairs of words with what was written.

A description is a whole paragraph, so the search's own rule, that every word must be there, would find nothing. Pairs of
neighbouring words are looked for in titles; the rarer a pair among what is found, the more it says.
"""

from collections import Counter
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from catalog import matching, tokens
from catalog.choices import EntryKind
from catalog.models import PublicEntry
from cms.core.models import Authority
from cms.core.words import bare, words

MOST = 4
#: Words of the description that are read, and entries that are weighed.
_MOST_WORDS, _MOST_WEIGHED = 120, 300
#: Pairs that say nothing of what is asked: they stand in every other request.
_EMPTY_PAIRS = """
thong+tin cung+cap toi+muon toi+can muon+biet de+nghi yeu+cau co+quan cong+khai uy+ban ban+nhan
nhan+dan xin+cho cho+toi quy+dinh lien+quan noi+dung tai+lieu ho+so van+ban danh+muc duoc+biet
nam+2024 nam+2025 nam+2026
"""
_EMPTY = frozenset(_EMPTY_PAIRS.split())
_KINDS = (EntryKind.ITEM, EntryKind.DOCUMENT, EntryKind.ANSWER, EntryKind.QUESTION, EntryKind.GUIDE, EntryKind.PAGE)


@dataclass(frozen=True)
class Suggestion:
    """A public entry that may be what is asked for; `address` stands below the site's own."""

    title: str
    kind: str
    address: str


def suggest(text: str, authority: Authority, on: date) -> list[Suggestion]:
    """The best few of the authority's own and the whole site's entries, best first. Two queries, or none."""
    asked = _pairs(" ".join(words(text)[:_MOST_WORDS]))
    if not asked:
        return []
    scopes = (tokens.authority_token(authority.pk), tokens.authority_token(None))
    keys = matching.find_any([f"{tokens.TITLE}{pair}" for pair in sorted(asked)], scopes, on, _MOST_WEIGHED)
    if not keys:
        return []
    rows = PublicEntry.objects.filter(order_key__in=keys, kind__in=[str(kind) for kind in _KINDS])
    found = [(row, _pairs(row[1]) & asked, len(_pairs(row[1]))) for row in rows.values_list(
        "order_key", "title", "kind", "address")]  # fmt: skip
    often = Counter(pair for _row, shared, _all in found for pair in shared)
    weighed = []
    for row, shared, whole in found:
        # One pair alone says enough only of a title that consists of little else.
        if len(shared) >= 2 or (shared and whole <= 3):
            weighed.append((sum(1 / often[pair] for pair in shared) + len(shared) / (whole + 2), row))
    weighed.sort(key=lambda one: (-one[0], -one[1][0]))
    return [
        Suggestion(title, EntryKind(kind).label, address) for _weight, (_key, title, kind, address) in weighed[:MOST]
    ]


def _pairs(text: str) -> set[str]:
    """Neighbouring words without their marks: people leave them out, or set them wrongly."""
    said = [bare(word) for word in words(text)]
    return {f"{one}+{two}" for one, two in pairwise(said)} - _EMPTY
