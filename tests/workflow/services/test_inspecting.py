"""The release gate: what hides in a file holds it, people settle it, a second person confirms, and only then it leaves."""

from datetime import timedelta

import pytest
from django.conf import settings as django_settings
from django.db import IntegrityError, transaction

from cms.audit.models import Entry
from cms.core import files
from cms.core.errors import DomainError, NotAllowed
from cms.core.inspection import apart, reading
from cms.core.inspection.found import CannotClean, Found, Kind
from tests.factories import dirty_files
from tests.factories.moments import moment
from tests.factories.workflow import Case
from workflow import access
from workflow.choices import FileRole, FileState, Inspection
from workflow.models import Attachment
from workflow.services import delivery, inspecting, scanning
from workflow.services.answers import StoredFile
from workflow.transitions import ImpossibleMove

pytestmark = pytest.mark.django_db
AT = moment("04/11/2026")
DIRTY = {one.name: one for one in dirty_files.DIRTY}
HIDDEN_ROW, COVERED, AUTHOR, NOT_APPLIED = "hang-an.xlsx", "duoi-o-den.pdf", "nguoi-soan.docx", "che-chua-xong.pdf"


def look_here(name, content, *, want_copy=False):
    """The same look without a process of its own."""
    ending = name.rpartition(".")[2]
    found = tuple(reading.inspect(ending, content))
    try:
        return apart.Looked(found, reading.clean(ending, content) if want_copy and found else None)
    except CannotClean:
        return apart.Looked(found)


@pytest.fixture(autouse=True)
def here(monkeypatch):
    monkeypatch.setattr(apart, "look", look_here)


def kept(name, content=None) -> StoredFile:
    """A file on disk, as the desk's form hands it over."""
    content = dirty_files.content_of(DIRTY[name]) if content is None else content
    stored = files.keep(name, content, files.FROM_STAFF)
    return StoredFile(**vars(stored), state=scanning.first_state(), role="ANSWER")


@pytest.fixture
def case(house):
    return Case.sent(house, on="03/11/2026").accept().review()


@pytest.fixture
def with_file(case):
    def add(name, content=None, **words):
        case.add_file(kept(name, content), **words)
        inspecting.inspect_waiting(AT)
        return case, case.answer_file

    return add


# --- looking -----------------------------------------------------------------------------------------------------
def test_a_file_that_nobody_looked_through_is_not_checked(case):
    case.add_file(kept("loi.txt", b"abc"))
    assert case.answer_file.inspection == Inspection.WAITING
    with pytest.raises(DomainError, match="chưa được tìm dữ liệu ẩn xong"):
        case.check_file()


def test_clean_files_pass_untouched(case):
    clean = dict(dirty_files.clean_files())
    for name, content in clean.items():
        case.add_file(kept(name, content))
    assert inspecting.inspect_waiting(AT, limit=len(clean)) == len(clean) >= 25
    files_now = Attachment.objects.filter(info_request=case.pk, role=FileRole.ANSWER)
    assert {(file.inspection, file.was_found, file.made.exists()) for file in files_now} == {
        (Inspection.CLEAR, False, False)
    }
    assert {file.name: (django_settings.PRIVATE_ROOT / file.path).read_bytes() for file in files_now} == clean


def test_a_clean_file_needs_one_look_by_a_second_person(with_file):
    case, _file = with_file("loi.txt", b"abc")
    case.check_file().release_file()


def test_what_hides_holds_the_file_with_its_place(with_file):
    case, file = with_file(COVERED)
    finding = file.file_findings.get()
    assert (str(finding), finding.holds) == ("Chữ nằm dưới chỗ che vẫn chọn và sao chép được: trang 2", True)
    with pytest.raises(DomainError, match="còn dữ liệu ẩn chưa xử lý"):
        case.check_file()
    entry = Entry.objects.filter(kind="request.file_inspected").latest("seq")
    assert dirty_files.SECRET not in bytes(entry.payload).decode()


def test_what_could_not_be_looked_through_is_held(case, monkeypatch):
    monkeypatch.setattr(apart, "look", lambda *args, **words: apart.Looked((Found(Kind.NOT_FINISHED),)))
    case.add_file(kept("loi.txt", b"abc"))
    inspecting.inspect_waiting(AT)
    assert case.answer_file.inspection == Inspection.HELD


def test_a_file_gone_from_the_disk_is_held(case):
    file = kept("loi.txt", b"abc")
    files.drop(file.path)
    case.add_file(file)
    inspecting.inspect_waiting(AT)
    assert case.answer_file.file_findings.get().kind == Kind.UNREADABLE


def test_one_turn_looks_through_a_few_and_each_once(case):
    for number in range(inspecting.BATCH + 1):
        case.add_file(kept("loi.txt", b"abc%d" % number))
    assert [inspecting.inspect_waiting(AT) for _turn in range(3)] == [inspecting.BATCH, 1, 0]


def test_a_file_in_quarantine_waits_for_the_scanner(case, settings):
    settings.CLAMD_ADDRESS = "127.0.0.1:1"
    case.add_file(kept("loi.txt", b"abc"))
    assert inspecting.inspect_waiting(AT) == 0


