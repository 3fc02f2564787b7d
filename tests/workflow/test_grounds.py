"""The grounds of refusal and what each must hold before anyone may sign it (readings.md 11; L16 Điều 28; L26 Điều 27)."""

from dataclasses import replace

import pytest

from catalog.choices import InfoClass
from cms.core.errors import DomainError
from cms.core.models.authority import REMEDY_FIELDS
from tests.factories.workflow import GROUND_FACTS, Case, case_in
from workflow import grounds
from workflow.choices import Outcome
from workflow.services.decision import Gaps

pytestmark = pytest.mark.django_db

# ground: what it asks for when nothing was said yet
DEMANDS = [
    ("INACCESSIBLE", {"inaccessible_reason", "law_cited"}),
    ("CONDITION_NOT_MET", {"missing_consent"}),
    ("ALREADY_PUBLIC", {"public_place", "place_checked"}),
    ("NOT_RESPONSIBLE", {"right_authority", "right_authority_address"}),
    ("PROVIDED_TWICE", {"earlier_cases", "reason_weighed"}),
    ("OVER_CAPACITY", {"facts"}),
    ("COST_UNPAID", {"ground"}),
    ("OTHER_LAW", {"law_cited"}),
]
BOTH_LAWS = pytest.mark.parametrize("sent_on", ["27/08/2026", "03/11/2026"], ids=["L16", "L26"])


def missing(case, ground, facts=None):
    return grounds.missing(case.now, case.piece(), ground, {} if facts is None else facts, case.today)


@BOTH_LAWS
def test_the_laws_know_these_grounds_and_no_other(house, sent_on):
    case = Case.sent(house, sent_on)
    known = [ground.code for ground, _why in grounds.grounds_for(case.now, case.piece())]
    assert known == [code for code, _keys in DEMANDS]


@BOTH_LAWS
@pytest.mark.parametrize(("ground", "keys"), DEMANDS)
def test_each_ground_says_what_it_still_demands(house, sent_on, ground, keys):
    asked = missing(Case.sent(house, sent_on), ground)
    assert set(asked) == keys
    assert all(sentence.strip() and len(sentence.split()) <= 20 for sentence in asked.values())


@BOTH_LAWS
@pytest.mark.parametrize("ground", sorted(set(GROUND_FACTS) - {"PROVIDED_TWICE", "COST_UNPAID"}))
def test_ground_that_holds_its_facts_may_be_proposed(house, sent_on, ground):
    assert missing(Case.sent(house, sent_on), ground, GROUND_FACTS[ground]) == {}


def test_blank_words_are_no_facts(house):
    assert set(missing(Case.sent(house), "OVER_CAPACITY", {"facts": "  "})) == {"facts"}
    assert set(missing(Case.sent(house), "OVER_CAPACITY", {"facts": None})) == {"facts"}


def test_silence_of_a_unit_is_no_ground(house):
    assert missing(Case.sent(house), "UNIT_SILENT") == {"ground": "Chọn căn cứ từ chối"}


# --- grounds that never stand against a piece ------------------------------------------------------------------------
@pytest.mark.parametrize("basis", ["PUB_NOT_YET", "PUB_EXPIRED", "PUB_UNREACHABLE"])
def test_already_public_never_stands_in_the_three_cases_of_article_23_1(house, basis):
    """L16 Điều 23.1, 28.1.b; L26 Điều 23.1, 27.2."""
    case = Case.sent(house).classify(basis=basis)
    assert set(missing(case, "ALREADY_PUBLIC", GROUND_FACTS["ALREADY_PUBLIC"])) == {"ground"}
    assert missing(case.classify(basis="DISCRETIONARY"), "ALREADY_PUBLIC", GROUND_FACTS["ALREADY_PUBLIC"]) == {}


@pytest.mark.parametrize("ground", ["INACCESSIBLE", "CONDITION_NOT_MET"])
def test_what_must_be_public_is_neither_secret_nor_subject_to_consent(house, ground):
    case = Case.sent(house).classify(info_class=InfoClass.MUST_PUBLISH)
    assert missing(case, ground, GROUND_FACTS[ground]) == {"ground": "Thông tin này phải được công khai."}
    offered = {row.code: why for row, why in grounds.grounds_for(case.now, case.piece())}
    assert offered[ground] == "Thông tin này phải được công khai."
    assert offered["OVER_CAPACITY"] == ""


