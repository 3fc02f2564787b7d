"""The part of a text where what was asked stands, with the words marked; everything else escaped."""

import re
from itertools import islice

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from catalog.asked import Asked
from cms.core.words import bare, same_length

LENGTH = 230  # characters of an excerpt
_BEFORE = 60  # at most so many of them before the first word found
_MOST_PLACES = 200
_BLANKS = re.compile(r"\s+")
_LEFT, _RIGHT = r"(?<![^\W_])", r"(?![^\W_])"


class Marker:
    """Finds and marks the words of one search in any text; with `is_begun` also words that begin with the last one."""

    def __init__(self, asked: Asked, is_begun: bool = False):
        begun = asked.open if is_begun else ""
        marked, plain = [], [_number(number, is_open=number == begun) for number in asked.numbers]
        for phrase in asked.phrases:
            (plain if tuple(map(bare, phrase)) == phrase else marked).append(_phrase(phrase))
        for word in asked.words:
            (plain if bare(word) == word else marked).append(_word(word, is_open=word == begun))
        self._written = re.compile("|".join(marked)) if marked else None
        self._bare = re.compile("|".join(plain)) if plain else None

    def places(self, text: str) -> list[tuple[int, int, str]]:
        """Where words that were asked stand: from, to, which."""
        found = []
        for pattern, letters in zip((self._written, self._bare), same_length(text), strict=True):
            if pattern:
                found += [(hit.start(), hit.end(), hit[0]) for hit in islice(pattern.finditer(letters), _MOST_PLACES)]
        return sorted(found)

    def marked(self, text: str) -> SafeString:
        """The whole text, its words marked."""
        return _mark(text, self.places(text), 0, len(text))

    def excerpt(self, *texts: str) -> SafeString:
        """About two lines of the first text that holds a word, around the place that holds most of them."""
        for text in texts:
            if places := self.places(text):
                start, end = _window(text, places)
                return _mark(text, places, start, end)
        text = next(filter(None, texts), "")
        return _mark(text, [], 0, _word_end(text, LENGTH))


def _word(word, is_open):
    return f"{_LEFT}{re.escape(word)}{'' if is_open else _RIGHT}" + (r"[^\W_]*" if is_open else "")


def _phrase(phrase):
    return _LEFT + r"[\W_]+".join(map(re.escape, phrase)) + _RIGHT


def _number(number, is_open):
    """13/2018/nd-cp, as 013/2018/NĐ-CP or with blanks around its strokes."""
    parts = []
    for part in re.split("([/-])", number):
        if part == "/":
            parts.append(r"\s*/\s*")
        elif part == "-":
            parts.append(r"\s*[-‐‑‒–—−]\s*")
        else:
            parts.append(("0*" if part.isdigit() else "") + re.escape(part))
    return _LEFT + "".join(parts) + ("[^\\s,;.]*" if is_open else _RIGHT)


def _window(text, places):
    """The first stretch in which most different words stand."""
    best, most = places[0][0], 0
    for place, (start, _end, _which) in enumerate(places):
        inside = {which for begin, end, which in places[place : place + 30] if end <= start + LENGTH - _BEFORE}
        if len(inside) > most:
            best, most = start, len(inside)
    start = _word_start(text, max(0, best - _BEFORE))
    return start, _word_end(text, start + LENGTH)


def _word_start(text, at):
    if at == 0:
        return 0
    blank = re.search(r"\s", text[at : at + _BEFORE])
    return at + blank.end() if blank else at


def _word_end(text, at):
    if at >= len(text):
        return len(text)
    blank = max(text.rfind(" ", 0, at), text.rfind("\n", 0, at))
    return blank if blank > at - _BEFORE else at


def _mark(text, places, start, end):
    parts, at = ["… "] if start else [], start
    for begin, stop in _joined(text, places):
        if begin < at or stop > end:
            continue
        parts += [_one_line(text[at:begin]), format_html("<mark>{}</mark>", _one_line(text[begin:stop]))]
        at = stop
    parts += [_one_line(text[at:end]), "…" if end < len(text) else ""]
    return format_html_join("", "{}", ((part,) for part in parts))


def _one_line(text):
    return _BLANKS.sub(" ", text)


def _joined(text, places):
    """Neighbours become one: bảng giá đất is marked as a whole."""
    joined = []
    for begin, end, _which in places:
        if joined and (begin <= joined[-1][1] or text[joined[-1][1] : begin].isspace()):
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((begin, end))
    return joined
