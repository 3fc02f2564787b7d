"""A reorganisation: the successor has what the former body made and held (L26 Điều 31.1). Codes and versions stay."""

from django.utils.translation import gettext as _

from catalog import entries, item_entries
from catalog.models import InformationItem, ItemGroup, PublicEntry, PublicServiceUnit

REASON = _("Sắp xếp cơ quan")


def held_by(authority):
    """Every item of the authority, drafts and marks among them."""
    return InformationItem.objects.filter(authority=authority)


def pass_on(*, former, successor, by) -> list:
    """Hand over items, groups and the list of service units, in the caller's transaction; returns the history rows."""
    rows = []
    taken = set(ItemGroup.objects.filter(authority=successor).values_list("name", flat=True))
    for group in ItemGroup.objects.filter(authority=former):
        if group.name in taken:
            group.name = f"{group.name[:120]} ({former.short_name[:70]})"
        rows += _save(group, successor, by)
    listed = set(PublicServiceUnit.objects.filter(authority=successor).values_list("name", flat=True))
    for unit in PublicServiceUnit.objects.filter(authority=former).exclude(name__in=listed):
        rows += _save(unit, successor, by)
    for item in held_by(former).select_for_update(of=("self",)).order_by("pk"):
        item.version += 1
        rows += _save(item, successor, by)
        if item.live:
            item_entries.put(item, list(item.files.current()))
    # Pages and the like of the former body: found no more, for its addresses lead elsewhere.
    for key in PublicEntry.objects.filter(authority=former).values_list("key", flat=True):
        entries.drop(key)
    return rows


def _save(record, successor, by) -> list:
    record.authority = successor
    record.save(by=by, reason=REASON)
    return record.saved_rows()
