"""The register: what it tells of a case, who may have it, and what a spreadsheet makes of it (S1, S11, SC13)."""

import csv
from io import BytesIO, StringIO

import openpyxl
import pytest
from django.core.management import CommandError, call_command
from pypdf import PdfReader

from cms.audit.models import Entry, EntryNote
from cms.core.errors import DomainError, NotAllowed
from cms.law.services import current_calendar
from tests.core.test_tables import FORMULAS
from tests.factories.core import make_house
from tests.factories.moments import day, moment
from tests.factories.workflow import Case, case_in, paper
from workflow import register
from workflow.choices import Outcome, Status

pytestmark = pytest.mark.django_db
AT = moment("20/11/2026")
REASON = "Báo cáo năm"
PERSONAL = {"name", "representative", "identity", "address", "contact", "asked", "purpose"}


@pytest.fixture
def house():
    return make_house()


def line(case):
    """The register's row of a case, by column."""
    (row,) = register.rows_of(type(case.now).objects.filter(pk=case.pk))
    calendar = current_calendar()
    return {column.name: column.of(row, calendar) for column in register.COLUMNS}


def exported(house, by=None, **words):
    stream = BytesIO()
    words = {"authority": house.authority, "by": by or house.officer, "at": AT, "kind": "CSV", "reason": REASON} | words
    count = register.export(stream, **words)
    return stream.getvalue(), count


def csv_of(content, delimiter=","):
    header, *rows, _total = csv.reader(StringIO(content.decode("utf-8-sig"), newline=""), delimiter=delimiter)
    return [dict(zip(header, row, strict=True)) for row in rows]


# --- what a row tells --------------------------------------------------------------------------------------------


def test_row_of_a_running_case(house):
    row = line(Case.sent(house, "02/11/2026"))
    assert row["received_on"] == row["sent_on"] == day("02/11/2026")
    assert (row["channel"], row["delivery"], row["status"]) == ("Trang công khai", "Tải về trên trang này", "Đã nhận")
    assert row["law"] == "Luật 01/2026/QH16"
    assert row["due_on"] == day("16/11/2026")
    assert (row["outcome"], row["outcome_on"], row["days_used"], row["late_by"]) == ("", None, None, None)
    assert (row["group"], row["kind"]) == (1, "Công dân Việt Nam")
    assert row["identity"] == "•••• •••• 0417"


def test_row_of_a_provided_case(house):
    case = Case.sent(house, "02/11/2026").accept().collect().hand_over().classify_all().add_cleared_file()
    case.propose(Outcome.PROVIDE).approve().issue(number="7").on("06/11/2026").provide()
    row = line(case)
    assert (row["outcome"], row["outcome_on"]) == ("Đã cung cấp", day("06/11/2026"))
    assert (row["days_used"], row["counted_in"], row["late_by"]) == (4, "ngày", 0)
    assert (row["pieces_given"], row["files_given"]) == (1, 1)
    assert row["consulted"] == "Phòng Đất đai"
    assert row["papers"] == "mẫu 03 số 07/TB-SXD"
    assert (row["officer"], row["signer"]) == ("Trần Thị Lan", "Nguyễn Văn Ký")
    assert (row["field"], row["info_class"]) == ("Đất đai", "Cung cấp theo yêu cầu")


def test_law_of_2016_counts_working_days(house):
    case = Case.sent(house, "17/08/2026").accept().propose_to_refuse().approve().on("24/08/2026").issue()
    row = line(case)
    assert (row["days_used"], row["counted_in"]) == (6, "ngày làm việc")  # Saturday 22/08/2026 was worked


def test_late_case_says_by_how_many_days(house):
    case = Case.sent(house, "02/11/2026").approved().on("18/11/2026").issue().provide()
    assert line(case)["late_by"] == 2


def test_row_of_an_extended_case(house):
    row = line(Case.sent(house, "02/11/2026").accept().extended(5))
    assert row["extended_on"] == day("02/11/2026")
    assert row["extended_until"] == row["due_on"] == day("23/11/2026")
    assert row["extension_reason"] == "Cần thêm thời gian để tìm kiếm"


