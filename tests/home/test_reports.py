"""Reports: periods as data, figures counted and frozen, two people, differences beside what was sent."""

from copy import deepcopy
from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction

from cms.audit.models import Entry
from cms.audit.verify import verify
from cms.core.errors import DomainError, NotAllowed, StaleView
from cms.core.models import Mail
from cms.core.roles import Role
from home.models import PeriodReport
from home.reports import access, contents, counting, periods, reminding, writing
from home.reports.choices import PartKind, PeriodKind, PeriodState, Preset, ReportState
from home.reports.outline import PartWords, parts_of
from tests.factories import reports as make
from tests.factories.core import give_role, make_person
from tests.factories.moments import day, moment
from tests.factories.plans import Province, fresh
from tests.factories.workflow import Case

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def standing(kept_for_the_file):
    return Province(communes=2)


@pytest.fixture
def province(standing, db):
    return deepcopy(standing)


@pytest.fixture
def office(province):
    return province.below[0]


# --- periods -----------------------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("preset", "first", "last"),
    [
        pytest.param(Preset.STATE_YEAR, date(2025, 12, 15), date(2026, 12, 14), id="15/12 đến 14/12"),
        pytest.param(Preset.CALENDAR_YEAR, date(2026, 1, 1), date(2026, 12, 31), id="năm dương lịch"),
    ],
)
def test_presets_are_two_days(preset, first, last):
    assert periods.days_of(preset, 2026) == (first, last)


@pytest.mark.parametrize(
    ("fields", "field"),
    [
        ({"title": " "}, "title"),
        ({"year": None}, "year"),
        ({"estimated_on": None}, "estimated_on"),  # falls due before the period ends
        ({"estimated_on": date(2026, 12, 1)}, "estimated_on"),  # after the deadline
        ({"estimated_on": date(2025, 12, 14)}, "estimated_on"),  # before the first day
        ({"due_on": date(2026, 12, 20)}, "estimated_on"),  # nothing to estimate
        ({"preset": Preset.OWN_DAYS, "first_on": date(2026, 5, 1)}, "last_on"),
        ({"preset": Preset.OWN_DAYS, "first_on": date(2026, 5, 2), "last_on": date(2026, 5, 1)}, "last_on"),
    ],
)
def test_what_a_period_must_say(province, fields, field):
    with pytest.raises(DomainError) as slip:
        make.drafted(province, **fields)
    assert slip.value.field == field


def test_outline_begins_as_the_decree_asks_and_is_data_from_then_on(province):
    period = make.drafted(province)
    titles = list(period.parts.values_list("title", flat=True))
    assert titles[0] == "Tình hình triển khai và kết quả đạt được"
    assert titles[-1] == "Đề xuất, kiến nghị"

    def act(verb, **more):
        verb(period=period, seen=fresh(period).version, by=province.justice, at=moment("05/10/2026"), **more)

    words = PartWords(PartKind.FIGURES, "Số liệu riêng của tỉnh", figures=["received", "late"])
    act(periods.add_part, words=words)
    last = period.parts.get(title="Số liệu riêng của tỉnh")
    act(periods.move_part, part=last)
    act(periods.remove_part, part=period.parts.get(title="Đề xuất, kiến nghị"))
    act(periods.change_part, part=period.parts.first(), words=PartWords(PartKind.TEXT, "Kết quả"))
    assert list(period.parts.values_list("title", flat=True)) == ["Kết quả", *titles[1:-1], "Số liệu riêng của tỉnh"]
    assert list(period.parts.values_list("position", flat=True)) == list(range(1, len(titles) + 1))
    # The next period of the kind begins with this outline.
    following = make.drafted(province, year=2027)
    assert list(following.parts.values_list("title", flat=True)) == list(period.parts.values_list("title", flat=True))


def test_only_the_justice_department_sets_periods_for_others(province, office):
    for person in (province.office.officer, province.office.head, office.officer, province.auditor):
        with pytest.raises(NotAllowed):
            make.drafted(province, by=person)
    with pytest.raises(NotAllowed):  # and none for a commune
        make.drafted(province, authority=office.authority)


def test_opening_asks_each_body_once_and_shuts_the_outline(province):
    period = make.opened(province)
    asked = period.reports.asked()
    assert {one.authority for one in asked} == {office.authority for office in province.below}
    assert make.gathered_of(period).authority == province.authority
    assert sorted(Mail.objects.filter(kind="report_asked").values_list("to", flat=True)) == [
        "daumoi@xa-1.example",
        "daumoi@xa-2.example",
    ]
    with pytest.raises(DomainError, match="không sửa được nữa"):
        words = PartWords(PartKind.TEXT, "Thêm")
        periods.add_part(period=period, seen=period.version, words=words, by=province.justice, at=moment("07/10/2026"))
    for office in (province.below[0], province.office):
        authorities = [office.authority]
        told = {"period": period, "seen": fresh(period).version, "by": province.justice, "at": moment("07/10/2026")}
        if office is province.office:
            periods.ask_more(authorities=authorities, **told)  # the province's own register is one, too
        else:
            with pytest.raises(DomainError, match="chưa có trong kỳ"):
                periods.ask_more(authorities=authorities, **told)
    assert period.reports.asked().count() == 3


