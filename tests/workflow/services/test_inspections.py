"""Cases of others open under a confirmed, dated decision only; what was found is followed to its confirmed end."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction

from cms.audit.models import Entry
from cms.core.dates import today
from cms.core.errors import DomainError, NotAllowed, StaleView
from cms.core.models import Mail
from tests.factories import inspections as make
from tests.factories.core import make_house
from tests.factories.moments import day, moment
from tests.factories.workflow import Case
from workflow import access
from workflow.models import InformationRequest, InspectionDecision, InspectionFinding
from workflow.services import inspections

pytestmark = pytest.mark.django_db
AT = moment("10/12/2026 10:00")


@pytest.fixture
def house(db):
    return make_house()


def seen_by(user):
    user.__dict__.pop("current_roles", None)
    return set(access.visible_to(user, InformationRequest.objects.all()).values_list("pk", flat=True))


# --- the decision ----------------------------------------------------------------------------------------------------
def test_the_department_of_justice_sees_no_case_without_a_decision_and_none_before_it_is_confirmed(house):
    case = Case.sent(house)
    assert seen_by(house.justice) == set()
    decision = make.entered(house)
    assert seen_by(house.justice) == set()
    inspections.confirm(inspection=decision, seen=decision.version, by=house.administrator, at=AT)
    assert seen_by(house.justice) == {case.pk}
    assert not access.can_read_personal(house.justice, case.now)


def test_only_the_people_named_and_only_the_scope(house):
    elsewhere = make_house()
    case, other = Case.sent(house), Case.sent(elsewhere)
    before = Case.sent(house, on="01/10/2026")
    make.confirmed(house)
    colleague = make.another_justice(house)
    assert seen_by(house.justice) == {case.pk}
    assert seen_by(colleague) == set()
    assert {other.pk, before.pk} & seen_by(house.justice) == set()
    make.confirmed(house, house.authority, elsewhere.authority, period_first="01/10/2026")
    assert seen_by(house.justice) == {case.pk, other.pk, before.pk}


def test_who_lost_the_office_opens_nothing_although_named(house):
    Case.sent(house)
    make.confirmed(house)
    held = house.justice.role_holdings.get()
    held.until_on = day("31/12/2025")
    held.since_on = day("01/01/2025")
    held.save()
    assert seen_by(house.justice) == set()


@pytest.mark.parametrize(("since", "until", "opens"), [(-5, -1, False), (-5, 0, True), (0, 5, True), (1, 5, False)])
def test_it_begins_and_ends_by_itself(house, since, until, opens):
    case = Case.sent(house)
    decision = make.confirmed(house)
    decision.dated_on = today() - timedelta(days=9)
    decision.since_on, decision.until_on = today() + timedelta(days=since), today() + timedelta(days=until)
    decision.save()
    assert seen_by(house.justice) == ({case.pk} if opens else set())


def test_ended_early_it_opens_nothing(house):
    Case.sent(house)
    decision = make.confirmed(house)
    for by, reason, error in ((house.head, "Xong", NotAllowed), (house.administrator, " ", DomainError)):
        with pytest.raises(error):
            inspections.end_early(inspection=decision, seen=None, reason=reason, by=by, at=AT)
    decision = inspections.end_early(
        inspection=decision, seen=decision.version, reason="Xong", by=house.administrator, at=AT
    )
    assert seen_by(house.justice) == set()
    with pytest.raises(NotAllowed):
        inspections.end_early(inspection=decision, seen=None, reason="Xong", by=house.administrator, at=AT)


def test_confirmed_by_another_who_is_not_named(house):
    colleague = make.another_justice(house)
    decision = make.entered(house, by=house.justice, inspectors=(colleague,))
    for by in (house.justice, colleague, house.head, house.head_of_authority):
        with pytest.raises(NotAllowed):
            inspections.confirm(inspection=decision, seen=None, by=by, at=AT)
    with pytest.raises(StaleView):
        inspections.confirm(inspection=decision, seen=7, by=house.auditor, at=AT)
    decision = inspections.confirm(inspection=decision, seen=None, by=house.auditor, at=AT)
    assert decision.decided_by == house.auditor
    with pytest.raises(NotAllowed):
        inspections.confirm(inspection=decision, seen=None, by=house.administrator, at=AT)
    with pytest.raises(IntegrityError), transaction.atomic():
        decision.decided_by = decision.entered_by
        decision.save()


def test_not_confirmed_it_stays_on_record(house):
    Case.sent(house)
    decision = make.entered(house)
    with pytest.raises(DomainError):
        inspections.send_back(inspection=decision, seen=None, reason="", by=house.administrator, at=AT)
    decision = inspections.send_back(inspection=decision, seen=None, reason="Sai số", by=house.administrator, at=AT)
    assert decision.state == "RETURNED"
    assert seen_by(house.justice) == set()
    assert not access.visible_inspections(house.head).exists()
    assert access.visible_inspections(house.administrator).get() == decision


@pytest.mark.parametrize(
    ("words", "field"),
    [
        ({"number": " "}, "number"),
        ({"body": ""}, "body"),
        ({"title": ""}, "title"),
        ({"dated_on": "03/12/2026"}, "dated_on"),
        ({"period_last": "31/10/2026"}, "period_last"),
        ({"since_on": "31/10/2026"}, "since_on"),
        ({"until_on": "31/10/2026"}, "until_on"),
        ({"until_on": "02/11/2027"}, "until_on"),
    ],
)
def test_half_a_decision_is_sent_back_to_its_field(house, words, field):
    with pytest.raises(DomainError) as slip:
        make.entered(house, **words)
    assert slip.value.field == field
    assert not InspectionDecision.objects.exists()


def test_somebody_and_something_is_inspected_once(house):
    def enter(**words):
        told = {"authorities": [house.authority], "inspectors": [house.justice], "by": house.justice}
        return inspections.enter(facts=make.facts(number="1/QĐ"), at=AT, **told | words)

    for words, field in (({"authorities": []}, "authorities"), ({"inspectors": []}, "inspectors"),
                         ({"inspectors": [house.head]}, "inspectors")):  # fmt: skip
        with pytest.raises(DomainError) as slip:
            enter(**words)
        assert slip.value.field == field
    with pytest.raises(NotAllowed):
        enter(by=house.head_of_authority)
    decision = enter()
    assert (decision.code, str(decision)) == ("1/QĐ", "1/QĐ, Sở Tư pháp tỉnh Bình Minh")
    with pytest.raises(DomainError) as slip:
        enter()
    assert slip.value.field == "number"
    assert {str(one) for one in decision.inspected.all()} == {f"{decision}: {house.authority}"}
    assert {str(one) for one in decision.inspectors.all()} == {f"{decision}: {house.justice}"}


def test_each_opening_under_it_is_recorded_and_no_other(house):
    case = Case.sent(house)
    assert not inspections.note_opening(info_request=case.now, by=house.auditor, at=AT)
    assert not inspections.note_opening(info_request=case.now, by=house.officer, at=AT)
    decision = make.confirmed(house)
    for _time in (1, 2):
        assert inspections.note_opening(info_request=case.now, by=house.justice, at=AT)
    entries = Entry.objects.filter(kind="inspection.case_opened")
    assert entries.count() == 2
    assert decision.number in bytes(entries[0].payload).decode()


def test_who_sees_decisions(house):
    elsewhere = make_house()
    decision = make.confirmed(house)
    seeing = {role for role, user in house.by_role.items() if decision in access.visible_inspections(user)}
    assert seeing == {"FOCAL_OFFICER", "FOCAL_HEAD", "HEAD", "AUDITOR", "JUSTICE", "ADMINISTRATOR"}
    assert not access.visible_inspections(elsewhere.head).exists()
    house.officer.is_active = False
    assert not access.visible_inspections(house.officer).exists()
    assert not access.visible_findings(house.officer).exists()


# --- what was found --------------------------------------------------------------------------------------------------
@pytest.fixture
def decision(house):
    return make.confirmed(house)


def test_a_finding_is_handled_by_the_authority_and_confirmed_by_another(house, decision):
    case = Case.sent(house)
    finding = make.found(house, decision, info_request=case.now)
    assert (finding.standing, finding.code, finding.what[:10] in str(finding)) == ("OPEN", decision.number, True)
    assert finding in access.visible_findings(house.officer)
    assert finding in access.visible_findings(house.justice)
    finding = make.handled(house, finding)
    assert finding.standing == "REPORTED"
    with pytest.raises(NotAllowed):
        inspections.confirm_handled(finding=finding, seen=None, by=house.officer, at=AT)
    finding = inspections.confirm_handled(finding=finding, seen=finding.version, by=house.justice, at=AT)
    assert finding.standing == "CONFIRMED"
    assert not InspectionFinding.objects.unsettled().exists()
    for act in (lambda: make.handled(house, finding), lambda: inspections.confirm_handled(
        finding=finding, seen=None, by=house.head_of_authority, at=AT)):  # fmt: skip
        with pytest.raises(NotAllowed):
            act()


def test_the_head_who_reported_does_not_confirm(house, decision):
    finding = make.handled(house, make.found(house, decision), by=house.head_of_authority)
    with pytest.raises(NotAllowed):
        inspections.confirm_handled(finding=finding, seen=None, by=house.head_of_authority, at=AT)
    with pytest.raises(IntegrityError), transaction.atomic():
        finding.confirmed_by, finding.confirmed_at = house.head_of_authority, AT
        finding.save()


def test_asked_for_more_it_is_open_again(house, decision):
    finding = make.handled(house, make.found(house, decision))
    with pytest.raises(DomainError):
        inspections.ask_for_more(finding=finding, seen=None, reason="", by=house.justice, at=AT)
    finding = inspections.ask_for_more(
        finding=finding, seen=None, reason="Chưa gửi thư xin lỗi", by=house.justice, at=AT
    )
    assert (finding.standing, finding.sent_back) == ("OPEN", "Chưa gửi thư xin lỗi")
    with pytest.raises(NotAllowed):
        inspections.confirm_handled(finding=finding, seen=None, by=house.justice, at=AT)
    assert make.handled(house, finding).sent_back == ""


@pytest.mark.parametrize(
    ("words", "field"),
    [
        ({"kind": "CRIME"}, "kind"),
        ({"what": " "}, "what"),
        ({"wanted": ""}, "wanted"),
        ({"follow_up_on": day("01/12/2026")}, "follow_up_on"),
    ],
)
def test_half_a_finding_is_sent_back_to_its_field(house, decision, words, field):
    with pytest.raises(DomainError) as slip:
        make.found(house, decision, **words)
    assert slip.value.field == field


def test_findings_stay_in_the_scope_and_come_from_the_inspectors(house, decision):
    elsewhere = make_house()
    for words, error in (
        ({"authority": elsewhere.authority}, DomainError),
        ({"info_request": Case.sent(elsewhere).now}, DomainError),
        ({"by": house.head}, NotAllowed),
        ({"by": make.another_justice(house)}, NotAllowed),
    ):
        with pytest.raises(error):
            make.found(house, decision, **words)
    with pytest.raises(NotAllowed):
        make.found(house, make.entered(house))


@pytest.mark.parametrize(
    ("words", "error"),
    [
        ({"handling": "PRAISED"}, DomainError),
        ({"words": " "}, DomainError),
        ({"handled_on": day("01/12/2026")}, DomainError),
        ({"handled_on": day("11/12/2026")}, DomainError),
        ({"by": "justice"}, NotAllowed),
        ({"by": "auditor"}, NotAllowed),
    ],
)
def test_half_a_handling_is_not_reported(house, decision, words, error):
    if "by" in words:
        words = {"by": getattr(house, words["by"])}
    with pytest.raises(error):
        make.handled(house, make.found(house, decision), **words)


def test_who_may_not_confirm(house, decision):
    finding = make.handled(house, make.found(house, decision))
    for by in (house.head, house.second_officer, house.auditor):
        with pytest.raises(NotAllowed):
            inspections.confirm_handled(finding=finding, seen=None, by=by, at=AT)


def test_reminded_once_and_not_when_reported(house, decision):
    finding, far = make.found(house, decision), make.found(house, decision, follow_up_on=day("30/12/2026"))
    make.handled(house, make.found(house, decision))
    assert inspections.remind(AT, until=day("16/12/2026")) == 1
    assert inspections.remind(AT, until=day("16/12/2026")) == 0
    mails = Mail.objects.filter(kind="follow_up")
    assert {mail.to for mail in mails} == {house.head.email, house.head_of_authority.email}
    assert finding.wanted in mails[0].text
    far.refresh_from_db()
    assert far.reminded_on is None
    assert inspections._remind(finding.pk, AT) is False


def test_people_who_may_be_named(house):
    found = inspections.people_who_may_inspect()
    assert {house.justice, house.auditor} <= set(found)
    assert house.head not in found
