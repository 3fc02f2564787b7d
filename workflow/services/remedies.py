"""Complaints, lawsuits and denunciations from the day they came to their outcome (readings.md 15).

The outcome is proposed by one and decided by another, never by the person complained of. Nothing here touches the first
answer: what is upheld is taken up in a new case (reopening.py).
"""

from dataclasses import dataclass

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from cms.audit.record import SYSTEM, record
from cms.core.dates import local_day, short
from cms.core.errors import DomainError, NotAllowed
from cms.core.roles import Role
from cms.core.text import nfc
from cms.law.services import current_calendar
from workflow import access, clock, codes, notices, remedy_moves
from workflow.models import Denouncer, Remedy, RemedyFile, RemedyReader
from workflow.remedy_choices import INSTANCES, UPHOLDING, RemedyInstance, RemedyKind, RemedyStatus
from workflow.services import reopening
from workflow.services.acting import seal
from workflow.services.new_case import focal_unit

SHORTEST = 10  # characters: less names nothing that could be examined
#: What an level follows: a second complaint a first one, an appeal a judgement.
FOLLOWS = {
    RemedyInstance.SECOND: RemedyInstance.FIRST,
    RemedyInstance.APPEAL: RemedyInstance.TRIAL,
    RemedyInstance.REVIEW: RemedyInstance.APPEAL,
}
#: What tells that a numbered decision left for who complained, or the opinion for the court; see delivery.SENDING_OUT.
SENDING_OUT = frozenset({"remedy.decided", "remedy.opinion_sent"})
_ENDS_BEFORE_ACCEPTANCE = (RemedyStatus.NOT_ACCEPTED, RemedyStatus.WITHDRAWN)
_ENDS = (*UPHOLDING, RemedyStatus.REJECTED, RemedyStatus.WITHDRAWN, RemedyStatus.STOPPED)


@dataclass(frozen=True)
class Lodged:
    """What came on paper. `denouncer_*` only of a denunciation; `body` where another body settles it."""

    kind: str
    level: str
    about: str
    channel: str
    received_on: object
    words: str
    against: object = None
    letter: object = None
    previous: Remedy | None = None
    body: str = ""
    denouncer_name: str = ""
    denouncer_contact: str = ""
    denouncer_address: str = ""


# --- receiving ---------------------------------------------------------------------------------------------------
@transaction.atomic
def enter(*, info_request, lodged: Lodged, files=(), by, at) -> Remedy:
    """Write down what was lodged; its clock runs from the day it was received.

    DomainError with its field for half a paper; NotAllowed for who keeps no such book or is complained of.
    """
    if not access.can_lodge(by, info_request.authority):
        raise NotAllowed(_("Ông/bà không có vai trò để vào sổ việc này."))
    info_request = info_request.locked(None)  # an erasure comes before or after, never between
    if info_request.erased_at:
        raise DomainError(_("Dữ liệu cá nhân của hồ sơ này đã được xóa, không vào sổ thêm việc về hồ sơ được."))
    if lodged.against is not None and lodged.against.pk == by.pk:
        raise NotAllowed(_("Người bị khiếu nại, tố cáo không xử lý việc này."))
    _refuse_half_a_paper(info_request, lodged, local_day(at))
    remedy = Remedy(
        authority=info_request.authority,
        unit=focal_unit(info_request.authority),
        rule_set=info_request.rule_set,
        info_request=info_request,
        code=codes.next_case_number(info_request.authority, local_day(at)),
        kind=lodged.kind,
        level=lodged.level,
        about=lodged.about,
        channel=lodged.channel,
        received_on=lodged.received_on,
        entered_at=at,
        entered_by=by,
        letter=lodged.letter,
        against=lodged.against,
        previous=lodged.previous,
        body=nfc(lodged.body),
        words=nfc(lodged.words),
    )
    clock.settle_remedy(remedy)
    remedy.save(by=by)
    things = [*_denouncer(remedy, lodged, by), *(_attach(remedy, file, by, at) for file in files)]
    told = {"received_on": remedy.received_on}
    if not remedy.is_secret:  # who reads the log must not learn that somebody denounces
        told |= {"request": info_request.code, "kind": str(remedy.kind), "level": str(remedy.level)}
    _seal("remedy.entered", remedy, things, by=by, at=at, data=told)
    if not remedy.is_secret:
        seal("request.contested", info_request, by=by, at=at, data={"remedy": remedy.code, "kind": str(remedy.kind)})
    if remedy.kind == RemedyKind.COMPLAINT and remedy.is_ours:
        notices.post("complaint_received", remedy, at=at)
    return remedy


