"""What providing costs, reckoned from the price list: items and quantities chosen, the area's factor, postage (TT46)."""

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext_lazy as _

from cms.core.display import amount as in_dong
from cms.core.errors import DomainError
from cms.core.text import nfc
from cms.law.errors import NoSuchEntry
from cms.law.price_lists import WHOLE, AreaFactor, PriceItem, PriceList, after_factor, list_on
from cms.law.reading import LARGEST_PRICE, price_lists
from workflow.choices import CostKind, DeliveryWay
from workflow.models import CostLine
from workflow.models.cost import total_of

#: No single request costs more, in đồng.
LARGEST_TOTAL = 2_000_000_000
#: Where the slip of the postage stands among those of the rows.
POSTAGE = 0


@dataclass(frozen=True)
class Chosen:
    """So many units of an item. Amount and source are typed only where the list has no price."""

    item: str
    quantity: int
    unit_price: int | None = None
    source: str = ""


@dataclass(frozen=True)
class Quote:
    """The lines, not saved yet, with the list and the factor they were reckoned by."""

    prices: PriceList
    factor: AreaFactor
    lines: tuple[CostLine, ...]
    note: str

    @property
    def total(self) -> int:
        """Đồng."""
        return total_of(self.lines)


class QuoteSlips(DomainError):
    """Rows that cannot be reckoned; `slips` maps (row from 1, field) to a sentence, POSTAGE standing for the postage."""

    def __init__(self, slips):
        super().__init__(" ".join(dict.fromkeys(map(str, slips.values()))), field="costs")
        self.slips = slips


def prices_on(day: date) -> PriceList:
    """The price list in force on that day."""
    return list_on(price_lists(), day)


def quote(info_request, chosen, *, postage: int = 0, day: date) -> Quote:
    """Reckon what was chosen, by the list and the authority's area of that day. QuoteSlips names what is missing."""
    prices = prices_on(day)
    factor = prices.factor(info_request.authority.area_on(day))
    lines, slips = [], {}
    for number, row in enumerate(chosen, 1):
        try:
            item = prices.item(row.item, day)
        except NoSuchEntry:
            slips[number, "item"] = _("Chọn khoản có trong bảng giá")
            continue
        found = _row_slips(item, row)
        slips |= {(number, name): sentence for name, sentence in found.items()}
        if not found:
            lines.append(_line(prices, factor, item, row))
    if why_not := _postage_slip(info_request, prices, postage):
        slips[POSTAGE, "postage"] = why_not
    elif postage:
        lines.append(_postage(prices, postage))
    if not slips and total_of(lines) > LARGEST_TOTAL:
        slips[len(chosen), "quantity"] = _("Tổng chi phí lớn hơn %(most)s. Xem lại số lượng.") % {
            "most": in_dong(LARGEST_TOTAL)
        }
    if slips:
        raise QuoteSlips(slips)
    return Quote(prices, factor, tuple(lines), prices.note_under(info_request.rule_set.code))


def _row_slips(item: PriceItem, row: Chosen) -> dict:
    slips = {}
    if row.quantity is None or row.quantity < 1:
        slips["quantity"] = _("Ghi số lượng từ 1")
    if item.unit_price is not None:
        if row.unit_price not in (None, item.unit_price):
            slips["unit_price"] = _("Bảng giá đã có mức %(price)s. Để trống ô này") % {
                "price": in_dong(item.unit_price)
            }
        return slips
    least, most = item.least or 1, item.most or LARGEST_PRICE
    if row.unit_price is None or not least <= row.unit_price <= most:
        slips["unit_price"] = _("Bảng giá chưa có mức cố định. Ghi đơn giá từ %(least)s đến %(most)s") % {
            "least": in_dong(least),
            "most": in_dong(most),
        }
    if not row.source.strip():
        slips["source"] = _("Ghi nguồn của đơn giá: văn bản, phụ lục, trang")
    return slips


def _postage_slip(info_request, prices, postage) -> str:
    if not 0 <= postage <= LARGEST_PRICE:
        return _("Ghi số tiền cước, từ 0 đồng.")
    if postage and info_request.delivery != DeliveryWay.PAPER_BY_POST:
        return _("Chỉ tính cước khi gửi bản giấy qua bưu điện. Gửi qua mạng, fax không mất tiền (%(article)s).") % {
            "article": prices.cite(prices.free_sending_article)
        }
    return ""


def _line(prices, factor, item, row) -> CostLine:
    full = item.unit_price if item.unit_price is not None else row.unit_price
    return CostLine(
        kind=CostKind.ITEM,
        price_list=prices.code,
        item=item.code,
        label=item.label,
        unit=item.unit,
        quantity=row.quantity,
        full_price=full,
        percent=factor.percent,
        unit_price=after_factor(full, factor.percent),
        source=item.source if item.unit_price is not None else nfc(row.source),
    )


def _postage(prices, amount) -> CostLine:
    """The area's factor is for printing and copying; the post charges what it charges."""
    return CostLine(
        kind=CostKind.POSTAGE,
        price_list=prices.code,
        label=prices.postage.label,
        unit=prices.postage.unit,
        quantity=1,
        full_price=amount,
        percent=WHOLE,
        unit_price=amount,
        source=prices.cite(prices.postage.article),
    )
