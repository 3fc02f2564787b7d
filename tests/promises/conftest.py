"""An office with its people, for every test here."""

from tests.factories.fixtures import house, make_house_with

__all__ = ["house", "make_house_with"]
