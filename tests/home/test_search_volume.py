"""Among twenty thousand entries a search still goes by the index, and a common word costs little more than a rare one."""

import time
from datetime import date, timedelta

import pytest
from django.db import connection, transaction

from catalog import matching
from catalog.asked import read
from catalog.choices import EntryKind
from catalog.entries import Entry, _facts
from catalog.models import PublicEntry

pytestmark = [pytest.mark.django_db, pytest.mark.heavy]

ROWS = 20_000
TODAY = date(2026, 11, 20)


@pytest.fixture(scope="module")
def many(django_db_setup, django_db_blocker):
    """The entries, once for all; taken away at the end."""
    with django_db_blocker.unblock(), transaction.atomic():
        PublicEntry.objects.bulk_create(map(a_row, range(1, ROWS + 1)), batch_size=1_000)
        if connection.vendor == "postgresql":
            with connection.cursor() as cursor:
                cursor.execute("ANALYZE catalog_publicentry")
        yield
        transaction.set_rollback(True)


def a_row(number):
    rare = "Kết quả quan trắc hiếm." if number % 4_000 == 0 else ""
    entry = Entry(
        key=f"item:{number}",
        kind=EntryKind.ITEM,
        published_on=TODAY - timedelta(days=number % 2_000),
        title=f"Thông tin số {number} về thôn {number % 300}",
        address=f"muc/{number}/",
        number=f"{number}/2025/QĐ-UBND",
        body=f"Công khai quyết định, kinh phí {number * 7} đồng. {rare}",
    )
    return PublicEntry(key=entry.key, **_facts(entry, []))


def plans(typed):
    """What the database does for each step of a search."""
    rungs = read(typed).ladder()
    for place, rung in enumerate(rungs):
        statement, values = matching._of_rung(place, rung, TODAY, rungs[:place])
        with connection.cursor() as cursor:
            cursor.execute(f"EXPLAIN {statement}", values)
            yield "\n".join(row[0] for row in cursor.fetchall())


@pytest.mark.parametrize(
    "typed", ["quan trắc hiếm", "13/2025/QĐ-UBND", '"kết quả quan trắc"', "thông tin", "thôn 17", ""]
)
def test_no_search_reads_the_whole_table(many, typed):
    if connection.vendor == "postgresql":
        for plan in plans(typed):
            assert "Seq Scan" not in plan, plan
    started = time.process_time()
    found = matching.find(read(typed).ladder() if typed else (), TODAY)
    spent = time.process_time() - started
    assert found.is_cut == (typed in ("", "thông tin", "thôn 17"))
    assert spent < 1
