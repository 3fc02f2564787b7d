"""What the requester may do with number and code, or an officer at their word: withdraw, pay or not, correct, choose."""

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from cms.core.errors import DomainError, NotAllowed
from cms.core.text import nfc
from cms.law.errors import NoSuchEntry
from workflow import access, codes, notices
from workflow.choices import CorrespondenceKind, DeliveryWay, WithdrawReason
from workflow.models import Correspondence
from workflow.services.acting import begin, finish, seal
from workflow.services.decision import provision_of


def _write(info_request, kind, text, by, at):
    message = Correspondence(info_request=info_request, kind=kind, from_requester=True, text=nfc(text), at=at, by=by)
    message.save(by=by)
    return message


@transaction.atomic
def withdraw(*, info_request, seen, text="", by=None, at):
    """The requester no longer asks. No reason is owed; an officer who records it says how they were told."""
    info_request, move = begin("withdraw", info_request, seen=seen, by=by, at=at)
    if by is not None and not text.strip():
        raise DomainError(_("Hãy ghi người dân rút bằng cách nào, ngày nào."), field="text")
    info_request.withdraw_reason = WithdrawReason.OWN_WISH
    message = _write(info_request, CorrespondenceKind.WITHDRAWAL, text, by, at)
    finish("request.withdrawn", info_request, move=move, by=by, at=at, also=[message])
    notices.post("withdrawn", info_request, at=at)
    return info_request


@transaction.atomic
def accept_cost(*, info_request, seen, by=None, at):
    """The requester agrees to pay what form 03 asks; the clock goes on."""
    info_request, _move = begin("accept_cost", info_request, seen=seen, by=by, at=at)
    decision = provision_of(info_request)
    if decision.cost_accepted_at is not None:
        raise DomainError(_("Đã ghi nhận đồng ý trả chi phí."))
    decision.cost_accepted_at = at
    decision.save(by=by)
    message = _write(info_request, CorrespondenceKind.COST_ACCEPTED, "", by, at)
    return finish("request.cost_accepted", info_request, by=by, at=at, also=[decision, message])


@transaction.atomic
def decline_cost(*, info_request, seen, by=None, at):
    """The requester does not want to pay: the request is withdrawn for that reason, which is no refusal (readings.md 8)."""
    info_request, move = begin("decline_cost", info_request, seen=seen, by=by, at=at)
    info_request.withdraw_reason = WithdrawReason.COST_DECLINED
    message = _write(info_request, CorrespondenceKind.COST_DECLINED, "", by, at)
    finish("request.cost_declined", info_request, move=move, by=by, at=at, also=[message])
    notices.post("withdrawn", info_request, at=at)
    return info_request


@transaction.atomic
def change_contact(*, info_request, seen, phone, email, notice, postal_address, by=None, at):
    """Correct how the requester is reached."""
    info_request, _move = begin("change_contact", info_request, seen=seen, by=by, at=at)
    requester = info_request.requester
    if not email and info_request.delivery == DeliveryWay.EMAIL:
        raise DomainError(_("Bạn đã chọn nhận tệp qua thư điện tử. Hãy giữ một địa chỉ."), field="email")
    if notice == "EMAIL" and not email:
        raise DomainError(_("Nhập thư điện tử để nhận tin báo."), field="email")
    requester.phone, requester.email = phone, email
    requester.notice, requester.postal_address = notice, nfc(postal_address)
    requester.save(by=by)
    message = _write(info_request, CorrespondenceKind.CONTACT_CHANGED, "", by, at)
    return finish("request.contact_changed", info_request, by=by, at=at, also=[requester, message])


@transaction.atomic
def change_delivery(*, info_request, seen, delivery, email="", postal_address="", fax="", by=None, at):
    """Choose another way to receive. Under L16 the term follows the way (Điều 29 to 31); a date told never comes sooner."""
    info_request, _move = begin("change_delivery", info_request, seen=seen, by=by, at=at)
    try:
        info_request.rule_set.rules.delivery(delivery)
    except NoSuchEntry as none:
        raise DomainError(_("Chọn cách nhận thông tin."), field="delivery") from none
    requester = info_request.requester
    requester.email = email or requester.email
    requester.postal_address = nfc(postal_address) or requester.postal_address
    requester.fax = nfc(fax) or requester.fax
    if delivery == DeliveryWay.EMAIL and not requester.email:
        raise DomainError(_("Nhập thư điện tử để nhận tệp."), field="email")
    if delivery == DeliveryWay.PAPER_BY_POST and not (requester.postal_address or requester.address):
        raise DomainError(_("Nhập địa chỉ nhận bưu phẩm."), field="postal_address")
    if delivery == DeliveryWay.FAX and not requester.fax:
        raise DomainError(_("Nhập số fax."), field="fax")
    requester.save(by=by)
    info_request.delivery = delivery
    message = _write(info_request, CorrespondenceKind.DELIVERY_CHANGED, "", by, at)
    return finish(
        "request.delivery_changed",
        info_request,
        recount=True,
        by=by,
        at=at,
        also=[requester, message],
        data={"delivery": str(delivery)},
    )


@transaction.atomic
def reissue_code(*, info_request, seen, identity_seen, by, at) -> str:
    """A new tracking code at the counter, after seeing an identity paper; the old one dies (security.md)."""
    info_request, _move = begin("reissue_code", info_request, seen=seen, by=by, at=at)
    if not identity_seen.strip():
        raise DomainError(_("Ghi giấy tờ đã xem và cách đối chiếu."), field="identity_seen")
    code = codes.random_code()
    info_request.tracking_hash = codes.tracking_hash(info_request.code, code)
    finish("request.code_reissued", info_request, by=by, at=at, reason=identity_seen)
    return code


@transaction.atomic
def unmask_identity(*, info_request, reason, by, at) -> str:
    """The full identity number, for a stated reason; reading it is an act on record (S14)."""
    if not access.can_unmask_identity(by, info_request):
        raise NotAllowed(_("Ông/bà không có vai trò xem đầy đủ số giấy tờ."))
    if not reason.strip():
        raise DomainError(_("Hãy nói cần xem để làm gì."), field="reason")
    seal("request.identity_shown", info_request, by=by, at=at, reason=reason)
    return info_request.requester.identity_number
