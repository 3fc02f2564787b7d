"""Addresses of the catalog under an authority's code. They decide nothing: the gate gives the rows, the lists the words."""

from datetime import date

from django.http import Http404
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from catalog import access, queries
from catalog.choices import InfoClass, PublicationForm
from catalog.models import InformationItem, ItemFile
from catalog.public import rows
from catalog.public.browsing import Choice, years_until
from catalog.public.lists import LISTS, SERVICE_UNITS, STATES
from cms.core.authority_url import authority_or_404
from cms.core.dates import local_day, today
from cms.core.files import hand_out
from cms.core.models.authority import AuthorityKind
from cms.law.services import rule_set_on

#: A printed list holds no more; the files carry everything.
MOST_PRINTED = 2_000


def _crumbs(authority, *more):
    """From the authority's page down to this one."""
    return [
        (authority.short_name, reverse("home:authority", args=[authority.code])),
        ("Danh mục", reverse("catalog:home", args=[authority.code])),
        *more,
    ]


@require_safe
def home(request, code):
    """`/<mã>/danh-muc/`: what there is, how much of it, and what changed last."""
    authority = request.authority = authority_or_404(code)
    day = today()
    latest = list(
        queries.public_items(authority, day)
        .exclude(info_class=InfoClass.CONDITIONAL)
        .select_related("originating_unit", "rule_set", "main_file")
        .order_by("-published_on", "-pk")[:5]
    )
    return render(
        request,
        "catalog/home.html",
        {
            "lists": LISTS.values(),
            "latest": [rows.row(authority, item, day) for item in latest],
            "is_commune": authority.kind == AuthorityKind.COMMUNE,
            "crumbs": _crumbs(authority)[:1],
            "here": "catalog",
        },
    )


@require_safe
def item_list(request, code, slug):
    """One of the lists: filters, twenty rows, on by key; `in=1` is the same rows as one table to print."""
    authority = request.authority = authority_or_404(code)
    listed = LISTS.get(slug)
    if listed is None:
        raise Http404("Không có danh mục này")
    day = today()
    rules = rule_set_on(day).rules
    years = years_until(day)
    choice = Choice.of(request.GET, rules, years)
    found = choice.rows(listed, authority, rules, day)
    shown = _shown(choice.ordered(found))
    context = {
        "listed": listed,
        "lists": LISTS.values(),
        "choice": choice,
        "crumbs": _crumbs(authority),
        "here": "catalog",
        "is_commune": authority.kind == AuthorityKind.COMMUNE,
    }
    if request.GET.get("in") == "1":
        return render(request, "catalog/print.html", context | _printed(authority, shown, rules, day))
    # A point has several codes, so no index holds it in order: what it has is counted as it comes.
    count = queries.counted(found.order_by() if choice.nhom else choice.ordered(found))
    # The rows of one page first, what they show second: nothing is joined to what is only sorted.
    keys = choice.beyond(choice.ordered(found)).values("pk")[: queries.PAGE + 1]
    page = list(_shown(choice.ordered(InformationItem.objects.filter(pk__in=keys)))) if count else []
    more, page = len(page) > queries.PAGE, page[: queries.PAGE]
    chosen = next((one for one in rules.categories if one.code == choice.nhom), None)
    return render(
        request,
        "catalog/list.html",
        context
        | {
            "rows": [rows.row(authority, item, day) for item in page],
            "count": f"hơn {queries.MOST_COUNTED:,}".replace(",", ".") if count > queries.MOST_COUNTED else count,
            "is_empty": count == 0,
            "categories": rules.categories,
            "years": years,
            "forms": PublicationForm.choices,
            "states": STATES if listed.columns != "conditional" else (),
            "chips": _chips(choice, chosen),
            "next_url": choice.query(sau=choice.mark_of(page[-1])) if more else "",
            "first_url": choice.query() if choice.sau else "",
            "print_url": f"{choice.query()}{'&' if choice.query() != '?' else ''}in=1",
            "files": list_files(authority, listed.slug, choice),
        },
    )


def _shown(items):
    """With what a row shows of other tables."""
    return items.select_related("originating_unit", "rule_set", "main_file")


def _chips(choice, category):
    """What narrows the list, each with the address that takes it off."""
    states, forms = dict(STATES), dict(PublicationForm.choices)
    told = {
        "chu": f"“{choice.chu}”" if choice.chu else "",
        "nhom": f"Điểm {category.point}" if category else "",
        "nam": choice.nam,
        "hinhthuc": forms.get(choice.hinhthuc, ""),
        "trangthai": states.get(choice.trangthai, "") if choice.trangthai else "",
    }
    return [{"label": label, "url": choice.query(**{name: ""})} for name, label in told.items() if label]


def _printed(authority, shown, rules, day):
    """STT · Nội dung · Đường dẫn, under a heading for each point (the typical form of such a list)."""
    items = list(shown[: MOST_PRINTED + 1])
    is_cut, items = len(items) > MOST_PRINTED, items[:MOST_PRINTED]
    point_of = {code: one.code for one in rules.categories for code in (*one.moved_from, one.code)}
    by_point = {}
    for item in items:
        by_point.setdefault(point_of.get(item.category, ""), []).append(rows.row(authority, item, day))
    headed = [(f"Điểm {one.point}. {one.label}", by_point.get(one.code)) for one in rules.categories]
    groups = [(label, lines) for label, lines in (*headed, ("Thông tin khác", by_point.get(""))) if lines]
    number = 0
    for _label, lines in groups:
        for line in lines:
            number += 1
            line["number"] = number
    count = shown.order_by().count() if is_cut else number
    return {"groups": groups, "count": count, "printed": number, "is_cut": is_cut, "printed_on": day}


