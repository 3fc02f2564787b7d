"""Units of an authority, and the focal point the public may turn to."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from cms.core.history import Audited, records
from cms.core.models.authority import Authority


class Unit(Audited):
    """A part of an authority: one is the focal unit (đơn vị đầu mối), others made the information (D18 Điều 6.2, 8)."""

    authority = models.ForeignKey(Authority, verbose_name=_("cơ quan"), on_delete=models.PROTECT, related_name="units")
    code = models.SlugField(_("mã"), max_length=40)
    name = models.CharField(_("tên đơn vị"), max_length=200)
    is_focal = models.BooleanField(_("là đơn vị đầu mối"), default=False)
    is_active = models.BooleanField(_("đang hoạt động"), default=True)

    history = records()

    class Meta:
        verbose_name = _("đơn vị")
        verbose_name_plural = _("đơn vị")
        ordering = ["authority", "name"]
        constraints = [
            models.UniqueConstraint(name="unit_code_once_in_authority", fields=["authority", "code"]),
            models.UniqueConstraint(
                name="one_focal_unit_in_authority", fields=["authority"], condition=Q(is_focal=True, is_active=True)
            ),
        ]

    def __str__(self):
        return self.name


class Background(models.TextChoices):
    """What the officer has worked in before; directives prefer the first three, no rule demands them (readings.md 20)."""

    OFFICE = "OFFICE", _("Văn phòng, hành chính")
    IT = "IT", _("Công nghệ thông tin")
    LAW = "LAW", _("Luật")
    OTHER = "OTHER", _("Khác")


class FocalPoint(Audited):
    """Who receives requests, where, when and how (L16 Điều 17.1.m; L26 Điều 17.1.u); shown on every public page."""

    unit = models.OneToOneField(
        Unit, verbose_name=_("đơn vị đầu mối"), on_delete=models.PROTECT, related_name="focal_point"
    )
    officer_name = models.CharField(_("người làm đầu mối"), max_length=100)
    officer_post = models.CharField(_("chức vụ"), max_length=100)
    address = models.CharField(_("địa chỉ"), max_length=300)
    place = models.CharField(_("nơi tiếp nhận"), max_length=200, help_text=_("Ví dụ: Tầng 1, Bộ phận Một cửa"))
    phone = models.CharField(_("điện thoại"), max_length=30)
    # May be empty: a mailbox that nobody reads any more must be taken off the pages, and then shows as missing.
    email = models.EmailField(
        _("hộp thư của đầu mối"),
        blank=True,
        help_text=_("Mọi yêu cầu mới đều báo về hộp thư này. Để trống: người dân thấy cơ quan chưa có hộp thư."),
    )
    hours = models.CharField(_("giờ tiếp nhận"), max_length=200)
    methods = models.CharField(
        _("cách tiếp nhận"), max_length=300, default="trực tiếp, qua bưu chính, thư điện tử và trực tuyến"
    )
    decision_number = models.CharField(
        _("số quyết định giao làm đầu mối"), max_length=60, blank=True, help_text=_("Ví dụ: 41/QĐ-UBND")
    )
    decision_on = models.DateField(_("ngày quyết định"), null=True, blank=True)
    background = models.CharField(
        _("chuyên môn"),
        max_length=10,
        blank=True,
        choices=Background,
        help_text=_("Nên chọn người có chuyên môn văn phòng, công nghệ thông tin hoặc luật."),
    )
    trained_on = models.DateField(_("lần tập huấn gần nhất"), null=True, blank=True)

    history = records()

    class Meta:
        verbose_name = _("đầu mối")
        verbose_name_plural = _("đầu mối")
        constraints = [
            models.CheckConstraint(
                name="focal_decision_number_with_its_day",
                condition=Q(decision_number="", decision_on=None)
                | (~Q(decision_number="") & Q(decision_on__isnull=False)),
            ),
        ]

    def __str__(self):
        return f"{self.officer_name}, {self.unit}"
