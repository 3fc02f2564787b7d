"""Many papers issued together: who let them go, and what became of each."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from cms.core.models import Authority
from workflow.choices import BatchLineState
from workflow.models.letter import Letter


class IssueBatch(models.Model):
    """Một lần phát hành nhiều văn bản. The papers themselves tell when and by whom; this tells how far the worker is."""

    authority = models.ForeignKey(
        Authority, verbose_name=_("cơ quan"), on_delete=models.PROTECT, related_name="issue_batches"
    )
    asked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=_("người cho phát hành"), on_delete=models.PROTECT, related_name="+"
    )
    asked_at = models.DateTimeField(_("cho phát hành lúc"))
    ended_at = models.DateTimeField(_("xong lúc"), null=True, blank=True)
    #: The worker's last sign of life on this batch: another takes over when it grows old.
    beat_at = models.DateTimeField(null=True, blank=True, editable=False)

    class Meta:
        verbose_name = _("lần phát hành nhiều văn bản")
        verbose_name_plural = _("lần phát hành nhiều văn bản")
        ordering = ["-pk"]
        indexes = [models.Index(name="issue_batch_waiting", fields=["id"], condition=Q(ended_at=None))]

    def __str__(self):
        return f"{self.pk}"


class BatchLine(models.Model):
    """One paper of a batch: the symbol it shall bear, and its label once issued, or why it was not."""

    batch = models.ForeignKey(
        IssueBatch, verbose_name=_("lần phát hành"), on_delete=models.CASCADE, related_name="lines"
    )
    letter = models.ForeignKey(Letter, verbose_name=_("văn bản"), on_delete=models.PROTECT, related_name="+")
    symbol = models.CharField(_("ký hiệu"), max_length=40)
    state = models.CharField(_("tình trạng"), max_length=10, choices=BatchLineState, default=BatchLineState.WAITING)
    told = models.CharField(_("vì sao chưa phát hành được"), max_length=500, blank=True)

    class Meta:
        verbose_name = _("văn bản của một lần phát hành")
        verbose_name_plural = _("văn bản của một lần phát hành")
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                name="letter_waits_in_one_batch", fields=["letter"], condition=Q(state=BatchLineState.WAITING)
            ),
            models.CheckConstraint(
                name="failed_line_says_why", condition=~Q(state=BatchLineState.FAILED) | ~Q(told="")
            ),
        ]

    def __str__(self):
        return f"{self.batch_id}: {self.letter_id}"
