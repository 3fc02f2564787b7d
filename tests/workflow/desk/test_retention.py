"""Lưu trữ, xóa: what is due, what waits, the periods, one case; each page by role, each refusal a sentence."""

import pytest
from django.urls import reverse

from cms.audit.models import Entry
from cms.core.errors import DomainError
from cms.core.roles import Role
from tests.factories.core import make_house
from tests.factories.workflow import case_in
from workflow.choices import RetentionState
from workflow.desk.retention import views
from workflow.models import RetentionAct, RetentionSchedule
from workflow.services import retention

pytestmark = pytest.mark.django_db

DUE, WAITING, PERIODS = (f"/admin/luu-tru/{tail}" for tail in ("", "cho-quyet-dinh/", "thoi-han/"))


@pytest.fixture
def old(house, monkeypatch):
    """Two cases that ended long enough ago by the periods, on a day far ahead of them."""
    from datetime import date

    monkeypatch.setattr(views.RetentionPage, "day", date(2037, 1, 5))
    monkeypatch.setattr(retention, "local_day", lambda at: date(2037, 1, 5))
    monkeypatch.setattr(views.CaseRetentionView, "day", date(2037, 1, 5))
    return [case_in("PROVIDED", house), case_in("WITHDRAWN", house)]


@pytest.fixture
def adopted(house, enter):
    me = enter(house.officer)
    assert me.post(PERIODS, {"viec": "de-nghi", "code": "", "basis": ""}).status_code == 422
    assert me.post(PERIODS, {"viec": "de-nghi", "code": "HS2026", "basis": "QĐ 12/QĐ-SXD"}).status_code == 302
    assert me.post(PERIODS, {"viec": "de-nghi", "code": "HS2026", "basis": "Lại"}).status_code == 422
    assert me.post(PERIODS, {"viec": "dong-y"}).status_code == 403
    boss = enter(house.head_of_authority)
    assert "Thông qua" in boss.get(PERIODS).content.decode()
    assert boss.post(PERIODS, {"viec": "khong-dong-y", "reason": ""}).status_code == 422
    assert boss.post(PERIODS, {"viec": "dong-y"}).status_code == 302
    assert boss.post(PERIODS, {"viec": "dong-y"}).status_code == 302  # nothing waits any more
    return house


def test_periods_say_whose_choice_they_are_and_who_adopted_them(adopted, enter):
    words = enter(adopted.auditor).get(PERIODS).content.decode()
    for said in ("Cơ quan tự chọn", "10 năm", "QĐ 12/QĐ-SXD", "Trần Thị Lan", "Vũ Thị Đứng Đầu"):
        assert said in words
    assert "Đề nghị bảng thời hạn" not in words


def test_without_periods_nothing_is_due(house, old, enter):
    words = enter(house.officer).get(DUE).content.decode()
    assert "chưa thông qua bảng thời hạn" in words
    assert enter(house.officer).post(DUE, {"ho-so": [old[0].pk], "reason": "x", "letters": "MASK"}).status_code == 422


def test_ticked_cases_are_proposed_and_another_person_decides(adopted, old, enter):
    me = enter(adopted.officer)
    page = me.get(DUE).content.decode()
    assert all(case.now.code in page for case in old)
    keys = [case.pk for case in old]
    assert me.post(DUE, {"reason": "Hết hạn", "letters": "MASK"}).status_code == 422
    assert me.post(DUE, {"ho-so": [*keys, "x", "9" * 30], "reason": "", "letters": ""}).status_code == 422
    answer = me.post(DUE, {"ho-so": keys, "reason": "Hết hạn", "letters": ""})
    assert answer.status_code == 422
    assert "Chọn che hay xóa" in answer.content.decode()
    assert me.post(DUE, {"ho-so": keys, "reason": "Hết hạn", "letters": "MASK"}).status_code == 302
    assert RetentionAct.objects.filter(state=RetentionState.PROPOSED).count() == 2
    assert "Không có hồ sơ nào" in me.get(DUE).content.decode()
    acts = list(RetentionAct.objects.values_list("pk", flat=True))
    assert "và không phải người đã đề nghị" in me.get(WAITING).content.decode()
    assert me.post(WAITING, {"de-nghi": acts, "viec": "dong-y"}).status_code == 403
    boss = enter(adopted.data_officer)
    assert boss.post(WAITING, {"viec": "dong-y"}).status_code == 422
    assert boss.post(WAITING, {"de-nghi": acts, "viec": "khong-dong-y"}).status_code == 422
    assert boss.post(WAITING, {"de-nghi": acts, "viec": "dong-y", "reason": "x" * 600}).status_code == 422
    assert boss.post(WAITING, {"de-nghi": acts, "viec": "dong-y"}).status_code == 302
    assert all(case.now.erased_at for case in old)
    assert "Không có đề nghị" in boss.get(WAITING).content.decode()
    page = enter(adopted.officer).get(reverse("desk:case", args=[old[0].now.code])).content.decode()
    assert "Đã xóa dữ liệu cá nhân" in page
    assert "Mến" not in page


