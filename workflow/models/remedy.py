"""What somebody undertakes who does not agree: a complaint, a lawsuit, a denunciation; each linked to its case.

The first answer is never touched by any of them (readings.md 8, 15).
"""

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from cms.core.errors import StaleView
from cms.core.history import Audited, AuditedQuerySet, records
from cms.core.models import Authority, Unit
from cms.core.secrets import EncryptedField
from cms.law.models import AdoptedRuleSet
from workflow.models.letter import Letter
from workflow.models.request import InformationRequest, new_salt
from workflow.remedy_choices import (
    INSTANCES,
    REMEDY_OPEN,
    REMEDY_OUTCOMES,
    SETTLED_ELSEWHERE,
    UPHOLDING,
    RemedyAbout,
    RemedyChannel,
    RemedyInstance,
    RemedyKind,
    RemedyStatus,
)

_PERSON = {"on_delete": models.PROTECT, "related_name": "+", "null": True, "blank": True}
_OUTCOMES = [(str(one), one.label) for one in REMEDY_OUTCOMES]
_OPEN = [str(one) for one in REMEDY_OPEN]


class RemedyQuerySet(AuditedQuerySet):
    def open(self):
        return self.filter(status__in=REMEDY_OPEN)

    def closed(self):
        return self.filter(status__in=REMEDY_OUTCOMES)

    def ours(self):
        """Settled by the authority itself: what it may be late with."""
        return self.exclude(level__in=SETTLED_ELSEWHERE)

    def overdue_on(self, day):
        """The day has passed by which the authority must have accepted, settled, or written to the court."""
        return self.open().filter(due_on__lt=day)

    def with_people(self):
        """Joined with what every list and page shows."""
        return self.select_related(
            "authority",
            "unit",
            "rule_set",
            "info_request__requester",
            "info_request__authority",
            "letter__decision",
            "against",
            "previous",
            "entered_by",
            "proposed_by",
            "decided_by",
            "new_case",
        )

    def by_due_date(self):
        """The next to fall due first; what waits for another body last, alike on every database."""
        return self.order_by(F("due_on").asc(nulls_last=True), "pk")


