"""An authority with a portal of its own: what it copies there works inside any page and says the same as here."""

import csv
import io
import re

import pytest
from django.core.cache import cache
from django.urls import reverse

from catalog.public.lists import LISTS
from home import embedding
from tests.factories.core import AuthorityFactory, FocalPointFactory

pytestmark = pytest.mark.django_db
BASE = "https://minhbach.example"


@pytest.fixture
def authority(settings):
    settings.BASE_URL = BASE
    cache.clear()
    authority = AuthorityFactory(code="suoi-vang", name='Ủy ban nhân dân xã "Suối" <Vàng>', kind="COMMUNE")
    FocalPointFactory(unit__authority=authority)
    return authority


@pytest.fixture
def rows(monkeypatch):
    """Rows to carry over, as many as a test asks for."""

    def rows(*lines):
        from dataclasses import replace

        pieces = {slug: replace(piece, lines=lambda authority, day: lines) for slug, piece in embedding.PIECES.items()}
        monkeypatch.setattr(embedding, "PIECES", pieces)

    return rows


def addresses(html):
    return re.findall(r'(?:href|src|action)="([^"]*)"', html)


def test_the_page_gives_banner_links_and_every_catalog(client, authority):
    html = client.get(reverse("home:embedding", args=["suoi-vang"])).content.decode()
    for slug in [*LISTS, "don-vi-su-nghiep"]:
        assert f"{BASE}/suoi-vang/gan-vao-cong/{slug}.html" in html
        assert f"{BASE}/suoi-vang/gan-vao-cong/{slug}.csv" in html
    copied = re.search(r'<textarea[^>]*id="ma-khung"[^>]*>(.*?)</textarea>', html, re.S).group(1)
    assert "&lt;section" in copied
    assert "<section" not in copied


@pytest.mark.parametrize("part", ["banner", "link", *embedding.PIECES])
def test_every_part_works_in_a_page_that_is_not_ours(client, authority, rows, part):
    rows(embedding.Line(f"{BASE}/x/", ("Bảng <giá> đất & thuế", "05/QĐ", "01/11/2026", "Phòng Đất")))
    if part in embedding.PIECES:
        html = client.get(f"/suoi-vang/gan-vao-cong/{part}.html").content.decode()
        assert "Bảng &lt;giá&gt; đất &amp; thuế" in html
    else:
        html = (
            embedding.link(authority)
            if part == "link"
            else embedding.banner(authority, authority.units.get().focal_point)
        )
    assert re.findall(r"<script|<style|<iframe|<form|\sstyle=|\sclass=|\sid=|\son\w+=|<img", html) == []
    assert "<Vàng>" not in html
    assert [url for url in addresses(html) if not url.startswith((BASE, "tel:", "mailto:"))] == []


def test_other_pages_may_read_a_list_and_no_search_engine_keeps_it(client, authority):
    for name in ("home:embedded", "home:embedded_file"):
        response = client.get(reverse(name, args=["suoi-vang", "phai-cong-khai"]))
        assert response["Access-Control-Allow-Origin"] == "*"
        assert response["X-Robots-Tag"] == "noindex"
        assert response.cookies == {}
    assert "Access-Control-Allow-Origin" not in client.get("/suoi-vang/gan-vao-cong/")


def test_the_file_holds_the_same_rows_and_no_formula(client, authority, rows):
    rows(embedding.Line(f"{BASE}/x/", ("=1+1", "05/QĐ", "01/11/2026", "Phòng Đất")))
    response = client.get("/suoi-vang/gan-vao-cong/phai-cong-khai.csv")
    assert "suoi-vang-phai-cong-khai.csv" in response["Content-Disposition"]
    header, line = csv.reader(io.StringIO(response.content.decode("utf-8-sig")))
    assert header == ["Nội dung", "Số, ký hiệu", "Ngày công khai", "Đơn vị tạo ra", "Địa chỉ"]
    assert line == ["'=1+1", "05/QĐ", "01/11/2026", "Phòng Đất", f"{BASE}/x/"]


def test_an_empty_list_says_so_and_a_long_one_that_it_is_cut(client, authority, rows, monkeypatch):
    assert "chưa đưa mục nào" in client.get("/suoi-vang/gan-vao-cong/phai-cong-khai.html").content.decode()
    monkeypatch.setattr(embedding, "MOST", 2)
    rows(*(embedding.Line(BASE, (f"Mục {n}", "", "", "")) for n in range(3)))
    html = client.get("/suoi-vang/gan-vao-cong/phai-cong-khai.html").content.decode()
    assert "chỉ có 2 mục mới nhất" in html
    assert "Mục 2" not in html


@pytest.mark.parametrize(
    "path", ["/suoi-vang/gan-vao-cong/khong-co.html", "/khong-co/gan-vao-cong/phai-cong-khai.html"]
)
def test_what_does_not_exist_is_not_there(client, authority, path):
    assert client.get(path).status_code == 404


@pytest.mark.parametrize("slug", embedding.PIECES)
def test_the_real_rows_are_read_in_few_queries(client, authority, slug, django_assert_max_num_queries):
    with django_assert_max_num_queries(4):
        assert client.get(f"/suoi-vang/gan-vao-cong/{slug}.html").status_code == 200
