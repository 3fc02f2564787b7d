"""How an officer enters what came on paper, at the counter or by telephone, and puts a mis-keyed day right."""

from datetime import date

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from cms.core.dates import local_day
from cms.core.errors import DomainError, NotAllowed
from cms.core.models.authority import Authority
from cms.core.text import nfc
from cms.law.services import rule_set_on
from workflow import access, codes, notices, transitions
from workflow.choices import Channel, DecisionKind, DecisionState, Status
from workflow.models import Decision, InformationRequest
from workflow.services import requesters
from workflow.services.acting import begin, finish
from workflow.services.answers import Answers, PaperFacts
from workflow.services.intake import ask, proposed
from workflow.services.new_case import announce, begin_case, seal_new, store

#: What an officer enters, as the law names its way here (L16 Điều 24.1; L26 Điều 24.1); a telephone call is none.
LAWFUL_AS = {
    Channel.EMAIL: "ELECTRONIC",
    Channel.NATIONAL_PORTAL: "ELECTRONIC",
    Channel.IN_PERSON: "IN_PERSON",
    Channel.ONE_STOP: "IN_PERSON",
    Channel.POST: "POST",
    Channel.FAX: "FAX",
}


@transaction.atomic
def enter_paper(*, authority: Authority, answers: Answers, facts: PaperFacts, by, at):
    """An officer enters paper, a walk-in, or a request of another desk. Returns (request, tracking code).

    The days are the true ones: sent (postmark) and received, past with a reason, never future. What is missing does
    not block: the case waits for a supplement (L16 Điều 26.2). A telephone call waits for the person's confirmation.
    """
    if not access.can_enter(by, authority):
        raise NotAllowed(_("Ông/bà không có vai trò nhập yêu cầu cho cơ quan này."))
    today = local_day(at)
    _check_paper_days(facts, today)
    rule_set = rule_set_on(facts.sent_on)
    _check_channel(facts, rule_set.rules)
    _check_kept(answers, rule_set.rules)
    code = codes.random_code()
    info_request = begin_case(authority, answers, rule_set, today, at)
    _check_external(authority, facts)
    info_request.unit = facts.unit or info_request.unit
    info_request.channel = facts.channel
    info_request.sent_on, info_request.received_on = facts.sent_on, facts.received_on
    info_request.complexity = facts.complexity
    info_request.late_entry_reason = facts.late_reason
    info_request.external_number, info_request.external_source = facts.external_number, facts.external_source
    info_request.promised_on = facts.promised_on
    info_request.entered_by = info_request.assigned_to = by
    info_request.posted_on_paper = facts.channel == Channel.POST
    info_request.tracking_hash = codes.tracking_hash(info_request.code, code)
    if facts.channel == Channel.PHONE:
        info_request.status = Status.AWAITING_CONFIRMATION
    elif facts.missing:
        info_request.status = Status.SUPPLEMENT_REQUESTED
    else:
        info_request.complete_on = facts.received_on
    things = store(info_request, answers, facts.files, by=by, at=at)
    if info_request.status == Status.SUPPLEMENT_REQUESTED:
        things += ask(info_request, facts.missing, by, at)
    seal_new("request.entered", info_request, things, by=by, at=at, reason=facts.late_reason)
    announce(info_request, at)
    if info_request.status == Status.SUPPLEMENT_REQUESTED:
        notices.post("supplement_requested", info_request, at=at, missing=facts.missing)
    return info_request, code


def _check_channel(facts: PaperFacts, rules):
    lawful = {row.code for row in rules.submission_channels}
    if facts.channel != Channel.PHONE and LAWFUL_AS.get(facts.channel) not in lawful:
        raise DomainError(_("%(law)s không có cách gửi này.") % {"law": rules.legal_reference}, field="channel")


def _check_kept(answers: Answers, rules):
    """What nobody could be asked for later: all else that is missing waits for a supplement."""
    found = requesters.slips(answers, rules)
    for name in ("delivery", "organisation_name"):
        if name in found:
            raise DomainError(found[name], field=name)


def _check_external(authority, facts: PaperFacts):
    """One case of a one-stop desk or the national portal is entered once. Called under the lock of the case number."""
    if not facts.external_number:
        return
    known = InformationRequest.objects.filter(
        authority=authority, external_source=facts.external_source, external_number=facts.external_number
    ).first()
    if known is not None:
        raise DomainError(_("Mã này đã vào sổ với số hồ sơ %(code)s.") % {"code": known.code}, field="external_number")


