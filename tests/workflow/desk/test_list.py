"""The list: any address answers with a page, nothing is exported, nothing is read that is not shown."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from cms.core.dates import short, today
from tests.factories.core import make_house
from tests.factories.workflow import Case

pytestmark = pytest.mark.django_db

LIST = "ho-so_modeladmin_index"


@pytest.mark.parametrize(
    "query",
    [
        "foo=1",
        "id__in=99999999999999999999999",
        "requester__name__startswith=N",
        "o=99",
        "o=0.-3.x.4",
        "o=-0",
        "p=0",
        "p=-1",
        "p=44731371030453518336",
        "p=abc",
        "e=1",
        "q=%00",
        "q=" + "a" * 3000,
        "hang=khong-co",
        "trang-thai=X&kenh=X&luat=X&thu-ly=X",
        "thu-ly=99999999999999999999",
        "tu=32/13&den=abc",
        "tu=01/11&den=30/11/2026",
        "export=csv",
        "export=xlsx",
    ],
)
def test_whatever_stands_in_the_address_the_list_answers(house, enter, sent_today, query):
    page = enter(house.officer).get(f"{reverse(LIST)}?{query}")
    assert page.status_code == 200
    assert page["Content-Type"].startswith("text/html")


def test_no_column_can_be_asked_for_by_name(house, enter, sent_today):
    for value in ("Ng", "Zz"):
        page = enter(house.officer).get(f"{reverse(LIST)}?requester__name__startswith={value}")
        assert "1 hồ sơ, xếp theo" in page.content.decode()


def test_filters_narrow_and_say_how_many(house, enter, sent_today):
    Case.sent(house, on=short(today())).accept()
    browser = enter(house.officer)

    def shown(query):
        return browser.get(f"{reverse(LIST)}?{query}").context["result_count"]

    assert shown("") == 2
    assert shown("trang-thai=ACCEPTED") == 1
    assert shown("kenh=POST") == 0
    assert shown("luat=L26") == 2
    assert shown(f"thu-ly={house.officer.pk}") == 1
    assert shown(f"tu={short(today())}&den={short(today())}") == 2
    assert shown("hang=da-xong") == 0
    assert shown(f"q={sent_today.now.code}") == 1


def test_the_list_costs_the_same_for_two_rows_and_for_fifty(house, enter):
    browser, counts = enter(house.officer), []
    for more in (2, 10):
        for _n in range(more):
            Case.sent(house, on=short(today())).accept().collect()
        browser.get(reverse(LIST))
        with CaptureQueriesContext(
            connection,
        ) as queries:
            assert browser.get(reverse(LIST)).status_code == 200
        counts.append(len(queries))
    assert counts[0] == counts[1]
    assert counts[1] <= 15, [query["sql"][:150] for query in queries]


@pytest.mark.parametrize("action", ["history", "inspect", "edit", "delete"])
@pytest.mark.parametrize("key", ["abc", "0", "99999999999999999999999", "-1"])
def test_a_key_that_is_none_is_not_found(house, enter, sent_today, action, key):
    assert enter(house.officer).get(f"/admin/ho-so/{action}/{key}/").status_code == 404


@pytest.mark.parametrize("action", ["history", "inspect"])
def test_another_authoritys_record_is_not_found(house, enter, sent_today, action):
    case = sent_today.now
    path = f"/admin/ho-so/{action}/{case.pk}/"
    assert enter(make_house().officer).get(path).status_code == 404
    assert enter(house.auditor).get(path, follow=True).status_code == 200


@pytest.mark.parametrize("path", ["/admin/ho-so/create/", "/admin/ho-so/edit/{pk}/", "/admin/ho-so/delete/{pk}/"])
def test_nothing_is_made_or_changed_beside_the_moves(house, enter, sent_today, path):
    for person in (house.officer, house.administrator, house.auditor):
        assert enter(person).get(path.format(pk=sent_today.now.pk)).status_code in (302, 404)
        assert enter(person).post(path.format(pk=sent_today.now.pk)).status_code in (302, 404)
    assert sent_today.now.version == 1


def test_inspecting_leads_to_the_case_page(house, enter, sent_today):
    page = enter(house.officer).get(f"/admin/ho-so/inspect/{sent_today.now.pk}/")
    assert page["Location"] == reverse("desk:case", args=[sent_today.now.code])


def test_a_supervisor_reads_list_and_history_without_names(house, enter, sent_today):
    sent_today.accept()
    case = sent_today.now
    browser = enter(house.auditor)
    listed = browser.get(reverse(LIST)).content.decode()
    assert case.code in listed
    assert "Nguyễn Thị Mến" not in listed
    page = browser.get(reverse("desk:case", args=[case.code])).content.decode()
    assert "Nguyễn Thị Mến" not in page
    assert "0912" not in page
    history = browser.get(f"/admin/ho-so/history/{case.pk}/").content.decode()
    assert "Nguyễn Thị Mến" not in history
    assert "(ẩn, dữ liệu cá nhân)" in history
    assert "Hợp lệ" in history


def test_history_shows_field_before_after_person_and_entry_of_the_chain(house, enter, sent_today):
    sent_today.accept()
    page = enter(house.officer).get(f"/admin/ho-so/history/{sent_today.now.pk}/")
    text = page.content.decode()
    for words in ("trạng thái", "Đã nhận", "Hợp lệ", "Trần Thị Lan", "Khớp với chuỗi nhật ký"):
        assert words in text
    assert "001185000417" not in text  # identity numbers are never shown in passing
    rows = page.context["rows"]
    assert all(row.seq and row.matches for row in rows)


def test_a_history_row_that_was_edited_is_named(house, enter, sent_today):
    history = sent_today.now.history.model
    history.objects.filter(id=sent_today.pk).update(channel="POST")
    text = enter(house.auditor).get(f"/admin/ho-so/history/{sent_today.pk}/").content.decode()
    assert "Có dòng không khớp nhật ký" in text


@pytest.mark.parametrize("query", ["nguoi=X", "truong=status", "truong=khong-co", "nguoi=Trần Thị Lan&truong=status"])
def test_history_filters_take_anything(house, enter, sent_today, query):
    sent_today.accept()
    assert enter(house.officer).get(f"/admin/ho-so/history/{sent_today.pk}/?{query}").status_code == 200


@pytest.mark.parametrize("path", ["quyet-dinh", "van-ban", "muc-thong-tin"])
def test_records_of_a_case_have_lists_and_histories_of_their_own(house, enter, sent_today, path):
    sent_today.accept().propose_to_refuse().approve()
    records = {
        "quyet-dinh": sent_today.decision(),
        "van-ban": sent_today.letter(),
        "muc-thong-tin": sent_today.piece(),
    }
    for person in (house.officer, house.auditor):
        assert enter(person).get(f"/admin/{path}/").status_code == 200
        assert enter(person).get(f"/admin/{path}/history/{records[path].pk}/").status_code == 200
    assert enter(make_house().officer).get(f"/admin/{path}/history/{records[path].pk}/").status_code == 404
