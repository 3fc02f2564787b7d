"""Rows of an office's own table as content of items: which column is which, every cell read, every slip named.

A row is known again by its own code, else by number, day and unit, else by title, day and unit (`key`). What it lacks
comes from its group, the batch's group and unit, or the law's own defaults, as when one document is entered by hand.
"""

import hashlib
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext_lazy as _

from catalog import access, categories, secrecy
from catalog.choices import Digitising, InfoClass, ItemState, PublicationForm, UpdateCycle
from catalog.models import ImportedRow, InformationItem, ItemGroup
from catalog.services import groups
from catalog.services.drafts import is_odd_link
from cms.core import garbled, tables
from cms.core.dates import short
from cms.core.models import Authority, Unit
from cms.core.text import fold
from cms.law.models import AdoptedRuleSet


@dataclass(frozen=True)
class Column:
    """A column of ours: what we call it, what others call it, and whether a table is of use without it."""

    key: str
    title: str
    also: tuple[str, ...] = ()
    required: bool = False


COLUMNS = (
    Column("title", _("Tên thông tin"), ("Tên", "Nội dung", "Trích yếu", "Tên văn bản", "Tên hồ sơ", "Tên tài liệu"), True),
    Column("number", _("Số, ký hiệu"), ("Số ký hiệu", "Số hiệu", "Số", "Số/ký hiệu", "Số văn bản")),
    Column("created_on", _("Ngày tạo ra"), ("Ngày ban hành", "Ngày ký", "Ngày", "Ngày, tháng, năm", "Ngày văn bản"), True),
    Column("unit", _("Đơn vị tạo ra"), ("Đơn vị", "Đơn vị soạn thảo", "Đơn vị chủ trì")),
    Column("responsible_unit", _("Đơn vị chịu trách nhiệm công khai"), ("Đơn vị quản lý", "Đơn vị chịu trách nhiệm")),
    Column("info_class", _("Loại thông tin"), ("Loại", "Phân loại")),
    Column("category", _("Nhóm thông tin"), ("Điểm của Điều 17.1", "Điểm", "Điểm Điều 17")),
    Column("group", _("Nhóm của cơ quan"), ("Nhóm",)),
    Column("legal_basis", _("Căn cứ pháp lý"), ("Căn cứ",)),
    Column("forms", _("Hình thức công khai"), ("Hình thức",)),
    Column("until", _("Thời hạn công khai"), ("Thời hạn",)),
    Column("update_cycle", _("Chu kỳ cập nhật"), ("Chu kỳ",)),
    Column("link", _("Địa chỉ truy cập"), ("Đường dẫn", "Địa chỉ", "Link", "Liên kết", "URL")),
    Column("summary", _("Tóm tắt"), ("Mô tả",)),
    Column("keywords", _("Từ khóa"), ()),
    Column("conditional_kind", _("Loại điều kiện"), ("Điều kiện",)),
    Column("consent_of", _("Ai phải đồng ý"), ("Cần ai đồng ý", "Người phải đồng ý")),
    Column("digitising", _("Số hóa"), ("Tình trạng số hóa",)),
    Column("paper_place", _("Nơi giữ bản giấy"), ("Nơi lưu", "Nơi lưu trữ")),
    Column("source_code", _("Mã mục"), ("Mã", "Mã ngoài", "Mã hồ sơ")),
)  # fmt: skip
BY_KEY = {column.key: column for column in COLUMNS}
REQUIRED = tuple(column.key for column in COLUMNS if column.required)
#: Books shorten what the lists of the law call in full.
_SHORT_FORMS = {
    "cong thong tin dien tu": PublicationForm.PORTAL, "trang thong tin dien tu": PublicationForm.PORTAL,
    "cong thong tin": PublicationForm.PORTAL, "website": PublicationForm.PORTAL, "cong": PublicationForm.PORTAL,
    "niem yet tai thon": PublicationForm.POSTING_HAMLET, "niem yet": PublicationForm.POSTING,
    "truyen thanh": PublicationForm.LOUDSPEAKER, "hop bao": PublicationForm.SPOKESPERSON,
}  # fmt: skip
_EARLIEST = date(1945, 9, 2)
_DAY = re.compile(
    r"(?:ngày\s+)?(\d{1,2})(?:\s*[/.-]\s*|\s+tháng\s+)(\d{1,2})(?:\s*[/.-]\s*|\s+năm\s+)(\d{4})", re.IGNORECASE
)
_ISO_DAY = re.compile(r"(\d{4})-(\d{2})-(\d{2})")
_SPLIT_LINKS = re.compile(r"[\s;]+")
_UNTIL = re.compile(r"^đến(?:\s+hết)?\s+", re.IGNORECASE)


