"""Figures of a report as plain data: counted, frozen under a hash, added up, compared with what the register says now.

{code: {part: whole number}}, beside what each code and part is called, counts and rests on. Both are of the day of the
count, so that a report reads years later as it was sent.
"""

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date

from cms.audit import chain
from cms.core.dates import short
from cms.core.figures import Definition, Group, Measure, Period, Scope, count_all
from home.reports.gathering import all_definitions

Figures = dict[str, dict[str, int]]
#: How figures of following periods become one.
ADDED, FIRST, LAST = "ADDED", "FIRST", "LAST"
#: What stands at the beginning of a period, and what stands at its end: neither adds up over the years.
_AT_THE_BEGINNING = frozenset({"carried_over"})
_STANDING = frozenset({Group.DUTIES, Group.MEANS})
_AT_THE_END = frozenset({"open_at_end", "overdue_at_end"})


@dataclass(frozen=True)
class Counted:
    """Figures with their words, in the order of the report."""

    figures: Figures = field(default_factory=dict)
    definitions: list[dict] = field(default_factory=list)


def told(definition: Definition) -> dict:
    """What a report keeps of a definition: its words as they are today."""
    return {
        "code": definition.code,
        "group": str(definition.group),
        "group_label": str(Group(definition.group).label),
        "label": str(definition.label),
        "meaning": str(definition.meaning),
        "article": str(definition.article),
        "measure": str(definition.measure),
        "measure_label": str(Measure(definition.measure).label),
        "of": definition.of,
        "overlaps": definition.overlaps,
        "over_time": _over_time(definition),
        "parts": [[str(part), str(label)] for part, label in definition.part_labels().items()],
    }


def _over_time(definition) -> str:
    if definition.code in _AT_THE_BEGINNING:
        return FIRST
    if definition.code in _AT_THE_END or definition.group in _STANDING:
        return LAST
    return ADDED


def all_told() -> list[dict]:
    """Every figure that a report may show, in the order of the report."""
    return [told(one) for one in all_definitions()]


def count(authority, first_on, last_on) -> Counted:
    """The register, the catalog and the desk of one authority, over these days; both count."""
    scope = Scope((authority.pk,), Period(first_on, last_on))
    found = count_all(all_definitions(), scope)
    figures = {code: dict(by_body[authority.pk]) for code, by_body in found.items() if by_body.get(authority.pk)}
    return Counted(figures, all_told())


def freeze(code: str, first_on, counted_to, counted: Counted, breakdown=()) -> str:
    """SHA-256 of the figures in their one canonical form: whose, which days, what is counted, how much."""
    table = {
        "body": code,
        "first_on": first_on.isoformat(),
        "counted_to": counted_to.isoformat(),
        "figures": counted.figures,
        "definitions": counted.definitions,
        "breakdown": list(breakdown),
    }
    return hashlib.sha256(chain.canonical_json(table)).hexdigest()


def hash_of(report) -> str:
    """The hash that the report's figures have as they stand in the row."""
    counted = Counted(report.figures, report.definitions)
    return freeze(report.body.code, report.period.first_on, report.counted_to, counted, report.breakdown)


# --- adding up ---------------------------------------------------------------------------------------------------
def add(reports: Iterable[Counted]) -> Counted:
    """Those of several bodies over the same days as one: of days the newest, all else summed."""
    reports = list(reports)
    return _joined(reports, lambda definition: ADDED)


def add_up_years(periods: Iterable[Counted]) -> Counted:
    """Those of following periods, the first one first: what flows is summed, what stands is that of its own day."""
    return _joined(list(periods), lambda definition: definition["over_time"])


def _joined(reports: list[Counted], way) -> Counted:
    words = _words(reports)
    figures: Figures = {}
    for definition in words:
        code, how = definition["code"], way(definition)
        rows = [one.figures.get(code, {}) for one in reports]
        if how in (FIRST, LAST):
            known = [one.figures.get(code, {}) for one in reports if _knows(one, code)]
            rows = [known[0] if how == FIRST else known[-1]]
        joined = _by_part(definition, rows)
        if joined:
            figures[code] = joined
    return Counted(figures, words)


def _knows(counted, code) -> bool:
    return any(one["code"] == code for one in counted.definitions)


