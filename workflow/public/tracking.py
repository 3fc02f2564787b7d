"""The tracked case: read in as many queries as it has kinds of things, whatever the number of events."""

import json
from dataclasses import dataclass, replace
from datetime import date

from django.db.models import Exists, OuterRef, Subquery, Sum
from django.db.models.functions import Coalesce
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from cms.audit.models import Entry
from cms.core.dates import local_day, short
from cms.core.day_strip import EXTENDED
from cms.core.display import file_size
from cms.law.choices import ComplaintStep, Situation, Unit
from cms.law.services import current_calendar
from cms.law.terms import in_words
from cms.law.workdays import Reckoning
from workflow import access, clock, transitions
from workflow.choices import (
    CLOSED_STATUSES,
    RUNNING_STATUSES,
    DecisionKind,
    DecisionState,
    FileRole,
    FileState,
    LetterState,
    Status,
)
from workflow.letters.remedies import place_of, remedies
from workflow.models import Correspondence, CostLine, Decision, InformationRequest, Letter, Payment, Remedy, Supplement
from workflow.models.cost import AMOUNT
from workflow.public import focal, own_form, words
from workflow.remedy_choices import RemedyKind

_SUBJECT = InformationRequest._meta.label_lower


@dataclass(frozen=True)
class Event:
    title: str
    at: object
    text: str


@dataclass(frozen=True)
class Paper:
    """A letter or a file; without a url `meta` says why it cannot be opened."""

    name: str
    url: str
    meta: str


@dataclass(frozen=True)
class GivenAgain:
    """What was wrong in an answer, what the authority says to it, and the right files."""

    on: date
    wrong: str
    answer: str
    files: list[Paper]


def _given_again(correction) -> GivenAgain:
    papers = [
        Paper(file.name, reverse("workflow:case_given_again", args=[file.pk]), file_meta(file))
        for file in correction.files.all()
        if file.removed_at is None
    ]
    return GivenAgain(correction.outcome_on, correction.wrong, correction.answer, papers)


def file_meta(file) -> str:
    """PDF, 120 KB."""
    return f"{file.name.rpartition('.')[2].upper()}, {file_size(file.size)}"


def load(pk: int) -> InformationRequest | None:
    """The case with everybody and every single fact its page names, in one query."""
    of_case = {"info_request": OuterRef("pk")}
    decisions = Decision.objects.filter(
        **of_case, kind=DecisionKind.ANSWER, state__in=(DecisionState.APPROVED, DecisionState.EFFECTIVE)
    ).order_by("-pk")
    costs = CostLine.objects.filter(decision=OuterRef("decision_id")).order_by().values("decision")
    paid = Payment.objects.standing().filter(**of_case).order_by().values("info_request")
    asked = Supplement.objects.filter(**of_case, supplied_on=None)
    return (
        focal.with_authority(InformationRequest.objects)
        .select_related("requester", "rule_set", "unit")
        .annotate(
            missing=Subquery(asked.values("missing")[:1]),
            supply_until_on=Subquery(asked.values("until_on")[:1]),
            answer=Subquery(
                Correspondence.objects.filter(**of_case, kind="ANSWER", from_requester=False)
                .order_by("-pk")
                .values("text")[:1]
            ),
            decision_id=Subquery(decisions.values("pk")[:1]),
            pay_by_on=Subquery(decisions.values("pay_by_on")[:1]),
            pay_how=Subquery(decisions.values("pay_how")[:1]),
            tax_office=Subquery(decisions.values("tax_office")[:1]),
            treasury_office=Subquery(decisions.values("treasury_office")[:1]),
            treasury_account=Subquery(decisions.values("treasury_account")[:1]),
            cost_accepted_at=Subquery(decisions.values("cost_accepted_at")[:1]),
            is_contested=Exists(Remedy.objects.filter(**of_case, kind__in=(RemedyKind.COMPLAINT, RemedyKind.LAWSUIT))),
            was_given_again=Exists(access.given_again_of(OuterRef("pk"))),
            first_code=Subquery(Remedy.objects.filter(new_case=OuterRef("pk")).values("info_request__code")[:1]),
        )
        .annotate(
            cost=Subquery(costs.annotate(sum=Sum(AMOUNT)).values("sum")),
            paid=Coalesce(Subquery(paid.annotate(sum=Sum("amount")).values("sum")), 0),
        )
        .filter(pk=pk)
        .first()
    )


