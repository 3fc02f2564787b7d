"""After the end: seal, hold, erasure. Two people each time, never before its day; nothing of the person stays, the figures do."""

import dataclasses
from datetime import date

import pytest
from django.apps import apps
from django.conf import settings
from django.db import IntegrityError, connection, transaction
from django.utils import timezone

from cms.audit.models import Entry, EntryNote
from cms.audit.rows import form_of
from cms.audit.verify import verify
from cms.core import files, strays
from cms.core.errors import DomainError, NotAllowed
from cms.core.models import Mail
from cms.core.roles import Role
from cms.law.errors import RetentionListError
from cms.law.reading import read_retention, shipped_retention
from tests.factories import corrections as make_corrections
from tests.factories import dirty_files
from tests.factories.moments import moment
from tests.factories.workflow import Case, case_in, stored_file
from tests.workflow.services.record import kinds_of
from workflow import access, codes, letters, queues, statistics
from workflow.choices import LettersFate, RetentionKind, RetentionState
from workflow.letters.masking import COVERED
from workflow.models import FormDraft, InformationRequest, RetentionAct, RetentionSchedule
from workflow.register.columns import SEALED, columns_for
from workflow.register.rows import rows_of
from workflow.services import corrections, erasing, handling, retention

pytestmark = pytest.mark.django_db

K = RetentionKind
AFTER = "05/01/2037"  # ten years are over for what ended in 2026
WORDS = ["Nguyễn Thị Mến", "Mến", "001185000417", "+84912345678", "men@example.vn", "quy hoạch", "12 đường Lê Lợi"]


def adopt(house):
    """Let the office keep to the shipped list of periods."""
    words = {"authority": house.authority, "code": "HS2026", "basis": "QĐ 12/QĐ-SXD", "at": moment("02/01/2026")}
    schedule = retention.propose_schedule(by=house.officer, **words)
    retention.decide_schedule(schedule=schedule, agree=True, by=house.head_of_authority, at=moment("03/01/2026"))
    return house


@pytest.fixture
def house(house):
    """An office that keeps to the shipped list of periods."""
    return adopt(house)


def propose(case, kind, *, by=None, at=AFTER, letters="", reason="Hết thời hạn lưu"):
    letters = letters or (LettersFate.MASK if kind == K.ERASE else "")
    words = {"kind": kind, "letters": letters, "reason": reason}
    return retention.propose(info_request=case.now, by=by or case.house.officer, at=moment(at), **words)


def decide(act, house, *, by=None, at=AFTER, agree=True, reason=""):
    return retention.decide(act=act, agree=agree, reason=reason, by=by or house.head_of_authority, at=moment(at))


def done(case, kind, **words):
    """Proposed by the officer and agreed to by the head."""
    return decide(propose(case, kind, **words), case.house, at=words.get("at", AFTER))


# --- periods as data ---------------------------------------------------------------------------------------------
def test_every_ending_has_one_period_with_a_basis_and_says_whose_choice_it_is():
    (found,) = (read_retention(source) for source in shipped_retention().values())
    statuses = [status for period in found.periods for status in period.statuses]
    assert sorted(statuses) == sorted(
        ["PROVIDED", "PROVIDED_PARTLY", "REFUSED", "REDIRECTED", "WITHDRAWN", "LAPSED", "SET_ASIDE"]
    )
    assert all(period.basis and period.own_choice for period in found.periods)


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ((b"years = 10", b"years = 0"), "years"),
        ((b"seal_after_years = 2", b"seal_after_years = 10"), "seal_after_years"),
        ((b'["REFUSED"]', b'["PROVIDED"]'), "PROVIDED"),
        ((b"own_choice = true\n", b"chosen = true\n"), "own_choice"),
    ],
)
def test_a_list_with_a_slip_is_not_read(change, says):
    with pytest.raises(RetentionListError, match=says):
        read_retention(shipped_retention()["HS2026"].replace(*change, 1))


@pytest.mark.parametrize(
    ("ended", "until"), [(date(2026, 1, 2), date(2036, 12, 31)), (date(2026, 12, 31), date(2036, 12, 31))]
)
def test_a_period_is_counted_from_the_end_of_the_year(ended, until):
    period = read_retention(shipped_retention()["HS2026"]).period("PROVIDED")
    assert period.kept_until(ended) == until
    assert period.seals_from(ended) == date(2029, 1, 1)
    assert period.ended_before(until, years=10) < ended <= period.ended_before(date(2037, 1, 1), years=10)


