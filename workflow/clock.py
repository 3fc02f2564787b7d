"""When is this request due, and why that day: rule set + calendar + extensions, explained line by line (S9).

Nothing here is typed by a person. `explain` reads the request's own facts; `settle` writes the result into the columns
that queues sort by.
"""

from dataclasses import dataclass
from datetime import date

from cms.law.choices import DutyKind, TermKind, Unit
from cms.law.errors import NoSuchTerm
from cms.law.services import current_calendar
from cms.law.terms import RuleSet, Term
from cms.law.workdays import Reckoning, WorkCalendar
from workflow.choices import RUNNING_STATUSES, CorrectionAbout
from workflow.models import CorrectionRequest, InformationRequest


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
