"""What goes wrong in plain words. Services raise these; doors show `str(error)` beside the field or on a page."""


class DomainError(Exception):
    """A rule of the house or the law says no. `field` names the input it belongs to, `article` the source."""

    def __init__(self, message, *, field=None, article=""):
        super().__init__(message)
        self.field = field
        self.article = article


class NotAllowed(DomainError):
    """This person may not do this, or not now: answered 403, recorded, nothing changed."""


class StaleView(DomainError):
    """Somebody was faster: answered 409 with what changed since. `changes` is a list of (field, before, now)."""

    def __init__(self, message, *, changes=()):
        super().__init__(message)
        self.changes = list(changes)
