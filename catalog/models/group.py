"""Groups of an authority's items, and what a new item of the group begins with."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from catalog.choices import InfoClass, UpdateCycle
from cms.core.history import Audited, AuditedQuerySet, records
from cms.core.models import Authority, Unit
from cms.law import choices as law


class ItemGroup(Audited):
    """Nhóm thông tin, at most two levels: its defaults make entering a document quick (standards.md 4.2)."""

    authority = models.ForeignKey(
        Authority, verbose_name=_("cơ quan"), on_delete=models.PROTECT, related_name="item_groups"
    )
    parent = models.ForeignKey(
        "self",
        verbose_name=_("thuộc nhóm"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="children",
    )
    name = models.CharField(_("tên nhóm"), max_length=200)
    info_class = models.CharField(_("loại thông tin"), max_length=20, choices=InfoClass, default=InfoClass.MUST_PUBLISH)
    category = models.CharField(_("điểm của Điều 17.1"), max_length=20, blank=True)
    unit = models.ForeignKey(
        Unit, verbose_name=_("đơn vị tạo ra"), null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    legal_basis = models.CharField(_("căn cứ pháp lý"), max_length=300, blank=True)
    forms = models.CharField(_("hình thức công khai"), max_length=200, default=" PORTAL ")
    event = models.CharField(_("sự kiện bắt đầu thời hạn"), max_length=200, default="ngày tạo ra thông tin")
    term_amount = models.PositiveSmallIntegerField(_("thời hạn phải công khai"), null=True, blank=True)
    term_unit = models.CharField(
        _("đơn vị thời hạn"), max_length=20, blank=True, choices=[(unit.value, unit.label) for unit in law.Unit]
    )
    posting_days = models.PositiveSmallIntegerField(_("công khai trong (ngày)"), null=True, blank=True)
    until_words = models.CharField(_("thời hạn công khai"), max_length=100, default="Thường xuyên")
    update_cycle = models.CharField(
        _("chu kỳ cập nhật"), max_length=20, choices=UpdateCycle, default=UpdateCycle.ON_CHANGE
    )
    names_people = models.BooleanField(_("có nêu tên người"), default=False)
    permitted_fields = models.CharField(_("các cột được phép công khai"), max_length=300, blank=True)
    is_active = models.BooleanField(_("đang dùng"), default=True)

    history = records()
    objects = AuditedQuerySet.as_manager()

    class Meta:
        verbose_name = _("nhóm thông tin")
        verbose_name_plural = _("nhóm thông tin")
        ordering = ["authority", "name"]
        constraints = [
            models.UniqueConstraint(name="item_group_once", fields=["authority", "name"]),
            models.CheckConstraint(name="item_group_not_its_own_parent", condition=Q(parent=None) | ~Q(parent=F("id"))),
            models.CheckConstraint(
                name="item_group_term_has_unit",
                condition=Q(term_amount=None, term_unit="") | (Q(term_amount__isnull=False) & ~Q(term_unit="")),
            ),
        ]

    def __str__(self):
        return self.name
