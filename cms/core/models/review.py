"""Rà soát quyền, six months after six months: who holds what, still right or to be ended, by one and confirmed by another."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from cms.core.history import Audited, records
from cms.core.models.authority import Authority
from cms.core.models.user import RoleHolder, User


class ReviewState(models.TextChoices):
    PROPOSED = "PROPOSED", _("chờ xác nhận")
    CONFIRMED = "CONFIRMED", _("đã xác nhận")
    RETURNED = "RETURNED", _("trả lại")


class RightsReview(Audited):
    """One authority's list as one person went through it, and the other person's word on it."""

    authority = models.ForeignKey(
        Authority, verbose_name=_("cơ quan"), on_delete=models.PROTECT, related_name="rights_reviews"
    )
    state = models.CharField(_("tình trạng"), max_length=10, choices=ReviewState, default=ReviewState.PROPOSED)
    proposed_by = models.ForeignKey(User, verbose_name=_("người rà soát"), on_delete=models.PROTECT, related_name="+")
    proposed_at = models.DateTimeField(_("rà soát lúc"))
    decided_by = models.ForeignKey(
        User, verbose_name=_("người xác nhận"), null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    decided_at = models.DateTimeField(_("xác nhận lúc"), null=True, blank=True)
    next_on = models.DateField(_("lần sau, chậm nhất"), null=True, blank=True)

    history = records()

    class Meta:
        verbose_name = _("lần rà soát quyền")
        verbose_name_plural = _("rà soát quyền")
        ordering = ["-proposed_at"]
        constraints = [
            models.CheckConstraint(
                name="rights_reviewed_by_two_people", condition=Q(decided_by=None) | ~Q(decided_by=F("proposed_by"))
            ),
            models.CheckConstraint(
                name="decided_rights_review_says_by_whom",
                condition=Q(state=ReviewState.PROPOSED, decided_by=None, decided_at=None)
                | (~Q(state=ReviewState.PROPOSED) & Q(decided_by__isnull=False, decided_at__isnull=False)),
            ),
            models.CheckConstraint(
                name="confirmed_rights_review_names_the_next",
                condition=Q(state=ReviewState.CONFIRMED, next_on__isnull=False)
                | (~Q(state=ReviewState.CONFIRMED) & Q(next_on=None)),
            ),
            models.UniqueConstraint(
                name="one_rights_review_waits", fields=["authority"], condition=Q(state=ReviewState.PROPOSED)
            ),
        ]

    def __str__(self):
        return f"{self.authority.short_name}: {self._meta.verbose_name}"


class ReviewLine(Audited):
    """One holding as it was looked at."""

    review = models.ForeignKey(
        RightsReview, verbose_name=_("lần rà soát"), on_delete=models.PROTECT, related_name="lines"
    )
    holding = models.ForeignKey(RoleHolder, verbose_name=_("vai trò"), on_delete=models.PROTECT, related_name="reviews")
    to_end = models.BooleanField(_("cần kết thúc"), default=False)

    history = records()

    class Meta:
        verbose_name = _("dòng rà soát")
        verbose_name_plural = _("dòng rà soát")
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(name="holding_looked_at_once_a_review", fields=["review", "holding"]),
        ]

    def __str__(self):
        return str(self.holding)