def test_opening_needs_the_paper_that_asks(province):
    period = make.drafted(province, basis="")
    with pytest.raises(DomainError, match="Căn cứ"):
        periods.open_period(period=period, seen=period.version, by=province.justice, at=moment("06/10/2026"))


def test_nobody_sees_a_draft_but_who_keeps_it(province, office):
    period = make.drafted(province)
    assert access.visible_periods(province.justice).filter(pk=period.pk).exists()
    assert not access.visible_periods(office.officer).exists()
    opened = make.opened(province, year=2025)
    assert list(access.visible_periods(office.officer)) == [opened]


def test_deadline_moves_with_a_reason_and_never_before_what_is_counted(province):
    period = make.opened(province)
    told = {"period": period, "seen": period.version, "by": province.justice, "at": moment("20/10/2026")}
    for due_on, reason in ((date(2026, 12, 5), " "), (date(2026, 11, 14), "Sớm hơn")):
        with pytest.raises(DomainError):
            periods.move_deadline(due_on=due_on, reason=reason, **told)
    moved = periods.move_deadline(due_on=date(2026, 12, 5), reason="Mưa lũ", **told)
    assert (moved.due_on, moved.estimated_on) == (date(2026, 12, 5), date(2026, 11, 15))


# --- an authority's report ---------------------------------------------------------------------------------------
def test_report_goes_out_through_two_people_and_is_taken_by_a_third(province, office):
    period = make.opened(province)
    report = make.filled(make.report_of(period, office), office.officer)
    assert report.state == ReportState.DRAFT
    with pytest.raises(NotAllowed):
        writing.submit(report=report, seen=report.version, by=office.officer, at=moment("20/11/2026"))
    both = make_person("Hai vai", Role.FOCAL_OFFICER, authority=office.authority)
    give_role(both, Role.SIGNER, office.authority)
    part = next(part for part in parts_of(report) if part.kind == PartKind.TEXT)
    writing.write(report=report, seen=report.version, texts={part.pk: "Sửa"}, by=both, at=moment("19/11/2026"))
    with pytest.raises(NotAllowed, match="người thứ hai"):
        writing.submit(report=report, seen=fresh(report).version, by=both, at=moment("20/11/2026"))
    writing.submit(report=report, seen=fresh(report).version, by=office.head, at=moment("20/11/2026"))
    with pytest.raises(NotAllowed):
        writing.accept(report=report, seen=fresh(report).version, by=office.head, at=moment("21/11/2026"))
    report = make.accepted(report, province.justice)
    assert (report.state, report.decided_by) == (ReportState.ACCEPTED, province.justice)
    assert verify().problem is None


def test_nothing_is_sent_unwritten_or_uncounted(province, office):
    report = make.report_of(make.opened(province), office)
    at = moment("16/11/2026")
    with pytest.raises(DomainError, match="chưa có số liệu"):
        writing.submit(report=report, seen=report.version, by=office.head, at=at)
    writing.fill(report=report, seen=report.version, by=office.officer, at=at)
    with pytest.raises(DomainError, match="“Nguyên nhân”"):
        writing.submit(report=report, seen=fresh(report).version, by=office.head, at=at)


def test_figures_are_counted_up_to_the_estimated_day_and_never_beyond_today(province, office):
    period = make.opened(province)
    for on in ("10/11/2026", "15/11/2026", "16/11/2026"):
        Case.sent(office, on=on)
    report = make.report_of(period, office)
    writing.fill(report=report, seen=report.version, by=office.officer, at=moment("12/11/2026 17:00"))
    report = fresh(report)
    assert (report.counted_to, report.figures["received"]) == (day("12/11/2026"), {"": 1})
    with pytest.raises(DomainError, match="mới tính đến ngày 12/11/2026"):
        writing.submit(report=report, seen=report.version, by=office.head, at=moment("20/11/2026"))
    writing.fill(report=report, seen=report.version, by=office.officer, at=moment("18/11/2026"))
    report = fresh(report)
    assert (report.counted_to, report.figures["received"]) == (day("15/11/2026"), {"": 2})
    assert "ước tính đến ngày 15/11/2026" in contents.period_words(report)


