"""Whole procedures in the law's order, act by act, each by the person whose office it is. Told as stories, by the services."""

import pytest

from cms.audit.verify import verify
from cms.core.errors import DomainError, NotAllowed
from cms.core.models import Mail
from tests.factories.moments import day
from tests.factories.workflow import Case, paper, stored_file
from tests.workflow.services.record import kinds_of
from workflow import access, clock
from workflow.choices import DecisionKind, LetterForm, Outcome, Status
from workflow.models import InformationRequest
from workflow.transitions import ImpossibleMove

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def chain_holds_at_the_end():
    yield
    assert verify().problem is None


def mails_to_requester():
    return list(Mail.objects.filter(to="men@example.vn").order_by("pk").values_list("kind", flat=True))


def test_provided_by_two_with_supplement_extension_and_cost(house):
    """Form → receive → supplement → accept → gather → extend → provide by two → pay → hand over."""
    case = Case.sent(house, "02/11/2026 20:40", delivery="PAPER_BY_POST")
    assert case.now.due_on == day("16/11/2026")

    case.on("04/11/2026").ask_for_supplement("Nêu rõ số quyết định")
    assert case.now.due_on is None
    case.on("09/11/2026").supply("Quyết định 12/QĐ-UBND", files=[stored_file("anh-chup.jpg", role="SENT")])
    assert case.now.due_on == day("23/11/2026")  # the 21st is a Saturday

    case.on("12/11/2026").accept().collect(wanted_on=day("16/11/2026"))
    assert case.now.valid_on == day("09/11/2026")
    case.on("13/11/2026").propose_extension(7).approve(DecisionKind.EXTENSION)
    assert case.now.due_on == day("23/11/2026")
    case.on("16/11/2026").issue(LetterForm.EXTENSION)
    assert case.now.due_on == day("30/11/2026")

    case.on("17/11/2026").add_file(stored_file("quyet-dinh-12.pdf"), by=house.originator).check_file(
        by=house.originator
    )
    case.hand_over().release_file(by=house.officer)
    case.propose_to_provide(terms=case.costing(45_000)).on("18/11/2026").approve().issue(LetterForm.RESOLUTION)
    assert case.now.status == Status.AWAITING_PAYMENT
    with pytest.raises(ImpossibleMove):
        case.provide()
    case.on("19/11/2026").accept_cost().on("20/11/2026").record_payment()
    assert not access.files_for_requester(case.now).filter(name="quyet-dinh-12.pdf").exists()
    case.on("23/11/2026").provide(how="Gửi bưu điện, vận đơn VN123")

    info_request = case.now
    assert (info_request.status, info_request.outcome_on) == (Status.PROVIDED, day("23/11/2026"))
    assert info_request.outcome_on <= info_request.due_on
    assert access.files_for_requester(info_request).filter(name="quyet-dinh-12.pdf").exists()
    assert mails_to_requester() == [
        "received",
        "supplement_requested",
        "supplied",
        "accepted",
        "extended",
        "cost_due",
        "paid",
        "provided",
    ]


def test_refused_by_two_with_its_ground_and_the_ways_to_complain(house):
    case = Case.sent(house, "02/11/2026").on("03/11/2026").accept().review()
    case.classify(info_class="INACCESSIBLE").propose_to_refuse(ground="INACCESSIBLE").on("05/11/2026")
    case.return_draft(reason="Nêu rõ điều luật")
    assert case.now.status == Status.UNDER_REVIEW
    case.propose_to_refuse(ground="INACCESSIBLE").on("06/11/2026").approve()
    assert case.now.is_open
    assert case.now.due_on == day("16/11/2026")
    case.on("09/11/2026").issue(LetterForm.REFUSAL, number="45")
    assert (case.now.status, case.now.outcome_on) == (Status.REFUSED, day("09/11/2026"))
    letter = case.now.letters.get()
    # Ninety days on is Sunday 07/02/2027, so the Monday (KN Điều 9; BLDS Điều 148.5).
    for words in ("khoản 1 Điều 27", "45/TB-SXD", "Nguyễn Văn Ký", "08/02/2027"):
        assert words in letter.html
    assert mails_to_requester() == ["received", "accepted", "refused"]


