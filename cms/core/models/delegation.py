"""Ủy quyền khi nghỉ: a role is passed on to a colleague from a day to a day, asked by one person and confirmed by another."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from cms.core.history import Audited, records


class DelegationState(models.TextChoices):
    PROPOSED = "PROPOSED", _("chờ xác nhận")
    CONFIRMED = "CONFIRMED", _("đã xác nhận")
    DECLINED = "DECLINED", _("không xác nhận")
    ENDED = "ENDED", _("kết thúc sớm")


class Delegation(Audited):
    """Once confirmed, the colleague holds a role of their own that names it (RoleHolder.delegation) and ends with it."""

    holding = models.ForeignKey(
        "core.RoleHolder", verbose_name=_("vai trò"), on_delete=models.PROTECT, related_name="delegations"
    )
    to = models.ForeignKey(
        "core.User", verbose_name=_("người được ủy quyền"), on_delete=models.PROTECT, related_name="delegations"
    )
    since_on = models.DateField(_("từ ngày"))
    until_on = models.DateField(_("đến hết ngày"))
    decision = models.CharField(_("văn bản ủy quyền"), max_length=200, blank=True)
    reason = models.CharField(_("lý do"), max_length=500)
    state = models.CharField(_("tình trạng"), max_length=10, choices=DelegationState, default=DelegationState.PROPOSED)
    proposed_by = models.ForeignKey(
        "core.User", verbose_name=_("người đề nghị"), on_delete=models.PROTECT, related_name="+"
    )
    proposed_at = models.DateTimeField(_("đề nghị lúc"))
    decided_by = models.ForeignKey(
        "core.User", verbose_name=_("người xác nhận"), null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    decided_at = models.DateTimeField(_("xác nhận lúc"), null=True, blank=True)

    history = records()

    class Meta:
        verbose_name = _("ủy quyền khi nghỉ")
        verbose_name_plural = _("ủy quyền khi nghỉ")
        ordering = ["-since_on", "-pk"]
        constraints = [
            models.CheckConstraint(name="delegation_ends_after_it_begins", condition=Q(until_on__gte=F("since_on"))),
            models.CheckConstraint(
                name="delegation_by_two_people",
                condition=Q(decided_by=None) | (~Q(decided_by=F("proposed_by")) & ~Q(decided_by=F("to"))),
            ),
            models.CheckConstraint(
                name="decided_delegation_says_by_whom",
                condition=Q(state=DelegationState.PROPOSED, decided_by=None, decided_at=None)
                | (~Q(state=DelegationState.PROPOSED) & Q(decided_by__isnull=False, decided_at__isnull=False)),
            ),
            models.UniqueConstraint(
                name="role_waits_to_be_passed_on_once",
                fields=["holding"],
                condition=Q(state=DelegationState.PROPOSED),
            ),
        ]

    def __str__(self):
        return f"{self.holding} → {self.to}"
