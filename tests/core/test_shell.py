"""The frame of every public page, the aids, and the pages of failure."""

import gzip
import re
from copy import deepcopy
from html.parser import HTMLParser
from pathlib import Path

import pytest
from django.conf import settings
from django.contrib.staticfiles import finders
from django.core.cache import cache
from django.core.exceptions import PermissionDenied
from django.db import OperationalError
from django.test import Client, RequestFactory
from django.urls import reverse
from wagtail.contrib.redirects.models import Redirect

from cms.core import authority_url, views
from cms.core.errors import NotAllowed
from home import default_site
from home.default_pages import HOW_TO
from tests.factories.core import AuthorityFactory, FocalPointFactory, UserFactory

TEMPLATES = Path(settings.BASE_DIR) / "templates"


def focal_point(code, name, **authority):
    return FocalPointFactory(unit__authority=AuthorityFactory(code=code, name=name, commune=True, **authority))


@pytest.fixture(scope="module")
def built(kept_for_the_file):
    """An authority that takes requests, by its focal point, with its public page and one page of information."""
    house = focal_point("suoi-vang", "Ủy ban nhân dân xã Suối Vàng", short_name="Xã Suối Vàng")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(default_site, "PAGES", [HOW_TO])
        patch.setattr(default_site, "SECTION", [])
        default_site.build()
    return house


@pytest.fixture
def house(built, db):
    cache.clear()
    return deepcopy(built)


@pytest.fixture
def site(house):
    """The same, where its pages are what is looked at."""
    return house


@pytest.fixture(autouse=True)
def nothing_remembered(monkeypatch):
    monkeypatch.setattr(authority_url, "_LAST_SEEN", {})


def request_for(path="/suoi-vang/", method="get", house=None, **extra):
    request = getattr(RequestFactory(), method)(path, **extra)
    if house:
        request.authority = authority_url.authority_or_404(house.unit.authority.code)
    return request


def text_of(response):
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", response.content.decode()))


class Outline(HTMLParser):
    """Tags, ids and what the ids are asked for."""

    def __init__(self, html):
        super().__init__()
        self.tags, self.ids, self.wanted, self.styles, self.scripts = [], [], [], [], []
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        attrs = dict(attrs)
        self.tags.append(tag)
        if "id" in attrs:
            self.ids.append(attrs["id"])
        for name in ("for", "aria-labelledby", "aria-describedby"):
            self.wanted += (attrs.get(name) or "").split()
        if (attrs.get("href") or "").startswith("#"):
            self.wanted.append(attrs["href"][1:])
        self.styles += [name for name in attrs if name == "style" or name.startswith("on")]
        if tag == "script" and attrs.get("type") != "application/ld+json":  # data, which nothing runs
            self.scripts.append(attrs.get("src", ""))


# --- the frame ---------------------------------------------------------------------------------------------------
@pytest.mark.parametrize("path", ["/", "/suoi-vang/", "/huong-dan-gui-yeu-cau/", "/khong-co-trang-nay/"])
def test_every_page_has_one_heading_one_main_and_a_way_past_the_frame(client, site, path):
    outline = Outline(client.get(path).content.decode())
    assert outline.tags.count("h1") == 1
    assert outline.tags.count("main") == 1
    assert len(outline.ids) == len(set(outline.ids))
    assert set(outline.wanted) <= set(outline.ids)
    assert outline.styles == []
    assert all(address.startswith("/static/js/") for address in outline.scripts)  # none inline, none from elsewhere
    assert "style" not in outline.tags


@pytest.mark.parametrize("path", ["/", "/suoi-vang/", "/huong-dan-gui-yeu-cau/", "/khong-co-trang-nay/"])
def test_every_page_names_the_focal_point(client, site, path):
    said = text_of(client.get(path))
    for words in (site.officer_name, site.address, site.hours, "0250 3000 111"):
        assert words in said
    assert site.email in said.replace("@ ", "@")


def test_an_authority_shows_its_own_colour_and_focal_point(client, site):
    focal_point("bac-ha", "Ủy ban nhân dân xã Bắc Hà", theme="theme-sen")
    page = client.get("/bac-ha/").content.decode()
    assert '<body class="theme-sen">' in page
    assert "daumoi@<wbr>bac-ha.example" in page
    assert "suoi-vang.example" not in page


def test_no_template_carries_a_style_or_a_script():
    public = [path for path in TEMPLATES.rglob("*.html") if "wagtailadmin" not in path.parts]
    for path in public:
        if path.is_relative_to(TEMPLATES / "components") or path.parent in (TEMPLATES, TEMPLATES / "home"):
            html = path.read_text(encoding="utf-8")
            assert not re.search(r"\sstyle=|<style|<script(?! src=\"{% static )|\son[a-z]+=[\"']", html), path


