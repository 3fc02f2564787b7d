"""The catalog in the open interface: lists, items, their versions, what was withdrawn. Every row passes the gate (S1)."""

from enum import StrEnum
from typing import Annotated, Literal

from django.urls import reverse
from ninja import Field, Path, Query, Router, Schema, Status

from catalog import access, queries
from catalog.addresses import ItemCode
from catalog.choices import PublicationForm, ServiceField
from catalog.models import InformationItem
from catalog.public.browsing import FIRST_YEAR
from catalog.public.lists import LISTS
from catalog.shapes import (
    Gone,
    GonePage,
    ItemDetail,
    ItemPage,
    Versions,
    detail_shape,
    gone_shape,
    item_shape,
    version_shape,
)
from cms.core.addresses import absolute
from cms.core.api import ANSWERS, AuthorityCode, AuthorityInPath, Moment, Paging, Refused, one_or_404, page_of
from cms.core.authority_url import authority_or_404
from cms.core.dates import today
from cms.core.keyset import Keyset, a_day, a_moment
from cms.law.services import rule_set_on

router = Router(tags=["Danh mục"])

NEWEST = Keyset("moi-cong-khai", "published_on", a_day)
CHANGED = Keyset("moi-thay-doi", "last_published_at", a_moment, newest_first=False)
WITHDRAWN = Keyset("moi-go", "withdrawn_on", a_day)
NO_ITEM = "Không có mục này"
#: As addresses write it.
Code = Annotated[str, Path(..., pattern=rf"^{ItemCode.regex}$", description="Mã mục, ví dụ SV-0012")]
#: An item that may be known of is in one of these.
ListedClass = Literal["MUST_PUBLISH", "MAY_PUBLISH", "CONDITIONAL"]


class Notable(StrEnum):
    """What stands out, as the public lists filter by it."""

    CORRECTED = "CORRECTED"
    LATE = "LATE"
    STALE = "STALE"


_NOTABLE = {Notable.CORRECTED: "dinh-chinh", Notable.LATE: "cham", Notable.STALE: "can-cap-nhat"}


class Order(StrEnum):
    PUBLISHED = "published"
    CHANGED = "changed"


class ItemFilter(Paging):
    """Which items, in which order."""

    authority: AuthorityCode | None = Field(None, description="Mã cơ quan; bỏ trống: mọi cơ quan")
    info_class: ListedClass | None = Field(None, description="Loại thông tin")
    category: str = Field(
        "",
        max_length=20,
        pattern=r"^[A-Z0-9_]*$",
        description="Điểm của Điều 17.1 theo luật đang có hiệu lực, ví dụ PUB26_L; gồm cả điểm cũ tương ứng",
    )
    year: int | None = Field(None, ge=FIRST_YEAR, le=2100, description="Năm công khai")
    form: PublicationForm | None = Field(None, description="Hình thức công khai")
    state: Notable | None = Field(None, description="Đã đính chính, công khai chậm, quá kỳ cập nhật")
    changed_since: Moment | None = Field(
        None, description="Chỉ mục đăng, cập nhật hoặc đính chính từ lúc này, ví dụ 2026-11-01T00:00:00+07:00"
    )
    order: Order = Field(
        Order.PUBLISHED,
        description="published: mới công khai trước. changed: thay đổi lâu nhất trước, để chép đủ mà không sót mục nào",
    )


class WithdrawnFilter(Paging):
    authority: AuthorityCode | None = Field(None, description="Mã cơ quan; bỏ trống: mọi cơ quan")


class ListShape(Schema):
    """Một danh mục của cơ quan."""

    slug: str
    title: str
    meaning: str
    count: int = Field(description=f"Số mục; {queries.MOST_COUNTED + 1} nghĩa là hơn {queries.MOST_COUNTED}")
    url: str
    csv_url: str


class Catalog(Schema):
    """Các danh mục của một cơ quan và nơi lấy chúng ở dạng khác."""

    authority: str
    url: str
    changed_on: str | None = Field(description="Ngày thay đổi gần nhất")
    lists: list[ListShape]
    items_url: str
    atom_url: str
    dcat_url: str


class ServiceUnit(Schema):
    """Đơn vị sự nghiệp công lập có trách nhiệm cung cấp thông tin."""

    name: str
    field: ServiceField
    field_label: str
    service: str
    address: str
    phone: str
    email: str
    website: str
    authority: str | None = Field(description="Mã cơ quan, nếu đơn vị có trang ở đây")


class ServiceUnits(Schema):
    authority: str
    units: list[ServiceUnit]


class Category(Schema):
    code: str
    point: str
    label: str
    article: str
    moved_from: list[str] = Field(description="Điểm của luật cũ mà điểm này thay")


class Categories(Schema):
    rule_set: str
    title: str
    categories: list[Category]


@router.get("/categories", response={200: Categories} | ANSWERS, summary="Các điểm của Điều 17.1")
def item_categories(request):
    """Điểm của Điều 17.1 theo luật đang có hiệu lực, để lọc danh mục."""
    rules = rule_set_on(today()).rules
    return {
        "rule_set": rules.code,
        "title": rules.title,
        "categories": [
            {
                "code": one.code,
                "point": one.point,
                "label": one.label,
                "article": one.article,
                "moved_from": list(one.moved_from),
            }
            for one in rules.categories
        ],
    }


