"""Vietnamese text as words to search by: the same on every database, because no database takes part in it.

A word is kept as written and bare ("đất", "dat"). The number of a document is also kept in one piece
("13/2018/nd-cp"), so that its parts in another order are another number.
"""

import re
import unicodedata
from functools import lru_cache

from cms.core.text import fold, nfc

#: Marks that are letters' own in Khmer and Cham; Vietnamese ones are composed with their letter.
_MARKS = "\u0300-\u036f\u17b4-\u17d3\uaa29-\uaa36\uaa43\uaa4c\uaa4d"
_WORD = re.compile(rf"[^\W_][^\W_{_MARKS}]*(?:[{_MARKS}]+[^\W_]*)*")
#: 13/2018/NĐ-CP, 41/QĐ-UBND, 01/2026/QH16: begins with a digit and has a stroke.
_NUMBER = re.compile(r"(?<![\w/-])\d[^\W_]*(?:-[^\W_]+)*/[^\W_]+(?:[/-][^\W_]+)*")
_PIECE = re.compile(f"(?P<number>{_NUMBER.pattern})|{_WORD.pattern}")
_STROKES = re.compile(r"\s*/\s*")
_DASHES = dict.fromkeys(map(ord, "‐‑‒–—−"), "-")
_LEADING_ZEROS = re.compile(r"(?<![^/-])0+(?=\d)")
#: One place for the tone mark: "hoà" and "hòa", "thuỷ" and "thủy" are one word.
_TONES = {
    f"{first}{marked}": f"{first_marked}{last}"
    for first, last, marks in (("o", "a", "òà óá ỏả õã ọạ"), ("o", "e", "òè óé ỏẻ õẽ ọẹ"), ("u", "y", "ùỳ úý ủỷ ũỹ ụỵ"))
    for first_marked, marked in marks.split()
}
_TONE = re.compile("|".join(_TONES))
#: Longer runs of letters are no words; the rest is left out.
LONGEST_WORD = 40


def plain(text: str) -> str:
    """Small letters in one normal form, tone marks in one place. Almost always as long as the text (see `same_length`)."""
    return _TONE.sub(lambda found: _TONES[found[0]], unicodedata.normalize("NFC", nfc(text).lower()))


def words(text: str) -> list[str]:
    """The words in their order, as written: ["tiếp", "cận", "thông", "tin"]."""
    return [word[:LONGEST_WORD] for word in _WORD.findall(plain(text))]


def numbers(text: str) -> list[str]:
    """The documents' numbers in the text, in one piece, without marks and leading zeros: ["13/2018/nd-cp"]."""
    if "/" not in (text or ""):
        return []
    written = _STROKES.sub("/", plain(text).translate(_DASHES))
    return [number_key(found) for found in _NUMBER.findall(written)]


def number_key(number: str) -> str:
    """One number in one piece: "05/TB-UBND" → "5/tb-ubnd"."""
    written = _STROKES.sub("/", fold(nfc(number)).translate(_DASHES)).replace(" ", "")
    return _LEADING_ZEROS.sub("", written)[: LONGEST_WORD * 2]


def pieces(text: str) -> list[tuple[str, bool]]:
    """Words and numbers in their order, each with whether it is a number; the parts of a number do not come again."""
    written = _STROKES.sub("/", plain(text).translate(_DASHES))
    return [
        (number_key(found[0]), True) if found.lastgroup == "number" else (found[0][:LONGEST_WORD], False)
        for found in _PIECE.finditer(written)
    ]


@lru_cache(maxsize=20_000)  # a language has few words: indexing asks for the same ones again and again
def bare(word: str) -> str:
    """A word without its marks: "đất" → "dat"."""
    return fold(word)


def same_length(text: str) -> tuple[str, str]:
    """The text as written and bare, letter for letter as long as `text` itself, to find the place of a word in it."""
    written = text.lower()
    if len(written) != len(text):  # a few letters of other languages grow
        written = "".join(letter.lower() if len(letter.lower()) == 1 else letter for letter in text)
    written = _TONE.sub(lambda found: _TONES[found[0]], written)
    return written, written.translate(_BARE)


def _bare_letters():
    letters = {}
    for code in [*range(0xC0, 0x250), *range(0x1EA0, 0x1F00)]:
        letter = fold(chr(code))
        if len(letter) == 1:
            letters[code] = letter
    return letters


_BARE = _bare_letters()
