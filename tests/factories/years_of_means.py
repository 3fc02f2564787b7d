"""What is counted from pages and offices, beside the cases of years.py: activities, trainings, regulations, officers."""

import random
from datetime import date, timedelta

from cms.core.roles import Role
from home.models import (
    CommunicationActivity,
    CommunicationPage,
    RegulationPage,
    RegulationVersion,
    TrainingEvent,
    TrainingPage,
)
from home.models.training import CommunicationForm
from tests.factories.compliance import a_document, add_page, section
from tests.factories.core import FocalPointFactory, UnitFactory, UserFactory, give_role

_FROM = date(2024, 6, 1)


def add_means(authorities, seed: int = 2026) -> None:
    """Every authority but the first has its section; some pages and accounts are there that must not count."""
    chance, document = random.Random(seed), a_document()
    for place, authority in enumerate(authorities):
        unit = UnitFactory(authority=authority, focal=True)
        FocalPointFactory(unit=unit, trained_on=chance.choice((None, _day(chance))))
        _officers(chance, authority)
        if place == 0:
            continue
        parent = section(authority)
        communication = add_page(parent, CommunicationPage, live=place % 5 != 4)
        for number in range(chance.randrange(4, 12)):
            CommunicationActivity.objects.create(
                page=communication,
                title=f"Họp thôn lần {number}",
                form=chance.choice(CommunicationForm.values),
                held_on=_day(chance),
                audience="Người dân trong thôn",
                place="Nhà văn hóa",
                reached=chance.choice((None, chance.randrange(10, 300))),
            )
        training = add_page(parent, TrainingPage)
        for number in range(chance.randrange(1, 5)):
            TrainingEvent.objects.create(
                page=training,
                title=f"Tập huấn lần {number}",
                held_on=_day(chance),
                place="Hội trường",
                audience="Công chức đầu mối",
                trained=chance.randrange(5, 60),
            )
        if chance.random() < 0.7:
            regulation = add_page(parent, RegulationPage)
            issued = _day(chance)
            for later in (0, 200):
                RegulationVersion.objects.create(
                    page=regulation,
                    number=f"{later}/QĐ-UBND",
                    title="Quy chế cung cấp thông tin",
                    issued_on=issued,
                    effective_from=issued + timedelta(later),
                    document=document,
                )


def _day(chance) -> date:
    return _FROM + timedelta(chance.randrange(900))


def _officers(chance, authority):
    """Two who hold the office, one of them twice, one who held it once, and one whose account is closed."""
    for number in range(4):
        person = UserFactory(is_active=number != 3)
        since = _day(chance)
        until = since + timedelta(30) if number == 2 else None
        give_role(person, Role.FOCAL_OFFICER, authority, since_on=since, until_on=until)
        if number == 0:
            give_role(person, Role.FOCAL_OFFICER, authority, since_on=since)