def test_provided_in_part_because_a_list_names_people(house):
    """L26 Điều 10.4: what may be given is given, the rest refused, on two papers."""
    case = Case.sent(house, "02/11/2026", pieces=("Danh sách hộ được bồi thường",)).accept().review()
    case.classify(1).classify(2, info_class="INACCESSIBLE").add_file(stored_file("quy-hoach.pdf"), piece=case.piece(1))
    case.check_file().release_file()
    rows = [
        case.proposed(case.piece(1), Outcome.PROVIDE),
        case.proposed(
            case.piece(2),
            Outcome.REFUSE,
            "INACCESSIBLE",
            {"inaccessible_reason": "PRIVACY_OR_PERSONAL_DATA", "law_cited": "Luật Bảo vệ dữ liệu cá nhân"},
        ),
    ]
    case.propose(Outcome.PROVIDE, proposed=rows).approve()
    case.issue(LetterForm.RESOLUTION).issue(LetterForm.REFUSAL).provide(how="")
    assert case.now.status == Status.PROVIDED_PARTLY
    assert [piece.outcome for piece in case.now.pieces.all()] == [Outcome.PROVIDE, Outcome.REFUSE]
    assert [file.name for file in access.files_for_requester(case.now)] == ["quy-hoach.pdf"]


def test_provided_at_once_by_one(house):
    case = Case.sent(house, "02/11/2026 08:00").on("02/11/2026 08:20").provide_at_once()
    assert case.now.status == Status.PROVIDED
    assert kinds_of(case) == ["request.submitted", "request.provided"]
    assert mails_to_requester() == ["received", "provided"]


def test_sent_on_the_last_day_of_one_law_and_on_the_first_of_the_next(house):
    """Both complete by a supplement received on 03/09/2026; each ends under its own law (L26 Điều 31.4; law.md 9.4)."""
    old = Case.sent(house, "31/08/2026 23:58", description="Bản đồ quy hoạch sử dụng đất, gửi ngày 31/8")
    new = Case.sent(house, "01/09/2026 00:05", description="Bản đồ quy hoạch sử dụng đất, gửi ngày 01/9")
    for case in (old, new):
        case.on("01/09/2026").ask_for_supplement().on("03/09/2026").supply()
        case.on("04/09/2026").accept()
    assert (old.now.rule_set.code, old.now.due_on, old.now.notice_due_on) == (
        "L16",
        day("24/09/2026"),
        day("08/09/2026"),
    )
    assert (new.now.rule_set.code, new.now.due_on, new.now.notice_due_on) == ("L26", day("15/09/2026"), None)
    assert old.now.valid_on == new.now.valid_on == day("03/09/2026")
    assert [leg.article for leg in clock.explain(old.now).legs] == ["Điều 30.4"]
    assert [leg.article for leg in clock.explain(new.now).legs] == ["Điều 26.3"]

    old.notify_time_limit().on("08/09/2026").issue(LetterForm.TIME_LIMIT)
    old.on("23/09/2026").propose_extension(15).approve(DecisionKind.EXTENSION).issue(LetterForm.EXTENSION)
    assert old.now.due_on == day("09/10/2026")  # fifteen calendar days
    new.on("14/09/2026").propose_extension(12).approve(DecisionKind.EXTENSION).issue(LetterForm.EXTENSION)
    assert new.now.due_on == day("28/09/2026")  # twelve; the 27th is a Sunday

    for case in (old, new):
        case.propose_to_refuse(ground="OVER_CAPACITY").approve().issue(LetterForm.REFUSAL)
    assert "điểm đ khoản 1 Điều 28" in old.now.letters.get(form="REFUSAL").html
    assert "khoản 5 Điều 27" in new.now.letters.get(form="REFUSAL").html


@pytest.mark.parametrize(
    ("delivery", "complexity", "due_on"),
    [
        ("EMAIL", "SIMPLE", "08/09/2026"),
        ("PAPER_BY_POST", "SIMPLE", "10/09/2026"),
        ("EMAIL", "COMPLEX", "24/09/2026"),
    ],
)
def test_letter_posted_under_the_old_law_keeps_its_table(house, delivery, complexity, due_on):
    """Sent 31/08/2026 by its postmark, received and complete on 03/09/2026 (law.md 9.4)."""
    facts = paper(on="03/09/2026", sent_on="31/08/2026", complexity=complexity)
    case = Case.entered(house, "03/09/2026", facts=facts, delivery=delivery).accept(complexity=complexity)
    assert (case.now.rule_set.code, case.now.due_on) == ("L16", day(due_on))


def test_complete_on_monday_accepted_on_friday(house):
    """It counts from Monday, and stood in the lists meanwhile (law.md 8.3)."""
    monday = Case.sent(house, "02/11/2026")
    soon = InformationRequest.objects.due_between(day("12/11/2026"), day("16/11/2026"))
    assert [info_request.pk for info_request in soon] == [monday.pk]
    monday.on("06/11/2026 16:45").accept()
    assert (monday.now.valid_on, monday.now.due_on) == (day("02/11/2026"), day("16/11/2026"))
    assert [info_request.pk for info_request in soon.all()] == [monday.pk]


