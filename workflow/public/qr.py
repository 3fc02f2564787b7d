"""The QR picture of the look-up page: a plain address, never a number and never a code (S5)."""

from functools import cache

import segno
from django.urls import reverse
from django.utils.html import format_html

from cms.core.addresses import absolute


def lookup_url() -> str:
    """The look-up page as people type it; from the configured address, never from the Host header."""
    return absolute(reverse("workflow:lookup"))


@cache
def picture(text: str) -> str:
    """An inline SVG without style or colour of its own, one path of horizontal strokes."""
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
        "Mã QR dẫn tới trang tra cứu hồ sơ",
        "".join(strokes),
    )


def typed_address() -> str:
    """The same as a person types it: without scheme and last slash."""
    return lookup_url().partition("://")[2].rstrip("/")
