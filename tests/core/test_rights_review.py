"""Rà soát quyền: the list of who holds what, gone through by one, confirmed by another, and its next day told."""

import json
from datetime import date, timedelta

import pytest
from django.core.cache import cache
from django.db import IntegrityError, transaction
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from cms.audit.models import Entry
from cms.audit.record import REFUSED_ATTEMPT
from cms.audit.verify import verify
from cms.core.accounts import reviewing
from cms.core.dates import short, today
from cms.core.errors import DomainError, NotAllowed
from cms.core.models import Mail, RoleHolder, User
from cms.core.models.review import ReviewState
from cms.core.roles import Role
from tests.factories.core import give_role, make_house, make_person

pytestmark = pytest.mark.django_db


@pytest.fixture
def house():
    cache.clear()
    return make_house()


def fresh(person):
    return User.objects.get(pk=person.pk)


def propose(house, *to_end, by=None):
    keys = [one.pk for one in to_end]
    return reviewing.propose(authority=house.authority, to_end=keys, by=by or house.administrator, at=timezone.now())


def confirm(house, review, by=None):
    return reviewing.confirm(review=review, by=by or house.head, at=timezone.now())


@pytest.mark.parametrize(
    ("day", "later"),
    [
        (date(2026, 11, 22), date(2027, 5, 22)),
        (date(2026, 8, 31), date(2027, 2, 28)),
        (date(2027, 8, 31), date(2028, 2, 29)),
        (date(2026, 6, 30), date(2026, 12, 30)),
        (date(2026, 7, 1), date(2027, 1, 1)),
    ],
)
def test_six_months_later_is_the_same_day_or_the_months_last(day, later):
    assert reviewing.months_after(day, reviewing.MONTHS) == later


def test_confirmed_by_another_it_ends_what_was_to_end_and_sets_the_next_day(house):
    held = house.second_officer.role_holdings.get()
    review = propose(house, held)
    assert fresh(house.second_officer).has_role(Role.FOCAL_OFFICER)
    confirm(house, review)
    review.refresh_from_db()
    assert not fresh(house.second_officer).current_roles
    assert fresh(house.officer).has_role(Role.FOCAL_OFFICER)
    assert (review.state, review.next_on) == (ReviewState.CONFIRMED, reviewing.months_after(today(), 6))
    assert reviewing.due_on(house.authority) == review.next_on
    assert review.lines.count() == RoleHolder.objects.filter(authority=house.authority).count()
    assert list(review.lines.filter(to_end=True).values_list("holding", flat=True)) == [held.pk]
    entry = Entry.objects.get(kind="rights_review.confirmed")
    assert json.loads(bytes(entry.payload))["data"]["ended"] == 1
    assert verify().problem is None


def test_nobody_confirms_their_own_review_or_their_own_end(house):
    house.give(house.administrator, Role.HEAD)
    review = propose(house, house.head.role_holdings.get())
    with pytest.raises(NotAllowed, match="không tự xác nhận"):
        confirm(house, review, by=fresh(house.administrator))
    with pytest.raises(NotAllowed, match="vai trò của mình"):
        confirm(house, review, by=house.head)
    confirm(house, review, by=house.head_of_authority)


def test_database_keeps_two_people_too(house):
    review = propose(house)
    review.state, review.decided_by, review.decided_at = ReviewState.CONFIRMED, house.administrator, timezone.now()
    review.next_on = today()
    with pytest.raises(IntegrityError), transaction.atomic():
        review.save()


def test_sent_back_with_a_reason_and_drawn_up_anew(house):
    review = propose(house)
    with pytest.raises(DomainError, match="chờ xác nhận"):
        propose(house)
    with pytest.raises(DomainError, match="vì sao"):
        reviewing.send_back(review=review, reason=" ", by=house.head, at=timezone.now())
    reviewing.send_back(review=review, reason="Thiếu phòng Đất đai", by=house.head, at=timezone.now())
    with pytest.raises(DomainError, match="không còn chờ"):
        confirm(house, review)
    propose(house)
    assert reviewing.due_on(house.authority) < today()  # sent back is not reviewed


