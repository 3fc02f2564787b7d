"""The digest of a history row: plain fields by SHA-256, personal ones by a salted commitment.

Values are written by the model's own fields, so that a row digests the same as it was written and as it is read
back, on either database. Which columns a digest covers is its shape: models grow, and a row sealed before a column
came is checked by the columns of its own day (RowShape).
"""

import json
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time
from decimal import Decimal
from enum import Enum
from functools import cached_property, lru_cache
from hashlib import sha256
from uuid import UUID

from django.apps import apps
from django.db import models

from cms.audit import chain

#: On every history row: what somebody typed as a reason, and where they sat.
_PERSONAL_EVERYWHERE = frozenset({"history_change_reason", "ip_address"})


def declared_personal(model) -> frozenset[str]:
    """Names of the fields a model declares as personal data."""
    return frozenset(getattr(model, "personal_fields", ()))


@dataclass(frozen=True)
class RowForm:
    """How rows of one history model are digested."""

    model: type[models.Model]
    label: str
    object_key: str
    plain: tuple[models.Field, ...]
    personal: tuple[models.Field, ...]

    @property
    def columns(self) -> list[str]:
        return [field.attname for field in (*self.plain, *self.personal)]

    @cached_property
    def shape_text(self) -> bytes:
        """Which columns are digested, in words that name themselves by their hash."""
        named = {
            "model": self.label,
            "plain": [field.attname for field in self.plain],
            "personal": [field.attname for field in self.personal],
        }
        return chain.canonical_json(named)

    @cached_property
    def shape(self) -> str:
        """The name an entry gives the shape by: the first 32 hexadecimal digits of its SHA-256."""
        return shape_name(self.shape_text)

    def digest(self, values: dict) -> str:
        """Over the plain fields, the model and the row's key."""
        return chain.digest({"model": self.label, "fields": _written(self.plain, values)})

    def commitment(self, salt: bytes, values: dict) -> str:
        """Over the personal fields; the row's key keeps equal words from looking equal."""
        return chain.commitment(
            salt, {"model": self.label, "id": values["history_id"], "fields": _written(self.personal, values)}
        )

    def blank(self) -> dict:
        """What stands in the personal columns of an erased row."""
        return {
            field.attname: None
            if field.null
            else field.to_python("")
            if field.empty_strings_allowed
            else field.get_default()
            for field in self.personal
        }


@lru_cache(maxsize=256)
def form_of(history_model) -> RowForm:
    """The form of a django-simple-history model."""
    tracked = getattr(history_model, "instance_type", None)
    if tracked is None:
        raise TypeError(f"{history_model.__name__} is no history model")
    if history_model._history_m2m_fields:
        raise TypeError(f"{tracked.__name__} keeps history of many-to-many fields, which no seal covers")
    personal = declared_personal(tracked) | _PERSONAL_EVERYWHERE
    fields = sorted(history_model._meta.concrete_fields, key=lambda field: field.attname)
    return RowForm(
        model=history_model,
        label=history_model._meta.label_lower,
        object_key=tracked._meta.pk.attname,
        plain=tuple(field for field in fields if not {field.name, field.attname} & personal),
        personal=tuple(field for field in fields if {field.name, field.attname} & personal),
    )


def current_forms() -> list[RowForm]:
    """The form of every history model there is."""
    models_ = apps.get_models()
    return [form_of(model) for model in models_ if hasattr(model, "instance_type") and hasattr(model, "history_id")]


def shape_name(text: bytes) -> str:
    """How a shape is named: by what it says."""
    return sha256(text).hexdigest()[:32]


def form_shaped(text: bytes) -> RowForm:
    """The form that a kept shape describes; LookupError when its model or one of its columns is gone."""
    shape = json.loads(text)
    form = form_named(shape["model"])
    fields = {field.attname: field for field in form.model._meta.concrete_fields}
    plain, personal = (tuple(fields[name] for name in shape[kind]) for kind in ("plain", "personal"))
    return replace(form, plain=plain, personal=personal)


def form_named(label: str) -> RowForm:
    """The form by the label an entry carries; LookupError when the model is gone."""
    return form_of(apps.get_model(label))


def values_of(row) -> dict:
    """A row's columns as they stand on the instance."""
    return {field.attname: getattr(row, field.attname) for field in row._meta.concrete_fields}


def _written(fields, values) -> dict:
    return {field.attname: _text(field, values[field.attname]) for field in fields}


def _text(field, value):
    """A value as canonical JSON can hold it, the same before saving and after reading."""
    if value is None or isinstance(field, models.JSONField):
        return value
    if isinstance(field, models.BinaryField):
        return bytes(value).hex()
    value = field.to_python(value)
    kind = type(value)
    if value is None or kind is str or kind is int or kind is bool:
        return value
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, datetime):
        return moment(value)
    if isinstance(value, date | time):
        return value.isoformat()
    if isinstance(value, Decimal):
        return f"{value:.{field.decimal_places}f}"
    if isinstance(value, UUID):
        return value.hex
    return str(value)


def moment(value: datetime) -> str:
    """A moment in UTC: 2026-11-21T13:04:00.000000Z."""
    return value.astimezone(UTC).isoformat(timespec="microseconds").removesuffix("+00:00") + "Z"
