"""How long cases are kept, and what was decided about one after its end: seal, hold, erasure; each by two people (S14)."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from cms.core.history import Audited, records
from cms.core.models import Authority
from workflow.choices import LettersFate, RetentionKind, RetentionState
from workflow.models.request import InformationRequest

_BY_TWO = Q(state=RetentionState.PROPOSED, decided_by=None, decided_at=None) | (
    ~Q(state=RetentionState.PROPOSED)
    & Q(decided_by__isnull=False, decided_at__isnull=False)
    & ~Q(decided_by=F("proposed_by"))
)


def _person(label, **kwargs):
    return models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=label, on_delete=models.PROTECT, related_name="+", **kwargs
    )


class RetentionSchedule(Audited):
    """A list of periods that an authority has adopted as its own, by the hash of its text; the newest one counts."""

    authority = models.ForeignKey(
        Authority, verbose_name=_("cơ quan"), on_delete=models.PROTECT, related_name="retention_schedules"
    )
    code = models.CharField(_("mã bảng"), max_length=20)
    sha256 = models.CharField(_("mã băm SHA-256"), max_length=64)
    basis = models.CharField(_("văn bản của cơ quan"), max_length=300)
    state = models.CharField(_("tình trạng"), max_length=10, choices=RetentionState, default=RetentionState.PROPOSED)
    proposed_by = _person(_("người đề nghị"))
    proposed_at = models.DateTimeField(_("đề nghị lúc"))
    decided_by = _person(_("người quyết định"), null=True, blank=True)
    decided_at = models.DateTimeField(_("quyết định lúc"), null=True, blank=True)
    decline_reason = models.CharField(_("lý do không đồng ý"), max_length=500, blank=True)

    history = records()

    class Meta:
        verbose_name = _("bảng thời hạn lưu")
        verbose_name_plural = _("bảng thời hạn lưu")
        ordering = ["-pk"]
        constraints = [
            models.UniqueConstraint(
                name="one_schedule_waits", fields=["authority"], condition=Q(state=RetentionState.PROPOSED)
            ),
            models.CheckConstraint(name="schedule_by_two_people", condition=_BY_TWO),
        ]

    def __str__(self):
        return f"{self.code}, {self.authority}"


class RetentionAct(Audited):
    """One proposal about one case, and what became of it. Its words give the basis and name no requester."""

    info_request = models.ForeignKey(
        InformationRequest, verbose_name=_("hồ sơ"), on_delete=models.PROTECT, related_name="retention_acts"
    )
    kind = models.CharField(_("việc"), max_length=10, choices=RetentionKind)
    letters = models.CharField(_("văn bản đã phát hành"), max_length=10, choices=LettersFate, blank=True)
    state = models.CharField(_("tình trạng"), max_length=10, choices=RetentionState, default=RetentionState.PROPOSED)
    reason = models.CharField(_("căn cứ, lý do"), max_length=500)
    proposed_by = _person(_("người đề nghị"))
    proposed_at = models.DateTimeField(_("đề nghị lúc"))
    decided_by = _person(_("người quyết định"), null=True, blank=True)
    decided_at = models.DateTimeField(_("quyết định lúc"), null=True, blank=True)
    decline_reason = models.CharField(_("lý do không đồng ý"), max_length=500, blank=True)

    history = records()

    class Meta:
        verbose_name = _("việc sau khi hồ sơ kết thúc")
        verbose_name_plural = _("việc sau khi hồ sơ kết thúc")
        ordering = ["pk"]
        indexes = [models.Index(name="retention_waiting", fields=["state", "id"])]
        constraints = [
            models.UniqueConstraint(
                name="one_retention_act_waits", fields=["info_request"], condition=Q(state=RetentionState.PROPOSED)
            ),
            models.CheckConstraint(name="retention_by_two_people", condition=_BY_TWO),
            models.CheckConstraint(
                name="erasure_says_what_of_papers",
                condition=(Q(kind=RetentionKind.ERASE) & ~Q(letters=""))
                | (~Q(kind=RetentionKind.ERASE) & Q(letters="")),
            ),
        ]

    def __str__(self):
        return f"{self.get_kind_display()}: {self.info_request_id}"
