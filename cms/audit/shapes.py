"""The shapes of history rows, kept from release to release (rows.py says what a shape is)."""

from django.db import DEFAULT_DB_ALIAS, connections

from cms.audit.models import RowShape
from cms.audit.rows import RowForm, current_forms, form_shaped, shape_name


def after_migrations(using=DEFAULT_DB_ALIAS, **kwargs):
    """Keep the shapes of this release; those of earlier ones stay."""
    if RowShape._meta.db_table in connections[using].introspection.table_names():
        keep(current_forms(), using=using)


def keep(forms, using=DEFAULT_DB_ALIAS):
    """Keep the shapes of these forms where they are not yet kept."""
    shapes = [RowShape(name=form.shape, text=form.shape_text) for form in forms]
    RowShape.objects.using(using).bulk_create(shapes, ignore_conflicts=True)


def kept(names) -> dict[str, RowForm]:
    """The forms by the names entries give their shapes; what is not kept, was altered or fits no model is left out."""
    found = {}
    for shape in RowShape.objects.filter(name__in=names):
        text = bytes(shape.text)
        if shape_name(text) != shape.name:
            continue
        try:
            found[shape.name] = form_shaped(text)
        except LookupError:
            continue
    return found
