"""Accounts that nobody uses: warned at 30 and 40 calendar days, closed at 45, never the last of a needed role; opened again."""

import json
from datetime import datetime, time, timedelta

import pytest
from django.contrib.sessions.models import Session
from django.core.cache import cache
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from cms.audit.models import Entry
from cms.core.accounts import idleness
from cms.core.accounts import services as accounts
from cms.core.dates import today
from cms.core.errors import DomainError, NotAllowed
from cms.core.models import Mail, User
from cms.core.models.user import Closed
from cms.core.roles import Role
from tests.factories.core import SINCE, UserFactory, give_role, make_house

pytestmark = pytest.mark.django_db

START = timezone.make_aware(datetime.combine(today(), time(8)))


def day_of(number):
    """The morning of the day on which the accounts have been idle for so many days."""
    return START + timedelta(days=number)


@pytest.fixture
def house():
    """Everybody signed in today and was given their role long ago."""
    cache.clear()
    house = make_house()
    User.objects.update(last_login=START, date_joined=timezone.make_aware(datetime.combine(SINCE, time(8))))
    return house


def signs_in_daily(*people, at):
    User.objects.filter(pk__in=[person.pk for person in people]).update(last_login=at)


def everybody_but(house, *idle):
    return User.objects.exclude(pk__in=[person.pk for person in idle])


def run(house, idle, number):
    """One morning on which everybody else has just signed in."""
    everybody_but(house, *idle).filter(is_active=True).update(last_login=day_of(number))
    return idleness.look_after(day_of(number))


def mails(account):
    return list(Mail.objects.filter(to=account.email).order_by("pk").values_list("kind", flat=True))


def fresh(account):
    return User.objects.get(pk=account.pk)


def last_entry(kind):
    entry = Entry.objects.filter(kind=kind).order_by("-seq").first()
    return entry, json.loads(bytes(entry.payload))


@pytest.mark.parametrize(
    ("number", "told", "is_open"),
    [
        (29, [], True),
        (30, ["account_idle"], True),
        (39, ["account_idle"], True),
        (40, ["account_idle"] * 2, True),
        (44, ["account_idle"] * 2, True),
        (45, ["account_idle", "account_idle", "account_idle_closed"], False),
    ],
)
def test_warned_twice_then_closed_by_the_calendar_day(house, number, told, is_open):
    idle = house.second_officer
    for one in (29, 30, 39, 40, 44, 45):
        if one <= number:
            run(house, [idle], one)
            run(house, [idle], one)  # a restarted worker does nothing twice
    assert (mails(idle), fresh(idle).is_active) == (told, is_open)


def test_closing_is_recorded_and_ends_the_sessions(house, client):
    idle = house.second_officer
    client.force_login(idle, backend="django.contrib.auth.backends.ModelBackend")
    User.objects.filter(pk=idle.pk).update(last_login=START)
    # The very session lives on, as of a browser left open: only here, where eight hours are made long.
    Session.objects.update(expire_date=day_of(60))
    for number in (30, 40, 45):
        run(house, [idle], number)
    entry, said = last_entry("account.idle_closed")
    assert (entry.subject_id, said["actor"], said["data"]["days"]) == (str(idle.pk), "SYSTEM", 45)
    assert (fresh(idle).closed_for, Session.objects.count()) == (Closed.IDLE, 0)
    assert client.get(reverse("wagtailadmin_home")).status_code == 302


def test_signing_in_begins_the_days_anew(house):
    idle = house.second_officer
    run(house, [idle], 30)
    signs_in_daily(idle, at=day_of(35))
    assert run(house, [idle], 64) == {"warned": 0, "closed": 0, "spared": 0}
    assert run(house, [idle], 65)["warned"] == 1


def test_worker_that_stood_still_warns_before_it_closes(house):
    idle = house.second_officer
    assert run(house, [idle], 60)["warned"] == 1
    assert "bị khóa vào ngày" in Mail.objects.get(to=idle.email).text
    assert run(house, [idle], 64) == {"warned": 0, "closed": 0, "spared": 0}
    assert run(house, [idle], 65)["closed"] == 1


def test_account_without_a_mailbox_is_closed_without_a_mail(house):
    idle = house.second_officer
    User.objects.filter(pk=idle.pk).update(email="")
    assert run(house, [idle], 44)["closed"] == 0
    assert run(house, [idle], 45)["closed"] == 1


def test_a_role_given_lately_counts_as_use(house):
    idle = house.second_officer
    give_role(idle, Role.CASHIER, house.authority, since_on=today() + timedelta(days=20))
    assert run(house, [idle], 49)["warned"] == 0
    assert run(house, [idle], 50)["warned"] == 1


