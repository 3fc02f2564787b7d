"""Reports on access to information: the period and outline that are asked for, each authority's report, who is outside.

What an outline holds is data of the period: a part's kind, title and figures. No code knows a period.
"""

from django.core.validators import MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from cms.core.dates import local_day
from cms.core.history import Audited, AuditedQuerySet, records
from cms.core.models import Authority
from home.models.plans import somebody
from home.models.versioned import Versioned
from home.reports.choices import FROZEN, OWING, PartKind, PeriodKind, PeriodState, Preset, ReportState, Source


class ReportPeriod(Versioned):
    """One period with its outline and deadline, asked for by a province or set by an authority for itself."""

    quiet_fields = ("version",)

    authority = models.ForeignKey(
        Authority, verbose_name=_("cơ quan đặt kỳ"), on_delete=models.PROTECT, related_name="report_periods"
    )
    kind = models.CharField(_("loại báo cáo"), max_length=20, choices=PeriodKind)
    title = models.CharField(_("trích yếu"), max_length=300)
    #: The paper that asks for it; one line.
    basis = models.CharField(_("căn cứ"), max_length=300, blank=True)
    #: "Kính gửi" of each authority's report, and of the consolidated one.
    addressee = models.CharField(_("kính gửi"), max_length=200, blank=True)
    gathered_addressee = models.CharField(_("báo cáo tổng hợp kính gửi"), max_length=200, blank=True)
    preset = models.CharField(_("kỳ số liệu"), max_length=20, choices=Preset, default=Preset.OWN_DAYS)
    first_on = models.DateField(_("từ ngày"))
    last_on = models.DateField(_("đến hết ngày"))
    due_on = models.DateField(_("hạn nộp"))
    #: Figures are counted up to this day where the report falls due before the period ends.
    estimated_on = models.DateField(_("số liệu ước tính đến ngày"), null=True, blank=True)
    state = models.CharField(_("tình trạng"), max_length=20, choices=PeriodState, default=PeriodState.DRAFT)
    drafted_by = somebody(_("người đặt kỳ"))
    drafted_at = models.DateTimeField(_("đặt lúc"))
    opened_by = somebody(_("người mở"), null=True, blank=True)
    opened_at = models.DateTimeField(_("mở lúc"), null=True, blank=True)
    closed_at = models.DateTimeField(_("kết thúc lúc"), null=True, blank=True)

    history = records()

    class Meta:
        verbose_name = _("kỳ báo cáo")
        verbose_name_plural = _("kỳ báo cáo")
        ordering = ["-last_on", "-pk"]
        constraints = [
            models.CheckConstraint(name="report_period_ends_after_it_begins", condition=Q(last_on__gte=F("first_on"))),
            models.CheckConstraint(
                name="early_report_says_estimated_day",
                condition=Q(estimated_on=None, due_on__gte=F("last_on"))
                | Q(estimated_on__gte=F("first_on"), estimated_on__lte=F("due_on"), estimated_on__lt=F("last_on")),
            ),
            models.CheckConstraint(
                name="opened_period_says_by_whom",
                condition=Q(state=PeriodState.DRAFT) | Q(opened_by__isnull=False, opened_at__isnull=False),
            ),
        ]

    def __str__(self):
        return self.title

    @property
    def counted_to(self):
        """The last day that figures of this period count."""
        return self.estimated_on or self.last_on


class PeriodPart(Audited):
    """One part of the outline, in its place."""

    quiet_fields = ("period", "position")

    period = models.ForeignKey(
        ReportPeriod, verbose_name=_("kỳ báo cáo"), on_delete=models.PROTECT, related_name="parts"
    )
    position = models.PositiveSmallIntegerField(_("thứ tự"))
    kind = models.CharField(_("loại phần"), max_length=20, choices=PartKind)
    title = models.CharField(_("tên phần"), max_length=200)
    hint = models.CharField(_("gợi ý nội dung"), max_length=500, blank=True)
    #: Codes of the figures in a table; all of them where empty.
    figures = models.JSONField(_("số liệu trong bảng"), default=list, blank=True)

    history = records()

    class Meta:
        verbose_name = _("phần của báo cáo")
        verbose_name_plural = _("phần của báo cáo")
        ordering = ["period", "position", "pk"]

    def __str__(self):
        return self.title


class CoveredPeriod(Audited):
    """A period whose report is added up in one of several years."""

    quiet_fields = ("period",)

    period = models.ForeignKey(
        ReportPeriod, verbose_name=_("kỳ nhiều năm"), on_delete=models.PROTECT, related_name="covers"
    )
    covered = models.ForeignKey(
        ReportPeriod, verbose_name=_("kỳ được cộng"), on_delete=models.PROTECT, related_name="covered_by"
    )

    history = records()

    class Meta:
        verbose_name = _("kỳ được cộng")
        verbose_name_plural = _("kỳ được cộng")
        ordering = ["period", "covered__first_on"]
        constraints = [
            models.UniqueConstraint(name="period_covered_once", fields=["period", "covered"]),
            models.CheckConstraint(name="period_covers_others", condition=~Q(period=F("covered"))),
        ]

    def __str__(self):
        return str(self.covered)


