"""What many reports amount to: sums, missing ones, years; and reports from outside, cell by cell and by signature."""

import base64
import json
from copy import deepcopy
from datetime import date
from io import BytesIO

import pytest
from django.core.exceptions import ValidationError
from openpyxl import load_workbook

from cms.audit import checkpoint
from cms.audit.notes import SecretKey
from cms.audit.verify import verify
from cms.core.errors import DomainError, NotAllowed
from cms.core.figures import Measure
from cms.core.roles import Role
from home.demo import report_words
from home.models import PeriodReport
from home.reports import contents, counting, exchange, form_table, incoming, outside, periods, workbooks, writing
from home.reports.choices import PartKind, PeriodKind, ReportState, Source
from home.reports.counting import Counted
from tests.factories import reports as make
from tests.factories.core import make_person
from tests.factories.moments import day, moment
from tests.factories.plans import Province, fresh
from tests.factories.workflow import Case

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def standing(kept_for_the_file):
    return Province(communes=3)


@pytest.fixture
def province(standing, db):
    return deepcopy(standing)


def filled_form(period, amounts=None, texts=None, **changed) -> BytesIO:
    """The form as a body sends it back; `changed`: what stands in the column of numbers, by code."""
    rows = form_table.lines(period, amounts or {}, texts)
    for row in rows:
        row[4] = changed.get(row[0].replace(":", "__"), row[4])
    target = BytesIO()
    form_table.write(target, period=period, rows=[row for row in rows if row[4] != "BỎ DÒNG"])
    return BytesIO(target.getvalue())


def brought_in(province, period, file, name="mau.xlsx", on="18/11/2026") -> PeriodReport:
    report = PeriodReport.objects.get(period=period, outside__isnull=False)
    received = incoming.read(name, file, report)
    outside.bring_in(report=report, seen=report.version, received=received, by=province.justice, at=moment(on))
    return fresh(report)


# --- pure sums ---------------------------------------------------------------------------------------------------
def told(code, *, group="RECEIVED", measure="REQUEST", over_time=counting.ADDED, parts=()):
    words = dict.fromkeys(("group_label", "label", "meaning", "article", "measure_label", "of"), "")
    rows = [list(part) for part in parts]
    return words | {
        "code": code,
        "group": group,
        "measure": measure,
        "overlaps": False,
        "over_time": over_time,
        "parts": rows,
    }


def test_bodies_add_up_and_of_days_the_newest_counts():
    words = [told("received"), told("updated", measure=Measure.DAY), told("open", over_time=counting.LAST)]
    one = Counted({"received": {"": 3}, "updated": {"": 700}, "open": {"": 1}}, words)
    two = Counted({"received": {"": 4}, "updated": {"": 650}, "open": {"": 2}}, words)
    assert counting.add([one, two, Counted()]).figures == {"received": {"": 7}, "updated": {"": 700}, "open": {"": 3}}


def test_over_the_years_flows_add_up_and_what_stands_is_of_its_own_day():
    words = [told("received"), told("carried", over_time=counting.FIRST), told("open", over_time=counting.LAST)]
    years = [
        Counted({"received": {"": 10}, "carried": {"": 2}, "open": {"": 4}}, words),
        Counted({"received": {"": 20}, "carried": {"": 4}, "open": {"": 7}}, words),
        Counted({"received": {"": 30}, "carried": {"": 7}}, words),  # nothing stayed open
    ]
    assert counting.add_up_years(years).figures == {"received": {"": 60}, "carried": {"": 2}}


def test_a_year_that_did_not_count_a_figure_does_not_stand_for_the_last_one():
    words = [told("open", over_time=counting.LAST)]
    years = [Counted({"open": {"": 4}}, words), Counted({"received": {"": 1}}, [told("received")])]
    assert counting.add_up_years(years).figures["open"] == {"": 4}


