"""The desk's pages of reports: every act by its form, slips at their fields, what is out of reach not found."""

from copy import deepcopy
from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from openpyxl import load_workbook

from cms.audit.models import Entry
from cms.audit.record import REFUSED_ATTEMPT
from home.models import OutsideBody, PeriodReport, ReportPeriod
from home.reports.choices import PartKind, ReportState
from tests.factories import reports as make
from tests.factories.plans import Province, fresh
from tests.factories.workflow import Case

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def standing(kept_for_the_file):
    return Province(communes=2)


@pytest.fixture
def province(standing, db):
    return deepcopy(standing)


@pytest.fixture
def enter(client):
    def sign_in(person):
        client.force_login(person, backend="django.contrib.auth.backends.ModelBackend")
        return client

    return sign_in


def send(client, url, **fields):
    form = client.get(url).context["form"]
    return client.post(url, {"seen": form["seen"].value(), **fields})


def text(response):
    return response.content.decode()


PERIOD = {
    "kind": "YEARLY", "title": "Kết quả năm 2026", "basis": "Công văn số 1/STP", "addressee": "Sở Tư pháp",
    "preset": "STATE_YEAR", "year": "2026", "due_on": "30/11/2026", "estimated_on": "15/11/2026",
}  # fmt: skip


def period_url(period, act=""):
    return reverse("reports:period", args=[period.pk]) + (f"{act}/" if act else "")


def report_url(report, act=""):
    return reverse("reports:report", args=[report.pk]) + (f"{act}/" if act else "")


# --- periods -----------------------------------------------------------------------------------------------------
def test_period_is_set_shaped_and_opened_by_its_forms(province, enter):
    client = enter(province.justice)
    response = send(client, reverse("reports:new_period"), authority=province.authority.pk, **PERIOD)
    period = ReportPeriod.objects.get()
    assert response.url == period_url(period)
    page = text(client.get(period_url(period)))
    assert "15/12/2025 đến hết 14/12/2026" in page
    assert "số liệu đến ngày 15/11/2026" in page
    assert send(client, period_url(period, "sua"), **PERIOD | {"title": "Tên khác"}).status_code == 302
    slip = send(client, period_url(period, "them-phan"), kind="TEXT", title=" ", figures=["khong-co"])
    assert set(slip.context["form"].errors) == {"title", "figures"}
    words = {"kind": "FIGURES", "title": "Số liệu từ chối", "figures": ["refused", "withheld_ground"]}
    assert send(client, period_url(period, "them-phan"), **words).status_code == 302
    part = period.parts.get(title="Số liệu từ chối")
    assert part.figures == ["refused", "withheld_ground"]
    for act, fields in (("len", {}), ("sua", words | {"title": "Từ chối"}), ("bo", {})):
        url = reverse("reports:part_act", args=[period.pk, part.pk, act])
        assert send(client, url, **fields).status_code == 302, act
    assert not period.parts.filter(pk=part.pk).exists()
    form = client.get(period_url(period, "mo")).context["form"]
    assert len(form["authorities"].value()) == 3  # everybody is ticked: the province, two communes
    response = send(client, period_url(period, "mo"), authorities=[one.authority.pk for one in province.below])
    assert response.status_code == 302
    assert fresh(period).reports.asked().count() == 2


@pytest.mark.parametrize(
    ("fields", "field", "sentence"),
    [
        ({"title": ""}, "title", "Nhập trích yếu của báo cáo."),
        ({"year": "hai nghìn"}, "year", "Nhập năm bằng bốn chữ số."),
        ({"year": ""}, "year", "Nhập năm của kỳ, từ 2018."),
        ({"due_on": "31/02/2026"}, "due_on", "Ngày này không có trong lịch. Ví dụ đúng: 18/11 hoặc 18/11/2026"),
        ({"preset": "OWN_DAYS"}, "first_on", "Nhập ngày đầu và ngày cuối của kỳ."),
        ({"kind": "KHONG"}, "kind", None),
        ({"authority": "x"}, "authority", "Chọn một cơ quan trong danh sách."),
    ],
)
def test_slips_stand_at_their_field_and_keep_what_was_typed(province, enter, fields, field, sentence):
    words = {"authority": province.authority.pk} | PERIOD | fields
    response = send(enter(province.justice), reverse("reports:new_period"), **words)
    errors = response.context["form"].errors
    assert (response.status_code, list(errors)) == (200, [field])
    assert sentence is None or errors[field] == [sentence]
    assert "Công văn số 1/STP" in text(response)
    assert not ReportPeriod.objects.exists()


