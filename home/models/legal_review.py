"""Rà soát văn bản: one round asks many authorities; each keeps a table of texts and sends it up."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from cms.core.history import Audited, AuditedQuerySet, records
from cms.core.models import Authority
from home.models.plans import Task, somebody
from home.models.versioned import Versioned
from home.plans.choices import Proposal, ReviewState, SheetState


class ReviewRound(Versioned):
    """A review that one authority asks of others: until when, and whether it is still open."""

    quiet_fields = ("version",)

    authority = models.ForeignKey(
        Authority, verbose_name=_("cơ quan tổng hợp"), on_delete=models.PROTECT, related_name="review_rounds"
    )
    title = models.CharField(_("nội dung rà soát"), max_length=300)
    due_on = models.DateField(_("hạn gửi"))
    task = models.ForeignKey(
        Task,
        verbose_name=_("nhiệm vụ của kế hoạch"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="review_rounds",
    )
    opened_by = somebody(_("người mở"))
    opened_at = models.DateTimeField(_("mở lúc"))
    closed_at = models.DateTimeField(_("kết thúc lúc"), null=True, blank=True)

    history = records()

    class Meta:
        verbose_name = _("đợt rà soát")
        verbose_name_plural = _("đợt rà soát")
        ordering = ["-due_on", "-pk"]

    def __str__(self):
        return self.title


class ReviewSheetQuerySet(AuditedQuerySet):
    def arrived(self):
        return self.filter(state__in=(SheetState.SENT, SheetState.ACCEPTED))

    def missing(self):
        return self.filter(state__in=(SheetState.DRAFT, SheetState.RETURNED))


class ReviewSheet(Versioned):
    """One authority's table in a round."""

    quiet_fields = ("version", "round")

    round = models.ForeignKey(ReviewRound, verbose_name=_("đợt"), on_delete=models.PROTECT, related_name="sheets")
    authority = models.ForeignKey(
        Authority, verbose_name=_("cơ quan"), on_delete=models.PROTECT, related_name="review_sheets"
    )
    state = models.CharField(_("tình trạng"), max_length=20, choices=SheetState, default=SheetState.DRAFT)
    found_nothing = models.BooleanField(_("không có văn bản cần đề xuất"), default=False)
    sent_on = models.DateField(_("ngày gửi"), null=True, blank=True)
    released_by = somebody(_("người duyệt gửi"), null=True, blank=True)
    returned_why = models.CharField(_("lý do trả lại"), max_length=1000, blank=True)

    history = records()
    objects = ReviewSheetQuerySet.as_manager()

    class Meta:
        verbose_name = _("bảng rà soát")
        verbose_name_plural = _("bảng rà soát")
        ordering = ["round", "authority__name"]
        constraints = [
            models.UniqueConstraint(name="one_sheet_an_authority", fields=["round", "authority"]),
            models.CheckConstraint(
                name="sent_sheet_has_its_day",
                condition=Q(state__in=(SheetState.SENT, SheetState.ACCEPTED), sent_on__isnull=False)
                | Q(state__in=(SheetState.DRAFT, SheetState.RETURNED), sent_on__isnull=True),
            ),
        ]

    def __str__(self):
        return f"{self.authority.short_name}: {self.round}"

    @property
    def is_open(self) -> bool:
        return self.state in (SheetState.DRAFT, SheetState.RETURNED)

    def days_late(self, day) -> int:
        return max(((self.sent_on or day) - self.round.due_on).days, 0)


class LegalReview(Audited):
    """One reviewed text: what it is, what is proposed and why, what became of the proposal."""

    quiet_fields = ("sheet", "position")

    sheet = models.ForeignKey(ReviewSheet, verbose_name=_("bảng"), on_delete=models.PROTECT, related_name="reviews")
    position = models.PositiveSmallIntegerField(_("thứ tự"))
    #: None of these four for a text that is still to be issued; its title says what it should regulate.
    number = models.CharField(_("số, ký hiệu"), max_length=60, blank=True)
    issued_on = models.DateField(_("ngày ban hành"), null=True, blank=True)
    issuer = models.CharField(_("cơ quan ban hành"), max_length=200, blank=True)
    title = models.CharField(_("tên văn bản"), max_length=500)
    proposal = models.CharField(_("đề xuất"), max_length=20, choices=Proposal)
    provisions = models.CharField(_("điều, khoản"), max_length=300, blank=True)
    reason = models.TextField(_("lý do"), max_length=2000)
    state = models.CharField(_("tình trạng"), max_length=20, choices=ReviewState, default=ReviewState.PROPOSED)
    decided_by = somebody(_("người xem xét"), null=True, blank=True)
    decided_at = models.DateTimeField(_("xem xét lúc"), null=True, blank=True)
    outcome = models.CharField(_("ý kiến, kết quả xử lý"), max_length=1000, blank=True)
    removed_at = models.DateTimeField(_("bỏ lúc"), null=True, blank=True)

    history = records()

    class Meta:
        verbose_name = _("văn bản được rà soát")
        verbose_name_plural = _("văn bản được rà soát")
        ordering = ["sheet", "position", "pk"]
        constraints = [
            models.CheckConstraint(
                name="reviewed_text_is_named",
                condition=Q(proposal=Proposal.ISSUE) | ~Q(number="") & ~Q(issuer="") & Q(issued_on__isnull=False),
            ),
            models.CheckConstraint(
                name="decided_review_says_by_whom",
                condition=Q(state=ReviewState.PROPOSED) | Q(decided_by__isnull=False, decided_at__isnull=False),
            ),
        ]

    def __str__(self):
        return self.number or self.title
