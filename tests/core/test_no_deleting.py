"""An account is never deleted: history, decisions and the record keep the name of whoever acted."""

import pytest
from django.contrib.auth.models import Group
from django.test import Client
from django.urls import reverse

from cms.core.models import User
from tests.factories.core import UserFactory

pytestmark = pytest.mark.django_db
BULK = ["delete", "set_active_state", "assign_role"]


@pytest.fixture
def somebody():
    return UserFactory(username="nguoi-da-nghi")


@pytest.fixture
def superuser():
    """The browser of the mightiest: what is closed to it is closed to all."""
    client = Client()
    client.force_login(UserFactory(username="quan-tri", is_superuser=True, is_staff=True))
    return client


def test_not_by_wagtails_own_pages(superuser, somebody):
    page = reverse("wagtailusers_users:delete", args=[somebody.pk])
    assert superuser.post(page).url == reverse("wagtailadmin_home")  # sent away
    assert superuser.get(page).url == reverse("wagtailadmin_home")
    for address in (reverse("wagtailusers_users:index"), reverse("wagtailusers_users:edit", args=[somebody.pk])):
        shown = superuser.get(address).content.decode()
        assert page not in shown
        assert "data-bulk-action-checkbox" not in shown
    assert User.objects.filter(pk=somebody.pk).exists()


@pytest.mark.parametrize("action", BULK)
def test_nothing_in_bulk(superuser, somebody, action):
    """Actions in bulk would pass by history, not only those that delete."""
    address = reverse("wagtail_bulk_action", args=["core", "user", action]) + f"?id={somebody.pk}"
    form = {"mark_as_active": "False", "role": Group.objects.create(name="Biên tập").pk}
    assert superuser.post(address, form).status_code == 404
    somebody.refresh_from_db()
    assert somebody.is_active
    assert not somebody.groups.exists()
    assert somebody.history.count() == 1


def test_not_by_our_own_lists(superuser, somebody):
    address = reverse("tai-khoan_modeladmin_delete", args=[somebody.pk])
    assert {superuser.get(address).status_code, superuser.post(address).status_code} == {404}
    assert User.objects.filter(pk=somebody.pk).exists()


def test_not_by_code_either(somebody):
    assert not UserFactory(username="lon-nhat", is_superuser=True).has_perm("core.delete_user")
    assert UserFactory(username="lon-nhi", is_superuser=True).has_perm("core.change_user")
    with pytest.raises(TypeError, match="disabled, never deleted"):
        somebody.delete()
    assert User.objects.filter(pk=somebody.pk).exists()