class CellError(Exception):
    """What is wrong with one cell, in a sentence."""


@dataclass(frozen=True)
class Slip:
    """One wrong cell; `column` is its name in the file, empty for the row as a whole."""

    line: int
    column: str
    told: str


@dataclass(frozen=True)
class Incoming:
    """A row that can become a draft."""

    line: int
    key: str
    facts: dict
    links: tuple[tuple[str, str], ...]
    source_code: str


def guess(headers, remembered: Mapping[str, str]) -> dict[str, str]:
    """Which column of the file is which of ours: as the authority said the last time, else by name."""
    there = {fold(title): title for title in headers if title}
    found, taken = {}, set()
    for column in COLUMNS:
        names = (remembered.get(column.key, ""), str(column.title), *column.also)
        title = next((there[fold(name)] for name in names if name and fold(name) in there), None)
        if title is not None and title not in taken:
            found[column.key] = title
            taken.add(title)
    return found


# --- what is there already ---------------------------------------------------------------------------------------
class Known:
    """Rows the authority's catalog has already, by code and by key; read once for a whole table."""

    def __init__(self, authority: Authority):
        rows = ImportedRow.objects.filter(authority=authority)
        self.by_key = dict(rows.values_list("key", "item__code"))
        own_code = {code for key, code in self.by_key.items() if key.startswith("m:")}
        self.codes, self.by_facts = set(), {}
        items = InformationItem.objects.of(authority).exclude(state=ItemState.MARK)
        told = items.values_list("code", "number", "title", "created_on", "originating_unit_id")
        for code, number, title, created_on, unit in told.iterator(chunk_size=5_000):
            self.codes.add(code)
            if created_on is not None and code not in own_code:
                self.by_facts[key_of("", number, title, created_on, unit)] = code

    def code_of(self, row: Incoming) -> str:
        """The item that this row already is; empty for a new one."""
        if row.source_code in self.codes:
            return row.source_code
        facts = row.facts
        natural = key_of("", facts["number"], facts["title"], facts["created_on"], facts["originating_unit"].pk)
        return self.by_key.get(row.key) or self.by_facts.get(natural, "")


def key_of(source_code: str, number: str, title: str, created_on: date, unit: int) -> str:
    """The stable key of a row, as a digest: it must not say what an item says."""
    if source_code:
        return "m:" + _digest(fold(source_code))
    told = f"s|{fold(number).replace(' ', '')}" if number else f"t|{fold(title)}"
    return "s:" + _digest(f"{told}|{created_on.isoformat()}|{unit}")


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