def test_row_of_a_supplemented_case(house):
    row = line(Case.sent(house, "02/11/2026").ask_for_supplement().on("05/11/2026").supply())
    assert (row["supplement_asked_on"], row["supplied_on"]) == (day("02/11/2026"), day("05/11/2026"))


def test_row_of_a_refused_case_names_ground_and_article(house):
    row = line(Case.sent(house, "02/11/2026").accept().propose_to_refuse().approve().issue(number="5"))
    assert "vượt quá khả năng" in row["grounds"]
    assert "Điều 27.5" in row["grounds"]
    assert row["papers"] == "mẫu 05 số 05/TB-SXD"
    assert row["pieces_given"] == 0


def test_returned_proposal_leaves_no_ground(house):
    assert line(Case.sent(house, "02/11/2026").accept().propose_to_refuse().return_draft())["grounds"] == ""


def test_row_of_a_paid_case(house):
    row = line(Case.sent(house, "02/11/2026").with_cost().record_payment())
    assert (row["cost"], row["cost_lines"], row["paid_on"]) == (
        30_000,
        "Sao chụp đen trắng: 10 trang A4",
        day("02/11/2026"),
    )


def test_row_of_a_redirected_case(house):
    row = line(case_in(Status.REDIRECTED, house))
    assert row["redirected_to"] == "Ủy ban nhân dân xã Suối Vàng"
    assert row["outcome"] == "Đã hướng dẫn nơi khác"


def test_row_of_a_case_from_another_desk(house):
    facts = paper(
        on="02/11/2026",
        channel="NATIONAL_PORTAL",
        external_number="G22-0031",
        external_source="Cổng Dịch vụ công quốc gia",
        promised_on=day("12/11/2026"),
    )
    row = line(Case.entered(house, facts=facts))
    assert (row["external_number"], row["external_source"], row["promised_on"]) == (
        "G22-0031",
        "Cổng Dịch vụ công quốc gia",
        day("12/11/2026"),
    )


def test_row_of_an_organisation_counts_its_people(house):
    from workflow.services.answers import MemberAnswer

    members = tuple(MemberAnswer(f"Người {n}", f"00118500041{n}", "Biết quy hoạch") for n in range(3))
    case = Case.sent(house, "02/11/2026", capacity="ORGANISATION", organisation_name="Hội Nông dân", members=members)
    row = line(case)
    assert (row["group"], row["kind"], row["representative"]) == (3, "Nhiều người, qua tổ chức", "Hội Nông dân")


def test_provisional_date_is_marked(house):
    assert line(Case.sent(house, "30/12/2026"))["provisional"] == "có"


def test_every_state_can_be_written(house):
    for status in Status:
        case_in(status, house)
    content, count = exported(house, personal=True, reason="Kiểm tra")
    assert count == len(csv_of(content)) == len(Status)


# --- who may have it ---------------------------------------------------------------------------------------------


def test_without_asking_nothing_personal_leaves(house):
    Case.sent(house, "02/11/2026", name="Hà Thị Mộc Miên")
    content, _count = exported(house)
    text = content.decode("utf-8-sig")
    for secret in ("Mộc Miên", "0417", "men@example.vn", "912", "Lê Lợi", "quy hoạch sử dụng đất", "gia đình"):
        assert secret not in text
    assert {column.name for column in register.COLUMNS if column.personal} == PERSONAL


def test_personal_data_leaves_for_a_reason_and_on_record(house):
    Case.sent(house, "02/11/2026", name="Hà Thị Mộc Miên")
    content, _count = exported(house, personal=True, reason="Lập báo cáo năm cho Sở Tư pháp")
    text = content.decode("utf-8-sig")
    assert "Hà Thị Mộc Miên" in text
    assert "001185000417" not in text
    entry = Entry.objects.get(kind=register.EXPORTED)
    assert entry.actor_id == house.officer.pk
    assert b'"personal":true' in bytes(entry.payload)
    assert EntryNote.objects.get(entry=entry).reason == "Lập báo cáo năm cho Sở Tư pháp"


@pytest.mark.parametrize("personal", [True, False])
def test_every_export_needs_a_reason(house, personal):
    with pytest.raises(DomainError, match="để làm gì"):
        exported(house, personal=personal, reason=" ")
    assert not Entry.objects.filter(kind=register.EXPORTED).exists()


