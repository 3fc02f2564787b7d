"""Counters without holes: one locked row each, never max()+1 (security.md, S4)."""

from django.db import connection, models


class Counter(models.Model):
    """The last number given out under a name."""

    name = models.CharField("tên", max_length=100, primary_key=True)
    value = models.PositiveIntegerField("số cuối", default=0)

    class Meta:
        app_label = "core"
        verbose_name = "bộ đếm"
        verbose_name_plural = "bộ đếm"

    def __str__(self):
        return f"{self.name}: {self.value}"


def next_number(name: str) -> int:
    """The next number under `name`; the row stays locked until the caller's transaction ends."""
    return next_numbers(name, 1)[0]


def next_numbers(name: str, count: int) -> range:
    """The next `count` numbers under `name`, all at once; locked as above."""
    table, quote = Counter._meta.db_table, connection.ops.quote_name
    name_, value = quote("name"), quote("value")
    # One statement on both databases, for the first number as for every other; it holds our own names only.
    statement = " ".join(
        (
            f"INSERT INTO {quote(table)} ({name_}, {value})",
            "VALUES (%s, %s)",
            f"ON CONFLICT ({name_}) DO UPDATE SET {value} = {quote(table)}.{value} + EXCLUDED.{value} RETURNING {value}",
        )
    )
    with connection.cursor() as cursor:
        cursor.execute(statement, [name, count])
        last = cursor.fetchone()[0]
    return range(last - count + 1, last + 1)
