"""Inspections at the desk: entered by one, confirmed by another; what was found is handled and confirmed on its page."""

from datetime import timedelta

import pytest
from django.urls import reverse

from cms.audit.models import Entry
from cms.core.dates import short, today
from tests.factories import inspections as make
from tests.factories.core import make_house
from workflow.models import InspectionDecision, InspectionFinding

pytestmark = pytest.mark.django_db
LIST = "/admin/kiem-tra/"


def facts(house, **changed):
    soon = short(today() + timedelta(days=20))
    told = {
        "number": "46/QĐ-STP", "dated_on": short(today()), "body": "Sở Tư pháp tỉnh Bình Minh", "title": "Kiểm tra",
        "authorities": [house.authority.pk], "period_first": "01/01/2026", "period_last": short(today()),
        "since_on": short(today()), "until_on": soon, "inspectors": [house.justice.pk],
    }  # fmt: skip
    return told | changed


def act(decision, slug):
    return reverse("desk:inspection_act", args=[decision.pk, slug])


def test_a_decision_is_entered_by_one_and_confirmed_by_another(house, enter):
    justice = enter(house.justice)
    assert "Nhập quyết định kiểm tra" in justice.get(LIST).content.decode()
    half = justice.post(reverse("desk:inspection_entry"), facts(house, title=""))
    assert half.status_code == 200
    assert "Ghi trích yếu." in half.content.decode()
    assert "46/QĐ-STP" in half.content.decode()
    wrong = justice.post(reverse("desk:inspection_entry"), facts(house, until_on=short(today() + timedelta(days=400))))
    assert "Thời gian mở hồ sơ từ 1 ngày đến một năm." in wrong.content.decode()
    assert justice.post(reverse("desk:inspection_entry"), facts(house)).status_code == 302
    decision = InspectionDecision.objects.get()
    page = reverse("desk:inspection", args=[decision.pk])
    assert act(decision, "xac-nhan") not in justice.get(page).content.decode()
    assert justice.post(act(decision, "xac-nhan"), {"seen": 1}).status_code == 403

    administrator = enter(house.administrator)
    assert act(decision, "xac-nhan") in administrator.get(page).content.decode()
    assert administrator.get(act(decision, "xac-nhan")).status_code == 200
    assert administrator.post(act(decision, "xac-nhan"), {"seen": 7}).status_code == 409
    assert administrator.post(act(decision, "xac-nhan"), {"seen": 1}).status_code == 302
    assert "đang mở" in administrator.get(page).content.decode()
    assert Entry.objects.filter(kind="attempt.refused").count() == 2
    assert administrator.post(act(decision, "ket-thuc"), {"seen": 2, "reason": ""}).status_code == 200
    administrator.post(act(decision, "ket-thuc"), {"seen": 2, "reason": "Xong sớm"})
    assert InspectionDecision.objects.get().state == "ENDED"


def test_a_finding_goes_from_the_inspectors_to_the_authority_and_back(house, enter):
    decision = make.confirmed(house)
    soon = short(today() + timedelta(days=9))
    told = {"authority": house.authority.pk, "kind": "VIOLATION", "what": "Hai hồ sơ quá hạn.", "wanted": "Xin lỗi.",
            "follow_up_on": soon}  # fmt: skip
    justice = enter(house.justice)
    unknown = justice.post(act(decision, "ket-luan"), told | {"case_number": "SV-1"})
    assert "Không thấy hồ sơ này trong phạm vi kiểm tra." in unknown.content.decode()
    assert justice.post(act(decision, "ket-luan"), told).status_code == 302
    finding = InspectionFinding.objects.get()

    def door(slug):
        return reverse("desk:finding_act", args=[finding.pk, slug])

    officer = enter(house.officer)
    assert "Xin lỗi." in officer.get(LIST).content.decode()
    assert door("bao-xu-ly") in officer.get(reverse("desk:inspection", args=[decision.pk])).content.decode()
    empty = officer.post(
        door("bao-xu-ly"), {"seen": 1, "handling": "MENDED", "words_": "", "handled_on": short(today())}
    )
    assert "Ghi đã làm gì" in empty.content.decode()
    early = {
        "seen": 1,
        "handling": "MENDED",
        "words_": "Đã gửi thư.",
        "handled_on": short(today() - timedelta(days=900)),
    }
    assert "Ngày xử lý phải từ" in officer.post(door("bao-xu-ly"), early).content.decode()
    officer.post(door("bao-xu-ly"), early | {"handled_on": short(today())})
    assert officer.get(door("xac-nhan")).status_code == 403

    justice = enter(house.justice)
    justice.post(door("lam-them"), {"seen": 2, "reason": "Gửi bản sao thư"})
    assert "Gửi bản sao thư" in justice.get(reverse("desk:inspection", args=[decision.pk])).content.decode()
    officer = enter(house.officer)
    officer.post(door("bao-xu-ly"), early | {"seen": 3, "handled_on": short(today())})
    enter(house.justice).post(door("xac-nhan"), {"seen": 4})
    assert InspectionFinding.objects.get().standing == "CONFIRMED"


def test_who_has_no_part_in_inspections_finds_no_page(house, enter):
    decision, elsewhere = make.confirmed(house), make_house()
    for person in (house.signer, house.registry, house.originator):
        assert enter(person).get(LIST).status_code == 404
    browser = enter(elsewhere.officer)
    assert decision.number not in browser.get(LIST).content.decode()
    for slug in ("", "xac-nhan/"):
        assert browser.get(f"{LIST}{decision.pk}/{slug}").status_code == 404
    assert enter(house.head).get(reverse("desk:inspection_entry")).status_code == 404
    assert enter(house.head).get(act(decision, "khong-co")).status_code == 404
    assert enter(house.head).get(reverse("desk:finding_act", args=[99, "xac-nhan"])).status_code == 404
