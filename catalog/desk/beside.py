"""What rooms above have to do with an item, shown beside it at the desk and nowhere in public."""

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True)
class Link:
    """One case that concerns the item: its label, its address, and where it stands."""

    label: str
    url: str
    words: str = ""


_TELLERS: list[Callable] = []


def told_by(teller: Callable) -> None:
    """Let `teller(item, user)` give the links that this person may follow; rooms above call this when they are ready."""
    if teller not in _TELLERS:
        _TELLERS.append(teller)


def links_of(item, user) -> list[Link]:
    """Everything that concerns the item and that this person may see."""
    return [link for teller in _TELLERS for link in teller(item, user)]