def test_another_worker_may_have_been_faster(case, monkeypatch):
    case.add_file(kept("loi.txt", b"abc"))

    def look(*args, **words):
        monkeypatch.setattr(apart, "look", look_here)
        inspecting.inspect_waiting(AT)
        return apart.Looked((Found(Kind.UNREADABLE),))

    monkeypatch.setattr(apart, "look", look)
    assert inspecting.inspect_waiting(AT) == 0
    assert case.answer_file.inspection == Inspection.CLEAR


def test_without_room_on_the_disk_there_is_no_copy_and_the_file_is_held(case, monkeypatch):
    file = kept(AUTHOR)
    case.add_file(file)
    monkeypatch.setattr(files, "free_share", lambda: 0)
    inspecting.inspect_waiting(AT)
    assert (case.answer_file.inspection, case.answer_file.made.count()) == (Inspection.HELD, 0)


# --- the clean copy --------------------------------------------------------------------------------------------------
def test_the_clean_copy_is_given_and_the_original_stays(with_file, house):
    case, original = with_file(COVERED)
    copy = case.do(inspecting.choose_copy, attachment=original, by=house.officer) and case.answer_file
    original.refresh_from_db()
    assert (copy.made_from, copy.making, copy.pictured) == (original, "CLEANED", [2])
    assert (original.role, original.file_findings.get().settled) == (FileRole.ORIGINAL, "CLEANED")
    assert reading.inspect("pdf", (django_settings.PRIVATE_ROOT / copy.path).read_bytes()) == []
    case.check_file(by=house.second_officer)
    case.release_file(by=house.head)
    assert original.file_findings.get().confirmed_by == house.head


def test_who_added_or_chose_does_not_confirm(with_file, house):
    case, original = with_file(AUTHOR, by=house.officer)
    case.do(inspecting.choose_copy, attachment=original, by=house.head)
    case.check_file(by=house.second_officer)
    for person in (house.officer, house.head):
        with pytest.raises(NotAllowed, match="Tệp từng có dữ liệu ẩn"):
            case.release_file(by=person)


@pytest.mark.parametrize("column", ["added_by", "brought_by"])
def test_the_database_refuses_them_too(with_file, house, column):
    case, original = with_file(AUTHOR)
    case.do(inspecting.choose_copy, attachment=original, by=house.officer)
    file = case.answer_file
    file.checked_by = house.second_officer
    setattr(file, column, house.head)
    file.released_by = house.head
    with pytest.raises(IntegrityError), transaction.atomic():
        file.save()


def test_no_copy_no_choice(with_file, house):
    case, file = with_file(NOT_APPLIED)
    with pytest.raises(DomainError, match="không có bản làm sạch"):
        case.do(inspecting.choose_copy, attachment=file, by=house.officer)


def test_a_clear_file_needs_no_way_out(with_file, house):
    case, file = with_file("loi.txt", b"abc")
    with pytest.raises(DomainError, match="không có dữ liệu ẩn nào chờ"):
        case.do(inspecting.choose_copy, attachment=file, by=house.officer)


def test_a_copy_that_was_offered_never_leaves(with_file):
    case, file = with_file(AUTHOR)
    copy = file.made.get()
    assert copy.role == FileRole.COPY
    assert copy not in access.files_named_to_requester(case.now)
    with pytest.raises(NotAllowed):
        case.check_file(copy)


# --- a redacted copy ---------------------------------------------------------------------------------------------------
def redact(case, original, house, **words):
    parts = words.pop("parts", [("trang 1", "tên người dân", "INACCESSIBLE")])
    given = {"attachment": original, "file": kept("loi.txt", b"da che"), "parts": parts, "by": house.officer}
    case.do(inspecting.give_redacted, **given | words)
    return case.answer_file


def test_a_redacted_copy_says_what_was_taken_out_and_is_looked_through_too(with_file, house):
    case, original = with_file(NOT_APPLIED)
    redacted = redact(case, original, house)
    part = redacted.withheld_parts.get()
    assert (str(part), part.ground) == ("trang 1: tên người dân", "INACCESSIBLE")
    assert "Điều 27.1" in part.article
    assert redacted.inspection == Inspection.WAITING
    inspecting.inspect_waiting(AT)
    case.check_file(by=house.second_officer)
    with pytest.raises(NotAllowed):
        case.release_file(by=house.officer)
    case.release_file(by=house.head)
    assert original.file_findings.first().settled == "REDACTED"


def test_a_redacted_copy_that_still_hides_something_is_held_again(with_file, house):
    case, original = with_file(NOT_APPLIED)
    redact(case, original, house, file=kept(COVERED))
    inspecting.inspect_waiting(AT)
    assert case.answer_file.inspection == Inspection.HELD


@pytest.mark.parametrize(("words", "why"), [({"file": None}, "Chọn bản đã che"), ({"parts": []}, "ít nhất một phần")])
def test_a_redacted_copy_needs_its_file_and_its_list(with_file, house, words, why):
    case, original = with_file(NOT_APPLIED)
    with pytest.raises(DomainError, match=why):
        redact(case, original, house, **words)


