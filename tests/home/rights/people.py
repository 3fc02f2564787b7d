"""Who stands for each column of the table: the house's people, and an account of the whole system without a role."""

from cms.core.models import RoleHolder, User
from cms.core.roles import Role
from home.rights.cells import REQUESTER, SUPERUSER
from tests.factories.core import UserFactory


def of(house) -> dict:
    """column → the person who knocks; the requester has no account."""
    return {str(role): house.by_role[role] for role in Role} | {
        SUPERUSER: UserFactory(is_superuser=True, is_staff=True, first_name="Người của máy chủ")
    }


def unsaved(authority, unit) -> dict:
    """The same without a database: what is asked of the tables alone needs none."""
    people = {SUPERUSER: User(is_superuser=True, is_staff=True), REQUESTER: None}
    people[SUPERUSER].current_roles = []
    for role in Role:
        people[str(role)] = User(first_name=role.label)
        people[str(role)].current_roles = [RoleHolder(role=role, authority=authority, unit=unit)]
    return people
