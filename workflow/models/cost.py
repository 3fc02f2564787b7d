"""What providing costs the requester, in đồng: lines frozen with form 03, and the payment (L16 Điều 12.2; TT46)."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from cms.core.history import Audited, AuditedQuerySet, records
from workflow.choices import CostKind, Undone
from workflow.models.decision import Decision, total_of
from workflow.models.request import InformationRequest

#: The amount of a line as the database reckons it; `CostLine.amount` is the same.
AMOUNT = F("quantity") * F("unit_price")

__all__ = ["AMOUNT", "CostLine", "Payment", "paid_of", "total_of"]


class CostLine(Audited):
    """One line of form 03: so many units of printing, copying or sending at so many đồng, as the list stood that day.

    `unit_price` is what is charged: `full_price` after the area's `percent`. A line without `full_price` is older than the
    price lists.
    """

    decision = models.ForeignKey(
        Decision, verbose_name=_("quyết định"), on_delete=models.PROTECT, related_name="cost_lines"
    )
    kind = models.CharField(_("loại khoản"), max_length=10, choices=CostKind, default=CostKind.ITEM)
    price_list = models.CharField(_("bảng giá"), max_length=20, blank=True)
    item = models.CharField(_("mã khoản"), max_length=30, blank=True)
    label = models.CharField(_("khoản"), max_length=200)
    unit = models.CharField(_("đơn vị tính"), max_length=40)
    quantity = models.PositiveIntegerField(_("số lượng"))
    full_price = models.PositiveIntegerField(_("giá theo bảng (đồng)"), null=True, blank=True)
    percent = models.PositiveSmallIntegerField(_("hệ số địa bàn (%)"), default=100)
    unit_price = models.PositiveIntegerField(_("đơn giá (đồng)"))
    source = models.CharField(_("nguồn của mức giá"), max_length=200, blank=True)

    history = records()

    class Meta:
        verbose_name = _("khoản chi phí")
        verbose_name_plural = _("khoản chi phí")
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(name="cost_line_counts_something", condition=Q(quantity__gte=1)),
            models.CheckConstraint(name="cost_line_share_is_a_share", condition=Q(percent__gte=1, percent__lte=100)),
        ]

    def __str__(self):
        return self.label

    @property
    def amount(self) -> int:
        """Đồng."""
        return self.quantity * self.unit_price


class PaymentQuerySet(AuditedQuerySet):
    def standing(self):
        """Neither entered by mistake nor given back."""
        return self.filter(undone="")


class Payment(Audited):
    """Money received before the information is handed over (D18 Điều 13.2; TT46 Điều 4.1.b).

    It may come in parts. A mistaken entry, or money given back, stays on record and no longer counts.
    """

    personal_fields = ("undone_reason",)

    info_request = models.ForeignKey(
        InformationRequest, verbose_name=_("hồ sơ"), on_delete=models.PROTECT, related_name="payments"
    )
    amount = models.PositiveIntegerField(_("số tiền (đồng)"))
    paid_on = models.DateField(_("ngày trả"))
    receipt_number = models.CharField(_("số biên lai, chứng từ"), max_length=60)
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=_("người ghi nhận"), on_delete=models.PROTECT, related_name="+"
    )
    recorded_at = models.DateTimeField(_("ghi nhận lúc"))
    undone = models.CharField(_("không còn tính vì"), max_length=10, choices=Undone, blank=True)
    undone_reason = models.CharField(_("lý do hủy, hoàn trả"), max_length=300, blank=True)
    refund_number = models.CharField(_("số chứng từ hoàn trả"), max_length=60, blank=True)
    refunded_on = models.DateField(_("ngày hoàn trả"), null=True, blank=True)
    undone_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("người hủy, hoàn trả"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    undone_at = models.DateTimeField(_("hủy, hoàn trả lúc"), null=True, blank=True)

    history = records()
    objects = PaymentQuerySet.as_manager()

    class Meta:
        verbose_name = _("lần trả chi phí")
        verbose_name_plural = _("lần trả chi phí")
        ordering = ["paid_on", "pk"]
        constraints = [
            models.CheckConstraint(name="payment_is_money", condition=Q(amount__gte=1)),
            models.CheckConstraint(
                name="undone_payment_says_who_when_why",
                condition=Q(undone="", undone_by=None, undone_at=None, undone_reason="")
                | (~Q(undone="") & Q(undone_by__isnull=False, undone_at__isnull=False) & ~Q(undone_reason="")),
            ),
            models.CheckConstraint(
                name="refund_has_its_paper_and_day",
                condition=(~Q(undone=Undone.REFUND) & Q(refund_number="", refunded_on=None))
                | (Q(undone=Undone.REFUND) & ~Q(refund_number="") & Q(refunded_on__isnull=False)),
            ),
        ]

    def __str__(self):
        return f"{self.amount} đồng"

    @property
    def is_standing(self) -> bool:
        return not self.undone


def paid_of(payments) -> int:
    """What was received and still counts, in đồng."""
    return sum(payment.amount for payment in payments if payment.is_standing)
