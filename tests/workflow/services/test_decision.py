"""Deciding: one proposes, another signs; nothing here closes a case or moves its date (readings.md 8.1, 8.2)."""

from dataclasses import replace

import pytest
from django.db import IntegrityError, transaction

from cms.core.errors import DomainError, NotAllowed
from cms.core.roles import Role
from cms.law.errors import NoSuchTerm
from tests.factories.core import make_person
from tests.factories.moments import day
from tests.factories.workflow import GROUND_FACTS, Case, case_in, paper, stored_file
from tests.workflow.services.record import last_act
from workflow.choices import DecisionKind, DecisionState, FileRole, LetterForm, LetterState, Outcome, Status
from workflow.models import Decision
from workflow.services.decision import Gaps, Proposed, approval_of
from workflow.services.quoting import Chosen
from workflow.transitions import ImpossibleMove

pytestmark = pytest.mark.django_db


@pytest.fixture
def case(house):
    """Accepted and under review, one piece."""
    return Case.sent(house, "02/11/2026").accept().review()


@pytest.fixture
def two_pieces(house):
    return Case.sent(house, pieces=("Danh sách hộ dân",)).accept().review()


def drafts(case):
    return [letter.form for letter in case.now.letters.filter(state=LetterState.DRAFT)]


# --- extension -------------------------------------------------------------------------------------------------------
def test_extension_proposed_and_signed_moves_nothing_yet(case, house):
    before = case.now.due_on
    case.propose_extension(7)
    decision = case.decision(DecisionKind.EXTENSION)
    assert (decision.amount, decision.reason_code, decision.proposed_by) == (7, "SEARCH", house.officer)
    case.approve(DecisionKind.EXTENSION)
    assert case.now.due_on == before
    assert case.now.status == Status.UNDER_REVIEW
    assert drafts(case) == [LetterForm.EXTENSION]


@pytest.mark.parametrize(
    ("words", "field"), [({"reason_code": "BUSY"}, "reason_code"), ({"plain_words": " "}, "plain_words")]
)
def test_extension_gives_a_reason_of_the_law_in_plain_words(case, words, field):
    with pytest.raises(DomainError) as slip:
        case.propose_extension(5, **words)
    assert slip.value.field == field


def test_separating_is_a_reason_of_l26_only(house):
    """L26 Điều 26.3 adds phân tách."""
    Case.sent(house, "03/11/2026").accept().propose_extension(reason_code="SEPARATE")
    with pytest.raises(DomainError):
        Case.sent(house, "27/08/2026").accept().propose_extension(reason_code="SEPARATE")


@pytest.mark.parametrize(
    ("sent_on", "delivery", "amount", "allowed"),
    [
        ("03/11/2026", "DOWNLOAD", 12, True),
        ("03/11/2026", "DOWNLOAD", 13, False),
        ("27/08/2026", "DOWNLOAD", 15, True),  # calendar days, L16 Điều 30.4
        ("27/08/2026", "DOWNLOAD", 16, False),
        ("27/08/2026", "PAPER_BY_POST", 15, True),
        ("27/08/2026", "VIEW_AT_SEAT", 10, True),  # working days, L16 Điều 29.2
        ("27/08/2026", "VIEW_AT_SEAT", 11, False),
        ("27/08/2026", "VIEW_AT_SEAT", 0, False),
    ],
)
def test_extension_stays_within_the_cap_of_its_law(house, sent_on, delivery, amount, allowed):
    case = Case.sent(house, sent_on, delivery=delivery).accept()
    if allowed:
        assert case.propose_extension(amount).decision(DecisionKind.EXTENSION).amount == amount
        return
    with pytest.raises(NoSuchTerm, match="chỉ cho gia hạn từ 1 đến"):
        case.propose_extension(amount)