def _refuse_half_a_paper(info_request, lodged, today):
    if lodged.level not in INSTANCES.get(lodged.kind, ()):
        raise DomainError(_("Chọn lần khiếu nại hoặc cấp xét xử của đúng loại việc."), field="level")
    if not info_request.received_on <= lodged.received_on <= today:
        told = _("Ngày nhận phải từ ngày nhận hồ sơ %(day)s đến hôm nay.") % {"day": short(info_request.received_on)}
        raise DomainError(told, field="received_on")
    if len(lodged.words.strip()) < SHORTEST:
        raise DomainError(_("Ghi nội dung, ít nhất 10 ký tự."), field="words")
    if lodged.level not in (RemedyInstance.FIRST,) and not lodged.body.strip():
        raise DomainError(_("Ghi cơ quan hoặc tòa án giải quyết."), field="body")
    _refuse_wrong_previous(info_request, lodged)
    if lodged.letter is not None and lodged.letter.info_request_id != info_request.pk:
        raise DomainError(_("Văn bản này của hồ sơ khác."), field="letter")
    if lodged.kind == RemedyKind.DENUNCIATION:
        _refuse_misplaced_denunciation(info_request, lodged)


def _refuse_wrong_previous(info_request, lodged):
    wanted, previous = FOLLOWS.get(lodged.level), lodged.previous
    if wanted and (previous is None or previous.level != wanted):
        told = _("Chọn việc trước đó: %(level)s.") % {"level": RemedyInstance(wanted).label.lower()}
        raise DomainError(told, field="previous")
    if previous is not None and (previous.info_request_id != info_request.pk or previous.is_secret):
        raise DomainError(_("Việc trước đó thuộc hồ sơ khác."), field="previous")
    if previous is not None and previous.next.filter(level=lodged.level).exists():
        raise DomainError(_("Lần này đã vào sổ rồi."), field="previous")


def _refuse_misplaced_denunciation(info_request, lodged):
    if not lodged.denouncer_name.strip():
        raise DomainError(_("Ghi họ tên người tố cáo."), field="denouncer_name")
    against = lodged.against
    if against is not None and against.has_role(Role.HEAD, info_request.authority):
        raise DomainError(
            _("Tố cáo người đứng đầu do cơ quan cấp trên giải quyết. Chuyển đơn lên, không vào sổ ở đây."),
            field="against",
        )


def _denouncer(remedy, lodged, by):
    """Who denounces, apart from the matter and encrypted (S14)."""
    if not remedy.is_secret:
        return []
    person = Denouncer(
        remedy=remedy,
        name=nfc(lodged.denouncer_name),
        contact=nfc(lodged.denouncer_contact),
        address=nfc(lodged.denouncer_address),
    )
    person.save(by=by)
    return [person]


def _attach(remedy, file, by, at):
    kept = RemedyFile(
        remedy=remedy,
        name=file.name,
        path=file.path,
        content_type=file.content_type,
        size=file.size,
        sha256=file.sha256,
        added_by=by,
        added_at=at,
    )
    kept.save(by=by)
    return kept


@transaction.atomic
def add_papers(*, remedy, seen, files, by, at):
    """Further papers: an explanation, a court's letter, the signed decision."""
    remedy, _move = _begin("add_papers", remedy, seen, by, at)
    if not files:
        raise DomainError(_("Chọn ít nhất một tệp."), field="files")
    added = [_attach(remedy, file, by, at) for file in files]
    return _finish("remedy.papers_added", remedy, by=by, at=at, also=added, data={"files": len(added)})


# --- the clock ---------------------------------------------------------------------------------------------------
@transaction.atomic
def accept(*, remedy, seen, accepted_on, by, at):
    """Thụ lý: from this day the term to settle runs (KN Điều 27, 28, 36, 37). Not accepting is an outcome, by two people."""
    remedy, move = _begin("accept", remedy, seen, by, at)
    _settle_from(remedy, accepted_on, by, at)
    remedy = _finish("remedy.accepted", remedy, to=move.target, by=by, at=at, data={"accepted_on": accepted_on})
    if remedy.kind == RemedyKind.COMPLAINT and remedy.is_ours:
        notices.post("complaint_accepted", remedy, at=at)
    return remedy


@transaction.atomic
def send_opinion(*, remedy, seen, accepted_on, by, at):
    """The authority's written opinion has gone to the court; nothing of its own is due any more."""
    remedy, move = _begin("send_opinion", remedy, seen, by, at)
    was_due = remedy.due_on
    _settle_from(remedy, accepted_on, by, at)
    late = {"sent_on": accepted_on, "late": accepted_on > was_due}
    return _finish("remedy.opinion_sent", remedy, to=move.target, by=by, at=at, data=late)


def _settle_from(remedy, accepted_on, by, at):
    if not remedy.received_on <= accepted_on <= local_day(at):
        told = _("Ngày này phải từ ngày nhận %(day)s đến hôm nay.") % {"day": short(remedy.received_on)}
        raise DomainError(told, field="accepted_on")
    remedy.accepted_on, remedy.accepted_by = accepted_on, by
    clock.settle_remedy(remedy)


