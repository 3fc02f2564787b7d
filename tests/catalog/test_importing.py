"""Tables brought in as drafts: every wrong cell named, no row twice, nothing public, one entry for many rows."""

import hashlib
import time
from datetime import date, timedelta
from io import BytesIO

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from catalog import access
from catalog.choices import ImportState, InfoClass, ItemState
from catalog.models import ImportColumns, ImportedRow, InformationItem, ItemImport
from catalog.public.lists import LISTS
from catalog.services import bulk, importing
from cms.audit.models import Entry
from cms.audit.verify import verify
from cms.core import garbled, tables
from cms.core.dates import local_day
from cms.core.errors import DomainError, NotAllowed
from tests.factories import catalog as make

NOW = timezone.now()
TODAY = local_day(NOW)
HEADERS = ("Tên thông tin", "Số, ký hiệu", "Ngày ban hành", "Đơn vị tạo ra", "Nhóm thông tin", "Loại thông tin",
           "Hình thức công khai", "Địa chỉ truy cập", "Ai phải đồng ý", "Loại điều kiện", "Cột lạ")  # fmt: skip


def row(house, n=1, **more):
    """A good row of the land unit's table, as an office would type it."""
    cells = {
        "Tên thông tin": f"Quyết định phê duyệt kế hoạch sử dụng đất số {n}",
        "Số, ký hiệu": f"{n}/QĐ-UBND",
        "Ngày ban hành": date(2026, 9, 1) + timedelta(days=n % 60),
        "Đơn vị tạo ra": house.land_unit.name,
        "Nhóm thông tin": "Điểm l",
        "Hình thức công khai": "Cổng thông tin điện tử; Niêm yết tại trụ sở",
        "Địa chỉ truy cập": f"https://congbao.minhbach.example/{n}",
    } | more
    return [cells.get(title, "") for title in HEADERS]


def as_csv(rows, headers=HEADERS):
    stream = BytesIO()
    tables.write_csv(stream, headers, rows)
    return stream.getvalue()


def as_xlsx(rows, headers=HEADERS):
    stream = BytesIO()
    tables.write_xlsx(stream, headers, rows, sheet="Danh mục", about=[])
    return stream.getvalue()


def looked_at(house, content, name="bang.csv", by=None, **more):
    """Sent, its columns taken as guessed, and looked at by the worker."""
    by = make.as_now(by or house.officer)
    batch = importing.take(authority=house.authority, name=name, content=content, by=by, at=NOW)
    importing.choose_columns(batch=batch, columns=batch.columns, by=by, at=NOW, **more)
    importing.run_waiting(NOW)
    batch.refresh_from_db()
    return batch


def brought_in(house, content, name="bang.csv", whole_only=False, **more):
    batch = looked_at(house, content, name, **more)
    importing.write(batch=batch, whole_only=whole_only, by=make.as_now(house.officer), at=NOW)
    importing.run_waiting(NOW)
    batch.refresh_from_db()
    return batch


def found(batch, kind="ERROR"):
    return [(one.line, one.column, one.told) for one in batch.findings.filter(kind=kind)]


def test_rows_become_the_drafts_that_entering_by_hand_would_make(house):
    by_hand = make.draft(house, title="Bảng giá đất", number="64/QĐ-UBND", created_on=date(2026, 11, 13), at=NOW)
    batch = brought_in(
        house, as_csv([row(house, 1, **{"Tên thông tin": "Bảng giá nước", "Ngày ban hành": "13/11/2026"})])
    )
    assert (batch.state, batch.written) == (ImportState.DONE, 1)
    item = InformationItem.objects.get(title="Bảng giá nước")
    assert (item.state, item.live, item.has_unpublished_changes, item.info_class) == (
        ItemState.DRAFT, False, True, InfoClass.MUST_PUBLISH)  # fmt: skip
    assert (item.category, item.due_on, item.due_article) == ("PUB26_L", by_hand.due_on, by_hand.due_article)
    assert item.form_codes == ["PORTAL", "POSTING"]
    assert [link.url for link in item.links.drafted()] == ["https://congbao.minhbach.example/1"]
    assert item.latest_revision.content["title"] == "Bảng giá nước"
    assert item.latest_revision.content.keys() == by_hand.latest_revision.content.keys()
    assert item.history.count() == 0, "a draft writes no history"
    assert item.folded
    assert item.title_order
    # From here on it is an item like any other: two people, and then it is public.
    assert make.published(house, item=item, at=NOW).live