class OutsideBody(Versioned):
    """An authority of the province that keeps its register elsewhere and sends a signed file or the filled form."""

    quiet_fields = ("version",)

    authority = models.ForeignKey(
        Authority, verbose_name=_("cơ quan tổng hợp"), on_delete=models.PROTECT, related_name="outside_bodies"
    )
    code = models.SlugField(_("mã"), max_length=40)
    name = models.CharField(_("tên đầy đủ"), max_length=200)
    short_name = models.CharField(_("tên ngắn"), max_length=100)
    email = models.EmailField(_("thư điện tử"), blank=True)
    #: As the other installation publishes it (cms.audit.notes); handed over with a paper, never taken from the file
    #: that it signs.
    public_key = models.CharField(_("khóa công khai (Ed25519)"), max_length=200, blank=True)
    key_source = models.CharField(_("văn bản giao khóa"), max_length=200, blank=True)
    is_active = models.BooleanField(_("còn phải báo cáo"), default=True)

    history = records()

    class Meta:
        verbose_name = _("cơ quan ngoài hệ thống")
        verbose_name_plural = _("cơ quan ngoài hệ thống")
        ordering = ["name", "pk"]
        constraints = [
            models.UniqueConstraint(name="outside_body_once", fields=["authority", "code"]),
            models.CheckConstraint(name="outside_key_has_its_paper", condition=Q(public_key="") | ~Q(key_source="")),
        ]

    def __str__(self):
        return self.name


class PeriodReportQuerySet(AuditedQuerySet):
    def owing(self):
        return self.filter(state__in=OWING)

    def arrived(self):
        """Sent and not given back: what a consolidated report adds up."""
        return self.filter(state__in=FROZEN)

    def asked(self):
        """One for each body that was asked; the consolidated one is the asker's own."""
        return self.filter(is_consolidated=False)

    def with_names(self):
        return self.select_related("authority", "outside", "period__authority")