@transaction.atomic
def lengthen(*, remedy, seen, paper, by, at):
    """A complex matter has the longer term; a denunciation is lengthened once or twice. The paper gives the reason."""
    remedy, _move = _begin("lengthen", remedy, seen, by, at)
    if not paper.strip():
        raise DomainError(_("Ghi số, ngày văn bản và lý do."), field="paper")
    before = remedy.due_on
    remedy.lengthened += 1
    remedy.lengthened_by_paper = nfc(paper)
    clock.settle_remedy(remedy)
    return _finish("remedy.lengthened", remedy, by=by, at=at, reason=paper, data={"before": before})


@transaction.atomic
def suspend(*, remedy, seen, reason, by, at):
    """Tạm đình chỉ: these days are not counted (KN Điều 11a)."""
    remedy, move = _begin("suspend", remedy, seen, by, at)
    if not reason.strip():
        raise DomainError(_("Nêu lý do tạm đình chỉ."), field="reason")
    remedy.suspended_on = local_day(at)
    clock.settle_remedy(remedy)
    return _finish("remedy.suspended", remedy, to=move.target, by=by, at=at, reason=reason)


@transaction.atomic
def resume(*, remedy, seen, by, at):
    """The clock runs on; the days in between are added to its end."""
    remedy, move = _begin("resume", remedy, seen, by, at)
    remedy.suspended_days += (local_day(at) - remedy.suspended_on).days
    remedy.suspended_on = None
    clock.settle_remedy(remedy)
    return _finish("remedy.resumed", remedy, to=move.target, by=by, at=at, data={"days": remedy.suspended_days})


# --- the outcome -------------------------------------------------------------------------------------------------
def outcomes_of(remedy) -> tuple:
    """How it may end from here: before acceptance only unaccepted or withdrawn; a court's case whenever the court says."""
    if remedy.kind != RemedyKind.LAWSUIT and remedy.accepted_on is None:
        return _ENDS_BEFORE_ACCEPTANCE
    return _ENDS


@transaction.atomic
def propose(*, remedy, seen, outcome, answer, measures="", paper_number="", paper_on=None, by, at):
    """What the matter shall end with, and why. Of another body's outcome its paper is named."""
    remedy, move = _begin("propose", remedy, seen, by, at)
    if outcome not in outcomes_of(remedy):
        raise DomainError(_("Chọn kết quả."), field="outcome")
    if not answer.strip():
        raise DomainError(_("Nêu lý do, căn cứ của kết quả."), field="answer")
    if outcome in UPHOLDING and not measures.strip():
        raise DomainError(_("Ghi việc cơ quan phải làm để sửa."), field="measures")
    remedy.outcome, remedy.answer, remedy.measures = outcome, nfc(answer), nfc(measures)
    if not remedy.is_ours:
        _name_paper(remedy, paper_number, paper_on, at)
    remedy.proposed_by, remedy.proposed_at = by, at
    return _finish("remedy.proposed", remedy, to=move.target, by=by, at=at, data={"outcome": str(outcome)})


def _name_paper(remedy, number, on, at):
    if not number.strip():
        raise DomainError(_("Ghi số văn bản."), field="paper_number")
    if on is None or not remedy.received_on <= on <= local_day(at):
        told = _("Ngày văn bản phải từ ngày nhận %(day)s đến hôm nay.") % {"day": short(remedy.received_on)}
        raise DomainError(told, field="paper_on")
    remedy.paper_number, remedy.paper_on = nfc(number), on


@transaction.atomic
def send_back(*, remedy, seen, reason, by, at):
    """The second person does not agree: back to where the proposal came from."""
    remedy, _move = _begin("send_back", remedy, seen, by, at)
    if not reason.strip():
        raise DomainError(_("Hãy nói cần xem lại điều gì."), field="reason")
    target = RemedyStatus.ACCEPTED if remedy.accepted_on else RemedyStatus.RECEIVED
    return _finish("remedy.sent_back", remedy, to=target, by=by, at=at, reason=reason)


@transaction.atomic
def decide(*, remedy, seen, paper_number="", paper_on=None, by, at):
    """Another person decides. Upheld about a case that has ended: the information is taken up in a new case.

    The authority's own decision has its number and day; a matter that was withdrawn needs none.
    """
    remedy, _move = _begin("decide", remedy, seen, by, at)
    if remedy.is_ours and remedy.outcome != RemedyStatus.WITHDRAWN:
        _name_paper(remedy, paper_number, paper_on, at)
    remedy.decided_by, remedy.closed_at = by, at
    remedy.outcome_on = local_day(at) if remedy.is_ours else (remedy.paper_on or local_day(at))
    remedy.status = remedy.outcome
    if reopening.is_called_for(remedy):
        remedy.new_case = reopening.reopen(remedy, by=by, at=at)
    data = {"from": str(RemedyStatus.PROPOSED), "outcome": str(remedy.outcome), "late": remedy.is_late}
    data |= {"new_case": remedy.new_case.code if remedy.new_case else ""}
    remedy = _finish("remedy.decided", remedy, by=by, at=at, data=data)
    if remedy.kind == RemedyKind.COMPLAINT and remedy.is_ours:
        notices.post("complaint_settled", remedy, at=at)
    return remedy