# --- inaccessible ----------------------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("sent_on", "reason", "known"),
    [
        ("27/08/2026", "STATE_SECRET", True),
        ("27/08/2026", "PRIVACY_OR_PERSONAL_DATA", False),  # conditional under L16 Điều 7.2
        ("27/08/2026", "BUSINESS_SECRET", False),  # conditional under L16 Điều 7.1
        ("03/11/2026", "PRIVACY_OR_PERSONAL_DATA", True),  # L26 Điều 15.2
        ("03/11/2026", "BUSINESS_SECRET", True),  # L26 Điều 15.3
        ("03/11/2026", "INCONVENIENT", False),
    ],
)
def test_reason_for_inaccessible_is_one_of_the_cases_own_law(house, sent_on, reason, known):
    facts = GROUND_FACTS["INACCESSIBLE"] | {"inaccessible_reason": reason}
    asked = missing(Case.sent(house, sent_on), "INACCESSIBLE", facts)
    assert set(asked) == (set() if known else {"inaccessible_reason"})


# --- provided twice --------------------------------------------------------------------------------------------------
def test_provided_twice_names_two_cases_given_to_the_same_person(house):
    """L16 Điều 28.1.d; L26 Điều 27.4. The same person is found by the identity number, not by the name."""
    first, second = (case_in("PROVIDED", house).now.code for _ in range(2))
    case = Case.sent(house, name="Nguyễn Thị Mến Thương")
    facts = GROUND_FACTS["PROVIDED_TWICE"] | {"earlier_cases": f"{first.lower()}, {second}"}
    assert missing(case, "PROVIDED_TWICE", facts) == {}
    assert {earlier.code for earlier in grounds.earlier_provided(case.now)} == {first, second}


def test_provided_twice_needs_both_provided_and_to_this_very_person(house, make_house_with):
    given = case_in("PROVIDED", house).now.code
    refused = case_in("REFUSED", house).now.code
    others = case_in("PROVIDED", house, identity_number="001085000111").now.code
    elsewhere = case_in("PROVIDED", make_house_with()).now.code
    case = Case.sent(house)
    for second in (refused, others, elsewhere, given, "KHONG-CO", case.now.code):
        facts = GROUND_FACTS["PROVIDED_TWICE"] | {"earlier_cases": f"{given} {second}"}
        assert set(missing(case, "PROVIDED_TWICE", facts)) == {"earlier_cases"}, second


def test_person_without_identity_number_was_never_given_anything_twice(house):
    case_in("PROVIDED", house)
    case = Case.entered(house, identity_kind="", identity_number="")
    assert not grounds.earlier_provided(case.now).exists()


# --- cost unpaid -----------------------------------------------------------------------------------------------------
@BOTH_LAWS
def test_cost_unpaid_stands_only_after_the_limit_on_form_03(house, sent_on):
    """L16 Điều 28.1.e; L26 Điều 27.6."""
    case = case_in("AWAITING_PAYMENT", house, on=sent_on)
    assert "chưa qua" in missing(case, "COST_UNPAID")["ground"]
    case.later(days=7)
    assert case.today == case.decision().pay_by_on
    assert "chưa qua" in missing(case, "COST_UNPAID")["ground"]
    assert missing(case.later(days=1), "COST_UNPAID") == {}


@pytest.mark.parametrize("status", ["RECEIVED", "UNDER_REVIEW", "APPROVED_TO_PROVIDE", "READY"])
def test_cost_unpaid_stands_only_while_payment_is_awaited(house, status):
    assert "đã gửi và chưa được trả" in missing(case_in(status, house), "COST_UNPAID")["ground"]


def test_cost_unpaid_holds_the_notice_the_amount_and_the_limit_by_itself(house):
    case = case_in("AWAITING_PAYMENT", house).later(days=8)
    case.propose_to_refuse(ground="COST_UNPAID")
    notice = case.now.letters.get(form="RESOLUTION")
    provision = case.now.decisions.get(outcome="PROVIDE")
    assert case.decision().findings.get().facts == {
        "resolution_notice": notice.label,
        "amount": 30_000,
        "pay_by_on": provision.pay_by_on.isoformat(),
    }


