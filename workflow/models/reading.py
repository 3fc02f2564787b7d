"""Reading of personal data that looks unlike somebody's work: found by the worker, closed by another person (S6, S14)."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from cms.core.history import Audited, records
from cms.core.models import Authority
from workflow.choices import ReadingRule, ReadingVerdict


class ReadingFlag(Audited):
    """One rule that one person's reading of one day met, and what was found when somebody looked."""

    authority = models.ForeignKey(Authority, verbose_name=_("cơ quan"), on_delete=models.PROTECT, related_name="+")
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=_("người đọc"), on_delete=models.PROTECT, related_name="reading_flags"
    )
    rule = models.CharField(_("dấu hiệu"), max_length=20, choices=ReadingRule)
    day = models.DateField(_("ngày"))
    count = models.PositiveIntegerField(_("số đếm được"))
    #: Distinct cases a day with any, over the thirty days before; what is usual for this very person.
    usual = models.PositiveIntegerField(_("thường ngày"), default=0)
    found_at = models.DateTimeField(_("thấy lúc"))
    verdict = models.CharField(_("kết luận"), max_length=20, choices=ReadingVerdict, blank=True)
    reason = models.CharField(_("lý do kết luận"), max_length=500, blank=True)
    closed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("người kết luận"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    closed_at = models.DateTimeField(_("kết luận lúc"), null=True, blank=True)

    history = records()

    class Meta:
        verbose_name = _("lượt đọc khác thường")
        verbose_name_plural = _("lượt đọc khác thường")
        ordering = ["-day", "-pk"]
        indexes = [models.Index(name="reading_flag_open", fields=["authority", "-day"], condition=Q(closed_at=None))]
        constraints = [
            models.UniqueConstraint(name="one_flag_a_rule_and_day", fields=["authority", "person", "rule", "day"]),
            models.CheckConstraint(
                name="flag_closed_by_another_with_a_reason",
                condition=Q(closed_at=None, closed_by=None, verdict="", reason="")
                | (
                    Q(closed_at__isnull=False, closed_by__isnull=False)
                    & ~Q(verdict="")
                    & ~Q(reason="")
                    & ~Q(closed_by=F("person"))
                ),
            ),
        ]

    def __str__(self):
        return f"{self.get_rule_display()}, {self.day:%d/%m/%Y}"
