"""How a request comes in: sent, entered from paper or by telephone, completed, accepted, redirected, set aside, corrected."""

from contextlib import contextmanager
from dataclasses import replace
from threading import Thread
from types import SimpleNamespace

import pytest
from django.db import IntegrityError, connection, transaction

from cms.core.errors import DomainError, NotAllowed
from cms.core.models import Mail
from cms.law.errors import NoRuleSet
from tests.factories.core import make_house
from tests.factories.moments import day, moment
from tests.factories.workflow import A_MONDAY, Case, answers, case_in, paper, stored_file
from tests.workflow.services.record import kinds_of, last_act
from workflow import codes
from workflow.choices import Channel, Complexity, CorrespondenceKind, DecisionState, LetterState, SetAside, Status
from workflow.models import InformationRequest, Requester
from workflow.services import intake, new_case
from workflow.services.answers import MemberAnswer
from workflow.transitions import ImpossibleMove

pytestmark = pytest.mark.django_db


def nothing_was_kept():
    return not InformationRequest.objects.exists() and not Requester.objects.exists() and not Mail.objects.exists()


# --- sent by the requester -------------------------------------------------------------------------------------------
def test_sent_request_is_received_numbered_dated_and_told(house):
    case = Case.sent(house, "02/11/2026 22:15")
    info_request = case.now
    assert info_request.status == Status.RECEIVED
    assert info_request.code == f"{house.authority.case_prefix}-261102-0001"
    assert (info_request.channel, info_request.unit) == (Channel.ONLINE, house.focal_unit)
    assert info_request.sent_on == info_request.received_on == info_request.complete_on == day("02/11/2026")
    assert info_request.sent_at == moment("02/11/2026 22:15")
    assert info_request.due_on == info_request.told_due_on == day("16/11/2026")
    assert info_request.rule_set.code == "L26"
    assert kinds_of(case) == ["request.submitted"]


def test_day_of_sending_is_the_day_in_viet_nam(house):
    """Seven in the morning of the 3rd is midnight of the 3rd in UTC; an hour earlier is still the 2nd there."""
    assert Case.sent(house, "03/11/2026 06:00").now.sent_on == day("03/11/2026")


@pytest.mark.parametrize(("sent_on", "law"), [("31/08/2026 23:59", "L16"), ("01/09/2026 00:00", "L26")])
def test_day_of_sending_chooses_the_law(house, sent_on, law):
    """L26 Điều 31.4."""
    assert Case.sent(house, sent_on).now.rule_set.code == law


def test_no_law_before_the_first(house):
    with pytest.raises(NoRuleSet, match="Điều 37"):
        Case.sent(house, "30/06/2018")
    assert nothing_was_kept()


def test_code_of_the_browsers_key_opens_the_case(house):
    case = Case.sent(house, key="khoa-cua-trinh-duyet")
    info_request = case.now
    assert case.code == codes.tracking_code("khoa-cua-trinh-duyet")
    assert codes.code_opens(info_request.code, case.code, info_request.tracking_hash)
    assert case.code not in str(vars(info_request))


def test_same_key_is_the_same_case_and_tells_nobody_twice(house):
    first = Case.sent(house, key="mot-y-dinh")
    mails = Mail.objects.count()
    again, is_new = intake.submit(
        authority=house.authority, answers=answers(name="Người Khác"), key="mot-y-dinh", at=moment("03/11/2026")
    )
    assert (again.pk, is_new) == (first.pk, False)
    assert InformationRequest.objects.count() == 1
    assert Mail.objects.count() == mails


@pytest.mark.django_db(transaction=True)
def test_two_sendings_that_meet_make_one_case(monkeypatch):
    """The other one commits after this one has looked, and before it writes."""
    house = make_house()

    def send(name):
        return intake.submit(authority=house.authority, answers=answers(name=name), key="gap-nhau", at=moment(A_MONDAY))

    def other():
        monkeypatch.setattr(intake, "transaction", transaction)
        send("Người Đến Trước")
        connection.close()

    @contextmanager
    def meeting():
        thread = Thread(target=other)
        thread.start()
        thread.join()
        with transaction.atomic():
            yield

    monkeypatch.setattr(intake, "transaction", SimpleNamespace(atomic=meeting))
    found, is_new = send("Người Đến Sau")
    assert (found.requester.name, is_new) == ("Người Đến Trước", False)
    assert InformationRequest.objects.count() == Requester.objects.count() == 1


