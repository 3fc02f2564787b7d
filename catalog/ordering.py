"""Vietnamese order as a text that any database sorts alike, and the folded text that a filter looks in."""

from cms.core.text import fold, sort_key

_LETTERS = 60  # beyond them two titles may stand in either order


def order_text(text: str) -> str:
    """a ă â b … đ …, then tone: letters first, tones second, in digits that sort byte by byte."""
    bases, tones, _text = sort_key(text[:_LETTERS])
    return "".join(f"{min(base, 0xFFFF):04x}" for base in bases) + "0000" + "".join(str(tone) for tone in tones)


def folded_text(*texts: str) -> str:
    """What people may type of these, without marks."""
    return fold(" ".join(filter(None, texts)))[:700]