def test_authority_may_do_without_the_second_person_for_extensions_only(make_house_with):
    """readings.md 8.1."""
    house = make_house_with(extension_needs_two=False)
    case = Case.sent(house).accept().propose_extension(5)
    decision = case.decision(DecisionKind.EXTENSION)
    assert (decision.state, decision.needs_two, decision.approved_by) == (DecisionState.APPROVED, False, None)
    case.issue(LetterForm.EXTENSION)
    letter = case.now.letters.get()
    assert (letter.signer_name, letter.signer_post) == (str(house.officer), house.officer.post)
    assert case.now.due_on == day("23/11/2026")
    refusal = Case.sent(house).accept().propose_to_refuse()
    assert refusal.decision().state == DecisionState.PROPOSED


def test_database_itself_lets_only_extensions_do_without_a_second_person(case):
    decision = case.propose_to_provide().decision()
    decision.needs_two = False
    with pytest.raises(IntegrityError, match="only_extension_may_need_one"), transaction.atomic():
        decision.save()


# --- answer: what a proposal must hold -------------------------------------------------------------------------------
def test_each_piece_needs_its_own_outcome(two_pieces):
    case = two_pieces.classify_all()
    first, second = case.now.pieces.all()
    elsewhere = Case.sent(case.house).piece()
    give = Proposed(first, Outcome.PROVIDE)
    for rows in (
        [],
        [give],
        [give, give],
        [give, Proposed(elsewhere, Outcome.PROVIDE)],
        [give, give, Proposed(second, "")],
    ):
        with pytest.raises(DomainError, match="Mỗi mục thông tin cần một kết quả"):
            case.propose(Outcome.PROVIDE, proposed=rows)


def test_gaps_are_named_piece_by_piece(two_pieces):
    case = two_pieces.classify(1)
    first, second = case.now.pieces.all()
    rows = [Proposed(first, "MAYBE"), Proposed(second, Outcome.PROVIDE)]
    with pytest.raises(Gaps) as gaps:
        case.propose(Outcome.PROVIDE, proposed=rows)
    assert set(gaps.value.slips) == {(1, "outcome"), (2, "outcome")}
    assert gaps.value.slips[2, "outcome"].startswith("Phân loại mục này")
    assert "Chọn kết quả của mục này" in str(gaps.value)
    assert not case.now.decisions.exists()


def test_withholding_needs_ground_facts_and_the_weighing_of_interests(case):
    """L16 Điều 28.2, 34.1.g."""
    with pytest.raises(Gaps) as gaps:
        case.propose(Outcome.REFUSE, proposed=[Proposed(case.piece(), Outcome.REFUSE, ground="INACCESSIBLE")])
    assert set(gaps.value.slips) == {(1, "inaccessible_reason"), (1, "law_cited"), (1, "weighing")}


def test_part_provision_says_what_is_withheld(case):
    case.classify()
    row = replace(case.proposed(case.piece(), Outcome.PROVIDE_PARTLY), withheld=" ")
    with pytest.raises(Gaps) as gaps:
        case.propose(Outcome.PROVIDE_PARTLY, proposed=[row])
    assert set(gaps.value.slips) == {(1, "withheld")}


@pytest.mark.parametrize(
    ("info_class", "basis", "may_be_given"),
    [
        ("ON_REQUEST", "DISCRETIONARY", True),
        ("MUST_PUBLISH", "PUB_EXPIRED", True),
        ("CONDITIONAL", "CONDITIONAL_MET", True),
        ("CONDITIONAL", "DISCRETIONARY", False),
        ("INACCESSIBLE", "DISCRETIONARY", False),
        ("", "DISCRETIONARY", False),
        ("ON_REQUEST", "", False),
    ],
)
@pytest.mark.parametrize("outcome", [Outcome.PROVIDE, Outcome.PROVIDE_PARTLY])
def test_nothing_is_given_against_its_class(case, info_class, basis, may_be_given, outcome):
    """L16 Điều 6, 7, 23; L26 Điều 15, 16, 23."""
    case.classify(info_class=info_class, basis=basis)
    if may_be_given:
        assert case.propose(outcome).decision().outcome == outcome
        return
    with pytest.raises(Gaps) as gaps:
        case.propose(outcome)
    assert set(gaps.value.slips) == {(1, "outcome")}


