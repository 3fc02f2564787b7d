"""The books of papers: what left and what came, who reads names, what a file tells and what is recorded (S1, S11)."""

import csv
from io import BytesIO, StringIO

import openpyxl
import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from pypdf import PdfReader

from cms.audit.models import Entry
from cms.core.dates import today
from cms.core.errors import DomainError, NotAllowed
from tests.factories import corrections as make_corrections
from tests.factories import remedies as make_remedies
from tests.factories.core import make_house
from tests.factories.moments import moment
from tests.factories.workflow import Case
from tests.workflow.services.test_retention import done as seal
from workflow.choices import RetentionKind
from workflow.register import papers
from workflow.register.columns import SEALED

pytestmark = pytest.mark.django_db
AT = moment("20/11/2026")
YEAR = papers.Chosen(2026)


@pytest.fixture
def house():
    return make_house()


def rows(book, house, chosen=YEAR, by=None):
    columns = book.columns_for(personal=True)
    found = papers.cells(columns, book.of(by or house.registry, house.authority, chosen))
    return [dict(zip((column.name for column in columns), row, strict=True)) for row in found]


def exported(book, house, kind="CSV", **words):
    stream = BytesIO()
    given = {"authority": house.authority, "by": house.registry, "at": AT, "chosen": YEAR, "reason": "Lưu trữ"}
    count = papers.export(stream, book=book, kind=kind, **given | words)
    return stream.getvalue(), count


def refused(house, on="02/11/2026", number="5"):
    return Case.sent(house, on).accept().propose_to_refuse().approve().issue(number=number)


def test_what_left_stands_in_the_outgoing_book(house):
    refused(house)
    Case.sent(house).accept().propose_to_refuse().approve()  # not issued yet
    refused(make_house(), number="6")  # somebody else's book
    (row,) = rows(papers.OUTGOING, house)
    code = house.authority.case_prefix
    assert row["number"] == "05/TB-SXD"
    assert row["subject"].startswith(f"Thông báo từ chối yêu cầu cung cấp thông tin, hồ sơ {code}-261102-")
    assert (row["signer"], row["kept_by"]) == ("Nguyễn Văn Ký", house.focal_unit.name)
    assert "Nguyễn Thị Mến" in row["receiver"]
    assert row["copies"] == row["receipt"] == ""


def test_the_outgoing_book_is_narrowed_by_year_days_and_form(house):
    refused(house, "02/11/2026", "905")
    Case.sent(house, "04/11/2026").accept().extended()
    for chosen, count in (
        (YEAR, 2),
        (papers.Chosen(2025), 0),
        (papers.Chosen(2026, first=moment("03/11/2026").date()), 1),
        (papers.Chosen(2026, last=moment("03/11/2026").date()), 1),
        (papers.Chosen(2026, form="EXTENSION"), 1),
    ):
        assert len(rows(papers.OUTGOING, house, chosen)) == count, chosen


def test_what_was_brought_stands_in_the_incoming_book(house):
    Case.sent(house)
    Case.by_phone(house)
    case = Case.entered(house).ask_for_supplement()
    case.on("03/11/2026").supply("Quyết định số 12", by=house.officer)
    first, second = rows(papers.INCOMING, house)
    assert first["kind"] == "Phiếu yêu cầu cung cấp thông tin"
    assert (first["code"], first["author"], first["way"]) == (case.now.code, "Nguyễn Thị Mến", "Bưu chính")
    assert (second["kind"], second["code"]) == ("Phần bổ sung yêu cầu cung cấp thông tin", case.now.code)
    every = rows(papers.INCOMING, house, papers.Chosen(2026, online=True))
    assert len(every) == 3  # what was told on the telephone is no paper
    assert [row["on"] for row in every] == sorted(row["on"] for row in every)


@pytest.fixture
def contested(house):
    """One case about which a complaint, a court's notice and a denunciation came, in this order."""
    case = refused(house)
    lodged = [("COMPLAINT", "IN_PERSON", "01/12/2026"), ("LAWSUIT", "COURT", "02/12/2026")]
    for kind, channel, day in [*lodged, ("DENUNCIATION", "POST", "03/12/2026")]:
        make_remedies.entered(case, kind, channel=channel, received_on=day)
    make_remedies.entered(refused(make_house()))  # somebody else's book
    return case


