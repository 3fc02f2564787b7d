"""One authority on the stage, and one case in it: every act is a call of the service that the doors call."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta

from cms.core.dates import local_day
from cms.core.models import Authority, Unit, User
from cms.core.roles import Role
from workflow import codes
from workflow.choices import DecisionKind, DeliveryWay, Inspection, LetterState, Outcome
from workflow.letters import suggested_symbol
from workflow.management.demo import papers
from workflow.management.demo.people import person
from workflow.management.demo.questions import QUESTIONS, Question
from workflow.management.demo.stage import Days, Stage, moment
from workflow.models import InformationRequest
from workflow.services import (
    citizen,
    consents,
    decision,
    delivery,
    entry,
    handling,
    holdings,
    inspecting,
    intake,
    payments,
)
from workflow.services.answers import Answers, PaperFacts
from workflow.services.decision import Proposed, Terms
from workflow.services.quoting import Chosen

TEN_MINUTES = timedelta(minutes=10)
#: The number from which a registry's book goes on: other papers of the year came before.
FIRST_NUMBER = 112
WEIGHED = "Lợi ích của việc cung cấp không lớn hơn lợi ích mà luật bảo vệ trong trường hợp này."
PAY_HOW = "Nộp tiền mặt hoặc chuyển khoản vào tài khoản thu của Kho bạc."


@dataclass
class Office:
    """The people of one authority by their role; the last number in its registry's book."""

    stage: Stage
    authority: Authority
    units: dict[str, Unit]
    people: dict[str, list[User]]
    #: Every case with its tracking code: for whoever tries the public side.
    cases: list["Case"] = field(default_factory=list)
    number: int = FIRST_NUMBER

    def who(self, role: str, other: bool = False) -> User:
        """Who holds the role; `other` the second one, where an act needs another person."""
        return self.people[role][-1 if other else 0]

    @property
    def now(self) -> datetime:
        return self.stage.now

    @property
    def days(self) -> Days:
        return self.stage.days

    def next_number(self) -> str:
        """Gaps are normal: the book holds other papers too."""
        self.number += 1 + self.number % 3
        return str(self.number)

    # --- how a case begins -----------------------------------------------------------------------------------------
    def receive(self, question: str, asker: int, *, files=(), members=(), **fields):
        """Somebody sends the public form now. Fields of the person stand beside those of the form."""
        key = codes.new_key()
        info_request, _is_new = intake.submit(
            authority=self.authority,
            answers=_answers(question, asker, members, fields),
            key=key,
            files=tuple(files),
            at=self.now,
        )
        return self._open(info_request, question, asker, codes.tracking_code(key))

    def enter(self, question: str, asker: int, *, members=(), facts: dict, **fields):
        """An officer enters paper, a walk-in or a call now."""
        today = local_day(self.now)
        facts = {"sent_on": today, "received_on": today} | facts
        info_request, code = entry.enter_paper(
            authority=self.authority,
            answers=_answers(question, asker, members, fields),
            facts=PaperFacts(**facts),
            by=self.who(Role.FOCAL_OFFICER),
            at=self.now,
        )
        return self._open(info_request, question, asker, code)

    def _open(self, info_request, question, asker, tracking_code):
        case = Case(self, info_request, question, asker, tracking_code)
        self.cases.append(case)
        return case


def answers_to(question: str, asker: int, **fields) -> Answers:
    """What this person would write about that question."""
    return _answers(question, asker, (), fields)


def _answers(question, asker, members, fields) -> Answers:
    asked: Question = QUESTIONS[question]
    names = set(Answers.__dataclass_fields__)
    form = {name: fields.pop(name) for name in list(fields) if name in names}
    who = person(asker, **fields)
    words = {
        "description": asked.text,
        "purpose": asked.purpose,
        "document_name": asked.document,
        "period_from": asked.period[0],
        "period_to": asked.period[1],
        "delivery": DeliveryWay.DOWNLOAD,
        "is_resident": True,
    }
    return Answers(person=who, members=tuple(members), **words | form)


