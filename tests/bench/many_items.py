"""Many public items, as several authorities would have entered them over the years, straight into the database.

Each row is a copy of an item that went the whole way through the services, with its own words, days and class; what is
searched is made by the same functions as always. History and the chain are left out: no public page reads them.
"""

import copy
import json
from dataclasses import replace
from datetime import date, timedelta
from itertools import islice
from operator import attrgetter

from django.core.management.color import no_style
from django.db import connection, models

from catalog import entries, full_text, item_entries
from catalog.choices import InfoClass, ItemState
from catalog.models import InformationItem, ItemFile, ItemLink, ItemVersion, PublicEntry
from catalog.models.tokens import TokensField
from catalog.services import content
from catalog.tokens import with_beginnings
from tests.factories import catalog as items
from tests.factories.core import House, make_house

TODAY = date(2026, 11, 20)
FIRST_DAY = date(2018, 7, 1)
_BATCH = 1_000
#: A word that few documents hold, among many as among a thousand enough for a page; and one that all do.
RARE, COMMON = "quan trắc", "thông tin"
_ACTS = (
    ("Quyết định phê duyệt", "QĐ-UBND"),
    ("Báo cáo tình hình thực hiện", "BC-UBND"),
    ("Kế hoạch triển khai", "KH-UBND"),
    ("Thông báo kết quả", "TB-UBND"),
    ("Công khai", "CK-UBND"),
    ("Danh sách đề nghị", "DS-UBND"),
    ("Quy chế quản lý", "QC-UBND"),
)
_MATTERS = (
    "quy hoạch sử dụng đất", "bảng giá đất", "dự toán ngân sách", "quyết toán ngân sách",
    "bồi thường, tái định cư", "đầu tư công", "hỗ trợ hộ nghèo, hộ cận nghèo", "vận hành hồ chứa thủy lợi",
    "quản lý chợ dân sinh", "thu quỹ phòng, chống thiên tai", "xây dựng đường liên thôn", "cấp nước sạch nông thôn",
    "tuyển dụng viên chức", "thủ tục hành chính", "khám sức khỏe định kỳ", "quản lý rừng phòng hộ",
    "phòng, chống dịch bệnh", "tiếp công dân", "chuyển đổi số", "phòng cháy, chữa cháy",
)  # fmt: skip
_FORMS = (" PORTAL ", " PORTAL POSTING ", " PORTAL LOUDSPEAKER ", " PORTAL OFFICIAL_GAZETTE ", " PORTAL VNEID ")


def make_houses(number: int = 5) -> list[House]:
    """Authorities with their people; the first two hold more than the others, as provinces do."""
    return [
        make_house(code=f"co-quan-{n}", case_prefix=f"CQ{n}", name=f"Ủy ban nhân dân xã Suối Vàng {n}",
                   short_name=f"Xã Suối Vàng {n}", commune=True)
        for n in range(1, number + 1)
    ]  # fmt: skip


def load(houses: list[House], rows: int, already: int = 0) -> None:
    """So many more items, nine in ten of them public, with their links, files, versions and entries in the search.

    `already`: how many an earlier call has made, so that these are others.
    """
    samples = [_samples(house) for house in houses]
    first = {model: _next_key(model) for model in (InformationItem, ItemVersion)}
    first = {model: key - already for model, key in first.items()}
    _drop_full_text_index()
    numbers = iter(range(already, already + rows))
    while batch := list(islice(numbers, _BATCH)):
        kept, versions, links, files, found = [], [], [], [], []
        for number in batch:
            open_item, conditional = samples[_house_of(number, len(samples))]
            item, version = _row(number, open_item, conditional, first)
            kept.append(item)
            if not item.live:
                continue
            versions.append(version)
            if item.main_url:
                links.append(ItemLink(item=item, url=item.main_url, first_version=1))
            elif item.has_content:
                files.append(_file(item, number))
            if not item.names_people:
                found.append(_entry(item, number))
        for made in (kept, versions, links, files, found):
            _insert(made)
    connection.check_constraints()
    full_text.ensure()
    with connection.cursor() as cursor:
        for statement in connection.ops.sequence_reset_sql(no_style(), list(first)):
            cursor.execute(statement)


def analyze() -> None:
    """What PostgreSQL's own housekeeping does soon after so many rows have come."""
    with connection.cursor() as cursor:
        for model in (InformationItem, ItemVersion, ItemLink, ItemFile, PublicEntry):
            cursor.execute(f"ANALYZE {model._meta.db_table}")