def test_another_clash_is_not_taken_for_a_second_sending(house, monkeypatch):
    def clash(*args):
        raise IntegrityError("another constraint")

    monkeypatch.setattr(intake, "_submit_new", clash)
    with pytest.raises(IntegrityError, match="another constraint"):
        Case.sent(house)


def test_door_that_holds_the_form_locked_sends_within_its_own_transaction(house):
    with transaction.atomic():
        info_request, is_new = intake.submit(
            authority=house.authority, answers=answers(), key="da-khoa", at=moment(A_MONDAY), alone=True
        )
    assert is_new
    assert InformationRequest.objects.get() == info_request


def test_incomplete_form_names_every_slip_and_keeps_nothing(house):
    with pytest.raises(intake.Incomplete) as incomplete:
        Case.sent(house, description="ngắn quá", name="", identity_number="")
    assert set(incomplete.value.slips) == {"description", "name", "identity_number"}
    assert all(sentence in str(incomplete.value) for sentence in incomplete.value.slips.values())
    assert nothing_was_kept()


def test_authority_without_a_focal_unit_takes_nothing(house):
    house.focal_unit.is_active = False
    house.focal_unit.save()
    with pytest.raises(DomainError, match="chưa có đơn vị đầu mối"):
        Case.sent(house)
    assert nothing_was_kept()


def test_focal_point_already_read_is_not_read_again(house, django_assert_num_queries):
    house.authority.focal = house.focal_point
    with django_assert_num_queries(0):
        assert new_case.focal_unit(house.authority) == house.focal_unit


def test_each_piece_of_information_is_kept_apart(house):
    case = Case.sent(house, pieces=("Bản đồ kèm theo", "Danh sách hộ dân"))
    assert [piece.description for piece in case.now.pieces.all()] == [
        "Quyết định phê duyệt quy hoạch sử dụng đất của xã Suối Vàng",
        "Bản đồ kèm theo",
        "Danh sách hộ dân",
    ]


def test_files_belong_to_the_case_from_the_start(house):
    case = Case.sent(
        house, files=[stored_file("don.pdf", role="SENT"), stored_file("a.pdf", role="SENT", state="QUARANTINE")]
    )
    first, second = case.now.attachments.all()
    assert (first.name, first.role, first.scanned_at, first.added_by) == (
        "don.pdf",
        "SENT",
        None,
        None,
    )  # no scanner here
    assert second.scanned_at is None
    assert last_act(case)["data"]["files"] == 2


@pytest.mark.parametrize(
    ("needs", "first"),
    [((), False), (("BRAILLE",), True), (("LARGE_PRINT", "HELP_WRITING"), True), (("MINORITY_LANGUAGE",), False)],
)
def test_people_with_disabilities_come_first(house, needs, first):
    """D18 Điều 3; asking for a language is no disability."""
    assert Case.sent(house, support_needs=needs).now.has_priority is first


def test_focal_mailbox_is_told_whatever_the_state_of_personal_accounts(house):
    house.officer.is_active = False
    house.officer.save()
    case = Case.sent(house, notice="NONE", email="")
    (mail,) = Mail.objects.all()
    assert (mail.kind, mail.to, mail.about) == ("new_request", house.focal_point.email, case.now.code)


def test_list_of_members_may_come_as_a_file(house):
    """D18 Điều 4.2."""
    words = {"capacity": "ORGANISATION", "organisation_name": "Hội Nông dân xã"}
    with pytest.raises(intake.Incomplete):
        Case.sent(house, **words)
    case = Case.sent(house, files=[stored_file("danh-sach.pdf", role="MEMBERS")], **words)
    assert case.now.requester.organisation_name == "Hội Nông dân xã"


def test_members_of_a_list_are_kept_with_their_numbers_sealed_off(house):
    members = (MemberAnswer("Lò Văn Pá", "001085 000111", "Tìm hiểu đền bù"),)
    case = Case.sent(house, capacity="ORGANISATION", organisation_name="Hội Nông dân xã", members=members)
    member = case.now.requester.members.get()
    assert (member.identity_number, member.identity_last4) == ("001085000111", "0111")


