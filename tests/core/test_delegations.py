"""Ủy quyền khi nghỉ: asked by one, confirmed by another, over by itself, and never a way round the second person (S7)."""

import json
from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from cms.audit.models import Entry
from cms.audit.record import REFUSED_ATTEMPT
from cms.audit.verify import verify
from cms.core import two_people
from cms.core.accounts import delegating
from cms.core.dates import short, today
from cms.core.errors import DomainError, NotAllowed
from cms.core.models import RoleHolder, User
from cms.core.models.delegation import DelegationState
from cms.core.roles import Role
from tests.factories.core import give_role, make_house, make_person

pytestmark = pytest.mark.django_db


@pytest.fixture
def house():
    return make_house()


def fresh(person):
    return User.objects.get(pk=person.pk)


def role_of(person):
    return person.role_holdings.get(delegation=None)


def propose(house, giver, to, *, since=0, days=10, by=None, **words):
    given = {
        "holding": role_of(giver),
        "to": to,
        "since_on": today() + timedelta(days=since),
        "until_on": today() + timedelta(days=since + days),
        "reason": "Nghỉ phép",
        "by": by or giver,
        "at": timezone.now(),
    }
    return delegating.propose(**given | words)


def delegate(house, giver, to, **words):
    """In force: the giver asked, the administrator confirmed."""
    return delegating.confirm(delegation=propose(house, giver, to, **words), by=house.administrator, at=timezone.now())


def holds(person, role, house, on=0):
    held = RoleHolder.objects.current(today() + timedelta(days=on)).filter(user=person, role=role)
    return held.filter(authority=house.authority).exists()


# --- the steps -------------------------------------------------------------------------------------------------------
def test_nothing_changes_until_another_person_confirms(house):
    found = propose(house, house.signer, house.registry)
    assert not holds(house.registry, Role.SIGNER, house)
    delegating.confirm(delegation=found, by=house.administrator, at=timezone.now())
    assert fresh(house.registry).has_role(Role.SIGNER, house.authority)
    assert fresh(house.signer).has_role(Role.SIGNER, house.authority)  # passed on, not given away


def test_it_begins_and_ends_by_itself(house):
    delegate(house, house.signer, house.registry, since=3, days=5)
    assert [holds(house.registry, Role.SIGNER, house, on) for on in (0, 2, 3, 8, 9)] == [
        False,
        False,
        True,
        True,
        False,
    ]


def test_every_step_is_on_record(house):
    found = delegate(house, house.signer, house.registry)
    delegating.end(delegation=found, reason="Về sớm", by=house.signer, at=timezone.now())
    entries = Entry.objects.filter(kind__startswith="delegation.").order_by("seq")
    assert list(entries.values_list("kind", flat=True)) == [
        "delegation.proposed", "delegation.confirmed", "delegation.ended",
    ]  # fmt: skip
    data = json.loads(bytes(entries[1].payload))["data"]
    assert (data["role"], data["from"], data["to"]) == ("SIGNER", house.signer.pk, house.registry.pk)
    assert Entry.objects.filter(kind="role.created").exists()
    assert verify().problem is None


@pytest.mark.parametrize("who", ["signer", "registry", "administrator", "head", "head_of_authority"])
def test_ended_at_once_by_giver_receiver_or_who_confirms(house, who):
    found = delegate(house, house.signer, house.registry)
    delegating.end(delegation=found, reason="Về sớm", by=getattr(house, who), at=timezone.now())
    assert not fresh(house.registry).has_role(Role.SIGNER, house.authority)
    with pytest.raises(DomainError, match="không còn hiệu lực"):
        delegating.end(delegation=found, reason="Lần nữa", by=house.signer, at=timezone.now())


def test_ends_with_the_givers_own_role(house):
    delegate(house, house.signer, house.registry)
    held = role_of(house.signer)
    held.until_on = today() - timedelta(days=1)
    held.save()
    assert not holds(house.registry, Role.SIGNER, house)


