"""S13, SC20: who works here signs in with a strong password, is slowed down when guessing, and is out at once."""

import re
from datetime import timedelta

import pytest
from allauth.usersessions.models import UserSession
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import NoReverseMatch, reverse
from django.utils import timezone

from cms.audit.models import Entry
from cms.core.accounts import passwords, second_factor, sessions, sign_in
from cms.core.models import FactorChoice, Mail, UsedPassword
from cms.law.models import AdoptedRuleSet
from tests.factories.codes import code_at, enrolled
from tests.factories.core import UserFactory, make_house
from tests.factories.workflow import Case

pytestmark = pytest.mark.django_db

PASSWORD = "trang-sang-vuon-chuoi-38"
LOGIN = "/admin/login/"


@pytest.fixture
def house():
    return make_house()


@pytest.fixture
def officer(house):
    return with_password(house.officer)


def with_password(person, password=PASSWORD):
    person.set_password(password)
    person.save()
    return person


def sign(client, username, password=PASSWORD, **more):
    return client.post(LOGIN, {"username": username, "password": password, **more})


def words(response):
    """What the page says, without what differs from one answer to the next by its nature."""
    return re.sub(r'value="[^"]*"|"?CSRF_TOKEN"?: "[^"]*"', "", response.content.decode())


def is_in(client):
    return client.get("/admin/").status_code == 200


# --- password ----------------------------------------------------------------------------------------------------
def test_unknown_account_wrong_password_and_closed_account_get_the_same_answer(client, officer, house):
    closed = with_password(house.second_officer)
    closed.is_active = False
    closed.save()
    answers = {words(sign(client, name, given)) for name, given in [
        (officer.username, "sai-mat-khau"), ("khong-ai-ca", "sai-mat-khau"), (closed.username, PASSWORD)]}  # fmt: skip
    assert len(answers) == 1
    assert "chưa đúng" in answers.pop()


def test_unknown_accounts_wait_like_known_ones(client):
    for _n in range(sign_in.FREE_TRIES):
        sign(client, "khong-ai-ca", "sai-mat-khau")
    assert "Hãy thử lại sau" in words(sign(client, "khong-ai-ca", "sai-mat-khau"))


@pytest.mark.parametrize(
    "target", ["//evil.example/", "https://evil.example/", "/\\evil.example", "javascript:1", "///x"]
)
def test_signing_in_leads_nowhere_else(client, officer, target):
    assert sign(client, officer.username, next=target).url == "/admin/"


def test_signing_in_leads_back_to_where_one_was(client, officer):
    assert sign(client, officer.username, next="/admin/ho-so/?q=1").url == "/admin/ho-so/?q=1"


def test_nobody_signs_up(client):
    with pytest.raises(NoReverseMatch):
        reverse("account_signup")
    assert client.get("/admin/signup/").status_code in {302, 404}


def test_who_is_in_without_a_role_is_told_so_and_not_sent_round(client, house):
    client.force_login(house.stranger, backend="django.contrib.auth.backends.ModelBackend")
    page = client.get("/admin/", follow=True)
    assert page.status_code == 200
    assert "chưa có vai trò" in page.content.decode()


@pytest.mark.parametrize(
    ("password", "sentence"),
    [
        ("ngan-qua-13-kt", ""),
        ("ngan-13-ky-tu", "14"),
        ("aaaaaaaaaaaaaaaa", "lặp đi lặp lại"),
        ("MinhBach@UBND2026", "dễ đoán"),
        ("Mật khẩu Minh Bạch 2026", "dễ đoán"),
        ("thom.dau-moi-2026", "dễ đoán"),
        ("mot-cau-ngan-de-nho", ""),
    ],
)
def test_what_a_password_must_be(password, sentence):
    person = UserFactory(username="thom.dau-moi", first_name="Vũ Thị Thơm")
    if not sentence:
        validate_password(password, person)
        return
    with pytest.raises(ValidationError) as slip:
        validate_password(password, person)
    assert sentence in " ".join(slip.value.messages)


