"""Reports: one writes, another sends, the issuer accepts or returns; late is counted from the row's own deadline."""

from copy import deepcopy

import pytest

from cms.audit.verify import verify
from cms.core.errors import DomainError, NotAllowed
from cms.core.models import Mail
from cms.core.roles import Role
from home.models import PlanFile
from home.plans import access, files, progress, reporting
from home.plans.choices import AssignmentState, Period, ReportState
from tests.factories.core import make_person
from tests.factories.moments import day, moment
from tests.factories.plans import Province, accept, fresh, given, report, task, write
from tests.factories.workflow import stored_file

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def standing(kept_for_the_file):
    return Province(communes=2)


@pytest.fixture
def province(standing, db):
    return deepcopy(standing)


def release(assignment, by, on="20/10/2026"):
    one = fresh(assignment)
    return reporting.release_report(assignment=one, seen=one.version, by=by, at=moment(on))


def send_back(assignment, by, reason="Thiếu minh chứng", on="25/10/2026"):
    one = fresh(assignment)
    return reporting.return_report(assignment=one, seen=one.version, reason=reason, by=by, at=moment(on))


def test_report_goes_out_through_two_people(province):
    office = province.below[0]
    row = given(province.issued(), office)
    write(row, office)
    assert fresh(row).state == AssignmentState.DRAFTED
    with pytest.raises(NotAllowed):
        release(row, office.officer)  # holds no office that lets go
    both = make_person("Hai vai", Role.FOCAL_HEAD, authority=office.authority)
    one = fresh(row)
    words = reporting.ReportWords("Bổ sung số liệu")
    reporting.write_report(assignment=one, seen=one.version, words=words, by=both, at=moment("20/10/2026"))
    with pytest.raises(NotAllowed, match="người thứ hai"):
        release(row, both)  # has written a part of it
    release(row, office.head)
    row = fresh(row)
    assert (row.state, row.reported_on) == (AssignmentState.SENT, day("20/10/2026"))
    assert verify().problem is None


def test_draft_is_the_authoritys_own_until_it_is_sent(province):
    office = province.below[0]
    row = given(province.issued(), office)
    write(row, office)
    assert not access.visible_reports(province.justice).exists()
    assert access.visible_reports(office.head).exists()
    release(row, office.head)
    assert access.visible_reports(province.justice).exists()
    assert not access.visible_reports(province.below[1].head).exists()


def test_accepted_report_ends_a_single_task(province):
    office = province.below[0]
    row = report(given(province.issued(), office), office)
    row = accept(row, province.justice)
    assert row.state == AssignmentState.ACCEPTED
    with pytest.raises(DomainError, match="Báo cáo đã gửi"):
        write(row, office)


def test_returned_report_counts_as_not_reported_and_the_new_day_counts(province):
    office = province.below[0]
    plan = province.issued()
    row = report(given(plan, office), office)
    send_back(row, province.justice)
    row = fresh(row)
    assert (row.state, row.reported_on) == (AssignmentState.RETURNED, None)
    assert Mail.objects.get(kind="report_returned").to == "daumoi@xa-1.example"
    row = report(row, office, on="03/11/2026")
    assert row.days_late(day("20/11/2026")) == 3
    assert list(row.reports.values_list("state", flat=True)) == [ReportState.SENT, ReportState.RETURNED]


def test_return_needs_a_reason_and_something_to_return(province):
    office = province.below[0]
    row = given(province.issued(), office)
    with pytest.raises(DomainError, match="chờ nhận"):
        send_back(row, province.justice)
    report(row, office)
    with pytest.raises(DomainError) as slip:
        send_back(row, province.justice, reason=" ")
    assert slip.value.field == "reason"


@pytest.mark.parametrize("who", ["auditor", "own head", "other commune"])
def test_only_the_issuers_side_accepts(province, who):
    office = province.below[0]
    row = report(given(province.issued(), office), office)
    by = {"auditor": province.auditor, "own head": office.head, "other commune": province.below[1].officer}[who]
    with pytest.raises(NotAllowed):
        accept(row, by)


