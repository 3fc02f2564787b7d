"""Information said to be inaccurate: one case with its own term and answer (L16, L26 Điều 22.4; 32, 28).

Mostly a citizen says so. An officer who finds out first writes down the same kind of case (L16 Điều 32.1; L26 Điều 28.1).
"""

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from catalog.models import InformationItem, ItemVersion
from cms.core.errors import StaleView
from cms.core.history import Audited, AuditedQuerySet, records
from cms.core.models import Authority, Unit
from cms.law.models import AdoptedRuleSet
from workflow.choices import CORRECTION_OPEN, CORRECTION_OUTCOMES, CorrectionAbout, CorrectionStatus
from workflow.models.request import InformationRequest, new_salt
from workflow.models.requester import Requester

_PERSON = {"on_delete": models.PROTECT, "related_name": "+", "null": True, "blank": True}
_OUTCOMES = [(str(one), one.label) for one in CORRECTION_OUTCOMES]


class CorrectionRequestQuerySet(AuditedQuerySet):
    def open(self):
        return self.filter(status__in=CORRECTION_OPEN)

    def closed(self):
        return self.filter(status__in=CORRECTION_OUTCOMES)

    def overdue_on(self, day):
        """The term has passed and nobody has answered."""
        return self.open().filter(due_on__lt=day)

    def with_people(self):
        """Joined with what every list and page shows."""
        return self.select_related(
            "requester",
            "authority",
            "unit",
            "rule_set",
            "item",
            "info_request",
            "asked_unit",
            "found_by",
            "proposed_by",
            "decided_by",
        )

    def found_by_authority(self):
        """Wrong answers that the authority found by itself."""
        return self.filter(found_by__isnull=False)

    def by_due_date(self):
        return self.order_by("due_on", "pk")