def test_none_of_the_last_ten_passwords_comes_back(officer):
    for n in range(passwords.REMEMBERED - 1):
        with_password(officer, f"{PASSWORD}-lan-{n}")
    with pytest.raises(ValidationError, match="đã dùng trước đây"):
        validate_password(PASSWORD, officer)
    with_password(officer, f"{PASSWORD}-lan-cuoi")
    validate_password(PASSWORD, officer)
    assert UsedPassword.objects.filter(user=officer).count() == passwords.REMEMBERED
    assert Entry.objects.filter(kind="account.password_set", subject_id=str(officer.pk)).count() == 11


# --- a new password by mail --------------------------------------------------------------------------------------
def test_asking_for_a_link_tells_nobody_who_has_an_account(client, officer, mailoutbox):
    pages = [
        words(client.post("/admin/password_reset/", {"email": email}, follow=True))
        for email in (officer.email, "khong.ai@minhbach.example")
    ]
    assert pages[0] == pages[1]
    mail = Mail.objects.get()
    assert (mail.to, mail.kind) == (officer.email, "account_asked")
    assert mailoutbox == []  # by the house's outbox only
    link = re.search(r"https?://\S+/admin(/password_reset/\S+)", mail.text)[1]
    page = client.get(f"/admin{link}", follow=True)
    new = "suoi-vang-mot-ngay-dep"
    client.post(page.request["PATH_INFO"], {"new_password1": new, "new_password2": new})
    assert not is_in(client)  # the link chooses a password, it signs nobody in
    sign(client, officer.username, new)
    assert is_in(client)
    assert "không dùng được nữa" in client.get(f"/admin{link}", follow=True).content.decode()


def test_links_are_sent_three_times_a_day(client, officer):
    for _n in range(5):
        assert client.post("/admin/password_reset/", {"email": officer.email}).status_code == 302
    assert Mail.objects.count() == 3


def test_a_mistyped_address_is_said_and_kept(client):
    page = client.post("/admin/password_reset/", {"email": "ten@"}).content.decode()
    assert "chưa đúng" in page
    assert 'value="ten@"' in page


# --- an administrator's password ---------------------------------------------------------------------------------
@pytest.fixture
def stale(house):
    person = with_password(house.administrator)
    UsedPassword.objects.filter(user=person).update(since=timezone.now() - timedelta(days=61))
    return person


def test_an_administrators_password_is_changed_every_two_months(client, stale):
    assert sign(client, stale.username, next="/admin/vai-tro/").url == "/admin/login/mat-khau/"
    assert not is_in(client)
    again = {"new_password1": PASSWORD, "new_password2": PASSWORD}
    assert "đã dùng trước đây" in client.post("/admin/login/mat-khau/", again).content.decode()
    new = {"new_password1": "ao-sen-ben-duong-lang-7", "new_password2": "ao-sen-ben-duong-lang-7"}
    assert client.post("/admin/login/mat-khau/", new).url == "/admin/vai-tro/"
    assert is_in(client)


def test_nobody_elses_password_grows_old(client, officer):
    UsedPassword.objects.filter(user=officer).update(since=timezone.now() - timedelta(days=600))
    sign(client, officer.username)
    assert is_in(client)


def test_a_step_of_signing_in_cannot_be_taken_alone(client):
    assert client.get("/admin/login/mat-khau/").url == LOGIN


# --- the second factor -------------------------------------------------------------------------------------------
CODE, ENROL = "/admin/login/ma-xac-thuc/", "/admin/login/thiet-lap/"


@pytest.fixture
def since(settings):
    """The factor is required; those who have one, have it since yesterday."""
    settings.SECOND_FACTOR_REQUIRED = True
    return timezone.now() - timedelta(days=1)


def test_nobody_is_in_before_the_code(client, officer, since):
    secret, _codes = enrolled(officer, since)
    assert sign(client, officer.username, next="/admin/ho-so/").url == CODE
    assert not is_in(client)
    for skipped in (ENROL, "/admin/login/mat-khau/", "/admin/bao-mat/"):
        assert client.get(skipped).status_code == 302
        assert not is_in(client)
    assert "chưa đúng" in client.post(CODE, {"code": "000000"}).content.decode()
    assert Entry.objects.filter(kind="account.code_failed", subject_id=str(officer.pk)).exists()
    assert client.post(CODE, {"code": code_at(secret, timezone.now())}).url == "/admin/ho-so/"
    assert is_in(client)


