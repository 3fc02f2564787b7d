"""Whether an authority asks its people for a second factor. It does, until it has said otherwise, and why."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from cms.core.history import Audited, records
from cms.core.models.authority import Authority


class FactorChoice(Audited):
    """An authority's own choice; no row means that the second factor is required."""

    authority = models.OneToOneField(
        Authority, verbose_name=_("cơ quan"), on_delete=models.PROTECT, related_name="factor_choice"
    )
    is_waived = models.BooleanField(_("không bắt buộc xác thực hai lớp"), default=False)

    history = records()

    class Meta:
        verbose_name = _("lựa chọn về xác thực hai lớp")
        verbose_name_plural = _("lựa chọn về xác thực hai lớp")

    def __str__(self):
        return f"{self.authority}: {_('không bắt buộc') if self.is_waived else _('bắt buộc')}"
