"""TOML → rule set, calendar year, prices, periods. Strict: unknown words, missing articles, wrong units are named at once."""

import dataclasses
import re
import tomllib
import types
import typing
from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date
from enum import Enum
from functools import cache
from hashlib import sha256
from itertools import combinations, product
from pathlib import Path

from cms.core.areas import Area
from cms.core.dates import short
from cms.law.choices import (
    ComplaintStep,
    Complexity,
    DayCode,
    DeliveryGroup,
    DutyKind,
    Situation,
    Sure,
    TermKind,
    Unit,
)
from cms.law.errors import CalendarFileError, FileError, PriceListError, RetentionListError, RuleSetError
from cms.law.price_lists import WHOLE, PriceList
from cms.law.retention_periods import RetentionList
from cms.law.terms import RuleSet
from cms.law.workdays import SpecialDay

HERE = Path(__file__).resolve().parent
SHIPPED_RULE_SETS = HERE / "rule_sets"
SHIPPED_CALENDARS = HERE / "calendars"
SHIPPED_PRICES = HERE / "prices"
SHIPPED_RETENTION = HERE / "retention"
#: A rule set is some 30 kB; more than this is not one.
LARGEST_FILE = 512 * 1024
#: Longer than any time limit of law; catches a slip of the keyboard.
LARGEST_AMOUNT = 3_650
#: Đồng; no unit of copying costs as much.
LARGEST_PRICE = 100_000_000
#: Years; a case that must be kept longer goes to the historical archives.
LARGEST_YEARS = 70

#: Duties whose time limit every law on access to information sets.
EVERY_LAW_SETS = {DutyKind.PUBLISH, DutyKind.ACCURACY_ANSWER, DutyKind.CORRECT_PROVIDED, DutyKind.CLAIM_ANSWER}

CODE = re.compile(r"[A-Z][A-Z0-9_]*|\d\d[a-z]?")
RULE_SET_CODE = re.compile(r"[A-Z][A-Z0-9_-]{1,19}")
ARTICLE = re.compile(r"Điều \d+")


@dataclasses.dataclass(frozen=True)
class YearFile:
    """A calendar year as a file tells it."""

    year: int
    confirmed: bool
    source: str
    days: tuple[SpecialDay, ...] = dataclasses.field(metadata={"key": "day"})


def digest(source: bytes) -> str:
    """The SHA-256 of a file, as it was shipped or uploaded."""
    return sha256(source).hexdigest()


def read_rule_set(source: bytes) -> RuleSet:
    """The rule set that a file holds. Raises RuleSetError, which names every slip."""
    rule_set = _read(RuleSet, source, RuleSetError)
    slips = [*_text_slips(rule_set), *_code_slips(rule_set), *_term_slips(rule_set)]
    if slips:
        raise RuleSetError(slips)
    return rule_set


def read_year(source: bytes) -> YearFile:
    """The calendar year that a file holds. Raises CalendarFileError, which names every slip."""
    year = _read(YearFile, source, CalendarFileError)
    slips = day_slips(year.year, year.days)
    if not year.source.strip():
        slips.append("source: không được để trống.")
    if slips:
        raise CalendarFileError(slips)
    return year


def read_price_list(source: bytes) -> PriceList:
    """The price list that a file holds. Raises PriceListError, which names every slip."""
    prices = _read(PriceList, source, PriceListError)
    slips = [*_text_slips(prices), *_price_slips(prices)]
    if slips:
        raise PriceListError(slips)
    return prices


def read_retention(source: bytes) -> RetentionList:
    """The list of retention periods that a file holds. Raises RetentionListError, which names every slip."""
    found = _read(RetentionList, source, RetentionListError)
    slips = [*_text_slips(found), *_period_slips(found)]
    if slips:
        raise RetentionListError(slips)
    return found


def shipped_rule_sets() -> dict[str, bytes]:
    """The rule-set files of this release, by code."""
    return {path.stem: path.read_bytes() for path in sorted(SHIPPED_RULE_SETS.glob("*.toml"))}


def shipped_years() -> dict[int, bytes]:
    """The calendar files of this release, by year."""
    return {int(path.stem): path.read_bytes() for path in sorted(SHIPPED_CALENDARS.glob("*.toml"))}


