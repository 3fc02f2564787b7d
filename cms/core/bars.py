"""Bars drawn on the server: parts of a whole whose places are percent, so that no script is needed.

A picture for who would rather look than read; the table with the same figures stands beside it.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

#: One part of every bar: its name in the counts, its class, its word in the key.
Part = tuple[str, str, object]


@dataclass(frozen=True)
class Piece:
    css: str
    x: str
    width: str
    middle: str
    amount: int


@dataclass(frozen=True)
class Bar:
    """`said` is what a reader hears instead of the picture."""

    label: str
    pieces: list[Piece]
    said: str


def bar(label: str, counts: Mapping[str, int], parts: Sequence[Part]) -> Bar:
    """One bar as wide as all its parts together; a part of nothing is left out."""
    whole = sum(counts[name] for name, _css, _word in parts)
    pieces, start, told = [], 0.0, []
    for name, css, word in parts:
        amount = counts[name]
        if not amount:
            continue
        width = 100 * amount / whole
        pieces.append(Piece(css, percent(start), percent(width), percent(start + width / 2), amount))
        told.append(f"{amount} {word}")
        start += width
    return Bar(label, pieces, ", ".join(told))


def percent(value: float) -> str:
    """With a point whatever the locale: SVG knows no comma."""
    return f"{value:.2f}%"
