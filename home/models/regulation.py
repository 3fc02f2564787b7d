"""The internal regulation: a published document with its versions, and what the desk takes from it.

L16 Điều 34.1.h and D18 Điều 12.1 oblige every authority to issue it and to publish it.
"""

from datetime import date

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, InlinePanel

from cms.core.dates import short, today
from home import parameters
from home.models.base import AuthorityContent
from home.models.rows import Row, document_field


class Relation(models.TextChoices):
    """What a version does to the one before it."""

    REPLACES = "REPLACES", _("Thay thế bản trước")
    AMENDS = "AMENDS", _("Sửa đổi, bổ sung bản trước")


class RegulationPage(AuthorityContent):
    """The regulation in force, the earlier ones, and the choices in it that the software follows."""

    content_panels = [
        *AuthorityContent.content_panels,
        InlinePanel("versions", heading=_("Các bản quy chế"), min_num=1),
    ]

    class Meta:
        verbose_name = _("trang quy chế nội bộ")

    def get_context(self, request, *args, **kwargs):
        authority = getattr(request, "authority", None)
        versions = self.versions_on(today())
        return super().get_context(request, *args, **kwargs) | {
            "versions": versions,
            "current": next((version for version in versions if version.is_in_force), None),
            "parameters": parameters.of(authority) if authority else [],
        }

    def versions_on(self, day: date) -> list["RegulationVersion"]:
        """Newest first; each with `is_in_force` and `standing` in words, as they are on that day."""
        rows = sorted(self.versions.select_related("document"), key=lambda row: row.effective_from)
        for place, row in enumerate(rows):
            later = next((one for one in rows[place + 1 :] if one.relation == Relation.REPLACES), None)
            row.is_in_force = row.effective_from <= day and (later is None or later.effective_from > day)
            row.standing = _standing(row, later, day)
        return rows[::-1]

    def publish_problems(self):
        return [] if self.versions.all() else [_("Trang quy chế cần ít nhất một bản, có tệp kèm theo.")]


class RegulationVersion(Row):
    """One issued text of the regulation."""

    page = ParentalKey(RegulationPage, on_delete=models.CASCADE, related_name="versions")
    number = models.CharField(_("số, ký hiệu"), max_length=60, help_text=_("Ví dụ: 41/QĐ-UBND"))
    title = models.CharField(_("trích yếu"), max_length=300)
    issued_on = models.DateField(_("ngày ban hành"))
    effective_from = models.DateField(_("có hiệu lực từ ngày"))
    relation = models.CharField(_("so với bản trước"), max_length=10, choices=Relation, default=Relation.REPLACES)
    document = document_field()

    panels = [FieldPanel(name) for name in ("number", "title", "issued_on", "effective_from", "relation", "document")]

    class Meta(Row.Meta):
        verbose_name = _("bản quy chế")
        verbose_name_plural = _("các bản quy chế")

    def __str__(self):
        return self.number

    def clean(self):
        super().clean()
        if self.issued_on and self.effective_from and self.effective_from < self.issued_on:
            raise ValidationError({"effective_from": _("Quy chế không thể có hiệu lực trước ngày ban hành.")})


def _standing(row, later, day) -> str:
    if row.effective_from > day:
        return _("Áp dụng từ %s") % short(row.effective_from)
    if later is None:
        return _("Đang áp dụng")
    words = {"number": later.number, "day": short(later.effective_from)}
    if later.effective_from > day:
        return _("Đang áp dụng; được thay thế bằng %(number)s từ %(day)s") % words
    return _("Được thay thế bằng %(number)s từ %(day)s") % words
