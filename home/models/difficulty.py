"""Khó khăn, kiến nghị: reported by a unit, passed up while nobody can answer, answered, perhaps published as guidance."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from cms.core.history import AuditedQuerySet, records
from cms.core.models import Authority, Unit
from home.models.plans import Task, somebody
from home.models.versioned import Versioned
from home.plans.choices import DifficultyState


class DifficultyQuerySet(AuditedQuerySet):
    def waiting(self):
        return self.filter(state__in=(DifficultyState.REPORTED, DifficultyState.FORWARDED))

    def published(self):
        """Answers that the province gives to all as guidance."""
        return self.filter(published_at__isnull=False)


class Difficulty(Versioned):
    """What a unit cannot settle, what it proposes, and who answered when."""

    quiet_fields = ("version",)

    authority = models.ForeignKey(
        Authority, verbose_name=_("cơ quan báo cáo"), on_delete=models.PROTECT, related_name="difficulties"
    )
    unit = models.ForeignKey(
        Unit, verbose_name=_("đơn vị báo cáo"), null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    task = models.ForeignKey(
        Task,
        verbose_name=_("nhiệm vụ liên quan"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="difficulties",
    )
    title = models.CharField(_("vướng mắc"), max_length=200)
    text = models.TextField(_("khó khăn gặp phải"), max_length=3000)
    proposal = models.TextField(_("kiến nghị"), max_length=2000, blank=True)
    state = models.CharField(_("tình trạng"), max_length=20, choices=DifficultyState, default=DifficultyState.REPORTED)
    #: Who has to answer now: the authority itself, or the one above after it was passed up.
    held_by = models.ForeignKey(
        Authority, verbose_name=_("nơi phải trả lời"), on_delete=models.PROTECT, related_name="held_difficulties"
    )
    reported_by = somebody(_("người báo cáo"))
    reported_at = models.DateTimeField(_("báo cáo lúc"))
    forwarded_by = somebody(_("người chuyển"), null=True, blank=True)
    forwarded_at = models.DateTimeField(_("chuyển cấp trên lúc"), null=True, blank=True)
    opinion = models.CharField(_("ý kiến khi chuyển"), max_length=1000, blank=True)
    answer = models.TextField(_("trả lời"), max_length=5000, blank=True)
    answered_by = somebody(_("người trả lời"), null=True, blank=True)
    answered_at = models.DateTimeField(_("trả lời lúc"), null=True, blank=True)
    #: The guidance as the public reads it: without names of who asked.
    guidance_question = models.CharField(_("câu hỏi khi công bố"), max_length=300, blank=True)
    published_by = somebody(_("người công bố"), null=True, blank=True)
    published_at = models.DateTimeField(_("công bố lúc"), null=True, blank=True)

    history = records()
    objects = DifficultyQuerySet.as_manager()

    class Meta:
        verbose_name = _("khó khăn, kiến nghị")
        verbose_name_plural = _("khó khăn, kiến nghị")
        ordering = ["-reported_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                name="answered_difficulty_is_whole",
                condition=~Q(state=DifficultyState.ANSWERED)
                | Q(answered_by__isnull=False, answered_at__isnull=False) & ~Q(answer=""),
            ),
            models.CheckConstraint(
                name="guidance_by_second_person",
                condition=Q(published_at=None)
                | Q(state=DifficultyState.ANSWERED, published_by__isnull=False)
                & ~Q(published_by=F("answered_by"))
                & ~Q(guidance_question=""),
            ),
            models.CheckConstraint(
                name="passed_up_by_second_person",
                condition=Q(forwarded_at=None) | Q(forwarded_by__isnull=False) & ~Q(forwarded_by=F("reported_by")),
            ),
        ]

    def __str__(self):
        return self.title