def test_sealing_hides_the_case_from_who_handled_it(adopted, old, enter):
    me = enter(adopted.officer)
    assert me.post(f"{DUE}?viec=niem-phong", {"ho-so": [old[0].pk], "reason": "Đến lúc"}).status_code == 302
    act = RetentionAct.objects.get()
    url = reverse("desk:case_retention", args=[old[0].now.code])
    assert "Chờ quyết định" in me.get(url).content.decode()
    boss = enter(adopted.head_of_authority)
    assert boss.post(url, {"viec": "khong-dong-y", "reason": ""}).status_code == 422
    assert boss.post(url, {"viec": "dong-y", "reason": ""}).status_code == 302
    act.refresh_from_db()
    assert act.state == RetentionState.DONE
    for name in ("desk:case", "desk:case_retention"):
        page = enter(adopted.officer).get(reverse(name, args=[old[0].now.code])).content.decode()
        assert "Mến" not in page
        assert "quy hoạch" not in page
    page = enter(adopted.officer).get("/admin/ho-so/?hang=da-ket-thuc").content.decode()
    assert "quy hoạch sử dụng đất" not in page.replace(old[1].now.description, "")
    assert "Mến" in enter(adopted.data_officer).get(reverse("desk:case", args=[old[0].now.code])).content.decode()


def test_one_case_is_held_and_let_go_on_its_own_page(adopted, old, enter):
    case = old[0]
    url, me = reverse("desk:case_retention", args=[case.now.code]), enter(adopted.officer)
    assert me.post(url, {"viec": "de-nghi", "kind": "", "reason": ""}).status_code == 422
    assert me.post(url, {"viec": "de-nghi", "kind": "UNSEAL", "reason": "x"}).status_code == 422
    assert me.post(url, {"viec": "de-nghi", "kind": "HOLD", "reason": "Có đơn kiện"}).status_code == 302
    assert me.post(url, {"viec": "dong-y"}).status_code == 403
    assert Entry.objects.latest("seq").kind == "attempt.refused"
    assert enter(adopted.head_of_authority).post(url, {"viec": "dong-y"}).status_code == 302
    assert case.now.held_at
    page = enter(adopted.officer).get(url).content.decode()
    assert "Hồ sơ đang được giữ lại, chưa được xóa" in page
    assert "Có đơn kiện" in page
    assert enter(adopted.signer).post(url, {"viec": "de-nghi", "kind": "RELEASE", "reason": "x"}).status_code == 403
    assert enter(adopted.officer).post(url, {"viec": "dong-y"}).status_code == 302  # nothing waits


def test_a_list_no_longer_shipped_is_said_on_every_page(adopted, old, enter):
    RetentionSchedule._base_manager.update(sha256="0" * 64)
    me = enter(adopted.officer)
    assert "không còn trong phần mềm" in me.get(DUE, follow=True).content.decode()
    with pytest.raises(DomainError):
        retention.kept_until(old[0].now)


def test_who_finds_the_pages(adopted, enter):
    elsewhere = make_house()
    for url in (DUE, WAITING, PERIODS):
        for person in (adopted.officer, adopted.head, adopted.data_officer, adopted.head_of_authority, adopted.auditor):
            assert enter(person).get(url).status_code == 200, (person, url)
        for person in (adopted.signer, adopted.registry, adopted.originator, adopted.editor, adopted.administrator):
            assert enter(person).get(url).status_code == 404, (person, url)
        assert enter(elsewhere.officer).get(url, {"co-quan": adopted.authority.code}).status_code == 404


def test_who_serves_two_authorities_sees_one_at_a_time(adopted, old, enter):
    elsewhere = make_house()
    from tests.factories.core import give_role

    give_role(adopted.officer, Role.FOCAL_OFFICER, elsewhere.authority)
    me = enter(adopted.officer)
    assert old[0].now.code in me.get(DUE, {"co-quan": adopted.authority.code}).content.decode()
    assert old[0].now.code not in me.get(DUE, {"co-quan": elsewhere.authority.code}).content.decode()
