"""The full-text index under `PublicEntry.tokens`, in the words of each database.

It is put in place after every migrate: changing a table of SQLite makes the table anew, without its triggers.
Both indexes hold our own words only: neither database splits, folds, weighs or drops anything of its own accord.
"""

from django.db import connections

INDEX = "catalog_publicentry_tokens"
FTS = "catalog_publicentry_fts"
_POSTGRESQL = f"CREATE INDEX IF NOT EXISTS {INDEX} ON catalog_publicentry USING gin (tokens) WITH (fastupdate = off)"
# `ascii` takes every letter beyond a-z as it is; the rest are the joints of our tokens (catalog/tokens.py).
# No positions: phrases are pairs of words. Prefix indexes: the beginning of a word costs as little as a word.
_TABLE = f"""CREATE VIRTUAL TABLE IF NOT EXISTS {FTS} USING fts5(
    tokens, content='catalog_publicentry', content_rowid='order_key',
    tokenize="ascii tokenchars '.+/-'", detail=none, prefix='2 3')"""
_INTO = f"INSERT INTO {FTS}"
_TAKE_OUT = f"{_INTO}({FTS}, rowid, tokens) VALUES ('delete', old.order_key, old.tokens);"
_PUT_IN = f"{_INTO}(rowid, tokens) VALUES (new.order_key, new.tokens);"
_FILL = f"{_INTO}({FTS}) VALUES ('rebuild')"
_TRIGGERS = {
    "catalog_publicentry_added": f"AFTER INSERT ON catalog_publicentry BEGIN {_PUT_IN} END",
    "catalog_publicentry_dropped": f"AFTER DELETE ON catalog_publicentry BEGIN {_TAKE_OUT} END",
    "catalog_publicentry_changed": (
        f"AFTER UPDATE OF order_key, tokens ON catalog_publicentry BEGIN {_TAKE_OUT} {_PUT_IN} END"
    ),
}


def ensure(using="default", **_signal) -> None:
    """Create what is missing. On SQLite the index is filled anew when its triggers had gone."""
    connection = connections[using]
    if "catalog_publicentry" not in connection.introspection.table_names():
        return  # migrated to a day before it
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute(_POSTGRESQL)
            return
        cursor.execute(_TABLE)
        cursor.execute("SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'catalog_publicentry'")
        there = {name for (name,) in cursor.fetchall()}
        missing = _TRIGGERS.keys() - there
        for name in sorted(missing):
            cursor.execute(f"CREATE TRIGGER {name} {_TRIGGERS[name]}")
        if missing:
            cursor.execute(_FILL)


def connect() -> None:
    """Called once, when the apps are ready."""
    from django.apps import apps
    from django.db.models.signals import post_migrate

    post_migrate.connect(ensure, sender=apps.get_app_config("catalog"), dispatch_uid="catalog.full_text")
