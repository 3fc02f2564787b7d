"""Complaints, lawsuits and denunciations at the desk: who is offered what, what stays secret, the book as a file."""

from datetime import timedelta
from io import BytesIO

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from openpyxl import load_workbook

from cms.audit.models import Entry
from cms.core.dates import short, today
from tests.factories import inspections
from tests.factories import remedies as make
from tests.factories.workflow import Case
from workflow.models import Remedy
from workflow.services import remedies

pytestmark = pytest.mark.django_db


@pytest.fixture
def case(house):
    return Case.sent(house, on=short(today())).accept().provide_at_once()


def entry(case):
    return reverse("desk:remedy_entry", args=[case.now.code])


def paper(**words):
    told = {"matter": "COMPLAINT:FIRST", "about": "ANSWER", "channel": "IN_PERSON", "received_on": short(today())}
    return told | {"words": make.WORDS} | words


def page(remedy):
    return reverse("desk:remedy", args=[remedy.code])


def push(browser, remedy, slug, **words):
    seen = Remedy.objects.get(pk=remedy.pk).version
    return browser.post(reverse("desk:remedy_move", args=[remedy.code, slug]), {"seen": seen} | words)


def test_a_paper_is_entered_and_goes_its_way_between_two_people(house, enter, case):
    officer = enter(house.officer)
    assert entry(case) in officer.get(reverse("desk:case", args=[case.now.code])).content.decode()
    half = officer.post(entry(case), paper(words=""))
    assert half.status_code == 200
    assert "Ghi nội dung." in half.content.decode()
    wrong = officer.post(entry(case), paper(matter="LAWSUIT:TRIAL"))
    assert "Ghi cơ quan hoặc tòa án giải quyết." in wrong.content.decode()
    assert make.WORDS in wrong.content.decode()
    assert officer.post(entry(case), paper()).status_code == 302
    remedy = Remedy.objects.get()

    text = officer.get(page(remedy)).content.decode()
    assert "Khiếu nại lần đầu" in text
    assert make.WORDS in text
    assert "Nguyễn Thị Mến" in text
    assert "Vì sao là ngày này?" in text
    push(officer, remedy, "thu-ly", accepted_on=short(today()))
    assert "Nêu lý do, căn cứ" in push(officer, remedy, "de-xuat", outcome="UPHELD").content.decode()
    answer = {"outcome": "UPHELD", "answer": "Thông tin đã cung cấp còn thiếu.", "measures": "Trả lời lại."}
    push(officer, remedy, "de-xuat", **answer)
    assert push(officer, remedy, "quyet-dinh").status_code == 403
    assert Entry.objects.filter(kind="attempt.refused", subject_id=str(remedy.pk)).count() == 1

    head = enter(house.head_of_authority)
    assert remedy.code in head.get("/admin/").content.decode()
    assert (
        "Thông tin đã cung cấp còn thiếu."
        in head.get(reverse("desk:remedy_move", args=[remedy.code, "quyet-dinh"])).content.decode()
    )
    push(head, remedy, "quyet-dinh", paper_number="21/QĐ-UBND", paper_on=short(today()))
    remedy.refresh_from_db()
    assert remedy.status == "UPHELD"
    text = head.get(page(remedy)).content.decode()
    assert reverse("desk:case", args=[remedy.new_case.code]) in text
    again = head.get(reverse("desk:case", args=[remedy.new_case.code])).content.decode()
    assert case.now.code in again
    assert remedy.code in again


def test_a_stale_view_is_told_and_what_was_typed_stays(house, enter, case):
    remedy = make.entered(case, received_on=short(today()), at=case.at)
    officer = enter(house.officer)
    address = reverse("desk:remedy_move", args=[remedy.code, "thu-ly"])
    remedies.add_papers(remedy=remedy, seen=None, files=[make.a_paper()], by=house.head, at=case.at)
    conflict = officer.post(address, {"seen": 1, "accepted_on": short(today())})
    assert conflict.status_code == 409
    assert short(today()) in conflict.content.decode()
    assert officer.get(reverse("desk:remedy_move", args=[remedy.code, "khong-co"])).status_code == 404
    assert officer.get(reverse("desk:remedy_move", args=[remedy.code, "quyet-dinh"])).status_code == 403
    push(officer, remedy, "thu-ly", accepted_on=short(today()))
    assert officer.get(address).status_code == 409


