"""The figures of one authority and one calendar year as everybody may read them, small numbers held back.

Whole calendar years only: with days to choose, two periods that differ by one day would tell of one request. How the
authority keeps its own duty (received, in time, late, extended) is shown to the last request, as on its page; what could
tell of a person only from five up.
"""

from dataclasses import dataclass
from datetime import date

from cms.core.figures import WHOLE, Definition, Period, Scope, count_all
from cms.core.models import Authority
from cms.core.small_cells import held_back
from home.kept import until_next_act
from home.reports.gathering import by_code
from home.statistics.table import shown

FIRST_YEAR = 2018
#: Shown to the last request.
OPEN = (
    "received", "pieces", "carried_over", "open_at_end", "settled", "on_time", "late", "extended",
    "corrections", "corrections_answered", "corrections_in_time",
    "items_due", "items_due_kept", "items_published", "items_published_point", "items_updates", "items_corrected",
    "activities", "trainings", "trained_people", "focal_officers", "with_section", "with_regulation",
)  # fmt: skip
#: Divided by what could tell of a person: the parts of each are held back together.
DIVIDED = ("received_channel", "received_requester", "received_field", "pieces_field", "withheld_ground")
#: Ends of requests whose sums are known, each group held back together; of refusals both or none, for the grounds tell
#: how many there are of the two.
ENDS = (("provided", "provided_partly", "refused"), ("redirected", "withdrawn", "lapsed"))
WITHHOLDING = ("refused", "provided_partly")


@dataclass(frozen=True)
class PublicLine:
    """One figure or part: the number, or why there is none. `count` is None where it is held back."""

    code: str
    part: str
    group: str
    label: str
    meaning: str
    article: str
    unit: str
    count: int | None
    shown: str


def lines_of(authority: Authority, year: int, day: date) -> list[PublicLine]:
    """Every public figure of that calendar year, in the order of a report; kept until the next act, or the next day."""
    return until_next_act(
        f"statistics:public:{authority.pk}:{year}:{day:%Y%m%d}", [authority.code], lambda: _read(authority, year)
    )


def _read(authority, year):
    wanted = {*OPEN, *DIVIDED, *(code for group in ENDS for code in group)}
    definitions = [one for code, one in by_code().items() if code in wanted]
    counts = count_all(definitions, Scope((authority.pk,), Period.calendar_year(year)))
    told = {one.code: counts[one.code].get(authority.pk, {}) for one in definitions}
    held = {}
    for group in ENDS:
        values = held_back({code: told[code].get(WHOLE, 0) for code in group}, first=WITHHOLDING)
        held |= {(code, WHOLE): value for code, value in values.items()}
    for code in DIVIDED:
        parts = dict.fromkeys(by_code()[code].part_labels(), 0) | told[code]
        held |= {(code, part): value for part, value in held_back(parts).items()}
    return [line for one in definitions for line in _lines(one, told[one.code], held)]


def _lines(one: Definition, amounts, held: dict):
    parts = [*dict.fromkeys([*one.part_labels(), *amounts])] if one.part_labels() else [WHOLE]
    for part in parts:
        amount = amounts.get(part, 0)
        if not amount and len(parts) > 1 and held.get((one.code, part), "0") == "0":
            continue
        words = held.get((one.code, part), shown(one, amount))
        is_held = (one.code, part) in held and not words.isdigit()
        yield PublicLine(
            one.code,
            part,
            str(one.group.label),
            one.label_of(part),
            str(one.meaning),
            str(one.article),
            str(one.measure.label),
            None if is_held else amount,
            words,
        )