# --- received on a day off -------------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("rule", "sent_on", "received_on", "due_on"),
    [
        ("SAME_DAY", "14/11/2026", "14/11/2026", "26/11/2026"),
        ("NEXT_WORKING_DAY", "14/11/2026", "16/11/2026", "30/11/2026"),  # 28/11 is a Saturday
        ("NEXT_WORKING_DAY", "13/11/2026 23:30", "13/11/2026", "25/11/2026"),
        ("NEXT_WORKING_DAY", "24/11/2026", "25/11/2026", "07/12/2026"),  # Culture Day
    ],
)
def test_request_by_network_on_a_day_off_is_received_as_the_regulation_says(
    make_house_with, rule, sent_on, received_on, due_on
):
    """readings.md 9.3 point 7: a parameter of the internal regulation, the same day by default."""
    info_request = Case.sent(make_house_with(network_receipt=rule), sent_on).now
    assert (info_request.received_on, info_request.due_on) == (day(received_on), day(due_on))
    assert info_request.sent_on == moment(sent_on).date()


def test_request_sent_on_a_saturday_can_be_completed_on_the_sunday(make_house_with):
    house = make_house_with(network_receipt="NEXT_WORKING_DAY")
    case = Case.sent(house, "14/11/2026").on("15/11/2026").ask_for_supplement().supply()
    assert case.now.complete_on == day("16/11/2026")


# --- entered from paper ----------------------------------------------------------------------------------------------
def test_letter_keeps_its_postmark_and_the_day_it_came(house):
    facts = paper(on="05/11/2026", sent_on="03/11/2026", late_reason="Văn thư chuyển chậm")
    case = Case.entered(house, "06/11/2026", facts=facts)
    info_request = case.now
    assert (info_request.sent_on, info_request.received_on) == (day("03/11/2026"), day("05/11/2026"))
    assert info_request.complete_on == day("05/11/2026")
    assert info_request.due_on == day("17/11/2026")
    assert info_request.entered_by == info_request.assigned_to == house.officer
    assert info_request.code.split("-")[1] == "261106"
    assert info_request.posted_on_paper
    assert codes.code_opens(info_request.code, case.code, info_request.tracking_hash)
    assert kinds_of(case) == ["request.entered"]


def test_postmark_chooses_the_law_not_the_day_of_receipt(house):
    """Sent on 31/08/2026, received after the new law came into force: still L16 (L26 Điều 31.4)."""
    case = Case.entered(house, "03/09/2026", facts=paper(on="03/09/2026", sent_on="31/08/2026"))
    assert case.now.rule_set.code == "L16"


@pytest.mark.parametrize(
    ("facts", "field", "said"),
    [
        (paper(on="07/11/2026"), "received_on", "không được ở tương lai"),
        (paper(on="05/11/2026", sent_on="06/11/2026", late_reason="x"), "sent_on", "không được sau ngày nhận"),
        (paper(on="05/11/2026"), "late_reason", "vì sao vào sổ muộn"),
        (paper(on="05/11/2026", late_reason="  "), "late_reason", "vì sao vào sổ muộn"),
    ],
)
def test_days_of_paper_are_the_true_ones(house, facts, field, said):
    with pytest.raises(DomainError, match=said) as slip:
        Case.entered(house, "06/11/2026", facts=facts)
    assert slip.value.field == field
    assert nothing_was_kept()


@pytest.mark.parametrize(
    ("on", "channel", "lawful"),
    [
        ("27/08/2026", "POST", True),
        ("27/08/2026", "FAX", True),
        ("27/08/2026", "EMAIL", True),
        ("27/08/2026", "IN_PERSON", True),
        ("27/08/2026", "ONE_STOP", True),
        ("27/08/2026", "NATIONAL_PORTAL", True),
        ("03/11/2026", "POST", True),
        ("03/11/2026", "FAX", False),  # L26 Điều 24.1 no longer names it
        ("03/11/2026", "EMAIL", True),
        ("03/11/2026", "IN_PERSON", True),
        ("03/11/2026", "ONE_STOP", True),
        ("03/11/2026", "NATIONAL_PORTAL", True),
        ("03/11/2026", "ONLINE", False),  # that is the public form, which nobody enters
        ("03/11/2026", "PIGEON", False),
    ],
)
def test_channel_is_one_the_law_of_the_day_names(house, on, channel, lawful):
    facts = paper(on=on, channel=channel)
    if lawful:
        assert Case.entered(house, on, facts=facts).now.channel == channel
        return
    with pytest.raises(DomainError, match="không có cách gửi này") as slip:
        Case.entered(house, on, facts=facts)
    assert slip.value.field == "channel"


