"""Files of a case: sent by the requester or given to them; in quarantine until found clean (S10)."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from cms.core.history import Audited, AuditedQuerySet, records
from workflow.choices import FileRole, FileState
from workflow.models.request import InformationRequest, Piece


class AttachmentQuerySet(AuditedQuerySet):
    def to_release(self):
        """Answers that two people have not both checked yet."""
        return self.filter(role=FileRole.ANSWER, removed_at=None).filter(Q(checked_by=None) | Q(released_by=None))

    def released(self):
        """Checked by the originating unit and by the focal unit: may be handed over (readings.md 8.1; D18 Điều 7)."""
        return self.filter(role=FileRole.ANSWER, removed_at=None, released_by__isnull=False, state=FileState.CLEAN)


class Attachment(Audited):
    """One stored file. Its path is random; its name is only shown and offered when saving."""

    personal_fields = ("name",)
    quiet_fields = ("path", "content_type", "size", "sha256")

    info_request = models.ForeignKey(
        InformationRequest, verbose_name=_("hồ sơ"), on_delete=models.PROTECT, related_name="attachments"
    )
    piece = models.ForeignKey(
        Piece, verbose_name=_("mục"), null=True, blank=True, on_delete=models.PROTECT, related_name="attachments"
    )
    role = models.CharField(_("là"), max_length=20, choices=FileRole)
    name = models.CharField(_("tên tệp"), max_length=150)
    path = models.CharField(_("nơi giữ"), max_length=100, unique=True, editable=False)
    content_type = models.CharField(_("loại tệp"), max_length=100)
    size = models.PositiveBigIntegerField(_("dung lượng (byte)"))
    sha256 = models.CharField(_("dấu nội dung"), max_length=64)
    state = models.CharField(_("kiểm tra"), max_length=20, choices=FileState, default=FileState.QUARANTINE)
    scanned_at = models.DateTimeField(_("kiểm tra lúc"), null=True, blank=True)
    added_at = models.DateTimeField(_("nhận lúc"))
    added_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("người thêm"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    # Secrecy and hidden data: the originating unit first, the focal unit second (D18 Điều 7.1, 7.2).
    checked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("đơn vị chủ trì đã kiểm tra"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    checked_at = models.DateTimeField(_("kiểm tra bí mật lúc"), null=True, blank=True)
    released_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("đầu mối cho giao"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    released_at = models.DateTimeField(_("cho giao lúc"), null=True, blank=True)
    removed_at = models.DateTimeField(_("bỏ lúc"), null=True, blank=True)

    history = records()
    objects = AttachmentQuerySet.as_manager()

    class Meta:
        verbose_name = _("tệp")
        verbose_name_plural = _("tệp")
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                name="release_by_two_people",
                condition=Q(released_by=None) | (Q(checked_by__isnull=False) & ~Q(released_by=F("checked_by"))),
            ),
        ]

    def __str__(self):
        return self.name