def test_sent_figures_stay_and_what_changed_since_stands_beside_them(province, office):
    period = make.opened(province)
    Case.sent(office, on="10/11/2026")
    report = make.sent(period, office)
    frozen, mark = report.figures, report.figures_sha256
    assert not writing.differences(report)
    Case.sent(office, on="11/11/2026")  # entered late, received within the period
    report = fresh(report)
    assert (report.figures, report.figures_sha256) == (frozen, mark)
    assert writing.is_whole(report)
    changed = {(one.label, one.part): (one.sent, one.now) for one in writing.differences(report)}
    assert changed["Yêu cầu đã nhận", ""] == (1, 2)
    for verb, words in ((writing.fill, {}), (writing.write, {"texts": {}})):
        with pytest.raises(DomainError, match="đã nộp"):
            verb(report=report, seen=report.version, by=office.officer, at=moment("21/11/2026"), **words)


def test_hash_tells_of_a_changed_figure(province, office):
    Case.sent(office, on="10/11/2026")
    report = make.sent(make.opened(province), office)
    report.figures["received"][""] += 1
    assert not writing.is_whole(report)
    entry = Entry.objects.filter(kind="period_report.submitted").get()
    assert report.figures_sha256.encode() in bytes(entry.payload)


def test_words_of_the_day_are_frozen_with_the_figures(province, office):
    report = make.sent(make.opened(province), office)
    received = next(one for one in report.definitions if one["code"] == "received")
    assert received["label"] == "Yêu cầu đã nhận"
    assert received["meaning"].startswith("Yêu cầu có ngày nhận trong kỳ")
    assert "13/2018" in received["article"]


def test_returned_report_is_mended_counted_anew_and_sent_again(province, office):
    Case.sent(office, on="10/11/2026")
    report = make.returned(make.sent(make.opened(province), office), province.justice)
    assert Mail.objects.filter(kind="period_report_returned").count() == 1
    Case.sent(office, on="11/11/2026")
    report = make.filled(report, office.officer, on="24/11/2026")
    assert (report.state, report.figures["received"]) == (ReportState.RETURNED, {"": 2})
    writing.submit(report=report, seen=report.version, by=office.head, at=moment("25/11/2026"))
    report = fresh(report)
    assert (report.state, report.decided_by) == (ReportState.SUBMITTED, None)
    # What was sent at first is still told by the history.
    first = report.history.filter(state=ReportState.SUBMITTED).last()
    assert first.figures["received"] == {"": 1}


def test_two_at_once_the_slower_one_is_told(province, office):
    report = make.report_of(make.opened(province), office)
    seen = report.version
    writing.fill(report=report, seen=seen, by=office.officer, at=moment("16/11/2026"))
    with pytest.raises(StaleView):
        writing.write(report=report, seen=seen, texts={}, by=office.officer, at=moment("16/11/2026"))


def test_database_holds_two_people_and_whole_reports(province, office):
    report = make.sent(make.opened(province), office)
    for fields in (
        {"state": ReportState.ACCEPTED, "decided_by": report.submitted_by, "decided_at": moment("23/11/2026")},
        {"figures_sha256": ""},
        {"state": ReportState.RETURNED, "decided_by": province.justice, "decided_at": moment("23/11/2026")},
        {"number": "12"},
    ):
        one = fresh(report)
        for name, value in fields.items():
            setattr(one, name, value)
        with pytest.raises(IntegrityError), transaction.atomic():
            one.save()


# --- who sees ----------------------------------------------------------------------------------------------------
def test_others_read_a_report_only_once_it_was_sent(province, office):
    period = make.opened(province)
    report = make.filled(make.report_of(period, office), office.officer)

    def read_by(person):
        return access.visible_reports(person).filter(pk=report.pk).exists()

    assert (read_by(office.head), read_by(province.justice), read_by(province.below[1].head)) == (True, False, False)
    writing.submit(report=report, seen=report.version, by=office.head, at=moment("20/11/2026"))
    assert (read_by(province.justice), read_by(province.below[1].head)) == (True, False)
    make.returned(report, province.justice)
    assert not read_by(province.justice)


def test_focal_units_summary_to_its_own_head(province, office):
    period = make.drafted(
        province,
        kind=PeriodKind.OWN,
        authority=office.authority,
        by=office.officer,
        title="Công tác cung cấp thông tin",
    )
    periods.open_period(period=period, seen=period.version, by=office.officer, at=moment("06/10/2026"))
    report = make.filled(make.report_of(period, office), office.officer)
    assert not any(part.kind in ("MISSING", "BY_AUTHORITY") for part in parts_of(report))
    chief = make_person("Chánh Văn phòng", Role.FOCAL_HEAD, authority=office.authority)
    writing.submit(report=report, seen=report.version, by=chief, at=moment("20/11/2026"))
    assert not access.visible_reports(province.justice).exists()
    with pytest.raises(NotAllowed):
        writing.accept(report=report, seen=fresh(report).version, by=province.justice, at=moment("21/11/2026"))


