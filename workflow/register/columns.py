"""The columns of the register (readings.md 16.1; D18 prescribes none). Each reads one request that is loaded whole.

Personal ones are written only where somebody who may read them asked for them by name, and for a reason (S11).
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta

from django.utils.translation import gettext_lazy as _

from catalog.choices import InfoClass
from cms.core.dates import local_day
from cms.core.display import phone
from cms.law.choices import TermKind, Unit
from cms.law.workdays import WorkCalendar
from workflow import clock
from workflow.choices import (
    OPEN_STATUSES,
    Capacity,
    Channel,
    Complexity,
    DecisionKind,
    DecisionState,
    DeliveryWay,
    Field,
    FileRole,
    LetterForm,
    LetterState,
    Outcome,
    RequesterKind,
    Status,
)
from workflow.models import InformationRequest
from workflow.models.cost import paid_of, total_of

ONE_DAY = timedelta(days=1)
#: Decisions that tell what became of a request.
ANSWERED = (DecisionState.EFFECTIVE, DecisionState.APPROVED)
#: Forms of the register's column of papers, by their number in D18.
FORM_NUMBERS = {LetterForm.RESOLUTION: "03", LetterForm.EXTENSION: "04", LetterForm.REFUSAL: "05"}


#: What stands in a personal column of a case under seal.
SEALED = _("(niêm phong)")


@dataclass(frozen=True)
class Column:
    """One column: its code, its title, what it reads, whether that is personal data, and whether it counts days.

    `adds` says that its figures are summed up under the table; `width` is its share of a printed line.
    """

    name: str
    title: str
    read: Callable[..., object]
    personal: bool = False
    counts: bool = False
    adds: bool = False
    width: int = 1

    def of(self, row: InformationRequest, calendar: WorkCalendar):
        """The cell. The calendar is read once a table and handed on. Under seal no personal column is taken away."""
        if self.personal and row.sealed_at:
            return str(SEALED)
        return self.read(row, calendar) if self.counts else self.read(row)


def columns_for(*, personal: bool) -> tuple[Column, ...]:
    return tuple(column for column in COLUMNS if personal or not column.personal)


# --- who asked ---------------------------------------------------------------------------------------------------
def _kind(row):
    if row.requester.capacity == Capacity.ORGANISATION:
        return _("Nhiều người, qua tổ chức")
    return RequesterKind(row.requester.kind).label


def _group_size(row):
    return len(row.requester.all_members) or 1


def _contact(row):
    return "; ".join(filter(None, (phone(row.requester.phone), row.requester.email, row.requester.postal_address)))


def _representative(row):
    who = row.requester
    if not who.represented_name and not who.organisation_name:
        return ""
    return "; ".join(filter(None, (who.represented_name, who.represented_basis, who.organisation_name)))


# --- what was asked ----------------------------------------------------------------------------------------------
def _of_pieces(read):
    def joined(row):
        return "; ".join(dict.fromkeys(str(text) for piece in row.all_pieces if (text := read(piece))))

    return joined


def _field(piece):
    return Field(piece.field).label if piece.field else ""


def _info_class(piece):
    return InfoClass(piece.info_class).label if piece.info_class else ""


def _asked(row):
    return "\n".join(piece.description for piece in row.all_pieces)


# --- when --------------------------------------------------------------------------------------------------------
def _last_supplement(name):
    def read(row):
        supplements = list(row.all_supplements)
        value = getattr(supplements[-1], name) if supplements else None
        return _day(value)

    return read


def _day(value):
    """The local day of a moment; a day stays one."""
    return local_day(value) if hasattr(value, "hour") else value


def _last_extension(read):
    def value(row):
        extensions = list(row.all_extensions)
        return read(extensions[-1], row) if extensions else None

    return value


def _extension_reason(extension, row):
    return row.rule_set.rules.extension_reason(extension.decision.reason_code).label


def _unit(row):
    return row.rule_set.rules.term(TermKind.PROVIDE, *clock.terms_key(row)).unit


def _days_used(row, calendar):
    """From the uncounted first day to the day of the outcome, in the term's own unit; a term "at once" in days."""
    start = clock.start_of(row)
    if start is None or row.outcome_on is None:
        return None
    days = (start + n * ONE_DAY for n in range(1, (row.outcome_on - start).days + 1))
    if _unit(row) is Unit.WORKING_DAY:
        return sum(calendar.is_working(day) for day in days)
    return sum(1 for _day in days)


def _counted_in(row):
    if clock.start_of(row) is None or row.outcome_on is None:
        return ""
    return Unit.WORKING_DAY.label if _unit(row) is Unit.WORKING_DAY else Unit.CALENDAR_DAY.label


def _late_by(row):
    """Calendar days past the due date; 0 in time. Only what ended has been late or in time."""
    if row.outcome_on is None or row.due_on is None:
        return None
    return max(0, (row.outcome_on - row.due_on).days)


# --- what became of it -------------------------------------------------------------------------------------------
def _answers(row):
    return [one for one in row.all_decisions if one.kind == DecisionKind.ANSWER and one.state in ANSWERED]


def _grounds(row):
    rules, found = row.rule_set.rules, []
    for decision in _answers(row):
        for finding in decision.all_findings:
            if finding.ground:
                found.append(f"{rules.ground(finding.ground).label} ({finding.article})")
    return "; ".join(dict.fromkeys(found))


def _outcome(row):
    return "" if row.status in OPEN_STATUSES else Status(row.status).label


def _pieces_given(row):
    if row.outcome_on is None:
        return None
    return sum(piece.outcome in (Outcome.PROVIDE, Outcome.PROVIDE_PARTLY) for piece in row.all_pieces)


