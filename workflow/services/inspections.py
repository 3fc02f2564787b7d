"""Inspections: a decision entered by one and confirmed by another opens cases of others to those it names, for its days.

What they find is followed until it was handled and somebody else has confirmed that (L16 Điều 15; L26 Điều 6).
"""

from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from cms.audit.record import SYSTEM, record
from cms.core.dates import local_day, today
from cms.core.errors import DomainError, NotAllowed
from cms.core.models import RoleHolder, User
from cms.core.roles import SUPERVISING_ROLES, Role
from cms.core.text import nfc
from workflow import access, notices
from workflow.models import InspectedAuthority, InspectionDecision, InspectionFinding, Inspector
from workflow.remedy_choices import FindingKind, Handling, InspectionState

#: Nobody opens what belongs to others for longer than this under one decision.
MOST_DAYS = 366


@dataclass(frozen=True)
class DecisionFacts:
    """What stands on the decision's paper. The period bounds the day on which a case was received."""

    number: str
    dated_on: date
    body: str
    title: str
    period_first: date
    period_last: date
    since_on: date
    until_on: date


@dataclass(frozen=True)
class Found:
    """What the inspection found about an authority, and what must be done by when."""

    kind: str
    what: str
    wanted: str
    follow_up_on: date
    article: str = ""
    info_request: object = None


# --- the decision ------------------------------------------------------------------------------------------------
@transaction.atomic
def enter(*, facts: DecisionFacts, authorities, inspectors, by, at) -> InspectionDecision:
    """Write the decision down. It opens nothing until another person has confirmed it."""
    if not access.can_enter_inspection(by):
        raise NotAllowed(_("Ông/bà không có vai trò để nhập quyết định kiểm tra."))
    _refuse_half_a_decision(facts, authorities, inspectors, local_day(at))
    inspection = InspectionDecision(
        **vars(facts) | {name: nfc(getattr(facts, name)) for name in ("number", "body", "title")},
        entered_by=by,
        entered_at=at,
    )
    inspection.save(by=by)
    things = [InspectedAuthority(inspection=inspection, authority=one) for one in authorities]
    things += [Inspector(inspection=inspection, user=one) for one in inspectors]
    for thing in things:
        thing.save(by=by)
    scope = {"authorities": [one.code for one in authorities], "people": [one.get_username() for one in inspectors]}
    return _tell("inspection.entered", inspection, things, by=by, at=at, data=scope | {"until": facts.until_on})


def _refuse_half_a_decision(facts, authorities, inspectors, today):
    for name, told in (
        ("number", _("Ghi số, ký hiệu quyết định.")),
        ("body", _("Ghi cơ quan ra quyết định.")),
        ("title", _("Ghi trích yếu.")),
    ):
        if not getattr(facts, name).strip():
            raise DomainError(told, field=name)
    if facts.dated_on > today:
        raise DomainError(_("Ngày quyết định chưa đến."), field="dated_on")
    if facts.period_last < facts.period_first:
        raise DomainError(_("Ngày cuối của kỳ phải sau ngày đầu."), field="period_last")
    if facts.since_on < facts.dated_on:
        raise DomainError(_("Chỉ mở hồ sơ từ ngày có quyết định."), field="since_on")
    if not 0 <= (facts.until_on - facts.since_on).days < MOST_DAYS:
        raise DomainError(_("Thời gian mở hồ sơ từ 1 ngày đến một năm."), field="until_on")
    if not authorities:
        raise DomainError(_("Chọn ít nhất một cơ quan được kiểm tra."), field="authorities")
    if not inspectors or any(not access.may_inspect(one) for one in inspectors):
        raise DomainError(_("Chọn người có vai trò Sở Tư pháp hoặc Kiểm tra, giám sát."), field="inspectors")
    same = InspectionDecision.objects.filter(body=nfc(facts.body), number=nfc(facts.number), dated_on=facts.dated_on)
    if same.exists():
        raise DomainError(_("Quyết định này đã được nhập."), field="number")


@transaction.atomic
def confirm(*, inspection, seen, by, at) -> InspectionDecision:
    """A second person, none of those whom it names, confirms that the paper says so."""
    inspection = _to_decide(inspection, seen, by)
    return _decide(inspection, InspectionState.CONFIRMED, "inspection.confirmed", by, at)


