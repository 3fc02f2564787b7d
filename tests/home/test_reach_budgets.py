"""Every public page: valid HTML, light, nothing of others, nothing inline, its owner and its day at the foot."""

import gzip
import re

import pytest
from django.conf import settings
from django.test import Client

from tests.home import every_page
from tests.home.html_rules import slips_of

pytestmark = pytest.mark.django_db
MOST, MOST_OF_A_LIST, MOST_STYLE, MOST_SCRIPT, MOST_FILES = 10_000, 15_000, 20_000, 3_000, 5
LIST = re.compile(r"^/(\?|$)|/danh-muc/|/tim-kiem/|/tin-tuc/|/tuan-thu/|/van-ban|/thong-ke/|/ke-hoach")
INLINE = re.compile(
    r"<style\b|\sstyle\s*=|\son[a-z]+\s*=|<script(?![^>]*\bsrc=)(?![^>]*application/ld\+json)|javascript:", re.I
)
LOADED = re.compile(
    r'<(?:script|img|iframe|source|video|audio|embed)[^>]*\ssrc="([^"]*)"'
    r'|<link rel="(?:stylesheet|icon)" href="([^"]*)"'
)
#: Pages of a step, of a failure or of one's own case carry no day: nothing on them was published.
NO_STAMP = re.compile(
    r"^/loi/|^/phieu/|/yeu-cau/|^/tra-cuu|^/tinh-thoi-han|khong-co-trang-nay|^/(\?|$)|/tim-kiem/|/bieu-mau/.|in=1|trangthai=|chu="
)


@pytest.fixture(scope="module")
def pages(django_db_setup, django_db_blocker):
    """Drawn once for all the tests here; the rows are taken back."""
    from django.db import transaction

    class Undo(Exception):
        pass

    with django_db_blocker.unblock():
        found = {}
        try:
            with transaction.atomic():
                house = every_page.build()
                found = every_page.drawn(house, Client())
                raise Undo
        except Undo:
            pass
    return {path: response.content.decode() for path, response in found.items()}


def test_there_are_pages_of_every_sort(pages):
    assert len(pages) > 45
    for part in ("/loi/503", "/phieu/loi", "/suoi-vang/en/", "/suoi-vang/danh-muc/", "/suoi-vang/ede/", "/?ten="):
        assert [path for path in pages if part in path], part


def test_every_page_is_valid_html(pages):
    wrong = {path: slips for path, html in pages.items() if (slips := slips_of(html))}
    assert wrong == {}


def test_every_page_keeps_its_budget(pages):
    heavy = {}
    for path, html in pages.items():
        size = len(gzip.compress(html.encode(), 6))
        if size > (MOST_OF_A_LIST if LIST.search(path) else MOST):
            heavy[path] = size
    assert heavy == {}


def test_every_page_loads_a_handful_of_own_files(pages):
    for path, html in pages.items():
        files = {"".join(found) for found in LOADED.findall(html)}
        assert len(files) + 1 <= MOST_FILES, (path, files)
        assert [file for file in files if not file.startswith("/static/")] == [], path


def test_style_and_script_are_small():
    static = settings.BASE_DIR / "cms" / "static"
    assert len(gzip.compress((static / "css" / "site.css").read_bytes(), 9)) <= MOST_STYLE
    assert len((static / "js" / "doc-to.js").read_bytes()) <= MOST_SCRIPT


def test_nothing_is_inline(pages):
    assert {path: INLINE.findall(html) for path, html in pages.items() if INLINE.search(html)} == {}


def test_forms_need_no_script(pages):
    """Scripts stand on pages to read only; no step, no failure and no look-up carries one."""
    with_script = [path for path, html in pages.items() if "<script src" in html]
    assert [
        path for path in with_script if path.startswith(("/loi/", "/phieu/", "/tra-cuu")) or "/yeu-cau/" in path
    ] == []


def test_every_page_says_who_answers_for_it_and_when_it_changed(pages):
    told = {path: html for path, html in pages.items() if not NO_STAMP.search(path)}
    silent = [path for path, html in told.items() if not re.search("Đơn vị chịu trách nhiệm|Responsible unit", html)]
    assert silent == []
    undated = [
        path
        for path, html in told.items()
        if not re.search("Cập nhật lần cuối|Last updated|Số liệu đến|Tính đến", html)
    ]
    assert undated == []


def test_every_page_of_the_authority_wears_its_colour_and_its_name(pages):
    own = {path: html for path, html in pages.items() if path.startswith(("/suoi-vang", "/loi/", "/phieu/"))}
    # Forms to print are papers: black on white, without the frame.
    own = {path: html for path, html in own.items() if not re.search("/bieu-mau/.", path)}
    assert [path for path, html in own.items() if "theme-cham" not in html or "Suối" not in html] == []


def test_no_failure_claims_that_anything_was_sent(pages):
    for path, html in pages.items():
        if path.startswith("/loi/"):
            assert not re.search(r"đã được gửi|đã gửi thành công|đã ghi nhận", html), path
            assert "0250 3000 111" in html.replace("\u00a0", " "), path
    assert "CHƯA" in pages["/loi/500-chua-gui/"]
    assert "CHƯA" in pages["/loi/503-chua-gui/"]
    assert "CHƯA" in pages["/loi/403-het-phien/"]