def _by_part(definition, rows) -> dict[str, int]:
    found: dict[str, list[int]] = {}
    for row in rows:
        for part, amount in row.items():
            found.setdefault(part, []).append(amount)
    newest = definition["measure"] == Measure.DAY
    return {part: max(amounts) if newest else sum(amounts) for part, amounts in found.items()}


def _words(reports) -> list[dict]:
    """The definitions of all, each once with all its parts; where they differ, those of the last one."""
    known: dict[str, dict] = {}
    for one in reports:
        for definition in one.definitions:
            parts = dict(known.get(definition["code"], {}).get("parts", []))
            parts |= dict(map(tuple, definition["parts"]))
            known[definition["code"]] = definition | {"parts": [list(pair) for pair in parts.items()]}
    order = [str(group) for group in Group]
    place = {code: number for number, code in enumerate(known)}
    return sorted(known.values(), key=lambda one: (order.index(one["group"]), place[one["code"]]))


def shown(measure: str, amount: int | None) -> str:
    """A figure as it is read: 1.250; a day as 05/01/2026; nothing where parts overlap."""
    if amount is None:
        return ""
    if measure == Measure.DAY:
        return short(date.fromordinal(amount)) if amount else "–"
    return f"{amount:,}".replace(",", ".")


# --- reading -----------------------------------------------------------------------------------------------------
def total_of(definition: dict, parts: dict[str, int]) -> int | None:
    """The figure as one number; None where its parts overlap and so come to no sum."""
    if not parts:
        return 0
    if definition["measure"] == Measure.DAY:
        return max(parts.values())
    return None if definition["overlaps"] else sum(parts.values())


@dataclass(frozen=True)
class Line:
    """One line of a table of figures: the figure itself (`part` empty), or one of its parts."""

    code: str
    part: str
    label: str
    measure: str
    amount: int | None
    meaning: str = ""
    article: str = ""

    @property
    def is_part(self) -> bool:
        return bool(self.part)


def lines(counted: Counted, codes: Iterable[str] = ()) -> Iterator[tuple[str, list[Line]]]:
    """(heading of the group, its lines); of these figures only, or of all."""
    wanted = set(codes)
    groups: dict[str, list[Line]] = {}
    for definition in counted.definitions:
        if not wanted or definition["code"] in wanted:
            groups.setdefault(definition["group_label"], []).extend(_lines_of(definition, counted.figures))
    yield from groups.items()


def _lines_of(definition, figures) -> Iterator[Line]:
    parts = figures.get(definition["code"], {})
    words = (definition["measure_label"],)
    if definition["parts"] and definition["of"] and not parts:
        return  # nothing to divide
    # What only divides another figure has its sum there.
    total = None if definition["parts"] and definition["of"] else total_of(definition, parts)
    yield Line(
        definition["code"], "", definition["label"], *words, total,
        definition["meaning"], definition["article"],
    )  # fmt: skip
    labels = dict(map(tuple, definition["parts"]))
    known = [part for part in labels if part in parts] + sorted(part for part in parts if part and part not in labels)
    for part in known:
        yield Line(definition["code"], part, labels.get(part, part), *words, parts[part])


# --- what changed since ------------------------------------------------------------------------------------------
@dataclass(frozen=True)
class Difference:
    """One number that would be another today."""

    label: str
    part: str
    sent: int
    now: int
    measure: str

    @property
    def sent_shown(self) -> str:
        return shown(self.measure, self.sent)

    @property
    def now_shown(self) -> str:
        return shown(self.measure, self.now)


def differences(sent: Counted, now: Counted) -> list[Difference]:
    """What a new count says otherwise, in the order of the report; a figure that only one of them knows is left out."""
    known = {one["code"] for one in now.definitions}
    found = []
    for definition in sent.definitions:
        code = definition["code"]
        if code not in known:
            continue
        before, after = sent.figures.get(code, {}), now.figures.get(code, {})
        labels = dict(map(tuple, definition["parts"]))
        found += [
            Difference(
                definition["label"],
                labels.get(part, part),
                before.get(part, 0),
                after.get(part, 0),
                definition["measure"],
            )
            for part in dict.fromkeys([*before, *after])
            if before.get(part, 0) != after.get(part, 0)
        ]
    return found
