"""What takes many acts to make is made once by those acts, and put back row by row where a test starts from nothing.

An office with its people takes some forty acts, each with its history and its entry in the chain. Most tests only need
that the office is there. So the rows which the acts left are kept, and given again to a database that stands exactly
where they were made: the head of the chain tells, for nothing that matters changes without moving it.
"""

from dataclasses import dataclass

from django.db import connection, transaction

from cms.audit.models import Entry, Head


@dataclass(frozen=True)
class Kept:
    """What some acts left: rows by table, and what the caller wants to remember of them."""

    rows: dict[str, tuple[list[str], list[tuple]]]
    memory: object


_kept: dict[tuple, Kept] = {}


def once(key, make, remember, recall):
    """make(), or the rows it left earlier. `remember(made)` is kept with them; `recall(memory)` loads it anew.

    `key` is hashable and says what would be made.
    """
    start = Head.objects.values_list("hash", flat=True).first()
    place = (connection.vendor, start, key)
    if kept := _kept.get(place):
        _put_back(kept)
        return recall(kept.memory)
    before = _rows()
    made = make()
    _kept[place] = Kept(_added(before, _rows()), remember(made))
    return made


def _tables():
    # The head is one row that moves; what Django and Wagtail keep for themselves is not made by an act.
    names = connection.introspection.django_table_names(only_existing=True, include_views=False)
    return [name for name in names if name.startswith(("core_", "audit_")) and name != Head._meta.db_table]


def _rows():
    rows = {}
    with connection.cursor() as cursor:
        for table in _tables():
            cursor.execute(f"SELECT * FROM {connection.ops.quote_name(table)}")
            rows[table] = [column[0] for column in cursor.description], cursor.fetchall()
    return rows


def _added(before, after):
    added = {}
    for table, (columns, values) in after.items():
        known = set(map(repr, before[table][1]))
        new = [row for row in values if repr(row) not in known]
        if new:
            added[table] = columns, new
    return added


def _put_back(kept):
    # One transaction: what refers to what is looked at when it ends.
    with transaction.atomic(), connection.constraint_checks_disabled(), connection.cursor() as cursor:
        for table, (columns, values) in kept.rows.items():
            if table == Entry._meta.db_table:
                _add_entries(cursor, columns, values)
            else:
                cursor.executemany(_insert(table, columns), values)


def _add_entries(cursor, columns, values):
    """One by one with the head, as the chain's own guards demand."""
    place = [columns.index(name) for name in ("seq", "hash", "at")]
    head = connection.ops.quote_name(Head._meta.db_table)
    for row in sorted(values, key=lambda row: row[place[0]]):
        cursor.execute(_insert(Entry._meta.db_table, columns), row)
        cursor.execute(f"UPDATE {head} SET seq = %s, hash = %s, at = %s", [row[at] for at in place])


def _insert(table, columns):
    quote = connection.ops.quote_name
    return f"INSERT INTO {quote(table)} ({', '.join(map(quote, columns))}) VALUES ({', '.join(['%s'] * len(columns))})"