def test_supervisor_has_no_personal_data(house):
    with pytest.raises(NotAllowed):
        exported(house, by=house.auditor, personal=True, reason="Kiểm tra")
    Case.sent(house, "02/11/2026")
    assert exported(house, by=house.auditor)[1] == 1


def test_others_may_not_take_the_register_away(house):
    Case.sent(house, "02/11/2026")
    other = make_house()
    for by in (other.officer, house.stranger, house.cashier):
        with pytest.raises(NotAllowed, match="quyền xuất sổ"):
            exported(house, by=by)


def test_unit_sees_its_own_part_and_takes_nothing_away(house):
    Case.sent(house, "02/11/2026")
    asked = Case.sent(house, "03/11/2026").accept().collect()
    seen = register.requests_of(house.originator, house.authority, register.Filters())
    assert [row.code for row in seen] == [asked.now.code]
    with pytest.raises(NotAllowed):
        exported(house, by=house.originator)


# --- what is chosen ----------------------------------------------------------------------------------------------


def test_filters_narrow(house):
    Case.sent(house, "17/08/2026")
    Case.sent(house, "02/11/2026")
    case_in(Status.REFUSED, house, "05/11/2026")

    def codes(**chosen):
        return exported(house, filters=register.Filters(**chosen))[1]

    assert codes() == 3
    assert codes(first=day("02/11/2026")) == 2
    assert codes(last=day("02/11/2026")) == 2
    assert codes(first=day("02/11/2026"), last=day("02/11/2026")) == 1
    assert codes(statuses=("REFUSED",)) == 1
    assert codes(law="L16") == 1


def test_choice_is_said_in_words():
    filters = register.Filters(day("01/01/2026"), day("31/12/2026"), ("REFUSED",), "L26")
    assert filters.said() == (
        "nhận từ ngày 01/01/2026; nhận đến ngày 31/12/2026; trạng thái: Từ chối cung cấp; luật áp dụng: L26"
    )
    assert register.Filters().said() == "tất cả hồ sơ"


# --- the file ----------------------------------------------------------------------------------------------------


def test_both_kinds_hold_the_same_columns_and_rows(house):
    Case.sent(house, "02/11/2026")
    Case.sent(house, "03/11/2026").accept().extended()
    rows = csv_of(exported(house)[0])
    book = openpyxl.load_workbook(BytesIO(exported(house, kind="XLSX")[0]))
    header, *lines = book.worksheets[0].iter_rows(values_only=True)
    assert list(header) == list(rows[0])
    assert [cells[0] for cells in lines] == [*(row["Số hồ sơ"] for row in rows), "Cộng: 2 hồ sơ"]
    about = dict(book.worksheets[1].iter_rows(values_only=True))
    assert about["Cơ quan"] == house.authority.name
    assert about["Phạm vi"] == "tất cả hồ sơ"


@pytest.mark.parametrize("kind", ["CSV", "XLSX"])
def test_no_formula_from_what_a_citizen_typed(house, kind):
    """SC13: in every field that a person fills in."""
    for text in FORMULAS:
        Case.sent(house, "02/11/2026", description=text.ljust(24, "!"), purpose=text, name=text, address=text)
    content, count = exported(house, kind=kind, personal=True, reason="Kiểm tra")
    assert count == len(FORMULAS)
    if kind == "CSV":
        for row in csv_of(content):
            for cell in row.values():
                assert not cell.strip().startswith(tuple("=+-@＝＋－＠")), cell
    else:
        for row in openpyxl.load_workbook(BytesIO(content)).worksheets[0].iter_rows():
            assert all(cell.data_type != "f" for cell in row)


