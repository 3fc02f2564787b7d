"""What stands in the lists of many authorities: rows that anybody can see, rows that are late, rows nobody has opened."""

from dataclasses import dataclass, field
from datetime import date

from django.db.models import Count, F, Max, Min, Q
from django.db.models.functions import Coalesce

from catalog import queries
from catalog.choices import OPEN_CLASSES, InfoClass, ItemState
from catalog.models import InformationItem, PublicServiceUnit
from cms.core.dates import local_day
from cms.law.choices import DutyKind
from cms.law.errors import LawError
from cms.law.services import current_calendar, rule_set_on
from cms.law.terms import RuleSet


@dataclass
class ListFact:
    """One list: rows of any state (`begun`), rows that the public sees (`shown`), rows that are late (`late`)."""

    begun: int = 0
    shown: int = 0
    late: int = 0
    newest_on: date | None = None
    late_since: date | None = None


@dataclass
class ListFacts:
    """The four lists of one authority, and the old information that the law in force newly requires."""

    must_publish: ListFact = field(default_factory=ListFact)
    published: ListFact = field(default_factory=ListFact)
    conditional: ListFact = field(default_factory=ListFact)
    service_units: ListFact = field(default_factory=ListFact)
    backlog: ListFact = field(default_factory=ListFact)
    #: Old is what was made before the first day, and must be public by the last.
    backlog_since: date | None = None
    backlog_until: date | None = None


def of(authorities: list[int], day: date) -> dict[int, ListFacts]:
    """{authority: its lists}, as they are on that day; two statements, and what the law says."""
    rules = _rules(day)
    until = _backlog_end(rules)
    since = rules.in_force_from if until else None
    found = {key: ListFacts(backlog_since=since, backlog_until=until) for key in authorities}
    for row in _items(authorities, day, rules if until else None):
        facts = found[row["authority"]]
        for name in ("must_publish", "published", "conditional", "backlog"):
            told = {key.removeprefix(f"{name}__"): value for key, value in row.items() if key.startswith(f"{name}__")}
            setattr(facts, name, ListFact(**told))
    for row in _service_units(authorities):
        newest = local_day(row["newest"]) if row["newest"] else None
        found[row["authority"]].service_units = ListFact(row["begun"], row["shown"], newest_on=newest)
    return found


def _items(authorities, day, rules):
    is_public = Q(live=True) & (Q(until_on=None) | Q(until_on__gte=day))
    must, conditional = Q(info_class=InfoClass.MUST_PUBLISH), Q(info_class=InfoClass.CONDITIONAL)
    opened = Q(info_class__in=OPEN_CLASSES)
    reachable = queries.has_place()
    waiting = Q(state=ItemState.DRAFT, published_on=None)
    old = must & queries.newly_required(rules)
    lists = {
        # name: all rows, those shown, those late, by which day they are late
        "must_publish": (must, must & is_public, must & waiting & Q(due_on__lt=day), "due_on"),
        "published": (opened, opened & is_public & reachable, is_public & Q(next_update_on__lt=day), "next_update_on"),
        "conditional": (conditional, conditional & is_public, None, ""),
        "backlog": (old, old & is_public, old & waiting, "due_on"),
    }
    columns = {}
    for name, (begun, shown, late, late_day) in lists.items():
        columns[f"{name}__begun"] = Count("pk", filter=begun)
        columns[f"{name}__shown"] = Count("pk", filter=shown)
        columns[f"{name}__newest_on"] = Max(Coalesce("updated_on", "published_on"), filter=shown)
        if late is not None:
            columns[f"{name}__late"] = Count("pk", filter=late)
            columns[f"{name}__late_since"] = Min(F(late_day), filter=late)
    rows = InformationItem.objects.filter(authority__in=authorities).order_by()
    return rows.values("authority").annotate(**columns)


def _service_units(authorities):
    listed = Q(confirmed_by__isnull=False, is_active=True)
    rows = PublicServiceUnit.objects.filter(authority__in=authorities).order_by()
    return rows.values("authority").annotate(
        begun=Count("pk"), shown=Count("pk", filter=listed), newest=Max("confirmed_at", filter=listed)
    )


def _rules(day) -> RuleSet | None:
    try:
        return rule_set_on(day).rules
    except LawError:
        return None


def _backlog_end(rules: RuleSet | None) -> date | None:
    """The last day on which old information must be public: 01/03/2027 under the law of 2026 (L26 Điều 31.3)."""
    try:
        return current_calendar().end_of(rules.in_force_from, rules.duty(DutyKind.BACKLOG)) if rules else None
    except LawError:
        return None