def test_what_may_not_be_given_may_be_refused(case):
    case.classify(info_class="INACCESSIBLE").propose(Outcome.REFUSE, ground="INACCESSIBLE")
    finding = case.decision().findings.get()
    assert finding.ground == "INACCESSIBLE"
    assert finding.article == "Điều 27.1 và Điều 15 Luật 01/2026/QH16"
    assert finding.facts == GROUND_FACTS["INACCESSIBLE"]


def test_ground_typed_beside_a_piece_that_is_given_is_left_out(case):
    case.classify()
    row = Proposed(case.piece(), Outcome.PROVIDE, ground="OVER_CAPACITY", facts={"facts": "x"}, weighing="x")
    finding = case.propose(Outcome.PROVIDE, proposed=[row]).decision().findings.get()
    assert (finding.ground, finding.article, finding.facts, finding.weighing) == ("", "", {}, "")


@pytest.mark.parametrize(
    ("first", "second", "derived"),
    [
        ("PROVIDE", "PROVIDE", "PROVIDE"),
        ("PROVIDE", "REFUSE", "PROVIDE_PARTLY"),
        ("PROVIDE_PARTLY", "PROVIDE_PARTLY", "PROVIDE_PARTLY"),
        ("PROVIDE_PARTLY", "REFUSE", "PROVIDE_PARTLY"),
        ("REFUSE", "REFUSE", "REFUSE"),
    ],
)
def test_outcome_of_the_request_follows_from_its_pieces(two_pieces, first, second, derived):
    """readings.md 8.2."""
    assert two_pieces.classify_all().propose(first, second).decision().outcome == derived


def test_provision_is_proposed_under_review_refusal_at_any_running_step(house):
    with pytest.raises(ImpossibleMove):
        Case.sent(house).accept().propose_to_provide()
    assert Case.sent(house).propose_to_refuse().decision().outcome == Outcome.REFUSE


def test_facts_are_kept_tidy(case):
    case.propose(Outcome.REFUSE, facts={"facts": "  40.000 trang ", "pages": 40_000})
    assert case.decision().findings.get().facts == {"facts": "40.000 trang", "pages": 40_000}


# --- form 03: when, where, what it costs -----------------------------------------------------------------------------
def test_form_03_holds_time_place_and_cost(case):
    terms = case.costing(provide_on=day("12/11/2026"))
    decision = case.propose_to_provide(terms=terms).decision()
    assert (decision.provide_on, decision.provide_place) == (day("12/11/2026"), "Bộ phận Một cửa")
    assert (decision.pay_how, decision.pay_by_on) == ("Nộp tại Kho bạc Nhà nước khu vực", day("09/11/2026"))
    line = decision.cost_lines.get()
    assert (line.quantity, line.unit_price, line.amount) == (10, 3_000, 30_000)


@pytest.mark.parametrize(
    ("fields", "field"),
    [
        ({"provide_on": day("01/11/2026")}, "provide_on"),
        ({"pay_how": " "}, "pay_how"),
        ({"pay_by_on": None}, "pay_by_on"),
        ({"pay_by_on": day("02/11/2026")}, "pay_by_on"),
        ({"costs": (Chosen("COPY_BW_A4", 0),)}, "costs"),
        ({"costs": (Chosen("MAKING_TEA", 1),)}, "costs"),
        ({"postage": 20_000}, "costs"),  # the answer is downloaded
    ],
)
def test_form_03_that_cannot_be_met_is_refused(case, fields, field):
    with pytest.raises(DomainError) as slip:
        case.propose_to_provide(terms=case.costing(**fields))
    assert slip.value.field == field
    assert not case.now.decisions.exists()


def test_form_03_without_costs_keeps_no_way_of_paying(case):
    decision = case.propose_to_provide(terms=case.costing(costs=())).decision()
    assert (decision.cost, decision.pay_how, decision.pay_by_on, decision.treasury_office) == (0, "", None, "")


def test_form_03_keeps_where_to_pay_as_it_was_when_proposed(case):
    """TT46 Điều 4.1.a, 4.2."""
    decision = case.propose_to_provide(terms=case.costing()).decision()
    authority = case.now.authority
    authority.treasury_account = "9999"
    authority.save()
    decision.refresh_from_db()
    assert (decision.tax_office, decision.treasury_account) == (authority.tax_office, "7111.0.1234567")
    assert decision.budget_chapter == "419"


