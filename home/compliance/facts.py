"""What there is, read for many authorities at once: the number of queries does not grow with theirs."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from django.db.models import Max

from cms.core.authority_url import focal_of, with_focal
from cms.core.dates import local_day
from cms.core.models import Authority, FocalPoint
from home.compliance import list_facts, page_facts
from home.compliance.list_facts import ListFacts
from home.compliance.page_facts import PageFact
from home.models.compliance import ObligationRecord, SeatMeans


@dataclass
class Facts:
    """Everything the obligations of one authority are judged by."""

    authority: Authority
    day: date
    focal: FocalPoint | None = None
    focal_changed_on: date | None = None
    means: SeatMeans | None = None
    means_changed_on: date | None = None
    lists: ListFacts = field(default_factory=ListFacts)
    pages: dict[str, PageFact] = field(default_factory=dict)
    records: dict[str, ObligationRecord] = field(default_factory=dict)


def of(authorities: Iterable[Authority], day: date) -> list[Facts]:
    """The facts of these authorities, in their order."""
    keys = [authority.pk for authority in authorities]
    read = {authority.pk: authority for authority in with_focal(Authority.objects.filter(pk__in=keys))}
    found = {key: Facts(read[key], day) for key in keys}
    _add_focal_points(found)
    _add_means(found)
    for record in ObligationRecord.objects.filter(authority__in=keys).select_related("unit", "reviewed_by"):
        found[record.authority_id].records[record.obligation] = record
    for key, pages in page_facts.of(keys, day).items():
        found[key].pages = pages
    for key, lists in list_facts.of(keys, day).items():
        found[key].lists = lists
    return list(found.values())


def _add_focal_points(found: dict[int, Facts]) -> None:
    points = {}
    for facts in found.values():
        facts.focal = focal_of(facts.authority)
        if facts.focal:
            points[facts.focal.pk] = facts
    for key, changed in _last_changes(FocalPoint, points):
        points[key].focal_changed_on = local_day(changed)


def _add_means(found: dict[int, Facts]) -> None:
    by_key = {}
    for means in SeatMeans.objects.filter(authority__in=found):
        found[means.authority_id].means = means
        by_key[means.pk] = found[means.authority_id]
    for key, changed in _last_changes(SeatMeans, by_key):
        by_key[key].means_changed_on = local_day(changed)


def _last_changes(model, keys):
    rows = model.history.filter(id__in=list(keys)).order_by()
    return rows.values_list("id").annotate(changed=Max("history_date"))


def grouped(rows: Iterable[tuple]) -> dict:
    """Rows by their first column."""
    found = defaultdict(list)
    for key, *rest in rows:
        found[key].append(rest)
    return found