def test_a_list_counts_after_two_people_have_adopted_it(make_house_with):
    house, at = make_house_with(), moment("02/01/2026")
    words = {"authority": house.authority, "code": "HS2026", "basis": "QĐ 12", "at": at}
    for by, more, says in (
        (house.registry, {}, "Chỉ đầu mối"),
        (house.officer, {"code": "KHAC"}, "Chọn một bảng"),
        (house.officer, {"basis": " "}, "số, ngày văn bản"),
    ):
        with pytest.raises(DomainError, match=says):
            retention.propose_schedule(by=by, **words | more)
    schedule = retention.propose_schedule(by=house.data_officer, **words)
    assert retention.adopted(house.authority) is None
    with pytest.raises(DomainError, match="Đang có một bảng"):
        retention.propose_schedule(by=house.officer, **words)
    for by in (house.data_officer, house.officer, house.auditor):
        with pytest.raises(NotAllowed):
            retention.decide_schedule(schedule=schedule, agree=True, by=by, at=at)
    with pytest.raises(DomainError, match="vì sao"):
        retention.decide_schedule(schedule=schedule, agree=False, by=house.head_of_authority, at=at)
    retention.decide_schedule(schedule=schedule, agree=False, reason="Chờ tỉnh", by=house.head_of_authority, at=at)
    assert retention.adopted(house.authority) is None
    again = retention.propose_schedule(by=house.officer, **words)
    retention.decide_schedule(schedule=again, agree=True, by=house.data_officer, at=at)
    with pytest.raises(DomainError, match="đã được quyết định"):
        retention.decide_schedule(schedule=again, agree=True, by=house.head_of_authority, at=at)
    assert retention.adopted(house.authority) == again
    kinds = list(Entry.objects.filter(kind__startswith="retention.").order_by("seq").values_list("kind", flat=True))
    assert kinds == [f"retention.schedule_{name}" for name in ("proposed", "declined", "proposed", "adopted")]
    assert verify().problem is None


def test_a_list_that_is_not_shipped_any_more_is_said(house):
    RetentionSchedule._base_manager.update(sha256="0" * 64)
    case = case_in("WITHDRAWN", house)
    with pytest.raises(DomainError, match="không còn trong phần mềm"):
        propose(case, K.ERASE)


def test_an_ending_without_a_period_is_kept(house, monkeypatch):
    case = case_in("WITHDRAWN", house)
    whole = retention.periods_of(retention.adopted(house.authority))
    less = dataclasses.replace(whole, periods=tuple(p for p in whole.periods if "WITHDRAWN" not in p.statuses))
    monkeypatch.setattr(retention, "periods_of", lambda schedule: less)
    assert retention.kept_until(case.now) is None
    with pytest.raises(DomainError, match="chưa thông qua thời hạn"):
        propose(case, K.ERASE)


# --- what is due -------------------------------------------------------------------------------------------------
def test_only_what_is_over_is_due_and_nothing_is_proposed_by_itself(house):
    given, asked = case_in("PROVIDED", house), Case.sent(house)
    guided = case_in("REDIRECTED", house)

    def due(kind, day):
        return set(retention.due(house.officer, house.authority, kind, day).values_list("pk", flat=True))

    assert due(K.ERASE, date(2031, 12, 31)) == set()
    assert due(K.ERASE, date(2032, 1, 1)) == {guided.pk}
    assert due(K.ERASE, date(2037, 1, 1)) == {guided.pk, given.pk}
    assert due(K.SEAL, date(2028, 1, 1)) == {guided.pk}
    assert due(K.SEAL, date(2029, 1, 1)) == {guided.pk, given.pk}
    assert not RetentionAct.objects.exists()
    done(guided, K.SEAL)
    done(given, K.HOLD)
    assert due(K.SEAL, date(2037, 1, 1)) == {given.pk}
    assert due(K.ERASE, date(2037, 1, 1)) == {guided.pk}
    propose(guided, K.ERASE)
    assert due(K.ERASE, date(2037, 1, 1)) == set()
    assert asked.now.is_open


def test_nothing_is_due_without_an_adopted_list_or_outside_ones_reach(make_house_with):
    house = make_house_with()
    case_in("PROVIDED", house)
    assert not retention.due(house.officer, house.authority, K.ERASE, date(2099, 1, 1)).exists()
    assert not retention.due(house.stranger, house.authority, K.ERASE, date(2099, 1, 1)).exists()


