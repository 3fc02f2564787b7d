"""Complaints, lawsuits, denunciations: the law's days as a table, then who may do what (readings.md 15)."""

from dataclasses import replace
from datetime import date

import pytest
from django.db import IntegrityError, transaction

from cms.audit.models import Entry
from cms.core.errors import DomainError, NotAllowed, StaleView
from cms.core.models import Mail
from cms.core.roles import Role
from cms.law import services as law
from cms.law.errors import NoSuchTerm
from cms.law.remedy_terms import all_terms, remedy_term
from tests.factories import remedies as make
from tests.factories.core import make_house
from tests.factories.moments import day, moment
from tests.factories.workflow import Case
from tests.workflow.services.test_calendar_changes import MONDAY_OFF
from workflow import access, clock, remedy_moves
from workflow.models import InformationRequest, Remedy
from workflow.remedy_choices import REMEDY_OPEN, REMEDY_OUTCOMES, RemedyStatus
from workflow.services import passing_on, remedies
from workflow.transitions import ImpossibleMove

pytestmark = pytest.mark.django_db
LATER = moment("10/12/2026 10:00")


@pytest.fixture
def house(db):
    return make_house()


@pytest.fixture
def case(house):
    return make.refused(house)


# --- the law's days ------------------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("kind", "level", "facts", "due", "article"),
    [
        pytest.param("COMPLAINT", "FIRST", {}, date(2026, 12, 10), "Điều 16.1 Nghị định 124", id="thụ lý: 7 ngày làm việc"),
        pytest.param("COMPLAINT", "FIRST", {"accepted": 1}, date(2027, 1, 4), "Điều 28 Luật Khiếu nại", id="30 ngày"),
        pytest.param("COMPLAINT", "FIRST", {"accepted": 1, "lengthened": 1}, date(2027, 1, 18), "Điều 28", id="phức tạp: 45"),
        pytest.param("COMPLAINT", "FIRST", {"accepted": 1, "remote": 1}, date(2027, 1, 18), "Điều 28", id="vùng xa: 45"),
        pytest.param(
            "COMPLAINT", "FIRST", {"accepted": 1, "remote": 1, "lengthened": 1}, date(2027, 2, 2), "Điều 28", id="cả hai: 60"
        ),
        pytest.param("COMPLAINT", "FIRST", {"accepted": 1, "days_off": 5}, date(2027, 1, 8), "Điều 28", id="tạm đình chỉ 5 ngày"),
        pytest.param("COMPLAINT", "SECOND", {"accepted": 1}, date(2027, 1, 18), "Điều 37", id="lần hai: 45"),
        pytest.param("COMPLAINT", "SECOND", {"accepted": 1, "remote": 1, "lengthened": 1}, date(2027, 2, 12), "Điều 37",
                     id="lần hai, vùng xa, phức tạp: 70"),
        pytest.param("DENUNCIATION", "FIRST", {}, date(2026, 12, 10), "Điều 24.1 Luật Tố cáo", id="tố cáo: 7 ngày làm việc"),
        pytest.param("DENUNCIATION", "FIRST", {"accepted": 1}, date(2027, 1, 4), "Điều 30.1", id="tố cáo: 30 ngày"),
        pytest.param("DENUNCIATION", "FIRST", {"accepted": 1, "lengthened": 2}, date(2027, 3, 4), "Điều 30.1", id="hai lần"),
        pytest.param("LAWSUIT", "TRIAL", {}, date(2026, 12, 11), "Điều 128.1 Luật Tố tụng", id="ý kiến cho tòa: 10 ngày"),
        pytest.param("LAWSUIT", "TRIAL", {"accepted": 1}, None, "", id="đã gửi ý kiến"),
        pytest.param("LAWSUIT", "APPEAL", {}, None, "", id="phúc thẩm"),
    ],
)  # fmt: skip
def test_the_day_that_is_due(house, kind, level, facts, due, article):
    house.authority.is_remote = bool(facts.get("remote"))
    remedy = Remedy(
        authority=house.authority, kind=kind, level=level, received_on=date(2026, 12, 1),
        accepted_on=date(2026, 12, 4) if facts.get("accepted") else None, lengthened=facts.get("lengthened", 0),
        suspended_days=facts.get("days_off", 0), rule_set=Case.sent(house).now.rule_set,
    )  # fmt: skip
    clock.settle_remedy(remedy)
    assert remedy.due_on == due
    if due:
        assert clock.remedy_term_of(remedy).article.startswith(article)


