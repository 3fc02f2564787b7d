"""Bringing in another register: each row once, all rows or none, under the law of the day of sending."""

from dataclasses import replace
from datetime import date

import pytest
from django.core.management import CommandError, call_command

from cms.audit.models import Entry
from cms.audit.verify import verify
from cms.core.errors import DomainError, NotAllowed
from cms.core.models import Mail
from tests.factories.core import make_house
from tests.factories.moments import day, moment
from tests.factories.workflow import answers
from tests.workflow.services.test_import_table import as_csv
from workflow.models import InformationRequest
from workflow.services.importing import Incoming, Slip, bring_in

pytestmark = pytest.mark.django_db
AT = moment("20/11/2026")


@pytest.fixture
def house():
    return make_house()


def incoming(number="H1", **fields):
    known = {
        "line": 2,
        "external_number": number,
        "external_source": "Bộ phận Một cửa",
        "answers": answers(),
        "channel": "ONE_STOP",
        "sent_on": day("02/11/2026"),
        "received_on": day("03/11/2026"),
    }
    return Incoming(**known | fields)


def bring(house, *rows, apply=True, slips=(), by=None):
    return bring_in(authority=house.authority, rows=rows, slips=list(slips), by=by or house.officer, at=AT, apply=apply)


def only():
    return InformationRequest.objects.get()


# --- what a row becomes ------------------------------------------------------------------------------------------


def test_running_case_counts_from_its_true_day(house):
    report = bring(house, incoming(promised_on=day("13/11/2026")))
    row = only()
    assert (report.new, report.doubles, report.slips) == (1, 0, [])
    assert report.codes == [row.code]
    assert (row.status, row.rule_set.code) == ("RECEIVED", "L26")
    assert (row.sent_on, row.received_on, row.complete_on) == (day("02/11/2026"), day("03/11/2026"), day("03/11/2026"))
    assert row.due_on == day("16/11/2026")
    assert row.told_due_on == row.due_on
    assert (row.external_number, row.external_source, row.promised_on) == ("H1", "Bộ phận Một cửa", day("13/11/2026"))
    assert row.entered_by == house.officer
    assert row.pieces.get().description == row.description


def test_accepted_case_keeps_its_valid_day(house):
    bring(house, incoming(valid_on=day("05/11/2026")))
    row = only()
    assert (row.status, row.valid_on, row.due_on) == ("ACCEPTED", day("05/11/2026"), day("17/11/2026"))
    assert row.accepted_by == house.officer


def test_day_of_sending_chooses_the_law(house):
    bring(house, incoming(sent_on=day("31/08/2026"), received_on=day("03/09/2026"), valid_on=day("03/09/2026")))
    row = only()
    assert row.rule_set.code == "L16"
    assert row.due_on == day("24/09/2026")


@pytest.mark.parametrize(
    ("ending", "outcome"),
    [("PROVIDED", "PROVIDE"), ("PROVIDED_PARTLY", "PROVIDE_PARTLY"), ("REFUSED", "REFUSE"), ("WITHDRAWN", "")],
)
def test_ended_case_has_its_ending(house, ending, outcome):
    bring(house, incoming(ending=ending, outcome_on=day("10/11/2026"), remark="Điều 27.2"))
    row = only()
    assert (row.status, row.outcome_on, row.closed_at) == (ending, day("10/11/2026"), AT)
    assert row.due_on == day("16/11/2026")
    assert row.pieces.get().outcome == outcome
    assert row.notes.get().text == "Điều 27.2"


def test_redirected_case_names_where(house):
    bring(house, incoming(ending="REDIRECTED", outcome_on=day("10/11/2026"), redirected_to="Sở Y tế"))
    assert only().redirected_to == "Sở Y tế"


def test_letter_by_post_is_answered_on_paper(house):
    bring(house, incoming(channel="POST"))
    assert only().posted_on_paper


def test_date_that_was_told_stands_within_the_law(house):
    bring(house, incoming(told_due_on=day("20/11/2026")))
    assert only().due_on == day("20/11/2026")


