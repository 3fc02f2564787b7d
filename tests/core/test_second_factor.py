"""The second factor: codes count once, whoever must have it sets it up first, a second person takes it away."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from allauth.mfa.models import Authenticator
from django.core.management import CommandError, call_command
from django.db import connection
from django.utils import timezone

from cms.audit.models import Entry
from cms.core.accounts import second_factor
from cms.core.errors import DomainError, NotAllowed
from cms.core.roles import Role
from tests.factories.codes import code_at, enrolled
from tests.factories.core import UserFactory, give_role, make_house
from tests.factories.moments import moment

AT = moment("20/11/2026 08:00")
LATER = AT + timedelta(hours=1)


@pytest.fixture
def house(db):
    return make_house()


@pytest.fixture
def officer(house):
    return house.officer


def last(kind):
    return Entry.objects.filter(kind=kind).order_by("-seq").first()


# --- codes -------------------------------------------------------------------------------------------------------
def test_a_code_counts_once(officer):
    secret, _codes = enrolled(officer, AT)
    code = code_at(secret, LATER)
    assert second_factor.accept(user=officer, code=f" {code[:3]} {code[3:]} ", at=LATER)
    assert not second_factor.accept(user=officer, code=code, at=LATER)
    assert not second_factor.accept(user=officer, code=code_at(secret, LATER, -1), at=LATER)  # older than the last one


def test_the_code_that_set_up_does_not_sign_in(officer):
    secret, _codes = enrolled(officer, AT)
    assert not second_factor.accept(user=officer, code=code_at(secret, AT), at=AT)


@pytest.mark.parametrize(("steps", "is_good"), [(-2, False), (-1, True), (0, True), (1, True), (2, False)])
def test_a_telephones_clock_may_be_half_a_minute_off(officer, steps, is_good):
    secret, _codes = enrolled(officer, AT)
    assert second_factor.accept(user=officer, code=code_at(secret, LATER, steps), at=LATER) is is_good


@pytest.mark.parametrize("code", ["", "abc", "000", "1" * 40, "\0", "１２３４５６"])
def test_what_is_no_code_is_refused(officer, code):
    enrolled(officer, AT)
    assert not second_factor.accept(user=officer, code=code, at=LATER)


def test_the_code_of_somebody_else_is_refused(house):
    enrolled(house.officer, AT)
    secret, codes = enrolled(house.signer, AT)
    assert not second_factor.accept(user=house.officer, code=code_at(secret, LATER), at=LATER)
    assert not second_factor.accept(user=house.officer, code=codes[0], at=LATER)


def test_a_recovery_code_counts_once_and_is_told(officer):
    _secret, codes = enrolled(officer, AT)
    assert len(set(codes)) == 10
    assert second_factor.accept(user=officer, code=codes[3], at=LATER)
    assert not second_factor.accept(user=officer, code=codes[3], at=LATER)
    assert second_factor.codes_left(officer) == 9
    assert last("account.recovery_code_used").actor_id == officer.pk


def test_new_codes_end_the_old_ones(officer):
    _secret, old = enrolled(officer, AT)
    new = second_factor.renew_codes(user=officer, at=LATER)
    assert not second_factor.accept(user=officer, code=old[0], at=LATER)
    assert second_factor.accept(user=officer, code=new[0], at=LATER)


def test_nothing_readable_is_kept(officer):
    secret, codes = enrolled(officer, AT)
    with connection.cursor() as cursor:
        cursor.execute("SELECT data FROM mfa_authenticator")
        kept = str(cursor.fetchall())
    assert second_factor.readable(secret) not in kept
    assert not [code for code in codes if code in kept]


@pytest.mark.django_db(transaction=True)
def test_of_two_who_send_one_code_at_once_one_is_refused():
    officer = make_house().officer
    secret, _codes = enrolled(officer, AT)
    code = code_at(secret, LATER)

    def send(_n):
        try:
            return second_factor.accept(user=officer, code=code, at=LATER)
        finally:
            connection.close()

    with ThreadPoolExecutor(4) as together:
        assert sorted(together.map(send, range(4))) == [False, False, False, True]


# --- who must ----------------------------------------------------------------------------------------------------
@pytest.fixture
def required(settings):
    settings.SECOND_FACTOR_REQUIRED = True


def waive(house, waived=True, by=None):
    return second_factor.choose(
        authority=house.authority, waived=waived, reason="Mạng nội bộ", by=by or house.administrator, at=AT
    )


def test_everybody_must_until_their_authority_does_without(required, house):
    assert second_factor.is_required(house.officer)
    waive(house)
    assert not second_factor.is_required(house.officer)
    assert last("authority.factor_waived").note.reason == "Mạng nội bộ"
    waive(house, waived=False)
    assert second_factor.is_required(house.officer)
    assert last("authority.factor_required").authority_code == house.authority.code


def test_a_role_elsewhere_asks_still(required, house):
    waive(house)
    give_role(house.officer, Role.EDITOR, make_house().authority)
    assert second_factor.is_required(house.officer)


def test_a_superuser_always_must(required, house):
    person = UserFactory(is_superuser=True)
    give_role(person, Role.ADMINISTRATOR, house.authority)
    waive(house)
    assert second_factor.is_required(person)


def test_the_demonstration_asks_nobody(house):
    assert not second_factor.is_required(house.officer)


def test_only_the_authoritys_administrator_chooses_and_says_why(house):
    for person in (house.officer, make_house().administrator):
        with pytest.raises(NotAllowed):
            waive(house, by=person)
    with pytest.raises(DomainError, match="vì sao"):
        second_factor.choose(authority=house.authority, waived=True, reason=" ", by=house.administrator, at=AT)


def test_nobody_gives_up_what_is_required(required, officer):
    enrolled(officer, AT)
    with pytest.raises(NotAllowed):
        second_factor.give_up(user=officer, at=LATER)
    assert second_factor.has(officer)


def test_giving_up_leaves_nothing(officer):
    enrolled(officer, AT)
    second_factor.give_up(user=officer, at=LATER)
    assert not Authenticator.objects.exists()
    assert last("account.factor_given_up")


# --- loss --------------------------------------------------------------------------------------------------------
def test_a_lost_factor_is_taken_away_by_a_second_person(house):
    enrolled(house.officer, AT)
    second_factor.reset(account=house.officer, reason="Mất điện thoại", by=house.administrator, at=LATER)
    assert not Authenticator.objects.exists()
    entry = last("account.factor_reset")
    assert (entry.actor_id, entry.subject_id, entry.note.reason) == (
        house.administrator.pk,
        str(house.officer.pk),
        "Mất điện thoại",
    )


@pytest.mark.parametrize("who", ["administrator", "officer", "elsewhere"])
def test_neither_oneself_nor_anybody_elses_administrator_does(house, who):
    enrolled(house.administrator, AT)
    by = make_house().administrator if who == "elsewhere" else getattr(house, who)
    with pytest.raises(NotAllowed):
        second_factor.reset(account=house.administrator, reason="Mất điện thoại", by=by, at=LATER)
    assert second_factor.has(house.administrator)


def test_where_no_administrator_is_left_the_keeper_of_the_server_does(house):
    enrolled(house.administrator, AT)
    with pytest.raises(CommandError):
        call_command("reset_second_factor", "khong-ai-ca", reason="Mất điện thoại")
    call_command("reset_second_factor", house.administrator.username, reason="Mất điện thoại")
    assert not second_factor.has(house.administrator)
    assert last("account.factor_reset").actor_id is None


def test_an_account_has_one_second_factor(officer):
    enrolled(officer, AT)
    secret = second_factor.new_secret()
    with pytest.raises(DomainError, match="đã có"):
        second_factor.enrol(user=officer, secret=secret, code=code_at(secret, timezone.now()), at=timezone.now())
