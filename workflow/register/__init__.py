"""Sổ theo dõi: every request with what became of it, one row each, read through the one gate (readings.md 16.1)."""

from workflow.register.columns import COLUMNS, Column, columns_for
from workflow.register.exporting import EXPORTED, export
from workflow.register.rows import Filters, requests_of, rows_of
from workflow.register.totals import Totals, totals_of

__all__ = [
    "COLUMNS",
    "EXPORTED",
    "Column",
    "Filters",
    "Totals",
    "columns_for",
    "export",
    "requests_of",
    "rows_of",
    "totals_of",
]
