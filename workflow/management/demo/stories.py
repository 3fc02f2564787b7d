"""How cases go: one story a way through the procedure. A story yields when its next act happens, and ends where it ends.

`sent` is the moment of sending; further moments are so many working days later, or before the due date.
"""

from datetime import timedelta

from cms.core.roles import Role
from workflow.choices import DecisionKind, DeliveryWay, Outcome, SetAside
from workflow.management.demo import papers
from workflow.management.demo.office import TEN_MINUTES, Case, Office
from workflow.management.demo.stage import moment
from workflow.services import citizen, entry, handling, intake, reminding

PROVIDE, PARTLY, REFUSE = Outcome.PROVIDE, Outcome.PROVIDE_PARTLY, Outcome.REFUSE


def before_due(case: Case, working_days: int, clock: str):
    """A moment so many working days before the due date, never earlier than now."""
    day, calendar = case.now.due_on, case.office.days.calendar
    while working_days:
        day -= timedelta(days=1)
        working_days -= calendar.is_working(day)
    return case.next(moment(day, clock))


# --- receiving ---------------------------------------------------------------------------------------------------
def sent_only(office: Office, question, asker, sent, **fields):
    """Nobody has clicked yet; the clock counts all the same."""
    yield sent
    return office.receive(question, asker, **fields)


def entered(office: Office, question, asker, at, *, facts, **fields):
    """From paper, the counter, another desk or the telephone."""
    yield at
    return office.enter(question, asker, facts=facts, **fields)


def accepted(office: Office, question, asker, sent, *, after=1, complexity="COMPLEX", **fields):
    case = yield from sent_only(office, question, asker, sent, **fields)
    yield case.later(after, "08:40")
    case.accept(complexity)
    return case


def supplement_asked(office: Office, question, asker, sent, *, missing, **fields):
    case = yield from sent_only(office, question, asker, sent, **fields)
    yield case.later(1, "09:15")
    case.ask_for_supplement(missing)
    return case


def supplied(office: Office, question, asker, sent, *, missing, text, supplied_at, **fields):
    case = yield from supplement_asked(office, question, asker, sent, missing=missing, **fields)
    yield case.next(supplied_at)
    case.supply(text)
    return case


def lapsed(office: Office, question, asker, sent, *, missing, **fields):
    """Only where the authority's own regulation set a limit, and it has passed (readings.md 7.4)."""
    case = yield from supplement_asked(office, question, asker, sent, missing=missing, **fields)
    until_on = case.now.supplements.get().until_on
    yield case.next(moment(office.days.after(until_on, 2), "10:00"))
    case.do(intake.lapse, Role.FOCAL_OFFICER, reason="Khoản 3 Điều 9 Quy chế cung cấp thông tin của phường")
    return case


def other_valid_day_proposed(office: Office, question, asker, at, *, facts, day, reason):
    case = yield from entered(office, question, asker, at, facts=facts)
    yield case.later(1, "09:30")
    case.do(intake.propose_valid_on, Role.FOCAL_OFFICER, day=day, reason=reason)
    return case


def correction_proposed(office: Office, question, asker, at, *, facts, day, reason):
    case = yield from entered(office, question, asker, at, facts=facts)
    yield case.later(1, "10:20")
    case.do(entry.propose_correction, Role.FOCAL_OFFICER, field="received_on", day=day, reason=reason)
    return case


def redirect_drafted(office: Office, question, asker, sent, *, to):
    case = yield from sent_only(office, question, asker, sent)
    yield case.later(1, "09:50")
    case.do(intake.draft_redirect, Role.FOCAL_OFFICER, right_authority=to)
    return case


def redirected(office: Office, question, asker, sent, *, to):
    case = yield from redirect_drafted(office, question, asker, sent, to=to)
    yield case.later(1, "14:10")
    case.issue("REDIRECT")
    return case


