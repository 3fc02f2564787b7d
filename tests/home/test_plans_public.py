"""What everybody may read of plans, and what stays with the authorities; tables without formulas from people's words."""

from copy import deepcopy
from io import BytesIO

import pytest
from django.urls import reverse
from openpyxl import load_workbook

from cms.audit.models import Entry
from cms.core.dates import today
from cms.core.errors import NotAllowed
from home.models import PlanFile
from home.plans import chart, difficulties, progress, reviewing, tables
from home.plans.choices import Period
from home.plans.issuing import PlanWords
from home.plans.reviewing import ReviewWords
from tests.factories.moments import day, moment
from tests.factories.plans import Province, accept, fresh, given, report, task, write
from tests.factories.workflow import stored_file

pytestmark = pytest.mark.django_db
FORMULA = '=HYPERLINK("http://xau.example";"Bấm")'


@pytest.fixture(scope="module")
def standing(kept_for_the_file):
    return Province(communes=2)


@pytest.fixture
def province(standing, db):
    return deepcopy(standing)


def page(client, plan, name="home:plan"):
    return client.get(reverse(name, args=[plan.authority.code, plan.pk]))


@pytest.mark.parametrize(
    ("is_public", "shows_progress", "status", "chart_there"),
    [(True, True, 200, True), (True, False, 200, False), (False, False, 404, False)],
    ids=["progress", "plan only", "closed to the public"],
)
def test_public_sees_what_the_authority_has_opened(province, client, is_public, shows_progress, status, chart_there):
    plan = province.issued(words=PlanWords("PLAN", "Kế hoạch <b>", is_public=is_public, shows_progress=shows_progress))
    response = page(client, plan)
    assert response.status_code == status
    text = response.content.decode()
    assert ('class="bars"' in text, "Tình trạng" in text) == (chart_there, chart_there)
    printed = page(client, plan, "home:plan_print")
    assert printed.status_code == status
    assert ("Tình trạng" in printed.content.decode()) == chart_there
    listed = client.get(reverse("home:plans", args=[plan.authority.code])).content.decode()
    assert ("Kế hoạch &lt;b&gt;" in listed) == (status == 200)


def test_drafts_and_other_authorities_addresses_are_not_found(province, client):
    draft = province.plan()
    assert page(client, draft).status_code == 404
    plan = province.issued()
    other = province.below[0].authority.code
    assert client.get(reverse("home:plan", args=[other, plan.pk])).status_code == 404
    assert client.get(f"/{plan.authority.code}/ke-hoach/99999999999999999999/").status_code == 404


def test_public_page_names_no_member_of_staff_and_no_draft_report(province, client):
    plan = province.issued()
    office = province.below[0]
    write(given(plan, office), office, text="Bí mật nội bộ", link="https://noi-bo.example/")
    text = page(client, plan).content.decode()
    for word in ("Bí mật nội bộ", "noi-bo.example", str(office.officer), str(province.justice)):
        assert word not in text
    accept(report(given(plan, province.below[1]), province.below[1], link="https://xa.example/1"), province.justice)
    assert "https://xa.example/1" in page(client, plan).content.decode()


def test_public_file_only_when_clean(province, client, settings):
    plan = province.issued()
    kept = stored_file("ke-hoach.pdf", role="ANSWER")
    place = settings.PRIVATE_ROOT / kept.path
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_bytes(b"%PDF-1.7")
    file = PlanFile(
        plan=plan, name=kept.name, path=kept.path, content_type=kept.content_type, size=8, sha256="0" * 64,
        state="QUARANTINE", added_by=province.justice, added_at=moment("01/06/2026"),
    )  # fmt: skip
    file.save()
    url = reverse("home:plan_file", args=[plan.authority.code, plan.pk, file.pk])
    assert client.get(url).status_code == 404
    file.state = "CLEAN"
    file.save()
    response = client.get(url)
    assert b"".join(response.streaming_content) == b"%PDF-1.7"


def test_guidance_is_public_without_the_name_of_who_asked(province, client):
    office = province.below[0]
    one = difficulties.report_difficulty(
        authority=office.authority, unit=office.unit, title="Riêng của xã", text="Xã gặp khó", by=office.officer,
        at=moment("01/10/2026"),
    )  # fmt: skip
    steps = (
        (difficulties.forward, {"by": office.head}),
        (difficulties.answer, {"by": province.justice, "text": "Được che phần dữ liệu cá nhân."}),
        (difficulties.publish, {"by": province.office.head, "question": "Có được che không?"}),
    )
    for step, words in steps:
        step(difficulty=fresh(one), seen=None, at=moment("01/10/2026"), **words)
    text = client.get(reverse("home:plans", args=[province.authority.code])).content.decode()
    assert "Có được che không?" in text
    assert "Được che phần dữ liệu cá nhân." in text
    assert "Riêng của xã" not in text
    assert "Xã gặp khó" not in text


