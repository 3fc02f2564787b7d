"""The obligations of authorities as everybody is shown them: page, JSON, panel and table all read this one thing."""

from calendar import monthrange
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from django.utils.translation import gettext as _

from cms.core.dates import short
from cms.core.models import Authority
from home.compliance import facts as reading
from home.compliance import obligations
from home.compliance.facts import Facts
from home.compliance.obligations import Obligation
from home.compliance.states import FINDERS, Finding, State
from home.models.compliance import ObligationRecord

#: Days before a day passes from which everybody is told that it comes.
SOON = 14


@dataclass(frozen=True)
class Standing:
    """How one obligation of one authority stands on a day, and what is known about it."""

    obligation: Obligation
    state: State
    words: str
    owner: str
    complete_by: date | None
    last_review: date | None
    next_review: date | None
    record: ObligationRecord | None
    finding: Finding
    day: date

    @property
    def code(self) -> str:
        return self.obligation.code.value

    @property
    def is_gap(self) -> bool:
        """Whether something is not there that must be."""
        return self.state in (State.MISSING, State.EMPTY)

    @property
    def is_soon(self) -> bool:
        """In order, and to be looked at again within two weeks."""
        return bool(
            self.state == State.IN_ORDER and self.next_review and self.next_review <= self.day + timedelta(days=SOON)
        )

    @property
    def until(self) -> date | None:
        """The day by which the owner must act: the promised day of a gap, else the next review."""
        return self.complete_by if self.is_gap else self.next_review

    @property
    def promise(self) -> str:
        """Of a gap: who closes it until when, or that nobody has said so."""
        if not self.is_gap:
            return ""
        told = {"owner": self.owner, "day": short(self.complete_by) if self.complete_by else ""}
        if self.complete_by is None:
            return _("%(owner)s phải làm, chưa hẹn ngày xong.") % told
        if self.complete_by < self.day:
            return _("%(owner)s đã hẹn xong trước %(day)s, nay quá hẹn.") % told
        return _("%(owner)s phải làm xong trước %(day)s.") % told

    @property
    def review_words(self) -> str:
        """When it was looked at, and when it will be."""
        parts = []
        if self.last_review:
            parts.append(_("Xem lại gần nhất %s.") % short(self.last_review))
        if self.next_review and not self.is_gap:
            told = {"day": short(self.next_review), "days": (self.day - self.next_review).days}
            if self.next_review < self.day:
                parts.append(_("Phải xem lại trước %(day)s, quá hạn %(days)s ngày.") % told)
            else:
                parts.append(_("Xem lại lần tới trước %(day)s.") % told)
        return " ".join(parts)


@dataclass(frozen=True)
class Board:
    """Every obligation of one authority, in the order of the law's file, and how many stand how."""

    authority: Authority
    day: date
    law: str
    standings: tuple[Standing, ...]

    @property
    def tally(self) -> list[tuple[State, int]]:
        """How many in each state, states without any left out."""
        counts = Counter(standing.state for standing in self.standings)
        return [(state, counts[state]) for state in State if counts[state]]

    @property
    def gaps(self) -> list[Standing]:
        return [standing for standing in self.standings if standing.is_gap]

    @property
    def due(self) -> list[Standing]:
        return [standing for standing in self.standings if standing.state == State.DUE]

    @property
    def is_in_order(self) -> bool:
        return not self.gaps and not self.due

    def of(self, code: str) -> Standing | None:
        return next((standing for standing in self.standings if standing.code == code), None)


def board_of(authority: Authority, day: date) -> Board:
    """How one authority stands on that day."""
    return boards_of([authority], day)[0]


def boards_of(authorities: Iterable[Authority], day: date) -> list[Board]:
    """How these authorities stand on that day, in their order; the queries do not grow with their number."""
    law = obligations.in_force_on(day)
    return [
        Board(
            facts.authority,
            day,
            law.legal_reference,
            tuple(judge(one, facts) for one in law.of_kind(facts.authority.kind)),
        )
        for facts in reading.of(authorities, day)
    ]


def judge(obligation: Obligation, facts: Facts) -> Standing:
    """One obligation by its facts: what is there first, then whether somebody has looked at it in time."""
    record = facts.records.get(obligation.code)
    finding = FINDERS[obligation.code](facts)
    last_review, next_review = reviews(obligation, finding, record)
    state, words = finding.state, finding.words
    if record and record.is_exempt and obligation.may_not_apply:
        state, words, next_review = State.NOT_APPLICABLE, record.exempt_reason, None
    elif state == State.IN_ORDER:
        if finding.late:
            state, words = State.DUE, f"{words} {finding.late}".strip()
        elif next_review and next_review < facts.day:
            state = State.DUE
    return Standing(
        obligation=obligation,
        state=state,
        words=words,
        owner=owner_of(obligation, facts, record),
        complete_by=record.complete_by if record else None,
        last_review=last_review,
        next_review=next_review,
        record=record,
        finding=finding,
        day=facts.day,
    )


def reviews(
    obligation: Obligation, finding: Finding, record: ObligationRecord | None
) -> tuple[date | None, date | None]:
    """The last look and the next one.

    Days set for a next look count until a look at or after them. Without any, the obligation's own period runs from the
    last look or the last change. A hard term runs from the thing itself: no look makes a training newer.
    """
    looks = [day for day in (record and record.reviewed_on, finding.reviewed_on) if day]
    last = max(looks, default=None)
    due = [day for day in (record and record.next_review_on, finding.review_due_on) if day and (not last or day > last)]
    since = max(filter(None, (last, finding.changed_on)), default=None)
    if not due and since:
        due = [months_after(since, obligation.review_months)]
    if obligation.hard_months and finding.done_on:
        due = [*due, months_after(finding.done_on, obligation.hard_months)]
    return last, min(due, default=None)


def owner_of(obligation: Obligation, facts: Facts, record: ObligationRecord | None) -> str:
    """The unit in charge; else the focal unit, or the office that must name one."""
    if record and record.unit:
        return record.unit.name
    if facts.focal and obligation.owner != "HEAD":
        return facts.focal.unit.name
    return str(obligation.owner.label)


def months_after(day: date, months: int) -> date:
    """The same day so many months later, or that month's last day (BLDS Điều 148.3)."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