@transaction.atomic
def send_back(*, inspection, seen, reason, by, at) -> InspectionDecision:
    """Not confirmed: it stays on record and opens nothing."""
    inspection = _to_decide(inspection, seen, by)
    if not reason.strip():
        raise DomainError(_("Nêu lý do không xác nhận."), field="reason")
    return _decide(inspection, InspectionState.RETURNED, "inspection.returned", by, at, reason)


def _to_decide(inspection, seen, by):
    fresh = inspection.locked(seen)
    if not access.can_enter_inspection(by):
        raise NotAllowed(_("Ông/bà không có vai trò để xác nhận quyết định kiểm tra."))
    if fresh.entered_by_id == by.pk or fresh.inspectors.filter(user=by).exists():
        raise NotAllowed(_("Người nhập và thành viên đoàn không tự xác nhận. Cần một người khác."))
    if fresh.state != InspectionState.PROPOSED:
        raise NotAllowed(_("Quyết định này không còn chờ xác nhận."))
    return fresh


def _decide(inspection, state, kind, by, at, reason=""):
    inspection.state, inspection.decided_by, inspection.decided_at = state, by, at
    return _save(kind, inspection, by=by, at=at, reason=reason)


@transaction.atomic
def end_early(*, inspection, seen, reason, by, at) -> InspectionDecision:
    """From now on it opens nothing, although its last day has not come. Without this it ends by itself."""
    inspection = inspection.locked(seen)
    if not access.can_enter_inspection(by):
        raise NotAllowed(_("Ông/bà không có vai trò để kết thúc quyết định kiểm tra."))
    if inspection.state != InspectionState.CONFIRMED:
        raise NotAllowed(_("Quyết định này không còn hiệu lực."))
    if not reason.strip():
        raise DomainError(_("Nêu lý do kết thúc sớm."), field="reason")
    inspection.state, inspection.ended_at = InspectionState.ENDED, at
    return _save("inspection.ended", inspection, by=by, at=at, reason=reason)


@transaction.atomic
def note_opening(*, info_request, by, at) -> bool:
    """Record that this person opened the case under an inspection; False where their own office lets them see it."""
    inspection = access.inspection_that_opens(by, info_request)
    if inspection is None:
        return False
    data = {"inspection": inspection.number, "dated_on": inspection.dated_on}
    record("inspection.case_opened", subject=info_request, by=by, at=at, authority=info_request.authority, data=data)
    return True


# --- what was found ----------------------------------------------------------------------------------------------
@transaction.atomic
def enter_finding(*, inspection, authority, found: Found, by, at) -> InspectionFinding:
    """Something found about an authority of the scope, with the day by which it must be handled."""
    if not access.can_find(by, inspection):
        raise NotAllowed(_("Chỉ thành viên đoàn và người nhập quyết định ghi kết luận."))
    if inspection.state not in (InspectionState.CONFIRMED, InspectionState.ENDED):
        raise NotAllowed(_("Quyết định kiểm tra chưa được xác nhận."))
    if not inspection.inspected.filter(authority=authority).exists():
        raise DomainError(_("Cơ quan này không thuộc phạm vi kiểm tra."), field="authority")
    if found.kind not in FindingKind.values:
        raise DomainError(_("Chọn vi phạm, thiếu sót hoặc kiến nghị."), field="kind")
    for name, told in (("what", _("Ghi điều phát hiện.")), ("wanted", _("Ghi việc phải làm."))):
        if not getattr(found, name).strip():
            raise DomainError(told, field=name)
    if found.follow_up_on < local_day(at):
        raise DomainError(_("Ngày phải xong không được ở quá khứ."), field="follow_up_on")
    if found.info_request is not None and found.info_request.authority_id != authority.pk:
        raise DomainError(_("Hồ sơ này của cơ quan khác."), field="info_request")
    words = {name: nfc(getattr(found, name)) for name in ("what", "wanted", "article")}
    finding = InspectionFinding(
        inspection=inspection, authority=authority, **vars(found) | words, entered_by=by, entered_at=at
    )
    finding.save(by=by)
    data = {"kind": str(finding.kind), "follow_up_on": finding.follow_up_on}
    return _tell("inspection.found", finding, by=by, at=at, data=data)


