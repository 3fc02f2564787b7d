"""Paging by key: a page goes on after the last row seen, so that the thousandth costs as much as the first.

Rows that come or go while somebody pages neither double nor hide any other.
"""

import base64
import binascii
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from cms.core.errors import DomainError


class BadCursor(DomainError):
    """A place to go on from that no page of ours has given out."""


@dataclass(frozen=True)
class Keyset:
    """An order by one field and then by key, both in the same direction. `read` turns the field's text into its value."""

    name: str
    field: str
    read: Callable[[str], object]
    newest_first: bool = True

    def ordered(self, rows: QuerySet) -> QuerySet:
        sign = "-" if self.newest_first else ""
        return rows.order_by(f"{sign}{self.field}", f"{sign}pk")

    def page(self, rows: QuerySet, cursor: str, size: int) -> tuple[list, str]:
        """So many rows after the cursor, and the cursor of the next page; empty on the last one."""
        rows = list(self.ordered(self._after(rows, cursor))[: size + 1])
        return rows[:size], self.cursor_of(rows[size - 1]) if len(rows) > size else ""

    def cursor_of(self, row) -> str:
        value = getattr(row, self.field)
        text = value.isoformat() if isinstance(value, date) else str(value)
        return base64.urlsafe_b64encode(f"{self.name} {text} {row.pk}".encode()).decode().rstrip("=")

    def _after(self, rows, cursor):
        if not cursor:
            return rows
        value, pk = self._place(cursor)
        way, back = ("lte", "gte") if self.newest_first else ("gte", "lte")
        # The first condition lets the index begin at the right place; the second takes off what was seen there.
        return rows.filter(**{f"{self.field}__{way}": value}).exclude(**{self.field: value, f"pk__{back}": pk})

    def _place(self, cursor):
        try:
            padded = cursor.encode("ascii") + b"=" * (-len(cursor) % 4)
            name, text, pk = base64.b64decode(padded, b"-_", validate=True).decode().split(" ")
            place = self.read(text), int(pk)
        except (ValueError, UnicodeError, binascii.Error):
            raise self._bad() from None
        if name != self.name or not 0 < place[1] < 2**63 or not pk.isascii():
            raise self._bad()
        return place

    def _bad(self):
        return BadCursor(_("Con trỏ này không phải của danh sách này. Hãy bỏ con trỏ để đọc từ đầu."), field="cursor")


def a_day(text: str) -> date:
    return date.fromisoformat(text)


def a_moment(text: str) -> datetime:
    """With its offset, and in years that every database can hold."""
    moment = datetime.fromisoformat(text)
    if moment.tzinfo is None or not 1900 < moment.year < 9000:
        raise ValueError(text)
    return moment


def a_code(text: str) -> str:
    """Letters, digits and hyphens."""
    if not text.isascii() or not text.replace("-", "").replace("_", "").isalnum():
        raise ValueError(text)
    return text
