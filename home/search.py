"""The visitor's search: what was typed, what was found, and the ways to narrow it. Four queries at most."""

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from operator import attrgetter
from urllib.parse import urlencode

from django.utils.translation import gettext_lazy as _

from catalog import matching, tokens
from catalog.asked import Asked, read
from catalog.choices import EntryKind, FileTextState
from catalog.excerpts import Marker
from catalog.matching import Match, Matches
from catalog.models import PublicEntry
from cms.core.models import Authority

PER_PAGE = 20
MOST_CHOICES = 12  # of one facet
#: Kinds in addresses.
KIND_SLUGS = {
    EntryKind.ITEM: "muc",
    EntryKind.DOCUMENT: "van-ban",
    EntryKind.GUIDE: "huong-dan",
    EntryKind.QUESTION: "hoi-dap",
    EntryKind.ANSWER: "tra-loi",
    EntryKind.NEWS: "tin",
    EntryKind.PAGE: "trang",
}
#: The code under which the whole site's own pages are narrowed to.
WHOLE_SITE = "-"
#: What visitors are told of a file whose words are not all there.
FILE_WORDS = {
    FileTextState.WAITING: _("Nội dung tệp đang chờ đọc, mới tìm được theo tên."),
    FileTextState.EMPTY: _("Tệp không có chữ, có thể là bản quét. Chỉ tìm được theo tên."),
    FileTextState.UNREADABLE: _("Không đọc được nội dung tệp. Chỉ tìm được theo tên."),
    FileTextState.OTHER_KIND: _("Loại tệp này chỉ tìm được theo tên."),
    FileTextState.CUT: _("Chỉ tìm được trong phần đầu của tệp."),
}


@dataclass(frozen=True)
class Narrowing:
    """What the visitor has narrowed the results to; empty is everything."""

    kind: str = ""
    code: str = ""
    year: int = 0

    @property
    def is_any(self) -> bool:
        return bool(self.kind or self.code or self.year)

    def lets_through(self, row: Match) -> bool:
        return self.kind in ("", row.kind) and self.code in ("", code_of(row)) and self.year in (0, row.year)


@dataclass(frozen=True)
class Choice:
    """One way to narrow, with how many results it leaves."""

    label: str
    count: int
    url: str
    is_chosen: bool = False


@dataclass(frozen=True)
class Results:
    asked: Asked
    narrowing: Narrowing
    #: In the order of the list, ready to show.
    hits: list
    total: int
    #: There is more than is counted: "hơn 1.000".
    is_cut: bool
    #: Nothing was found with the marks as typed; these are found without.
    without_marks: bool
    facets: list[tuple[str, list[Choice]]]
    #: How many of more results the facets count; 0 when they count all.
    counts_newest: int
    newer_url: str
    older_url: str
    everything_url: str
    first: int

    @property
    def last(self) -> int:
        """The number of the last one in view."""
        return self.first + len(self.hits) - 1


def narrowing_of(query: Mapping[str, str]) -> Narrowing:
    """What an address asks to narrow to; what no entry can have is left out."""
    kind = next((kind for kind, slug in KIND_SLUGS.items() if slug == query.get("loai")), "")
    year = query.get("nam", "")
    year = int(year) if year.isascii() and year.isdigit() and len(year) == 4 else 0
    return Narrowing(str(kind), query.get("co-quan", "")[:40], year)


def search(query: Mapping[str, str], on: date, authority: Authority | None = None) -> Results:
    """What is public on that day and holds all the words; of one authority, or of all."""
    asked, narrowing = read(query.get("q", "")), narrowing_of(query)
    if authority:
        narrowing = replace(narrowing, code="")
    scope = [tokens.authority_token(authority.pk)] if authority else []
    matches, without_marks = Matches(), False
    if not asked.is_empty or not asked.text:
        matches = matching.find(asked.ladder() if asked.text else (), on, scope)
        if not matches.rows and asked.has_marks:
            asked, without_marks = asked.without_marks(), True
            matches = matching.find(asked.ladder(), on, scope)
    chosen = _narrowed(matches, asked, narrowing, on, scope)
    stretch, newer, older = _stretch(chosen.rows, query)
    address = _Address(query, narrowing)
    return Results(
        asked=asked,
        narrowing=narrowing,
        hits=_hits(stretch, asked),
        total=len(chosen.rows),
        is_cut=chosen.is_cut,
        without_marks=without_marks and bool(matches.rows),
        facets=_facets(matches, narrowing, address, scoped=bool(authority)),
        counts_newest=len(matches.rows) if matches.is_cut else 0,
        newer_url=address.at(truoc=newer) if newer else "",
        older_url=address.at(sau=older) if older else "",
        everything_url=address.at(loai="", nam="", **{"co-quan": ""}),
        first=chosen.rows.index(stretch[0]) + 1 if stretch else 0,
    )


