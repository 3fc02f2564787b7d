"""What migrations ship — laws, calendars, the first pages — is there for every test, whatever ran before it.

A test with real transactions ends by emptying every table. Django would leave them empty for the next test, and its
own remedy loads objects one by one, which wakes the listeners that write the record. So rows are kept and put back
as they are.
"""

from contextlib import contextmanager

from django.contrib.contenttypes.models import ContentType
from django.db import connection, transaction
from django.db.migrations.state import ProjectState

from tests.audit.triggers import lifted


def _tables():
    """Every table of ours; the full-text table follows its own table by triggers."""
    names = connection.introspection.django_table_names(only_existing=True, include_views=False)
    return [name for name in names if not name.endswith("_fts")]


def shipped_rows():
    """Table → columns and rows, as they stand."""
    rows = {}
    with connection.cursor() as cursor:
        for table in _tables():
            cursor.execute(f"SELECT * FROM {connection.ops.quote_name(table)}")
            rows[table] = [column[0] for column in cursor.description], cursor.fetchall()
    return rows


def empty_and_restore(rows):
    """Empty every table, which the record's triggers would refuse, and put the kept rows back."""
    quote = connection.ops.quote_name
    # Foreign keys are checked at the commit, so that no order of tables is needed; DELETE is quicker than TRUNCATE here.
    with lifted(), transaction.atomic(), connection.cursor() as cursor:
        for table in _tables():
            cursor.execute(f"DELETE FROM {quote(table)}")
        for table, (columns, values) in rows.items():
            names, marks = ", ".join(map(quote, columns)), ", ".join(["%s"] * len(columns))
            cursor.executemany(f"INSERT INTO {quote(table)} ({names}) VALUES ({marks})", values)
    ContentType.objects.clear_cache()


@contextmanager
def light_migrations():
    """Migrations that render only the model which changed; what they make is the same (test_light_migrations.py).

    Django renders all related models too after each step, and here nearly all are related: four fifths of the time.
    Tables need no more than the changed model. Code in a migration does: Django renders all models anew before it
    when the state says that some were put off.
    """

    def only_itself(state, app_label, model_name, delay=False):
        state.is_delayed = True
        return {(app_label, model_name)}

    django_s_own, ProjectState._find_reload_model = ProjectState._find_reload_model, only_itself
    try:
        yield
    finally:
        ProjectState._find_reload_model = django_s_own
