"""What this room does by the clock."""

from cms.core import periodic


def connect():
    """Register with the worker's clock."""
    periodic.every_turn(sign_head)


def sign_head(at):
    """A checkpoint of the record: hourly, after each letter, and once a day where nothing happened."""
    from cms.audit import checkpoint

    checkpoint.make_due(at)