@pytest.mark.parametrize(
    ("words", "field"),
    [({"delivery": "FAX", "fax": "0250"}, "delivery"), ({"capacity": "ORGANISATION"}, "organisation_name")],
)
@pytest.mark.parametrize("missing", ["", "Chữ ký"])
def test_paper_names_a_lawful_way_to_receive_and_the_organisation_it_comes_through(house, words, field, missing):
    with pytest.raises(DomainError) as slip:
        Case.entered(house, facts=paper(on="02/11/2026", missing=missing), **words)
    assert slip.value.field == field
    assert nothing_was_kept()


@pytest.mark.parametrize("office", ["officer", "registry"])
def test_officer_and_registry_enter_paper(house, office):
    assert Case.entered(house, by=getattr(house, office)).now.status == Status.RECEIVED


@pytest.mark.parametrize("office", ["signer", "auditor", "originator", "administrator", "stranger"])
def test_nobody_else_does(house, office):
    with pytest.raises(NotAllowed):
        Case.entered(house, by=getattr(house, office))
    assert nothing_was_kept()


def test_nor_does_the_officer_of_another_authority(house):
    with pytest.raises(NotAllowed):
        Case.entered(house, by=make_house().officer)


def test_paper_that_lacks_something_waits_for_it_without_a_clock(house):
    """Every request received is entered, valid or not; what is missing is asked for (L16 Điều 26.1, 26.2)."""
    case = Case.entered(house, facts=paper(on="02/11/2026", missing="Chưa ghi số giấy tờ"), identity_number="")
    info_request = case.now
    assert info_request.status == Status.SUPPLEMENT_REQUESTED
    assert (info_request.complete_on, info_request.due_on, info_request.told_due_on) == (None, None, None)
    supplement = info_request.supplements.get()
    assert (supplement.missing, supplement.asked_by) == ("Chưa ghi số giấy tờ", house.officer)
    assert set(Mail.objects.values_list("kind", flat=True)) == {"received", "new_request", "supplement_requested"}
    assert case.on("04/11/2026").supply(by=house.officer).now.due_on == day("16/11/2026")


def test_case_of_another_desk_keeps_its_number_and_promise(house):
    facts = paper(
        on="02/11/2026",
        channel="ONE_STOP",
        external_number="H29.12-261102-0007",
        external_source="Một cửa xã",
        promised_on=day("13/11/2026"),
        unit=house.land_unit,
        complexity=Complexity.SIMPLE,
        files=(stored_file("phieu.pdf", role="SENT"),),
    )
    info_request = Case.entered(house, facts=facts).now
    assert (info_request.external_number, info_request.external_source) == ("H29.12-261102-0007", "Một cửa xã")
    assert (info_request.promised_on, info_request.unit) == (day("13/11/2026"), house.land_unit)
    assert info_request.complexity == Complexity.SIMPLE
    assert info_request.attachments.get().added_by == house.officer


def test_case_of_another_desk_is_entered_once(house, make_house_with):
    facts = paper(on="02/11/2026", channel="ONE_STOP", external_number="H29-7", external_source="Một cửa xã")
    first = Case.entered(house, facts=facts)
    with pytest.raises(DomainError, match=f"đã vào sổ với số hồ sơ {first.now.code}") as slip:
        Case.entered(house, facts=facts)
    assert slip.value.field == "external_number"
    Case.entered(house, facts=replace(facts, external_source="Cổng quốc gia"))
    Case.entered(make_house_with(), facts=facts)


