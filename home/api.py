"""Authorities, their focal points, figures and duties in the open interface, as their public pages show them."""

from dataclasses import asdict
from datetime import date

from django.urls import reverse
from ninja import Field, Query, Router, Schema

from cms.core.addresses import absolute
from cms.core.api import ANSWERS, BY_CODE, AuthorityCode, AuthorityInPath, Paging, Refused, page_of
from cms.core.authority_url import authority_or_404, focal_of, with_focal
from cms.core.dates import today
from cms.core.figures import Period
from cms.core.models import Authority
from cms.core.models.authority import AuthorityKind
from home.compliance.board import board_of, boards_of
from home.compliance.public import as_data
from home.compliance.states import State
from home.figures import board_of as figures_board_of
from home.statistics.public import FIRST_YEAR, lines_of

router = Router(tags=["Cơ quan"])
figures_router = Router(tags=["Số liệu"])


class FocalPoint(Schema):
    """Đầu mối cung cấp thông tin: hỏi ai, ở đâu, lúc nào."""

    authority: str
    unit: str
    officer_name: str
    officer_post: str
    address: str
    place: str
    phone: str
    email: str
    hours: str
    methods: str
    decision_number: str
    decision_on: date | None


class AuthorityShape(Schema):
    """Một cơ quan có trách nhiệm cung cấp thông tin."""

    code: str
    name: str
    short_name: str
    kind: AuthorityKind
    kind_label: str
    parent: str | None = Field(description="Mã cơ quan cấp trên")
    province: str = Field(description="Mã tỉnh, thành phố")
    address: str
    phone: str
    email: str
    url: str
    request_url: str = Field(description="Nơi gửi yêu cầu cung cấp thông tin")
    catalog_url: str


class AuthorityDetail(AuthorityShape):
    focal_point: FocalPoint | None


class AuthorityPage(Schema):
    items: list[AuthorityShape]
    next_cursor: str | None


class FocalPointPage(Schema):
    items: list[FocalPoint]
    next_cursor: str | None


class Year(Schema):
    """Một năm. Đã nhận tính theo ngày nhận; đã trả lời và đúng hạn theo ngày kết thúc."""

    year: int
    received: int
    answered: int
    on_time: int
    late: int
    extended: int


class Month(Schema):
    month: str = Field(description="Tháng/năm")
    received: int


class Shown(Schema):
    """Một số liệu mà số nhỏ được giữ lại."""

    label: str
    meaning: str
    count: int | None = Field(description="Trống khi số được giữ lại")
    shown: str = Field(description="Như trên trang: một số, “dưới 5” hoặc “không nêu”")


class Statistics(Schema):
    """Việc trả lời yêu cầu. Kết quả và căn cứ có ít hơn 5 yêu cầu không nêu số, để không ai đoán ra người hỏi."""

    authority: str
    day: date
    open: int = Field(description="Đang giải quyết")
    overdue: int = Field(description="Trong đó đã quá ngày phải trả lời")
    years: list[Year]
    months: list[Month] = Field(description="12 tháng gần nhất; trống nếu không có yêu cầu nào")
    latest_year: int | None
    ends: list[Shown] = Field(description="Kết quả của năm gần nhất")
    grounds: list[Shown] = Field(description="Căn cứ từ chối của năm gần nhất")


class Figure(Schema):
    """Một số liệu hoặc một phần của nó, với cách đếm và căn cứ."""

    code: str
    part: str = Field(description="Mã của phần; trống với số chung")
    group: str
    label: str
    meaning: str = Field(description="Đếm thế nào")
    article: str
    unit: str
    count: int | None = Field(description="Trống khi số được giữ lại")
    shown: str = Field(description="Một số, “dưới 5” hoặc “không nêu”")


class Figures(Schema):
    """Số liệu của một năm dương lịch. Số nhỏ hơn 5 có thể nói về một người thì không nêu, cùng số làm lộ ra nó."""

    authority: str
    year: int
    first: date
    last: date
    day: date = Field(description="Tính đến ngày")
    figures: list[Figure]


class YearFilter(Schema):
    year: int | None = Field(None, ge=FIRST_YEAR, le=2100, description="Năm dương lịch; bỏ trống: năm nay")


class Standing(Schema):
    """Một việc phải có và tình trạng của nó."""

    code: str
    label: str
    article: str
    state: State
    state_label: str
    words: str
    url: str | None
    owner: str
    complete_by: date | None
    last_review: date | None
    next_review: date | None


class Compliance(Schema):
    """Những việc luật buộc cơ quan phải có, và còn thiếu gì."""

    authority: str
    name: str
    day: date
    law: str
    url: str
    counts: dict[str, int]
    obligations: list[Standing]


class CompliancePage(Schema):
    items: list[Compliance]
    next_cursor: str | None


class FocalPointFilter(Paging):
    authority: AuthorityCode | None = Field(None, description="Mã cơ quan; bỏ trống: mọi cơ quan")