def test_before_july_2026_the_complaint_law_gave_ten_days_to_accept(house):
    rules = Case.sent(house, on="03/08/2026").now.rule_set
    remedy = Remedy(
        authority=house.authority, kind="COMPLAINT", level="FIRST", received_on=date(2026, 6, 1), rule_set=rules
    )
    assert clock.remedy_term_of(remedy).amount == 10
    assert clock.remedy_term_of(remedy).article.startswith("Điều 27")


def test_terms_of_the_other_laws_are_dated_and_say_how_sure_they_are():
    assert {term.sure for term in all_terms()} == {"SECONDARY"}
    with pytest.raises(NoSuchTerm):
        remedy_term("COURT_OPINION", date(2016, 6, 30))
    ended = replace(remedy_term("COURT_OPINION", date(2026, 1, 1)), valid_to=date(2026, 12, 31))
    assert ended.holds_on(date(2026, 12, 31))
    assert not ended.holds_on(date(2027, 1, 1))


# --- receiving -----------------------------------------------------------------------------------------------------
def test_a_complaint_is_linked_to_its_case_and_told(case, house):
    remedy = make.entered(case, letter=make.answer_of(case), files=[make.a_paper()])
    assert (remedy.status, remedy.due_on, remedy.info_request_id) == ("RECEIVED", date(2026, 12, 10), case.pk)
    assert (remedy.is_open, remedy.is_ours, remedy.is_secret, str(remedy)) == (True, True, False, remedy.code)
    assert remedy.files.count() == 1
    mail = Mail.objects.get(about=remedy.code)
    assert mail.kind == "complaint_received"
    assert case.now.code in mail.text
    assert "thứ Năm 10/12/2026" in mail.text
    assert make.WORDS not in mail.text
    entry = Entry.objects.get(kind="remedy.entered")
    assert make.WORDS.encode() not in bytes(entry.payload)
    assert Entry.objects.filter(kind="request.contested").count() == 1


@pytest.mark.parametrize(
    ("kind", "level", "words", "field"),
    [
        ("COMPLAINT", "TRIAL", {}, "level"),
        ("PRAYER", "FIRST", {}, "level"),
        ("COMPLAINT", "FIRST", {"received_on": "01/11/2026"}, "received_on"),
        ("COMPLAINT", "FIRST", {"words": "xem lại"}, "words"),
        ("LAWSUIT", "TRIAL", {"body": " "}, "body"),
        ("COMPLAINT", "SECOND", {}, "previous"),
        ("LAWSUIT", "APPEAL", {}, "previous"),
        ("DENUNCIATION", "FIRST", {"denouncer_name": ""}, "denouncer_name"),
    ],
)
def test_half_a_paper_is_sent_back_to_its_field(case, kind, level, words, field):
    words = {"received_on": make.RECEIVED} | words
    paper = replace(
        make.lodged("LAWSUIT" if kind == "LAWSUIT" else "COMPLAINT", "FIRST" if kind != "LAWSUIT" else level)
    )
    told = {name: value for name, value in words.items() if name != "received_on"}
    if kind == "COMPLAINT" and level != "FIRST":
        told.setdefault("body", "Chủ tịch Ủy ban nhân dân tỉnh")
    paper = replace(paper, kind=kind, level=level, received_on=day(words["received_on"]), **told)
    with pytest.raises(DomainError) as slip:
        remedies.enter(info_request=case.now, lodged=paper, by=case.house.officer, at=LATER)
    assert slip.value.field == field
    assert not Remedy.objects.exists()


def test_a_day_to_come_is_no_day_of_receipt(case):
    with pytest.raises(DomainError) as slip:
        make.entered(case, received_on="11/12/2026", at=LATER)
    assert slip.value.field == "received_on"


def test_what_went_before_belongs_to_the_same_case_and_is_followed_once(case, house):
    first = make.upheld(case)
    other = make.refused(house)
    with pytest.raises(DomainError) as slip:
        make.entered(other, "COMPLAINT", "SECOND", previous=first, at=LATER)
    assert slip.value.field == "previous"
    second = make.entered(case, "COMPLAINT", "SECOND", previous=first, at=LATER)
    assert (second.is_ours, second.body) == (False, "Chủ tịch Ủy ban nhân dân tỉnh")
    with pytest.raises(DomainError):
        make.entered(case, "COMPLAINT", "SECOND", previous=first, at=LATER)
    with pytest.raises(IntegrityError), transaction.atomic():
        Remedy.objects.filter(pk=second.pk).get().history.all()  # history stands
        twin = Remedy.objects.get(pk=second.pk)
        twin.pk, twin.code, twin._state.adding = None, "X-1", True
        twin.save()


