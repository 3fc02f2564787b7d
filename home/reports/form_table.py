"""The form for bodies outside: one line a number, one line a written part; read back cell by cell."""

import re
from datetime import date
from typing import IO

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from cms.core import tables
from cms.core.dates import short
from cms.core.figures import Measure
from cms.core.text import nfc
from home.reports import counting
from home.reports.choices import PartKind
from home.reports.counting import Counted
from home.reports.outline import parts_of
from home.reports.workbooks import code_of

CODE, NAME, DIVISION, UNIT, AMOUNT, HOW = (
    *("Mã", "Chỉ tiêu", "Phân tổ", "Đơn vị tính"),
    *("Số liệu", "Cách đếm"),
)
COLUMNS = (CODE, NAME, DIVISION, UNIT, AMOUNT, HOW)
#: 1250, 1.250, 1 250: a dot before anything but three digits is no thousands' dot, and so no whole number.
_WHOLE = re.compile(r"\d{1,15}|\d{1,3}(?:[. \u00a0]\d{3}){1,4}", re.ASCII)
#: So large a number nobody has; đồng included.
_GREATEST = 10**15
#: Slips shown at once.
_SHOWN = 50
_PART = "PHAN-"


def cells(definitions: list[dict]) -> list[tuple[dict, str, str]]:
    """(definition, part, words of the part) for each number that is asked for: the figure, or each of its parts."""
    found = []
    for one in definitions:
        divided = [(one, part, label) for part, label in one["parts"] if part]
        found += divided or [(one, "", "")]
    return found


def lines(period, amounts=None, texts=None) -> list[list]:
    """The lines of the form, empty or filled: {code of the line: number}, {title of the part: words}."""
    rows = [
        [code_of(one["code"], part), one["label"], label, _unit(one), _given(amounts, code_of(one["code"], part)), one["meaning"]]
        for one, part, label in cells(counting.all_told())
    ]  # fmt: skip
    return rows + [
        [f"{_PART}{part.position}", part.title, "", str(_("viết")), (texts or {}).get(part.title), part.hint]
        for part in period.parts.all()
        if part.kind == PartKind.TEXT
    ]


def _given(amounts, code):
    return None if amounts is None else amounts.get(code, 0)


def write_blank(target: IO[bytes], *, period) -> int:
    """The empty form; returns how many lines."""
    return write(target, period=period, rows=lines(period))


def write(target: IO[bytes], *, period, rows) -> int:
    """The form with these lines, and a second sheet that says how to fill it in."""
    about = [
        (_("Mẫu"), _("Số liệu báo cáo về tiếp cận thông tin, dùng cho cơ quan ngoài hệ thống")),
        (_("Báo cáo"), period.title),
        (_("Kỳ số liệu"), f"{short(period.first_on)} – {short(period.counted_to)}"),
        (_("Hạn nộp"), short(period.due_on)),
        (_("Cách điền"), _("Điền cột “Số liệu”. Ghi 0 nếu không có. Không sửa cột “Mã”, không bỏ dòng.")),
        (_("Nơi nhận"), period.addressee or period.authority.name),
    ]
    about = [(str(label), str(words)) for label, words in about]
    return tables.write_xlsx(target, COLUMNS, rows, sheet="Số liệu", about=about)


def _unit(definition) -> str:
    return str(_("ngày, dạng 05/11/2026")) if definition["measure"] == Measure.DAY else definition["measure_label"]


