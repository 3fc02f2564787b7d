"""The desk's pages: every act by its form, slips at their fields, conflicts kept, what is out of reach not found."""

from copy import deepcopy

import pytest
from django.urls import reverse

from cms.audit.models import Entry
from cms.audit.record import REFUSED_ATTEMPT
from cms.core.dates import short, today
from home.models import Assignment, Difficulty, Plan, ReviewRound, ReviewSheet
from home.plans import issuing, reviewing
from home.plans.issuing import PlanWords
from tests.factories.moments import moment
from tests.factories.plans import Province, fresh, given, report, task, write

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


# --- plans -------------------------------------------------------------------------------------------------------
def test_slips_stand_beside_the_form_and_keep_what_was_typed(province, enter):
    client = enter(province.justice)
    response = send(client, reverse("plans:new"), authority="999", kind="KHONG", title="", link="javascript:alert(1)")
    errors = response.context["form"].errors
    assert response.status_code == 200
    assert errors["title"] == ["Nhập trích yếu."]
    assert errors["link"] == ["Nhập địa chỉ trang đầy đủ, bắt đầu bằng https://"]
    assert errors["authority"] == ["Chọn một cơ quan trong danh sách."]
    assert 'value="javascript:alert(1)"' in text(response)
    assert not Plan.objects.exists()


@pytest.mark.parametrize(
    ("fields", "field", "sentence"),
    [
        ({"budget": "mười đồng"}, "budget", "Nhập số nguyên, ví dụ 12.000.000."),
        ({"due_on": "31/02/2027"}, "due_on", "Ngày này không có trong lịch. Ví dụ đúng: 18/11 hoặc 18/11/2026"),
        ({"leads": ["x"]}, "leads", "Cơ quan này không chọn được."),
        ({"period": "MAI MAI"}, "period", None),
        ({"content": "a" * 2001}, "content", None),
    ],
)
def test_task_slips_in_plain_words(province, enter, fields, field, sentence):
    plan = province.plan()
    words = {"content": "Tập huấn", "period": "ONCE", "due_on": "31/12/2026", "leads": [province.authority.pk]} | fields
    response = send(enter(province.justice), reverse("plans:plan_act", args=[plan.pk, "them-nhiem-vu"]), **words)
    assert field in response.context["form"].errors
    if sentence:
        assert response.context["form"].errors[field] == [sentence]
    assert not plan.tasks.exists()


def test_line_of_a_draft_is_changed_and_taken_out(province, enter):
    plan = province.plan(tasks=[(task(budget=5), [province.below[0].authority])])
    client, line = enter(province.justice), plan.tasks.get()
    url = reverse("plans:task_act", args=[plan.pk, line.pk, "sua"])
    assert 'value="5"' in text(client.get(url))
    words = {"content": "Nội dung mới", "period": "CONTINUOUS", "leads": [province.below[1].authority.pk]}
    assert send(client, url, **words).status_code == 302
    assert fresh(line).content == "Nội dung mới"
    assert send(client, reverse("plans:task_act", args=[plan.pk, line.pk, "bo"])).status_code == 302
    assert not plan.tasks.exists()


def test_faster_colleague_answers_409_with_what_was_typed(province, enter):
    plan = province.plan()
    client = enter(province.justice)
    url = reverse("plans:plan_act", args=[plan.pk, "sua"])
    seen = client.get(url).context["form"]["seen"].value()
    words = PlanWords("PLAN", "Tên của đồng nghiệp")
    issuing.change_plan(plan=plan, seen=plan.version, words=words, by=province.office.officer, at=moment("01/06/2026"))
    response = client.post(url, {"seen": seen, "kind": "PLAN", "title": "Tên của tôi"})
    assert response.status_code == 409
    assert "Tên của đồng nghiệp" in text(response)
    assert "Tên của tôi" in text(response)
    assert client.post(url, {"seen": fresh(plan).version, "kind": "PLAN", "title": "Tên của tôi"}).status_code == 302


def test_forbidden_act_is_403_and_on_record(province, enter):
    plan = province.plan(tasks=[(task(), [province.below[0].authority])])
    client = enter(province.justice)
    url = reverse("plans:plan_act", args=[plan.pk, "ban-hanh"])
    fields = {"seen": plan.version, "number": "1", "symbol": "KH-UBND", "issued_on": short(today())}
    assert client.post(url, fields).status_code == 403
    entry = Entry.objects.latest("seq")
    assert (entry.kind, entry.subject_id) == (REFUSED_ATTEMPT, str(plan.pk))


