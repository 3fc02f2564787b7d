"""Signing in to the admin: soft limits by address, a growing wait by account, never a permanent lock."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from cms.core.accounts import sign_in
from tests.factories.core import make_house
from tests.factories.moments import moment

pytestmark = pytest.mark.django_db

AT = moment("20/11/2026 08:00")
HERE = "10.20.4.17"


def test_five_wrong_tries_are_free_then_the_account_waits():
    for n in range(sign_in.FREE_TRIES):
        assert sign_in.refusal("lan", HERE, AT) == "", n
        sign_in.failed("lan", HERE, AT)
    assert "Hãy thử lại sau" in sign_in.refusal("lan", HERE, AT)
    assert sign_in.refusal("LAN ", "10.9.9.9", AT)  # the same account from anywhere, however it is written
    assert sign_in.refusal("khác", HERE, AT) == ""


def test_the_wait_grows_to_fifteen_minutes_and_always_ends():
    at, waits = AT, []
    for _n in range(sign_in.FREE_TRIES + 8):
        begin = at
        while sign_in.refusal("lan", f"10.0.0.{_n}", at):
            at += timedelta(seconds=10)
        waits.append((at - begin).total_seconds())
        sign_in.failed("lan", f"10.0.0.{_n}", at)
    assert waits[: sign_in.FREE_TRIES] == [0] * sign_in.FREE_TRIES
    later = waits[sign_in.FREE_TRIES :]
    assert 0 < later[0] <= 60
    assert max(later) <= 15 * 60
    assert later[-1] > later[0]


def test_the_right_password_starts_afresh():
    for _n in range(sign_in.FREE_TRIES):
        sign_in.failed("lan", HERE, AT)
    sign_in.succeeded("lan")
    assert sign_in.refusal("lan", HERE, AT) == ""


def test_twenty_wrong_tries_from_one_address_in_an_hour():
    for n in range(20):
        assert sign_in.refusal(f"ai-{n}", HERE, AT) == ""
        sign_in.failed(f"ai-{n}", HERE, AT)
    assert "từ mạng này" in sign_in.refusal("ai-moi", HERE, AT)
    assert sign_in.refusal("ai-moi", "10.9.9.9", AT) == ""
    assert sign_in.refusal("ai-moi", HERE, AT + timedelta(hours=2)) == ""


@pytest.fixture
def officer():
    person = make_house().officer
    person.set_password("mot-mat-khau-that-dai")
    person.save()
    return person


def sign(client, officer, password):
    return client.post(reverse("wagtailadmin_login"), {"username": officer.username, "password": password})


def test_wagtails_own_page_signs_in_under_these_limits(client, officer):
    page = sign(client, officer, "sai")
    assert "chưa đúng" in page.content.decode()
    assert sign(client, officer, "mot-mat-khau-that-dai").status_code == 302
    assert client.get(reverse("wagtailadmin_home")).status_code == 200


def test_while_waiting_not_even_the_right_password_is_looked_at(client, officer):
    for _n in range(sign_in.FREE_TRIES):
        sign_in.failed(officer.username, HERE, timezone.now())
    page = sign(client, officer, "mot-mat-khau-that-dai")
    assert page.status_code == 200
    assert "Hãy thử lại sau" in page.content.decode()


def test_an_empty_form_says_so(client):
    page = client.post(reverse("wagtailadmin_login"), {"username": "", "password": ""})
    assert page.status_code == 200
    assert "Không được để trống" in page.content.decode()


def test_who_holds_no_role_today_may_not_enter(client):
    house = make_house()
    client.force_login(house.stranger, backend="django.contrib.auth.backends.ModelBackend")
    assert client.get(reverse("wagtailadmin_home")).status_code == 302
    held = house.officer.role_holdings.get()
    held.until_on = held.since_on
    held.save()
    client.force_login(house.officer, backend="django.contrib.auth.backends.ModelBackend")
    assert client.get(reverse("wagtailadmin_home")).status_code == 302