# --- two people --------------------------------------------------------------------------------------------------
@pytest.mark.parametrize("kind", [K.SEAL, K.HOLD, K.ERASE])
def test_nobody_decides_on_their_own_proposal_whatever_roles_they_hold(house, kind):
    case = case_in("PROVIDED", house)
    for role in (Role.HEAD, Role.DATA_OFFICER):
        house.give(house.officer, role)
    house.officer.is_superuser = True
    house.officer.save()
    act = propose(case, kind)
    for by in (house.officer, house.signer, house.auditor, house.administrator):
        with pytest.raises(NotAllowed):
            decide(act, house, by=by)
    assert kinds_of(case)[-1] == "retention.proposed"
    decide(act, house)
    assert kinds_of(case)[-1] == retention.DONE[kind]
    assert verify().problem is None


def test_the_database_itself_wants_two_people(house):
    act = propose(case_in("PROVIDED", house), K.SEAL)
    act.state, act.decided_by, act.decided_at = RetentionState.DONE, act.proposed_by, timezone.now()
    with pytest.raises(IntegrityError), transaction.atomic():
        act.save()


def test_who_may_propose_and_what_must_be_said(house):
    case = case_in("PROVIDED", house)
    for by in (house.signer, house.registry, house.auditor, house.stranger):
        with pytest.raises(NotAllowed):
            propose(case, K.SEAL, by=by)
    for words, says in (
        ({"kind": "BURN"}, "Chọn việc"),
        ({"kind": K.SEAL, "reason": "  "}, "Ghi căn cứ"),
        ({"kind": K.ERASE, "letters": "KEEP"}, "Chọn che hay xóa"),
    ):
        with pytest.raises(DomainError, match=says):
            propose(case, **words)
    propose(case, K.SEAL, by=house.data_officer)
    with pytest.raises(DomainError, match="đang có một đề nghị"):
        propose(case, K.HOLD)


def test_what_is_declined_says_why_and_changes_nothing(house):
    case = case_in("PROVIDED", house)
    act = propose(case, K.ERASE)
    with pytest.raises(DomainError, match="vì sao"):
        decide(act, house, agree=False)
    decide(act, house, agree=False, reason="Còn vụ kiện")
    act.refresh_from_db()
    assert (act.state, act.decline_reason) == (RetentionState.DECLINED, "Còn vụ kiện")
    assert case.now.erased_at is None
    assert kinds_of(case)[-1] == "retention.declined"
    with pytest.raises(DomainError, match="đã được quyết định"):
        decide(act, house)


# --- what is not possible ----------------------------------------------------------------------------------------
def test_each_refusal_is_a_sentence(house):
    asked, given = Case.sent(house), case_in("PROVIDED", house)
    for case, kind, at, says in (
        (asked, K.SEAL, AFTER, "chưa kết thúc"),
        (asked, K.ERASE, AFTER, "chưa kết thúc"),
        (asked, K.RELEASE, AFTER, "không bị giữ lại"),
        (given, K.UNSEAL, AFTER, "chưa được niêm phong"),
        (given, K.ERASE, "31/12/2036", "đến hết ngày 31/12/2036. Trước ngày ấy chỉ niêm phong được"),
    ):
        with pytest.raises(DomainError, match=says):
            propose(case, kind, at=at)
    assert retention.possible(asked.now, date(2037, 1, 5)) == [K.HOLD]
    done(given, K.SEAL)
    with pytest.raises(DomainError, match="đã được niêm phong"):
        propose(given, K.SEAL)
    done(given, K.UNSEAL)
    assert given.now.sealed_at is None
    done(given, K.HOLD)
    with pytest.raises(DomainError, match="đang được giữ lại"):
        propose(given, K.HOLD)
    with pytest.raises(DomainError, match="chưa được xóa"):
        propose(given, K.ERASE)
    done(given, K.RELEASE)
    done(given, K.ERASE)
    assert retention.possible(given.now, date(2099, 1, 1)) == []
    with pytest.raises(DomainError, match="đã được xóa"):
        propose(given, K.HOLD)


def test_a_case_with_an_open_correction_is_not_erased(house):
    case = case_in("PROVIDED", house)
    make_corrections.reported(house, info_request=case.now)
    with pytest.raises(DomainError, match="kiến nghị đính chính chưa trả lời"):
        propose(case, K.ERASE)


def test_what_became_impossible_meanwhile_is_not_done(house):
    case = case_in("PROVIDED", house)
    act = propose(case, K.ERASE)
    make_corrections.reported(house, info_request=case.now)
    with pytest.raises(DomainError, match="kiến nghị đính chính"):
        decide(act, house)
    assert case.now.erased_at is None


