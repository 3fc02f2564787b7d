"""Units, focal points, roles and accounts: kept by the administrators of their own authority, on record, with a reason."""

import json

import pytest
from django.contrib.auth import get_user_model
from django.urls import reverse
from django.utils import timezone

from cms.audit.models import Entry
from cms.core.accounts import services as accounts
from cms.core.dates import short, today
from cms.core.errors import DomainError, NotAllowed
from cms.core.models import Mail, RoleHolder, Unit
from cms.core.roles import Role
from tests.factories.core import give_role, make_house

pytestmark = pytest.mark.django_db

PATHS = ("co-quan", "don-vi", "dau-moi", "vai-tro", "tai-khoan")


@pytest.fixture
def house():
    return make_house()


@pytest.fixture
def enter(client):
    def sign_in(person):
        client.force_login(person, backend="django.contrib.auth.backends.ModelBackend")
        return client

    return sign_in


def last_entry(kind):
    return Entry.objects.filter(kind=kind).order_by("-seq").first()


# --- who sees ----------------------------------------------------------------------------------------------------
@pytest.mark.parametrize("path", PATHS)
def test_lists_open_for_administrators_and_supervisors_only(house, enter, path):
    for person, status in ((house.administrator, 200), (house.auditor, 200), (house.officer, 404), (house.signer, 404)):
        assert enter(person).get(f"/admin/{path}/").status_code == status
    assert enter(house.administrator).get(f"/admin/{path}/?foo=1&export=csv&o=x&p=abc").status_code == 200


@pytest.mark.parametrize("path", PATHS)
def test_another_authoritys_records_are_not_found(house, enter, path):
    other = make_house()
    records = {
        "co-quan": other.authority,
        "don-vi": other.land_unit,
        "dau-moi": other.focal_point,
        "vai-tro": other.officer.role_holdings.get(),
        "tai-khoan": other.officer,
    }
    for action in ("edit", "history", "inspect"):
        for person in (house.administrator, house.auditor):
            page = enter(person).get(f"/admin/{path}/{action}/{records[path].pk}/")
            assert page.status_code == 404
        assert enter(house.administrator).get(f"/admin/{path}/{action}/abc/").status_code == 404


def test_a_supervisor_reaches_every_history_and_changes_nothing(house, enter):
    unit, browser = house.land_unit, enter(house.auditor)
    listed = browser.get("/admin/don-vi/").content.decode()
    history = f"/admin/don-vi/history/{unit.pk}/"
    assert history in listed
    assert browser.get(history).status_code == 200
    assert browser.get(f"/admin/don-vi/edit/{unit.pk}/").status_code == 404
    assert browser.post(f"/admin/don-vi/edit/{unit.pk}/", {"name": "X", "reason": "a"}).status_code == 404
    assert browser.get("/admin/don-vi/create/").status_code == 404


# --- units, focal points, authorities ----------------------------------------------------------------------------
def test_changing_a_unit_needs_a_reason_and_is_on_record(house, enter):
    unit, browser = house.land_unit, enter(house.administrator)
    path = f"/admin/don-vi/edit/{unit.pk}/"
    told = {"name": "Phòng Đất đai và Môi trường", "is_active": "on"}
    page = browser.post(path, told)
    assert "Hãy nói vì sao thay đổi." in page.content.decode()
    assert browser.post(path, told | {"reason": "Đổi tên theo quyết định 12"}).status_code == 302
    unit.refresh_from_db()
    assert unit.name == "Phòng Đất đai và Môi trường"
    entry = last_entry("unit.changed")
    assert entry.authority_code == house.authority.code
    assert json.loads(bytes(entry.payload))["actor"]["id"] == house.administrator.pk
    history = browser.get(f"/admin/don-vi/history/{unit.pk}/").content.decode()
    for words in ("Đổi tên theo quyết định 12", "Phòng Đất đai và Môi trường", "Lý Văn Quản", "Phòng Đất đai"):
        assert words in history


def test_a_new_unit_belongs_to_ones_own_authority(house, enter):
    other, browser = make_house(), enter(house.administrator)
    told = {"code": "tai-chinh", "name": "Phòng Tài chính", "is_active": "on"}
    assert browser.post("/admin/don-vi/create/", told | {"authority": other.authority.pk}).status_code == 200
    assert browser.post("/admin/don-vi/create/", told | {"authority": house.authority.pk}).status_code == 302
    assert Unit.objects.get(code="tai-chinh").authority == house.authority
    page = browser.post("/admin/don-vi/create/", told | {"authority": house.authority.pk})
    assert "đã có đơn vị mang mã này" in page.content.decode()
    second = told | {"authority": house.authority.pk, "code": "khac", "is_focal": "on"}
    assert "đã có đơn vị đầu mối" in browser.post("/admin/don-vi/create/", second).content.decode()


