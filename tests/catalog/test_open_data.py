"""What anybody takes away of the catalog: what is public and names nobody, by every machine's door; the rest by none."""

import json
from xml.etree import ElementTree

import pytest
from django.core.cache import cache
from django.urls import reverse
from django.utils import timezone

from catalog.services import drafts, publishing
from cms.core import open_door
from tests.catalog.test_public import SECRET, hidden_things
from tests.factories import catalog as make
from tests.factories.core import make_house
from tests.factories.moments import day, within_one_minute

NOW = timezone.now()
API = "/api/v1/"
ATOM = "{http://www.w3.org/2005/Atom}"


@pytest.fixture(autouse=True)
def fresh_memory():
    cache.clear()
    yield
    cache.clear()


def get(client, path, status=200, **query):
    response = client.get(API + path, query)
    assert response.status_code == status, response.content.decode()[:300]
    return response.json()


def titles(client, **query):
    return [one["title"] for one in get(client, "items", **query)["items"]]


def withdraw(house, item, reason="Đăng nhầm bản nháp"):
    return publishing.withdraw(item=item, seen=item.version, reason=reason, by=house.officer, at=timezone.now())


def machine_doors(house, items):
    """Every address from which a machine may take something of the catalog."""
    code = house.authority.code
    yield from (f"{API}{path}" for path in ("items", "items?order=changed", "withdrawn", "categories"))
    yield from (f"{API}{path}?authority={code}" for path in ("items", "withdrawn"))
    yield from (
        f"{API}authorities/{code}/{path}"
        for path in ("catalog", "service-units", "compliance", "statistics", "figures")
    )
    yield from (f"{API}items/{item.code}{rest}" for item in items for rest in ("", "/versions"))
    for suffix in ("atom", "jsonld"):
        yield from (f"/danh-muc.{suffix}", f"/{code}/danh-muc.{suffix}")


def test_nothing_that_is_not_public_leaves_by_any_of_them(house, client, monkeypatch):
    """Drafts, marks, what was withheld, ended or taken down, conditional content, and lists of people."""
    monkeypatch.setattr(open_door, "PER_MINUTE", 10_000)
    secret = hidden_things(house) | {
        "mark": make.a_mark(house, at=NOW, words="BIMAT dấu"),
        "named": make.published(house, at=NOW, title="BIMAT danh sách hộ nghèo", names_people=True,
                                until_on=day("31/12/2099"), until_words="", permitted_fields="Họ tên"),
        "gone": withdraw(house, make.published(house, at=NOW, title="BIMAT đã gỡ", summary="BIMAT tóm tắt",
                                               files=[make.a_file("BIMAT.pdf")], keywords="BIMAT")),
    }  # fmt: skip
    half = make.published(house, at=NOW, title="Đã công khai", number="9/QĐ")
    drafts.edit(item=half, seen=half.version, facts={"title": "BIMAT sửa đổi"},
                kind="UPDATE", reason="BIMAT", by=house.originator, at=NOW)  # fmt: skip
    conditional = make.conditional(house, at=NOW)
    closed = make_house()
    make.published(closed, at=NOW, title="BIMAT cơ quan đã đóng")
    closed.authority.is_open = False
    closed.authority.save()
    told = {url: client.get(url) for url in machine_doors(house, [*secret.values(), half, conditional])}
    assert {url: response.status_code for url, response in told.items() if response.status_code >= 500} == {}
    leaks = [
        url for url, response in told.items() if any(words in response.content.decode() for words in ("BIMAT", SECRET))
    ]
    assert leaks == []
    for name, status in {
        "draft": 404,
        "checked": 404,
        "later": 404,
        "mark": 404,
        "people": 404,
        "named": 404,
        "gone": 410,
    }.items():
        assert told[f"{API}items/{secret[name].code}"].status_code == status, name
        assert told[f"{API}items/{secret[name].code}/versions"].status_code == status, name
    detail = told[f"{API}items/{conditional.code}"].json()
    assert (detail["files"], detail["links"], detail["place"]) == ([], [], None)
    assert detail["condition"]["consent_of"] == "Chủ sở hữu bí mật kinh doanh"


def test_a_withheld_version_says_only_that_it_was(house, client):
    item = make.published(house, at=NOW, summary="Có số điện thoại của bà Riêng Tư")
    item = drafts.propose_correction(
        item=item, seen=None, facts={"summary": "Đã bỏ số điện thoại"}, reason="Thừa một dòng",
        wrong="Số điện thoại của bà Riêng Tư", right="Không nêu số điện thoại", withhold=True,
        by=house.originator, at=NOW,
    )  # fmt: skip
    make.published(house, at=NOW, item=item)
    for path in (f"items/{item.code}", f"items/{item.code}/versions"):
        assert "Riêng Tư" not in json.dumps(get(client, path), ensure_ascii=False)
    new, old = get(client, f"items/{item.code}/versions")["versions"]
    assert (new["is_current"], old["is_withheld"], old["facts"], old["files"], old["sha256"]) == (
        True,
        True,
        None,
        [],
        None,
    )
    feed = client.get(f"/{house.authority.code}/danh-muc.atom").content.decode()
    assert "Riêng Tư" not in feed
    assert "Không nêu số điện thoại" in feed


