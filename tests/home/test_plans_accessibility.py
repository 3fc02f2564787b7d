"""The pages of plans in a real browser: no rule of WCAG 2.2 AA broken, nothing wider than a small phone."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.urls import reverse

from tests.factories.plans import Province, accept, given, report, task

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


def test_public_plans_break_no_rule_and_fit_the_screen(open_page):
    province = Province(communes=2)
    everybody = [office.authority for office in province.below]
    plan = province.issued(tasks=[(task(budget=12_000_000), everybody), (task(lead_text="Báo, đài của tỉnh"), [])])
    office = province.below[0]
    accept(report(given(plan, office), office, link="https://xa.example/danh-muc"), province.justice)
    code = province.authority.code
    paths = [reverse("home:plans", args=[code]), reverse("home:plans", args=[office.authority.code])]
    paths += [reverse(name, args=[code, plan.pk]) for name in ("home:plan", "home:plan_print")]
    page = open_page(paths[0])
    for width in (1280, 320):
        page.set_viewport_size({"width": width, "height": 900})
        for path in paths:
            page.goto(path)
            found = Axe().run(page, options={"runOnly": RULES}).response["violations"]
            assert [(rule["id"], rule["nodes"][0]["html"]) for rule in found] == [], path
            assert page.evaluate("document.documentElement.scrollWidth") <= width, path