def set_aside(office: Office, question, asker, sent, *, reason, is_double=False):
    """Junk, or the double of what the same person had asked before."""
    case = yield from sent_only(office, question, asker, sent)
    yield case.later(1, "08:30")
    kind = SetAside.DUPLICATE if is_double else SetAside.JUNK
    other = case.earlier[0].code if is_double else ""
    case.do(intake.set_aside, Role.FOCAL_OFFICER, kind=kind, duplicate_of=other, reason=reason)
    return case


def withdrawn(office: Office, question, asker, sent):
    case = yield from accepted(office, question, asker, sent)
    yield case.later(1, "20:05")
    case.withdraw()
    return case


# --- handling ----------------------------------------------------------------------------------------------------
def collecting(office: Office, question, asker, sent, **fields):
    case = yield from accepted(office, question, asker, sent, **fields)
    yield case.later(0, "09:30")
    case.collect()
    return case


def consulting(office: Office, question, asker, sent, *, body):
    """Another body is asked as well, reminded of by the machine, and late; the law's clock goes on."""
    case = yield from collecting(office, question, asker, sent)
    yield case.later(0, "10:10")
    case.consult(body, wanted_on=office.days.after(case.today, 2))
    yield case.later(1, "07:05")
    reminding.remind(office.now, until=office.days.after(case.today, 1))
    yield case.later(1, "15:00")
    case.note(f"Đã gọi điện nhắc {body}. Hẹn trả lời trong tuần.")
    return case


def consent_answered(office: Office, question, asker, sent, *, person, address, agrees, answer):
    """Somebody concerned is asked on paper, and answers on paper."""
    case = yield from accepted(office, question, asker, sent)
    yield case.later(0, "09:45")
    case.ask_consent(person, address, wanted_on=office.days.after(case.today, 3))
    yield case.later(1, "16:00")
    case.record_consent(agrees, answer)
    return case


def reviewed(office: Office, question, asker, sent, **fields):
    case = yield from collecting(office, question, asker, sent, **fields)
    yield case.later(1, "14:00")
    case.hand_over()
    return case


def with_file(office: Office, question, asker, sent, *, file, checks=2, **fields):
    """Reviewed, with an answer file that `checks` of two people have looked at."""
    case = yield from reviewed(office, question, asker, sent, **fields)
    yield case.later(0, "15:20")
    case.classify()
    case.add_file(*file)
    if checks > 0:
        yield case.later(0, "16:00")
        case.check_file()
    if checks > 1:
        yield case.later(1, "08:20")
        case.release_file()
    return case


def with_held_file(office: Office, question, asker, sent, *, held, **words):
    """A file that nobody has checked yet, and one that the gate holds for what hides in it."""
    case = yield from with_file(office, question, asker, sent, checks=0, **words)
    yield case.later(0, "15:40")
    case.add_file(*held)
    return case


def extension_proposed(office: Office, question, asker, sent, *, amount, reason, plain_words, **fields):
    case = yield from collecting(office, question, asker, sent, **fields)
    yield before_due(case, 4, "09:00")
    case.propose_extension(amount, reason, plain_words)
    return case


def extension_signed(office: Office, question, asker, sent, **words):
    case = yield from extension_proposed(office, question, asker, sent, **words)
    if office.authority.extension_needs_two:
        yield before_due(case, 3, "10:30")
        case.approve(DecisionKind.EXTENSION)
    return case


def extended(office: Office, question, asker, sent, **words):
    case = yield from extension_signed(office, question, asker, sent, **words)
    yield before_due(case, 3, "15:10")
    case.issue("EXTENSION")
    return case


# --- deciding and giving -----------------------------------------------------------------------------------------
def provision_proposed(office: Office, question, asker, sent, *, file, pages=0, **fields):
    """The answer waits for the signer. `pages` copied on paper cost something."""
    case = yield from with_file(office, question, asker, sent, file=file, **fields)
    yield case.later(0, "09:10")
    terms = None
    if pages:
        postage = 25_000 if case.now.delivery == DeliveryWay.PAPER_BY_POST else 0
        terms = case.costing(pages, pay_by_on=office.days.after(case.today, 5), postage=postage)
    case.propose(PROVIDE, terms=terms)
    return case