class Case:
    """A case as the office sees it now. Each verb is one act, by the person whose office it is, at the stage's moment."""

    def __init__(self, office: Office, info_request: InformationRequest, asked: str, asker: int, tracking_code: str):
        self.office, self.pk, self.code = office, info_request.pk, info_request.code
        self.asked, self.asker, self.tracking_code = asked, asker, tracking_code
        self.question = QUESTIONS[asked]

    @property
    def now(self) -> InformationRequest:
        return InformationRequest.objects.get(pk=self.pk)

    @property
    def today(self):
        return local_day(self.office.now)

    @property
    def earlier(self) -> list["Case"]:
        """What the same person asked this office for before, in the same words."""
        same = [case for case in self.office.cases if (case.asked, case.asker) == (self.asked, self.asker)]
        return same[: same.index(self)]

    def later(self, working_days: int, clock: str) -> datetime:
        """The moment so many working days on, the same day for 0."""
        return self.next(moment(self.office.days.after(self.today, working_days), clock))

    def next(self, wanted: datetime) -> datetime:
        """The wanted moment, or ten minutes from now where that has passed: holidays may crowd a story."""
        return max(wanted, self.office.now + TEN_MINUTES)

    def do(self, service, by, **words):
        """Call a service with the case as this person has just seen it."""
        user = self.office.who(by) if isinstance(by, str) else by
        info_request = self.now
        return service(info_request=info_request, seen=info_request.version, by=user, at=self.office.now, **words)

    @property
    def _unit(self):
        return self.office.units[self.question.unit]

    @property
    def _originator(self):
        """Who holds the originating role for the unit asked; the focal head where the office is too small for one."""
        for user in self.office.people.get(Role.ORIGINATING_UNIT, ()):
            if self._unit.pk in user.units_as({Role.ORIGINATING_UNIT}):
                return user
        return self.office.who(Role.FOCAL_HEAD)

    # --- receiving -------------------------------------------------------------------------------------------------
    def accept(self, complexity="COMPLEX"):
        return self.do(intake.accept, Role.FOCAL_OFFICER, complexity=complexity)

    def ask_for_supplement(self, missing):
        return self.do(intake.ask_for_supplement, Role.FOCAL_OFFICER, missing=missing)

    def supply(self, text):
        return self.do(intake.supply, None, text=text)

    # --- handling --------------------------------------------------------------------------------------------------
    def collect(self, question="Đề nghị gửi hồ sơ, số liệu và ý kiến về việc cung cấp."):
        return self.do(handling.collect, Role.FOCAL_OFFICER, unit=self._unit, question=question)

    def consult(self, body, *, wanted_on):
        words = {"body": body, "question": "Đề nghị cho ý kiến về việc cung cấp hồ sơ này.", "wanted_on": wanted_on}
        return self.do(
            handling.consult, Role.FOCAL_OFFICER, paper_number=f"{self.office.next_number()}/UBND-VP", **words
        )

    def ask_consent(self, person, address, *, wanted_on):
        """About the first kind of conditional information that the law knows."""
        return self.do(
            consents.ask_consent,
            Role.FOCAL_OFFICER,
            kind=self.now.rule_set.rules.conditional_kinds[0].code,
            person=person,
            address=address,
            question=f"Đề nghị cho biết có đồng ý cung cấp thông tin sau không: {self.question.text}",
            wanted_on=wanted_on,
            paper_number=f"{self.office.next_number()}/UBND-VP",
        )

    def record_consent(self, agrees, answer):
        file = papers.stored("van-ban-tra-loi.pdf", "VĂN BẢN TRẢ LỜI", (answer,), role="AGREEMENT")
        words = {"agreed": agrees, "answered_on": self.today, "answer": answer, "file": file}
        return self.do(consents.record_consent, Role.FOCAL_OFFICER, consent=self.now.consents.latest("pk"), **words)

    def hand_over(self, answer="Gửi kèm bản sao. Đã kiểm tra, không có bí mật nhà nước, bí mật công tác."):
        return self.do(handling.hand_over_information, self._originator, answer=answer)

    def review(self):
        return self.do(handling.review, Role.FOCAL_OFFICER)

    def classify(self, info_class="ON_REQUEST", basis="OWN_LIFE", category=""):
        """Every piece alike."""
        for piece in self.now.pieces.all():
            words = {"description": piece.description, "field": self.question.field}
            words |= {"info_class": info_class, "basis": basis, "category": category}
            self.do(handling.classify, Role.FOCAL_OFFICER, piece=piece, **words)

    def note(self, text):
        handling.add_note(info_request=self.now, text=text, by=self.office.who(Role.FOCAL_OFFICER), at=self.office.now)

    def add_file(self, name, title, *lines):
        stored = papers.stored(name, title, lines or (self.question.text,))
        attachment = self.do(holdings.add_file, Role.FOCAL_OFFICER, file=stored)
        if stored.inspection == Inspection.WAITING:
            inspecting.inspect_waiting(self.office.now)
        return attachment

    def check_file(self):
        return self.do(holdings.check_file, self._originator, attachment=self._file)

    def release_file(self):
        """By another person of the focal unit than the one who checked."""
        first = self._file.checked_by_id
        others = [*self.office.people[Role.FOCAL_OFFICER], *self.office.people[Role.FOCAL_HEAD]]
        return self.do(holdings.release_file, next(who for who in others if who.pk != first), attachment=self._file)

    @property
    def _file(self):
        return self.now.attachments.filter(role="ANSWER").latest("pk")

    # --- deciding --------------------------------------------------------------------------------------------------
    def propose(self, *outcomes, ground="", facts=None, withheld="", plain_words="", terms=None):
        """One outcome a piece; the last one given serves for the rest."""
        pieces = list(self.now.pieces.all())
        outcomes = [*outcomes, *[outcomes[-1]] * (len(pieces) - len(outcomes))]
        rows = []
        for piece, outcome in zip(pieces, outcomes, strict=True):
            if outcome == Outcome.PROVIDE:
                rows.append(Proposed(piece, outcome))
            else:
                part = withheld if outcome == Outcome.PROVIDE_PARTLY else ""
                rows.append(Proposed(piece, outcome, ground, facts or {}, part, WEIGHED))
        return self.do(decision.propose_answer, Role.FOCAL_OFFICER, proposed=rows, terms=terms, plain_words=plain_words)

    def costing(self, pages: int, *, pay_by_on, postage: int = 0) -> Terms:
        """Form 03 with the cost of copying by the price list, and of sending where it goes by post. Amounts in đồng."""
        place = self.office.authority.units.get(is_focal=True).focal_point.place
        costs = (Chosen("COPY_BW_A4", pages),)
        return Terms(provide_place=place, pay_how=PAY_HOW, pay_by_on=pay_by_on, costs=costs, postage=postage)

    def approve(self, kind=DecisionKind.ANSWER):
        return self.do(decision.approve, Role.SIGNER, decision=self.proposal(kind))

    def return_draft(self, reason):
        return self.do(decision.return_draft, Role.SIGNER, decision=self.proposal(), reason=reason)

    def proposal(self, kind=DecisionKind.ANSWER):
        return self.now.decisions.filter(kind=kind).latest("pk")

    def propose_extension(self, amount, reason, plain_words):
        words = {"amount": amount, "reason_code": reason, "plain_words": plain_words}
        return self.do(decision.propose_extension, Role.FOCAL_OFFICER, **words)

    # --- papers, money, giving -------------------------------------------------------------------------------------
    def issue(self, form):
        letter = self.now.letters.filter(form=form, state=LetterState.DRAFT).latest("pk")
        words = {"number": self.office.next_number(), "symbol": suggested_symbol(letter), "issued_on": self.today}
        return self.do(delivery.issue_letter, Role.REGISTRY, letter=letter, **words)

    def record_payment(self, amount=0):
        """All that is left, or a part."""
        by = Role.CASHIER if Role.CASHIER in self.office.people else Role.FOCAL_OFFICER
        words = {"amount": amount or payments.left_to_pay(self.now), "paid_on": self.today}
        return self.do(payments.record_payment, by, receipt_number=f"BL-{self.office.next_number()}", **words)

    def provide(self, how=""):
        return self.do(delivery.provide, Role.FOCAL_OFFICER, how=how)

    def provide_at_once(self, answer, public_place):
        words = {"info_class": "MUST_PUBLISH", "basis": "DISCRETIONARY", "field": self.question.field}
        return self.do(delivery.provide_at_once, Role.FOCAL_OFFICER, answer=answer, public_place=public_place, **words)

    # --- the requester ---------------------------------------------------------------------------------------------
    def accept_cost(self):
        return self.do(citizen.accept_cost, None)

    def decline_cost(self):
        return self.do(citizen.decline_cost, None)

    def withdraw(self, text="Tôi đã tự tìm được thông tin."):
        return self.do(citizen.withdraw, None, text=text)
