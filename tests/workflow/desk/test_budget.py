"""What the desk costs: queries a page, statements and commits a move (docs: speed)."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from cms.core.dates import short, today
from tests.factories.workflow import Case

pytestmark = pytest.mark.django_db


def cost(call):
    """Statements of the second, warm call; savepoints are how a test sees transactions."""
    with CaptureQueriesContext(connection) as queries:
        assert call().status_code in (200, 302)
    return [query["sql"] for query in queries]


def without_transactions(statements):
    return [sql for sql in statements if not sql.startswith(("SAVEPOINT", "RELEASE", "BEGIN", "COMMIT"))]


def test_the_start_page_costs_the_same_however_much_waits(house, enter):
    browser, counts = enter(house.officer), []
    for more in (2, 8):
        for _n in range(more):
            Case.sent(house, on=short(today()))
        browser.get("/admin/")
        counts.append(len(cost(lambda: browser.get("/admin/"))))
    assert counts[0] == counts[1]
    assert counts[1] <= 20


def test_the_case_page_costs_the_same_however_long_its_story(house, enter, sent_today):
    browser = enter(house.officer)
    address = reverse("desk:case", args=[sent_today.now.code])
    sent_today.accept().note().note()
    browser.get(address)
    before = len(cost(lambda: browser.get(address)))
    for _n in range(6):
        sent_today.note()
    assert len(cost(lambda: browser.get(address))) == before


def test_a_move_is_one_transaction_and_few_statements(house, enter, sent_today):
    browser = enter(house.officer)
    warm = Case.sent(house, on=short(today())).now
    for case in (warm, sent_today.now):
        address = reverse("desk:move", args=[case.code, "hop-le"])
        statements = cost(lambda address=address, case=case: browser.post(address, {"seen": case.version}))
    # One savepoint a nesting level of the one outer act; none beside it.
    assert len(without_transactions(statements)) <= 18, "\n".join(sql[:160] for sql in statements)