def test_a_code_that_was_seen_does_not_sign_in_again(client, officer, since):
    secret, _codes = enrolled(officer, since)
    code = code_at(secret, timezone.now())
    for is_good in (True, False):
        client.logout()
        sign(client, officer.username)
        client.post(CODE, {"code": code})
        assert is_in(client) is is_good


def test_guessing_codes_is_slowed_down_though_the_password_is_right(client, officer, since):
    secret, _codes = enrolled(officer, since)
    for _n in range(sign_in.FREE_TRIES):
        sign(client, officer.username)  # afresh with the right password each time
        client.post(CODE, {"code": "000000"})
    answer = client.post(CODE, {"code": code_at(secret, timezone.now())})
    assert "Hãy thử lại sau" in answer.content.decode()
    assert not is_in(client)


def test_whoever_has_none_sets_it_up_first(client, officer, since):
    assert sign(client, officer.username).url == ENROL
    assert not is_in(client)
    page = client.get(ENROL).content.decode()
    key = re.search(r'class="mb-key">([^<]+)', page)[1].replace(" ", "")
    assert "<svg" in page
    assert key not in str(client.session.items())  # even half-way it is kept encrypted
    assert "chưa đúng" in client.post(ENROL, {"code": "000000"}).content.decode()
    shown = client.post(ENROL, {"code": code_at(second_factor.encrypt(key), timezone.now())}).content.decode()
    codes = re.findall(r"<li>(\d{4} \d{4})</li>", shown)
    assert len(codes) == 10
    assert not is_in(client)
    assert not re.findall(r"<li>\d{4} \d{4}</li>", client.get(ENROL).content.decode())  # once only
    assert client.post(ENROL).url == "/admin/"
    assert is_in(client)
    client.logout()
    assert sign(client, officer.username).url == CODE
    client.post(CODE, {"code": codes[0]})
    assert is_in(client)


def test_a_sign_in_left_half_way_does_not_profit_from_the_owners_setting_up(client, officer, since):
    thief = Client()
    assert sign(thief, officer.username).url == ENROL  # knows the password, and waits
    thief.get(ENROL)
    enrolled(officer, since)
    assert thief.post(ENROL).url == LOGIN
    assert not is_in(thief)
    assert thief.post(CODE, {"code": "000000"}).url == LOGIN


def test_who_has_one_is_asked_even_where_nobody_requires_it(client, officer):
    enrolled(officer, timezone.now() - timedelta(days=1))
    assert sign(client, officer.username).url == CODE


# --- sessions ----------------------------------------------------------------------------------------------------
def test_a_session_ends_after_half_an_hour_without_a_click_and_after_eight_hours(client, officer, settings):
    for key, seconds in ((sessions.SEEN, 31 * 60), (sessions.SINCE, 8 * 3600 + 60)):
        sign(client, officer.username)
        assert is_in(client)
        session = client.session
        session[key] -= seconds
        session.save()
        assert not is_in(client)


def test_what_was_typed_in_a_session_that_is_over_is_kept(client, officer):
    sign(client, officer.username)
    session = client.session
    session[sessions.SEEN] -= 31 * 60
    session.save()
    page = client.post("/admin/bo-loc/", {"name": "Sắp hết hạn"})
    assert page.status_code == 403
    assert 'value="Sắp hết hạn"' in page.content.decode()
    assert not is_in(client)


def test_clicks_keep_a_session_and_are_noted_every_five_minutes(client, officer):
    sign(client, officer.username)
    session, before = client.session, timezone.now()
    session[sessions.SEEN] -= 25 * 60
    session.save()
    assert is_in(client)
    assert client.session[sessions.SEEN] >= before.timestamp()


