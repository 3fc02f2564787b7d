"""What printing, copying and sending cost by the finance ministry's list, as frozen values with a date. Whole đồng only."""

from dataclasses import dataclass, field
from datetime import date

from cms.core.areas import Area
from cms.law.choices import Sure
from cms.law.errors import NoSuchEntry
from cms.law.terms import NAMES_ITS_LAW, find

WHOLE = 100


@dataclass(frozen=True)
class PriceItem:
    """One line of a list. Without a price the officer enters the amount and says where it stands.

    `least` and `most` bound an amount that the list gives as a range.
    """

    code: str
    label: str
    unit: str
    material_included: bool
    source: str
    sure: Sure
    valid_from: date
    unit_price: int | None = None
    least: int | None = None
    most: int | None = None
    valid_to: date | None = None

    def holds_on(self, day: date) -> bool:
        return self.valid_from <= day and (self.valid_to is None or day <= self.valid_to)


@dataclass(frozen=True)
class AreaFactor:
    """The share of the price, in per cent, that is charged where the authority sits in such an area."""

    area: Area
    percent: int
    article: str


@dataclass(frozen=True)
class Postage:
    label: str
    unit: str
    ceiling: str
    article: str


@dataclass(frozen=True)
class BudgetLine:
    """Where the money stands in the state budget."""

    item: str
    sub_item: str
    article: str


@dataclass(frozen=True)
class PriceList:
    """A list with its day. `made_for` is the rule set it details; under another law `note_elsewhere` is shown with it."""

    code: str
    title: str
    legal_reference: str
    in_force_from: date
    in_force_article: str
    made_for: str
    note_elsewhere: str
    actual_cost_article: str
    approval_article: str
    paid_first_article: str
    free_sending_article: str
    budget: BudgetLine
    postage: Postage
    items: tuple[PriceItem, ...] = field(metadata={"key": "item"})
    area_factors: tuple[AreaFactor, ...] = field(metadata={"key": "area_factor"})
    in_force_to: date | None = None

    def items_on(self, day: date) -> tuple[PriceItem, ...]:
        return tuple(item for item in self.items if item.holds_on(day))

    def item(self, code: str, day: date) -> PriceItem:
        """The item of that code as it holds on that day. Raises NoSuchEntry."""
        return find(self.items_on(day), code, "khoản chi phí", self.legal_reference)

    def factor(self, area: Area) -> AreaFactor:
        """The share charged in such an area; all of it where the list sets none."""
        whole = AreaFactor(Area(area), WHOLE, self.actual_cost_article)
        return next((row for row in self.area_factors if row.area == area), whole)

    def cite(self, article: str) -> str:
        return article if NAMES_ITS_LAW.search(article) else f"{article} {self.legal_reference}"

    def note_under(self, rule_set_code: str) -> str:
        """What must be said where the list is used under another law than the one it details."""
        return "" if rule_set_code == self.made_for else self.note_elsewhere


def after_factor(price: int, percent: int) -> int:
    """The unit price in đồng after the area's factor, half a đồng rounded up: the one place where anything is rounded."""
    return (price * percent + WHOLE // 2) // WHOLE


def list_on(price_lists, day: date) -> PriceList:
    """The newest list in force on that day. Raises NoSuchEntry."""
    holding = [one for one in price_lists if one.in_force_from <= day and (one.in_force_to or day) >= day]
    if not holding:
        raise NoSuchEntry(f"Ngày {day:%d/%m/%Y} chưa có bảng giá nào.")
    return max(holding, key=lambda one: one.in_force_from)