def test_nothing_that_is_brought_in_is_public(house, client):
    brought_in(house, as_csv([row(house, n) for n in range(1, 4)]))
    assert not access.public(InformationItem.objects.all(), TODAY).exists()
    for slug in LISTS:
        assert "phê duyệt kế hoạch" not in client.get(f"/{house.authority.code}/danh-muc/{slug}/").content.decode()


def test_one_entry_binds_all_rows_of_a_batch(house):
    batch = brought_in(house, as_xlsx([row(house, n) for n in range(1, 6)]), "bang.xlsx")
    entry = Entry.objects.get(kind="item.imported")
    assert (entry.subject_id, entry.actor_id) == (str(batch.pk), house.officer.pk)
    digests = "".join(ImportedRow.objects.filter(batch=batch).order_by("line").values_list("digest", flat=True))
    assert hashlib.sha256(digests.encode()).hexdigest() in bytes(entry.payload).decode()
    assert batch.sha256 in bytes(entry.payload).decode()
    assert verify().problem is None
    assert batch.path == ""


def test_the_same_rows_come_in_once(house):
    content = as_csv([row(house, 1), row(house, 2, **{"Số, ký hiệu": ""}), row(house, 3)])
    make.draft(house, title="Nhập tay", number="3/QĐ-UBND", created_on=date(2026, 9, 4), at=NOW)
    first = brought_in(house, content)
    assert (first.written, first.doubles) == (2, 1)
    again = looked_at(house, content)
    assert importing.same_file_before(again) == first
    assert (again.good, again.doubles, again.bad) == (0, 3, 0)
    codes = set(InformationItem.objects.values_list("code", flat=True))
    assert {told for _line, _column, told in found(again, "DOUBLE")} == codes
    with pytest.raises(DomainError):
        importing.write(batch=again, by=house.officer, at=NOW)
    # Changed at the desk meanwhile, it is still the same row.
    item = InformationItem.objects.get(number="1/QĐ-UBND")
    make.drafts.edit(item=item, seen=None, facts={"number": "1a/QĐ-UBND"}, by=house.originator, at=NOW)
    assert looked_at(house, content + b" ").doubles == 3


def test_what_we_export_we_know_again(house, client):
    make.published(house, at=NOW, title="=1+1 bảng tính", number="")
    make.conditional(house, at=NOW)
    for slug in LISTS:
        for kind in ("csv", "xlsx"):
            response = client.get(f"/{house.authority.code}/danh-muc/{slug}.{kind}")
            batch = looked_at(house, b"".join(response.streaming_content), f"a.{kind}")
            assert (batch.good, batch.bad, batch.doubles) == (0, 0, 1), (slug, kind, found(batch))


def test_another_office_takes_our_export_in(house, make_house_with, client):
    make.published(house, at=NOW, title="=1+1 bảng tính", until_words="Đến khi thay thế")
    make.conditional(house, at=NOW)
    other = make_house_with()
    for slug in ("phai-cong-khai", "co-dieu-kien"):
        content = b"".join(client.get(f"/{house.authority.code}/danh-muc/{slug}.csv").streaming_content)
        content = content.replace(house.land_unit.name.encode(), other.land_unit.name.encode())
        content = content.replace(house.focal_unit.name.encode(), other.focal_unit.name.encode())
        batch = brought_in(other, content)
        assert batch.written == 1, found(batch)
    came = InformationItem.objects.of(other.authority)
    assert {item.title for item in came} == {"=1+1 bảng tính", "Hồ sơ dự án nhà máy chè Đồi Xa"}
    item = came.get(title="=1+1 bảng tính")
    assert (item.category, item.until_words, item.number) == ("PUB26_L", "Đến khi thay thế", "64/QĐ-UBND")