def test_a_lawsuit_may_follow_a_complaint_and_names_a_paper_of_its_own_case(case, house):
    first = make.entered(case)
    suit = make.entered(case, "LAWSUIT", previous=first)
    assert suit.previous == first
    assert not Mail.objects.filter(about=suit.code).exists()
    with pytest.raises(DomainError) as slip:
        make.entered(case, letter=make.answer_of(make.refused(house)))
    assert slip.value.field == "letter"


def test_who_keeps_no_book_and_who_is_complained_of_enter_nothing(case, house):
    for by in (house.signer, house.auditor, house.originator, house.stranger):
        with pytest.raises(NotAllowed):
            make.entered(case, by=by)
    with pytest.raises(NotAllowed):
        make.entered(case, against=house.officer)
    assert make.entered(case, by=house.registry, against=house.officer).against == house.officer


def test_a_denunciation_of_the_head_goes_up(case, house):
    with pytest.raises(DomainError) as slip:
        make.entered(case, "DENUNCIATION", against=house.head_of_authority)
    assert slip.value.field == "against"


# --- the way to the outcome ----------------------------------------------------------------------------------------
def test_accepted_from_its_day_and_told(case, house):
    remedy = make.accepted(case)
    assert (remedy.status, remedy.accepted_on, remedy.due_on) == ("ACCEPTED", date(2026, 12, 2), date(2027, 1, 1))
    assert Mail.objects.filter(kind="complaint_accepted").count() == 1
    waiting = make.entered(case)
    for wrong in ("30/11/2026", "05/12/2026"):
        with pytest.raises(DomainError) as slip:
            remedies.accept(
                remedy=waiting, seen=None, accepted_on=day(wrong), by=house.head, at=moment("02/12/2026 08:00")
            )
        assert slip.value.field == "accepted_on"


def test_the_opinion_for_the_court_ends_what_is_due(case, house):
    suit = make.entered(case, "LAWSUIT")
    with pytest.raises(ImpossibleMove):
        remedies.accept(remedy=suit, seen=None, accepted_on=suit.received_on, by=house.head, at=LATER)
    suit = remedies.send_opinion(remedy=suit, seen=suit.version, accepted_on=day("08/12/2026"), by=house.head, at=LATER)
    assert (suit.status, suit.due_on) == ("ACCEPTED", None)
    assert '"late":false' in bytes(Entry.objects.get(kind="remedy.opinion_sent").payload).decode()
    with pytest.raises(ImpossibleMove):
        remedies.send_opinion(
            remedy=make.entered(case), seen=None, accepted_on=day("08/12/2026"), by=house.head, at=LATER
        )


def test_a_complex_complaint_is_lengthened_once_by_a_paper(case, house):
    remedy = make.accepted(case)
    with pytest.raises(DomainError) as slip:
        remedies.lengthen(remedy=remedy, seen=None, paper=" ", by=house.signer, at=LATER)
    assert slip.value.field == "paper"
    remedy = remedies.lengthen(
        remedy=remedy, seen=remedy.version, paper="05/TB ngày 09/12, ba nơi", by=house.signer, at=LATER
    )
    assert remedy.due_on == date(2027, 1, 18)
    with pytest.raises(ImpossibleMove):
        remedies.lengthen(remedy=remedy, seen=None, paper="06/TB", by=house.signer, at=LATER)
    with pytest.raises(NotAllowed):
        remedies.lengthen(remedy=remedy, seen=None, paper="06/TB", by=house.officer, at=LATER)


