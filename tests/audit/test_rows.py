"""A row digests the same as it was written and as it is read back, on either database."""

from datetime import date

import pytest
from django.apps import apps
from django.core import checks

from cms.audit.checks import personal_fields_exist
from cms.audit.rows import form_of, values_of
from cms.core.models import Authority, RoleHolder, Unit, User
from cms.core.roles import Role

SALT = b"s" * 32


def both(row):
    """The two digests of a row as it stands in memory and as it stands in the database."""
    form = form_of(type(row))
    (stored,) = form.model.objects.filter(history_id=row.history_id).values(*form.columns)
    return [(form.digest(values), form.commitment(SALT, values)) for values in (values_of(row), stored)]


@pytest.mark.django_db
def test_row_as_written_equals_row_as_read(authority, officer):
    unit = Unit(authority=authority, code="vp", name="Văn phòng", is_focal=1)
    unit.save(by=officer, reason="Quyết định 12/QĐ-UBND")
    holding = RoleHolder(
        user=officer, role=Role.SIGNER, authority=authority, since_on="2026-01-05", until_on=date(2026, 12, 31)
    )
    holding.save(by=officer)
    authority.supplement_days = "15"
    authority.save()
    rows = [*unit.saved_rows(), *holding.saved_rows(), *authority.saved_rows()]
    assert len(rows) >= 3
    for row in rows:
        written, read = both(row)
        assert written == read


def test_every_history_of_the_house_has_a_form():
    """Every audited model can be sealed, and nothing of its rows is left out."""
    audited = [model for model in apps.get_models() if hasattr(model._meta, "simple_history_manager_attribute")]
    assert {Authority, Unit, RoleHolder, User} <= set(audited)
    for model in audited:
        history = model.history.model
        form = form_of(history)
        assert set(form.columns) == {field.attname for field in history._meta.concrete_fields}
        assert {"history_change_reason", "ip_address"} <= {field.name for field in form.personal}


def test_personal_fields_are_blanked_with_what_the_column_allows(unit_with_personal_name):
    assert form_of(Unit.history.model).blank() == {"name": "", "history_change_reason": None, "ip_address": None}


def test_slip_in_personal_fields_is_found(monkeypatch):
    assert [error for error in checks.run_checks() if error.id == "audit.E001"] == []
    monkeypatch.setattr(Unit, "personal_fields", ("nmae",), raising=False)
    (error,) = personal_fields_exist(None)
    assert "nmae" in error.msg
