"""A column of words to match by: full-text index of PostgreSQL, or of SQLite by triggers (migrations)."""

from django.db import models

from catalog.tokens import with_beginnings


class TokensField(models.TextField):
    """Words between blanks, each kept as it is. Written, never read: nothing but the search looks into it."""

    def db_type(self, connection):
        return "tsvector" if connection.vendor == "postgresql" else super().db_type(connection)

    def get_placeholder(self, value, compiler, connection):
        if connection.vendor == "postgresql":
            return "array_to_tsvector(string_to_array(%s, ' '))"
        return "%s"

    def get_db_prep_save(self, value, connection):
        value = super().get_db_prep_save(value, connection)
        if connection.vendor == "postgresql":
            return " ".join(with_beginnings(value)) if value else None
        return value
