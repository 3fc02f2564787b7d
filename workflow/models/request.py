"""One request for information, the pieces it asks for, and the extensions of its term."""

import secrets

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from catalog.choices import InfoClass
from cms.core.errors import StaleView
from cms.core.history import Audited, AuditedQuerySet, records
from cms.core.models import Authority, Unit
from cms.law.models import AdoptedRuleSet
from workflow.choices import (
    CLOSED_STATUSES,
    OPEN_STATUSES,
    RUNNING_STATUSES,
    WAITING_FOR_CITIZEN,
    Channel,
    Complexity,
    DeliveryWay,
    Field,
    Outcome,
    SetAside,
    Status,
    WithdrawReason,
)
from workflow.models.requester import Requester


def new_salt() -> str:
    """Salts the chain's commitments to this case's personal values; dropping it at erasure makes them unreadable."""
    return secrets.token_hex(16)


class InformationRequestQuerySet(AuditedQuerySet):
    def open(self):
        return self.filter(status__in=OPEN_STATUSES)

    def closed(self):
        return self.filter(status__in=CLOSED_STATUSES)

    def running(self):
        """Where the law's clock runs, or would run had somebody clicked in time (readings.md 8.3)."""
        return self.filter(status__in=RUNNING_STATUSES)

    def overdue_on(self, day):
        """Overdue in law: the term has passed and the request is still open."""
        return self.running().filter(due_on__lt=day)

    def due_between(self, first, last):
        return self.running().filter(due_on__gte=first, due_on__lte=last)

    def waiting_for_citizen(self):
        return self.filter(status__in=WAITING_FOR_CITIZEN)

    def with_people(self):
        """Joined with what every list and case page shows."""
        return self.select_related("requester", "authority", "unit__focal_point", "assigned_to", "rule_set")

    def by_due_date(self):
        """The next to act on first; requests whose clock does not run come last, alike on every database."""
        return self.order_by(F("due_on").asc(nulls_last=True), "pk")