def test_a_click_costs_no_query_for_session_or_factor(client, officer, since):
    sign(client, officer.username)
    client.force_login(officer, backend="django.contrib.auth.backends.ModelBackend")
    with CaptureQueriesContext(connection) as captured:
        client.get("/admin/bao-mat/co-quan/999999/")
    tables = " ".join(query["sql"] for query in captured.captured_queries)
    assert "mfa_authenticator" not in tables
    assert "usersessions" not in tables
    assert sum("django_session" in query["sql"] for query in captured.captured_queries) == 1


def test_ones_sessions_are_listed_and_ended(client, officer):
    other = Client(headers={"user-agent": "Mozilla/5.0 (Windows NT 10.0) Chrome/140.0 Safari/537.36"})
    third = Client()
    for browser in (client, other, third):
        sign(browser, officer.username)
    page = client.get("/admin/bao-mat/").content.decode()
    assert "Chrome, Windows" in page
    assert page.count("(máy này)") == 1
    client.post("/admin/bao-mat/", {"phien": UserSession.objects.get(user_agent__contains="Chrome").pk})
    assert (is_in(client), is_in(other), is_in(third)) == (True, False, True)
    client.post("/admin/bao-mat/")
    assert (is_in(client), is_in(third)) == (True, False)


def test_nobody_ends_a_session_of_somebody_else(client, officer, house):
    other = Client()
    sign(other, with_password(house.signer).username)
    sign(client, officer.username)
    client.post("/admin/bao-mat/", {"phien": UserSession.objects.get(user=house.signer).pk})
    assert is_in(other)


def test_an_administrator_ends_all_sessions_of_a_person(client, officer, house):
    sign(client, officer.username)
    desk = Client()
    desk.force_login(house.administrator, backend="django.contrib.auth.backends.ModelBackend")
    url = f"/admin/tai-khoan/inspect/{officer.pk}/"
    assert "Hãy nói vì sao" in desk.post(url, {"action": "sessions_end", "reason": " "}).content.decode()
    assert is_in(client)
    desk.post(url, {"action": "sessions_end", "reason": "Mất máy"})
    assert not is_in(client)
    assert Entry.objects.filter(kind="account.sessions_ended", actor_id=house.administrator.pk).exists()


def test_a_password_changed_at_the_desk_keeps_the_session_in_the_list(client, officer):
    other = Client()
    for browser in (client, other):
        sign(browser, officer.username)
    new = {f"password-new_password{n}": "ao-sen-ben-duong-lang-7" for n in (1, 2)}
    page = client.get("/admin/account/")
    panels = [panel for panels in page.context["panels_by_tab"].values() for panel in panels]
    form = {
        field.html_name: field.value() or ""
        for panel in panels
        if panel.name not in {"password", "avatar"}
        for field in panel.get_form()
    }
    assert client.post("/admin/account/", form | new | {"password-old_password": PASSWORD}).status_code == 302
    assert (is_in(client), is_in(other)) == (True, False)
    assert client.get("/admin/bao-mat/").content.decode().count("(máy này)") == 1
    assert UserSession.objects.count() == 1


def test_a_new_password_ends_the_other_sessions(client, officer):
    other = Client()
    for browser in (client, other):
        sign(browser, officer.username)
    with_password(officer, "mot-mat-khau-moi-toanh")
    assert not is_in(other)


# --- shown once more ---------------------------------------------------------------------------------------------
@pytest.fixture
def long_ago(client, house):
    """An administrator at a desk who showed who they are an hour ago, and the account they work on."""
    person = with_password(house.administrator)
    client.force_login(person, backend="django.contrib.auth.backends.ModelBackend")
    session = client.session
    session[sessions.CONFIRMED] -= 3600
    session.save()
    return f"/admin/bao-mat/co-quan/{house.authority.pk}/"


ACT = {"reason": "Mạng nội bộ <b>&", "chon": "bo"}


