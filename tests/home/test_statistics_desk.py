"""Thống kê at the desk: any period, every figure opens what it counts, outside one's own authority only counts."""

import re
from io import BytesIO

import pytest
from django.core.cache import cache
from django.urls import reverse
from openpyxl import load_workbook
from pypdf import PdfReader

from cms.audit.models import Entry
from cms.core.figures import Measure, Period
from cms.core.roles import Role
from home.statistics.board import board_of
from home.statistics.table import table_of
from tests.factories.core import UserFactory, give_role, make_house, make_person
from tests.factories.moments import day
from tests.factories.workflow import Case, case_in
from tests.home.moderating import seat
from workflow.choices import Status
from workflow.register import Filters, columns_for, requests_of, totals_of

pytestmark = pytest.mark.django_db
YEAR = {"preset": "nam", "year": "2026"}


@pytest.fixture
def house():
    cache.clear()
    house = make_house()
    case_in(Status.PROVIDED, house, "02/11/2026")
    case_in(Status.REFUSED, house, "03/11/2026")
    case_in(Status.AWAITING_PAYMENT, house, "02/11/2026")
    Case.sent(house, "02/11/2026").accept().extended()
    return house


def text_of(response) -> str:
    assert response.status_code == 200
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", response.content.decode()))


def test_every_figure_leads_to_as_many_rows_as_it_says(house):
    me = seat(house.officer)
    page = me.get(reverse("statistics:table"), YEAR)
    links = [
        (row["url"], row["line"]) for group in page.context["groups"] for row in group["lines"] if row["url"]
    ]  # fmt: skip
    assert len(links) > 25
    for url, line in links:
        opened = me.get(url)
        assert opened.status_code == 200, url
        if line.definition.rows is None:
            assert opened.context["has_rows"] is False
            continue
        assert opened.context["total"] == line.shown, url
        if line.definition.amount is None:
            assert opened.context["page"].paginator.count == line.total, url


def test_totals_are_those_of_the_register(house):
    columns = columns_for(personal=False)
    filters = Filters(day("01/01/2026"), day("31/12/2026"))
    found = requests_of(house.officer, house.authority, filters)
    totals = dict(zip((one.name for one in columns), totals_of(found, columns), strict=True))
    table = table_of([house.authority], Period.calendar_year(2026))
    assert totals["code"] == f"Cộng: {table.of('received').total} hồ sơ"
    assert totals["group"] == table.of("people").total
    assert totals["pieces_given"] == table.of("pieces_given").total
    assert totals["paid"] == table.of("paid").total


def test_outside_ones_own_authority_a_figure_opens_counts_alone(house):
    other = make_house()
    case_in(Status.PROVIDED, other, "02/11/2026")
    supervisor = make_person("Cao Văn Pháp", Role.JUSTICE, authority=house.authority)
    give_role(supervisor, Role.JUSTICE, other.authority)
    me = seat(supervisor)
    url = reverse("statistics:figure", args=["received"])
    page = me.get(url, YEAR)
    assert sorted(row["shown"] for row in page.context["shares"]) == ["1", "4"]
    assert not any(row["url"] for row in page.context["shares"])
    one = me.get(url, YEAR | {"authority": other.authority.code})
    assert [row["shown"] for row in one.context["shares"]] == ["1"]
    assert "rows" not in one.context


def test_what_is_out_of_reach_is_not_there(house):
    other = make_house()
    url = reverse("statistics:table")
    me = seat(house.officer)
    assert me.get(url, YEAR | {"authority": other.authority.code}).context["form"].errors["authority"]
    assert me.get(reverse("statistics:figure", args=["received"]), YEAR | {"authority": "khong-co"}).status_code == 404
    assert me.get(reverse("statistics:figure", args=["khong-co"]), YEAR).status_code == 404
    assert me.get(reverse("statistics:figure", args=["received"]), YEAR | {"part": "X"}).status_code == 404
    assert seat(house.originator).get(url).status_code == 404
    assert seat(UserFactory(is_superuser=True, is_staff=True)).get(url).status_code == 404


