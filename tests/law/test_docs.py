"""docs/law.md is in step: every article of the rule sets stands there, and every test it names exists."""

import re
from pathlib import Path

import pytest

from cms.law.reading import texts
from tests.law.shipped import RULE_SETS

HERE = Path(__file__).resolve().parent
PAGE = (HERE.parent.parent / "docs" / "law.md").read_text(encoding="utf-8")
ARTICLES_ON_PAGE = set(re.findall(r"Điều \d+(?:\.\w+)*", PAGE))


@pytest.mark.parametrize("code", RULE_SETS)
def test_every_article_of_a_rule_set_stands_on_the_page(code):
    articles = {
        article
        for place, text in texts(RULE_SETS[code])
        if "article" in place
        for article in re.findall(r"Điều \d+(?:\.\w+)*", text)
    }
    # The points of the publication lists (Điều 17.1.a …) and of the forms (Điều 18.1.a …) are tables of their own.
    missing = {article for article in articles if not re.match(r"Điều 1[789]\.1\.", article)} - ARTICLES_ON_PAGE
    assert not missing


def test_every_test_that_the_page_names_exists():
    named = []
    for cell in re.findall(r"`[\w/]+: test_\w+`(?:, `test_\w+`)*", PAGE):
        place = re.match(r"`([\w/]+):", cell)[1]
        folder, _, name = place.rpartition("/")
        room = (
            HERE.parent if folder.startswith("workflow") else HERE
        )  # named from the tests of the law, or by their room
        source = (room / folder / f"test_{name}.py").read_text(encoding="utf-8")
        named += [(place, test) for test in re.findall(r"test_\w+", cell) if f"def {test}(" not in source]
    assert named == []
