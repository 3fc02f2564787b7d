"""The book of outgoing papers that an authority keeps here: one for a calendar year, its numbers without holes (S4)."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from cms.core.history import Audited, records
from cms.core.models import Authority
from workflow.choices import SeriesState

_LIVE = (SeriesState.PROPOSED, SeriesState.OPEN)


class LetterSeries(Audited):
    """Sổ văn bản đi giữ tại đây. Without one for the year the registry enters numbers from the authority's own system.

    The book says who opened it and where it begins; the running number is a counter of its own, which is locked while
    a paper takes a number from it.
    """

    authority = models.ForeignKey(
        Authority, verbose_name=_("cơ quan"), on_delete=models.PROTECT, related_name="letter_series"
    )
    year = models.PositiveSmallIntegerField(_("năm"))
    #: 1 on 1 January; later where papers of this year have numbers already.
    first_number = models.PositiveIntegerField(_("số bắt đầu"), default=1)
    state = models.CharField(_("tình trạng"), max_length=20, choices=SeriesState, default=SeriesState.PROPOSED)
    basis = models.CharField(_("căn cứ"), max_length=300)
    proposed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=_("người đề nghị"), on_delete=models.PROTECT, related_name="+"
    )
    proposed_at = models.DateTimeField(_("đề nghị lúc"))
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("người duyệt"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    decided_at = models.DateTimeField(_("duyệt lúc"), null=True, blank=True)
    decline_reason = models.CharField(_("lý do không mở"), max_length=300, blank=True)

    history = records()

    class Meta:
        verbose_name = _("sổ văn bản đi")
        verbose_name_plural = _("sổ văn bản đi")
        ordering = ["-year", "-pk"]
        constraints = [
            models.UniqueConstraint(
                name="one_letter_series_a_year", fields=["authority", "year"], condition=Q(state__in=_LIVE)
            ),
            models.CheckConstraint(name="letter_series_begins", condition=Q(first_number__gte=1)),
            models.CheckConstraint(
                name="letter_series_of_two_people",
                condition=Q(state=SeriesState.PROPOSED, decided_by=None, decided_at=None)
                | (
                    ~Q(state=SeriesState.PROPOSED)
                    & Q(decided_by__isnull=False, decided_at__isnull=False)
                    & ~Q(decided_by=F("proposed_by"))
                ),
            ),
        ]

    def __str__(self):
        return f"{self._meta.verbose_name} {self.year}"

    @property
    def counter(self) -> str:
        """The name of its counter."""
        return f"letter:{self.pk}"