class InformationRequest(Audited):
    """Phiếu yêu cầu cung cấp thông tin, from the day it was sent to its end. It keeps its rule set for life."""

    personal_fields = ("description", "document_name", "purpose", "concern", "residency_finding")
    quiet_fields = ("version",)

    authority = models.ForeignKey(
        Authority, verbose_name=_("cơ quan"), on_delete=models.PROTECT, related_name="requests"
    )
    unit = models.ForeignKey(Unit, verbose_name=_("đơn vị đang giữ"), on_delete=models.PROTECT, related_name="requests")
    assigned_to = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("người thụ lý"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="assigned_requests",
    )
    requester = models.OneToOneField(
        Requester, verbose_name=_("người yêu cầu"), on_delete=models.PROTECT, related_name="info_request"
    )
    rule_set = models.ForeignKey(
        AdoptedRuleSet, verbose_name=_("luật áp dụng"), on_delete=models.PROTECT, related_name="requests"
    )

    code = models.CharField(_("số hồ sơ"), max_length=40, unique=True)
    external_number = models.CharField(_("mã hồ sơ ngoài"), max_length=60, blank=True)
    external_source = models.CharField(_("nơi cấp mã ngoài"), max_length=100, blank=True)
    promised_on = models.DateField(_("ngày hẹn đã ghi ở nơi tiếp nhận"), null=True, blank=True)

    status = models.CharField(_("trạng thái"), max_length=30, choices=Status, default=Status.RECEIVED)
    version = models.PositiveIntegerField(_("phiên bản"), default=1)
    channel = models.CharField(_("kênh gửi"), max_length=20, choices=Channel)
    #: A keyed hash of the browser's key: one intention makes one case (S3).
    submission_key = models.CharField(_("khóa gửi"), max_length=64, null=True, blank=True, unique=True, editable=False)
    tracking_hash = models.CharField(_("dấu mã tra cứu"), max_length=64, editable=False)
    audit_salt = models.CharField(_("muối của nhật ký"), max_length=32, default=new_salt, editable=False)

    # Days on the wall of the office (Asia/Ho_Chi_Minh); moments in UTC.
    sent_on = models.DateField(_("ngày gửi"), help_text=_("Chọn luật áp dụng; thư bưu chính lấy dấu bưu điện."))
    sent_at = models.DateTimeField(_("lúc gửi"), null=True, blank=True)
    received_on = models.DateField(_("ngày nhận"))
    entered_at = models.DateTimeField(_("lúc vào sổ"))
    entered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("người vào sổ"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    late_entry_reason = models.CharField(_("lý do vào sổ muộn"), max_length=300, blank=True)
    #: The day the request, or its last supplement, was received: the clock starts there, whenever it is confirmed.
    complete_on = models.DateField(_("ngày nhận đủ"), null=True, blank=True)
    valid_on = models.DateField(_("ngày hợp lệ"), null=True, blank=True)
    accepted_at = models.DateTimeField(_("lúc xác nhận hợp lệ"), null=True, blank=True)
    accepted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("người xác nhận"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    complexity = models.CharField(_("mức độ"), max_length=10, choices=Complexity, default=Complexity.COMPLEX)
    delivery = models.CharField(_("cách nhận thông tin"), max_length=20, choices=DeliveryWay)

    # Computed by workflow.clock and stored, so that queues sort in SQL. Nobody types them.
    due_on = models.DateField(_("hạn trả lời"), null=True, blank=True, editable=False)
    due_is_provisional = models.BooleanField(_("hạn dự kiến"), default=False, editable=False)
    told_due_on = models.DateField(_("hạn đã báo cho người dân"), null=True, blank=True, editable=False)
    notice_due_on = models.DateField(_("hạn thông báo thời hạn"), null=True, blank=True, editable=False)
    noticed_on = models.DateField(_("ngày thông báo thời hạn"), null=True, blank=True)

    description = models.TextField(_("thông tin yêu cầu"), max_length=5000)
    document_name = models.CharField(_("tên văn bản, hồ sơ"), max_length=300, blank=True)
    period_from = models.PositiveSmallIntegerField(_("từ năm"), null=True, blank=True)
    period_to = models.PositiveSmallIntegerField(_("đến năm"), null=True, blank=True)
    purpose = models.TextField(_("lý do, mục đích"), max_length=2000, blank=True)
    times_asked = models.PositiveSmallIntegerField(_("đã yêu cầu lần thứ"), default=1)
    copies = models.PositiveSmallIntegerField(_("số bản"), default=1)
    # A commune's question to those who live elsewhere, and what the officer found (readings.md 2.1).
    is_resident = models.BooleanField(_("cư trú trên địa bàn"), null=True, blank=True)
    concern = models.TextField(_("thông tin liên quan đến quyền lợi thế nào"), max_length=2000, blank=True)
    residency_finding = models.CharField(_("kết luận về nơi cư trú, liên quan"), max_length=500, blank=True)
    has_priority = models.BooleanField(
        _("ưu tiên"), default=False, help_text=_("Người khuyết tật được ưu tiên (D18 Điều 3).")
    )

    outcome_on = models.DateField(_("ngày kết thúc"), null=True, blank=True)
    closed_at = models.DateTimeField(_("lúc kết thúc"), null=True, blank=True)
    withdraw_reason = models.CharField(_("lý do rút"), max_length=20, choices=WithdrawReason, blank=True)
    set_aside_as = models.CharField(_("xếp riêng vì"), max_length=20, choices=SetAside, blank=True)
    duplicate_of = models.ForeignKey(
        "self", verbose_name=_("trùng với"), null=True, blank=True, on_delete=models.PROTECT, related_name="duplicates"
    )
    redirected_to = models.CharField(_("cơ quan có trách nhiệm"), max_length=300, blank=True)
    posted_on_paper = models.BooleanField(_("gửi giấy qua bưu điện"), default=False)

    # After the end (workflow.services.retention): each by two people, who stand in RetentionAct.
    sealed_at = models.DateTimeField(_("niêm phong lúc"), null=True, blank=True, editable=False)
    held_at = models.DateTimeField(_("giữ lại từ lúc"), null=True, blank=True, editable=False)
    erased_at = models.DateTimeField(_("xóa dữ liệu cá nhân lúc"), null=True, blank=True, editable=False)

    history = records(excluded_fields=["tracking_hash", "audit_salt", "submission_key"])
    objects = InformationRequestQuerySet.as_manager()

    class Meta:
        verbose_name = _("hồ sơ yêu cầu")
        verbose_name_plural = _("hồ sơ yêu cầu")
        ordering = ["-pk"]
        indexes = [
            models.Index(name="request_queue", fields=["authority", "status", "due_on", "id"]),
            models.Index(name="request_mine", fields=["assigned_to", "status", "due_on"]),
            models.Index(name="request_by_unit", fields=["unit", "status", "due_on"]),
            models.Index(name="request_by_received", fields=["authority", "received_on", "id"]),
            models.Index(name="request_ended", fields=["authority", "-outcome_on", "-id"]),
            models.Index(
                name="request_on_paper",
                fields=["authority"],
                condition=Q(posted_on_paper=True) | Q(delivery=DeliveryWay.PAPER_BY_POST),
            ),
            models.Index(name="request_external", fields=["external_number"], condition=~Q(external_number="")),
        ]
        constraints = [
            models.CheckConstraint(name="received_not_before_sent", condition=Q(received_on__gte=F("sent_on"))),
            models.CheckConstraint(
                name="valid_on_with_acceptance",
                condition=Q(valid_on=None, accepted_at=None) | Q(valid_on__isnull=False, accepted_at__isnull=False),
            ),
            models.CheckConstraint(
                name="closed_exactly_when_ended",
                condition=Q(status__in=CLOSED_STATUSES, closed_at__isnull=False, outcome_on__isnull=False)
                | Q(status__in=OPEN_STATUSES, closed_at=None, outcome_on=None),
            ),
            models.CheckConstraint(
                name="set_aside_says_why", condition=~Q(status=Status.SET_ASIDE) | ~Q(set_aside_as="")
            ),
            models.CheckConstraint(
                name="withdrawn_says_why", condition=~Q(status=Status.WITHDRAWN) | ~Q(withdraw_reason="")
            ),
            models.CheckConstraint(
                name="redirected_says_where", condition=~Q(status=Status.REDIRECTED) | ~Q(redirected_to="")
            ),
            models.CheckConstraint(
                name="sealed_or_erased_after_its_end",
                condition=Q(sealed_at=None, erased_at=None) | Q(closed_at__isnull=False),
            ),
            models.CheckConstraint(name="held_is_not_erased", condition=Q(held_at=None) | Q(erased_at=None)),
            models.CheckConstraint(
                name="no_date_before_confirmation",
                condition=~Q(status=Status.AWAITING_CONFIRMATION) | Q(due_on=None),
            ),
            models.UniqueConstraint(
                name="external_number_once",
                fields=["authority", "external_source", "external_number"],
                condition=~Q(external_number=""),
            ),
        ]

    def __str__(self):
        return self.code

    @property
    def is_open(self) -> bool:
        return self.status in OPEN_STATUSES

    @cached_property
    def granted(self) -> list:
        """The extensions in force, oldest first; read once, so whoever grants one appends it."""
        return list(self.extensions.all()) if self.pk else []

    def locked(self, seen: int | None):
        """The row as it is now, held until the transaction ends; StaleView if somebody was faster than `seen` says.

        `seen` is the version the person looked at; None skips the check, for acts of the system itself.
        """
        fresh = type(self).objects.select_for_update(of=("self",)).with_people().get(pk=self.pk)
        if seen is not None and fresh.version != seen:
            raise StaleView(_("Hồ sơ vừa thay đổi. Chưa lưu gì."), changes=self.changes_since(seen))
        return fresh

    def changes_since(self, seen: int) -> list[tuple]:
        """(field label, value when seen, value now), for the conflict page (S8)."""
        then = self.history.filter(version=seen).order_by("-history_id").first()
        now = self.history.order_by("-history_id").first()
        if then is None or now is None:
            return []
        hidden = {"version"} | set(self.personal_fields)
        return [
            (self._meta.get_field(c.field).verbose_name, c.old, c.new)
            for c in now.diff_against(then, foreign_keys_are_objs=True).changes
            if c.field not in hidden
        ]


class Piece(Audited):
    """One piece of information asked for; each has its own class, basis and outcome."""

    personal_fields = ("description",)

    info_request = models.ForeignKey(
        InformationRequest, verbose_name=_("hồ sơ"), on_delete=models.PROTECT, related_name="pieces"
    )
    position = models.PositiveSmallIntegerField(_("thứ tự"))
    description = models.TextField(_("thông tin"), max_length=5000)
    field = models.CharField(_("lĩnh vực"), max_length=20, choices=Field, blank=True)
    info_class = models.CharField(_("loại thông tin"), max_length=20, choices=InfoClass, blank=True)
    category = models.CharField(_("nhóm công khai"), max_length=20, blank=True, help_text=_("Mã điểm của Điều 17.1"))
    basis = models.CharField(_("căn cứ cung cấp"), max_length=20, blank=True)
    outcome = models.CharField(_("kết quả"), max_length=20, choices=Outcome, blank=True)

    history = records()

    class Meta:
        verbose_name = _("mục thông tin")
        verbose_name_plural = _("mục thông tin")
        ordering = ["position"]
        constraints = [
            models.UniqueConstraint(name="piece_position_once", fields=["info_request", "position"]),
        ]

    def __str__(self):
        return f"{self.position}. {self.description[:60]}"


class Extension(Audited):
    """An extension in force: so many days from the end of the running term (L16 Điều 29.2, 30.4, 31.2; L26 Điều 26.3)."""

    info_request = models.ForeignKey(
        InformationRequest, verbose_name=_("hồ sơ"), on_delete=models.PROTECT, related_name="extensions"
    )
    decision = models.OneToOneField(
        "workflow.Decision", verbose_name=_("quyết định"), on_delete=models.PROTECT, related_name="extension"
    )
    from_on = models.DateField(_("từ hạn"))
    amount = models.PositiveSmallIntegerField(_("số ngày"))
    unit = models.CharField(_("tính theo"), max_length=20)
    article = models.CharField(_("điều luật"), max_length=60)
    until_on = models.DateField(_("đến hạn mới"))
    told_on = models.DateField(_("ngày thông báo"))

    history = records()

    class Meta:
        verbose_name = _("gia hạn")
        verbose_name_plural = _("gia hạn")
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(name="extension_told_inside_the_term", condition=Q(told_on__lte=F("from_on"))),
            models.CheckConstraint(name="extension_moves_forward", condition=Q(until_on__gt=F("from_on"))),
        ]

    def __str__(self):
        return f"{self.from_on} → {self.until_on}"
