"""Tables brought into the catalog as drafts: the batch, what was found wrong or there already, and whence an item came."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from catalog.choices import FindingKind, ImportState
from catalog.models.group import ItemGroup
from catalog.models.item import InformationItem
from cms.core.models import Authority, Unit

#: States in which the file itself is still kept.
HOLDING = (ImportState.COLUMNS, ImportState.CHECKING, ImportState.CHECKED, ImportState.WRITING)


class ItemImport(models.Model):
    """Một lần nhập từ bảng. The file is kept until it is written or given up; its hash stays, and stands in the chain."""

    authority = models.ForeignKey(
        Authority, verbose_name=_("cơ quan"), on_delete=models.PROTECT, related_name="item_imports"
    )
    name = models.CharField(_("tên tệp"), max_length=150)
    path = models.CharField(_("nơi giữ"), max_length=100, blank=True, editable=False)
    sha256 = models.CharField(_("dấu nội dung"), max_length=64)
    state = models.CharField(_("tình trạng"), max_length=20, choices=ImportState, default=ImportState.COLUMNS)
    headers = models.JSONField(_("tên các cột trong tệp"), default=list)
    #: Our field → the name of the file's column.
    columns = models.JSONField(_("cột nào là gì"), default=dict)
    unit = models.ForeignKey(
        Unit,
        verbose_name=_("đơn vị tạo ra, khi dòng không ghi"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    group = models.ForeignKey(
        ItemGroup,
        verbose_name=_("nhóm, khi dòng không ghi"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    #: Nothing is written where one row is wrong.
    whole_only = models.BooleanField(_("chỉ nhập khi mọi dòng đều đúng"), default=False)
    total = models.PositiveIntegerField(_("số dòng"), default=0)
    done = models.PositiveIntegerField(_("số dòng đã xem"), default=0)
    good = models.PositiveIntegerField(_("số dòng đúng và mới"), default=0)
    bad = models.PositiveIntegerField(_("số dòng có lỗi"), default=0)
    doubles = models.PositiveIntegerField(_("số dòng đã có"), default=0)
    written = models.PositiveIntegerField(_("số mục đã nhập"), default=0)
    #: The first good rows as they would be, until they are: title, number, day, unit.
    preview = models.JSONField(_("vài dòng đầu"), default=list, blank=True)
    told = models.TextField(_("vì sao dừng"), blank=True)
    sent_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=_("người nhập"), on_delete=models.PROTECT, related_name="+"
    )
    sent_at = models.DateTimeField(_("gửi tệp lúc"))
    #: Who let the worker do the step it is at: rights are theirs, and so is the entry of the chain.
    asked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("người cho làm bước này"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    ended_at = models.DateTimeField(_("xong lúc"), null=True, blank=True)
    #: The worker's last sign of life on this batch: another takes over when it grows old.
    beat_at = models.DateTimeField(null=True, blank=True, editable=False)

    class Meta:
        verbose_name = _("lần nhập từ bảng")
        verbose_name_plural = _("lần nhập từ bảng")
        ordering = ["-pk"]
        indexes = [models.Index(fields=["state", "id"], name="item_import_waiting")]
        constraints = [
            models.CheckConstraint(
                name="item_import_has_its_file",
                condition=~Q(state__in=[str(one) for one in HOLDING]) | ~Q(path=""),
            )
        ]

    def __str__(self):
        return self.name

    @property
    def is_running(self) -> bool:
        return self.state in (ImportState.CHECKING, ImportState.WRITING)

    @property
    def share(self) -> int:
        """How far the work has come, in percent."""
        return min(100, self.done * 100 // self.total) if self.total else 0


class ImportFinding(models.Model):
    """A cell that is wrong, or a row that the catalog has already."""

    batch = models.ForeignKey(ItemImport, verbose_name=_("lần nhập"), on_delete=models.CASCADE, related_name="findings")
    kind = models.CharField(_("loại"), max_length=10, choices=FindingKind)
    line = models.PositiveIntegerField(_("dòng"))
    column = models.CharField(_("cột"), max_length=100, blank=True)
    told = models.CharField(_("nội dung"), max_length=500)

    class Meta:
        verbose_name = _("điều thấy khi kiểm tra")
        verbose_name_plural = _("điều thấy khi kiểm tra")
        ordering = ["line", "pk"]
        indexes = [models.Index(fields=["batch", "kind", "line"], name="import_finding_listed")]

    def __str__(self):
        where = f"Dòng {self.line}, cột “{self.column}”" if self.column else f"Dòng {self.line}"
        return f"{where}: {self.told}"


class ImportedRow(models.Model):
    """Whence an item came: its batch, its row, and the key by which the same row is known when it comes again.

    It keeps digests only, so that an item whose content is taken away leaves nothing here.
    """

    batch = models.ForeignKey(ItemImport, verbose_name=_("lần nhập"), on_delete=models.PROTECT, related_name="rows")
    item = models.OneToOneField(
        InformationItem, verbose_name=_("mục"), on_delete=models.PROTECT, related_name="imported_row"
    )
    authority = models.ForeignKey(Authority, verbose_name=_("cơ quan"), on_delete=models.PROTECT, related_name="+")
    line = models.PositiveIntegerField(_("dòng"))
    key = models.CharField(_("khóa của dòng"), max_length=66)
    #: SHA-256 over the content as it was brought in.
    digest = models.CharField(_("dấu nội dung"), max_length=64)

    class Meta:
        verbose_name = _("dòng đã nhập")
        verbose_name_plural = _("dòng đã nhập")
        constraints = [models.UniqueConstraint(name="imported_row_once", fields=["authority", "key"])]

    def __str__(self):
        return f"{self.batch_id}, dòng {self.line}"


class ImportColumns(models.Model):
    """What an authority called its columns the last time: offered again for the next table."""

    authority = models.OneToOneField(
        Authority, verbose_name=_("cơ quan"), on_delete=models.CASCADE, related_name="import_columns"
    )
    columns = models.JSONField(_("cột nào là gì"), default=dict)

    class Meta:
        verbose_name = _("tên cột đã dùng")
        verbose_name_plural = _("tên cột đã dùng")

    def __str__(self):
        return str(self.authority_id)
