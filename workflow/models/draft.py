"""A form being filled in, kept 24 hours against a random cookie and then erased (standards.md 5.1)."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from cms.core.models import Authority
from cms.core.secrets import EncryptedField


class FormDraft(models.Model):
    """The answers so far. The cookie's key itself is stored nowhere; after sending only the case remains here."""

    key_hash = models.CharField(_("dấu khóa"), max_length=64, unique=True)
    authority = models.ForeignKey(Authority, verbose_name=_("cơ quan"), on_delete=models.CASCADE, related_name="+")
    answers = EncryptedField(_("nội dung đã nhập"), blank=True)
    started_at = models.DateTimeField(_("bắt đầu lúc"))
    expires_at = models.DateTimeField(_("xóa lúc"), db_index=True)
    #: For counting only, and gone with the form: something was suggested; something of it was opened.
    was_suggested = models.BooleanField(_("đã gợi ý"), default=False)
    opened_suggestion = models.BooleanField(_("đã mở gợi ý"), default=False)
    #: Set once sent: the same browser is shown the same confirmation again for 24 hours.
    info_request = models.ForeignKey(
        "workflow.InformationRequest",
        verbose_name=_("hồ sơ"),
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name="+",
    )

    class Meta:
        verbose_name = _("phiếu đang điền")
        verbose_name_plural = _("phiếu đang điền")

    def __str__(self):
        return f"{self.authority_id}, {self.started_at:%d/%m/%Y %H:%M}"


class DraftFile(models.Model):
    """A file chosen while filling in, stored and checked already, moved to the case when it is sent."""

    draft = models.ForeignKey(FormDraft, verbose_name=_("phiếu"), on_delete=models.CASCADE, related_name="files")
    role = models.CharField(_("là"), max_length=20)
    name = models.CharField(_("tên tệp"), max_length=150)
    path = models.CharField(_("nơi giữ"), max_length=100, unique=True)
    content_type = models.CharField(_("loại tệp"), max_length=100)
    size = models.PositiveBigIntegerField(_("dung lượng (byte)"))
    sha256 = models.CharField(_("dấu nội dung"), max_length=64)

    class Meta:
        verbose_name = _("tệp của phiếu đang điền")
        verbose_name_plural = _("tệp của phiếu đang điền")
        ordering = ["pk"]

    def __str__(self):
        return self.name