# --- under seal --------------------------------------------------------------------------------------------------
def test_under_seal_only_the_named_right_reads_on(house):
    case = case_in("PROVIDED", house)
    readers = {house.officer, house.head, house.data_officer, house.head_of_authority}
    assert all(access.can_read_personal(one, case.now) for one in readers)
    done(case, K.SEAL)
    sealed = case.now
    assert {one for one in readers if access.can_read_personal(one, sealed)} == {
        house.data_officer,
        house.head_of_authority,
    }
    assert not access.can_unmask_identity(house.officer, sealed)
    assert access.can_unmask_identity(house.data_officer, sealed)
    found = {one: queues.search(one, queues.visible(one), "Mến").count() for one in (house.officer, house.data_officer)}
    assert found == {house.officer: 0, house.data_officer: 1}
    row = rows_of(InformationRequest.objects.filter(pk=case.pk))
    (row,) = list(row)
    personal = {column.name: column.of(row, None) for column in columns_for(personal=True) if column.personal}
    assert set(personal.values()) == {str(SEALED)}
    done(case, K.UNSEAL)
    assert access.can_read_personal(house.officer, case.now)


def test_a_correction_of_a_sealed_answer_is_sealed_with_it(house):
    case = case_in("PROVIDED", house)
    correction = make_corrections.reported(house, info_request=case.now)
    published = make_corrections.reported(house)
    assert access.can_read_personal(house.officer, correction)
    done(case, K.SEAL)
    correction = type(correction).objects.with_people().get(pk=correction.pk)
    assert not access.can_read_personal(house.officer, correction)
    assert access.can_read_personal(house.officer, published)


# --- erasure -----------------------------------------------------------------------------------------------------
def kept_file(name, **words):
    """A file of a case that really lies on the disk."""
    file = stored_file(name, content=f"%PDF-1.7 {name}".encode(), **words)
    target = settings.PRIVATE_ROOT / file.path
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(dirty_files.pdf(dirty_files.text_at(50, 700, "Noi dung")))
    return file


@pytest.fixture
def story(house):
    """A case with everything that may hold somebody's words."""
    case = Case.sent(house, files=[kept_file("don-cua-ba-Mến.pdf", role="SENT")])
    case.ask_for_supplement(missing="Số nhà của bà Mến").supply("Nhà 12 đường Lê Lợi").accept()
    case.consult(question="Đất của bà Mến?").ask_consent(person="Nguyễn Thị Mến").note(text="Bà Mến đã gọi 0912345678")
    case.review().propose_to_provide(terms=case.costing()).return_draft(reason="Bà Mến trả rồi")
    case.propose_to_provide(terms=case.costing()).approve().issue().record_payment()
    case.add_file(kept_file("tra-loi-bà-Mến.pdf")).check_file().release_file().provide()
    return case


def everything():
    """Every text that the room keeps, live rows and history alike, and what waits to be sent."""
    found = []
    for model in apps.get_models():
        if model._meta.app_label in ("workflow", "audit") or model is Mail:
            columns = [field.attname for field in model._meta.concrete_fields]
            found += [(model.__name__, row) for row in model._base_manager.values_list(*columns)]
    return found


def telling(words=WORDS):
    """Which of the words stand anywhere, and where."""
    return sorted(
        {(name, word) for name, row in everything() for word in words if any(word in _text(cell) for cell in row)}
    )


def _text(cell):
    return bytes(cell).decode("utf-8", "ignore") if isinstance(cell, bytes | memoryview) else str(cell)


@pytest.mark.parametrize("fate", LettersFate.values)
def test_after_an_erasure_nothing_of_the_person_is_left(story, fate, django_capture_on_commit_callbacks):
    house = story.house
    code, paths = story.code, [one.path for one in story.now.attachments.all()]
    paths += [letter.pdf_path for letter in story.now.letters.all() if letter.pdf_path]
    FormDraft.objects.create(
        key_hash="k", authority=house.authority, answers="", info_request=story.now,
        started_at=story.at, expires_at=story.at,
    )  # fmt: skip
    other = Case.sent(house, name="Trần Văn Khác", description="Quyết định thu hồi đất của thôn Bến Nứa năm 2025",
                      identity_number="001185009999", phone="+84987654321", email="khac@example.vn",
                      address="7 ngõ Chùa", purpose="Đối chiếu ranh giới")  # fmt: skip
    assert {word for _name, word in telling()} == set(WORDS)
    figures = statistics.figures_of(house.authority, story.today)
    before = verify().head
    with django_capture_on_commit_callbacks(execute=True):
        done(story, K.ERASE, letters=fate)
    assert telling() == []
    assert not any((settings.PRIVATE_ROOT / path).exists() for path in paths)
    assert strays.missing() == []
    assert statistics.figures_of(house.authority, story.today) == figures
    result = verify(against=before)
    assert result.problem is None
    assert result.erased > 20
    case = story.now
    assert case.audit_salt == ""
    assert case.erased_at == moment(AFTER)
    assert not codes.code_opens(case.code, code, case.tracking_hash)
    assert kinds_of(story)[-1] == "request.erased"
    assert EntryNote.objects.get(entry=Entry.objects.latest("seq")).reason == "Hết thời hạn lưu"
    assert other.now.requester.name == "Trần Văn Khác"
    assert Mail.objects.filter(about=other.now.code).exists()
    issued = [letter for letter in case.letters.all() if letter.state == "ISSUED"]
    assert issued
    for letter in issued:
        page = letters.page(letter)
        assert letter.sha256
        assert letter.number
        assert ("đã được xóa theo thời hạn" in page) is (fate == LettersFate.ERASE)
        assert (COVERED in page) is (fate == LettersFate.MASK)


