"""Rule sets, calendar years and their changes in the log: read by all who work with due dates."""

from django.urls import reverse

from cms.audit.places import Place, PlaceKind, tell_of
from cms.law.models import AdoptedRuleSet, CalendarChange, CalendarYear
from cms.law.services.people import may_read

_SLUGS = ((AdoptedRuleSet, "quy-dinh"), (CalendarYear, "lich-nam"), (CalendarChange, "thay-doi-lich"))


def connect():
    """Tell the log of this room's things; called once, when the apps are ready."""
    for model, slug in _SLUGS:
        kind = PlaceKind(label=model._meta.verbose_name, places=_records(model, f"{slug}_modeladmin_inspect"))
        tell_of(model._meta.label_lower, kind)


def _records(model, url):
    def places(user, keys):
        if not may_read(user):
            return {}
        return {
            str(one.pk): Place(str(one), reverse(url, args=[one.pk]), True) for one in model.objects.filter(pk__in=keys)
        }

    return places
