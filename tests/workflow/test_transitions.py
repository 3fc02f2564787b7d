"""The table of moves, told a second time as a lawyer would read it: what, where the case stands, who, where it leads."""

from dataclasses import replace

import pytest

from cms.core.errors import NotAllowed
from cms.core.models import Authority, RoleHolder, Unit, User
from cms.core.roles import Role
from tests.factories.core import make_house, make_person
from tests.factories.moments import day
from tests.factories.workflow import Case, case_in
from workflow import transitions
from workflow.choices import CLOSED_STATUSES, Status
from workflow.models import InformationRequest
from workflow.transitions import MOVES, ImpossibleMove

pytestmark = pytest.mark.django_db

FIRST_LOOK = "RECEIVED"
WORK = "ACCEPTED COLLECTING UNDER_REVIEW"
SIGNED = "APPROVED_TO_PROVIDE AWAITING_PAYMENT READY"
RUNNING = f"{FIRST_LOOK} {WORK} {SIGNED}"
OPEN = f"AWAITING_CONFIRMATION SUPPLEMENT_REQUESTED {RUNNING}"
ALL = f"{OPEN} PROVIDED PROVIDED_PARTLY REFUSED REDIRECTED WITHDRAWN LAPSED SET_ASIDE"

OFFICE = "FOCAL_OFFICER FOCAL_HEAD"
COUNTER = f"{OFFICE} REGISTRY"
SIGNERS = "SIGNER HEAD"

# what                    where it stands           where it leads         who (besides these nobody)
TABLE = [
    ("confirm_assisted", "AWAITING_CONFIRMATION", "RECEIVED", f"{OFFICE} requester"),
    ("accept", FIRST_LOOK, "ACCEPTED", OFFICE),
    ("provide_at_once", "RECEIVED ACCEPTED", "PROVIDED", OFFICE),
    ("ask_for_supplement", FIRST_LOOK, "SUPPLEMENT_REQUESTED", OFFICE),
    ("draft_redirect", FIRST_LOOK, "", OFFICE),
    ("propose_valid_on", FIRST_LOOK, "", "FOCAL_OFFICER"),
    ("approve_valid_on", FIRST_LOOK, "ACCEPTED", "FOCAL_HEAD"),
    ("set_aside", "AWAITING_CONFIRMATION RECEIVED", "SET_ASIDE", OFFICE),
    ("supply", "SUPPLEMENT_REQUESTED", "RECEIVED", f"{COUNTER} requester"),
    ("draw_up_guidance", "SUPPLEMENT_REQUESTED", "", OFFICE),
    ("lapse", "SUPPLEMENT_REQUESTED", "LAPSED", OFFICE),
    ("classify", RUNNING, "", f"{OFFICE} ORIGINATING_UNIT"),
    ("reclassify", WORK, "", OFFICE),
    ("record_residency", RUNNING, "", OFFICE),
    ("notify_time_limit", WORK, "", OFFICE),
    ("collect", "ACCEPTED", "COLLECTING", OFFICE),
    ("review", "ACCEPTED", "UNDER_REVIEW", OFFICE),
    ("hand_over_information", "COLLECTING", "UNDER_REVIEW", f"{OFFICE} ORIGINATING_UNIT"),
    ("consult", WORK, "", OFFICE),
    ("answer_consultation", WORK, "", f"{OFFICE} ORIGINATING_UNIT"),
    ("add_file", f"{WORK} {SIGNED}", "", f"{OFFICE} ORIGINATING_UNIT"),
    ("check_file", f"{WORK} {SIGNED}", "", f"{OFFICE} ORIGINATING_UNIT"),
    ("release_file", f"{WORK} {SIGNED}", "", OFFICE),
    ("draw_up_apology", RUNNING, "", OFFICE),
    ("ask_consent", WORK, "", OFFICE),
    ("record_consent", WORK, "", OFFICE),
    ("propose_provision", "UNDER_REVIEW", "", f"{OFFICE} ORIGINATING_UNIT"),
    ("propose_refusal", RUNNING, "", OFFICE),
    ("propose_extension", WORK, "", f"{OFFICE} ORIGINATING_UNIT"),
    ("propose_correction", RUNNING, "", COUNTER),
    ("approve_provision", "UNDER_REVIEW", "APPROVED_TO_PROVIDE", SIGNERS),
    ("approve_refusal", RUNNING, "", SIGNERS),
    ("approve_extension", WORK, "", SIGNERS),
    ("approve_correction", RUNNING, "", "FOCAL_HEAD"),
    ("return_draft", OPEN, "", f"{SIGNERS} FOCAL_HEAD"),
    ("record_signature", OPEN, "", COUNTER),
    ("issue_letter", OPEN, "", "REGISTRY"),
    ("issue_extension", WORK, "", "REGISTRY"),
    ("issue_refusal", RUNNING, "REFUSED", "REGISTRY"),
    ("issue_redirect", FIRST_LOOK, "REDIRECTED", "REGISTRY"),
    ("ask_for_payment", "APPROVED_TO_PROVIDE", "AWAITING_PAYMENT", "REGISTRY"),
    ("accept_cost", "AWAITING_PAYMENT", "", f"{COUNTER} requester"),
    ("decline_cost", "AWAITING_PAYMENT", "WITHDRAWN", f"{OFFICE} requester"),
    ("record_payment", "AWAITING_PAYMENT", "READY", f"{OFFICE} CASHIER"),
    ("withdraw_payment", "AWAITING_PAYMENT READY", "AWAITING_PAYMENT", f"{OFFICE} CASHIER"),
    ("refund_payment", "WITHDRAWN REFUSED", "", f"{OFFICE} CASHIER"),
    ("draw_up_cover", "APPROVED_TO_PROVIDE READY", "", OFFICE),
    ("provide", "APPROVED_TO_PROVIDE READY", "PROVIDED", OFFICE),
    ("provide_partly", "APPROVED_TO_PROVIDE READY", "PROVIDED_PARTLY", OFFICE),
    ("withdraw", OPEN, "WITHDRAWN", f"{OFFICE} requester"),
    ("change_contact", OPEN, "", f"{COUNTER} requester"),
    ("change_delivery", f"RECEIVED SUPPLEMENT_REQUESTED {WORK}", "", f"{COUNTER} requester"),
    ("assign", OPEN, "", OFFICE),
    ("open_to_all", "PROVIDED PROVIDED_PARTLY", "", OFFICE),
    ("find_wrong", "PROVIDED PROVIDED_PARTLY", "", OFFICE),
    ("reissue_code", ALL, "", OFFICE),
    ("add_note", ALL, "", f"{COUNTER} {SIGNERS} ORIGINATING_UNIT CASHIER"),
    ("attach_signed", ALL, "", "REGISTRY"),
    ("propose_recall", ALL, "", COUNTER),
    ("approve_recall", ALL, "", SIGNERS),
    ("issue_replacement", ALL, "", "REGISTRY"),
    ("mark_posted", ALL, "", COUNTER),
]
TODAY = day("05/11/2026")


