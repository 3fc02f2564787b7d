"""What was found broken of a public item: a file that is gone or not the one that was published, a link without answer."""

from datetime import date, timedelta

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from catalog.models.item import InformationItem
from catalog.models.parts import ItemFile, ItemLink

#: Calendar days after which the public is told: one bad night of a server is nobody's news.
DAYS_UNTIL_TOLD = 3


class FaultKind(models.TextChoices):
    """What is wrong."""

    MISSING = "MISSING", _("Tệp không còn trong kho")
    DAMAGED = "DAMAGED", _("Tệp bị thay đổi, không còn đúng bản đã công khai")
    GONE = "GONE", _("Địa chỉ không còn")
    FAILED = "FAILED", _("Trang đích báo lỗi")
    NO_ANSWER = "NO_ANSWER", _("Trang đích không trả lời")
    MOVED = "MOVED", _("Đã chuyển sang địa chỉ khác")


#: The reader still gets there.
HARMLESS = (FaultKind.MOVED,)


class FaultQuerySet(models.QuerySet):
    def standing(self):
        """Of what anyone may open today: the item is public, the part belongs to its present version."""
        is_now = Q(file__last_version=None) & Q(link__last_version=None)
        return self.filter(is_now, item__live=True)

    def told_on(self, day: date):
        """Broken for so long that the public page says so."""
        return self.standing().exclude(kind__in=HARMLESS).filter(since__lte=day - timedelta(days=DAYS_UNTIL_TOLD))


class Fault(models.Model):
    """One file or link that did not stand the last check; the row goes when a check finds it whole again."""

    item = models.ForeignKey(InformationItem, verbose_name=_("mục"), on_delete=models.CASCADE, related_name="faults")
    file = models.OneToOneField(
        ItemFile, verbose_name=_("tệp"), null=True, on_delete=models.CASCADE, related_name="fault"
    )
    link = models.OneToOneField(
        ItemLink, verbose_name=_("đường dẫn"), null=True, on_delete=models.CASCADE, related_name="fault"
    )
    kind = models.CharField(_("hỏng thế nào"), max_length=20, choices=FaultKind)
    status = models.PositiveSmallIntegerField(_("mã trả lời"), null=True)
    since = models.DateField(_("hỏng từ ngày"))
    checked_at = models.DateTimeField(_("kiểm tra lúc"))

    objects = FaultQuerySet.as_manager()

    class Meta:
        verbose_name = _("tệp, đường dẫn hỏng")
        verbose_name_plural = _("tệp, đường dẫn hỏng")
        ordering = ["since", "pk"]
        constraints = [
            models.CheckConstraint(
                name="fault_of_a_file_or_a_link",
                condition=Q(file__isnull=False, link=None) | Q(file=None, link__isnull=False),
            ),
        ]

    def __str__(self):
        return f"{self.item_id}: {self.kind}"

    @property
    def told_from(self) -> date:
        """The day from which the public page says so."""
        return self.since + timedelta(days=DAYS_UNTIL_TOLD)

    @property
    def name(self) -> str:
        return self.file.name if self.file_id else str(self.link)

    @property
    def is_harmless(self) -> bool:
        return self.kind in HARMLESS


def worst_of(item: InformationItem) -> date | None:
    """Since when the oldest fault stands that keeps a reader from something; None where all can be opened."""
    found = Fault.objects.filter(item=item).standing().exclude(kind__in=HARMLESS)
    return found.aggregate(first=models.Min(F("since")))["first"]