def _run_on(running: Reckoning, leg: Reckoning) -> Reckoning:
    """A term and its extension as one row of days, the extension's marked as such."""
    days = tuple(replace(day, reason=f"{EXTENDED}{day.reason}") for day in leg.days)
    reasons = dict.fromkeys(filter(None, (running.provisional_reason, leg.provisional_reason)))
    return replace(
        leg,
        starts_on=running.starts_on,
        provisional=running.provisional or leg.provisional,
        provisional_reason=" ".join(reasons),
        days=running.days + days,
    )


class Tracked:
    """What the page shows of one case, on one day, to whoever holds its code."""

    def __init__(self, case: InformationRequest, at):
        self.case = case
        self.at = at
        self.today = local_day(at)
        self.calendar = current_calendar()

    # --- where it stands ---------------------------------------------------------------------------------------
    @property
    def standing(self) -> words.Standing:
        return words.STANDINGS[self.case.status]

    @cached_property
    def deadline(self) -> clock.Deadline | None:
        """Explained while it runs."""
        if self.case.status in RUNNING_STATUSES:
            return clock.explain(self.case, self.calendar)
        return None

    @property
    def extended_until(self) -> date | None:
        return self.deadline.due_on if self.deadline and len(self.deadline.legs) > 1 else None

    @property
    def label(self) -> str:
        return words.label(self.case.status, self.extended_until)

    @property
    def is_running(self) -> bool:
        return self.deadline is not None

    @property
    def is_overdue(self) -> bool:
        return self.is_running and self.deadline.due_on < self.today

    @property
    def days_left(self) -> str:
        """In the unit in which the law counts this term."""
        due_on = self.deadline.due_on
        if due_on < self.today:
            return _("Đã quá hạn %(n)d ngày") % {"n": (self.today - due_on).days}
        if due_on == self.today:
            return _("Hạn là hôm nay")
        term = self.case.rule_set.rules.term("PROVIDE", *clock.terms_key(self.case))
        if term.unit is Unit.WORKING_DAY:
            left = clock.working_days_left(due_on, self.today, self.calendar)
            return _("Còn %(n)d ngày làm việc") % {"n": left}
        return _("Còn %(n)d ngày") % {"n": (due_on - self.today).days}

    @property
    def strips(self) -> list[Reckoning]:
        """The counted days, an extension behind the term it lengthens; apart where a promised day lies between."""
        rows = []
        for leg in self.deadline.legs:
            if rows and rows[-1].due_on == leg.starts_on:
                rows[-1] = _run_on(rows[-1], leg)
            else:
                rows.append(leg)
        return rows

    @property
    def articles(self) -> list[str]:
        """The article of the term, then of each extension."""
        rules = self.case.rule_set.rules
        first, *more = [rules.cite(leg.article) for leg in self.deadline.legs]
        return [f"{first}.", *(_("Gia hạn theo %(article)s.") % {"article": article} for article in more)]

    # --- what happened -----------------------------------------------------------------------------------------
    @cached_property
    def events(self) -> list[Event]:
        """Newest first. A kind that follows itself at once is told once."""
        rows = Entry.objects.filter(
            subject_type=_SUBJECT, subject_id=str(self.case.pk), kind__in=list(words.EVENTS)
        ).order_by("-seq")
        events, later = [], ""
        for entry in rows.only("kind", "at", "payload"):
            if entry.kind == later == "request.reviewing":
                continue
            data = json.loads(bytes(entry.payload)).get("data", {})
            events.append(Event(str(words.EVENTS[entry.kind]), entry.at, str(words.about(entry.kind, data))))
            later = entry.kind
        return events

    # --- papers and files --------------------------------------------------------------------------------------
    @cached_property
    def papers(self) -> list[Paper]:
        issued = Letter.objects.filter(info_request=self.case, state=LetterState.ISSUED)
        letters = issued.with_end().order_by("-issued_at")
        rows = []
        for letter in letters.only("form", "number", "symbol", "issued_on", "posted_on"):
            name = str(words.LETTERS[letter.form])
            if letter.label:
                name = _("%(name)s, số %(number)s") % {"name": name, "number": letter.label}
            meta = short(letter.issued_on) + (_(" · đã gửi bưu điện") if letter.posted_on else "")
            meta += words.end_of(letter.end_kind, letter.ended_at, letter.end_reason)
            rows.append(Paper(name, reverse("workflow:case_letter", args=[letter.pk]), meta))
        meta = short(local_day(self.case.entered_at))
        name = _("%(name)s, số %(number)s") % {"name": words.LETTERS["RECEIPT"], "number": self.case.code}
        return rows + [Paper(name, reverse("workflow:case_receipt"), meta)]

    @cached_property
    def files(self) -> tuple[list[Paper], list[Paper]]:
        """(given to the requester, sent by them). What may not be opened yet is named with its reason."""
        given, sent, over = [], [], words.fetching_over(self.case, self.at)
        for file in access.files_named_to_requester(self.case):
            meta = f"{short(local_day(file.added_at))} · {file_meta(file)}"
            if file.role == FileRole.ANSWER and over:
                row = Paper(file.name, "", f"{meta} · {over}")
            elif file.state == FileState.CLEAN:
                row = Paper(file.name, reverse("workflow:case_file", args=[file.pk]), meta)
            else:
                row = Paper(file.name, "", f"{meta} · {words.FILE_STATES[file.state]}")
            (given if file.role == FileRole.ANSWER else sent).append(row)
        return given, sent

    @property
    def left_to_pay(self) -> int:
        """Đồng that form 03 asks for and that were not received yet."""
        return (self.case.cost or 0) - self.case.paid

    @property
    def own_form(self) -> list[dict]:
        """The request as the form they would have signed."""
        return own_form.links_when_tracked(self.case)

    @cached_property
    def given_again(self) -> list[GivenAgain]:
        """What the authority itself found wrong in its answer and gave again, newest first."""
        if not access.is_correctable(self.case) or not self.case.was_given_again:
            return []
        found = access.given_again(self.case).prefetch_related("files").order_by("-outcome_on", "-pk")
        return [_given_again(one) for one in found]

    @cached_property
    def contests(self) -> list[Remedy]:
        """Complaints and lawsuits about this case, newest first. Who denounces is nobody's matter here."""
        if not self.case.is_contested:
            return []
        found = self.case.remedies.exclude(kind=RemedyKind.DENUNCIATION).select_related("new_case")
        return list(found.order_by("-received_on", "-pk"))

    @property
    def linked(self) -> list[tuple[str, str]]:
        """(number, what it is): the case that answers anew, and the one that was answered first."""
        anew = [(one.new_case.code, _("Hồ sơ mới, trả lời lại")) for one in self.contests if one.new_case_id]
        return anew + ([(self.case.first_code, _("Hồ sơ trước"))] if self.case.first_code else [])

    @cached_property
    def pieces(self) -> list:
        return list(self.case.pieces.all())

    # --- what may be done --------------------------------------------------------------------------------------
    @cached_property
    def acts(self) -> list[tuple[str, str, str]]:
        """(move, url, link): exactly what the table of moves allows the holder of the code now."""
        names = {move.name for move in transitions.allowed(self.case, None, self.today)}
        return [
            (name, reverse("workflow:case_act", args=[slug]), str(link))
            for name, (slug, link) in words.ACTS.items()
            if name in names and not (name == "accept_cost" and self.case.cost_accepted_at)
        ]

    @property
    def must_do(self) -> tuple[str, str, str] | None:
        """The one act that waits for the citizen."""
        name = words.MUST_ACT.get(self.case.status)
        return next((act for act in self.acts if act[0] == name), None)

    @property
    def remedies(self) -> list[dict]:
        """Where and until when to complain or sue: from the day of the outcome, or since the term has passed."""
        from_on = self.case.outcome_on or (self.case.due_on if self.is_overdue else None)
        return remedies(self.case, from_on, self.calendar)

    @property
    def second_instance_place(self) -> str:
        return place_of(self.case.authority, "second_instance")

    @property
    def complaint_terms(self) -> dict:
        """How long each further step of a complaint takes, as the law stands today."""
        rules = self.case.rule_set.rules
        situation = Situation.REMOTE if self.case.authority.is_remote else Situation.NORMAL
        terms = {
            name: rules.complaint_term(step, self.today, situation)
            for name, step in (
                ("accept", ComplaintStep.ACCEPT),
                ("settle", ComplaintStep.SETTLE_FIRST),
                ("second", ComplaintStep.LODGE_SECOND),
            )
        }
        return terms | {"second_article": in_words(terms["second"].article)}

    @property
    def can_complain(self) -> bool:
        return self.is_overdue or self.case.status in (Status.REFUSED, Status.PROVIDED_PARTLY, Status.REDIRECTED)

    @property
    def is_closed(self) -> bool:
        return self.case.status in CLOSED_STATUSES
