"""An invented province's catalog, to be looked at and tried: every kind of row, in every state. No such papers exist."""

from catalog.demo.stories import Desk, all_stories

__all__ = ["Desk", "all_stories"]
