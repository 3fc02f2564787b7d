"""Records that several people work on: each change counts one up, so that nobody overwrites unseen (S8)."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from cms.core.errors import StaleView
from cms.core.history import Audited


class Versioned(Audited):
    version = models.PositiveIntegerField(_("lần sửa"), default=1, editable=False)

    class Meta:
        abstract = True

    def locked(self, seen: int | None):
        """The row as it is now, held until the transaction ends; StaleView where it is no longer what `seen` says.

        `seen` is the version the person looked at; None skips the check, for acts of the system itself.
        """
        fresh = type(self)._default_manager.select_for_update().get(pk=self.pk)
        if seen is not None and fresh.version != seen:
            raise StaleView(_("Bản ghi vừa thay đổi. Chưa lưu gì."), changes=self.changes_since(seen))
        return fresh

    def changes_since(self, seen: int) -> list[tuple]:
        """(field label, value when seen, value now), for the page of the conflict."""
        then = self.history.filter(version=seen).order_by("-history_id").first()
        now = self.history.order_by("-history_id").first()
        if then is None or now is None:
            return []
        changed = now.diff_against(then, foreign_keys_are_objs=True).changes
        return [(self._meta.get_field(c.field).verbose_name, c.old, c.new) for c in changed if c.field != "version"]
