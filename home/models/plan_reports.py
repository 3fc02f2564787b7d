"""What comes back on a task: reports with their evidence, and the letters that urge those who have not reported."""

from django.core.validators import MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from cms.core.history import Audited, records
from cms.core.models import Authority
from home.models.plans import Assignment, Plan, somebody
from home.plans.choices import ReminderState, ReportState
from workflow.choices import FileState


class Report(Audited):
    """One report of one authority on one task; written by one person, released by another."""

    assignment = models.ForeignKey(
        Assignment, verbose_name=_("việc được giao"), on_delete=models.PROTECT, related_name="reports"
    )
    state = models.CharField(_("tình trạng"), max_length=20, choices=ReportState, default=ReportState.DRAFT)
    #: The deadline it answers; kept because that of the assignment moves on from period to period.
    due_on = models.DateField(_("cho kỳ hạn"), null=True, blank=True)
    text = models.TextField(_("kết quả thực hiện"), max_length=5000)
    link = models.URLField(_("địa chỉ minh chứng"), max_length=500, blank=True)
    figure = models.PositiveBigIntegerField(_("số liệu"), null=True, blank=True)
    document_number = models.CharField(_("số, ký hiệu báo cáo"), max_length=60, blank=True)
    written_by = somebody(_("người soạn"))
    written_at = models.DateTimeField(_("soạn lúc"))
    released_by = somebody(_("người duyệt gửi"), null=True, blank=True)
    released_at = models.DateTimeField(_("gửi lúc"), null=True, blank=True)
    decided_by = somebody(_("người nhận hoặc trả lại"), null=True, blank=True)
    decided_at = models.DateTimeField(_("nhận hoặc trả lại lúc"), null=True, blank=True)
    returned_why = models.CharField(_("lý do trả lại"), max_length=1000, blank=True)

    history = records()

    class Meta:
        verbose_name = _("báo cáo")
        verbose_name_plural = _("báo cáo")
        ordering = ["-pk"]
        constraints = [
            models.UniqueConstraint(
                name="one_report_at_a_time",
                fields=["assignment"],
                condition=Q(state__in=(ReportState.DRAFT, ReportState.SENT)),
            ),
            models.CheckConstraint(
                name="report_released_by_second_person",
                condition=Q(state=ReportState.DRAFT)
                | Q(released_by__isnull=False, released_at__isnull=False) & ~Q(released_by=F("written_by")),
            ),
            models.CheckConstraint(
                name="returned_report_says_why", condition=~Q(state=ReportState.RETURNED) | ~Q(returned_why="")
            ),
        ]

    def __str__(self):
        return f"{self._meta.verbose_name} {self.document_number}".strip()


class PlanFile(Audited):
    """A stored file: a plan's document, or the evidence of a report. In quarantine until found clean (S10)."""

    quiet_fields = ("path", "content_type", "size", "sha256")

    plan = models.ForeignKey(
        Plan, verbose_name=_("kế hoạch"), null=True, blank=True, on_delete=models.PROTECT, related_name="files"
    )
    report = models.ForeignKey(
        Report, verbose_name=_("báo cáo"), null=True, blank=True, on_delete=models.PROTECT, related_name="files"
    )
    name = models.CharField(_("tên tệp"), max_length=150)
    path = models.CharField(_("nơi giữ"), max_length=100, unique=True, editable=False)
    content_type = models.CharField(_("loại tệp"), max_length=100)
    size = models.PositiveBigIntegerField(_("dung lượng (byte)"))
    sha256 = models.CharField(_("dấu nội dung"), max_length=64)
    state = models.CharField(_("kiểm tra"), max_length=20, choices=FileState, default=FileState.QUARANTINE)
    scanned_at = models.DateTimeField(_("kiểm tra lúc"), null=True, blank=True)
    added_by = somebody(_("người thêm"))
    added_at = models.DateTimeField(_("thêm lúc"))
    removed_at = models.DateTimeField(_("bỏ lúc"), null=True, blank=True)

    history = records()

    class Meta:
        verbose_name = _("tệp")
        verbose_name_plural = _("tệp")
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                name="file_of_a_plan_or_a_report",
                condition=Q(plan__isnull=False, report__isnull=True) | Q(plan__isnull=True, report__isnull=False),
            ),
        ]

    def __str__(self):
        return self.name


