"""Measured in one process: statements and commits of a warm call, CPU in L; and the cookies by which HTTP may ask the same.

Growth is told by processor time: this process's and, where PostgreSQL is on the same machine, that of the one that answers
it. Other work on the machine makes both wait, but hardly dearer. Run for one database (MB_BENCH_ROWS); prints JSON.
"""

import gc
import json
import re
import sys
from pathlib import Path
from secrets import token_hex
from statistics import median
from time import process_time

import django
from django.db import connection
from django.test import Client, RequestFactory
from django.test.utils import CaptureQueriesContext

BLOCKS, CALLS = 5, 3
CODE = "co-quan-1"
_FRAME = re.compile(r"^(SAVEPOINT|RELEASE|ROLLBACK)")


def main() -> None:
    django.setup()
    from tests.bench import pages, prepare

    house = prepare.offices_there()[0]
    found = {}
    for name, (address, promise) in pages.read_pages(CODE).items():
        found[name] = _page(Client(), address, promise)
    for name, client, address, promise in _people(house):
        found[name] = _page(client, address, promise)
    for name, act, promise in _acts(house):
        found[name] = _act(act, promise)
    sys.stdout.write(json.dumps(found))


def _counted(call) -> tuple[int, int]:
    """Statements, and how many of them commit."""
    with CaptureQueriesContext(connection) as queries:
        response = call()
    assert response.status_code in (200, 302), response.status_code
    statements = [query["sql"] for query in queries]
    commits = sum(sql.startswith("COMMIT") for sql in statements)
    return sum(not sql.startswith(("BEGIN", "COMMIT")) and not _FRAME.match(sql) for sql in statements), commits


def _spent(call, times) -> float:
    gc.collect()
    began = process_time()
    for _time in range(times):
        call()
    return (process_time() - began) / times


def _database_spent() -> float:
    """Seconds of processor time of PostgreSQL's process for this connection; 0 where it cannot be read."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_backend_pid()")
        spent = Path(f"/proc/{cursor.fetchone()[0]}/schedstat")
    return int(spent.read_text(encoding="ascii").split()[0]) / 1e9 if spent.exists() else 0.0


def _whole(call, times=CALLS) -> float:
    """Seconds of processor time of a call, the database's with it: the median of blocks."""

    def block():
        before = _database_spent()
        own = _spent(call, times)
        return own + (_database_spent() - before) / times

    return median(block() for _block in range(BLOCKS))


def _plain():
    from tests.bench.bare import plain_list

    return plain_list(RequestFactory().get("/"))


def _weight(call, times=CALLS) -> float:
    """CPU in L: the median of interleaved blocks."""
    _plain()
    return median(_spent(call, times) / _spent(_plain, CALLS) for _block in range(BLOCKS))


def _page(client, address, promise):
    def call():
        return client.get(address)

    call()
    statements, _commits = _counted(call)
    cookies = "; ".join(f"{name}={cookie.value}" for name, cookie in client.cookies.items())
    facts = {"address": address, "queries": statements, "cpu": _weight(call), "whole": _whole(call), "cookies": cookies}
    return facts | {"promise": vars(promise)}


def _act(make_ready, promise):
    """An act is ready once only: each call has its own case."""
    make_ready()()
    statements, commits = _counted(make_ready())
    ratios = []
    for _block in range(BLOCKS):
        call = make_ready()
        ratios.append(_spent(call, 1) / _spent(_plain, CALLS))
    facts = {"address": "", "queries": statements, "commits": commits, "cpu": median(ratios), "cookies": ""}
    facts["whole"] = facts["cpu"]
    return facts | {"promise": vars(promise)}


# --- the side of requests ----------------------------------------------------------------------------------------
def _people(house):
    """Pages that somebody must be on the way to: (name, browser, address, promise)."""
    from django.urls import reverse

    from cms.core.dates import short, today
    from tests.bench.pages import ONE, STEP, Promise
    from tests.factories.workflow import Case
    from tests.workflow.public.walking import Walker

    writer = Walker(Client(), house)
    _forget_tries()
    writer.start()
    yield "Biểu mẫu, một bước", writer.client, writer.url("thong-tin"), STEP
    case = Case.sent(house, on=short(today()), key=token_hex()).accept().note().note()
    reader = Walker(Client(), house)
    reader.look_up(case.now.code, case.code)
    yield "Tra cứu một hồ sơ", reader.client, reverse("workflow:case"), ONE
    desk = _officer(house)
    yield "Danh sách hồ sơ", desk, reverse("ho-so_modeladmin_index"), Promise(40, 6, 15, 1.3)
    yield "Một hồ sơ ở bàn làm việc", desk, reverse("desk:case", args=[case.now.code]), Promise(40, 6, 20, 1.1)


def _officer(house):
    client = Client()
    client.force_login(house.officer, backend="django.contrib.auth.backends.ModelBackend")
    return client


def _forget_tries():
    from cms.core.models import Attempt

    Attempt.objects.all().delete()


def _acts(house):
    """Acts: (name, how to come to the moment before one, promise)."""
    from django.urls import reverse

    from cms.core.dates import short, today
    from tests.bench.pages import Promise
    from tests.factories.workflow import Case
    from tests.workflow.public.walking import Walker

    def sending():
        _forget_tries()
        walker = Walker(Client(), house)
        walker.walk({"noi-cu-tru": {"is_resident": "CO"}})
        walker.be_slow()
        return lambda: walker.client.post(walker.url("kiem-tra"))

    desk = _officer(house)

    def moving():
        case = Case.sent(house, on=short(today()), key=token_hex()).now
        address = reverse("desk:move", args=[case.code, "hop-le"])
        return lambda: desk.post(address, {"seen": case.version})

    yield "Gửi yêu cầu", sending, Promise(25, 3.5, 20, 1.1)
    yield "Một bước xử lý", moving, Promise(25, 3.5, 18, 1.1)


if __name__ == "__main__":
    main()
