"""What was asked and said around a case: supplements, opinions of other bodies, messages, internal notes."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from cms.core.history import Audited, AuditedQuerySet, records
from cms.core.models import Unit
from workflow.choices import OPEN_STATUSES, CorrespondenceKind
from workflow.models.attachment import Attachment
from workflow.models.request import InformationRequest


class Supplement(Audited):
    """What the requester was asked to complete, and when it came (L16 Điều 26.2). The law sets no limit for it."""

    personal_fields = ("missing",)

    info_request = models.ForeignKey(
        InformationRequest, verbose_name=_("hồ sơ"), on_delete=models.PROTECT, related_name="supplements"
    )
    missing = models.TextField(_("cần bổ sung"), max_length=3000)
    asked_at = models.DateTimeField(_("đề nghị lúc"))
    asked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=_("người đề nghị"), on_delete=models.PROTECT, related_name="+"
    )
    #: Only where the authority's own regulation sets a limit (readings.md 7.4).
    until_on = models.DateField(_("hạn theo quy chế của cơ quan"), null=True, blank=True)
    supplied_on = models.DateField(_("ngày nhận bổ sung"), null=True, blank=True)

    history = records()

    class Meta:
        verbose_name = _("lần bổ sung")
        verbose_name_plural = _("lần bổ sung")
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(name="one_open_supplement", fields=["info_request"], condition=Q(supplied_on=None))
        ]

    def __str__(self):
        return self.missing[:60]


class AskedQuerySet(AuditedQuerySet):
    """Papers that wait for somebody's answer."""

    def open(self):
        return self.filter(answered_at=None)

    def to_remind(self, day):
        """Not answered, wanted by that day, and nobody was reminded yet."""
        return self.open().filter(wanted_on__lte=day, reminded_at=None, info_request__status__in=OPEN_STATUSES)


