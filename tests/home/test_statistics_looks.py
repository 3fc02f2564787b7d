"""The pages of figures as they are met: no rule of WCAG 2.2 AA broken, nothing wider than a small phone."""

import os

import pytest
from django.core.cache import cache
from django.urls import reverse

from tests.factories.core import make_house
from tests.factories.workflow import Case, case_in
from tests.home.in_chromium import HOST, window
from workflow.choices import Status

pytestmark = [pytest.mark.browser, pytest.mark.django_db]
YEAR = "preset=nam&year=2026"


def test_figures_rows_and_pictures_break_no_rule_and_fit(browser):
    cache.clear()
    house = make_house()
    case_in(Status.PROVIDED, house, "02/11/2026")
    case_in(Status.REFUSED, house, "03/11/2026")
    Case.sent(house, "02/11/2026").accept().extended()
    Case.sent(house, "04/11/2026").ask_for_supplement()
    figure = reverse("statistics:figure", args=["received"])
    places = {
        "table": f"{reverse('statistics:table')}?{YEAR}",
        "rows": f"{figure}?{YEAR}",
        "shares": f"{reverse('statistics:figure', args=['duties'])}?{YEAR}&part=MISSING",
        "board": reverse("statistics:board"),
    }
    wrong = {}
    with window(browser) as shown:
        shown.client.force_login(house.head, backend="django.contrib.auth.backends.ModelBackend")
        for name, place in places.items():
            for width in (1280, 320):
                shown.page.set_viewport_size({"width": width, "height": 900})
                shown.page.goto(HOST + place)
                assert shown.page.locator(".mb").count(), name
                if folder := os.environ.get("SHOTS"):
                    high = shown.page.evaluate("document.querySelector('.mb').scrollHeight") + 200
                    shown.page.set_viewport_size({"width": width, "height": min(high, 6000)})
                    shown.page.screenshot(path=f"{folder}/{name}-{width}.png")
                if found := shown.broken_rules(".mb"):
                    wrong[name, width] = found
                if shown.sideways() > 0:
                    wrong[name, width, "wide"] = shown.sideways()
    assert wrong == {}
