"""Signing in as a person does it: without scripts, on a small phone, with no rule of WCAG 2.2 AA broken."""

import pytest
from django.utils import timezone

from cms.core.accounts import second_factor
from tests.factories.codes import code_at
from tests.factories.core import make_house
from tests.home.in_chromium import Chromium

pytestmark = [pytest.mark.browser, pytest.mark.django_db]

PASSWORD = "trang-sang-vuon-chuoi-38"


@pytest.fixture
def officer():
    person = make_house().officer
    person.set_password(PASSWORD)
    person.save()
    return person


def looked_at(window):
    assert window.broken_rules() == [], window.page.url
    assert window.sideways() == 0, window.page.url


def press(page):
    with page.expect_navigation():
        page.click("main form button[type=submit]")


@pytest.mark.parametrize("width", [1280, 320])
def test_from_the_password_to_the_desk(browser, officer, settings, width):
    settings.SECOND_FACTOR_REQUIRED = True
    window = Chromium(browser, width=width)
    page = window.open("/admin/password_reset/")
    looked_at(window)
    window.open("/admin/login/")
    press(page)
    looked_at(window)  # with its errors
    page.fill("[name=username]", officer.username)
    page.fill("[name=password]", PASSWORD)
    press(page)
    window.open("/admin/login/thiet-lap/")
    looked_at(window)
    key = page.text_content(".mb-key").replace(" ", "")
    page.fill("[name=code]", code_at(second_factor.encrypt(key), timezone.now()))
    press(page)
    looked_at(window)
    press(page)
    window.open("/admin/bao-mat/")
    looked_at(window)
    assert window.refused() == []


def test_without_scripts_nothing_asks_for_them(browser, officer):
    window = Chromium(browser, width=320, scripts=False)
    page = window.open("/admin/login/")
    assert not page.is_visible(".capabilitymessage")
    page.fill("[name=username]", officer.username)
    page.fill("[name=password]", PASSWORD)
    press(page)
    assert page.title().startswith("Việc của tôi")
