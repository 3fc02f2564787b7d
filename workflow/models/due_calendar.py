"""The secret address under which an officer's own calendar programme reads their due dates."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _


class DueCalendar(models.Model):
    """One address of one person. Only its keyed hash is kept; it ends when it is revoked, and is never used again."""

    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=_("người"), on_delete=models.PROTECT, related_name="due_calendars"
    )
    token_hash = models.CharField(_("dấu địa chỉ"), max_length=64, unique=True, editable=False)
    made_at = models.DateTimeField(_("tạo lúc"))
    revoked_at = models.DateTimeField(_("bỏ lúc"), null=True, blank=True)

    class Meta:
        verbose_name = _("lịch hạn")
        verbose_name_plural = _("lịch hạn")
        ordering = ["-pk"]
        constraints = [
            models.UniqueConstraint(name="due_calendar_one_a_person", fields=["person"], condition=Q(revoked_at=None)),
        ]

    def __str__(self):
        return str(self.person)
