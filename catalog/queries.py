"""The catalog as lists and figures. Every public one asks the gate (access.py); nothing here decides anything."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Count, F, Max, Q

from catalog import access, categories
from catalog.choices import InfoClass, ItemState, PublicationForm
from catalog.models import InformationItem, PublicServiceUnit
from cms.core.text import fold
from cms.law.terms import RuleSet

#: Counting further costs more than anybody learns from it.
MOST_COUNTED = 1_000
PAGE = 20


# --- public lists ------------------------------------------------------------------------------------------------
def public_items(authority, day: date):
    """Every public item of the authority."""
    return access.public(InformationItem.objects.of(authority), day)


def must_publish(authority, day: date):
    """Danh mục thông tin phải được công khai (L16 Điều 17.1.m; L26 Điều 17.1.u)."""
    return public_items(authority, day).filter(info_class=InfoClass.MUST_PUBLISH)


def already_public(authority, day: date):
    """Thông tin đã được công khai, kèm đường dẫn: what can be opened at once."""
    has_place = ~Q(main_url="") | Q(main_file__isnull=False)
    return public_items(authority, day).exclude(info_class=InfoClass.CONDITIONAL).filter(has_place)


def conditional(authority, day: date):
    """Thông tin được tiếp cận có điều kiện: that it exists, and whose consent it takes (D18 Điều 6.1, 6.2)."""
    return public_items(authority, day).filter(info_class=InfoClass.CONDITIONAL)


def expired(authority, day: date):
    """Public once, its period over, its title harmless: may be asked for (L16 Điều 23.1.b; L26 Điều 23.1.b)."""
    over = Q(state=ItemState.EXPIRED) | Q(live=True, until_on__lt=day)
    return InformationItem.objects.of(authority).filter(
        over, info_class=InfoClass.MUST_PUBLISH, names_people=False, published_on__isnull=False
    )


def of_quarter(authority, year: int, quarter: int, day: date):
    """What a commune made public in a quarter (Luật Thực hiện dân chủ ở cơ sở 10/2022/QH15 Điều 13.2)."""
    first = date(year, 3 * quarter - 2, 1)
    end = date(year + 1, 1, 1) if quarter == 4 else date(year, 3 * quarter + 1, 1)
    found = public_items(authority, day).exclude(info_class=InfoClass.CONDITIONAL)
    return found.filter(published_on__gte=first, published_on__lt=end).order_by("published_on", "pk")


def service_units(authority):
    """Đơn vị sự nghiệp công lập có trách nhiệm cung cấp thông tin (L26 Điều 11.5)."""
    return PublicServiceUnit.objects.listed().filter(authority=authority).select_related("own_authority")


def filtered(items, *, rules: RuleSet, words="", category="", year=None, form="", state="", day: date):
    """A list narrowed by what the reader chose; a value that does not exist narrows nothing."""
    if words:
        for word in fold(words).split()[:6]:
            items = items.filter(folded__contains=word)
    if codes := categories.codes_of(rules, category):
        items = items.filter(category__in=codes)
    if year:
        items = items.filter(published_on__gte=date(year, 1, 1), published_on__lte=date(year, 12, 31))
    if form in PublicationForm.values:
        items = items.filter(forms__contains=f" {form} ")
    if state == "dinh-chinh":
        items = items.filter(corrected_on__isnull=False)
    elif state == "cham":
        items = items.published_late()
    elif state == "can-cap-nhat":
        items = items.stale_on(day)
    return items


def counted(items) -> int:
    """How many, up to one more than MOST_COUNTED."""
    return items.order_by()[: MOST_COUNTED + 1].count()


# --- figures (compliance, meters) ----------------------------------------------------------------------------------
@dataclass(frozen=True)
class CategoryFigures:
    """One point of Điều 17.1 in an authority's catalog on a day."""

    code: str
    label: str
    public: int
    late: int
    overdue: int
    stale: int
    last_on: date | None


def by_category(authority, rules: RuleSet, day: date) -> list[CategoryFigures]:
    """Figures for each point of the law in force, rows of the earlier law counted where their matter went."""
    rows = (
        InformationItem.objects.of(authority)
        .exclude(category="")
        .values("category")
        .order_by("category")
        .annotate(
            public=Count("pk", filter=Q(live=True) & (Q(until_on=None) | Q(until_on__gte=day))),
            overdue=Count(
                "pk",
                filter=Q(info_class=InfoClass.MUST_PUBLISH, state=ItemState.DRAFT, published_on=None, due_on__lt=day),
            ),
            stale=Count("pk", filter=Q(live=True, next_update_on__lt=day)),
            last_on=Max("updated_on", filter=Q(live=True)),
        )
    )
    late = dict(
        InformationItem.objects.of(authority)
        .published_late()
        .filter(live=True)
        .values_list("category")
        .order_by("category")
        .annotate(n=Count("pk"))
    )
    found = {row["category"]: row for row in rows}
    figures = []
    for one in rules.categories:
        own = [found[code] for code in (one.code, *one.moved_from) if code in found]
        days = [row["last_on"] for row in own if row["last_on"]]
        figures.append(
            CategoryFigures(
                code=one.code,
                label=one.label,
                public=sum(row["public"] for row in own),
                late=sum(late.get(row["category"], 0) for row in own),
                overdue=sum(row["overdue"] for row in own),
                stale=sum(row["stale"] for row in own),
                last_on=max(days, default=None),
            )
        )
    return figures


def last_change(authority, day: date) -> date | None:
    """The day on which anything public in the catalog last changed."""
    return public_items(authority, day).aggregate(last=Max("updated_on"))["last"]


def overdue(authority, day: date):
    """Must be public, is not, and its day has passed: oldest first."""
    return InformationItem.objects.of(authority).overdue_on(day).order_by("due_on", "pk")


def backlog(authority, rules: RuleSet, day: date):
    """What the newer law newly requires of older information and is not public yet (L26 Điều 31.3)."""
    new = [one.code for one in rules.categories if not one.moved_from]
    return InformationItem.objects.of(authority).filter(
        category__in=new, created_on__lt=rules.in_force_from, published_on=None, state=ItemState.DRAFT
    )


# --- desk ----------------------------------------------------------------------------------------------------------
def waiting_for(user):
    """What this person may publish as the second one, the next to fall due first."""
    own = InformationItem.objects.filter(authority__in=user.authorities_as(access.SECOND))
    waiting = own.waiting_for_second().exclude(checked_by=user.pk).with_units()
    return waiting.select_related("latest_revision", "checked_by").order_by(F("due_on").asc(nulls_last=True), "pk")


def marks(user):
    """Thông tin không được công khai: internal, by authority, the next to be looked at first."""
    found = access.readable(user, InformationItem.objects.all()).filter(state=ItemState.MARK, expired_on=None)
    return found.with_units().order_by("review_on", "pk")
