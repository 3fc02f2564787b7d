"""Complaints, lawsuits and denunciations, made by the services as everywhere."""

from itertools import count

from tests.factories import dirty_files
from tests.factories.catalog import a_file
from tests.factories.moments import day, moment
from tests.factories.workflow import case_in
from workflow.services import remedies
from workflow.services.remedies import Lodged

_numbers = count(1)
RECEIVED = "01/12/2026"  # a Tuesday
WORDS = "Thông tin tôi hỏi không thuộc loại phải từ chối, đề nghị xem lại."
DENOUNCER = {
    "denouncer_name": "Trịnh Thị Kín",
    "denouncer_contact": "0955 000 111",
    "denouncer_address": "Thôn Khe Sim",
}


def refused(house, *, on="02/11/2026", **fields):
    """A request that was refused by paper, ready to be contested."""
    return case_in("REFUSED", house, on=on, **fields)


def a_paper(name="don.pdf"):
    return a_file(f"{next(_numbers)}-{name}", dirty_files.pdf())


def lodged(kind="COMPLAINT", level=None, *, received_on=RECEIVED, **words) -> Lodged:
    """What came on paper, whole."""
    told = {
        "kind": kind,
        "level": level or {"COMPLAINT": "FIRST", "LAWSUIT": "TRIAL", "DENUNCIATION": "FIRST"}[kind],
        "about": "REFUSAL",
        "channel": "IN_PERSON",
        "received_on": day(received_on),
        "words": WORDS,
    }
    if told["level"] != "FIRST":
        told["body"] = "Tòa án nhân dân khu vực 3" if kind == "LAWSUIT" else "Chủ tịch Ủy ban nhân dân tỉnh"
    if kind == "DENUNCIATION":
        told |= {"about": "CONDUCT", **DENOUNCER}
    return Lodged(**told | words)


def entered(case, kind="COMPLAINT", level=None, *, at=None, by=None, files=(), **words):
    """Written down by the focal officer on the day it came."""
    paper = lodged(kind, level, **words)
    moment_of = at or moment(f"{paper.received_on:%d/%m/%Y} 09:00")
    return remedies.enter(info_request=case.now, lodged=paper, files=files, by=by or case.house.officer, at=moment_of)


def accepted(case, kind="COMPLAINT", *, on="02/12/2026", by=None, **words):
    """Taken up the day after."""
    remedy = entered(case, kind, **words)
    return remedies.accept(
        remedy=remedy, seen=remedy.version, accepted_on=day(on), by=by or case.house.head_of_authority,
        at=moment(f"{on} 10:00"),
    )  # fmt: skip


def proposed(remedy, house, *, outcome="REJECTED", by=None, on="10/12/2026", **words):
    """By the focal unit's head: somebody who did not draft the first answer."""
    told = {
        "answer": "Căn cứ từ chối đúng Điều 27.1.",
        "measures": "Cung cấp thông tin." if outcome in ("UPHELD", "PARTLY") else "",
    }
    if not remedy.is_ours:
        told |= {"paper_number": "15/2026/HC-ST", "paper_on": day(on)}
    return remedies.propose(
        remedy=remedy,
        seen=remedy.version,
        outcome=outcome,
        by=by or house.head,
        at=moment(f"{on} 09:00"),
        **told | words,
    )


def decided(remedy, house, *, by=None, on="11/12/2026", **words):
    """By the head of the authority, with the number and day of the paper where it is the authority's own."""
    told = {"paper_number": "21/QĐ-UBND", "paper_on": day(on)} if remedy.is_ours else {}
    return remedies.decide(
        remedy=remedy, seen=remedy.version, by=by or house.head_of_authority, at=moment(f"{on} 14:00"), **told | words
    )


def upheld(case, **words):
    """A complaint about a refusal that was right."""
    return decided(proposed(accepted(case), case.house, outcome="UPHELD", **words), case.house)


def answer_of(case):
    """The paper that refused."""
    return case.now.letters.filter(state="ISSUED").order_by("-pk").first()
