"""What an entry is about, as people know it: its name, its page, and whether this person may see it.

Entries hold a type and a key. The room that owns the type tells the rest here when it is ready; its own gate answers.
A thing that a gate does not give is named by its code alone and leads nowhere.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from django.apps import apps


@dataclass(frozen=True)
class Place:
    """One thing as somebody may see it. `reads_personal` says whether its personal words may be shown to them."""

    label: str
    url: str = ""
    reads_personal: bool = False


def _alone(kind: str, key: str) -> list[tuple[str, str]]:
    return [(kind, key)]


@dataclass(frozen=True)
class PlaceKind:
    """One type of thing. `places(user, keys)` gives those that the person may see, in a fixed number of statements.

    `find(user, text)` gives the keys that a person means by a number they typed. `parts(kind, key)` names every
    (type, key) whose entries make up its story. `tell(payloads)` gives changes that no history row names.
    `leaves_out` are kinds of entries that say nothing in that story.
    """

    label: str
    places: Callable[[object, list[str]], dict[str, Place]]
    find: Callable[[object, str], Iterable] | None = None
    parts: Callable[[str, str], list[tuple[str, str]]] = _alone
    tell: Callable[[list[dict]], dict] | None = None
    leaves_out: frozenset[str] = frozenset()


_KINDS: dict[str, PlaceKind] = {}


def tell_of(kind: str, place_kind: PlaceKind) -> None:
    """A room says how its things of this type ("workflow.informationrequest") are shown."""
    _KINDS[kind] = place_kind


def kind_of(kind: str) -> PlaceKind | None:
    return _KINDS.get(kind)


def label_of(kind: str) -> str:
    """What things of this type are called; their model's own name where no room has told more."""
    if kind in _KINDS:
        return str(_KINDS[kind].label)
    try:
        return str(apps.get_model(kind)._meta.verbose_name)
    except (LookupError, ValueError):
        return kind


def places_of(user, subjects: Iterable[tuple[str, str]]) -> dict[tuple[str, str], Place]:
    """Those of the things that this person may see; so many statements as there are types among them."""
    by_kind = defaultdict(set)
    for kind, key in subjects:
        by_kind[kind].add(key)
    return {
        (kind, key): place
        for kind, keys in sorted(by_kind.items())
        if kind in _KINDS
        for key, place in _KINDS[kind].places(user, numbers(keys)).items()
    }


def numbers(keys) -> list[str]:
    """The keys that a database would take for one: digits, and not too many."""
    return sorted(key for key in keys if key.isascii() and key.isdigit() and len(key) < 19)


def find(user, text: str) -> list[tuple[str, str]]:
    """What a person means by a number or a name they typed, among what they may see."""
    return [
        (kind, str(key))
        for kind, place_kind in _KINDS.items()
        if place_kind.find
        for key in place_kind.find(user, text)
    ]