class Remedy(Audited):
    """Khiếu nại, khởi kiện, tố cáo: from the day it was received to its outcome."""

    #: Also what would tell a reader of the log that somebody is denounced, and about which case.
    personal_fields = (
        "info_request",
        "kind",
        "about",
        "channel",
        "letter",
        "against",
        "words",
        "lengthened_by_paper",
        "answer",
        "measures",
    )
    #: Of these, what an erasure leaves in the row: figures count it, and it is nobody's words.
    counted_fields = ("info_request", "kind", "about", "channel", "letter")
    quiet_fields = ("version",)

    authority = models.ForeignKey(
        Authority, verbose_name=_("cơ quan"), on_delete=models.PROTECT, related_name="remedies"
    )
    unit = models.ForeignKey(Unit, verbose_name=_("đơn vị đang giữ"), on_delete=models.PROTECT, related_name="+")
    #: That of the case: the law on complaints is dated within it.
    rule_set = models.ForeignKey(
        AdoptedRuleSet, verbose_name=_("luật áp dụng"), on_delete=models.PROTECT, related_name="+"
    )
    info_request = models.ForeignKey(
        InformationRequest, verbose_name=_("hồ sơ"), on_delete=models.PROTECT, related_name="remedies"
    )
    code = models.CharField(_("số"), max_length=40, unique=True)
    kind = models.CharField(_("loại"), max_length=20, choices=RemedyKind)
    level = models.CharField(_("cấp, lần"), max_length=20, choices=RemedyInstance)
    about = models.CharField(_("về việc"), max_length=20, choices=RemedyAbout)
    status = models.CharField(_("trạng thái"), max_length=20, choices=RemedyStatus, default=RemedyStatus.RECEIVED)
    version = models.PositiveIntegerField(_("phiên bản"), default=1)
    audit_salt = models.CharField(_("muối của nhật ký"), max_length=32, default=new_salt, editable=False)

    channel = models.CharField(_("cách đến"), max_length=20, choices=RemedyChannel)
    received_on = models.DateField(_("ngày nhận"))
    entered_at = models.DateTimeField(_("lúc vào sổ"))
    entered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=_("người vào sổ"), on_delete=models.PROTECT, related_name="+"
    )
    letter = models.ForeignKey(Letter, verbose_name=_("văn bản bị khiếu nại"), **_PERSON)
    #: Neither proposes nor decides, and of a denunciation does not even see it.
    against = models.ForeignKey(settings.AUTH_USER_MODEL, verbose_name=_("người bị khiếu nại, tố cáo"), **_PERSON)
    previous = models.ForeignKey(
        "self", verbose_name=_("lần trước"), null=True, blank=True, on_delete=models.PROTECT, related_name="next"
    )
    body = models.CharField(_("nơi giải quyết, nếu là nơi khác"), max_length=300, blank=True)
    words = models.TextField(_("nội dung"), max_length=5000)

    accepted_on = models.DateField(_("ngày thụ lý"), null=True, blank=True)
    accepted_by = models.ForeignKey(settings.AUTH_USER_MODEL, verbose_name=_("người ghi thụ lý"), **_PERSON)
    #: A complaint has the longer term of Điều 28; a denunciation is lengthened once or twice.
    lengthened = models.PositiveSmallIntegerField(_("số lần kéo dài"), default=0)
    lengthened_by_paper = models.CharField(_("văn bản kéo dài"), max_length=200, blank=True)
    suspended_on = models.DateField(_("tạm đình chỉ từ ngày"), null=True, blank=True)
    suspended_days = models.PositiveSmallIntegerField(_("số ngày tạm đình chỉ"), default=0)
    # Computed by workflow.clock and stored, so that lists sort in SQL. Nobody types it. None: nothing of ours is due.
    due_on = models.DateField(_("hạn"), null=True, blank=True, editable=False)
    due_is_provisional = models.BooleanField(_("hạn dự kiến"), default=False, editable=False)

    outcome = models.CharField(_("kết quả đề xuất"), max_length=20, choices=_OUTCOMES, blank=True)
    answer = models.TextField(_("lý do, nội dung giải quyết"), max_length=5000, blank=True)
    measures = models.TextField(_("việc phải làm"), max_length=2000, blank=True)
    paper_number = models.CharField(_("số văn bản kết thúc"), max_length=60, blank=True)
    paper_on = models.DateField(_("ngày văn bản kết thúc"), null=True, blank=True)
    proposed_by = models.ForeignKey(settings.AUTH_USER_MODEL, verbose_name=_("người đề xuất"), **_PERSON)
    proposed_at = models.DateTimeField(_("đề xuất lúc"), null=True, blank=True)
    decided_by = models.ForeignKey(settings.AUTH_USER_MODEL, verbose_name=_("người quyết định"), **_PERSON)
    closed_at = models.DateTimeField(_("kết thúc lúc"), null=True, blank=True)
    outcome_on = models.DateField(_("ngày kết thúc"), null=True, blank=True)
    #: Upheld: the information is asked for anew in a case of its own; the first answer stays as it was.
    new_case = models.OneToOneField(
        InformationRequest, verbose_name=_("hồ sơ mở lại"), null=True, blank=True, on_delete=models.PROTECT,
        related_name="reopened_by",
    )  # fmt: skip

    history = records(excluded_fields=["audit_salt"])
    objects = RemedyQuerySet.as_manager()

    class Meta:
        verbose_name = _("khiếu nại, khởi kiện, tố cáo")
        verbose_name_plural = _("khiếu nại, khởi kiện, tố cáo")
        ordering = ["-pk"]
        indexes = [
            models.Index(name="remedy_queue", fields=["authority", "status", "due_on", "id"]),
            models.Index(name="remedy_received", fields=["authority", "received_on", "id"]),
        ]
        constraints = [
            models.CheckConstraint(
                name="remedy_instance_of_its_kind",
                condition=Q(kind=RemedyKind.COMPLAINT, level__in=[str(one) for one in INSTANCES[RemedyKind.COMPLAINT]])
                | Q(kind=RemedyKind.LAWSUIT, level__in=[str(one) for one in INSTANCES[RemedyKind.LAWSUIT]])
                | Q(kind=RemedyKind.DENUNCIATION, level__in=[str(one) for one in INSTANCES[RemedyKind.DENUNCIATION]]),
            ),
            models.CheckConstraint(
                name="remedy_elsewhere_names_the_body",
                condition=~Q(level__in=[str(one) for one in SETTLED_ELSEWHERE]) | ~Q(body=""),
            ),
            models.CheckConstraint(
                name="remedy_closed_when_decided",
                condition=Q(status__in=_OPEN, closed_at=None, outcome_on=None, decided_by=None)
                | (
                    Q(status=F("outcome"), closed_at__isnull=False, outcome_on__isnull=False, decided_by__isnull=False)
                    & ~Q(answer="")
                ),
            ),
            models.CheckConstraint(
                name="remedy_by_two_people",
                condition=Q(decided_by=None) | (Q(proposed_by__isnull=False) & ~Q(decided_by=F("proposed_by"))),
            ),
            models.CheckConstraint(
                name="remedy_never_by_who_is_complained_of",
                condition=Q(against=None)
                | (
                    (Q(proposed_by=None) | ~Q(proposed_by=F("against")))
                    & (Q(decided_by=None) | ~Q(decided_by=F("against")))
                ),
            ),
            models.CheckConstraint(
                name="remedy_suspended_since_a_day",
                condition=Q(status=RemedyStatus.SUSPENDED, suspended_on__isnull=False)
                | (~Q(status=RemedyStatus.SUSPENDED) & Q(suspended_on=None)),
            ),
            models.CheckConstraint(
                name="remedy_reopens_when_upheld",
                condition=Q(new_case=None) | Q(status__in=[str(one) for one in UPHOLDING]),
            ),
            models.CheckConstraint(
                name="remedy_denunciation_opens_no_case",
                condition=~Q(kind=RemedyKind.DENUNCIATION) | Q(new_case=None),
            ),
            models.CheckConstraint(
                name="remedy_not_accepted_before_it_came",
                condition=Q(accepted_on=None) | Q(accepted_on__gte=F("received_on")),
            ),
            models.UniqueConstraint(
                name="remedy_one_next_of_each_instance", fields=["previous", "level"], condition=Q(previous__isnull=False)
            ),
        ]  # fmt: skip

    def __str__(self):
        return self.code

    @property
    def is_open(self) -> bool:
        return self.status in REMEDY_OPEN

    @property
    def is_ours(self) -> bool:
        """Whether this authority settles it; otherwise another body does and we write down the end."""
        return self.level not in SETTLED_ELSEWHERE

    @property
    def is_secret(self) -> bool:
        """Who denounces is known to the named few alone."""
        return self.kind == RemedyKind.DENUNCIATION

    @property
    def is_late(self) -> bool:
        """Settled by the authority after its due date; that stays visible."""
        return self.is_ours and None not in (self.outcome_on, self.due_on) and self.outcome_on > self.due_on

    @property
    def requester(self):
        """Who is told: of a complaint whoever asked for the information."""
        return self.info_request.requester

    def locked(self, seen: int | None):
        """The row as it is now, held until the transaction ends; StaleView if somebody was faster than `seen` says."""
        fresh = type(self).objects.select_for_update(of=("self",)).with_people().get(pk=self.pk)
        if seen is not None and fresh.version != seen:
            raise StaleView(_("Việc này vừa thay đổi. Chưa lưu gì."))
        return fresh


