"""`make bench`: every page beside a bare answer of the same run, with 1,000 and with 100,000 rows, into docs/benchmarks.md.

Over HTTP two connections ask gunicorn with two workers; blocks of the bare answer and of the page take turns, and of the
ratios the median counts. PostgreSQL is the server that DATABASE_URL names; two databases of its own are made there and kept.
"""

import http.client
import json
import os
import platform
import socket
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from pathlib import Path
from statistics import median
from time import perf_counter, sleep

ROOT = Path(__file__).resolve().parent.parent.parent
PAGE = ROOT / "docs" / "benchmarks.md"
SIZES = (1_000, 100_000)
BLOCKS, BARE_CALLS, CALLS = 5, 60, 10
CONNECTIONS = 2


def main() -> int:
    if not os.environ.get("DATABASE_URL", "").startswith(("postgres://", "postgresql://")):
        sys.stderr.write("make bench measures on PostgreSQL: set DATABASE_URL=postgres://user@host:5432/name.\n")
        return 2
    inside = {}
    for rows in SIZES:
        _python(rows, "tests.bench.made")
        inside[rows] = json.loads(_python(rows, "tests.bench.inside", capture=True))
    servers = {0: _serve(0), **{rows: _serve(rows) for rows in SIZES}}
    try:
        weights = _over_http(inside, {rows: port for rows, (_server, port) in servers.items()})
    finally:
        for server, _port in servers.values():
            server.terminate()
            server.wait()
    PAGE.write_text(_report(inside, weights), encoding="utf-8")
    sys.stdout.write(f"{PAGE.relative_to(ROOT)}\n")
    return 0


def _environment(rows):
    settings = "tests.bench.settings" if rows else "tests.bench.bare"
    return os.environ | {"MB_BENCH_ROWS": str(rows), "DJANGO_SETTINGS_MODULE": settings, "PYTHONPATH": str(ROOT)}


def _python(rows, module, capture=False):
    command = [sys.executable, "-m", module]
    done = subprocess.run(command, cwd=ROOT, env=_environment(rows), check=True, capture_output=capture, text=True)
    return done.stdout


def _serve(rows):
    """gunicorn with two workers; returns the process and its port once it answers."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    application = "cms.wsgi:application" if rows else "tests.bench.bare:application"
    command = [
        sys.executable,
        "-m",
        "gunicorn",
        "--workers",
        "2",
        "--bind",
        f"127.0.0.1:{port}",
        "--log-level",
        "error",
    ]
    server = subprocess.Popen([*command, application], cwd=ROOT, env=_environment(rows))
    for _try in range(200):
        try:
            _get(port, "/", "")
            return server, port
        except OSError:
            sleep(0.2)
    server.terminate()
    raise RuntimeError("gunicorn does not answer")


def _get(port, address, cookies):
    link = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
    link.request("GET", address, headers={"Cookie": cookies} if cookies else {})
    answer = link.getresponse()
    answer.read()
    link.close()
    if answer.status != 200:
        raise RuntimeError(f"{address}: {answer.status}")


def _block(port, address, cookies, calls):
    """Seconds an answer while two connections ask."""
    began = perf_counter()
    with ThreadPoolExecutor(CONNECTIONS) as both:
        list(both.map(lambda _call: _get(port, address, cookies), range(calls)))
    return (perf_counter() - began) / calls


def _over_http(inside, ports):
    """By name: U with the few rows, U with the many, the bare answer. Blocks take turns, so that noise falls on all alike."""
    weights = {}
    for name in inside[SIZES[0]]:
        asked = {rows: (inside[rows][name]["address"], inside[rows][name]["cookies"]) for rows in SIZES}
        if not asked[SIZES[0]][0]:
            continue
        for rows in SIZES:
            _block(ports[rows], *asked[rows], 4)
        turns = []
        for _block_number in range(BLOCKS):
            bare = _block(ports[0], "/", "", BARE_CALLS)
            turns.append((bare, *(_block(ports[rows], *asked[rows], CALLS) for rows in SIZES)))
        few, many = (median(turn[place] / turn[0] for turn in turns) for place in (1, 2))
        weights[name] = few, many, median(turn[0] for turn in turns)
    return weights


# --- the page ----------------------------------------------------------------------------------------------------
_HEAD = """# Speed, measured

{day}, `{command}`, on {machine}. Two sync workers of gunicorn, two connections, PostgreSQL; no page cache.

**U**: a bare `HttpResponse` of Django over gunicorn in the same run, {bare:.2f} ms here (median). **L**: CPU of a plain list
of twenty rows through a template in one process. Each figure is the median of interleaved blocks ({blocks} over HTTP, 5 in the
process); other work ran on the machine, so only ratios carry over. Growth is 100,000 items and 100,000 requests against 1,000
of each, in processor time of Python and PostgreSQL together, which other work hardly touches. Both hold enough for a full
page: twenty hits, fifty open requests. What passes a limit is **bold**. Acts are measured in the process only: statements,
commits, L.

| page | U with 1,000 | U with 100,000 | limit | L | limit | queries | limit | growth | limit |
| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |
"""


def _report(inside, weights):
    few, many = (inside[rows] for rows in SIZES)
    lines = [
        _HEAD.format(
            day=f"{datetime.now(tz=UTC):%d/%m/%Y}",
            command="make bench",
            machine=f"{os.cpu_count()} shared cores, Python {platform.python_version()}",
            bare=median(weight[2] for weight in weights.values()) * 1_000,
            blocks=BLOCKS,
        )
    ]
    for name, facts in many.items():
        promise = facts["promise"]
        u_few, u_many, _bare = weights.get(name, (None, None, None))
        growth = facts["whole"] / few[name]["whole"]
        commits = f", {facts['commits']} commit" if "commits" in facts else ""
        cells = [
            name,
            f"{u_few:.0f}" if u_few else "–",
            _held(u_many, promise["u"], "{:.0f}") if u_many else "–",
            f"{promise['u']}",
            _held(facts["cpu"], promise["cpu"], "{:.1f}"),
            f"{promise['cpu']}",
            _held(facts["queries"], promise["queries"], "{}") + commits,
            f"{promise['queries']}",
            _held(growth, promise["growth"], "{:.2f}"),
            f"{promise['growth']}",
        ]
        lines.append("| " + " | ".join(cells) + " |\n")
    return "".join(lines)


def _held(value, limit, form):
    shown = form.format(value)
    return f"**{shown}**" if value > limit else shown


if __name__ == "__main__":
    sys.exit(main())