def _cost(row):
    """Đồng, as form 03 asked for it."""
    lines = [line for decision in _answers(row) for line in decision.all_cost_lines]
    return total_of(lines) if lines else None


def _paid(row):
    """Đồng received that still count."""
    return paid_of(row.all_payments) or None


def _cost_lines(row):
    return "; ".join(
        f"{line.label}: {line.quantity} {line.unit}" for one in _answers(row) for line in one.all_cost_lines
    )


def _paid_on(row):
    return max((payment.paid_on for payment in row.all_payments if payment.is_standing), default=None)


def _papers(row):
    issued = [letter for letter in row.all_letters if letter.state == LetterState.ISSUED]
    return "; ".join(
        f"mẫu {FORM_NUMBERS[letter.form]} số {letter.label}" if letter.form in FORM_NUMBERS else letter.label
        for letter in issued
    )


def _files_given(row):
    if row.outcome_on is None:
        return None
    return sum(file.role == FileRole.ANSWER and file.released_by_id is not None for file in row.all_attachments)


def _signer(row):
    return "; ".join(dict.fromkeys(filter(None, (decision.signer_name for decision in _answers(row)))))


def _consulted(row):
    return "; ".join(dict.fromkeys(str(asked) for asked in row.all_consultations))


COLUMNS = (
    Column("code", _("Số hồ sơ"), lambda row: row.code),
    Column("external_number", _("Mã hồ sơ ngoài"), lambda row: row.external_number),
    Column("external_source", _("Nơi cấp mã ngoài"), lambda row: row.external_source),
    Column("sent_on", _("Ngày gửi"), lambda row: row.sent_on),
    Column("received_on", _("Ngày nhận"), lambda row: row.received_on),
    Column("channel", _("Kênh gửi"), lambda row: Channel(row.channel).label),
    Column("name", _("Họ và tên"), lambda row: row.requester.name, personal=True),
    Column("kind", _("Người yêu cầu là"), _kind),
    Column("group", _("Số người"), _group_size, adds=True),
    Column("representative", _("Người đại diện, tổ chức"), _representative, personal=True, width=2),
    Column("identity", _("Số giấy tờ (bốn số cuối)"), lambda row: row.requester.masked_identity, personal=True),
    Column("address", _("Nơi cư trú"), lambda row: row.requester.residence, personal=True, width=2),
    Column("contact", _("Liên hệ"), _contact, personal=True, width=2),
    Column("asked", _("Thông tin yêu cầu"), _asked, personal=True, width=4),
    Column("field", _("Lĩnh vực"), _of_pieces(_field)),
    Column(
        "info_class",
        _("Loại thông tin"),
        _of_pieces(_info_class),
    ),
    Column("category", _("Nhóm công khai"), _of_pieces(lambda piece: piece.category)),
    Column("purpose", _("Lý do, mục đích"), lambda row: row.purpose, personal=True, width=3),
    Column("delivery", _("Cách nhận"), lambda row: DeliveryWay(row.delivery).label),
    Column("supplement_asked_on", _("Ngày đề nghị bổ sung"), _last_supplement("asked_at")),
    Column("supplied_on", _("Ngày nhận bổ sung"), _last_supplement("supplied_on")),
    Column("valid_on", _("Ngày hợp lệ"), lambda row: row.valid_on),
    Column("law", _("Luật áp dụng"), lambda row: row.rule_set.rules.legal_reference),
    Column("complexity", _("Mức độ"), lambda row: Complexity(row.complexity).label),
    Column("noticed_on", _("Ngày thông báo thời hạn"), lambda row: row.noticed_on),
    Column("due_on", _("Hạn trả lời"), lambda row: row.due_on),
    Column("provisional", _("Hạn tạm tính"), lambda row: _("có") if row.due_is_provisional else ""),
    Column("promised_on", _("Ngày hẹn ở nơi tiếp nhận"), lambda row: row.promised_on),
    Column("extended_on", _("Ngày gia hạn"), _last_extension(lambda one, row: one.told_on)),
    Column("extension_reason", _("Lý do gia hạn"), _last_extension(_extension_reason), width=2),
    Column("extended_until", _("Gia hạn đến"), _last_extension(lambda one, row: one.until_on)),
    Column("consulted", _("Đơn vị, cơ quan được hỏi"), _consulted),
    Column("status", _("Trạng thái"), lambda row: Status(row.status).label),
    Column("outcome", _("Kết quả"), _outcome),
    Column("outcome_on", _("Ngày kết thúc"), lambda row: row.outcome_on),
    Column("days_used", _("Số ngày đã dùng"), _days_used, counts=True),
    Column("counted_in", _("Tính theo"), _counted_in),
    Column("late_by", _("Trễ (ngày)"), _late_by),
    Column("grounds", _("Căn cứ từ chối"), _grounds, width=2),
    Column("redirected_to", _("Cơ quan có trách nhiệm"), lambda row: row.redirected_to, width=2),
    Column("pieces_given", _("Số mục đã cung cấp"), _pieces_given, adds=True),
    Column("files_given", _("Số tệp đã giao"), _files_given, adds=True),
    Column("cost", _("Chi phí (đồng)"), _cost, adds=True),
    Column("cost_lines", _("Khoản chi phí"), _cost_lines, width=2),
    Column("paid", _("Đã trả (đồng)"), _paid, adds=True),
    Column("paid_on", _("Ngày trả chi phí"), _paid_on),
    Column("papers", _("Văn bản đã phát hành"), _papers, width=2),
    Column("officer", _("Người thụ lý"), lambda row: str(row.assigned_to or "")),
    Column("signer", _("Người ký"), _signer),
)
