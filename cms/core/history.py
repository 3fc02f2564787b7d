"""The base of every history row: who, when, why and from where (django-simple-history)."""

from django.db import models
from simple_history.models import HistoricalRecords
from simple_history.signals import post_create_historical_record, pre_create_historical_record

#: The reason of rows that migrations wrote: laws and calendars that came with the software, before there was a chain.
SHIPPED = "Đi kèm phần mềm"


class HistoryRow(models.Model):
    """What django-simple-history's own columns lack: the address a member of staff acted from."""

    ip_address = models.GenericIPAddressField("địa chỉ mạng", null=True, blank=True)

    class Meta:
        abstract = True


class AuditedQuerySet(models.QuerySet):
    """Bulk writes go round history, so audited models refuse them."""

    def _refuse(self, *args, **kwargs):
        raise TypeError(
            f"{self.model.__name__} is audited: save or delete its rows one by one, so that history is kept."
        )

    update = bulk_create = bulk_update = delete = _refuse


class Audited(models.Model):
    """A model whose every change is kept field by field. Subclasses declare `history = records()`."""

    objects = AuditedQuerySet.as_manager()

    class Meta:
        abstract = True

    def save(self, *args, reason: str = "", by=None, **kwargs):
        """Save with the reason and the person that the history row shall carry."""
        self._change_reason = reason or None
        if by is not None:
            self._history_user = by
        return super().save(*args, **kwargs)

    def saved_rows(self):
        """The history rows this object wrote since it was loaded, oldest first: what the chain seals."""
        rows, self._saved_rows = getattr(self, "_saved_rows", []), []
        return rows


def records(**kwargs) -> HistoricalRecords:
    """HistoricalRecords with our columns. `excluded_fields=` names what history must never hold."""
    return HistoricalRecords(bases=[HistoryRow], **kwargs)


def _before(sender, instance, history_instance, **kwargs):
    request = getattr(HistoricalRecords.context, "request", None)
    # A citizen's address is personal data that nobody needs; a member of staff answers for theirs.
    if request is not None and getattr(request, "user", None) is not None and request.user.is_authenticated:
        history_instance.ip_address = getattr(request, "client_address", None)


def _after(sender, instance, history_instance, **kwargs):
    # As written, not by date: after a clock step back the newest row is not the last one.
    if not hasattr(instance, "_saved_rows"):
        instance._saved_rows = []
    instance._saved_rows.append(history_instance)


pre_create_historical_record.connect(_before, dispatch_uid="core.history.before")
post_create_historical_record.connect(_after, dispatch_uid="core.history.after")