def _narrowed(matches, asked, narrowing, on, scope):
    if not narrowing.is_any:
        return matches
    if not matches.is_cut:
        return Matches([row for row in matches.rows if narrowing.lets_through(row)])
    # More was found than was counted: the database narrows.
    filters = [*scope]
    if narrowing.kind:
        filters.append(tokens.kind_token(narrowing.kind))
    if narrowing.year:
        filters.append(tokens.year_token(narrowing.year))
    if narrowing.code == WHOLE_SITE:
        filters.append(tokens.authority_token(None))
    elif narrowing.code:
        number = Authority.objects.filter(code=narrowing.code).values_list("pk", flat=True).first()
        if number is None:
            return Matches()
        filters.append(tokens.authority_token(number))
    return matching.find(asked.ladder() if asked.text else (), on, filters)


# --- one stretch of the list -------------------------------------------------------------------------------------


def _stretch(rows, query):
    """The rows in view and the keys that lead on; an odd key means the beginning."""
    start = 0
    if (after := _key(query.get("sau", ""))) is not None:
        start = bisect_right(rows, after, key=_place)
    elif (before := _key(query.get("truoc", ""))) is not None:
        start = max(0, bisect_left(rows, before, key=_place) - PER_PAGE)
    if start >= len(rows):
        start = 0
    stretch = rows[start : start + PER_PAGE]
    newer = _key_of(stretch[0]) if start else ""
    return stretch, newer, _key_of(stretch[-1]) if start + PER_PAGE < len(rows) else ""


def _place(row):
    return row.rung, -row.order_key


def _key_of(row):
    return f"{row.rung}-{row.order_key}"


def _key(text):
    rung, _dash, number = text.partition("-")
    if not (rung.isascii() and rung.isdigit() and len(rung) == 1 and number.isascii() and number.isdigit()):
        return None
    return (int(rung), -int(number)) if len(number) < 20 else None


def _hits(stretch, asked):
    """The entries of a stretch in its order, with what is shown of them. One query."""
    keys = [row.order_key for row in stretch]
    if not keys:
        return []
    found = PublicEntry.objects.defer("tokens", "wording").select_related("authority").filter(order_key__in=keys)
    by_key = {entry.order_key: entry for entry in found}
    begun = {row.order_key for row in stretch if asked.is_begun(row.rung)}
    whole, beginnings = Marker(asked), Marker(asked, is_begun=True)
    hits = [by_key[key] for key in keys if key in by_key]
    for entry in hits:
        marker = beginnings if entry.order_key in begun else whole
        entry.marked_title = marker.marked(entry.title)
        entry.excerpt = marker.excerpt(entry.body, entry.file_text)
        entry.file_words = FILE_WORDS.get(entry.file_state, "")
    return hits


# --- ways to narrow ----------------------------------------------------------------------------------------------


class _Address:
    """Addresses of this search, narrowed or paged otherwise."""

    def __init__(self, query, narrowing):
        self.now = {
            "q": query.get("q", "")[:200],
            "loai": KIND_SLUGS.get(narrowing.kind, ""),
            "co-quan": narrowing.code,
            "nam": narrowing.year or "",
        }

    def at(self, **changed) -> str:
        values = self.now | changed
        return "?" + urlencode({name: value for name, value in values.items() if value})


def _facets(matches, narrowing, address, scoped):
    """Each facet counts what the other two leave; one that would not narrow anything is left out."""

    def counted(value_of, **without):
        left = replace(narrowing, **without)
        return Counter(map(value_of, filter(left.lets_through, matches.rows) if left.is_any else matches.rows))

    kinds, years = counted(attrgetter("kind"), kind=""), counted(attrgetter("year"), year=0)
    facets = [
        _facet(_("Loại"), "loai", [(KIND_SLUGS[kind], kind.label, kinds[kind]) for kind in EntryKind], address),
        _facet(_("Năm"), "nam", [(year, str(year), years[year]) for year in sorted(years, reverse=True)], address),
    ]
    if not scoped:
        codes = counted(attrgetter("authority_code"), code="")
        names = dict(map(attrgetter("authority_code", "authority_name"), matches.rows)) | {
            None: str(_("Thông tin chung"))
        }
        by_count = sorted(codes, key=lambda code: (-codes[code], names[code]))
        choices = [(code or WHOLE_SITE, names[code], codes[code]) for code in by_count]
        facets.insert(1, _facet(_("Cơ quan"), "co-quan", choices, address))
    return [(title, choices) for title, choices in facets if len(choices) > 1]


def code_of(row: Match) -> str:
    return row.authority_code or WHOLE_SITE


def _facet(title, name, values, address):
    now = address.now[name]
    choices = [
        Choice(str(label), count, address.at(**{name: value}), value == now)
        for value, label, count in values
        if count or value == now
    ]
    if now:
        choices = [Choice(str(_("Tất cả")), 0, address.at(**{name: ""})), *choices]
    return str(title), choices[:MOST_CHOICES]
