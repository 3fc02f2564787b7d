"""Requests wherever the procedure may stand, brought there by the services themselves.

`Case` plays a procedure act by act, each by the person whose office it is, on the day its calendar shows:

    case = Case.sent(house, on="03/11/2026")
    case.on("06/11/2026").accept().review().propose_to_provide().approve()

`InformationRequestFactory(under_review=True)` is the short form where only the state matters.
"""

from dataclasses import replace
from datetime import date, datetime, timedelta
from hashlib import sha256
from itertools import count

import factory
from factory.django import DjangoModelFactory

from workflow.choices import DecisionKind, FileState, LetterState, Outcome, Status
from workflow.models import InformationRequest
from workflow.services import citizen, consents, decision, delivery, entry, handling, holdings, intake, papers, payments
from workflow.services.answers import Answers, PaperFacts, Person, StoredFile
from workflow.services.decision import Proposed, Terms
from workflow.services.quoting import Chosen

from .core import House, make_house
from .moments import day, moment

_numbers = count(1)
A_MONDAY = "02/11/2026"  # under L26, in a month without days off before the 24th

#: What refusing on a ground must hold (readings.md 11.1); PROVIDED_TWICE needs two earlier cases, COST_UNPAID a case unpaid.
GROUND_FACTS = {
    "INACCESSIBLE": {"inaccessible_reason": "WORK_SECRET", "law_cited": "Điều 7 Luật Bảo vệ bí mật nhà nước"},
    "CONDITION_NOT_MET": {"missing_consent": "Văn bản đồng ý của chủ sở hữu bí mật kinh doanh"},
    "ALREADY_PUBLIC": {"public_place": "https://haison.example/quy-hoach", "place_checked": "Đã mở được"},
    "NOT_RESPONSIBLE": {
        "right_authority": "Ủy ban nhân dân xã Suối Vàng",
        "right_authority_address": "Thôn Bến Nứa, xã Suối Vàng",
    },
    "PROVIDED_TWICE": {"reason_weighed": "Người yêu cầu không nêu lý do mới"},
    "OVER_CAPACITY": {"facts": "Cần sao 40.000 trang, đơn vị có một người"},
    "COST_UNPAID": {},
    "OTHER_LAW": {"law_cited": "Điều 12 Luật Lưu trữ"},
}


def answers(**fields) -> Answers:
    """A complete form; fields of the person may be given beside those of the form."""
    person = {
        "name": "Nguyễn Thị Mến",
        "identity_kind": "PERSONAL_ID",
        "identity_number": "001185000417",
        "province": "Tỉnh Hải Sơn",
        "commune": "Xã Suối Vàng",
        "address": "12 đường Lê Lợi",
        "phone": "+84912345678",
        "email": "men@example.vn",
        "notice": "EMAIL",
    }
    person |= {name: fields.pop(name) for name in list(fields) if name in Person.__dataclass_fields__}
    form = {
        "description": "Quyết định phê duyệt quy hoạch sử dụng đất của xã Suối Vàng",
        "delivery": "DOWNLOAD",
        "purpose": "Tìm hiểu quy hoạch nơi gia đình sinh sống",
    }
    return Answers(person=Person(**person), **form | fields)


def stored_file(
    name="quyet-dinh.pdf", *, role="ANSWER", state=FileState.CLEAN, content=b"%PDF-1.7\n%%EOF", inspection="CLEAR"
) -> StoredFile:
    """What cms.core.files hands over after checking, already looked through; nothing is on disk."""
    number = next(_numbers)
    return StoredFile(
        name=name,
        path=f"{number % 256:02x}/tep-{number}",
        content_type="application/pdf",
        size=len(content),
        sha256=sha256(content).hexdigest(),
        state=state,
        role=role,
        inspection=inspection,
    )


def paper(*, on, sent_on=None, channel="POST", **fields) -> PaperFacts:
    """What an officer adds to a letter received on the day `on`."""
    received_on = day(on) if isinstance(on, str) else on
    return PaperFacts(
        channel=channel, sent_on=day(sent_on) if sent_on else received_on, received_on=received_on, **fields
    )


