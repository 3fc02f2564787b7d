"""How every act here ends: count the version, save, seal in one entry, all in the caller's transaction."""

from cms.audit.record import record


def finish(kind: str, thing, *, by, at, also=(), authority=None, data=None, reason=""):
    """Save `thing` with a new version, and seal it with everything else that was written (`also`)."""
    thing.version += 1
    thing.save(by=by, reason=reason)
    return seal(kind, thing, [thing, *also], by=by, at=at, authority=authority, data=data, reason=reason)


def begin(kind: str, thing, *, by, at, also=(), authority=None, data=None):
    """Save something new, and seal it. `also` is saved already, or by `after`."""
    thing.save(by=by)
    return seal(kind, thing, [thing, *also], by=by, at=at, authority=authority, data=data)


def seal(kind: str, subject, things=(), *, by, at, authority=None, data=None, reason=""):
    """One entry about `subject`, over the history rows that `things` have written."""
    record(
        kind,
        subject=subject,
        by=by,
        at=at,
        authority=authority or subject.authority,
        rows=[row for thing in things for row in thing.saved_rows()],
        data=data,
        reason=reason,
    )
    return subject