@pytest.mark.parametrize(
    ("asked", "shown"),
    [
        ({}, "15/12/20"),
        ({"preset": "nam-bao-cao", "year": "2026"}, "từ 15/12/2025 đến hết 14/12/2026"),
        ({"preset": "quy", "year": "2026", "quarter": "4"}, "từ 01/10/2026 đến hết 31/12/2026"),
        ({"preset": "thang", "year": "2026", "month": "2"}, "từ 01/02/2026 đến hết 28/02/2026"),
        ({"preset": "ngay", "first": "02/11/2026", "last": "03/11/2026"}, "từ 02/11/2026 đến hết 03/11/2026"),
        ({"preset": "ngay", "first": "31/02/2026", "last": "03/11/2026"}, "Ngày này không có trong lịch"),
        ({"preset": "ngay", "first": "04/11/2026", "last": "03/11/2026"}, "Ngày cuối phải từ ngày đầu trở đi"),
        ({"preset": "ngay"}, "Nhập ngày, ví dụ 18/11"),
        ({"preset": "x", "year": "99999999999999999999"}, "Chọn kỳ trong danh sách"),
        ({"preset": "thang", "year": "2026", "month": "13"}, "Có lỗi cần sửa"),
    ],
)
def test_periods(house, asked, shown):
    assert shown in text_of(seat(house.officer).get(reverse("statistics:table"), asked))


def test_files_hold_what_the_screen_shows_and_are_on_record(house):
    me, url = seat(house.head), f"{reverse('statistics:file')}?preset=nam&year=2026"
    table = table_of([house.authority], Period.calendar_year(2026))
    lines = [line for line in table.lines if not line.is_heading]
    before = Entry.objects.filter(kind="statistics.exported").count()
    book = load_workbook(BytesIO(me.post(url, {"kind": "XLSX"}).content))
    head, *rows = list(book.worksheets[0].iter_rows(values_only=True))
    assert head[:5] == ("Nhóm", "Số liệu", "Chia theo", "Đơn vị tính", "Cộng")
    assert [row[1] for row in rows] == [str(line.definition.label) for line in lines]
    assert [row[4] or 0 for row in rows if row[3] != "ngày"] == [
        line.total for line in lines if line.definition.measure != Measure.DAY
    ]
    paper = PdfReader(BytesIO(me.post(url, {"kind": "PDF"}).content))
    words = re.sub(r"\s+", " ", " ".join(page.extract_text() for page in paper.pages))
    assert "Thống kê tiếp cận thông tin" in words
    assert f"{table.of('received').shown} yêu cầu" in words
    assert Entry.objects.filter(kind="statistics.exported").count() == before + 2
    assert me.post(url, {"kind": "EXE"}).status_code == 404
    assert me.get(url).status_code == 405


def test_pictures_tell_overdue_from_waiting_for_the_citizen(house):
    late = day("20/12/2026")
    board = board_of([house.authority], late)
    open_now = {name: sum(row.counts[name] for row in board.ages.rows) for name in ("running", "overdue", "citizen")}
    assert sum(open_now.values()) == 2
    assert open_now["overdue"] == 2  # waiting for payment does not stop the clock
    Case.sent(house, "02/11/2026").ask_for_supplement()
    board = board_of([house.authority], late)
    assert sum(row.counts["citizen"] for row in board.holders.rows) == 1
    received = {label: counts[0] for label, counts in board.load.lines}
    assert (len(received), received["11/2026"]) == (12, 5)
    assert [row.whole for row in board.grounds.rows][:2] == [1, 0]
    page = text_of(seat(house.officer).get(reverse("statistics:board")))
    assert "Quá hạn theo luật chỉ tính khi thời hạn đang chạy" in page


def test_the_pages_ask_as_much_for_many_cases_as_for_few(house, django_assert_max_num_queries):
    me = seat(house.officer)
    me.get(reverse("statistics:table"), YEAR)
    with django_assert_max_num_queries(60):
        me.get(reverse("statistics:table"), YEAR)
    with django_assert_max_num_queries(35):
        me.get(reverse("statistics:board"), YEAR)
