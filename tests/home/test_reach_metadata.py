"""What leaves the site for search engines and readers of feeds: public pages only, with true days."""

import json
import re
from datetime import UTC, date, datetime
from xml.etree import ElementTree

import pytest
from django.core.cache import cache
from wagtail.models import PageViewRestriction

from home import default_site, sitemap
from home.models import AuthorityPage, InformationPage, NewsIndexPage, NewsPage
from tests.factories.core import AuthorityFactory, FocalPointFactory

pytestmark = pytest.mark.django_db
ATOM = "{http://www.w3.org/2005/Atom}"
SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
WRITTEN = datetime(2026, 11, 3, 2, 30, tzinfo=UTC)


@pytest.fixture(scope="module")
def built(kept_for_the_file):
    authority = AuthorityFactory(code="suoi-vang", name="Ủy ban nhân dân xã Suối Vàng", kind="COMMUNE")
    FocalPointFactory(unit__authority=authority)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("django.conf.settings.BASE_URL", "https://minhbach.example")
        patch.setattr(default_site, "PAGES", [])
        patch.setattr(default_site, "SECTION", [])
        default_site.build()


@pytest.fixture
def site(built, db, settings):
    settings.BASE_URL = "https://minhbach.example"
    cache.clear()
    return AuthorityPage.objects.get()


def publish(parent, page, **fields):
    parent.add_child(instance=page)
    page.save_revision().publish()
    type(page).objects.filter(pk=page.pk).update(last_published_at=WRITTEN, **fields)
    return page


@pytest.fixture
def news(site):
    index = publish(site, NewsIndexPage(title="Tin tức", slug="tin-tuc"))
    return [
        publish(index, NewsPage(title="Lịch tiếp công dân", slug="lich", lead="Sáng thứ Hai.", day=date(2026, 11, 1))),
        publish(index, NewsPage(title="Họp <dân> & đối thoại", slug="hop-dan", day=date(2026, 11, 5))),
    ]


def data_of(client, path):
    html = client.get(path).content.decode()
    return [json.loads(text) for text in re.findall(r'<script type="application/ld\+json">(.*?)</script>', html, re.S)]


# --- on the page -------------------------------------------------------------------------------------------------------
def test_an_authority_tells_who_it_is_and_how_to_ask(client, site):
    organisation, service = [row for row in data_of(client, "/suoi-vang/") if row["@type"].startswith("Government")]
    assert organisation["name"] == "Ủy ban nhân dân xã Suối Vàng"
    assert service["provider"]["@id"] == organisation["@id"] == "https://minhbach.example/suoi-vang/#co-quan"
    assert service["availableChannel"][0]["serviceUrl"] == "https://minhbach.example/suoi-vang/yeu-cau/"
    assert {row["processingTime"] for row in service["availableChannel"]} == {"P12D"}
    assert data_of(client, "/suoi-vang/yeu-cau/")[0]["@type"] == "GovernmentService"


def test_questions_on_a_page_are_told_as_questions(client, site):
    asked = [
        ("questions", {"title": "", "questions": [{"question": "Có mất tiền?", "answer": "<p>Không <b>mất</b>.</p>"}]})
    ]
    publish(site, InformationPage(title="Hỏi đáp", slug="hoi-dap", body=asked))
    told = {row["@type"]: row for row in data_of(client, "/suoi-vang/hoi-dap/")}
    assert told["FAQPage"]["mainEntity"][0]["acceptedAnswer"]["text"] == "Không mất."
    assert told["BreadcrumbList"]["itemListElement"][-1]["item"] == "https://minhbach.example/suoi-vang/hoi-dap/"


def test_a_page_names_its_own_address_whatever_was_asked(client, site):
    html = client.get("/suoi-vang/?cam-on=co").content.decode()
    assert '<link rel="canonical" href="https://minhbach.example/suoi-vang/">' in html
    assert 'property="og:site_name" content="Ủy ban nhân dân xã Suối Vàng"' in html