# --- meant for everybody -------------------------------------------------------------------------------------------------
def mean(case, finding, house, **words):
    given = {"finding": finding, "reason": "Bảng lương đã công khai", "by": house.officer}
    return case.do(inspecting.mean_public, **given | words)


def test_what_only_tells_may_be_meant_and_another_confirms(with_file, house):
    case, file = with_file(HIDDEN_ROW)
    mean(case, file.file_findings.get(), house)
    assert case.answer_file.inspection == Inspection.CLEAR
    case.check_file(by=house.second_officer)
    with pytest.raises(NotAllowed):
        case.release_file(by=house.officer)
    case.release_file(by=house.head)
    finding = file.file_findings.get()
    assert (finding.settled, finding.settled_by, finding.confirmed_by) == ("MEANT", house.officer, house.head)


def test_one_of_two_leaves_the_file_held(with_file, house):
    case, file = with_file("nguoi-soan.xlsx", dirty_files.xlsx(dirty_files.comment_and_author))
    mean(case, file.file_findings.first(), house)
    assert case.answer_file.inspection == Inspection.HELD
    with pytest.raises(DomainError, match="đã được xử lý"):
        mean(case, file.file_findings.first(), house)


def test_a_reason_is_needed(with_file, house):
    case, file = with_file(HIDDEN_ROW)
    with pytest.raises(DomainError, match="Nói vì sao"):
        mean(case, file.file_findings.get(), house, reason=" ")


def test_what_holds_is_never_meant(with_file, house):
    case, file = with_file(COVERED)
    finding = file.file_findings.get()
    with pytest.raises(NotAllowed, match="không xác nhận được"):
        mean(case, finding, house)
    finding.settled, finding.settled_by, finding.settled_at, finding.reason = "MEANT", house.officer, AT, "x"
    with pytest.raises(IntegrityError), transaction.atomic():
        finding.save()


def test_the_database_knows_the_second_person_of_a_finding(with_file, house):
    case, file = with_file(HIDDEN_ROW)
    mean(case, file.file_findings.get(), house)
    finding = file.file_findings.get()
    finding.confirmed_by, finding.confirmed_at = house.officer, AT
    with pytest.raises(IntegrityError), transaction.atomic():
        finding.save()


def test_a_file_of_another_case_is_not_touched(with_file, house):
    case, _file = with_file(HIDDEN_ROW)
    other = Case.sent(house, on="03/11/2026").accept().review()
    with pytest.raises(NotAllowed):
        other.do(inspecting.choose_copy, attachment=case.answer_file, by=house.officer)


# --- nothing leaves before the gate ----------------------------------------------------------------------------------------
def ready(case):
    return case.propose_to_provide().approve().issue()


@pytest.mark.parametrize(
    ("inspection", "why"),
    [(Inspection.WAITING, "chưa được tìm dữ liệu ẩn xong"), (Inspection.HELD, "dữ liệu ẩn chưa xử lý")],
)
def test_giving_is_refused_while_a_file_is_open(case, inspection, why):
    ready(case.add_cleared_file())
    file = case.answer_file
    file.inspection = inspection
    file.save()
    with pytest.raises(ImpossibleMove, match=why):
        case.provide()


def test_the_marks_of_what_was_given_stand_in_the_chain(case):
    ready(case.add_cleared_file())
    case.provide()
    payload = bytes(Entry.objects.filter(kind="request.provided").latest("seq").payload).decode()
    assert case.answer_file.sha256 in payload


def test_a_file_given_at_once_is_looked_through_first(house):
    case = Case.sent(house, on="03/11/2026")
    words = {"answer": "Gửi kèm", "basis": "PUB_NOT_YET", "info_class": "MUST_PUBLISH", "by": house.officer}
    with pytest.raises(DomainError, match=r"còn dữ liệu ẩn: Hàng bị ẩn có nội dung: hàng Bảng!3:3"):
        case.do(delivery.provide_at_once, files=(kept(HIDDEN_ROW),), **words)
    case.do(delivery.provide_at_once, files=(kept("loi.txt", b"abc"),), **words)
    assert case.answer_file.inspection == Inspection.CLEAR
    assert case.answer_file in access.files_for_requester(case.now)


# --- unscanned is said -----------------------------------------------------------------------------------------------------
def test_without_a_scanner_the_history_says_so_and_a_later_scanner_looks(case, settings, monkeypatch):
    case.add_file(kept("loi.txt", b"abc"))
    assert case.answer_file.is_unscanned
    assert '"scan":"NONE"' in bytes(Entry.objects.filter(kind="request.file_added").latest("seq").payload).decode()
    settings.CLAMD_ADDRESS = "127.0.0.1:1"
    monkeypatch.setattr("cms.core.scanner.scan", lambda path: None)
    assert scanning.scan_waiting(AT + timedelta(hours=1)) >= 1
    file = Attachment.objects.get(pk=case.answer_file.pk)
    assert (file.state, file.is_unscanned) == (FileState.CLEAN, False)
