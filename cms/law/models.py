"""What was adopted and confirmed: rule sets with the hash of their text, calendar years with their days, changes."""

from collections.abc import Mapping
from datetime import date

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from cms.core.dates import short
from cms.core.history import Audited, AuditedQuerySet, records
from cms.law.choices import DayCode
from cms.law.reading import read_rule_set
from cms.law.terms import RuleSet
from cms.law.workdays import SpecialDay

PEOPLE = {"on_delete": models.PROTECT, "related_name": "+", "null": True, "blank": True}
DAY_CODES = [(code.value, code.label) for code in DayCode]
#: Texts never change under their hash, so what was read once is read for good.
_RULES: dict[str, RuleSet] = {}


class Origin(models.TextChoices):
    SHIPPED = "SHIPPED", _("Đi kèm phần mềm")
    ENTERED = "ENTERED", _("Quản trị nhập")


class RuleSetSource(models.Model):
    """The text of a rule-set file under its own SHA-256: kept once, never changed (guards.py)."""

    sha256 = models.CharField(_("mã băm SHA-256"), max_length=64, primary_key=True)
    toml = models.TextField(_("nội dung tệp"))

    class Meta:
        verbose_name = _("nội dung bộ quy định")
        verbose_name_plural = _("nội dung bộ quy định")

    def __str__(self):
        return self.sha256


class RuleSetState(models.TextChoices):
    PROPOSED = "PROPOSED", _("Chờ người thứ hai duyệt")
    ADOPTED = "ADOPTED", _("Đã thông qua")
    REJECTED = "REJECTED", _("Không thông qua")


class AdoptedRuleSetQuerySet(AuditedQuerySet):
    def adopted(self):
        return self.filter(state=RuleSetState.ADOPTED)

    def in_force_on(self, day: date):
        """Those whose day has come, the newest first."""
        return self.adopted().filter(in_force_from__lte=day).order_by("-in_force_from")


class AdoptedRuleSet(Audited):
    """A rule set as it was proposed and adopted by two people. Once adopted, only another can follow it."""

    code = models.CharField(_("mã"), max_length=20)
    title = models.CharField(_("tên"), max_length=300)
    legal_reference = models.CharField(_("số, ký hiệu"), max_length=200)
    in_force_from = models.DateField(_("có hiệu lực từ ngày"))
    in_force_to = models.DateField(_("đến hết ngày"), null=True, blank=True)
    source = models.ForeignKey(RuleSetSource, verbose_name=_("nội dung"), on_delete=models.PROTECT, related_name="+")
    origin = models.CharField(_("nguồn"), max_length=10, choices=Origin, default=Origin.ENTERED)
    state = models.CharField(_("trạng thái"), max_length=10, choices=RuleSetState, default=RuleSetState.PROPOSED)
    proposed_by = models.ForeignKey(settings.AUTH_USER_MODEL, verbose_name=_("người đề nghị"), **PEOPLE)
    proposed_at = models.DateTimeField(_("đề nghị lúc"))
    decided_by = models.ForeignKey(settings.AUTH_USER_MODEL, verbose_name=_("người duyệt"), **PEOPLE)
    decided_at = models.DateTimeField(_("duyệt lúc"), null=True, blank=True)

    history = records()
    objects = AdoptedRuleSetQuerySet.as_manager()

    class Meta:
        verbose_name = _("bộ quy định")
        verbose_name_plural = _("bộ quy định")
        ordering = ["-in_force_from", "-id"]
        constraints = [
            models.UniqueConstraint(name="rule_set_code_once", fields=["code"], condition=~Q(state="REJECTED")),
            models.UniqueConstraint(
                name="one_rule_set_begins_on_a_day", fields=["in_force_from"], condition=Q(state="ADOPTED")
            ),
            models.CheckConstraint(
                name="rule_set_ends_after_it_begins",
                condition=Q(in_force_to=None) | Q(in_force_to__gte=F("in_force_from")),
            ),
            models.CheckConstraint(
                name="rule_set_decided_when_not_proposed",
                condition=Q(state="PROPOSED", decided_at=None, decided_by=None)
                | (~Q(state="PROPOSED") & Q(decided_at__isnull=False)),
            ),
            models.CheckConstraint(
                name="rule_set_by_two_people",
                condition=Q(origin="SHIPPED")
                | Q(state="PROPOSED", proposed_by__isnull=False)
                | (Q(proposed_by__isnull=False, decided_by__isnull=False) & ~Q(proposed_by=F("decided_by"))),
            ),
        ]

    def __str__(self):
        return f"{self.code} – {self.title}"

    @property
    def sha256(self) -> str:
        return self.source_id

    @property
    def rules(self) -> RuleSet:
        """The law's own words, read once a process for each text."""
        if self.source_id not in _RULES:
            _RULES[self.source_id] = read_rule_set(self.source.toml.encode("utf-8"))
        return _RULES[self.source_id]


class YearState(models.TextChoices):
    DRAFT = "DRAFT", _("Bản nháp")
    CONFIRMED = "CONFIRMED", _("Đã xác nhận")