class PeriodReport(Versioned):
    """One report on one period: of an authority here, of a body outside, or the consolidated one of who asked.

    `figures` is {code: {part: whole number}}; `definitions` says of each what it is called, counts and rests on, as of
    the day it was counted. From the day it is sent both stay as they are, under `figures_sha256`.
    """

    quiet_fields = ("version", "period", "html", "sha256", "pdf_path", "pdf_size", "pdf_sha256", "year")

    period = models.ForeignKey(
        ReportPeriod, verbose_name=_("kỳ báo cáo"), on_delete=models.PROTECT, related_name="reports"
    )
    authority = models.ForeignKey(
        Authority,
        verbose_name=_("cơ quan báo cáo"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="period_reports",
    )
    outside = models.ForeignKey(
        OutsideBody,
        verbose_name=_("cơ quan ngoài hệ thống"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="reports",
    )
    is_consolidated = models.BooleanField(_("báo cáo tổng hợp"), default=False)
    state = models.CharField(_("tình trạng"), max_length=20, choices=ReportState, default=ReportState.OWED)
    source = models.CharField(_("nguồn số liệu"), max_length=20, choices=Source, default=Source.HERE)
    figures = models.JSONField(_("số liệu"), default=dict, blank=True)
    definitions = models.JSONField(_("cách đếm"), default=list, blank=True)
    #: Of a consolidated report: what each body reported, and who had not.
    breakdown = models.JSONField(_("số liệu từng cơ quan"), default=list, blank=True)
    counted_to = models.DateField(_("số liệu tính đến ngày"), null=True, blank=True)
    counted_at = models.DateTimeField(_("đếm lúc"), null=True, blank=True)
    figures_sha256 = models.CharField(_("dấu của số liệu (SHA-256)"), max_length=64, blank=True)
    source_sha256 = models.CharField(_("dấu của tệp nhận được (SHA-256)"), max_length=64, blank=True)
    submitted_by = somebody(_("người ký nộp"), null=True, blank=True)
    submitted_at = models.DateTimeField(_("nộp lúc"), null=True, blank=True)
    #: The signer's post on that day, as the paper names it.
    signer_post = models.CharField(_("chức vụ người ký"), max_length=100, blank=True)
    decided_by = somebody(_("người nhận hoặc trả lại"), null=True, blank=True)
    decided_at = models.DateTimeField(_("nhận hoặc trả lại lúc"), null=True, blank=True)
    returned_why = models.CharField(_("lý do trả lại"), max_length=1000, blank=True)
    number = models.CharField(_("số"), max_length=20, blank=True)
    symbol = models.CharField(_("ký hiệu"), max_length=40, blank=True)
    issued_on = models.DateField(_("ngày văn bản"), null=True, blank=True)
    year = models.PositiveSmallIntegerField(
        _("năm"), null=True, blank=True, editable=False, validators=[MinValueValidator(2000)]
    )
    issued_by = somebody(_("người cấp số"), null=True, blank=True)
    html = models.TextField(_("văn bản đã cấp số"), blank=True)
    sha256 = models.CharField(_("dấu của văn bản (SHA-256)"), max_length=64, blank=True)
    pdf_path = models.CharField(_("nơi giữ bản PDF"), max_length=100, blank=True, editable=False)
    pdf_size = models.PositiveBigIntegerField(_("dung lượng bản PDF (byte)"), null=True, blank=True)
    pdf_sha256 = models.CharField(_("dấu của bản PDF (SHA-256)"), max_length=64, blank=True)

    history = records()
    objects = PeriodReportQuerySet.as_manager()

    class Meta:
        verbose_name = _("báo cáo của cơ quan")
        verbose_name_plural = _("báo cáo của cơ quan")
        ordering = ["period", "pk"]
        constraints = [
            models.CheckConstraint(
                name="report_is_of_one_body",
                condition=Q(authority__isnull=False, outside__isnull=True)
                | Q(authority__isnull=True, outside__isnull=False, is_consolidated=False),
            ),
            models.UniqueConstraint(
                name="one_report_of_an_authority", fields=["period", "authority", "is_consolidated"]
            ),
            models.UniqueConstraint(name="one_report_of_an_outside_body", fields=["period", "outside"]),
            models.CheckConstraint(
                name="sent_report_is_whole",
                condition=Q(state__in=OWING)
                | Q(submitted_by__isnull=False, submitted_at__isnull=False, counted_to__isnull=False)
                & ~Q(figures_sha256=""),
            ),
            models.CheckConstraint(
                name="report_decided_by_second_person",
                condition=~Q(state__in=(ReportState.ACCEPTED, ReportState.RETURNED))
                | Q(decided_by__isnull=False, decided_at__isnull=False) & ~Q(decided_by=F("submitted_by")),
            ),
            models.CheckConstraint(
                name="given_back_report_says_why", condition=~Q(state=ReportState.RETURNED) | ~Q(returned_why="")
            ),
            models.CheckConstraint(
                name="numbered_report_is_whole",
                condition=Q(number="")
                | Q(issued_on__isnull=False, issued_by__isnull=False, year__isnull=False)
                & ~Q(symbol="")
                & ~Q(pdf_sha256=""),
            ),
            models.UniqueConstraint(
                name="report_number_once_a_year",
                fields=["authority", "year", "symbol", "number"],
                condition=~Q(number=""),
            ),
        ]

    def __str__(self):
        return f"{self.body.short_name}: {self.period}"

    @property
    def body(self):
        """Who reports: an authority here or a body outside; both have a name, a short name and a code."""
        return self.outside if self.outside_id else self.authority

    @property
    def label(self) -> str:
        """12/BC-UBND; empty before the registry has numbered it."""
        return f"{self.number}/{self.symbol}" if self.number else ""

    @property
    def is_owing(self) -> bool:
        return self.state in OWING

    @property
    def is_frozen(self) -> bool:
        return self.state in FROZEN

    def days_late(self, day) -> int:
        """Calendar days after the deadline, until it was sent or until `day`; 0 in time."""
        sent = local_day(self.submitted_at) if self.is_frozen else day
        return max((sent - self.period.due_on).days, 0)


class ReportText(Audited):
    """What one report says in one written part of its outline."""

    quiet_fields = ("report", "part")

    report = models.ForeignKey(PeriodReport, verbose_name=_("báo cáo"), on_delete=models.PROTECT, related_name="texts")
    part = models.ForeignKey(PeriodPart, verbose_name=_("phần"), on_delete=models.PROTECT, related_name="texts")
    text = models.TextField(_("nội dung"), max_length=10_000, blank=True)

    history = records()

    class Meta:
        verbose_name = _("phần viết của báo cáo")
        verbose_name_plural = _("phần viết của báo cáo")
        ordering = ["report", "part__position", "pk"]
        constraints = [models.UniqueConstraint(name="one_text_a_part", fields=["report", "part"])]

    def __str__(self):
        return str(self.part)


class ReportReminder(Audited):
    """That a body was reminded of its report on a day; nobody is reminded twice on one day."""

    quiet_fields = ("report",)

    report = models.ForeignKey(
        PeriodReport, verbose_name=_("báo cáo"), on_delete=models.PROTECT, related_name="reminders"
    )
    sent_on = models.DateField(_("nhắc ngày"))
    by = somebody(_("người nhắc"), null=True, blank=True)

    history = records()

    class Meta:
        verbose_name = _("lần nhắc báo cáo")
        verbose_name_plural = _("lần nhắc báo cáo")
        ordering = ["report", "sent_on"]
        constraints = [models.UniqueConstraint(name="report_reminded_once_a_day", fields=["report", "sent_on"])]

    def __str__(self):
        return f"{self.report}, {self.sent_on}"
