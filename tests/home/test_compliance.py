"""Page, JSON and the supervisor's table tell the same at once, by the real doors; reviews and exemptions are acts on record."""

import io
import json
from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone
from openpyxl import load_workbook

from catalog.services import publishing
from cms.audit.models import Entry
from cms.core.models import Mail
from cms.core.roles import Role
from home.compliance import reminders, services
from home.compliance.board import board_of
from home.compliance.obligations import in_force_on
from home.models import ObligationRecord, ObligationReminder, SeatMeans
from tests.factories.catalog import as_now
from tests.factories.compliance import AT, TODAY, fill
from tests.factories.core import AuthorityFactory, FocalPointFactory, give_role, make_house, make_person

pytestmark = pytest.mark.django_db

FORMS = next(one for one in in_force_on(TODAY).obligations if one.code == "FORMS")
CONDITIONAL = next(one for one in in_force_on(TODAY).obligations if one.code == "CONDITIONAL_LIST")


class Clock:
    """The wall clock of the doors; a test moves it."""

    at = AT

    def __call__(self):
        return self.at

    def pass_days(self, count):
        self.at = self.at + timedelta(days=count)


@pytest.fixture
def clock(monkeypatch):
    clock = Clock()
    monkeypatch.setattr(timezone, "now", clock)
    return clock


@pytest.fixture
def house(clock):
    return make_house(commune=True, code="suoi-vang", short_name="Xã Suối Vàng", name="Ủy ban nhân dân xã Suối Vàng")


@pytest.fixture
def enter(client):
    def sign_in(person):
        client.force_login(person, backend="django.contrib.auth.backends.ModelBackend")
        return client

    return sign_in


def told(response) -> str:
    assert response.status_code == 200
    return response.content.decode().replace("\u00a0", " ")


def entries(kind):
    return [json.loads(bytes(entry.payload)) for entry in Entry.objects.filter(kind=kind).order_by("seq")]


def on_page(client, code="suoi-vang") -> dict:
    """{obligation: state} as the public page shows them: the row's anchor and its tag."""
    response = client.get(reverse("home:compliance", args=[code]))
    rows = [row for group in response.context["groups"] for row in group["rows"]]
    html = told(response)
    for row in rows:
        one = row["standing"]
        chunk = html.split(f'<li id="{one.code.lower()}"', 1)[1].split("</li>", 1)[0]
        assert f"</svg>{one.state.label}</span>" in chunk
        assert ('class="is-missing"' in chunk.split(">", 1)[0]) is one.is_gap
    return {row["standing"].code: str(row["standing"].state) for row in rows}


def in_json(client, code="suoi-vang") -> dict:
    answers = [client.get("/tuan-thu.json").json(), client.get(f"/{code}/tuan-thu.json").json()]
    found = [next(one for one in answer["authorities"] if one["code"] == code) for answer in answers]
    assert found[0] == found[1]
    return {one["code"]: one["state"] for one in found[0]["obligations"]}


def in_table(browser, code="suoi-vang") -> dict:
    response = browser.get(reverse("compliance:table"))
    row = next(row for row in response.context["rows"] if row["board"].authority.code == code)
    html = told(response)
    for cell in filter(None, row["cells"]):
        one = cell["standing"]
        assert f"{one.obligation.label}: {one.state.label}</span>" in html
    return {cell["standing"].code: str(cell["standing"].state) for cell in row["cells"] if cell}


def everywhere(client, enter, supervisor) -> dict:
    """The states, once they have been seen to be the same everywhere."""
    client.logout()
    page, data = on_page(client), in_json(client)
    table = in_table(enter(supervisor))
    assert page == data == table
    return page