@router.get("/authorities/{code}/catalog", response={200: Catalog} | ANSWERS, summary="Danh mục của một cơ quan")
def catalog(request, code: AuthorityInPath):
    """Các danh mục, số mục của từng danh mục, và địa chỉ CSV, Atom, DCAT."""
    authority, day = authority_or_404(code), today()
    changed_on = queries.last_change(authority, day)
    return {
        "authority": authority.code,
        "url": _address("catalog:home", code),
        "changed_on": changed_on.isoformat() if changed_on else None,
        "lists": [
            {
                "slug": one.slug,
                "title": str(one.title),
                "meaning": str(one.lead),
                "count": queries.counted(one.rows(authority, day)),
                "url": _address("catalog:list", code, one.slug),
                "csv_url": _address("catalog:list_file", code, one.slug, "csv"),
            }
            for one in LISTS.values()
        ],
        "items_url": f"{absolute(reverse('api:items'))}?authority={code}",
        "atom_url": _address("catalog:changes", code),
        "dcat_url": _address("catalog:dcat", code),
    }


def _address(name, *args):
    return absolute(reverse(name, args=args))


@router.get("/authorities/{code}/service-units", response={200: ServiceUnits} | ANSWERS, summary="Đơn vị sự nghiệp")
def service_units(request, code: AuthorityInPath):
    """Đơn vị sự nghiệp công lập phải tự cung cấp thông tin, do cơ quan lập danh sách."""
    authority = authority_or_404(code)
    units = [
        {name: getattr(unit, name) for name in ("name", "field", "service", "address", "phone", "email", "website")}
        | {"field_label": unit.get_field_display()}
        | {"authority": unit.own_authority.code if unit.own_authority and unit.own_authority.is_open else None}
        for unit in queries.service_units(authority).order_by("name_order", "pk")
    ]
    return {"authority": authority.code, "units": units}


@router.get("/items", response={200: ItemPage} | ANSWERS, summary="Các mục đang công khai", url_name="items")
def items(request, filters: Query[ItemFilter]):
    """Mục đang công khai của một hoặc mọi cơ quan. Danh sách nêu tên người không có ở đây, chỉ có ở trang của nó."""
    day = today()
    found = queries.filtered(
        access.open_data(_of(filters.authority), day).with_units().select_related("current_version", "main_file"),
        rules=_rules(filters.category, day),
        category=filters.category,
        year=filters.year,
        form=filters.form or "",
        state=_NOTABLE.get(filters.state, ""),
        day=day,
    )
    if filters.info_class:
        found = found.filter(info_class=filters.info_class)
    if filters.changed_since:
        found = found.filter(last_published_at__gte=filters.changed_since)
    if filters.order == Order.CHANGED:
        return page_of(CHANGED, found.filter(last_published_at__isnull=False), filters, item_shape)
    return page_of(NEWEST, found, filters, item_shape)


def _of(code):
    rows = InformationItem.objects.all()
    return rows.of(authority_or_404(code)) if code else rows


def _rules(category, day):
    rules = rule_set_on(day).rules
    if category and category not in {one.code for one in rules.categories}:
        raise Refused("Luật đang có hiệu lực không có điểm này. Xem các điểm ở /api/v1/categories.", field="category")
    return rules


@router.get("/withdrawn", response={200: GonePage} | ANSWERS, summary="Các mục đã gỡ", url_name="withdrawn")
def withdrawn(request, filters: Query[WithdrawnFilter]):
    """Mục đã gỡ, mới gỡ trước: mã, ngày và lý do. Ai đã chép mục nào thì cũng nên gỡ bản của mình."""
    found = access.withdrawn(_of(filters.authority)).select_related("authority")
    return page_of(WITHDRAWN, found, filters, gone_shape)


@router.get("/items/{code}", response={200: ItemDetail, 410: Gone} | ANSWERS, summary="Một mục", url_name="item")
def item(request, code: Code):
    """Mục đang công khai, kèm tệp, đường dẫn và các đính chính. Mục đã thôi công khai trả lời 410."""
    found, is_open = _item(code, today())
    if not is_open:
        return Status(410, gone_shape(found))
    versions = list(found.versions.all())
    files = list(found.files.current()) if found.has_content else []
    links = list(found.links.current()) if found.has_content else []
    return Status(200, detail_shape(found, versions, files, links))


@router.get(
    "/items/{code}/versions",
    response={200: Versions, 410: Gone} | ANSWERS,
    summary="Các bản của một mục",
    url_name="versions",
)
def versions(request, code: Code):
    """Mọi bản đã công khai của mục, mới nhất trước, mỗi bản với nội dung và tệp của nó."""
    found, is_open = _item(code, today())
    if not is_open:
        return Status(410, gone_shape(found))
    files = list(found.files.filter(first_version__isnull=False))
    shown = [version_shape(found, one, files) for one in found.versions.all()]
    return Status(200, {"item": found.code, "versions": shown})


def _item(code, day):
    """The item and whether it is public; one that was is known to have been; any other does not exist."""
    rows = InformationItem.objects.with_units().select_related("current_version", "main_file")
    found = one_or_404(rows.filter(code=code, authority__is_open=True, names_people=False).first(), NO_ITEM)
    is_open = access.is_public(found, day)
    if not is_open and not access.has_left(found, day):
        one_or_404(None, NO_ITEM)
    return found, is_open
