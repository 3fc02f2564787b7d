"""The progress chart of a plan, reckoned on the server: bars whose places are percent, so that no script is needed."""

from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

#: The parts of a bar in their order: attribute of Counts, class, word of the key.
PARTS = (
    ("done", "bar__done", _("đã hoàn thành")),
    ("sent", "bar__sent", _("đã báo cáo, chờ nhận")),
    ("waiting", "bar__wait", _("trong hạn")),
    ("late", "bar__late", _("quá hạn")),
)


@dataclass(frozen=True)
class Piece:
    css: str
    x: str
    width: str
    middle: str
    amount: int


@dataclass(frozen=True)
class Bar:
    """One task's bar; `said` is what a reader hears instead of the picture."""

    position: int
    pieces: list[Piece]
    said: str


def bars(rows) -> list[Bar]:
    """One bar for each task that somebody must report on."""
    return [_bar(row) for row in rows if row.counts.all]


def _bar(row) -> Bar:
    pieces, start, told = [], 0.0, []
    for name, css, word in PARTS:
        amount = getattr(row.counts, name)
        if not amount:
            continue
        width = 100 * amount / row.counts.all
        pieces.append(Piece(css, _percent(start), _percent(width), _percent(start + width / 2), amount))
        told.append(f"{amount} {word}")
        start += width
    return Bar(row.task.position, pieces, ", ".join(told))


def _percent(value: float) -> str:
    """With a point whatever the locale: SVG knows no comma."""
    return f"{value:.2f}%"