def test_all_kinds_hold_the_same_columns_order_and_totals(house):
    """On the screen, too: its words are those of the print."""
    Case.sent(house, "02/11/2026").with_cost().record_payment()
    case_in(Status.PROVIDED, house, "17/08/2026")
    header, *rows = csv.reader(StringIO(exported(house)[0].decode("utf-8-sig"), newline=""))
    text = text_of(exported(house, kind="PDF")[0])
    assert "SỔ THEO DÕI CUNG CẤP THÔNG TIN THEO YÊU CẦU" in text
    assert "Luật 01/2026/QH16" in text
    assert f"Để làm gì: {REASON}" in text
    assert "Trang 1/" in text
    places = [text.index(f"{title} ({number})") for number, title in enumerate(header, start=1)]
    assert places == sorted(places)
    # The register on paper writes every cell; a number has its points.
    for row in rows:
        for cell in row:
            assert (f"{int(cell):,}".replace(",", ".") if cell.isdigit() else " ".join(cell.split())) in text, cell
    cost = header.index("Chi phí (đồng)")
    assert rows[-1][0] == "Cộng: 2 hồ sơ"
    assert rows[-1][cost] == "30000"
    last = list(openpyxl.load_workbook(BytesIO(exported(house, kind="XLSX")[0])).worksheets[0].values)[-1]
    assert (last[0], last[cost]) == ("Cộng: 2 hồ sơ", 30_000)


def text_of(content):
    pages = [page.extract_text() for page in PdfReader(BytesIO(content)).pages]
    return " ".join(" ".join(pages).split())


def test_paper_has_its_limit(house, monkeypatch):
    monkeypatch.setattr("workflow.register.exporting.MOST_PRINTED", 1)
    Case.sent(house, "02/11/2026")
    Case.sent(house, "03/11/2026")
    with pytest.raises(DomainError, match="tối đa 1 hồ sơ"):
        exported(house, kind="PDF")
    assert not Entry.objects.filter(kind=register.EXPORTED).exists()


def test_telephone_stays_readable(house):
    Case.sent(house, "02/11/2026")
    row = csv_of(exported(house, personal=True, reason="Gọi lại")[0])[0]
    assert row["Liên hệ"].startswith("0912 345 678")


def test_unknown_kind_is_refused(house):
    with pytest.raises(DomainError, match="XLSX, CSV hoặc PDF"):
        exported(house, kind="DOC")
    with pytest.raises(DomainError, match="dấu phẩy"):
        exported(house, delimiter="|")


def test_queries_do_not_grow_with_the_rows(house, django_assert_max_num_queries):
    for _ in range(5):
        case_in(Status.PROVIDED, house, "17/08/2026")
    with django_assert_max_num_queries(30):
        exported(house, kind="CSV")


# --- the command -------------------------------------------------------------------------------------------------


def test_command_writes_the_file(house, tmp_path, capsys):
    Case.sent(house, "02/11/2026")
    path = tmp_path / "so.csv"
    call_command(
        "export_requests",
        str(path),
        authority=house.authority.code,
        by=house.officer.username,
        delimiter=";",
        reason=REASON,
    )
    assert len(csv_of(path.read_bytes(), ";")) == 1
    assert "Đã xuất 1 hồ sơ" in capsys.readouterr().out
    assert list(tmp_path.iterdir()) == [path]


def test_command_takes_days_and_states(house, tmp_path):
    Case.sent(house, "02/11/2026")
    path = tmp_path / "so.xlsx"
    options = ["--authority", house.authority.code, "--by", house.officer.username, "--reason", REASON]
    call_command(
        "export_requests", str(path), *options, "--from", "03/11/2026", "--to", "2026-11-30", "--status", "REFUSED"
    )
    assert openpyxl.load_workbook(path).worksheets[0].max_row == 2  # names of columns, totals


@pytest.mark.parametrize(
    ("name", "options", "sentence"),
    [
        ("so.doc", {}, "XLSX, CSV hoặc PDF"),
        ("so.csv", {"personal": True, "reason": " "}, "để làm gì"),
        ("so.csv", {"authority": "khong-co"}, "Không có cơ quan"),
        ("khong-co/so.csv", {}, "khong-co"),
    ],
)
def test_command_refuses_in_a_sentence_and_leaves_no_file(house, tmp_path, name, options, sentence):
    known = {"authority": house.authority.code, "by": house.officer.username, "reason": REASON}
    with pytest.raises(CommandError, match=sentence):
        call_command("export_requests", str(tmp_path / name), **known | options)
    assert list(tmp_path.iterdir()) == []


def test_command_names_a_wrong_day(house, tmp_path):
    options = ["--authority", house.authority.code, "--by", house.officer.username, "--from", "31/02/2026"]
    options += ["--reason", REASON]
    with pytest.raises(CommandError, match="không phải ngày"):
        call_command("export_requests", str(tmp_path / "so.csv"), *options)
