"""The catalog as lists and figures. Every public one asks the gate (access.py); nothing here decides anything."""

from datetime import date, timedelta

from django.db.models import F, Max, Q

from catalog import access, categories
from catalog.choices import InfoClass, ItemState, PublicationForm
from catalog.models import Fault, InformationItem, PublicServiceUnit
from catalog.models.fault import DAYS_UNTIL_TOLD
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
    return public_items(authority, day).exclude(info_class=InfoClass.CONDITIONAL).filter(has_place())


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
    elif state == "mo-duoc":
        items = items.filter(opens(day))
    elif state == "can-cap-nhat":
        items = items.stale_on(day)
    return items


def counted(items) -> int:
    """How many, up to one more than MOST_COUNTED. Given in the order in which they are listed: along the same index."""
    return items[: MOST_COUNTED + 1].count()


def is_longer(items, most: int) -> bool:
    """Whether there are more than so many, without counting further."""
    return items.order_by()[: most + 1].count() > most


# --- figures -------------------------------------------------------------------------------------------------------
def newly_required(rules: RuleSet | None) -> Q:
    """Made before the law took effect, in a point that the law before it did not have (L26 Điều 31.3)."""
    if rules is None:
        return Q(pk=None)
    new = [category.code for category in rules.categories if not category.moved_from]
    return Q(rule_set__code=rules.code, category__in=new, created_on__lt=rules.in_force_from)


def has_place() -> Q:
    """Content on the network: a link or a file."""
    return ~Q(main_url="") | Q(main_file__isnull=False)


def opens(day: date) -> Q:
    """Content that can be opened at once: nothing of it has been broken for as long as the public is told of it."""
    return has_place() & ~Q(broken_since__lte=day - timedelta(days=DAYS_UNTIL_TOLD))


def last_change(authority, day: date) -> date | None:
    """The day on which anything public in the catalog last changed."""
    return public_items(authority, day).aggregate(last=Max("updated_on"))["last"]


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


def faults(user):
    """What is broken of the public items in this person's reach, the oldest first."""
    items = access.readable(user, InformationItem.objects.filter(live=True))
    found = Fault.objects.standing().filter(item__in=items.values("pk"))
    return found.select_related("item__authority", "item__responsible_unit", "file", "link").order_by("since", "pk")
