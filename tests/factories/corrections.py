"""Requests for correction, made by the services as everywhere."""

from itertools import count

from tests.factories import catalog, dirty_files
from tests.factories.moments import moment
from workflow import codes
from workflow.services import corrections, findings
from workflow.services.corrections import Told

_numbers = count(1)
SENT = "01/12/2026"  # a Tuesday under L26: ten calendar days end on Friday 11/12 (readings.md 9.4)
WORDS = {
    "wrong": "Dòng 7 ghi 1.250 triệu đồng",
    "right": "Quyết định ghi 1.520 triệu đồng",
    "name": "Nguyễn Thị Mến",
    "email": "men@example.vn",
}


def a_key() -> str:
    """As a browser's, and never twice the same."""
    return f"{next(_numbers):043d}"


def reported(house, *, item=None, info_request=None, on=SENT, key=None, **words):
    """Sent by a citizen, about a published item unless an answered request is given."""
    item = item or (None if info_request else catalog.published(house))
    told = Told(**(WORDS | words)) if item else Told(wrong=words.get("wrong", WORDS["wrong"]))
    correction, _is_new = corrections.report(
        authority=house.authority, told=told, key=key or a_key(), item=item, info_request=info_request, at=moment(on)
    )
    return correction


def code_of(key: str) -> str:
    return codes.tracking_code(key)


def checking(house, **words):
    """Taken up by the focal officer."""
    correction = reported(house, **words)
    return corrections.receive(correction=correction, seen=correction.version, by=house.officer, at=correction.sent_at)


def proposed(house, *, outcome="NOT_WRONG", answer="Đã đối chiếu bản gốc: số ghi đúng.", at=None, **words):
    """Proposed by the focal officer."""
    more = {name: words.pop(name) for name in ("right_place", "files") if name in words}
    correction = checking(house, **words)
    return corrections.propose(
        correction=correction, seen=correction.version, outcome=outcome, answer=answer, by=house.officer,
        at=at or correction.sent_at, **more,
    )  # fmt: skip


def found(case, *, wrong="Thiếu phụ lục 2.", found_on=None, **words):
    """The authority's own officer found that an answer was wrong."""
    given = {"wrong": wrong, "found_on": found_on or case.today, "by": case.house.officer}
    case.do(findings.find_wrong, **given | words)
    return case.last


def found_and_given_again(case, **words):
    """Found, and the right information given again by two people."""
    correction = found(case, **words)
    correction = corrections.propose(
        correction=correction, seen=correction.version, outcome="CORRECTED", answer="Gửi bổ sung phụ lục 2.",
        files=[catalog.a_file("phu-luc-2.pdf", dirty_files.pdf())], by=case.house.officer, at=case.at,
    )  # fmt: skip
    return corrections.decide(correction=correction, seen=correction.version, by=case.house.head, at=case.at)
