"""Whatever people do in whatever order, what the law and the record promise holds after every act."""

from random import Random

import pytest

from cms.audit.models import Entry
from cms.audit.verify import verify
from cms.core.errors import DomainError
from tests.factories.workflow import Case
from workflow import clock, transitions
from workflow.choices import CLOSED_STATUSES, RUNNING_STATUSES, DecisionKind, DecisionState, LetterState, Outcome
from workflow.models import InformationRequest

pytestmark = pytest.mark.django_db

STEPS = 16
EXTENSION, ANSWER = DecisionKind.EXTENSION, DecisionKind.ANSWER

#: The act by the name of its move.
ACTS = {
    "accept": lambda case, dice: case.accept(),
    "ask_for_supplement": lambda case, dice: case.ask_for_supplement(),
    "supply": lambda case, dice: case.supply(),
    "lapse": lambda case, dice: case.lapse(),
    "propose_valid_on": lambda case, dice: case.propose_valid_on(f"{case.now.received_on:%d/%m/%Y}"),
    "approve_valid_on": lambda case, dice: case.approve_valid_on(),
    "draft_redirect": lambda case, dice: case.draft_redirect(),
    "assign": lambda case, dice: case.assign(),
    "collect": lambda case, dice: case.collect(),
    "hand_over_information": lambda case, dice: case.hand_over(),
    "review": lambda case, dice: case.review(),
    "classify": lambda case, dice: case.classify(),
    "reclassify": lambda case, dice: case.reclassify(dice.choice(["SIMPLE", "COMPLEX"])),
    "notify_time_limit": lambda case, dice: case.notify_time_limit(),
    "add_file": lambda case, dice: case.add_cleared_file(),
    "propose_extension": lambda case, dice: case.propose_extension(dice.choice([3, 7])),
    "propose_provision": lambda case, dice: case.propose(
        dice.choice([Outcome.PROVIDE, Outcome.PROVIDE_PARTLY]), terms=dice.choice([None, case.costing()])
    ),
    "propose_refusal": lambda case, dice: case.propose_to_refuse(),
    "approve_extension": lambda case, dice: case.approve(EXTENSION),
    "approve_provision": lambda case, dice: case.approve(),
    "approve_refusal": lambda case, dice: case.approve(),
    "record_signature": lambda case, dice: case.record_signature(),
    "return_draft": lambda case, dice: case.return_draft(),
    "issue_letter": lambda case, dice: case.issue(),
    "accept_cost": lambda case, dice: case.accept_cost(),
    "record_payment": lambda case, dice: case.record_payment(),
    "provide": lambda case, dice: case.provide(),
    "provide_partly": lambda case, dice: case.provide(),
    "change_delivery": lambda case, dice: case.change_delivery(dice.choice(["DOWNLOAD", "VIEW_AT_SEAT"])),
}
#: What would end the walk too soon if it came as often as the others.
SELDOM = {
    "set_aside": lambda case, dice: case.set_aside(),
    "provide_at_once": lambda case, dice: case.provide_at_once(),
    "withdraw": lambda case, dice: case.withdraw(),
    "decline_cost": lambda case, dice: case.decline_cost(),
}


def choose(case, dice):
    """Mostly what somebody may do now, sometimes anything at all."""
    acts = ACTS | SELDOM if dice.random() < 0.1 else ACTS
    info_request = InformationRequest.objects.with_people().prefetch_related(*transitions.FACTS).get(pk=case.pk)
    people = [*case.house.by_role.values(), None]
    possible = {move.name for person in people for move in transitions.allowed(info_request, person, case.today)}
    names = sorted(acts.keys() & possible) if dice.random() < 0.85 else sorted(acts)
    return acts[dice.choice(names or sorted(acts))]


def lacks_what_it_speaks_of(case, act):
    """A door never offers these without the thing itself."""
    signs = act in {ACTS[name] for name in ("approve_provision", "approve_refusal", "record_signature", "return_draft")}
    return (
        (signs and case.decision(ANSWER) is None)
        or (act is ACTS["approve_extension"] and case.decision(EXTENSION) is None)
        or (act is ACTS["issue_letter"] and case.letter() is None)
    )


def facts(case):
    now = case.now
    return now, now.told_due_on, Entry.objects.count()


def assert_promises(case, before, was_refused, supplement_asked):
    (then, told, entries), now = before, case.now
    if was_refused:
        assert (now.version, now.status, now.due_on) == (then.version, then.status, then.due_on)
        assert Entry.objects.count() == entries
    if not then.is_open:
        assert (now.status, now.outcome_on, now.closed_at) == (then.status, then.outcome_on, then.closed_at)
    if told and now.status in RUNNING_STATUSES and not supplement_asked:
        assert now.due_on >= told
    if now.status in RUNNING_STATUSES:
        assert now.due_on == clock.explain(now).due_on
    effective = [d for d in now.decisions.all() if (d.kind, d.state) == (ANSWER, DecisionState.EFFECTIVE)]
    assert len(effective) <= 1
    if now.status == "REFUSED":
        assert [d.outcome for d in effective] == [Outcome.REFUSE]
    for decision in now.decisions.all():
        if decision.state in (DecisionState.APPROVED, DecisionState.EFFECTIVE):
            assert decision.proposed_by_id not in (decision.approved_by_id, decision.recorded_by_id)
    if now.status in CLOSED_STATUSES:
        assert not any(decision.is_live for decision in now.decisions.all())
        assert not now.letters.filter(state=LetterState.DRAFT).exists()


@pytest.mark.parametrize("seed", range(8))
def test_promises_hold_on_every_walk(make_house_with, seed):
    dice = Random(seed)
    house = make_house_with(supplement_days=3)
    case = Case.sent(house, dice.choice(["27/08/2026", "02/11/2026"]))
    for _ in range(STEPS):
        case.later(hours=dice.choice([1, 5, 24, 72]))
        act = choose(case, dice)
        if lacks_what_it_speaks_of(case, act):
            continue
        before, said = facts(case), ""
        try:
            act(case, dice)
        except DomainError as no:  # anything else would be an error page
            said = str(no)
        was_refused = bool(said) and act is not ACTS["add_file"]  # which is three acts in one
        assert_promises(case, before, was_refused, supplement_asked=act is ACTS["ask_for_supplement"])
    assert verify().problem is None
