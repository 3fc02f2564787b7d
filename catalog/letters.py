"""An index of letters anywhere in a text, for the words and forms that a list is narrowed by; only PostgreSQL has it.

What is found is the same without it. The extension comes with PostgreSQL, and the database's owner may install it; where
neither is so, a list narrowed by words is read along its order.
"""

from django.db import connections

_EXTENSION = "pg_trgm"
_INDEX = """CREATE INDEX IF NOT EXISTS item_letters ON catalog_informationitem
    USING gin (folded gin_trgm_ops, forms gin_trgm_ops) WHERE live"""
_MAY = """SELECT EXISTS (SELECT FROM pg_extension WHERE extname = %s)
    OR (EXISTS (SELECT FROM pg_available_extensions WHERE name = %s)
        AND has_database_privilege(current_database(), 'CREATE'))"""


def ensure(using="default", **_signal) -> None:
    """Create what is missing, after every migrate."""
    connection = connections[using]
    if connection.vendor != "postgresql":
        return
    names = connection.introspection.table_names()
    if "catalog_informationitem" not in names:
        return  # migrated to a day before it
    with connection.cursor() as cursor:
        cursor.execute(_MAY, [_EXTENSION, _EXTENSION])
        if cursor.fetchone()[0]:
            cursor.execute(f"CREATE EXTENSION IF NOT EXISTS {_EXTENSION}")
            cursor.execute(_INDEX)


def connect() -> None:
    """Called once, when the apps are ready."""
    from django.apps import apps
    from django.db.models.signals import post_migrate

    post_migrate.connect(ensure, sender=apps.get_app_config("catalog"), dispatch_uid="catalog.letters")