# --- what is wrong -------------------------------------------------------------------------------------------------
#: Ten kinds of slips and more: what stands in which cell, and a word of what is told there.
SLIPS = [
    ("Tên thông tin", "", "còn trống"),
    ("Tên thông tin", "Quyết định " * 60, "dài quá 500"),
    ("Tên thông tin", "Quyáº¿t Ä‘á»‹nh phÃª duyá»‡t", "có lẽ là “Quyết định phê duyệt”"),
    ("Tên thông tin", "Quy?t ??nh phê duy?t", "mất dấu"),
    ("Tên thông tin", "Quy ho¹ch sö dông ®Êt", "TCVN3"),
    ("Ngày ban hành", "31/02/2026", "chưa phải ngày"),
    ("Ngày ban hành", "25/11/2099", "tương lai"),
    ("Đơn vị tạo ra", "Phòng Không Có", "không có đơn vị"),
    ("Nhóm thông tin", "Điểm zz", "không phải điểm nào"),
    ("Loại thông tin", "Mật hay không", "không có trong danh sách"),
    ("Loại thông tin", "Không được tiếp cận", "chỉ ghi dấu"),
    ("Hình thức công khai", "Nhắn miệng", "không có trong danh sách hình thức"),
    ("Địa chỉ truy cập", "congbao.example/64", "chưa phải đường dẫn"),
]


def test_every_wrong_cell_is_named_by_row_and_column(house):
    batch = looked_at(house, as_csv([row(house, n, **{column: value}) for n, (column, value, _w) in enumerate(SLIPS)]))
    told = found(batch)
    assert [(line, column) for line, column, _told in told] == [(n + 2, slip[0]) for n, slip in enumerate(SLIPS)]
    for (_column, _value, word), (_line, _c, sentence) in zip(SLIPS, told, strict=True):
        assert word in sentence
    assert (batch.good, batch.bad) == (0, len(SLIPS))


def test_two_rows_alike_and_conditions_without_words_are_slips(house):
    batch = looked_at(house, as_csv([
        row(house, 1), row(house, 1), row(house, 2, **{"Loại thông tin": "Tiếp cận có điều kiện", "Địa chỉ truy cập": ""}),
        row(house, 3, **{"Loại thông tin": "Có lẽ", "Ngày ban hành": "hôm qua"}),
    ]))  # fmt: skip
    assert [(line, column) for line, column, _told in found(batch)] == [
        (3, "Số, ký hiệu"), (4, "Loại điều kiện"), (4, "Ai phải đồng ý"), (5, "Ngày ban hành"), (5, "Loại thông tin"),
    ]  # fmt: skip
    assert "trùng với dòng 2" in found(batch)[0][2]


def test_all_or_nothing_writes_nothing_where_one_row_is_wrong(house):
    content = as_csv([row(house, 1), row(house, 2, **{"Tên thông tin": ""})])
    batch = looked_at(house, content)
    with pytest.raises(DomainError, match="chưa nhập dòng nào"):
        importing.write(batch=batch, whole_only=True, by=house.officer, at=NOW)
    assert brought_in(house, content).written == 1
    assert brought_in(house, as_csv([row(house, 5)]), whole_only=True).written == 1


def test_a_marking_of_secrecy_stops_the_whole_table_and_the_file_goes(house):
    batch = looked_at(house, as_csv([row(house, 1), row(house, 2, **{"Tên thông tin": "Phương án bảo vệ (MẬT)"})]))
    assert batch.state == ImportState.STOPPED
    assert "bí mật nhà nước" in batch.told
    assert batch.path == ""
    assert not InformationItem.objects.exists()


@pytest.mark.parametrize(
    "content", ["Tên\nNguyễn".encode("cp1258", "replace"), b"", b"PK\x03\x04x", "Tên\nA".encode("utf-16")]
)
def test_unreadable_files_are_refused_in_a_sentence(house, content):
    with pytest.raises(ValidationError):
        importing.take(authority=house.authority, name="a.csv", content=content, by=house.officer, at=NOW)
    assert not ItemImport.objects.exists()


def test_each_enters_for_whom_they_may(house, make_house_with):
    content = as_csv([row(house, 1), row(house, 2, **{"Đơn vị tạo ra": house.focal_unit.name})])
    batch = looked_at(house, content, by=house.originator)
    assert (batch.good, batch.bad) == (1, 1)
    assert "không được nhập cho" in found(batch)[0][2]
    with pytest.raises(NotAllowed):
        importing.take(authority=make_house_with().authority, name="a.csv", content=content, by=house.officer, at=NOW)


