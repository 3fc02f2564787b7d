"""The lists of the catalog as files: XLSX, CSV and JSON with the same rows, in the same order, with the same total.

A public file asks the same gate as its page; the internal list asks who may read marks, and taking it along is an act
on record. Rows are written as they are read: a long list never stands in memory as a whole.
"""

import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import chain, islice
from tempfile import TemporaryFile

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from catalog import access, categories, queries
from catalog.choices import UpdateCycle
from catalog.models import ItemFile
from catalog.public import rows
from cms.audit.record import record
from cms.core import tables
from cms.core.addresses import absolute
from cms.core.dates import short
from cms.core.errors import NotAllowed
from cms.core.models import Authority, Unit
from cms.law.models import AdoptedRuleSet

#: The kinds of file, by the ending of their address.
KINDS = {
    "csv": "text/csv; charset=utf-8",
    "json": "application/json; charset=utf-8",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}
#: Longer lists are given as CSV and JSON only: a workbook of more rows would hold a web worker for too long.
MOST_IN_WORKBOOK = 20_000
_TOGETHER = 200  # lines sent at once
_READ = 1_000  # rows read at once


@dataclass(frozen=True)
class Column:
    """`key` names it in JSON, `title` everywhere else; `of(thing)` is the cell."""

    key: str
    title: str
    of: Callable


@dataclass(frozen=True)
class Listing:
    """A list to be written once: what it is, whose, of which day, its columns, and its rows as they come."""

    title: str
    owner: str
    day: date
    columns: tuple[Column, ...]
    things: Iterable

    def cells(self) -> Iterator[list]:
        for thing in self.things:
            yield [column.of(thing) for column in self.columns]

    @property
    def headers(self) -> list[str]:
        return [str(column.title) for column in self.columns]


# --- the four public lists ---------------------------------------------------------------------------------------
@dataclass(frozen=True)
class _Line:
    """An item with what belongs to it, found without asking the database for each."""

    item: object
    url: str
    place: str
    day: date


_BEGINNING = (
    Column("code", _("Mã mục"), lambda line: line.item.code),
    Column("title", _("Tên thông tin"), lambda line: line.item.title),
    Column("number", _("Số, ký hiệu"), lambda line: line.item.number),
    Column("created_on", _("Ngày tạo ra"), lambda line: line.item.created_on),
    Column("class", _("Loại thông tin"), lambda line: str(line.item.get_info_class_display())),
)
_PUBLISHING = (
    Column("category", _("Nhóm thông tin"), lambda line: categories.label_of(line.item.rule_set.rules, line.item.category)),
    Column("originating_unit", _("Đơn vị tạo ra"), lambda line: line.item.origin),
    Column("responsible_unit", _("Đơn vị chịu trách nhiệm công khai"), lambda line: line.item.responsible_unit.name),
    Column("legal_basis", _("Căn cứ pháp lý"), lambda line: line.item.legal_basis),
    Column("forms", _("Hình thức công khai"), lambda line: "; ".join(line.item.form_labels)),
    Column("due_on", _("Phải công khai trước hết"), lambda line: line.item.due_on),
    Column("published_on", _("Ngày công khai"), lambda line: line.item.published_on),
    Column("until", _("Thời hạn công khai"), lambda line: str(rows.until(line.item))),
    Column("update_cycle", _("Chu kỳ cập nhật"), lambda line: str(UpdateCycle(line.item.update_cycle).label)),
    Column("updated_on", _("Cập nhật lần cuối"), lambda line: line.item.updated_on),
    Column("place", _("Địa chỉ truy cập"), lambda line: line.place),
    Column("url", _("Trang của mục"), lambda line: line.url),
    Column("state", _("Tình trạng"), lambda line: _state(line)),
)  # fmt: skip
_CONDITION = (
    Column("condition", _("Loại điều kiện"), lambda line: rows.condition_label(line.item)),
    Column("consent_of", _("Ai phải đồng ý"), lambda line: line.item.consent_of),
    Column("originating_unit", _("Đơn vị tạo ra"), lambda line: line.item.origin),
    Column("responsible_unit", _("Đơn vị quản lý"), lambda line: line.item.responsible_unit.name),
    Column("published_on", _("Ngày công khai"), lambda line: line.item.published_on),
    Column("url", _("Trang của mục"), lambda line: line.url),
)
_UNITS = (
    Column("name", _("Đơn vị"), lambda unit: unit.name),
    Column("field", _("Lĩnh vực"), lambda unit: str(unit.get_field_display())),
    Column("service", _("Dịch vụ công cơ bản, thiết yếu"), lambda unit: unit.service),
    Column("address", _("Địa chỉ"), lambda unit: unit.address),
    Column("phone", _("Điện thoại"), lambda unit: unit.phone),
    Column("email", _("Thư điện tử"), lambda unit: unit.email),
    Column("website", _("Trang thông tin"), lambda unit: unit.website),
)
_ITEM_FIELDS = (
    "code", "title", "number", "created_on", "info_class", "category", "originating_name", "legal_basis", "forms",
    "due_on", "published_on", "until_on", "until_words", "update_cycle", "updated_on", "next_update_on", "main_url",
    "conditional_kind", "consent_of", "corrected_on", "broken_since", "live", "authority", "originating_unit", "responsible_unit",
    "rule_set", "main_file",
)  # fmt: skip


def of_items(authority: Authority, listed, items, day: date) -> Listing:
    """One of the public lists; `items` are its rows, narrowed and ordered as its page shows them."""
    columns = _BEGINNING + (_CONDITION if listed.columns == "conditional" else _PUBLISHING)
    return Listing(listed.title, authority.name, day, columns, _lines(authority, items, day))