@pytest.fixture
def case(house):
    return Case.sent(house)


def answer(name, info_request, by):
    """What the table says to this person now: yes, not theirs, or not now."""
    try:
        transitions.check(name, info_request, by, TODAY)
    except NotAllowed:
        return "not theirs"
    except ImpossibleMove:
        return "not now"
    return "yes"


# --- the table -------------------------------------------------------------------------------------------------------
def test_every_move_is_told_here():
    assert [row[0] for row in TABLE] == list(MOVES)


def people_of(authority, unit):
    """One person an office, the holder of the tracking code, and two who hold nothing; none of them is saved."""
    people = {"requester": None, "nobody": User(), "superuser": User(is_superuser=True, is_staff=True)}
    for person in filter(None, people.values()):
        person.current_roles = []
    for role in Role:
        people[str(role)] = User(first_name=role.label)
        people[str(role)].current_roles = [RoleHolder(role=role, authority=authority, unit=unit)]
    return people


@pytest.mark.parametrize(("name", "sources", "target", "who"), TABLE, ids=[row[0] for row in TABLE])
def test_each_role_in_each_state_may_do_exactly_what_the_table_tells(monkeypatch, name, sources, target, who):
    """Every office, the requester, a person without office and a superuser, in every state; facts of the case aside."""
    monkeypatch.setitem(MOVES, name, replace(MOVES[name], guard=None))
    authority, unit = Authority(pk=1), Unit(pk=1)
    info_request = InformationRequest(authority=authority, unit=unit)
    people, told, found = people_of(authority, unit), {}, {}
    for status in Status:
        info_request.status = status
        for office, person in people.items():
            place = "yes" if status in sources.split() else "not now"
            told[status, office] = place if office in who.split() else "not theirs"
            found[status, office] = answer(name, info_request, person)
    assert found == told
    assert (MOVES[name].target or "") == target


def test_role_in_another_authority_opens_nothing(case):
    elsewhere = make_house()
    assert {answer(name, case.now, person) for name in MOVES for person in elsewhere.by_role.values()} == {"not theirs"}


