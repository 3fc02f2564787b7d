"""The register at the desk: what is shown is what is taken away, by whom, for how long; long files by the worker."""

import csv
from copy import deepcopy
from datetime import timedelta
from io import StringIO

import pytest
from django.conf import settings
from django.utils import timezone

from cms.audit.models import Entry
from cms.core.roles import Role
from tests.factories.core import give_role, make_house
from tests.factories.workflow import Case, case_in
from workflow.choices import ExportState, Status
from workflow.models import RegisterExport
from workflow.register import exporting, jobs

pytestmark = pytest.mark.django_db
BOOK = "/admin/so-theo-doi/"
PURPOSE = "Báo cáo năm gửi Sở Tư pháp"


@pytest.fixture(scope="module")
def filled_once(kept_for_the_file):
    house = make_house()
    Case.sent(house, "02/11/2026", name="Hà Thị Mộc Miên").with_cost().record_payment()
    case_in(Status.PROVIDED, house, "17/08/2026")
    Case.sent(house, "03/11/2026", name="Hà Thị Mộc Miên")
    return house


@pytest.fixture
def filled(filled_once, db):
    return deepcopy(filled_once)


def ask(browser, **words):
    return browser.post(BOOK, {"kind": "CSV", "delimiter": ",", "reason": PURPOSE} | words)


def fetched(browser, response):
    assert response.status_code == 302, response.content.decode()
    answer = browser.get(f"{response.url}tep/")
    assert answer.status_code == 200
    return b"".join(answer.streaming_content)


def table(content, delimiter=","):
    return list(csv.reader(StringIO(content.decode("utf-8-sig"), newline=""), delimiter=delimiter))


def test_screen_and_file_hold_the_same(filled, enter):
    browser = enter(filled.officer)
    page = browser.get(BOOK)
    header, *rows, totals = table(fetched(browser, ask(browser)))
    assert [str(title) for title in page.context["columns"]] == header

    def read(row):
        return [f"{int(cell):,}".replace(",", ".") if cell.isdigit() else cell for cell in row]

    assert page.context["rows"] == [read(row) for row in rows]
    assert page.context["totals"] == read(totals)
    assert page.context["totals"][0] == "Cộng: 3 hồ sơ"
    assert "30.000" in page.context["totals"]
    assert "Hà Thị Mộc Miên" not in page.content.decode()


@pytest.mark.parametrize(
    ("chosen", "count"),
    [
        ({"year": "2026"}, 3),
        ({"year": "2025"}, 0),
        ({"first": "01/11/2026"}, 2),
        ({"year": "2026", "last": "31/10/2026"}, 1),
        ({"status": "PROVIDED"}, 1),
        ({"law": "L16"}, 1),
        ({"channel": "POST"}, 0),
    ],
)
def test_filters_narrow_screen_and_file(filled, enter, chosen, count):
    browser = enter(filled.officer)
    page = browser.get(BOOK, chosen)
    assert page.context["page"].paginator.count == count
    if count:
        sent = {name: value for name, value in page.context["export"].initial.items() if value is not None}
        assert len(table(fetched(browser, ask(browser, **sent | {"kind": "CSV"})))) == count + 2


def test_wrong_choice_is_said_at_its_field(filled, enter):
    page = enter(filled.officer).get(BOOK, {"first": "31/02/2026", "year": "x"})
    assert page.status_code == 200
    assert "Ngày này không có trong lịch" in page.content.decode()
    page = enter(filled.officer).get(BOOK, {"first": "02/11/2026", "last": "01/11/2026"})
    assert "Ngày cuối phải từ ngày đầu trở đi" in page.content.decode()


def test_semicolons_for_excel(filled, enter):
    browser = enter(filled.officer)
    content = fetched(browser, ask(browser, delimiter=";"))
    assert content.startswith(b"\xef\xbb\xbf")
    assert content.count(b"\r\n") == 5
    assert table(content, ";")[0][0] == "Số hồ sơ"


def test_no_file_without_saying_what_for(filled, enter):
    answer = ask(enter(filled.officer), reason=" ")
    assert answer.status_code == 422
    assert "Hãy nói xuất sổ để làm gì" in answer.content.decode()
    assert not RegisterExport.objects.exists()


def test_names_leave_for_who_handles_cases_and_on_record(filled, enter):
    browser = enter(filled.officer)
    text = fetched(browser, ask(browser, personal="on")).decode("utf-8-sig")
    assert "Hà Thị Mộc Miên" in text
    kinds = list(Entry.objects.filter(kind__startswith="register.").order_by("seq").values_list("kind", flat=True))
    assert kinds == ["register.exported", "register.fetched"]
    assert RegisterExport.objects.get().reason == ""


def test_supervisor_takes_no_names_away(filled, enter):
    browser = enter(filled.auditor)
    assert "personal" not in browser.get(BOOK).context["export"].fields
    text = fetched(browser, ask(browser, personal="on")).decode("utf-8-sig")
    assert "Hà Thị Mộc Miên" not in text


def test_who_may_only_look_is_offered_no_file(filled, enter):
    browser = enter(filled.cashier)
    assert browser.get(BOOK).context["export"] is None
    assert ask(browser).status_code == 403
    assert not RegisterExport.objects.exists()


