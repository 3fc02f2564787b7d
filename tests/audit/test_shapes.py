"""Models grow from release to release: what an earlier one sealed, a later one still checks (RowShape)."""

from dataclasses import replace

import pytest

from cms.audit import record as recording
from cms.audit import shapes
from cms.audit.models import RowShape
from cms.audit.rows import current_forms, form_of, shape_name
from cms.audit.verify import Fault, verify
from cms.core.models import Unit

pytestmark = pytest.mark.django_db
History = Unit.history.model


@pytest.fixture
def earlier_release(monkeypatch):
    """earlier_release(form) seals as a release did whose history rows had this form."""

    def install(form):
        shapes.keep([form])
        monkeypatch.setattr(recording, "form_of", lambda model: form)

    return install


def without(form, name):
    plain, personal = (
        tuple(field for field in fields if field.attname != name) for fields in (form.plain, form.personal)
    )
    return replace(form, plain=plain, personal=personal)


def test_every_shape_of_this_release_is_kept_by_migrate():
    kept = {shape.name: bytes(shape.text) for shape in RowShape.objects.all()}

    assert {form.shape for form in current_forms()} <= set(kept)
    assert all(shape_name(text) == name for name, text in kept.items())


def test_row_sealed_before_a_column_came_still_holds(earlier_release, save_unit):
    earlier_release(without(form_of(History), "is_focal"))
    save_unit()

    assert verify().problem is None


def test_row_sealed_before_a_field_was_personal_still_holds(earlier_release, save_unit):
    form = form_of(History)
    name = next(field for field in form.personal if field.attname == "name")
    earlier = without(form, "name")
    earlier_release(replace(earlier, plain=(*earlier.plain, name)))
    save_unit()

    assert verify().problem is None


def test_edited_column_of_an_earlier_shape_is_found(earlier_release, save_unit):
    earlier_release(without(form_of(History), "is_focal"))
    save_unit()
    History.objects.update(code="ma-khac")

    assert verify().problem.kind == Fault.ROW_EDITED


@pytest.mark.parametrize("how", ["lost", "altered"])
def test_shape_that_is_not_what_its_name_says_proves_nothing(how, save_unit):
    save_unit()
    shape = RowShape.objects.filter(name=form_of(History).shape)
    if how == "lost":
        shape.delete()
    else:
        shape.update(text=without(form_of(History), "is_focal").shape_text)
        History.objects.update(is_focal=True)

    assert verify().problem.kind == Fault.ROW_EDITED
