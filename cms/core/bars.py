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


def bar(label: str, counts: Mapping[str, int], parts: Sequence[Part], of: int = 0) -> Bar:
    """One bar as wide as all its parts together; a part of nothing is left out.

    `of`: what the full width stands for, so that several bars can be compared; without it, the bar's own whole.
    """
    whole = of or sum(counts[name] for name, _css, _word in parts)
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


@dataclass(frozen=True)
class Column:
    """One column: places in percent across and px down."""

    css: str
    x: str
    width: str
    top: int
    height: int


@dataclass(frozen=True)
class Columns:
    """The columns of one name on the axis, side by side. `said` is what a reader hears instead of the picture."""

    label: str
    middle: str
    columns: list[Column]
    said: str


#: Px: the tallest column.
HEIGHT = 150


def columns(rows: Sequence[tuple[str, Mapping[str, int]]], parts: Sequence[Part]) -> list[Columns]:
    """A group of columns for each (label, counts); empty where there is nothing to draw."""
    most = max((counts[name] for _label, counts in rows for name, _css, _word in parts), default=0)
    if not most:
        return []
    step, found = 100 / len(rows), []
    wide = step * 0.8 / len(parts)
    for place, (label, counts) in enumerate(rows):
        drawn = []
        for number, (name, css, _word) in enumerate(parts):
            height = round(HEIGHT * counts[name] / most)
            left = place * step + step * 0.1 + number * wide
            drawn.append(Column(css, percent(left), percent(wide), HEIGHT - height, height))
        said = ", ".join(f"{counts[name]} {word}" for name, _css, word in parts)
        found.append(Columns(label, percent((place + 0.5) * step), drawn, said))
    return found


def percent(value: float) -> str:
    """With a point whatever the locale: SVG knows no comma."""
    return f"{value:.2f}%"