# --- by telephone ----------------------------------------------------------------------------------------------------
def test_telephone_call_counts_only_when_the_person_confirms(house):
    """A call is no way of sending; from the confirmation on it is sent and received (L16, L26 Điều 24.1)."""
    case = Case.by_phone(house, "02/11/2026")
    assert case.now.status == Status.AWAITING_CONFIRMATION
    assert (case.now.complete_on, case.now.due_on, case.now.told_due_on) == (None, None, None)
    with pytest.raises(ImpossibleMove):
        case.accept()
    case.on("05/11/2026").confirm()
    info_request = case.now
    assert info_request.status == Status.RECEIVED
    assert info_request.sent_on == info_request.received_on == info_request.complete_on == day("05/11/2026")
    assert info_request.due_on == day("17/11/2026")
    assert last_act(case)["actor"] == "CITIZEN"


def test_call_before_the_new_law_and_confirmation_under_it_fall_under_the_new(house):
    case = Case.by_phone(house, "31/08/2026")
    assert case.now.rule_set.code == "L16"
    assert case.on("01/09/2026").confirm().now.rule_set.code == "L26"


def test_call_never_confirmed_may_be_withdrawn_or_set_aside(house):
    assert Case.by_phone(house).withdraw().now.status == Status.WITHDRAWN
    assert Case.by_phone(house).set_aside().now.status == Status.SET_ASIDE


def test_call_is_never_a_supplement_case(house):
    """What is missing is asked for once the person has confirmed."""
    case = Case.entered(house, facts=paper(on="02/11/2026", channel="PHONE", missing="Số giấy tờ"))
    assert case.now.status == Status.AWAITING_CONFIRMATION
    assert not case.now.supplements.exists()


# --- completing ------------------------------------------------------------------------------------------------------
def test_supplement_stops_what_had_not_started_and_starts_it_when_received(house):
    """readings.md 8: the clock runs from the day the last supplement was received."""
    case = Case.sent(house, "02/11/2026").on("04/11/2026").ask_for_supplement()
    assert case.now.status == Status.SUPPLEMENT_REQUESTED
    assert (case.now.due_on, case.now.told_due_on) == (None, None)
    case.on("10/11/2026").supply()
    assert case.now.status == Status.RECEIVED
    assert case.now.complete_on == day("10/11/2026")
    assert case.now.due_on == case.now.told_due_on == day("23/11/2026")  # the 22nd is a Sunday
    assert last_act(case)["data"] == {
        "complete_on": "2026-11-10",
        "due_on": "2026-11-23",
        "from": "SUPPLEMENT_REQUESTED",
        "to": "RECEIVED",
        "rule": "Điều 26.4 Luật 01/2026/QH16",
    }


def test_asking_again_is_a_second_supplement(house):
    case = (
        Case.sent(house)
        .ask_for_supplement("Tên văn bản")
        .supply()
        .ask_for_supplement("Năm ban hành")
        .later(days=2)
        .supply()
    )
    assert [row.missing for row in case.now.supplements.all()] == ["Tên văn bản", "Năm ban hành"]
    assert case.now.complete_on == day("04/11/2026")


def test_asking_says_what_is_missing(house):
    case = Case.sent(house)
    with pytest.raises(DomainError) as slip:
        case.ask_for_supplement("  ")
    assert slip.value.field == "missing"
    assert case.now.status == Status.RECEIVED


def test_limit_for_supplying_is_the_authoritys_own(make_house_with):
    assert case_in("SUPPLEMENT_REQUESTED", make_house_with()).now.supplements.get().until_on is None
    case = case_in("SUPPLEMENT_REQUESTED", make_house_with(supplement_days=10), on="02/11/2026")
    assert case.now.supplements.get().until_on == day("12/11/2026")


def test_supplement_on_paper_counts_from_the_day_it_came(house):
    case = Case.sent(house, "02/11/2026").ask_for_supplement().on("10/11/2026")
    case.supply(by=house.registry, on=day("06/11/2026"), files=[stored_file("bo-sung.pdf", role="SENT")])
    assert case.now.complete_on == day("06/11/2026")
    assert case.now.supplements.get().supplied_on == day("06/11/2026")
    message = case.now.correspondence.get(kind=CorrespondenceKind.SUPPLEMENT)
    assert (message.from_requester, message.by) == (True, house.registry)
    assert case.now.attachments.get().name == "bo-sung.pdf"


