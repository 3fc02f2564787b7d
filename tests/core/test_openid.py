"""Signing in at the province's identity provider: a real round trip on this machine, and everything that must fail."""

import time
from urllib.parse import parse_qs, urlsplit

import pytest
import requests
from django.test import Client
from django.utils import timezone

from cms.audit.models import Entry
from cms.core.accounts import openid, second_factor
from cms.core.checks import secrets_are_set
from cms.core.errors import DomainError, NotAllowed
from cms.core.models import Identity
from tests.factories.core import make_house
from tests.factories.provider import CLIENT, SECRET, Provider

pytestmark = pytest.mark.django_db

THERE, SUBJECT = "/admin/login/lien-ket/", "cong-dan-so-7"


@pytest.fixture(scope="module")
def running():
    provider = Provider()
    yield provider
    provider.close()


@pytest.fixture
def provider(running, settings):
    running.claims, running.broken, running.sign = {}, "", running.rightly
    settings.OIDC_ISSUER, settings.OIDC_NAME = running.issuer, "Định danh tỉnh"
    settings.OIDC_CLIENT_ID, settings.OIDC_CLIENT_SECRET = CLIENT, SECRET
    return running


@pytest.fixture
def house():
    return make_house()


@pytest.fixture
def bound(provider, house):
    bind(house)
    return house.officer


def bind(house, account=None, by=None, subject=SUBJECT):
    words = {"reason": "Thẻ công chức 12", "by": by or house.administrator, "at": timezone.now()}
    return openid.bind(account=account or house.officer, subject=subject, **words)


def go(client, there=THERE):
    """From our link over the provider's page to the address that leads back; as a path of ours."""
    asked = client.get(there)
    assert asked.status_code == 302, asked.content.decode()
    came = requests.get(asked.url, allow_redirects=False, timeout=5)
    return "/" + came.headers["Location"].split("/", 3)[3]


def is_in(client):
    return client.get("/admin/").status_code == 200


def why():
    entry = Entry.objects.filter(kind="account.identity_refused").order_by("-seq").first()
    return bytes(entry.payload).decode() if entry else ""


def test_the_whole_way(client, bound, provider):
    assert "Đăng nhập bằng Định danh tỉnh" in client.get("/admin/login/?next=/admin/ho-so/").content.decode()
    asked = parse_qs(urlsplit(client.get(THERE).url).query)
    assert (asked["scope"], asked["response_type"], asked["code_challenge_method"]) == (["openid"], ["code"], ["S256"])
    answer = client.get(go(client, f"{THERE}?next=/admin/ho-so/"))
    assert answer.url == "/admin/ho-so/"
    assert is_in(client)
    assert client.session["_auth_user_id"] == str(bound.pk)


def test_it_leads_nowhere_else(client, bound):
    assert client.get(go(client, f"{THERE}?next=//evil.example/")).url == "/admin/"


def test_the_second_factor_is_still_asked(client, bound, settings):
    settings.SECOND_FACTOR_REQUIRED = True
    assert client.get(go(client)).url == "/admin/login/thiet-lap/"
    assert not is_in(client)
    assert not second_factor.has(bound)


def test_an_address_alone_signs_nobody_in(client, provider, house):
    provider.claims = {
        "email": house.officer.email,
        "email_verified": True,
        "preferred_username": house.officer.username,
    }
    page = client.get(go(client))
    assert page.status_code == 403
    assert SUBJECT in page.content.decode()  # to be told to the administrator
    assert not is_in(client)
    assert not Identity.objects.exists()
    assert '"unbound"' in why()


def test_a_closed_account_stays_out(client, bound):
    bound.is_active = False
    bound.save()
    assert client.get(go(client)).status_code == 403
    assert not is_in(client)


def is_refused(client, path, code):
    page = client.get(path)
    assert page.status_code == 403
    assert "Không đăng nhập được" in page.content.decode()
    assert not is_in(client)
    assert f'"{code}"' in why()


@pytest.mark.parametrize(
    "sign", ["by_a_stranger", "by_an_unknown_key", "not_at_all", "by_a_shared_secret", "as_nonsense"]
)
def test_a_token_that_the_provider_did_not_sign(client, bound, provider, sign):
    provider.sign = getattr(provider, sign)
    is_refused(client, go(client), "token")