def of_service_units(authority: Authority, day: date) -> Listing:
    """Đơn vị sự nghiệp công lập có trách nhiệm cung cấp thông tin (L26 Điều 11.5)."""
    units = queries.service_units(authority).order_by("name_order", "pk")
    title = _("Đơn vị sự nghiệp công lập có trách nhiệm cung cấp thông tin")
    return Listing(title, authority.name, day, _UNITS, units)


def _lines(authority, items, day) -> Iterator[_Line]:
    # Units and laws are few and items many: each is read once, not with every row.
    units = {unit.pk: unit for unit in Unit.objects.filter(authority=authority)}
    laws = {law.pk: law for law in AdoptedRuleSet.objects.all()}
    found = items.select_related(None).only(*_ITEM_FIELDS).order_by(*items.query.order_by).iterator(chunk_size=_READ)
    while batch := list(islice(found, _READ)):
        files = ItemFile.objects.in_bulk({item.main_file_id for item in batch if item.main_file_id})
        for item in batch:
            item.rule_set = laws[item.rule_set_id]
            item.originating_unit = units.get(item.originating_unit_id) or item.originating_unit
            item.responsible_unit = units.get(item.responsible_unit_id) or item.responsible_unit
            url = absolute(rows.item_url(authority, item))
            yield _Line(item, url, _place(authority, item, files) if access.is_public(item, day) else "", day)


def _place(authority, item, files) -> str:
    """The whole address at which the content stands; empty where there is none, or none that anyone may open."""
    if not item.has_content:
        return ""
    if item.main_url:
        return absolute(item.main_url) if item.main_url.startswith("/") else item.main_url
    file = files.get(item.main_file_id)
    return absolute(rows.file_url(authority, item, file)) if file else ""


def _state(line) -> str:
    return "; ".join(str(tag["label"]) for tag in rows.tags(line.item, line.day)) or str(_("Đang công khai"))


# --- the internal list -------------------------------------------------------------------------------------------
_MARKS = (
    Column("code", _("Mã"), lambda line: line["item"].code),
    Column("mark", _("Dấu nhận biết"), lambda line: line["item"].mark),
    Column("ground", _("Căn cứ không công khai"), lambda line: str(line["ground"].label) if line["ground"] else ""),
    Column("article", _("Điều, khoản"), lambda line: line["article"]),
    Column("authority", _("Cơ quan"), lambda line: line["item"].authority.name),
    Column("unit", _("Đơn vị tạo ra"), lambda line: line["item"].originating_unit.name),
    Column("review_on", _("Ngày xem lại"), lambda line: line["item"].review_on),
    Column("review_event", _("Sự kiện xem lại"), lambda line: line["item"].review_event),
)


def marks(by) -> Iterator[dict]:
    """Marks this person may read, each with its ground in the words of its law."""
    for item in queries.marks(by):
        rules = item.rule_set.rules
        ground = {one.code: one for one in rules.inaccessible_reasons}.get(item.reason_code)
        yield {"item": item, "ground": ground, "article": rules.cite(ground.article) if ground else ""}


def of_marks(*, kind: str, by, at, day: date) -> Listing:
    """Thông tin không được công khai, for those who may read it; that it was taken along is on record."""
    if not access.reads_marks(by):
        raise NotAllowed(_("Ông/bà không có vai trò xem danh mục này."))
    found = list(marks(by))
    codes = {line["item"].authority.code for line in found}
    with transaction.atomic():
        for code in sorted(codes):
            count = sum(line["item"].authority.code == code for line in found)
            record("item.marks_exported", by=by, at=at, authority=code, data={"kind": kind, "rows": count})
    return Listing(_("Thông tin không được công khai"), str(by), day, _MARKS, found)


# --- writing -----------------------------------------------------------------------------------------------------
def csv_pieces(listing: Listing) -> Iterator[bytes]:
    """UTF-8 with BOM; our own importer reads it back."""
    return _together(tables.csv_lines(listing.headers, listing.cells()))


def json_pieces(listing: Listing) -> Iterator[bytes]:
    """One object: what it is, its columns, its rows by key, and at the end how many there were."""
    return _together(_json_lines(listing))


def _json_lines(listing) -> Iterator[bytes]:
    about = {
        "title": str(listing.title),
        "owner": listing.owner,
        "day": listing.day.isoformat(),
        "columns": {column.key: str(column.title) for column in listing.columns},
    }
    yield (json.dumps(about, ensure_ascii=False)[:-1] + ', "rows": [').encode()
    keys = [column.key for column in listing.columns]
    total = 0
    for cells in listing.cells():
        row = dict(zip(keys, (cell.isoformat() if isinstance(cell, date) else cell for cell in cells), strict=True))
        yield ((",\n" if total else "\n") + json.dumps(row, ensure_ascii=False)).encode()
        total += 1
    yield f'\n], "total": {total}}}\n'.encode()


def _together(lines: Iterator[bytes]) -> Iterator[bytes]:
    for first in lines:
        yield b"".join(chain((first,), islice(lines, _TOGETHER)))


def workbook(listing: Listing):
    """An open temporary file that holds the XLSX, to be read from its beginning; whoever closes it removes it."""
    target = TemporaryFile()
    about = [
        (str(_("Tên bảng")), str(listing.title)),
        (str(_("Của")), listing.owner),
        (str(_("Số liệu đến")), short(listing.day)),
    ]
    tables.write_xlsx(target, listing.headers, listing.cells(), sheet=str(_("Danh mục")), about=about)
    target.seek(0)
    return target
