"""Inspections (kiểm tra, thanh tra): the decision under which cases of others are opened, what was found, what followed."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from cms.core.errors import StaleView
from cms.core.history import Audited, AuditedQuerySet, records
from cms.core.models import Authority
from workflow.models.request import InformationRequest
from workflow.remedy_choices import FindingKind, Handling, InspectionState

_PERSON = {"on_delete": models.PROTECT, "related_name": "+", "null": True, "blank": True}
_SOMEBODY = {"on_delete": models.PROTECT, "related_name": "+"}


class InspectionDecisionQuerySet(AuditedQuerySet):
    def running_on(self, day):
        """Confirmed, and the day lies between the first and the last one of the inspection."""
        return self.filter(state=InspectionState.CONFIRMED, since_on__lte=day, until_on__gte=day)

    def with_people(self):
        return self.select_related("entered_by", "decided_by").prefetch_related(
            "inspected__authority", "inspectors__user"
        )


class InspectionDecision(Audited):
    """A named, dated decision: which body looks at whose cases of which period, through whom, until when."""

    quiet_fields = ("version",)

    number = models.CharField(_("số, ký hiệu"), max_length=60)
    dated_on = models.DateField(_("ngày quyết định"))
    body = models.CharField(_("cơ quan ra quyết định"), max_length=200)
    title = models.CharField(_("trích yếu"), max_length=300)
    period_first = models.DateField(_("hồ sơ nhận từ ngày"))
    period_last = models.DateField(_("đến ngày"))
    since_on = models.DateField(_("được mở từ ngày"))
    until_on = models.DateField(_("đến hết ngày"))
    state = models.CharField(_("trạng thái"), max_length=20, choices=InspectionState, default=InspectionState.PROPOSED)
    version = models.PositiveIntegerField(_("phiên bản"), default=1)
    entered_by = models.ForeignKey(settings.AUTH_USER_MODEL, verbose_name=_("người nhập"), **_SOMEBODY)
    entered_at = models.DateTimeField(_("nhập lúc"))
    decided_by = models.ForeignKey(settings.AUTH_USER_MODEL, verbose_name=_("người xác nhận"), **_PERSON)
    decided_at = models.DateTimeField(_("xác nhận lúc"), null=True, blank=True)
    ended_at = models.DateTimeField(_("kết thúc sớm lúc"), null=True, blank=True)

    history = records()
    objects = InspectionDecisionQuerySet.as_manager()

    class Meta:
        verbose_name = _("quyết định kiểm tra")
        verbose_name_plural = _("quyết định kiểm tra")
        ordering = ["-dated_on", "-pk"]
        constraints = [
            models.UniqueConstraint(name="inspection_number_once", fields=["body", "number", "dated_on"]),
            models.CheckConstraint(name="inspection_period_in_order", condition=Q(period_last__gte=F("period_first"))),
            models.CheckConstraint(
                name="inspection_ends_after_it_begins",
                condition=Q(until_on__gte=F("since_on"), since_on__gte=F("dated_on")),
            ),
            models.CheckConstraint(
                name="inspection_by_two_people",
                condition=Q(state=InspectionState.PROPOSED, decided_by=None)
                | (Q(decided_by__isnull=False, decided_at__isnull=False) & ~Q(decided_by=F("entered_by"))),
            ),
        ]

    def __str__(self):
        return f"{self.number}, {self.body}"

    @property
    def code(self) -> str:
        """How entries and pages name it."""
        return self.number

    def locked(self, seen: int | None):
        """The row as it is now, held until the transaction ends; StaleView if somebody was faster than `seen` says."""
        fresh = type(self).objects.select_for_update(of=("self",)).select_related("entered_by").get(pk=self.pk)
        if seen is not None and fresh.version != seen:
            raise StaleView(_("Quyết định vừa thay đổi. Chưa lưu gì."))
        return fresh


class InspectedAuthority(Audited):
    """An authority in the scope."""

    inspection = models.ForeignKey(
        InspectionDecision, verbose_name=_("quyết định"), on_delete=models.PROTECT, related_name="inspected"
    )
    authority = models.ForeignKey(
        Authority, verbose_name=_("cơ quan được kiểm tra"), on_delete=models.PROTECT, related_name="inspections"
    )

    history = records()

    class Meta:
        verbose_name = _("cơ quan được kiểm tra")
        verbose_name_plural = _("cơ quan được kiểm tra")
        ordering = ["pk"]
        constraints = [models.UniqueConstraint(name="inspected_once", fields=["inspection", "authority"])]

    def __str__(self):
        return f"{self.inspection}: {self.authority}"


class Inspector(Audited):
    """A person whom the decision names: nobody else opens a case under it."""

    inspection = models.ForeignKey(
        InspectionDecision, verbose_name=_("quyết định"), on_delete=models.PROTECT, related_name="inspectors"
    )
    user = models.ForeignKey(settings.AUTH_USER_MODEL, verbose_name=_("thành viên đoàn"), **_SOMEBODY)

    history = records()

    class Meta:
        verbose_name = _("thành viên đoàn kiểm tra")
        verbose_name_plural = _("thành viên đoàn kiểm tra")
        ordering = ["pk"]
        constraints = [models.UniqueConstraint(name="inspector_once", fields=["inspection", "user"])]

    def __str__(self):
        return f"{self.inspection}: {self.user}"


class InspectionFindingQuerySet(AuditedQuerySet):
    def unsettled(self):
        """Nobody has confirmed yet that it was handled."""
        return self.filter(confirmed_at=None)

    def with_people(self):
        return self.select_related(
            "inspection", "authority", "info_request", "entered_by", "handled_by", "confirmed_by"
        )


class InspectionFinding(Audited):
    """What an inspection found, what must follow by when, how it was handled, and who confirmed that."""

    quiet_fields = ("version",)

    inspection = models.ForeignKey(
        InspectionDecision, verbose_name=_("quyết định"), on_delete=models.PROTECT, related_name="findings"
    )
    authority = models.ForeignKey(
        Authority, verbose_name=_("cơ quan"), on_delete=models.PROTECT, related_name="inspection_findings"
    )
    info_request = models.ForeignKey(
        InformationRequest, verbose_name=_("hồ sơ"), null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    kind = models.CharField(_("là"), max_length=20, choices=FindingKind)
    what = models.TextField(_("điều phát hiện"), max_length=2000)
    article = models.CharField(_("điều luật"), max_length=200, blank=True)
    wanted = models.TextField(_("việc phải làm"), max_length=2000)
    follow_up_on = models.DateField(_("phải xong trước ngày"))
    version = models.PositiveIntegerField(_("phiên bản"), default=1)
    entered_by = models.ForeignKey(settings.AUTH_USER_MODEL, verbose_name=_("người ghi"), **_SOMEBODY)
    entered_at = models.DateTimeField(_("ghi lúc"))
    reminded_on = models.DateField(_("nhắc ngày"), null=True, blank=True)

    handling = models.CharField(_("đã xử lý bằng"), max_length=20, choices=Handling, blank=True)
    handled_words = models.TextField(_("đã làm gì"), max_length=2000, blank=True)
    handled_on = models.DateField(_("xử lý ngày"), null=True, blank=True)
    handled_by = models.ForeignKey(settings.AUTH_USER_MODEL, verbose_name=_("người báo đã xử lý"), **_PERSON)
    sent_back = models.CharField(_("cần làm thêm"), max_length=500, blank=True)
    confirmed_by = models.ForeignKey(settings.AUTH_USER_MODEL, verbose_name=_("người xác nhận"), **_PERSON)
    confirmed_at = models.DateTimeField(_("xác nhận lúc"), null=True, blank=True)

    history = records()
    objects = InspectionFindingQuerySet.as_manager()

    class Meta:
        verbose_name = _("kết luận kiểm tra")
        verbose_name_plural = _("kết luận kiểm tra")
        ordering = ["follow_up_on", "pk"]
        constraints = [
            models.CheckConstraint(
                name="inspection_finding_handled_by_somebody",
                condition=Q(handling="", handled_by=None, handled_on=None, handled_words="")
                | (~Q(handling="") & ~Q(handled_words="") & Q(handled_by__isnull=False, handled_on__isnull=False)),
            ),
            models.CheckConstraint(
                name="inspection_finding_confirmed_by_another",
                condition=Q(confirmed_by=None, confirmed_at=None)
                | (
                    Q(confirmed_by__isnull=False, confirmed_at__isnull=False, handled_by__isnull=False)
                    & ~Q(confirmed_by=F("handled_by"))
                ),
            ),
        ]

    def __str__(self):
        return f"{self.inspection.number}: {self.what[:60]}"

    @property
    def code(self) -> str:
        return self.inspection.number

    @property
    def standing(self) -> str:
        """OPEN, REPORTED or CONFIRMED: how far it has come."""
        if self.confirmed_at is not None:
            return "CONFIRMED"
        return "REPORTED" if self.handling else "OPEN"

    def locked(self, seen: int | None):
        """The row as it is now, held until the transaction ends; StaleView if somebody was faster than `seen` says."""
        people = ("inspection", "authority", "info_request", "handled_by")
        fresh = type(self).objects.select_for_update(of=("self",)).select_related(*people).get(pk=self.pk)
        if seen is not None and fresh.version != seen:
            raise StaleView(_("Kết luận vừa thay đổi. Chưa lưu gì."))
        return fresh
