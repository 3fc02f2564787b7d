"""The catalog measured: is what must be public there, in time, kept up to date, to be opened, digitised (law.md 4.4, 20).

Each meter is one condition on rows. A figure counts them, and the list behind it shows them, so that both are always
the same; nothing is counted anywhere else.
"""

from collections import defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date

from django.db.models import Count, F, Q
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from catalog import categories, queries
from catalog.choices import OPEN_CLASSES, Digitising, InfoClass, ItemState
from cms.core.bars import Bar, bar
from cms.core.models import Authority, Unit
from cms.law.choices import DutyKind
from cms.law.errors import LawError
from cms.law.services import current_calendar, rule_set_on
from cms.law.terms import RuleSet

#: Rows of no point of the law in force: of the authority's own choice, or of a point that is gone.
NO_POINT = "khac"
#: What was made before the law in force took effect, and after.
BEFORE, AFTER = "truoc", "sau"


@dataclass(frozen=True)
class Ruler:
    """What the meters measure by: a local day, and the law in force on it."""

    day: date
    rules: RuleSet
    #: The last day for what the law newly requires of older information; None where it sets none (L26 Điều 31.3).
    backlog_until: date | None = None

    @classmethod
    def of(cls, day: date) -> "Ruler":
        rules = rule_set_on(day).rules
        try:
            until = current_calendar().end_of(rules.in_force_from, rules.duty(DutyKind.BACKLOG))
        except LawError:
            until = None
        return cls(day, rules, until)


@dataclass(frozen=True)
class Meter:
    """One figure: its name in addresses, its words, which rows it counts, and of which other meter it is a share."""

    slug: str
    label: str
    meaning: str
    rows: Callable[[Ruler], Q]
    of: str = ""


def _public(ruler):
    in_time = Q(until_on=None) | Q(until_on__gte=ruler.day)
    return Q(live=True, info_class__in=[str(one) for one in OPEN_CLASSES]) & in_time


def _dated(ruler):
    return Q(published_on__isnull=False, due_on__isnull=False)


def _waiting(ruler):
    return Q(info_class=InfoClass.MUST_PUBLISH, state=ItemState.DRAFT, published_on=None)


def _cyclic(ruler):
    return _public(ruler) & Q(next_update_on__isnull=False)


def _backlog(ruler):
    return Q(info_class=InfoClass.MUST_PUBLISH) & queries.newly_required(ruler.rules)


def _kept(ruler):
    """Rows with a content of their own: marks of inaccessible information have none."""
    return ~Q(state=ItemState.MARK)


METERS = {
    one.slug: one
    for one in (
        Meter("muc", gettext_lazy("Mục"), gettext_lazy("Mọi mục trong danh mục, kể cả dự thảo."), _kept),
        Meter("cong-khai", gettext_lazy("Đang công khai"), gettext_lazy("Ai cũng xem được nội dung."), _public),
        Meter("mo-duoc", gettext_lazy("Mở được ngay"), gettext_lazy("Có đường dẫn hoặc tệp, không cái nào hỏng quá ba ngày."),
              lambda ruler: _public(ruler) & queries.opens(ruler.day), "cong-khai"),
        Meter("khong-mo-duoc", gettext_lazy("Không mở được"),
              gettext_lazy("Đang công khai mà không có đường dẫn, tệp, hoặc có chỗ hỏng quá ba ngày."),
              lambda ruler: _public(ruler) & ~queries.opens(ruler.day), "cong-khai"),
        Meter("da-cong-khai", gettext_lazy("Đã công khai, có hạn"),
              gettext_lazy("Đã công khai ít nhất một lần và luật có đặt hạn."), _dated),
        Meter("dung-han", gettext_lazy("Đúng hạn"), gettext_lazy("Công khai lần đầu không muộn hơn hạn."),
              lambda ruler: _dated(ruler) & Q(published_on__lte=F("due_on")), "da-cong-khai"),
        Meter("cham", gettext_lazy("Công khai chậm"), gettext_lazy("Công khai lần đầu sau hạn."),
              lambda ruler: _dated(ruler) & Q(published_on__gt=F("due_on")), "da-cong-khai"),
        Meter("dang-cham", gettext_lazy("Công khai chậm"), gettext_lazy("Trong số đang công khai, lần đầu đăng sau hạn."),
              lambda ruler: _public(ruler) & Q(due_on__isnull=False, published_on__gt=F("due_on"))),
        Meter("qua-han", gettext_lazy("Quá hạn, chưa công khai"), gettext_lazy("Phải công khai, đã hết hạn mà chưa đăng."),
              lambda ruler: _waiting(ruler) & Q(due_on__lt=ruler.day)),
        Meter("co-chu-ky", gettext_lazy("Có chu kỳ cập nhật"),
              gettext_lazy("Đang công khai, phải cập nhật theo tháng, quý, năm."), _cyclic),
        Meter("qua-ky", gettext_lazy("Quá kỳ cập nhật"), gettext_lazy("Trong kỳ không cập nhật lần nào."),
              lambda ruler: _cyclic(ruler) & Q(next_update_on__lt=ruler.day), "co-chu-ky"),
        Meter("da-so-hoa", gettext_lazy("Đã số hóa"), "", lambda ruler: _kept(ruler) & Q(digitising=Digitising.DONE), "muc"),
        Meter("dang-so-hoa", gettext_lazy("Đang số hóa"), "",
              lambda ruler: _kept(ruler) & Q(digitising=Digitising.UNDER_WAY), "muc"),
        Meter("chua-so-hoa", gettext_lazy("Chưa số hóa"), "",
              lambda ruler: _kept(ruler) & Q(digitising=Digitising.NOT_YET), "muc"),
        Meter("viec-cu", gettext_lazy("Luật mới buộc thêm"),
              gettext_lazy("Có trước ngày luật có hiệu lực, nay phải công khai (Điều 31.3 Luật Tiếp cận thông tin 2026)."),
              _backlog),
        Meter("viec-cu-con", gettext_lazy("Còn phải công khai"),
              gettext_lazy("Trong số luật mới buộc thêm, chưa công khai lần nào."),
              lambda ruler: _backlog(ruler) & Q(published_on=None), "viec-cu"),
    )
}  # fmt: skip