def _check_paper_days(facts: PaperFacts, today: date):
    if facts.received_on > today:
        raise DomainError(_("Ngày nhận không được ở tương lai."), field="received_on")
    if facts.sent_on > facts.received_on:
        raise DomainError(_("Ngày gửi không được sau ngày nhận."), field="sent_on")
    if facts.received_on < today and not facts.late_reason.strip():
        raise DomainError(_("Ngày nhận đã qua. Hãy nói vì sao vào sổ muộn."), field="late_reason")


@transaction.atomic
def confirm_assisted(*, info_request, seen, by=None, at):
    """The person confirms what was written down on the telephone: only now is it sent and received (readings.md 7.1)."""
    info_request, move = begin("confirm_assisted", info_request, seen=seen, by=by, at=at)
    today = local_day(at)
    # The law of the day of sending is the law of this day, should it have changed since the call.
    info_request.rule_set = rule_set_on(today)
    info_request.sent_on, info_request.sent_at = today, at
    info_request.received_on = info_request.complete_on = today
    finish("request.confirmed", info_request, move=move, recount=True, by=by, at=at)
    notices.post("received", info_request, at=at)
    return info_request


# --- a mis-keyed day ---------------------------------------------------------------------------------------------
CORRECTABLE = {"sent_on": _("ngày gửi"), "received_on": _("ngày nhận")}


@transaction.atomic
def propose_correction(*, info_request, seen, field, day, reason, by, at):
    """Ask to correct a day that was typed wrongly from paper; the old one stays in the history (readings.md 8.1)."""
    info_request, _move = begin("propose_correction", info_request, seen=seen, by=by, at=at)
    if field not in CORRECTABLE:
        raise DomainError(_("Chỉ sửa được ngày gửi, ngày nhận của phiếu do cán bộ nhập."), field="field")
    if day > local_day(at):
        raise DomainError(_("Ngày này ở tương lai."), field="day")
    if not reason.strip():
        raise DomainError(_("Hãy nói nhập sai thế nào."), field="reason")
    sent_on = day if field == "sent_on" else info_request.sent_on
    received_on = day if field == "received_on" else info_request.received_on
    if sent_on > received_on:
        raise DomainError(_("Ngày gửi không được sau ngày nhận."), field="day")
    later = {info_request.complete_on, info_request.valid_on} - {info_request.received_on, None}
    if any(received_on > other for other in later):
        raise DomainError(_("Ngày nhận không được sau ngày nhận bổ sung hoặc ngày hợp lệ."), field="day")
    decision = Decision(
        info_request=info_request,
        kind=DecisionKind.CORRECT_ENTRY,
        day=day,
        day_field=field,
        plain_words=nfc(reason),
        proposed_by=by,
        proposed_at=at,
    )
    decision.save(by=by)
    finish("request.correction_proposed", info_request, by=by, at=at, also=[decision], reason=reason)
    return decision


@transaction.atomic
def approve_correction(*, info_request, seen, by, at):
    """Another person agrees: the day is put right and the due date counted anew, never sooner than was told."""
    info_request, move = begin("approve_correction", info_request, seen=seen, by=by, at=at)
    decision = proposed(info_request, DecisionKind.CORRECT_ENTRY)
    decision.approved_for_id = transitions.check_second_person(decision, by, move)
    before = getattr(info_request, decision.day_field)
    setattr(info_request, decision.day_field, decision.day)
    if decision.day_field == "received_on":
        # The days that hung on the wrong one follow it; those set by a supplement or a second person stay.
        for name in ("complete_on", "valid_on"):
            if getattr(info_request, name) == before:
                setattr(info_request, name, decision.day)
    else:
        info_request.rule_set = rule_set_on(decision.day)
    decision.state, decision.approved_by, decision.approved_at = DecisionState.EFFECTIVE, by, at
    decision.effective_on = local_day(at)
    decision.save(by=by)
    finish(
        "request.entry_corrected",
        info_request,
        recount=True,
        by=by,
        at=at,
        also=[decision],
        data={"field": decision.day_field, "before": before.isoformat(), "after": decision.day.isoformat()},
        reason=decision.plain_words,
    )
    return info_request
