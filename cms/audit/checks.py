"""The room checks itself: what models declare about their personal fields must be true."""

from django.apps import apps
from django.core.checks import Error, Tags, register

from cms.audit.rows import declared_personal


def connect():
    register(personal_fields_exist, Tags.models)


def personal_fields_exist(app_configs, **kwargs):
    """A slip in `personal_fields` would put personal words into a plain hash."""
    errors = []
    for model in apps.get_models():
        history = getattr(model, "history", None)
        if history is None or not hasattr(model._meta, "simple_history_manager_attribute"):
            continue
        known = {field.name for field in model._meta.concrete_fields}
        errors += [
            Error(f"{model._meta.label}.personal_fields names {name!r}, which is no field.", obj=model, id="audit.E001")
            for name in sorted(declared_personal(model) - known)
        ]
    return errors
