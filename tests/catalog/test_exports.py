"""The lists as files: the same rows and totals whatever the kind, nothing a spreadsheet would run, nothing hidden."""

import csv
import json
from io import BytesIO, StringIO

import openpyxl
import pytest
from django.core.cache import cache
from django.urls import reverse
from django.utils import timezone

from catalog import exports
from catalog.models import PublicServiceUnit
from catalog.public import files
from catalog.services import units
from cms.audit.models import Entry
from cms.core import tables
from cms.core.throttle import Limit
from tests.catalog.test_public import LISTS, SECRET, hidden_things
from tests.factories import catalog as make

NOW = timezone.now()
FORMULA = '=HYPERLINK("http://x.example","Bảng giá")'


def taken(client, house, slug, kind, **query):
    response = client.get(reverse("catalog:list_file", args=[house.authority.code, slug, kind]), query)
    assert response.status_code == 200, (slug, kind)
    return b"".join(response.streaming_content)


def rows_of(content, kind):
    """The rows of a file as text, by the names of its columns."""
    if kind == "json":
        told = json.loads(content)
        assert told["total"] == len(told["rows"])
        named = [{told["columns"][key]: value for key, value in row.items()} for row in told["rows"]]
        return [{title: as_text(value) for title, value in row.items()} for row in named]
    table = tables.read(f"a.{kind}", content)
    return [{title: row.text(title) for title in table.headers} for row in table.rows]


def as_text(value):
    if isinstance(value, str) and len(value) == 10 and value[4] == value[7] == "-":
        return "/".join(reversed(value.split("-")))
    return value or ""


def test_every_kind_holds_the_same_rows_and_total_as_the_page(house, client):
    make.published(house, at=NOW, title=FORMULA, number="'=1")
    make.published(house, at=NOW, title="- Lịch tiếp công dân", files=[make.a_file()], links=())
    make.conditional(house, at=NOW)
    for slug, count in zip(LISTS, (2, 2, 1), strict=True):
        found = {kind: rows_of(taken(client, house, slug, kind), kind) for kind in exports.KINDS}
        assert found["csv"] == found["xlsx"] == found["json"]
        assert len(found["csv"]) == count == client.get(f"/{house.authority.code}/danh-muc/{slug}/").context["count"]
        printed = client.get(f"/{house.authority.code}/danh-muc/{slug}/", {"in": "1"})
        assert printed.context["count"] == count
    row = next(row for row in found_items(client, house) if row["Tên thông tin"] == FORMULA)
    assert row["Số, ký hiệu"] == "'=1"
    assert row["Ngày tạo ra"] == "13/11/2026"
    assert row["Địa chỉ truy cập"] == "https://congbao.minhbach.example/64"
    assert all(row["Địa chỉ truy cập"].startswith("http") for row in found_items(client, house))


def found_items(client, house):
    return rows_of(taken(client, house, "phai-cong-khai", "csv"), "csv")


def test_nothing_in_a_file_is_a_formula(house, client):
    make.published(house, at=NOW, title=FORMULA)
    text = taken(client, house, "phai-cong-khai", "csv").decode("utf-8-sig")
    assert next(csv.DictReader(StringIO(text)))["Tên thông tin"] == f"'{FORMULA}"
    page = openpyxl.load_workbook(BytesIO(taken(client, house, "phai-cong-khai", "xlsx"))).worksheets[0]
    assert all(cell.data_type != "f" for line in page.rows for cell in line)


def test_what_narrows_the_page_narrows_the_file(house, client):
    make.published(house, at=NOW, title="Thu phí vệ sinh")
    make.published(house, at=NOW, title="Kế hoạch sử dụng đất")
    found = rows_of(taken(client, house, "phai-cong-khai", "csv", chu="ke hoach"), "csv")
    assert [row["Tên thông tin"] for row in found] == ["Kế hoạch sử dụng đất"]


def test_no_file_shows_what_is_hidden(house, client):
    hidden_things(house)
    make.a_mark(house, words="Sổ số 07", at=NOW)
    for slug in (*LISTS, "don-vi-su-nghiep"):
        for kind in exports.KINDS:
            content = taken(client, house, slug, kind)
            assert rows_of(content, kind) == []
    page = taken(client, house, "phai-cong-khai", "csv", trangthai="het-han", chu=SECRET)
    assert SECRET not in page.decode()


def test_service_units_once_confirmed(house, client):
    unit = PublicServiceUnit(authority=house.authority, name="Trường Mầm non Hoa Ban", field="EDUCATION",
                             service="Nuôi dạy trẻ", address="Thôn Đồi Xa", phone="02093855123")  # fmt: skip
    unit = units.keep(unit=unit, by=house.editor, at=NOW)
    assert rows_of(taken(client, house, "don-vi-su-nghiep", "csv"), "csv") == []
    units.confirm(unit=unit, by=house.officer, at=NOW)
    for kind in exports.KINDS:
        (row,) = rows_of(taken(client, house, "don-vi-su-nghiep", kind), kind)
        assert (row["Đơn vị"], row["Lĩnh vực"]) == ("Trường Mầm non Hoa Ban", "Giáo dục")


def test_long_lists_come_as_csv_and_nobody_has_workbooks_without_end(house, client, monkeypatch):
    make.published(house, at=NOW)
    address = reverse("catalog:list_file", args=[house.authority.code, "phai-cong-khai", "xlsx"])
    monkeypatch.setattr(files, "WORKBOOKS", Limit("few-workbooks", 1, 600))
    assert rows_of(b"".join(client.get(address).streaming_content), "xlsx")
    assert client.get(address).status_code == 429
    monkeypatch.setattr(exports, "MOST_IN_WORKBOOK", 0)
    assert client.get(address, {"xep": "ten"}).url == address.replace(".xlsx", ".csv?xep=ten")


def test_a_file_costs_as_many_queries_at_any_length(house, client, django_assert_max_num_queries):
    cache.clear()
    for rows in (1, 9):
        for n in range(rows):
            make.published(house, at=NOW, title=f"Bảng {n}", files=[make.a_file()], links=())
        found_items(client, house)
        with django_assert_max_num_queries(6):
            assert len(found_items(client, house)) >= rows


@pytest.mark.parametrize("kind", exports.KINDS)
def test_the_internal_list_is_for_those_who_may_and_on_record(house, client, kind):
    make.a_mark(house, words="Sổ số 07", at=NOW)
    address = reverse("catalog_desk:marks_file", args=[kind])
    client.force_login(house.editor, backend="django.contrib.auth.backends.ModelBackend")
    assert client.get(address).status_code == 404
    client.force_login(house.officer, backend="django.contrib.auth.backends.ModelBackend")
    (row,) = rows_of(b"".join(client.get(address).streaming_content), kind)
    assert (row["Dấu nhận biết"], row["Ngày xem lại"]) == ("Sổ số 07", "31/12/2026")
    entry = Entry.objects.latest("seq")
    assert (entry.kind, entry.actor_id) == ("item.marks_exported", house.officer.pk)
