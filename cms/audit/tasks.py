"""What this room does by the clock."""

from cms.core import periodic


def connect():
    """Register with the worker's clock."""
    periodic.every_turn(sign_head)
    periodic.every_turn(tell_witnesses)


def sign_head(at):
    """A checkpoint of the record: hourly, after each letter, and once a day where nothing happened."""
    from cms.audit import checkpoint

    checkpoint.make_due(at)


def tell_witnesses(at):
    """The newest checkpoint to those who keep it elsewhere, and again where it did not arrive."""
    from cms.audit import witnesses

    witnesses.tell(at)
