"""When is this request due, and why that day: rule set + calendar + extensions, explained line by line (S9).

Nothing here is typed by a person. `explain` reads the request's own facts; `settle` writes the result into the columns
that queues sort by.
"""

from dataclasses import dataclass, replace
from datetime import date

from cms.law.choices import ComplaintStep, DutyKind, Situation, TermKind, Unit
from cms.law.errors import NoSuchTerm
from cms.law.remedy_terms import RemedyStep, remedy_term
from cms.law.services import current_calendar
from cms.law.terms import RuleSet, Term
from cms.law.workdays import Reckoning, WorkCalendar
from workflow.choices import RUNNING_STATUSES, CorrectionAbout
from workflow.models import CorrectionRequest, InformationRequest, Remedy
from workflow.remedy_choices import RemedyInstance, RemedyKind


@dataclass(frozen=True)
class Deadline:
    """A due date with its legs: the first term, then one leg an extension.

    `kept_on` is a later date that was already told to the requester: a new day off, or one taken away, never
    shortens it.
    """

    legs: tuple[Reckoning, ...]
    kept_on: date | None = None

    @property
    def starts_on(self) -> date:
        return self.legs[0].starts_on

    @property
    def counted_to(self) -> date:
        """Where the law's own counting ends."""
        return self.legs[-1].due_on

    @property
    def due_on(self) -> date:
        return max(self.counted_to, self.kept_on) if self.kept_on else self.counted_to

    @property
    def is_kept(self) -> bool:
        """Whether the date told stands although counting alone would end sooner."""
        return self.due_on != self.counted_to

    @property
    def provisional(self) -> bool:
        return any(leg.provisional for leg in self.legs)

    @property
    def provisional_reason(self) -> str:
        return " ".join(dict.fromkeys(leg.provisional_reason for leg in self.legs if leg.provisional_reason))


def terms_key(info_request: InformationRequest) -> tuple[str, str]:
    """What the law tells terms apart by: the group of the delivery asked for, and complexity (L16 Điều 29 to 31)."""
    return info_request.rule_set.rules.delivery(info_request.delivery).group, info_request.complexity


def start_of(info_request: InformationRequest) -> date | None:
    """The uncounted day of the event: valid_on once confirmed, before that the day it was received complete (readings.md 8.3)."""
    return info_request.valid_on or info_request.complete_on


def explain(info_request: InformationRequest, calendar: WorkCalendar | None = None) -> Deadline | None:
    """The request's due date and its explanation; None while the clock has not started (a supplement is awaited)."""
    start = start_of(info_request)
    if start is None:
        return None
    calendar = calendar or current_calendar()
    legs = [calendar.explain(start, info_request.rule_set.rules.term(TermKind.PROVIDE, *terms_key(info_request)))]
    for extension in info_request.granted:
        # It runs on from the end of the running term; a date told before it was granted is part of that term.
        running = max(legs[-1].due_on, extension.from_on)
        term = Term(TermKind.EXTENSION_MAX, extension.amount, Unit(extension.unit), extension.article)
        legs.append(calendar.explain(running, term))
    return Deadline(tuple(legs), info_request.told_due_on)


def notice_due_on(info_request: InformationRequest, calendar: WorkCalendar | None = None) -> date | None:
    """By when the requester must be told the time limit (L16 Điều 30.4, 31.2); None where the law asks for no notice."""
    start = start_of(info_request)
    if start is None:
        return None
    try:
        term = info_request.rule_set.rules.term(TermKind.FIRST_NOTICE, *terms_key(info_request))
    except NoSuchTerm:
        return None
    return (calendar or current_calendar()).end_of(start, term)


def settle(info_request: InformationRequest, calendar: WorkCalendar | None = None) -> Deadline | None:
    """Put the computed dates into the request's columns (unsaved). A closed request never moves."""
    if info_request.status not in RUNNING_STATUSES:
        if info_request.is_open:
            info_request.due_on = info_request.notice_due_on = None
            info_request.due_is_provisional = False
        return None
    calendar = calendar or current_calendar()
    deadline = explain(info_request, calendar)
    info_request.due_on = deadline.due_on if deadline else None
    info_request.due_is_provisional = bool(deadline and deadline.provisional)
    info_request.notice_due_on = notice_due_on(info_request, calendar)
    return deadline


def extension_left(info_request: InformationRequest) -> Term:
    """The longest extension still possible, in the term's own unit. NoSuchTerm names the article where none is.

    The law speaks of an extension up to a maximum; several may share it (readings.md 9.1).
    """
    rules = info_request.rule_set.rules
    longest = rules.extension_max(*terms_key(info_request))
    left = longest.amount - sum(extension.amount for extension in info_request.granted)
    if left < 1:
        raise NoSuchTerm(
            f"{rules.cite(longest.article)} chỉ cho gia hạn tối đa {longest}; hồ sơ này đã dùng hết.",
            article=longest.article,
        )
    return Term(longest.kind, left, longest.unit, longest.article)


