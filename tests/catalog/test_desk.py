"""The catalog in the admin: entering by keyboard, checking, publishing, correcting; who is shown and who is not."""

import pytest
from django.core.cache import cache
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from catalog.choices import ItemState
from catalog.models import InformationItem, ItemGroup, PublicServiceUnit
from catalog.services import publishing
from cms.audit.models import Entry
from cms.audit.record import REFUSED_ATTEMPT
from tests.factories import catalog as make
from tests.factories.moments import day

NOW = timezone.now()


@pytest.fixture(autouse=True)
def fresh_memory():
    """Forms that were sent are remembered; each test begins without."""
    cache.clear()


def signed_in(person) -> Client:
    client = Client()
    client.force_login(person, backend="django.contrib.auth.backends.ModelBackend")
    return client


def act_url(item, act):
    return reverse("catalog_desk:act", args=[item.code, act])


def push(person, item, act, **words):
    return signed_in(person).post(act_url(item, act), {"seen": item.version, **words})


def quick(house, person, **more):
    words = {
        "authority": house.authority.pk,
        "title": "Quyết định phê duyệt kế hoạch",
        "number": "12/QĐ-UBND",
        "created_on": "13/11/2026",
        "group": "cPUB26_A",
        "unit": house.land_unit.pk,
        "link": "https://congbao.minhbach.example/12",
        "once": "a",
    } | more
    return signed_in(person).post(reverse("catalog_desk:quick"), words)


# --- quick entry -------------------------------------------------------------------------------------------------
def test_quick_entry_takes_the_rest_from_the_group_and_keeps_it_for_the_next(house):
    group = ItemGroup(
        authority=house.authority, name="Thu hồi đất", category="PUB26_L", forms=" POSTING PORTAL ",
        legal_basis="Điều 87 Luật Đất đai", term_amount=3, term_unit="CALENDAR_DAY", until_words="30 ngày",
        posting_days=30, update_cycle="NONE",
    )  # fmt: skip
    group.save()
    response = quick(house, house.originator, group=f"g{group.pk}")
    item = InformationItem.objects.get()
    assert (item.category, item.forms, item.due_on) == ("PUB26_L", " POSTING PORTAL ", day("16/11/2026"))
    assert (item.state, item.live, item.responsible_unit) == (ItemState.DRAFT, False, house.focal_unit)
    assert [link.url for link in item.links.all()] == ["https://congbao.minhbach.example/12"]
    following = signed_in(house.originator).get(response.url).content.decode()
    assert 'value="13/11/2026"' in following
    assert f'value="g{group.pk}" selected' in following


def test_one_form_makes_one_item_however_often_it_is_pressed(house):
    for _press in range(3):
        quick(house, house.originator)
    assert InformationItem.objects.count() == 1


def test_a_file_comes_along_and_a_wrong_one_keeps_what_was_typed(house):
    bad = SimpleUploadedFile("chay.exe", b"MZ")
    page = quick(house, house.originator, link="", files=bad).content.decode()
    assert "không đúng loại" in page
    assert "Quyết định phê duyệt kế hoạch" in page
    assert not InformationItem.objects.exists()
    quick(house, house.originator, link="", once="b", files=SimpleUploadedFile("qd.pdf", make.PDF))
    assert [file.name for file in InformationItem.objects.get().files.all()] == ["qd.pdf"]


@pytest.mark.parametrize(
    ("name", "content", "title"),
    [
        pytest.param("x.txt", "TUYỆT MẬT\nKế hoạch".encode(), "Kế hoạch", id="dấu ở đầu tệp"),
        pytest.param("x.pdf", make.PDF, "Kế hoạch phòng thủ (Tối mật)", id="dấu ở tên"),
        pytest.param("ke-hoach (mật).pdf", make.PDF, "Kế hoạch", id="dấu ở tên tệp"),
    ],
)
def test_what_is_marked_secret_is_refused_with_a_warning(house, name, content, title):
    page = quick(house, house.originator, link="", title=title, files=SimpleUploadedFile(name, content))
    assert "bí mật nhà nước không được nhập" in page.content.decode()
    assert not InformationItem.objects.exists()


@pytest.mark.parametrize("title", ["Mật độ dân số các thôn", "Quy chế bảo mật", "Quy định về bí mật nhà nước"])
def test_speaking_of_secrecy_is_no_marking(house, title):
    quick(house, house.originator, title=title)
    assert InformationItem.objects.get().title == title


def test_nobody_enters_for_another_unit_or_authority(house, make_house_with):
    other = make_house_with()
    for person in (house.originator, other.originator):
        page = quick(house, person, unit=house.focal_unit.pk, once=person.username)
        assert page.status_code == 200, "the form says that this is no choice"
        assert page.context["form"].errors["unit"]
    assert not InformationItem.objects.exists()


