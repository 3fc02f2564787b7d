"""What providing costs: items of the list by quantity, the share of the area, postage; the same sum wherever it stands."""

from datetime import date

import pytest

from tests.factories.moments import day
from tests.factories.workflow import Case
from workflow.models import InformationRequest
from workflow.models.cost import total_of
from workflow.public import tracking
from workflow.register.columns import COLUMNS
from workflow.register.rows import rows_of
from workflow.services import payments
from workflow.services.quoting import POSTAGE, Chosen, QuoteSlips, quote

pytestmark = pytest.mark.django_db
DAY = date(2026, 11, 2)
TEN_PAGES = (Chosen("COPY_BW_A4", 10),)


def in_area(house, area, since="01/01/2026"):
    authority = house.authority
    authority.area, authority.area_since_on, authority.area_source = area, day(since), "Phụ lục II"
    authority.save()


def slips_of(case, *chosen, postage=0):
    with pytest.raises(QuoteSlips) as error:
        quote(case.now, chosen, postage=postage, day=DAY)
    return {place: str(sentence) for place, sentence in error.value.slips.items()}


@pytest.mark.parametrize(
    ("area", "unit_price", "total"),
    [("ORDINARY", 3_000, 30_000), ("DIFFICULT", 2_100, 21_000), ("ESPECIALLY_DIFFICULT", 1_500, 15_000)],
)
def test_area_sets_the_unit_price(house, area, unit_price, total):
    if area != "ORDINARY":
        in_area(house, area)
    reckoned = quote(Case.sent(house).now, TEN_PAGES, day=DAY)
    (line,) = reckoned.lines
    assert (line.full_price, line.unit_price, reckoned.total) == (3_000, unit_price, total)


def test_area_counts_from_its_day(house):
    in_area(house, "DIFFICULT", since="03/11/2026")
    case = Case.sent(house)
    assert quote(case.now, TEN_PAGES, day=DAY).total == 30_000
    assert quote(case.now, TEN_PAGES, day=date(2026, 11, 3)).total == 21_000


def test_postage_is_what_the_post_charges(house):
    in_area(house, "DIFFICULT")
    case = Case.sent(house, delivery="PAPER_BY_POST")
    copied, sent = quote(case.now, TEN_PAGES, postage=25_000, day=DAY).lines
    assert (sent.kind, sent.percent, sent.amount, sent.source) == (
        "POSTAGE", 100, 25_000, "Điều 3.1.2 Thông tư 46/2018/TT-BTC",
    )  # fmt: skip
    assert copied.amount + sent.amount == 46_000


@pytest.mark.parametrize("delivery_way", ["DOWNLOAD", "EMAIL", "VIEW_AT_SEAT", "FAX"])
def test_only_the_post_charges_for_sending(house, delivery_way):
    """TT46 Điều 3.2."""
    case = Case.sent(house, "03/08/2026", delivery=delivery_way, fax="02503000222")
    assert "Điều 3.2 Thông tư 46/2018/TT-BTC" in slips_of(case, postage=20_000)[POSTAGE, "postage"]


def test_item_without_price_takes_an_amount_with_its_source(house):
    case = Case.sent(house)
    assert set(slips_of(case, Chosen("PRINT_BW", 3))) == {(1, "unit_price"), (1, "source")}
    (line,) = quote(case.now, (Chosen("PRINT_BW", 3, 800, "Phụ lục, mục 2"),), day=DAY).lines
    assert (line.amount, line.source) == (2_400, "Phụ lục, mục 2")


@pytest.mark.parametrize("price", [35_999, 135_001, None])
def test_amount_stays_within_the_range_of_the_list(house, price):
    case = Case.sent(house)
    assert set(slips_of(case, Chosen("PHOTO_PRINT", 1, price, "Phụ lục"))) == {(1, "unit_price")}
    assert quote(case.now, (Chosen("PHOTO_PRINT", 1, 36_000, "Phụ lục"),), day=DAY).total == 36_000


def test_price_of_the_list_is_not_typed_otherwise(house):
    case = Case.sent(house)
    assert set(slips_of(case, Chosen("COPY_BW_A4", 1, 2_000))) == {(1, "unit_price")}
    assert quote(case.now, (Chosen("COPY_BW_A4", 1, 3_000),), day=DAY).total == 3_000


def test_sum_that_no_request_can_cost_is_refused(house):
    case = Case.sent(house)
    assert set(slips_of(case, Chosen("FILM_COPY", 1_000_000))) == {(1, "quantity")}


def test_list_of_the_earlier_circular_is_told_with_a_note_under_l26(house):
    assert "Điều 25.2" in quote(Case.sent(house).now, TEN_PAGES, day=DAY).note
    assert quote(Case.sent(house, "27/08/2026").now, TEN_PAGES, day=DAY).note == ""


def test_the_sum_is_the_same_on_screen_paper_register_and_tracking_page(house):
    in_area(house, "DIFFICULT")
    case = Case.sent(house, delivery="PAPER_BY_POST").accept().review()
    terms = case.costing(costs=(*TEN_PAGES, Chosen("PRINT_BW", 7, 333, "Phụ lục")), postage=25_000)
    case.propose_to_provide(terms=terms).approve().issue()
    reckoned = quote(case.now, terms.costs, postage=terms.postage, day=DAY).total
    provision = case.decision()
    (row,) = rows_of(InformationRequest.objects.filter(pk=case.pk))
    column = next(one for one in COLUMNS if one.name == "cost")
    assert reckoned == 21_000 + 7 * 233 + 25_000
    assert {
        total_of(provision.cost_lines.all()),
        provision.cost,
        payments.cost_of(case.now),
        tracking.load(case.pk).cost,
        column.read(row),
    } == {reckoned}
    assert f"{reckoned:,}".replace(",", ".") in provision.letters.get(form="RESOLUTION").html.replace("\xa0", ".")
