"""What an authority has decided about its obligations: whose each is, until when, when it was last looked at.

Whether an obligation is met is never stored: home.compliance reads it from the facts.
"""

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from cms.core.history import Audited, records
from cms.core.models import Authority, Unit


class ObligationCode(models.TextChoices):
    """What every authority must show. Which law asks for it, by which article: home/compliance/rules/."""

    FOCAL_POINT = "FOCAL_POINT", _("Đầu mối cung cấp thông tin")
    TRAINING = "TRAINING", _("Tập huấn cho người làm đầu mối")
    ADDRESS = "ADDRESS", _("Hộp thư điện tử nhận yêu cầu")
    REGULATION = "REGULATION", _("Quy chế nội bộ")
    PROCEDURE = "PROCEDURE", _("Thủ tục tiếp nhận và trả lời")
    PUBLICATION_LIST = "PUBLICATION_LIST", _("Danh mục phải công khai")
    PUBLISHED_LIST = "PUBLISHED_LIST", _("Danh mục đã công khai, kèm đường dẫn")
    CONDITIONAL_LIST = "CONDITIONAL_LIST", _("Danh mục tiếp cận có điều kiện")
    SERVICE_UNITS = "SERVICE_UNITS", _("Đơn vị sự nghiệp công lập")
    FORMS = "FORMS", _("Biểu mẫu")
    GUIDES = "GUIDES", _("Hướng dẫn cho người dân")
    STATISTICS = "STATISTICS", _("Số liệu thống kê")
    COMPLAINTS = "COMPLAINTS", _("Nơi khiếu nại, phản ánh")
    SEAT_MEANS = "SEAT_MEANS", _("Chỗ đọc và thiết bị tại trụ sở")
    COMMUNICATION = "COMMUNICATION", _("Truyền thông về quyền tiếp cận thông tin")
    BACKLOG = "BACKLOG", _("Thông tin cũ luật mới buộc công khai")


