"""Papers of a case. A paper has no number until it is issued, and no change afterwards (NĐ 30/2020)."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from cms.core.history import Audited, records
from cms.core.models import Authority
from workflow.choices import LetterForm, LetterState
from workflow.models.decision import Decision
from workflow.models.request import InformationRequest


class Letter(Audited):
    """One paper: its form, and once issued its number, symbol, day and frozen text with hash."""

    personal_fields = ("html",)
    quiet_fields = ("html", "sha256", "year")

    info_request = models.ForeignKey(
        InformationRequest, verbose_name=_("hồ sơ"), on_delete=models.PROTECT, related_name="letters"
    )
    authority = models.ForeignKey(Authority, verbose_name=_("cơ quan"), on_delete=models.PROTECT, related_name="+")
    decision = models.ForeignKey(
        Decision, verbose_name=_("quyết định"), null=True, blank=True, on_delete=models.PROTECT, related_name="letters"
    )
    form = models.CharField(_("loại văn bản"), max_length=20, choices=LetterForm)
    state = models.CharField(_("tình trạng"), max_length=20, choices=LetterState, default=LetterState.DRAFT)
    drafted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("người soạn"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    drafted_at = models.DateTimeField(_("soạn lúc"))
    number = models.CharField(_("số"), max_length=20, blank=True)
    symbol = models.CharField(_("ký hiệu"), max_length=40, blank=True)
    issued_on = models.DateField(_("ngày văn bản"), null=True, blank=True)
    #: The year of issue, kept apart because a number is unique within it (NĐ 30/2020).
    year = models.PositiveSmallIntegerField(_("năm"), null=True, blank=True, editable=False)
    issued_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("người phát hành"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    issued_at = models.DateTimeField(_("phát hành lúc"), null=True, blank=True)
    signer_name = models.CharField(_("người ký"), max_length=100, blank=True)
    signer_post = models.CharField(_("chức vụ"), max_length=100, blank=True)
    html = models.TextField(_("nội dung đã phát hành"), blank=True)
    sha256 = models.CharField(_("dấu nội dung"), max_length=64, blank=True)
    posted_on = models.DateField(_("ngày gửi bưu điện"), null=True, blank=True)

    history = records(excluded_fields=["html"])

    class Meta:
        verbose_name = _("văn bản")
        verbose_name_plural = _("văn bản")
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                name="issued_letter_is_whole",
                condition=~Q(state=LetterState.ISSUED)
                | Q(issued_on__isnull=False, issued_at__isnull=False, issued_by__isnull=False) & ~Q(sha256=""),
            ),
            models.CheckConstraint(
                name="number_only_when_issued", condition=Q(number="") | ~Q(state=LetterState.DRAFT)
            ),
            models.UniqueConstraint(
                name="letter_number_once_a_year",
                fields=["authority", "year", "symbol", "number"],
                condition=~Q(number=""),
            ),
        ]

    def __str__(self):
        return f"{self.get_form_display()} {self.label}".strip()

    @property
    def label(self) -> str:
        """05/TB-UBND: a number below ten takes a zero (NĐ 30/2020)."""
        if not self.number:
            return ""
        number = f"{int(self.number):02d}" if self.number.isdigit() else self.number
        return f"{number}/{self.symbol}"
