"""What somebody typed into the search box, read as words, phrases and numbers. Nothing that is typed is an operator."""

import re
from dataclasses import dataclass
from itertools import pairwise

from catalog.tokens import OWN, SHORTEST_BEGINNING, TITLE, Wanted
from cms.core.text import nfc
from cms.core.words import bare, pieces

LONGEST = 200  # characters
MOST_WORDS = 12
_QUOTED = re.compile(r'["“”„«»]([^"“”„«»]*)["“”„«»]')


@dataclass(frozen=True)
class Asked:
    """What is looked for: single words, phrases as lists of words, document numbers in one piece."""

    text: str
    words: tuple[str, ...] = ()
    phrases: tuple[tuple[str, ...], ...] = ()
    numbers: tuple[str, ...] = ()
    #: The last word or number typed, where it may be only the beginning of one.
    open: str = ""

    @property
    def is_empty(self) -> bool:
        """Nothing that can be looked for was typed."""
        return not (self.words or self.phrases or self.numbers)

    @property
    def has_marks(self) -> bool:
        return any(bare(word) != word for word in (*self.words, *sum(self.phrases, ())))

    def without_marks(self) -> "Asked":
        """The same words, bare: found whatever their marks."""
        phrases = tuple(tuple(map(bare, phrase)) for phrase in self.phrases)
        singles = tuple(dict.fromkeys(map(bare, self.words)))
        return Asked(self.text, singles, phrases, self.numbers, bare(self.open))

    def is_begun(self, rung: int) -> bool:
        """Whether what stands on that rung of the ladder only begins with the last word."""
        return bool(self.open) and rung >= len(self.ladder()) - 2

    def ladder(self) -> list[Wanted]:
        """What to look for, best first: the number itself, whole words in the title, whole words, beginnings."""
        singles = (*self.numbers, *self.words)
        pairs = tuple(f"{one}+{two}" for phrase in self.phrases for one, two in pairwise(phrase))
        pairs += tuple(phrase[0] for phrase in self.phrases if len(phrase) == 1)
        # Two words that follow each other are one token; only of longer phrases the pairs may stand apart.
        sure = tuple(f" {' '.join(phrase)} " for phrase in self.phrases if len(phrase) > 2)
        titled = tuple(f"{TITLE}{token}" for token in (*singles, *pairs))
        rungs = []
        if self.numbers:
            others = (*self.numbers[1:], *self.words, *pairs)
            rungs.append(Wanted((f"{OWN}{self.numbers[0]}", *others), (), sure))
        rungs += [Wanted(titled, (), sure), Wanted((*singles, *pairs), (), sure)]
        if self.open:
            begun = f"{TITLE}{self.open}"
            rungs += [
                Wanted(tuple(token for token in titled if token != begun), (begun,), sure),
                Wanted(tuple(token for token in (*singles, *pairs) if token != self.open), (self.open,), sure),
            ]
        return rungs


def read(typed: str) -> Asked:
    """What was typed; odd characters, too many words and too long a text are cut, never refused."""
    text = nfc(typed)[:LONGEST].strip()
    singles, phrases, found, last = [], [], [], ""
    # Every second part stood between quotes; an opening quote without its partner counts for nothing.
    parts = _QUOTED.split(text)
    for place, part in enumerate(parts):
        said = pieces(part)
        if place % 2 and not any(is_number for _piece, is_number in said):
            phrases += [tuple(piece for piece, _ in said[:MOST_WORDS])] if said else []
            last = ""
            continue
        singles += [piece for piece, is_number in said if not is_number]
        found += [piece for piece, is_number in said if is_number]
        if said:
            last = "" if place % 2 else _beginning(said)
    kept = tuple(dict.fromkeys(singles[:MOST_WORDS]))
    kept_numbers = tuple(dict.fromkeys(found[:MOST_WORDS]))
    return Asked(text, kept, tuple(phrases[:MOST_WORDS]), kept_numbers, last if last in kept + kept_numbers else "")


def _beginning(said):
    """The last of these, if it is long enough to be the beginning of a word."""
    piece, is_number = said[-1] if said else ("", False)
    return piece if is_number or len(bare(piece)) >= SHORTEST_BEGINNING else ""
