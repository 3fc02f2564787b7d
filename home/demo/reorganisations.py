"""What the invented commune took over: a former commune and a former district, confirmed, and one that waits."""

from datetime import date

from cms.core.models import User
from cms.core.models.predecessor import Level
from cms.core.roles import Role
from home.reorganisations import services
from workflow.management.demo.stage import Days, Story, moment

COMMUNE = "suoi-vang"
ENDED_ON = date(2025, 6, 30)
#: Name, level, the paper that says so, and whether the second person has looked.
ROWS = (
    ("Ủy ban nhân dân xã Suối Nhỏ", Level.COMMUNE, "Nghị quyết 18/NQ-HĐND ngày 12/5/2025", True),
    ("Ủy ban nhân dân huyện Đồi Xa", Level.DISTRICT, "Nghị quyết 18/NQ-HĐND ngày 12/5/2025", True),
    ("Ban quản lý chợ Bến Nứa", Level.SERVICE_UNIT, "Quyết định 204/QĐ-UBND ngày 09/6/2025", False),
)


def stories(offices, days: Days) -> list[Story]:
    return [_story(offices[COMMUNE], days)] if COMMUNE in offices else []


def _story(office, days) -> Story:
    at = moment(days.working(-9), "14:20")
    yield at
    keeper = office.who(Role.ADMINISTRATOR)
    second = User(
        username="van.ha-tang", first_name="Đèo Thị Vân", post="Phụ trách hạ tầng", is_superuser=True, is_staff=True
    )
    second.set_unusable_password()
    second.save()
    for name, level, decision, is_confirmed in ROWS:
        one = services.propose(
            successor=office.authority, former=None, name=name, level=level, ended_on=ENDED_ON, decision=decision,
            by=keeper, at=at,
        )  # fmt: skip
        if is_confirmed:
            services.confirm(predecessor=one, by=second, at=at)
