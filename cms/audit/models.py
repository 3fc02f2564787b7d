"""The record itself: entries that only ever follow one another, their head, and what of them may be erased."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from cms.audit.chain import GENESIS
from cms.audit.notes import PublicKey
from cms.core.models import Mail


class Head(models.Model):
    """Where the chain ends. One row; locking it is what keeps writers from forking the chain."""

    ONLY = 1

    id = models.PositiveSmallIntegerField(primary_key=True, default=ONLY)
    seq = models.PositiveBigIntegerField(_("số cuối"), default=0)
    hash = models.CharField(_("dấu niêm cuối"), max_length=64, default=GENESIS.hex())
    at = models.DateTimeField(_("thời điểm ghi cuối"), null=True, blank=True)

    class Meta:
        verbose_name = _("đầu chuỗi nhật ký")
        verbose_name_plural = _("đầu chuỗi nhật ký")
        constraints = [models.CheckConstraint(name="audit_head_is_one_row", condition=Q(id=1))]

    def __str__(self):
        return f"{self.seq}:{self.hash}"


class Entry(models.Model):
    """One act. `payload` holds the sealed bytes; every other column repeats it, for look-ups only.

    No foreign key: an entry must outlive what it tells of. The database refuses to change or delete one (guards.py).
    """

    seq = models.PositiveBigIntegerField(_("số"), primary_key=True)
    prev_hash = models.CharField(_("dấu niêm trước"), max_length=64)
    hash = models.CharField(_("dấu niêm"), max_length=64, unique=True)
    payload = models.BinaryField(_("nội dung đã niêm"))
    kind = models.CharField(_("việc"), max_length=80)
    at = models.DateTimeField(_("thời điểm"))
    actor_id = models.BigIntegerField(_("khóa người thực hiện"), null=True, blank=True)
    authority_code = models.CharField(_("mã cơ quan"), max_length=40, blank=True)
    subject_type = models.CharField(_("loại đối tượng"), max_length=100, blank=True)
    subject_id = models.CharField(_("khóa đối tượng"), max_length=64, blank=True)

    class Meta:
        verbose_name = _("bản ghi nhật ký")
        verbose_name_plural = _("nhật ký")
        ordering = ["seq"]
        indexes = [
            models.Index(name="audit_entry_by_subject", fields=["subject_type", "subject_id", "seq"]),
            models.Index(name="audit_entry_by_authority", fields=["authority_code", "seq"]),
            # The log is read by time, newest first, narrowed to an authority, a kind or a person.
            models.Index(name="audit_entry_authority_time", fields=["authority_code", "at", "seq"]),
            models.Index(name="audit_entry_kind_time", fields=["kind", "at", "seq"]),
            models.Index(name="audit_entry_actor_time", fields=["actor_id", "at", "seq"]),
            models.Index(name="audit_entry_time", fields=["at", "seq"]),
        ]

    def __str__(self):
        return f"{self.seq} {self.kind}"


class EntryNote(models.Model):
    """The words of an entry that a person may ask to have erased; the chain keeps a commitment to them only.

    `salt` is this entry's own, used where its subject has none (`audit_salt`).
    """

    entry = models.OneToOneField(Entry, primary_key=True, on_delete=models.DO_NOTHING, related_name="note")
    reason = models.TextField(_("lý do"), blank=True)
    address = models.GenericIPAddressField(_("địa chỉ mạng"), null=True, blank=True)
    salt = models.BinaryField(_("muối"), default=bytes)

    class Meta:
        verbose_name = _("lời ghi của nhật ký")
        verbose_name_plural = _("lời ghi của nhật ký")

    def __str__(self):
        return str(self.entry_id)


class Erasure(models.Model):
    """What an erasing entry names, one row each, for look-ups; believed only where that entry's payload agrees."""

    name = models.CharField(_("dòng đã xóa"), max_length=120)
    entry = models.ForeignKey(Entry, on_delete=models.DO_NOTHING, related_name="erasures")

    class Meta:
        verbose_name = _("dấu xóa")
        verbose_name_plural = _("dấu xóa")
        indexes = [models.Index(name="audit_erasure_by_name", fields=["name"])]

    def __str__(self):
        return self.name


class RowShape(models.Model):
    """Which columns of a history row its digest covers, as of some release. Its name is the hash of its text.

    Kept at every migration, so that rows sealed by an earlier release can be checked by a later one.
    """

    name = models.CharField(_("tên"), max_length=32, primary_key=True)
    text = models.BinaryField(_("các cột"))

    class Meta:
        verbose_name = _("khuôn dòng lịch sử")
        verbose_name_plural = _("khuôn dòng lịch sử")

    def __str__(self):
        return self.name


