"""Acts on offices, people and accounts, told upwards: the record stands above this room and listens."""

from django.db import transaction
from django.dispatch import Signal

#: Sent inside the transaction of the act, with the words of cms.audit.record.record().
acted = Signal()


def tell(kind: str, *, subject, by, at, authority=None, rows=(), data=None, reason="") -> None:
    """Say what was done; whoever listens writes it down in the same transaction."""
    acted.send(
        sender=type(subject),
        kind=kind,
        subject=subject,
        by=by,
        at=at,
        authority=authority,
        rows=rows,
        data=data,
        reason=reason,
    )


@transaction.atomic
def keep(instance, *, by, at, authority, reason=""):
    """Save an office's record with its history, and tell the act: `unit.created`, `unit.changed`."""
    act = "changed" if instance.pk else "created"
    instance.save(by=by, reason=reason)
    kind = f"{instance._meta.model_name}.{act}"
    tell(kind, subject=instance, by=by, at=at, authority=authority, rows=instance.saved_rows(), reason=reason)
    return instance


#: Sent inside the transaction in which somebody leaves, with account, by and at: rooms above give back what they held.
#: Each receiver returns what it gave back, as {"requests": 3}.
left = Signal()

#: Sent after everything was rolled back, with the words of cms.audit.record.refused().
was_refused = Signal()


def refuse(attempted: str, *, subject, by, at, reason="") -> None:
    """Say that an attempt was refused; whoever listens writes it down in a transaction of its own."""
    was_refused.send(sender=None, attempted=attempted, subject=subject, by=by, at=at, reason=reason)
