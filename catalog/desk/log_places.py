"""Items of the catalog in the log: seen through the catalog's gate, found by their code."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from catalog import access
from catalog.models import InformationItem
from cms.audit.places import Place, PlaceKind, tell_of


def connect():
    """Tell the log of this room's things; called once, when the apps are ready."""
    tell_of(InformationItem._meta.label_lower, PlaceKind(label=_("mục thông tin"), places=_items, find=_find))


def _items(user, keys):
    found = access.readable(user, InformationItem.objects.filter(pk__in=keys))
    return {
        str(item.pk): Place(f"{item.code} {item.title}".strip(), reverse("catalog_desk:item", args=[item.code]), True)
        for item in found
    }


def _find(user, text):
    return access.readable(user, InformationItem.objects.filter(code__iexact=text.strip())).values_list("pk", flat=True)