# --- at once, everywhere -----------------------------------------------------------------------------------------
def test_taking_away_the_mailbox_emptying_the_catalog_or_letting_a_day_pass_shows_at_once(client, house, enter, clock):
    made = fill(house)
    FocalPointFactory()  # a second authority, so that the supervisor's table is one
    give_role(house.auditor, Role.AUDITOR, AuthorityFactory())
    assert set(everywhere(client, enter, house.auditor).values()) == {"IN_ORDER"}

    names = ("officer_name", "officer_post", "address", "place", "phone", "hours", "methods", "decision_number")
    point = {name: getattr(house.focal_point, name) for name in names}
    point |= {"decision_on": "03/09/2026", "trained_on": "12/10/2026", "background": "LAW"}
    path = f"/admin/dau-moi/edit/{house.focal_point.pk}/"
    answer = enter(house.administrator).post(path, point | {"email": "", "reason": "Hộp thư đã đóng"})
    assert answer.status_code == 302
    assert differing(everywhere(client, enter, house.auditor)) == {"ADDRESS": "EMPTY"}
    client.logout()
    assert "Đầu mối chưa có hộp thư nhận yêu cầu." in told(client.get("/suoi-vang/tuan-thu/"))
    assert "mailto:daumoi" not in told(client.get("/suoi-vang/"))

    for name in ("item", "old"):
        made[name].refresh_from_db()
        publishing.withdraw(
            item=made[name], seen=made[name].version, reason="Đăng nhầm", by=as_now(house.officer), at=clock()
        )
    emptied = {"PUBLICATION_LIST": "EMPTY", "PUBLISHED_LIST": "EMPTY"}
    assert differing(everywhere(client, enter, house.auditor)) == {"ADDRESS": "EMPTY"} | emptied

    form = {"action": "review", "review-looked_at": "Mở từng tệp", "review-next_review_on": "25/11/2026"}
    assert enter(house.officer).post("/admin/tuan-thu/suoi-vang/forms/", form).status_code == 302
    clock.pass_days(3)  # the last day itself
    assert "FORMS" not in differing(everywhere(client, enter, house.auditor))
    clock.pass_days(1)
    assert differing(everywhere(client, enter, house.auditor))["FORMS"] == "DUE"
    client.logout()
    assert "Phải xem lại trước 25/11/2026, quá hạn 1 ngày." in told(client.get("/suoi-vang/tuan-thu/"))


def differing(states) -> dict:
    return {code: state for code, state in states.items() if state != "IN_ORDER"}


def test_the_page_says_plainly_what_is_missing_who_and_what_to_do_meanwhile(client, house):
    services.charge(
        authority=house.authority,
        obligation=FORMS,
        unit=house.land_unit,
        complete_by=TODAY + timedelta(days=20),
        note="Chờ nghị định",
        by=as_now(house.head),
        at=AT,
    )
    html = told(client.get("/suoi-vang/tuan-thu/"))
    assert "Chưa đăng biểu mẫu." in html
    assert "Phòng Đất đai phải làm xong trước 12/12/2026. Bạn điền phiếu ngay trên trang này" in html
    assert "Điều 26.4 Luật 01/2026/QH16" in html
    assert "Chờ nghị định" not in html
    assert html.index("Còn thiếu") < html.index("Đã có") or "Đã có" not in html
    front = told(client.get("/suoi-vang/"))
    assert 'href="/suoi-vang/tuan-thu/"' in front
    assert "chưa có" in front


def test_the_public_page_is_read_with_few_queries(client, house, django_assert_max_num_queries):
    client.get("/suoi-vang/tuan-thu/")
    with django_assert_max_num_queries(20):
        client.get("/suoi-vang/tuan-thu/")


def test_what_is_there_is_linked_and_opens(client, house):
    fill(house)
    answer = client.get("/suoi-vang/tuan-thu.json").json()["authorities"][0]
    links = {one["code"]: one["url"] for one in answer["obligations"]}
    html = told(client.get("/suoi-vang/tuan-thu/"))
    assert sum(1 for url in links.values() if url) == 11
    for url in filter(None, links.values()):
        assert f'href="{url}"' in html
        assert client.get(url).status_code == 200, url
    house.authority.page.get_children().get(content_type__model="formspage").unpublish()
    assert f'href="{links["FORMS"]}"' not in told(client.get("/suoi-vang/tuan-thu/")).partition("<aside")[0]


# --- JSON --------------------------------------------------------------------------------------------------------
def test_json_is_public_for_a_minute_and_tells_nothing_internal(client, house):
    services.charge(
        authority=house.authority,
        obligation=FORMS,
        unit=house.land_unit,
        complete_by=None,
        note="Việc nội bộ",
        by=as_now(house.head),
        at=AT,
    )
    closed = AuthorityFactory(is_open=False)
    answer = client.get("/tuan-thu.json")
    assert answer["Cache-Control"] == "public, max-age=60"
    assert answer["Access-Control-Allow-Origin"] == "*"
    assert answer["Content-Type"].startswith("application/json")
    assert "Việc nội bộ" not in answer.content.decode()
    assert [one["code"] for one in answer.json()["authorities"]] == ["suoi-vang"]
    first = answer.json()["authorities"][0]["obligations"][0]
    assert first["article"] == "Điều 17.1.u Luật 01/2026/QH16"
    again = client.get("/tuan-thu.json", headers={"if-none-match": answer["ETag"]})
    assert (again.status_code, again.content, again["Access-Control-Allow-Origin"]) == (304, b"", "*")
    house.focal_point.email = ""
    house.focal_point.save()
    assert client.get("/tuan-thu.json", headers={"if-none-match": answer["ETag"]}).status_code == 200
    assert client.get(f"/{closed.code}/tuan-thu.json").status_code == 404
    assert client.get("/khong-co/tuan-thu/").status_code == 404
    assert client.post("/tuan-thu.json").status_code == 405


