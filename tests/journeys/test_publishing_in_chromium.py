"""A newcomer publishes a page and a question with a colleague, in Chromium at 1280 px, and meets no English word."""

import re

import pytest
from django.core.cache import cache

from home.models import InformationPage, QuestionsPage
from tests.browser import press
from tests.home.moderating import bare, build, section

english_on = pytest.importorskip("tests.words.english").english_on
pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

#: In Wagtail's date picker, which never shows it.
NEVER_SHOWN = {"Save Selected"}
PASSWORD = "Bến-Nứa-2026-xanh"


@pytest.fixture
def here(transactional_db, monkeypatch, settings):
    cache.clear()
    settings.WAGTAIL_AUTOSAVE_INTERVAL = 0  # a page that keeps itself between two clicks is Wagtail's own matter
    bare(monkeypatch)
    here = section("suoi-vang")
    build(here)
    for person in (here.editor, here.publisher):
        person.set_password(PASSWORD)
        person.save()
    return here


class Seat:
    """One person at a browser; every screen that is looked at is read for English."""

    def __init__(self, page, user):
        self.page, self.english = page, {}
        page.fill("#id_username", user.username)
        page.fill("#id_password", PASSWORD)
        press(page, "button[type=submit]")
        self.read()

    def read(self):
        """Remember the English words of the screen as it stands."""
        if found := set(english_on(self.page.content())) - NEVER_SHOWN:
            self.english[self.page.url] = found
        return self.page.inner_text("body").replace("\u00a0", " ")

    def go(self, path):
        self.page.goto(path)
        return self.read()

    def submit(self, name):
        """The button of that name in the editor's foot, behind its arrow if need be."""
        self.page.locator("footer button[aria-expanded]").first.click()
        self.read()
        press(self.page, f"footer button[name={name}] >> nth=0")
        words = self.read()
        assert re.search(r"/admin/pages/\d+/$", self.page.url), words[-1500:]
        return words


def add_block(page, name, count=0):
    """Another block of that name in the stream."""
    page.locator(".c-sf-add-button").nth(count).click()
    page.get_by_role("option", name=name).click()


def write(page, words):
    """Type into the first rich text, which hands its words to the form a moment later."""
    page.locator("[data-contentpath=body] [contenteditable=true]").first.click()
    page.keyboard.type(words)
    page.wait_for_function(
        "said => [...document.forms].some(f => JSON.stringify([...new FormData(f)]).includes(said))", arg=words
    )


def approve(publisher, key):
    """Open what waits on the start page and press the first button: the decision."""
    assert "Đọc và duyệt" in publisher.go("/admin/")
    publisher.go(f"/admin/pages/{key}/edit/")
    press(publisher.page, "footer [data-workflow-action-name=approve] >> nth=0")
    assert re.search(r"/admin/pages/\d+/$", publisher.page.url)
    publisher.read()


def test_a_newcomer_publishes_a_page_and_a_question_through_another_person(here, open_page):
    editor = Seat(open_page("/admin/login/"), here.editor)
    publisher = Seat(open_page("/admin/login/"), here.publisher)
    page = editor.page

    editor.go(f"/admin/pages/{here.page.pk}/")
    editor.go(f"/admin/pages/{here.page.pk}/add_subpage/")
    editor.go(f"/admin/pages/add/home/informationpage/{here.page.pk}/")
    page.fill("#id_title", "Giờ tiếp công dân")
    page.fill("#id_lead", "Đến trụ sở vào giờ nào?")
    add_block(page, "Đoạn văn")
    write(page, "Sáng từ 7 giờ 30 phút.")
    editor.submit("action-submit")
    written = InformationPage.objects.get(title="Giờ tiếp công dân")
    assert written.workflow_in_progress
    assert not written.live
    assert "Đang chờ duyệt" in editor.go("/admin/")
    editor.go(f"/admin/pages/{written.pk}/edit/")
    editor.go(f"/admin/pages/{written.pk}/history/")
    approve(publisher, written.pk)
    assert "7 giờ 30 phút" in words(publisher.page, "/suoi-vang/gio-tiep-cong-dan/")

    editor.go(f"/admin/pages/add/home/questionspage/{here.page.pk}/")
    page.fill("#id_title", "Hỏi về tiếp công dân")
    add_block(page, "Hỏi – đáp")
    page.locator("[data-contentpath=body] input[type=text][name$=question]").first.fill("Thứ Bảy có làm việc không?")
    write(page, "Có, đến 11 giờ.")
    editor.submit("action-submit")
    asked = QuestionsPage.objects.get(title="Hỏi về tiếp công dân")
    assert not asked.live
    approve(publisher, asked.pk)
    assert "Thứ Bảy có làm việc không?" in words(publisher.page, "/suoi-vang/hoi-ve-tiep-cong-dan/")
    assert (editor.english, publisher.english) == ({}, {})


def words(page, path):
    page.goto(path)
    return page.inner_text("main").replace("\u00a0", " ")