#: What became of rows with a due date: the parts of a bar.
TIMELY = (
    ("dung-han", "bar__done", gettext_lazy("công khai đúng hạn")),
    ("cham", "bar__wait", gettext_lazy("công khai chậm")),
    ("qua-han", "bar__late", gettext_lazy("quá hạn, chưa công khai")),
)


# --- narrowing -----------------------------------------------------------------------------------------------------
@dataclass(frozen=True)
class Narrowed:
    """Rows that one figure counts, by the names in addresses. What means nothing narrows nothing."""

    meter: Meter | None = None
    authority: str = ""
    point: str = ""
    unit: int | None = None
    made: str = ""

    #: Names of the parameters of an address.
    PARAMETERS = ("so-do", "co-quan", "diem", "don-vi", "ra-doi")

    @classmethod
    def of(cls, query: Mapping[str, str], rules: RuleSet) -> "Narrowed":
        point, unit, made = query.get("diem", ""), query.get("don-vi", ""), query.get("ra-doi", "")
        return cls(
            meter=METERS.get(query.get("so-do", "")),
            authority=query.get("co-quan", "")[:40],
            point=point if point == NO_POINT or categories.find(rules, point) else "",
            unit=int(unit) if unit.isascii() and unit.isdigit() and len(unit) < 10 else None,
            made=made if made in (BEFORE, AFTER) else "",
        )

    @property
    def is_any(self) -> bool:
        return any((self.meter, self.authority, self.point, self.unit, self.made))

    def rows(self, items, ruler: Ruler):
        """The items that are left."""
        if self.meter:
            items = items.filter(self.meter.rows(ruler))
        if self.authority:
            items = items.filter(authority__code=self.authority)
        if self.point == NO_POINT:
            items = items.exclude(category__in=_codes(ruler.rules))
        elif self.point:
            items = items.filter(category__in=categories.codes_of(ruler.rules, self.point))
        if self.unit:
            items = items.filter(responsible_unit=self.unit)
        if self.made:
            items = items.filter(_made(self.made, ruler))
        return items

    def words(self, ruler: Ruler) -> list[str]:
        """What narrows, as a person reads it."""
        told = [str(self.meter.label)] if self.meter else []
        if self.authority:
            told += Authority.objects.filter(code=self.authority).values_list("short_name", flat=True)
        if self.point:
            told.append(_("ngoài các điểm của luật") if self.point == NO_POINT else _point(ruler.rules, self.point))
        if self.unit:
            told += Unit.objects.filter(pk=self.unit).values_list("name", flat=True)
        if self.made:
            told.append(made_words(ruler.rules)[self.made])
        return told


def made_words(rules: RuleSet) -> dict[str, str]:
    day = f"{rules.in_force_from:%d/%m/%Y}"
    return {BEFORE: _("ra đời trước %s") % day, AFTER: _("ra đời từ %s") % day}


def _made(when: str, ruler: Ruler) -> Q:
    first = ruler.rules.in_force_from
    return Q(created_on__lt=first) if when == BEFORE else Q(created_on__gte=first)


def _codes(rules: RuleSet) -> list[str]:
    return [code for one in rules.categories for code in (one.code, *one.moved_from)]


def _point(rules: RuleSet, code: str) -> str:
    return _("điểm %s") % categories.find(rules, code).point