@pytest.mark.parametrize("where", ["plan", "follow", "assignment", "act", "paper", "history", "workbook"])
def test_other_communes_records_are_not_found(province, enter, where):
    one, two = province.below
    plan = province.issued(tasks=[(task(), [one.authority])])
    row = given(plan, one)
    url = {
        "plan": reverse("plans:plan", args=[plan.pk]),
        "follow": reverse("plans:follow", args=[plan.pk]),
        "assignment": reverse("plans:assignment", args=[row.pk]),
        "act": reverse("plans:assignment_act", args=[row.pk, "bao-cao"]),
        "paper": reverse("plans:letter", args=[1]),
        "history": f"/admin/viec-giao/history/{row.pk}/",
        "workbook": reverse("plans:workbook", args=[plan.pk, "bao-cao"]),
    }[where]
    assert enter(two.officer).get(url).status_code == 404


def test_given_authority_sees_its_row_and_not_the_others(province, enter):
    plan = province.issued()
    one, two = province.below
    report(given(plan, two), two, text="Việc riêng của xã hai")
    page = text(enter(one.officer).get(reverse("plans:plan", args=[plan.pk])))
    assert reverse("plans:assignment", args=[given(plan, one).pk]) in page
    assert reverse("plans:assignment", args=[given(plan, two).pk]) not in page
    assert enter(one.officer).get(reverse("plans:follow", args=[plan.pk])).status_code == 404


def test_issuer_reads_a_report_only_once_it_is_sent(province, enter):
    plan, office = province.issued(), province.below[0]
    row = given(plan, office)
    write(row, office, text="Bản nháp chưa gửi")
    url = reverse("plans:assignment", args=[row.pk])
    assert "Bản nháp chưa gửi" not in text(enter(province.justice).get(url))
    assert "Bản nháp chưa gửi" in text(enter(office.head).get(url))
    assert enter(province.justice).get(f"/admin/viec-giao/history/{row.pk}/").status_code == 404


@pytest.mark.parametrize("path", ["ke-hoach", "viec-giao", "bang-ra-soat", "kho-khan"])
def test_lists_answer_any_address_with_a_page(province, enter, path):
    province.issued()
    for person in (province.justice, province.auditor, province.below[0].officer):
        response = enter(person).get(f"/admin/{path}/?loc=%00'&p=abc&o=-9.x&export=csv&co=1")
        assert response.status_code == 200


@pytest.mark.parametrize("loc", ["", "qua-han", "cho-nhan", "tat-ca", "khong-co"])
def test_follow_up_filters(province, enter, loc):
    plan = province.issued()
    response = enter(province.justice).get(f"{reverse('plans:follow', args=[plan.pk])}?loc={loc}&co-quan=9999999999999")
    assert response.status_code == 200
    late = short(given(plan, province.below[0]).due_on)
    assert (late in text(response)) == (loc != "cho-nhan")


def test_auditor_reads_everything_and_is_offered_nothing(province, enter):
    plan = province.issued()
    client = enter(province.auditor)
    page = client.get(reverse("plans:plan", args=[plan.pk]))
    assert page.status_code == 200
    assert page.context["offered"] == []
    assert client.get("/admin/ke-hoach/").context["header_buttons"] == []
    assert client.get(f"/admin/ke-hoach/history/{plan.pk}/").status_code == 200


# --- publicity, ending -------------------------------------------------------------------------------------------
def test_head_opens_and_ends_a_plan(province, enter):
    plan = province.issued(words=PlanWords("DIRECTIVE", "Chỉ thị"))
    client = enter(province.office.head)
    assert send(client, reverse("plans:plan_act", args=[plan.pk, "cong-khai"]), is_public="on").status_code == 302
    assert fresh(plan).is_public
    url = reverse("plans:plan_act", args=[plan.pk, "ket-thuc"])
    assert "Hãy nói vì sao." in text(send(client, url, reason=" "))
    assert send(client, url, reason="Đã tổng kết").status_code == 302
    assert client.get(f"{reverse('plans:plan', args=[plan.pk])}").status_code == 200


