"""A table on paper: A4 across, the names of the columns on every page, page x/y, and what the table is on the first.

A table of many columns stands on several lines: each row of the table then takes as many lines as the header, cell under
name, in the one order that its XLSX and CSV have. Long tables are set in parts, each in a process of its own, and joined.
"""

import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from io import BytesIO
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import IO

from cms.core import typeset
from cms.core.tables import as_text

#: A line of the paper is divided so; a column takes one or more of the parts.
GRID = 12
#: Rows set at once. So many of the register take 200 MB of the process that sets them.
PORTION = 200
_SOURCE = Path(__file__).with_name("print_table.typ")


@dataclass(frozen=True)
class Signer:
    """One column of the block of signatures: as what, "(Ký, ghi rõ họ tên)", who, when."""

    role: str
    name: str
    note: str = ""
    when: str = ""


@dataclass(frozen=True)
class Sheet:
    """What is printed around the rows. `columns` are (title, width in parts of the line)."""

    title: str
    owner: str
    about: tuple[tuple[str, str], ...]
    columns: tuple[tuple[str, int], ...]
    closing: str = ""
    signers: tuple[Signer, ...] = ()


def widths(wanted: Iterable[int], grid: int = GRID) -> tuple[list[int], list[int]]:
    """The width of each column so that every line is full, and the places at which lines begin."""
    wanted = list(wanted)
    if sum(wanted) <= grid:
        return wanted, [0]
    lines, room = [[]], grid
    for place, width in enumerate(wanted):
        if width > room:
            lines.append([])
            room = grid
        lines[-1].append(place)
        room -= width
    for line in lines:
        spare, at = grid - sum(wanted[place] for place in line), 0
        while spare:  # what is left over goes round
            wanted[line[-1 - at % len(line)]] += 1
            spare, at = spare - 1, at + 1
    return wanted, [line[0] for line in lines]


def words(cell) -> str:
    """A cell as it is read on paper and on the screen: dates dd/mm/yyyy, numbers 1.234, text as it is."""
    if isinstance(cell, int) and not isinstance(cell, bool):
        return f"{cell:,}".replace(",", ".")
    return as_text(cell)


def write_pdf(
    target: IO[bytes],
    sheet: Sheet,
    rows: Iterable[Iterable],
    *,
    made: datetime,
    totals: Callable[[], list] | None = None,
    tell: Callable[[int], None] = lambda _done: None,
) -> int:
    """Write the table; returns how many rows. `totals` is asked for the last line after the last row was read.

    `made` is the moment the paper says it was made; `tell` hears how many rows are set. Raises typeset.NotSet.
    """
    with TemporaryDirectory() as folder:
        return _Printing(sheet, made, Path(folder), tell).write(target, iter(rows), totals)


class _Printing:
    def __init__(self, sheet, made, folder, tell):
        self.made, self.folder, self.tell = made, folder, tell
        spans, tiers = widths(width for _title, width in sheet.columns)
        self.sheet, self.source = sheet, _SOURCE.read_text(encoding="utf-8")
        self.frame = {
            "title": sheet.title,
            "owner": sheet.owner,
            "about": [list(pair) for pair in sheet.about],
            "footer": f"{sheet.owner} · {sheet.title}",
            "columns": [
                {"title": title, "width": span} for (title, _width), span in zip(sheet.columns, spans, strict=True)
            ],
            "grid": min(GRID, sum(spans)),
            "first-line": tiers[1] if len(tiers) > 1 else len(spans),
            "numbered": len(tiers) > 1,
            "closing": "",
            "signers": [],
            "totals": None,
            "pages": None,
            "start": 1,
        }

    def write(self, target, rows, totals):
        written, part, parts = 0, self.take(rows), []
        while True:
            following = self.take(rows)
            written += len(part)
            parts.append(self.frame | {"rows": part, "first": not parts, "tags": not following and not parts})
            if not following:
                break
            self.keep(parts)
            self.tell(written)
            part = following
        last = parts[-1]
        last["totals"] = [words(cell) for cell in totals()] if totals else None
        last["closing"] = self.sheet.closing
        last["signers"] = [vars(one) for one in self.sheet.signers]
        if len(parts) == 1:
            target.write(self.set(last))
        else:
            self.keep(parts)
            self.join(target, parts)
        self.tell(written)
        return written

    def take(self, rows):
        return [[words(cell) for cell in row] for row in islice(rows, PORTION)]

    def keep(self, parts):
        """Put the part just filled on disk, with how many pages it takes: a long table never stands in memory."""
        from pypdf import PdfReader  # heavy: only where a long table is printed

        part, number = parts[-1], len(parts)
        pages = len(PdfReader(BytesIO(self.set(part))).pages)
        (self.folder / f"{number}.json").write_text(json.dumps(part, ensure_ascii=False), encoding="utf-8")
        parts[-1] = pages

    def join(self, target, parts):
        """Set every part again, now that it is known on which page it begins and how many there are."""
        from pypdf import PdfWriter

        whole, start = PdfWriter(), 1
        for number, pages in enumerate(parts, start=1):
            part = json.loads((self.folder / f"{number}.json").read_text(encoding="utf-8"))
            whole.append(BytesIO(self.set(part | {"start": start, "pages": sum(parts)})))
            start += pages
        whole.write(target)

    def set(self, part):
        tags = part["tags"]
        return typeset.pdf(self.source, {k: v for k, v in part.items() if k != "tags"}, made=self.made, tags=tags)
