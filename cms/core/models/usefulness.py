"""How many readers found a page useful. A number for a page and a day, and nothing about anybody."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Usefulness(models.Model):
    """The answers to "Thông tin này có hữu ích không?" that one page got on one day (D224: people rate what is told)."""

    path = models.CharField(_("địa chỉ trang"), max_length=300)
    title = models.CharField(_("tên trang"), max_length=255)
    day = models.DateField(_("ngày"))
    yes = models.PositiveIntegerField(_("có"), default=0)
    no = models.PositiveIntegerField(_("không"), default=0)

    class Meta:
        verbose_name = _("ý kiến về trang")
        verbose_name_plural = _("ý kiến về trang")
        constraints = [models.UniqueConstraint(name="usefulness_once_a_day", fields=["path", "day"])]
        indexes = [models.Index(name="usefulness_by_day", fields=["day"])]

    def __str__(self):
        return f"{self.path} {self.day}: {self.yes}/{self.no}"
