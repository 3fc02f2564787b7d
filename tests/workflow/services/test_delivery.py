"""Papers leave, money comes in, information is given: closing and extending count from their paper (readings.md 8.2)."""

import pytest

from cms.core.errors import DomainError, NotAllowed
from cms.core.models import Mail
from cms.law.errors import NoSuchEntry
from tests.factories.moments import day
from tests.factories.workflow import Case, case_in, stored_file
from tests.workflow.services.record import kinds_of, last_act
from workflow import letters
from workflow.choices import DecisionKind, DecisionState, FileRole, LetterForm, LetterState, Outcome, Status
from workflow.services import delivery, payments
from workflow.transitions import ImpossibleMove

pytestmark = pytest.mark.django_db


# --- numbers, symbols, days ------------------------------------------------------------------------------------------
def test_paper_takes_number_symbol_and_day_from_the_registrys_book(house):
    case = Case.sent(house, "02/11/2026").accept().propose_to_refuse().on("04/11/2026").approve().on("05/11/2026")
    case.issue(number=" 7 ", symbol="TB-SXD", issued_on=day("04/11/2026"), late_reason="Văn thư nghỉ ốm")
    letter = case.now.letters.get()
    assert (letter.label, letter.year, letter.issued_on) == ("07/TB-SXD", 2026, day("04/11/2026"))
    assert (letter.issued_by, letter.issued_at, letter.state) == (house.registry, case.at, LetterState.ISSUED)
    assert (letter.signer_name, letter.signer_post) == ("Nguyễn Văn Ký", "Phó Giám đốc")
    assert letters.seal(letter.html) == letter.sha256
    assert last_act(case)["data"] | {"sha256": "", "pdf_sha256": ""} == {
        "form": "REFUSAL",
        "number": "07/TB-SXD",
        "issued_on": "2026-11-04",
        "sha256": "",
        "pdf_sha256": "",
        "due_on": "2026-11-16",
        "from": "ACCEPTED",
        "to": "REFUSED",
        "rule": "Luật 01/2026/QH16",
    }


def test_paper_signed_outside_bears_that_signer(house):
    case = Case.sent(house).accept().propose_to_refuse()
    case.record_signature(signer_name="Vũ Thị Đứng Đầu", signer_post="Giám đốc").issue()
    letter = case.now.letters.get()
    assert (letter.signer_name, letter.signer_post) == ("Vũ Thị Đứng Đầu", "Giám đốc")


def test_guidance_elsewhere_bears_no_signer_of_a_decision(house):
    letter = Case.sent(house).draft_redirect().issue().now.letters.get()
    assert letter.signer_name == ""


@pytest.mark.parametrize(
    ("words", "field"),
    [
        ({"number": " "}, "number"),
        ({"symbol": " "}, "number"),
        ({"issued_on": day("06/11/2026")}, "issued_on"),
        ({"issued_on": day("03/11/2026")}, "issued_on"),
        # Its day decides whether a term was kept, so that recording it later needs a reason.
        ({"issued_on": day("04/11/2026")}, "late_reason"),
    ],
)
def test_paper_is_dated_between_its_signature_and_today(house, words, field):
    case = Case.sent(house, "02/11/2026").accept().propose_to_refuse().on("04/11/2026").approve().on("05/11/2026")
    with pytest.raises(DomainError) as slip:
        case.issue(**words)
    assert slip.value.field == field
    assert case.now.status == Status.ACCEPTED


def test_paper_signed_outside_may_bear_the_day_of_that_signature(house):
    case = Case.sent(house, "02/11/2026").accept().propose_to_refuse().on("05/11/2026")
    case.record_signature(signed_on=day("03/11/2026")).issue(issued_on=day("03/11/2026"), late_reason="Văn thư nghỉ ốm")
    assert case.now.outcome_on == day("03/11/2026")


def test_number_is_used_once_a_year_in_each_authority(house, make_house_with):
    """S4: doubles refused, gaps normal."""

    def refused(where=house, on="02/11/2026"):
        return Case.sent(where, on).accept().propose_to_refuse().approve()

    refused().issue(number="12", symbol="TB-SXD")
    second = refused()
    with pytest.raises(DomainError, match="Số 12/TB-SXD đã dùng trong năm 2026") as slip:
        second.issue(number="12", symbol="TB-SXD")
    assert slip.value.field == "number"
    assert second.now.status == Status.ACCEPTED
    assert second.letter().number == ""
    second.issue(number="12", symbol="TB-VP")
    refused(make_house_with()).issue(number="12", symbol="TB-SXD")
    refused(on="05/01/2026").issue(number="99", symbol="TB-SXD")
    refused(on="05/11/2025").issue(number="12", symbol="TB-SXD")