@router.get("/authorities", response={200: AuthorityPage} | ANSWERS, summary="Các cơ quan", url_name="authorities")
def authorities(request, paging: Query[Paging]):
    """Mọi cơ quan nhận yêu cầu trên trang này, theo mã."""
    return page_of(BY_CODE, Authority.objects.open().select_related("parent"), paging, _authority)


@router.get("/authorities/{code}", response={200: AuthorityDetail} | ANSWERS, summary="Một cơ quan")
def authority(request, code: AuthorityInPath):
    """Cơ quan và đầu mối của cơ quan."""
    found = authority_or_404(code)
    return _authority(found) | {"focal_point": _focal_point(found)}


@router.get("/focal-points", response={200: FocalPointPage} | ANSWERS, summary="Các đầu mối")
def focal_points(request, filters: Query[FocalPointFilter]):
    """Đầu mối cung cấp thông tin của từng cơ quan, theo mã cơ quan."""
    found = with_focal(Authority.objects.open()).filter(focal_unit__focal_point__isnull=False)
    if filters.authority:
        found = found.filter(code=authority_or_404(filters.authority).code)
    return page_of(BY_CODE, found, filters, _focal_point)


@figures_router.get("/authorities/{code}/statistics", response={200: Statistics} | ANSWERS, summary="Số liệu trả lời")
def statistics(request, code: AuthorityInPath):
    """Số yêu cầu đã nhận, đã trả lời, đúng hạn, quá hạn, đúng như trang thống kê của cơ quan."""
    board = figures_board_of(authority_or_404(code), today())
    names = ("year", "received", "answered", "on_time", "late", "extended")
    return {
        "authority": code,
        "day": board.day,
        "open": board.open,
        "overdue": board.overdue,
        "years": [{name: getattr(year, name) for name in names} for year in board.years],
        "months": [{"month": bar.label, "received": bar.value} for bar in board.bars],
        "latest_year": board.year.year if board.year else None,
        "ends": [_shown(one) for one in board.ends],
        "grounds": [_shown(one) for one in board.grounds],
    }


@figures_router.get("/authorities/{code}/figures", response={200: Figures} | ANSWERS, summary="Số liệu từng năm")
def figures(request, code: AuthorityInPath, filters: Query[YearFilter]):
    """Mọi số liệu công khai của một năm, cùng định nghĩa với báo cáo của cơ quan."""
    found, day = authority_or_404(code), today()
    year = filters.year or day.year
    if year > day.year:
        raise Refused("Năm này chưa đến.", field="year")
    period = Period.calendar_year(year)
    lines = [asdict(line) for line in lines_of(found, year, day)]
    return {
        "authority": code, "year": year, "first": period.start, "last": period.end, "day": day, "figures": lines
    }  # fmt: skip


@figures_router.get("/authorities/{code}/compliance", response={200: Compliance} | ANSWERS, summary="Việc phải có")
def compliance(request, code: AuthorityInPath):
    """Tình trạng những việc luật buộc phải có, đúng như trang tuân thủ của cơ quan."""
    return _compliance(board_of(authority_or_404(code), today()))


@figures_router.get("/compliance", response={200: CompliancePage} | ANSWERS, summary="Việc phải có của các cơ quan")
def compliance_of_all(request, paging: Query[Paging]):
    """Như trên, của mọi cơ quan, theo mã."""
    page = page_of(BY_CODE, Authority.objects.open(), paging, lambda found: found)
    return page | {"items": [_compliance(board) for board in boards_of(page["items"], today())]}


def _authority(found):
    names = ("code", "name", "short_name", "kind", "province", "address", "phone", "email")
    # A superior that is closed here has no place to lead to.
    parent = found.parent if found.parent_id else None
    return {name: getattr(found, name) for name in names} | {
        "kind_label": found.get_kind_display(),
        "parent": parent.code if parent and parent.is_open else None,
        "url": _address("home:authority", found),
        "request_url": _address("workflow:new", found),
        "catalog_url": _address("catalog:home", found),
    }


def _focal_point(found):
    focal = focal_of(found)
    if focal is None:
        return None
    names = ("officer_name", "officer_post", "address", "place", "phone", "email", "hours", "methods")
    told = {name: getattr(focal, name) for name in (*names, "decision_number", "decision_on")}
    return told | {"authority": found.code, "unit": found.focal_unit.name}


def _shown(one):
    return {
        "label": str(one.label),
        "meaning": str(one.meaning),
        "count": int(one.value) if one.value.isdigit() else None,
        "shown": one.value,
    }


def _compliance(board):
    told = as_data(board)
    return {
        "authority": told["code"],
        "name": told["name"],
        "day": board.day,
        "law": board.law,
        "url": absolute(told["url"]),
        "counts": told["counts"],
        "obligations": [one | {"url": absolute(one["url"]) if one["url"] else None} for one in told["obligations"]],
    }


def _address(name, found):
    return absolute(reverse(name, args=[found.code]))