# --- supervisors -------------------------------------------------------------------------------------------------
def test_the_table_filters_and_gives_the_same_as_a_workbook(house, enter):
    fill(house)
    other = FocalPointFactory().unit.authority
    give_role(house.justice, Role.JUSTICE, other)
    browser = enter(house.justice)

    def listed(query=""):
        response = browser.get(f"/admin/tuan-thu/{query}")
        assert response.status_code == 200
        return [row["board"].authority for row in response.context["rows"]]

    assert set(listed()) == {house.authority, other}
    assert listed("?cap=COMMUNE") == [house.authority]
    assert listed("?tinh-trang=MISSING") == [other]
    assert listed("?viec=FORMS&tinh-trang=IN_ORDER") == [house.authority]
    assert listed("?viec=FORMS&tinh-trang=DUE") == []
    assert set(listed("?cap=x&viec=%00&tinh-trang='&foo=1")) == {house.authority, other}

    def rows(query):
        answer = browser.get(f"/admin/tuan-thu/bang.xlsx{query}")
        assert answer["Content-Disposition"].endswith('.xlsx"')
        sheet = load_workbook(io.BytesIO(answer.content)).worksheets[0]
        header, *lines = sheet.iter_rows(values_only=True)
        return [dict(zip(header, line, strict=True)) for line in lines]

    table = {row["Mã"]: row for row in rows("")}
    assert table["suoi-vang"]["Biểu mẫu"] == "Đủ"
    assert table[other.code]["Biểu mẫu"] == "Chưa có"
    assert table["suoi-vang"]["Còn thiếu"] == 0
    detail = rows("?viec=FORMS&dang=chi-tiet")
    assert {(row["Mã"], row["Việc"], row["Tình trạng"]) for row in detail} == {
        ("suoi-vang", "Biểu mẫu", "Đủ"),
        (other.code, "Biểu mẫu", "Chưa có"),
    }


def test_everybody_sees_what_is_theirs_to_see(house, enter, clock):
    other = make_house()
    for person, own, others in (
        (house.head, 200, 404),
        (house.originator, 200, 404),
        (house.editor, 200, 404),
        (house.auditor, 200, 404),
        (house.administrator, 200, 404),
        (house.stranger, 302, 302),  # to the sign-in: no role, no admin
    ):
        browser = enter(person)
        assert browser.get("/admin/tuan-thu/suoi-vang/").status_code == own, person
        assert browser.get("/admin/tuan-thu/suoi-vang/forms/").status_code == own, person
        assert browser.get(f"/admin/tuan-thu/{other.authority.code}/").status_code == others, person
    assert enter(house.head).get("/admin/tuan-thu/", follow=True).redirect_chain == [
        ("/admin/tuan-thu/suoi-vang/", 302)
    ]
    assert enter(house.head).get("/admin/tuan-thu/suoi-vang/khong-co/").status_code == 404

    give_role(house.auditor, Role.AUDITOR, other.authority, until_on=TODAY)
    assert enter(house.auditor).get(f"/admin/tuan-thu/{other.authority.code}/").status_code == 200
    clock.pass_days(1)
    assert enter(as_now(house.auditor)).get(f"/admin/tuan-thu/{other.authority.code}/").status_code == 404


def test_a_supervisor_changes_nothing_and_a_unit_only_what_is_its_own(house, enter):
    form = {"action": "review", "review-looked_at": "Đã mở", "review-next_review_on": "01/03/2027"}
    for person in (house.auditor, house.editor, house.originator):
        assert enter(person).post("/admin/tuan-thu/suoi-vang/forms/", form).status_code == 404
        assert enter(person).get("/admin/tuan-thu/suoi-vang/phuong-tien/").status_code == 404
    charge = {"action": "charge", "charge-unit": house.land_unit.pk, "charge-complete_by": "15/12/2026"}
    assert enter(house.head).post("/admin/tuan-thu/suoi-vang/forms/", charge).status_code == 302
    assert enter(house.originator).post("/admin/tuan-thu/suoi-vang/forms/", form).status_code == 302
    assert enter(house.originator).post("/admin/tuan-thu/suoi-vang/guides/", form).status_code == 404
    assert enter(house.originator).post("/admin/tuan-thu/suoi-vang/forms/", charge).status_code == 404


