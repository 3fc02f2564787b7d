"""An authority of the installation: its name, its look, and the choices its internal regulation makes."""

from datetime import date

from django.core.validators import MinValueValidator, RegexValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from cms.core.areas import Area
from cms.core.history import Audited, AuditedQuerySet, records
from cms.core.links import SecureURLField
from cms.core.places import provinces

#: What a refusal tells of remedies, and form 03 of paying.
REMEDY_FIELDS = (
    "first_instance",
    "first_instance_address",
    "second_instance",
    "second_instance_address",
    "court",
    "court_address",
)
PAYMENT_FIELDS = ("tax_office", "treasury_office", "treasury_account")


class AuthorityKind(models.TextChoices):
    PROVINCE = "PROVINCE", _("Ủy ban nhân dân cấp tỉnh")
    DEPARTMENT = "DEPARTMENT", _("Sở, ban, ngành cấp tỉnh")
    COMMUNE = "COMMUNE", _("Ủy ban nhân dân cấp xã")
    SERVICE_UNIT = "SERVICE_UNIT", _("Đơn vị sự nghiệp công lập")


class Theme(models.TextChoices):
    NGOC = "theme-ngoc", _("Ngọc")
    CHAM = "theme-cham", _("Chàm")
    SEN = "theme-sen", _("Sen")
    RUNG = "theme-rung", _("Rừng")
    DAT = "theme-dat", _("Đất")
    THAN = "theme-than", _("Than")


class Drawing(models.TextChoices):
    """Drawings of our own that stand in the emblem's place; the law says who may use the national emblem."""

    SEA = "SEA", _("Mặt trời trên biển")
    HALL = "HALL", _("Mái công sở")
    HILLS = "HILLS", _("Núi và suối")
    LOTUS = "LOTUS", _("Hoa sen")
    RICE = "RICE", _("Bông lúa")


#: Who has chosen no drawing gets the one of its kind.
_DRAWING_OF_KIND = {
    AuthorityKind.PROVINCE: Drawing.SEA,
    AuthorityKind.DEPARTMENT: Drawing.HALL,
    AuthorityKind.COMMUNE: Drawing.HILLS,
    AuthorityKind.SERVICE_UNIT: Drawing.HALL,
}


def province_choices() -> list[tuple[str, str]]:
    """The 34 provincial units by code, as an address names them."""
    return [(province.code, str(province)) for province in provinces()]


class NetworkReceipt(models.TextChoices):
    """A request that comes by network on a day off: which day was it received (readings.md 9.3 point 7)."""

    SAME_DAY = "SAME_DAY", _("Chính ngày gửi")
    NEXT_WORKING_DAY = "NEXT_WORKING_DAY", _("Ngày làm việc tiếp theo")


class AuthorityQuerySet(AuditedQuerySet):
    def open(self):
        """Authorities that take requests."""
        return self.filter(is_open=True)