@pytest.mark.parametrize("name", ["tax_office", "treasury_office", "treasury_account"])
def test_cost_is_not_proposed_while_nobody_can_pay_it(case, name):
    authority = case.now.authority
    setattr(authority, name, "")
    authority.save()
    label = str(authority._meta.get_field(name).verbose_name)
    with pytest.raises(DomainError, match=label) as slip:
        case.propose_to_provide(terms=case.costing())
    assert slip.value.field == "pay_how"
    assert case.propose_to_provide().decision().cost == 0


@pytest.mark.parametrize(
    ("sent_on", "basis", "free"),
    [
        ("03/11/2026", "PUB_NOT_YET", True),
        ("03/11/2026", "PUB_UNREACHABLE", True),
        ("03/11/2026", "PUB_EXPIRED", False),
        ("03/11/2026", "DISCRETIONARY", False),
        ("27/08/2026", "PUB_NOT_YET", False),
        ("27/08/2026", "PUB_UNREACHABLE", False),
    ],
)
def test_l26_gives_free_of_charge_what_should_have_been_public(house, sent_on, basis, free):
    """L26 Điều 25.2; L16 knows no such exemption."""
    case = Case.sent(house, sent_on).accept().review().classify(info_class="MUST_PUBLISH", basis=basis)
    if not free:
        assert case.propose(Outcome.PROVIDE, terms=case.costing()).decision().cost_lines.exists()
        return
    with pytest.raises(DomainError, match=r"Điều 25\.2 Luật 01/2026/QH16.*miễn phí") as slip:
        case.propose(Outcome.PROVIDE, terms=case.costing())
    assert slip.value.field == "costs"


def test_other_pieces_may_cost_beside_a_free_one(two_pieces):
    case = two_pieces.classify(1, info_class="MUST_PUBLISH", basis="PUB_NOT_YET").classify(2)
    assert case.propose(Outcome.PROVIDE, terms=case.costing()).decision().cost_lines.exists()


# --- signing ---------------------------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("outcome", "state", "papers"),
    [
        (Outcome.PROVIDE, Status.APPROVED_TO_PROVIDE, [LetterForm.RESOLUTION]),
        (Outcome.PROVIDE_PARTLY, Status.APPROVED_TO_PROVIDE, [LetterForm.RESOLUTION, LetterForm.REFUSAL]),
        (Outcome.REFUSE, Status.UNDER_REVIEW, [LetterForm.REFUSAL]),
    ],
)
def test_signature_draws_up_the_papers_and_closes_nothing(case, house, outcome, state, papers):
    case.classify().propose(outcome).later(days=1).approve()
    decision = case.decision()
    assert (decision.state, decision.approved_by, decision.approved_at) == (
        DecisionState.APPROVED,
        house.signer,
        case.at,
    )
    assert case.now.status == state
    assert drafts(case) == papers
    assert case.now.closed_at is None


@pytest.mark.parametrize("act", ["extension", "provision", "refusal"])
def test_proposer_never_approves_with_both_roles_and_as_superuser(case, house, act):
    """S7, SC06: compared by person, not by role or session."""
    both = make_person("Kiêm Nhiệm", Role.FOCAL_OFFICER, Role.SIGNER, authority=house.authority, is_superuser=True)
    kind = DecisionKind.EXTENSION if act == "extension" else DecisionKind.ANSWER
    {
        "extension": lambda: case.propose_extension(by=both),
        "provision": lambda: case.propose_to_provide(by=both),
        "refusal": lambda: case.propose_to_refuse(by=both),
    }[act]()
    for again in (both, type(both).objects.get(pk=both.pk)):  # the same person in a second session
        with pytest.raises(NotAllowed, match="Người trình không được tự duyệt"):
            case.approve(kind, by=again)
        with pytest.raises(NotAllowed, match="Người trình không được tự duyệt"):
            case.record_signature(kind, by=again)
    assert case.decision(kind).state == DecisionState.PROPOSED
    case.approve(kind)


