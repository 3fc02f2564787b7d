"""What anyone sees: the lists, the item, its versions, its files; and what nobody may see by any of these doors."""

import pytest
from django.core.cache import cache
from django.urls import reverse
from django.utils import timezone

from catalog.services import drafts, publishing
from cms.core.dates import local_day
from tests.factories import catalog as make
from tests.factories.moments import day

NOW = timezone.now()
TODAY = local_day(NOW)


def url(house, *rest):
    return "/".join(["", house.authority.code, "danh-muc", *rest, ""])


def see(client, house, *rest, **query):
    return client.get(url(house, *rest), query)


def words(response) -> str:
    return response.content.decode()


LISTS = ("phai-cong-khai", "da-cong-khai", "co-dieu-kien")


def test_each_item_stands_in_its_lists(house, client):
    make.published(house, at=NOW)
    make.published(house, at=NOW, title="Lịch tiếp công dân", info_class="MAY_PUBLISH")
    make.published(house, at=NOW, title="Bảng niêm yết tại thôn", forms=" POSTING ", digitising="NOT_YET",
                   paper_place="Nhà văn hóa thôn", links=())  # fmt: skip
    make.conditional(house, at=NOW)
    found = {slug: words(see(client, house, slug)) for slug in LISTS}
    where = {
        "Bảng giá đất năm 2026": {"phai-cong-khai", "da-cong-khai"},
        "Lịch tiếp công dân": {"da-cong-khai"},
        "Bảng niêm yết tại thôn": {"phai-cong-khai"},
        "Hồ sơ dự án nhà máy chè Đồi Xa": {"co-dieu-kien"},
    }
    assert {title: {slug for slug in LISTS if title in found[slug]} for title in where} == where


def test_columns_are_those_the_decree_asks(house, client):
    make.published(house, at=NOW, until_words="Đến khi thay thế", forms=" PORTAL POSTING ")
    page = words(see(client, house, "phai-cong-khai"))
    for cell in (
        "64/QĐ-UBND",
        "13/11/2026",
        "Niêm yết tại trụ sở",
        "Đến khi thay thế",
        "https://congbao.minhbach.example/64",
    ):
        assert cell in page


def test_filters_narrow_and_wrong_ones_do_nothing(house, client):
    make.published(house, at=NOW, title="Kế hoạch sử dụng đất", forms=" POSTING PORTAL ")
    make.published(house, at=NOW, title="Thu phí vệ sinh", category="PUB26_D", number="7/TB")
    cases = [
        ({"chu": "ke hoach"}, {"Kế hoạch sử dụng đất"}),
        ({"chu": "7/tb"}, {"Thu phí vệ sinh"}),
        ({"nhom": "PUB26_D"}, {"Thu phí vệ sinh"}),
        ({"hinhthuc": "POSTING"}, {"Kế hoạch sử dụng đất"}),
        ({"nam": str(TODAY.year)}, {"Kế hoạch sử dụng đất", "Thu phí vệ sinh"}),
        ({"nam": "2019"}, set()),
        ({"nam": "x", "nhom": "'; --", "trangthai": "<b>", "sau": "9" * 40, "xep": "0"},
         {"Kế hoạch sử dụng đất", "Thu phí vệ sinh"}),
        ({"trangthai": "dinh-chinh"}, set()),
    ]  # fmt: skip
    for query, titles in cases:
        page = words(see(client, house, "phai-cong-khai", **query))
        assert {t for t in ("Kế hoạch sử dụng đất", "Thu phí vệ sinh") if f"<b>{t}</b>" in page} == titles, query


def test_rows_of_the_old_law_stand_under_the_point_that_took_them_over(house, client):
    from cms.law.services import rule_set_on

    old = day("10/03/2025")
    make.published(
        house, at=NOW, created_on=old, rule_set=rule_set_on(old), category="PUB16_O", title="Mức thu lệ phí cũ"
    )
    assert "<b>Mức thu lệ phí cũ</b>" in words(see(client, house, "phai-cong-khai", nhom="PUB26_D"))
    assert "<b>Mức thu lệ phí cũ</b>" not in words(see(client, house, "phai-cong-khai", nhom="PUB26_T"))


def test_vietnamese_order_and_paging_by_key(house, client, monkeypatch):
    monkeypatch.setattr("catalog.queries.PAGE", 2)
    for title in ("Đất ở", "Ăn uống", "Âm thanh", "An toàn", "Dân số"):
        make.published(house, at=NOW, title=title)
    seen, query = [], {"xep": "ten"}
    for _page in range(3):
        response = see(client, house, "phai-cong-khai", **query)
        seen += [row["item"].title for row in response.context["rows"]]
        following = response.context["next_url"]
        query = dict(pair.split("=") for pair in following.lstrip("?").split("&")) if following else {}
    assert seen == ["An toàn", "Ăn uống", "Âm thanh", "Dân số", "Đất ở"]
    newest = see(client, house, "phai-cong-khai")
    onward = client.get(url(house, "phai-cong-khai") + newest.context["next_url"])
    titles = [row["item"].title for page in (newest, onward) for row in page.context["rows"]]
    assert titles == ["Dân số", "An toàn", "Âm thanh", "Ăn uống"]


