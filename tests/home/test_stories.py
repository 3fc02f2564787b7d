"""One story, one shape: a page, an item of the catalog and a rule set tell who did what, with before and after."""

import pytest
from django.core.cache import cache
from django.urls import reverse

from cms.audit.desk.views import story_url
from cms.core.roles import Role
from cms.law.models import AdoptedRuleSet
from home.page_story import revised
from tests.factories import catalog as make_catalog
from tests.factories.core import make_house, make_person
from tests.home.moderating import approve, bare, build, edit_url, seat, section, words, write

pytestmark = pytest.mark.django_db


@pytest.fixture
def here(monkeypatch):
    cache.clear()
    bare(monkeypatch)
    here = section("suoi-vang")
    build(here)
    return here


def page_story(page):
    return story_url("wagtailcore.page", page.pk)


def test_a_page_tells_what_each_revision_changed(here):
    page = write(here.editor, here.page)
    approve(here.publisher, page, "Đã đọc")
    page.refresh_from_db()
    form = words(title="Giờ làm việc mới", text="Mở cửa từ 8 giờ.") | {"action-submit": "1"}
    assert seat(here.editor).post(edit_url(page), form).status_code == 302
    told = seat(here.publisher).get(page_story(page)).content.decode()
    for said in (
        "Giờ mở cửa",
        "Giờ làm việc mới",
        "7 giờ 30 phút",
        "Mở cửa từ 8 giờ",
        "Mạc Văn Viết",
        "Nông Thị Duyên",
    ):
        assert said in told
    assert f'href="{page_story(page)}"' in seat(here.editor).get(edit_url(page)).content.decode()


def test_the_story_of_a_page_is_told_to_its_people_and_its_supervisors(here):
    page = write(here.editor, here.page)
    there = section("hoa-sen")
    build(there)
    auditor = make_person("Mai Thị Sát", Role.AUDITOR, authority=here.authority)
    stranger = make_person("Sát Thị Khác", Role.AUDITOR, authority=there.authority)
    assert "Giờ mở cửa" in seat(auditor).get(page_story(page)).content.decode()
    for person in (there.editor, there.publisher, stranger):
        assert seat(person).get(page_story(page)).status_code == 404


def test_entries_without_a_revision_tell_no_change():
    assert revised([{"seq": 1, "subject": None, "data": {}}, {"seq": 2, "subject": {"id": "1"}, "data": {}}]) == {}


def test_an_item_and_a_rule_set_tell_their_story():
    house = make_house()
    item = make_catalog.published(house)
    url = story_url("catalog.informationitem", item.pk)
    told = seat(house.auditor).get(url).content.decode()
    for said in ("Nhập mục thông tin", "Kiểm tra lần một", "Công khai"):
        assert said in told
    assert url in seat(house.officer).get(reverse("catalog_desk:item", args=[item.code])).content.decode()
    assert seat(make_house().editor).get(url).status_code == 404
    rules = AdoptedRuleSet.objects.first()
    url = story_url("law.adoptedruleset", rules.pk)
    assert url in seat(house.administrator).get(reverse("calendars:rule_set", args=[rules.pk])).content.decode()
    assert "Chưa có việc nào được ghi" in seat(house.administrator).get(url).content.decode()
    assert seat(house.editor).get(url).status_code == 404