def test_nothing_is_lengthened_after_its_end_nor_for_another_body(case, house):
    remedy = make.accepted(case)
    with pytest.raises(ImpossibleMove):
        remedies.lengthen(remedy=remedy, seen=None, paper="05/TB", by=house.signer, at=moment("05/01/2027 08:00"))
    remedy = make.decided(make.proposed(remedy, house), house)
    second = make.accepted(
        case, "COMPLAINT", level="SECOND", previous=remedy, on="12/12/2026", received_on="11/12/2026"
    )
    for act in (remedies.lengthen, remedies.suspend):
        with pytest.raises(ImpossibleMove):
            act(remedy=second, seen=None, by=house.signer, at=moment("12/12/2026 11:00"),
                **({"paper": "1"} if act == remedies.lengthen else {"reason": "1"}))  # fmt: skip


def test_suspended_days_do_not_count(case, house):
    remedy = make.accepted(case)
    with pytest.raises(DomainError):
        remedies.suspend(remedy=remedy, seen=None, reason="", by=house.signer, at=LATER)
    remedy = remedies.suspend(
        remedy=remedy, seen=remedy.version, reason="Người khiếu nại ốm", by=house.signer, at=LATER
    )
    assert (remedy.status, remedy.due_on, clock.explain_remedy(remedy)) == ("SUSPENDED", None, None)
    remedy = remedies.resume(remedy=remedy, seen=remedy.version, by=house.signer, at=moment("17/12/2026 08:00"))
    assert (remedy.status, remedy.suspended_days, remedy.due_on) == ("ACCEPTED", 7, date(2027, 1, 8))


def test_rejected_by_two_people_and_told(case, house):
    remedy = make.proposed(make.accepted(case), house)
    assert remedy.status == "PROPOSED"
    remedy = make.decided(remedy, house)
    assert (remedy.status, remedy.outcome_on, remedy.is_late, remedy.new_case) == (
        "REJECTED",
        date(2026, 12, 11),
        False,
        None,
    )
    mail = Mail.objects.get(kind="complaint_settled")
    assert "không chấp nhận" in mail.text
    assert case.now.status == "REFUSED"


def test_settled_after_its_day_is_late(case, house):
    remedy = make.decided(make.proposed(make.accepted(case), house), house, on="05/01/2027")
    assert remedy.is_late
    assert '"late":true' in bytes(Entry.objects.get(kind="remedy.decided").payload).decode()


@pytest.mark.parametrize(
    ("words", "field"),
    [
        ({"outcome": "NOT_ACCEPTED"}, "outcome"),
        ({"answer": " "}, "answer"),
        ({"outcome": "UPHELD", "measures": ""}, "measures"),
    ],
)
def test_half_an_outcome_is_not_proposed(case, house, words, field):
    with pytest.raises(DomainError) as slip:
        make.proposed(make.accepted(case), house, **words)
    assert slip.value.field == field


def test_not_accepting_is_an_outcome_with_its_reason_by_two_people(case, house):
    remedy = make.entered(case)
    with pytest.raises(DomainError):
        make.proposed(remedy, house, outcome="REJECTED")
    remedy = make.decided(
        make.proposed(remedy, house, outcome="NOT_ACCEPTED", answer="Đã hết thời hiệu 90 ngày."), house
    )
    assert (remedy.status, remedy.decided_by) == ("NOT_ACCEPTED", house.head_of_authority)


def test_a_withdrawn_one_needs_no_paper_a_decided_one_does(case, house):
    remedy = make.proposed(make.entered(case), house, outcome="WITHDRAWN", answer="Có đơn xin rút.")
    assert make.decided(remedy, house, paper_number="", paper_on=None).status == "WITHDRAWN"
    remedy = make.proposed(make.accepted(case), house)
    for words, field in (({"paper_number": " "}, "paper_number"), ({"paper_on": None}, "paper_on"),
                         ({"paper_on": day("12/12/2026")}, "paper_on")):  # fmt: skip
        with pytest.raises(DomainError) as slip:
            make.decided(remedy, house, **words)
        assert slip.value.field == field


def test_sent_back_to_where_it_came_from(case, house):
    for remedy, status in ((make.entered(case), "RECEIVED"), (make.accepted(case), "ACCEPTED")):
        outcome = "NOT_ACCEPTED" if status == "RECEIVED" else "REJECTED"
        remedy = make.proposed(remedy, house, outcome=outcome)
        with pytest.raises(DomainError):
            remedies.send_back(remedy=remedy, seen=None, reason="", by=house.signer, at=LATER)
        remedy = remedies.send_back(
            remedy=remedy, seen=remedy.version, reason="Xem lại căn cứ", by=house.signer, at=LATER
        )
        assert remedy.status == status