def test_complaints_lawsuits_and_denunciations_stand_in_the_incoming_book(house, contested):
    complaint, notice, denunciation = rows(papers.INCOMING, house)
    code = contested.now.code
    assert (complaint["kind"], complaint["author"]) == ("Đơn khiếu nại lần đầu", "Nguyễn Thị Mến")
    assert complaint["asked"] == f"Về từ chối cung cấp, hồ sơ {code}"
    assert (complaint["on"], complaint["way"]) == (moment("01/12/2026").date(), "Nộp tại trụ sở")
    assert notice["kind"] == "Thông báo của tòa án về khởi kiện sơ thẩm"
    assert notice["author"] == "Tòa án nhân dân khu vực 3"
    assert (denunciation["kind"], denunciation["way"]) == ("Đơn tố cáo", "Bưu điện")
    assert denunciation["author"] == "người tố cáo được giữ kín"
    assert denunciation["asked"] == "nội dung được giữ kín"
    assert {row["unit"] for row in (complaint, notice, denunciation)} == {house.focal_unit.name}
    assert rows(papers.INCOMING, house, papers.Chosen(2025)) == []
    assert len(rows(papers.INCOMING, house, papers.Chosen(2026, last=moment("02/12/2026").date()))) == 2


@pytest.mark.parametrize("kind", ["CSV", "XLSX", "PDF"])
def test_no_book_tells_who_denounces_or_what_even_with_names(house, contested, kind):
    content, count = exported(papers.INCOMING, house, kind, personal=True)
    if kind == "PDF":
        told = " ".join(page.extract_text() for page in PdfReader(BytesIO(content)).pages)
    elif kind == "XLSX":
        sheet = openpyxl.load_workbook(BytesIO(content)).active
        told = " ".join(str(cell) for row in sheet.iter_rows(values_only=True) for cell in row)
    else:
        told = content.decode("utf-8-sig")
    assert count == 3
    assert "giữ kín" in " ".join(told.split())
    assert not [word for word in (*make_remedies.DENOUNCER.values(), make_remedies.WORDS) if word in told]


def test_a_denunciation_stands_in_the_book_of_those_alone_who_may_know_of_it(house, contested):
    seen = {by: [row["kind"] for row in rows(papers.INCOMING, house, by=by)] for by in (house.officer, house.auditor)}
    assert "Đơn tố cáo" not in seen[house.officer]
    assert len(seen[house.officer]) == 2
    assert "Đơn tố cáo" in seen[house.auditor]


def test_the_incoming_book_asks_no_more_for_more_complaints(house, contested, django_assert_num_queries):
    rows(papers.INCOMING, house)  # who the reader is has been looked up
    with CaptureQueriesContext(connection) as before:
        assert len(rows(papers.INCOMING, house)) == 3
    make_remedies.entered(contested, "COMPLAINT", received_on="04/12/2026")
    with django_assert_num_queries(len(before)):
        assert len(rows(papers.INCOMING, house)) == 4


def test_under_seal_no_book_tells_a_name_or_words(house):
    case = Case.entered(house).ask_for_supplement()
    case.on("03/11/2026").supply("Nhà 12 đường Lê Lợi", by=house.officer).provide_at_once()
    make_remedies.entered(case)
    make_corrections.reported(house, info_request=case.now)
    every = papers.Chosen(2026, online=True)

    def told():
        found = [*rows(papers.INCOMING, house, every), *rows(papers.OUTGOING, house)]
        kinds = {row["kind"] for row in found if "kind" in row}
        return kinds, " ".join(str(cell) for row in found for cell in row.values())

    kinds, before = told()
    assert len(kinds) == 4
    assert "Nguyễn Thị Mến" in before
    assert "Lê Lợi" in before
    seal(case, RetentionKind.SEAL)
    assert told()[0] == kinds
    assert not [word for word in ("Mến", "Lê Lợi", "quy hoạch sử dụng") if word in told()[1]]
    assert str(SEALED) in told()[1]


