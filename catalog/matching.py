"""Which entries hold the wanted tokens: the one question put to the database's full-text index.

The database only answers yes or no; the order is our own column's, so that results are the same everywhere. What stands
on a better rung is left out below it, so that no rung is asked once enough is found above.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import MAXYEAR, MINYEAR, date
from typing import NamedTuple

from django.db import connection

from catalog.full_text import FTS
from catalog.order_keys import keys_of_months, keys_of_year
from catalog.tokens import AUTHORITY, KIND, YEAR, Wanted, begins, spans_before

#: Of more entries than this none is counted or shown: "hơn 1.000".
MOST = 1_000
_TABLE = "catalog_publicentry"


class Match(NamedTuple):
    """One entry that was found, with what it is narrowed by."""

    rung: int
    order_key: int
    kind: str
    year: int
    authority_id: int | None
    authority_name: str | None
    authority_code: str | None


@dataclass(frozen=True)
class Matches:
    """What was found, best first; `is_cut` when there is more."""

    rows: Sequence[Match] = ()
    is_cut: bool = False


def find(rungs: Sequence[Wanted], on: date, filters: Iterable[str] = ()) -> Matches:
    """Entries public on that day that stand on any rung, those of the first rung first, then newest first. One query.

    Without rungs every entry is found that the filters let through.
    """
    filters = tuple(filters)
    parts, values = [], []
    for place, rung in enumerate(rungs or [Wanted(())]):
        statement, given = _of_rung(place, rung.within(filters), on, rungs[:place])
        parts.append(" ".join(("SELECT * FROM", f"({statement})", f"AS rung_{place}")))
        values += given
    # The database stops at the first rung with which there are enough: it reads them in this order.
    statement = " ".join(
        (
            "SELECT found.*, core_authority.short_name, core_authority.code",
            "FROM (SELECT * FROM",
            f"({' UNION ALL '.join(parts)})",
            f"AS rungs LIMIT {MOST + 1}) AS found",
            "LEFT JOIN core_authority ON core_authority.id = found.authority_id",
        )
    )
    with connection.cursor() as cursor:
        cursor.execute(statement, values)
        rows = sorted(map(Match._make, cursor.fetchall()), key=lambda row: (row[0], -row[1]))
    return Matches(rows[:MOST], is_cut=len(rows) > MOST)


def find_any(wanted: Sequence[str], scopes: Sequence[str], on: date, most: int) -> list[int]:
    """The newest entries that hold any of the tokens and any of the scopes: their order keys. One query."""
    if connection.vendor == "sqlite":
        source, key = f"{FTS} JOIN {_TABLE} AS entry ON entry.order_key = {FTS}.rowid", f"{FTS}.rowid"
        condition, either = f"{FTS} MATCH %s", " OR "
        sides = [[f'"{token}"' for token in side] for side in (wanted, scopes)]
    else:
        source, key, condition, either = f"{_TABLE} AS entry", "entry.order_key", "entry.tokens @@ %s::tsquery", " | "
        sides = [[f"'{token}'" for token in side] for side in (wanted, scopes)]
    both = " AND " if connection.vendor == "sqlite" else " & "
    statement = " ".join(
        (
            "SELECT entry.order_key",
            f"FROM {source}",
            f"WHERE {condition} AND (entry.until_on IS NULL OR entry.until_on >= %s) ORDER BY {key} DESC LIMIT %s",
        )
    )
    with connection.cursor() as cursor:
        cursor.execute(statement, [both.join(f"({either.join(side)})" for side in sides), on, most])
        return [number for (number,) in cursor.fetchall()]


def _of_rung(place, rung, on, better):
    """The newest entries of a rung that stand on none of the `better` ones, as a statement and its values."""
    # What narrows is said by columns too; it takes words to need the index.
    by_index = bool(rung.beginnings) or any(token[:2] not in _NARROWING for token in rung.tokens)
    source, key = f"{_TABLE} AS entry", "entry.order_key"
    if by_index and connection.vendor == "sqlite":
        source, key = f"{FTS} JOIN {_TABLE} AS entry ON entry.order_key = {FTS}.rowid", f"{FTS}.rowid"
    where, values = ["(entry.until_on IS NULL OR entry.until_on >= %s)"], [on]
    for narrowed, given in _columns(rung, key):
        where.append(narrowed)
        values += given
    for phrase in rung.phrases:
        where.append(f"{_POSITION[connection.vendor]}(entry.wording, %s) > 0")
        values.append(phrase)
    # Our own names only; what was typed is in the values.
    columns = f"{place} AS rung, entry.order_key, entry.kind, entry.year, entry.authority_id"
    ordered = f"ORDER BY {key} DESC LIMIT {MOST + 1}"
    if not by_index:
        return " ".join((f"SELECT {columns}", f"FROM {source}", f"WHERE {' AND '.join(where)}", ordered)), values
    if connection.vendor == "sqlite":
        where.append(f"{FTS} MATCH %s")
        values.append(_for_sqlite(rung, better))
        return " ".join((f"SELECT {columns}", f"FROM {source}", f"WHERE {' AND '.join(where)}", ordered)), values
    where += ["entry.tokens @@ span.wanted", "NOT entry.order_key BETWEEN span.seen_from AND span.seen_to"]
    inner = " ".join((f"SELECT {columns}", f"FROM {source}", f"WHERE {' AND '.join(where)}", ordered))
    wanted, spans, told = _for_postgresql(rung, better), _spans_of(rung, on), []
    for times, asked_before in spans:
        either = " | ".join(f"'{token}'" for token in times)
        told += [f"{wanted} & ({either})" if times else wanted, *asked_before]
    rows = ", ".join(["(%s::tsquery, %s::bigint, %s::bigint)"] * len(spans))
    statement = " ".join(
        (
            "SELECT entries.*",
            f"FROM (VALUES {rows}) AS span(wanted, seen_from, seen_to)",
            f"CROSS JOIN LATERAL ({inner}) AS entries",
        )
    )
    return statement, [*told, *values]


def _spans_of(rung, on):
    """What PostgreSQL is asked one after another: (tokens of times, the keys that were asked before).

    Its index knows no order, so it is asked for the newest months first, then for longer spans, and last, without tokens
    of time, for all the rest. A common word is found in the first span; a rare one costs as many questions as there are.
    """
    nothing = (0, -1)
    year = next((int(token[len(YEAR) :]) for token in rung.tokens if token.startswith(YEAR)), None)
    if year is not None:
        inside = spans_before(year * 12 + 12, years=0)[0] if MINYEAR < year <= MAXYEAR else [()]
        return [(times, nothing) for times in inside]
    end = on.year * 12 + on.month
    inside, first = spans_before(end, years=3)
    if not all(begins(word) for word in rung.beginnings):
        # Longer beginnings are gathered from the whole index each time.
        inside, first = spans_before(end, years=0)
        inside = [sum(inside, ())]
    return [*((times, nothing) for times in inside), ((), keys_of_months(first, end))]


def _columns(rung, key):
    """What a rung is narrowed to, said by columns too: of a common word only that stretch of the order is read."""
    for token in rung.tokens:
        sign, value = token[: len(YEAR)], token[len(YEAR) :]
        if sign == YEAR:
            yield f"{key} BETWEEN %s AND %s", list(keys_of_year(int(value)))
        elif sign == KIND:
            yield "entry.kind = %s", [value.upper()]
        elif sign == AUTHORITY:
            yield ("entry.authority_id = %s", [int(value)]) if value != "0" else ("entry.authority_id IS NULL", [])


_NARROWING = (KIND, AUTHORITY, YEAR)
_POSITION = {"sqlite": "instr", "postgresql": "strpos"}


def _for_sqlite(rung, better):
    def all_of(one):
        words = [f'"{token}"' for token in one.tokens] + [f'"{token}" *' for token in one.beginnings]
        return f"({' AND '.join(words)})"

    return " NOT ".join(map(all_of, (rung, *better)))


def _for_postgresql(rung, better):
    def all_of(one):
        words = [f"'{token}'" for token in one.tokens]
        words += [f"'{begins(token)}'" if begins(token) else f"'{token}':*" for token in one.beginnings]
        return f"({' & '.join(words)})"

    return " & !".join(map(all_of, (rung, *better)))
