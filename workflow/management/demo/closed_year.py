"""The year before, brought in from the commune's old book and closed by two people."""

from datetime import date

from cms.core.roles import Role
from workflow.choices import Channel, DeliveryWay, Status
from workflow.management.demo.office import Office, answers_to
from workflow.management.demo.stage import Days, Story, moment
from workflow.register import closing
from workflow.services.importing import Incoming, bring_in

YEAR = 2025
#: Number in the old book, question, who asked, the days of sending, validity and end, and how it ended.
ROWS = (
    ("03/2025", "gia-dat", 70, date(2025, 3, 4), date(2025, 3, 4), date(2025, 3, 11), Status.PROVIDED),
    ("07/2025", "cau-treo", 71, date(2025, 6, 16), date(2025, 6, 17), date(2025, 6, 24), Status.PROVIDED),
    ("12/2025", "tiep-cong-dan", 72, date(2025, 10, 6), date(2025, 10, 6), date(2025, 10, 6), Status.PROVIDED),
    ("15/2025", "rung", 73, date(2025, 12, 1), date(2025, 12, 2), date(2025, 12, 9), Status.REFUSED),
)


def all_stories(office: Office, days: Days) -> list[Story]:
    return [_closed(office)]


def _closed(office) -> Story:
    officer, head = office.who(Role.FOCAL_OFFICER), office.who(Role.FOCAL_HEAD)
    yield moment(date(2026, 6, 2), "08:20")
    rows = [_row(line, *row) for line, row in enumerate(ROWS, start=2)]
    bring_in(authority=office.authority, rows=rows, slips=[], by=officer, at=office.now, apply=True)
    yield moment(date(2026, 6, 3), "09:05")
    volume = closing.propose(authority=office.authority, year=YEAR, by=officer, at=office.now)
    yield moment(date(2026, 6, 4), "14:10")
    closing.confirm(volume=volume, by=head, at=office.now)


def _row(line, number, question, asker, sent_on, valid_on, outcome_on, ending) -> Incoming:
    return Incoming(
        line=line,
        external_number=number,
        external_source="Sổ theo dõi năm 2025",
        answers=answers_to(question, asker, delivery=DeliveryWay.VIEW_AT_SEAT),
        channel=Channel.IN_PERSON,
        sent_on=sent_on,
        received_on=sent_on,
        valid_on=valid_on,
        ending=ending,
        outcome_on=outcome_on,
    )