def test_the_focal_point_is_changed_with_its_history(house, enter):
    point, browser = house.focal_point, enter(house.administrator)
    names = ("officer_name", "officer_post", "address", "place", "phone", "email", "hours", "methods")
    told = {name: getattr(point, name) for name in names} | {"phone": "0250 3 999 999", "reason": "Đổi số"}
    assert browser.post(f"/admin/dau-moi/edit/{point.pk}/", told).status_code == 302
    point.refresh_from_db()
    assert point.phone == "0250 3 999 999"
    assert last_entry("focalpoint.changed")


def test_a_focal_points_decision_has_number_and_day_and_no_day_lies_ahead(house, enter):
    point, browser = house.focal_point, enter(house.administrator)
    path = f"/admin/dau-moi/edit/{point.pk}/"
    names = ("officer_name", "officer_post", "address", "place", "phone", "hours", "methods")
    told = {name: getattr(point, name) for name in names} | {"email": "", "reason": "Quyết định mới"}
    for wrong, sentence in (
        ({"decision_number": "41/QĐ-SXD"}, "Hãy ghi ngày của quyết định này."),
        ({"decision_on": "03/09/2026"}, "Hãy ghi số của quyết định này."),
        ({"trained_on": "01/01/2099"}, "Ngày này chưa tới."),
    ):
        assert sentence in browser.post(path, told | wrong).content.decode()
    right = {
        "decision_number": "41/QĐ-SXD",
        "decision_on": "03/09/2026",
        "background": "LAW",
        "trained_on": "1/10/2026",
    }
    assert browser.post(path, told | right).status_code == 302
    point.refresh_from_db()
    assert (point.decision_number, point.decision_on.isoformat(), point.get_background_display(), point.email) == (
        *("41/QĐ-SXD", "2026-09-03", "Luật"),
        "",
    )


def test_an_authority_opens_only_with_a_focal_point(house, enter):
    browser = enter(house.administrator)
    page = browser.get(f"/admin/co-quan/edit/{house.authority.pk}/")
    told = {name: page.context["form"][name].value() or "" for name in page.context["form"].fields}
    told |= {"is_open": "on", "extension_needs_two": "on", "reason": "Đổi hạn báo", "due_soon_days": 3}
    assert browser.post(f"/admin/co-quan/edit/{house.authority.pk}/", told).status_code == 302
    house.authority.refresh_from_db()
    assert house.authority.due_soon_days == 3
    house.focal_unit.is_active = False
    house.focal_unit.save()
    assert "Cần có đơn vị đầu mối" in browser.post(f"/admin/co-quan/edit/{house.authority.pk}/", told).content.decode()
    assert browser.get("/admin/co-quan/create/").status_code == 404


# --- roles -------------------------------------------------------------------------------------------------------
def role(house, to, **fields):
    told = {"user": to.pk, "role": Role.CASHIER, "authority": house.authority.pk, "since_on": short(today())}
    return told | fields


def test_a_role_is_given_with_its_days_and_on_record(house, enter):
    browser = enter(house.administrator)
    assert browser.post("/admin/vai-tro/create/", role(house, house.officer)).status_code == 302
    assert house.officer.role_holdings.filter(role=Role.CASHIER).exists()
    assert last_entry("role.created")


def test_nobody_gives_rights_to_themselves(house, enter):
    me = house.administrator
    page = enter(me).post("/admin/vai-tro/create/", role(house, me, role=Role.SIGNER))
    assert page.status_code == 200
    assert not me.role_holdings.filter(role=Role.SIGNER).exists()
    own = me.role_holdings.get()
    assert enter(me).get(f"/admin/vai-tro/edit/{own.pk}/").status_code == 404
    me.is_superuser = True
    me.save()
    assert enter(me).post("/admin/vai-tro/create/", role(house, me, role=Role.SIGNER)).status_code == 302


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({"role": Role.AUDITOR}, "phải có ngày kết thúc"),
        ({"role": Role.ORIGINATING_UNIT}, "cần chọn đơn vị"),
        ({"until_on": "01/01/2020"}, "Ngày kết thúc không được trước ngày bắt đầu"),
        ({"since_on": "32/13"}, "Ngày này không có trong lịch"),
        ({"role": "VUA"}, ""),
        ({"user": "99999999999999999999"}, ""),
    ],
)
def test_a_role_against_its_rules_is_not_given(house, enter, fields, sentence):
    before = RoleHolder.objects.count()
    page = enter(house.administrator).post("/admin/vai-tro/create/", role(house, house.officer, **fields))
    assert page.status_code == 200
    assert sentence in page.content.decode()
    assert RoleHolder.objects.count() == before


def test_a_role_that_was_given_only_ends(house, enter):
    held = house.officer.role_holdings.get()
    told = {"until_on": short(today()), "decision": "QĐ 5", "reason": "Chuyển công tác", "role": Role.HEAD}
    assert enter(house.administrator).post(f"/admin/vai-tro/edit/{held.pk}/", told).status_code == 302
    held.refresh_from_db()
    assert (held.role, held.until_on) == (Role.FOCAL_OFFICER, today())


# --- accounts ----------------------------------------------------------------------------------------------------
def invitation(house, **fields):
    told = {
        "name": "Vi Thị Thơm",
        "username": "thom.vt",
        "email": "thom@minhbach.example",
        "post": "Chuyên viên",
        "role": Role.FOCAL_OFFICER,
        "authority": house.authority.pk,
        "since_on": short(today()),
    }
    return told | fields


