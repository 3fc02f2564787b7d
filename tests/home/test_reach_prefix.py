"""The whole site below a path of a provincial portal: every address it writes carries the prefix, once."""

import json
import os
import re
import subprocess
import sys
from contextlib import contextmanager
from html import unescape

import pytest
from django.conf import settings as project
from django.core.cache import cache
from django.test import override_settings
from django.urls import clear_script_prefix, set_script_prefix

from home import default_site
from home.models import AuthorityPage, InformationPage, NewsIndexPage, NewsPage
from tests.factories.core import AuthorityFactory, FocalPointFactory

PREFIX = "/ttct"
BASE = "https://tinh.example"
#: Doors that are no pages: the desk, files, and what is only posted to.
NO_PAGES = ("admin", "static", "huu-ich")
#: An address in markup: what a browser, a feed reader or a search engine would follow.
ADDRESS = re.compile(
    r"""(?:href|src|action|content)="([^"]*)"|<(?:loc|id)>([^<]*)<|"(?:url|item|@id|serviceUrl)":"([^"]*)\""""
)


@contextmanager
def below_the_prefix():
    cache.clear()
    set_script_prefix(f"{PREFIX}/")
    # A STATIC_URL without a slash is read anew, with the prefix in front; so is the usual one when it comes back.
    with override_settings(FORCE_SCRIPT_NAME=PREFIX, BASE_URL=BASE + PREFIX, STATIC_URL="static/"):
        try:
            yield
        finally:
            clear_script_prefix()
            cache.clear()


@pytest.fixture(scope="module")
def built(kept_for_the_file):
    authority = AuthorityFactory(
        code="suoi-vang", name="Ủy ban nhân dân xã Suối Vàng", short_name="Xã Suối Vàng", kind="COMMUNE"
    )
    FocalPointFactory(unit__authority=authority)
    with below_the_prefix():
        _build()


@pytest.fixture
def site(built, db):
    with below_the_prefix():
        yield


def _build():
    """The whole section of a new authority, a page that links to another, and one piece of news."""
    default_site.build()
    parent = AuthorityPage.objects.get()
    link = f'<p><a linktype="page" id="{parent.pk}">về trang của xã</a></p>'
    for holder, page in (
        (parent, InformationPage(title="Lịch tiếp dân", slug="lich", body=[("text", link)])),
        (NewsIndexPage.objects.get(), NewsPage(title="Họp dân", slug="hop-dan")),
    ):
        holder.add_child(instance=page)
        page.save_revision().publish()


def written(response):
    """Every address that a response writes for others to follow."""
    is_text = response["Content-Type"].startswith(("text/", "application/xml", "application/json", "application/atom"))
    text = response.content.decode() if is_text and not response.streaming else ""
    return {unescape(next(filter(None, found), "")) for found in ADDRESS.findall(text)}


def strays(response):
    """Those that would leave the prefix, or carry it twice."""
    own = [url for url in written(response) if url.startswith(("/", BASE))]
    paths = [url.removeprefix(BASE) for url in own]
    return [path for path in paths if not path.startswith(f"{PREFIX}/") or PREFIX in path.removeprefix(PREFIX)]


def test_every_page_that_can_be_reached_keeps_the_prefix(site, client):
    """From the front page, the sitemap and the addresses for machines, as far as links lead."""
    waiting = [f"{PREFIX}{path}" for path in ("/", "/sitemap.xml", "/robots.txt", "/tin-tuc.atom", "/khong-co/")]
    seen, wrong = set(), {}
    while waiting:
        address = waiting.pop()
        path = address.removeprefix(BASE).partition("#")[0]
        if path in seen or not path.startswith(PREFIX) or any(f"{PREFIX}/{door}" in path for door in NO_PAGES):
            continue
        seen.add(path)
        response = client.get(path.removeprefix(PREFIX), HTTP_HOST="testserver")
        if response.status_code in (301, 302, 303):
            found = {response.url}
            if not response.url.startswith(f"{PREFIX}/"):
                wrong[path] = [response.url]
        else:
            assert response.status_code == (404 if path.endswith("/khong-co/") else 200), path
            found = written(response)
            if bad := strays(response):
                wrong[path] = bad
        # One of each door is enough: size, contrast and filters lead back to the same pages.
        waiting += [unescape(url) for url in found if "?" not in url or "hien-thi" not in url]
    assert wrong == {}
    assert {
        f"{PREFIX}{path}" for path in ("/", "/suoi-vang/", "/suoi-vang/lich/", "/suoi-vang/yeu-cau/", "/en/")
    } <= seen
    assert len(seen) > 25


def test_forms_and_redirects_keep_the_prefix(site, client):
    started = client.post("/suoi-vang/yeu-cau/")
    assert started.url.startswith(f"{PREFIX}/suoi-vang/yeu-cau/")
    step = client.get(started.url.removeprefix(PREFIX))
    assert strays(step) == []
    assert client.get("/suoi-vang").url == f"{PREFIX}/suoi-vang/"
    assert client.get("/hien-thi/", {"co-chu": "lon", "next": f"{PREFIX}/suoi-vang/"}).url == f"{PREFIX}/suoi-vang/"
    assert client.get("/hien-thi/", {"co-chu": "lon", "next": "//noi-khac.example"}).url == f"{PREFIX}/"
    page = client.get("/suoi-vang/lich/").content.decode()
    token = unescape(re.search(r'name="trang" value="([^"]*)"', page).group(1))
    thanked = client.post("/huu-ich/", {"trang": token, "tra-loi": "co"})
    assert thanked.url == f"{PREFIX}/suoi-vang/lich/?cam-on=co#huu-ich"
    signed_out = client.get("/admin/")
    assert signed_out.url.startswith(f"{PREFIX}/admin/login/")


def test_the_settings_bind_cookies_and_files_to_the_prefix():
    """Read by a process of its own, as the server reads them."""
    words = ("SESSION_COOKIE_PATH", "CSRF_COOKIE_PATH", "LANGUAGE_COOKIE_PATH", "STATIC_URL", "MEDIA_URL")
    code = (
        "import django, json; django.setup(); from django.conf import settings; "
        f"print(json.dumps([getattr(settings, word) for word in {words}]))"
    )
    environment = os.environ | {"DJANGO_SETTINGS_MODULE": "cms.settings.test", "PATH_PREFIX": PREFIX}
    told = subprocess.run(
        [sys.executable, "-c", code], env=environment, cwd=project.BASE_DIR, capture_output=True, text=True, check=True
    )
    assert json.loads(told.stdout) == [PREFIX, PREFIX, PREFIX, f"{PREFIX}/static/", f"{PREFIX}/media/"]