def test_parts_that_only_one_body_has_keep_their_words():
    one = Counted({"by": {"A": 1}}, [told("by", parts=[("A", "Thứ nhất")])])
    two = Counted({"by": {"A": 1, "B": 2}}, [told("by", parts=[("A", "Thứ nhất"), ("B", "Thứ hai")])])
    both = counting.add([one, two])
    assert both.figures == {"by": {"A": 2, "B": 2}}
    assert both.definitions[0]["parts"] == [["A", "Thứ nhất"], ["B", "Thứ hai"]]


# --- the province ------------------------------------------------------------------------------------------------
def test_gathered_report_adds_what_came_and_names_who_is_missing(province):
    make.body(province)
    period = make.opened(province, bodies=list(province.authority.outside_bodies.all()))
    one, two, three = province.below
    for office, days in ((one, ("02/11/2026", "03/11/2026")), (two, ("04/11/2026",)), (three, ("05/11/2026",))):
        for on in days:
            Case.sent(office, on=on)
    for office in (one, two):
        make.sent(period, office)
    report = brought_in(province, period, filled_form(period, report_words.FILLED[2026], report_words.OUTSIDE_TEXTS))
    at = moment("19/11/2026")
    writing.submit(report=report, seen=report.version, by=province.justice, at=at)
    gathered = make.filled(make.gathered_of(period), province.justice, on="20/11/2026")
    assert gathered.figures["received"] == {"": 2 + 1 + 26}
    assert contents.missing_of(gathered) == [three.authority.name]
    # Each table's last line is the sum of the others.
    each = next(part for part in contents.parts(gathered) if part.kind == PartKind.BY_AUTHORITY)
    for table in each.tables:
        columns = list(zip(*[row[1:] for row in table.rows], strict=True))
        for column in columns:
            *bodies, total = (int(cell.replace(".", "")) for cell in column)
            assert sum(bodies) == total
    # Who comes later changes what is counted anew, not what was counted.
    make.sent(period, three, on="21/11/2026")
    assert fresh(gathered).figures["received"] == {"": 29}
    changed = {one.label: (one.sent, one.now) for one in writing.unsent_differences(fresh(gathered)) if not one.part}
    assert changed["Yêu cầu đã nhận"] == (29, 30)


def test_justice_writes_the_provinces_report_and_the_provinces_signer_signs(province):
    period = make.opened(province)
    report = make.filled(make.gathered_of(period), province.justice, on="20/11/2026")
    for by in (province.justice, province.below[0].head):
        with pytest.raises(NotAllowed):
            writing.submit(report=report, seen=report.version, by=by, at=moment("21/11/2026"))
    with pytest.raises(NotAllowed):
        writing.fill(report=report, seen=report.version, by=province.office.officer, at=moment("21/11/2026"))
    writing.submit(report=report, seen=report.version, by=province.office.head, at=moment("21/11/2026"))
    with pytest.raises(NotAllowed):  # nobody here receives it
        writing.accept(report=report, seen=fresh(report).version, by=province.justice, at=moment("22/11/2026"))
    assert verify().problem is None


def test_spreadsheet_and_paper_say_the_same(province):
    period = make.opened(province)
    for office in province.below[:2]:
        Case.sent(office, on="02/11/2026")
        make.sent(period, office)
    report = make.filled(make.gathered_of(period), province.justice, on="20/11/2026")
    target = BytesIO()
    workbooks.export(target, report=report, by=province.justice, at=moment("20/11/2026"))
    sheet = load_workbook(BytesIO(target.getvalue())).worksheets[0]
    head, *rows = [[cell.value for cell in row] for row in sheet.iter_rows()]
    assert head[:6] == ["Mã", "Nhóm", "Chỉ tiêu", "Phân tổ", "Đơn vị tính", "Kỳ 2026"]
    assert head[6:8] == ["Xã Số 1", "Xã Số 2"]
    table = {row[0]: row for row in rows}
    assert table["received"][5:8] == [2, 1, 1]
    assert table["received_channel"][5:8] == [None, None, None]  # its sum stands above it
    assert table["received_channel:ONLINE"][5:8] == [2, 1, 1]
    assert table["received"][8].startswith("Yêu cầu có ngày nhận trong kỳ")
    on_paper = {}
    figures = next(part for part in contents.parts(report) if part.kind == PartKind.FIGURES)
    for one in figures.tables:
        for label, _unit, amount in one.rows:
            if not label.startswith("– ") and amount not in ("", "–"):
                on_paper[label] = int(amount.replace(".", ""))
    in_sheet = {row[2]: row[5] for row in rows if row[2] and isinstance(row[5], int)}
    assert on_paper == in_sheet


