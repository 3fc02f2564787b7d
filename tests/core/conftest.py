"""A world that is made once for a file of tests."""

from tests.factories.fixtures import kept_for_the_file

__all__ = ["kept_for_the_file"]