# --- the last of a role ----------------------------------------------------------------------------------------------
def test_last_focal_officer_is_never_closed(house):
    both = [house.officer, house.second_officer]
    for number in (30, 40, 45, 46, 120):
        run(house, both, number)
    assert sorted(fresh(one).is_active for one in both) == [False, True]
    left = next(one for one in both if fresh(one).is_active)
    assert "account_idle_spared" in mails(left)
    assert mails(house.administrator).count("account_idle_spared") == 1
    assert mails(house.head).count("account_idle_spared") == 1


def test_last_approver_is_never_closed_whichever_role_they_hold(house):
    both = [house.signer, house.head_of_authority]
    for number in (30, 40, 45, 46):
        run(house, both, number)
    assert sorted(fresh(one).is_active for one in both) == [False, True]


def test_an_approver_of_another_authority_does_not_count(house):
    other = make_house()
    both = [house.signer, house.head_of_authority]
    for number in (30, 40, 45, 46):
        run(house, both, number)
    assert sum(fresh(one).is_active for one in both) == 1
    assert fresh(other.signer).is_active


def test_last_administrator_and_last_superuser_stay(house):
    root = UserFactory(is_superuser=True, is_staff=True, date_joined=START - timedelta(days=400), last_login=START)
    for number in (30, 40, 45, 46):
        run(house, [house.administrator, root], number)
    assert fresh(house.administrator).is_active
    assert fresh(root).is_active


def test_who_was_the_last_is_closed_once_another_is_there(house):
    User.objects.filter(pk=house.head_of_authority.pk).update(is_active=False)
    for number in (30, 40, 45):
        run(house, [house.signer], number)
    assert fresh(house.signer).is_active
    User.objects.filter(pk=house.head_of_authority.pk).update(is_active=True)
    assert run(house, [house.signer], 46)["closed"] == 1


# --- opened again ----------------------------------------------------------------------------------------------------
@pytest.fixture
def closed(house):
    account = house.second_officer
    account.is_active, account.closed_for = False, Closed.IDLE
    account.last_login = START - timedelta(days=100)
    account.save()
    return account


def seat(person):
    client = Client()
    client.force_login(person, backend="django.contrib.auth.backends.ModelBackend")
    return client


@pytest.mark.parametrize("who", ["head", "head_of_authority", "administrator"])
def test_head_opens_it_again_in_one_recorded_act(house, closed, who):
    url, told = reverse("idle_accounts:list"), {"tai-khoan": closed.pk, "reason": "Đi học về"}
    desk = seat(getattr(house, who))
    assert str(closed) in desk.get(url).content.decode()
    assert desk.post(url, told).status_code == 302
    account = fresh(closed)
    assert (account.is_active, account.closed_for, account.awake_on) == (True, "", today())
    entry, said = last_entry("account.reopened")
    assert (entry.subject_id, said["actor"]["id"]) == (str(closed.pk), getattr(house, who).pk)
    assert idleness.look_after(timezone.now())["closed"] == 0
    assert idleness.idle_days(account, today()) == 0


def test_without_a_reason_it_stays_closed(house, closed):
    page = seat(house.head).post(reverse("idle_accounts:list"), {"tai-khoan": closed.pk, "reason": " "})
    assert "Hãy nói vì sao." in page.content.decode()
    assert not fresh(closed).is_active


@pytest.mark.parametrize("key", ["", "abc", "9" * 30, "-1"])
def test_unknown_account_is_not_there(house, key):
    assert seat(house.head).post(reverse("idle_accounts:list"), {"tai-khoan": key}).status_code == 404


def test_others_do_not_open_it(house, closed):
    other = make_house()
    for person in (house.officer, house.auditor, other.head):
        with pytest.raises(NotAllowed):
            idleness.reopen(account=closed, reason="a", by=person, at=START)
    assert (
        seat(other.head).post(reverse("idle_accounts:list"), {"tai-khoan": closed.pk, "reason": "a"}).status_code == 404
    )
    assert seat(house.officer).get(reverse("idle_accounts:list")).status_code == 404


def test_account_closed_by_hand_is_not_opened_so(house):
    accounts.disable(account=house.second_officer, reason="Vi phạm", by=house.administrator, at=START)
    with pytest.raises(DomainError, match="không bị khóa do lâu không dùng"):
        idleness.reopen(account=house.second_officer, reason="a", by=house.head, at=START)
    assert str(house.second_officer) not in seat(house.head).get(reverse("idle_accounts:list")).content.decode()


def test_disabling_by_hand_ends_sessions_and_opening_does_not_bring_them_back(house, client):
    client.force_login(house.second_officer, backend="django.contrib.auth.backends.ModelBackend")
    account = fresh(house.second_officer)
    accounts.disable(account=account, reason="Mất máy", by=house.administrator, at=START)
    accounts.enable(account=account, reason="Có máy mới", by=house.administrator, at=START)
    assert client.get(reverse("wagtailadmin_home")).status_code == 302


def test_a_morning_costs_little_where_nobody_is_idle(house, django_assert_max_num_queries):
    with django_assert_max_num_queries(3):
        assert run(house, [], 100) == {"warned": 0, "closed": 0, "spared": 0}