def test_years_stand_side_by_side_and_three_add_up(province):
    office = province.below[0]
    years = ((2024, 1), (2025, 2), (2026, 3))
    for year, number in years:
        for one in range(number):
            Case.sent(office, on=f"0{4 + one}/11/{year}")
    for year, _number in years:
        period = make.opened(province, year=year, due_on=date(year, 12, 31), estimated_on=None, offices=[office])
        report = make.filled(make.report_of(period, office), office.officer, on="04/01/2027")
        writing.submit(report=report, seen=report.version, by=office.head, at=moment("04/01/2027"))
    last = make.report_of(period, office)
    compared = next(part for part in contents.parts(last) if part.kind == PartKind.COMPARISON)
    (table,) = compared.tables
    assert table.columns == ("Chỉ tiêu", "Kỳ 2024", "Kỳ 2025", "Kỳ 2026")
    assert table.rows[0] == ("Yêu cầu đã nhận (yêu cầu)", "1", "2", "3")
    years = list(province.authority.report_periods.filter(kind=PeriodKind.YEARLY))
    words = make.words(title="Kết quả thi hành Luật 2024–2026", due_on=date(2027, 1, 31), estimated_on=None)
    told = {"authority": province.authority, "kind": PeriodKind.THREE_YEARLY, "words": words, "by": province.justice}
    with pytest.raises(DomainError) as slip:
        periods.draft_period(covered=years[:1], at=moment("10/01/2027"), **told)
    assert slip.value.field == "covered"
    whole = periods.draft_period(covered=years, at=moment("10/01/2027"), **told)
    assert (whole.first_on, whole.last_on) == (day("15/12/2023"), day("14/12/2026"))
    periods.open_period(period=whole, seen=None, by=province.justice, at=moment("10/01/2027"))
    report = make.filled(make.gathered_of(whole), province.justice, on="11/01/2027")
    assert report.figures["received"] == {"": 6}
    each = next(part for part in contents.parts(report) if part.kind == PartKind.BY_AUTHORITY)
    assert [(row[0], row[1]) for row in each.tables[0].rows] == [
        ("2024", "1"),
        ("2025", "2"),
        ("2026", "3"),
        ("Cộng", "6"),
    ]


# --- bodies outside: the form ------------------------------------------------------------------------------------
@pytest.fixture
def asked(province):
    """A period that asks a body outside."""
    make.body(province)
    return make.opened(province, bodies=list(province.authority.outside_bodies.all()))


def test_filled_form_is_taken_with_its_words(province, asked):
    report = brought_in(province, asked, filled_form(asked, report_words.FILLED[2026], report_words.OUTSIDE_TEXTS))
    assert (report.state, report.source) == (ReportState.DRAFT, Source.XLSX)
    assert report.figures["received"] == {"": 26}
    assert report.figures["received_channel"] == {"IN_PERSON": 15, "POST": 11}
    assert report.texts.get(part__title="Nguyên nhân").text == "Sở dùng hệ thống riêng của ngành."