@pytest.mark.parametrize(
    ("claims", "code"),
    [
        ({"nonce": "cua-lan-khac"}, "nonce"),
        ({"nonce": None}, "token"),
        ({"aud": "he-thong-khac"}, "token"),
        ({"aud": [CLIENT, "khac"], "azp": "khac"}, "token"),
        ({"iss": "https://khac.example"}, "token"),
        ({"exp": int(time.time()) - 3600}, "token"),
        ({"exp": None}, "token"),
        ({"sub": None}, "token"),
    ],
)
def test_a_token_that_says_something_else(client, bound, provider, claims, code):
    provider.claims = claims
    is_refused(client, go(client), code)


def test_a_state_of_nobody(client, bound):
    path = go(client)
    is_refused(client, path.replace("state=", "state=x"), "state")
    is_refused(client, path, "state")  # what was kept served once


def test_an_answer_serves_once(client, bound):
    path = go(client)
    client.get(path)
    client.logout()
    is_refused(client, path, "state")


def test_an_answer_in_another_browser(client, bound):
    is_refused(Client(), go(client), "state")


def test_a_code_without_the_verifier(client, bound):
    path = go(client)
    session = client.session
    session[openid.KEPT] = session[openid.KEPT] | {"verifier": "x" * 43}
    session.save()
    is_refused(client, path, "silent")


def test_an_answer_that_comes_too_late(client, bound):
    path = go(client)
    session = client.session
    session[openid.KEPT] = session[openid.KEPT] | {"at": time.time() - openid.LASTS - 1}
    session.save()
    is_refused(client, path, "late")


def test_somebody_who_said_no(client, bound):
    path = go(client)
    state = parse_qs(urlsplit(path).query)["state"][0]
    is_refused(client, f"{path.partition('?')[0]}?error=access_denied&state={state}", "not_given")


@pytest.mark.parametrize("broken", ["issuer", "silent"])
def test_a_provider_that_is_another_or_silent(client, provider, broken):
    provider.broken = broken
    is_refused(client, THERE, broken)


def test_it_is_off_until_the_environment_names_it(client, settings):
    assert settings.OIDC_ISSUER == ""
    assert client.get(THERE).status_code == 404
    assert client.get(f"{THERE}ve/?code=x&state=y").status_code == 404
    assert "lien-ket" not in client.get("/admin/login/").content.decode()


def test_a_provider_without_https_is_named_by_the_check(settings):
    settings.OIDC_ISSUER = "http://dinh-danh.example"
    assert "core.E004" in [slip.id for slip in secrets_are_set(None)]
    settings.OIDC_ISSUER = "https://dinh-danh.example"
    assert "core.E004" not in [slip.id for slip in secrets_are_set(None)]


# --- whose subject is whose --------------------------------------------------------------------------------------
def test_a_subject_belongs_to_one_account(provider, house):
    bind(house)
    with pytest.raises(DomainError, match="đã gắn"):
        bind(house, account=house.signer)
    bind(house, subject="so-khac")  # the account's earlier binding ends
    bind(house, account=house.signer)
    assert Identity.objects.filter(ended_at=None).count() == 2
    assert Entry.objects.filter(kind="account.identity_unbound").count() == 1


def test_only_an_administrator_binds_and_never_their_own(provider, house):
    for account, by in ((house.administrator, house.administrator), (house.officer, make_house().administrator)):
        with pytest.raises(NotAllowed):
            bind(house, account=account, by=by)
    assert not Identity.objects.exists()


def test_binding_and_unbinding_on_the_page(client, provider, house):
    client.force_login(house.administrator, backend="django.contrib.auth.backends.ModelBackend")
    url = f"/admin/bao-mat/dinh-danh/{house.officer.pk}/"
    assert url in client.get(f"/admin/tai-khoan/inspect/{house.officer.pk}/").content.decode()
    page = client.post(url, {"subject": "", "reason": "Thẻ công chức 12"}).content.decode()
    assert "Hãy ghi mã định danh" in page
    assert "Thẻ công chức 12" in page
    client.post(url, {"subject": f" {SUBJECT} ", "reason": "Thẻ công chức 12", "viec": "gan"})
    assert SUBJECT in client.get(url).content.decode()
    client.post(url, {"reason": "Nghỉ việc", "viec": "go"})
    assert Identity.objects.get().ended_at
    client.force_login(house.officer, backend="django.contrib.auth.backends.ModelBackend")
    assert client.get(url).status_code == 404
