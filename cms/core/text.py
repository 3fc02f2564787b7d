"""Vietnamese text: one normal form, one folding for search, one order for lists."""

import unicodedata

from django.utils.text import slugify

_MARKLESS = str.maketrans("đĐ", "dD")
_LETTERS = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
_TONES = {"\u0300": 1, "\u0309": 2, "\u0303": 3, "\u0301": 4, "\u0323": 5}  # huyền hỏi ngã sắc nặng
_LETTER_MARKS = {"\u0306", "\u0302", "\u031b"}  # ă, â ê ô, ơ ư
#: Characters that show nothing and turn text around: refused in names of people and files.
INVISIBLE = dict.fromkeys(
    [*range(0x00, 0x09), 0x0B, 0x0C, *range(0x0E, 0x20), 0x7F, *range(0x200B, 0x2010), *range(0x202A, 0x202F)]
    + [0x2028, 0x2029, *range(0x2060, 0x2065), *range(0x2066, 0x206A), 0xFEFF]
)


def nfc(text: str) -> str:
    """The one form in which text is kept: composed letters, no invisible characters, ends trimmed."""
    return unicodedata.normalize("NFC", text or "").translate(INVISIBLE).strip()


def fold(text: str) -> str:
    """Đường Lê Lợi → duong le loi: how people type when they search."""
    letters = unicodedata.normalize("NFD", (text or "").lower().translate(_MARKLESS))
    return " ".join("".join(c for c in letters if not unicodedata.combining(c)).split())


def slug(text: str) -> str:
    """An address part: marks removed, đ → d, ASCII, at most 80 characters."""
    return slugify(fold(text))[:80].strip("-")


def sort_key(text: str) -> list:
    """Vietnamese order: letter by letter (a ă â b … đ …), then tone (ngang huyền hỏi ngã sắc nặng)."""
    bases, tones = [], []
    for char in unicodedata.normalize("NFC", text or "").lower():
        parts = unicodedata.normalize("NFD", char)
        tone = next((_TONES[p] for p in parts if p in _TONES), 0)
        base = unicodedata.normalize("NFC", "".join(p for p in parts if p == parts[0] or p in _LETTER_MARKS))
        place = _LETTERS.find(base)
        bases.append(place + 200 if place >= 0 else ord(base[0]) if ord(base[0]) < 128 else 1_000 + ord(base[0]))
        tones.append(tone)
    return [bases, tones, text]