def test_only_those_who_answer_for_it_and_only_of_their_own_authority(house):
    other = make_house()
    for person in (house.officer, house.auditor, other.administrator):
        with pytest.raises(NotAllowed):
            propose(house, by=person)
    review = propose(house)
    for person in (house.officer, house.auditor, other.head):
        with pytest.raises(NotAllowed):
            confirm(house, review, by=person)


def test_a_role_of_another_authority_or_one_that_has_gone_is_told(house):
    with pytest.raises(DomainError, match="vừa thay đổi"):
        propose(house, make_house().officer.role_holdings.get())


# --- the page --------------------------------------------------------------------------------------------------------
def seat(person):
    client = Client()
    client.force_login(person, backend="django.contrib.auth.backends.ModelBackend")
    return client


URL = "/admin/ra-soat-quyen/"


def test_list_says_who_holds_what_since_when_until_when_and_last_sign_in(house):
    give_role(house.cashier, Role.REGISTRY, house.authority, since_on=today(), until_on=today() + timedelta(days=9))
    page = seat(house.auditor).get(URL).content.decode()
    for words in (str(house.cashier), "Văn thư", short(today()), short(today() + timedelta(days=9)), "không hạn",
                  "chưa lần nào", str(house.land_unit)):  # fmt: skip
        assert words in page, words
    assert "Trình kết quả rà soát" not in page


def test_gone_through_and_confirmed_on_the_page(house):
    held = house.second_officer.role_holdings.get()
    assert seat(house.administrator).post(URL, {"viec": "trinh", "ket-thuc": held.pk}).status_code == 302
    own = seat(house.administrator).get(URL).content.decode()
    assert "cần kết thúc" in own
    assert "Xác nhận</button>" not in own
    desk = seat(house.head)
    assert "Xác nhận</button>" in desk.get(URL).content.decode()
    assert "Hãy nói vì sao." in desk.post(URL, {"viec": "tra-lai"}).content.decode()
    assert desk.post(URL, {"viec": "xac-nhan"}).status_code == 302
    assert not fresh(house.second_officer).current_roles
    assert "lần sau chậm nhất" in desk.get(URL).content.decode()


def test_out_of_reach_is_not_there_and_refusals_are_recorded(house):
    other = make_house()
    assert seat(house.officer).get(URL).status_code == 404
    assert seat(house.head).get(f"{URL}?co-quan={other.authority.code}").status_code == 404
    assert seat(house.head).post(URL, {"viec": "khac"}).status_code == 404
    assert seat(house.auditor).post(URL, {"viec": "trinh"}).status_code == 403
    assert Entry.objects.latest("seq").kind == REFUSED_ATTEMPT


def test_list_costs_the_same_with_more_people(house, django_assert_max_num_queries):
    desk = seat(house.administrator)
    desk.get(URL)
    for number in range(12):
        make_person(f"Người thứ {number}", Role.CASHIER, authority=house.authority)
    with django_assert_max_num_queries(22):
        desk.get(URL)


# --- reminding -------------------------------------------------------------------------------------------------------
def test_start_page_reminds_those_who_see_to_it_until_it_is_done(house):
    home = reverse("wagtailadmin_home")
    for person, told in ((house.administrator, True), (house.head, True), (house.officer, False)):
        assert ("quá hạn từ" in seat(person).get(home).content.decode()) is told
    confirm(house, propose(house))
    assert "quá hạn từ" not in seat(house.head).get(home).content.decode()
    assert reviewing.due_for(fresh(house.head), reviewing.months_after(today(), 6) - timedelta(days=15)) == []
    assert len(reviewing.due_for(fresh(house.head), reviewing.months_after(today(), 6) - timedelta(days=14))) == 1


def test_one_mail_each_ahead_and_when_it_is_late(house):
    confirm(house, propose(house))
    due = timezone.now() + (reviewing.months_after(today(), 6) - today())
    told = Mail.objects.filter(kind="rights_review")
    for days, count in ((-15, 0), (-14, 3), (-13, 3), (0, 3), (1, 6), (30, 6)):
        reviewing.remind(due + timedelta(days=days))
        assert told.count() == count, days
    assert {mail.to for mail in told} == {house.administrator.email, house.head.email, house.head_of_authority.email}