def test_date_that_was_told_never_shortens_the_term(house):
    bring(house, incoming(told_due_on=day("05/11/2026")))
    assert only().due_on == day("16/11/2026")


def test_nobody_is_mailed(house):
    bring(house, incoming(), incoming("H2"))
    assert not Mail.objects.exists()


def test_each_case_is_on_record(house):
    bring(house, incoming())
    entry = Entry.objects.get(kind="request.imported")
    assert entry.subject_id == str(only().pk)
    assert b"Nguy" not in bytes(entry.payload)
    assert verify().problem is None


# --- each once, all or none --------------------------------------------------------------------------------------


def test_second_import_brings_nothing_new(house):
    bring(house, incoming(), incoming("H2"))
    report = bring(house, incoming(), incoming("H2"), incoming("H3"))
    assert (report.new, report.doubles) == (1, 2)
    assert InformationRequest.objects.count() == 3


def test_same_number_of_another_source_is_another_case(house):
    bring(house, incoming(), incoming(external_source="Cổng Dịch vụ công quốc gia"))
    assert InformationRequest.objects.count() == 2


def test_same_number_in_another_authority_is_another_case(house):
    bring(house, incoming())
    bring(make_house(), incoming())


def test_double_within_the_file_is_a_slip(house):
    report = bring(house, incoming(), incoming(line=7))
    assert [str(slip) for slip in report.slips] == ["Dòng 7, cột “Mã hồ sơ ngoài”: trùng với dòng 2"]
    assert not InformationRequest.objects.exists()


def test_dry_run_checks_everything_and_keeps_nothing(house):
    report = bring(house, incoming(), incoming("H2", line=3), apply=False)
    assert (report.new, report.codes) == (2, [])
    assert not InformationRequest.objects.exists()
    assert not Entry.objects.filter(kind="request.imported").exists()


def test_one_slip_keeps_all_out(house):
    report = bring(house, incoming(), incoming("H2", line=3, sent_on=day("04/11/2026")))
    assert [str(slip) for slip in report.slips] == ["Dòng 3, cột “Ngày gửi”: sau ngày nhận"]
    assert not InformationRequest.objects.exists()


def test_slip_of_reading_keeps_all_out(house):
    report = bring(house, incoming(), slips=[Slip(5, "Ngày gửi", "còn trống")])
    assert report.new == 1
    assert not InformationRequest.objects.exists()


@pytest.mark.parametrize(
    ("fields", "column", "sentence"),
    [
        ({"received_on": day("21/11/2026")}, "Ngày nhận", "ở tương lai"),
        ({"valid_on": day("02/11/2026")}, "Ngày hợp lệ", "phải từ ngày nhận đến hôm nay"),
        ({"valid_on": day("21/11/2026")}, "Ngày hợp lệ", "phải từ ngày nhận đến hôm nay"),
        ({"ending": "PROVIDED"}, "Ngày kết thúc", "cần ngày kết thúc"),
        ({"ending": "PROVIDED", "outcome_on": day("01/11/2026")}, "Ngày kết thúc", "phải từ ngày nhận đến hôm nay"),
        ({"outcome_on": day("10/11/2026")}, "Kết quả", "cần kết quả"),
        ({"ending": "REDIRECTED", "outcome_on": day("10/11/2026")}, "Cơ quan có trách nhiệm", "ghi cơ quan"),
        ({"channel": "FAX"}, "Kênh gửi", "Luật 01/2026/QH16 không có cách gửi này"),
        ({"answers": answers(delivery="FAX")}, "Cách nhận", "Luật 01/2026/QH16 không có cách nhận này"),
        ({"sent_on": date(2017, 1, 2), "received_on": date(2017, 1, 3)}, "Ngày gửi", "chưa có bộ quy định nào"),
        ({"told_due_on": day("01/12/2026")}, "Hạn đã báo", "chậm nhất ngày 30/11/2026, kể cả gia hạn"),
    ],
)
def test_slip_of_the_procedure(house, fields, column, sentence):
    (slip,) = bring(house, incoming(**fields)).slips
    assert slip.column == column
    assert sentence in slip.sentence


