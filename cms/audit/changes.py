"""What history rows changed: field, before, after, in Vietnamese. Rows of all models come in one statement.

A case spans many models, and each keeps its history in a table of its own. Their columns are read as text and
joined by UNION, so that a case page costs the same however much happened.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime

from django.contrib.auth import get_user_model
from django.db import connection, models
from django.db.models import F, Value
from django.db.models.functions import Cast
from django.utils import timezone
from django.utils.translation import gettext as _

from cms.audit.rows import RowForm, declared_personal, form_named
from cms.core.dates import short
from cms.core.secrets import EncryptedField

#: How a thing is called in a list, by the first of these columns that its model has.
_NAMING_FIELDS = ("name", "code", "title", "first_name")
_EMPTY = (None, "", [], {})
_Text = models.TextField


@dataclass(frozen=True)
class Change:
    """One field of one thing. `before` and `after` of a personal field are empty without leave to see them.

    What is kept encrypted stays empty even then: showing an identity number is an act of its own, with a reason.
    """

    thing: str
    field: str
    label: str
    before: str
    after: str
    is_personal: bool = False


@dataclass(frozen=True)
class Row:
    """A history row as read: its form, its kind (+ ~ -) and its columns as text."""

    form: RowForm
    key: str
    type: str
    texts: dict


@dataclass(frozen=True)
class _Raw:
    """A change before its values are put into words."""

    model: type[models.Model]
    field: models.Field
    before: object
    after: object
    is_personal: bool


class Changes:
    """What the named rows changed. `read` costs one statement, and one more for the names of things pointed to."""

    def __init__(self, rows: Iterable[dict], *, of=None, personal=False):
        """`rows` as entries name them; `of` is the (type, key) whose own pages these are; `personal` shows all words."""
        self._of, self._personal = of, personal
        self._first = set()
        self._named = [row for row in rows if _is_known(row["model"])]
        self._raw = self._compare(_read(self._named))

    def pointed_to(self) -> set[tuple[type[models.Model], object]]:
        """Things that changed fields point to, by model and key."""
        return {
            (raw.field.related_model, value)
            for raws in self._raw.values()
            for raw in raws
            if raw.field.related_model
            for value in (raw.before, raw.after)
            if value is not None
        }

    def of_row(self, row: dict, names: dict) -> list[Change]:
        """The changes of one named row; `names` as `names_of` gives them."""
        return [self._in_words(raw, names) for raw in self._raw.get((row["model"], row["id"]), ())]

    def _compare(self, history):
        """history: {(label, object key): [(history_id, Row)] in order} → {(label, history_id): [_Raw]}"""
        found = {}
        for (label, _key), rows in history.items():
            before = None
            if rows[0][1].type == "+":
                self._first.add((label, rows[0][0]))
            for history_id, row in rows:
                found[label, history_id] = list(self._between(before, row))
                before = row
        return found

    def _between(self, before, row):
        model = row.form.model.instance_type
        for field in shown_fields(row.form):
            is_personal = field in row.form.personal
            old = _value(field, before.texts[field.attname]) if before else None
            new = _value(field, row.texts[field.attname])
            if before is None and (self._is_own(row) or new in _EMPTY or new is False):
                continue  # a new case is the page itself; of other new things, what was filled in
            if old == new or (old in _EMPTY and new in _EMPTY):
                continue
            if field.related_model and (self._points_home(field, new) or not _naming_field(field.related_model)):
                continue
            yield _Raw(model, field, old, new, is_personal)

    def _is_own(self, row):
        return self._of == (row.form.model.instance_type._meta.label_lower, row.key)

    def _points_home(self, field, value):
        return self._of == (field.related_model._meta.label_lower, str(value))

    def begins(self, row: dict) -> bool:
        """Whether the row is the first of the very thing whose page this is: then the page says what it holds."""
        return (row["model"], row["id"]) in self._first and self._of == _type_and_key(row)

    def _in_words(self, raw, names):
        pointed = raw.field.related_model
        is_personal = raw.is_personal or bool(pointed and _is_named_personally(pointed))
        before = after = ""
        if not is_personal or (self._personal and not isinstance(raw.field, EncryptedField)):
            before, after = words(raw.field, raw.before, names), words(raw.field, raw.after, names)
        return Change(
            thing=str(raw.model._meta.verbose_name),
            field=raw.field.name,
            label=str(raw.field.verbose_name),
            before=before,
            after=after,
            is_personal=is_personal,
        )


def shown_fields(form: RowForm) -> list[models.Field]:
    """The fields a reader cares for: none of history's own, none that the model calls quiet (`quiet_fields`)."""
    tracked = form.model.instance_type
    quiet = {form.object_key, *getattr(tracked, "quiet_fields", ())}
    order = {field.attname: place for place, field in enumerate(tracked._meta.concrete_fields)}
    shown = [f for f in (*form.plain, *form.personal) if f.attname in order and not {f.name, f.attname} & quiet]
    return sorted(shown, key=lambda field: order[field.attname])


