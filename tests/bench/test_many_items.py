"""Among a hundred thousand items no list, search, item or unit page reads a whole table, and none asks more than promised."""

import os

import pytest
from django.core.cache import cache
from django.db import connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tests.bench import many_items, pages

pytestmark = [pytest.mark.django_db, pytest.mark.heavy]

ROWS = int(os.environ.get("MB_ROWS", "100000"))
CODE = "co-quan-1"
BIG = ("catalog_informationitem", "catalog_itemversion", "catalog_itemlink", "catalog_itemfile", "catalog_publicentry")
ADDRESSES = [f"/{CODE}/danh-muc/{slug}/{query}" for slug in pages.LISTS for query in pages.LIST_QUERIES]
ADDRESSES += [f"/tim-kiem/?{query}" for query in pages.SEARCHES.values()]
ADDRESSES += [
    f"/{CODE}/tim-kiem/?q=quy+hoach",
    f"/{CODE}/danh-muc/",
    f"/{CODE}/danh-muc/don-vi-su-nghiep/",
    f"/{CODE}/",
]


@pytest.fixture(scope="module")
def many(django_db_setup, django_db_blocker):
    """The items, once for all; taken away at the end."""
    if connection.vendor != "postgresql":
        pytest.skip("PostgreSQL only: DATABASE_URL names another database")
    with django_db_blocker.unblock(), transaction.atomic():
        cache.clear()
        many_items.load(many_items.make_houses(), ROWS)
        many_items.analyze()
        yield
        transaction.set_rollback(True)


def asked(address):
    """The statements of a second, warm view."""
    client = Client()
    client.get(address)
    with CaptureQueriesContext(connection) as queries:
        response = client.get(address)
    assert response.status_code == 200, address
    return [query["sql"] for query in queries if query["sql"].startswith("SELECT")]


def whole_tables(statement):
    """The big tables that the database would read from end to end for it."""
    with connection.cursor() as cursor:
        cursor.execute(f"EXPLAIN {statement}")
        plan = [row[0] for row in cursor.fetchall()]
    return [line.strip() for line in plan for table in BIG if f"Seq Scan on {table}" in line]


def limit_of(address):
    if "/tim-kiem/" in address:
        return pages.SEARCH.queries + ("co-quan=" in address)  # the authority by its code, once more
    return (pages.LIST if any(slug in address for slug in pages.LISTS) else pages.UNIT).queries


def test_no_page_reads_a_whole_table_nor_asks_too_often(many):
    read, dear = {}, {}
    for address in [*ADDRESSES, pages.an_item(CODE)]:
        statements = asked(address)
        if found := [line for statement in statements for line in whole_tables(statement)]:
            read[address] = found
        limit = pages.ONE.queries if address == pages.an_item(CODE) else limit_of(address)
        if len(statements) > limit:
            dear[address] = len(statements)
    assert (read, dear) == ({}, {})
