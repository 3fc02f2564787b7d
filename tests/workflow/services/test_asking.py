"""Units, bodies and persons concerned are asked on paper, with a day, an answer and one reminder; no term stops for them."""

from datetime import timedelta

import pytest

from cms.core.errors import DomainError
from cms.core.models import Mail
from tests.factories.core import make_person
from tests.factories.moments import day, moment
from tests.factories.workflow import Case, stored_file
from tests.workflow.services.record import kinds_of, last_act
from workflow import access
from workflow.models import Consent, Consultation
from workflow.services import consents, handling, reminding
from workflow.tasks import remind_of_answers
from workflow.transitions import ImpossibleMove

pytestmark = pytest.mark.django_db
THURSDAY, FRIDAY = "05/11/2026", "06/11/2026"


@pytest.fixture
def case(house):
    return Case.sent(house).accept()


def mails():
    return list(Mail.objects.filter(kind="answer_wanted").order_by("pk"))


def wake(on):
    remind_of_answers(moment(f"{on} 07:05"))


# --- units and bodies ------------------------------------------------------------------------------------------------
def test_question_keeps_its_paper_and_the_answer_its_file(case, house):
    due_on = case.now.due_on
    case.consult(wanted_on=day(FRIDAY), paper_number="45/VP-DD")
    asked = case.now.consultations.get()
    assert (asked.paper_number, asked.wanted_on, asked.asked_by) == ("45/VP-DD", day(FRIDAY), house.officer)
    file = stored_file("tra-loi.pdf", role="OPINION")
    case.do(handling.answer_consultation, consultation=asked, answer="Cung cấp được", file=file, by=house.originator)
    asked.refresh_from_db()
    assert (asked.answer_file.role, asked.answered_by, asked.answered_at) == ("OPINION", house.originator, case.at)
    assert len(last_act(case)["rows"]) == 3  # the request, the answer, the file
    assert case.now.due_on == due_on
    assert not access.files_named_to_requester(case.now).exists()


@pytest.mark.parametrize(
    ("wake_on", "reminded"),
    [
        ("04/11/2026", False),
        (THURSDAY, True),  # the last working day before
        (FRIDAY, True),
        ("07/11/2026", False),  # a Saturday
        ("09/11/2026", True),  # nobody was reminded in time: late is better than never
    ],
)
def test_worker_reminds_on_the_last_working_day_before(case, wake_on, reminded):
    case.consult(wanted_on=day(FRIDAY))
    wake(wake_on)
    assert bool(case.now.consultations.get().reminded_at) is reminded
    assert len(mails()) == int(reminded)


def test_reminder_goes_once_to_the_people_of_the_unit(case, house):
    case.consult(wanted_on=day(FRIDAY))
    for on in (THURSDAY, THURSDAY, FRIDAY, "09/11/2026"):
        wake(on)
    (mail,) = mails()
    assert mail.to == house.originator.email
    assert "Phòng Đất đai" in mail.text
    assert "06/11/2026" in mail.text
    assert kinds_of(case).count("request.answer_wanted") == 1


def test_for_another_body_the_officer_is_reminded(case, house):
    case.consult(unit=None, body="Sở Y tế", wanted_on=day(FRIDAY))
    wake(THURSDAY)
    assert [(mail.to, "Sở Y tế" in mail.text) for mail in mails()] == [(house.officer.email, True)]


def test_nobody_with_an_address_is_reminded_of_nothing_and_nothing_breaks(case, house):
    nobody = make_person("Không thư", authority=house.authority, email="")
    case.consult(unit=None, body="Sở Y tế", wanted_on=day(FRIDAY))
    info_request = case.now
    info_request.assigned_to = nobody
    info_request.save()
    wake(THURSDAY)
    assert mails() == []
    assert case.now.consultations.get().reminded_at


def test_answered_or_closed_is_not_reminded_of(case, house):
    case.consult(wanted_on=day(FRIDAY))
    asked = case.now.consultations.get()
    case.do(handling.answer_consultation, consultation=asked, answer="Được", by=house.originator)
    case.consult(unit=None, body="Sở Y tế", wanted_on=day(FRIDAY)).withdraw()
    wake(THURSDAY)
    assert mails() == []


def test_two_workers_remind_once(case):
    case.consult(wanted_on=day(FRIDAY))
    key = case.now.consultations.get().pk
    at = moment(f"{THURSDAY} 07:05")
    assert reminding._remind(Consultation, key, day(FRIDAY), at)
    assert not reminding._remind(Consultation, key, day(FRIDAY), at)
    assert len(mails()) == 1


# --- persons concerned -----------------------------------------------------------------------------------------------
def test_consent_is_asked_and_answered_with_its_paper(case, house):
    due_on = case.now.due_on
    case.ask_consent(paper_number="46/VP").later(days=2).record_consent()
    consent = case.now.consents.get()
    assert (consent.agreed, consent.answered_on, consent.answered_by) == (True, case.today, house.officer)
    assert consent.answer_file.role == "AGREEMENT"
    assert kinds_of(case)[-2:] == ["request.consent_asked", "request.consent_recorded"]
    assert case.now.due_on == due_on
    assert not access.files_named_to_requester(case.now).exists()


def test_no_needs_no_paper_and_yes_does(case):
    case.ask_consent()
    with pytest.raises(DomainError) as slip:
        case.record_consent(file=None)
    assert slip.value.field == "file"
    assert case.record_consent(agreed=False, file=None).now.consents.get().agreed is False
    with pytest.raises(DomainError) as slip:
        case.record_consent()
    assert slip.value.field == "consent"


@pytest.mark.parametrize(
    ("words", "field"),
    [
        ({"kind": "GOSSIP"}, "kind"),
        ({"person": " "}, "person"),
        ({"address": ""}, "address"),
        ({"question": ""}, "question"),
        ({"wanted_on": day("01/11/2026")}, "wanted_on"),
    ],
)
def test_question_to_a_person_is_complete(case, words, field):
    with pytest.raises(DomainError) as slip:
        case.ask_consent(**words)
    assert slip.value.field == field
    assert not Consent.objects.exists()


@pytest.mark.parametrize("on", ["01/11/2026", "03/11/2026"])
def test_answer_of_a_person_has_a_true_day(case, on):
    case.ask_consent()
    with pytest.raises(DomainError) as slip:
        case.record_consent(answered_on=day(on))
    assert slip.value.field == "answered_on"


@pytest.mark.parametrize("sent_on", ["27/08/2026", "03/11/2026"])
def test_kinds_are_those_of_the_cases_own_law(house, sent_on):
    case = Case.sent(house, sent_on).accept()
    for row in consents.kinds_to_ask(case.now):
        assert case.ask_consent(kind=row.code).last.kind == row.code
    alone = next(row for row in case.now.rule_set.rules.conditional_kinds if row.consent_of == "HEAD_DECIDES")
    with pytest.raises(DomainError):
        case.ask_consent(kind=alone.code)


def test_reminder_of_a_consent_names_nobody(case, house):
    case.ask_consent(wanted_on=day(FRIDAY))
    wake(THURSDAY)
    wake(FRIDAY)
    (mail,) = mails()
    assert mail.to == house.officer.email
    assert "Công ty" not in mail.text
    assert "người liên quan" in mail.text
    consent = case.now.consents.get()
    assert consent.is_overdue_on(day(FRIDAY) + timedelta(days=1))
    assert not consent.is_overdue_on(day(FRIDAY))


def test_nobody_is_asked_for_a_case_that_ended(case):
    with pytest.raises(ImpossibleMove):
        case.withdraw().ask_consent()
