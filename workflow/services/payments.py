"""Money comes in, in parts or at once; a mistake is taken back, and what was paid for nothing is refunded (TT46 Điều 4)."""

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from cms.core.dates import local_day
from cms.core.display import amount as in_dong
from cms.core.errors import DomainError
from cms.core.text import nfc
from workflow import notices
from workflow.choices import LetterForm, Undone
from workflow.models import Payment
from workflow.models.cost import paid_of
from workflow.services.acting import begin, finish, issued_letters
from workflow.services.decision import provision_of, revive_provision


def cost_of(info_request) -> int:
    """What form 03 asks for, in đồng; 0 when nothing."""
    decision = provision_of(info_request)
    return decision.cost if decision else 0


def left_to_pay(info_request) -> int:
    """What form 03 asks for and was not received yet, in đồng."""
    return cost_of(info_request) - paid_of(info_request.payments.all())


@transaction.atomic
def record_payment(*, info_request, seen, amount, paid_on, receipt_number, by, at):
    """Money came in, all or a part. Only when all is paid anything is given (D18 Điều 13.2; TT46 Điều 4.1.b)."""
    info_request, move = begin("record_payment", info_request, seen=seen, by=by, at=at)
    left = left_to_pay(info_request)
    if not 1 <= amount <= left:
        raise DomainError(
            _("Còn phải trả %(left)s. Số tiền ghi nhận phải từ 1 đồng và không quá số này.") % {"left": in_dong(left)},
            field="amount",
        )
    notice = next(one for one in issued_letters(info_request) if one.form == LetterForm.RESOLUTION)
    if not notice.issued_on <= paid_on <= local_day(at):
        raise DomainError(_("Ngày trả phải từ ngày phiếu giải quyết đến hôm nay."), field="paid_on")
    if not receipt_number.strip():
        raise DomainError(_("Ghi số biên lai hoặc chứng từ."), field="receipt_number")
    if info_request.payments.standing().filter(receipt_number__iexact=nfc(receipt_number)).exists():
        raise DomainError(_("Biên lai, chứng từ này đã ghi nhận cho hồ sơ."), field="receipt_number")
    payment = Payment(
        info_request=info_request,
        amount=amount,
        paid_on=paid_on,
        receipt_number=nfc(receipt_number),
        recorded_by=by,
        recorded_at=at,
    )
    payment.save(by=by)
    data = {"amount": amount, "left": left - amount}
    if amount < left:
        finish("request.part_paid", info_request, by=by, at=at, also=[payment], data=data)
        notices.post("part_paid", info_request, at=at, amount=in_dong(amount), left=in_dong(left - amount))
        return payment
    # Paid before a refusal took effect: the refusal for want of payment falls, and what was signed stands.
    things = [payment, *revive_provision(info_request, by)]
    finish("request.paid", info_request, move=move, by=by, at=at, also=things, data=data)
    notices.post("paid", info_request, at=at)
    return payment


@transaction.atomic
def withdraw_payment(*, info_request, seen, payment, reason, by, at):
    """A payment was entered by mistake: it stays on record and no longer counts; the case waits for the money again."""
    info_request, move = begin("withdraw_payment", info_request, seen=seen, by=by, at=at)
    payment = _standing(info_request, payment)
    _undo(payment, Undone.MISTAKE, reason, by, at)
    payment.save(by=by, reason=reason)
    data = {"amount": payment.amount, "left": left_to_pay(info_request)}
    finish("request.payment_withdrawn", info_request, move=move, by=by, at=at, also=[payment], data=data, reason=reason)
    notices.post("payment_withdrawn", info_request, at=at, amount=in_dong(payment.amount), left=in_dong(data["left"]))
    return payment


@transaction.atomic
def refund_payment(*, info_request, seen, payment, refund_number, refunded_on, reason, by, at):
    """Money is given back because the case ended without anything being given."""
    info_request, _move = begin("refund_payment", info_request, seen=seen, by=by, at=at)
    payment = _standing(info_request, payment)
    if not refund_number.strip():
        raise DomainError(_("Ghi số chứng từ hoàn trả."), field="refund_number")
    if not payment.paid_on <= refunded_on <= local_day(at):
        raise DomainError(_("Ngày hoàn trả phải từ ngày trả đến hôm nay."), field="refunded_on")
    _undo(payment, Undone.REFUND, reason, by, at)
    payment.refund_number, payment.refunded_on = nfc(refund_number), refunded_on
    payment.save(by=by, reason=reason)
    data = {"amount": payment.amount}
    finish("request.refunded", info_request, by=by, at=at, also=[payment], data=data, reason=reason)
    notices.post("refunded", info_request, at=at, amount=in_dong(payment.amount))
    return payment


def _standing(info_request, payment):
    """The payment as it is now; it must belong to the case and still count."""
    fresh = info_request.payments.standing().filter(pk=payment.pk).first()
    if fresh is None:
        raise DomainError(_("Lần trả này không còn tính. Hãy chọn lần khác."), field="payment")
    return fresh


def _undo(payment, how, reason, by, at):
    if not reason.strip():
        raise DomainError(_("Hãy nói vì sao."), field="reason")
    payment.undone, payment.undone_reason, payment.undone_by, payment.undone_at = how, nfc(reason), by, at