def test_papers_are_kept_and_handed_out_to_those_who_handle_the_case(house, enter, case, settings):
    remedy = make.entered(case, received_on=short(today()), at=case.at, files=[make.a_paper()])
    address = reverse("desk:remedy_file", args=[remedy.code, remedy.files.get().pk])
    assert enter(house.officer).get(address).status_code == 200
    assert enter(house.auditor).get(address).status_code == 404
    assert enter(house.auditor).get(page(remedy)).status_code == 200
    assert make.WORDS not in enter(house.auditor).get(page(remedy)).content.decode()


# --- denunciations ---------------------------------------------------------------------------------------------------
@pytest.fixture
def secret(case, house):
    return make.entered(
        case, "DENUNCIATION", received_on=short(today()), at=case.at, by=house.registry, against=house.second_officer,
        files=[make.a_paper()],
    )  # fmt: skip


def test_who_denounces_stands_on_one_page_for_the_few_with_a_reason(house, enter, secret):
    address = reverse("desk:remedy_denouncer", args=[secret.code])
    for person in (house.signer, house.head, house.registry, house.auditor):
        browser = enter(person)
        text = browser.get(page(secret)).content.decode()
        assert make.WORDS not in text
        assert "Trịnh" not in text
        assert "được giữ bí mật" in text
        assert browser.get(address).status_code == 404
        assert browser.get(reverse("desk:remedy_file", args=[secret.code, secret.files.get().pk])).status_code == 404
    head = enter(house.head_of_authority)
    assert make.WORDS in head.get(page(secret)).content.decode()
    assert "Trịnh" not in head.get(page(secret)).content.decode()
    assert "Trịnh" not in head.get(address).content.decode()
    assert "Trịnh" not in head.post(address, {"seen": 1, "reason": ""}).content.decode()
    shown = head.post(address, {"seen": 1, "reason": "Mời làm việc"})
    assert "Trịnh Thị Kín" in shown.content.decode()
    assert "no-store" in shown["Cache-Control"]
    assert Entry.objects.filter(kind="remedy.denouncer_read").count() == 1


def test_the_denounced_and_plain_officers_find_no_trace(house, enter, secret, case):
    for person in (house.second_officer, house.officer):
        browser = enter(person)
        assert browser.get(page(secret)).status_code == 404
        for address in ("/admin/", "/admin/khieu-nai/", reverse("desk:case", args=[case.now.code])):
            assert secret.code not in browser.get(address).content.decode()
        exported = browser.post(
            reverse("desk:remedy_register"), {"authority": house.authority.pk, "kind_of_file": "CSV"}
        )
        assert secret.code not in exported.content.decode()


def test_no_history_page_names_the_denouncer(house, enter, secret):
    for person in (house.head_of_authority, house.signer):
        text = enter(person).get(reverse("khieu-nai_modeladmin_history", args=[secret.pk])).content.decode()
        assert "Trịnh" not in text
        assert "0955" not in text


def test_the_head_names_a_reader_on_the_page(house, enter, secret):
    head = enter(house.head_of_authority)
    push(head, secret, "giao-xem", reader=house.officer.pk, reason="Xác minh")
    assert make.WORDS in enter(house.officer).get(page(secret)).content.decode()
    push(enter(house.head_of_authority), secret, "thoi-xem", reader=house.officer.pk)
    assert enter(house.officer).get(page(secret)).status_code == 404