class CorrectionRequest(Audited):
    """Kiến nghị đính chính, from the day it was sent to its answer. It keeps its rule set for life."""

    personal_fields = ("wrong", "right", "proof", "answer")
    quiet_fields = ("version",)

    authority = models.ForeignKey(
        Authority, verbose_name=_("cơ quan"), on_delete=models.PROTECT, related_name="corrections"
    )
    unit = models.ForeignKey(Unit, verbose_name=_("đơn vị đang giữ"), on_delete=models.PROTECT, related_name="+")
    rule_set = models.ForeignKey(
        AdoptedRuleSet, verbose_name=_("luật áp dụng"), on_delete=models.PROTECT, related_name="+"
    )
    #: Whoever asked for the information is the same person: their data stands once.
    requester = models.ForeignKey(
        Requester, verbose_name=_("người kiến nghị"), on_delete=models.PROTECT, related_name="corrections"
    )
    about = models.CharField(_("về"), max_length=20, choices=CorrectionAbout)
    item = models.ForeignKey(
        InformationItem, verbose_name=_("mục thông tin"), null=True, blank=True, on_delete=models.PROTECT,
        related_name="corrections",
    )  # fmt: skip
    item_version = models.ForeignKey(ItemVersion, verbose_name=_("bản bị cho là sai"), **_PERSON)
    info_request = models.ForeignKey(
        InformationRequest, verbose_name=_("hồ sơ đã trả lời"), null=True, blank=True, on_delete=models.PROTECT,
        related_name="corrections",
    )  # fmt: skip

    code = models.CharField(_("số hồ sơ"), max_length=40, unique=True)
    status = models.CharField(
        _("trạng thái"), max_length=20, choices=CorrectionStatus, default=CorrectionStatus.RECEIVED
    )
    version = models.PositiveIntegerField(_("phiên bản"), default=1)
    submission_key = models.CharField(_("khóa gửi"), max_length=64, unique=True, editable=False)
    tracking_hash = models.CharField(_("dấu mã tra cứu"), max_length=64, editable=False)
    audit_salt = models.CharField(_("muối của nhật ký"), max_length=32, default=new_salt, editable=False)

    sent_on = models.DateField(_("ngày gửi"))
    sent_at = models.DateTimeField(_("lúc gửi"))
    received_on = models.DateField(_("ngày nhận"))
    # Computed by workflow.clock and stored, so that lists sort in SQL. Nobody types them.
    due_on = models.DateField(_("hạn trả lời"), editable=False)
    due_is_provisional = models.BooleanField(_("hạn dự kiến"), default=False, editable=False)
    told_due_on = models.DateField(_("hạn đã báo cho người dân"), editable=False)

    #: The officer who found that an answer was wrong, without anybody asking; then the day received is the day found.
    found_by = models.ForeignKey(settings.AUTH_USER_MODEL, verbose_name=_("cán bộ tự phát hiện"), **_PERSON)
    wrong = models.TextField(_("chỗ không chính xác"), max_length=2000)
    right = models.TextField(_("nội dung đúng, theo người kiến nghị"), max_length=2000, blank=True)
    proof = models.TextField(_("vì sao biết"), max_length=2000, blank=True)

    # The unit that made the information is asked once at a time; earlier questions stand in the history.
    asked_unit = models.ForeignKey(Unit, verbose_name=_("đơn vị được hỏi"), **_PERSON)
    asked_by = models.ForeignKey(settings.AUTH_USER_MODEL, verbose_name=_("người hỏi"), **_PERSON)
    asked_at = models.DateTimeField(_("hỏi lúc"), null=True, blank=True)
    question = models.TextField(_("câu hỏi"), max_length=2000, blank=True)
    unit_answer = models.TextField(_("đơn vị trả lời"), max_length=3000, blank=True)
    answered_by = models.ForeignKey(settings.AUTH_USER_MODEL, verbose_name=_("người trả lời"), **_PERSON)
    answered_at = models.DateTimeField(_("trả lời lúc"), null=True, blank=True)

    outcome = models.CharField(_("kết quả đề xuất"), max_length=20, choices=_OUTCOMES, blank=True)
    answer = models.TextField(_("lời trả lời"), max_length=3000, blank=True)
    right_place = models.CharField(_("nơi có trách nhiệm"), max_length=300, blank=True)
    proposed_by = models.ForeignKey(settings.AUTH_USER_MODEL, verbose_name=_("người đề xuất"), **_PERSON)
    proposed_at = models.DateTimeField(_("đề xuất lúc"), null=True, blank=True)
    decided_by = models.ForeignKey(settings.AUTH_USER_MODEL, verbose_name=_("người quyết định"), **_PERSON)
    closed_at = models.DateTimeField(_("trả lời người dân lúc"), null=True, blank=True)
    outcome_on = models.DateField(_("ngày trả lời"), null=True, blank=True)
    corrected_version = models.ForeignKey(ItemVersion, verbose_name=_("bản đính chính"), **_PERSON)

    history = records(excluded_fields=["tracking_hash", "audit_salt", "submission_key"])
    objects = CorrectionRequestQuerySet.as_manager()

    class Meta:
        verbose_name = _("kiến nghị đính chính")
        verbose_name_plural = _("kiến nghị đính chính")
        ordering = ["-pk"]
        indexes = [
            models.Index(name="correction_queue", fields=["authority", "status", "due_on", "id"]),
            models.Index(name="correction_received", fields=["authority", "received_on", "id"]),
        ]
        constraints = [
            models.CheckConstraint(
                name="correction_about_one_thing",
                condition=Q(about=CorrectionAbout.PUBLISHED, item__isnull=False, info_request=None)
                | Q(about=CorrectionAbout.PROVIDED, item=None, info_request__isnull=False),
            ),
            models.CheckConstraint(
                name="correction_found_is_of_an_answer",
                condition=Q(found_by=None)
                | Q(about=CorrectionAbout.PROVIDED) & ~Q(status=CorrectionStatus.NOT_OURS),
            ),
            models.UniqueConstraint(
                name="correction_found_once_at_a_time",
                fields=["info_request"],
                condition=Q(found_by__isnull=False, status__in=[str(one) for one in CORRECTION_OPEN]),
            ),
            models.CheckConstraint(
                name="correction_closed_when_answered",
                condition=Q(status__in=[str(one) for one in CORRECTION_OPEN], closed_at=None, outcome_on=None, decided_by=None)
                | (
                    Q(status=F("outcome"), closed_at__isnull=False, outcome_on__isnull=False, decided_by__isnull=False)
                    & ~Q(answer="")
                ),
            ),
            models.CheckConstraint(
                name="correction_by_two_people",
                condition=Q(decided_by=None) | (Q(proposed_by__isnull=False) & ~Q(decided_by=F("proposed_by"))),
            ),
            models.CheckConstraint(
                name="correction_not_ours_says_where",
                condition=~Q(status=CorrectionStatus.NOT_OURS) | ~Q(right_place=""),
            ),
            models.CheckConstraint(
                name="correction_promise_not_shortened", condition=Q(due_on__gte=F("told_due_on"))
            ),
        ]  # fmt: skip

    def __str__(self):
        return self.code

    @property
    def is_open(self) -> bool:
        return self.status in CORRECTION_OPEN

    @property
    def is_late(self) -> bool:
        """Answered after its due date; that stays visible."""
        return self.outcome_on is not None and self.outcome_on > self.due_on

    @property
    def subject(self) -> str:
        """What it is about, in a line."""
        return self.item.title if self.item_id else f"{self.info_request.code}: {self.info_request.description}"

    def locked(self, seen: int | None):
        """The row as it is now, held until the transaction ends; StaleView if somebody was faster than `seen` says."""
        fresh = type(self).objects.select_for_update(of=("self",)).with_people().get(pk=self.pk)
        if seen is not None and fresh.version != seen:
            raise StaleView(_("Kiến nghị vừa thay đổi. Chưa lưu gì."))
        return fresh


class CorrectionFile(Audited):
    """A file of the right information, given again with the answer (L16 Điều 32; L26 Điều 28)."""

    personal_fields = ("name",)
    quiet_fields = ("path", "content_type", "size", "sha256")

    correction = models.ForeignKey(
        CorrectionRequest, verbose_name=_("kiến nghị"), on_delete=models.PROTECT, related_name="files"
    )
    name = models.CharField(_("tên tệp"), max_length=150)
    path = models.CharField(_("nơi giữ"), max_length=100, unique=True, editable=False)
    content_type = models.CharField(_("loại tệp"), max_length=100)
    size = models.PositiveBigIntegerField(_("dung lượng (byte)"))
    sha256 = models.CharField(_("dấu nội dung"), max_length=64)
    added_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=_("người thêm"), on_delete=models.PROTECT, related_name="+"
    )
    added_at = models.DateTimeField(_("thêm lúc"))
    removed_at = models.DateTimeField(_("bỏ lúc"), null=True, blank=True)

    history = records()

    class Meta:
        verbose_name = _("tệp đính chính")
        verbose_name_plural = _("tệp đính chính")
        ordering = ["pk"]

    def __str__(self):
        return self.name
