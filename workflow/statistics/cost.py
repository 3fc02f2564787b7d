"""Figures of cost, in đồng: what was charged, what came in, what went to the budget, who paid nothing (TT46; D18 Điều 13)."""

from django.db.models import Case, Exists, F, OuterRef, Q, Value, When
from django.utils.translation import gettext_lazy as _

from cms.core.figures import Definition, Group, Measure
from cms.law.models import AdoptedRuleSet
from workflow.choices import DecisionKind
from workflow.models import CostLine, Decision, Payment
from workflow.models.cost import AMOUNT
from workflow.statistics import cases, words

_ARTICLE = _("Điều 12 Luật số 104/2016/QH13, Điều 25 Luật số 01/2026/QH16; Thông tư 46/2018/TT-BTC")
_BUDGET = _("Khoản 2 Điều 13 Nghị định 13/2018/NĐ-CP")
PAID, EXEMPT, NO_COST = "PAID", "EXEMPT", "NO_COST"


def _lines(scope):
    """Lines of the answers that were handed over in the period: all of it is paid before (D18 Điều 13.2)."""
    return CostLine.objects.filter(
        decision__in=cases.in_force().values("pk"), decision__info_request__in=cases.given(scope).values("pk")
    ).order_by()


def _payments(scope):
    counted = cases.counted(scope.authority_ids).values("pk")
    return Payment.objects.standing().filter(info_request__in=counted, **scope.period.days("paid_on")).order_by()


def _remitted(scope):
    """Paid into the account of the State Treasury that the answer named (TT46 Điều 4.1)."""
    named = Decision.objects.filter(
        info_request=OuterRef("info_request"), kind=DecisionKind.ANSWER, approved_at__isnull=False
    ).exclude(treasury_account="")
    return _payments(scope).filter(Exists(named))


def _free_of_charge() -> Q:
    """Pieces for which the request's own law lets nobody pay (L26 Điều 25.2)."""
    found = Q(pk=None)
    for adopted in AdoptedRuleSet.objects.adopted().select_related("source"):
        if exempt := [row.basis for row in adopted.rules.fee_exemptions]:
            found |= Q(info_request__rule_set=adopted, basis__in=exempt)
    return found


def _given_by_cost(scope):
    """The requests answered with information, each with who paid: `paid_as`."""
    free = _free_of_charge()
    has_lines = Exists(
        CostLine.objects.filter(decision__in=cases.in_force().values("pk"), decision__info_request=OuterRef("pk"))
    )
    is_exempt = cases.has_given_piece(free) & ~cases.has_given_piece(~free)
    return cases.given(scope).annotate(
        paid_as=Case(When(has_lines, then=Value(PAID)), When(is_exempt, then=Value(EXEMPT)), default=Value(NO_COST))
    )


def _who_paid():
    return {
        PAID: _("Có chi phí phải trả"),
        EXEMPT: _("Luật cho miễn chi phí"),
        NO_COST: _("Không phát sinh chi phí"),
    }


_CHARGED = Definition(
    "cost",
    Group.COST,
    _("Chi phí của thông tin đã cung cấp"),
    _("Cộng các khoản trên phiếu giải quyết (mẫu 03) của yêu cầu được cung cấp trong kỳ; đã trả đủ trước khi nhận."),
    _ARTICLE,
    Measure.DONG,
    _lines,
    authority="decision__info_request__authority",
    amount=AMOUNT,
    gate=cases.seen_through("decision__info_request"),
)
_RECEIVED = Definition(
    "paid",
    Group.COST,
    _("Tiền đã thu"),
    _("Các lần trả có ngày trả trong kỳ; không tính lần ghi nhầm và lần đã hoàn trả."),
    _ARTICLE,
    Measure.DONG,
    _payments,
    authority="info_request__authority",
    amount=F("amount"),
    gate=cases.seen_through("info_request"),
)

DEFINITIONS = (
    _CHARGED,
    Definition(
        "cost_kind",
        Group.COST,
        _("Chi phí, theo khoản"),
        _("In, sao, chụp tính theo bảng giá; gửi tính theo cước bưu điện."),
        _ARTICLE,
        Measure.DONG,
        _lines,
        authority=_CHARGED.authority,
        part="kind",
        parts=words.COST_KINDS,
        amount=AMOUNT,
        gate=_CHARGED.gate,
        of="cost",
    ),
    _RECEIVED,
    Definition(
        "remitted",
        Group.COST,
        _("Trong đó nộp ngân sách"),
        _("Tiền đã thu vào tài khoản Kho bạc Nhà nước ghi trên phiếu giải quyết."),
        _BUDGET,
        Measure.DONG,
        _remitted,
        authority=_RECEIVED.authority,
        amount=F("amount"),
        gate=_RECEIVED.gate,
        of="paid",
    ),
    Definition(
        "given_cost",
        Group.COST,
        _("Yêu cầu được cung cấp, theo chi phí"),
        _("Miễn: mọi mục được cung cấp đều thuộc trường hợp luật không thu chi phí. Mỗi yêu cầu đứng ở một dòng."),
        _ARTICLE,
        Measure.REQUEST,
        _given_by_cost,
        part="paid_as",
        parts=_who_paid,
        gate=cases.seen,
    ),
)