def test_cost_never_paid_is_refused_after_the_limit_and_not_before(house):
    """L26 Điều 27.6: form 03 sent, amount, limit passed."""
    case = Case.sent(house, "02/11/2026").on("03/11/2026").with_cost()
    limit = case.decision().pay_by_on
    assert limit == day("10/11/2026")
    case.on("10/11/2026 23:00")
    with pytest.raises(DomainError, match="chưa qua"):
        case.propose_to_refuse(ground="COST_UNPAID")
    case.on("11/11/2026").propose_to_refuse(ground="COST_UNPAID").approve().issue(LetterForm.REFUSAL)
    assert case.now.status == Status.REFUSED
    assert "30.000" in case.now.letters.get(form="REFUSAL").html


def test_cost_declined_is_no_refusal(house):
    case = Case.sent(house).with_cost().decline_cost()
    assert (case.now.status, case.now.withdraw_reason) == (Status.WITHDRAWN, "COST_DECLINED")
    assert not case.now.letters.filter(form=LetterForm.REFUSAL).exists()


def test_not_ours_is_guided_to_the_right_authority(house):
    """L16 Điều 26.3: guidance, no duty to forward; not a refusal."""
    case = Case.sent(house, "27/08/2026").draft_redirect(right_authority="Sở Nông nghiệp và Môi trường, 5 Hùng Vương")
    assert case.now.is_open
    case.on("28/08/2026").issue(LetterForm.REDIRECT)
    assert (case.now.status, case.now.outcome_on) == (Status.REDIRECTED, day("28/08/2026"))
    assert "Sở Nông nghiệp và Môi trường, 5 Hùng Vương" in case.now.letters.get().html
    assert not case.now.decisions.exists()


def test_person_who_cannot_write_is_helped_at_the_counter(house):
    """Staff fill in the form (L16 Điều 24.1.a; D18 Điều 8.6); the law puts people with disabilities first (D18 Điều 3)."""
    case = Case.entered(
        house,
        "02/11/2026",
        facts=paper(on="02/11/2026", channel="IN_PERSON"),
        helper_name="Trần Thị Lan",
        support_needs=("BRAILLE", "HELP_WRITING"),
        email="",
        notice="NONE",
    )
    assert case.now.has_priority
    assert case.now.requester.helper_name == "Trần Thị Lan"
    assert mails_to_requester() == []


def test_telephone_call_is_filed_when_the_person_confirms(house):
    case = Case.by_phone(house, "02/11/2026")
    with pytest.raises(ImpossibleMove):
        case.accept()
    case.on("04/11/2026").confirm().on("05/11/2026").accept()
    assert (case.now.sent_on, case.now.valid_on, case.now.due_on) == (
        day("04/11/2026"),
        day("04/11/2026"),
        day("16/11/2026"),
    )


def test_three_accounts_are_enough_for_a_commune(make_house_with):
    """law.md 8.1: one person may hold several roles, never both halves of one act."""
    commune = make_house_with(commune=True)
    clerk, chair, registrar = commune.officer, commune.signer, commune.registry
    commune.give(clerk, "ORIGINATING_UNIT", commune.focal_unit)
    commune.give(chair, "FOCAL_HEAD")
    case = Case.sent(commune, is_resident=True).accept(by=clerk).review(by=clerk)
    case.add_file(by=clerk).check_file(by=clerk).release_file(by=chair)
    case.classify_all(by=clerk).propose(Outcome.PROVIDE, by=clerk)
    with pytest.raises(NotAllowed):
        case.record_signature(by=clerk)
    case.approve(by=chair).issue(by=registrar).provide(by=clerk, how="")
    assert case.now.status == Status.PROVIDED


def test_officer_leaves_and_another_goes_on(house):
    case = Case.sent(house).accept().collect().assign(house.second_officer, reason="Chuyển công tác")
    house.officer.is_active = False
    house.officer.save()
    house.officer.__dict__.pop("current_roles")
    with pytest.raises(NotAllowed):
        case.hand_over(by=house.officer)
    case.hand_over().classify_all(by=house.second_officer).propose(Outcome.PROVIDE, by=house.second_officer)
    case.approve().issue().provide(by=house.second_officer)
    assert case.now.status == Status.PROVIDED
