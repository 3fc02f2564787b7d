"""An office with its people, for every test here; a world that is made once for a file of tests."""

from tests.factories.fixtures import house, kept_for_the_file, make_house_with

__all__ = ["house", "kept_for_the_file", "make_house_with"]
