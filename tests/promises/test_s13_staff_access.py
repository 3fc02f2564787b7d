"""S13, SC20: who works here signs in with a strong password, is slowed down when guessing, and is out at once."""

import re
from datetime import timedelta

import pytest
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.urls import NoReverseMatch, reverse
from django.utils import timezone

from cms.audit.models import Entry
from cms.core.accounts import passwords, sign_in
from cms.core.models import Mail, UsedPassword
from tests.factories.core import UserFactory, make_house

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