class ReminderLetter(Audited):
    """Công văn đôn đốc: one letter to the authorities that have not reported; frozen with its hash when issued."""

    quiet_fields = ("html", "sha256", "year", "pdf_path", "pdf_size", "pdf_sha256")
    #: A letter changes once, from draft to issued or dropped: its state tells whether somebody was faster.
    version = 1

    plan = models.ForeignKey(
        Plan, verbose_name=_("kế hoạch"), on_delete=models.PROTECT, related_name="reminder_letters"
    )
    authority = models.ForeignKey(Authority, verbose_name=_("cơ quan gửi"), on_delete=models.PROTECT, related_name="+")
    state = models.CharField(_("tình trạng"), max_length=20, choices=ReminderState, default=ReminderState.DRAFT)
    answer_by_on = models.DateField(_("đề nghị báo cáo trước ngày"))
    note = models.CharField(_("nói thêm"), max_length=1000, blank=True)
    signer_name = models.CharField(_("người ký"), max_length=100)
    signer_post = models.CharField(_("chức vụ"), max_length=100)
    drafted_by = somebody(_("người soạn"))
    drafted_at = models.DateTimeField(_("soạn lúc"))
    number = models.CharField(_("số"), max_length=20, blank=True)
    symbol = models.CharField(_("ký hiệu"), max_length=40, blank=True)
    issued_on = models.DateField(_("ngày văn bản"), null=True, blank=True)
    year = models.PositiveSmallIntegerField(
        _("năm"), null=True, blank=True, editable=False, validators=[MinValueValidator(2000)]
    )
    issued_by = somebody(_("người phát hành"), null=True, blank=True)
    issued_at = models.DateTimeField(_("phát hành lúc"), null=True, blank=True)
    html = models.TextField(_("nội dung đã phát hành"), blank=True)
    sha256 = models.CharField(_("dấu nội dung"), max_length=64, blank=True)
    #: The file that was issued, byte for byte; empty for a letter that was never drawn here.
    pdf_path = models.CharField(_("nơi giữ bản PDF"), max_length=100, blank=True, editable=False)
    pdf_size = models.PositiveIntegerField(_("dung lượng bản PDF (byte)"), default=0, editable=False)
    pdf_sha256 = models.CharField(_("dấu bản PDF"), max_length=64, blank=True, editable=False)

    history = records(excluded_fields=["html"])

    class Meta:
        verbose_name = _("công văn đôn đốc")
        verbose_name_plural = _("công văn đôn đốc")
        ordering = ["-pk"]
        constraints = [
            models.CheckConstraint(
                name="issued_reminder_is_whole",
                condition=~Q(state=ReminderState.ISSUED)
                | Q(issued_on__isnull=False, issued_at__isnull=False, issued_by__isnull=False)
                & ~Q(issued_by=F("drafted_by"))
                & ~Q(number="")
                & ~Q(sha256=""),
            ),
            models.UniqueConstraint(
                name="reminder_number_once_a_year",
                fields=["authority", "year", "symbol", "number"],
                condition=~Q(number=""),
            ),
        ]

    def __str__(self):
        return f"Công văn đôn đốc {self.label}".strip()

    @property
    def label(self) -> str:
        return f"{self.number}/{self.symbol}" if self.number else ""


class Reminder(Audited):
    """One task of one authority in a letter. Never two issued on the same day."""

    letter = models.ForeignKey(
        ReminderLetter, verbose_name=_("công văn"), on_delete=models.PROTECT, related_name="reminders"
    )
    assignment = models.ForeignKey(
        Assignment, verbose_name=_("việc được giao"), on_delete=models.PROTECT, related_name="reminders"
    )
    #: The letter's day once it is issued; what the same day's second letter stumbles over.
    sent_on = models.DateField(_("đôn đốc ngày"), null=True, blank=True)

    history = records()

    class Meta:
        verbose_name = _("lần đôn đốc")
        verbose_name_plural = _("lần đôn đốc")
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(name="assignment_once_in_letter", fields=["letter", "assignment"]),
            models.UniqueConstraint(
                name="reminded_once_a_day", fields=["assignment", "sent_on"], condition=Q(sent_on__isnull=False)
            ),
        ]

    def __str__(self):
        return str(self.assignment)