def draft_returned(office: Office, question, asker, sent, *, reason, **words):
    case = yield from provision_proposed(office, question, asker, sent, **words)
    yield case.later(0, "16:30")
    case.return_draft(reason)
    return case


def provision_signed(office: Office, question, asker, sent, **words):
    case = yield from provision_proposed(office, question, asker, sent, **words)
    yield case.later(1, "10:00")
    case.approve()
    return case


def resolved(office: Office, question, asker, sent, **words):
    """Form 03 is issued; with a cost the case now waits for the payment."""
    case = yield from provision_signed(office, question, asker, sent, **words)
    yield case.later(0, "14:30")
    case.issue("RESOLUTION")
    return case


def cost_accepted(office: Office, question, asker, sent, **words):
    case = yield from resolved(office, question, asker, sent, **words)
    yield case.later(0, "19:30")
    case.accept_cost()
    return case


def paid(office: Office, question, asker, sent, **words):
    case = yield from cost_accepted(office, question, asker, sent, **words)
    yield case.later(1, "09:40")
    case.record_payment()
    return case


def part_paid(office: Office, question, asker, sent, *, amount, **words):
    """Some of the money came; nothing is given before all of it has."""
    case = yield from cost_accepted(office, question, asker, sent, **words)
    yield case.later(1, "09:40")
    case.record_payment(amount)
    return case


def cost_declined(office: Office, question, asker, sent, **words):
    case = yield from resolved(office, question, asker, sent, **words)
    yield case.later(0, "21:00")
    case.decline_cost()
    return case


def provided(office: Office, question, asker, sent, *, how="", late=0, **words):
    """Given by the way asked for, `late` working days after the end of the term."""
    case = yield from resolved(office, question, asker, sent, **words)
    if late:
        yield case.next(moment(office.days.after(case.now.due_on, late), "09:00"))
    else:
        yield case.later(0, "16:40")
    case.provide(how)
    return case


def provided_after_payment(office: Office, question, asker, sent, *, how, **words):
    case = yield from paid(office, question, asker, sent, **words)
    yield case.later(0, "15:00")
    case.provide(how)
    return case


def provided_partly(office: Office, question, asker, sent, *, file, ground, facts, plain_words, pieces=(), pages=0):
    """The first piece is given, the others are refused on one ground, by the same path."""
    case = yield from with_file(office, question, asker, sent, file=file, pieces=pieces)
    yield case.later(0, "09:10")
    terms = case.costing(pages, pay_by_on=office.days.after(case.today, 5)) if pages else None
    case.propose(PROVIDE, *[REFUSE] * len(pieces), ground=ground, facts=facts, plain_words=plain_words, terms=terms)
    yield case.later(1, "10:00")
    case.approve()
    yield case.later(0, "14:20")
    case.issue("RESOLUTION")
    case.issue("REFUSAL")
    if pages:
        yield case.later(0, "18:45")
        case.accept_cost()
        yield case.later(1, "09:40")
        case.record_payment()
    yield case.later(0, "16:00")
    case.provide("Đã giao bản sao tại quầy, người nhận ký sổ." if pages else "")
    return case


def provided_at_once(office: Office, question, asker, sent, *, answer, place, **fields):
    """Already public: one officer, one form (L16 Điều 29.1, 30.3, 31.1)."""
    case = yield from sent_only(office, question, asker, sent, **fields)
    yield case.later(1, "08:50")
    case.provide_at_once(answer, place)
    return case


def refusal_proposed(office: Office, question, asker, sent, *, ground, facts, plain_words="", **fields):
    case = yield from reviewed(office, question, asker, sent, **fields)
    yield case.later(0, "15:45")
    withheld = {"INACCESSIBLE": "INACCESSIBLE", "CONDITION_NOT_MET": "CONDITIONAL"}
    case.classify(withheld.get(ground, "ON_REQUEST"))
    if ground == "PROVIDED_TWICE":
        facts = facts | {"earlier_cases": " ".join(one.code for one in case.earlier)}
    case.propose(REFUSE, ground=ground, facts=facts, plain_words=plain_words)
    return case