def test_issued_paper_is_not_issued_again(house):
    case = Case.sent(house).accept().review().classify_all().propose(Outcome.PROVIDE_PARTLY).approve()
    letter = case.letter(LetterForm.RESOLUTION)
    case.issue(LetterForm.RESOLUTION)
    with pytest.raises(ImpossibleMove, match="không còn chờ phát hành"):
        case.issue(letter=letter)


def test_paper_of_another_case_is_not_issued_here(house):
    other = Case.sent(house).draft_redirect()
    with pytest.raises(ImpossibleMove, match="không còn chờ phát hành"):
        Case.sent(house).draft_redirect().issue(letter=other.letter())
    assert other.now.status == Status.RECEIVED


def test_scan_of_the_signed_paper_is_kept_for_the_file(house):
    case = Case.sent(house).accept().propose_to_refuse().approve().issue(file=stored_file("ban-dau.pdf", role="SENT"))
    assert case.now.attachments.get().role == FileRole.SIGNED


# --- extension -------------------------------------------------------------------------------------------------------
def test_extension_counts_from_the_day_its_notice_is_issued(house):
    case = Case.sent(house, "12/11/2026").accept().propose_extension(12).approve(DecisionKind.EXTENSION)
    assert case.now.due_on == day("25/11/2026")
    case.on("25/11/2026 16:00").issue(LetterForm.EXTENSION)
    assert case.now.due_on == case.now.told_due_on == day("07/12/2026")
    extension = case.now.extensions.get()
    assert (extension.from_on, extension.until_on, extension.told_on) == (
        day("25/11/2026"),
        day("07/12/2026"),
        day("25/11/2026"),
    )
    assert (extension.amount, extension.unit, extension.article) == (12, "CALENDAR_DAY", "Điều 26.3")
    assert case.decision(DecisionKind.EXTENSION).state == DecisionState.EFFECTIVE
    facts = last_act(case)["data"]
    assert (facts["before"], facts["after"]) == ("2026-11-25", "2026-12-07")
    assert Mail.objects.filter(kind="extended").count() == 1


def test_notice_dated_after_the_running_term_extends_nothing(house):
    """In writing, inside the running limit (L16 Điều 29.2, 30.4, 31.2; L26 Điều 26.3)."""
    case = Case.sent(house, "12/11/2026").accept().propose_extension(12).approve(DecisionKind.EXTENSION)
    case.on("26/11/2026")
    with pytest.raises(ImpossibleMove, match=r"Thời hạn đã hết ngày 25/11/2026.*Điều 26\.3 Luật 01/2026/QH16"):
        case.issue(LetterForm.EXTENSION)
    assert case.now.due_on == day("25/11/2026")
    assert case.letter().number == ""
    # Dated and sent in time, entered the day after.
    case.issue(LetterForm.EXTENSION, issued_on=day("25/11/2026"), late_reason="Văn thư nghỉ ốm")
    assert case.now.due_on == day("07/12/2026")


def test_late_notice_wins_no_days(house):
    """It runs on from the end of the running term, not from the day of the notice."""
    case = Case.sent(house, "12/11/2026").accept()
    case.on("13/11/2026").propose_extension(5).approve(DecisionKind.EXTENSION).issue()
    assert case.now.due_on == day("30/11/2026")


# --- refusal ---------------------------------------------------------------------------------------------------------
def test_refusal_takes_effect_when_issued_and_only_then(house):
    case = Case.sent(house, "02/11/2026").accept().propose_to_refuse()
    assert case.now.is_open
    case.approve()
    assert case.now.is_open
    assert case.decision().effective_on is None
    case.on("05/11/2026").issue()
    info_request = case.now
    assert (info_request.status, info_request.outcome_on) == (Status.REFUSED, day("05/11/2026"))
    assert info_request.closed_at == case.at
    assert case.piece().outcome == Outcome.REFUSE
    assert (case.decision().state, case.decision().effective_on) == (DecisionState.EFFECTIVE, day("05/11/2026"))
    assert Mail.objects.filter(kind="refused").count() == 1


def test_refusal_counts_from_the_day_on_the_paper(house):
    case = Case.sent(house, "02/11/2026").accept().propose_to_refuse().on("04/11/2026").approve().on("06/11/2026")
    case.issue(issued_on=day("05/11/2026"), late_reason="Văn thư nghỉ ốm")
    assert case.now.outcome_on == day("05/11/2026")


