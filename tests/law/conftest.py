"""People of two offices, so that acts of two people can be tried."""

from datetime import UTC, date, datetime

import pytest

from cms.core.models import Authority, RoleHolder, User
from cms.core.roles import Role

NOW = datetime(2026, 11, 21, 2, 0, tzinfo=UTC)


@pytest.fixture
def at():
    return NOW


@pytest.fixture
def person(db):
    """person("an", Role.ADMINISTRATOR): somebody who holds that role, or none."""
    authority = Authority.objects.create(
        code="so-tu-phap",
        case_prefix="STP",
        name="Sở Tư pháp",
        short_name="Sở Tư pháp",
        kind="DEPARTMENT",
        letter_place="Suối Vàng",
        letter_symbol="STP",
        address="1 Lê Lợi",
        phone="0250 000 000",
        email="stp@example.vn",
    )

    def person(username, role=None):
        user = User.objects.create_user(username, first_name=username)
        if role:
            ends = date(2099, 12, 31) if role == Role.AUDITOR else None
            RoleHolder.objects.create(
                user=user, role=role, authority=authority, since_on=date(2020, 1, 1), until_on=ends
            )
        return user

    return person


@pytest.fixture
def an(person):
    """An administrator."""
    return person("an", Role.ADMINISTRATOR)


@pytest.fixture
def binh(person):
    """Another administrator."""
    return person("binh", Role.ADMINISTRATOR)


@pytest.fixture
def chi(person):
    """A supervisor."""
    return person("chi", Role.AUDITOR)


@pytest.fixture
def dung(person):
    """A focal officer, who administers nothing."""
    return person("dung", Role.FOCAL_OFFICER)
