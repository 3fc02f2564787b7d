"""The focal point in the same statement as the form or the case that is read: it stands on every page."""

from django.db.models import FilteredRelation, Q, QuerySet

from cms.core.authority_url import focal_of


def with_authority(rows: QuerySet) -> QuerySet:
    """Rows that have an authority, with it, its focal unit and that unit's focal point."""
    return rows.alias(
        focal_unit=FilteredRelation(
            "authority__units", condition=Q(authority__units__is_focal=True, authority__units__is_active=True)
        )
    ).select_related("authority", "focal_unit__focal_point")


def authority_of(row):
    """The row's authority, with `focal` as cms.core.authority_url gives it; reads nothing."""
    authority, unit = row.authority, getattr(row, "focal_unit", None)
    authority.focal_unit_id = unit.pk if unit else None
    authority.focal_unit = unit
    focal_of(authority)
    return authority