class Case:
    """One request and the office it goes through. Every verb returns the case, so that a procedure reads as a line.

    `at` is the present moment of the story; `last` is what the last service returned.
    """

    def __init__(self, house: House, info_request: InformationRequest, at: datetime, code: str = ""):
        self.house, self.pk, self.at, self.code, self.last = house, info_request.pk, at, code, info_request

    # --- how it begins ---------------------------------------------------------------------------------------------
    @classmethod
    def sent(cls, house=None, on=A_MONDAY, *, key=None, files=(), **fields):
        """Sent by the requester through the public form."""
        house, at = house or make_house(), moment(on)
        key = key or f"khoa-{next(_numbers)}"
        info_request, _is_new = intake.submit(
            authority=house.authority, answers=answers(**fields), key=key, files=tuple(files), at=at
        )
        return cls(house, info_request, at, intake.codes.tracking_code(key))

    @classmethod
    def entered(cls, house=None, at=A_MONDAY, *, facts=None, by=None, **fields):
        """Entered by an officer from paper."""
        house, at = house or make_house(), moment(at)
        facts = facts or paper(on=at.date())
        info_request, code = entry.enter_paper(
            authority=house.authority, answers=answers(**fields), facts=facts, by=by or house.officer, at=at
        )
        return cls(house, info_request, at, code)

    @classmethod
    def by_phone(cls, house=None, at=A_MONDAY, **fields):
        """Written down on the telephone, not confirmed yet."""
        return cls.entered(house, at, facts=paper(on=moment(at).date(), channel="PHONE"), **fields)

    # --- looking ---------------------------------------------------------------------------------------------------
    @property
    def now(self) -> InformationRequest:
        """The request as the database has it."""
        return InformationRequest.objects.get(pk=self.pk)

    @property
    def today(self) -> date:
        return self.at.astimezone(moment(A_MONDAY).tzinfo).date()

    def piece(self, position=1):
        return self.now.pieces.get(position=position)

    def decision(self, kind=DecisionKind.ANSWER):
        """The newest decision of a kind."""
        return self.now.decisions.filter(kind=kind).order_by("-pk").first()

    def letter(self, form=None):
        """The newest paper waiting for the registry."""
        drafts = self.now.letters.filter(state=LetterState.DRAFT)
        return (drafts.filter(form=form) if form else drafts).order_by("-pk").first()

    # --- time and acts ---------------------------------------------------------------------------------------------
    def on(self, when: str):
        """The story goes on at this moment."""
        self.at = moment(when)
        return self

    def later(self, **spell):
        """The story goes on after so many days, hours or minutes."""
        self.at += timedelta(**spell)
        return self

    def do(self, service, **words):
        """Call a service as its door would: with the version just seen, the person and the moment."""
        words = {"seen": self.now.version, "at": self.at} | words
        self.last = service(info_request=self.now, **words)
        return self

    # --- receiving -------------------------------------------------------------------------------------------------
    def confirm(self, **words):
        return self.do(entry.confirm_assisted, **words)

    def ask_for_supplement(self, missing="Hãy nêu rõ tên văn bản cần tìm", **words):
        return self.do(intake.ask_for_supplement, **{"missing": missing, "by": self.house.officer} | words)

    def supply(self, text="Quyết định số 12/QĐ-UBND năm 2024", **words):
        return self.do(intake.supply, **{"text": text} | words)

    def lapse(self, **words):
        return self.do(intake.lapse, **{"reason": "Điều 9 Quy chế nội bộ", "by": self.house.officer} | words)

    def accept(self, **words):
        return self.do(intake.accept, **{"by": self.house.officer} | words)

    def propose_valid_on(self, on, **words):
        given = {"day": day(on), "reason": "Bản giấy có chữ ký nhận ngày khác", "by": self.house.officer}
        return self.do(intake.propose_valid_on, **given | words)

    def approve_valid_on(self, **words):
        return self.do(intake.approve_valid_on, **{"by": self.house.head} | words)

    def draft_redirect(self, **words):
        given = {"right_authority": "Ủy ban nhân dân xã Suối Vàng", "by": self.house.officer}
        return self.do(intake.draft_redirect, **given | words)

    def set_aside(self, **words):
        given = {"kind": "JUNK", "reason": "Thư quảng cáo", "by": self.house.officer}
        return self.do(intake.set_aside, **given | words)

    def propose_correction(self, field, on, **words):
        given = {"field": field, "day": day(on), "reason": "Gõ nhầm ngày trên phong bì", "by": self.house.officer}
        return self.do(entry.propose_correction, **given | words)

    def approve_correction(self, **words):
        return self.do(entry.approve_correction, **{"by": self.house.head} | words)

    # --- handling --------------------------------------------------------------------------------------------------
    def assign(self, to=None, **words):
        return self.do(handling.assign, **{"to": to or self.house.second_officer, "by": self.house.head} | words)

    def collect(self, **words):
        given = {"unit": self.house.land_unit, "question": "Đề nghị gửi quyết định", "by": self.house.officer}
        return self.do(handling.collect, **given | words)

    def consult(self, **words):
        given = {"unit": self.house.land_unit, "question": "Đề nghị cho ý kiến", "by": self.house.officer}
        return self.do(handling.consult, **given | words)

    def ask_consent(self, **words):
        given = {
            "kind": self.now.rule_set.rules.conditional_kinds[0].code,
            "person": "Công ty Cổ phần Đá Hải Sơn",
            "address": "Số 7 đường Mỏ Đá",
            "question": "Đề nghị cho biết có đồng ý cung cấp phương án khai thác không",
            "wanted_on": self.today + timedelta(days=3),
            "by": self.house.officer,
        }
        return self.do(consents.ask_consent, **given | words)

    def record_consent(self, **words):
        given = {
            "consent": self.now.consents.last(),
            "agreed": True,
            "answered_on": self.today,
            "answer": "Đồng ý cung cấp trừ phần giá",
            "file": stored_file("chap-thuan.pdf", role="AGREEMENT"),
            "by": self.house.officer,
        }
        return self.do(consents.record_consent, **given | words)

    def hand_over(self, **words):
        given = {"answer": "Gửi kèm quyết định, không có bí mật", "by": self.house.originator}
        return self.do(handling.hand_over_information, **given | words)

    def review(self, **words):
        return self.do(handling.review, **{"by": self.house.officer} | words)

    def classify(self, position=1, **words):
        piece = self.now.pieces.filter(position=position).first()
        given = {
            "piece": piece,
            "description": piece.description if piece else "Bản đồ kèm theo quyết định",
            "field": "LAND",
            "info_class": "ON_REQUEST",
            "basis": "DISCRETIONARY",
            "by": self.house.officer,
        }
        return self.do(handling.classify, **given | words)

    def classify_all(self, **words):
        for position in self.now.pieces.values_list("position", flat=True):
            self.classify(position, **words)
        return self

    def reclassify(self, complexity, **words):
        given = {"complexity": complexity, "reason": "Thông tin có sẵn", "by": self.house.officer}
        return self.do(handling.reclassify, **given | words)

    def notify_time_limit(self, **words):
        return self.do(handling.notify_time_limit, **{"by": self.house.officer} | words)

    def draw_up_guidance(self, **words):
        return self.do(papers.draw_up_guidance, **{"by": self.house.officer} | words)

    def draw_up_apology(self, promised_on=None, **words):
        given = {
            "promised_on": promised_on or self.today + timedelta(days=5),
            "plain_words": "Hồ sơ lưu ở ba đơn vị, tập hợp lâu hơn dự tính",
            "by": self.house.officer,
        }
        return self.do(papers.draw_up_apology, **given | words)

    def draw_up_cover(self, **words):
        return self.do(papers.draw_up_cover, **{"by": self.house.officer} | words)

    def note(self, **words):
        def add_note(*, seen, **given):  # the one act for which an older view does not matter
            return handling.add_note(**given)

        return self.do(add_note, **{"text": "Đã gọi phòng Đất đai", "by": self.house.officer} | words)

    # --- files -----------------------------------------------------------------------------------------------------
    def add_file(self, file=None, **words):
        return self.do(holdings.add_file, **{"file": file or stored_file(), "by": self.house.officer} | words)

    def check_file(self, attachment=None, **words):
        given = {"attachment": attachment or self.answer_file, "by": self.house.second_officer}
        return self.do(holdings.check_file, **given | words)

    def release_file(self, attachment=None, **words):
        given = {"attachment": attachment or self.answer_file, "by": self.house.head}
        return self.do(holdings.release_file, **given | words)

    @property
    def answer_file(self):
        return self.now.attachments.filter(role="ANSWER").order_by("-pk").first()

    def add_cleared_file(self):
        """An answer file that two people have checked."""
        return self.add_file().check_file().release_file()

    # --- deciding --------------------------------------------------------------------------------------------------
    def propose_extension(self, amount=5, **words):
        given = {
            "amount": amount,
            "reason_code": "SEARCH",
            "plain_words": "Hồ sơ nằm ở kho lưu trữ, cần thêm thời gian tìm",
            "by": self.house.officer,
        }
        return self.do(decision.propose_extension, **given | words)

    def propose(self, *outcomes, ground="OVER_CAPACITY", facts=None, terms=None, **words):
        """Propose an answer, one outcome a piece in order; the last one given serves for the rest."""
        pieces = list(self.now.pieces.all())
        outcomes = [*outcomes, *[outcomes[-1]] * (len(pieces) - len(outcomes))]
        proposed = [
            self.proposed(piece, outcome, ground, facts) for piece, outcome in zip(pieces, outcomes, strict=True)
        ]
        given = {"proposed": proposed, "terms": terms, "by": self.house.officer}
        return self.do(decision.propose_answer, **given | words)

    @staticmethod
    def proposed(piece, outcome, ground="OVER_CAPACITY", facts=None) -> Proposed:
        row = Proposed(piece=piece, outcome=outcome)
        if outcome == Outcome.PROVIDE:
            return row
        return replace(
            row,
            ground=ground,
            facts=GROUND_FACTS[ground] if facts is None else facts,
            withheld="Phụ lục có tên người dân" if outcome == Outcome.PROVIDE_PARTLY else "",
            weighing="Lợi ích công cộng không lớn hơn lợi ích được bảo vệ",
        )

    def propose_to_provide(self, **words):
        return self.classify_all().propose(Outcome.PROVIDE, **words)

    def propose_to_refuse(self, **words):
        return self.propose(Outcome.REFUSE, **words)

    def costing(self, amount=30_000, **fields) -> Terms:
        """Form 03 with a cost, to be paid within a week."""
        given = {
            "provide_place": "Bộ phận Một cửa",
            "pay_how": "Nộp tại Kho bạc Nhà nước khu vực",
            "pay_by_on": self.today + timedelta(days=7),
            "costs": (Chosen("COPY_BW_A4", amount // 3_000),),
        }
        return Terms(**given | fields)

    def approve(self, kind=DecisionKind.ANSWER, **words):
        return self.do(decision.approve, **{"decision": self.decision(kind), "by": self.house.signer} | words)

    def record_signature(self, kind=DecisionKind.ANSWER, **words):
        given = {
            "decision": self.decision(kind),
            "signer_name": "Nguyễn Văn Ký",
            "signer_post": "Phó Giám đốc",
            "signed_on": self.today,
            "by": self.house.registry,
        }
        return self.do(decision.record_signature, **given | words)

    def return_draft(self, kind=DecisionKind.ANSWER, **words):
        given = {"decision": self.decision(kind), "reason": "Cần nêu rõ hơn", "by": self.house.signer}
        return self.do(decision.return_draft, **given | words)

    # --- papers, money, giving -------------------------------------------------------------------------------------
    def issue(self, form=None, **words):
        given = {
            "letter": self.letter(form),
            "number": str(next(_numbers)),
            "symbol": "TB-SXD",
            "issued_on": self.today,
            "by": self.house.registry,
        }
        return self.do(delivery.issue_letter, **given | words)

    def record_payment(self, **words):
        given = {
            "amount": payments.left_to_pay(self.now),
            "paid_on": self.today,
            "receipt_number": "BL-0001",
            "by": self.house.cashier,
        }
        return self.do(payments.record_payment, **given | words)

    def withdraw_payment(self, **words):
        given = {"payment": self.now.payments.last(), "reason": "Gõ nhầm số hồ sơ", "by": self.house.cashier}
        return self.do(payments.withdraw_payment, **given | words)

    def refund_payment(self, **words):
        given = {
            "payment": self.now.payments.last(),
            "refund_number": "HT-0001",
            "refunded_on": self.today,
            "reason": "Người yêu cầu đã rút",
            "by": self.house.cashier,
        }
        return self.do(payments.refund_payment, **given | words)

    def provide(self, **words):
        return self.do(delivery.provide, **{"how": "Giao bản giấy tại quầy", "by": self.house.officer} | words)

    def provide_at_once(self, **words):
        given = {
            "answer": "Quyết định đã đăng trên trang của Sở",
            "public_place": "https://haison.example/quy-hoach",
            "basis": "PUB_UNREACHABLE",
            "info_class": "MUST_PUBLISH",
            "field": "LAND",
            "by": self.house.officer,
        }
        return self.do(delivery.provide_at_once, **given | words)

    # --- the requester ---------------------------------------------------------------------------------------------
    def withdraw(self, **words):
        return self.do(citizen.withdraw, **words)

    def accept_cost(self, **words):
        return self.do(citizen.accept_cost, **words)

    def decline_cost(self, **words):
        return self.do(citizen.decline_cost, **words)

    def change_delivery(self, delivery, **words):
        return self.do(citizen.change_delivery, delivery=delivery, **words)

    # --- shortcuts -------------------------------------------------------------------------------------------------
    def approved(self, **words):
        """Accepted, reviewed, proposed and signed to be provided."""
        return self.accept().review().propose_to_provide(**words).approve()

    def with_cost(self):
        """Signed with a cost and form 03 issued: the requester has a week to pay."""
        return self.accept().review().propose_to_provide(terms=self.costing()).approve().issue()

    def extended(self, amount=5):
        return self.propose_extension(amount).approve(DecisionKind.EXTENSION).issue("EXTENSION")


#: How a case comes to stand where it stands.
_ROADS = {
    Status.AWAITING_CONFIRMATION: lambda house, on, words: Case.by_phone(house, on, **words),
    Status.RECEIVED: lambda house, on, words: Case.sent(house, on, **words),
    Status.SUPPLEMENT_REQUESTED: lambda house, on, words: Case.sent(house, on, **words).ask_for_supplement(),
    Status.ACCEPTED: lambda house, on, words: Case.sent(house, on, **words).accept(),
    Status.COLLECTING: lambda house, on, words: Case.sent(house, on, **words).accept().collect(),
    Status.UNDER_REVIEW: lambda house, on, words: Case.sent(house, on, **words).accept().review(),
    Status.APPROVED_TO_PROVIDE: lambda house, on, words: Case.sent(house, on, **words).approved(),
    Status.AWAITING_PAYMENT: lambda house, on, words: Case.sent(house, on, **words).with_cost(),
    Status.READY: lambda house, on, words: Case.sent(house, on, **words).with_cost().record_payment(),
    Status.PROVIDED: lambda house, on, words: Case.sent(house, on, **words).approved().issue().provide(),
    Status.PROVIDED_PARTLY: lambda house, on, words: _partly(Case.sent(house, on, **words)),
    Status.REFUSED: lambda house, on, words: (
        Case.sent(house, on, **words).accept().propose_to_refuse().approve().issue()
    ),
    Status.REDIRECTED: lambda house, on, words: Case.sent(house, on, **words).draft_redirect().issue(),
    Status.WITHDRAWN: lambda house, on, words: Case.sent(house, on, **words).withdraw(),
    Status.LAPSED: lambda house, on, words: _lapsed(Case.sent(house, on, **words)),
    Status.SET_ASIDE: lambda house, on, words: Case.sent(house, on, **words).set_aside(),
}


def _partly(case):
    case.accept().review().classify_all().propose(Outcome.PROVIDE_PARTLY).approve()
    return case.issue("RESOLUTION").issue("REFUSAL").provide()


def _lapsed(case):
    """Only an authority whose own regulation sets a limit may end a case so (readings.md 7.4)."""
    authority = case.house.authority
    if authority.supplement_days is None:
        authority.supplement_days = 10
        authority.save()
    return case.ask_for_supplement().later(days=authority.supplement_days + 1).lapse()


def case_in(status, house=None, on=A_MONDAY, **words) -> Case:
    """A case that stands in `status`, brought there by the services."""
    return _ROADS[Status(status)](house or make_house(), on, words)


class InformationRequestFactory(DjangoModelFactory):
    """InformationRequestFactory(accepted=True, on="05/11/2026", house=house): one trait a state.

    What is given beside `status`, `house` and `on` belongs to the form (description, delivery, name, email …).
    """

    class Meta:
        model = InformationRequest

    class Params:
        awaiting_confirmation = factory.Trait(status=Status.AWAITING_CONFIRMATION)
        received = factory.Trait(status=Status.RECEIVED)
        supplement_requested = factory.Trait(status=Status.SUPPLEMENT_REQUESTED)
        accepted = factory.Trait(status=Status.ACCEPTED)
        collecting = factory.Trait(status=Status.COLLECTING)
        under_review = factory.Trait(status=Status.UNDER_REVIEW)
        approved_to_provide = factory.Trait(status=Status.APPROVED_TO_PROVIDE)
        awaiting_payment = factory.Trait(status=Status.AWAITING_PAYMENT)
        ready = factory.Trait(status=Status.READY)
        provided = factory.Trait(status=Status.PROVIDED)
        provided_partly = factory.Trait(status=Status.PROVIDED_PARTLY)
        refused = factory.Trait(status=Status.REFUSED)
        redirected = factory.Trait(status=Status.REDIRECTED)
        withdrawn = factory.Trait(status=Status.WITHDRAWN)
        lapsed = factory.Trait(status=Status.LAPSED)
        set_aside = factory.Trait(status=Status.SET_ASIDE)

    status = Status.RECEIVED
    house = None
    on = A_MONDAY

    @classmethod
    def _create(cls, model_class, *args, status, house, on, **words):
        return case_in(status, house, on, **words).now
