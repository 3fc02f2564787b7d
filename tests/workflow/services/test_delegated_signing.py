"""Signing under a delegation: in whose name, in which form, and never round the second person, in either direction (S7)."""

from datetime import timedelta

import pytest
from django.utils import timezone

from cms.core.accounts import delegating
from cms.core.dates import short, today
from cms.core.errors import NotAllowed
from cms.core.models import User
from cms.core.roles import Role
from tests.factories.workflow import Case
from workflow.choices import DecisionKind
from workflow.letters.signing import by_delegation, signing_lines
from workflow.models import Letter

pytestmark = pytest.mark.django_db

#: How one of two people begins it in the role, and how the other decides: (role of the second half, begin, decide).
ACTS = {
    "extend": (Role.SIGNER, lambda case, by: case.accept().propose_extension(by=by),
               lambda case, by: case.approve(DecisionKind.EXTENSION, by=by)),
    "refuse": (Role.SIGNER, lambda case, by: case.accept().propose_to_refuse(by=by), lambda case, by: case.approve(by=by)),
    "provide": (Role.SIGNER, lambda case, by: case.accept().review().propose_to_provide(by=by),
                lambda case, by: case.approve(by=by)),
    "another valid day": (Role.FOCAL_HEAD, lambda case, by: case.propose_valid_on(short(today()), by=by),
                          lambda case, by: case.approve_valid_on(by=by)),
    "release a file": (Role.FOCAL_HEAD, lambda case, by: case.accept().add_file().check_file(by=by),
                       lambda case, by: case.release_file(by=by)),
}  # fmt: skip


def fresh(person):
    return User.objects.get(pk=person.pk)


def pass_on(house, giver, role, to):
    holding = giver.role_holdings.get(role=role, delegation=None)
    found = delegating.propose(
        holding=holding, to=to, since_on=today(), until_on=today() + timedelta(days=9), reason="Nghỉ phép", by=giver,
        at=timezone.now(),
    )  # fmt: skip
    return delegating.confirm(delegation=found, by=house.administrator, at=timezone.now())


def sent(house):
    return Case.sent(house, on=short(today()))


@pytest.mark.parametrize("act", ACTS)
def test_deputy_does_not_decide_in_the_givers_name_on_what_the_giver_began(house, act):
    role, begin, decide = ACTS[act]
    giver = house.second_officer  # an officer who signs, too
    house.give(giver, role)
    case = begin(sent(house), fresh(giver))
    pass_on(house, giver, role, house.cashier)
    with pytest.raises(NotAllowed):
        decide(case, fresh(house.cashier))


@pytest.mark.parametrize("act", ACTS)
def test_giver_does_not_decide_on_what_was_begun_in_their_name(house, act):
    role, begin, decide = ACTS[act]
    giver = house.second_officer
    house.give(giver, role)
    pass_on(house, giver, Role.FOCAL_OFFICER, house.cashier)
    case = begin(sent(house), fresh(house.cashier))
    with pytest.raises(NotAllowed):
        decide(case, fresh(giver))


def test_deputy_does_not_sign_what_they_propose_themselves(house):
    pass_on(house, house.signer, Role.SIGNER, house.officer)
    case = sent(house).accept().propose_to_refuse(by=fresh(house.officer))
    with pytest.raises(NotAllowed):
        case.approve(by=fresh(house.officer))
    case.approve(by=fresh(house.signer))  # it was proposed in the officer's own role


def test_deputy_signs_what_others_propose_in_the_givers_name(house):
    pass_on(house, house.signer, Role.SIGNER, house.cashier)
    User.objects.filter(pk=house.signer.pk).update(post="Giám đốc")
    User.objects.filter(pk=house.cashier.pk).update(post="Kế toán trưởng")
    case = sent(house).accept().propose_to_refuse()
    case.approve(by=fresh(house.cashier))
    decision = case.decision()
    assert (decision.approved_by, decision.approved_for) == (house.cashier, house.signer)
    case.issue()
    letter = Letter.objects.get(info_request=case.pk, form="REFUSAL")
    assert (letter.signer_name, letter.signer_post) == (str(house.cashier), "TUQ. Giám đốc\nKế toán trưởng")
    assert signing_lines(house.authority.kind, letter.signer_post) == ("TUQ. GIÁM ĐỐC", "KẾ TOÁN TRƯỞNG")


def test_signing_in_ones_own_role_bears_ones_own_post(house):
    case = sent(house).accept().propose_to_refuse().approve()
    assert case.decision().approved_for is None
    case.issue()
    assert Letter.objects.get(info_request=case.pk).signer_post == house.signer.post


@pytest.mark.parametrize(
    ("giver", "own", "recorded"),
    [
        ("Giám đốc", "Chánh Văn phòng", "TUQ. Giám đốc\nChánh Văn phòng"),
        ("Giám đốc", "Phó Giám đốc", "Phó Giám đốc"),  # signs KT. as always
        ("Giám đốc", "KT. Giám đốc", "KT. Giám đốc"),
        ("TM. Ủy ban nhân dân", "Văn phòng", "TUQ. Ủy ban nhân dân\nVăn phòng"),
        ("", "Chánh Văn phòng", "Chánh Văn phòng"),
        ("Giám đốc", "", ""),
    ],
)
def test_form_of_signing(giver, own, recorded):
    assert by_delegation(giver, own) == recorded
