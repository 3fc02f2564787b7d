"""What the requester may do with number and code, or an officer at their word."""

import pytest

from cms.core.errors import DomainError, NotAllowed
from cms.core.models import Mail
from tests.factories.moments import day
from tests.factories.workflow import Case, case_in
from tests.workflow.services.record import acts_of, last_act
from workflow import codes
from workflow.choices import OPEN_STATUSES, CorrespondenceKind, Status, WithdrawReason
from workflow.services import citizen
from workflow.transitions import ImpossibleMove

pytestmark = pytest.mark.django_db


# --- withdrawing -----------------------------------------------------------------------------------------------------
@pytest.mark.parametrize("status", OPEN_STATUSES)
def test_requester_withdraws_at_any_step_and_owes_no_reason(house, status):
    case = case_in(status, house).withdraw()
    info_request = case.now
    assert (info_request.status, info_request.withdraw_reason) == (Status.WITHDRAWN, WithdrawReason.OWN_WISH)
    assert last_act(case)["actor"] == "CITIZEN"
    assert info_request.correspondence.filter(kind=CorrespondenceKind.WITHDRAWAL, from_requester=True).count() == 1
    assert Mail.objects.filter(kind="withdrawn").count() == 1


def test_officer_who_records_a_withdrawal_says_how_they_were_told(house):
    case = Case.sent(house)
    with pytest.raises(DomainError) as slip:
        case.withdraw(by=house.officer)
    assert slip.value.field == "text"
    case.withdraw(by=house.officer, text="Bà Mến gọi điện ngày 02/11")
    assert case.now.correspondence.get().by == house.officer


def test_closed_case_is_not_withdrawn(house):
    with pytest.raises(ImpossibleMove):
        case_in(Status.REFUSED, house).withdraw()


# --- the cost --------------------------------------------------------------------------------------------------------
def test_requester_agrees_to_the_cost_once_and_the_clock_goes_on(house):
    case = case_in(Status.AWAITING_PAYMENT, house)
    due_on = case.now.due_on
    case.accept_cost()
    assert case.decision().cost_accepted_at == case.at
    assert (case.now.status, case.now.due_on) == (Status.AWAITING_PAYMENT, due_on)
    with pytest.raises(DomainError, match="Đã ghi nhận"):
        case.accept_cost()


def test_requester_may_still_agree_while_a_refusal_is_proposed(house):
    case = case_in(Status.AWAITING_PAYMENT, house).later(days=8).propose_to_refuse(ground="COST_UNPAID").accept_cost()
    assert case.now.decisions.get(outcome="PROVIDE").cost_accepted_at == case.at


def test_declined_cost_withdraws_and_is_no_refusal(house):
    """readings.md 8."""
    case = case_in(Status.AWAITING_PAYMENT, house).decline_cost()
    assert (case.now.status, case.now.withdraw_reason) == (Status.WITHDRAWN, WithdrawReason.COST_DECLINED)
    assert not case.now.decisions.filter(outcome="REFUSE").exists()


def test_cost_is_declined_by_officers_word_too(house):
    case = case_in(Status.AWAITING_PAYMENT, house).decline_cost(by=house.officer)
    assert last_act(case)["actor"]["username"] == house.officer.username


# --- contact ---------------------------------------------------------------------------------------------------------
CONTACT = {"phone": "+84987654321", "email": "moi@example.vn", "notice": "EMAIL", "postal_address": "5 Hùng Vương"}


def change_contact(case, **words):
    return case.do(citizen.change_contact, **CONTACT | words)


def test_contact_is_corrected_and_the_old_one_stays_in_the_history(house):
    case = change_contact(Case.sent(house))
    requester = case.now.requester
    assert (requester.phone, requester.email, requester.postal_address) == (
        "+84987654321",
        "moi@example.vn",
        "5 Hùng Vương",
    )
    assert requester.history.count() == 2
    assert all("moi@example.vn" not in str(act) for act in acts_of(case))


def test_notice_by_mail_needs_an_address(house):
    with pytest.raises(DomainError) as slip:
        change_contact(Case.sent(house), email="")
    assert slip.value.field == "email"


def test_address_stays_where_files_are_to_be_sent_by_mail(house):
    case = Case.sent(house, delivery="EMAIL")
    with pytest.raises(DomainError, match="Hãy giữ một địa chỉ") as slip:
        change_contact(case, email="", notice="NONE")
    assert slip.value.field == "email"
    assert change_contact(Case.sent(house), email="", notice="NONE").now.requester.email == ""


