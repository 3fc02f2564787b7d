"""The desk's own search (pages, files, people in the admin): with and without marks, alike on SQLite and PostgreSQL.

Every indexed text is kept as written and bare; what is typed is left as it is. So bare words find both, words with
marks find only their own. Visitors do not search here: theirs is catalog.matching, which knows what is public.
"""

import copy

from django.db.models import QuerySet
from modelsearch.backends.database import SearchBackend as stock_backend
from modelsearch.index import RelatedFields
from modelsearch.query import MATCH_ALL, Phrase, PlainText

from cms.core.words import bare, words


def _spelled(word: str) -> str:
    """A word in letters and digits that no engine folds of its own accord: "đài" → "q0111q00e0i"."""
    return "".join(letter if letter.isascii() else f"q{ord(letter):04x}" for letter in word)


def clean(text: str) -> str:
    """What was typed, as words that no full-text engine takes for its own: a lone quote or NUL would fail there."""
    return " ".join(map(_spelled, words(text)))


def doubled(value):
    """A text as written, and bare behind it where that differs; the same for texts inside lists and mappings."""
    if isinstance(value, str):
        written = words(value)
        plain = list(map(bare, written))
        return " ".join(map(_spelled, written if written == plain else [*written, *plain]))
    if isinstance(value, list | tuple):
        return [doubled(one) for one in value]
    if isinstance(value, dict):
        return {key: doubled(one) for key, one in value.items()}
    return value if value is None else doubled(str(value))


def _wrapped(field):
    twin = copy.copy(field)
    if isinstance(field, RelatedFields):
        twin.fields = [_wrapped(inner) for inner in field.fields]
        twin.get_value = lambda obj: field.get_value(getattr(obj, "indexed", obj))
    else:
        twin.get_value = lambda obj: doubled(field.get_value(getattr(obj, "indexed", obj)))
    return twin


class _Stand:
    """Stands in for an object while it is being indexed, so that its fields give doubled texts."""

    def __init__(self, obj):
        self.indexed, self.pk = obj, obj.pk

    def get_search_fields(self):
        return [_wrapped(field) for field in self.indexed.get_search_fields()]


class _Index:
    def add_items(self, model, objs):
        return super().add_items(model, [_Stand(obj) for obj in objs])


class _Backend:
    def _search(self, compiler, query, model_or_queryset, **kwargs):
        if isinstance(query, str):
            query = clean(query)
        elif isinstance(query, PlainText):
            query = PlainText(clean(query.query_string), operator=query.operator)
        elif isinstance(query, Phrase):
            query = Phrase(clean(query.query_string))
        if query == "" or getattr(query, "query_string", "there") == "":
            # Nothing that can be looked for was typed: nothing is found, and no list breaks on it.
            rows = model_or_queryset
            rows = rows if isinstance(rows, QuerySet) else rows.objects.all()
            query, model_or_queryset = MATCH_ALL, rows.none()
        return super()._search(compiler, query, model_or_queryset, **kwargs)


def SearchBackend(params):
    """The stock backend of the database in use, with our words. Wagtail asks a backend module for this name."""
    backend = stock_backend(params)
    backend.__class__ = type("VietnameseBackend", (_Backend, type(backend)), {})
    backend.index_class = type("VietnameseIndex", (_Index, backend.index_class), {})
    return backend