def test_unit_that_was_neither_given_nor_asked_may_do_nothing(case, house):
    case.accept()
    assert answer("classify", case.now, house.originator) == "not theirs"
    case.collect()
    assert answer("classify", case.now, house.originator) == "yes"


def test_role_that_ended_opens_nothing(case, house):
    held = house.officer.role_holdings.get()
    held.until_on = day("31/12/2025")
    held.save()
    house.officer.__dict__.pop("current_roles", None)
    assert answer("accept", case.now, house.officer) == "not theirs"


def test_account_that_was_disabled_opens_nothing(case, house):
    house.officer.is_active = False
    house.officer.__dict__.pop("current_roles", None)
    assert answer("accept", case.now, house.officer) == "not theirs"


def test_closed_case_moves_no_more():
    assert {name for name, move in MOVES.items() if move.target and set(move.sources) & set(CLOSED_STATUSES)} == set()


def test_every_state_can_be_reached_and_left():
    """From the two beginnings every state is reached; from every open one an end is."""
    ways = {(source, move.target) for move in MOVES.values() if move.target for source in move.sources}
    reached, before = {"RECEIVED", "AWAITING_CONFIRMATION"}, set()
    while reached != before:
        before, reached = reached, reached | {target for source, target in ways if source in reached}
    assert reached == set(Status)
    assert {source for source, _target in ways} == set(Status) - set(CLOSED_STATUSES)


# --- the sentences ---------------------------------------------------------------------------------------------------
def test_refusal_to_a_person_names_who_may(case, house):
    with pytest.raises(NotAllowed, match="Cán bộ đầu mối, Trưởng đơn vị đầu mối"):
        transitions.check("accept", case.now, house.auditor, TODAY)


def test_refusal_to_the_requester_says_it_is_the_officers_work(case):
    with pytest.raises(NotAllowed, match="do cán bộ của cơ quan làm"):
        transitions.check("accept", case.now, None, TODAY)


def test_impossible_move_names_the_state_and_the_move(case, house):
    with pytest.raises(ImpossibleMove, match="“Đã nhận” nên không làm được việc “Giao thông tin”"):
        transitions.check("provide", case.now, house.officer, TODAY)


@pytest.mark.parametrize(
    ("sent_on", "move", "article"),
    [
        ("03/11/2026", "accept", "Điều 26.3 Luật 01/2026/QH16"),
        ("03/11/2026", "provide_partly", "Điều 10.4 Luật 01/2026/QH16"),
        ("28/08/2026", "accept", "Điều 29, Điều 30, Điều 31 Luật 104/2016/QH13"),
        ("28/08/2026", "provide_partly", "Điều 7.2 Nghị định 13/2018/NĐ-CP"),
        ("03/11/2026", "assign", ""),
    ],
)
def test_article_beside_the_choice_is_that_of_the_cases_own_law(house, sent_on, move, article):
    assert transitions.article_of(MOVES[move], Case.sent(house, sent_on).now) == article


# --- buttons ---------------------------------------------------------------------------------------------------------
def names(info_request, by, on=TODAY):
    return [move.name for move in transitions.allowed(info_request, by, on)]


def test_officer_is_offered_what_is_possible_now_in_the_tables_order(case, house):
    offered = names(case.now, house.officer)
    assert offered == [
        "accept",
        "provide_at_once",
        "ask_for_supplement",
        "draft_redirect",
        "propose_valid_on",
        "set_aside",
        "classify",
        "propose_refusal",
        "withdraw",
        "change_contact",
        "change_delivery",
        "assign",
        "reissue_code",
        "add_note",
        "mark_posted",
    ]


@pytest.mark.parametrize("status", list(Status))
def test_who_has_no_part_in_the_procedure_is_offered_nothing(status):
    authority, unit = Authority(pk=1), Unit(pk=1)
    people = people_of(authority, unit)
    info_request = InformationRequest(authority=authority, unit=unit, status=status)
    for office in ("AUDITOR", "JUSTICE", "EDITOR", "PUBLISHER", "ADMINISTRATOR", "DATA_OFFICER", "nobody", "superuser"):
        assert names(info_request, people[office]) == []


def test_only_days_that_an_officer_typed_can_be_corrected(house):
    assert "propose_correction" in names(Case.entered(house).now, house.officer)
    case = Case.sent(house)
    assert "do cán bộ nhập" in why_not("propose_correction", case, house.officer)


def test_a_proposal_offers_its_moves_to_everybody_but_its_proposer(house):
    case = Case.sent(house).accept().propose_to_refuse()
    assert "record_signature" not in names(case.now, house.officer)
    assert "record_signature" in names(case.now, house.second_officer)
    assert {"approve_refusal", "return_draft"} <= set(names(case.now, house.signer))
    case.approve()
    assert not {"record_signature", "return_draft"} & set(names(case.now, house.second_officer))


