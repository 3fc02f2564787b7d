"""Complaints, lawsuits and denunciations about the cases of years.py, straight into the table."""

import random
from datetime import UTC, datetime, timedelta

from django.db.models import QuerySet

from workflow.models import InformationRequest, Remedy
from workflow.remedy_choices import (
    INSTANCES,
    REMEDY_OUTCOMES,
    SETTLED_ELSEWHERE,
    UPHOLDING,
    RemedyAbout,
    RemedyChannel,
    RemedyKind,
    RemedyStatus,
)


def add_remedies(years, *, number: int, seed: int = 2026) -> None:
    """So many, some of them open, some reopened by a new case; each about a case of one of the authorities."""
    chance = random.Random(seed)
    cases = list(InformationRequest.objects.filter(authority__in=years.authorities).order_by("pk"))
    again = iter(chance.sample(cases, min(number, len(cases))))
    QuerySet(Remedy).bulk_create(
        (_remedy(chance, years.people, chance.choice(cases), again, place) for place in range(number)), batch_size=500
    )


def _remedy(chance, people, case, again, place) -> Remedy:
    kind = chance.choice(RemedyKind.values)
    level = chance.choice(INSTANCES[RemedyKind(kind)])
    received_on = case.received_on + timedelta(chance.randrange(20, 90))
    at = datetime(received_on.year, received_on.month, received_on.day, 3, tzinfo=UTC)
    status = chance.choice([one for one in RemedyStatus if one != RemedyStatus.SUSPENDED])
    ended = {}
    if status in REMEDY_OUTCOMES:
        outcome_on = received_on + timedelta(chance.randrange(5, 60))
        reopens = status in UPHOLDING and kind != RemedyKind.DENUNCIATION and chance.random() < 0.5
        ended = {
            "outcome": status,
            "answer": "Đã xem xét",
            "outcome_on": outcome_on,
            "closed_at": at + timedelta(60),
            "proposed_by": people[0],
            "decided_by": people[1],
            "new_case": next(again) if reopens else None,
        }
    return Remedy(
        authority_id=case.authority_id,
        unit_id=case.unit_id,
        rule_set_id=case.rule_set_id,
        info_request=case,
        code=f"NN-KT-{place:05d}",
        kind=kind,
        level=level,
        about=chance.choice(RemedyAbout.values),
        status=status,
        channel=chance.choice(RemedyChannel.values),
        received_on=received_on,
        entered_at=at,
        entered_by=people[0],
        body="Tòa án nhân dân khu vực 3" if level in SETTLED_ELSEWHERE else "",
        words="Đề nghị xem lại",
        due_on=received_on + timedelta(30) if chance.random() < 0.8 else None,
        **ended,
    )
