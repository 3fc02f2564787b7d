"""Earlier requests like this one: of the same person by the keyed hash of their paper, or in like words; never by name.

Requests stand in no search index. The words of the newest ones that this person may see are folded as they are compared.
"""

import re
from dataclasses import dataclass, field

from cms.core.text import fold, nfc
from workflow import access
from workflow.models import InformationRequest

MOST = 5
#: Only so many of the newest earlier requests are compared: an answer of long ago has mostly been overtaken.
LOOKED_THROUGH = 2_000
#: Pairs of syllables in common, and their share of the shorter text, from which two texts are alike.
LEAST_COMMON, LEAST_SHARE = 3, 0.3
_SHOWN = 4  # common words as the reason
_SYLLABLE = re.compile(r"[^\W_]+")
#: Said in most requests, so that they make none alike.
_COMMON = frozenset({
    "toi", "xin", "de", "nghi", "yeu", "cau", "cung", "cap", "thong", "tin", "cho", "biet", "ve", "cac", "cua", "va",
    "tai", "theo", "nam", "duoc", "ban", "sao", "lieu", "van", "co", "quan", "kinh", "gui", "uy", "nhan", "dan",
    "xa", "phuong", "tinh", "so", "ngay", "thang", "tu", "den", "trong", "la", "mot", "nhung", "voi", "ho",
})  # fmt: skip


@dataclass
class Similar:
    """One earlier request, and why it is like this one."""

    info_request: InformationRequest
    same_person: bool = False
    common: list[str] = field(default_factory=list)


def similar_to(case: InformationRequest, user) -> list[Similar]:
    """At most five, those of the same person first, then the most alike; only what this person may see and read."""
    reach = access.visible_to(user, InformationRequest.objects.filter(pk__lt=case.pk))
    reach = reach.filter(access.unsealed(user))
    found = {key: Similar(case, same_person=True) for key in _of_the_same_person(case, reach)}
    for key, common in _in_like_words(case, reach):
        if key in found:
            found[key].common = common
        elif len(found) < MOST:
            found[key] = Similar(case, common=common)
    loaded = InformationRequest.objects.with_people().in_bulk(found)
    for key, one in found.items():
        one.info_request = loaded[key]
    return list(found.values())


def _of_the_same_person(case, reach):
    known = case.requester.identity_hash
    if not known:
        return []
    return list(reach.filter(requester__identity_hash=known).order_by("-pk").values_list("pk", flat=True)[:MOST])


def _in_like_words(case, reach):
    own = pairs_of(case.description)
    ranked = []
    for key, text in reach.order_by("-pk").values_list("pk", "description")[:LOOKED_THROUGH]:
        other = pairs_of(text)
        common = own.keys() & other.keys()
        share = len(common) / (min(len(own), len(other)) or 1)
        if len(common) >= LEAST_COMMON and share >= LEAST_SHARE:
            ranked.append((share, key, [own[pair] for pair in own if pair in common][:_SHOWN]))
    ranked.sort(key=lambda one: (-one[0], -one[1]))
    return [(key, common) for _share, key, common in ranked[:MOST]]


def pairs_of(text: str) -> dict[tuple[str, str], str]:
    """Neighbouring syllables, folded, with how they were written; a pair of two common ones says nothing."""
    written = _SYLLABLE.findall(nfc(text))
    folded = [fold(syllable) for syllable in written]
    found = {}
    for place in range(len(folded) - 1):
        pair = (folded[place], folded[place + 1])
        if not _COMMON.issuperset(pair):
            found.setdefault(pair, f"{written[place]} {written[place + 1]}".lower())
    return found