def test_an_item_carries_what_its_page_shows(house, client):
    item = make.published(house, at=NOW, links=(), files=[make.a_file()], forms=" PORTAL POSTING ")
    told = get(client, f"items/{item.code}")
    assert told["title"] == "Bảng giá đất năm 2026"
    assert told["forms"] == ["PORTAL", "POSTING"]
    assert told["url"].endswith(f"/{house.authority.code}/danh-muc/{item.code}/")
    (file,) = told["files"]
    assert client.get(file["url"].partition("//")[2].partition("/")[2].join(["/", ""])).status_code == 200
    assert (file["media_type"], file["size"]) == ("application/pdf", len(make.PDF))


def test_pages_neither_double_nor_lose_a_row_while_rows_come_and_go(house, client):
    items = [make.published(house, at=NOW, title=f"Văn bản {number}") for number in range(7)]
    for order in ("published", "changed"):
        stay, seen, cursor, step = {one.code for one in items if one.live}, [], "", 0
        while True:
            page = get(client, "items", limit=2, order=order, cursor=cursor)
            seen += [one["code"] for one in page["items"]]
            cursor, step = page["next_cursor"], step + 1
            if step == 1:
                make.published(house, at=timezone.now(), title=f"Mới {order}")
                gone = next(one for one in items if one.live and one.code not in seen)
                items[items.index(gone)] = withdraw(house, gone)
            if not cursor:
                break
        assert len(seen) == len(set(seen)), order
        assert stay - {gone.code} <= set(seen), order
        assert gone.code not in seen


def test_filters_narrow_and_what_means_nothing_is_refused_by_name(house, client):
    make.published(house, at=NOW, title="Kế hoạch", forms=" POSTING PORTAL ")
    make.published(house, at=NOW, title="Thu phí", category="PUB26_D")
    make.published(house, at=NOW, title="Lịch tiếp dân", info_class="MAY_PUBLISH")
    other = make_house()
    make.published(other, at=NOW, title="Nơi khác")
    assert set(titles(client)) == {"Kế hoạch", "Thu phí", "Lịch tiếp dân", "Nơi khác"}
    cases = {
        ("authority", other.authority.code): {"Nơi khác"},
        ("category", "PUB26_D"): {"Thu phí"},
        ("form", "POSTING"): {"Kế hoạch"},
        ("info_class", "MAY_PUBLISH"): {"Lịch tiếp dân"},
        ("year", "2019"): set(),
        ("state", "CORRECTED"): set(),
        ("changed_since", "2099-01-01T00:00:00+07:00"): set(),
        ("changed_since", "2020-01-01T00:00:00Z"): {"Kế hoạch", "Thu phí", "Lịch tiếp dân", "Nơi khác"},
    }
    for (name, value), expected in cases.items():
        assert set(titles(client, **{name: value})) == expected, (name, value)
    refused = {
        "limit": ["0", "201", "9" * 40, "x", ""],
        "cursor": ["x", "9" * 40, "bW9pIDEgMQ", "a\0b", "é"],
        "category": ["PUB26_KHONG_CO", "'; --"],
        "year": ["1899", str(2**63)],
        "changed_since": ["0", "2026-11-01", "0001-01-01T00:00:00+14:00", "9999-12-31T23:59:59-14:00"],
        "khong_co": ["1"],
    }
    for name, values in refused.items():
        for value in values:
            told = get(client, "items", 422, **{name: value})
            assert told["errors"][0]["field"] == name, (name, value)
    assert get(client, "items", 404, authority="khong-co")["detail"] == "Không có cơ quan này"
    for path in ("items/SV-9999", "khong-co", "items/", "authorities/khong-co/catalog"):
        assert get(client, path, 404)["detail"]


def test_the_same_again_costs_the_reader_nothing_and_too_often_is_told(house, client, monkeypatch):
    make.published(house, at=NOW)
    url = f"{API}items"
    first = client.get(url)
    assert first["Access-Control-Allow-Origin"] == "*"
    assert not first.cookies
    again = client.get(url, headers={"if-none-match": first["ETag"]})
    assert (again.status_code, again.content) == (304, b"")
    assert client.head(url)["ETag"] == first["ETag"]
    preflight = client.options(url)
    assert (preflight.status_code, preflight["Access-Control-Allow-Headers"]) == (204, "If-None-Match")
    assert client.post(url).status_code == 405
    make.published(house, at=timezone.now(), title="Mới")
    assert client.get(url, headers={"if-none-match": first["ETag"]}).status_code == 200
    monkeypatch.setattr(open_door, "PER_MINUTE", 3)
    within_one_minute(monkeypatch)
    cache.clear()
    answers = [client.get(f"/{house.authority.code}/danh-muc.atom") for _try in range(4)]
    assert [one.status_code for one in answers] == [200, 200, 200, 429]
    assert answers[-1]["Retry-After"] == "60"