@pytest.mark.parametrize("on", ["01/11/2026", "11/11/2026"])
def test_supplement_is_received_between_the_request_and_today(house, on):
    case = Case.sent(house, "02/11/2026").ask_for_supplement().on("10/11/2026")
    with pytest.raises(DomainError) as slip:
        case.supply(by=house.officer, on=day(on))
    assert slip.value.field == "on"


def test_empty_supplement_completes_nothing(house):
    case = Case.sent(house).ask_for_supplement()
    with pytest.raises(DomainError) as slip:
        case.supply(" ")
    assert slip.value.field == "text"
    assert case.supply("", files=[stored_file(role="SENT")]).now.status == Status.RECEIVED


def test_lapse_names_the_regulation(make_house_with):
    case = case_in("SUPPLEMENT_REQUESTED", make_house_with(supplement_days=10)).later(days=11)
    with pytest.raises(DomainError) as slip:
        case.lapse(reason=" ")
    assert slip.value.field == "reason"
    case.lapse()
    assert (case.now.status, case.now.outcome_on) == (Status.LAPSED, case.today)


def test_silence_ends_nothing_without_the_authoritys_own_rule(house):
    """Neither law nor decree sets a limit (readings.md 7.4)."""
    case = case_in("SUPPLEMENT_REQUESTED", house).later(days=400)
    with pytest.raises(ImpossibleMove, match="không đặt hạn bổ sung"):
        case.lapse()


# --- accepting -------------------------------------------------------------------------------------------------------
def test_complete_on_monday_accepted_on_friday_counts_from_monday(house):
    """readings.md 8: never the day of the click."""
    case = Case.sent(house, "02/11/2026").on("06/11/2026 16:00").accept()
    info_request = case.now
    assert info_request.valid_on == day("02/11/2026")
    assert info_request.due_on == day("16/11/2026")
    assert (info_request.accepted_at, info_request.accepted_by) == (moment("06/11/2026 16:00"), house.officer)
    assert info_request.assigned_to == house.officer


def test_until_accepted_it_stands_in_the_lists_by_the_date_it_will_have(house):
    """readings.md 8.3: not clicking wins no day."""
    Case.sent(house, "02/11/2026")
    requests = InformationRequest.objects
    assert requests.due_between(day("14/11/2026"), day("16/11/2026")).count() == 1
    assert requests.overdue_on(day("16/11/2026")).count() == 0
    assert requests.overdue_on(day("17/11/2026")).count() == 1


def test_case_may_be_accepted_for_another_officer(house):
    assert Case.sent(house).accept(assigned_to=house.second_officer).now.assigned_to == house.second_officer
    kept = Case.sent(house).assign(house.second_officer).accept()
    assert kept.now.assigned_to == house.second_officer


def test_complexity_chooses_the_term_of_l16_and_a_told_date_stays(house):
    """L16 Điều 30.3, 30.4: three days when simple; told as complex at receipt, so the date told stands."""
    case = Case.sent(house, "27/08/2026").accept(complexity=Complexity.SIMPLE)
    assert case.now.told_due_on == case.now.due_on == day("22/09/2026")
    paper_case = Case.entered(house, "27/08/2026", facts=paper(on="27/08/2026", complexity="SIMPLE"), delivery="EMAIL")
    assert paper_case.accept(complexity=Complexity.SIMPLE).now.due_on == day("04/09/2026")


def test_acceptance_ends_what_the_first_look_had_begun(house):
    case = Case.sent(house).propose_valid_on("02/11/2026").draft_redirect().accept()
    assert case.decision("VALID_ON").state == DecisionState.OVERTAKEN
    assert case.now.letters.get().state == LetterState.WITHDRAWN
    case = Case.sent(house).draft_redirect().ask_for_supplement()
    assert case.now.letters.get().state == LetterState.WITHDRAWN


# --- another valid day -----------------------------------------------------------------------------------------------
def test_another_valid_day_needs_reason_and_the_head_of_the_focal_unit(house):
    case = Case.sent(house, "02/11/2026").on("06/11/2026").propose_valid_on("04/11/2026")
    assert case.now.status == Status.RECEIVED
    case.approve_valid_on()
    info_request = case.now
    assert (info_request.status, info_request.valid_on) == (Status.ACCEPTED, day("04/11/2026"))
    assert (info_request.accepted_by, info_request.assigned_to) == (house.head, house.officer)
    assert info_request.due_on == day("16/11/2026")
    decision = case.decision("VALID_ON")
    assert (decision.state, decision.approved_by, decision.effective_on) == ("EFFECTIVE", house.head, day("06/11/2026"))
    assert last_act(case)["data"]["valid_on_differs"] is True


