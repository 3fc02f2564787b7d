"""The aids of every page in a real browser; which rules the pages keep stands in test_reach_in_chromium.py."""

import pytest

from home import default_site
from home.default_pages import COMPLAINTS
from tests.browser import press
from tests.factories.core import AuthorityFactory, FocalPointFactory

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def site(monkeypatch):
    authority = AuthorityFactory(
        code="suoi-vang",
        name="Ủy ban nhân dân xã Suối Vàng",
        short_name="Xã Suối Vàng",
        commune=True,
        theme="theme-cham",
    )
    FocalPointFactory(unit__authority=authority)
    monkeypatch.setattr(default_site, "PAGES", [COMPLAINTS])
    monkeypatch.setattr(default_site, "SECTION", [])
    default_site.build()


def test_size_and_contrast_work_without_scripts(site, open_page):
    page = open_page("/suoi-vang/", scripts=False)
    press(page, "a:has-text('A++')")
    press(page, "a:has-text('Tương phản cao')")
    assert page.locator("html").get_attribute("class") == "size-xl contrast"
    assert page.url.endswith("/suoi-vang/")


def test_the_keyboard_reaches_the_content_first(site, open_page):
    page = open_page("/suoi-vang/")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Đến nội dung chính"
    page.keyboard.press("Enter")
    assert page.url.endswith("#noi-dung")
    page.keyboard.press("Tab")
    assert page.evaluate("document.querySelector('main').contains(document.activeElement)")
