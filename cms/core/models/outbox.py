"""Mail waiting to be carried: a row in the same transaction as the act it tells of."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _


class Mail(models.Model):
    """One message to one address. `message_id` stays the same on every try, so a second copy is recognised (S12)."""

    kind = models.CharField(_("loại"), max_length=60)
    to = models.EmailField(_("gửi tới"))
    subject = models.CharField(_("tiêu đề"), max_length=200)
    text = models.TextField(_("nội dung"))
    message_id = models.CharField(_("mã thư"), max_length=120, unique=True)
    about = models.CharField(_("về hồ sơ"), max_length=60, blank=True, db_index=True)
    created_at = models.DateTimeField(_("tạo lúc"))
    next_try_at = models.DateTimeField(_("lần gửi tới"))
    tries = models.PositiveSmallIntegerField(_("số lần thử"), default=0)
    sent_at = models.DateTimeField(_("gửi xong lúc"), null=True, blank=True)
    failed_at = models.DateTimeField(_("bỏ cuộc lúc"), null=True, blank=True)
    error = models.CharField(_("lỗi gần nhất"), max_length=300, blank=True)

    class Meta:
        verbose_name = _("thư đi")
        verbose_name_plural = _("thư đi")
        ordering = ["-created_at", "-id"]
        indexes = [
            models.Index(name="mail_waiting", fields=["next_try_at", "id"], condition=Q(sent_at=None, failed_at=None))
        ]

    def __str__(self):
        return self.subject
