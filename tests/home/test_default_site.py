"""The site an installation starts with: complete, correct in law, and never built twice."""

import re

import pytest
from django.core.management import call_command
from wagtail.models import Page, Site

from home import default_site
from home.default_pages import PAGES
from home.default_section import SECTION
from home.default_site import build
from home.models import AuthorityPage, HomePage, InformationPage
from tests.factories.core import AuthorityFactory

pytestmark = pytest.mark.django_db
#: Twenty words, in syllables: Vietnamese writes many a word in two.
LONGEST_SENTENCE = 32


@pytest.fixture
def authority():
    return AuthorityFactory(
        code="suoi-vang", short_name="Xã Suối Vàng", name="Ủy ban nhân dân xã Suối Vàng", commune=True
    )


@pytest.fixture
def without_sections(monkeypatch):
    """Let an authority have its own page only: what counts is said by that and by the pages of the whole site."""
    monkeypatch.setattr(default_site, "SECTION", [])


def test_everything_is_there_and_public_and_a_second_build_adds_and_changes_nothing(authority, client):
    build()
    site = Site.objects.get(is_default_site=True)
    assert site.root_page.specific == HomePage.objects.get()
    assert site.site_name == "Tiếp cận thông tin xã Suối Vàng"
    for path in ("/", "/suoi-vang/", *(f"/{page.slug}/" for page in PAGES)):
        assert client.get(path).status_code == 200, path

    page = InformationPage.objects.get(slug="khieu-nai-phan-anh")
    page.title = "Khiếu nại ở xã ta"
    page.save_revision().publish()
    before = list(Page.objects.order_by("path").values_list("path", "title", "latest_revision_id"))
    assert build().added == []
    assert list(Page.objects.order_by("path").values_list("path", "title", "latest_revision_id")) == before


def test_a_later_authority_gets_its_page(authority, without_sections):
    build()
    AuthorityFactory(code="doi-che", short_name="Phường Đồi Chè", commune=True)
    assert build().added == [
        "Tiếp cận thông tin phường Đồi Chè",
        "People’s Committee of Đồi Chè Ward",
    ]
    assert AuthorityPage.objects.get(slug="doi-che").live


def test_an_installation_without_authorities_has_pages_too(client):
    build("Tiếp cận thông tin tỉnh Bình Minh")
    assert Site.objects.get().site_name == "Tiếp cận thông tin tỉnh Bình Minh"
    assert "Chưa có cơ quan nào nhận yêu cầu ở đây" in client.get("/").content.decode()


def test_the_command_tells_what_it_did(authority, without_sections, capsys):
    call_command("build_default_site")
    assert "Đã thêm: Hướng dẫn gửi yêu cầu" in capsys.readouterr().out
    call_command("build_default_site")
    assert capsys.readouterr().out == "Trang đã đủ, không thêm gì.\n"


def test_pages_that_hang_elsewhere_are_left_alone(authority, without_sections):
    other = HomePage(title="Trang khác", slug="trang-khac")
    Page.get_first_root_node().add_child(instance=other)
    Site.objects.all().delete()
    Site.objects.create(hostname="cong.example", root_page=other, is_default_site=True, site_name="Cổng tỉnh")
    build()
    assert Site.objects.get().site_name == "Cổng tỉnh"
    assert HomePage.objects.get() == other


@pytest.mark.parametrize("default", [*PAGES, *SECTION[1:]], ids=lambda page: page.slug)
def test_sentences_are_short_and_plain(default):
    for text in strings(default.body):
        for sentence in re.split(r"[.;:?](?:\s|$)|\(|<[^>]+>", text):
            assert len(sentence.split()) <= LONGEST_SENTENCE, sentence
        for shunned in ("submit", "upload", "click", "!"):
            assert shunned not in text.lower()


@pytest.mark.parametrize("default", PAGES, ids=lambda page: page.slug)
def test_the_law_is_cited_beside_what_rests_on_it(default):
    said = " ".join(strings(default.body))
    if default.slug != "cam-ket-ve-kha-nang-tiep-can":
        assert "Luật" in said
        assert "01/2026/QH16" in said


def strings(value):
    """Every text anywhere inside a body."""
    if isinstance(value, str):
        return [value]
    if isinstance(value, dict):
        value = value.values()
    return [text for part in value for text in strings(part)]