def title(number: int) -> str:
    act, _symbol = _ACTS[number % len(_ACTS)]
    matter = _MATTERS[number // len(_ACTS) % len(_MATTERS)]
    place = f"thôn {number // 140 % 40 + 1}" if number % 3 else "toàn xã"
    is_rare = number % 5_000 == 77 or (number < 1_000 and number % 24 == 1)
    rare = f", kết quả {RARE} môi trường" if is_rare else ""
    return f"{act} {matter} {place} năm {_day(number).year}{rare}"


def symbol(number: int) -> str:
    return f"{number + 1}/{_day(number).year}/{_ACTS[number % len(_ACTS)][1]}"


# --- one row -----------------------------------------------------------------------------------------------------
def _samples(house):
    """An item with a link and a conditional one, both entered by one person, checked and published by another."""
    return items.published(house, at=items.AT), items.conditional(house, at=items.AT)


def _house_of(number, houses):
    """Half of all rows in the first authority, a quarter in the second, the rest evenly."""
    place = number % 4
    return min(houses - 1, 0 if place < 2 else 1 if place == 2 else 2 + number // 4 % max(1, houses - 2))


def _day(number):
    """Days of publication over eight years, the later numbers the newer ones."""
    span = (TODAY - FIRST_DAY).days
    return FIRST_DAY + timedelta(days=number * 7919 % span)


def _drop_full_text_index():
    """Filled row by row it takes longer than everything else; `full_text.ensure` makes it anew at the end."""
    if connection.vendor == "postgresql":
        connection.check_constraints()  # what waits to be looked at would keep the table from being changed
        with connection.cursor() as cursor:
            cursor.execute(f"DROP INDEX {full_text.INDEX}")


def _insert(rows):
    """Many rows of one model: as PostgreSQL's own stream of rows, elsewhere as Django writes them."""
    if not rows:
        return
    model = type(rows[0])
    if connection.vendor != "postgresql":
        models.QuerySet(model).bulk_create(rows)
        return
    columns = [field for field in model._meta.concrete_fields if not field.primary_key or rows[0].pk is not None]
    values_of = attrgetter(*(field.attname for field in columns))
    odd = {place: _AS_TEXT[type(field)] for place, field in enumerate(columns) if type(field) in _AS_TEXT}
    names = ", ".join(f'"{field.column}"' for field in columns)
    with connection.cursor() as cursor, cursor.copy(f"COPY {model._meta.db_table} ({names}) FROM STDIN") as stream:
        for row in rows:
            values = list(values_of(row))
            for place, as_text in odd.items():
                values[place] = as_text(values[place])
            stream.write_row(values)


#: Kinds of columns that are no plain values; a list of words is written as PostgreSQL reads one back.
_AS_TEXT = {
    models.JSONField: json.dumps,
    TokensField: lambda tokens: " ".join(f"'{token}'" for token in with_beginnings(tokens)),
}


def _next_key(model):
    return (model._default_manager.aggregate(last=models.Max("pk"))["last"] or 0) + 1


def _row(number, open_item, conditional, first):
    is_conditional = number % 12 == 5
    item = copy.copy(conditional if is_conditional else open_item)
    item._state = copy.copy(item._state)
    day = _day(number)
    item.pk = first[InformationItem] + number
    version = copy.copy(item.current_version)
    version._state = copy.copy(version._state)
    version.pk, version.item_id = first[ItemVersion] + number, item.pk
    item.code = f"{item.authority.case_prefix}-{number + 1000:06d}"
    item.title, item.number = title(number), symbol(number)
    item.created_on = item.event_on = day - timedelta(days=3)
    item.published_on = item.updated_on = day
    item.due_on = None if is_conditional else day + timedelta(days=-2 if number % 23 == 0 else 9)
    item.next_update_on = TODAY + timedelta(days=-5 if number % 31 == 0 else 60) if number % 3 == 0 else None
    item.corrected_on = day + timedelta(days=20) if number % 97 == 0 else None
    item.forms = _FORMS[number % 19 % len(_FORMS)]
    item.latest_revision = None
    if is_conditional:
        item.consent_of = f"Chủ đầu tư dự án số {number % 400}"
    else:
        item.info_class = InfoClass.MAY_PUBLISH if number % 10 == 9 else InfoClass.MUST_PUBLISH
        item.category = _category(item, number)
        item.summary = f"Thông tin gồm {number % 30 + 2} trang, kinh phí {number * 7 % 9000} triệu đồng."
        item.main_file_id = None
        item.main_url = "" if number % 4 == 3 else f"https://congbao.minhbach.example/van-ban/{number}"
    item.current_version_id = version.pk
    _end(item, number)
    content.arrange(item)
    return item, version


def _category(item, number):
    """A point of the law, some of them rare."""
    codes = [one.code for one in item.rule_set.rules.categories]
    return codes[0] if number % 2_003 == 0 else codes[1 + number * 31 % (len(codes) - 1)]


def _end(item, number):
    """Some are drafts, some have had their time."""
    if number % 20 == 13:
        item.live, item.state, item.published_on, item.updated_on = False, ItemState.DRAFT, None, None
    elif number % 20 == 14 and item.has_content:
        item.live, item.state, item.until_on = False, ItemState.EXPIRED, item.published_on + timedelta(days=30)
        item.expired_on, item.main_url = item.until_on, ""
    elif number % 50 == 11:
        item.until_on = TODAY + timedelta(days=number % 90 - 2)
    if not item.live:
        item.current_version = None


def _file(item, number):
    return ItemFile(
        item=item,
        first_version=1,
        name=f"van-ban-{number}.pdf",
        path=f"bench/{number % 256:02x}/{item.pk}",
        content_type="application/pdf",
        size=80_000 + number % 900 * 1_000,
        sha256=f"{number:064x}",
        added_by_id=item.drafted_by_id,
        added_at=items.AT,
    )


def _entry(item, number):
    entry = item_entries._entry(item, [])
    if number % 5:
        entry = replace(entry, body=f"{entry.body}\nCơ quan cung cấp thông tin theo quy định của pháp luật.")
    return PublicEntry(key=entry.key, **entries._facts(entry, []))
