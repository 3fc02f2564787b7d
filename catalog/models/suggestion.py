"""How often the request form's suggestions helped: counted by day and authority, never by person or question."""

from datetime import date

from django.db import IntegrityError, models, transaction
from django.db.models import F
from django.utils.translation import gettext_lazy as _

from cms.core.models import Authority


class SuggestionDay(models.Model):
    """Forms of one day: offered something, opened something, and then not sent. Nothing else of them is kept here."""

    authority = models.ForeignKey(
        Authority, verbose_name=_("cơ quan"), on_delete=models.CASCADE, related_name="suggestion_days"
    )
    day = models.DateField(_("ngày"))
    shown = models.PositiveIntegerField(_("phiếu có gợi ý"), default=0)
    opened = models.PositiveIntegerField(_("phiếu đã mở gợi ý"), default=0)
    unsent = models.PositiveIntegerField(_("phiếu mở gợi ý rồi không gửi"), default=0)

    class Meta:
        verbose_name = _("gợi ý trong ngày")
        verbose_name_plural = _("gợi ý theo ngày")
        ordering = ["-day"]
        constraints = [models.UniqueConstraint(name="suggestion_day_once", fields=["authority", "day"])]

    def __str__(self):
        return f"{self.authority_id}, {self.day}"


def count(authority_id: int, day: date, column: str, amount: int = 1) -> None:
    """Add to a column of the day; two at once both count."""
    rows = SuggestionDay.objects.filter(authority=authority_id, day=day)
    if rows.update(**{column: F(column) + amount}):
        return
    try:
        with transaction.atomic():
            SuggestionDay.objects.create(authority_id=authority_id, day=day, **{column: amount})
    except IntegrityError:
        rows.update(**{column: F(column) + amount})
