"""The province's report from the first request for it to PDF, DOCX and XLSX: nobody types a figure (D18 Điều 12.3, 12.4)."""

import re
from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone
from docx import Document
from openpyxl import load_workbook
from pypdf import PdfReader

from cms.audit.verify import verify
from cms.core.dates import short, today
from home.models import PeriodReport, ReportPeriod
from tests.factories.plans import Province
from tests.factories.reports import body
from tests.factories.workflow import Case
from tests.journeys.test_provincial_task import Desk

pytestmark = pytest.mark.django_db


@pytest.fixture
def province(settings, tmp_path):
    settings.PRIVATE_ROOT = tmp_path
    return Province(communes=2)


@pytest.fixture
def at_desk(client):
    return lambda person: Desk(client, person)


def test_provincial_report_without_typing_a_figure(province, at_desk):
    body(province)
    one, two = province.below
    for office, number in ((one, 3), (two, 1)):
        for _request in range(number):
            Case.sent(office, on="02/11/2026")
    period = ask(province, at_desk)
    for office in (one, two):
        report(period, office, at_desk)
    accept(period, one, province, at_desk)
    bring_in_the_form(period, 4, province, at_desk)
    url = gather(period, province, at_desk)
    sign_and_number(url, province, at_desk)
    look_at_the_files(url, province, at_desk)
    assert verify().problem is None


def ask(province, at_desk):
    justice = at_desk(province.justice)
    year = today().year
    url = justice.do(
        reverse("reports:new_period"), authority=province.authority.pk, kind="YEARLY", preset="CALENDAR_YEAR", year=year,
        title=f"Kết quả thi hành Luật Tiếp cận thông tin năm {year}", basis="Công văn số 2145/STP của Sở Tư pháp",
        addressee="Sở Tư pháp", gathered_addressee="Bộ Tư pháp",
        due_on=short(timezone.localdate().replace(month=12, day=31)),
    )  # fmt: skip
    bodies = [one.pk for one in province.authority.outside_bodies.all()]
    justice.do(f"{url}mo/", authorities=[office.authority.pk for office in province.below], bodies=bodies)
    return ReportPeriod.objects.get()


def report(period, office, at_desk):
    found = PeriodReport.objects.get(period=period, authority=office.authority)
    url = reverse("reports:report", args=[found.pk])
    officer = at_desk(office.officer)
    officer.do(f"{url}lap-so-lieu/")
    officer.do(f"{url}viet/", **written(officer, f"{url}viet/", f"Việc của {office.authority.short_name}."))
    at_desk(office.head).do(f"{url}nop/")


def written(desk, url, text):
    """The same words in every written part; the form has no other field, and so none for a figure."""
    fields = [name for name in desk.client.get(url).context["form"].fields if name != "seen"]
    assert all(name.startswith("part_") for name in fields)
    return dict.fromkeys(fields, text)


def accept(period, office, province, at_desk):
    found = PeriodReport.objects.get(period=period, authority=office.authority)
    at_desk(province.justice).do(f"{reverse('reports:report', args=[found.pk])}nhan/")


def bring_in_the_form(period, received, province, at_desk):
    """The body outside fills in the form it was sent; the justice department only uploads it."""
    justice = at_desk(province.justice)
    blank = justice.client.get(reverse("reports:blank_form", args=[period.pk]))
    workbook = load_workbook(BytesIO(blank.content))
    filled = {"received": received, "received_channel:POST": received, "received_requester:CITIZEN": received}
    for row in workbook.worksheets[0].iter_rows(min_row=2):
        row[4].value = filled.get(row[0].value, 0)
    target = BytesIO()
    workbook.save(target)
    found = PeriodReport.objects.get(period=period, outside__isnull=False)
    url = reverse("reports:report", args=[found.pk])
    justice.do(f"{url}nhap-tep/", file=SimpleUploadedFile("mau.xlsx", target.getvalue()))
    justice.do(f"{url}nop/")


def gather(period, province, at_desk):
    justice = at_desk(province.justice)
    assert "3 trên 3 cơ quan đã nộp" in justice.read(reverse("reports:period", args=[period.pk]))
    gathered = PeriodReport.objects.get(period=period, is_consolidated=True)
    url = reverse("reports:report", args=[gathered.pk])
    justice.do(f"{url}lap-so-lieu/")
    assert "Việc của Xã Số 1." in justice.read(f"{url}viet/")
    justice.do(f"{url}viet/", **written(justice, f"{url}viet/", "Toàn tỉnh đã triển khai."))
    return url


def sign_and_number(url, province, at_desk):
    at_desk(province.office.head).do(f"{url}nop/")
    at_desk(province.office.registry).do(f"{url}cap-so/", number="218", symbol="BC-UBND", issued_on=short(today()))


def look_at_the_files(url, province, at_desk):
    desk = at_desk(province.office.officer)
    pdf = PdfReader(BytesIO(b"".join(desk.client.get(f"{url}tep/pdf/").streaming_content)))
    paper = " ".join(" ".join(page.extract_text() for page in pdf.pages).split())
    for words in ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Số: 218/BC-UBND", "BÁO CÁO", "Kính gửi: Bộ Tư pháp",
                  "báo cáo của 3 trên 3 cơ quan", "Toàn tỉnh đã triển khai.", "Tất cả cơ quan phải báo cáo đã gửi"):  # fmt: skip
        assert words in paper, words
    assert re.search(r"Yêu cầu đã nhận yêu cầu 8\b", paper)
    document = Document(BytesIO(b"".join(desk.client.get(f"{url}tep/docx/"))))
    cells = {row.cells[0].text: row.cells[-1].text for table in document.tables for row in table.rows}
    assert cells["Yêu cầu đã nhận"] == "8"
    sheet = load_workbook(BytesIO(desk.client.get(f"{url}tep/xlsx/").content)).worksheets[0]
    rows = {row[0]: row for row in sheet.iter_rows(values_only=True)}
    assert rows["Mã"][5:9] == (f"Kỳ {today().year}", "Xã Số 1", "Xã Số 2", "Sở Xây dựng")
    assert rows["received"][5:9] == (8, 3, 1, 4)