# --- reading rows ------------------------------------------------------------------------------------------------
class Reader:
    """Reads the rows of one table. The same words in many rows are looked up once."""

    def __init__(self, *, authority: Authority, rule_set: AdoptedRuleSet, columns, unit, group, by, today: date):
        self.columns = {key: (title, fold(title)) for key, title in columns.items()}
        self.rule_set, self.rules, self.today = rule_set, rule_set.rules, today
        self.unit, self.group = unit, group
        self.units = _names(Unit.objects.filter(authority=authority, is_active=True))
        self.may_enter = set(access.units_to_enter_for(by).filter(authority=authority).values_list("pk", flat=True))
        own = ItemGroup.objects.filter(authority=authority, is_active=True).select_related("unit")
        self.groups = {fold(one.name): one for one in own}
        self.focal = authority.units.filter(is_focal=True, is_active=True).first()
        self.categories = _category_words(self.rules)
        self.classes = _words(InfoClass.choices)
        self.cycles = _words(UpdateCycle.choices)
        self.states = _words(Digitising.choices)
        self.conditions = {fold(one.label): one.code for one in self.rules.conditional_kinds}
        self.conditions |= {fold(one.code): one.code for one in self.rules.conditional_kinds}
        self.seen: dict[str, int] = {}
        self._kept: dict[tuple[str, str], object] = {}

    def read(self, row: tables.Row) -> tuple[Incoming | None, list[Slip]]:
        """The row as a draft's content, or what is wrong with each of its cells. StateSecret stops everything."""
        texts = {key: _text(row.cells.get(folded)) for key, (_title, folded) in self.columns.items()}
        if garbled.fault("\n".join(texts.values())) and (slips := self._garbled(row, texts)):
            return None, slips
        slips, found = [], {}
        for key, text in texts.items():
            if not text:
                continue
            try:
                found[key] = self._cell(key, text, row.cells.get(self.columns[key][1]))
            except CellError as error:
                slips.append(self._slip(row, key, str(error)))
        wrong = {key for key, text in texts.items() if text and key not in found}
        slips += [self._slip(row, key, told) for key, told in self._lacking(found, wrong) if key not in wrong]
        if slips:
            return None, slips
        secrecy.refuse_marked(
            found["title"], found.get("summary", ""), found.get("number", ""), found.get("keywords", "")
        )
        incoming = self._incoming(row.number, found)
        slips = [self._slip(row, key, told) for key, told in self._against_law(incoming)]
        if not slips and (first := self.seen.setdefault(incoming.key, row.number)) != row.number:
            by = "source_code" if incoming.source_code else "number" if incoming.facts["number"] else "title"
            slips = [self._slip(row, by, f"trùng với dòng {first} của tệp")]
        return (None, slips) if slips else (incoming, [])

    def code_in(self, row: tables.Row) -> str:
        """The code that the row says it has."""
        return _text(row.cells.get(self.columns["source_code"][1])) if "source_code" in self.columns else ""

    def _slip(self, row, key, told):
        title = self.columns[key][0] if key in self.columns else str(BY_KEY[key].title)
        return Slip(row.number, title, told)

    def _garbled(self, row, texts):
        found = ((key, garbled.fault(text)) for key, text in texts.items() if key != "link")
        return [self._slip(row, key, told) for key, told in found if told]

    # --- cells ---
    def _cell(self, key, text, cell):
        reader: Callable | None = _CELLS.get(key)
        if reader is None:
            return _short_enough(key, text)
        if key in _ONE_BY_ONE:
            return reader(self, text, cell)
        kept = self._kept.get((key, text))
        if kept is None:
            kept = self._kept[key, text] = reader(self, text, cell)
        return kept

    def _a_day(self, text, cell):
        day = cell if isinstance(cell, date) else day_in(text)
        if day is None:
            raise CellError(f"“{_cut(text)}” chưa phải ngày, ví dụ 25/11/2026")
        if day > self.today:
            raise CellError(f"{short(day)} là ngày trong tương lai")
        if day < _EARLIEST:
            raise CellError(f"{short(day)} quá xa; hãy xem lại năm")
        return day

    def _a_unit(self, text, cell):
        if (unit := self.units.get(fold(text))) is None:
            raise CellError(f"cơ quan không có đơn vị “{_cut(text)}”")
        return unit

    def _own_unit(self, text, cell):
        unit = self._a_unit(text, cell)
        if unit.pk not in self.may_enter:
            raise CellError(f"ông/bà không được nhập cho “{unit.name}”")
        return unit

    def _a_group(self, text, cell):
        if (group := self.groups.get(fold(text))) is None:
            raise CellError(f"cơ quan chưa có nhóm “{_cut(text)}”")
        return group

    def _a_category(self, text, cell):
        plain = text.casefold().rstrip(".:) ")
        known = self.categories
        code = known.get(f"điểm {plain}") or known.get(plain) or known.get(fold(text))
        if code is None:
            raise CellError(f"“{_cut(text)}” không phải điểm nào của Điều 17.1 {self.rules.legal_reference}")
        return code

    def _a_class(self, text, cell):
        code = _one_of(
            self.classes, text, [label for value, label in InfoClass.choices if value != InfoClass.INACCESSIBLE]
        )
        if code == InfoClass.INACCESSIBLE:
            raise CellError("thông tin không được tiếp cận chỉ ghi dấu, không nhập nội dung")
        return code

    def _a_cycle(self, text, cell):
        return _one_of(self.cycles, text, UpdateCycle.labels)

    def _a_state(self, text, cell):
        return _one_of(self.states, text, Digitising.labels)

    def _a_condition(self, text, cell):
        return _one_of(self.conditions, text, [one.label for one in self.rules.conditional_kinds])

    def _some_forms(self, text, cell):
        codes, rest = set(), f" {fold(text)} "
        for words, code in _FORM_WORDS:
            if words in rest:
                rest = rest.replace(words, " ")
                codes.add(code)
        if rest.strip(" ;,.&|+/\n"):
            raise CellError(
                f"“{_cut(text)}” không có trong danh sách hình thức: {'; '.join(map(str, PublicationForm.labels[:5]))}…"
            )
        return f" {' '.join(code for code in PublicationForm.values if code in codes)} "

    def _until(self, text, cell):
        day = cell if isinstance(cell, date) else day_in(_UNTIL.sub("", text))
        if day is None and len(text) > 100:
            raise CellError("dài quá 100 ký tự")
        return {"until_on": day} if day else {"until_words": text}

    def _some_links(self, text, cell):
        links = [link for link in _SPLIT_LINKS.split(text) if link]
        for link in links:
            if is_odd_link(link):
                raise CellError(f"“{_cut(link)}” chưa phải đường dẫn; phải bắt đầu bằng https://")
            if len(link) > 500:
                raise CellError("đường dẫn dài quá 500 ký tự")
        return tuple(("", link) for link in links)

    # --- the row as a whole ---
    def _lacking(self, found, wrong):
        for key in REQUIRED:
            if key not in found:
                yield key, "còn trống"
        if "unit" not in found and self._group(found, unit_too=True) is None and self.unit is None:
            yield "unit", "còn trống; hãy ghi đơn vị, hoặc chọn đơn vị chung cho cả bảng"
        if not found.get("category") and self._group(found) is None and "category" not in wrong:
            if found.get("info_class", InfoClass.MUST_PUBLISH) == InfoClass.MUST_PUBLISH and "info_class" not in wrong:
                yield "category", "còn trống; thông tin phải công khai thuộc một điểm của Điều 17.1"
        if found.get("info_class") == InfoClass.CONDITIONAL:
            for key in ("conditional_kind", "consent_of"):
                if key not in found:
                    yield key, "còn trống; thông tin có điều kiện cần ghi"
            for key in ("summary", "link"):
                if key in found:
                    yield key, "thông tin có điều kiện chỉ ghi là có, không ghi tóm tắt, đường dẫn"

    def _group(self, found, unit_too=False):
        group = found.get("group", self.group)
        return None if group is None or (unit_too and not group.unit_id) else group

    def _incoming(self, line, found) -> Incoming:
        group = self._group(found)
        if group is not None:
            facts = groups.of_group(group, self.rule_set, self.focal)
        else:
            facts = {"rule_set": self.rule_set, "info_class": InfoClass.MUST_PUBLISH, "responsible_unit": self.focal}
            if category := found.get("category"):
                facts |= groups.of_category(category, self.rule_set, self.focal)
        unit = found.get("unit") or facts.get("originating_unit") or self.unit
        facts |= {
            "originating_unit": unit,
            "responsible_unit": found.get("responsible_unit") or facts["responsible_unit"] or unit,
        }
        facts |= {key: found[key] for key in _PLAIN if key in found}
        facts |= found.get("until", {})
        facts.setdefault("number", "")
        if facts["info_class"] == InfoClass.CONDITIONAL:
            facts |= {"category": "", "summary": ""}
        code = found.get("source_code", "")
        key = key_of(code, facts["number"], facts["title"], facts["created_on"], unit.pk)
        return Incoming(line, key, facts, found.get("link", ()), code)

    def _against_law(self, incoming):
        facts = incoming.facts
        if facts["originating_unit"].pk not in self.may_enter:
            yield "unit", f"ông/bà không được nhập cho “{facts['originating_unit'].name}”"
        if facts.get("until_on") and facts["until_on"] < facts["created_on"]:
            yield "until", f"hết hạn ngày {short(facts['until_on'])}, trước ngày tạo ra"


