"""What an officer looks at again and again: a filter of the list under a name of their own."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class SavedFilter(models.Model):
    """One person's own link to the list of requests. It grants nothing: the gate answers whoever opens it."""

    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=_("người"), on_delete=models.PROTECT, related_name="saved_filters"
    )
    name = models.CharField(_("tên bộ lọc"), max_length=40)
    query = models.CharField(_("điều kiện"), max_length=500)

    class Meta:
        verbose_name = _("bộ lọc đã lưu")
        verbose_name_plural = _("bộ lọc đã lưu")
        ordering = ["name", "pk"]
        constraints = [models.UniqueConstraint(name="saved_filter_once_a_name", fields=["person", "name"])]

    def __str__(self):
        return self.name
