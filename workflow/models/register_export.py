"""A file of the register that somebody asked for: what for, how far it is, where it lies, until when."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from cms.core.models import Authority
from workflow.choices import ExportState

RUNNING = (ExportState.WAITING, ExportState.WRITING)


class RegisterExport(models.Model):
    """One file for one person. The act itself stands in the chain; this row and its file go their way after a day."""

    authority = models.ForeignKey(Authority, verbose_name=_("cơ quan"), on_delete=models.PROTECT, related_name="+")
    asked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=_("người xuất"), on_delete=models.PROTECT, related_name="+"
    )
    asked_at = models.DateTimeField(_("lúc"))
    kind = models.CharField(_("loại tệp"), max_length=4)
    delimiter = models.CharField(_("dấu phân cách"), max_length=1, default=",")
    personal = models.BooleanField(_("kèm dữ liệu cá nhân"), default=False)
    #: Needed until the file is written; afterwards it stands beside the chain only.
    reason = models.CharField(_("để làm gì"), max_length=300, blank=True)
    filters = models.JSONField(_("điều kiện"), default=dict)
    state = models.CharField(_("tình trạng"), max_length=10, choices=ExportState, default=ExportState.WAITING)
    total = models.PositiveIntegerField(_("số hồ sơ"), default=0)
    done = models.PositiveIntegerField(_("đã ghi"), default=0)
    #: The worker's last sign of life.
    beat_at = models.DateTimeField(null=True, blank=True)
    told = models.CharField(_("vì sao dừng"), max_length=300, blank=True)
    name = models.CharField(_("tên tệp"), max_length=150, blank=True)
    path = models.CharField(_("nơi giữ"), max_length=100, blank=True, editable=False)
    size = models.PositiveBigIntegerField(_("dung lượng"), default=0)
    sha256 = models.CharField(_("dấu nội dung"), max_length=64, blank=True)
    expires_at = models.DateTimeField(_("tải được đến"), null=True, blank=True)

    class Meta:
        verbose_name = _("lần xuất sổ")
        verbose_name_plural = _("các lần xuất sổ")
        ordering = ["-pk"]
        indexes = [
            models.Index(name="register_export_waiting", fields=["state"], condition=Q(state__in=RUNNING)),
            models.Index(name="register_export_of", fields=["asked_by", "-id"]),
        ]
        constraints = [
            models.CheckConstraint(
                name="register_export_done_has_file",
                condition=~Q(state=ExportState.DONE) | ~Q(path="") & ~Q(sha256="") & Q(expires_at__isnull=False),
            ),
        ]

    def __str__(self):
        return self.name or f"{self.kind} {self.pk}"

    @property
    def is_running(self) -> bool:
        return self.state in RUNNING

    @property
    def share(self) -> int:
        """How much is written, in percent."""
        return min(100, self.done * 100 // self.total) if self.total else 0
