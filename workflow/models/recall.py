"""An issued paper that must not stand: withdrawn, or replaced by one of equal kind. The paper itself stays as it left."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from cms.core.history import Audited, records
from workflow.choices import RecallKind, RecallState
from workflow.models.letter import Letter
from workflow.models.request import InformationRequest

_LIVE = (RecallState.PROPOSED, RecallState.APPROVED, RecallState.DONE)


class LetterRecall(Audited):
    """Who proposed it and why, who decided, when it was done; the replacing paper names the old one (`Letter.replaces`)."""

    personal_fields = ("reason", "decline_reason")

    info_request = models.ForeignKey(
        InformationRequest, verbose_name=_("hồ sơ"), on_delete=models.PROTECT, related_name="recalls"
    )
    letter = models.ForeignKey(Letter, verbose_name=_("văn bản"), on_delete=models.PROTECT, related_name="recalls")
    kind = models.CharField(_("việc"), max_length=10, choices=RecallKind)
    state = models.CharField(_("tình trạng"), max_length=10, choices=RecallState, default=RecallState.PROPOSED)
    reason = models.TextField(_("lý do"), max_length=1000)
    proposed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=_("người trình"), on_delete=models.PROTECT, related_name="+"
    )
    proposed_at = models.DateTimeField(_("trình lúc"))
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("người duyệt"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    decided_at = models.DateTimeField(_("duyệt lúc"), null=True, blank=True)
    decline_reason = models.TextField(_("lý do không duyệt"), max_length=1000, blank=True)
    done_at = models.DateTimeField(_("thực hiện lúc"), null=True, blank=True)

    history = records()

    class Meta:
        verbose_name = _("thu hồi, thay thế văn bản")
        verbose_name_plural = _("thu hồi, thay thế văn bản")
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(name="letter_recalled_once", fields=["letter"], condition=Q(state__in=_LIVE)),
            models.CheckConstraint(
                name="recall_of_two_people",
                condition=Q(state=RecallState.PROPOSED, decided_by=None)
                | (
                    ~Q(state=RecallState.PROPOSED)
                    & Q(decided_by__isnull=False, decided_at__isnull=False)
                    & ~Q(decided_by=F("proposed_by"))
                ),
            ),
            models.CheckConstraint(
                name="recall_done_has_its_moment",
                condition=Q(state=RecallState.DONE, done_at__isnull=False)
                | (~Q(state=RecallState.DONE) & Q(done_at=None)),
            ),
        ]

    def __str__(self):
        return f"{self.get_kind_display()}: {self.letter}"
