"""What a reader chose of a list, read from the address: filters, order, where to go on. Wrong values choose nothing."""

from dataclasses import dataclass
from datetime import date
from urllib.parse import urlencode

from django.db.models import Subquery

from catalog import queries
from catalog.choices import PublicationForm
from catalog.models import InformationItem
from catalog.public.lists import STATES
from cms.core.text import nfc
from cms.law.terms import RuleSet

#: No law obliged anybody to publish before (L16 Điều 37.1).
FIRST_YEAR = 2018
_LONGEST = 100


def years_until(day: date) -> range:
    """The years a list can be narrowed to, this year first."""
    return range(day.year, FIRST_YEAR - 1, -1)


@dataclass(frozen=True)
class Choice:
    """Filters by their names in the address."""

    chu: str = ""
    nhom: str = ""
    nam: str = ""
    hinhthuc: str = ""
    trangthai: str = ""
    xep: str = ""
    sau: str = ""

    @classmethod
    def of(cls, query, rules: RuleSet, years) -> "Choice":
        """The parameters that mean something; the rest is as if it were not there."""
        get = query.get
        return cls(
            chu=nfc(get("chu", ""))[:_LONGEST],
            nhom=get("nhom", "") if get("nhom", "") in {one.code for one in rules.categories} else "",
            nam=get("nam", "") if get("nam", "") in {str(year) for year in years} else "",
            hinhthuc=get("hinhthuc", "") if get("hinhthuc", "") in PublicationForm.values else "",
            trangthai=get("trangthai", "") if get("trangthai", "") in dict(STATES) else "",
            xep="ten" if get("xep", "") == "ten" else "",
            sau=get("sau", "")[:40],
        )

    def query(self, **changes) -> str:
        """The address of this list with some choices changed; going on starts anew unless it is what changes."""
        kept = {name: getattr(self, name) for name in self.__dataclass_fields__ if name != "sau"} | changes
        return "?" + urlencode({name: value for name, value in kept.items() if value})

    @property
    def is_narrowed(self) -> bool:
        return bool(self.chu or self.nhom or self.nam or self.hinhthuc or self.trangthai)

    def rows(self, listed, authority, rules, day):
        """The list's items, narrowed, not yet ordered."""
        base = queries.expired(authority, day) if self.trangthai == "het-han" else listed.rows(authority, day)
        return queries.filtered(
            base, rules=rules, words=self.chu, category=self.nhom, year=int(self.nam) if self.nam else None,
            form=self.hinhthuc, state=self.trangthai, day=day,
        )  # fmt: skip

    def ordered(self, items):
        return items.order_by("title_order", "pk") if self.xep else items.order_by("-published_on", "-pk")

    def mark_of(self, item) -> str:
        """Where the next page goes on: the last row's place in the present order."""
        return str(item.pk) if self.xep else f"{item.published_on:%Y%m%d}-{item.pk}"

    def beyond(self, items):
        """The items after the place in `sau`: by key, so that the hundredth page costs as much as the first."""
        if self.xep:
            if not _is_key(self.sau):
                return items
            pk = int(self.sau)
            there = Subquery(InformationItem.objects.filter(pk=pk).values("title_order")[:1])
            return items.filter(title_order__gte=there).exclude(title_order=there, pk__lte=pk)
        day, _hyphen, pk = self.sau.partition("-")
        if not (_is_key(pk) and len(day) == 8 and _is_key(day)):
            return items
        try:
            published_on = date(int(day[:4]), int(day[4:6]), int(day[6:]))
        except ValueError:
            return items
        return items.filter(published_on__lte=published_on).exclude(published_on=published_on, pk__gte=int(pk))


def _is_key(text: str) -> bool:
    return text.isascii() and text.isdigit() and len(text) < 19
