"""The 34 provincial units since 01/07/2025, in Vietnamese order; Đồng Nai is a city since 2026."""

import csv
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from cms.core.text import sort_key

_LIST = Path(__file__).parent / "data" / "provinces.csv"


@dataclass(frozen=True)
class Province:
    """One provincial unit: its two-digit code, and whether it is a province (tỉnh) or a city (thành phố)."""

    code: str
    kind: str
    name: str

    def __str__(self) -> str:
        """Tỉnh An Giang, Thành phố Huế: as it stands in an address."""
        return f"{self.kind} {self.name}"


@cache
def provinces() -> tuple[Province, ...]:
    """Every unit once, by name."""
    with _LIST.open(encoding="utf-8", newline="") as handle:
        rows = [Province(**row) for row in csv.DictReader(handle)]
    return tuple(sorted(rows, key=lambda province: sort_key(province.name)))