def test_requester_is_offered_only_what_is_theirs(house):
    case = case_in("AWAITING_PAYMENT", house)
    assert names(case.now, None) == ["accept_cost", "decline_cost", "withdraw", "change_contact"]


# --- what a fact of the case forbids ---------------------------------------------------------------------------------
def why_not(name, case, by, on=None):
    """The sentence that says why this person, who might, may not now; "" when they may."""
    try:
        transitions.check(name, case.now, by, on or case.today)
    except ImpossibleMove as no:
        return str(no)
    return ""


def test_lapse_needs_the_authoritys_own_rule_and_its_limit_passed(make_house_with):
    """Neither law nor decree sets a limit for the supplement (readings.md 7.4)."""
    without = case_in("SUPPLEMENT_REQUESTED", make_house_with())
    assert "không đặt hạn bổ sung" in why_not("lapse", without, without.house.officer)

    house = make_house_with(supplement_days=10)
    case = case_in("SUPPLEMENT_REQUESTED", house, on="02/11/2026")
    assert "chưa qua" in why_not("lapse", case, house.officer, day("12/11/2026"))
    assert why_not("lapse", case, house.officer, day("13/11/2026")) == ""


def test_lapse_needs_a_limit_that_was_told_when_the_supplement_was_asked_for(house):
    """A rule made later binds nobody who was asked before it."""
    case = case_in("SUPPLEMENT_REQUESTED", house)
    house.authority.supplement_days = 10
    house.authority.save()
    assert "không đặt hạn bổ sung" in why_not("lapse", case, house.officer, day("31/12/2026"))


def test_notice_of_the_time_limit_is_for_complex_remote_requests_of_l16_and_only_once(house):
    """L16 Điều 30.4, 31.2."""
    case = Case.sent(house, "27/08/2026").accept()
    assert why_not("notify_time_limit", case, house.officer) == ""
    case.notify_time_limit().issue()
    assert "Đã thông báo thời hạn" in why_not("notify_time_limit", case, house.officer)
    simple = Case.sent(house, "27/08/2026").accept(complexity="SIMPLE")
    assert "Điều 30.3 Luật 104/2016/QH13 không quy định" in why_not("notify_time_limit", simple, house.officer)
    l26 = Case.sent(house, "03/11/2026").accept()
    assert "Điều 26.3 Luật 01/2026/QH16 không quy định" in why_not("notify_time_limit", l26, house.officer)


def test_complexity_is_changed_only_under_a_law_that_tells_it_apart(house):
    assert why_not("reclassify", Case.sent(house, "27/08/2026").accept(), house.officer) == ""
    assert "không chia" in why_not("reclassify", Case.sent(house, "03/11/2026").accept(), house.officer)


def test_extension_belongs_into_the_running_term(house):
    case = Case.sent(house, "02/11/2026").accept()
    assert case.now.due_on == day("16/11/2026")
    assert why_not("propose_extension", case, house.officer, day("16/11/2026")) == ""
    assert "Đã quá hạn" in why_not("propose_extension", case, house.officer, day("17/11/2026"))


def test_extension_ends_where_its_cap_is_used_up(house):
    case = Case.sent(house, "02/11/2026").accept().extended(7)
    assert why_not("propose_extension", case, house.officer) == ""
    case.extended(5)
    said = why_not("propose_extension", case, house.officer)
    assert "Điều 26.3 Luật 01/2026/QH16 chỉ cho gia hạn tối đa 12 ngày" in said


def test_simple_request_of_l16_is_never_extended(house):
    """L16 Điều 29 to 31 write extensions for complex requests only."""
    case = Case.sent(house, "27/08/2026").accept(complexity="SIMPLE")
    assert "không quy định gia hạn" in why_not("propose_extension", case, house.officer)


def test_second_proposal_of_a_kind_waits_for_the_first(house):
    case = Case.sent(house).propose_valid_on("02/11/2026")
    assert "đang chờ" in why_not("propose_valid_on", case, house.officer)
    case = Case.entered(house).propose_correction("sent_on", "01/11/2026")
    assert "đang chờ" in why_not("propose_correction", case, house.officer)
    case = Case.sent(house).accept().propose_extension()
    assert "đang chờ" in why_not("propose_extension", case, house.officer)
    case.review().propose_to_provide()
    assert "đang chờ" in why_not("propose_provision", case, house.officer)
    assert "đang chờ" in why_not("propose_refusal", case, house.officer)