def test_changes_tell_new_updated_corrected_and_withdrawn(house, client):
    new = make.published(house, at=NOW, title="Mới đăng")
    fixed = make.published(house, at=NOW, title="Sai số tiền")
    fixed = drafts.propose_correction(
        item=fixed, seen=None, facts={"title": "Đúng số tiền"}, reason="Gõ nhầm",
        wrong="100 đồng", right="1.000 đồng", by=house.originator, at=NOW,
    )  # fmt: skip
    make.published(house, at=NOW, item=fixed)
    gone = withdraw(house, make.published(house, at=NOW, title="Tên không nên nhắc lại"))
    for url in ("/danh-muc.atom", f"/{house.authority.code}/danh-muc.atom"):
        feed = ElementTree.fromstring(client.get(url).content)  # our own words
        told = {entry.find(f"{ATOM}id").text.rpartition("danh-muc/")[2]: entry for entry in feed.iter(f"{ATOM}entry")}
        assert set(told) == {f"{new.code}/1", f"{fixed.code}/2", f"{gone.code}/go"}
        kinds = {key: entry.find(f"{ATOM}category").get("term") for key, entry in told.items()}
        assert kinds == {f"{new.code}/1": "Công khai lần đầu", f"{fixed.code}/2": "Đính chính", f"{gone.code}/go": "Gỡ"}
        assert told[f"{gone.code}/go"].find(f"{ATOM}title").text == f"Gỡ: Mục {gone.code} đã được gỡ"
    (stub,) = get(client, "withdrawn")["items"]
    assert (stub["code"], stub["title"], stub["reason"]) == (gone.code, "", "Đăng nhầm bản nháp")


def test_dcat_names_each_public_item_with_its_files(house, client):
    make.published(house, at=NOW, links=(), files=[make.a_file()], keywords="đất đai, giá đất")
    make.conditional(house, at=NOW)
    everything = client.get("/danh-muc.jsonld")
    assert everything["Content-Type"] == "application/ld+json"
    catalog = client.get(f"/{house.authority.code}/danh-muc.jsonld").json()
    assert catalog["@id"] in [one["@id"] for one in everything.json()["dcat:catalog"]]
    assert {"dct:title", "dct:description", "dct:publisher", "dct:language", "dct:license"} <= catalog.keys()
    conditional, prices = sorted(catalog["dcat:dataset"], key=lambda one: "dcat:distribution" in one)
    assert conditional["dct:accessRights"]["@id"].endswith("RESTRICTED")
    assert [word["@value"] for word in prices["dcat:keyword"]] == ["đất đai", "giá đất"]
    (distribution,) = prices["dcat:distribution"]
    assert distribution["dcat:byteSize"]["@value"] == str(len(make.PDF))
    assert client.get(f"/{house.authority.code}/danh-muc.jsonld?cursor=x").status_code == 422


@pytest.mark.parametrize(
    ("path", "most"),
    [
        ("/api/v1/items", 2),
        ("/api/v1/items?authority={code}&order=changed", 3),
        ("/api/v1/items/{item}", 4),
        ("/api/v1/items/{item}/versions", 3),
        ("/api/v1/authorities/{code}/catalog", 5),
        ("/{code}/danh-muc.jsonld", 4),
        ("/{code}/danh-muc.atom", 3),
    ],
)
def test_reading_costs_the_same_for_any_number_of_rows(house, client, django_assert_num_queries, path, most):
    item = make.published(house, at=NOW, files=[make.a_file()])
    url = path.format(code=house.authority.code, item=item.code)
    client.get(url)
    with django_assert_num_queries(most):
        client.get(url)
    for number in range(3):
        make.published(house, at=NOW, title=f"Thêm {number}", files=[make.a_file()])
    withdraw(house, make.published(house, at=NOW, title="Gỡ"))
    with django_assert_num_queries(most):
        client.get(url)


def test_the_page_for_people_leads_to_all_of_it(house, client):
    code = house.authority.code
    page = client.get(reverse("home:open_data_of_authority", args=[code])).content.decode()
    for address in (f"/{code}/danh-muc.atom", f"/{code}/danh-muc.jsonld", f"/api/v1/items?authority={code}", ".csv"):
        assert address in page
    assert f"/{code}/du-lieu-mo/" in client.get(f"/{code}/danh-muc/").content.decode()
    assert client.get("/du-lieu-mo/").status_code == 200