def test_database_itself_refuses_one_person_on_both_sides(case, house):
    decision = case.propose_to_refuse().decision()
    decision.state, decision.approved_by, decision.approved_at = DecisionState.APPROVED, house.officer, case.at
    with pytest.raises(IntegrityError, match="two_different_people"), transaction.atomic():
        decision.save()


def test_head_of_authority_signs_too(case, house):
    assert (
        case.propose_to_refuse().approve(by=house.head_of_authority).decision().approved_by == house.head_of_authority
    )


def test_what_was_signed_is_not_signed_again(case):
    case.propose_to_refuse().approve()
    with pytest.raises(ImpossibleMove):
        case.approve()
    with pytest.raises(ImpossibleMove, match="không còn chờ ký"):
        case.record_signature()


def test_days_are_not_approved_by_the_signer(house):
    """Another valid day and a corrected one are the head of the focal unit's, with their own act."""
    house.give(house.head, Role.SIGNER)
    case = Case.sent(house).propose_valid_on("02/11/2026")
    assert approval_of(case.decision("VALID_ON")) == "approve_valid_on"
    with pytest.raises(NotAllowed, match="trưởng đơn vị đầu mối duyệt"):
        case.approve("VALID_ON", by=house.head)
    with pytest.raises(NotAllowed, match="trưởng đơn vị đầu mối duyệt"):
        case.record_signature("VALID_ON")
    assert case.now.status == Status.RECEIVED


def test_signed_provision_ends_the_wish_for_more_time(house):
    """Otherwise its notice could be issued no more and would stand in the way of giving."""
    case = Case.sent(house).accept().propose_extension().approve(DecisionKind.EXTENSION)
    case.review().propose_to_provide().approve()
    assert case.decision(DecisionKind.EXTENSION).state == DecisionState.OVERTAKEN
    assert drafts(case) == [LetterForm.RESOLUTION]
    case.issue().provide()


# --- signed outside --------------------------------------------------------------------------------------------------
def test_signature_on_paper_is_recorded_by_another_than_the_proposer(case, house):
    """readings.md 8.1: the history says who signed and who recorded."""
    case.propose_to_provide().on("05/11/2026")
    case.record_signature(signed_on=day("04/11/2026"), file=stored_file("ban-ky.pdf", role="SENT"))
    decision = case.decision()
    assert (decision.outside_signer, decision.outside_post) == ("Nguyễn Văn Ký", "Phó Giám đốc")
    assert (decision.outside_signed_on, decision.recorded_by) == (day("04/11/2026"), house.registry)
    assert (decision.state, decision.approved_by) == (DecisionState.APPROVED, None)
    assert case.now.status == Status.APPROVED_TO_PROVIDE
    assert case.now.attachments.get().role == FileRole.SIGNED
    assert last_act(case)["data"]["signed_on"] == "2026-11-04"
    assert drafts(case) == [LetterForm.RESOLUTION]


def test_refusal_and_extension_signed_on_paper_stay_where_they_are(house):
    case = Case.sent(house).accept().propose_to_refuse().record_signature()
    assert (case.now.status, drafts(case)) == (Status.ACCEPTED, [LetterForm.REFUSAL])
    case = Case.sent(house).accept().propose_extension().record_signature(DecisionKind.EXTENSION)
    assert (case.now.status, drafts(case)) == (Status.ACCEPTED, [LetterForm.EXTENSION])


def test_proposer_neither_records_nor_signs_on_paper(case, house):
    case.propose_to_refuse()
    with pytest.raises(NotAllowed, match="Người trình không được tự duyệt"):
        case.record_signature(by=house.officer)
    with pytest.raises(NotAllowed, match="Người trình không được tự ký"):
        case.record_signature(signer_name=" trần thị LAN ")


@pytest.mark.parametrize(
    ("words", "field"),
    [
        ({"signer_name": " "}, "signer_name"),
        ({"signer_post": " "}, "signer_name"),
        ({"signed_on": day("01/11/2026")}, "signed_on"),
        ({"signed_on": day("03/11/2026")}, "signed_on"),
    ],
)
def test_signature_names_who_in_which_post_on_a_day_between(case, words, field):
    case.propose_to_refuse()
    with pytest.raises(DomainError) as slip:
        case.record_signature(**words)
    assert slip.value.field == field


