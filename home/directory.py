"""The directory of authorities: grouped by kind, in Vietnamese order, found by name with and without marks."""

import unicodedata
from dataclasses import dataclass

from django.db import models
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext_lazy as _

from cms.core.authority_url import focal_of, with_focal
from cms.core.models import Authority
from cms.core.models.authority import AuthorityKind
from cms.core.text import fold, nfc, sort_key

LONGEST_QUERY = 100
_COMMON_NOUNS = ("Tỉnh ", "Thành phố ", "Xã ", "Phường ", "Đặc khu ")


@dataclass(frozen=True)
class Group:
    label: str
    authorities: list[Authority]


class Level(models.TextChoices):
    """Two levels of government since 01/7/2025, and the public service units beside them."""

    PROVINCE = "tinh", _("Cấp tỉnh")
    COMMUNE = "xa", _("Cấp xã")
    SERVICE_UNIT = "don-vi", _("Đơn vị sự nghiệp công lập")


_KINDS = {
    Level.PROVINCE: (AuthorityKind.PROVINCE, AuthorityKind.DEPARTMENT),
    Level.COMMUNE: (AuthorityKind.COMMUNE,),
    Level.SERVICE_UNIT: (AuthorityKind.SERVICE_UNIT,),
}


@dataclass(frozen=True)
class Way:
    """A level with how many authorities it has here, and the address that shows only these."""

    code: str
    label: str
    amount: int
    url: str


@dataclass(frozen=True)
class Directory:
    """What the front page lists, and by what it may be narrowed. A place is offered only where there are several."""

    authorities: list[Authority]
    levels: list[Way]
    places: list[str]
    level: str = ""
    place: str = ""
    all_url: str = ""


def directory(query: str = "", level: str = "", place: str = "") -> Directory:
    """Open authorities by name, level and place; a level or place that nobody knows narrows nothing. One query."""
    everybody = find(query)
    places = sorted({authority.place for authority in everybody} - {""}, key=sort_key)
    place = place if place in places else ""
    here = [authority for authority in everybody if not place or authority.place == place]
    counted = [(one, sum(authority.kind in _KINDS[one] for authority in here)) for one in Level]
    kept = {"ten": query, "noi": place}
    levels = [
        Way(one.value, str(one.label), amount, _address(kept | {"cap": one.value})) for one, amount in counted if amount
    ]
    level = level if level in {way.code for way in levels} else ""
    return Directory(
        authorities=[authority for authority in here if not level or authority.kind in _KINDS[Level(level)]],
        levels=levels if len(levels) > 1 else [],
        places=places if len(places) > 1 else [],
        level=level,
        place=place,
        all_url=_address(kept),
    )


def _address(choice: dict[str, str]) -> str:
    told = urlencode({name: value for name, value in choice.items() if value})
    return f"{reverse('home:province')}{'?' if told else ''}{told}#co-quan"


def _place(authority: Authority, by_key: dict[int, Authority]) -> str:
    """The province or city it belongs to: as recorded, else that of the open provincial committee above it."""
    above = authority
    while above is not None:
        if above.province:
            return above.get_province_display()
        if above.kind == AuthorityKind.PROVINCE:
            return above.short_name
        above = by_key.get(above.parent_id)
    return ""


def find(query: str = "") -> list[Authority]:
    """Open authorities whose name holds the words typed; leaving marks out widens, typing them narrows."""
    authorities = list(with_focal(Authority.objects.open()))
    by_key = {authority.pk: authority for authority in authorities}
    for authority in authorities:
        focal_of(authority)
        # Those above are among the same rows: nobody is asked for one by one.
        authority.place = _place(authority, by_key)
    words = nfc(query)[:LONGEST_QUERY]
    if words:
        wide = [authority for authority in authorities if fold(words) in fold(_names(authority))]
        exact = unicodedata.normalize("NFC", words).lower()
        authorities = [authority for authority in wide if exact in nfc(_names(authority)).lower()] or wide
    return sorted(authorities, key=lambda authority: sort_key(authority.name))


def columns(authorities: list[Authority]) -> list[list[Group]]:
    """The authorities by kind in two columns: the province's bodies, and its communes. What is empty is left out."""
    provincial = [_group(kind, authorities) for kind in AuthorityKind if kind != AuthorityKind.COMMUNE]
    both = ([group for group in provincial if group.authorities], [_group(AuthorityKind.COMMUNE, authorities)])
    return [column for column in both if any(group.authorities for group in column)]


def _group(kind, authorities):
    return Group(str(kind.label), [authority for authority in authorities if authority.kind == kind])


def _names(authority):
    return f"{authority.name} {authority.short_name} {authority.code.replace('-', ' ')}"


def page_title(authority: Authority) -> str:
    """The title of an authority's page: "Tiếp cận thông tin xã Suối Vàng", "Tiếp cận thông tin Sở Tư pháp"."""
    return f"Tiếp cận thông tin {in_a_sentence(authority)}"


def in_a_sentence(authority: Authority) -> str:
    """Its short name after other words: "xã Suối Vàng", "Sở Tư pháp"."""
    name = authority.short_name
    return name[0].lower() + name[1:] if name.startswith(_COMMON_NOUNS) else name
