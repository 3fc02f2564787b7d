"""Directives and implementation plans: their tasks, and who has been given which.

A plan is laid out as provincial plans are (tasks with lead and coordinating authorities, deadline or period, product,
budget); one task may be given to many authorities at once, and each of them answers for its own row.
"""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from cms.core.history import Audited, AuditedQuerySet, records
from cms.core.models import Authority
from home.models.versioned import Versioned
from home.plans.choices import OWING, REPORTED, AssignmentState, Part, Period, PlanKind, PlanState


def somebody(label, **kwargs):
    """A member of staff who did something; the account stays as long as the act is told of."""
    return models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=label, on_delete=models.PROTECT, related_name="+", **kwargs
    )


class PlanQuerySet(AuditedQuerySet):
    def in_force(self):
        """Issued, ended ones too: what other authorities may know of."""
        return self.exclude(state=PlanState.DRAFT)

    def public(self):
        return self.in_force().filter(is_public=True)

    def with_people(self):
        return self.select_related("authority", "drafted_by", "issued_by")


class Plan(Versioned):
    """A plan or a directive of one authority. Its number, symbol and day are those of the signed document."""

    quiet_fields = ("version", "year")

    authority = models.ForeignKey(
        Authority, verbose_name=_("cơ quan ban hành"), on_delete=models.PROTECT, related_name="plans"
    )
    kind = models.CharField(_("loại văn bản"), max_length=20, choices=PlanKind, default=PlanKind.PLAN)
    title = models.CharField(_("trích yếu"), max_length=500)
    link = models.URLField(_("địa chỉ văn bản"), max_length=500, blank=True)
    is_public = models.BooleanField(_("công khai văn bản"), default=False)
    shows_progress = models.BooleanField(_("công khai tiến độ"), default=False)
    state = models.CharField(_("tình trạng"), max_length=20, choices=PlanState, default=PlanState.DRAFT)
    number = models.CharField(_("số"), max_length=20, blank=True)
    symbol = models.CharField(_("ký hiệu"), max_length=40, blank=True)
    issued_on = models.DateField(_("ngày ban hành"), null=True, blank=True)
    #: A number is unique within its year (NĐ 30/2020).
    year = models.PositiveSmallIntegerField(_("năm"), null=True, blank=True, editable=False)
    drafted_by = somebody(_("người soạn"))
    drafted_at = models.DateTimeField(_("soạn lúc"))
    issued_by = somebody(_("người ban hành"), null=True, blank=True)
    issued_at = models.DateTimeField(_("ban hành lúc"), null=True, blank=True)
    closed_at = models.DateTimeField(_("kết thúc lúc"), null=True, blank=True)

    history = records()
    objects = PlanQuerySet.as_manager()

    class Meta:
        verbose_name = _("kế hoạch, chỉ thị")
        verbose_name_plural = _("kế hoạch, chỉ thị")
        ordering = ["-issued_on", "-pk"]
        constraints = [
            models.CheckConstraint(
                name="issued_plan_is_whole",
                condition=Q(state=PlanState.DRAFT)
                | Q(issued_on__isnull=False, issued_at__isnull=False, issued_by__isnull=False, year__isnull=False)
                & ~Q(number="")
                & ~Q(symbol=""),
            ),
            models.CheckConstraint(name="progress_only_of_public_plan", condition=Q(shows_progress=False) | Q(is_public=True)),
            models.UniqueConstraint(
                name="plan_number_once_a_year", fields=["authority", "year", "symbol", "number"], condition=~Q(number="")
            ),
        ]  # fmt: skip

    def __str__(self):
        return f"{self.get_kind_display()} {self.label}" if self.number else self.title

    @property
    def label(self) -> str:
        """125/KH-UBND; empty before it is issued."""
        return f"{self.number}/{self.symbol}" if self.number else ""