class CalendarYear(Audited):
    """The special days of one year. Only a confirmed year counts; a term that reaches into another is provisional."""

    year = models.PositiveSmallIntegerField(_("năm"), unique=True)
    state = models.CharField(_("trạng thái"), max_length=10, choices=YearState, default=YearState.DRAFT)
    origin = models.CharField(_("nguồn"), max_length=10, choices=Origin, default=Origin.ENTERED)
    source = models.CharField(_("căn cứ"), max_length=300, help_text=_("Số, ngày thông báo đã đối chiếu"))
    #: SHA-256 of the confirmed days: processes that hold another one read the calendar again.
    fingerprint = models.CharField(_("mã băm các ngày"), max_length=64, blank=True, editable=False)
    entered_by = models.ForeignKey(settings.AUTH_USER_MODEL, verbose_name=_("người nhập"), **PEOPLE)
    entered_at = models.DateTimeField(_("nhập lúc"))
    confirmed_by = models.ForeignKey(settings.AUTH_USER_MODEL, verbose_name=_("người xác nhận"), **PEOPLE)
    confirmed_at = models.DateTimeField(_("xác nhận lúc"), null=True, blank=True)

    history = records()
    objects = AuditedQuerySet.as_manager()

    class Meta:
        verbose_name = _("lịch làm việc của năm")
        verbose_name_plural = _("lịch làm việc")
        ordering = ["-year"]
        constraints = [
            models.CheckConstraint(
                name="calendar_confirmed_with_its_days",
                condition=Q(state="DRAFT", confirmed_at=None, confirmed_by=None, fingerprint="")
                | (Q(state="CONFIRMED", confirmed_at__isnull=False) & ~Q(fingerprint="")),
            ),
            models.CheckConstraint(
                name="calendar_confirmed_by_another",
                condition=Q(origin="SHIPPED")
                | Q(state="DRAFT", entered_by__isnull=False)
                | (Q(entered_by__isnull=False, confirmed_by__isnull=False) & ~Q(entered_by=F("confirmed_by"))),
            ),
        ]

    def __str__(self):
        return str(self.year)


class CalendarDay(Audited):
    """A day off, or a weekend day that is worked, by its notice."""

    year = models.ForeignKey(CalendarYear, verbose_name=_("năm"), on_delete=models.PROTECT, related_name="days")
    date = models.DateField(_("ngày"), unique=True)
    code = models.CharField(_("loại ngày"), max_length=20, choices=DAY_CODES)
    name = models.CharField(_("tên"), max_length=200)
    notice_number = models.CharField(_("số thông báo"), max_length=100, blank=True)
    source = models.CharField(_("căn cứ"), max_length=300, blank=True)
    entered_by = models.ForeignKey(settings.AUTH_USER_MODEL, verbose_name=_("người nhập"), **PEOPLE)
    entered_at = models.DateTimeField(_("nhập lúc"))

    history = records()
    objects = AuditedQuerySet.as_manager()

    class Meta:
        verbose_name = _("ngày trong lịch")
        verbose_name_plural = _("ngày trong lịch")
        ordering = ["date"]
        constraints = [
            models.CheckConstraint(
                name="calendar_day_code_is_known", condition=Q(code__in=[code for code, _ in DAY_CODES])
            ),
        ]

    def __str__(self):
        return f"{self.date:%d/%m/%Y} {self.name}"

    @property
    def special_day(self) -> SpecialDay:
        return SpecialDay(self.date, DayCode(self.code), self.name, self.notice_number, self.source)


class ChangeState(models.TextChoices):
    PROPOSED = "PROPOSED", _("Chờ người thứ hai duyệt")
    APPLIED = "APPLIED", _("Đã áp dụng")
    REJECTED = "REJECTED", _("Không áp dụng")


class CalendarChange(Audited):
    """Days of confirmed years to be set or made ordinary again, by a notice: proposed by one, applied by another.

    `days` is a list of {"date": "2026-11-23", "code": "SWAPPED_OFF" or null, "name": "…"}.
    """

    days = models.JSONField(_("các ngày"))
    notice_number = models.CharField(_("số thông báo"), max_length=100)
    source = models.CharField(_("nguồn"), max_length=300, blank=True, help_text=_("Nơi đăng thông báo"))
    reason = models.CharField(_("lý do"), max_length=300)
    state = models.CharField(_("trạng thái"), max_length=10, choices=ChangeState, default=ChangeState.PROPOSED)
    proposed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=_("người đề nghị"), on_delete=models.PROTECT, related_name="+"
    )
    proposed_at = models.DateTimeField(_("đề nghị lúc"))
    decided_by = models.ForeignKey(settings.AUTH_USER_MODEL, verbose_name=_("người duyệt"), **PEOPLE)
    decided_at = models.DateTimeField(_("duyệt lúc"), null=True, blank=True)

    history = records()
    objects = AuditedQuerySet.as_manager()

    class Meta:
        verbose_name = _("thay đổi lịch làm việc")
        verbose_name_plural = _("thay đổi lịch làm việc")
        ordering = ["-proposed_at", "-id"]
        constraints = [
            models.CheckConstraint(
                name="calendar_change_by_two_people",
                condition=Q(state="PROPOSED", decided_by=None, decided_at=None)
                | (
                    ~Q(state="PROPOSED")
                    & Q(decided_by__isnull=False, decided_at__isnull=False)
                    & ~Q(decided_by=F("proposed_by"))
                ),
            ),
        ]

    def __str__(self):
        days = ", ".join(short(date.fromisoformat(row["date"])) for row in self.days)
        return f"{self.notice_number}: {days}"

    @property
    def changes(self) -> Mapping[date, SpecialDay | None]:
        """What `WorkCalendar.with_changes` takes."""
        changes: dict[date, SpecialDay | None] = {}
        for row in self.days:
            day = date.fromisoformat(row["date"])
            code = row["code"]
            changes[day] = (
                SpecialDay(day, DayCode(code), row["name"], self.notice_number, self.source) if code else None
            )
        return changes