@pytest.mark.parametrize(
    ("changed", "sentence"),
    [
        ({"received": "mười hai"}, "“mười hai” không phải số nguyên"),
        ({"received": 2.5}, "“2.5” không phải số nguyên"),
        ({"received": "1.25"}, "“1.25” không phải số nguyên"),
        ({"received": -1}, "-1 không phải số từ 0 trở lên"),
        ({"received": ""}, "chưa điền. Ghi 0 nếu không có"),
        ({"received": "BỎ DÒNG"}, "Thiếu dòng có mã “received”"),
        ({"received_channel__POST": 12}, "cộng lại là 27, khác “Yêu cầu đã nhận” là 26"),
        ({"late": 99}, "“Giải quyết quá hạn” là 99, lớn hơn “Yêu cầu đã giải quyết” là 22"),
        ({"catalog_updated": "hôm qua"}, "“hôm qua” không phải ngày"),
        ({"catalog_updated": "30/11/2026"}, "không phải ngày trong kỳ"),
    ],
)
def test_each_bad_cell_is_named(province, asked, changed, sentence):
    with pytest.raises(ValidationError) as slips:
        brought_in(province, asked, filled_form(asked, report_words.FILLED[2026], **changed))
    assert any(sentence in message for message in slips.value.messages), slips.value.messages
    code = next(iter(changed)).replace("__", ":")
    named = "cộng lại" in sentence or "lớn hơn" in sentence or any(f"“{code}”" in one for one in slips.value.messages)
    assert named


def test_strange_tables_are_refused_in_plain_words(province, asked):
    for content, sentence in (
        (b"khong phai bang", "Tệp không phải bảng"),
        (b"PK\x03\x04" + bytes(100), "Tệp không phải bảng"),
    ):
        with pytest.raises(ValidationError, match=sentence):
            brought_in(province, asked, BytesIO(content))
    with pytest.raises(ValidationError, match="mẫu XLSX"):
        brought_in(province, asked, BytesIO(b"%PDF-1.7"), name="bao-cao.pdf")


def test_who_enters_a_file_does_not_take_it(province, asked):
    report = brought_in(province, asked, filled_form(asked, report_words.FILLED[2026]))
    writing.submit(report=report, seen=report.version, by=province.justice, at=moment("19/11/2026"))
    with pytest.raises(NotAllowed, match="người thứ hai"):
        writing.accept(report=report, seen=fresh(report).version, by=province.justice, at=moment("20/11/2026"))
    second = make_person("Trưởng đầu mối tỉnh", Role.FOCAL_HEAD, authority=province.authority)
    writing.accept(report=report, seen=fresh(report).version, by=second, at=moment("20/11/2026"))
    assert fresh(report).state == ReportState.ACCEPTED


# --- bodies outside: the signed file -----------------------------------------------------------------------------
def signed(province, key=None):
    """The report of a commune, signed by its installation; and the body outside that it is for another province."""
    period = make.opened(province)
    office = province.below[0]
    Case.sent(office, on="02/11/2026")
    content = exchange.sign(report=make.sent(period, office), by=office.head, at=moment("20/11/2026"))
    key = key or checkpoint.signing_key().public
    return content, make.body(province, office.authority.code, public_key=str(key), key_source="Công văn số 8/UBND")


def test_signed_file_goes_from_one_installation_to_another(province):
    content, body = signed(province)
    period = make.opened(province, bodies=[body], offices=[])
    report = brought_in(province, period, BytesIO(content), name="bao-cao.json")
    assert (report.source, report.figures["received"]) == (Source.JSON, {"": 1})
    assert report.counted_to == day("15/11/2026")
    assert report.texts.filter(text="Đã bố trí đầu mối, công khai danh mục.").count() == 4


def test_forged_changed_and_strange_files_are_refused(province):
    content, body = signed(province)
    period = make.opened(province, bodies=[body], offices=[])

    def refused(content, sentence):
        with pytest.raises(ValidationError, match=sentence):
            brought_in(province, period, BytesIO(content), name="bao-cao.json")

    whole = json.loads(content)
    changed = deepcopy(whole)
    changed["report"]["figures"]["received"][""] = 99
    refused(json.dumps(changed).encode(), "bị sửa sau khi ký")
    other = SecretKey("noi-khac.example/nhat-ky", bytes(range(32)))
    forged = whole | {"signed": other.sign(whole["signed"].splitlines()[:2])}
    refused(json.dumps(forged).encode(), "không phải của khóa")
    # The same key's signature for another purpose does not serve.
    key = checkpoint.signing_key()
    lines = [key.name + "/trich-xuat", *whole["signed"].splitlines()[1:2]]
    refused(json.dumps(whole | {"signed": key.sign(lines)}).encode(), "bị sửa sau khi ký")
    for strange in (b"{}", b"[1]", b"\xff", b"[" * 5000, b'{"report": {}, "signed": 1, "format": 1, "v": 1}'):
        refused(strange, "không phải báo cáo có chữ ký số")


