"""Running cases and this year's register brought in from another book: each row once, all rows or none.

What happened elsewhere is written as it was told, with its true days; nobody is mailed. The law of the day of sending
still governs, and the due date is still counted, never typed: a later date that the requester was told stands, as long
as the law allows an answer that late.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from cms.core.dates import local_day, short
from cms.core.errors import DomainError, NotAllowed
from cms.core.models import Authority
from cms.law.errors import NoRuleSet, NoSuchTerm
from cms.law.services import current_calendar, rule_set_on
from workflow import access, clock, codes
from workflow.choices import Channel, Complexity, Outcome, Status, WithdrawReason
from workflow.models import CaseNote, InformationRequest, Piece
from workflow.services import requesters
from workflow.services.acting import seal
from workflow.services.answers import Answers
from workflow.services.entry import LAWFUL_AS

#: What a row of another register may end in. A case that still runs has none.
ENDINGS = {
    Status.PROVIDED: Outcome.PROVIDE,
    Status.PROVIDED_PARTLY: Outcome.PROVIDE_PARTLY,
    Status.REFUSED: Outcome.REFUSE,
    Status.REDIRECTED: "",
    Status.WITHDRAWN: "",
}
#: The public form of an earlier system is a way of the network too.
LAWFUL_CHANNELS = LAWFUL_AS | {Channel.ONLINE: LAWFUL_AS[Channel.EMAIL]}


@dataclass(frozen=True)
class Incoming:
    """One row, read and typed already; `line` is its number in the file."""

    line: int
    external_number: str
    external_source: str
    answers: Answers
    channel: str
    sent_on: date
    received_on: date
    complexity: str = Complexity.COMPLEX
    valid_on: date | None = None
    promised_on: date | None = None
    told_due_on: date | None = None
    ending: str = ""
    outcome_on: date | None = None
    redirected_to: str = ""
    remark: str = ""


@dataclass(frozen=True)
class Slip:
    """What is wrong in one row; `column` names the cell by its title, empty for the row as a whole."""

    line: int
    column: str
    sentence: str

    def __str__(self):
        where = f"Dòng {self.line}, cột “{self.column}”" if self.column else f"Dòng {self.line}"
        return f"{where}: {self.sentence}"


@dataclass
class Report:
    """What an import found and did. Rows that stand in the register already are doubles, no slips."""

    new: int = 0
    doubles: int = 0
    slips: list[Slip] = field(default_factory=list)
    codes: list[str] = field(default_factory=list)


class _DryRunError(Exception):
    """Takes back what a dry run wrote."""


def bring_in(*, authority: Authority, rows: Iterable[Incoming], slips: list[Slip], by, at, apply: bool) -> Report:
    """Check every row and write all of them, or none: one slip, or `apply` False, and nothing stays.

    `slips` are those that reading the file has found.
    """
    if not access.can_enter(by, authority):
        raise NotAllowed(_("Ông/bà không có vai trò nhập yêu cầu cho cơ quan này."))
    report = Report(slips=list(slips))
    try:
        with transaction.atomic():
            _write_all(authority, rows, by, at, report)
            if report.slips or not apply:
                raise _DryRunError
    except _DryRunError:
        report.codes.clear()
    return report


def _write_all(authority, rows, by, at, report):
    unit = authority.units.filter(is_focal=True, is_active=True).first()
    if unit is None:
        raise DomainError(_("Cơ quan này chưa có đơn vị đầu mối nên chưa nhận yêu cầu."))
    # Two imports at once would not see each other's rows.
    Authority.objects.select_for_update().get(pk=authority.pk)
    known = _known(authority)
    seen: dict[tuple[str, str], int] = {}
    for row in rows:
        key = (row.external_source, row.external_number)
        if key in seen:
            report.slips.append(Slip(row.line, "Mã hồ sơ ngoài", f"trùng với dòng {seen[key]}"))
            continue
        seen[key] = row.line
        if key in known:
            report.doubles += 1
            continue
        found = _slips(row, local_day(at))
        report.slips += found
        if not found:
            report.codes.append(_write(authority, unit, row, by, at).code)
            report.new += 1


def _known(authority) -> set[tuple[str, str]]:
    rows = InformationRequest.objects.filter(authority=authority).exclude(external_number="")
    return set(rows.values_list("external_source", "external_number"))


# --- checking ----------------------------------------------------------------------------------------------------
def _slips(row: Incoming, today: date) -> list[Slip]:
    found = [Slip(row.line, column, sentence) for column, sentence in _day_slips(row, today)]
    if found:
        return found
    try:
        rules = rule_set_on(row.sent_on).rules
    except NoRuleSet as no:
        return [Slip(row.line, "Ngày gửi", str(no))]
    if LAWFUL_CHANNELS.get(row.channel) not in {channel.code for channel in rules.submission_channels}:
        found.append(Slip(row.line, "Kênh gửi", f"{rules.legal_reference} không có cách gửi này"))
    if row.answers.delivery not in {channel.code for channel in rules.delivery_channels}:
        found.append(Slip(row.line, "Cách nhận", f"{rules.legal_reference} không có cách nhận này"))
    return found or _told_slips(row, rules) + _ending_slips(row)


def _day_slips(row, today):
    if row.sent_on > row.received_on:
        yield "Ngày gửi", "sau ngày nhận"
    if row.received_on > today:
        yield "Ngày nhận", "ở tương lai"
    if row.valid_on is not None and not row.received_on <= row.valid_on <= today:
        yield "Ngày hợp lệ", "phải từ ngày nhận đến hôm nay"
    if row.outcome_on is not None and not row.received_on <= row.outcome_on <= today:
        yield "Ngày kết thúc", "phải từ ngày nhận đến hôm nay"


def _told_slips(row, rules):
    """No date later than the longest extension lets through (L16 Điều 29 to 31; L26 Điều 26.3)."""
    if row.told_due_on is None:
        return []
    latest = _latest_lawful(row, rules)
    if row.told_due_on <= latest:
        return []
    sentence = f"luật chỉ cho trả lời chậm nhất ngày {short(latest)}, kể cả gia hạn"
    return [Slip(row.line, "Hạn đã báo", sentence)]


def _latest_lawful(row, rules) -> date:
    calendar = current_calendar()
    group = rules.delivery(row.answers.delivery).group
    last = calendar.end_of(row.valid_on or row.received_on, rules.term("PROVIDE", group, row.complexity))
    try:
        return calendar.end_of(last, rules.extension_max(group, row.complexity))
    except NoSuchTerm:
        return last


def _ending_slips(row):
    if row.ending and row.outcome_on is None:
        return [Slip(row.line, "Ngày kết thúc", "hồ sơ có kết quả thì cần ngày kết thúc")]
    if row.outcome_on is not None and not row.ending:
        return [Slip(row.line, "Kết quả", "hồ sơ có ngày kết thúc thì cần kết quả")]
    if row.ending == Status.REDIRECTED and not row.redirected_to:
        return [Slip(row.line, "Cơ quan có trách nhiệm", "ghi cơ quan đã hướng dẫn người dân gửi đến")]
    return []


# --- writing -----------------------------------------------------------------------------------------------------
def _write(authority, unit, row: Incoming, by, at) -> InformationRequest:
    things = requesters.put_away(row.answers, by)
    info_request = InformationRequest(
        authority=authority,
        unit=unit,
        requester=things[0],
        rule_set=rule_set_on(row.sent_on),
        code=codes.next_case_number(authority, local_day(at)),
        external_number=row.external_number,
        external_source=row.external_source,
        promised_on=row.promised_on,
        channel=row.channel,
        sent_on=row.sent_on,
        received_on=row.received_on,
        complete_on=row.valid_on or row.received_on,
        valid_on=row.valid_on,
        accepted_at=at if row.valid_on else None,
        accepted_by=by if row.valid_on else None,
        status=Status.ACCEPTED if row.valid_on else Status.RECEIVED,
        entered_at=at,
        entered_by=by,
        late_entry_reason=str(_("Nhập từ sổ, hệ thống khác")),
        posted_on_paper=row.channel == Channel.POST,
        complexity=row.complexity,
        delivery=row.answers.delivery,
        description=row.answers.description,
        purpose=row.answers.purpose,
        told_due_on=row.told_due_on,
    )
    info_request.tracking_hash = codes.tracking_hash(info_request.code, codes.random_code())
    clock.settle(info_request)
    info_request.told_due_on = info_request.due_on
    if row.ending:
        _end(info_request, row, at)
    info_request.save(by=by)
    piece = Piece(
        info_request=info_request,
        position=1,
        description=row.answers.description,
        outcome=ENDINGS[row.ending] if row.ending else "",
    )
    piece.save(by=by)
    things.append(piece)
    if row.remark:
        things.append(_remark(info_request, row.remark, by, at))
    _seal(info_request, row, things, by, at)
    return info_request


def _end(info_request, row, at):
    info_request.status = row.ending
    info_request.outcome_on, info_request.closed_at = row.outcome_on, at
    info_request.redirected_to = row.redirected_to
    if row.ending == Status.WITHDRAWN:
        info_request.withdraw_reason = WithdrawReason.OWN_WISH


def _remark(info_request, text, by, at):
    note = CaseNote(info_request=info_request, text=text, at=at, by=by)
    note.save(by=by)
    return note


def _seal(info_request, row, things, by, at):
    data = {
        "to": str(info_request.status),
        "rule_set": info_request.rule_set.code,
        "channel": str(info_request.channel),
        "sent_on": row.sent_on,
        "received_on": row.received_on,
        "external": row.external_number,
        "line": row.line,
    }
    for name in ("valid_on", "due_on", "outcome_on"):
        if day := getattr(info_request, name):
            data[name] = day
    seal("request.imported", info_request, [info_request, *things], by=by, at=at, data=data)
