"""The nine guides: every picture is there and light, every address they name still leads somewhere."""

import re

import pytest
from django.urls import Resolver404, resolve
from PIL import Image

from tests.guides.pictures import FOLDER, HEAVIEST, PICTURES
from tests.words.english import is_english

GUIDES = FOLDER.parent
PEOPLE = (
    *("nguoi-dan", "bien-tap", "dau-moi", "don-vi-chu-tri", "nguoi-ky", "van-thu", "giam-sat", "quan-tri"),
    "so-tu-phap",
)
PICTURE = re.compile(r"!\[([^\]]*)\]\(([^)]+)\)")
ADDRESS = re.compile(r"`(/[a-z][\w/.-]*)`")
LINK = re.compile(r"(?<!!)\[[^\]]+\]\(([^)#]+)\)")


def guide(name):
    return (GUIDES / f"{name}.md").read_text(encoding="utf-8")


def test_there_is_a_guide_for_everybody_who_works_here():
    assert sorted(path.stem for path in GUIDES.glob("*.md")) == sorted(PEOPLE)


@pytest.mark.parametrize("name", PEOPLE)
def test_a_guide_is_short_vietnamese_and_shown_in_pictures(name):
    text = guide(name)
    assert text.startswith("# ")
    assert len(text.split()) < 900
    assert len(PICTURE.findall(text)) >= 2
    prose = re.sub(r"`[^`]*`|\([^)]*\)", "", text)
    assert [line for line in prose.splitlines() if is_english(line)] == []


@pytest.mark.parametrize("name", PEOPLE)
def test_pictures_are_there_described_and_light(name):
    for description, place in PICTURE.findall(guide(name)):
        path = GUIDES / place
        assert path.is_file(), f"{place}: make pictures"
        assert len(description) > 10, place
        assert path.stat().st_size <= HEAVIEST, place
        with Image.open(path) as picture:
            assert picture.format == "PNG"


@pytest.mark.parametrize("name", PEOPLE)
def test_addresses_lead_somewhere(name):
    wrong = []
    for address in ADDRESS.findall(guide(name)):
        try:
            found = resolve(address)
        except Resolver404:
            wrong.append(address)
            continue
        # Wagtail's last pattern takes any path of pages; an address of the admin must be a screen of its own.
        if address.startswith("/admin/") and found.view_name in {"wagtail_serve", None}:
            wrong.append(address)
    assert wrong == []
    assert [place for place in LINK.findall(guide(name)) if "://" not in place and not (GUIDES / place).exists()] == []


def test_no_picture_is_left_over():
    named = {place for name in PEOPLE for _description, place in PICTURE.findall(guide(name))}
    assert {f"hinh/{path.name}" for path in FOLDER.glob("*.png")} == named
    assert {f"hinh/{picture.name}.png" for picture in PICTURES} == named