class Consultation(Audited):
    """A unit or another body asked for the information or an opinion; the law's clock does not stop for it (readings.md 8)."""

    personal_fields = ("question", "answer")

    info_request = models.ForeignKey(
        InformationRequest, verbose_name=_("hồ sơ"), on_delete=models.PROTECT, related_name="consultations"
    )
    unit = models.ForeignKey(
        Unit,
        verbose_name=_("đơn vị chủ trì"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="consultations",
    )
    body = models.CharField(_("cơ quan khác"), max_length=300, blank=True)
    question = models.TextField(_("nội dung đề nghị"), max_length=3000)
    asked_at = models.DateTimeField(_("gửi lúc"))
    asked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=_("người gửi"), on_delete=models.PROTECT, related_name="+"
    )
    #: Number and symbol of the paper that asks, where one was sent; its day is that of `asked_at`.
    paper_number = models.CharField(_("số văn bản hỏi"), max_length=60, blank=True)
    wanted_on = models.DateField(_("cần trước ngày"), null=True, blank=True)
    reminded_at = models.DateTimeField(_("nhắc lúc"), null=True, blank=True)
    answer = models.TextField(_("trả lời"), max_length=3000, blank=True)
    answered_at = models.DateTimeField(_("trả lời lúc"), null=True, blank=True)
    answered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("người trả lời"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )

    answer_file = models.ForeignKey(
        Attachment,
        verbose_name=_("văn bản trả lời"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )

    history = records()
    objects = AskedQuerySet.as_manager()

    class Meta:
        verbose_name = _("lần lấy ý kiến")
        verbose_name_plural = _("lần lấy ý kiến")
        ordering = ["pk"]
        indexes = [models.Index(name="consultation_open", fields=["unit"], condition=Q(answered_at=None))]
        constraints = [
            models.CheckConstraint(name="consultation_asks_somebody", condition=Q(unit__isnull=False) | ~Q(body="")),
            models.CheckConstraint(
                name="answer_after_question", condition=Q(answered_at=None) | Q(answered_at__gte=F("asked_at"))
            ),
        ]

    def __str__(self):
        return self.body or str(self.unit)

    def is_overdue_on(self, day) -> bool:
        return self.answered_at is None and self.wanted_on is not None and self.wanted_on < day


class Consent(Audited):
    """A person concerned asked whether conditional information may be given (L16 Điều 7; L26 Điều 16); form 06 answers it.

    The law wants the consent to come with the request. Asking for it helps the requester and stops no term (readings.md 8).
    """

    personal_fields = ("person", "address", "question", "answer")

    info_request = models.ForeignKey(
        InformationRequest, verbose_name=_("hồ sơ"), on_delete=models.PROTECT, related_name="consents"
    )
    #: A code of the conditional kinds of the request's own law.
    kind = models.CharField(_("loại thông tin"), max_length=30)
    person = models.CharField(_("người được hỏi"), max_length=200)
    address = models.CharField(_("địa chỉ, cách liên hệ"), max_length=300)
    question = models.TextField(_("thông tin xin đồng ý"), max_length=3000)
    paper_number = models.CharField(_("số văn bản hỏi"), max_length=60, blank=True)
    asked_at = models.DateTimeField(_("gửi lúc"))
    asked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=_("người gửi"), on_delete=models.PROTECT, related_name="+"
    )
    wanted_on = models.DateField(_("cần trước ngày"))
    reminded_at = models.DateTimeField(_("nhắc lúc"), null=True, blank=True)
    agreed = models.BooleanField(_("đồng ý"), null=True, blank=True)
    answer = models.TextField(_("nội dung trả lời"), max_length=3000, blank=True)
    answered_on = models.DateField(_("trả lời ngày"), null=True, blank=True)
    answered_at = models.DateTimeField(_("ghi nhận lúc"), null=True, blank=True)
    answered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("người ghi nhận"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    answer_file = models.ForeignKey(
        Attachment,
        verbose_name=_("văn bản trả lời"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )

    history = records()
    objects = AskedQuerySet.as_manager()

    class Meta:
        verbose_name = _("lần xin đồng ý")
        verbose_name_plural = _("lần xin đồng ý")
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                name="consent_answered_as_a_whole",
                condition=Q(agreed=None, answered_on=None, answered_at=None, answered_by=None, answer_file=None)
                | Q(
                    agreed__isnull=False,
                    answered_on__isnull=False,
                    answered_at__isnull=False,
                    answered_by__isnull=False,
                ),
            ),
        ]

    def __str__(self):
        return self.person

    def is_overdue_on(self, day) -> bool:
        return self.answered_at is None and self.wanted_on < day


class Correspondence(Audited):
    """A message between requester and authority that is no formal paper."""

    personal_fields = ("text",)

    info_request = models.ForeignKey(
        InformationRequest, verbose_name=_("hồ sơ"), on_delete=models.PROTECT, related_name="correspondence"
    )
    kind = models.CharField(_("loại"), max_length=20, choices=CorrespondenceKind)
    from_requester = models.BooleanField(_("do người dân gửi"))
    text = models.TextField(_("nội dung"), max_length=5000, blank=True)
    at = models.DateTimeField(_("lúc"))
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("cán bộ"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )

    history = records()

    class Meta:
        verbose_name = _("trao đổi")
        verbose_name_plural = _("trao đổi")
        ordering = ["at", "pk"]

    def __str__(self):
        return self.get_kind_display()


class CaseNote(Audited):
    """An internal note; never shown to the requester."""

    personal_fields = ("text",)

    info_request = models.ForeignKey(
        InformationRequest, verbose_name=_("hồ sơ"), on_delete=models.PROTECT, related_name="notes"
    )
    text = models.TextField(_("ghi chú"), max_length=3000)
    at = models.DateTimeField(_("lúc"))
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=_("người ghi"), on_delete=models.PROTECT, related_name="+"
    )

    history = records()

    class Meta:
        verbose_name = _("ghi chú nội bộ")
        verbose_name_plural = _("ghi chú nội bộ")
        ordering = ["-at", "-pk"]

    def __str__(self):
        return self.text[:60]
