"""The desk finds pages and files with and without marks, whatever is typed, on both databases."""

import unicodedata

import pytest
from django.urls import reverse
from wagtail.models import Page

from tests.factories.core import UserFactory

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def pages(kept_for_the_file):
    root = Page.get_first_root_node()
    for title in ("Thủ tục đất đai", "Đài truyền thanh", "Hoà giải ở cơ sở", "Quyết định 12/QĐ-UBND", "An ninh"):
        root.add_child(instance=Page(title=title, live=False))


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("dat dai", {"Thủ tục đất đai"}),
        ("đất đai", {"Thủ tục đất đai"}),
        (unicodedata.normalize("NFD", "đất đai"), {"Thủ tục đất đai"}),
        ("dai", {"Thủ tục đất đai", "Đài truyền thanh"}),
        ("đài", {"Đài truyền thanh"}),
        ("hòa giải", {"Hoà giải ở cơ sở"}),
        ("12/QĐ-UBND", {"Quyết định 12/QĐ-UBND"}),
        ("an", {"An ninh"}),
        ('"', set()),
        ("   ", set()),
        ("\x00", set()),
    ],
)
def test_pages_are_found(pages, typed, found):
    assert {page.title for page in Page.objects.all().search(typed)} == found


def test_the_beginning_of_a_word_is_enough_where_one_chooses(pages):
    assert {page.title for page in Page.objects.all().autocomplete("truye")} == {"Đài truyền thanh"}
    assert {page.title for page in Page.objects.all().autocomplete("truyề")} == {"Đài truyền thanh"}


@pytest.mark.parametrize("typed", ["dat dai", '"', "\x00", "  ", "a* OR ("])
def test_the_screens_that_search_answer(client, pages, typed):
    client.force_login(UserFactory(is_superuser=True, is_staff=True))
    for name in ("wagtailadmin_pages:search", "wagtaildocs:index"):
        assert client.get(reverse(name), {"q": typed}).status_code == 200