def test_an_invited_person_chooses_a_password_by_the_link_and_signs_in(house, enter, client):
    assert enter(house.administrator).post("/admin/tai-khoan/create/", invitation(house)).status_code == 302
    account = get_user_model().objects.get(username="thom.vt")
    assert not account.has_usable_password()
    assert account.has_role(Role.FOCAL_OFFICER, house.authority)
    mail = Mail.objects.get(to="thom@minhbach.example")
    assert "Thơm" not in mail.subject
    link = next(word for word in mail.text.split() if "/password_reset/" in word)
    client.logout()
    path = "/" + link.split("/", 3)[3]
    page = client.get(path, follow=True)
    chosen = {"new_password1": "suoi-vang-mot-ngay-dep", "new_password2": "suoi-vang-mot-ngay-dep"}
    assert client.post(page.request["PATH_INFO"], chosen).status_code == 302
    told = {"username": "thom.vt", "password": chosen["new_password1"]}
    assert client.post(reverse("wagtailadmin_login"), told).status_code == 302
    assert last_entry("account.invited")


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({"username": "Thơm"}, "chữ thường không dấu"),
        ({"email": "a@"}, "Thư điện tử chưa đúng"),
        ({"name": ""}, "Không được để trống"),
        ({"role": Role.AUDITOR}, "phải có ngày kết thúc"),
    ],
)
def test_an_invitation_that_is_wrong_opens_nothing(house, enter, fields, sentence):
    page = enter(house.administrator).post("/admin/tai-khoan/create/", invitation(house, **fields))
    assert sentence in page.content.decode()
    assert not Mail.objects.exists()


def test_names_and_addresses_are_used_once(house, enter):
    for fields, sentence in (
        ({"username": house.officer.username}, "đã có người dùng"),
        ({"email": house.officer.email.upper()}, "đã có tài khoản"),
    ):
        page = enter(house.administrator).post("/admin/tai-khoan/create/", invitation(house, **fields))
        assert sentence in page.content.decode()


def act(enter, house, account, name, reason="Nghỉ việc", by=None):
    path = f"/admin/tai-khoan/inspect/{account.pk}/"
    return enter(by or house.administrator).post(path, {"action": name, "reason": reason})


def test_a_disabled_account_is_out_at_once_and_may_come_back(house, enter, client):
    assert act(enter, house, house.officer, "disable", reason="").status_code == 200
    assert act(enter, house, house.officer, "disable").status_code == 302
    assert last_entry("account.disabled")
    enter(house.officer)
    assert client.get(reverse("wagtailadmin_home")).status_code == 302
    assert act(enter, house, house.officer, "enable", reason="Trở lại").status_code == 302
    house.officer.refresh_from_db()
    assert house.officer.is_active


def test_a_reset_makes_the_old_password_useless_and_sends_a_link(house, enter):
    house.officer.set_password("mot-mat-khau-that-dai")
    house.officer.save()
    assert act(enter, house, house.officer, "reset", reason="Quên mật khẩu").status_code == 302
    house.officer.refresh_from_db()
    assert not house.officer.has_usable_password()
    assert Mail.objects.filter(to=house.officer.email, kind="account_reset").count() == 1


def test_nobody_disables_themselves_or_an_account_of_another_authority(house, enter):
    assert act(enter, house, house.administrator, "disable").status_code == 403
    other = make_house()
    assert act(enter, house, other.officer, "disable").status_code == 404
    give_role(other.officer, Role.CASHIER, house.authority)
    assert act(enter, house, other.officer, "disable").status_code == 403
    assert Entry.objects.filter(kind="attempt.refused").count() == 2


def test_the_services_keep_the_same_rules(house):
    other, at = make_house(), timezone.now()
    with pytest.raises(NotAllowed):
        accounts.disable(account=other.officer, reason="a", by=house.administrator, at=at)
    with pytest.raises(NotAllowed):
        holding = RoleHolder(role=Role.CASHIER, authority=other.authority, since_on=today())
        accounts.invite(username="abc", name="A", email="a@b.vn", role=holding, by=house.administrator, at=at)
    with pytest.raises(DomainError):
        accounts.reset(account=house.officer, reason=" ", by=house.administrator, at=at)
    with pytest.raises(DomainError):
        accounts.enable(account=house.officer, reason="a", by=house.administrator, at=at)


def test_officers_see_no_content_menu_and_administrators_do(house, enter):
    def menu(person):
        enter(person).get("/admin/")
        from django.test import RequestFactory
        from wagtail.admin.menu import admin_menu

        request = RequestFactory().get("/admin/")
        request.user = person
        return {item.name for item in admin_menu.menu_items_for_request(request)}

    content = {"explorer", "images", "documents", "reports", "settings", "help"}
    assert not menu(house.officer) & content
    assert not menu(house.auditor) & content
    assert "co-quan" in menu(house.administrator)
    assert "co-quan" not in menu(house.officer)