# --- who may read a denunciation ---------------------------------------------------------------------------------
@transaction.atomic
def name_reader(*, remedy, seen, reader, reason, by, at):
    """The head names one who may read who denounces, and why."""
    remedy, _move = _begin("name_reader", remedy, seen, by, at)
    if not reason.strip():
        raise DomainError(_("Nêu giao để làm gì."), field="reason")
    if reader.pk in (by.pk, remedy.against_id) or remedy.authority_id not in reader.works_for:
        raise DomainError(_("Chọn cán bộ của cơ quan, không phải người bị tố cáo."), field="reader")
    if remedy.readers.filter(user=reader, ended_at=None).exists():
        raise DomainError(_("Người này đã được giao."), field="reader")
    named = RemedyReader(remedy=remedy, user=reader, named_by=by, named_at=at, reason=nfc(reason))
    named.save(by=by)
    data = {"reader": reader.get_username()}
    return _finish("remedy.reader_named", remedy, by=by, at=at, also=[named], data=data, reason=reason)


@transaction.atomic
def drop_reader(*, remedy, seen, reader, by, at):
    """This person reads it no longer."""
    remedy, _move = _begin("drop_reader", remedy, seen, by, at)
    named = remedy.readers.filter(user=reader, ended_at=None).first()
    if named is None:
        raise DomainError(_("Người này không có trong danh sách."), field="reader")
    named.ended_at = at
    named.save(by=by)
    data = {"reader": reader.get_username()}
    return _finish("remedy.reader_dropped", remedy, by=by, at=at, also=[named], data=data)


@transaction.atomic
def read_denouncer(*, remedy, reason, by, at) -> Denouncer:
    """Who denounces, for one of the few; each reading is on record with its reason."""
    if not remedy.is_secret or not access.is_of_the_few(by, remedy):
        raise NotAllowed(_("Chỉ người được giao mới xem được ai tố cáo."))
    if not reason.strip():
        raise DomainError(_("Nêu xem để làm gì."), field="reason")
    if not remedy.denouncer.name:
        raise DomainError(_("Dữ liệu của người tố cáo đã được xóa theo thời hạn lưu."))
    _seal("remedy.denouncer_read", remedy, by=by, at=at, reason=reason)
    return remedy.denouncer


# --- when the calendar changes -----------------------------------------------------------------------------------
def hold_open() -> list[Remedy]:
    """Every open matter with a day due, locked before anything is recorded."""
    found = Remedy.objects.open().exclude(due_on=None).select_for_update(of=("self",))
    return list(found.with_people().order_by("pk"))


def recount(held, *, by, at, reason, calendar=None) -> int:
    """Count their days anew, never sooner than before; returns how many have moved."""
    moved, calendar = 0, calendar or current_calendar()
    for remedy in held:
        before, was_provisional = remedy.due_on, remedy.due_is_provisional
        clock.settle_remedy(remedy, calendar)
        remedy.due_on = max(remedy.due_on, before)
        if (remedy.due_on, remedy.due_is_provisional) == (before, was_provisional):
            continue
        _finish("remedy.due_date_moved", remedy, by=by, at=at, reason=reason, data={"before": before})
        moved += remedy.due_on != before
    return moved


# --- what all of them do -----------------------------------------------------------------------------------------
def _begin(name, remedy, seen, by, at):
    """The matter as it is now, held, and the move if this person may make it."""
    fresh = remedy.locked(seen)
    return fresh, remedy_moves.check(name, fresh, by, local_day(at))


def _finish(kind, remedy, *, by, at, to=None, also=(), data=None, reason="") -> Remedy:
    facts = {"due_on": remedy.due_on} | (data or {})
    if to is not None:
        facts |= {"from": str(remedy.status), "to": str(to)}
        remedy.status = to
    remedy.version += 1
    remedy.save(by=None if by == SYSTEM else by, reason=reason)
    _seal(kind, remedy, also, by=by, at=at, data=facts, reason=reason)
    return remedy


def _seal(kind, remedy, things=(), *, by, at, data=None, reason=""):
    """One entry of the chain, over the history rows that the act has written."""
    record(
        kind,
        subject=remedy,
        by=by,
        at=at,
        authority=remedy.authority,
        rows=[row for thing in (remedy, *things) for row in thing.saved_rows()],
        data=data,
        reason=reason,
    )