# --- acts --------------------------------------------------------------------------------------------------------
def test_from_draft_to_the_public_by_two_people(house):
    item = make.draft(house, at=NOW)
    assert push(house.originator, item, "kiem-tra").status_code == 200, "nothing was confirmed"
    push(house.originator, item, "kiem-tra", no_secret="on", no_personal="on")
    item.refresh_from_db()
    assert item.checked_by == house.originator
    push(house.officer, item, "dang")
    item.refresh_from_db()
    assert (item.live, item.current_version.published_by) == (True, house.officer)


def test_acts_that_are_not_theirs_are_refused_and_recorded(house):
    item = make.checked(house, at=NOW)
    for person in (house.originator, house.editor):
        assert push(person, item, "dang").status_code == 403
    assert Entry.objects.filter(kind=REFUSED_ATTEMPT).count() == 2
    item.refresh_from_db()
    assert not item.live


def test_whoever_was_slower_sees_what_they_typed_and_changes_nothing(house):
    item = make.draft(house, at=NOW)
    old = item.version
    make.checked(house, item=item, at=NOW)
    response = signed_in(house.originator).post(
        act_url(item, "phan-loai"), {"seen": old, "info_class": "MAY_PUBLISH", "reason": "Lý do đã gõ"}
    )
    assert response.status_code == 409
    assert "Lý do đã gõ" in response.content.decode()


def test_editing_changes_the_draft_only(house):
    item = make.published(house, at=NOW)
    form = signed_in(house.originator).get(act_url(item, "sua")).context["form"]
    words = {
        name: form[name].value()
        for name in form.fields
        if form[name].value() not in (None, "", False) and name != "files"
    }
    words |= {"title": "Bảng giá đất, sửa", "created_on": "13/11/2026", "forms": ["PORTAL"], "reason": "Thêm bảng 5",
              "links": "Công báo | https://congbao.minhbach.example/65"}  # fmt: skip
    response = signed_in(house.originator).post(act_url(item, "sua"), words)
    assert response.status_code == 302, response.context["form"].errors
    item.refresh_from_db()
    assert (item.title, item.has_unpublished_changes) == ("Bảng giá đất năm 2026", True)
    item = make.published(house, item=item, at=NOW)
    assert (item.title, item.main_url) == ("Bảng giá đất, sửa", "https://congbao.minhbach.example/65")
    assert item.versions.first().reason == "Thêm bảng 5"


def test_titles_are_approved_at_once_and_each_by_itself(house):
    items = [make.checked(house, number=f"{n}/QĐ", at=NOW) for n in range(3)]
    client = signed_in(house.head)
    page = client.get(reverse("catalog_desk:approve"))
    assert [row["item"].pk for row in page.context["rows"]] == [item.pk for item in items]
    ticked = [f"{item.pk}:{item.version}" for item in items[:2]]
    client.post(reverse("catalog_desk:approve"), {"muc": ticked})
    assert InformationItem.objects.filter(live=True).count() == 2
    assert Entry.objects.filter(kind="item.published").count() == 2
    assert client.post(reverse("catalog_desk:approve"), {"muc": ["x", "9" * 30]}).status_code == 200


def test_who_checked_is_not_even_shown_the_title_to_approve(house):
    house.give(house.originator, "FOCAL_HEAD")
    make.checked(house, at=NOW)
    assert not signed_in(house.originator).get(reverse("catalog_desk:approve")).context["rows"]


# --- who sees ----------------------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("who", "status"),
    [("originator", 200), ("officer", 200), ("head", 200), ("editor", 200), ("publisher", 200), ("auditor", 200),
     ("cashier", 404), ("registry", 404), ("administrator", 404), ("stranger", 302)],
)  # fmt: skip
def test_who_opens_a_draft(house, who, status):
    item = make.draft(house, at=NOW)
    client = signed_in(getattr(house, who))
    assert client.get(reverse("catalog_desk:item", args=[item.code])).status_code == status
    assert client.get(reverse("danh-muc_modeladmin_index")).status_code == status


def test_another_authority_sees_nothing_of_it(house, make_house_with):
    item, other = make.draft(house, at=NOW, files=[make.a_file()]), make_house_with()
    file = item.files.get()
    for person in (other.officer, other.originator, other.auditor):
        client = signed_in(person)
        for url in (
            reverse("catalog_desk:item", args=[item.code]),
            reverse("catalog_desk:file", args=[item.code, file.pk]),
            reverse("danh-muc_modeladmin_history", args=[item.pk]),
            act_url(item, "sua"),
        ):
            assert client.get(url).status_code == 404, url
        assert item.title not in client.get(reverse("danh-muc_modeladmin_index")).content.decode()


