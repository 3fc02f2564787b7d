"""The public figures of a year: those of the table, small numbers held back, the same on page and interface."""

from datetime import date

import pytest
from django.core.cache import cache

from cms.core.figures import Period
from home.figures import board_of
from home.statistics.public import lines_of
from home.statistics.table import table_of
from tests.factories.core import make_house
from tests.factories.workflow import Case, case_in
from tests.factories.years import make_years
from workflow.choices import Status
from workflow.statistics import figures_of

pytestmark = pytest.mark.django_db
DAY = date(2026, 12, 31)


@pytest.fixture(autouse=True)
def fresh_memory():
    cache.clear()


def test_the_page_counts_as_the_report_does():
    years = make_years(cases=150, authorities=1)
    (authority,) = years.authorities
    yearly = {one.year: one for one in figures_of(authority, DAY).years}
    for year in (2024, 2025, 2026):
        table, page = table_of([authority], Period.calendar_year(year)), yearly[year]
        told = {code: table.of(code).total for code in ("received", "settled", "on_time", "late", "extended")}
        assert told == {
            "received": page.received,
            "settled": page.answered,
            "on_time": page.on_time,
            "late": page.late,
            "extended": page.extended,
        }
        ends = {status.lower(): amount for status, amount in page.outcomes.items()}
        assert ends == {code: table.of(code).total for code in ends}
        grounds = {line.part: line.total for line in table.lines if line.definition.code == "withheld_ground"}
        assert page.grounds == {part: amount for part, amount in grounds.items() if amount and part}


def test_small_numbers_are_held_back_in_every_division():
    house = make_house()
    for on in ("02/11/2026", "03/11/2026"):
        case_in(Status.PROVIDED, house, on)
    case_in(Status.REFUSED, house, "03/11/2026")
    Case.sent(house, "04/11/2026")
    lines = {(line.code, line.part): line for line in lines_of(house.authority, 2026, DAY)}
    assert (lines["received", ""].count, lines["settled", ""].count) == (4, 3)
    for key in (
        ("provided", ""),
        ("refused", ""),
        ("received_channel", "ONLINE"),
        ("withheld_ground", "OVER_CAPACITY"),
    ):
        assert (lines[key].count, lines[key].shown) == (None, "dưới\u00a05"), key
    for line in lines.values():
        if line.count is None:
            assert not any(sign.isdigit() and sign != "5" for sign in line.shown), line


def test_the_interface_tells_the_same_and_refuses_a_year_to_come(client):
    house = make_house()
    case_in(Status.PROVIDED, house, "02/11/2026")
    address = f"/api/v1/authorities/{house.authority.code}/figures"
    told = client.get(address, {"year": "2026"}).json()
    assert (told["first"], told["last"]) == ("2026-01-01", "2026-12-31")
    expected = lines_of(house.authority, 2026, date.fromisoformat(told["day"]))
    assert [(one["code"], one["part"], one["count"], one["shown"]) for one in told["figures"]] == [
        (one.code, one.part, one.count, one.shown) for one in expected
    ]
    assert client.get(address, {"year": "2100"}).status_code == 422
    assert client.get(address, {"year": "2017"}).status_code == 422
    assert client.get(address, {"first": "2026-01-01"}).status_code == 422


def test_figures_are_read_anew_after_the_next_act(django_assert_num_queries):
    house = make_house()
    Case.sent(house, "02/11/2026")
    lines_of(house.authority, 2026, DAY)
    with django_assert_num_queries(1):
        lines_of(house.authority, 2026, DAY)
    Case.sent(house, "03/11/2026")
    received = next(one for one in lines_of(house.authority, 2026, DAY) if one.code == "received")
    assert received.count == 2
    assert board_of(house.authority, DAY).years[0].received == 2