def test_files_hold_the_same_rows_and_csv_begins_with_its_mark(house):
    refused(house)
    content, count = exported(papers.OUTGOING, house)
    assert (content[:3], count) == (b"\xef\xbb\xbf", 1)
    header, row = csv.reader(StringIO(content.decode("utf-8-sig"), newline=""))
    assert header == [str(column.title) for column in papers.OUTGOING.columns_for(personal=False)]
    assert "Nguyễn Thị Mến" not in row
    sheet = openpyxl.load_workbook(BytesIO(exported(papers.OUTGOING, house, "XLSX", personal=True)[0])).active
    assert [cell.value for cell in sheet[2]][:1] == ["05/TB-SXD"]
    assert "Nguyễn Thị Mến" in sheet["E2"].value
    text = PdfReader(BytesIO(exported(papers.OUTGOING, house, "PDF")[0])).pages[0].extract_text()
    assert "Sổ đăng ký văn bản đi" in text
    assert "05/TB-SXD" in text


def test_every_export_is_on_record_with_its_reason(house):
    refused(house)
    exported(papers.OUTGOING, house)
    exported(papers.INCOMING, house, by=house.auditor, reason="Kiểm tra định kỳ")
    assert Entry.objects.filter(kind="register.exported").count() == 2


@pytest.mark.parametrize(("words", "field"), [({"reason": " "}, "reason"), ({"kind": "HTML"}, "kind")])
def test_what_an_export_lacks_is_said_at_its_field(house, words, field):
    with pytest.raises(DomainError) as slip:
        exported(papers.OUTGOING, house, **words)
    assert slip.value.field == field


def test_who_may_not_take_a_book_away_gets_nothing(house):
    for person in (house.signer, house.cashier, house.originator, make_house().registry):
        with pytest.raises(NotAllowed):
            exported(papers.OUTGOING, house, by=person)
    with pytest.raises(NotAllowed):
        exported(papers.OUTGOING, house, by=house.auditor, personal=True)
    assert not Entry.objects.filter(kind="register.exported").exists()


# --- at the desk ---------------------------------------------------------------------------------------------------
URL = "/admin/so-van-ban/{}/?year=2026"


@pytest.fixture
def enter(client):
    def sign_in(person):
        client.force_login(person, backend="django.contrib.auth.backends.ModelBackend")
        return client

    return sign_in


def test_the_books_on_the_screen_show_names_to_those_who_handle_cases(house, enter):
    refused(house)
    Case.entered(house)
    for part in ("di", "den"):
        assert "Nguyễn Thị Mến" in enter(house.registry).get(URL.format(part)).content.decode()
        shown = enter(house.auditor).get(URL.format(part)).content.decode()
        assert house.authority.case_prefix in shown
        assert "Nguyễn Thị Mến" not in shown


def test_a_book_is_taken_away_with_a_reason_only(house, enter):
    refused(house)
    browser = enter(house.registry)
    bare = browser.post(URL.format("di"), {"kind": "CSV", "reason": ""})
    assert "Hãy nói xuất sổ để làm gì" in bare.content.decode()
    file = browser.post(URL.format("di"), {"kind": "CSV", "reason": "Nộp lưu trữ"})
    assert file["Content-Disposition"] == f'attachment; filename="van-ban-di-{house.authority.code}-2026.csv"'
    assert enter(house.signer).post(URL.format("di"), {"kind": "CSV", "reason": "Xem"}).status_code == 403


def test_a_slip_in_the_filter_is_a_sentence(house, enter):
    page = enter(house.registry).get("/admin/so-van-ban/di/?year=hai&first=99/99").content.decode()
    assert "Năm gồm bốn chữ số, ví dụ 2026." in page
    assert enter(house.registry).get("/admin/so-van-ban/den/").status_code == 200
    assert str(today().year) in enter(house.registry).get("/admin/so-van-ban/den/").content.decode()