def test_signed_provision_gives_way_to_a_refusal_but_a_signed_refusal_to_none(house):
    case = case_in("AWAITING_PAYMENT", house)
    assert why_not("propose_refusal", case, house.officer) == ""
    case = Case.sent(house).accept().propose_to_refuse().approve()
    assert "đang chờ" in why_not("propose_refusal", case, house.officer)


@pytest.mark.parametrize(
    ("name", "who"),
    [
        ("approve_valid_on", "head"),
        ("approve_correction", "head"),
        ("approve_extension", "signer"),
        ("approve_provision", "signer"),
        ("approve_refusal", "signer"),
        ("issue_extension", "registry"),
        ("issue_refusal", "registry"),
    ],
)
def test_approval_and_paper_need_a_proposal_before_them(house, name, who):
    case = Case.sent(house)
    if "valid_on" not in name:
        case.accept().review()
    assert "Không có đề xuất nào" in why_not(name, case, getattr(house, who))


def test_approval_meets_its_own_kind_of_answer(house):
    case = Case.sent(house).accept().review().propose_to_provide()
    assert why_not("approve_provision", case, house.signer) == ""
    assert "Không có đề xuất nào" in why_not("approve_refusal", case, house.signer)


def test_registry_issues_only_what_waits(house):
    case = Case.sent(house)
    assert "Không có văn bản chờ phát hành" in why_not("issue_letter", case, house.registry)
    case.draft_redirect()
    assert why_not("issue_letter", case, house.registry) == ""


def test_information_is_given_after_its_papers_and_its_checks(house):
    case = case_in("APPROVED_TO_PROVIDE", house)
    assert "Còn văn bản chưa phát hành" in why_not("provide", case, house.officer)
    case.issue()
    assert why_not("provide", case, house.officer) == ""
    case.add_file()
    assert "chưa đủ hai người kiểm tra" in why_not("provide", case, house.officer)
    case.check_file()
    assert "chưa đủ hai người kiểm tra" in why_not("provide", case, house.officer)
    case.release_file()
    assert why_not("provide", case, house.officer) == ""


def test_information_is_not_given_while_a_refusal_is_proposed(house):
    case = case_in("READY", house).propose_to_refuse()
    assert "Đang có đề xuất từ chối" in why_not("provide", case, house.officer)
    case.approve()
    assert "Đang có đề xuất từ chối" in why_not("provide", case, house.officer)


def test_files_are_checked_only_where_there_are_some(house):
    case = Case.sent(house).accept()
    assert "chưa có tệp trả lời" in why_not("check_file", case, house.officer)
    assert "chưa có tệp trả lời" in why_not("release_file", case, house.officer)
    case.add_file()
    assert why_not("check_file", case, house.officer) == ""


def test_residency_is_asked_by_communes_of_those_who_live_elsewhere(make_house_with):
    """L16 Điều 9.2.h; L26 Điều 10.2.e."""
    commune = make_house_with(commune=True)
    assert why_not("record_residency", Case.sent(commune, is_resident=False), commune.officer) == ""
    assert "Chỉ hỏi" in why_not("record_residency", Case.sent(commune, is_resident=True), commune.officer)
    assert "Chỉ hỏi" in why_not("record_residency", Case.sent(commune), commune.officer)
    department = make_house_with()
    assert "Chỉ hỏi" in why_not("record_residency", Case.sent(department, is_resident=False), department.officer)


# --- the second person -----------------------------------------------------------------------------------------------
def test_second_person_is_another_person_whatever_roles_they_hold(house):
    both = make_person("Kiêm Nhiệm", Role.FOCAL_OFFICER, Role.SIGNER, authority=house.authority, is_superuser=True)
    case = Case.sent(house).accept(by=both).propose_to_refuse(by=both)
    with pytest.raises(NotAllowed, match="Người trình không được tự duyệt"):
        transitions.check_second_person(case.decision(), both, MOVES["approve_refusal"])
    assert transitions.check_second_person(case.decision(), house.signer, MOVES["approve_refusal"]) is None


def test_moves_of_two_people_are_marked(house):
    marked = {name for name, move in MOVES.items() if move.second_person}
    acts = ("valid_on", "extension", "refusal", "provision", "correction", "recall")
    assert marked == {f"{verb}_{act}" for verb in ("propose", "approve") for act in acts} | {
        "check_file",
        "release_file",
        "record_signature",
        "open_to_all",
    }


def test_every_paper_that_makes_a_move_count_is_known():
    assert set(transitions.LETTER_FOR) <= set(MOVES)
    closing = {name for name, move in MOVES.items() if move.target in ("REFUSED", "REDIRECTED", "PROVIDED_PARTLY")}
    assert closing <= set(transitions.LETTER_FOR)