def test_province_does_not_accept_its_own_report_by_the_same_hands(province):
    office = province.office
    plan = province.issued(tasks=[(task(), [province.authority])])
    row = report(given(plan, office), office)
    with pytest.raises(NotAllowed, match="người thứ hai"):
        accept(row, office.officer)
    assert accept(row, province.justice).state == AssignmentState.ACCEPTED


@pytest.mark.parametrize(
    ("fields", "field"), [({"text": " "}, "text"), ({"text": "Đã làm"}, "figure")], ids=["no words", "no figure"]
)
def test_report_slip_stands_at_its_field(province, fields, field):
    office = province.below[0]
    plan = province.issued(tasks=[(task(figure_label="số người dự"), [office.authority])])
    with pytest.raises(DomainError) as slip:
        write(given(plan, office), office, **fields)
    assert slip.value.field == field


def test_quarterly_task_comes_back_until_its_end(province):
    office = province.below[0]
    words = task("Tuyên truyền", period=Period.QUARTERLY, due_on=day("31/12/2026"))
    row = given(province.issued(on="15/07/2026", tasks=[(words, [office.authority])]), office)
    assert row.due_on == day("30/09/2026")
    row = accept(report(row, office, on="25/09/2026"), province.justice, on="28/09/2026")
    assert (row.state, row.due_on, row.reported_on) == (AssignmentState.OPEN, day("31/12/2026"), None)
    row = accept(report(row, office, on="20/12/2026"), province.justice, on="22/12/2026")
    assert row.state == AssignmentState.ACCEPTED
    assert [one.due_on for one in row.reports.order_by("pk")] == [day("30/09/2026"), day("31/12/2026")]


def test_continuous_task_is_never_late_and_never_done(province):
    office = province.below[0]
    words = task("Cập nhật cổng", period=Period.CONTINUOUS, due_on=None)
    row = given(province.issued(tasks=[(words, [office.authority])]), office)
    assert row.days_late(day("31/12/2026")) == 0
    row = accept(report(row, office), province.justice)
    assert (row.state, row.due_on) == (AssignmentState.OPEN, None)


@pytest.mark.parametrize(
    ("reported", "today", "days", "told"),
    [
        (None, "31/10/2026", 0, "Chưa báo cáo"),
        (None, "01/11/2026", 1, "Quá hạn 1 ngày"),
        ("31/10/2026", "20/11/2026", 0, "Báo cáo ngày 31/10/2026"),
        ("05/11/2026", "20/11/2026", 5, "Báo cáo ngày 05/11/2026, chậm 5 ngày"),
    ],
)
def test_late_is_counted_from_the_deadline_to_the_report_or_to_today(province, reported, today, days, told):
    office = province.below[0]
    row = given(province.issued(), office)
    if reported:
        row = report(row, office, on=reported)
    assert row.days_late(day(today)) == days
    assert progress.standing(row, day(today))[0] == told


def test_evidence_file_replaces_the_one_before_and_is_scanned(province, settings, monkeypatch):
    office = province.below[0]
    row = given(province.issued(), office)
    write(row, office, file=stored_file("mot.pdf", role="ANSWER"))
    second = stored_file("hai.pdf", role="ANSWER")
    write(row, office, file=type(second)(**{**second.__dict__, "state": "QUARANTINE"}))
    kept = PlanFile.objects.get(removed_at=None)
    assert (kept.name, kept.state) == ("hai.pdf", "QUARANTINE")
    assert files.scan_waiting(moment("20/10/2026")) == 0  # no scanner is configured
    monkeypatch.setattr("cms.core.scanner.is_configured", lambda: True)
    monkeypatch.setattr("cms.core.scanner.scan", lambda path: "")
    assert files.scan_waiting(moment("20/10/2026")) == 1
    assert PlanFile.objects.get(pk=kept.pk).state == "CLEAN"
    assert verify().problem is None