# --- reviews -----------------------------------------------------------------------------------------------------
def test_review_goes_round_by_its_forms(province, enter):
    one, two = province.below
    client = enter(province.justice)
    response = send(
        client, reverse("plans:new_round"), authority=province.authority.pk, title="Rà soát quy chế",
        due_on=short(today()), authorities=[one.authority.pk, two.authority.pk],
    )  # fmt: skip
    asked = ReviewRound.objects.get()
    assert response.url == reverse("plans:round", args=[asked.pk])
    sheet = ReviewSheet.objects.get(authority=one.authority)
    url = reverse("plans:sheet", args=[sheet.pk])
    assert "chưa gửi bảng" in text(client.get(url))
    client = enter(one.officer)
    slip = send(client, f"{url}them-van-ban/", proposal="AMEND", title="Quyết định", reason="Cũ")
    assert slip.context["form"].errors["number"] == ["Nhập số, ký hiệu văn bản."]
    words = {
        "proposal": "REPEAL",
        "title": "Chỉ thị cũ",
        "reason": "Hết thời",
        "number": "22/CT",
        "issued_on": "01/12/2016",
    }
    assert send(client, f"{url}them-van-ban/", issuer="UBND tỉnh", **words).status_code == 302
    assert send(enter(one.head), f"{url}gui/").status_code == 302
    client = enter(province.justice)
    assert send(client, f"{url}nhan/").status_code == 302
    review = sheet.reviews.get()
    act = reverse("plans:review_act", args=[sheet.pk, review.pk, "xem-xet"])
    assert send(client, act, state="AGREED", outcome="").status_code == 302
    page = text(client.get(reverse("plans:round", args=[asked.pk])))
    assert "1 cơ quan chưa gửi" in page
    printed = text(client.get(reverse("plans:print_round", args=[asked.pk])))
    assert "Chưa gửi: Xã Số 2." in printed
    assert "22/CT" in printed
    assert client.get(reverse("plans:round_workbook", args=[asked.pk])).status_code == 200
    assert enter(one.officer).get(reverse("plans:round", args=[asked.pk])).status_code == 404


def test_text_of_an_unsent_table_is_not_found_by_the_consolidator(province, enter):
    office = province.below[0]
    asked = reviewing.open_round(
        authority=province.authority, title="Rà soát", due_on=today(), authorities=[office.authority],
        by=province.justice, at=moment("01/06/2026"),
    )  # fmt: skip
    sheet = asked.sheets.get()
    words = reviewing.ReviewWords("Quy chế", "ISSUE", "Chưa có")
    review = reviewing.add_review(sheet=sheet, seen=None, words=words, by=office.officer, at=moment("02/06/2026"))
    client = enter(province.justice)
    assert client.get(reverse("plans:review_act", args=[sheet.pk, review.pk, "xem-xet"])).status_code == 404
    assert client.get(f"/admin/bang-ra-soat/history/{sheet.pk}/").status_code == 404


# --- difficulties ------------------------------------------------------------------------------------------------
def test_difficulty_goes_up_and_comes_back_by_its_forms(province, enter):
    office = province.below[0]
    client = enter(office.officer)
    fields = {"unit": office.unit.pk, "title": "Thiếu máy quét", "text": "Không quét được", "proposal": "Cấp máy"}
    response = send(client, reverse("plans:new_difficulty"), **fields)
    one = Difficulty.objects.get()
    url = reverse("plans:difficulty", args=[one.pk])
    assert response.url == url
    assert enter(province.justice).get(url).status_code == 404
    assert send(enter(office.head), f"{url}chuyen/", opinion="Đề nghị tỉnh hướng dẫn").status_code == 302
    assert send(enter(province.justice), f"{url}tra-loi/", text="Dùng máy chung").status_code == 302
    assert send(enter(province.office.head), f"{url}cong-bo/", question="Máy quét ở đâu?").status_code == 302
    page = text(enter(office.officer).get(url))
    for words in ("Đề nghị tỉnh hướng dẫn", "Dùng máy chung", str(province.justice), "Công bố"):
        assert words in page


def test_unit_of_another_authority_is_not_in_the_list(province, enter):
    other = province.below[1]
    fields = {"unit": other.unit.pk, "title": "Thiếu", "text": "Thiếu"}
    response = send(enter(province.below[0].officer), reverse("plans:new_difficulty"), **fields)
    assert response.context["form"].errors["unit"] == ["Chọn đơn vị trong danh sách."]
    assert not Difficulty.objects.exists()


# --- reports -----------------------------------------------------------------------------------------------------
def test_report_is_returned_with_its_reason(province, enter):
    plan, office = province.issued(), province.below[0]
    row = report(given(plan, office), office)
    url = reverse("plans:assignment_act", args=[row.pk, "tra-lai"])
    assert send(enter(province.justice), url, reason="Thiếu minh chứng").status_code == 302
    page = text(enter(office.officer).get(reverse("plans:assignment", args=[row.pk])))
    assert "Thiếu minh chứng" in page
    assert Assignment.objects.get(pk=row.pk).state == "RETURNED"