_CELLS = {
    "created_on": Reader._a_day, "unit": Reader._own_unit, "responsible_unit": Reader._a_unit,
    "group": Reader._a_group, "category": Reader._a_category, "info_class": Reader._a_class,
    "forms": Reader._some_forms, "until": Reader._until, "update_cycle": Reader._a_cycle,
    "link": Reader._some_links, "conditional_kind": Reader._a_condition, "digitising": Reader._a_state,
}  # fmt: skip
#: Cells that differ from row to row, or that may be real dates.
_ONE_BY_ONE = frozenset({"created_on", "until", "link"})
#: Facts that a cell gives as they are.
_PLAIN = ("title", "number", "created_on", "info_class", "category", "legal_basis", "forms", "update_cycle", "summary",
          "keywords", "conditional_kind", "consent_of", "digitising", "paper_place")  # fmt: skip
_FORM_WORDS = sorted(
    [(fold(str(label)), code) for code, label in PublicationForm.choices] + list(_SHORT_FORMS.items()),
    key=lambda pair: -len(pair[0]),
)
_LONGEST = {
    key: 100 if key == "source_code" else InformationItem._meta.get_field(key).max_length
    for key in ("title", "number", "legal_basis", "summary", "keywords", "consent_of", "paper_place", "source_code")
    if key == "source_code" or InformationItem._meta.get_field(key).max_length
}


