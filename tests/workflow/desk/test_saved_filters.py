"""Named filters of the list: kept, opened by link, replaced, taken away; everybody has only their own."""

import pytest
from django.urls import reverse

from cms.core.dates import short, today
from tests.factories.workflow import Case
from workflow.models import SavedFilter
from workflow.services import saved_filters

pytestmark = pytest.mark.django_db
LIST = "ho-so_modeladmin_index"
PAGE, DROP = "desk:filters", "desk:drop_filter"


def text(response):
    return response.content.decode()


def test_a_filter_gets_a_name_and_is_opened_by_its_link(house, enter, sent_today):
    Case.sent(house, on=short(today())).accept()
    browser = enter(house.officer)
    listed = text(browser.get(f"{reverse(LIST)}?trang-thai=ACCEPTED&p=1&q=Lan"))
    assert "bo-loc/?trang-thai=ACCEPTED" in listed

    offered = text(browser.get(f"{reverse(PAGE)}?trang-thai=ACCEPTED"))
    assert "trạng thái: Hợp lệ" in offered
    kept = browser.post(reverse(PAGE), {"name": " Đã  hợp lệ ", "query": "trang-thai=ACCEPTED&q=Lan&p=2&x=1"})

    assert kept.url == f"{reverse(LIST)}?trang-thai=ACCEPTED"
    again = browser.get(kept.url)
    assert again.context["result_count"] == 1
    assert '<a href="?trang-thai=ACCEPTED" aria-current="true">Đã hợp lệ</a>' in text(again)
    assert SavedFilter.objects.get().query == "trang-thai=ACCEPTED"  # a name that was looked for is not kept


@pytest.mark.parametrize(
    ("name", "query", "says"),
    [
        ("", "hang=qua-han", "Nhập tên bộ lọc"),
        ("   ", "hang=qua-han", "Nhập tên bộ lọc"),
        ("Dài " * 20, "hang=qua-han", "Tên bộ lọc dài nhất 40 ký tự"),
        ("Trống", "", "Chưa có điều kiện lọc nào"),
        ("Lạ", "x=1&p=3&q=Lan", "Chưa có điều kiện lọc nào"),
        ("Quá nhiều", "&".join(f"a{n}=1" for n in range(300)), "Chưa có điều kiện lọc nào"),
    ],
)
def test_what_cannot_be_kept_is_said_and_nothing_is_kept(house, enter, name, query, says):
    answer = enter(house.officer).post(reverse(PAGE), {"name": name, "query": query})
    assert answer.status_code == 422
    assert says in text(answer)
    assert not SavedFilter.objects.exists()


def test_the_same_name_means_the_new_filter_and_twelve_are_enough(house):
    for number in range(saved_filters.MOST):
        saved_filters.keep(name=f"Số {number}", query="hang=qua-han", by=house.officer)
    saved_filters.keep(name="Số 0", query="hang=cua-toi", by=house.officer)
    assert saved_filters.of(house.officer).get(name="Số 0").query == "hang=cua-toi"
    with pytest.raises(saved_filters.DomainError, match="đã có 12 bộ lọc"):
        saved_filters.keep(name="Nữa", query="hang=qua-han", by=house.officer)
    saved_filters.keep(name="Nữa", query="hang=qua-han", by=house.signer)


def test_nobody_sees_or_drops_anothers(house, enter):
    theirs = saved_filters.keep(name="Của người khác", query="hang=qua-han", by=house.second_officer)
    browser = enter(house.officer)
    assert "Của người khác" not in text(browser.get(reverse(LIST))) + text(browser.get(reverse(PAGE)))
    browser.post(reverse(DROP, args=[theirs.pk]))
    assert SavedFilter.objects.filter(pk=theirs.pk).exists()

    mine = saved_filters.keep(name="Của tôi", query="thu-ly=999&tu=01/11", by=house.officer)
    assert "thụ lý: 999; nhận từ: 01/11" in text(browser.get(reverse(PAGE)))
    browser.post(reverse(DROP, args=[mine.pk]))
    assert list(saved_filters.of(house.officer)) == []
    assert "chưa lưu bộ lọc nào" in text(browser.get(reverse(PAGE)))