def shipped_price_lists() -> dict[str, bytes]:
    """The price lists of this release, by code."""
    return {path.stem: path.read_bytes() for path in sorted(SHIPPED_PRICES.glob("*.toml"))}


def shipped_retention() -> dict[str, bytes]:
    """The lists of retention periods of this release, by code."""
    return {path.stem: path.read_bytes() for path in sorted(SHIPPED_RETENTION.glob("*.toml"))}


@cache
def retention_lists() -> dict[str, RetentionList]:
    """The same, read once a process."""
    return {code: read_retention(source) for code, source in shipped_retention().items()}


@cache
def price_lists() -> tuple[PriceList, ...]:
    """The price lists of this release, read once a process."""
    return tuple(read_price_list(source) for source in shipped_price_lists().values())


def day_slips(year: int, days: Iterable[SpecialDay]) -> list[str]:
    """What is wrong with a year's days: outside the year, twice, or a code that its weekday cannot have."""
    days = list(days)
    slips = [f"Ngày {short(day)} có hai dòng." for day, times in Counter(d.date for d in days).items() if times > 1]
    for day in days:
        if day.date.year != year:
            slips.append(f"Ngày {short(day.date)} không thuộc năm {year}.")
        is_weekend = day.date.weekday() >= 5
        if day.code is DayCode.SWAPPED_WORK and not is_weekend:
            slips.append(f"Ngày {short(day.date)} không phải thứ Bảy, Chủ nhật nên không thể là ngày làm bù.")
        if day.code in (DayCode.COMPENSATORY_OFF, DayCode.SWAPPED_OFF) and is_weekend:
            slips.append(f"Ngày {short(day.date)} là ngày nghỉ hằng tuần nên không thể nghỉ bù hay nghỉ hoán đổi.")
        if not day.name.strip():
            slips.append(f"Ngày {short(day.date)}: thiếu tên ngày nghỉ hoặc ngày làm bù.")
    return slips


def _read(shape: type, source: bytes, error: type[FileError]):
    """The file as a value of this shape; slips of shape end here, since nothing more can be said of such a file."""
    if len(source) > LARGEST_FILE:
        raise error([f"Tệp lớn hơn {LARGEST_FILE // 1024} kB."])
    if source.startswith(b"\xef\xbb\xbf"):
        raise error(["Tệp có dấu BOM ở đầu. Hãy lưu lại dạng UTF-8 không BOM."])
    try:
        table = tomllib.loads(source.decode("utf-8"))
    except UnicodeDecodeError:
        raise error(["Tệp không phải văn bản UTF-8."]) from None
    except (tomllib.TOMLDecodeError, RecursionError) as slip:
        raise error([f"Tệp không đúng cú pháp TOML: {slip}."]) from None
    slips: list[str] = []
    value = _build(shape, table, "", slips)
    if slips:
        raise error(slips)
    return value


def texts(value: object, path: str = "") -> Iterator[tuple[str, str]]:
    """Every text of a rule set with its place in the file."""
    if isinstance(value, tuple):
        for number, item in enumerate(value, 1):
            yield from texts(item, f"{path}[{number}]")
    elif dataclasses.is_dataclass(value):
        for key, (spot, _) in _shape(type(value)).items():
            yield from texts(getattr(value, spot.name), f"{path}.{key}" if path else key)
    elif type(value) is str:
        yield path, value


def _price_slips(prices: PriceList) -> Iterator[str]:
    """Codes twice on one day, prices that are none, ranges upside down, factors outside one to a hundred per cent."""
    if prices.in_force_to and prices.in_force_to < prices.in_force_from:
        yield "in_force_to: trước ngày có hiệu lực."
    for item in prices.items:
        yield from _item_slips(item)
    for one, other in combinations(prices.items, 2):
        if one.code == other.code and one.valid_from <= (other.valid_to or date.max):
            if other.valid_from <= (one.valid_to or date.max):
                yield f"item {one.code}: hai dòng cùng có hiệu lực một ngày."
    areas = Counter(row.area for row in prices.area_factors)
    yield from (f"area_factor: {area} có {times} dòng." for area, times in areas.items() if times > 1)
    for row in prices.area_factors:
        if row.area is Area.ORDINARY or not 1 <= row.percent < WHOLE:
            yield f"area_factor {row.area}: chỉ dùng cho địa bàn khó khăn, từ 1 đến {WHOLE - 1} phần trăm."