def test_signed_nonsense_is_refused_too(province):
    content, body = signed(province)
    period = make.opened(province, bodies=[body], offices=[])
    key = checkpoint.signing_key()
    whole = json.loads(content)
    for change in (
        {"figures": {"received": {"": -1}}},
        {"figures": {"unknown": {"": 1}}},
        {"figures": {"received": {"": 1.5}}},
        {"definitions": [{"code": "x"}]},
        {"texts": []},
        {"counted_to": "mai"},
        {"counted_to": "2031-01-01"},
    ):
        report = whole["report"] | change
        try:
            digest = exchange._digest(report)
        except TypeError:  # what the canonical form cannot hold is no report either
            digest = "0" * 64
        note = key.sign([key.name + exchange.PURPOSE, f"sha256 {digest}"])
        with pytest.raises(ValidationError):
            brought_in(
                province, period, BytesIO(json.dumps(whole | {"report": report, "signed": note}).encode()), "a.json"
            )


def test_file_of_another_body_or_period_is_refused(province):
    content, body = signed(province)
    period = make.opened(province, bodies=[body], offices=[])
    told = outside.BodyWords("ma-khac", body.name, body.short_name, "", body.public_key, body.key_source)
    outside.change_body(body=body, seen=body.version, words=told, by=province.justice, at=moment("07/10/2026"))
    with pytest.raises(ValidationError, match="không phải của cơ quan này"):
        brought_in(province, period, BytesIO(content), name="bao-cao.json")
    back = outside.BodyWords("xa-1", body.name, body.short_name, "", body.public_key, body.key_source)
    outside.change_body(body=fresh(body), seen=None, words=back, by=province.justice, at=moment("07/10/2026"))
    other = make.opened(province, bodies=[fresh(body)], offices=[], year=2025)
    with pytest.raises(ValidationError, match="không phải kỳ này"):
        brought_in(province, other, BytesIO(content), name="bao-cao.json")


@pytest.mark.parametrize(
    ("fields", "field"),
    [
        ({"public_key": "khoa-tu-nghi", "key_source": "CV 1"}, "public_key"),
        (
            {"public_key": "a+00000000+" + base64.b64encode(b"\x01" + bytes(32)).decode(), "key_source": "CV 1"},
            "public_key",
        ),
        ({"name": " "}, "name"),
        ({"code": ""}, "code"),
    ],
)
def test_what_must_be_known_of_a_body(province, fields, field):
    words = {"code": "so-xay-dung", "name": "Sở Xây dựng", "short_name": "Sở Xây dựng"} | fields
    told = {"authority": province.authority, "by": province.justice, "at": moment("01/10/2026")}
    with pytest.raises(DomainError) as slip:
        outside.enter_body(words=outside.BodyWords(**words), **told)
    assert slip.value.field == field


def test_key_needs_the_paper_that_brought_it(province):
    key = str(checkpoint.signing_key().public)
    with pytest.raises(DomainError) as slip:
        make.body(province, public_key=key)
    assert slip.value.field == "key_source"
    make.body(province)
    with pytest.raises(DomainError, match="đã dùng"):
        make.body(province)
    with pytest.raises(NotAllowed):
        told = {"authority": province.authority, "by": province.office.officer, "at": moment("01/10/2026")}
        outside.enter_body(words=outside.BodyWords("x", "X", "X"), **told)


@pytest.mark.parametrize(("typed", "amount"), [("26", 26), (" 26 ", 26), ("1.026", 1026), ("1 026", 1026), (26.0, 26)])
def test_whole_numbers_as_offices_write_them(typed, amount):
    assert form_table._amount({"measure": "REQUEST"}, typed, None) == amount
