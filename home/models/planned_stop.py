"""A stop of the site or of one authority's services: proposed by one person, announced by another."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from cms.core.history import Audited, AuditedQuerySet, records
from cms.core.models import Authority

_PERSON = {"on_delete": models.PROTECT, "related_name": "+"}


class StopKind(models.TextChoices):
    PLANNED = "PLANNED", _("Tạm ngừng có kế hoạch")
    EMERGENCY = "EMERGENCY", _("Ngừng khẩn cấp")


class StopState(models.TextChoices):
    PROPOSED = "PROPOSED", _("Chờ người thứ hai duyệt")
    ANNOUNCED = "ANNOUNCED", _("Đã thông báo")
    REJECTED = "REJECTED", _("Không duyệt")
    CALLED_OFF = "CALLED_OFF", _("Đã hủy")


class PlannedStopQuerySet(AuditedQuerySet):
    def told(self, at):
        """Announced and not yet over: what readers are told at that moment."""
        return self.filter(state=StopState.ANNOUNCED, returns_at__gt=at)


class PlannedStop(Audited):
    """Services that will not answer for a while (D224 Điều 13.1.a). Without an authority it is the whole site."""

    authority = models.ForeignKey(
        Authority,
        verbose_name=_("cơ quan"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="planned_stops",
    )
    kind = models.CharField(_("loại"), max_length=20, choices=StopKind, default=StopKind.PLANNED)
    state = models.CharField(_("tình trạng"), max_length=20, choices=StopState, default=StopState.PROPOSED)
    services = models.CharField(_("dịch vụ tạm ngừng"), max_length=200)
    reason = models.CharField(_("lý do"), max_length=300)
    starts_at = models.DateTimeField(_("ngừng từ"))
    returns_at = models.DateTimeField(_("dự kiến hoạt động lại"))
    announced_on = models.DateField(_("thông báo ngày"), null=True, blank=True)
    proposed_by = models.ForeignKey(settings.AUTH_USER_MODEL, verbose_name=_("người đề nghị"), **_PERSON)
    proposed_at = models.DateTimeField(_("đề nghị lúc"))
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=_("người duyệt"), null=True, blank=True, **_PERSON
    )
    decided_at = models.DateTimeField(_("duyệt lúc"), null=True, blank=True)

    history = records()
    objects = PlannedStopQuerySet.as_manager()

    class Meta:
        verbose_name = _("thông báo tạm ngừng")
        verbose_name_plural = _("thông báo tạm ngừng")
        ordering = ["-starts_at", "-id"]
        constraints = [
            models.CheckConstraint(name="stop_ends_after_it_begins", condition=Q(returns_at__gt=F("starts_at"))),
            models.CheckConstraint(
                name="stop_by_two_people",
                condition=Q(state="PROPOSED", decided_by=None, decided_at=None)
                | (
                    ~Q(state="PROPOSED")
                    & Q(decided_by__isnull=False, decided_at__isnull=False)
                    & (Q(state="REJECTED") | ~Q(decided_by=F("proposed_by")))
                ),
            ),
            models.CheckConstraint(
                name="stop_announced_on_a_day",
                condition=Q(state__in=["PROPOSED", "REJECTED"], announced_on=None)
                | Q(state__in=["ANNOUNCED", "CALLED_OFF"], announced_on__isnull=False),
            ),
        ]

    def __str__(self):
        whose = self.authority.short_name if self.authority_id else str(_("Toàn trang"))
        return f"{whose}: {self.services}"

    @property
    def is_emergency(self) -> bool:
        return self.kind == StopKind.EMERGENCY
