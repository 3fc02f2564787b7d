"""Which entries hold the wanted tokens: the one question put to the database's full-text index.

The database only answers yes or no; the order is our own column's, so that results are the same everywhere.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from django.db import connection

from catalog.full_text import FTS
from catalog.order_keys import keys_of_year
from catalog.tokens import AUTHORITY, KIND, YEAR, Wanted

#: Of more entries than this none is counted or shown: "hơn 1.000".
MOST = 1_000
_TABLE = "catalog_publicentry"


@dataclass(frozen=True)
class Match:
    """One entry that was found, with what it is narrowed by."""

    order_key: int
    rung: int
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
    rungs = [rung.within(filters) for rung in rungs] or [Wanted(filters)]
    parts, values = [], []
    for place, rung in enumerate(rungs):
        statement, given = _of_rung(place, rung, on)
        parts.append(statement)
        values += given
    found = " UNION ALL ".join(" ".join(("SELECT * FROM", f"({part})", f"AS rung_{n}")) for n, part in enumerate(parts))
    statement = " ".join(
        (
            "SELECT found.*, core_authority.short_name, core_authority.code",
            f"FROM ({found}) AS found",
            "LEFT JOIN core_authority ON core_authority.id = found.authority_id",
        )
    )
    with connection.cursor() as cursor:
        cursor.execute(statement, values)
        rows = sorted((Match(*row) for row in cursor.fetchall()), key=lambda row: (row.rung, -row.order_key))
    best = {}
    for row in rows:
        best.setdefault(row.order_key, row)
    return Matches(list(best.values())[:MOST], is_cut=len(best) > MOST)


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


def _of_rung(place, rung, on):
    condition, values = _condition(rung)
    if condition and connection.vendor == "sqlite":
        source, key = f"{FTS} JOIN {_TABLE} AS entry ON entry.order_key = {FTS}.rowid", f"{FTS}.rowid"
    else:
        source, key = f"{_TABLE} AS entry", "entry.order_key"
    where = [*filter(None, [condition]), "(entry.until_on IS NULL OR entry.until_on >= %s)"]
    values.append(on)
    for narrowed, given in _columns(rung, key):
        where.append(narrowed)
        values += given
    for phrase in rung.phrases:
        where.append(f"{_POSITION[connection.vendor]}(entry.wording, %s) > 0")
        values.append(phrase)
    # Our own names only; what was typed is in the values.
    statement = " ".join(
        (
            f"SELECT entry.order_key, {place} AS rung, entry.kind, entry.year, entry.authority_id",
            f"FROM {source}",
            f"WHERE {' AND '.join(where)}",
            f"ORDER BY {key} DESC LIMIT {MOST + 1}",
        )
    )
    return statement, values


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


_POSITION = {"sqlite": "instr", "postgresql": "strpos"}


def _condition(rung):
    if not (rung.tokens or rung.beginnings):
        return "", []
    if connection.vendor == "sqlite":
        asked = [f'"{token}"' for token in rung.tokens] + [f'"{token}" *' for token in rung.beginnings]
        return f"{FTS} MATCH %s", [" AND ".join(asked)]
    asked = [f"'{token}'" for token in rung.tokens] + [f"'{token}':*" for token in rung.beginnings]
    return "entry.tokens @@ %s::tsquery", [" & ".join(asked)]
