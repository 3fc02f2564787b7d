"""One provincial task, given to five authorities: three report, two are urged, and it prints as the province's table."""

from datetime import timedelta
from io import BytesIO

import pytest
from django.urls import reverse
from openpyxl import load_workbook

from cms.audit.verify import verify
from cms.core.dates import short, today
from cms.core.models import Mail
from home.models import Assignment, Plan, ReminderLetter
from tests.factories.plans import Province

pytestmark = pytest.mark.django_db
CONTENT = "Rà soát, lập và công bố danh mục thông tin phải được công khai"
LATE_BY = 3


@pytest.fixture
def province():
    return Province(communes=5)


class Desk:
    """Somebody at the desk: opens pages, fills in forms, and stops where a form comes back."""

    def __init__(self, client, person):
        self.client, self.person = client, person
        client.force_login(person, backend="django.contrib.auth.backends.ModelBackend")

    def read(self, url):
        response = self.client.get(url)
        assert response.status_code == 200, url
        return response.content.decode()

    def do(self, url, **fields):
        page = self.client.get(url)
        assert page.status_code == 200, (url, page.status_code)
        form = page.context["form"]
        response = self.client.post(url, {"seen": form["seen"].value(), **fields})
        assert response.status_code == 302, response.context["form"].errors
        return response.url


@pytest.fixture
def at_desk(client):
    return lambda person: Desk(client, person)


def test_one_task_five_authorities_three_reports_two_reminders_one_table(province, at_desk):
    plan = give_it_to_five(province, at_desk)
    three, two = province.below[:3], province.below[3:]
    for office in three:
        report(plan, office, at_desk)
    accept_the_first(plan, three[0], province, at_desk)
    letter = urge_the_rest(plan, two, province, at_desk)
    each_of_the_two_reads_it(letter, two, at_desk)
    it_prints_as_the_provinces_table(plan, province, at_desk)
    it_leaves_as_xlsx(plan, province, at_desk)
    everybody_sees_how_far_it_is(plan, province, at_desk)
    assert verify().problem is None


def give_it_to_five(province, at_desk):
    justice = at_desk(province.justice)
    url = justice.do(
        reverse("plans:new"), authority=province.authority.pk, kind="PLAN", is_public="on", shows_progress="on",
        title="Triển khai thi hành Luật Tiếp cận thông tin năm 2026",
    )  # fmt: skip
    justice.do(
        f"{url}them-nhiem-vu/", content=CONTENT, period="ONCE", product="Danh mục được công bố", budget="12.000.000",
        due_on=short(today() - timedelta(days=LATE_BY)), leads=[office.authority.pk for office in province.below],
        coordinators=[province.authority.pk],
    )  # fmt: skip
    at_desk(province.office.head).do(
        f"{url}ban-hanh/", number="125", symbol="KH-UBND", issued_on=short(today() - timedelta(days=60))
    )
    # The province, which coordinates, tells itself nothing.
    assert Mail.objects.filter(kind="plan_assigned").count() == 5
    return Plan.objects.get()


def report(plan, office, at_desk):
    row = Assignment.objects.get(task__plan=plan, authority=office.authority)
    url = reverse("plans:assignment", args=[row.pk])
    at_desk(office.officer).do(f"{url}bao-cao/", text="Đã công bố.", link="https://xa.example/danh-muc")
    head = at_desk(office.head)
    assert "Đã công bố." in head.read(f"{url}gui/")
    head.do(f"{url}gui/")


def accept_the_first(plan, office, province, at_desk):
    row = Assignment.objects.get(task__plan=plan, authority=office.authority)
    justice = at_desk(province.justice)
    assert "https://xa.example/danh-muc" in justice.read(reverse("plans:assignment", args=[row.pk]))
    justice.do(f"{reverse('plans:assignment', args=[row.pk])}nhan/")


def urge_the_rest(plan, two, province, at_desk):
    justice = at_desk(province.justice)
    page = justice.read(f"{reverse('plans:follow', args=[plan.pk])}?loc=qua-han")
    rows = Assignment.objects.filter(task__plan=plan, authority__in=[office.authority for office in two])
    assert page.count("Quá hạn 3 ngày") == 2
    assert all(office.authority.short_name in page for office in two)
    act = reverse("plans:plan_act", args=[plan.pk, "don-doc"])
    url = justice.do(
        f"{act}?" + "&".join(f"viec={row.pk}" for row in rows),
        assignments=[row.pk for row in rows], signer=province.office.head.pk,
        answer_by_on=short(today() + timedelta(days=5)),
    )  # fmt: skip
    again = justice.client.post(
        act, {"seen": 0, "assignments": [rows[0].pk], "signer": province.office.head.pk, "answer_by_on": short(today())}
    )
    assert "đang chờ phát hành" in again.content.decode()
    assert justice.client.get(f"{url}phat-hanh/").status_code == 403
    at_desk(province.office.registry).do(f"{url}phat-hanh/", number="1876", symbol="UBND-VP", issued_on=short(today()))
    mails = Mail.objects.filter(kind="plan_reminder")
    assert sorted(mails.values_list("to", flat=True)) == ["daumoi@xa-4.example", "daumoi@xa-5.example"]
    return ReminderLetter.objects.get()


def each_of_the_two_reads_it(letter, two, at_desk):
    for office in two:
        paper = at_desk(office.officer).read(reverse("plans:paper", args=[letter.pk]))
        assert "Số: 1876/UBND-VP" in paper
        assert f"{LATE_BY} ngày" in paper
        assert CONTENT in paper


def it_prints_as_the_provinces_table(plan, province, at_desk):
    paper = at_desk(province.justice).read(reverse("plans:print", args=[plan.pk]))
    for heading in (
        "STT",
        "Nhiệm vụ",
        "Cơ quan chủ trì",
        "Cơ quan phối hợp",
        "Thời hạn",
        "Sản phẩm",
        "Kinh phí",
        "Tình trạng",
    ):
        assert f'<th scope="col">{heading}' in paper
    leads = ", ".join(office.authority.short_name for office in province.below)
    for cell in (CONTENT, leads, "Tỉnh Bình Minh", "Danh mục được công bố", "12.000.000",
                 "3 trên 5 cơ quan đã báo cáo; 2 quá hạn"):  # fmt: skip
        assert cell in paper
    assert "table-print.css" in paper


def it_leaves_as_xlsx(plan, province, at_desk):
    desk = at_desk(province.justice)
    found = {}
    for what in ("nhiem-vu", "bao-cao"):
        response = desk.client.get(reverse("plans:workbook", args=[plan.pk, what]))
        found[what] = list(load_workbook(BytesIO(response.content)).worksheets[0].iter_rows(values_only=True))
    assert found["nhiem-vu"][1][0] == 1
    assert found["nhiem-vu"][1][-1] == "3 trên 5 cơ quan đã báo cáo; 2 quá hạn"
    assert [row[6] for row in found["bao-cao"][4:]] == ["Quá hạn 3 ngày"] * 2


def everybody_sees_how_far_it_is(plan, province, at_desk):
    desk = at_desk(province.below[0].officer)
    desk.client.logout()
    page = desk.read(reverse("home:plan", args=[province.authority.code, plan.pk]))
    assert 'aria-label="Nhiệm vụ 1: 1 đã hoàn thành, 2 đã báo cáo, chờ nhận, 2 quá hạn"' in page
    assert "3 trên 5 báo cáo đã gửi; 2 báo cáo quá hạn" in page
