"""Requests for correction at the desk: who is offered what, what is masked, the register as a file."""

from io import BytesIO

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from openpyxl import load_workbook

from cms.audit.models import Entry
from cms.core.dates import short, today
from tests.factories import catalog
from tests.factories import corrections as make
from tests.factories.moments import moment
from workflow.models import CorrectionRequest

pytestmark = pytest.mark.django_db


@pytest.fixture
def case(house):
    item = catalog.published(house, at=moment(f"{short(today())} 07:00"))
    return make.reported(house, item=item, on=f"{short(today())} 07:10")


def page(case):
    return reverse("desk:correction", args=[case.code])


def act(case, slug):
    return reverse("desk:correction_move", args=[case.code, slug])


def push(browser, case, slug, **words):
    seen = CorrectionRequest.objects.get(pk=case.pk).version
    return browser.post(act(case, slug), {"seen": seen} | words)


def test_two_people_bring_a_case_to_its_answer(house, enter, case):
    officer = enter(house.officer)
    text = officer.get(page(case)).content.decode()
    assert act(case, "nhan") in text
    assert "Nguyễn Thị Mến" in text
    assert act(case, "quyet-dinh") not in text
    push(officer, case, "nhan")
    push(officer, case, "hoi-don-vi", unit=house.land_unit.pk, question="Đúng hay sai?")

    unit = enter(house.originator)
    assert act(case, "tra-loi-dau-moi") in unit.get(page(case)).content.decode()
    push(unit, case, "tra-loi-dau-moi", text="Đúng.")

    officer = enter(house.officer)
    empty = push(officer, case, "de-xuat", outcome="NOT_WRONG")
    assert "Hãy viết lời trả lời người dân" in empty.content.decode()
    push(officer, case, "de-xuat", outcome="NOT_WRONG", answer="Bản gốc ghi đúng như vậy.")
    assert push(officer, case, "quyet-dinh").status_code == 403

    head = enter(house.head)
    assert "Bản gốc ghi đúng như vậy." in head.get(act(case, "quyet-dinh")).content.decode()
    assert push(head, case, "quyet-dinh").url == page(case)
    assert CorrectionRequest.objects.get().status == "NOT_WRONG"
    assert push(head, case, "tra-lai", reason="Xem lại").status_code == 409  # it has ended


def test_the_start_page_shows_it_to_whose_turn_it_is(house, enter, case):
    def sees(person):
        return case.code in enter(person).get(reverse("wagtailadmin_home")).content.decode()

    assert sees(house.officer)
    assert not any(map(sees, (house.originator, house.signer, house.registry)))
    officer = enter(house.officer)
    push(officer, case, "nhan")
    push(officer, case, "hoi-don-vi", unit=house.land_unit.pk, question="Số nào đúng?")
    assert sees(house.originator)
    assert sees(house.officer)  # the clock runs on
    push(enter(house.originator), case, "tra-loi-dau-moi", text="Ghi đúng.")
    push(enter(house.officer), case, "de-xuat", outcome="NOT_WRONG", answer="Bản gốc ghi đúng như vậy.")
    assert sees(house.signer)
    assert not sees(house.originator)


def test_somebody_was_faster(house, enter, case):
    officer = enter(house.officer)
    push(officer, case, "nhan")
    stale = officer.post(act(case, "de-xuat"), {"seen": 1, "outcome": "NOT_WRONG", "answer": "Đã soạn lâu."})
    assert stale.status_code == 409
    assert "Đã soạn lâu." in stale.content.decode()


def test_a_supervisor_reads_without_names_and_offers_nothing(house, enter, case):
    browser = enter(house.auditor)
    for address in (page(case), reverse("kien-nghi_modeladmin_index"),
                    reverse("kien-nghi_modeladmin_history", args=[case.pk])):  # fmt: skip
        text = browser.get(address).content.decode()
        assert case.code in text
        assert "Nguyễn Thị Mến" not in text
        assert "men@example.vn" not in text
    assert push(browser, case, "nhan").status_code == 403


def test_the_item_names_its_reports_to_staff_only(house, enter, client, case):
    link = page(case)
    assert link in enter(house.officer).get(reverse("catalog_desk:item", args=[case.item.code])).content.decode()
    public = client.get(reverse("catalog:item", args=[house.authority.code, case.item.code]))
    assert case.code not in public.content.decode()


def test_the_register_as_a_file_names_nobody_and_is_on_record(house, enter, case):
    browser, url = enter(house.officer), reverse("desk:correction_register")
    assert case.code in browser.get(url).content.decode()
    assert browser.get(url, {"first": "không phải ngày"}).status_code == 200
    asked = {"authority": house.authority.pk}
    book = load_workbook(BytesIO(browser.post(url, asked | {"kind": "XLSX"}).content))
    rows = list(book.worksheets[0].iter_rows(values_only=True))
    assert rows[1][0] == case.code
    assert "Mến" not in str(rows)
    csv = browser.post(url, asked | {"kind": "CSV"}).content.decode("utf-8-sig")
    assert case.code in csv
    assert "Mến" not in csv
    assert Entry.objects.filter(kind="register.exported").count() == 2


def test_the_list_costs_the_same_however_long(house, enter, case):
    browser, counts = enter(house.officer), []
    for more in (1, 5):
        for _n in range(more):
            make.reported(house, item=case.item, on=f"{short(today())} 08:00")
        browser.get(reverse("kien-nghi_modeladmin_index"))
        with CaptureQueriesContext(connection) as queries:
            browser.get(reverse("kien-nghi_modeladmin_index"))
        counts.append(len(queries))
    assert counts[0] == counts[1] <= 15