def test_refusal_is_issued_by_the_registry_only(house):
    case = Case.sent(house).accept().propose_to_refuse().approve()
    for office in ("officer", "head", "signer", "head_of_authority"):
        with pytest.raises(NotAllowed):
            case.issue(by=getattr(house, office))


# --- form 03 and money -----------------------------------------------------------------------------------------------
def test_form_03_without_cost_leads_straight_to_giving(house):
    case = case_in(Status.APPROVED_TO_PROVIDE, house).issue()
    assert case.now.status == Status.APPROVED_TO_PROVIDE
    assert kinds_of(case)[-1] == "request.resolution_issued"
    assert Mail.objects.filter(kind="resolved").count() == 1
    assert payments.cost_of(case.now) == 0


def test_form_03_with_cost_asks_for_payment_first(house):
    """Paid before provision (D18 Điều 13.2; TT46 Điều 4.1.b); the clock goes on."""
    case = case_in(Status.AWAITING_PAYMENT, house)
    assert payments.cost_of(case.now) == 30_000
    assert case.now.due_on == day("16/11/2026")
    with pytest.raises(ImpossibleMove):
        case.provide()
    case.later(days=2).record_payment()
    assert case.now.status == Status.READY
    payment = case.now.payments.get()
    assert (payment.amount, payment.paid_on, payment.recorded_by) == (30_000, case.today, house.cashier)
    assert last_act(case)["data"]["amount"] == 30_000


def test_nothing_is_owed_before_anything_was_signed(house):
    assert payments.cost_of(Case.sent(house).now) == 0


@pytest.mark.parametrize(
    ("words", "field"),
    [
        ({"amount": 30_001}, "amount"),
        ({"amount": 0}, "amount"),
        ({"paid_on": day("01/11/2026")}, "paid_on"),
        ({"paid_on": day("03/11/2026")}, "paid_on"),
        ({"receipt_number": " "}, "receipt_number"),
    ],
)
def test_payment_is_not_too_much_on_a_true_day_with_its_receipt(house, words, field):
    case = case_in(Status.AWAITING_PAYMENT, house)
    with pytest.raises(DomainError) as slip:
        case.record_payment(**words)
    assert slip.value.field == field
    assert not case.now.payments.exists()


def test_money_may_come_in_parts_and_nothing_is_given_before_the_last(house):
    case = case_in(Status.AWAITING_PAYMENT, house).record_payment(amount=12_000)
    assert (case.now.status, payments.left_to_pay(case.now)) == (Status.AWAITING_PAYMENT, 18_000)
    assert (kinds_of(case)[-1], last_act(case)["data"]["left"]) == ("request.part_paid", 18_000)
    assert Mail.objects.get(kind="part_paid").text.count("18.000 đồng") == 1
    with pytest.raises(ImpossibleMove):
        case.provide()
    with pytest.raises(DomainError, match=r"18\.000 đồng"):
        case.record_payment(amount=18_001, receipt_number="BL-2")
    with pytest.raises(DomainError) as slip:
        case.record_payment(amount=18_000, receipt_number="bl-0001")
    assert slip.value.field == "receipt_number"
    case.record_payment(amount=18_000, receipt_number="BL-2")
    assert (case.now.status, payments.left_to_pay(case.now)) == (Status.READY, 0)


def test_mistaken_payment_stays_on_record_and_counts_no_more(house):
    case = case_in(Status.READY, house).later(days=1).withdraw_payment()
    payment = case.now.payments.get()
    assert (payment.undone, payment.undone_by, payment.undone_at) == ("MISTAKE", house.cashier, case.at)
    assert (case.now.status, payments.left_to_pay(case.now)) == (Status.AWAITING_PAYMENT, 30_000)
    assert kinds_of(case)[-1] == "request.payment_withdrawn"
    assert Mail.objects.filter(kind="payment_withdrawn").count() == 1
    with pytest.raises(ImpossibleMove, match="không có lần trả"):
        case.withdraw_payment(payment=payment)
    assert case.record_payment().now.status == Status.READY  # the same receipt, entered rightly
    assert case.provide().now.status == Status.PROVIDED


def test_undoing_says_why_and_names_a_payment_that_counts(house):
    case = case_in(Status.AWAITING_PAYMENT, house).record_payment(amount=1_000)
    case.record_payment(amount=2_000, receipt_number="BL-2")
    first = case.now.payments.first()
    with pytest.raises(DomainError) as slip:
        case.withdraw_payment(payment=first, reason=" ")
    assert slip.value.field == "reason"
    case.withdraw_payment(payment=first)
    with pytest.raises(DomainError) as slip:
        case.withdraw_payment(payment=first)
    assert slip.value.field == "payment"
    assert payments.left_to_pay(case.now) == 28_000


