"""A leaver: roles end, open cases go back to their unit's queue, sessions end, the account closes; one act on record."""

import json
from datetime import timedelta

import pytest
from django.contrib.sessions.models import Session
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from cms.audit.models import Entry
from cms.audit.record import REFUSED_ATTEMPT
from cms.audit.verify import verify
from cms.core.accounts import leaving
from cms.core.accounts import services as accounts
from cms.core.dates import today
from cms.core.errors import DomainError, NotAllowed
from cms.core.models import User
from cms.core.models.user import Closed
from cms.core.roles import Role
from tests.factories.core import give_role, make_house, make_person
from tests.factories.workflow import Case
from workflow import queues
from workflow.queues import Desk
from workflow.services import due_calendar

pytestmark = pytest.mark.django_db


def fresh(person):
    return User.objects.get(pk=person.pk)


def leave(house, person, **words):
    given = {"account": fresh(person), "reason": "Nghỉ hưu", "by": house.administrator, "at": timezone.now()}
    return leaving.leave(**given | words)


def assigned(house, to):
    return Case.sent(house).accept().assign(to=to)


def test_open_cases_return_to_their_units_queue(house):
    person, open_case, done = house.second_officer, assigned(house, house.second_officer), Case.sent(house).accept()
    done.assign(to=person).provide_at_once()
    elsewhere = assigned(house, house.officer)
    before = open_case.now

    assert leave(house, person)["requests"] == 1

    after = open_case.now
    assert (after.assigned_to, after.unit, after.due_on, after.version) == (
        None, before.unit, before.due_on, before.version + 1,
    )  # fmt: skip
    assert done.now.assigned_to == person  # history is not rewritten
    assert elsewhere.now.assigned_to == house.officer
    entry = Entry.objects.get(kind="request.handed_back")
    assert (entry.subject_id, json.loads(bytes(entry.payload))["data"]["from_user"]) == (str(after.pk), person.pk)
    # An office of one unit: what nobody has in hand lies with all who work there.
    desk = Desk.of(fresh(house.officer), today())
    assert after in queues.of(desk, "don-vi-toi")


def test_every_role_ends_and_the_account_closes(house):
    person = house.second_officer
    give_role(person, Role.CASHIER, house.authority, since_on=today())
    give_role(person, Role.REGISTRY, house.authority, since_on=today() + timedelta(days=9))
    data = leave(house, person)
    account = fresh(person)
    assert (data["roles"], account.is_active, account.closed_for) == (3, False, Closed.LEFT)
    assert account.current_roles == []
    assert not account.role_holdings.filter(until_on=None).exists()
    assert not account.role_holdings.current(today() + timedelta(days=30)).exists()
    entry = Entry.objects.filter(kind="account.left").get()
    assert json.loads(bytes(entry.payload))["data"] == {"requests": 0, "roles": 3, "sessions": 0}
    assert verify().problem is None


def test_sessions_and_the_calendars_address_end(house, client):
    client.force_login(house.second_officer, backend="django.contrib.auth.backends.ModelBackend")
    token = due_calendar.make(by=house.second_officer, at=timezone.now())
    assert leave(house, house.second_officer)["sessions"] == 1
    assert not Session.objects.exists()
    assert due_calendar.found_by(token) is None
    assert client.get(reverse("wagtailadmin_home")).status_code == 302


def test_an_account_of_somebody_who_left_may_come_back_with_new_roles_only(house):
    leave(house, house.second_officer)
    account = fresh(house.second_officer)
    accounts.enable(account=account, reason="Trở lại", by=house.administrator, at=timezone.now())
    account = fresh(account)
    assert (account.is_active, account.closed_for, account.current_roles) == (True, "", [])


def test_nobody_leaves_by_their_own_hand_or_anothers_authority(house):
    other = make_house()
    for person, by in ((house.administrator, house.administrator), (house.officer, other.administrator)):
        with pytest.raises(NotAllowed):
            leave(house, person, by=by)
    both = make_person("Kiêm hai nơi", Role.FOCAL_OFFICER, authority=house.authority)
    give_role(both, Role.CASHIER, other.authority)
    with pytest.raises(NotAllowed, match="cơ quan khác"):
        leave(house, both)
    assert fresh(both).is_active


def test_needs_a_reason_and_happens_once(house):
    with pytest.raises(DomainError, match="vì sao"):
        leave(house, house.second_officer, reason=" ")
    leave(house, house.second_officer)
    with pytest.raises(DomainError, match="đã ở trạng thái này"):
        leave(house, house.second_officer)


def test_the_last_of_a_needed_role_is_told_before(house):
    assert leaving.last_of(house.officer, today()) == []
    leave(house, house.second_officer)
    assert [kind.label for _authority, kind in leaving.last_of(house.officer, today())] == ["cán bộ đầu mối"]
    assert leaving.last_of(house.signer, today()) == []  # the head of the authority approves, too


# --- on the page of the account --------------------------------------------------------------------------------------
def seat(person):
    client = Client()
    client.force_login(person, backend="django.contrib.auth.backends.ModelBackend")
    return client


def test_the_account_page_does_it_and_warns(house):
    leave(house, house.second_officer)
    url, desk = f"/admin/tai-khoan/inspect/{house.officer.pk}/", seat(house.administrator)
    page = desk.get(url).content.decode()
    assert "Cho nghỉ việc, chuyển công tác" in page
    assert "không còn ai khác là cán bộ đầu mối" in page
    assert desk.post(url, {"action": "leave", "reason": ""}).status_code == 200
    assert desk.post(url, {"action": "leave", "reason": "Chuyển công tác"}).status_code == 302
    assert not fresh(house.officer).is_active
    assert "đã nghỉ việc, chuyển công tác" in desk.get(url).content.decode()


def test_who_may_not_is_refused_and_recorded(house):
    url = f"/admin/tai-khoan/inspect/{house.officer.pk}/"
    assert seat(house.auditor).post(url, {"action": "leave", "reason": "a"}).status_code == 403
    assert Entry.objects.latest("seq").kind == REFUSED_ATTEMPT
    assert seat(house.head).post(url, {"action": "leave", "reason": "a"}).status_code == 404
    assert fresh(house.officer).is_active