def test_a_weighty_act_asks_for_the_password_and_keeps_what_was_typed(client, long_ago):
    page = client.post(long_ago, ACT).content.decode()
    assert "Xác nhận lại" in page
    assert 'name="reason" value="Mạng nội bộ &lt;b&gt;&amp;"' in page
    assert not FactorChoice.objects.exists()
    wrong = client.post(long_ago, ACT | {"xac-nhan-password": "sai"}).content.decode()
    assert "Mật khẩu chưa đúng" in wrong
    assert 'name="reason"' in wrong
    assert "sai" not in re.findall(r'value="([^"]*)"', wrong)
    assert not FactorChoice.objects.exists()
    assert client.post(long_ago, ACT | {"xac-nhan-password": PASSWORD}).status_code == 302
    choice = FactorChoice.objects.get()
    assert choice.history.get().history_change_reason == ACT["reason"]
    assert client.get(long_ago).status_code == 200


def test_within_fifteen_minutes_nothing_is_asked_again(client, long_ago):
    client.post(long_ago, ACT | {"xac-nhan-password": PASSWORD})
    assert client.post(long_ago, ACT | {"chon": "buoc"}).status_code == 302
    assert not FactorChoice.objects.get().is_waived


def test_guessing_the_password_once_more_is_slowed_down_too(client, long_ago):
    for _n in range(sign_in.FREE_TRIES):
        client.post(long_ago, ACT | {"xac-nhan-password": "sai"})
    assert "Hãy thử lại sau" in client.post(long_ago, ACT | {"xac-nhan-password": PASSWORD}).content.decode()
    assert not FactorChoice.objects.exists()


#: What asks first, and who may do it at all.
WEIGHTY = {
    "vai-tro/create/": "administrator",
    "vai-tro/edit/{role}/": "administrator",
    "tai-khoan/create/": "administrator",
    "tai-khoan/inspect/{account}/": "administrator",
    "tai-khoan-tam-khoa/": "administrator",
    "uy-quyen/": "head_of_authority",
    "account/": "officer",
    "bao-mat/thiet-lap/": "officer",
    "users/new/": "superuser",
    "users/edit/{account}/": "superuser",
    "groups/new/": "superuser",
    "lich/2026/xac-nhan/": "administrator",
    "lich/bo-quy-dinh/{rules}/": "administrator",
    "so-van-ban/danh-so/": "registry",
    "so-theo-doi/khoa-so/": "officer",
    "so-theo-doi/": "data_officer",
    "ho-so/{case}/so-giay-to/": "officer",
    "luu-tru/": "officer",
    "luu-tru/cho-quyet-dinh/": "data_officer",
    "luu-tru/thoi-han/": "head_of_authority",
    "ho-so/{case}/luu-tru/": "officer",
    "nhat-ky/xuat/": "auditor",
}


def test_everything_weighty_asks_first(client, house):
    keys = {
        "role": house.signer.role_holdings.get().pk,
        "account": house.signer.pk,
        "rules": AdoptedRuleSet.objects.first().pk,
        "case": Case.sent(house).now.code,
    }
    superuser = UserFactory(is_superuser=True, is_staff=True)
    silent, before = [], Entry.objects.exclude(kind__startswith="account.").count()
    for address, who in WEIGHTY.items():
        person = superuser if who == "superuser" else getattr(house, who)
        client.force_login(with_password(person), backend="django.contrib.auth.backends.ModelBackend")
        session = client.session
        session[sessions.CONFIRMED] -= 3600
        session.save()
        page = client.post(
            f"/admin/{address.format(**keys)}", {"personal": "on", "reason": "Vì sao", "action": "reset"}
        )
        if "xac-nhan-password" not in page.content.decode():
            silent.append((address, page.status_code))
    assert not silent
    assert Entry.objects.exclude(kind__startswith="account.").count() == before


# --- at once -----------------------------------------------------------------------------------------------------
def test_a_closed_account_is_out_with_the_next_click(client, officer):
    sign(client, officer.username)
    assert is_in(client)
    officer.is_active = False
    officer.save()
    assert not is_in(client)


def test_signing_out_ends_the_session_on_the_server(client, officer):
    sign(client, officer.username)
    stolen = client.cookies["sessionid"].value
    assert client.get("/admin/logout/").url == "/admin/"  # a link from elsewhere ends nothing
    assert is_in(client)
    client.post("/admin/logout/")
    client.cookies["sessionid"] = stolen
    assert not is_in(client)