def test_neither_asker_nor_receiver_confirms_whatever_they_hold(house):
    by_giver = propose(house, house.signer, house.head)
    for person in (house.signer, house.head):  # the head of the focal unit may confirm others', not what they receive
        with pytest.raises(NotAllowed, match="không tự xác nhận"):
            delegating.confirm(delegation=by_giver, by=person, at=timezone.now())
    delegating.confirm(delegation=by_giver, by=house.head_of_authority, at=timezone.now())


def test_the_giver_confirms_what_another_asked(house):
    found = propose(house, house.signer, house.registry, by=house.administrator)
    with pytest.raises(NotAllowed):
        delegating.confirm(delegation=found, by=house.administrator, at=timezone.now())
    delegating.confirm(delegation=found, by=house.signer, at=timezone.now())
    assert holds(house.registry, Role.SIGNER, house)


def test_others_neither_ask_nor_confirm(house):
    other = make_house()
    with pytest.raises(NotAllowed):
        propose(house, house.signer, house.registry, by=house.officer)
    found = propose(house, house.signer, house.registry)
    for person in (house.officer, house.auditor, other.administrator, other.head):
        with pytest.raises(NotAllowed):
            delegating.confirm(delegation=found, by=person, at=timezone.now())


def test_database_keeps_two_people_too(house):
    found = propose(house, house.signer, house.registry)
    for person in (house.signer, house.registry):
        found.state, found.decided_by, found.decided_at = DelegationState.CONFIRMED, person, timezone.now()
        with pytest.raises(IntegrityError), transaction.atomic():
            found.save()


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ({"since": -1}, "Không ủy quyền cho ngày đã qua"),
        ({"days": -1}, "Ngày kết thúc không được trước"),
        ({"days": 183}, "nhiều nhất 183 ngày"),
        ({"reason": " "}, "vì sao"),
    ],
)
def test_what_cannot_be_asked(house, words, sentence):
    with pytest.raises(DomainError, match=sentence):
        propose(house, house.signer, house.registry, **words)


def test_to_whom_and_what(house):
    other = make_house()
    for to, sentence in (
        (house.signer, "một người khác"),
        (other.signer, "đang làm việc trong cơ quan này"),
        (house.stranger, "đang làm việc trong cơ quan này"),
    ):
        with pytest.raises(DomainError, match=sentence):
            propose(house, house.signer, to)
    give_role(house.cashier, Role.SIGNER, house.authority)
    with pytest.raises(DomainError, match="đã giữ vai trò"):
        propose(house, house.signer, house.cashier)
    for person in (house.auditor, house.administrator, house.editor):
        with pytest.raises(DomainError, match="không ủy quyền được"):
            propose(house, person, house.registry, by=person if person == house.administrator else house.administrator)


def test_what_was_received_is_not_passed_on(house):
    found = delegate(house, house.signer, house.registry)
    with pytest.raises(DomainError, match="không ủy quyền được"):
        propose(house, house.signer, house.cashier, holding=found.given, by=house.registry)


def test_one_proposal_at_a_time(house):
    propose(house, house.signer, house.registry)
    with pytest.raises(DomainError, match="chờ xác nhận"):
        propose(house, house.signer, house.cashier)


# --- another person --------------------------------------------------------------------------------------------------
SIGNING = {"roles": {Role.SIGNER}, "begun_in": {Role.FOCAL_OFFICER}}


def is_another(house, person, began, **words):
    told = SIGNING | {"authority_id": house.authority.pk, "begun_on": today()} | words
    return two_people.is_another(fresh(person), began.pk, **told)


def test_receiver_does_not_approve_in_the_givers_name_what_the_giver_began(house):
    house.give(house.signer, Role.FOCAL_OFFICER)
    found = _of_role(house, house.signer, Role.SIGNER, house.registry)
    delegating.confirm(delegation=found, by=house.administrator, at=timezone.now())
    assert not is_another(house, house.registry, house.signer)
    assert is_another(house, house.registry, house.officer)


def _of_role(house, giver, role, to):
    holding = giver.role_holdings.get(role=role, delegation=None)
    return delegating.propose(
        holding=holding, to=to, since_on=today(), until_on=today() + timedelta(days=9), reason="Nghỉ phép", by=giver,
        at=timezone.now(),
    )  # fmt: skip