def test_page_without_plans_says_so(province, client):
    text = client.get(reverse("home:plans", args=[province.below[0].authority.code])).content.decode()
    assert "chưa công khai kế hoạch, chỉ thị nào" in text


def test_public_plan_reads_the_same_number_of_times_however_long(province, client, django_assert_max_num_queries):
    everybody = [office.authority for office in province.below]
    plan = province.issued(tasks=[(task(f"Nhiệm vụ số {n}"), everybody) for n in range(8)])
    page(client, plan)
    with django_assert_max_num_queries(14):
        page(client, plan)


# --- the chart and the words -------------------------------------------------------------------------------------
def test_bars_fill_the_whole_width_and_say_what_they_show(province):
    plan = province.issued()
    office = province.below[0]
    report(given(plan, office), office)
    (bar,) = chart.bars(progress.rows_of(plan, day("05/11/2026")))
    assert [(piece.x, piece.width, piece.amount) for piece in bar.pieces] == [
        ("0.00%", "50.00%", 1),
        ("50.00%", "50.00%", 1),
    ]
    assert bar.said == "1 đã báo cáo, chờ nhận, 1 quá hạn"


@pytest.mark.parametrize(
    ("words", "deadline"),
    [
        ({"due_on": day("31/10/2026")}, "31/10/2026"),
        ({"period": Period.QUARTERLY, "due_on": day("31/12/2026")}, "Hằng quý, đến 31/12/2026"),
        ({"period": Period.YEARLY, "due_on": None}, "Hằng năm"),
        ({"period": Period.CONTINUOUS, "due_on": None}, "Thường xuyên"),
    ],
)
def test_table_says_deadline_or_period(province, words, deadline):
    plan = province.issued(tasks=[(task(**words), [province.below[0].authority])])
    (row,) = progress.rows_of(plan, today())
    assert row.deadline == deadline


def test_names_as_the_plan_writes_them_stand_before_the_list(province):
    plan = province.issued(tasks=[(task(lead_text="Các sở, ban, ngành"), [province.below[0].authority])])
    (row,) = progress.rows_of(plan, today())
    assert row.leads == "Các sở, ban, ngành"


def test_body_outside_the_installation_is_not_followed(province):
    plan = province.issued(tasks=[(task(lead_text="Đài Phát thanh và Truyền hình"), [])])
    (row,) = progress.rows_of(plan, today())
    assert row.status == "Cơ quan ngoài hệ thống, không theo dõi ở đây"
    assert chart.bars([row]) == []


# --- XLSX --------------------------------------------------------------------------------------------------------
def cells(content):
    return [cell for row in load_workbook(BytesIO(content.getvalue())).worksheets[0].iter_rows() for cell in row]


def test_what_people_typed_never_becomes_a_formula(province):
    office = province.below[0]
    plan = province.issued(tasks=[(task(FORMULA, product="+1", lead_text="@SUM(A1)"), [office.authority])])
    accept(report(given(plan, office), office, link="https://xa.example/?=1"), province.justice)
    for reports in (False, True):
        target = BytesIO()
        tables.export_plan(target, plan=plan, reports=reports, by=province.justice, at=moment("05/11/2026"))
        found = cells(target)
        assert FORMULA in [cell.value for cell in found]
        assert {cell.data_type for cell in found} <= {"s", "n", "d"}
    assert Entry.objects.filter(kind="plan.exported").count() == 2


def test_follow_up_table_is_the_issuers_own(province):
    plan, office = province.issued(), province.below[0]
    target = BytesIO()
    assert tables.export_plan(target, plan=plan, by=office.officer, at=moment("05/11/2026")) == 1
    with pytest.raises(NotAllowed):
        tables.export_plan(target, plan=plan, reports=True, by=office.officer, at=moment("05/11/2026"))


def test_consolidated_review_leaves_as_text(province):
    office = province.below[0]
    asked = reviewing.open_round(
        authority=province.authority, title="Rà soát", due_on=day("31/07/2026"), authorities=[office.authority],
        by=province.justice, at=moment("01/07/2026"),
    )  # fmt: skip
    sheet = asked.sheets.get()
    words = ReviewWords(FORMULA, "ISSUE", "-1")
    reviewing.add_review(sheet=sheet, seen=None, words=words, by=office.officer, at=moment("02/07/2026"))
    reviewing.release_sheet(sheet=sheet, seen=None, by=office.head, at=moment("02/07/2026"))
    target = BytesIO()
    assert tables.export_review(target, asked=asked, by=province.justice, at=moment("05/07/2026")) == 1
    assert {cell.data_type for cell in cells(target)} <= {"s", "n", "d"}
    with pytest.raises(NotAllowed):
        tables.export_review(target, asked=asked, by=office.officer, at=moment("05/07/2026"))
