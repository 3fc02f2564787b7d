"""Soft limits (security.md): of sending, looking up and signing in counted in the database, so that they hold across
workers and restarts; of reading in the cache.
"""

import ipaddress
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from django.core.cache import cache
from django.db import connection

from cms.core.models import Attempt
from cms.core.secrets import keyed_hash


@dataclass(frozen=True)
class Limit:
    """At most `count` tries within `seconds`; counted in whole windows, the last two weighed by their overlap."""

    name: str
    count: int
    seconds: int


@dataclass(frozen=True)
class Tally:
    """One limit as it applies to one target: an address, a case number, a person's e-mail."""

    limit: Limit
    target: str

    @property
    def key(self) -> str:
        """The target is kept as a keyed hash only."""
        return f"{self.limit.name}:{keyed_hash('throttle', self.target)[:40]}"

    def window(self, at: datetime) -> datetime:
        # Whole seconds: a window must come out the same to the microsecond for every moment within it.
        begins = int(at.timestamp()) // self.limit.seconds * self.limit.seconds
        return datetime.fromtimestamp(begins, tz=UTC)

    def share_before(self, at: datetime) -> float:
        """How much of the window before still counts."""
        return 1 - (at - self.window(at)).total_seconds() / self.limit.seconds


def network(address: str) -> str:
    """The address to count by: IPv4 as it is, IPv6 per /64, since one household owns the rest."""
    parsed = ipaddress.ip_address(address)
    return str(ipaddress.ip_network(f"{parsed}/64", strict=False)) if parsed.version == 6 else str(parsed)


def used_up(tallies: Iterable[Tally], at: datetime) -> list[Tally]:
    """Those of the tallies that allow no further try now. Reads once, counts nothing."""
    tallies = list(tallies)
    rows = Attempt.objects.filter(
        key__in=[tally.key for tally in tallies],
        window__gte=at - timedelta(seconds=2 * max(tally.limit.seconds for tally in tallies)),
    )
    found = {(row.key, row.window): row.count for row in rows}
    return [tally for tally in tallies if _tries(tally, found, at) + 1 > tally.limit.count]


def _tries(tally: Tally, found: dict, at: datetime) -> float:
    window = tally.window(at)
    before = found.get((tally.key, window - timedelta(seconds=tally.limit.seconds)), 0)
    return found.get((tally.key, window), 0) + before * tally.share_before(at)


def count(tallies: Iterable[Tally], at: datetime) -> dict[Tally, int]:
    """Count one try on each, in one statement; returns the tries of the present window."""
    by_key = {tally.key: tally for tally in tallies}
    table, quote = Attempt._meta.db_table, connection.ops.quote_name
    key, window, tries = (quote(name) for name in ("key", "window", "count"))
    values, places = [], []
    for name, tally in by_key.items():
        values += [name, connection.ops.adapt_datetimefield_value(tally.window(at))]
        places.append("(%s, %s, 1)")
    # The ORM's upsert cannot add to a column; both databases know this statement. It holds our own names only.
    statement = " ".join(
        (
            f"INSERT INTO {quote(table)} ({key}, {window}, {tries})",
            f"VALUES {', '.join(places)}",
            f"ON CONFLICT ({key}, {window}) DO UPDATE SET {tries} = {quote(table)}.{tries} + 1",
            f"RETURNING {key}, {tries}",
        )
    )
    with connection.cursor() as cursor:
        cursor.execute(statement, values)
        return {by_key[name]: number for name, number in cursor.fetchall()}


def hit(limit: Limit, target: str, at: datetime) -> bool:
    """Count one try; True when it is within the limit."""
    tally = Tally(limit, target)
    is_free = not used_up([tally], at)
    count([tally], at)
    return is_free


def may_read(door: str, most: int, address: str, at: datetime) -> bool:
    """Count one reading at a door in the cache: at most so many per address and minute."""
    key = f"{door}:{keyed_hash('throttle', network(address))[:40]}:{int(at.timestamp()) // 60}"
    if cache.add(key, 1, 120):
        return True
    try:
        return cache.incr(key) <= most
    except ValueError:  # it ran out between the two
        return True


def forget(limit: Limit, target: str) -> None:
    """Start afresh, after a success that proves good faith."""
    Attempt.objects.filter(key=Tally(limit, target).key).delete()


def sweep(at: datetime) -> int:
    """Drop tallies older than a day; returns how many."""
    return Attempt.objects.filter(window__lt=at - timedelta(days=1)).delete()[0]
