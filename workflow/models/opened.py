"""Which answer a public edition was made from: known to staff, never to the public (readings.md 8.1)."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from catalog.models import InformationItem
from cms.core.history import Audited, records
from workflow.models.request import InformationRequest


class OpenedAnswer(Audited):
    """One answer given to one citizen, opened to all as an item of the catalog."""

    info_request = models.ForeignKey(
        InformationRequest, verbose_name=_("hồ sơ"), on_delete=models.PROTECT, related_name="opened_answers"
    )
    #: No way back from the item: what is public must not lead to the case.
    item = models.OneToOneField(
        InformationItem, verbose_name=_("mục thông tin"), on_delete=models.PROTECT, related_name="+"
    )
    opened_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=_("người soạn"), on_delete=models.PROTECT, related_name="+"
    )
    opened_at = models.DateTimeField(_("soạn lúc"))

    history = records()

    class Meta:
        verbose_name = _("câu trả lời mở cho mọi người")
        verbose_name_plural = _("câu trả lời mở cho mọi người")
        ordering = ["pk"]

    def __str__(self):
        return str(self.item)