def test_justice_reminds_moves_the_deadline_asks_more_and_ends(province, enter):
    period = make.opened(province, offices=province.below[:1])
    client = enter(province.justice)
    page = text(client.get(period_url(period)))
    assert "0 trên 1 cơ quan đã nộp" in page
    report = make.report_of(period, province.below[0])
    assert send(client, period_url(period, "nhac"), reports=[report.pk]).status_code == 302
    slip = send(client, period_url(period, "nhac"), reports=[report.pk])
    assert "đã được nhắc hôm nay" in text(slip)
    words = {"due_on": "05/12/2026", "reason": "Mưa lũ"}
    assert send(client, period_url(period, "doi-han"), **words).status_code == 302
    more = {"authorities": [province.below[1].authority.pk]}
    assert send(client, period_url(period, "de-nghi-them"), **more).status_code == 302
    assert send(client, period_url(period, "ket-thuc"), reason="Hết hạn").status_code == 302
    assert "Không còn thiếu" not in text(client.get(period_url(period)))


def test_report_of_several_years_is_set_by_ticking_them(province, enter):
    for year in (2025, 2026):
        make.opened(province, year=year)
    client = enter(province.justice)
    url = reverse("reports:new_years")
    assert "Chọn các kỳ" in text(
        send(client, url, authority=province.authority.pk, title="Hai năm", due_on="31/12/2026")
    )
    keys = [one.pk for one in ReportPeriod.objects.all()]
    words = {"authority": province.authority.pk, "title": "Hai năm", "due_on": "31/12/2026", "covered": keys}
    response = send(client, url, **words)
    assert response.status_code == 302
    assert "Các kỳ được cộng" in text(client.get(response.url))


# --- reports -----------------------------------------------------------------------------------------------------
def test_report_goes_from_first_figure_to_number_by_its_forms(province, enter, settings, tmp_path):
    settings.PRIVATE_ROOT = tmp_path
    period, office = make.opened(province), province.below[0]
    Case.sent(office, on="02/11/2026")
    report = make.report_of(period, office)
    client = enter(office.officer)
    assert period.title in text(client.get(reverse("reports:reports")))
    assert send(client, report_url(report, "lap-so-lieu")).status_code == 302
    texts = dict.fromkeys(client.get(report_url(report, "viet")).context["form"].fields, "Nội dung riêng của xã.")
    texts.pop("seen")
    assert send(client, report_url(report, "viet"), **texts).status_code == 302
    page = text(client.get(report_url(report)))
    assert "Nội dung riêng của xã." in page
    assert "Yêu cầu đã nhận" in page
    figures = client.get(client.get(report_url(report)).context["cases_url"])
    assert (figures.status_code, figures.context["form"].errors) == (200, {})
    # The officer who wrote it is not offered to sign it, and is told so.
    assert client.get(report_url(report, "nop")).status_code == 403
    client = enter(office.head)
    assert "Đọc văn bản trước khi ký" in text(client.get(report_url(report, "nop")))
    assert send(client, report_url(report, "nop")).status_code == 302
    client = enter(province.justice)
    assert "Nội dung riêng của xã." in text(client.get(report_url(report)))
    assert send(client, report_url(report, "nhan")).status_code == 302
    client = enter(office.registry)
    number = {"number": "57", "symbol": "BC-UBND", "issued_on": client.get(report_url(report, "cap-so")).context["day"]}
    number["issued_on"] = number["issued_on"].strftime("%d/%m/%Y")
    assert send(client, report_url(report, "cap-so"), **number).status_code == 302
    report = fresh(report)
    assert (report.state, report.label) == (ReportState.ACCEPTED, "57/BC-UBND")
    paper = text(client.get(reverse("reports:paper", args=[report.pk])))
    assert "57/BC-UBND" in paper
    assert b"".join(client.get(reverse("reports:file", args=[report.pk, "pdf"])).streaming_content)[:5] == b"%PDF-"