def test_acts_after_an_erasure_are_sealed_as_before(story):
    done(story, K.ERASE)
    handling.add_note(info_request=story.now, text="Có người hỏi lại", by=story.house.officer, at=moment(AFTER))
    assert verify().problem is None


def test_a_correction_of_the_answer_goes_with_it(house):
    case = case_in("PROVIDED", house)
    correction = make_corrections.proposed(
        house, info_request=case.now, wrong="Sai tên bà Mến", outcome="CORRECTED", files=[kept_file("dung.pdf")]
    )
    corrections.decide(correction=correction, seen=correction.version, by=house.head, at=correction.sent_at)
    done(case, K.ERASE)
    correction.refresh_from_db()
    assert correction.wrong == correction.answer == erasing.GONE
    assert correction.files.get().path.startswith(files.ERASED)
    assert telling(["Mến"]) == []
    assert verify().problem is None


def test_an_erasure_that_breaks_off_leaves_everything(story, monkeypatch, django_capture_on_commit_callbacks):
    paths = [one.path for one in story.now.attachments.all()]
    act = propose(story, K.ERASE)
    monkeypatch.setattr(erasing.erasure, "erase", lambda *args, **words: 1 / 0)
    with django_capture_on_commit_callbacks(execute=True), pytest.raises(ZeroDivisionError):
        decide(act, story.house)
    assert story.now.requester.name == "Nguyễn Thị Mến"
    assert all((settings.PRIVATE_ROOT / path).exists() for path in paths)
    act.refresh_from_db()
    assert act.state == RetentionState.PROPOSED


def test_every_model_with_personal_words_is_reached_by_an_erasure(story):
    """A new table of the room that holds somebody's words must be named in `things_of`, or here with its reason."""
    reached = {type(thing) for thing in erasing.things_of(story.now)} | {InformationRequest}
    named = {
        "Member": "only where an organisation asks",
        "FileFinding": "only where something hid in a file",
        "WithheldPart": "only where a part was taken out of a copy",
        "LetterRecall": "only where a paper was withdrawn or replaced",
        "CorrectionRequest": "goes with the answer, by an entry of its own",
        "CorrectionFile": "goes with its correction",
        "Remedy": "goes with its case, by an entry of its own",
        "RemedyFile": "goes with its complaint, lawsuit or denunciation",
        "RemedyReader": "goes with its denunciation",
        "Denouncer": "goes with their denunciation",
    }
    holds = {
        model for model in apps.get_models() if model._meta.app_label == "workflow" and "personal_fields" in vars(model)
    }
    assert {model.__name__ for model in holds - reached} == set(named)


def test_blank_history_rows_are_personal_fields_alone(story):
    form = form_of(type(story.now.requester).history.model)
    assert {field.name for field in form.personal} >= set(story.now.requester.personal_fields)
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM workflow_historicalrequester")
        rows = cursor.fetchone()[0]
        done(story, K.ERASE)
        cursor.execute("SELECT count(*) FROM workflow_historicalrequester")
        assert cursor.fetchone()[0] == rows + 1  # none was deleted, the blanking wrote one


def test_nothing_is_put_where_there_was_nothing_and_lists_become_empty(house):
    case = Case.sent(house, support_needs=["SIGN_LANGUAGE"])
    requester = case.now.requester
    erasing.blank(requester)
    assert (requester.support_needs, requester.fax, requester.name) == ([], "", erasing.GONE)
    draft = case.accept().review().propose_to_provide().approve().now.letters.get()
    paths = []
    erasing._take_paper(draft, LettersFate.MASK, case.now, paths)
    assert (draft.html, paths) == ("", [])


def test_an_open_case_has_no_day_until_which_it_is_kept(house):
    assert retention.kept_until(Case.sent(house).now) is None