@transaction.atomic
def report_handled(*, finding, seen, handling, words, handled_on, by, at) -> InspectionFinding:
    """The authority says how it was handled. It stays open until somebody else has confirmed that."""
    finding = finding.locked(seen)
    if not access.can_handle_finding(by, finding):
        raise NotAllowed(_("Ông/bà không có vai trò để báo đã xử lý."))
    if finding.confirmed_at is not None:
        raise NotAllowed(_("Việc này đã được xác nhận."))
    if handling not in Handling.values:
        raise DomainError(_("Chọn cách đã xử lý."), field="handling")
    if not words.strip():
        raise DomainError(_("Ghi đã làm gì, số văn bản nếu có."), field="words")
    if not local_day(finding.entered_at) <= handled_on <= local_day(at):
        raise DomainError(_("Ngày xử lý phải từ ngày ghi kết luận đến hôm nay."), field="handled_on")
    finding.handling, finding.handled_words, finding.handled_on = handling, nfc(words), handled_on
    finding.handled_by, finding.sent_back = by, ""
    late = {"handling": str(handling), "late": handled_on > finding.follow_up_on}
    return _save("inspection.handled", finding, by=by, at=at, data=late)


@transaction.atomic
def confirm_handled(*, finding, seen, by, at) -> InspectionFinding:
    """Another person has seen that it was done."""
    finding = _reported(finding, seen, by)
    finding.confirmed_by, finding.confirmed_at = by, at
    return _save("inspection.handled_confirmed", finding, by=by, at=at)


@transaction.atomic
def ask_for_more(*, finding, seen, reason, by, at) -> InspectionFinding:
    """It is not done yet: back to the authority, with what is missing."""
    finding = _reported(finding, seen, by)
    if not reason.strip():
        raise DomainError(_("Nêu việc cần làm thêm."), field="reason")
    finding.handling, finding.handled_words, finding.handled_on, finding.handled_by = "", "", None, None
    finding.sent_back = nfc(reason)
    return _save("inspection.handling_returned", finding, by=by, at=at, reason=reason)


def _reported(finding, seen, by):
    fresh = finding.locked(seen)
    if not access.can_confirm_finding(by, fresh):
        raise NotAllowed(_("Ông/bà không có vai trò để xác nhận việc này."))
    if fresh.standing != "REPORTED":
        raise NotAllowed(_("Việc này chưa có báo cáo xử lý, hoặc đã xác nhận."))
    if fresh.handled_by_id == by.pk:
        raise NotAllowed(_("Người báo đã xử lý không tự xác nhận. Cần một người khác."))
    return fresh


def remind(at: datetime, *, until: date) -> int:
    """Tell the authority's heads of what must be handled by `until`; returns of how many. Once each, and no more."""
    keys = InspectionFinding.objects.unsettled().filter(handling="", follow_up_on__lte=until, reminded_on=None)
    return sum(_remind(key, at) for key in keys.values_list("pk", flat=True))


@transaction.atomic
def _remind(key, at) -> bool:
    finding = InspectionFinding.objects.get(pk=key).locked(None)
    if finding.reminded_on is not None:
        return False  # another worker was faster
    finding.reminded_on = local_day(at)
    _save("inspection.reminded", finding, by=SYSTEM, at=at)
    held = RoleHolder.objects.current(local_day(at)).filter(
        role__in=(Role.FOCAL_HEAD, Role.HEAD), authority=finding.authority
    )
    for person in User.objects.filter(is_active=True, pk__in=held.values("user")).exclude(email=""):
        notices.post_follow_up(finding, person, at=at)
    return True


# --- what all of them do -----------------------------------------------------------------------------------------
def _save(kind, thing, *, by, at, data=None, reason=""):
    thing.version += 1
    thing.save(by=None if by == SYSTEM else by, reason=reason)
    return _tell(kind, thing, by=by, at=at, data=data, reason=reason)


def _tell(kind, thing, things=(), *, by, at, data=None, reason=""):
    """One entry of the chain; a finding's belongs to its authority, a decision's to none."""
    record(
        kind,
        subject=thing,
        by=by,
        at=at,
        authority=getattr(thing, "authority", None),
        rows=[row for one in (thing, *things) for row in one.saved_rows()],
        data=data,
        reason=reason,
    )
    return thing


def people_who_may_inspect() -> list[User]:
    """Whom a decision may name: those who hold a supervising role today."""
    held = RoleHolder.objects.current(today()).filter(role__in=SUPERVISING_ROLES)
    return list(User.objects.filter(is_active=True, pk__in=held.values("user")).order_by("first_name", "pk"))