def test_later_valid_day_never_shortens_and_may_lengthen(house):
    case = Case.sent(house, "02/11/2026").on("06/11/2026").propose_valid_on("06/11/2026").approve_valid_on()
    assert case.now.due_on == day("18/11/2026")


@pytest.mark.parametrize(
    ("words", "field"),
    [({"day": day("01/11/2026")}, "day"), ({"day": day("07/11/2026")}, "day"), ({"reason": " "}, "reason")],
)
def test_valid_day_lies_between_receipt_and_today_and_says_why(house, words, field):
    case = Case.sent(house, "02/11/2026").on("06/11/2026")
    with pytest.raises(DomainError) as slip:
        case.propose_valid_on("04/11/2026", **words)
    assert slip.value.field == field


def test_proposer_of_a_valid_day_never_approves_it(house):
    house.give(house.officer, "FOCAL_HEAD")
    case = Case.sent(house).propose_valid_on("02/11/2026")
    with pytest.raises(NotAllowed, match="không được tự duyệt"):
        case.approve_valid_on(by=house.officer)
    assert case.now.status == Status.RECEIVED


# --- elsewhere, or no request ----------------------------------------------------------------------------------------
def test_redirect_closes_when_its_paper_is_issued_and_only_then(house):
    """L16 Điều 26.3; readings.md 8.2."""
    case = Case.sent(house).draft_redirect()
    assert case.now.status == Status.RECEIVED
    assert case.now.redirected_to == "Ủy ban nhân dân xã Suối Vàng"
    case.later(days=1).issue("REDIRECT")
    assert (case.now.status, case.now.outcome_on) == (Status.REDIRECTED, case.today)
    assert Mail.objects.filter(kind="redirected").count() == 1


def test_redirect_names_the_right_authority_and_is_drafted_once(house):
    case = Case.sent(house)
    with pytest.raises(DomainError) as slip:
        case.draft_redirect(right_authority=" ")
    assert slip.value.field == "right_authority"
    case.draft_redirect()
    with pytest.raises(ImpossibleMove, match="đã soạn"):
        case.draft_redirect()


def test_junk_is_marked_without_being_a_refusal(house):
    case = Case.sent(house).set_aside(reason="Thư quảng cáo")
    assert (case.now.status, case.now.set_aside_as, case.now.duplicate_of) == (Status.SET_ASIDE, SetAside.JUNK, None)
    assert InformationRequest.objects.closed().count() == 1


def test_duplicate_names_the_case_it_repeats(house):
    first, second = Case.sent(house), Case.sent(house)
    second.set_aside(kind=SetAside.DUPLICATE, duplicate_of=first.now.code.lower(), reason="Gửi hai lần")
    assert second.now.duplicate_of == first.now


@pytest.mark.parametrize("which", ["itself", "another authority's", "none"])
def test_duplicate_of_nothing_visible_is_refused(house, make_house_with, which):
    case = Case.sent(house)
    number = {
        "itself": case.now.code,
        "another authority's": Case.sent(make_house_with()).now.code,
        "none": "SV-999999-9999",
    }[which]
    with pytest.raises(DomainError, match="Không thấy hồ sơ") as slip:
        case.set_aside(kind=SetAside.DUPLICATE, duplicate_of=number, reason="Trùng")
    assert slip.value.field == "duplicate_of"
    assert case.now.status == Status.RECEIVED


def test_setting_aside_says_why(house):
    with pytest.raises(DomainError) as slip:
        Case.sent(house).set_aside(reason=" ")
    assert slip.value.field == "reason"


# --- a mis-keyed day -------------------------------------------------------------------------------------------------
def keyed_wrongly(house, *, received_on="05/11/2026", sent_on="04/11/2026", at="06/11/2026"):
    return Case.entered(house, at, facts=paper(on=received_on, sent_on=sent_on, late_reason="Thư đến cuối ngày"))


