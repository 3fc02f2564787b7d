"""Public service units that must give information themselves (L26 Điều 1, 10.1, 11.5)."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from catalog.choices import ServiceField
from cms.core.history import Audited, AuditedQuerySet, records
from cms.core.models import Authority

PEOPLE = {"on_delete": models.PROTECT, "related_name": "+"}


class PublicServiceUnitQuerySet(AuditedQuerySet):
    def listed(self):
        """Confirmed by a second person and still bound: what the public list shows."""
        return self.filter(confirmed_by__isnull=False, is_active=True)


class PublicServiceUnit(Audited):
    """A row of the list of units bound by the law; entered by one person, confirmed by another."""

    authority = models.ForeignKey(
        Authority, verbose_name=_("cơ quan lập danh sách"), on_delete=models.PROTECT, related_name="service_units"
    )
    #: The unit itself, where it works in this installation.
    own_authority = models.ForeignKey(
        Authority,
        verbose_name=_("trang của đơn vị"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="listed_as",
    )
    name = models.CharField(_("tên đơn vị"), max_length=200)
    name_order = models.CharField(max_length=480, editable=False)
    field = models.CharField(_("lĩnh vực"), max_length=20, choices=ServiceField)
    service = models.CharField(_("dịch vụ công cơ bản, thiết yếu"), max_length=300)
    address = models.CharField(_("địa chỉ"), max_length=300)
    phone = models.CharField(_("điện thoại"), max_length=30, blank=True)
    email = models.EmailField(_("thư điện tử"), blank=True)
    website = models.URLField(_("trang thông tin"), blank=True)
    is_active = models.BooleanField(_("đang trong danh sách"), default=True)
    entered_by = models.ForeignKey(settings.AUTH_USER_MODEL, verbose_name=_("người nhập"), **PEOPLE)
    entered_at = models.DateTimeField(_("nhập lúc"))
    confirmed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=_("người xác nhận"), null=True, blank=True, **PEOPLE
    )
    confirmed_at = models.DateTimeField(_("xác nhận lúc"), null=True, blank=True)

    history = records(excluded_fields=["name_order"])
    objects = PublicServiceUnitQuerySet.as_manager()

    class Meta:
        verbose_name = _("đơn vị sự nghiệp công lập")
        verbose_name_plural = _("đơn vị sự nghiệp công lập")
        ordering = ["authority", "name_order"]
        constraints = [
            models.UniqueConstraint(name="service_unit_once", fields=["authority", "name"]),
            models.CheckConstraint(
                name="service_unit_confirmed_by_another",
                condition=Q(confirmed_by=None, confirmed_at=None)
                | (Q(confirmed_by__isnull=False, confirmed_at__isnull=False) & ~Q(confirmed_by=F("entered_by"))),
            ),
        ]

    def __str__(self):
        return self.name