def test_nothing_is_loaded_from_elsewhere(client, site):
    page = client.get("/suoi-vang/").content.decode()
    named = re.sub(r'<link rel="(?:canonical|alternate)"[^>]*>', "", page)  # said, not loaded
    loaded = re.findall(r'<(?:link|img|script|source)[^>]+(?:href|src)="([^"]+)"', named)
    assert loaded
    assert all(address.startswith("/static/") for address in loaded)


def test_the_stylesheet_is_small_and_calls_nobody():
    css = Path(finders.find("css/site.css")).read_bytes()
    assert len(gzip.compress(css)) <= 20 * 1024
    assert b"@import" not in css
    assert b"url(" not in css


def test_a_page_is_light(client, site):
    for path in ("/", "/suoi-vang/", "/huong-dan-gui-yeu-cau/"):
        assert len(gzip.compress(client.get(path).content)) <= 10 * 1024


# --- who answers for a page --------------------------------------------------------------------------------------
def test_an_authority_comes_with_its_focal_point_in_one_query(house, django_assert_num_queries):
    with django_assert_num_queries(1):
        authority = authority_url.authority_or_404("suoi-vang")
        assert authority.focal.officer_name == house.officer_name
        assert authority.focal.unit.name == house.unit.name


def test_an_authority_without_focal_point_is_told_apart_without_another_query(house, django_assert_num_queries):
    house.delete()
    with django_assert_num_queries(1):
        assert authority_url.authority_or_404("suoi-vang").focal is None


def test_a_former_focal_unit_no_longer_answers(house):
    house.unit.is_active = False
    house.unit.save()
    new = FocalPointFactory(unit__authority=house.unit.authority, unit__code="mot-cua", officer_name="Hà Thị Mới")
    assert authority_url.authority_or_404("suoi-vang").focal == new


@pytest.mark.parametrize("path", ["/khong-co/", "/suoi-vang/"])
def test_unknown_and_closed_authorities_look_the_same(client, site, path):
    site.unit.authority.is_open = False
    site.unit.authority.save()
    assert client.get(path).status_code == 404


# --- text size and contrast --------------------------------------------------------------------------------------
def test_size_and_contrast_are_kept_by_the_server(client, site):
    here = "/huong-dan-gui-yeu-cau/?a=1&b=2"
    page = client.get(here).content.decode()
    link = re.search(r'href="([^"]*co-chu=lon[^"]*)"', page).group(1).replace("&amp;", "&")
    response = client.get(link)
    assert response["Location"] == here
    assert response["Cache-Control"].startswith("max-age=0")
    assert '<html lang="vi" class="size-l">' in client.get(here).content.decode()
    client.get(reverse("core:display"), {"tuong-phan": "cao"})
    assert '<html lang="vi" class="size-l contrast">' in client.get(here).content.decode()
    client.get(reverse("core:display"), {"tuong-phan": "thuong"})
    client.get(reverse("core:display"), {"co-chu": "vua"})
    assert '<html lang="vi">' in client.get(here).content.decode()


@pytest.mark.parametrize(
    "target",
    [
        "https://evil.example/",
        "//evil.example/",
        "///evil.example",
        "/\\evil.example",
        "\\\\evil.example",
        "http:evil.example",
        "javascript:alert(1)",
        "/\t/evil.example",
        " //evil.example",
        "/\r\nSet-Cookie: a=b",
        "",
    ],
)
def test_the_aids_lead_nowhere_else(client, db, target):
    location = client.get(reverse("core:display"), {"co-chu": "lon", "next": target})["Location"]
    assert location.startswith("/")
    assert "evil" not in location or not re.match(r"[/\\\s]{2,}", location)
    assert location == "/" or location.isprintable()


def test_a_broken_cookie_changes_nothing(client, site):
    client.cookies["hien-thi"] = '"><script>.cao'
    page = client.get("/").content.decode()
    assert '<html lang="vi" class="contrast">' in page
    assert "<script>" not in page


# --- failures ----------------------------------------------------------------------------------------------------
def test_an_unknown_page_says_where_to_go(client, house):
    response = client.get("/khong-co-trang-nay/")
    assert response.status_code == 404
    assert "Không có trang này" in text_of(response)
    assert reverse("workflow:lookup") in response.content.decode()
    assert '<meta name="robots" content="noindex">' in response.content.decode()


def test_redirects_lead_from_public_addresses_only(client, house):
    for old in ("/trang-cu", "/admin/trang-cu"):
        Redirect.objects.create(old_path=old, redirect_link="/tra-cuu/")
    client.force_login(UserFactory(is_superuser=True, is_staff=True))
    assert client.get("/trang-cu/").url == "/tra-cuu/"
    assert client.get("/admin/trang-cu/").status_code == 404


def fail_with(error, request):
    try:
        raise error
    except type(error):
        return views.server_error(request)


