"""What this room does by the clock; the worker runs it."""

from cms.core import periodic, strays


def connect():
    """Register with the worker's clock, and tell which rows keep private files."""
    from catalog.models import ItemFile, ItemImport

    strays.kept_by(ItemFile, "path", "sha256")
    strays.kept_by(ItemImport, "path", "sha256")
    periodic.every_turn(bring_in_tables)
    periodic.every_turn(publish_what_is_due)
    periodic.every_turn(read_files)
    periodic.every_morning(check_entries)
    periodic.every_turn(end_what_is_over)
    periodic.every_hour(check_health)


def publish_what_is_due(at):
    """What two people approved for a time that has come."""
    from catalog.services import publishing

    publishing.publish_due(at)


def end_what_is_over(at):
    """Periods that have ended; the public has not seen them since midnight."""
    from catalog.services import publishing

    publishing.expire_due(at)


def read_files(at):
    """Words of files that have become public, for the search."""
    from catalog import file_texts

    file_texts.read_waiting(at)


def check_entries(at):
    """What the search knows is compared with what is public: a slip of any other day ends here."""
    from catalog import entries

    entries.rebuild(anew=False)


def check_health(at):
    """Files by their hash and links by asking: a little every hour, the longest unseen first."""
    from catalog import health

    health.check_due(at)


def bring_in_tables(at):
    """Tables that somebody sent: looked at, or written as drafts."""
    from catalog.services import importing

    importing.run_waiting(at)
