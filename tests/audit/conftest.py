"""What the tests of the record share."""

import pytest
from django.db import transaction

from cms.audit import shapes
from cms.audit.record import record
from cms.audit.rows import form_of
from cms.core.models import Authority, Unit, User


@pytest.fixture
def officer(db):
    return User.objects.create(username="lan.ntt", first_name="Nguyễn Thị Tuyết Lan")


@pytest.fixture
def authority(db):
    authority = Authority.objects.create(
        code="suoi-vang",
        case_prefix="SV",
        name="Ủy ban nhân dân xã Suối Vàng",
        short_name="Xã Suối Vàng",
        kind="COMMUNE",
        letter_place="Suối Vàng",
        letter_symbol="UBND",
        address="Số 1 đường Hạ Long",
        phone="02033000000",
        email="ubnd@suoivang.example",
    )
    authority.saved_rows()  # how it began is no part of any act here
    return authority


@pytest.fixture
def unit_with_personal_name(db, monkeypatch):
    """Units whose name counts as personal data: a row with both kinds of fields, low in the house."""
    monkeypatch.setattr(Unit, "personal_fields", ("name",), raising=False)
    form_of.cache_clear()
    shapes.keep([form_of(Unit.history.model)])  # as the migration to such a release would
    yield Unit
    monkeypatch.undo()
    form_of.cache_clear()


@pytest.fixture
def save_unit(authority, officer, unit_with_personal_name):
    """Save a unit and record it, as a service would: save_unit(name="…") → (unit, entry)."""

    def save_unit(unit=None, *, reason="", **fields):
        with transaction.atomic():
            unit = unit or Unit(authority=authority, code=f"dv-{Unit.objects.count() + 1}", name="Văn phòng")
            for name, value in fields.items():
                setattr(unit, name, value)
            unit.save(by=officer, reason=reason)
            return unit, record("unit.saved", subject=unit, by=officer, rows=unit.saved_rows(), reason=reason)

    return save_unit
