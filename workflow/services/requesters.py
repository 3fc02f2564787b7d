"""What a requester must be and tell, by the rule set of the day; and how personal data is put away (readings.md 2, 7.2)."""

from cms.core.secrets import keyed_hash
from cms.core.text import fold, nfc
from cms.law.choices import Representation
from cms.law.terms import RuleSet
from workflow.choices import Capacity, DeliveryWay, RequesterKind
from workflow.models import Member, Requester
from workflow.services.answers import Answers, Person

MIN_DESCRIPTION = 20  # characters (standards.md 5.1)
MAX_DESCRIPTION = 5_000


def identity_hash(number: str) -> str:
    """Finds the same person again without reading the number."""
    return keyed_hash("identity", number.replace(" ", "").upper())


def slips(answers: Answers, rules: RuleSet) -> dict[str, str]:
    """What is missing or against the law of the day, a sentence a field; empty when the request is complete.

    For a request from the public these stop the sending; for paper they tell the officer what to ask for (L16 Điều 26.2).
    """
    person, found = answers.person, {}
    if not MIN_DESCRIPTION <= len(answers.description.strip()) <= MAX_DESCRIPTION:
        found["description"] = "Hãy mô tả thông tin bạn cần, ít nhất 20 ký tự"
    if not person.name.strip():
        found["name"] = "Nhập họ và tên"
    if not person.identity_number:
        found["identity_number"] = "Nhập số định danh cá nhân hoặc số hộ chiếu"
    if not (person.address and person.province):
        found["address"] = "Nhập nơi cư trú"
    if rules.reason_required and not answers.purpose.strip():
        found["purpose"] = "Nhập lý do, mục đích của yêu cầu"
    found |= _capacity_slips(answers, rules)
    found |= _delivery_slips(answers.delivery, person, rules)
    return found


def _capacity_slips(answers: Answers, rules: RuleSet) -> dict[str, str]:
    person, found = answers.person, {}
    represented = person.capacity in (Capacity.REPRESENTATIVE, Capacity.AUTHORISED)
    if represented and not person.represented_name:
        found["represented_name"] = "Nhập họ và tên người được đại diện"
    if represented and not person.represented_basis:
        found["represented_basis"] = "Nhập căn cứ đại diện, ví dụ: cha, mẹ, người giám hộ, giấy ủy quyền"
    if person.capacity == Capacity.ORGANISATION:
        if not person.organisation_name:
            found["organisation_name"] = "Nhập tên tổ chức, đoàn thể, doanh nghiệp"
        if not answers.members:
            found["members"] = "Nhập danh sách người cùng yêu cầu, ít nhất một người"
    if person.kind == RequesterKind.RESIDENT_FOREIGNER and not person.foreigner_concern.strip():
        found["foreigner_concern"] = "Hãy cho biết thông tin liên quan trực tiếp thế nào đến quyền, nghĩa vụ của bạn"
    if person.is_minor and person.capacity == Capacity.SELF:
        if Representation.ALONE not in rules.requester("MINOR").representation:
            found["is_minor"] = "Người dưới 18 tuổi yêu cầu thông qua người đại diện theo pháp luật"
    return found


def _delivery_slips(delivery: str, person: Person, rules: RuleSet) -> dict[str, str]:
    if delivery not in {channel.code for channel in rules.delivery_channels}:
        return {"delivery": "Chọn cách nhận thông tin"}
    if delivery == DeliveryWay.EMAIL and not person.email:
        return {"email": "Nhập thư điện tử để nhận tệp"}
    if delivery == DeliveryWay.PAPER_BY_POST and not (person.postal_address or person.address):
        return {"postal_address": "Nhập địa chỉ nhận bưu phẩm"}
    if delivery == DeliveryWay.FAX and not person.fax:
        return {"fax": "Nhập số fax"}
    return {}


def put_away(answers: Answers, by=None) -> list:
    """Save the requester and the members; returns [requester, *members]."""
    person = answers.person
    number = nfc(person.identity_number).replace(" ", "")
    requester = Requester(
        **{
            name: nfc(value) if isinstance(value, str) else value
            for name, value in vars(person).items()
            if name != "support_needs"
        }
        | {"identity_number": number, "support_needs": list(person.support_needs)},
    )
    requester.folded_name = fold(requester.name)[:100]
    requester.identity_hash = identity_hash(number) if number else ""
    requester.identity_last4 = number[-4:]
    requester.save(by=by)
    members = []
    for answer in answers.members:
        digits = nfc(answer.identity_number).replace(" ", "")
        member = Member(
            requester=requester,
            name=nfc(answer.name),
            identity_number=digits,
            identity_hash=identity_hash(digits),
            identity_last4=digits[-4:],
            purpose=nfc(answer.purpose),
        )
        member.save(by=by)
        members.append(member)
    return [requester, *members]