def day_in(text: str) -> date | None:
    """25/11/2026, 25-11-2026, 2026-11-25, "ngày 25 tháng 11 năm 2026"; None for anything else."""
    try:
        if found := _DAY.fullmatch(text.strip()):
            return date(int(found[3]), int(found[2]), int(found[1]))
        if found := _ISO_DAY.fullmatch(text.strip()):
            return date(int(found[1]), int(found[2]), int(found[3]))
    except ValueError:
        return None
    return None


def _short_enough(key, text):
    if len(text) > _LONGEST[key]:
        raise CellError(f"dài quá {_LONGEST[key]} ký tự")
    return text


def _text(cell) -> str:
    """A tidied cell as text; what is text already is not tidied twice."""
    return cell if isinstance(cell, str) else tables.as_text(cell)


def _cut(text: str) -> str:
    return text if len(text) <= 60 else f"{text[:60]}…"


def _names(units):
    return {fold(unit.code): unit for unit in units} | {fold(unit.name): unit for unit in units}


def _words(choices) -> dict[str, str]:
    return {fold(code): code for code, _label in choices} | {fold(str(label)): code for code, label in choices}


def _one_of(known, text, labels):
    if (code := known.get(fold(text))) is None:
        raise CellError(f"“{_cut(text)}” không có trong danh sách: {'; '.join(str(label) for label in labels)}")
    return code


def _category_words(rules) -> dict[str, str]:
    """A point by its code, its letter, its words, or both. Letters keep their marks: điểm d is not điểm đ.

    Points of an earlier law are known by their whole words, where their matter went to one point only.
    """
    found = {}
    for law in AdoptedRuleSet.objects.all():
        for one in law.rules.categories:
            now = categories.now(rules, one.code)
            if len(now) == 1:
                found |= dict.fromkeys((fold(one.code), fold(categories.label_of(law.rules, one.code))), now[0].code)
    for one in rules.categories:
        found |= {fold(one.code): one.code, f"điểm {one.point.casefold()}": one.code, fold(one.label): one.code}
        found[fold(categories.label_of(rules, one.code))] = one.code
    return found