# --- acts --------------------------------------------------------------------------------------------------------
def test_a_review_is_an_act_with_who_when_and_what(house, enter):
    path, browser = "/admin/tuan-thu/suoi-vang/forms/", enter(house.officer)
    form = {"action": "review", "review-looked_at": "", "review-next_review_on": "", "review-note": "giữ lại"}
    html = told(browser.post(path, form))
    assert "Không được để trống" in html
    assert "giữ lại" in html
    html = told(browser.post(path, form | {"review-looked_at": "Tải thử", "review-next_review_on": "22/11/2026"}))
    assert "Lần xem lại tới phải sau hôm nay." in html
    html = told(browser.post(path, form | {"review-looked_at": "Tải thử", "review-next_review_on": "01/01/2030"}))
    assert "trong vòng hai năm" in html
    assert not ObligationRecord.objects.exists()
    right = form | {"review-looked_at": "Tải thử bảy mẫu", "review-next_review_on": "01/03/2027"}
    assert browser.post(path, right).status_code == 302
    record = ObligationRecord.objects.get()
    assert (record.reviewed_on, record.reviewed_by, record.looked_at) == (TODAY, house.officer, "Tải thử bảy mẫu")
    entry = entries("obligation.reviewed")[-1]
    assert entry["actor"]["id"] == house.officer.pk
    assert entry["data"] == {"obligation": "FORMS", "next_review_on": "2027-03-01"}
    assert entry["rows"][0]["of"] == str(record.pk)
    html = told(browser.get(path))
    assert "Tải thử bảy mẫu" in html
    assert "Trần Thị Lan" in html
    assert board_of(house.authority, TODAY).of("FORMS").state == "MISSING"  # a look fills no gap


def test_what_does_not_apply_is_confirmed_by_another_person(client, house, enter):
    path = "/admin/tuan-thu/suoi-vang/conditional-list/"
    propose = {"action": "exempt", "exempt-reason": "Xã không giữ thông tin loại này"}
    assert enter(house.head).post(path, propose).status_code == 302
    assert in_json(client)["CONDITIONAL_LIST"] == "MISSING"
    assert enter(house.head).post(path, {"action": "confirm"}).status_code == 404  # their own
    assert enter(house.officer).post(path, {"action": "confirm"}).status_code == 404  # no such office
    assert enter(house.head_of_authority).post(path, {"action": "confirm"}).status_code == 302
    assert in_json(client)["CONDITIONAL_LIST"] == "NOT_APPLICABLE"
    assert "Xã không giữ thông tin loại này" in told(client.get("/suoi-vang/tuan-thu/"))
    end = {"action": "end", "end-reason": "Có hồ sơ doanh nghiệp"}
    assert enter(house.officer).post(path, end).status_code == 302
    assert in_json(client)["CONDITIONAL_LIST"] == "MISSING"
    kinds = [f"obligation.exemption_{act}" for act in ("proposed", "confirmed", "ended")]
    assert [len(entries(kind)) for kind in kinds] == [1, 1, 1]
    assert (
        enter(house.head).post("/admin/tuan-thu/suoi-vang/forms/", propose).status_code == 404
    )  # the law leaves no room


@pytest.mark.parametrize("person", ["head", "officer"])
def test_two_people_are_asked_for_by_the_service_itself(house, person):
    by = as_now(getattr(house, person))
    act = {"authority": house.authority, "obligation": CONDITIONAL, "at": AT}
    services.propose_exemption(**act, reason="Không có", by=by)
    with pytest.raises(services.NotAllowed):
        services.confirm_exemption(**act, by=by)
    with pytest.raises(services.NotAllowed):
        services.propose_exemption(**act | {"obligation": FORMS}, reason="Không có", by=by)


def test_means_at_the_seat_are_kept_with_their_history(client, house, enter):
    path, browser = "/admin/tuan-thu/suoi-vang/phuong-tien/", enter(house.officer)
    first = {"reading_place": "Phòng 105", "devices": "1 máy tính", "aids": "", "own_devices_allowed": "on"}
    assert browser.post(path, first).status_code == 302
    assert in_json(client)["SEAT_MEANS"] == "EMPTY"
    assert "Hãy nói vì sao thay đổi." in told(browser.post(path, first | {"aids": "Lối lên xe lăn"}))
    assert browser.post(path, first | {"aids": "Lối lên xe lăn", "reason": "Mới làm lối lên"}).status_code == 302
    assert in_json(client)["SEAT_MEANS"] == "IN_ORDER"
    assert SeatMeans.history.count() == 2
    assert [len(entries(f"seatmeans.{act}")) for act in ("created", "changed")] == [1, 1]
    client.logout()
    assert "Phòng 105; 1 máy tính; Lối lên xe lăn" in told(client.get("/suoi-vang/tuan-thu/"))