def test_marks_are_internal_and_hold_nothing(house):
    response = signed_in(house.originator).post(
        reverse("catalog_desk:new_mark"),
        {
            "unit": house.land_unit.pk,
            "words": "Sổ công tác số 7",
            "reason_code": "WORK_SECRET",
            "review_on": "31/12/2030",
        },
    )
    assert response.status_code == 302
    item = InformationItem.objects.get()
    assert (item.state, item.title, item.live) == (ItemState.MARK, "", False)
    for who, status in (("officer", 200), ("originator", 200), ("auditor", 200), ("editor", 404), ("publisher", 404)):
        client = signed_in(getattr(house, who))
        assert client.get(reverse("catalog_desk:marks")).status_code == status, who
        assert client.get(reverse("catalog_desk:item", args=[item.code])).status_code == status, who
        assert ("Sổ công tác số 7" in client.get(reverse("danh-muc_modeladmin_index")).content.decode()) is False
    push(house.originator, item, "xem-lai", lifted="on", reason="Đã hết lý do")
    assert not signed_in(house.officer).get(reverse("catalog_desk:marks")).context["rows"]


def test_a_draft_that_becomes_a_mark_loses_its_words_for_good(house):
    item = make.draft(house, title="Phương án chưa công bố", files=[make.a_file()], at=NOW)
    push(house.originator, item, "ghi-dau", words="Sổ số 9", reason_code="INTERNAL_DRAFT", review_event="Khi phê duyệt")
    item.refresh_from_db()
    assert (item.state, item.title, item.files.count(), item.revisions.count()) == (ItemState.MARK, "", 0, 0)
    assert not any("chưa công bố" in str(row.title) for row in item.history.all())


# --- records -----------------------------------------------------------------------------------------------------
def test_a_service_unit_is_listed_when_another_has_confirmed_it(house, client):
    words = {"authority": house.authority.pk, "name": "Trường Mầm non Hoa Ban", "field": "EDUCATION",
             "service": "Giáo dục mầm non", "address": "Thôn Bến Nứa", "is_active": "on"}  # fmt: skip
    url = f"/{house.authority.code}/danh-muc/don-vi-su-nghiep/"
    response = signed_in(house.officer).post(reverse("don-vi-su-nghiep_modeladmin_create"), words)
    assert response.status_code == 302, response.content.decode()[-3000:]
    unit = PublicServiceUnit.objects.get()
    assert unit.name not in client.get(url).content.decode()
    confirm = reverse("catalog_desk:confirm_unit", args=[unit.pk])
    assert signed_in(house.officer).post(confirm).status_code == 403
    assert signed_in(house.head).post(confirm).status_code == 302
    assert unit.name in client.get(url).content.decode()


def test_groups_are_kept_by_the_focal_unit(house):
    words = {"authority": house.authority.pk, "name": "Ngân sách", "info_class": "MUST_PUBLISH", "category": "PUB26_D",
             "chosen_forms": ["PORTAL", "POSTING"], "event": "ngày phê duyệt", "until_words": "Thường xuyên",
             "update_cycle": "QUARTER", "is_active": "on"}  # fmt: skip
    create = reverse("nhom-thong-tin_modeladmin_create")
    assert signed_in(house.originator).post(create, words).status_code == 404
    assert signed_in(house.officer).post(create, words).status_code == 302
    assert ItemGroup.objects.get().forms == " PORTAL POSTING "


def test_pages_of_the_desk_open_in_every_state(house):
    items = [
        make.draft(house, at=NOW), make.checked(house, at=NOW), make.published(house, at=NOW),
        make.conditional(house, at=NOW), make.a_mark(house, at=NOW),
    ]  # fmt: skip
    items.append(publishing.withdraw(
        item=make.published(house, at=NOW), seen=None, reason="Đã thay thế", by=house.officer, at=NOW
    ))  # fmt: skip
    client = signed_in(house.officer)
    for item in items:
        assert client.get(reverse("catalog_desk:item", args=[item.code])).status_code == 200
        assert client.get(reverse("danh-muc_modeladmin_history", args=[item.pk])).status_code == 200
        page = client.get(reverse("catalog_desk:item", args=[item.code]))
        for act in [*page.context["acts"], *page.context["other_acts"]]:
            assert client.get(act_url(item, act.slug)).status_code == 200, (item.state, act.slug)
    for queue in ("", "?hang=cho-kiem-tra", "?hang=cho-dang", "?hang=qua-han", "?hang=x&q=bang+gia&p=9&o=1"):
        assert client.get(reverse("danh-muc_modeladmin_index") + queue).status_code == 200