# --- each fact by itself -----------------------------------------------------------------------------------------------
# ground, what is left out, the sentence at its field
SENTENCES = [
    ("INACCESSIBLE", "inaccessible_reason", "Chọn vì sao thông tin không được tiếp cận"),
    ("INACCESSIBLE", "law_cited", "Ghi điều luật làm căn cứ, ví dụ: Điều 7 Luật Bảo vệ bí mật nhà nước"),
    ("CONDITION_NOT_MET", "missing_consent", "Ghi còn thiếu văn bản đồng ý của ai"),
    ("ALREADY_PUBLIC", "public_place", "Ghi đường dẫn hoặc nơi đã công khai thông tin"),
    ("ALREADY_PUBLIC", "place_checked", "Xác nhận đã mở và xem được nơi công khai này"),
    ("NOT_RESPONSIBLE", "right_authority", "Chọn hoặc ghi cơ quan có trách nhiệm cung cấp"),
    ("NOT_RESPONSIBLE", "right_authority_address", "Ghi địa chỉ của cơ quan có trách nhiệm"),
    ("PROVIDED_TWICE", "earlier_cases", "Chọn hai hồ sơ đã cung cấp cho chính người này"),
    ("PROVIDED_TWICE", "reason_weighed", "Ghi đã xem xét lý do xin lại như thế nào"),
    ("OVER_CAPACITY", "facts", "Ghi số liệu chứng minh vượt quá khả năng"),
    ("OTHER_LAW", "law_cited", "Ghi điều luật làm căn cứ, ví dụ: Điều 7 Luật Bảo vệ bí mật nhà nước"),
]


def test_the_table_holds_every_fact_of_every_ground():
    told = {(ground, key) for ground, key, _sentence in SENTENCES}
    assert told == {(ground, key) for ground, keys in DEMANDS for key in keys if key != "ground"}


@BOTH_LAWS
@pytest.mark.parametrize(("ground", "key", "sentence"), SENTENCES)
def test_refusal_without_this_fact_cannot_be_proposed(house, sent_on, ground, key, sentence):
    case = Case.sent(house, sent_on)
    facts = dict(GROUND_FACTS[ground])
    if ground == "PROVIDED_TWICE":
        given = [case_in("PROVIDED", house, sent_on).now.code for _ in range(2)]
        facts["earlier_cases"] = " ".join(given)
    case.later(days=1)
    with pytest.raises(Gaps) as slip:
        case.propose_to_refuse(ground=ground, facts=facts | {key: ""})
    assert slip.value.slips == {(1, key): sentence}
    assert not case.now.decisions.exists()
    assert case.propose_to_refuse(ground=ground, facts=facts).decision().findings.get().facts == facts


@BOTH_LAWS
@pytest.mark.parametrize("ground", sorted(set(GROUND_FACTS) - {"PROVIDED_TWICE", "COST_UNPAID"}))
def test_refusal_without_weighing_cannot_be_proposed(house, sent_on, ground):
    """L16 Điều 34.1.g."""
    case = Case.sent(house, sent_on)
    row = replace(case.proposed(case.piece(), Outcome.REFUSE, ground), weighing=" ")
    with pytest.raises(Gaps) as slip:
        case.propose(Outcome.REFUSE, proposed=[row])
    assert slip.value.slips == {(1, "weighing"): "Ghi đã cân nhắc lợi ích công cộng thế nào"}


def test_part_refusal_says_what_is_withheld(house):
    case = Case.sent(house).accept().review().classify()
    row = replace(case.proposed(case.piece(), Outcome.PROVIDE_PARTLY), withheld="")
    with pytest.raises(Gaps) as slip:
        case.propose(Outcome.PROVIDE_PARTLY, proposed=[row])
    assert slip.value.slips == {(1, "withheld"): "Ghi phần nào không cung cấp"}


@pytest.mark.parametrize("name", REMEDY_FIELDS)
def test_refusal_cannot_be_proposed_while_nobody_knows_where_to_complain(house, name):
    case, authority = Case.sent(house).accept(), house.authority
    setattr(authority, name, "")
    authority.save()
    with pytest.raises(DomainError, match=str(authority._meta.get_field(name).verbose_name)):
        case.propose_to_refuse()
    assert not case.now.decisions.exists()
    assert case.review().propose_to_provide().now.decisions.exists()
