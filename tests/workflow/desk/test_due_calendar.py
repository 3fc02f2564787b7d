"""The calendar of due dates: secret, revocable, by case number only, through the one gate."""

from datetime import timedelta

import pytest
from django.core.cache import cache
from django.test import Client
from icalendar import Calendar

from cms.audit.models import Entry
from cms.core.dates import short, today
from cms.core.roles import Role
from tests.factories.core import give_role
from tests.factories.workflow import Case
from workflow.models import DueCalendar
from workflow.public import due_calendar as door
from workflow.services import due_calendar

pytestmark = pytest.mark.django_db
PAGE = "/admin/lich-han/"


@pytest.fixture
def case(house):
    return Case.sent(house, on=short(today()), name="Hà Thị Mộc Miên").accept()


def made(browser):
    """The address, as the page shows it once."""
    assert browser.post(PAGE, {"viec": "tao"}).status_code == 302
    page = browser.get(PAGE)
    return "/" + page.context["address"].split("/", 3)[3]


def events(content):
    return {str(event["summary"]): event for event in Calendar.from_ical(content).walk("VEVENT")}


def test_calendar_has_whole_days_by_number_and_no_name(house, case, enter):
    address = made(enter(house.officer))
    answer = Client().get(address)  # a calendar programme signs in nowhere
    assert answer.status_code == 200
    assert answer["Content-Type"] == "text/calendar; charset=utf-8"
    assert answer["X-Robots-Tag"] == "noindex, nofollow"
    assert not answer.cookies
    text = answer.content.decode()
    due = case.now.due_on
    assert f"DTSTART;VALUE=DATE:{due:%Y%m%d}\r\n" in text
    assert f"DTEND;VALUE=DATE:{due + timedelta(days=1):%Y%m%d}\r\n" in text
    assert f"SUMMARY:{case.now.code}\r\n" in text
    for secret in ("Mộc Miên", "quy hoạch", "Lê Lợi"):
        assert secret not in text


def test_uid_stays_and_sequence_grows_on_extension(house, case, enter):
    address = made(enter(house.officer))
    before = events(Client().get(address).content)[case.now.code]
    case.extended(5)
    after = events(Client().get(address).content)[case.now.code]
    assert after["uid"] == before["uid"]
    assert after["sequence"] > before["sequence"]
    assert after["dtstart"].dt == case.now.due_on != before["dtstart"].dt


def test_same_again_is_not_sent_again(house, case, enter):
    address = made(enter(house.officer))
    answer = Client().get(address)
    again = Client().get(address, headers={"If-None-Match": answer["ETag"]})
    assert (again.status_code, again.content) == (304, b"")
    case.extended(5)
    assert Client().get(address, headers={"If-None-Match": answer["ETag"]}).status_code == 200


def test_address_is_shown_once_and_kept_as_a_hash(house, enter):
    browser = enter(house.officer)
    address = made(browser)
    token = address.rpartition("/")[2].removesuffix(".ics")
    assert len(token) >= 43
    page = browser.get(PAGE)
    assert token not in page.content.decode()
    assert "đang dùng" in page.content.decode()
    kept = DueCalendar.objects.get()
    assert token not in str(vars(kept))
    assert all(token.encode() not in bytes(entry.payload) for entry in Entry.objects.all())


def test_new_address_ends_the_old_one_and_revoking_ends_it(house, case, enter):
    browser = enter(house.officer)
    first, second = made(browser), made(browser)
    assert Client().get(first).status_code == 404
    assert Client().get(second).status_code == 200
    browser.post(PAGE, {"viec": "bo"})
    assert Client().get(second).status_code == 404
    assert "chưa có địa chỉ lịch" in browser.get(PAGE).content.decode()
    kinds = Entry.objects.filter(kind__startswith="duecalendar.").order_by("seq").values_list("kind", flat=True)
    assert list(kinds) == ["duecalendar.made", "duecalendar.made", "duecalendar.revoked"]


def test_disabled_account_has_no_calendar(house, case, enter):
    address = made(enter(house.officer))
    house.officer.is_active = False
    house.officer.save()
    assert Client().get(address).status_code == 404


def test_what_is_out_of_reach_today_is_gone_from_the_calendar(house, case, enter):
    address = made(enter(house.officer))
    assert case.now.code in events(Client().get(address).content)
    house.officer.role_holdings.get().delete()
    assert events(Client().get(address).content) == {}
    give_role(house.officer, Role.ORIGINATING_UNIT, house.authority, house.land_unit)
    assert events(Client().get(address).content) == {}


def test_calendar_holds_what_is_the_persons_business(house, case, enter):
    other = made(enter(house.second_officer))
    assert case.now.code not in events(Client().get(other).content) or case.now.assigned_to_id is None
    Case.sent(house, on=short(today())).withdraw()
    assert len(events(Client().get(made(enter(house.officer))).content)) == 1


def test_too_many_readings_wait(house, enter, monkeypatch):
    cache.clear()
    monkeypatch.setattr(door, "PER_MINUTE", 2)
    address = made(enter(house.officer))
    answers = [Client().get(address).status_code for _ in range(4)]
    assert answers[:2] == [200, 200]
    assert 429 in answers


def test_only_read(house, enter):
    assert Client().post(made(enter(house.officer))).status_code == 405


def test_queries_do_not_grow_with_the_cases(house, enter, django_assert_max_num_queries):
    address = made(enter(house.officer))
    for _ in range(4):
        Case.sent(house, on=short(today()))
    with django_assert_max_num_queries(9):
        Client().get(address)


def test_addresses_stand_in_no_list_of_pages(house, client):
    for path in ("/robots.txt", "/sitemap.xml"):
        assert "lich-han" not in client.get(path).content.decode()


def test_nobody_has_a_calendar_without_making_one(house):
    assert due_calendar.of(house.officer) is None
    assert due_calendar.found_by("") is None
    assert due_calendar.revoke(by=house.officer, at=None) is False