def _period_slips(found: RetentionList) -> Iterator[str]:
    """A kind of case twice, a period that is none, a seal that would come after the erasure."""
    times = Counter(status for period in found.periods for status in period.statuses)
    yield from (f"period: trạng thái {status} có {count} dòng." for status, count in times.items() if count > 1)
    for period in found.periods:
        if not 1 <= period.years <= LARGEST_YEARS:
            yield f"period {period.code}: years phải từ 1 đến {LARGEST_YEARS}."
        if not 0 <= period.seal_after_years < period.years:
            yield f"period {period.code}: seal_after_years phải từ 0 và nhỏ hơn years."


def _item_slips(item) -> Iterator[str]:
    if not CODE.fullmatch(item.code):
        yield f"item: mã “{item.code}” không hợp lệ."
    if item.valid_to and item.valid_to < item.valid_from:
        yield f"item {item.code}: ngày hết hiệu lực trước ngày bắt đầu."
    if any(price is not None and price < 1 for price in (item.unit_price, item.least, item.most)):
        yield f"item {item.code}: giá phải từ 1 đồng."
    has_range = item.least is not None or item.most is not None
    if has_range and (item.unit_price is not None or (item.least or 0) > (item.most or LARGEST_PRICE)):
        yield f"item {item.code}: khoảng giá không hợp lệ."
    if item.unit_price is None and not has_range and item.sure is not Sure.UNKNOWN:
        yield f"item {item.code}: thiếu giá mà không ghi là chưa rõ mức giá."


def _text_slips(rule_set: RuleSet | PriceList) -> Iterator[str]:
    """Empty words, and articles that name none."""
    may_be_empty = {"form_set.note", "in_force_to_article"}
    for path, text in texts(rule_set):
        if path in may_be_empty and not text:
            continue
        if not text.strip():
            yield f"{path}: không được để trống."
        elif ("article" in path) and not ARTICLE.match(text):
            yield f"{path}: phải bắt đầu bằng số điều, ví dụ “Điều 26.3”."


def _code_slips(rule_set: RuleSet) -> Iterator[str]:
    """Codes that cannot be codes, stand twice, or point at nothing; days and papers that contradict each other."""
    if not RULE_SET_CODE.fullmatch(rule_set.code):
        yield "code: chỉ dùng chữ in hoa không dấu, chữ số, gạch; từ 2 đến 20 ký tự."
    if rule_set.in_force_to and rule_set.in_force_to < rule_set.in_force_from:
        yield "in_force_to: trước ngày có hiệu lực."
    if bool(rule_set.in_force_to) != bool(rule_set.in_force_to_article):
        yield "in_force_to và in_force_to_article phải cùng có hoặc cùng không."
    if rule_set.form_set.official_pending and not rule_set.form_set.note:
        yield "form_set.note: cần lời ghi chú khi mẫu chính thức chưa được ban hành."
    for key, rows in _coded(rule_set):
        if not rows and key != "fee_exemption":
            yield f"{key}: cần ít nhất một dòng."
        codes = Counter(row.code for row in rows)
        yield from (f"{key}: mã “{code}” có {times} lần." for code, times in codes.items() if times > 1)
        yield from (f"{key}: mã “{code}” không hợp lệ." for code in codes if not CODE.fullmatch(code))
    bases = {row.code for row in rule_set.provision_bases}
    named = [("fee_exemption", row.basis) for row in rule_set.fee_exemptions]
    named += [(f"ground {ground.code}", basis) for ground in rule_set.grounds for basis in ground.not_for_bases]
    yield from (f"{place}: không có căn cứ cung cấp “{basis}”." for place, basis in named if basis not in bases)


def _coded(rule_set: RuleSet) -> Iterator[tuple[str, tuple]]:
    """The lists whose rows have a code."""
    yield "form_set.form", rule_set.form_set.forms
    for key, (spot, kind) in _shape(RuleSet).items():
        if typing.get_origin(kind) is tuple and "code" in _shape(typing.get_args(kind)[0]):
            yield key, getattr(rule_set, spot.name)