# --- numbering ---------------------------------------------------------------------------------------------------
def test_registry_numbers_the_signed_report_and_its_words_stay(province, office, settings, tmp_path):
    settings.PRIVATE_ROOT = tmp_path
    report = make.sent(make.opened(province), office)
    told = {"number": "57", "symbol": "BC-UBND", "issued_on": day("20/11/2026"), "at": moment("20/11/2026")}
    with pytest.raises(NotAllowed):
        writing.number(report=report, seen=report.version, by=office.officer, **told)
    writing.number(report=report, seen=report.version, by=office.registry, **told)
    report = fresh(report)
    assert report.label == "57/BC-UBND"
    assert "57/BC-UBND" in report.html
    assert (tmp_path / report.pdf_path).read_bytes().startswith(b"%PDF-")
    with pytest.raises(DomainError, match="đã có số"):
        writing.number(report=report, seen=report.version, by=office.registry, **told)
    with pytest.raises(DomainError, match="đã có số văn bản"):
        make.returned(report, province.justice)


# --- reminders ---------------------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("on", "told", "expected"),
    [
        pytest.param("10/11/2026", [], False, id="còn 20 ngày"),
        pytest.param("16/11/2026", [], True, id="còn 14 ngày"),
        pytest.param("18/11/2026", [], True, id="ngày 14 là ngày nghỉ"),
        pytest.param("18/11/2026", ["16/11/2026"], False, id="đã nhắc mốc 14"),
        pytest.param("27/11/2026", ["16/11/2026"], True, id="còn 3 ngày"),
        pytest.param("28/11/2026", ["27/11/2026"], False, id="đã nhắc mốc 3"),
        pytest.param("01/12/2026", ["27/11/2026"], True, id="vừa quá hạn"),
        pytest.param("04/12/2026", ["01/12/2026"], False, id="quá hạn, nhắc ba ngày trước"),
        pytest.param("08/12/2026", ["01/12/2026"], True, id="quá hạn, nhắc bảy ngày trước"),
    ],
)
def test_when_the_worker_reminds(on, told, expected):
    period = type("Period", (), {"due_on": date(2026, 11, 30)})
    report = type("Report", (), {"period": period})
    assert reminding.is_due(report, day(on), [day(one) for one in told]) is expected


def test_reminders_go_to_those_who_owe_once_a_day(province, office):
    period = make.opened(province)
    make.sent(period, office)
    at = moment("27/11/2026")
    assert (reminding.remind_due(at), reminding.remind_due(at)) == (1, 0)
    assert list(Mail.objects.filter(kind="report_reminder").values_list("to", flat=True)) == ["daumoi@xa-2.example"]
    other = make.report_of(period, province.below[1])
    told = {"period": period, "seen": None, "reports": [other], "by": province.justice}
    with pytest.raises(DomainError, match="đã được nhắc hôm nay"):
        reminding.remind(at=at, **told)
    assert reminding.remind(at=at + timedelta(days=1), **told) == 1


def test_ended_period_takes_no_more_reports_but_keeps_what_came(province, office):
    period = make.opened(province)
    report = make.sent(period, office)
    periods.close_period(
        period=period, seen=fresh(period).version, reason="Hết hạn", by=province.justice, at=moment("15/12/2026")
    )
    assert fresh(period).state == PeriodState.CLOSED
    late = make.report_of(period, province.below[1])
    with pytest.raises(DomainError, match="đã kết thúc"):
        writing.fill(report=late, seen=late.version, by=province.below[1].officer, at=moment("16/12/2026"))
    assert make.accepted(report, province.justice, on="16/12/2026").state == ReportState.ACCEPTED
    assert PeriodReport.objects.arrived().filter(period=period).count() == 1


def test_totals_of_divisions_are_shown_once():
    definition = {"parts": [["POST", "Bưu điện"]], "of": "received", "measure": "REQUEST", "overlaps": False}
    whole = {"parts": [], "of": "", "measure": "REQUEST", "overlaps": False}
    words = {"group_label": "Tiếp nhận", "measure_label": "yêu cầu", "meaning": "", "article": ""}
    counted = counting.Counted(
        {"received": {"": 3}, "received_channel": {"POST": 2, "OLD": 1}},
        [{"code": "received", "label": "Đã nhận"} | whole | words]
        + [{"code": "received_channel", "label": "Theo kênh"} | definition | words],
    )
    ((_heading, lines),) = counting.lines(counted)
    assert [(one.label, one.amount) for one in lines] == [
        ("Đã nhận", 3),
        ("Theo kênh", None),
        ("Bưu điện", 2),
        ("OLD", 1),  # a part that the law of today does not name any more
    ]
