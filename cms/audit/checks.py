"""The room checks itself: what models declare about their personal fields must be true."""

from django.apps import apps
from django.conf import settings
from django.core.checks import Error, Tags, Warning, register
from django.core.exceptions import ImproperlyConfigured

from cms.audit import checkpoint
from cms.audit.rows import declared_personal


def connect():
    register(personal_fields_exist, Tags.models)
    register(checkpoints_are_signed, Tags.security, deploy=True)


def checkpoints_are_signed(app_configs, **kwargs):
    """Without a key nobody outside can tell a rewritten record from the first; without a witness nobody keeps the proof."""
    try:
        checkpoint.origin()
        for text in settings.CHECKPOINT_KEYS:
            checkpoint.seed_of(text)
    except ImproperlyConfigured as error:
        return [Error(str(error), id="audit.E002")]
    if not settings.CHECKPOINT_KEYS:
        hint = "manage.py make_checkpoint_key makes one."
        return [Error("MB_CHECKPOINT_KEYS must hold at least one signing key.", hint=hint, id="audit.E002")]
    slips = [
        Error(f"CHECKPOINT_URLS: {url} does not begin with https://.", id="audit.E003")
        for url in settings.CHECKPOINT_URLS
        if not url.startswith("https://")
    ]
    if not (settings.CHECKPOINT_MAILBOXES or settings.CHECKPOINT_URLS):
        hint = "Set CHECKPOINT_MAILBOXES or CHECKPOINT_URLS."
        slips.append(Warning("No witness outside this server keeps the checkpoints.", hint=hint, id="audit.W001"))
    return slips


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