# --- reminders ---------------------------------------------------------------------------------------------------
def mails():
    return list(Mail.objects.filter(kind="obligations").order_by("pk"))


def test_an_owner_hears_of_a_day_once_before_it_passes(house):
    fill(house)
    day = TODAY + timedelta(days=10)
    for unit, obligation in ((house.land_unit, FORMS), (house.focal_unit, CONDITIONAL)):
        act = {"authority": house.authority, "obligation": obligation, "at": AT, "note": ""}
        services.charge(**act, unit=unit, complete_by=None, by=as_now(house.head))
        services.review(**act, looked_at="Đã xem", next_review_on=day, by=as_now(house.head))
    assert reminders.send(AT) == 4  # the land unit's officer; the focal unit's head and its two officers
    assert reminders.send(AT + timedelta(days=1)) == 0
    first = next(mail for mail in mails() if mail.to == house.originator.email)
    assert "Biểu mẫu: phải xem lại trước thứ Tư 02/12/2026" in first.text
    assert "Danh mục tiếp cận có điều kiện" not in first.text
    assert ObligationReminder.objects.count() == 2
    services.review(
        authority=house.authority,
        obligation=FORMS,
        looked_at="Xem lại lần nữa",
        next_review_on=day + timedelta(days=1),
        note="",
        by=as_now(house.head),
        at=AT,
    )
    assert reminders.send(AT + timedelta(days=2)) == 1  # another day is another reminder


def test_a_promise_is_reminded_of_and_a_day_gone_by_is_not(house):
    act = {"authority": house.authority, "unit": house.focal_unit, "note": "", "by": as_now(house.head), "at": AT}
    services.charge(**act, obligation=FORMS, complete_by=TODAY + timedelta(days=5))
    services.charge(**act, obligation=CONDITIONAL, complete_by=TODAY + timedelta(days=60))
    assert reminders.send(AT + timedelta(days=6)) == 0
    assert reminders.send(AT) == 3
    assert "Biểu mẫu: phải có trước thứ Sáu 27/11/2026" in mails()[0].text
    assert "/admin/tuan-thu/suoi-vang/" in mails()[0].text


def test_without_people_the_focal_mailbox_is_told(house):
    unit = house.authority.units.create(code="moi", name="Phòng mới")
    act = {"authority": house.authority, "obligation": FORMS, "note": "", "by": as_now(house.head), "at": AT}
    services.charge(**act, unit=unit, complete_by=TODAY + timedelta(days=5))
    assert reminders.send(AT) == 1
    assert mails()[0].to == house.focal_point.email


# --- the start page ----------------------------------------------------------------------------------------------
def test_heads_and_charged_units_see_gaps_on_their_start_page(house, enter):
    shown = told(enter(house.head).get("/admin/"))
    assert "Việc phải công khai: Xã Suối Vàng" in shown
    assert "Chưa cử người làm đầu mối." not in shown
    assert "/admin/tuan-thu/suoi-vang/focal-point/" in shown
    assert "Việc phải công khai: Xã" not in told(enter(house.originator).get("/admin/"))
    assert "Phải công khai" in told(enter(house.auditor).get("/admin/"))
    newcomer = make_person("Người mới", Role.DATA_OFFICER, authority=AuthorityFactory())
    assert "Việc phải công khai: Xã" not in told(enter(newcomer).get("/admin/"))


def test_every_gap_leads_to_where_it_is_mended(house, enter):
    fill(house)
    house.focal_point.trained_on = None
    house.focal_point.save()
    path = "/admin/tuan-thu/suoi-vang/"
    page = house.authority.page.get_children().get(content_type__model="formspage")
    page.unpublish()
    assert f"/admin/dau-moi/edit/{house.focal_point.pk}/" in told(enter(house.administrator).get(path))
    assert f"/admin/pages/{page.pk}/edit/" in told(enter(house.editor).get(path))
    page.delete()
    assert f"/admin/pages/add/home/formspage/{house.authority.page.pk}/" in told(enter(house.editor).get(path))
    officer = told(enter(house.officer).get(path))
    assert "Người sửa được: Quản trị" in officer
    assert "/admin/tuan-thu/suoi-vang/phuong-tien/" in officer