def test_files_of_a_draft(province, enter):
    office = province.below[0]
    report = make.filled(make.report_of(make.opened(province), office), office.officer)
    client = enter(office.officer)
    for kind, mark in (("pdf", b"%PDF-"), ("docx", b"PK\x03\x04")):
        response = client.get(reverse("reports:file", args=[report.pk, kind]))
        assert b"".join(response).startswith(mark), kind
    response = client.get(reverse("reports:file", args=[report.pk, "xlsx"]))
    assert load_workbook(BytesIO(response.content)).sheetnames == ["Số liệu", "Thông tin"]
    assert Entry.objects.filter(kind="period_report.exported").count() == 1
    for kind in ("json", "exe"):  # nothing is signed before it was sent
        assert client.get(reverse("reports:file", args=[report.pk, kind])).status_code == 404


def test_signed_file_of_a_sent_report(province, enter):
    report = make.sent(make.opened(province), province.below[0])
    response = enter(province.below[0].officer).get(reverse("reports:file", args=[report.pk, "json"]))
    assert response.json()["format"] == "minhbach-bao-cao"
    assert response.json()["report"]["figures_sha256"] == report.figures_sha256


def test_what_changed_since_stands_on_the_page(province, enter):
    office = province.below[0]
    report = make.sent(make.opened(province), office)
    client = enter(province.justice)
    assert "Thay đổi sau khi nộp" not in text(client.get(report_url(report)))
    Case.sent(office, on="02/11/2026")
    page = text(client.get(report_url(report)))
    assert "Thay đổi sau khi nộp" in page
    assert fresh(report).figures_sha256 == report.figures_sha256


def test_forbidden_act_is_403_and_on_record(province, enter):
    office = province.below[0]
    report = make.sent(make.opened(province), office)
    response = enter(office.head).post(report_url(report, "nhan"), {"seen": report.version})
    assert response.status_code == 403
    entry = Entry.objects.latest("seq")
    assert (entry.kind, entry.subject_id) == (REFUSED_ATTEMPT, str(report.pk))
    assert fresh(report).state == ReportState.SUBMITTED


def test_faster_colleague_answers_409_with_what_was_typed(province, enter):
    office = province.below[0]
    report = make.report_of(make.opened(province), office)
    client = enter(office.officer)
    form = client.get(report_url(report, "viet")).context["form"]
    name = next(name for name in form.fields if name != "seen")
    seen = form["seen"].value()
    make.filled(report, office.officer, text="Của đồng nghiệp")
    response = client.post(report_url(report, "viet"), {"seen": seen, name: "Của tôi"})
    assert response.status_code == 409
    assert "Của tôi" in text(response)


@pytest.mark.parametrize("where", ["report", "paper", "file", "act", "period", "period_act", "form", "body"])
def test_other_authorities_records_are_not_found(province, enter, where):
    one, two = province.below
    period = make.opened(province, offices=[one])
    report = make.filled(make.report_of(period, one), one.officer)
    body = make.body(province)
    url = {
        "report": report_url(report),
        "paper": reverse("reports:paper", args=[report.pk]),
        "file": reverse("reports:file", args=[report.pk, "xlsx"]),
        "act": report_url(report, "lap-so-lieu"),
        "period": period_url(period),
        "period_act": period_url(period, "ket-thuc"),
        "form": reverse("reports:blank_form", args=[period.pk]),
        "body": reverse("reports:body", args=[body.pk]),
    }[where]
    assert enter(two.officer).get(url).status_code == 404


