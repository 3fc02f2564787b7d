"""The focal points of an authority, and what is still empty in them (L26 Điều 17.1.u: every field is compulsory)."""

from django.utils.translation import gettext as _

from cms.core.models import Authority, FocalPoint, Unit

COMPULSORY = ("officer_name", "officer_post", "address", "place", "phone", "email", "hours", "methods")


def of(authority: Authority) -> list[FocalPoint]:
    """The focal points of the units at work, the focal unit's first."""
    return list(
        FocalPoint.objects.filter(unit__authority=authority, unit__is_active=True)
        .select_related("unit")
        .order_by("-unit__is_focal", "unit__name")
    )


def gaps(authority: Authority) -> list[str]:
    """What keeps the focal points from being shown, one plain sentence each; empty when nothing is missing."""
    units = Unit.objects.filter(authority=authority, is_focal=True, is_active=True)
    if not units.exists():
        return [_("%s chưa có đơn vị đầu mối.") % authority.name]
    points = of(authority)
    if not any(point.unit.is_focal for point in points):
        return [_("%s chưa có người làm đầu mối.") % units.get().name]
    return [sentence for point in points if (sentence := _gap(point))]


def _gap(point):
    missing = [str(FocalPoint._meta.get_field(name).verbose_name) for name in COMPULSORY if not getattr(point, name)]
    if not missing:
        return ""
    return _("Đầu mối của %(unit)s còn thiếu: %(fields)s.") % {"unit": point.unit.name, "fields": ", ".join(missing)}
