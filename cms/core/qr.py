"""QR codes as pictures within a page: one path of horizontal strokes, without style or colour of its own."""

import segno
from django.utils.html import format_html


def picture(text: str, label: str) -> str:
    """An inline SVG; `label` is what a reader hears instead."""
    rows = [list(row) for row in segno.make_qr(text, error="m").matrix_iter(border=2)]
    strokes = []
    for y, row in enumerate(rows):
        x = 0
        while x < len(row):
            width = 0
            while x + width < len(row) and row[x + width]:
                width += 1
            if width:
                strokes.append(f"M{x} {y}.5h{width}")
            x += width or 1
    return format_html(
        '<svg class="qr" viewBox="0 0 {0} {0}" role="img" aria-label="{1}"><path stroke="currentColor" d="{2}"/></svg>',
        len(rows),
        label,
        "".join(strokes),
    )
