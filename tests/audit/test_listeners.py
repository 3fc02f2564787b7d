"""Sign-ins, rights and Wagtail's own log reach the chain without anybody calling record()."""

import json
from types import SimpleNamespace

import pytest
from django.contrib.auth import authenticate
from django.contrib.auth.models import Group, Permission
from django.contrib.auth.signals import user_logged_in, user_logged_out
from django.test import RequestFactory
from simple_history.models import HistoricalRecords
from wagtail.log_actions import log
from wagtail.models import GroupPagePermission, Page

from cms.audit.models import Entry
from cms.audit.verify import verify
from cms.core.models import RoleHolder, User
from cms.core.roles import Role

pytestmark = pytest.mark.django_db


def last():
    entry = Entry.objects.order_by("-seq").first()
    return entry, json.loads(bytes(entry.payload))


@pytest.fixture
def request_from_office(rf_address="10.0.0.7"):
    request = RequestFactory().post("/")
    request.client_address = rf_address
    return request


@pytest.fixture
def person_with_password(db):
    user = User(username="hoa.lt", first_name="Lê Thị Hòa")
    user.set_password("mot-hai-ba-bon-nam")
    user.save()
    return user


@pytest.fixture
def administrator(db, monkeypatch):
    """Somebody whose request is being served."""
    user = User.objects.create(username="quan.tri", first_name="Phạm Văn Quản")
    request = SimpleNamespace(user=user, client_address="10.0.0.9")
    monkeypatch.setattr(HistoricalRecords.context, "request", request, raising=False)
    return user


def test_sign_in_and_out(officer, request_from_office):
    user_logged_in.send(sender=User, request=request_from_office, user=officer)
    entry, said = last()
    assert (entry.kind, entry.actor_id, said["actor"]["address"]) == ("account.signed_in", officer.pk, "10.0.0.7")
    user_logged_out.send(sender=User, request=request_from_office, user=officer)
    assert last()[0].kind == "account.signed_out"


def test_sign_out_of_nobody_is_nothing(request_from_office):
    count = Entry.objects.count()
    user_logged_out.send(sender=User, request=request_from_office, user=None)
    assert Entry.objects.count() == count


def test_signing_in_through_the_site(client, person_with_password):
    client.force_login(person_with_password)
    kinds = list(Entry.objects.order_by("-seq").values_list("kind", flat=True)[:2])
    assert kinds[0] == "account.signed_in"
    assert "account.changed" not in kinds  # the last sign-in is no right


def test_failed_sign_in_of_somebody_known(person_with_password, request_from_office):
    assert authenticate(request_from_office, username="hoa.lt", password="sai") is None
    entry, said = last()
    assert (entry.kind, entry.subject_id, said["actor"]) == (
        "account.sign_in_failed",
        str(person_with_password.pk),
        "CITIZEN",
    )
    assert entry.note.address == "10.0.0.7"
    assert "10.0.0.7" not in bytes(entry.payload).decode()


def test_failed_sign_in_of_nobody_keeps_no_name(request_from_office):
    """People type their password where the name belongs."""
    authenticate(request_from_office, username="matkhau-cua-toi", password="x")
    entry, said = last()
    assert (entry.kind, entry.subject_type) == ("account.sign_in_failed", "")
    assert "matkhau" not in bytes(entry.payload).decode()
    assert len(said["data"]["username_hash"]) == 64


def test_granting_and_taking_a_group(officer, administrator):
    group = Group.objects.create(name="Biên tập")
    officer.groups.add(group)
    entry, said = last()
    assert (entry.kind, entry.subject_id, entry.actor_id) == ("rights.granted", str(officer.pk), administrator.pk)
    assert said["data"] == {"of": "auth.group", "ids": [group.pk], "all": False}
    count = Entry.objects.count()
    officer.groups.add(group)  # holds it already
    assert Entry.objects.count() == count
    officer.groups.remove(group)
    assert last()[0].kind == "rights.taken"
    officer.groups.add(group)
    officer.groups.clear()
    assert last()[1]["data"]["all"] is True


def test_permission_of_a_group(administrator):
    group = Group.objects.create(name="Biên tập")
    group.permissions.add(Permission.objects.first())
    entry, said = last()
    assert (entry.kind, entry.subject_type, said["data"]["of"]) == ("rights.granted", "auth.group", "auth.permission")


def test_page_permission_of_a_group(administrator):
    group = Group.objects.create(name="Biên tập")
    permission = GroupPagePermission.objects.create(
        group=group, page=Page.get_first_root_node(), permission=Permission.objects.get(codename="publish_page")
    )
    entry, said = last()
    assert (entry.kind, entry.subject_id) == ("rights.granted", str(group.pk))
    assert said["data"]["place"] == Page.get_first_root_node().pk
    permission.delete()
    assert last()[0].kind == "rights.taken"


def test_giving_a_role_seals_its_row(authority, officer, administrator):
    holding = RoleHolder(user=officer, role=Role.SIGNER, authority=authority, since_on="2026-01-05")
    holding.save(reason="Quyết định 12/QĐ-UBND")
    entry, said = last()
    assert (entry.kind, entry.actor_id, entry.authority_code) == ("role.created", administrator.pk, "suoi-vang")
    assert [row["model"] for row in said["rows"]] == ["core.historicalroleholder"]
    assert entry.note.reason == "Quyết định 12/QĐ-UBND"
    holding.until_on = "2026-12-31"
    holding.save()
    assert last()[0].kind == "role.changed"
    holding.delete()
    assert last()[0].kind == "role.deleted"
    assert verify().problem is None


def test_account_made_and_switched_off(administrator):
    user = User.objects.create(username="moi")
    assert last()[0].kind == "account.created"
    count = Entry.objects.count()
    user.phone = "0203"
    user.save()
    assert Entry.objects.count() == count
    user.is_active = False
    user.save()
    entry, _said = last()
    assert (entry.kind, entry.subject_id, entry.actor_id) == ("account.changed", str(user.pk), administrator.pk)
    user.is_superuser = True
    user.save()
    assert Entry.objects.count() == count + 2
    assert verify().problem is None


def test_wagtail_log_is_copied_without_titles(officer):
    page = Page.get_first_root_node()
    logged = log(page, "wagtail.publish", user=officer, title="Danh mục của bà Mai")
    entry, said = last()
    assert (entry.kind, entry.subject_type, entry.subject_id, entry.actor_id) == (
        "wagtail.publish",
        "wagtailcore.page",
        str(page.pk),
        officer.pk,
    )
    assert said["data"] == {"log": logged.pk, "deleted": False}
    assert "Mai" not in bytes(entry.payload).decode()


def test_wagtail_log_of_other_models_is_copied(officer):
    group = Group.objects.create(name="Biên tập")
    log(group, "wagtail.edit", user=officer)
    entry, _said = last()
    assert (entry.kind, entry.subject_type, entry.subject_id) == ("wagtail.edit", "auth.group", str(group.pk))


@pytest.mark.django_db(transaction=True)
def test_signals_outside_a_transaction_are_recorded_too(request_from_office):
    user = User.objects.create(username="moi")
    user_logged_in.send(sender=User, request=request_from_office, user=user)
    assert list(Entry.objects.values_list("kind", flat=True)) == ["account.created", "account.signed_in"]
    assert verify().problem is None
