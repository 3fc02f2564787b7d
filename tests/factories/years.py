"""Years of made-up work, straight into the tables: many cases of many authorities, with everything figures count.

Seeded: the same number makes the same years. Noise that must not count is part of it: duplicates, forms on the telephone
that nobody confirmed, decisions that were overtaken, money entered by mistake, moments shortly before and after midnight.
"""

import random
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta

from django.db.models import QuerySet

from catalog.choices import InfoClass, ItemState, VersionKind
from catalog.models import InformationItem, ItemVersion
from cms.law.models import AdoptedRuleSet
from tests.factories.core import AuthorityFactory, UnitFactory, UserFactory
from workflow.choices import (
    Capacity,
    Channel,
    Complexity,
    CorrectionAbout,
    CorrectionStatus,
    CostKind,
    DecisionKind,
    DecisionState,
    DeliveryWay,
    Field,
    Outcome,
    RequesterKind,
    SetAside,
    Status,
    Undone,
    WithdrawReason,
)
from workflow.models import (
    CorrectionRequest,
    CostLine,
    Decision,
    Extension,
    Finding,
    InformationRequest,
    Member,
    Payment,
    Piece,
    Requester,
    Supplement,
)

FIRST, LAST = date(2023, 12, 1), date(2026, 12, 31)
_DAYS = (LAST - FIRST).days
_KEY = 7_000_000  # keys from here on, so that rows can name each other before they are saved
GROUNDS = (
    "INACCESSIBLE",
    "CONDITION_NOT_MET",
    "ALREADY_PUBLIC",
    "NOT_RESPONSIBLE",
    "PROVIDED_TWICE",
    "OVER_CAPACITY",
    "COST_UNPAID",
)
BASES = ("PUB_NOT_YET", "PUB_EXPIRED", "PUB_UNREACHABLE", "CONDITIONAL_MET", "OWN_LIFE", "DISCRETIONARY")
_ENDS = {
    Status.PROVIDED: 45,
    Status.PROVIDED_PARTLY: 12,
    Status.REFUSED: 14,
    Status.REDIRECTED: 7,
    Status.WITHDRAWN: 5,
    Status.LAPSED: 4,
    Status.SET_ASIDE: 3,
    None: 10,
}
_OPEN = (
    Status.RECEIVED,
    Status.SUPPLEMENT_REQUESTED,
    Status.AWAITING_CONFIRMATION,
    Status.COLLECTING,
    Status.UNDER_REVIEW,
    Status.AWAITING_PAYMENT,
)


@dataclass
class Years:
    """What was made: the authorities, and how many cases."""

    authorities: list
    people: list
    laws: dict
    rows: dict = field(default_factory=dict)

    def add(self, thing):
        self.rows.setdefault(type(thing), []).append(thing)
        return thing

    def key(self, model) -> int:
        return _KEY + len(self.rows.get(model, ()))

    def save(self) -> None:
        """Parents before children, without history."""
        order = (
            Requester, Member, InformationRequest, Piece, Decision, Finding, CostLine, Payment, Extension, Supplement,
            CorrectionRequest, InformationItem, ItemVersion,
        )  # fmt: skip
        for model in order:
            QuerySet(model).bulk_create(self.rows.get(model, ()), batch_size=500)
        self.rows.clear()


