"""A year of the register that was closed: its rows as they were, its print, and who closed it."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from cms.core.models import Authority
from workflow.choices import VolumeState
from workflow.models.request import InformationRequest

#: What has been closed, or is on its way: one a year.
STANDING = (VolumeState.PROPOSED, VolumeState.PRINTING, VolumeState.CLOSED)


class RegisterVolume(models.Model):
    """Quyển sổ của một năm. Frozen when it is proposed, closed when another person confirms; never rewritten."""

    authority = models.ForeignKey(
        Authority, verbose_name=_("cơ quan"), on_delete=models.PROTECT, related_name="register_volumes"
    )
    year = models.PositiveSmallIntegerField(_("năm"))
    state = models.CharField(_("tình trạng"), max_length=10, choices=VolumeState, default=VolumeState.PROPOSED)
    proposed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=_("người khóa sổ"), on_delete=models.PROTECT, related_name="+"
    )
    proposed_at = models.DateTimeField(_("khóa lúc"))
    closed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("người xác nhận"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    closed_at = models.DateTimeField(_("xác nhận lúc"), null=True, blank=True)
    returned_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("người trả lại"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    return_reason = models.CharField(_("lý do trả lại"), max_length=500, blank=True)
    #: [code, title, width] of each column, as it was.
    columns = models.JSONField(_("các cột"), default=list)
    totals = models.JSONField(_("dòng cộng"), default=list)
    laws = models.CharField(_("luật áp dụng"), max_length=300, blank=True)
    count = models.PositiveIntegerField(_("số hồ sơ"), default=0)
    data_sha256 = models.CharField(_("dấu của dữ liệu"), max_length=64)
    #: The last entry of the chain before the rows were frozen: what was done to a case later stands after it.
    frozen_seq = models.PositiveBigIntegerField(_("mốc trong nhật ký"), default=0)
    beat_at = models.DateTimeField(null=True, blank=True)
    path = models.CharField(_("nơi giữ bản in"), max_length=100, blank=True, editable=False)
    size = models.PositiveBigIntegerField(_("dung lượng"), default=0)
    pdf_sha256 = models.CharField(_("dấu của bản in"), max_length=64, blank=True)

    class Meta:
        verbose_name = _("quyển sổ đã khóa")
        verbose_name_plural = _("các quyển sổ đã khóa")
        ordering = ["-year", "-pk"]
        constraints = [
            models.UniqueConstraint(
                name="register_volume_once_a_year", fields=["authority", "year"], condition=Q(state__in=STANDING)
            ),
            models.CheckConstraint(
                name="register_volume_closed_is_whole",
                condition=~Q(state=VolumeState.CLOSED)
                | Q(closed_by__isnull=False, closed_at__isnull=False) & ~Q(path="") & ~Q(pdf_sha256=""),
            ),
            models.CheckConstraint(
                name="register_volume_by_two_people", condition=Q(closed_by=None) | ~Q(closed_by=F("proposed_by"))
            ),
        ]

    def __str__(self):
        return f"{self.authority} {self.year}"


class VolumeRow(models.Model):
    """One case as the volume shows it: its cells as words, in the order of the columns."""

    volume = models.ForeignKey(RegisterVolume, on_delete=models.PROTECT, related_name="rows")
    position = models.PositiveIntegerField(_("thứ tự"))
    info_request = models.ForeignKey(InformationRequest, on_delete=models.PROTECT, related_name="+")
    cells = models.JSONField(_("các ô"))

    class Meta:
        verbose_name = _("dòng của sổ đã khóa")
        verbose_name_plural = _("dòng của sổ đã khóa")
        ordering = ["position"]
        constraints = [
            models.UniqueConstraint(name="volume_row_position_once", fields=["volume", "position"]),
            models.UniqueConstraint(name="volume_row_request_once", fields=["volume", "info_request"]),
        ]

    def __str__(self):
        return self.cells[0]
