"""Acts of two people: what one proposed, another approved or signed on paper, and what each piece comes to."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from cms.core.history import Audited, AuditedQuerySet, records
from workflow.choices import DecisionKind, DecisionState, Outcome
from workflow.models.request import InformationRequest, Piece

_LIVE = (DecisionState.PROPOSED, DecisionState.APPROVED)


def total_of(lines) -> int:
    """What lines of cost come to, in đồng: screen, paper, register and figures all ask this."""
    return sum(line.amount for line in lines)


class DecisionQuerySet(AuditedQuerySet):
    def live(self):
        """Proposed or signed, and not yet in force."""
        return self.filter(state__in=_LIVE)


class Decision(Audited):
    """A proposal and its approval by a different person (readings.md 8.1); it takes effect when its paper is issued (8.2)."""

    personal_fields = ("plain_words", "return_reason")

    info_request = models.ForeignKey(
        InformationRequest, verbose_name=_("hồ sơ"), on_delete=models.PROTECT, related_name="decisions"
    )
    kind = models.CharField(_("việc"), max_length=20, choices=DecisionKind)
    state = models.CharField(_("tình trạng"), max_length=20, choices=DecisionState, default=DecisionState.PROPOSED)
    outcome = models.CharField(_("kết quả"), max_length=20, choices=Outcome, blank=True)
    reason_code = models.CharField(_("lý do (mã)"), max_length=20, blank=True)
    plain_words = models.TextField(_("nói rõ cho người dân"), max_length=3000, blank=True)
    # EXTENSION: days in the term's own unit. VALID_ON and CORRECT_ENTRY: the day proposed, and for the latter which one.
    amount = models.PositiveSmallIntegerField(_("số ngày gia hạn"), null=True, blank=True)
    day = models.DateField(_("ngày đề nghị"), null=True, blank=True)
    day_field = models.CharField(_("ngày nào"), max_length=20, blank=True)
    # ANSWER that provides: form 03 (L16 Điều 27): when, where, how, and what it costs.
    provide_on = models.DateField(_("ngày cung cấp dự kiến"), null=True, blank=True)
    provide_place = models.CharField(_("nơi cung cấp"), max_length=300, blank=True)
    pay_how = models.CharField(_("cách trả chi phí"), max_length=500, blank=True)
    pay_by_on = models.DateField(_("hạn trả chi phí"), null=True, blank=True)
    # Where the cost is paid, as the authority's settings said when it was proposed (TT46 Điều 4.1.a, 4.2).
    tax_office = models.CharField(_("cơ quan thuế thu chi phí"), max_length=200, blank=True)
    treasury_office = models.CharField(_("Kho bạc Nhà nước nhận tiền"), max_length=200, blank=True)
    treasury_account = models.CharField(_("tài khoản thu ngân sách"), max_length=60, blank=True)
    budget_chapter = models.CharField(_("chương ngân sách"), max_length=10, blank=True)
    cost_accepted_at = models.DateTimeField(_("người dân đồng ý trả lúc"), null=True, blank=True)

    proposed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=_("người trình"), on_delete=models.PROTECT, related_name="+"
    )
    proposed_at = models.DateTimeField(_("trình lúc"))
    approved_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("người ký"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    # In whose name, where the signer stood in for somebody under a delegation.
    approved_for = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("ký thừa ủy quyền của"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    approved_at = models.DateTimeField(_("ký lúc"), null=True, blank=True)
    # Signed outside the system: who signed, and which officer recorded it (readings.md 8.1).
    outside_signer = models.CharField(_("người ký bên ngoài"), max_length=100, blank=True)
    outside_post = models.CharField(_("chức vụ người ký"), max_length=100, blank=True)
    outside_signed_on = models.DateField(_("ngày ký"), null=True, blank=True)
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("người ghi nhận"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    #: An authority may do without the second person for extensions only (readings.md 8.1).
    needs_two = models.BooleanField(_("cần hai người"), default=True)
    returned_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("người trả lại"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    returned_at = models.DateTimeField(_("trả lại lúc"), null=True, blank=True)
    return_reason = models.TextField(_("lý do trả lại"), max_length=2000, blank=True)
    effective_on = models.DateField(_("có hiệu lực ngày"), null=True, blank=True)

    history = records()
    objects = DecisionQuerySet.as_manager()

    class Meta:
        verbose_name = _("quyết định")
        verbose_name_plural = _("quyết định")
        ordering = ["pk"]
        indexes = [models.Index(name="decision_waiting", fields=["state", "kind"])]
        constraints = [
            models.CheckConstraint(
                name="two_different_people",
                condition=(Q(approved_by=None) | ~Q(approved_by=F("proposed_by")))
                & (Q(recorded_by=None) | ~Q(recorded_by=F("proposed_by"))),
            ),
            models.CheckConstraint(
                name="nobody_signs_in_the_proposers_name",
                condition=Q(approved_for=None) | (Q(approved_by__isnull=False) & ~Q(approved_for=F("proposed_by"))),
            ),
            models.CheckConstraint(
                name="signed_decision_has_its_signer",
                condition=~Q(state__in=(DecisionState.APPROVED, DecisionState.EFFECTIVE))
                | Q(approved_by__isnull=False)
                | (Q(recorded_by__isnull=False) & ~Q(outside_signer=""))
                | Q(needs_two=False, kind=DecisionKind.EXTENSION),
            ),
            models.CheckConstraint(
                name="only_extension_may_need_one", condition=Q(needs_two=True) | Q(kind=DecisionKind.EXTENSION)
            ),
            models.CheckConstraint(
                name="effective_decision_has_its_day",
                condition=~Q(state=DecisionState.EFFECTIVE) | Q(effective_on__isnull=False),
            ),
            models.CheckConstraint(
                name="returned_decision_says_why",
                condition=~Q(state=DecisionState.RETURNED) | (Q(returned_by__isnull=False) & ~Q(return_reason="")),
            ),
            models.CheckConstraint(
                name="answer_has_an_outcome", condition=~Q(kind=DecisionKind.ANSWER) | ~Q(outcome="")
            ),
            models.CheckConstraint(
                name="extension_has_its_days", condition=~Q(kind=DecisionKind.EXTENSION) | Q(amount__gte=1)
            ),
            models.UniqueConstraint(
                name="one_live_decision_of_a_kind", fields=["info_request", "kind"], condition=Q(state__in=_LIVE)
            ),
            models.UniqueConstraint(
                name="one_effective_answer",
                fields=["info_request"],
                condition=Q(kind=DecisionKind.ANSWER, state=DecisionState.EFFECTIVE),
            ),
        ]

    def __str__(self):
        return f"{self.get_kind_display()}: {self.info_request_id}"

    @property
    def is_live(self) -> bool:
        """Proposed or signed, and not yet in force."""
        return self.state in _LIVE

    @cached_property
    def found(self) -> list:
        """What was found of each piece, in their order, with the pieces; read once."""
        return list(self.findings.select_related("piece"))

    @property
    def cost(self) -> int:
        """What form 03 asks for, in đồng; 0 when nothing."""
        return total_of(self.cost_lines.all())

    @property
    def signer_name(self) -> str:
        return self.outside_signer or (str(self.approved_by) if self.approved_by_id else "")


class Finding(Audited):
    """What a decision makes of one piece: given, given in part, or refused on a ground the law names (readings.md 11)."""

    personal_fields = ("withheld", "weighing", "facts")

    decision = models.ForeignKey(
        Decision, verbose_name=_("quyết định"), on_delete=models.PROTECT, related_name="findings"
    )
    piece = models.ForeignKey(Piece, verbose_name=_("mục"), on_delete=models.PROTECT, related_name="findings")
    outcome = models.CharField(_("kết quả"), max_length=20, choices=Outcome)
    ground = models.CharField(_("căn cứ từ chối"), max_length=30, blank=True)
    article = models.CharField(_("điều luật"), max_length=100, blank=True)
    facts = models.JSONField(_("điều căn cứ đòi hỏi"), default=dict, blank=True)
    withheld = models.TextField(_("phần không cung cấp"), max_length=2000, blank=True)
    weighing = models.TextField(_("cân nhắc lợi ích công cộng"), max_length=2000, blank=True)

    history = records()

    class Meta:
        verbose_name = _("kết luận từng mục")
        verbose_name_plural = _("kết luận từng mục")
        ordering = ["piece__position"]
        constraints = [
            models.UniqueConstraint(name="one_finding_a_piece", fields=["decision", "piece"]),
            models.CheckConstraint(
                name="withholding_names_its_ground",
                condition=Q(outcome=Outcome.PROVIDE, ground="") | (~Q(outcome=Outcome.PROVIDE) & ~Q(ground="")),
            ),
        ]

    def __str__(self):
        return f"{self.piece_id}: {self.get_outcome_display()}"
