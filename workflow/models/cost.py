"""What providing costs the requester, in đồng: lines frozen with form 03, and the payment (L16 Điều 12.2; TT46)."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from cms.core.history import Audited, records
from workflow.models.decision import Decision
from workflow.models.request import InformationRequest


class CostLine(Audited):
    """One line of form 03: so many units of printing, copying or sending at so many đồng."""

    decision = models.ForeignKey(
        Decision, verbose_name=_("quyết định"), on_delete=models.PROTECT, related_name="cost_lines"
    )
    label = models.CharField(_("khoản"), max_length=200)
    unit = models.CharField(_("đơn vị tính"), max_length=40)
    quantity = models.PositiveIntegerField(_("số lượng"))
    unit_price = models.PositiveIntegerField(_("đơn giá (đồng)"))

    history = records()

    class Meta:
        verbose_name = _("khoản chi phí")
        verbose_name_plural = _("khoản chi phí")
        ordering = ["pk"]
        constraints = [models.CheckConstraint(name="cost_line_counts_something", condition=Q(quantity__gte=1))]

    def __str__(self):
        return self.label

    @property
    def amount(self) -> int:
        """Đồng."""
        return self.quantity * self.unit_price


class Payment(Audited):
    """Money received before the information is handed over (D18 Điều 13.2; TT46 Điều 4.1.b)."""

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

    history = records()

    class Meta:
        verbose_name = _("lần trả chi phí")
        verbose_name_plural = _("lần trả chi phí")
        constraints = [models.CheckConstraint(name="payment_is_money", condition=Q(amount__gte=1))]

    def __str__(self):
        return f"{self.amount} đồng"