# --- figures -------------------------------------------------------------------------------------------------------
@dataclass
class Figures:
    """One line of figures: of a point, a unit, an authority, or of all rows together."""

    key: str
    label: str
    short: str = ""
    counts: dict[str, int] = field(default_factory=lambda: dict.fromkeys(METERS, 0))
    #: Working days late → how many rows.
    delays: dict[int, int] = field(default_factory=lambda: defaultdict(int))

    def add(self, other: "Figures") -> None:
        for slug, count in other.counts.items():
            self.counts[slug] += count
        for days, count in other.delays.items():
            self.delays[days] += count

    @property
    def median_delay(self) -> int | None:
        """Working days by which the middle one of the late rows was late; None where none was."""
        left = sum(self.delays.values())
        if not left:
            return None
        middle = (left + 1) // 2
        for days in sorted(self.delays):
            middle -= self.delays[days]
            if middle <= 0:
                return days
        return None

    def share(self, slug: str) -> int | None:
        """Whole percent of the meter it is a share of; None of nothing. 100 only where nothing is missing."""
        whole = self.counts[METERS[slug].of]
        if not whole:
            return None
        percent = round(100 * self.counts[slug] / whole)
        return 99 if percent == 100 and self.counts[slug] < whole else percent


@dataclass(frozen=True)
class Board:
    """Lines of figures, and all rows together. A row of the old law may stand in several points, in the whole once."""

    ruler: Ruler
    lines: list[Figures]
    whole: Figures
    overlaps: bool

    @property
    def bars(self) -> list[Bar]:
        """A bar for each line with a row that had a due date."""
        return [bar(line.short, line.counts, TIMELY) for line in self.lines if any(line.counts[n] for n, *_ in TIMELY)]


def by_point(items, ruler: Ruler) -> Board:
    """One line a point of Điều 17.1 that has rows, those of the earlier law where their matter went."""
    parts = _counted(items, "category", ruler)
    lines = []
    for one in ruler.rules.categories:
        words = _("Điểm %(point)s: %(label)s") % {"point": one.point, "label": one.label}
        line = Figures(one.code, words, _("Điểm %s") % one.point)
        for code in (one.code, *one.moved_from):
            if code in parts:
                line.add(parts[code])
        lines.append(line)
    known, rest = set(_codes(ruler.rules)), Figures(NO_POINT, _("Ngoài các điểm của Điều 17.1"), _("Ngoài các điểm"))
    for code, part in parts.items():
        if code not in known:
            rest.add(part)
    lines = [line for line in (*lines, rest) if line.counts["muc"]]
    whole = _whole(parts)
    return Board(ruler, lines, whole, sum(line.counts["muc"] for line in lines) > whole.counts["muc"])


def by_unit(items, ruler: Ruler) -> Board:
    """One line a unit that answers for publication, those with the most overdue rows first."""
    parts = _counted(items, "responsible_unit", ruler)
    names = dict(Unit.objects.filter(pk__in=parts).values_list("pk", "name"))
    return _named(parts, names, ruler)


def by_authority(items, ruler: Ruler) -> Board:
    """One line an authority."""
    parts = _counted(items, "authority__code", ruler)
    names = dict(Authority.objects.filter(code__in=parts).values_list("code", "short_name"))
    return _named(parts, names, ruler)


def _named(parts, names, ruler) -> Board:
    for key, part in parts.items():
        part.label = part.short = names.get(key, "")
    lines = sorted(parts.values(), key=lambda line: (-line.counts["qua-han"], line.label))
    return Board(ruler, lines, _whole(parts), overlaps=False)


def _whole(parts: Mapping[object, Figures]) -> Figures:
    whole = Figures("", _("Tất cả"))
    for part in parts.values():
        whole.add(part)
    return whole


def _counted(items, by: str, ruler: Ruler) -> dict[object, Figures]:
    """{group: its figures}; two statements, whatever the number of rows."""
    columns = {slug.replace("-", "_"): Count("pk", filter=meter.rows(ruler)) for slug, meter in METERS.items()}
    found = {}
    for row in items.order_by().values(by).annotate(**columns):
        counts = {slug: row[slug.replace("-", "_")] for slug in METERS}
        if counts["muc"]:
            found[row[by]] = Figures(str(row[by]), "", counts=counts)
    calendar = current_calendar()
    late = items.filter(METERS["cham"].rows(ruler)).order_by()
    for key, due_on, published_on, amount in late.values_list(by, "due_on", "published_on").annotate(n=Count("pk")):
        if key in found:
            found[key].delays[calendar.working_days_between(due_on, published_on)] += amount
    return found


@dataclass(frozen=True)
class Digitised:
    """How far the paper has come, of what was made before the law in force, and since (law.md 20)."""

    made: str
    label: str
    counts: dict[str, int]


def digitised(items, ruler: Ruler) -> list[Digitised]:
    """Two lines in one statement; rows without a day of making stand in neither."""
    slugs, columns = ("muc", "da-so-hoa", "dang-so-hoa", "chua-so-hoa"), {}
    for made in (BEFORE, AFTER):
        for slug in slugs:
            condition = METERS[slug].rows(ruler) & _made(made, ruler)
            columns[f"{made}_{slug}".replace("-", "_")] = Count("pk", filter=condition)
    found, words = items.order_by().aggregate(**columns), made_words(ruler.rules)
    return [
        Digitised(
            made,
            words[made][:1].upper() + words[made][1:],
            {slug: found[f"{made}_{slug}".replace("-", "_")] for slug in slugs},
        )
        for made in (BEFORE, AFTER)
    ]