class ObligationRecord(Audited):
    """One obligation of one authority: owner, promised day, last and next review, or why it does not apply here."""

    authority = models.ForeignKey(
        Authority, verbose_name=_("cơ quan"), on_delete=models.PROTECT, related_name="obligation_records"
    )
    obligation = models.CharField(_("việc phải làm"), max_length=30, choices=ObligationCode)
    unit = models.ForeignKey(
        Unit,
        verbose_name=_("đơn vị phụ trách"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="obligation_records",
    )
    complete_by = models.DateField(_("phải xong trước ngày"), null=True, blank=True)

    reviewed_on = models.DateField(_("xem lại gần nhất ngày"), null=True, blank=True)
    reviewed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("người xem lại"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    looked_at = models.CharField(_("đã xem những gì"), max_length=300, blank=True)
    next_review_on = models.DateField(_("xem lại lần tới trước ngày"), null=True, blank=True)
    note = models.TextField(_("ghi chú nội bộ"), max_length=1000, blank=True)

    exempt_reason = models.CharField(_("lý do không áp dụng"), max_length=500, blank=True)
    exempt_proposed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("người đề nghị không áp dụng"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    exempt_proposed_at = models.DateTimeField(_("đề nghị lúc"), null=True, blank=True)
    exempt_confirmed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("người xác nhận không áp dụng"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    exempt_confirmed_at = models.DateTimeField(_("xác nhận lúc"), null=True, blank=True)

    history = records()

    class Meta:
        verbose_name = _("việc phải công khai")
        verbose_name_plural = _("việc phải công khai")
        ordering = ["authority", "obligation"]
        constraints = [
            models.UniqueConstraint(name="obligation_once_in_authority", fields=["authority", "obligation"]),
            models.CheckConstraint(
                name="review_has_day_person_and_next_day",
                condition=Q(reviewed_on=None, reviewed_by=None, next_review_on=None, looked_at="")
                | (
                    Q(reviewed_on__isnull=False, reviewed_by__isnull=False, next_review_on__gt=F("reviewed_on"))
                    & ~Q(looked_at="")
                ),
            ),
            models.CheckConstraint(
                name="exemption_has_reason_person_and_moment",
                condition=Q(exempt_reason="", exempt_proposed_by=None, exempt_proposed_at=None)
                | (~Q(exempt_reason="") & Q(exempt_proposed_by__isnull=False, exempt_proposed_at__isnull=False)),
            ),
            models.CheckConstraint(
                name="exemption_is_confirmed_by_another_person",
                condition=Q(exempt_confirmed_by=None, exempt_confirmed_at=None)
                | (
                    Q(exempt_confirmed_by__isnull=False, exempt_confirmed_at__isnull=False)
                    & Q(exempt_proposed_by__isnull=False)
                    & ~Q(exempt_confirmed_by=F("exempt_proposed_by"))
                ),
            ),
        ]

    def __str__(self):
        return self.get_obligation_display()

    @property
    def is_exempt(self) -> bool:
        return self.exempt_confirmed_by_id is not None


class SeatMeans(Audited):
    """What a visitor finds at the seat: a place to read and copy, devices, aids (D18 Điều 9; L26 Điều 11)."""

    authority = models.OneToOneField(
        Authority, verbose_name=_("cơ quan"), on_delete=models.PROTECT, related_name="seat_means"
    )
    reading_place = models.CharField(
        _("chỗ đọc, ghi chép"), max_length=300, blank=True, help_text=_("Ví dụ: Phòng 105, tầng 1, 4 chỗ ngồi")
    )
    devices = models.CharField(
        _("thiết bị"), max_length=300, blank=True, help_text=_("Ví dụ: 1 máy tính có mạng, 1 máy sao chụp")
    )
    aids = models.CharField(
        _("phương tiện cho người khuyết tật"),
        max_length=300,
        blank=True,
        help_text=_("Ví dụ: lối lên xe lăn, kính lúp, cán bộ đọc và ghi giúp"),
    )
    own_devices_allowed = models.BooleanField(_("được dùng điện thoại của mình để chụp"), default=True)

    history = records()

    class Meta:
        verbose_name = _("phương tiện tại trụ sở")
        verbose_name_plural = _("phương tiện tại trụ sở")
        ordering = ["authority"]

    def __str__(self):
        return str(self.authority)


class ObligationReminder(models.Model):
    """That the owner was told of a day before it passed: once for each obligation and day."""

    authority = models.ForeignKey(
        Authority, verbose_name=_("cơ quan"), on_delete=models.CASCADE, related_name="obligation_reminders"
    )
    obligation = models.CharField(_("việc phải làm"), max_length=30, choices=ObligationCode)
    due_on = models.DateField(_("ngày được nhắc"))
    told_at = models.DateTimeField(_("nhắc lúc"))

    class Meta:
        verbose_name = _("lần nhắc việc phải công khai")
        verbose_name_plural = _("lần nhắc việc phải công khai")
        constraints = [
            models.UniqueConstraint(name="reminded_once_of_a_day", fields=["authority", "obligation", "due_on"])
        ]

    def __str__(self):
        return f"{self.get_obligation_display()} {self.due_on:%d/%m/%Y}"


class DocumentLook(models.Model):
    """Whether anything stands in a file of the library: an empty file is no form, no regulation, no guide."""

    document = models.OneToOneField(
        "wagtaildocs.Document", verbose_name=_("tệp"), on_delete=models.CASCADE, related_name="look"
    )
    #: The path looked at: a replaced file has another one, and is looked at anew.
    file = models.CharField(_("tệp đã xem"), max_length=255)
    has_content = models.BooleanField(_("có nội dung"))

    class Meta:
        verbose_name = _("lần xem tệp")
        verbose_name_plural = _("lần xem tệp")

    def __str__(self):
        return self.file