def test_simple_request_of_2016_cannot_have_been_extended(house):
    simple = incoming(
        sent_on=day("10/08/2026"), received_on=day("10/08/2026"), complexity="SIMPLE", told_due_on=day("14/08/2026")
    )
    (slip,) = bring(house, simple).slips
    assert "chậm nhất ngày 13/08/2026" in slip.sentence


def test_only_who_may_enter_may_bring_in(house):
    with pytest.raises(NotAllowed):
        bring(house, incoming(), by=house.signer)


def test_authority_without_a_focal_unit_takes_nothing(house):
    house.focal_unit.is_active = False
    house.focal_unit.save()
    with pytest.raises(DomainError, match="chưa có đơn vị đầu mối"):
        bring(house, incoming())


def test_typed_formula_stays_text(house):
    bring(house, replace(incoming(), answers=answers(description='=HYPERLINK("http://x")')))
    assert only().description == '=HYPERLINK("http://x")'


# --- the command -------------------------------------------------------------------------------------------------


@pytest.fixture
def run(house, tmp_path, capsys):
    """run(content, apply=True) → what the command printed."""

    def run(content, name="so.csv", **options):
        path = tmp_path / name
        path.write_bytes(content)
        call_command("import_requests", str(path), authority=house.authority.code, by=house.officer.username, **options)
        return capsys.readouterr().out

    return run


def test_command_looks_first(run):
    printed = run(as_csv({}))
    assert "Mới: 1. Đã có trong sổ: 0. Lỗi: 0." in printed
    assert "Thêm --apply để ghi." in printed
    assert not InformationRequest.objects.exists()


def test_command_writes_when_told_to(run):
    printed = run(as_csv({}, {"Mã hồ sơ ngoài": "H2"}), apply=True)
    assert "Đã ghi 2 hồ sơ" in printed
    assert InformationRequest.objects.count() == 2
    assert "Đã có trong sổ: 2" in run(as_csv({}, {"Mã hồ sơ ngoài": "H2"}), apply=True)


def test_command_reports_each_slip_and_fails(run, capsys):
    with pytest.raises(CommandError, match="Chưa ghi gì"):
        run(as_csv({"Ngày gửi": "x"}, {"Mã hồ sơ ngoài": "H2", "Điện thoại": "1"}), apply=True)
    printed = capsys.readouterr().out
    assert "Dòng 2, cột “Ngày gửi”" in printed
    assert "Dòng 3, cột “Điện thoại”" in printed
    assert not InformationRequest.objects.exists()


def test_command_tells_unused_columns(run):
    content = as_csv({}).decode("utf-8-sig").replace('"Ghi chú"', '"Màu giấy"').encode()
    assert "Cột “Màu giấy” không dùng đến." in run(content)


@pytest.mark.parametrize(
    ("options", "sentence"),
    [
        ({"authority": "khong-co"}, "Không có cơ quan có mã “khong-co”"),
        ({"by": "khong-ai"}, "Không có tài khoản “khong-ai”"),
    ],
)
def test_command_names_what_is_not_there(house, tmp_path, options, sentence):
    path = tmp_path / "so.csv"
    path.write_bytes(as_csv({}))
    known = {"authority": house.authority.code, "by": house.officer.username}
    with pytest.raises(CommandError, match=sentence):
        call_command("import_requests", str(path), **known | options)


def test_command_says_why_a_file_cannot_be_read(run, house, tmp_path):
    with pytest.raises(CommandError, match="Bảng thiếu cột"):
        run(b"A,B\n1,2")
    missing = str(tmp_path / "khong-co.csv")
    with pytest.raises(CommandError, match="khong-co"):
        call_command("import_requests", missing, authority=house.authority.code, by=house.officer.username)


def test_command_refuses_who_may_not_enter(house, tmp_path):
    path = tmp_path / "so.csv"
    path.write_bytes(as_csv({}))
    with pytest.raises(CommandError, match="không có vai trò"):
        call_command("import_requests", str(path), authority=house.authority.code, by=house.signer.username)