def test_money_is_given_back_where_the_case_ended_without_anything_given(house):
    case = case_in(Status.AWAITING_PAYMENT, house).record_payment(amount=10_000)
    with pytest.raises(ImpossibleMove):
        case.refund_payment()
    case.later(days=1).decline_cost().later(days=1)
    for words, field in (
        ({"refund_number": " "}, "refund_number"),
        ({"refunded_on": day("01/11/2026")}, "refunded_on"),
        ({"refunded_on": day("05/11/2026")}, "refunded_on"),
        ({"reason": ""}, "reason"),
    ):
        with pytest.raises(DomainError) as slip:
            case.refund_payment(**words)
        assert slip.value.field == field
    case.refund_payment()
    payment = case.now.payments.get()
    assert (payment.undone, payment.refund_number, payment.refunded_on) == ("REFUND", "HT-0001", case.today)
    assert (case.now.status, kinds_of(case)[-1]) == (Status.WITHDRAWN, "request.refunded")
    assert Mail.objects.filter(kind="refunded").count() == 1


def test_what_was_given_is_counted_from_payments_that_stand(house):
    case = case_in(Status.READY, house).withdraw_payment().later(days=2).record_payment(receipt_number="BL-2")
    with pytest.raises(DomainError) as slip:
        case.provide(given_on=day("02/11/2026"))
    assert slip.value.field == "given_on"


@pytest.mark.parametrize("signed", [False, True])
def test_payment_before_the_refusal_is_issued_makes_the_refusal_fall(house, signed):
    """A refusal takes effect on issue only: until then what was signed can still be paid for."""
    case = case_in(Status.AWAITING_PAYMENT, house).later(days=8).propose_to_refuse(ground="COST_UNPAID")
    if signed:
        case.approve()
    case.record_payment()
    assert case.now.status == Status.READY
    assert case.now.decisions.get(outcome=Outcome.REFUSE).state == DecisionState.OVERTAKEN
    assert not case.now.letters.filter(state=LetterState.DRAFT).exists()
    assert case.provide().now.status == Status.PROVIDED


# --- giving ----------------------------------------------------------------------------------------------------------
def test_information_is_given_and_the_outcome_follows_from_the_pieces(house):
    case = case_in(Status.APPROVED_TO_PROVIDE, house).issue().later(days=1).provide()
    info_request = case.now
    assert (info_request.status, info_request.outcome_on) == (Status.PROVIDED, case.today)
    assert case.piece().outcome == Outcome.PROVIDE
    assert case.decision().state == DecisionState.EFFECTIVE
    assert info_request.correspondence.get(kind="ANSWER").text == "Giao bản giấy tại quầy"
    assert Mail.objects.filter(kind="provided").count() == 1


def test_part_is_given_when_both_papers_are_out(house):
    """L26 Điều 10.4; for L16 by D18 Điều 7.2."""
    case = Case.sent(house, pieces=("Danh sách hộ dân",)).accept().review().classify_all()
    case.propose(Outcome.PROVIDE, Outcome.REFUSE).approve().issue(LetterForm.RESOLUTION)
    with pytest.raises(ImpossibleMove, match="Còn văn bản chưa phát hành"):
        case.provide()
    case.issue(LetterForm.REFUSAL)
    assert kinds_of(case)[-1] == "request.part_refusal_issued"
    assert case.now.status == Status.APPROVED_TO_PROVIDE
    case.provide()
    assert case.now.status == Status.PROVIDED_PARTLY
    assert [piece.outcome for piece in case.now.pieces.all()] == [Outcome.PROVIDE, Outcome.REFUSE]
    assert Mail.objects.filter(kind="provided_partly").count() == 1


def test_files_alone_suffice_and_nothing_at_all_does_not(house):
    case = case_in(Status.APPROVED_TO_PROVIDE, house).issue()
    with pytest.raises(DomainError) as slip:
        case.provide(how=" ")
    assert slip.value.field == "how"
    case.add_cleared_file().provide(how="")
    assert case.now.status == Status.PROVIDED
    assert not case.now.correspondence.filter(kind="ANSWER").exists()