# --- two people, and never the person complained of ------------------------------------------------------------------
def test_the_proposer_never_decides_superuser_included(case, house):
    house.give(house.head, Role.SIGNER)
    house.head.__dict__.pop("current_roles", None)
    house.head.is_superuser = True
    house.head.save()
    remedy = make.proposed(make.accepted(case), house)
    for act in (make.decided, lambda *a, **k: remedies.send_back(remedy=remedy, seen=None, reason="x", at=LATER, **k)):
        with pytest.raises(NotAllowed):
            act(remedy, house, by=house.head) if act is make.decided else act(by=house.head)
    with pytest.raises(IntegrityError), transaction.atomic():
        fresh = Remedy.objects.get(pk=remedy.pk)
        fresh.decided_by, fresh.closed_at, fresh.outcome_on, fresh.status = (
            house.head,
            LATER,
            date(2026, 12, 11),
            "REJECTED",
        )
        fresh.save()


def test_the_person_complained_of_takes_no_part(case, house):
    remedy = make.accepted(case, against=house.head, by=house.signer)
    with pytest.raises(NotAllowed):
        make.proposed(remedy, house, by=house.head)
    remedy = make.proposed(remedy, house, by=house.second_officer)
    with pytest.raises(IntegrityError), transaction.atomic():
        fresh = Remedy.objects.get(pk=remedy.pk)
        fresh.proposed_by = house.head
        fresh.save()
    assert "decide" not in {move.name for move in remedy_moves.allowed(remedy, house.head, day("10/12/2026"))}


def test_who_prepared_the_answer_does_not_say_whether_it_was_right(case, house):
    remedy = make.accepted(case, letter=make.answer_of(case))
    with pytest.raises(NotAllowed):
        make.proposed(remedy, house, by=house.officer)
    assert make.proposed(remedy, house, by=house.second_officer).status == "PROPOSED"


def test_only_the_head_or_the_signer_decides_the_authoritys_own(case, house):
    remedy = make.proposed(make.accepted(case), house, by=house.second_officer)
    for by in (house.head, house.officer, house.auditor, house.registry):
        with pytest.raises(NotAllowed):
            make.decided(remedy, house, by=by)
    with pytest.raises(StaleView):
        remedies.decide(remedy=remedy, seen=1, by=house.signer, at=LATER)


# --- settled elsewhere -----------------------------------------------------------------------------------------------
def test_a_judgement_is_written_down_by_one_and_confirmed_by_another(case, house):
    suit = make.entered(case, "LAWSUIT")
    for words, field in (({"paper_number": ""}, "paper_number"), ({"paper_on": None}, "paper_on")):
        with pytest.raises(DomainError) as slip:
            make.proposed(suit, house, by=house.officer, outcome="REJECTED", **words)
        assert slip.value.field == field
    suit = make.proposed(suit, house, by=house.officer, outcome="REJECTED")
    suit = make.decided(suit, house, by=house.head)
    assert (suit.status, suit.outcome_on, suit.is_late) == ("REJECTED", date(2026, 12, 10), False)
    appeal = make.entered(case, "LAWSUIT", "APPEAL", previous=suit, received_on="11/12/2026")
    assert appeal.due_on is None


def test_withdrawn_before_the_court_without_a_paper_of_its_own(case, house):
    suit = make.proposed(
        make.entered(case, "LAWSUIT"), house, by=house.officer, outcome="WITHDRAWN", answer="Tòa thông báo."
    )
    assert make.decided(suit, house, by=house.head).status == "WITHDRAWN"


# --- papers ----------------------------------------------------------------------------------------------------------
def test_papers_are_added_whenever_they_come(case, house):
    remedy = make.entered(case)
    with pytest.raises(DomainError) as slip:
        remedies.add_papers(remedy=remedy, seen=None, files=[], by=house.registry, at=LATER)
    assert slip.value.field == "files"
    remedy = remedies.add_papers(
        remedy=remedy, seen=remedy.version, files=[make.a_paper()], by=house.registry, at=LATER
    )
    assert [str(one) for one in remedy.files.all()] == [one.name for one in remedy.files.all()]


# --- denunciations ---------------------------------------------------------------------------------------------------
@pytest.fixture
def secret(case, house):
    return make.entered(case, "DENUNCIATION", by=house.registry, against=house.officer)


