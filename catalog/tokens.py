"""The words under which an entry is found, and what a search asks of them.

A token is a word, or a word with a sign before it: `t.` stands in the title, `o.` is the entry's own number, `k.` its
kind, `a.` its authority, `y.` `q.` `m.` its year, quarter and month; `+` joins two words that follow each other. Letters
are small, and no word holds a sign: so a token is one token for every database, and what is asked is only whether it is there.
For PostgreSQL `b.` is how a word begins: too many begin with the same two letters to gather them at each search.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from cms.core.words import bare, number_key, numbers, words

TITLE, OWN, KIND, AUTHORITY, YEAR, QUARTER, MONTH, BEGUN = "t.", "o.", "k.", "a.", "y.", "q.", "m.", "b."
#: PostgreSQL holds one megabyte of words an entry; what comes later in a long file is not indexed, on any database.
MOST_BYTES = 900_000
#: A letter stands in at most six tokens, with at most four bytes in each.
_MOST_GROWTH = 32
#: The beginning of a word must say at least this much.
SHORTEST_BEGINNING = 2
#: With all beginnings, which few texts come near: PostgreSQL refuses an entry with more.
_MOST_BYTES_BEGUN = 1_000_000


def kind_token(kind: str) -> str:
    return f"{KIND}{kind.lower()}"


def authority_token(authority_id: int | None) -> str:
    """None is the whole site's."""
    return f"{AUTHORITY}{authority_id or 0}"


def year_token(year: int) -> str:
    return f"{YEAR}{year}"


def time_tokens(day: date) -> tuple[str, ...]:
    """The year, the quarter and the month of a day."""
    number = day.year * 12 + day.month - 1
    return year_token(day.year), _quarter(number), _month(number)


def _quarter(month):
    return f"{QUARTER}{month // 12}-{month % 12 // 3 + 1}"


def _month(month):
    return f"{MONTH}{month // 12}-{month % 12 + 1}"


def spans_before(end: int, years: int) -> tuple[list[tuple[str, ...]], int]:
    """Spans of time back from the month `end`, each longer than the one after it, as tokens; and the month they reach.

    Months are counted from January of the year 0, and `end` is not among them. Two months, what is left of their
    quarter, what is left of the year; then a year alone, and of so many `years` the others together. The fewer tokens
    a span has, the less of it is read for words that are rare in it.
    """
    first = end - 2
    spans = [tuple(map(_month, range(end - 1, first - 1, -1)))]
    quarter = (first - 1) // 3 * 3
    spans.append((_quarter(quarter),) if first % 3 == 0 else tuple(map(_month, range(first - 1, quarter - 1, -1))))
    year = quarter // 12 * 12
    if year < quarter:
        spans.append(tuple(map(_quarter, range(quarter - 3, year - 1, -3))))
    whole = [year_token(year // 12 - back) for back in range(1, years + 1)]
    spans += [tuple(part) for part in (whole[:1], whole[1:]) if part]
    return spans, year - 12 * years


def begins(token: str) -> str:
    """The token of all words, or all in a title, that begin so; empty for a longer beginning, which has none."""
    sign, word = (TITLE, token[len(TITLE) :]) if token.startswith(TITLE) else ("", token)
    return f"{sign}{BEGUN}{word}" if len(word) == SHORTEST_BEGINNING else ""


def with_beginnings(tokens: str) -> list[str]:
    """The tokens of an entry, and how their words begin."""
    kept = tokens.split(" ")
    begun, size = {}, len(tokens.encode())
    for token in kept:
        sign, word = (TITLE, token[len(TITLE) :]) if token.startswith(TITLE) else ("", token)
        if "." in word or "+" in word or len(word) < SHORTEST_BEGINNING:
            continue
        beginning = f"{sign}{BEGUN}{word[:SHORTEST_BEGINNING]}"
        if beginning not in begun:
            size += _size(beginning)
            if size > _MOST_BYTES_BEGUN:
                break
            begun[beginning] = None
    return [*kept, *begun]


def entry_tokens(*, title: str, number: str, texts: Sequence[str], filters: Iterable[str]) -> tuple[str, str]:
    """The tokens of an entry, and all its words in their order; both between blanks."""
    kept: dict[str, None] = dict.fromkeys(filters)
    if number:
        kept[f"{OWN}{number_key(number)}"] = None
    kept |= dict.fromkeys(f"{TITLE}{token}" for token in _tokens_of(f"{title} {number}"))
    spoken, spoken_bare, size = [], [], sum(map(_size, kept))
    # Short texts, nearly all there are, cannot come near the limit: nothing need be added up.
    is_short = len(title) + sum(map(len, texts)) < MOST_BYTES // _MOST_GROWTH
    for text in (title, number, *texts):
        if is_short:
            kept |= dict.fromkeys(_tokens_of(text))
        else:
            size = _add(kept, text, size)
        written = words(text)
        spoken.append(" ".join(written))
        spoken_bare.append(" ".join(map(bare, written)))
    # Texts stay apart, so that no phrase reaches from one into the next.
    wording = f" {' | '.join(spoken)} "
    return " ".join(kept), wording if spoken == spoken_bare else f"{wording}| {' | '.join(spoken_bare)} "


def _add(kept, text, size):
    """Add the tokens of a text as far as there is room; returns how much is taken."""
    for token in _tokens_of(text):
        if token not in kept:
            if size + _size(token) > MOST_BYTES:
                break
            size += _size(token)
            kept[token] = None
    return size


def _size(token):
    return len(token.encode()) + 1


def _tokens_of(text):
    yield from numbers(text)
    before = ""
    for word in words(text):
        yield from _both(word)
        if before:
            yield from _both(f"{before}+{word}")
        before = word


def _both(token):
    yield token
    if (without := bare(token)) != token:
        yield without


@dataclass(frozen=True)
class Wanted:
    """Tokens that must all be there, the last of `beginnings` only as the beginning of a word; phrases to be sure of."""

    tokens: tuple[str, ...]
    beginnings: tuple[str, ...] = ()
    phrases: tuple[str, ...] = ()

    def within(self, filters: Iterable[str]) -> "Wanted":
        """The same, among entries that also have these tokens."""
        return Wanted((*self.tokens, *filters), self.beginnings, self.phrases)