# --- the way to receive ----------------------------------------------------------------------------------------------
def change_delivery(case, delivery, **words):
    return case.do(citizen.change_delivery, delivery=delivery, **words)


def test_other_way_to_receive_follows_its_own_term_of_l16(house):
    """L16 Điều 29.2, 30.4: ten working days at the seat, fifteen by network."""
    case = Case.sent(house, "27/08/2026", delivery="VIEW_AT_SEAT")
    assert case.now.due_on == day("15/09/2026")
    change_delivery(case, "DOWNLOAD")
    assert (case.now.delivery, case.now.due_on) == ("DOWNLOAD", day("22/09/2026"))
    assert case.now.notice_due_on == day("04/09/2026")
    change_delivery(case, "VIEW_AT_SEAT")
    assert case.now.due_on == day("22/09/2026")  # told, so it never comes sooner


def test_way_to_receive_changes_no_date_of_l26(house):
    case = Case.sent(house, "02/11/2026")
    assert change_delivery(case, "VIEW_AT_SEAT").now.due_on == day("16/11/2026")


@pytest.mark.parametrize(
    ("sent_on", "delivery", "field"),
    [
        ("03/11/2026", "PIGEON", "delivery"),
        ("03/11/2026", "FAX", "delivery"),  # L26 no longer names it
        ("27/08/2026", "FAX", "fax"),
        ("03/11/2026", "EMAIL", "email"),
        ("03/11/2026", "PAPER_BY_POST", "postal_address"),
    ],
)
def test_way_to_receive_is_lawful_and_has_its_address(house, sent_on, delivery, field):
    case = Case.entered(house, sent_on, facts=None, email="", address="", postal_address="")
    with pytest.raises(DomainError) as slip:
        change_delivery(case, delivery)
    assert slip.value.field == field
    assert case.now.delivery == "DOWNLOAD"


@pytest.mark.parametrize(
    ("delivery", "words"),
    [
        ("EMAIL", {"email": "a@example.vn"}),
        ("PAPER_BY_POST", {"postal_address": "5 Hùng Vương"}),
        ("FAX", {"fax": "0250"}),
    ],
)
def test_address_given_with_the_new_way_is_kept(house, delivery, words):
    case = change_delivery(Case.entered(house, "27/08/2026", email="", address=""), delivery, **words)
    assert case.now.delivery == delivery
    assert {name: getattr(case.now.requester, name) for name in words} == words


def test_address_known_already_is_kept(house):
    case = change_delivery(Case.sent(house), "EMAIL")
    assert case.now.requester.email == "men@example.vn"


# --- codes and identity numbers --------------------------------------------------------------------------------------
def test_new_code_at_the_counter_kills_the_old_one(house):
    case = Case.sent(house)
    old = case.code
    case.do(citizen.reissue_code, identity_seen="Căn cước, so ảnh", by=house.officer)
    info_request, new = case.now, case.last
    assert codes.code_opens(info_request.code, new, info_request.tracking_hash)
    assert not codes.code_opens(info_request.code, old, info_request.tracking_hash)
    assert new not in str(acts_of(case))


def test_new_code_needs_an_identity_paper_seen(house):
    with pytest.raises(DomainError) as slip:
        Case.sent(house).do(citizen.reissue_code, identity_seen=" ", by=house.officer)
    assert slip.value.field == "identity_seen"


def unmask(case, by, reason="Đối chiếu giấy ủy quyền"):
    return citizen.unmask_identity(info_request=case.now, reason=reason, by=by, at=case.at)


def test_reading_a_full_identity_number_is_an_act_on_record(house):
    """S14."""
    case = Case.sent(house)
    assert unmask(case, house.officer) == "001185000417"
    act = last_act(case)
    assert (act["kind"], act["actor"]["username"]) == ("request.identity_shown", house.officer.username)
    assert "001185000417" not in str(act)


def test_reading_it_needs_the_role_and_a_reason(house):
    case = Case.sent(house)
    before = len(acts_of(case))
    with pytest.raises(NotAllowed):
        unmask(case, house.signer)
    with pytest.raises(DomainError) as slip:
        unmask(case, house.officer, reason=" ")
    assert slip.value.field == "reason"
    assert len(acts_of(case)) == before