def test_signature_is_not_recorded_while_the_requester_completes(house):
    """A refusal proposed at the first look waits until the case runs again."""
    case = Case.sent(house).propose_to_refuse().ask_for_supplement()
    with pytest.raises(ImpossibleMove, match="không còn ở bước chờ ký"):
        case.record_signature()
    case.supply().record_signature()


# --- sent back -------------------------------------------------------------------------------------------------------
def test_draft_sent_back_says_why_and_the_case_stays(case, house):
    case.propose_to_refuse().return_draft()
    decision = case.decision()
    assert (decision.state, decision.returned_by, decision.return_reason) == (
        "RETURNED",
        house.signer,
        "Cần nêu rõ hơn",
    )
    assert case.now.status == Status.UNDER_REVIEW
    assert case.propose_to_refuse().decision().pk != decision.pk


def test_sending_back_says_why(case):
    with pytest.raises(DomainError) as slip:
        case.propose_to_refuse().return_draft(reason=" ")
    assert slip.value.field == "reason"


def test_only_who_may_approve_sends_back(house):
    case = Case.sent(house).accept().propose_to_refuse()
    with pytest.raises(NotAllowed, match="Chỉ người có quyền duyệt"):
        case.return_draft(by=house.head)
    case = Case.sent(house).propose_valid_on("02/11/2026")
    with pytest.raises(NotAllowed, match="Chỉ người có quyền duyệt"):
        case.return_draft("VALID_ON", by=house.signer)
    case.return_draft("VALID_ON", by=house.head)
    case = Case.entered(house, facts=paper(on="02/11/2026")).propose_correction("sent_on", "01/11/2026")
    case.return_draft("CORRECT_ENTRY", by=house.head)
    assert case.decision("CORRECT_ENTRY").state == DecisionState.RETURNED


def test_what_was_signed_is_not_sent_back(case):
    with pytest.raises(ImpossibleMove, match="không còn chờ ký"):
        case.propose_to_refuse().approve().return_draft()


# --- a refusal after a signed provision ------------------------------------------------------------------------------
def test_refusal_for_want_of_payment_takes_the_place_of_the_provision(house):
    """L16 Điều 28.1.e; L26 Điều 27.6."""
    case = case_in(Status.AWAITING_PAYMENT, house).later(days=8)
    provision = case.decision()
    case.propose_to_refuse(ground="COST_UNPAID")
    assert Decision.objects.get(pk=provision.pk).state == DecisionState.OVERTAKEN
    case.approve().issue(LetterForm.REFUSAL)
    assert case.now.status == Status.REFUSED
    assert case.piece().outcome == Outcome.REFUSE


@pytest.mark.parametrize("status", [Status.APPROVED_TO_PROVIDE, Status.AWAITING_PAYMENT, Status.READY])
def test_refusal_sent_back_leaves_the_provision_standing(house, status):
    case = case_in(status, house)
    provision = case.decision()
    case.propose_to_refuse().return_draft()
    provision.refresh_from_db()
    assert provision.state == DecisionState.APPROVED
    assert case.now.status == status


def test_paper_of_an_overtaken_provision_is_not_issued(house):
    case = case_in(Status.APPROVED_TO_PROVIDE, house).propose_to_refuse()
    with pytest.raises(ImpossibleMove, match="không còn chờ phát hành"):
        case.issue(LetterForm.RESOLUTION)
    case.return_draft().issue(LetterForm.RESOLUTION).provide()
    assert case.now.status == Status.PROVIDED


def test_part_refusal_of_a_provision_survives_a_refusal_that_came_to_nothing(two_pieces):
    case = two_pieces.classify_all().propose(Outcome.PROVIDE, Outcome.REFUSE).approve()
    case.propose_to_refuse().return_draft()
    assert drafts(case) == [LetterForm.RESOLUTION, LetterForm.REFUSAL]