def test_the_item_page_shows_versions_and_says_what_was_corrected(house, client):
    item = make.published(house, at=NOW, files=[make.a_file("ban-1.pdf")], links=())
    first = item.files.get()
    item = drafts.propose_correction(
        item=item, seen=None, wrong="số 8 đường Bến Đò", right="số 18 đường Bến Đò", reason="Ghi sai số nhà",
        files=[make.a_file("ban-2.pdf")], without=[first.pk], by=house.originator, at=NOW,
    )  # fmt: skip
    before = words(see(client, house, item.code))
    assert "Đã đính chính" not in before
    assert "ban-2.pdf" not in before
    make.published(house, item=item, at=NOW)
    page = words(see(client, house, item.code))
    for told in ("Đã đính chính ngày", "số 8 đường Bến Đò", "số 18 đường Bến Đò", "Ghi sai số nhà", "Bản 1", "Bản 2"):
        assert told in page
    assert client.get(url(house, item.code, "tep", str(first.pk))).status_code == 200, "the wrong version can be seen"
    assert "Đã đính chính" in words(see(client, house, "phai-cong-khai"))


def test_a_withheld_wrong_version_is_named_and_not_shown(house, client):
    item = make.published(house, at=NOW, files=[make.a_file("co-ten.pdf")], links=())
    first = item.files.get()
    item = drafts.propose_correction(
        item=item, seen=None, wrong="Danh sách có số điện thoại riêng", right="Bỏ cột điện thoại", reason="Thừa cột",
        withhold=True, files=[make.a_file("dung.pdf")], without=[first.pk], by=house.originator, at=NOW,
    )  # fmt: skip
    make.published(house, item=item, at=NOW)
    page = words(see(client, house, item.code))
    assert "co-ten.pdf" not in page
    assert "Danh sách có số điện thoại riêng" not in page
    assert client.get(url(house, item.code, "tep", str(first.pk))).status_code == 404


SECRET = "Chuyện chưa ai được biết"


def hidden_things(house):
    """An item in every state that the public must not read, each with a file and the same telling words."""

    def words_of(**more):
        return {"title": SECRET, "summary": SECRET, "files": [make.a_file()], "links": (), "at": NOW} | more

    draft = make.draft(house, **words_of())
    checked = make.checked(house, **words_of())
    later = publishing.publish(
        item=make.checked(house, **words_of()), seen=None, by=house.officer, at=NOW,
        go_live_at=timezone.now() + timezone.timedelta(days=3),
    )  # fmt: skip
    withdrawn = make.published(house, **words_of())
    withdrawn = publishing.withdraw(item=withdrawn, seen=None, reason="Đã thay thế", by=house.officer, at=NOW)
    people = make.published(
        house, **words_of(names_people=True, permitted_fields="Họ tên", until_on=TODAY - timezone.timedelta(days=1),
                          at=NOW - timezone.timedelta(days=2))
    )  # fmt: skip
    return {"draft": draft, "checked": checked, "later": later, "withdrawn": withdrawn, "people": people}


def test_no_door_of_the_public_shows_what_is_hidden(house, client):
    things = hidden_things(house)
    mark = make.a_mark(house, words="Sổ số 07", at=NOW)
    doors = [url(house), url(house, "don-vi-su-nghiep")]
    queries = ["", "?in=1", f"?chu={SECRET}", "?xep=ten", "?trangthai=het-han", "?trangthai=cham", f"?nam={TODAY.year}"]
    doors += [url(house, slug) + query for slug in LISTS for query in queries]
    for door in doors:
        response = client.get(door)
        assert response.status_code == 200
        # What was typed is shown again in the filter and its chip, and nowhere else.
        page = words(response).replace(f'value="{SECRET}"', "").replace(f"“{SECRET}”", "")
        assert SECRET not in page, door
        assert "Sổ số 07" not in page
        assert not response.context.get("rows"), door
        assert response.context.get("count", 0) == 0, door
    for state, item in {**things, "mark": mark}.items():
        response = client.get(url(house, item.code))
        assert response.status_code == {"withdrawn": 410, "people": 410}.get(state, 404), state
        assert SECRET not in words(response), state
        for file in item.files.all():
            assert client.get(url(house, item.code, "tep", str(file.pk))).status_code == 404, state
        start = client.get(f"/{house.authority.code}/yeu-cau/?muc={item.code}")
        assert SECRET not in words(start), state