def test_day_of_receipt_is_corrected_with_a_second_person_and_the_date_follows(house):
    """readings.md 8.1. The days that hung on the wrong one follow it; the old one stays in the history."""
    case = keyed_wrongly(house).accept().propose_correction("received_on", "06/11/2026")
    assert case.now.received_on == day("05/11/2026")
    case.approve_correction()
    info_request = case.now
    assert info_request.received_on == info_request.complete_on == info_request.valid_on == day("06/11/2026")
    assert info_request.due_on == day("18/11/2026")
    assert last_act(case)["kind"] == "request.entry_corrected"
    facts = last_act(case)["data"]
    assert (facts["field"], facts["before"], facts["after"]) == ("received_on", "2026-11-05", "2026-11-06")
    assert info_request.history.filter(received_on=day("05/11/2026")).exists()


def test_corrected_to_an_earlier_day_the_date_told_stands(house):
    case = keyed_wrongly(house).propose_correction("received_on", "04/11/2026").approve_correction()
    assert case.now.due_on == case.now.told_due_on == day("17/11/2026")


def test_day_a_supplement_came_stays_when_the_day_of_receipt_is_corrected(house):
    case = keyed_wrongly(house).ask_for_supplement().on("09/11/2026").supply()
    case.propose_correction("received_on", "06/11/2026").approve_correction()
    assert (case.now.received_on, case.now.complete_on) == (day("06/11/2026"), day("09/11/2026"))
    with pytest.raises(DomainError, match="sau ngày nhận bổ sung") as slip:
        case.on("11/11/2026").propose_correction("received_on", "10/11/2026")
    assert slip.value.field == "day"


def test_corrected_day_of_sending_may_change_the_law(house):
    """The law is chosen by the true day of sending (L26 Điều 31.4), also when it was typed wrongly at first."""
    case = Case.entered(house, "03/09/2026", facts=paper(on="03/09/2026", sent_on="01/09/2026"))
    assert (case.now.rule_set.code, case.now.due_on) == ("L26", day("15/09/2026"))
    case.propose_correction("sent_on", "31/08/2026").approve_correction()
    assert (case.now.rule_set.code, case.now.due_on) == ("L16", day("24/09/2026"))
    assert case.now.notice_due_on == day("08/09/2026")


def test_change_to_a_law_with_a_shorter_term_never_shortens_the_date_told(house):
    case = Case.entered(house, "03/09/2026", facts=paper(on="03/09/2026", sent_on="31/08/2026"))
    case.propose_correction("sent_on", "01/09/2026").approve_correction()
    assert (case.now.rule_set.code, case.now.due_on) == ("L26", day("24/09/2026"))


@pytest.mark.parametrize(
    ("field", "on", "words", "slip"),
    [
        ("due_on", "05/11/2026", {}, "field"),
        ("complete_on", "05/11/2026", {}, "field"),
        ("received_on", "07/11/2026", {}, "day"),
        ("sent_on", "06/11/2026", {}, "day"),
        ("received_on", "03/11/2026", {}, "day"),
        ("received_on", "06/11/2026", {"reason": " "}, "reason"),
    ],
)
def test_only_true_days_of_sending_and_receipt_are_corrected(house, field, on, words, slip):
    case = keyed_wrongly(house)
    with pytest.raises(DomainError) as error:
        case.propose_correction(field, on, **words)
    assert error.value.field == slip


def test_day_that_no_person_typed_is_never_corrected(house):
    with pytest.raises(DomainError, match="phiếu do cán bộ nhập"):
        Case.sent(house).propose_correction("sent_on", "01/11/2026")


def test_proposer_of_a_correction_never_approves_it(house):
    house.give(house.officer, "FOCAL_HEAD")
    case = keyed_wrongly(house).propose_correction("received_on", "06/11/2026")
    with pytest.raises(NotAllowed, match="không được tự duyệt"):
        case.approve_correction(by=house.officer)
    assert case.now.received_on == day("05/11/2026")


def test_receipt_sentence_says_what_holds_an_unaccepted_case_up(house):
    assert intake.receipt_sentence(Case.sent(house, "02/11/2026").now) == (
        "Chưa ai bấm tiếp nhận; hạn vẫn tính từ ngày nhận 02/11/2026"
    )