class CheckpointKey(models.Model):
    """A key that has signed checkpoints, its public half only; kept for good, newest last."""

    key_id = models.CharField(_("mã khóa"), max_length=8, unique=True)
    name = models.CharField(_("tên khóa"), max_length=100)
    raw = models.CharField(_("khóa công khai"), max_length=64)
    adopted_at = models.DateTimeField(_("dùng từ"))
    #: The signature of the key before over this one; empty for the first, and where that key was lost.
    endorsement = models.CharField(_("chữ ký của khóa trước"), max_length=120, blank=True)

    class Meta:
        verbose_name = _("khóa ký điểm kiểm chứng")
        verbose_name_plural = _("khóa ký điểm kiểm chứng")

    def __str__(self):
        return str(self.public)

    @property
    def public(self) -> PublicKey:
        return PublicKey(self.name, bytes.fromhex(self.raw))


class Checkpoint(models.Model):
    """The head of the chain as it was signed at one moment. `text` is the signed note, whole: what witnesses receive."""

    class Cause(models.TextChoices):
        HOUR = "HOUR", _("Mỗi giờ")
        LETTER = "LETTER", _("Sau khi phát hành văn bản")
        DAY = "DAY", _("Mỗi ngày, khi không có bản ghi mới")
        ASKED = "ASKED", _("Theo yêu cầu")

    number = models.PositiveBigIntegerField(_("điểm số"), primary_key=True)
    seq = models.PositiveBigIntegerField(_("số bản ghi"))
    hash = models.CharField(_("dấu niêm cuối"), max_length=64)
    at = models.DateTimeField(_("ký lúc"))
    key = models.ForeignKey(CheckpointKey, verbose_name=_("khóa"), on_delete=models.PROTECT, related_name="+")
    cause = models.CharField(_("vì sao"), max_length=10, choices=Cause)
    text = models.TextField(_("văn bản đã ký"))

    class Meta:
        verbose_name = _("điểm kiểm chứng")
        verbose_name_plural = _("điểm kiểm chứng")
        ordering = ["-number"]
        constraints = [
            models.CheckConstraint(name="audit_checkpoint_covers_an_entry", condition=Q(seq__gte=1, number__gte=1))
        ]

    def __str__(self):
        return f"{self.number}: {self.seq}"


class SavedLogView(models.Model):
    """One person's own way of looking at the log, under a name. It grants nothing: the gate answers whoever opens it."""

    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=_("người"), on_delete=models.PROTECT, related_name="saved_log_views"
    )
    name = models.CharField(_("tên cách xem"), max_length=40)
    query = models.CharField(_("điều kiện"), max_length=500)

    class Meta:
        verbose_name = _("cách xem nhật ký")
        verbose_name_plural = _("cách xem nhật ký")
        ordering = ["name", "pk"]
        constraints = [models.UniqueConstraint(name="saved_log_view_once_a_name", fields=["person", "name"])]

    def __str__(self):
        return self.name


class Delivery(models.Model):
    """One checkpoint on its way to one witness, and what came of it. Evidence is what the witness keeps, not this row."""

    class Kind(models.TextChoices):
        MAIL = "MAIL", _("Thư điện tử")
        PUT = "PUT", _("Máy chủ khác")
        PAPER = "PAPER", _("Bản in")

    checkpoint = models.ForeignKey(
        Checkpoint, verbose_name=_("điểm kiểm chứng"), on_delete=models.PROTECT, related_name="deliveries"
    )
    kind = models.CharField(_("cách giao"), max_length=10, choices=Kind)
    #: A mailbox, a folder's address, or the account of who printed it.
    to = models.CharField(_("nơi giữ"), max_length=300)
    mail = models.ForeignKey(Mail, verbose_name=_("thư"), null=True, on_delete=models.SET_NULL, related_name="+")
    created_at = models.DateTimeField(_("lập lúc"))
    tries = models.PositiveSmallIntegerField(_("số lần thử"), default=0)
    next_try_at = models.DateTimeField(_("lần thử tới"))
    done_at = models.DateTimeField(_("giao xong lúc"), null=True, blank=True)
    failed_at = models.DateTimeField(_("bỏ cuộc lúc"), null=True, blank=True)
    error = models.CharField(_("lỗi gần nhất"), max_length=100, blank=True)

    class Meta:
        verbose_name = _("lần giao điểm kiểm chứng")
        verbose_name_plural = _("lần giao điểm kiểm chứng")
        ordering = ["-pk"]
        constraints = [
            models.UniqueConstraint(
                name="audit_one_delivery_on_its_way",
                fields=["kind", "to"],
                condition=Q(done_at=None, failed_at=None),
            ),
            models.CheckConstraint(name="audit_delivery_ends_once", condition=Q(done_at=None) | Q(failed_at=None)),
        ]
        indexes = [models.Index(name="audit_delivery_by_end", fields=["done_at"])]

    def __str__(self):
        return f"{self.checkpoint_id} → {self.to}"
