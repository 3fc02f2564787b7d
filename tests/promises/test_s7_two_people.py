"""S7: the acts of two people need a proposer and a different person; superusers and holders of both roles included (SC06)."""

import pytest
from django.db import IntegrityError, transaction

from cms.core.errors import NotAllowed
from cms.core.models import User
from cms.core.roles import Role
from tests.factories.core import make_person
from tests.factories.workflow import Case, paper
from workflow.choices import DecisionKind
from workflow.models import Attachment, Decision

pytestmark = pytest.mark.django_db


@pytest.fixture
def both(house):
    """One person with every office there is, and a superuser."""
    roles = [role for role in Role if role not in (Role.AUDITOR, Role.JUSTICE)]
    person = make_person("Kiêm Hết Mọi Việc", *roles, authority=house.authority, unit=house.land_unit)
    person.is_superuser = person.is_staff = True
    person.save()
    return person


# the act: how one person proposes it, how it is approved
ACTS = {
    "extend": (
        lambda house, by: Case.sent(house).accept().propose_extension(by=by),
        lambda case, by: case.approve(DecisionKind.EXTENSION, by=by),
    ),
    "refuse": (
        lambda house, by: Case.sent(house).accept().propose_to_refuse(by=by),
        lambda case, by: case.approve(by=by),
    ),
    "provide": (
        lambda house, by: Case.sent(house).accept().review().propose_to_provide(by=by),
        lambda case, by: case.approve(by=by),
    ),
    "provide in part": (
        lambda house, by: Case.sent(house).accept().review().classify().propose("PROVIDE_PARTLY", by=by),
        lambda case, by: case.approve(by=by),
    ),
    "another valid day": (
        lambda house, by: Case.sent(house).propose_valid_on("02/11/2026", by=by),
        lambda case, by: case.approve_valid_on(by=by),
    ),
    "correct a day": (
        lambda house, by: Case.entered(house, facts=paper(on="02/11/2026")).propose_correction(
            "sent_on", "01/11/2026", by=by
        ),
        lambda case, by: case.approve_correction(by=by),
    ),
    "release a file": (
        lambda house, by: Case.sent(house).accept().add_file(by=by).check_file(by=by),
        lambda case, by: case.release_file(by=by),
    ),
}
SIGNED_OUTSIDE = {"extend": DecisionKind.EXTENSION, "refuse": DecisionKind.ANSWER, "provide": DecisionKind.ANSWER}
SECOND = {"another valid day": "head", "correct a day": "head", "release a file": "head"}


@pytest.mark.parametrize("act", ACTS)
def test_one_person_never_does_both_halves(house, both, act):
    propose, approve = ACTS[act]
    case = propose(house, both)
    version = case.now.version
    for same_person in (both, User.objects.get(pk=both.pk)):  # the second as from another session
        with pytest.raises(NotAllowed):
            approve(case, same_person)
    assert case.now.version == version
    approve(case, getattr(house, SECOND.get(act, "signer")))
    assert case.now.version == version + 1


@pytest.mark.parametrize("act", SIGNED_OUTSIDE)
def test_nor_by_recording_a_paper_signed_by_oneself(house, both, act):
    case = ACTS[act][0](house, both)
    with pytest.raises(NotAllowed):
        case.record_signature(SIGNED_OUTSIDE[act], by=both)
    with pytest.raises(NotAllowed):
        case.record_signature(SIGNED_OUTSIDE[act], signer_name=str(both))
    case.record_signature(SIGNED_OUTSIDE[act])


@pytest.mark.parametrize("field", ["approved_by", "recorded_by"])
def test_database_refuses_one_person_on_both_sides(house, field):
    decision = Case.sent(house).accept().propose_to_refuse().decision()
    setattr(decision, field, house.officer)
    with pytest.raises(IntegrityError), transaction.atomic():
        decision.save()


def test_database_refuses_a_signature_without_a_signer(house):
    decision = Case.sent(house).accept().propose_to_refuse().decision()
    decision.state = "APPROVED"
    with pytest.raises(IntegrityError), transaction.atomic():
        decision.save()


def test_every_act_of_two_people_is_guarded_by_the_database_too():
    names = {constraint.name for model in (Decision, Attachment) for constraint in model._meta.constraints}
    assert {"two_different_people", "signed_decision_has_its_signer", "release_by_two_people"} <= names


def test_supervisor_changes_nothing_even_with_the_power_of_a_superuser(house):
    house.auditor.is_superuser = True
    house.auditor.save()
    case = Case.sent(house).accept().propose_to_refuse()
    for act in (
        lambda: case.approve(by=house.auditor),
        lambda: case.record_signature(by=house.auditor),
        lambda: case.withdraw(by=house.auditor, text="x"),
        lambda: case.note(by=house.auditor),
    ):
        with pytest.raises(NotAllowed):
            act()