def test_a_draft_over_a_public_item_shows_nowhere(house, client):
    item = make.published(house, at=NOW)
    drafts.edit(
        item=item, seen=None, facts={"title": SECRET}, files=[make.a_file("moi.pdf")], by=house.originator, at=NOW
    )
    new = item.files.get(name="moi.pdf")
    for door in (url(house, item.code), url(house, "phai-cong-khai"), url(house, "phai-cong-khai") + f"?chu={SECRET}"):
        page = words(client.get(door))
        assert page.count(SECRET) == (2 if "?chu" in door else 0)
        assert "moi.pdf" not in page
    assert client.get(url(house, item.code, "tep", str(new.pk))).status_code == 404


def test_withdrawn_leaves_a_dated_stub_and_expired_may_still_be_asked_for(house, client):
    gone = make.published(house, at=NOW)
    publishing.withdraw(item=gone, seen=None, reason="Văn bản bị hủy bỏ", by=house.officer, at=NOW)
    page = words(see(client, house, gone.code))
    assert "Mục này đã được gỡ" in page
    assert "Văn bản bị hủy bỏ" in page
    assert f"{TODAY:%d/%m/%Y}" in page
    over = make.published(
        house, title="Lịch tiếp dân quý trước", until_on=TODAY - timezone.timedelta(days=1),
        at=NOW - timezone.timedelta(days=9),
    )  # fmt: skip
    assert "Lịch tiếp dân quý trước" in words(see(client, house, over.code))
    assert "Lịch tiếp dân quý trước" in words(see(client, house, "phai-cong-khai", trangthai="het-han"))
    assert "Lịch tiếp dân quý trước" not in words(see(client, house, "phai-cong-khai"))


def test_another_authoritys_address_opens_nothing(house, make_house_with, client):
    item, other = make.published(house, at=NOW, files=[make.a_file()]), make_house_with()
    assert see(client, other, item.code).status_code == 404
    assert client.get(url(other, item.code, "tep", str(item.files.get().pk))).status_code == 404
    assert item.title not in words(see(client, other, "phai-cong-khai"))


def test_asking_for_an_item_carries_it_into_the_form(house, client):
    item = make.published(house, at=NOW)
    page = words(see(client, house, item.code))
    ask = f"/{house.authority.code}/yeu-cau/?muc={item.code}"
    assert ask in page
    assert "Bạn hỏi về mục này" in words(client.get(ask))
    response = client.post(f"/{house.authority.code}/yeu-cau/", {"muc": item.code}, follow=True)
    form = response.context["form"]
    assert item.code in form["description"].value()
    for told in (item.title, "64/QĐ-UBND", "phải được công khai", house.land_unit.name):
        assert told in form["description"].value()
    assert not form.errors


def test_the_commune_lists_each_quarter(make_house_with, client):
    commune = make_house_with(kind="COMMUNE")
    make.published(commune, at=NOW, title="Dự toán ngân sách xã")
    page = words(see(client, commune, "theo-quy"))
    assert "Dự toán ngân sách xã" in page
    assert "Dự toán ngân sách xã" not in words(see(client, commune, "theo-quy", quy=f"{TODAY.year - 1}-1"))


def test_a_quarter_is_a_communes_matter(house, client):
    assert see(client, house, "theo-quy").status_code == 404


@pytest.mark.parametrize("slug", LISTS)
def test_lists_cost_four_queries_at_any_length(house, client, django_assert_max_num_queries, slug):
    for rows in (1, 12):
        for n in range(rows):
            make.conditional(house, at=NOW, title=f"Hồ sơ {n}")
            make.published(house, at=NOW, title=f"Bảng {n}", files=[make.a_file()], links=())
        see(client, house, slug)
        with django_assert_max_num_queries(4):
            see(client, house, slug)
        with django_assert_max_num_queries(4):
            see(client, house, slug, xep="ten", sau="1")


def test_an_item_costs_seven_queries_however_many_versions(house, client, django_assert_max_num_queries):
    item = make.published(house, at=NOW, files=[make.a_file()])
    for n in range(3):
        see(client, house, item.code)
        with django_assert_max_num_queries(7):
            see(client, house, item.code)
        drafts.edit(item=item, seen=None, facts={"summary": f"Thêm {n}"}, by=house.originator, at=NOW)
        item.refresh_from_db()
        make.published(house, item=item, at=NOW)


def test_empty_lists_say_what_one_can_do(house, client):
    cache.clear()
    for slug in LISTS:
        page = words(see(client, house, slug))
        assert "Bạn vẫn có quyền hỏi" in page
        assert reverse("workflow:new", args=[house.authority.code]) in page
