"""Inspection decisions and what they found, made by the services."""

from itertools import count

from cms.core.roles import Role
from tests.factories.core import make_person
from tests.factories.moments import day, moment
from workflow.services import inspections
from workflow.services.inspections import DecisionFacts, Found

_numbers = count(1)
ENTERED = "02/12/2026 08:00"


def facts(**changed) -> DecisionFacts:
    """Open now whatever the clock says: the gate asks for today."""
    told = {
        "number": f"{next(_numbers)}/QĐ-STP",
        "dated_on": day("01/11/2026"),
        "body": "Sở Tư pháp tỉnh Bình Minh",
        "title": "Kiểm tra việc cung cấp thông tin",
        "period_first": day("01/11/2026"),
        "period_last": day("31/12/2026"),
        "since_on": day("01/11/2026"),
        "until_on": day("30/09/2027"),
    }
    days = {name: day(value) for name, value in changed.items() if name in told and "/20" in value and name != "number"}
    return DecisionFacts(**told | changed | days)


def entered(house, *authorities, by=None, inspectors=None, at=ENTERED, **changed):
    return inspections.enter(
        facts=facts(**changed), authorities=authorities or (house.authority,), inspectors=inspectors or (house.justice,),
        by=by or house.justice, at=moment(at),
    )  # fmt: skip


def confirmed(house, *authorities, by=None, **changed):
    decision = entered(house, *authorities, **changed)
    return inspections.confirm(
        inspection=decision, seen=decision.version, by=by or house.administrator, at=moment(ENTERED)
    )


def found(house, inspection, **changed):
    told = {
        "kind": "VIOLATION",
        "what": "Ba hồ sơ trả lời quá hạn, không xin lỗi.",
        "wanted": "Kiểm điểm, gửi văn bản xin lỗi.",
        "follow_up_on": day("15/12/2026"),
        "article": "Điều 26.3",
    }
    authority = changed.pop("authority", house.authority)
    by, at = changed.pop("by", house.justice), changed.pop("at", ENTERED)
    return inspections.enter_finding(
        inspection=inspection, authority=authority, found=Found(**told | changed), by=by, at=moment(at)
    )


def handled(house, finding, **changed):
    told = {"handling": "LEARNED", "words": "Đã họp kiểm điểm, biên bản 12/BB.", "handled_on": day("10/12/2026")}
    by, at = changed.pop("by", house.officer), changed.pop("at", "10/12/2026 09:00")
    return inspections.report_handled(finding=finding, seen=finding.version, by=by, at=moment(at), **told | changed)


def another_justice(house):
    """A second person of the department of justice."""
    return make_person("Vũ Công Minh", Role.JUSTICE, authority=house.authority)
