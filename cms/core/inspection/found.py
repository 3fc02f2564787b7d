"""A finding: what kind, at which place, and whether it holds the file or only tells. The kinds are data."""

from dataclasses import dataclass
from enum import StrEnum

#: So many places of one kind are named in one file; that there are more is said in the last of them.
MOST_OF_A_KIND = 20
LONGEST_PLACE = 200  # characters


class Kind(StrEnum):
    """What was found. The words for it stand where the site speaks (workflow.choices)."""

    WRONG_KIND = "WRONG_KIND"
    ENCRYPTED = "ENCRYPTED"
    TOO_LARGE = "TOO_LARGE"
    UNREADABLE = "UNREADABLE"
    NOT_FINISHED = "NOT_FINISHED"
    TRAILING = "TRAILING"
    HIDDEN_SHEET = "HIDDEN_SHEET"
    VERY_HIDDEN_SHEET = "VERY_HIDDEN_SHEET"
    HIDDEN_ROWS = "HIDDEN_ROWS"
    HIDDEN_COLUMNS = "HIDDEN_COLUMNS"
    PIVOT_CACHE = "PIVOT_CACHE"
    EXTERNAL_LINK = "EXTERNAL_LINK"
    NAME_OUTSIDE = "NAME_OUTSIDE"
    LEFTOVER_TEXT = "LEFTOVER_TEXT"
    CONNECTION = "CONNECTION"
    COMMENT = "COMMENT"
    TRACKED = "TRACKED"
    HIDDEN_TEXT = "HIDDEN_TEXT"
    AUTHOR = "AUTHOR"
    FOLDER = "FOLDER"
    CUSTOM_DATA = "CUSTOM_DATA"
    EMBEDDED = "EMBEDDED"
    OUTSIDE_PART = "OUTSIDE_PART"
    MACRO = "MACRO"
    SCRIPT = "SCRIPT"
    NOTE = "NOTE"
    REDACTION_NOT_APPLIED = "REDACTION_NOT_APPLIED"
    HIDDEN_LAYER = "HIDDEN_LAYER"
    COVERED_TEXT = "COVERED_TEXT"
    UNSEEN_TEXT = "UNSEEN_TEXT"
    EARLIER_STATE = "EARLIER_STATE"
    SIGNED_STATES = "SIGNED_STATES"
    POSITION = "POSITION"
    PICTURE_DATA = "PICTURE_DATA"
    THUMBNAIL = "THUMBNAIL"


#: May be meant for everybody: a person says so with a reason, another confirms. Every other kind holds the file.
TELLS = frozenset(
    {
        Kind.HIDDEN_ROWS,
        Kind.HIDDEN_COLUMNS,
        Kind.NAME_OUTSIDE,
        Kind.COMMENT,
        Kind.AUTHOR,
        Kind.CUSTOM_DATA,
        Kind.NOTE,
        Kind.SIGNED_STATES,
        Kind.POSITION,
        Kind.PICTURE_DATA,
    }
)


class Place(StrEnum):
    """What `at` counts or names."""

    FILE = "FILE"
    PAGE = "PAGE"
    SHEET = "SHEET"
    CELL = "CELL"
    ROWS = "ROWS"
    COLUMNS = "COLUMNS"
    PARAGRAPH = "PARAGRAPH"
    PART = "PART"
    PROPERTY = "PROPERTY"
    NAME = "NAME"


@dataclass(frozen=True)
class Found:
    """One finding. `at` is a page or paragraph number, "Lương!B3", a part's or property's name; "" for the whole file."""

    kind: Kind
    place: Place = Place.FILE
    at: str = ""

    @property
    def holds(self) -> bool:
        return self.kind not in TELLS


class CannotClean(Exception):
    """A copy that shows the same and tells nothing more cannot be made by a program; a person must redact."""


class Broken(Exception):
    """The file is not what it says it is, or cannot be read to its end. `kind` is the finding."""

    def __init__(self, kind: Kind, at: str = ""):
        super().__init__(kind)
        self.kind, self.at = kind, at


def tidy(found) -> list[Found]:
    """Each place once, in order, shortened; of very many places of one kind only the first."""
    kept, counted = [], {}
    for one in dict.fromkeys(found):
        counted[one.kind] = counted.get(one.kind, 0) + 1
        if counted[one.kind] <= MOST_OF_A_KIND:
            kept.append(Found(one.kind, one.place, one.at[:LONGEST_PLACE]))
    return kept
