"""An authority's figures as the public reads them: each with what it counts, small cells held back, charts reckoned.

How the authority keeps its own duty (received, in time, late, extended) is shown to the last request. How requests
ended and on which ground is shown only from five up: a smaller number could tell of a person.
"""

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from cms.core.models import Authority
from cms.core.models.predecessor import family_of
from cms.core.small_cells import held_back
from cms.law import names
from home.kept import until_next_act
from workflow.choices import Status
from workflow.statistics import ANSWERED, Figures, YearFigures, figures_of

#: Ends of a request in the order in which they are shown.
_ENDS = (
    Status.PROVIDED,
    Status.PROVIDED_PARTLY,
    Status.REFUSED,
    Status.REDIRECTED,
    Status.WITHDRAWN,
    Status.LAPSED,
)


WITHHOLDING = (Status.REFUSED, Status.PROVIDED_PARTLY)


@dataclass(frozen=True)
class Shown:
    """One figure: its words, its value as it is shown, and what it counts."""

    label: str
    value: str
    meaning: str


@dataclass(frozen=True)
class Bar:
    """One bar of the chart: places in percent across and px down, whatever the width of the screen."""

    label: str
    value: int
    middle: str
    left: str
    width: str
    top: int
    height: int


@dataclass(frozen=True)
class Board:
    """Everything the page shows."""

    day: date
    open: int
    overdue: int
    now: list[Shown]
    years: list[YearFigures]
    year: YearFigures | None
    ends: list[Shown]
    grounds: list[Shown]
    bars: list[Bar]
    base: int


def board_of(authority: Authority, day: date, *, with_former: bool = False) -> Board:
    """The figures of an authority on that day; the newest year in detail."""
    figures = _kept_figures(authority, day, with_former)
    year = figures.years[0] if figures.years else None
    return Board(
        day,
        figures.open,
        figures.overdue,
        _now(figures, year),
        figures.years,
        year,
        _ends(year) if year else [],
        _grounds(year) if year and year.grounds else [],
        _bars(figures),
        _HEIGHT + _ABOVE,
    )


def _kept_figures(authority, day, with_former):
    """The figures as they stand after the last act on the record: kept until the next one, or until the day is over."""
    bodies = set(family_of(authority)) if with_former else {authority.pk}
    codes = Authority.objects.filter(pk__in=bodies).values("code") if with_former else [authority.code]
    return until_next_act(
        f"figures:kept:{authority.pk}:{int(with_former)}:{day:%Y%m%d}",
        codes,
        lambda: figures_of(authority, day, with_former=with_former),
    )


def _now(figures: Figures, year: YearFigures | None) -> list[Shown]:
    shown = [
        Shown(_("Đang giải quyết"), str(figures.open), _("Yêu cầu chưa kết thúc, tính đến hôm nay.")),
        Shown(_("Đang quá hạn"), str(figures.overdue), _("Trong số đang giải quyết, đã qua ngày phải trả lời.")),
    ]
    if year:
        shown += [
            Shown(
                _("Đã nhận năm %d") % year.year,
                str(year.received),
                _("Yêu cầu có ngày nhận trong năm; không tính đơn trùng và đơn không phải yêu cầu."),
            ),
            Shown(
                _("Trả lời đúng hạn năm %d") % year.year,
                _("%(in_time)d trên %(all)d") % {"in_time": year.on_time, "all": year.answered},
                _("Cung cấp, cung cấp một phần hoặc từ chối bằng văn bản, không sau ngày phải trả lời."),
            ),
        ]
    return shown


def _ends(year: YearFigures) -> list[Shown]:
    words = {
        Status.PROVIDED: _("Người yêu cầu nhận đủ thông tin."),
        Status.PROVIDED_PARTLY: _("Phần không được cung cấp đã tách ra, có nêu căn cứ."),
        Status.REFUSED: _("Không cung cấp phần nào, có văn bản nêu căn cứ."),
        Status.REDIRECTED: _("Cơ quan khác giữ thông tin, người yêu cầu được chỉ đến đó."),
        Status.WITHDRAWN: _("Người yêu cầu tự rút, hoặc không đồng ý trả chi phí."),
        Status.LAPSED: _("Người yêu cầu không bổ sung trong hạn do quy chế đặt."),
    }
    # Two sums: the answers, whose number stands in the table of years, and the other ends.
    values = {}
    for group in (ANSWERED, [end for end in _ENDS if end not in ANSWERED]):
        # How many were refused in whole or in part, the grounds may tell: of these two both are held back, or none.
        values |= held_back({end: year.outcomes.get(end, 0) for end in group}, first=WITHHOLDING)
    return [Shown(str(end.label), values[end], words[end]) for end in _ENDS]


def _grounds(year: YearFigures) -> list[Shown]:
    told = names.grounds()
    values = held_back(year.grounds)
    ordered = sorted(year.grounds, key=lambda code: (-year.grounds[code], code))
    return [
        Shown(told[code].label, values[code], told[code].article) if code in told else Shown(code, values[code], "")
        for code in ordered
    ]


#: Px: the tallest bar, and the room above it for its number.
_HEIGHT, _ABOVE = 150, 26


def _bars(figures: Figures) -> list[Bar]:
    tallest = max((amount for _year, _month, amount in figures.months), default=0)
    if not tallest:
        return []
    step = 100 / len(figures.months)
    bars = []
    for place, (year, month, amount) in enumerate(figures.months):
        height = round(_HEIGHT * amount / tallest)
        bars.append(
            Bar(
                f"{month:02d}/{year}",
                amount,
                f"{(place + 0.5) * step:.2f}%",
                f"{place * step + step * 0.15:.2f}%",
                f"{step * 0.7:.2f}%",
                _HEIGHT + _ABOVE - height,
                height,
            )
        )
    return bars
