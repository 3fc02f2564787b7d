"""How long words are on paper, in points. Tinos has the letter widths of Times New Roman."""

from functools import cache

from cms.core.typeset import FONTS

POINTS_A_MM = 72 / 25.4
#: The width of the text, and of the two columns at its head: who writes, and the State's name and motto.
TEXT_MM, LEFT_MM, RIGHT_MM = 165, 74, 91
INDENT_MM = 12.7


def length(text: str, size: int, *, bold: bool = False) -> float:
    """The length of one line of that size."""
    return _face("Tinos-Bold.ttf" if bold else "Tinos-Regular.ttf", size).getlength(text)


@cache
def _face(name: str, size: int):
    from PIL import ImageFont

    return ImageFont.truetype(str(FONTS / name), size)