def test_giver_does_not_approve_what_was_begun_in_their_name(house):
    house.give(house.officer, Role.SIGNER)
    found = _of_role(house, house.officer, Role.FOCAL_OFFICER, house.registry)
    delegating.confirm(delegation=found, by=house.administrator, at=timezone.now())
    assert not is_another(house, house.officer, house.registry)
    assert is_another(house, house.signer, house.registry)
    # Still so when it is over: the day counts on which it was begun.
    assert not is_another(house, house.officer, house.registry, begun_on=found.until_on)
    assert is_another(house, house.officer, house.registry, begun_on=found.until_on + timedelta(days=1))


def test_own_role_remains_ones_own(house):
    """The only signer is away; their deputy, an officer, prepares as an officer: the signer signs it on return."""
    delegate(house, house.signer, house.officer)
    assert is_another(house, house.signer, house.officer)
    assert not is_another(house, house.officer, house.officer)


def test_two_deputies_of_one_person_are_one(house):
    both = make_person("Kiêm", Role.FOCAL_OFFICER, Role.SIGNER, authority=house.authority)
    for role, to in ((Role.FOCAL_OFFICER, house.registry), (Role.SIGNER, house.cashier)):
        delegating.confirm(delegation=_of_role(house, both, role, to), by=house.administrator, at=timezone.now())
    assert not is_another(house, house.cashier, house.registry)


# --- the page --------------------------------------------------------------------------------------------------------
def seat(person):
    client = Client()
    client.force_login(person, backend="django.contrib.auth.backends.ModelBackend")
    return client


def form(house, **words):
    told = {"viec": "de-nghi", "holding": role_of(house.signer).pk, "to": house.registry.pk, "reason": "Nghỉ phép"}
    return told | {"since_on": short(today()), "until_on": short(today() + timedelta(days=7))} | words


def test_asked_and_confirmed_on_the_page(house):
    url = reverse("delegations:list")
    assert seat(house.signer).post(url, form(house)).status_code == 302
    found = house.signer.role_holdings.get().delegations.get()
    assert "Xác nhận</button>" not in seat(house.signer).get(url).content.decode()
    desk = seat(house.head)
    assert "Xác nhận</button>" in desk.get(url).content.decode()
    assert desk.post(url, {"viec": "xac-nhan", "so": found.pk}).status_code == 302
    assert "Kết thúc sớm" in seat(house.registry).get(url).content.decode()
    assert desk.post(url, {"viec": "ket-thuc", "so": found.pk, "reason": "Về sớm"}).status_code == 302
    assert "kết thúc sớm" in desk.get(url).content.decode()


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ({"to": ""}, "Không được để trống"),
        ({"to": "99999999999999999999"}, "Chọn trong danh sách."),
        ({"until_on": "32/13"}, "Ngày này không có trong lịch"),
        ({"until_on": "01/01/2020"}, ""),
    ],
)
def test_slips_keep_what_was_typed(house, words, sentence):
    page = seat(house.signer).post(reverse("delegations:list"), form(house) | words)
    assert page.status_code == 200
    assert sentence in page.content.decode()
    assert "Nghỉ phép" in page.content.decode()


def test_declined_with_a_reason_only(house):
    found, desk = propose(house, house.signer, house.registry), seat(house.administrator)
    url = reverse("delegations:list")
    assert "Hãy nói vì sao." in desk.post(url, {"viec": "khong", "so": found.pk}).content.decode()
    assert desk.post(url, {"viec": "khong", "so": found.pk, "reason": "Có phó"}).status_code == 302
    found.refresh_from_db()
    assert found.state == DelegationState.DECLINED


def test_out_of_reach_is_not_there_and_refusals_are_recorded(house):
    found, url = propose(house, house.signer, house.registry), reverse("delegations:list")
    told = {"viec": "xac-nhan", "so": found.pk}
    assert seat(make_house().head).post(url, told).status_code == 404
    assert seat(house.officer).post(url, told).status_code == 404
    assert seat(house.auditor).get(url).status_code == 404
    assert seat(house.registry).post(url, told).status_code == 403
    assert Entry.objects.latest("seq").kind == REFUSED_ATTEMPT
    for key in ("", "abc", "9" * 30):
        assert seat(house.head).post(url, told | {"so": key}).status_code == 404
