"""Papers of a case. A paper has no number until it is issued, and no change afterwards (NĐ 30/2020)."""

from django.conf import settings
from django.db import models
from django.db.models import F, FilteredRelation, Q
from django.db.models.functions import Cast
from django.utils.translation import gettext_lazy as _

from cms.core.history import Audited, AuditedQuerySet, records
from cms.core.models import Authority
from workflow.choices import LetterForm, LetterState, RecallState
from workflow.models.attachment import Attachment
from workflow.models.decision import Decision
from workflow.models.request import InformationRequest
from workflow.models.series import LetterSeries


class LetterQuerySet(AuditedQuerySet):
    def with_end(self):
        """With `ended_at`, `end_kind` and `end_reason` of a paper that was replaced or withdrawn; None for one that stands."""
        return self.annotate(
            ended=FilteredRelation("recalls", condition=Q(recalls__state=RecallState.DONE)),
            ended_at=F("ended__done_at"),
            end_kind=F("ended__kind"),
            end_reason=F("ended__reason"),
        )


class Letter(Audited):
    """One paper: its form, and once issued its number, symbol, day and frozen text with hash."""

    personal_fields = ("html", "plain_words")
    quiet_fields = ("html", "sha256", "year", "series", "series_number", "pdf_path", "pdf_size", "pdf_sha256")

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
    #: The authority's own book and the place in it; empty where the registry entered a number of its own.
    series = models.ForeignKey(
        LetterSeries,
        verbose_name=_("sổ giữ tại đây"),
        null=True,
        blank=True,
        editable=False,
        on_delete=models.PROTECT,
        related_name="letters",
    )
    series_number = models.PositiveIntegerField(_("số thứ tự trong sổ"), null=True, blank=True, editable=False)
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
    signer_post = models.CharField(
        _("chức vụ"), max_length=220, blank=True
    )  # one post, or two lines under a delegation
    html = models.TextField(_("nội dung đã phát hành"), blank=True)
    sha256 = models.CharField(_("dấu nội dung"), max_length=64, blank=True)
    #: The file that was issued, byte for byte; empty for a paper that was never drawn here.
    pdf_path = models.CharField(_("nơi giữ bản PDF"), max_length=100, blank=True, editable=False)
    pdf_size = models.PositiveIntegerField(_("dung lượng bản PDF (byte)"), default=0, editable=False)
    pdf_sha256 = models.CharField(_("dấu bản PDF"), max_length=64, blank=True, editable=False)
    # What an apology says beside the case: until when the authority now means to answer, and why it is late.
    promised_on = models.DateField(_("hẹn trả lời lại ngày"), null=True, blank=True)
    plain_words = models.TextField(_("lời nói với người dân"), max_length=2000, blank=True)
    #: The paper of equal kind that this one stands in for.
    replaces = models.OneToOneField(
        "self",
        verbose_name=_("thay thế văn bản"),
        null=True,
        blank=True,
        editable=False,
        on_delete=models.PROTECT,
        related_name="replacement",
    )
    #: A scan, or a PDF with its digital signature: what the requester fetches instead of the unsigned file.
    signed_file = models.ForeignKey(
        Attachment,
        verbose_name=_("bản đã ký, đóng dấu"),
        null=True,
        blank=True,
        editable=False,
        on_delete=models.PROTECT,
        related_name="+",
    )
    posted_on = models.DateField(_("ngày gửi bưu điện"), null=True, blank=True)

    history = records(excluded_fields=["html"])
    objects = LetterQuerySet.as_manager()

    class Meta:
        verbose_name = _("văn bản")
        verbose_name_plural = _("văn bản")
        ordering = ["pk"]
        indexes = [models.Index(name="letter_drafted", fields=["info_request"], condition=Q(state=LetterState.DRAFT))]
        constraints = [
            models.CheckConstraint(
                name="issued_letter_is_whole",
                condition=~Q(state=LetterState.ISSUED)
                | Q(issued_on__isnull=False, issued_at__isnull=False, issued_by__isnull=False) & ~Q(sha256=""),
            ),
            models.CheckConstraint(
                name="apology_promises_a_day",
                condition=~Q(form=LetterForm.APOLOGY) | (Q(promised_on__isnull=False) & ~Q(plain_words="")),
            ),
            models.CheckConstraint(
                name="number_only_when_issued", condition=Q(number="") | ~Q(state=LetterState.DRAFT)
            ),
            models.UniqueConstraint(
                name="letter_number_once_a_year",
                fields=["authority", "year", "symbol", "number"],
                condition=~Q(number=""),
            ),
            models.UniqueConstraint(name="series_number_once", fields=["series", "series_number"]),
            models.CheckConstraint(
                name="series_number_is_the_number",
                condition=Q(series=None, series_number=None)
                | Q(
                    series__isnull=False,
                    series_number__gte=1,
                    number=Cast("series_number", models.CharField()),
                ),
            ),
        ]

    def __str__(self):
        return f"{self.get_form_display()} {self.label}".strip()

    @property
    def file_name(self) -> str:
        """05-TB-UBND.pdf: what the paper is called when it is saved."""
        name = self.label or f"du-thao-{self.form.lower()}"
        return f"{name.replace('/', '-').replace('_', '-')}.pdf"

    @property
    def label(self) -> str:
        """05/TB-UBND: a number below ten takes a zero (NĐ 30/2020)."""
        if not self.number:
            return ""
        number = f"{int(self.number):02d}" if self.number.isdigit() else self.number
        return f"{number}/{self.symbol}"
