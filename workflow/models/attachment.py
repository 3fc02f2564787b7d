"""Files of a case: sent by the requester or given to them; in quarantine until found clean (S10)."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from cms.core.history import Audited, AuditedQuerySet, records
from workflow.choices import FileRole, FileState, Hidden, HiddenPlace, Inspection, Making, Settled
from workflow.models.request import InformationRequest, Piece


class AttachmentQuerySet(AuditedQuerySet):
    def to_release(self):
        """Answers that two people have not both checked yet."""
        return self.filter(role=FileRole.ANSWER, removed_at=None).filter(Q(checked_by=None) | Q(released_by=None))

    def released(self):
        """Checked by the originating unit and by the focal unit: may be handed over (readings.md 8.1; D18 Điều 7)."""
        found = self.filter(role=FileRole.ANSWER, removed_at=None, released_by__isnull=False, state=FileState.CLEAN)
        return found.filter(inspection=Inspection.CLEAR)

    def inspected(self):
        """Answers in which nothing hides any more: people may look at them now."""
        return self.filter(role=FileRole.ANSWER, removed_at=None, inspection=Inspection.CLEAR)

    def held(self):
        """Answers in which something was found that nobody has settled."""
        return self.filter(role=FileRole.ANSWER, removed_at=None, inspection=Inspection.HELD)


class Attachment(Audited):
    """One stored file. Its path is random; its name is only shown and offered when saving."""

    personal_fields = ("name",)
    quiet_fields = ("path", "content_type", "size", "sha256")

    info_request = models.ForeignKey(
        InformationRequest, verbose_name=_("hồ sơ"), on_delete=models.PROTECT, related_name="attachments"
    )
    piece = models.ForeignKey(
        Piece, verbose_name=_("mục"), null=True, blank=True, on_delete=models.PROTECT, related_name="attachments"
    )
    role = models.CharField(_("là"), max_length=20, choices=FileRole)
    name = models.CharField(_("tên tệp"), max_length=150)
    path = models.CharField(_("nơi giữ"), max_length=100, unique=True, editable=False)
    content_type = models.CharField(_("loại tệp"), max_length=100)
    size = models.PositiveBigIntegerField(_("dung lượng (byte)"))
    sha256 = models.CharField(_("dấu nội dung"), max_length=64)
    state = models.CharField(_("kiểm tra"), max_length=20, choices=FileState, default=FileState.QUARANTINE)
    scanned_at = models.DateTimeField(_("kiểm tra lúc"), null=True, blank=True)
    added_at = models.DateTimeField(_("nhận lúc"))
    added_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("người thêm"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    # Secrecy and hidden data: the originating unit first, the focal unit second (D18 Điều 7.1, 7.2).
    checked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("đơn vị chủ trì đã kiểm tra"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    checked_at = models.DateTimeField(_("kiểm tra bí mật lúc"), null=True, blank=True)
    released_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("đầu mối cho giao"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    released_at = models.DateTimeField(_("cho giao lúc"), null=True, blank=True)
    removed_at = models.DateTimeField(_("bỏ lúc"), null=True, blank=True)
    # The gate (decision 0019): nothing is given that was not inspected, or with something open.
    inspection = models.CharField(_("tìm dữ liệu ẩn"), max_length=10, choices=Inspection, blank=True)
    inspected_at = models.DateTimeField(_("tìm dữ liệu ẩn lúc"), null=True, blank=True)
    was_found = models.BooleanField(_("từng có dữ liệu ẩn"), default=False)
    made_from = models.ForeignKey(
        "self", verbose_name=_("làm từ"), null=True, blank=True, on_delete=models.PROTECT, related_name="made"
    )
    making = models.CharField(_("cách làm"), max_length=10, choices=Making, blank=True)
    brought_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("người đưa bản gốc"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    #: Pages of a PDF that became pictures: their text must be given in another way to who cannot see them.
    pictured = models.JSONField(_("trang thành ảnh"), default=list, blank=True)

    history = records()
    objects = AttachmentQuerySet.as_manager()

    class Meta:
        verbose_name = _("tệp")
        verbose_name_plural = _("tệp")
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                name="release_by_two_people",
                condition=Q(released_by=None) | (Q(checked_by__isnull=False) & ~Q(released_by=F("checked_by"))),
            ),
            # Where something was found, the second person is neither who added the file nor who brought the original.
            models.CheckConstraint(
                name="found_release_by_an_outsider",
                condition=Q(released_by=None)
                | Q(was_found=False)
                | (
                    (Q(added_by=None) | ~Q(released_by=F("added_by")))
                    & (Q(brought_by=None) | ~Q(released_by=F("brought_by")))
                ),
            ),
            models.CheckConstraint(
                name="made_file_says_how",
                condition=Q(made_from=None, making="") | (Q(made_from__isnull=False) & ~Q(making="")),
            ),
        ]

    def __str__(self):
        return self.name

    @property
    def is_released(self) -> bool:
        """What `released()` asks of the database, of a row that was read already."""
        is_whole = self.role == FileRole.ANSWER and self.removed_at is None and self.released_by_id is not None
        return is_whole and self.state == FileState.CLEAN and self.inspection == Inspection.CLEAR

    @property
    def is_unscanned(self) -> bool:
        """Usable although no scanner has looked for malware: there is none."""
        return self.state == FileState.CLEAN and self.scanned_at is None

    @property
    def is_passed(self) -> bool:
        """Inspected, and nothing of what was found is open."""
        return self.inspection == Inspection.CLEAR


class FileFinding(Audited):
    """Something that hides in a file to be given: what, where, and what became of it."""

    personal_fields = ("at", "reason")

    attachment = models.ForeignKey(
        Attachment, verbose_name=_("tệp"), on_delete=models.PROTECT, related_name="file_findings"
    )
    kind = models.CharField(_("dữ liệu ẩn"), max_length=30, choices=Hidden)
    place = models.CharField(_("loại nơi"), max_length=10, choices=HiddenPlace)
    at = models.CharField(_("nơi"), max_length=200, blank=True)
    holds = models.BooleanField(_("giữ tệp lại"))
    found_at = models.DateTimeField(_("thấy lúc"))
    settled = models.CharField(_("đã xử lý"), max_length=10, choices=Settled, blank=True)
    settled_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("người xử lý"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    settled_at = models.DateTimeField(_("xử lý lúc"), null=True, blank=True)
    reason = models.CharField(_("lý do"), max_length=1000, blank=True)
    # The second person, when the file is released.
    confirmed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("người xác nhận"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    confirmed_at = models.DateTimeField(_("xác nhận lúc"), null=True, blank=True)

    history = records()

    class Meta:
        verbose_name = _("dữ liệu ẩn trong tệp")
        verbose_name_plural = _("dữ liệu ẩn trong tệp")
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                name="finding_settled_by_somebody",
                condition=Q(settled="", settled_by=None, settled_at=None)
                | (~Q(settled="") & Q(settled_by__isnull=False, settled_at__isnull=False)),
            ),
            models.CheckConstraint(
                name="only_what_tells_may_be_meant",
                condition=~Q(settled=Settled.MEANT) | (Q(holds=False) & ~Q(reason="")),
            ),
            models.CheckConstraint(
                name="finding_confirmed_by_another",
                condition=Q(confirmed_by=None, confirmed_at=None)
                | (
                    Q(confirmed_by__isnull=False, confirmed_at__isnull=False)
                    & ~Q(settled="")
                    & ~Q(confirmed_by=F("settled_by"))
                ),
            ),
        ]

    def __str__(self):
        return f"{self.get_kind_display()}: {self.where}"

    @property
    def where(self) -> str:
        """Its place in words: "trang 2", "ô Lương!B3"."""
        if not self.at:
            return str(self.get_place_display())
        return f"{self.get_place_display()} {self.at}"


class WithheldPart(Audited):
    """What a person took out of the copy that is given, and on which ground (D18 Điều 7.2; L26 Điều 10.4)."""

    personal_fields = ("place", "what")

    attachment = models.ForeignKey(
        Attachment, verbose_name=_("bản đã che"), on_delete=models.PROTECT, related_name="withheld_parts"
    )
    place = models.CharField(_("ở đâu"), max_length=200)
    what = models.CharField(_("đã bỏ gì"), max_length=500)
    ground = models.CharField(_("căn cứ"), max_length=30)
    article = models.CharField(_("điều luật"), max_length=100, blank=True)

    history = records()

    class Meta:
        verbose_name = _("phần đã che")
        verbose_name_plural = _("phần đã che")
        ordering = ["pk"]

    def __str__(self):
        return f"{self.place}: {self.what}"
