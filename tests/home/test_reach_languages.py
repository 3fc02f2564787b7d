"""English for those who need the organisation and its focal point; other languages of Viet Nam with their own code."""

import re

import pytest
from django.core.cache import cache
from django.core.exceptions import ValidationError

from home import default_site, english
from home.models import AuthorityPage, EnglishPage, InformationPage
from home.models.pages import Language
from tests.factories.core import AuthorityFactory, FocalPointFactory

NAMES = [
    ("Tỉnh Bình Minh", "PROVINCE", "People’s Committee of Bình Minh Province"),
    ("Thành phố Hải Sơn", "PROVINCE", "People’s Committee of Hải Sơn City"),
    ("Xã Suối Vàng", "COMMUNE", "People’s Committee of Suối Vàng Commune"),
    ("Phường Hoa Sen", "COMMUNE", "People’s Committee of Hoa Sen Ward"),
    ("Sở Tư pháp", "DEPARTMENT", "Department of Justice"),
    ("Sở Mới lập", "DEPARTMENT", ""),
    ("Bệnh viện Đa khoa", "SERVICE_UNIT", ""),
]


@pytest.fixture(scope="module")
def built(kept_for_the_file):
    authority = AuthorityFactory(
        code="suoi-vang", name="Ủy ban nhân dân xã Suối Vàng", short_name="Xã Suối Vàng", kind="COMMUNE"
    )
    FocalPointFactory(unit__authority=authority)
    AuthorityFactory(code="so-moi", short_name="Sở Mới lập")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(default_site, "PAGES", [])
        patch.setattr(default_site, "SECTION", [])
        default_site.build()


@pytest.fixture
def site(built, db, monkeypatch):
    cache.clear()
    monkeypatch.setattr(default_site, "PAGES", [])
    monkeypatch.setattr(default_site, "SECTION", [])
    return AuthorityPage.objects.get(slug="suoi-vang")


def page_of(client, path):
    response = client.get(path)
    assert response.status_code == 200
    return response.content.decode().replace("\u00a0", " ")


@pytest.mark.parametrize(("short", "kind", "name"), NAMES)
def test_an_authority_is_named_in_english_only_where_there_is_no_doubt(short, kind, name):
    assert english.name_of(AuthorityFactory.build(short_name=short, kind=kind)) == name


def test_the_default_site_has_its_english_pages_once(site):
    assert sorted(EnglishPage.objects.values_list("url_path", flat=True)) == [
        "/trang-chu/en/",
        "/trang-chu/suoi-vang/en/",
    ]
    assert default_site.build().added == []


def test_an_english_page_is_english_in_every_part(client, site):
    html = page_of(client, "/suoi-vang/en/")
    assert '<html lang="en">' in html
    assert 'og:locale" content="en_GB"' in html
    assert "Trần Thị Lan" in html
    assert "+84" not in html
    assert 'hreflang="vi" href="http://127.0.0.1:8000/suoi-vang/"' in html
    marked = re.sub(r'<(\w+)[^>]*lang="vi"[^>]*>.*?</\1>', "", html, flags=re.S)
    words = re.sub(r"<[^>]+>|People’s Committee of Suối Vàng Commune|Minh Bạch|Viet Nam|Trần Thị Lan", " ", marked)
    assert re.findall(r"[^\x00-\x7f’–·\s]+", words) == []


def test_what_was_translated_replaces_what_was_not(client, site):
    page = EnglishPage.objects.child_of(site).get()
    page.focal_hours = "Monday to Friday, 7:30 to 17:00"
    page.save_revision().publish()
    html = page_of(client, "/suoi-vang/en/")
    assert "<dd>Monday to Friday, 7:30 to 17:00</dd>" in html
    assert "Thứ Hai đến thứ Sáu" not in html


def test_every_page_leads_to_the_nearest_english_one(client, site):
    assert 'href="/suoi-vang/en/" lang="en" hreflang="en"' in page_of(client, "/suoi-vang/")
    assert 'href="/suoi-vang/en/" lang="en" hreflang="en"' in page_of(client, "/suoi-vang/yeu-cau/")
    assert 'href="/en/" lang="en" hreflang="en"' in page_of(client, "/so-moi/")
    assert 'hreflang="en" href="http://127.0.0.1:8000/en/"' in page_of(client, "/")
    assert "People’s Committee of Suối Vàng Commune" in page_of(client, "/en/")
    EnglishPage.objects.all().delete()
    assert "hreflang" not in page_of(client, "/suoi-vang/")


def test_an_english_page_stays_at_its_address(site):
    page = EnglishPage.objects.child_of(site).get()
    page.slug = "english"
    with pytest.raises(ValidationError, match="en"):
        page.full_clean()


@pytest.mark.parametrize("language", Language.values)
def test_every_language_has_a_code_that_screen_readers_know(language):
    assert re.fullmatch(r"[a-z]{2,3}(-[A-Z][a-z]{3})?", language)


def test_a_page_in_another_language_says_so_to_screen_readers(client, site):
    site.add_child(instance=InformationPage(title="សិទ្ធិ", slug="km", language=Language.KHMER, live=True))
    html = page_of(client, "/suoi-vang/km/")
    assert '<article lang="km">' in html
    assert html.index("Thông tin này có hữu ích không?") > html.index("</article>")
