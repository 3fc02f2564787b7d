"""What an authority with a portal of its own puts there: a banner, stable links, and its lists as plain pieces.

A piece carries no class of ours, no style, no script and only whole addresses, so that it works inside any page.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date
from io import BytesIO

from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from catalog import queries
from catalog.public.lists import LISTS
from cms.core import tables
from cms.core.addresses import absolute
from cms.core.dates import short
from cms.core.models import Authority

#: A piece inside another page holds no more; it says so and leads to the whole list.
MOST = 500


@dataclass(frozen=True)
class Line:
    """One row: the address it leads to, and its cells; the first cell is the link."""

    url: str
    cells: tuple[str, ...]


@dataclass(frozen=True)
class Piece:
    """One list to carry over: `lines(authority, day)` gives its rows, in the order of its public page."""

    slug: str
    title: str
    columns: tuple[str, ...]
    lines: Callable[[Authority, date], Iterable[Line]]
    page: Callable[[Authority], str]


@dataclass(frozen=True)
class Filled:
    """A piece with the rows of one authority."""

    piece: Piece
    authority: Authority
    lines: list[Line] = field(default_factory=list)
    is_cut: bool = False

    @property
    def page_url(self) -> str:
        return absolute(self.piece.page(self.authority))


def fill(piece: Piece, authority: Authority, day: date) -> Filled:
    """The rows as the public may read them today."""
    lines = list(piece.lines(authority, day))
    return Filled(piece, authority, lines[:MOST], len(lines) > MOST)


def as_html(filled: Filled) -> str:
    """The piece as HTML without head or body."""
    return render_to_string("home/embed/piece.html", {"filled": filled, "authority": filled.authority})


def as_csv(filled: Filled) -> bytes:
    """The same rows, with the address as a column of its own."""
    target = BytesIO()
    headers = [*map(str, filled.piece.columns), str(_("Địa chỉ"))]
    tables.write_csv(target, headers, ([*line.cells, line.url] for line in filled.lines))
    return target.getvalue()


def banner(authority: Authority, focal) -> str:
    """The HTML to copy: a heading, a sentence and four links. It takes the look of the page it stands in."""
    return render_to_string("home/embed/banner.html", {"authority": authority, "focal": focal})


def link(authority: Authority) -> str:
    """The shortest thing to copy: one link."""
    return render_to_string("home/embed/link.html", {"authority": authority})


# --- the pieces --------------------------------------------------------------------------------------------------
def _items(slug):
    def lines(authority, day):
        items = LISTS[slug].rows(authority, day).select_related("originating_unit", "rule_set", "main_file")
        for item in items.order_by("-published_on", "-pk")[: MOST + 1]:
            url = absolute(reverse("catalog:item", args=[authority.code, item.code]))
            if slug == "co-dieu-kien":
                yield Line(url, (item.title, item.number, item.consent_of, item.origin))
            else:
                yield Line(url, (item.title, item.number, short(item.published_on), item.origin))

    return lines


def _catalog(slug):
    last = _("Cần ai đồng ý") if slug == "co-dieu-kien" else _("Ngày công khai")
    return Piece(
        slug=slug,
        title=LISTS[slug].title,
        columns=(_("Nội dung"), _("Số, ký hiệu"), last, _("Đơn vị tạo ra")),
        lines=_items(slug),
        page=lambda authority: reverse("catalog:list", args=[authority.code, slug]),
    )


def _units(authority, day):
    page = absolute(reverse("catalog:service_units", args=[authority.code]))
    for unit in queries.service_units(authority)[: MOST + 1]:
        yield Line(unit.website or page, (unit.name, unit.get_field_display(), unit.address, unit.phone))


PIECES = {
    piece.slug: piece
    for piece in (
        *(_catalog(slug) for slug in LISTS),
        Piece(
            slug="don-vi-su-nghiep",
            title=_("Đơn vị sự nghiệp công lập có trách nhiệm cung cấp thông tin"),
            columns=(_("Đơn vị"), _("Lĩnh vực"), _("Địa chỉ"), _("Điện thoại")),
            lines=_units,
            page=lambda authority: reverse("catalog:service_units", args=[authority.code]),
        ),
    )
}


def stable_links(authority: Authority) -> list[tuple[str, str]]:
    """(what, address): addresses that stay as they are while the authority keeps its code."""
    named = [
        (_("Trang Tiếp cận thông tin"), "home:authority"),
        (_("Gửi yêu cầu cung cấp thông tin"), "workflow:new"),
        (_("Danh mục thông tin"), "catalog:home"),
    ]
    links = [(what, reverse(name, args=[authority.code])) for what, name in named]
    links += [(piece.title, piece.page(authority)) for piece in PIECES.values()]
    links += [
        (_("Tra cứu hồ sơ đã gửi"), reverse("workflow:lookup")),
        (_("Dữ liệu mở"), reverse("home:open_data_of_authority", args=[authority.code])),
        (_("Thay đổi trong danh mục (Atom)"), reverse("catalog:changes", args=[authority.code])),
        (_("Tin tức, thông báo (Atom)"), reverse("home:news_of_authority", args=[authority.code])),
    ]
    return [(what, absolute(path)) for what, path in links]