def list_files(authority, slug, choice=None) -> list[dict]:
    """The same list as files: kind and address, with what narrows the page narrowing the file."""
    query = choice.query() if choice and choice.query() != "?" else ""
    return [
        {"kind": kind.upper(), "url": reverse("catalog:list_file", args=[authority.code, slug, kind]) + query}
        for kind in ("xlsx", "csv", "json")
    ]


@require_safe
def quarter(request, code):
    """What a commune made public in a quarter: content, form, time (Luật 10/2022/QH15 Điều 13.2)."""
    authority = request.authority = authority_or_404(code)
    if authority.kind != AuthorityKind.COMMUNE:
        raise Http404("Danh sách theo quý là của cấp xã")
    day = today()
    year, number = _quarter(request.GET.get("quy", ""), day)
    found = queries.of_quarter(authority, year, number, day).select_related("originating_unit", "rule_set", "main_file")
    items = list(found[:MOST_PRINTED])
    return render(
        request,
        "catalog/quarter.html",
        {
            "rows": [rows.row(authority, item, day) for item in items],
            "year": year,
            "quarter": number,
            "quarters": _quarters(day),
            "chosen": f"{year}-{number}",
            "crumbs": _crumbs(authority),
            "here": "catalog",
        },
    )


def _quarter(text: str, day: date) -> tuple[int, int]:
    """2026-4; anything else is the present quarter."""
    if text in {value for value, _label in _quarters(day)}:
        year, _hyphen, number = text.partition("-")
        return int(year), int(number)
    return day.year, (day.month + 2) // 3


def _quarters(day: date) -> list[tuple[str, str]]:
    """The last eight, the newest first."""
    year, number, found = day.year, (day.month + 2) // 3, []
    for _step in range(8):
        found.append((f"{year}-{number}", f"Quý {('I', 'II', 'III', 'IV')[number - 1]} năm {year}"))
        year, number = (year, number - 1) if number > 1 else (year - 1, 4)
    return found


@require_safe
def service_units(request, code):
    """Đơn vị sự nghiệp công lập có trách nhiệm cung cấp thông tin."""
    authority = request.authority = authority_or_404(code)
    units = list(queries.service_units(authority).order_by("name_order", "pk"))
    return render(
        request,
        "catalog/service_units.html",
        {
            "units": units,
            "lists": LISTS.values(),
            "files": list_files(authority, SERVICE_UNITS),
            "crumbs": _crumbs(authority),
            "here": "catalog",
        },
    )


@require_safe
def item(request, code, item):
    """The permanent address of an item: its content while it is public, a dated stub when it was, 404 otherwise."""
    authority = request.authority = authority_or_404(code)
    day = today()
    found = (
        InformationItem.objects.with_units()
        .select_related("current_version")
        .filter(authority=authority, code=item)
        .first()
    )
    if found is None or not (access.is_public(found, day) or access.has_left(found, day)):
        raise Http404("Không có mục này")
    context = {
        "item": found,
        "here": "catalog",
        "ask_url": f"{reverse('workflow:new', args=[authority.code])}?muc={found.code}",
    }
    if not access.is_public(found, day):
        keeps_title = access.title_stays(found)
        context |= {"stub": rows.stub(found), "keeps_title": keeps_title, "crumbs": _crumbs(authority)}
        return render(request, "catalog/item_gone.html", context, status=410 if not keeps_title else 200)
    versions = list(found.versions.all())
    files = list(found.files.filter(first_version__isnull=False)) if found.has_content else []
    now = found.current_version.number
    current = [file for file in files if file.first_version <= now and file.last_version is None]
    listed, faults = _list_of(found), rows.broken(found, day)
    return render(
        request,
        "catalog/item.html",
        context
        | {
            "facts": rows.facts(found),
            "files": rows.files(authority, found, current, faults),
            "links": rows.links(found.links.in_version(now), faults) if found.has_content else [],
            "versions": rows.versions(authority, found, versions, files),
            "corrections": rows.corrections(versions),
            "tags": rows.tags(found, day),
            "listed": listed,
            "crumbs": _crumbs(authority, (listed.short, reverse("catalog:list", args=[authority.code, listed.slug]))),
        },
    )


def _list_of(found):
    slugs = {InfoClass.MUST_PUBLISH: "phai-cong-khai", InfoClass.CONDITIONAL: "co-dieu-kien"}
    return LISTS[slugs.get(found.info_class, "da-cong-khai")]


@require_safe
def item_file(request, code, item, pk):
    """A file of an open version of a public item; any other is not there."""
    authority = request.authority = authority_or_404(code)
    files = ItemFile.objects.select_related("item__authority", "item__current_version")
    file = files.filter(pk=pk, item__code=item, item__authority=authority).first()
    if file is None or not access.is_file_public(file, local_day(timezone.now())):
        raise Http404("Không có tệp này")
    return hand_out(file.path, file.name, file.content_type)