def refused(office: Office, question, asker, sent, **words):
    case = yield from refusal_proposed(office, question, asker, sent, **words)
    yield case.later(1, "10:15")
    case.approve()
    yield case.later(0, "14:45")
    case.issue("REFUSAL")
    return case


def refused_unpaid(office: Office, question, asker, sent, **words):
    """Form 03 asked for a cost, its limit has passed, nothing was paid."""
    case = yield from resolved(office, question, asker, sent, **words)
    limit = case.proposal().pay_by_on
    yield case.next(moment(office.days.after(limit, 1), "09:00"))
    case.propose(REFUSE, ground="COST_UNPAID", plain_words="Ông/Bà có thể gửi yêu cầu mới bất cứ lúc nào.")
    yield case.later(0, "14:00")
    case.approve()
    yield case.later(0, "16:10")
    case.issue("REFUSAL")
    return case


# --- under the law of 2016 ---------------------------------------------------------------------------------------
def time_limit_told(office: Office, question, asker, sent, **fields):
    """Complex and from afar: the time limit is told within three working days (L16 Điều 30.4, 31.2)."""
    case = yield from accepted(office, question, asker, sent, **fields)
    yield case.later(0, "10:00")
    case.do(handling.notify_time_limit, Role.FOCAL_OFFICER)
    yield case.later(1, "14:00")
    case.issue("TIME_LIMIT")
    return case


def told_then_provided(office: Office, question, asker, sent, *, file, how="", **fields):
    case = yield from time_limit_told(office, question, asker, sent, **fields)
    yield from _gather_and_give(case, file, how)
    return case


def told_extended_provided(office: Office, question, asker, sent, *, amount, reason, plain_words, file, how):
    """Extended inside the term, then given before the new date."""
    case = yield from time_limit_told(office, question, asker, sent, delivery=DeliveryWay.PAPER_BY_POST)
    yield before_due(case, 4, "09:00")
    case.propose_extension(amount, reason, plain_words)
    yield case.later(1, "10:30")
    case.approve(DecisionKind.EXTENSION)
    yield case.later(0, "15:10")
    case.issue("EXTENSION")
    yield from _gather_and_give(case, file, how)
    return case


def supplied_then_provided(office: Office, question, asker, sent, *, missing, text, supplied_at, file):
    """The pair around 01/09/2026: complete on the same day, under different laws."""
    case = yield from supplied(office, question, asker, sent, missing=missing, text=text, supplied_at=supplied_at)
    yield case.later(1, "08:30")
    case.accept()
    yield from _gather_and_give(case, file, "")
    return case


def _gather_and_give(case, file, how):
    yield case.later(0, "15:00")
    case.collect()
    yield case.later(1, "09:00")
    case.hand_over()
    case.classify()
    case.add_file(*file)
    yield case.later(0, "10:30")
    case.check_file()
    yield case.later(0, "14:00")
    case.release_file()
    yield case.later(0, "14:30")
    case.propose(PROVIDE)
    yield case.later(1, "09:20")
    case.approve()
    yield case.later(0, "10:40")
    case.issue("RESOLUTION")
    yield case.later(0, "15:30")
    case.provide(how)


# --- around ------------------------------------------------------------------------------------------------------
def after(story, act):
    """The same story, and one more thing that somebody does at its end: `act(case)` after ten minutes."""
    case = yield from story
    yield case.office.now + TEN_MINUTES
    act(case)
    return case


def code_reissued(case):
    """At the counter, after seeing an identity paper."""
    case.do(citizen.reissue_code, Role.FOCAL_OFFICER, identity_seen="Căn cước, đối chiếu ảnh và họ tên")


def authority_paper(asker_name: str):
    """A power of attorney that somebody sends with the form."""
    lines = (f"Tôi ủy quyền cho {asker_name} gửi yêu cầu và nhận thông tin thay tôi.", "Giấy này có giá trị 60 ngày.")
    return papers.stored("giay-uy-quyen.pdf", "GIẤY ỦY QUYỀN", lines, role="AUTHORITY")