def make_years(*, cases: int, authorities: int, seed: int = 2026) -> Years:
    """So many cases of so many authorities over three years, with corrections and items of the catalog beside them."""
    chance = random.Random(seed)
    laws = {one.code: one for one in AdoptedRuleSet.objects.adopted()}
    houses = [AuthorityFactory() for _number in range(authorities)]
    units = {house.pk: UnitFactory(authority=house) for house in houses}
    years = Years(houses, [UserFactory() for _number in range(3)], laws)
    for number in range(cases):
        house = chance.choice(houses)
        _case(years, chance, house, units[house.pk], number)
    for number in range(cases // 20):
        house = chance.choice(houses)
        _correction(years, chance, house, units[house.pk], number)
        _item(years, chance, house, units[house.pk], number)
    years.save()
    return years


def _day(chance) -> date:
    return FIRST + timedelta(chance.randrange(_DAYS))


def _moment(chance, day: date) -> datetime:
    """Some minute of that day in Việt Nam; often in the first or last hours, which UTC gives to the day before."""
    hour = chance.choice((0, 3, 6, 8, 15, 23))
    return datetime(day.year, day.month, day.day, hour, chance.randrange(60), tzinfo=UTC) - timedelta(hours=7)


def _law(years, day):
    return years.laws["L26" if day >= date(2026, 9, 1) else "L16"]


# --- requests ----------------------------------------------------------------------------------------------------
def _case(years, chance, house, unit, number):
    sent_on = _day(chance)
    received_on = min(sent_on + timedelta(chance.choice((0, 0, 0, 1, 3))), LAST)
    status = chance.choices(list(_ENDS), list(_ENDS.values()))[0]
    outcome_on = received_on + timedelta(chance.randrange(60)) if status else None
    if outcome_on is None or outcome_on > LAST:
        status, outcome_on = chance.choice(_OPEN), None
    is_valid = status not in (Status.LAPSED, Status.REDIRECTED, Status.SET_ASIDE, *_OPEN[:3])
    waits = status in (Status.SUPPLEMENT_REQUESTED, Status.AWAITING_CONFIRMATION)
    due_on = None if waits and chance.random() < 0.7 else received_on + timedelta(chance.randrange(5, 35))
    request = InformationRequest(
        id=years.key(InformationRequest),
        authority=house,
        unit=unit,
        requester=_requester(years, chance),
        rule_set=_law(years, sent_on),
        code=f"NN-{number:06d}",
        status=status,
        channel=chance.choice(Channel.values),
        delivery=chance.choice(DeliveryWay.values),
        complexity=chance.choice(Complexity.values),
        tracking_hash=f"{number:064d}",
        sent_on=sent_on,
        received_on=received_on,
        entered_at=_moment(chance, received_on),
        due_on=None if status == Status.AWAITING_CONFIRMATION else due_on,
        outcome_on=outcome_on,
        closed_at=_moment(chance, outcome_on) if outcome_on else None,
        valid_on=received_on + timedelta(chance.randrange(4)) if is_valid else None,
        accepted_at=_moment(chance, received_on) if is_valid else None,
        description="Số liệu bịa để đếm",
        set_aside_as=SetAside.DUPLICATE if status == Status.SET_ASIDE else "",
        withdraw_reason=chance.choice(WithdrawReason.values) if status == Status.WITHDRAWN else "",
        redirected_to="Ủy ban nhân dân xã khác" if status == Status.REDIRECTED else "",
    )
    years.add(request)
    pieces = [_piece(years, chance, request, position) for position in range(1, chance.choice((1, 1, 1, 2, 3)) + 1)]
    if status == Status.SUPPLEMENT_REQUESTED or chance.random() < 0.15:
        for _time in range(chance.choice((1, 1, 2))):
            asked = min(received_on + timedelta(chance.randrange(10)), LAST)
            years.add(
                Supplement(
                    info_request=request,
                    missing="Nêu rõ tên văn bản",
                    asked_at=_moment(chance, asked),
                    asked_by=years.people[0],
                    supplied_on=asked + timedelta(2),
                )
            )
    if is_valid and chance.random() < 0.12:
        for _time in range(chance.choice((1, 1, 2))):
            _extension(years, chance, request)
    if status in (Status.PROVIDED, Status.PROVIDED_PARTLY, Status.REFUSED):
        _answer(years, chance, request, pieces)


def _requester(years, chance):
    capacity = chance.choices((Capacity.SELF, Capacity.REPRESENTATIVE, Capacity.ORGANISATION), (80, 10, 10))[0]
    through = capacity == Capacity.ORGANISATION
    one = Requester(
        id=years.key(Requester),
        kind=chance.choices(RequesterKind.values, (9, 1))[0],
        capacity=capacity,
        name="Người Yêu Cầu",
        folded_name="nguoi yeu cau",
        organisation_name="Hội Người cao tuổi" if through else "",
    )
    years.add(one)
    if through:
        for _number in range(chance.randrange(1, 6)):
            years.add(Member(requester=one, name="Thành Viên", purpose="Tìm hiểu"))
    return one


def _piece(years, chance, request, position):
    """What was found of it is set by the answer."""
    one = Piece(
        id=years.key(Piece),
        info_request=request,
        position=position,
        description="Số liệu bịa để đếm",
        field=chance.choice((*Field.values, "")),
        info_class=chance.choice((*InfoClass.values, "")),
        basis=chance.choice((*BASES, "")),
    )
    return years.add(one)


def _decision(years, request, kind, state, **more):
    one = Decision(
        id=years.key(Decision),
        info_request=request,
        kind=kind,
        state=state,
        proposed_by=years.people[0],
        proposed_at=request.entered_at,
        approved_by=years.people[1],
        approved_at=request.entered_at,
        **more,
    )
    return years.add(one)


def _extension(years, chance, request):
    told_on = min(request.received_on + timedelta(chance.randrange(1, 12)), LAST)
    decision = _decision(
        years, request, DecisionKind.EXTENSION, DecisionState.EFFECTIVE, amount=10, effective_on=told_on
    )
    years.add(
        Extension(
            info_request=request,
            decision=decision,
            from_on=told_on + timedelta(3),
            amount=10,
            unit="WORKING_DAY",
            article="Điều 29.2",
            until_on=told_on + timedelta(17),
            told_on=told_on,
        )
    )


def _answer(years, chance, request, pieces):
    if request.status == Status.PROVIDED and chance.random() < 0.3:  # at once: by one person, without a decision
        for piece in pieces:
            piece.outcome = Outcome.PROVIDE
        return
    if chance.random() < 0.1:  # an earlier answer that came to nothing
        overtaken = _decision(
            years, request, DecisionKind.ANSWER, DecisionState.OVERTAKEN, outcome=Outcome.REFUSE,
            treasury_account="7111.0.7654321" if chance.random() < 0.5 else "",
        )  # fmt: skip
        _finding(years, overtaken, pieces[0], Outcome.REFUSE, chance.choice(GROUNDS))
        _line(years, chance, overtaken, CostKind.ITEM)
    outcomes = _outcomes(chance, request.status, len(pieces))
    decision = _decision(
        years,
        request,
        DecisionKind.ANSWER,
        DecisionState.EFFECTIVE,
        outcome={Status.PROVIDED: Outcome.PROVIDE, Status.REFUSED: Outcome.REFUSE}.get(
            request.status, Outcome.PROVIDE_PARTLY
        ),
        effective_on=request.outcome_on,
        treasury_account="7111.0.1234567" if chance.random() < 0.8 else "",
    )
    for piece, outcome in zip(pieces, outcomes, strict=True):
        piece.outcome = outcome
        _finding(years, decision, piece, outcome, "" if outcome == Outcome.PROVIDE else chance.choice(GROUNDS))
    if request.status != Status.REFUSED and chance.random() < 0.4:
        _line(years, chance, decision, CostKind.ITEM)
        if chance.random() < 0.5:
            _line(years, chance, decision, CostKind.POSTAGE)
        _payments(years, chance, request)


def _outcomes(chance, status, number):
    if status == Status.PROVIDED:
        return [Outcome.PROVIDE] * number
    if status == Status.REFUSED:
        return [Outcome.REFUSE] * number
    return [Outcome.PROVIDE_PARTLY, *(chance.choice(Outcome.values) for _piece in range(number - 1))]


def _finding(years, decision, piece, outcome, ground):
    years.add(
        Finding(decision=decision, piece=piece, outcome=outcome, ground=ground, article="Điều 28.1" if ground else "")
    )


def _line(years, chance, decision, kind):
    years.add(
        CostLine(
            decision=decision,
            kind=kind,
            label="Sao chụp trang A4" if kind == CostKind.ITEM else "Cước gửi bưu điện",
            unit="trang",
            quantity=chance.randrange(1, 200),
            unit_price=chance.choice((1500, 2100, 3000, 18000)),
        )
    )


def _payments(years, chance, request):
    for _time in range(chance.choice((1, 1, 2))):
        undone = chance.choices(("", *Undone.values), (8, 1, 1))[0]
        at = request.closed_at
        told = {"undone_by": years.people[1], "undone_at": at, "undone_reason": "Ghi nhầm"} if undone else {}
        if undone == Undone.REFUND:
            told |= {"refund_number": "HT-1", "refunded_on": request.outcome_on}
        years.add(
            Payment(
                info_request=request,
                amount=chance.randrange(1, 900) * 1000,
                paid_on=request.outcome_on - timedelta(chance.randrange(3)),
                receipt_number="BL-1",
                recorded_by=years.people[0],
                recorded_at=at,
                undone=undone,
                **told,
            )
        )


# --- corrections and the catalog ---------------------------------------------------------------------------------
def _correction(years, chance, house, unit, number):
    """About an answer; those about published information hang on an item."""
    received_on = _day(chance)
    status = chance.choice(CorrectionStatus.values)
    is_closed = status in (CorrectionStatus.CORRECTED, CorrectionStatus.NOT_WRONG, CorrectionStatus.NOT_OURS)
    is_found = is_closed and status != CorrectionStatus.NOT_OURS and chance.random() < 0.3
    about = CorrectionAbout.PROVIDED if is_found or chance.random() < 0.6 else CorrectionAbout.PUBLISHED
    due_on = received_on + timedelta(10)
    outcome_on = received_on + timedelta(chance.randrange(1, 20)) if is_closed else None
    answered = {
        "outcome": status,
        "answer": "Đã kiểm tra",
        "closed_at": _moment(chance, outcome_on),
        "outcome_on": outcome_on,
        "proposed_by": years.people[0],
        "decided_by": years.people[1],
        "right_place": "Cơ quan khác" if status == CorrectionStatus.NOT_OURS else "",
    } if is_closed else {}  # fmt: skip
    years.add(
        CorrectionRequest(
            id=years.key(CorrectionRequest),
            authority=house,
            unit=unit,
            rule_set=_law(years, received_on),
            requester=chance.choice(years.rows[Requester]),
            about=about,
            item=_item(years, chance, house, unit, 500_000 + number) if about == CorrectionAbout.PUBLISHED else None,
            info_request=chance.choice(years.rows[InformationRequest]) if about == CorrectionAbout.PROVIDED else None,
            code=f"NN-KN-{number:06d}",
            status=status,
            submission_key=f"khoa-{number}",
            tracking_hash=f"{number:064d}",
            sent_on=received_on,
            sent_at=_moment(chance, received_on),
            received_on=received_on,
            due_on=due_on,
            told_due_on=due_on,
            found_by=years.people[0] if is_found else None,
            wrong="Sai số",
            **answered,
        )
    )


def _item(years, chance, house, unit, number):
    """Was public and is not any more, or never was: what stands open needs more than a row."""
    created_on = _day(chance)
    published_on = created_on + timedelta(chance.randrange(20)) if chance.random() < 0.8 else None
    law = _law(years, created_on)
    item = InformationItem(
        id=years.key(InformationItem),
        authority=house,
        code=f"NN-M{number}",
        rule_set=law,
        info_class=chance.choice((InfoClass.MUST_PUBLISH, InfoClass.MUST_PUBLISH, InfoClass.MAY_PUBLISH)),
        category=chance.choice(("", *(one.code for one in law.rules.categories[:6]))),
        state=ItemState.EXPIRED if published_on else ItemState.DRAFT,
        title="Văn bản bịa để đếm",
        originating_unit=unit,
        responsible_unit=unit,
        due_on=created_on + timedelta(chance.randrange(5, 15)) if chance.random() < 0.9 else None,
        published_on=published_on,
        updated_on=published_on,
    )
    years.add(item)
    if published_on:
        for version in range(1, chance.randrange(1, 4) + 1):
            kind = VersionKind.FIRST if version == 1 else chance.choice((VersionKind.UPDATE, VersionKind.CORRECTION))
            at = _moment(chance, published_on + timedelta(30 * (version - 1)))
            years.add(
                ItemVersion(
                    item=item, number=version, kind=kind, facts={}, sha256=f"{number:064d}", wrong="Sai", right="Đúng",
                    checked_by=years.people[0], checked_at=at, published_by=years.people[1], published_at=at,
                )
            )  # fmt: skip
    return item
