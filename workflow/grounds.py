"""What a refusal must hold before anyone may sign it: each ground's demands, piece by piece (readings.md 11)."""

from datetime import date

from catalog.choices import InfoClass
from cms.law.choices import Need
from cms.law.errors import NoSuchEntry
from cms.law.terms import Ground
from workflow.choices import DecisionKind, DecisionState, LetterForm, LetterState, Status
from workflow.models import Decision, InformationRequest, Piece

#: Information that must be public can be neither secret nor subject to consent.
_NOT_FOR_PUBLIC = ("INACCESSIBLE", "CONDITION_NOT_MET")
#: Short facts for a need, by the key they have in Finding.facts, with the sentence that asks for each.
TYPED = {
    Need.INACCESSIBLE_REASON: {"inaccessible_reason": "Chọn vì sao thông tin không được tiếp cận"},
    Need.LAW_CITED: {"law_cited": "Ghi điều luật làm căn cứ, ví dụ: Điều 7 Luật Bảo vệ bí mật nhà nước"},
    Need.MISSING_CONSENT: {"missing_consent": "Ghi còn thiếu văn bản đồng ý của ai"},
    Need.PUBLIC_PLACE: {"public_place": "Ghi đường dẫn hoặc nơi đã công khai thông tin"},
    Need.PLACE_CHECKED: {"place_checked": "Xác nhận đã mở và xem được nơi công khai này"},
    Need.RIGHT_AUTHORITY: {
        "right_authority": "Chọn hoặc ghi cơ quan có trách nhiệm cung cấp",
        "right_authority_address": "Ghi địa chỉ của cơ quan có trách nhiệm",
    },
    Need.EARLIER_CASES: {"earlier_cases": "Chọn hai hồ sơ đã cung cấp cho chính người này"},
    Need.REASON_WEIGHED: {"reason_weighed": "Ghi đã xem xét lý do xin lại như thế nào"},
    Need.FACTS: {"facts": "Ghi số liệu chứng minh vượt quá khả năng"},
}


def grounds_for(info_request: InformationRequest, piece: Piece) -> list[tuple[Ground, str]]:
    """Every ground of the law in force for this request, with why it cannot be chosen for this piece, or ""."""
    return [(ground, why_not(ground, piece)) for ground in info_request.rule_set.rules.grounds]


def why_not(ground: Ground, piece: Piece) -> str:
    """Why a ground never stands against this piece, as it is classed; "" when it may."""
    if piece.basis in ground.not_for_bases:
        return "Thông tin phải công khai mà chưa công khai, đã hết thời hạn công khai hoặc không tiếp cận được."
    if piece.info_class == InfoClass.MUST_PUBLISH and ground.code in _NOT_FOR_PUBLIC:
        return "Thông tin này phải được công khai."
    return ""


def missing(info_request: InformationRequest, piece: Piece, ground_code: str, facts: dict, day: date) -> dict[str, str]:
    """What this ground still demands of the proposal, a sentence a field; empty when it may be proposed."""
    try:
        ground = info_request.rule_set.rules.ground(ground_code)
    except NoSuchEntry:
        return {"ground": "Chọn căn cứ từ chối"}
    impossible = why_not(ground, piece)
    if impossible:
        return {"ground": impossible}
    found = {}
    for need in ground.needs:
        for key, sentence in TYPED.get(need, {}).items():
            if not str(facts.get(key) or "").strip():
                found[key] = sentence
    found |= _unknown_reason(info_request, ground, facts) | _wrong_cases(info_request, ground, facts)
    found |= _unpaid(info_request, ground, day)
    return found


def known(ground: Ground, provision: Decision | None) -> dict:
    """What a ground must hold and the case itself knows: the form 03 sent, its amount in đồng, the limit that passed."""
    if Need.AMOUNT not in ground.needs:
        return {}
    notice = provision.letters.get(form=LetterForm.RESOLUTION, state=LetterState.ISSUED)
    return {
        "resolution_notice": notice.label,
        "amount": provision.cost,
        "pay_by_on": provision.pay_by_on.isoformat(),
    }


def _unknown_reason(info_request, ground, facts):
    code = facts.get("inaccessible_reason")
    if Need.INACCESSIBLE_REASON in ground.needs and code:
        if code not in {row.code for row in info_request.rule_set.rules.inaccessible_reasons}:
            return {"inaccessible_reason": "Chọn vì sao thông tin không được tiếp cận"}
    return {}


def earlier_provided(info_request: InformationRequest):
    """Cases of this authority in which the same person was already given information (by the keyed hash)."""
    marker = info_request.requester.identity_hash
    if not marker:
        return InformationRequest.objects.none()
    return InformationRequest.objects.filter(
        authority=info_request.authority,
        requester__identity_hash=marker,
        status__in=(Status.PROVIDED, Status.PROVIDED_PARTLY),
    ).exclude(pk=info_request.pk)


def _wrong_cases(info_request, ground, facts):
    if Need.EARLIER_CASES not in ground.needs or not facts.get("earlier_cases"):
        return {}
    typed = set(str(facts["earlier_cases"]).replace(",", " ").upper().split())
    known = set(earlier_provided(info_request).filter(code__in=typed).values_list("code", flat=True))
    if len(known) < 2 or typed - known:
        return {"earlier_cases": "Cần đúng hai hồ sơ trước đã cung cấp cho chính người này"}
    return {}


def _unpaid(info_request, ground, day):
    if Need.PAYMENT_LIMIT_PASSED not in ground.needs:
        return {}
    asked = info_request.decisions.filter(kind=DecisionKind.ANSWER, state=DecisionState.APPROVED).first()
    sent = asked and asked.letters.filter(form="RESOLUTION", state=LetterState.ISSUED).exists()
    if info_request.status != Status.AWAITING_PAYMENT or not sent:
        return {"ground": "Chỉ dùng khi phiếu giải quyết có chi phí đã gửi và chưa được trả"}
    if asked.pay_by_on is None or day <= asked.pay_by_on:
        return {"ground": "Hạn trả chi phí ghi trên phiếu giải quyết chưa qua"}
    return {}