# --- sitemap and robots ------------------------------------------------------------------------------------------------
def addresses(client):
    response = client.get("/sitemap.xml")
    assert response["Content-Type"].startswith("application/xml")
    rows = ElementTree.fromstring(response.content)
    return {row.findtext(f"{SITEMAP}loc"): row.findtext(f"{SITEMAP}lastmod") for row in rows}


def test_the_sitemap_holds_what_the_public_may_read_and_when_it_changed(client, site):
    publish(site, InformationPage(title="Lịch", slug="lich"))
    publish(site, InformationPage(title="Bỏ", slug="bo")).unpublish()
    site.add_child(instance=InformationPage(title="Nháp", slug="nhap", live=False))
    hidden = publish(site, InformationPage(title="Kín", slug="kin"))
    PageViewRestriction.objects.create(page=hidden, restriction_type=PageViewRestriction.LOGIN)
    AuthorityFactory(code="doi-che")
    AuthorityFactory(code="dong-cua", is_open=False)
    found = addresses(client)
    assert found["https://minhbach.example/suoi-vang/lich/"] == "2026-11-03T09:30:00+07:00"
    assert set(found) == {
        f"https://minhbach.example{path}"
        for path in (
            "/",
            "/en/",
            "/suoi-vang/",
            "/suoi-vang/lich/",
            "/suoi-vang/yeu-cau/",
            "/suoi-vang/danh-muc/",
            "/suoi-vang/tuan-thu/",
            "/doi-che/",
            "/doi-che/yeu-cau/",
            "/doi-che/danh-muc/",
            "/doi-che/tuan-thu/",
            "/tinh-thoi-han/",
        )
    }


def test_the_sitemap_costs_the_same_for_more_pages(client, site, django_assert_max_num_queries):
    for number in range(5):
        site.add_child(instance=InformationPage(title=f"Trang {number}"))
    with django_assert_max_num_queries(5):
        assert len(list(sitemap.places())) == 12


def test_robots_are_kept_from_what_is_personal_and_led_to_the_sitemap(client, site):
    text = client.get("/robots.txt").content.decode()
    for closed in ("/admin/", "/tra-cuu/", "/hien-thi/", "/huu-ich/"):
        assert f"Disallow: {closed}\n" in text
    assert "Sitemap: https://minhbach.example/sitemap.xml" in text


# --- news --------------------------------------------------------------------------------------------------------------
def feed(client, path):
    response = client.get(path)
    assert response["Content-Type"].startswith("application/atom+xml")
    return ElementTree.fromstring(response.content)


def entries(root):
    return {row.findtext(f"{ATOM}title"): row for row in root.findall(f"{ATOM}entry")}


def test_news_are_told_newest_first_with_identifiers_that_stay(client, news):
    root = feed(client, "/suoi-vang/tin-tuc.atom")
    assert list(entries(root)) == ["Họp <dân> & đối thoại", "Lịch tiếp công dân"]
    before = {row.findtext(f"{ATOM}id") for row in entries(root).values()}
    assert all(name.startswith("tag:minhbach.example,2026:tin-tuc/") for name in before)
    news[0].slug = "lich-moi"
    news[0].save_revision().publish()
    news[1].unpublish()
    after = entries(feed(client, "/tin-tuc.atom"))
    assert list(after) == ["Lịch tiếp công dân"]
    [moved] = after.values()
    assert moved.findtext(f"{ATOM}id") in before
    assert moved.find(f"{ATOM}link").get("href") == "https://minhbach.example/suoi-vang/tin-tuc/lich-moi/"
    assert moved.findtext(f"{ATOM}summary") == "Sáng thứ Hai."


def test_an_authority_without_news_has_an_empty_feed_and_an_unknown_one_none(client, site):
    AuthorityFactory(code="doi-che")
    assert entries(feed(client, "/doi-che/tin-tuc.atom")) == {}
    assert client.get("/khong-co/tin-tuc.atom").status_code == 404
