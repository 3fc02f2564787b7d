"""The meters: what each counts, in working days by the one calendar, and that every figure opens exactly its rows."""

import re
from copy import deepcopy
from html import unescape

import pytest
from django.core.cache import cache
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from catalog import meters
from catalog.models import InformationItem
from catalog.services import publishing
from cms.core.dates import local_day
from tests.factories import catalog as make
from tests.factories.core import make_house
from tests.factories.moments import day, moment

NOW = timezone.now()
TODAY = local_day(NOW)


def admin(person) -> Client:
    client = Client()
    client.force_login(person, backend="django.contrib.auth.backends.ModelBackend")
    return client


@pytest.fixture(scope="module")
def kept_catalog(kept_for_the_file):
    """One row of each fate; the day is the machine's, so terms run from days long gone or yet to come."""
    house = make_house()
    make.published(house, at=moment("16/11/2026 09:00"))  # due 20/11/2026
    make.published(house, at=moment("27/11/2026 09:00"), title="Đăng chậm năm ngày làm việc", files=[make.a_file()])
    make.draft(house, title="Quá hạn", created_on=day("01/09/2026"))
    make.published(
        house, at=moment("05/09/2026 09:00"), title="Quá kỳ", update_cycle="MONTH", created_on=day("03/09/2026"), links=(),
        forms=" POSTING ", digitising="NOT_YET", paper_place="Kho",
    )  # fmt: skip
    make.draft(
        house, title="Việc cũ", category="PUB26_S", created_on=day("03/02/2026"), rule_set=make.rule_set_on(TODAY)
    )
    gone = make.published(house, at=moment("28/11/2026 09:00"), title="Đã gỡ, từng chậm")
    publishing.withdraw(item=gone, seen=None, reason="Sai", by=make.as_now(house.officer), at=NOW)
    make.a_mark(house)
    return house


@pytest.fixture
def catalog(kept_catalog, db):
    cache.clear()
    return deepcopy(kept_catalog)


def board(house):
    items = InformationItem.objects.of(house.authority)
    return meters.by_point(items, meters.Ruler.of(max(TODAY, day("01/12/2026"))))


def test_each_meter_counts_its_rows(catalog):
    found = board(catalog)
    assert found.whole.counts == {
        "muc": 6, "cong-khai": 3, "mo-duoc": 2, "khong-mo-duoc": 1, "da-cong-khai": 4, "dung-han": 2, "cham": 2,
        "dang-cham": 1, "qua-han": 1, "co-chu-ky": 1, "qua-ky": 1, "da-so-hoa": 5, "dang-so-hoa": 0, "chua-so-hoa": 1,
        "viec-cu": 1, "viec-cu-con": 1,
    }  # fmt: skip
    # Due 20/11; published on Friday 27/11 and Saturday 28/11, with 24/11 a day off: four working days each.
    assert dict(found.whole.delays) == {4: 2}
    assert found.whole.median_delay == 4
    assert (found.whole.share("mo-duoc"), found.whole.share("dung-han")) == (67, 50)
    assert f"{found.ruler.backlog_until:%d/%m/%Y}" == "01/03/2027"


def test_a_share_is_whole_only_where_nothing_is_missing():
    line = meters.Figures("", "")
    line.counts |= {"cong-khai": 1000, "mo-duoc": 999}
    assert line.share("mo-duoc") == 99
    assert line.share("dung-han") is None


def cells(page: str) -> list[tuple[str, int]]:
    found = re.findall(r'<a href="(/[^"]*so-do=[^"]*)"[^>]*>(\d+)</a>', page)
    return [(unescape(url), int(count)) for url, count in found]


@pytest.mark.parametrize("who", ["officer", "originator", "auditor"])
@pytest.mark.parametrize("group", ["", "don-vi"])
def test_every_figure_of_the_desk_opens_its_rows(catalog, who, group):
    me = admin(getattr(catalog, who))
    page = me.get(reverse("catalog_desk:meters"), {"theo": group})
    linked = cells(page.content.decode())
    assert len(linked) > 12
    for url, count in dict.fromkeys(linked):
        listed = me.get(url)
        assert listed.status_code == 200
        assert f"{count} mục</span>" in listed.content.decode(), url


def test_every_linked_figure_of_the_public_page_opens_its_rows(catalog, client):
    page = client.get(reverse("catalog:meters", args=[catalog.authority.code]))
    linked = re.findall(r'<a href="(/[^"]*phai-cong-khai/[^"]*)">(\d+)</a>', page.content.decode())
    assert len(linked) >= 6
    for url, count in linked:
        assert f"{count} mục" in client.get(unescape(url)).content.decode(), url
    assert "Việc cũ" not in page.content.decode()
    told = client.get(reverse("catalog:meters_json", args=[catalog.authority.code])).json()
    assert told["total"]["qua-han"] == sum(int(one["qua-han"]) for one in told["points"])
    assert told["backlog_until"] == "2027-03-01"


def test_more_rows_cost_no_more_queries(catalog, client):
    def spent():
        with CaptureQueriesContext(connection) as captured:
            client.get(reverse("catalog:meters", args=[catalog.authority.code]))
        return len(captured)

    client.get(reverse("catalog:meters", args=[catalog.authority.code]))
    few = spent()
    for n in range(4):
        make.published(catalog, at=NOW, title=f"Thêm {n}", category="PUB26_A")
    assert spent() == few <= 6


def test_an_odd_address_narrows_nothing(catalog):
    me = admin(catalog.officer)
    everything = me.get(reverse("danh-muc_modeladmin_index"))
    odd = me.get(reverse("danh-muc_modeladmin_index"), {"so-do": "x", "diem": "PUB99", "don-vi": "²", "ra-doi": "1"})
    assert odd.status_code == 200
    assert odd.context["result_count"] == everything.context["result_count"]


def test_who_has_no_part_in_the_catalog_finds_no_meters(house):
    assert admin(house.cashier).get(reverse("catalog_desk:meters")).status_code == 404