def test_who_denounces_is_kept_apart_encrypted_and_told_nobody(case, house, secret):
    assert secret.is_secret
    assert not Mail.objects.filter(about=secret.code).exists()
    assert not Entry.objects.filter(kind="request.contested").exists()
    with transaction.get_connection().cursor() as cursor:
        cursor.execute("SELECT name, contact, address FROM workflow_denouncer")
        kept = "".join(cursor.fetchone())
    assert "Kín" not in kept
    assert "0955" not in kept
    assert "Khe Sim" not in kept
    assert secret.code in str(secret.denouncer)
    assert "Kín" not in str(secret.denouncer)


def seen_by(user):
    user.__dict__.pop("current_roles", None)
    return set(access.visible_remedies(user).values_list("pk", flat=True))


def test_a_denunciation_is_seen_by_few_and_read_by_fewer(house, secret):
    seeing = {role for role, user in house.by_role.items() if secret.pk in seen_by(user)}
    assert seeing == {Role.HEAD, Role.SIGNER, Role.FOCAL_HEAD, Role.REGISTRY, Role.AUDITOR}
    reading = {role for role, user in house.by_role.items() if access.can_read_remedy(user, secret)}
    assert reading == {Role.HEAD}
    assert seen_by(house.stranger) == set()


def test_the_denounced_never_sees_it_whatever_they_hold(house, secret):
    for role in (Role.HEAD, Role.FOCAL_HEAD, Role.REGISTRY):
        house.give(house.officer, role)
    assert seen_by(house.officer) == set()
    assert not access.is_of_the_few(house.officer, secret)
    assert remedy_moves.allowed(secret, house.officer, day("02/12/2026")) == []


def test_the_head_names_readers_and_takes_them_off(house, secret):
    second = house.second_officer
    for reader, reason, field in (
        (second, "", "reason"), (house.head_of_authority, "Xác minh", "reader"), (house.officer, "Xác minh", "reader"),
        (house.stranger, "Xác minh", "reader"),
    ):  # fmt: skip
        with pytest.raises(DomainError) as slip:
            remedies.name_reader(
                remedy=secret, seen=None, reader=reader, reason=reason, by=house.head_of_authority, at=LATER
            )
        assert slip.value.field == field
    with pytest.raises(NotAllowed):
        remedies.name_reader(remedy=secret, seen=None, reader=second, reason="Xác minh", by=house.signer, at=LATER)

    act = {"remedy": secret, "seen": None, "reader": second, "by": house.head_of_authority, "at": LATER}
    remedies.name_reader(**act, reason="Xác minh")
    with pytest.raises(DomainError):
        remedies.name_reader(**act, reason="Xác minh")
    assert secret.pk in seen_by(second)
    assert access.can_read_remedy(second, secret)
    assert secret in remedy_moves.waiting_for(second)
    assert "đọc" not in str(secret.readers.get())
    assert secret.code in str(secret.readers.get())

    remedies.drop_reader(**act)
    with pytest.raises(DomainError):
        remedies.drop_reader(**act)
    assert seen_by(second) == set()
    assert not access.can_read_remedy(second, secret)


def test_every_reading_of_the_denouncer_is_on_record(house, secret):
    for by in (house.signer, house.registry, house.officer, house.auditor):
        with pytest.raises(NotAllowed):
            remedies.read_denouncer(remedy=secret, reason="Xem", by=by, at=LATER)
    with pytest.raises(DomainError):
        remedies.read_denouncer(remedy=secret, reason=" ", by=house.head_of_authority, at=LATER)
    person = remedies.read_denouncer(remedy=secret, reason="Mời làm việc", by=house.head_of_authority, at=LATER)
    assert person.name == make.DENOUNCER["denouncer_name"]
    assert Entry.objects.filter(kind="remedy.denouncer_read").count() == 1
    with pytest.raises(NotAllowed):
        remedies.read_denouncer(
            remedy=make.entered(make.refused(house)), reason="x", by=house.head_of_authority, at=LATER
        )


