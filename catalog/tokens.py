"""The words under which an entry is found, and what a search asks of them.

A token is a word, or a word with a sign before it: `t.` stands in the title, `o.` is the entry's own number, `k.` its
kind, `a.` its authority, `y.` its year; `+` joins two words that follow each other. Letters are small, and no word
holds a sign: so a token is one token for every database, and what is asked is only whether it is there.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from cms.core.words import bare, number_key, numbers, words

TITLE, OWN, KIND, AUTHORITY, YEAR = "t.", "o.", "k.", "a.", "y."
#: PostgreSQL holds one megabyte of words an entry; what comes later in a long file is not indexed, on any database.
MOST_BYTES = 900_000
#: A letter stands in at most six tokens, with at most four bytes in each.
_MOST_GROWTH = 32
#: The beginning of a word must say at least this much.
SHORTEST_BEGINNING = 2


def kind_token(kind: str) -> str:
    return f"{KIND}{kind.lower()}"


def authority_token(authority_id: int | None) -> str:
    """None is the whole site's."""
    return f"{AUTHORITY}{authority_id or 0}"


def year_token(year: int) -> str:
    return f"{YEAR}{year}"


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