def extended_to(info_request: InformationRequest, amount: int, calendar: WorkCalendar | None = None) -> Reckoning:
    """Where an extension by so many days would end, from the end of the running term."""
    left = extension_left(info_request)
    if not 1 <= amount <= left.amount:
        raise NoSuchTerm(
            f"{info_request.rule_set.rules.cite(left.article)} chỉ cho gia hạn từ 1 đến {left}.", article=left.article
        )
    return (calendar or current_calendar()).explain(
        info_request.due_on, Term(left.kind, amount, left.unit, left.article)
    )


def working_days_left(due_on: date, today: date, calendar: WorkCalendar | None = None) -> int:
    """Working days from tomorrow to the due day; 0 on the day itself, negative calendar days once it has passed."""
    if due_on < today:
        return (due_on - today).days
    calendar = calendar or current_calendar()
    return sum(calendar.is_working(date.fromordinal(n)) for n in range(today.toordinal() + 1, due_on.toordinal() + 1))


# --- requests for correction -------------------------------------------------------------------------------------
_ANSWER_TO = {
    CorrectionAbout.PUBLISHED: DutyKind.ACCURACY_ANSWER,  # L16 Điều 22.4; L26 Điều 22.4
    CorrectionAbout.PROVIDED: DutyKind.CLAIM_ANSWER,  # L16 Điều 32.2; L26 Điều 28.2
}


def correction_term(correction: CorrectionRequest) -> Term:
    """Within how long somebody who says that information is wrong must be answered, under the law of the day it was sent.

    What the authority found by itself has a term of its own, from the day it was found.
    """
    if correction.found_by_id is not None:
        return correction.rule_set.rules.duty(DutyKind.CORRECT_PROVIDED)  # L16 Điều 32.1; L26 Điều 28.1
    return correction_term_of(correction.rule_set.rules, correction.about)


def correction_term_of(rules: RuleSet, about: str) -> Term:
    """The same for one that is yet to be sent under these rules."""
    return rules.duty(_ANSWER_TO[about])


def explain_correction(correction: CorrectionRequest, calendar: WorkCalendar | None = None) -> Deadline:
    """Its due date and the days counted, from the day of receipt; a date already told is never shortened."""
    calendar = calendar or current_calendar()
    return Deadline((calendar.explain(correction.received_on, correction_term(correction)),), correction.told_due_on)


def settle_correction(correction: CorrectionRequest, calendar: WorkCalendar | None = None) -> Deadline:
    """Put the computed date into the columns (unsaved), and with it the promise."""
    deadline = explain_correction(correction, calendar)
    correction.due_on = correction.told_due_on = deadline.due_on
    correction.due_is_provisional = deadline.provisional
    return deadline


# --- complaints, lawsuits, denunciations -----------------------------------------------------------------------------
_SETTLE = {RemedyInstance.FIRST: ComplaintStep.SETTLE_FIRST, RemedyInstance.SECOND: ComplaintStep.SETTLE_SECOND}


def situation_of(remedy: Remedy) -> Situation:
    """What lengthens a step of a complaint: a hard area, a complex matter, both (readings.md 15)."""
    if remedy.authority.is_remote:
        return Situation.REMOTE_COMPLEX if remedy.lengthened else Situation.REMOTE
    return Situation.COMPLEX if remedy.lengthened else Situation.NORMAL


def remedy_term_of(remedy: Remedy) -> Term | None:
    """The term that runs now, as the law stood on the day it began; None where nothing of this authority's is due."""
    if remedy.kind == RemedyKind.LAWSUIT:
        is_owed = remedy.level == RemedyInstance.TRIAL and remedy.accepted_on is None
        return _own_term(RemedyStep.COURT_OPINION, remedy.received_on) if is_owed else None
    accepted = remedy.accepted_on
    if remedy.kind == RemedyKind.DENUNCIATION:
        if accepted is None:
            return _own_term(RemedyStep.DENUNCIATION_ACCEPT, remedy.received_on)
        term = _own_term(RemedyStep.DENUNCIATION_SETTLE, accepted)
        more = _own_term(RemedyStep.DENUNCIATION_LENGTHEN, accepted).amount * remedy.lengthened
        return replace(term, amount=term.amount + more + remedy.suspended_days)
    rules, situation = remedy.rule_set.rules, situation_of(remedy)
    if accepted is None:
        return rules.complaint_term(ComplaintStep.ACCEPT, remedy.received_on, situation)
    term = rules.complaint_term(_SETTLE[remedy.level], accepted, situation)
    return replace(term, amount=term.amount + remedy.suspended_days)


def explain_remedy(remedy: Remedy, calendar: WorkCalendar | None = None) -> Deadline | None:
    """The day by which the next step is due and the days counted; None while suspended, or where nothing is due."""
    term = remedy_term_of(remedy)
    if term is None or remedy.suspended_on is not None:
        return None
    start = remedy.accepted_on or remedy.received_on
    return Deadline(((calendar or current_calendar()).explain(start, term),))


def settle_remedy(remedy: Remedy, calendar: WorkCalendar | None = None) -> Deadline | None:
    """Put the computed day into the columns (unsaved). While suspended no day is due."""
    deadline = explain_remedy(remedy, calendar)
    remedy.due_on = deadline.due_on if deadline else None
    remedy.due_is_provisional = bool(deadline and deadline.provisional)
    return deadline


def _own_term(step: str, on: date) -> Term:
    found = remedy_term(step, on)
    return Term(found.step, found.amount, found.unit, found.article)