def test_a_denunciation_goes_its_way_among_the_few_and_opens_no_case(house, secret):
    head, second = house.head_of_authority, house.second_officer
    with pytest.raises(NotAllowed):
        remedies.accept(remedy=secret, seen=None, accepted_on=day("02/12/2026"), by=house.head, at=LATER)
    remedies.name_reader(remedy=secret, seen=None, reader=second, reason="Xác minh", by=head, at=LATER)
    remedy = remedies.accept(remedy=secret, seen=None, accepted_on=day("02/12/2026"), by=second, at=LATER)
    for _time in (1, 2):
        remedy = remedies.lengthen(remedy=remedy, seen=None, paper="Vụ việc đặc biệt phức tạp", by=head, at=LATER)
    with pytest.raises(ImpossibleMove):
        remedies.lengthen(remedy=remedy, seen=None, paper="Lần ba", by=head, at=LATER)
    remedy = make.proposed(remedy, house, by=second, outcome="UPHELD")
    with pytest.raises(NotAllowed):
        make.decided(remedy, house, by=house.signer)
    remedy = make.decided(remedy, house)
    assert (remedy.status, remedy.new_case) == ("UPHELD", None)
    assert not Mail.objects.filter(about=remedy.code).exists()
    assert not InformationRequest.objects.filter(reopened_by__isnull=False).exists()


def test_a_complaint_has_no_list_of_readers(case, house):
    with pytest.raises(ImpossibleMove):
        remedies.name_reader(
            remedy=make.entered(case),
            seen=None,
            reader=house.second_officer,
            reason="x",
            by=house.head_of_authority,
            at=LATER,
        )


# --- whose turn ------------------------------------------------------------------------------------------------------
def test_each_finds_what_waits_for_them(case, house):
    def waits(user):
        user.__dict__.pop("current_roles", None)
        return [one.pk for one in remedy_moves.waiting_for(user)]

    remedy = make.entered(case, against=house.second_officer)
    assert waits(house.officer) == waits(house.head) == [remedy.pk]
    assert waits(house.second_officer) == waits(house.signer) == []
    remedy = make.proposed(make.accepted(case), house)
    assert remedy.pk in waits(house.head_of_authority)
    assert remedy.pk in waits(house.signer)
    suit = make.entered(case, "LAWSUIT")
    remedies.send_opinion(remedy=suit, seen=None, accepted_on=suit.received_on, by=house.head, at=LATER)
    assert suit.pk not in waits(house.officer)


def test_every_state_is_open_or_an_outcome():
    assert set(REMEDY_OPEN) | set(REMEDY_OUTCOMES) == set(RemedyStatus)
    assert not set(REMEDY_OPEN) & set(REMEDY_OUTCOMES)
    drawn = remedy_moves.as_mermaid()
    assert all(str(status) in drawn for status in RemedyStatus)


def test_queries_read_as_sentences(case, house):
    complaint, suit = make.entered(case), make.entered(case, "LAWSUIT")
    assert list(Remedy.objects.ours()) == [complaint]
    assert set(Remedy.objects.open()) == {complaint, suit}
    assert not Remedy.objects.closed().exists()
    assert list(Remedy.objects.overdue_on(date(2026, 12, 11))) == [complaint]


# --- the calendar, and a reorganisation --------------------------------------------------------------------------------
def test_a_new_day_off_moves_an_open_matter_and_never_sooner(case, house):
    remedy = make.entered(case, received_on="12/11/2026")
    assert remedy.due_on == date(2026, 11, 23)
    assert remedies.recount(remedies.hold_open(), by=house.administrator, at=LATER, reason="Không đổi") == 0
    act = {"by": house.administrator, "at": LATER, "reason": "Nghỉ bù"}
    assert remedies.recount(remedies.hold_open(), calendar=law.calendar_with(MONDAY_OFF), **act) == 1
    assert Remedy.objects.get().due_on == date(2026, 11, 25)
    assert remedies.recount(remedies.hold_open(), **act) == 0  # the day is worked again: what was told stands
    assert Remedy.objects.get().due_on == date(2026, 11, 25)
    assert Entry.objects.filter(kind="remedy.due_date_moved", subject_id=str(remedy.pk)).count() == 1


def test_an_open_matter_passes_on_with_the_authority(case, house):
    remedy, successor = make.entered(case), make_house()
    passing_on.pass_on(
        former=house.authority, successor=successor.authority, focal_unit=successor.focal_unit,
        former_focal=house.focal_unit.pk, by=house.administrator, at=LATER,
    )  # fmt: skip
    remedy.refresh_from_db()
    assert (remedy.authority, remedy.unit) == (successor.authority, successor.focal_unit)
    assert Entry.objects.filter(kind="remedy.passed_on").count() == 1