def test_another_authority_is_out_of_reach(filled, enter):
    other = make_house()
    browser = enter(other.officer)
    page = browser.get(BOOK, {"authority": filled.authority.pk})
    assert "rows" not in page.context
    assert ask(browser, authority=filled.authority.pk).status_code == 422


def test_file_is_for_who_asked_for_it(filled, enter):
    response = ask(enter(filled.officer))
    for person in (filled.second_officer, filled.head_of_authority, filled.auditor):
        browser = enter(person)
        assert browser.get(response.url).status_code == 404
        assert browser.get(f"{response.url}tep/").status_code == 404


def test_right_that_was_taken_closes_the_file(filled, enter):
    browser = enter(filled.officer)
    response = ask(browser)
    filled.officer.role_holdings.get(role=Role.FOCAL_OFFICER).delete()
    give_role(filled.officer, Role.CASHIER, filled.authority)
    assert browser.get(response.url).status_code == 200
    assert browser.get(f"{response.url}tep/").status_code == 404


def test_long_file_is_written_by_the_worker(filled, enter, monkeypatch):
    monkeypatch.setitem(jobs.AT_ONCE, "CSV", 1)
    browser = enter(filled.officer)
    response = ask(browser)
    page = browser.get(response.url)
    assert page["Refresh"] == "3"
    assert "Chờ ghi tệp: 0 trên 3 hồ sơ" in page.content.decode()
    assert "<progress" in page.content.decode()
    assert browser.get(f"{response.url}tep/").status_code == 404
    assert jobs.write_waiting(timezone.now()) == 1
    assert jobs.write_waiting(timezone.now()) == 0
    page = browser.get(response.url)
    assert "Refresh" not in page
    assert "Đã ghi xong: 3 hồ sơ" in page.content.decode()
    assert len(table(fetched(browser, response))) == 5


def test_progress_is_told_while_it_is_written(filled, monkeypatch):
    monkeypatch.setattr(exporting, "_TELL_EVERY", 1)
    seen = []
    monkeypatch.setattr(jobs, "_beat", lambda job, done: seen.append(done))
    jobs.ask(authority=filled.authority, filters=exporting.Filters(), kind="CSV", delimiter=",", personal=False,
             reason=PURPOSE, by=filled.officer, at=timezone.now())  # fmt: skip
    assert seen == [1, 2, 3]


def test_dead_worker_is_followed_by_another(filled, monkeypatch):
    monkeypatch.setitem(jobs.AT_ONCE, "CSV", 0)
    jobs.ask(authority=filled.authority, filters=exporting.Filters(), kind="CSV", delimiter=",", personal=False,
             reason=PURPOSE, by=filled.officer, at=timezone.now())  # fmt: skip
    waiting = RegisterExport.objects.all()
    waiting.update(state=ExportState.WRITING, beat_at=timezone.now())
    assert jobs.write_waiting(timezone.now()) == 0
    waiting.update(beat_at=timezone.now() - jobs.DEAD - timedelta(seconds=1))
    assert jobs.write_waiting(timezone.now()) == 1
    assert waiting.get().state == ExportState.DONE


def test_worker_asks_again_whether_the_person_may(filled, enter, monkeypatch):
    monkeypatch.setitem(jobs.AT_ONCE, "CSV", 0)
    browser = enter(filled.officer)
    response = ask(browser)
    filled.officer.role_holdings.get(role=Role.FOCAL_OFFICER).delete()
    give_role(filled.officer, Role.CASHIER, filled.authority)
    jobs.write_waiting(timezone.now())
    assert "không có quyền xuất sổ" in browser.get(response.url).content.decode()
    assert not list((settings.PRIVATE_ROOT).glob("*/*.part"))


def test_nobody_keeps_the_worker_busy_alone(filled, enter, monkeypatch):
    monkeypatch.setitem(jobs.AT_ONCE, "CSV", 0)
    browser = enter(filled.officer)
    for _ in range(jobs.MOST_RUNNING):
        assert ask(browser).status_code == 302
    assert "Hãy đợi một lần xong" in ask(browser).content.decode()


def test_file_goes_after_its_day(filled, enter):
    browser = enter(filled.officer)
    response = ask(browser)
    job = RegisterExport.objects.get()
    assert (settings.PRIVATE_ROOT / job.path).exists()
    assert jobs.throw_away(timezone.now()) == 0
    assert not jobs.can_fetch(filled.officer, job, timezone.now() + jobs.KEPT)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("django.db.transaction.on_commit", lambda act: act())
        assert jobs.throw_away(timezone.now() + jobs.KEPT + timedelta(minutes=1)) == 1
    assert not (settings.PRIVATE_ROOT / job.path).exists()
    assert browser.get(f"{response.url}tep/").status_code == 404
    assert "Đã hết hạn tải" in browser.get(response.url).content.decode()


def test_queries_of_the_screen_do_not_grow_with_the_rows(filled, enter, django_assert_max_num_queries):
    browser = enter(filled.officer)
    browser.get(BOOK)
    with django_assert_max_num_queries(45):
        browser.get(BOOK)