def _term_slips(rule_set: RuleSet) -> Iterator[str]:
    """Amounts without a meaning, cases without a time limit, and cases with two."""
    for key, rules in (("deadline", rule_set.deadlines), ("duty", rule_set.duties), ("complaint", rule_set.complaints)):
        for number, rule in enumerate(rules, 1):
            least, most = (0, 0) if rule.unit is Unit.IMMEDIATE else (1, LARGEST_AMOUNT)
            if not least <= rule.amount <= most:
                yield f"{key}[{number}].amount: phải từ {least} đến {most} với đơn vị {rule.unit}."
    for kind, delivery, complexity in product(TermKind, DeliveryGroup, Complexity):
        times = sum(rule.covers(kind, delivery, complexity) for rule in rule_set.deadlines)
        if times > 1 or (kind is TermKind.PROVIDE and times == 0):
            yield f"deadline: {kind} cho {delivery}, {complexity} có {times} dòng; cần đúng một."
    duties = Counter(rule.kind for rule in rule_set.duties)
    for kind in DutyKind:
        if duties[kind] > 1 or (kind in EVERY_LAW_SETS and not duties[kind]):
            yield f"duty: {kind} có {duties[kind]} dòng; cần đúng một."
    yield from _complaint_slips(rule_set)


def _complaint_slips(rule_set: RuleSet) -> Iterator[str]:
    """Steps of a complaint without an ordinary time limit, and rows that hold on the same days."""
    rows = rule_set.complaints
    steps = {rule.step for rule in rows if rule.situation is Situation.NORMAL}
    yield from (f"complaint: thiếu {step} với tình huống NORMAL." for step in ComplaintStep if step not in steps)
    for (first, one), (second, other) in combinations(enumerate(rows, 1), 2):
        same = (one.step, one.situation) == (other.step, other.situation)
        starts = max(one.valid_from or date.min, other.valid_from or date.min)
        if same and starts <= min(one.valid_to or date.max, other.valid_to or date.max):
            yield f"complaint[{first}] và complaint[{second}]: trùng nhau về thời gian."


@cache
def _shape(shape: type) -> dict[str, tuple[dataclasses.Field, object]]:
    """The keys that a table of this shape may hold: field and type of each."""
    hints = typing.get_type_hints(shape)
    return {f.metadata.get("key", f.name): (f, hints[f.name]) for f in dataclasses.fields(shape)}


def _build(shape: type, table: dict, path: str, slips: list[str]):
    """One table → one dataclass; None when something in it is wrong (and named in `slips`)."""
    keys, values, before = _shape(shape), {}, len(slips)
    slips.extend(f"{path}{key}: không có mục nào tên như vậy." for key in table if key not in keys)
    for key, (field, kind) in keys.items():
        if key in table:
            values[field.name] = _value(kind, table[key], f"{path}{key}", slips)
        elif field.default is dataclasses.MISSING:
            slips.append(f"{path}{key}: thiếu.")
    return shape(**values) if len(slips) == before else None


def _value(kind, given, path: str, slips: list[str]):
    """One value, of exactly the kind that its field names."""
    if typing.get_origin(kind) is tuple:
        if not isinstance(given, list):
            slips.append(f"{path}: phải là một danh sách.")
            return ()
        row = typing.get_args(kind)[0]
        return tuple(_value(row, item, f"{path}[{number}]", slips) for number, item in enumerate(given, 1))
    if dataclasses.is_dataclass(kind):
        if not isinstance(given, dict):
            slips.append(f"{path}: phải là một bảng.")
            return None
        return _build(kind, given, f"{path}.", slips)
    kinds = typing.get_args(kind) if isinstance(kind, types.UnionType) else (kind,)
    enums = [choice for choice in kinds if issubclass(choice, Enum)]
    if enums:
        codes = {code.value: code for choice in enums for code in choice}
        if isinstance(given, str) and given in codes:
            return codes[given]
        slips.append(f"{path}: “{given}” không thuộc {', '.join(codes)}.")
        return None
    # bool is an int and datetime is a date to Python, not to a reader of the file.
    if type(given) in kinds:
        return given
    words = {str: "chữ trong ngoặc kép", int: "số nguyên", bool: "true hoặc false", date: "ngày dạng 2026-09-01"}
    slips.append(f"{path}: phải là {words[kinds[0]]}.")
    return None