def test_columns_are_guessed_and_remembered(house):
    headers = ("TRICH YEU", "Số hiệu", "Ngày ký", "Phòng ban", "Điểm")
    rows = [["Bảng giá đất", "1/QĐ", "01/09/2026", house.land_unit.name, "l"]]
    by = house.officer
    batch = importing.take(authority=house.authority, name="a.csv", content=as_csv(rows, headers), by=by, at=NOW)
    assert batch.columns == {"title": "TRICH YEU", "number": "Số hiệu", "created_on": "Ngày ký", "category": "Điểm"}
    with pytest.raises(DomainError):
        importing.choose_columns(batch=batch, columns={"title": "Không có"}, by=by, at=NOW)
    importing.choose_columns(batch=batch, columns=batch.columns | {"unit": "Phòng ban"}, by=by, at=NOW)
    assert ImportColumns.objects.get().columns["unit"] == "Phòng ban"
    next_time = importing.take(authority=house.authority, name="b.csv", content=as_csv(rows, headers), by=by, at=NOW)
    assert next_time.columns["unit"] == "Phòng ban"


def test_a_worker_that_died_is_followed_by_another_and_no_row_comes_twice(house, monkeypatch):
    monkeypatch.setattr(importing, "TOGETHER", 2)
    batch = looked_at(house, as_csv([row(house, n) for n in range(1, 8)]))
    importing.write(batch=batch, by=house.officer, at=NOW)
    real, calls = bulk.enter_many, []

    def dies(**told):
        calls.append(1)
        if len(calls) == 3:
            raise KeyboardInterrupt
        return real(**told)

    monkeypatch.setattr(importing, "enter_many", dies)
    with pytest.raises(KeyboardInterrupt):
        importing.run_waiting(NOW)
    assert InformationItem.objects.count() == 4
    assert importing.run_waiting(NOW) == 0, "the first one may still live"
    ItemImport.objects.update(beat_at=timezone.now() - 2 * importing.DEAD)
    importing.run_waiting(NOW)
    batch.refresh_from_db()
    assert (batch.state, batch.written, InformationItem.objects.count()) == (ImportState.DONE, 7, 7)


@pytest.mark.parametrize(
    "text",
    ["Quyết định phê duyệt", "Ông/bà có hỏi gì?", "Ã", "Bảng giá «đất» năm 2026", "Âm thanh; Ăn uống? Có", "50m² đất"],
)
def test_right_words_are_not_taken_for_garbled_ones(text):
    assert garbled.fault(text) == ""


# --- a heavy table -------------------------------------------------------------------------------------------------
ROWS, PLANTED = 20_000, 200
LONGEST = 60  # seconds of work for looking and writing together


@pytest.mark.heavy
def test_twenty_thousand_rows_with_two_hundred_slips(house, record_property):
    """Its good rows come in within a minute, every bad cell is named, and a second time nothing is doubled."""
    step, kinds = ROWS // PLANTED, SLIPS[:8] + SLIPS[11:]
    planted, rows = {}, []
    for n in range(ROWS):
        more = {}
        if n % step == 0:
            column, value, _word = kinds[n // step % len(kinds)]
            more, planted[n + 2] = {column: value}, column
        rows.append(row(house, n + 1, **more))
    content = as_xlsx(rows)
    begun = time.process_time()
    batch = looked_at(house, content, "nang.xlsx")
    looked = time.process_time()
    assert {line: column for line, column, _told in found(batch)} == planted
    assert (batch.good, batch.bad, batch.total) == (ROWS - PLANTED, PLANTED, ROWS)
    importing.write(batch=batch, by=make.as_now(house.officer), at=NOW)
    importing.run_waiting(NOW)
    ended = time.process_time()
    batch.refresh_from_db()
    assert (batch.state, batch.written) == (ImportState.DONE, ROWS - PLANTED)
    record_property("looked_at_in_seconds", looked - begun)
    record_property("written_in_seconds", ended - looked)
    assert ended - begun < LONGEST
    again = looked_at(house, content, "nang.xlsx")
    assert (again.good, again.doubles, again.bad) == (0, ROWS - PLANTED, PLANTED)
    assert InformationItem.objects.count() == ROWS - PLANTED