class Denouncer(Audited):
    """Who denounces, kept apart and encrypted: read by the named few, each reading on record.

    The history says that there is somebody and never who: no page that shows a history may name them.
    """

    personal_fields = ("name", "contact", "address")

    remedy = models.OneToOneField(Remedy, verbose_name=_("tố cáo"), on_delete=models.PROTECT, related_name="denouncer")
    name = EncryptedField(_("họ và tên"))
    contact = EncryptedField(_("liên hệ"), blank=True)
    address = EncryptedField(_("địa chỉ"), blank=True)

    history = records(excluded_fields=["name", "contact", "address"])

    class Meta:
        verbose_name = _("người tố cáo")
        verbose_name_plural = _("người tố cáo")

    def __str__(self):
        return str(_("Người tố cáo của %(code)s") % {"code": self.remedy.code})


class RemedyReader(Audited):
    """One of the few who may read who denounces and what: named by the head, for a reason, until taken off again."""

    personal_fields = ("reason",)

    remedy = models.ForeignKey(Remedy, verbose_name=_("tố cáo"), on_delete=models.PROTECT, related_name="readers")
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=_("người được xem"), on_delete=models.PROTECT, related_name="+"
    )
    named_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=_("người giao"), on_delete=models.PROTECT, related_name="+"
    )
    named_at = models.DateTimeField(_("giao lúc"))
    reason = models.CharField(_("để làm gì"), max_length=300)
    ended_at = models.DateTimeField(_("thôi lúc"), null=True, blank=True)

    history = records()

    class Meta:
        verbose_name = _("người được xem tố cáo")
        verbose_name_plural = _("người được xem tố cáo")
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(name="remedy_reader_once", fields=["remedy", "user"], condition=Q(ended_at=None)),
            models.CheckConstraint(name="remedy_reader_names_nobody_alone", condition=~Q(user=F("named_by"))),
        ]

    def __str__(self):
        return f"{self.remedy}: {self.user}"


class RemedyFile(Audited):
    """A paper of the matter: what was lodged, what the body or the court wrote, what answered it."""

    personal_fields = ("name",)
    quiet_fields = ("path", "content_type", "size", "sha256")

    remedy = models.ForeignKey(Remedy, verbose_name=_("việc"), on_delete=models.PROTECT, related_name="files")
    name = models.CharField(_("tên tệp"), max_length=150)
    path = models.CharField(_("nơi giữ"), max_length=100, unique=True, editable=False)
    content_type = models.CharField(_("loại tệp"), max_length=100)
    size = models.PositiveBigIntegerField(_("dung lượng (byte)"))
    sha256 = models.CharField(_("dấu nội dung"), max_length=64)
    added_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=_("người thêm"), on_delete=models.PROTECT, related_name="+"
    )
    added_at = models.DateTimeField(_("thêm lúc"))

    history = records()

    class Meta:
        verbose_name = _("giấy tờ của việc")
        verbose_name_plural = _("giấy tờ của việc")
        ordering = ["pk"]

    def __str__(self):
        return self.name
