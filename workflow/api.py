"""The deadline calculator in the open interface: the clock of the law, for anybody, reading only."""

from datetime import date

from django.utils.translation import gettext as _
from ninja import Field, Query, Router, Schema

from cms.core.api import ANSWERS, Day, Refused
from cms.law.choices import Complexity, DeliveryGroup, Unit
from cms.law.deadline import reckon, tells_ways_apart
from cms.law.services import rule_set_on

router = Router(tags=["Thời hạn"])
#: Nobody asks further ahead; the calendar would count by weekday alone.
LAST_YEAR = 2100


class DeadlineQuestion(Schema):
    """When a request was sent and received, and what the law of 2016 asks besides."""

    sent: Day = Field(description="Ngày gửi yêu cầu; chọn luật áp dụng", le=date(LAST_YEAR, 12, 31))
    valid: Day | None = Field(
        None, description="Ngày cơ quan nhận đủ yêu cầu; bỏ trống: ngày gửi", le=date(LAST_YEAR, 12, 31)
    )
    delivery: DeliveryGroup | None = Field(
        None, description="Cách nhận thông tin; chỉ cần với yêu cầu gửi trước 01/9/2026"
    )
    complexity: Complexity | None = Field(None, description="Mức độ; chỉ cần với yêu cầu gửi trước 01/9/2026")
    extend: int | None = Field(None, ge=1, le=99, description="Số ngày gia hạn, nếu có")


class CountedDay(Schema):
    date: date
    counted: bool
    reason: str


class Term(Schema):
    amount: int
    unit: Unit
    article: str


class Deadline(Schema):
    """Hạn trả lời và từng ngày trên đường đến đó."""

    rule_set: str
    law: str
    term: Term
    extension: Term | None
    starts_on: date = Field(description="Ngày nhận đủ yêu cầu; không tính vào thời hạn")
    due_on: date = Field(description="Ngày cuối của thời hạn")
    article: str
    provisional: bool = Field(description="Tạm tính: lịch nghỉ của một năm liên quan chưa được xác nhận")
    provisional_reason: str
    days: list[CountedDay]


@router.get("/deadline", response={200: Deadline} | ANSWERS, summary="Tính thời hạn trả lời")
def deadline(request, asked: Query[DeadlineQuestion]):
    """Cơ quan phải trả lời chậm nhất ngày nào, đếm từng ngày. Chỉ để tính thử; ngày ghi trong hồ sơ mới là ngày đã hẹn."""
    rules = rule_set_on(asked.sent).rules
    if tells_ways_apart(rules):
        for name in ("delivery", "complexity"):
            if getattr(asked, name) is None:
                raise Refused(_("Yêu cầu gửi trước 01/9/2026 cần tham số này."), field=name)
    found = reckon(
        sent_on=asked.sent,
        valid_on=asked.valid or asked.sent,
        delivery=asked.delivery or DeliveryGroup.ELECTRONIC,
        complexity=asked.complexity or Complexity.COMPLEX,
        extend=asked.extend,
    )
    reckoning = found.reckoning.as_json()
    return reckoning | {
        "rule_set": found.rules.code,
        "law": found.rules.title,
        "term": _term(found.rules, found.term),
        "extension": _term(found.rules, found.extension) if found.extension else None,
        "provisional_reason": found.reckoning.provisional_reason,
    }


def _term(rules, term):
    return {"amount": term.amount, "unit": term.unit, "article": rules.cite(term.article)}