def names_of(things: Iterable[tuple[type[models.Model], object]]) -> dict:
    """{(label, key): name} of things of any models, in one statement."""
    wanted = defaultdict(set)
    for model, key in things:
        wanted[model].add(key)
    parts = []
    for model, keys in sorted(wanted.items(), key=lambda item: item[0]._meta.label):
        naming = _naming_field(model)
        if naming:
            columns = {
                "c0": Value(model._meta.label_lower, _Text()),
                "c1": Cast("pk", _Text()),
                "c2": Cast(naming, _Text()),
            }
            parts.append(model._base_manager.order_by().filter(pk__in=keys).annotate(**columns).values_list(*columns))
    return {(label, key): name for label, key, name in _union(parts)}


def words(field: models.Field, value, names: dict) -> str:
    """A value as a person reads it."""
    if field.related_model:
        key = (field.related_model._meta.label_lower, str(value))
        return "" if value is None else names.get(key) or f"#{value}"
    if value is None or value == "":
        return ""
    if field.flatchoices:
        return str(dict(field.flatchoices).get(value, value))
    if isinstance(value, bool):
        return _("Có") if value else _("Không")
    if isinstance(value, datetime):
        local = timezone.localtime(value)
        return f"{local:%H:%M} {short(local.date())}"
    if isinstance(value, date):
        return short(value)
    if isinstance(value, list | dict):
        return "; ".join(map(str, value.values() if isinstance(value, dict) else value))
    return str(value)


# --- reading -----------------------------------------------------------------------------------------------------


def _read(named) -> dict:
    """Every history row of the objects named: {(label, object key): [(history_id, Row)]}, oldest first."""
    keys = defaultdict(set)
    for row in named:
        keys[row["model"]].add(row["of"])
    forms = {label: form_named(label) for label in keys}
    fields = {label: shown_fields(form) for label, form in forms.items()}
    width = max((len(columns) for columns in fields.values()), default=0)
    history = defaultdict(list)
    parts = [_texts(forms[label], fields[label], keys[label], width) for label in sorted(keys)]
    for label, history_id, key, kind, *texts in _union(parts):
        columns = dict(zip((field.attname for field in fields[label]), texts, strict=False))
        history[label, key].append((int(history_id), Row(forms[label], key, kind, columns)))
    for rows in history.values():
        rows.sort(key=lambda item: item[0])
    return history


def _texts(form, fields, keys, width):
    """A query for the rows of some objects, every column as text, filled up to `width` columns."""
    columns = [
        Value(form.label, _Text()),
        Cast("history_id", _Text()),
        Cast(form.object_key, _Text()),
        Cast("history_type", _Text()),
        *(Cast(F(field.attname), _Text()) for field in fields),
        *(Value("", _Text()) for _spare in range(width - len(fields))),
    ]
    aliases = {f"c{place}": column for place, column in enumerate(columns)}
    rows = form.model._base_manager.order_by().filter(**{f"{form.object_key}__in": keys})
    return rows.annotate(**aliases).values_list(*aliases)


def _union(parts):
    if not parts:
        return []
    return parts[0].union(*parts[1:], all=True) if len(parts) > 1 else parts[0]


def _value(field, text):
    """A column read as text, as its field would have read it."""
    if text is None:
        return None
    if isinstance(field, models.BooleanField):
        return text.lower() in {"1", "t", "true"}
    if hasattr(field, "from_db_value"):
        return field.from_db_value(text, None, connection)
    if isinstance(field, models.DateTimeField):
        value = datetime.fromisoformat(text)
        return value if value.tzinfo else value.replace(tzinfo=UTC)  # SQLite keeps UTC without saying so
    return field.to_python(text)


def _is_known(label) -> bool:
    try:
        form_named(label)
    except LookupError:
        return False
    return True


def _naming_field(model) -> str | None:
    known = {field.name for field in model._meta.concrete_fields}
    return next((name for name in _NAMING_FIELDS if name in known), None)


def _is_named_personally(model) -> bool:
    """A member of staff answers by name for what they do; anybody else's is theirs."""
    return _naming_field(model) in declared_personal(model) and not issubclass(model, get_user_model())


def _type_and_key(row) -> tuple[str, str]:
    return form_named(row["model"]).model.instance_type._meta.label_lower, row["of"]