class Authority(Audited):
    """A body that must publish and answer; each has its own units, focal point, numbering and register."""

    code = models.SlugField(_("mã trong địa chỉ trang"), max_length=40, unique=True)
    case_prefix = models.CharField(
        _("mã trong số hồ sơ"),
        max_length=12,
        unique=True,
        validators=[RegexValidator(r"^[A-Z0-9]{2,12}$", _("Chỉ dùng 2 đến 12 chữ in hoa không dấu hoặc chữ số."))],
        help_text=_("Ví dụ SV trong SV-261112-0003."),
    )
    name = models.CharField(_("tên đầy đủ"), max_length=200)
    short_name = models.CharField(_("tên ngắn"), max_length=100, help_text=_("Ví dụ: Xã Suối Vàng"))
    kind = models.CharField(_("loại cơ quan"), max_length=20, choices=AuthorityKind)
    parent = models.ForeignKey(
        "self",
        verbose_name=_("cơ quan cấp trên"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="children",
    )
    parent_line = models.CharField(_("dòng cơ quan chủ quản"), max_length=200, blank=True)
    letter_place = models.CharField(_("địa danh trên văn bản"), max_length=100, help_text=_("Ví dụ: Suối Vàng"))
    letter_symbol = models.CharField(_("ký hiệu cơ quan"), max_length=20, help_text=_("Ví dụ: UBND trong 05/TB-UBND"))
    address = models.CharField(_("địa chỉ trụ sở"), max_length=300)
    phone = models.CharField(_("điện thoại"), max_length=30)
    email = models.EmailField(_("thư điện tử"))
    province = models.CharField(
        _("tỉnh, thành phố"),
        max_length=2,
        blank=True,
        choices=province_choices,
        help_text=_("Để người dân lọc danh sách cơ quan theo nơi."),
    )

    # The look: a few tested choices, so that nobody can make the site unreadable.
    theme = models.CharField(_("màu giao diện"), max_length=20, choices=Theme, default=Theme.NGOC)
    drawing = models.CharField(
        _("hình vẽ cạnh tên cơ quan"),
        max_length=10,
        blank=True,
        choices=Drawing,
        help_text=_("Để trống: hình theo loại cơ quan. Không hiện khi cơ quan có biểu trưng riêng."),
    )
    emblem = models.ForeignKey(
        "wagtailimages.Image",
        verbose_name=_("biểu trưng"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )

    is_open = models.BooleanField(_("đang nhận yêu cầu"), default=True)
    national_portal_url = SecureURLField(
        _("địa chỉ nhận yêu cầu trên Cổng dịch vụ công"),
        blank=True,
        help_text=_("Chỉ điền khi cơ quan phải nhận yêu cầu ở đó. Để trống: dùng phiếu trên trang này."),
    )

    # What the law leaves to the internal regulation (readings.md 7.4, 8.1, 9.3, 17).
    extension_needs_two = models.BooleanField(_("gia hạn cần hai người"), default=True)
    supplement_days = models.PositiveSmallIntegerField(
        _("hạn bổ sung do quy chế đặt (ngày)"),
        null=True,
        blank=True,
        validators=[MinValueValidator(1)],
        help_text=_("Luật không đặt hạn. Để trống: không tự kết thúc hồ sơ vì không bổ sung."),
    )
    network_receipt = models.CharField(
        _("ngày nhận yêu cầu qua mạng vào ngày nghỉ"),
        max_length=20,
        choices=NetworkReceipt,
        default=NetworkReceipt.SAME_DAY,
    )
    due_soon_days = models.PositiveSmallIntegerField(_("báo sắp đến hạn trước (ngày làm việc)"), default=2)

    # Where a requester may turn (readings.md 15); the law leaves names and places to each authority.
    first_instance = models.CharField(_("nơi giải quyết khiếu nại lần đầu"), max_length=300, blank=True)
    first_instance_address = models.CharField(_("địa chỉ nhận khiếu nại lần đầu"), max_length=300, blank=True)
    second_instance = models.CharField(_("nơi giải quyết khiếu nại lần hai"), max_length=300, blank=True)
    second_instance_address = models.CharField(_("địa chỉ nhận khiếu nại lần hai"), max_length=300, blank=True)
    court = models.CharField(_("tòa án có thẩm quyền"), max_length=300, blank=True)
    court_address = models.CharField(_("địa chỉ tòa án"), max_length=300, blank=True)
    is_remote = models.BooleanField(_("vùng sâu, vùng xa, đi lại khó khăn"), default=False)

    # What copying and sending cost, and where it is paid (TT46 Điều 3.1.1.b, 4.1.a, 4.2).
    area = models.CharField(
        _("địa bàn tính giá sao chụp"),
        max_length=20,
        choices=Area,
        default=Area.ORDINARY,
        help_text=_("Theo danh mục địa bàn ưu đãi của Chính phủ. Địa bàn khó khăn được tính giá thấp hơn."),
    )
    area_since_on = models.DateField(_("thuộc địa bàn này từ ngày"), null=True, blank=True)
    area_source = models.CharField(
        _("văn bản xác định địa bàn"), max_length=200, blank=True, help_text=_("Số, ngày, phụ lục của văn bản")
    )
    tax_office = models.CharField(_("cơ quan thuế thu chi phí"), max_length=200, blank=True)
    treasury_office = models.CharField(_("Kho bạc Nhà nước nhận tiền"), max_length=200, blank=True)
    treasury_account = models.CharField(_("tài khoản thu ngân sách"), max_length=60, blank=True)
    budget_chapter = models.CharField(_("chương ngân sách của cơ quan"), max_length=10, blank=True)
    data_officer_contact = models.CharField(_("liên hệ phụ trách dữ liệu cá nhân"), max_length=200, blank=True)

    history = records()
    objects = AuthorityQuerySet.as_manager()

    class Meta:
        verbose_name = _("cơ quan")
        verbose_name_plural = _("cơ quan")
        ordering = ["kind", "name"]
        constraints = [
            models.CheckConstraint(name="authority_is_not_its_own_parent", condition=~Q(parent=models.F("id"))),
            models.CheckConstraint(
                name="harder_area_has_its_day_and_source",
                condition=Q(area=Area.ORDINARY) | (Q(area_since_on__isnull=False) & ~Q(area_source="")),
            ),
        ]

    def __str__(self):
        return self.name

    @property
    def shown_drawing(self) -> str:
        """The drawing beside the name where no emblem was uploaded."""
        return self.drawing or _DRAWING_OF_KIND[self.kind]

    @property
    def asks_residency(self) -> bool:
        """A commune answers its residents, and others where their rights are concerned (L16 Điều 9.2.h; L26 Điều 10.2.e)."""
        return self.kind == AuthorityKind.COMMUNE

    def area_on(self, day: date) -> str:
        """The area that sets the price on that day; before the day of its paper an ordinary one."""
        counts = self.area_since_on is not None and self.area_since_on <= day
        return self.area if counts else Area.ORDINARY

    def unset_of(self, names) -> list[str]:
        """The labels of those of these fields that nobody has filled in yet."""
        return [str(self._meta.get_field(name).verbose_name) for name in names if not getattr(self, name)]

    @property
    def remedies_unset(self) -> list[str]:
        """What a refusal must tell and the authority has not entered: where to complain and to sue (readings.md 15)."""
        return self.unset_of(REMEDY_FIELDS)

    @property
    def payment_unset(self) -> list[str]:
        """What form 03 must tell of a cost and the authority has not entered (TT46 Điều 4.1.a)."""
        return self.unset_of(PAYMENT_FIELDS)
