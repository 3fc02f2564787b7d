"""What an item is made of: its versions, its files and links, each in the versions it belongs to."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from catalog.choices import VersionKind


class ItemVersion(models.Model):
    """One published state of an item. It is written once, by two people, and never changed (L16 Điều 22; L26 Điều 22)."""

    item = models.ForeignKey(
        "catalog.InformationItem", verbose_name=_("mục"), on_delete=models.PROTECT, related_name="versions"
    )
    number = models.PositiveSmallIntegerField(_("bản số"))
    kind = models.CharField(_("loại"), max_length=20, choices=VersionKind)
    #: The public facts as they stood, by field name; dates as ISO text.
    facts = models.JSONField(_("nội dung"))
    reason = models.CharField(_("lý do thay đổi"), max_length=500, blank=True)
    wrong = models.TextField(_("nội dung sai"), blank=True)
    right = models.TextField(_("nội dung đúng"), blank=True)
    #: The version was taken from public view by the correction that follows it: it named what nobody may read.
    is_withheld = models.BooleanField(_("không cho xem"), default=False)
    #: SHA-256 over the facts and the files' hashes; the chain's entry carries it.
    sha256 = models.CharField(_("dấu nội dung"), max_length=64)
    checked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=_("kiểm tra lần một"), on_delete=models.PROTECT, related_name="+"
    )
    checked_at = models.DateTimeField(_("kiểm tra lúc"))
    published_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=_("kiểm tra lần hai và đăng"), on_delete=models.PROTECT, related_name="+"
    )
    published_at = models.DateTimeField(_("đăng lúc"))

    class Meta:
        verbose_name = _("bản đã công khai")
        verbose_name_plural = _("bản đã công khai")
        ordering = ["item", "-number"]
        constraints = [
            models.UniqueConstraint(name="item_version_once", fields=["item", "number"]),
            models.CheckConstraint(name="item_version_by_two_people", condition=~Q(checked_by=F("published_by"))),
            models.CheckConstraint(
                name="item_correction_says_what",
                condition=~Q(kind=VersionKind.CORRECTION) | (~Q(wrong="") & ~Q(right="")),
            ),
        ]

    def __str__(self):
        return f"{self.item_id}, bản {self.number}"


class PartQuerySet(models.QuerySet):
    def in_version(self, number: int):
        """What that version holds."""
        return self.filter(first_version__lte=number).filter(Q(last_version=None) | Q(last_version__gte=number))

    def current(self):
        return self.filter(first_version__isnull=False, last_version=None)

    def drafted(self):
        """What the draft would publish: what stands, less what is to go, and what is new."""
        return self.filter(last_version=None, is_leaving=False)


class Part(models.Model):
    """Belongs to the versions first … last; without a first one it waits in the draft."""

    first_version = models.PositiveSmallIntegerField(_("từ bản"), null=True, blank=True)
    last_version = models.PositiveSmallIntegerField(_("đến hết bản"), null=True, blank=True)
    #: The draft takes it out; it goes when the draft is published.
    is_leaving = models.BooleanField(_("sẽ bỏ"), default=False)
    position = models.PositiveSmallIntegerField(_("thứ tự"), default=0)
    #: When it was last looked at whether it can still be opened (catalog.health).
    checked_at = models.DateTimeField(_("kiểm tra lúc"), null=True, blank=True, db_index=True)

    objects = PartQuerySet.as_manager()

    class Meta:
        abstract = True


class ItemFile(Part):
    """A file of an item, kept under a random path; handed out by one view that asks the gate."""

    item = models.ForeignKey(
        "catalog.InformationItem", verbose_name=_("mục"), on_delete=models.PROTECT, related_name="files"
    )
    name = models.CharField(_("tên tệp"), max_length=150)
    path = models.CharField(_("nơi giữ"), max_length=100, unique=True, editable=False)
    content_type = models.CharField(_("định dạng"), max_length=100)
    size = models.PositiveBigIntegerField(_("dung lượng (byte)"))
    sha256 = models.CharField(_("dấu nội dung"), max_length=64)
    added_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=_("người thêm"), on_delete=models.PROTECT, related_name="+"
    )
    added_at = models.DateTimeField(_("thêm lúc"))

    class Meta:
        verbose_name = _("tệp của mục")
        verbose_name_plural = _("tệp của mục")
        ordering = ["position", "pk"]

    def __str__(self):
        return self.name

    @property
    def format(self) -> str:
        """PDF, DOCX …: what people call the kind of file."""
        return self.name.rpartition(".")[2].upper()


class ItemLink(Part):
    """An address at which the information stands: a page of this site or an outside one."""

    item = models.ForeignKey(
        "catalog.InformationItem", verbose_name=_("mục"), on_delete=models.PROTECT, related_name="links"
    )
    label = models.CharField(_("tên đường dẫn"), max_length=200, blank=True)
    url = models.CharField(_("địa chỉ"), max_length=500)

    class Meta:
        verbose_name = _("đường dẫn của mục")
        verbose_name_plural = _("đường dẫn của mục")
        ordering = ["position", "pk"]

    def __str__(self):
        return self.label or self.url