class Task(Audited):
    """One line of the plan's table."""

    quiet_fields = ("plan", "position")

    plan = models.ForeignKey(Plan, verbose_name=_("kế hoạch"), on_delete=models.PROTECT, related_name="tasks")
    position = models.PositiveSmallIntegerField(_("thứ tự"))
    content = models.TextField(_("nhiệm vụ"), max_length=2000)
    #: As the plan writes it ("Các sở, ban, ngành"), or bodies that are not in this installation.
    lead_text = models.CharField(_("cơ quan chủ trì, ghi như trong kế hoạch"), max_length=300, blank=True)
    coordinating_text = models.CharField(_("cơ quan phối hợp, ghi như trong kế hoạch"), max_length=500, blank=True)
    period = models.CharField(_("báo cáo"), max_length=20, choices=Period, default=Period.ONCE)
    due_on = models.DateField(_("thời hạn"), null=True, blank=True)
    product = models.CharField(_("sản phẩm"), max_length=500, blank=True)
    budget = models.PositiveBigIntegerField(_("kinh phí (đồng)"), null=True, blank=True)
    #: What each report counts, as "số cuộc tập huấn"; empty where nothing is counted.
    figure_label = models.CharField(_("số liệu phải báo cáo"), max_length=150, blank=True)
    closed_at = models.DateTimeField(_("kết thúc lúc"), null=True, blank=True)
    closed_by = somebody(_("người kết thúc"), null=True, blank=True)
    closed_reason = models.CharField(_("lý do kết thúc"), max_length=500, blank=True)

    history = records()

    class Meta:
        verbose_name = _("nhiệm vụ")
        verbose_name_plural = _("nhiệm vụ")
        ordering = ["plan", "position", "pk"]
        constraints = [
            models.CheckConstraint(
                name="single_task_has_deadline", condition=~Q(period=Period.ONCE) | Q(due_on__isnull=False)
            ),
            models.CheckConstraint(
                name="task_closed_with_reason", condition=Q(closed_at=None) | ~Q(closed_reason="") & Q(closed_by__isnull=False)
            ),
        ]  # fmt: skip

    def __str__(self):
        return self.content if len(self.content) <= 80 else f"{self.content[:79]}…"


class AssignmentQuerySet(AuditedQuerySet):
    def reporting(self):
        """Those that owe reports: the lead authorities of issued plans."""
        return self.filter(part=Part.LEAD).exclude(task__plan__state=PlanState.DRAFT)

    def running(self):
        """Of tasks that nobody has ended."""
        return self.filter(task__closed_at=None, task__plan__state=PlanState.ISSUED)

    def owing(self):
        return self.filter(state__in=OWING)

    def late_on(self, day):
        """The deadline has passed and no report has come."""
        return self.reporting().running().owing().filter(due_on__lt=day)

    def with_names(self):
        return self.select_related("authority", "task__plan__authority")


class Assignment(Versioned):
    """One authority's part in one task: when it must report, where it stands, on which day it did."""

    quiet_fields = ("version", "task")

    task = models.ForeignKey(Task, verbose_name=_("nhiệm vụ"), on_delete=models.PROTECT, related_name="assignments")
    authority = models.ForeignKey(
        Authority, verbose_name=_("cơ quan"), on_delete=models.PROTECT, related_name="assignments"
    )
    part = models.CharField(_("vai trò"), max_length=20, choices=Part, default=Part.LEAD)
    state = models.CharField(_("tình trạng"), max_length=20, choices=AssignmentState, default=AssignmentState.OPEN)
    #: The end of the running period where the task is reported again and again; none for continuous tasks.
    due_on = models.DateField(_("hạn báo cáo"), null=True, blank=True)
    #: The day of the report that counts for the running period; a returned one does not count.
    reported_on = models.DateField(_("ngày báo cáo"), null=True, blank=True)

    history = records()
    objects = AssignmentQuerySet.as_manager()

    class Meta:
        verbose_name = _("việc được giao")
        verbose_name_plural = _("việc được giao")
        ordering = ["task", "part", "authority__name"]
        constraints = [
            models.UniqueConstraint(name="authority_once_in_task", fields=["task", "authority"]),
            models.CheckConstraint(
                name="reported_state_has_its_day",
                condition=Q(state__in=REPORTED, reported_on__isnull=False)
                | Q(state__in=OWING, reported_on__isnull=True),
            ),
        ]

    def __str__(self):
        return f"{self.authority.short_name}: {self.task}"

    @property
    def is_owing(self) -> bool:
        return self.part == Part.LEAD and self.state in OWING

    def days_late(self, day) -> int:
        """Calendar days between the deadline and the report, or `day` while none has come; 0 in time."""
        if self.due_on is None or self.part != Part.LEAD:
            return 0
        return max(((self.reported_on or day) - self.due_on).days, 0)