def read(name: str, content: bytes, report) -> tuple[Counted, dict[str, str]]:
    """Figures and written parts. ValidationError names every bad cell by line and code."""
    table = tables.read(name, content)
    missing = [title for title in (CODE, AMOUNT) if title not in table.headers]
    if missing:
        raise ValidationError(
            _("Không thấy cột “%(name)s”. Hãy dùng mẫu XLSX tải từ kỳ báo cáo này.") % {"name": missing[0]}
        )
    definitions = counting.all_told()
    wanted = {code_of(one["code"], part): (one, part) for one, part, _label in cells(definitions)}
    titles = {f"{_PART}{part.position}": part.title for part in parts_of(report) if part.kind == PartKind.TEXT}
    figures, texts, slips, seen = {}, {}, [], set()
    for row in table.rows:
        code = row.text(CODE)
        if code in seen:
            slips.append(_("Dòng %(line)s: mã “%(code)s” có hai lần.") % {"line": row.number, "code": code[:60]})
        elif code in titles:
            texts[titles[code]] = nfc(row.text(AMOUNT))
        elif code not in wanted:
            slips.append(
                _("Dòng %(line)s: không có mã “%(code)s” trong mẫu.") % {"line": row.number, "code": code[:60]}
            )
        else:
            definition, part = wanted[code]
            try:
                amount = _amount(definition, row[AMOUNT], report.period)
            except ValidationError as slip:
                slips.append(f"Dòng {row.number}, mã “{code}”: {slip.message}")
            else:
                if amount:
                    figures.setdefault(definition["code"], {})[part] = amount
        seen.add(code)
    left_out = [code for code in wanted if code not in seen]
    slips += [_("Thiếu dòng có mã “%(code)s”.") % {"code": code} for code in left_out]
    slips += [] if slips else _contradictions(definitions, figures)
    if slips:
        raise ValidationError([*slips[:_SHOWN], *_more(len(slips) - _SHOWN)])
    return Counted(figures, definitions), texts


def _more(count: int) -> list[str]:
    return [str(_("Còn %(count)s lỗi nữa.") % {"count": count})] if count > 0 else []


def _amount(definition, cell, period) -> int:
    if cell is None or cell == "":
        raise ValidationError(_("chưa điền. Ghi 0 nếu không có."))
    if definition["measure"] == Measure.DAY:
        return _day(cell, period)
    if isinstance(cell, str) and (whole := _WHOLE.fullmatch(cell.strip())):
        cell = int(whole[0].replace(".", "").replace(" ", "").replace("\u00a0", ""))
    if isinstance(cell, float) and cell.is_integer():
        cell = int(cell)
    if isinstance(cell, bool) or not isinstance(cell, int):
        raise ValidationError(_("“%(cell)s” không phải số nguyên.") % {"cell": tables.as_text(cell)[:40]})
    if not 0 <= cell <= _GREATEST:
        raise ValidationError(_("%(cell)s không phải số từ 0 trở lên.") % {"cell": cell})
    return cell


def _day(cell, period) -> int:
    if cell in (0, "0"):
        return 0
    if isinstance(cell, str):
        try:
            day, month, year = (int(part) for part in cell.strip().split("/"))
            cell = date(year, month, day)
        except ValueError:
            raise ValidationError(
                _("“%(cell)s” không phải ngày. Ví dụ đúng: 05/11/2026.") % {"cell": cell[:40]}
            ) from None
    if not isinstance(cell, date) or cell > period.counted_to:
        raise ValidationError(_("không phải ngày trong kỳ. Ví dụ đúng: 05/11/2026; ghi 0 nếu chưa có."))
    return cell.toordinal()


def _contradictions(definitions, figures) -> list[str]:
    """What cannot be: a part of a figure larger than the figure itself, or its division with another sum."""
    known = {one["code"]: one for one in definitions}
    slips = []
    for one in definitions:
        whole = known.get(one["of"])
        if whole is None or one["overlaps"] or one["measure"] == Measure.DAY:
            continue
        mine = sum(figures.get(one["code"], {}).values())
        all_of_it = sum(figures.get(whole["code"], {}).values())
        words = {"one": one["label"], "mine": mine, "whole": whole["label"], "all": all_of_it}
        if one["parts"] and mine != all_of_it:
            slips.append(_("“%(one)s” cộng lại là %(mine)s, khác “%(whole)s” là %(all)s.") % words)
        elif mine > all_of_it:
            slips.append(_("“%(one)s” là %(mine)s, lớn hơn “%(whole)s” là %(all)s.") % words)
    return [str(slip) for slip in slips]