def test_given_on_a_day_between_paper_and_today(house):
    case = case_in(Status.APPROVED_TO_PROVIDE, house, on="02/11/2026").on("04/11/2026").issue().on("06/11/2026")
    for wrong in ("03/11/2026", "07/11/2026"):
        with pytest.raises(DomainError) as slip:
            case.provide(given_on=day(wrong))
        assert slip.value.field == "given_on"
    assert case.provide(given_on=day("05/11/2026")).now.outcome_on == day("05/11/2026")


def test_given_not_before_it_was_paid(house):
    case = case_in(Status.AWAITING_PAYMENT, house, on="02/11/2026").on("05/11/2026").record_payment().on("06/11/2026")
    with pytest.raises(DomainError) as slip:
        case.provide(given_on=day("04/11/2026"))
    assert slip.value.field == "given_on"
    assert case.provide(given_on=day("05/11/2026")).now.status == Status.PROVIDED


def test_nothing_is_given_before_anything_was_signed(house):
    with pytest.raises(ImpossibleMove, match="không làm được việc “Giao thông tin”"):
        Case.sent(house).accept().provide()


# --- at once ---------------------------------------------------------------------------------------------------------
@pytest.mark.parametrize("accepted", [False, True])
def test_one_officer_gives_at_once_what_is_already_public(house, accepted):
    """L16 Điều 29.1, 30.3, 31.1; readings.md 8.1."""
    case = Case.sent(house, "02/11/2026", pieces=("Bản đồ",)).on("04/11/2026")
    if accepted:
        case.accept(assigned_to=house.second_officer)
    case.provide_at_once()
    info_request = case.now
    assert (info_request.status, info_request.valid_on) == (Status.PROVIDED, day("02/11/2026"))
    assert info_request.complexity == ("COMPLEX" if accepted else "SIMPLE")
    assert info_request.assigned_to == (house.second_officer if accepted else house.officer)
    assert {(piece.outcome, piece.basis, piece.field) for piece in info_request.pieces.all()} == {
        (Outcome.PROVIDE, "PUB_UNREACHABLE", "LAND")
    }
    assert "https://haison.example/quy-hoach" in info_request.correspondence.get(kind="ANSWER").text
    assert last_act(case)["data"]["at_once"] is True


def test_field_found_before_stays(house):
    case = Case.sent(house).classify(field="BUDGET").provide_at_once(field="LAND")
    assert case.piece().field == "BUDGET"


def test_case_handed_to_somebody_stays_theirs_when_provided_at_once(house):
    case = Case.sent(house).assign(house.second_officer).provide_at_once()
    assert case.now.assigned_to == house.second_officer


def test_cleared_file_serves_instead_of_a_public_place(house):
    case = Case.sent(house).provide_at_once(public_place="", files=[stored_file("da-cong-khai.pdf", role="SENT")])
    assert case.now.attachments.get().role == FileRole.ANSWER


@pytest.mark.parametrize(
    ("words", "field"),
    [({"answer": " "}, "answer"), ({"public_place": " "}, "public_place")],
)
def test_answer_at_once_says_what_and_where(house, words, field):
    with pytest.raises(DomainError) as slip:
        Case.sent(house).provide_at_once(**words)
    assert slip.value.field == field


@pytest.mark.parametrize("info_class", ["CONDITIONAL", "INACCESSIBLE"])
def test_restricted_information_is_never_given_by_one(house, info_class):
    with pytest.raises(NotAllowed, match="phải qua hai người"):
        Case.sent(house).provide_at_once(info_class=info_class)


def test_basis_is_one_of_the_cases_own_law(house):
    with pytest.raises(NoSuchEntry):
        Case.sent(house).provide_at_once(basis="BECAUSE")


# --- the post --------------------------------------------------------------------------------------------------------
def test_day_of_posting_is_kept_with_the_paper(house):
    case = case_in(Status.REFUSED, house, on="02/11/2026").later(days=2)
    letter = case.now.letters.get()
    for wrong in (day("01/11/2026"), day("05/11/2026")):
        with pytest.raises(DomainError) as slip:
            case.do(delivery.mark_posted, letter=letter, posted_on=wrong, by=house.registry)
        assert slip.value.field == "posted_on"
    case.do(delivery.mark_posted, letter=letter, posted_on=day("03/11/2026"), by=house.registry)
    assert case.now.letters.get().posted_on == day("03/11/2026")
    assert case.now.status == Status.REFUSED


def test_only_issued_papers_of_the_case_are_posted(house):
    case = Case.sent(house).draft_redirect()
    other = case_in(Status.REFUSED, house)
    for letter in (case.letter(), other.now.letters.get()):
        with pytest.raises(NotAllowed):
            case.do(delivery.mark_posted, letter=letter, posted_on=case.today, by=house.registry)
