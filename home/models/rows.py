"""What rows of a page have in common: their order, their file, the address behind them."""

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.models import Orderable

from cms.core.links import SecureURLField


def document_field(**kwargs) -> models.ForeignKey:
    """A file of the library; a file that a page shows cannot be thrown away under it."""
    return models.ForeignKey(
        "wagtaildocs.Document",
        **{"verbose_name": _("tệp"), "on_delete": models.PROTECT, "related_name": "+"} | kwargs,
    )


class Row(Orderable):
    """A row of a page, drafted and published with it."""

    class Meta(Orderable.Meta):
        abstract = True


class LinkedRow(Row):
    """A row that may point at a file of the library or at a secure address, or at neither."""

    document = document_field(null=True, blank=True)
    url = SecureURLField(_("hoặc đường dẫn"), blank=True)

    class Meta(Row.Meta):
        abstract = True

    def clean(self):
        super().clean()
        if self.document_id and self.url:
            raise ValidationError({"url": _("Chọn một tệp hoặc ghi một đường dẫn, không cả hai.")})

    @property
    def address(self) -> str:
        """Where the row leads; empty where it leads nowhere."""
        return self.document.url if self.document_id else self.url