def test_pages_answer_any_address(province, enter):
    period = make.opened(province)
    client = enter(province.justice)
    for name in ("reports", "periods", "bodies"):
        assert client.get(f"{reverse(f'reports:{name}')}?loc=%00'&p=abc").status_code == 200
    for loc in ("", "da-nop", "tat-ca"):
        assert client.get(f"{reverse('reports:reports')}?loc={loc}").status_code == 200
    assert client.get(period_url(period, "khong-co")).status_code == 404
    assert client.get(reverse("reports:part_act", args=[period.pk, 999999, "sua"])).status_code == 404


def test_period_page_costs_no_query_for_each_body(province, enter, django_assert_max_num_queries):
    period = make.opened(province, offices=province.below[:1])
    client = enter(province.justice)
    client.get(period_url(period))

    def queries():
        from django.db import connection
        from django.test.utils import CaptureQueriesContext

        with CaptureQueriesContext(connection) as found:
            client.get(period_url(period))
        return len(found)

    before = queries()
    more = {"authorities": [province.below[1].authority.pk, province.authority.pk]}
    send(client, period_url(period, "de-nghi-them"), **more)
    client.get(period_url(period))
    assert queries() <= before


# --- bodies outside ----------------------------------------------------------------------------------------------
def test_body_is_entered_asked_and_its_form_brought_in(province, enter):
    client = enter(province.justice)
    words = {"authority": province.authority.pk, "code": "so-xay-dung", "name": "Sở Xây dựng", "short_name": "SXD"}
    assert send(client, reverse("reports:new_body"), is_active="on", **words).status_code == 302
    body = OutsideBody.objects.get()
    url = reverse("reports:body", args=[body.pk])
    slip = send(client, f"{url}sua/", is_active="on", **words | {"public_key": "khoa"})
    assert "Khóa chưa đúng dạng" in text(slip)
    assert send(client, f"{url}sua/", is_active="on", **words | {"email": "sxd@tinh.example"}).status_code == 302
    assert "sxd@tinh.example" in text(client.get(url))
    period = make.opened(province, bodies=[body])
    report = PeriodReport.objects.get(outside=body)
    blank = load_workbook(BytesIO(client.get(reverse("reports:blank_form", args=[period.pk])).content))
    sheet = blank.worksheets[0]
    act = report_url(report, "nhap-tep")
    assert "chưa điền" in text(upload(client, act, blank))
    for row in sheet.iter_rows(min_row=2):
        row[4].value = 0
    sheet.cell(row=2, column=5).value = "mười"
    page = text(upload(client, act, blank))
    assert "Dòng 2, mã “received”: “mười” không phải số nguyên." in page
    sheet.cell(row=2, column=5).value = 0
    assert upload(client, act, blank).status_code == 302
    assert send(client, report_url(report, "nop")).status_code == 302
    assert fresh(report).state == ReportState.SUBMITTED
    assert client.get(report_url(report, "nhan")).status_code == 200
    refused = client.post(report_url(report, "nhan"), {"seen": fresh(report).version})
    assert refused.status_code == 403  # who entered it does not take it
    assert client.get(reverse("reports:paper", args=[report.pk])).status_code == 404


def upload(client, url, workbook):
    target = BytesIO()
    workbook.save(target)
    return send(client, url, file=SimpleUploadedFile("mau.xlsx", target.getvalue()))


def test_province_writes_with_what_the_bodies_wrote_beside_it(province, enter):
    period = make.opened(province)
    make.sent(period, province.below[0], text="Thiếu máy quét khổ lớn")
    client = enter(province.justice)
    report = make.gathered_of(period)
    assert "Thiếu máy quét khổ lớn" in text(client.get(report_url(report, "viet")))
    assert send(client, report_url(report, "lap-so-lieu")).status_code == 302
    page = text(client.get(report_url(report)))
    assert "Cơ quan chưa gửi báo cáo" in page
    assert "xã Số 2" in page
    kinds = set(period.parts.values_list("kind", flat=True))
    assert kinds == {str(kind) for kind in PartKind}