# --- lists and the book ----------------------------------------------------------------------------------------------
def test_lists_show_what_is_late_and_what_has_ended_and_cost_the_same(house, enter, case):
    browser, counts = enter(house.officer), []
    for more in (1, 4):
        for _n in range(more):
            make.entered(case, received_on=short(today()), at=case.at)
        browser.get("/admin/khieu-nai/")
        with CaptureQueriesContext(connection) as queries:
            text = browser.get("/admin/khieu-nai/").content.decode()
        counts.append(len(queries))
        assert all(one.code in text for one in Remedy.objects.all())
    assert counts[0] == counts[1]
    late = Remedy.objects.first()
    late.due_on = today() - timedelta(days=1)
    late.save()
    assert browser.get("/admin/khieu-nai/?hang=qua-han").content.decode().count('class="mb-code"') == 1
    assert "Không có việc nào ở hàng này" in browser.get("/admin/khieu-nai/?hang=da-ket-thuc").content.decode()


def test_the_book_is_a_file_without_a_citizens_name_and_the_export_is_recorded(house, enter, case):
    remedy = make.entered(case, received_on=short(today()), at=case.at)
    browser, address = enter(house.officer), reverse("desk:remedy_register")
    assert remedy.code in browser.get(address).content.decode()
    answer = browser.post(address, {"authority": house.authority.pk, "kind_of_file": "XLSX", "kind": "COMPLAINT"})
    sheet = load_workbook(BytesIO(answer.content)).worksheets[0]
    cells = [str(cell) for row in sheet.iter_rows(values_only=True) for cell in row]
    assert remedy.code in cells
    assert not any("Mến" in cell or make.WORDS in cell for cell in cells)
    entry = bytes(Entry.objects.filter(kind="register.exported").latest("seq").payload).decode()
    assert '"book":"remedies"' in entry
    assert '"rows":1' in entry
    assert (
        remedy.code
        not in browser.post(
            address, {"authority": house.authority.pk, "kind_of_file": "CSV", "kind": "LAWSUIT"}
        ).content.decode()
    )
    assert browser.post(address, {"authority": house.authority.pk, "kind_of_file": "PDF"})["Content-Type"].startswith(
        "text/html"
    )


# --- inspections -----------------------------------------------------------------------------------------------------
def test_each_page_of_a_case_opened_under_an_inspection_is_recorded(house, enter, case):
    browser, address = enter(house.justice), reverse("desk:case", args=[case.now.code])
    assert browser.get(address).status_code == 404
    inspections.confirmed(house, period_last=short(today() + timedelta(days=30)), period_first="01/01/2026")
    text = browser.get(address).content.decode()
    assert case.now.code in text
    assert "Nguyễn Thị Mến" not in text
    browser.get(address)
    assert Entry.objects.filter(kind="inspection.case_opened", actor_id=house.justice.pk).count() == 2
    assert browser.post(reverse("desk:move", args=[case.now.code, "lien-he"]), {"seen": 1}).status_code in (403, 409)
    enter(house.auditor).get(address)
    assert Entry.objects.filter(kind="inspection.case_opened").count() == 2 + 1  # the refused move looked, too


def test_the_log_tells_nobody_but_the_few_that_somebody_is_denounced(house, enter, case, secret):
    told = remedies.read_denouncer(remedy=secret, reason="Mời bà Trịnh", by=house.head_of_authority, at=case.at)
    assert told.name
    for person in (house.data_officer, house.administrator, house.auditor):
        browser = enter(person)
        texts = [browser.get("/admin/nhat-ky/").content.decode()]
        texts += [
            browser.get(f"/admin/nhat-ky/{entry.seq}/").content.decode()
            for entry in Entry.objects.filter(kind__startswith="remedy.", subject_id=str(secret.pk))
        ]
        assert not any("Trịnh" in text or make.WORDS in text for text in texts)
        assert not any(str(house.second_officer) in text for text in texts[1:])  # the list offers all names to look for
    head = enter(house.head_of_authority).get("/admin/nhat-ky/").content.decode()
    assert "Mời bà Trịnh" in head
