"""How every act begins and ends: lock, check, change, count the version, seal, all in the caller's transaction."""

from django.db.models import Exists, OuterRef, Prefetch, prefetch_related_objects

from cms.audit.record import CITIZEN, SYSTEM, record
from cms.audit.timeline import RULE
from cms.core.dates import local_day
from workflow import clock, transitions
from workflow.choices import CLOSED_STATUSES, DecisionState, LetterState, SeriesState
from workflow.models import Decision, InformationRequest, Letter, LetterSeries


def begin(name: str, info_request: InformationRequest, *, seen: int | None, by, at):
    """The request as it is now, locked, and the move if this person may make it (StaleView, NotAllowed, ImpossibleMove)."""
    fresh = hold(info_request, seen)
    return fresh, transitions.check(name, fresh, by, local_day(at))


def hold(info_request: InformationRequest, seen: int | None) -> InformationRequest:
    """The request as it is now, locked, with its decisions and papers read once for the whole act."""
    fresh = info_request.locked(seen)
    signers = Prefetch("decisions", Decision.objects.select_related("proposed_by", "approved_by", "approved_for"))
    # Whether a book may be kept here comes along with the papers: most authorities have none, and ask no further.
    books = LetterSeries.objects.filter(authority=OuterRef("authority")).exclude(state=SeriesState.DECLINED)
    papers = Prefetch("letters", Letter.objects.annotate(may_have_book=Exists(books)))
    prefetch_related_objects([fresh], signers, papers)
    if fresh.unit.is_focal:  # as mostly: the mails then need not look for the focal point
        fresh.authority.focal = getattr(fresh.unit, "focal_point", None)
    return fresh


def finish(
    kind: str, info_request, *, by, at, move=None, target=None, recount=False, also=(), data=None, reason=""
) -> InformationRequest:
    """Save the request where the move (or `target`) leads, and seal what was written.

    `recount` settles its dates anew: something they are counted from has changed. A target among the closed states ends
    the case on the day of `at`, unless the caller set another `outcome_on`, and nothing that waited outlives it.
    `by` is a member of staff, nobody (None) when the requester acts, or SYSTEM when the worker does.
    """
    person = None if by == SYSTEM else by
    target = target or (move.target if move else None)
    before = info_request.status
    if target is not None:
        info_request.status = target
    if recount:
        clock.settle(info_request)
        tell(info_request)
    if info_request.status in CLOSED_STATUSES and info_request.closed_at is None:
        info_request.closed_at = at
        info_request.outcome_on = info_request.outcome_on or local_day(at)
        also = [*also, *drop_waiting(info_request, person)]
    info_request.version += 1
    info_request.save(by=person, reason=reason)
    facts = dict(data or {})
    if info_request.status != before:
        facts |= {"from": str(before), "to": str(info_request.status)}
    facts[RULE] = (move and transitions.article_of(move, info_request)) or info_request.rule_set.legal_reference
    if info_request.due_on:
        facts["due_on"] = info_request.due_on.isoformat()
    seal(kind, info_request, [info_request, *also], by=by, at=at, data=facts, reason=reason)
    return info_request


def seal(kind: str, info_request: InformationRequest, things=(), *, by, at, data=None, reason=""):
    """One entry of the chain about this request, over the history rows that `things` have written."""
    record(
        kind,
        subject=info_request,
        by=by or CITIZEN,
        at=at,
        authority=info_request.authority,
        rows=[row for thing in things for row in thing.saved_rows()],
        data=data,
        reason=reason,
    )


def drop_waiting(info_request: InformationRequest, by, *, kind="", form="") -> list:
    """Proposals with their papers that can no longer count: those of one kind, with the papers of one form; or all."""
    decisions = [one for one in info_request.decisions.all() if one.is_live and kind in ("", one.kind)]
    keys = {decision.pk for decision in decisions}
    drafts = [one for one in info_request.letters.all() if one.state == LetterState.DRAFT and not one.replaces_id]
    dropped = decisions + [one for one in drafts if not kind or one.form == form or one.decision_id in keys]
    for thing in dropped:
        thing.state = LetterState.WITHDRAWN if isinstance(thing, Letter) else DecisionState.OVERTAKEN
        thing.save(by=by)
    return dropped


def drop_drafts(info_request: InformationRequest, form: str, by) -> list:
    """Papers of one form that wait for the registry and whose reason has gone."""
    drafts = [one for one in info_request.letters.all() if one.form == form and one.state == LetterState.DRAFT]
    for letter in drafts:
        letter.state = LetterState.WITHDRAWN
        letter.save(by=by)
    return drafts


def tell(info_request: InformationRequest) -> None:
    """From now on the due date is a promise: it may move later, never sooner (S9)."""
    if info_request.due_on and not (info_request.told_due_on and info_request.told_due_on >= info_request.due_on):
        info_request.told_due_on = info_request.due_on


def issued_letters(info_request: InformationRequest) -> list[Letter]:
    """The papers of a held request that have left."""
    return [letter for letter in info_request.letters.all() if letter.state == LetterState.ISSUED]