@pytest.mark.parametrize(
    ("error", "status"), [(ValueError("secret"), 500), (OperationalError("secret"), 503)], ids=["bug", "database"]
)
def test_a_failure_is_told_without_a_single_query(house, django_assert_num_queries, error, status):
    request = request_for(house=house)
    with django_assert_num_queries(0):
        response = fail_with(error, request)
    assert response.status_code == status
    assert "secret" not in response.content.decode()
    assert "0250 3000 111" in text_of(response)
    assert ("Retry-After" in response) == (status == 503)


def test_a_failure_before_the_authority_is_known_still_says_whom_to_call(house, django_assert_num_queries):
    authority_url.authority_or_404("suoi-vang")
    with django_assert_num_queries(0):
        response = fail_with(OperationalError(), request_for("/suoi-vang/yeu-cau/"))
    assert "0250 3000 111" in text_of(response)


@pytest.mark.parametrize("error", [ValueError(), OperationalError()])
def test_a_failed_sending_never_pretends(house, error):
    request = request_for(
        "/suoi-vang/yeu-cau/kiem-tra/", "post", house, data={"khoa": "abc", "csrfmiddlewaretoken": "x"}
    )
    request.sending = True
    response = fail_with(error, request)
    page = response.content.decode()
    assert "Yêu cầu của bạn CHƯA được gửi" in text_of(response)
    assert '<input type="hidden" name="khoa" value="abc">' in page
    assert page.count('name="csrfmiddlewaretoken"') == 1
    assert 'name="csrfmiddlewaretoken" value="x"' not in page


def test_any_other_failed_act_says_that_nothing_changed(house):
    response = fail_with(ValueError(), request_for("/tra-cuu/rut/", "post", house))
    assert "CHƯA được ghi nhận" in text_of(response)


def test_a_refusal_tells_our_own_sentence_and_nobody_elses(house):
    own = views.permission_denied(request_for(house=house), NotAllowed("Chỉ người ký được ký văn bản này."))
    assert own.status_code == 403
    assert "Chỉ người ký được ký văn bản này." in text_of(own)
    other = views.permission_denied(request_for(house=house), PermissionDenied("table core_user"))
    assert "core_user" not in other.content.decode()
    wrapped = PermissionDenied("table core_user")
    wrapped.__cause__ = NotAllowed("Việc này chưa làm được.")
    assert "Việc này chưa làm được." in text_of(views.permission_denied(request_for(house=house), wrapped))


def test_too_many_tries_say_when_and_whom_to_call(house):
    response = views.too_many_requests(request_for(house=house), seconds=601)
    assert response.status_code == 429
    assert response["Retry-After"] == "601"
    assert "sau 11 phút" in text_of(response)
    assert "0250 3000 111" in text_of(response)


def test_unreadable_input_is_a_page_not_a_crash(house):
    response = views.bad_request(request_for(house=house), ValueError())
    assert response.status_code == 400
    assert "Không có gì được ghi nhận" in text_of(response)


# --- an old form -------------------------------------------------------------------------------------------------
TYPED = {"mo-ta": 'Tiền "làm đường" <b>', "cach": ["a", "b"], "csrfmiddlewaretoken": "cu"}


def old_form(house, data=TYPED, **headers):
    return views.csrf_failure(
        request_for("/suoi-vang/", "post", house, data=data, headers=headers), "CSRF token missing."
    )


def test_an_old_form_of_ours_keeps_what_was_typed(house):
    page = old_form(house, sec_fetch_site="same-origin")
    html = page.content.decode()
    assert page.status_code == 403
    assert "Phiên làm việc đã hết hạn" in text_of(page)
    assert "CHƯA được ghi nhận" in text_of(page)
    assert 'name="mo-ta" value="Tiền &quot;làm đường&quot; &lt;b&gt;"' in html
    assert html.count('name="cach"') == 2
    assert 'value="cu"' not in html


@pytest.mark.parametrize(
    "headers", [{}, {"sec_fetch_site": "cross-site"}, {"origin": "https://evil.example"}, {"origin": "null"}]
)
def test_a_form_from_elsewhere_is_never_offered_again(house, headers):
    html = old_form(house, **headers).content.decode()
    assert "mo-ta" not in html


def test_a_password_is_never_written_into_a_page(house):
    html = old_form(house, {"username": "lan", "password": "bi-mat"}, sec_fetch_site="same-origin").content.decode()
    assert "bi-mat" not in html


def test_the_page_of_an_old_form_is_what_the_site_answers(house):
    strict = Client(enforce_csrf_checks=True)
    response = strict.post("/suoi-vang/", {"mo-ta": "x"}, headers={"sec-fetch-site": "same-origin"})
    assert response.status_code == 403
    assert "Phiên làm việc đã hết hạn" in text_of(response)
