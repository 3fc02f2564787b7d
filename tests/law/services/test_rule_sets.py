"""Which law is in force on a day; how a new one is proposed, adopted by a second person, and never changed."""

from datetime import date

import pytest
from django.db import DatabaseError, IntegrityError, transaction

from cms.audit.models import Entry
from cms.core.errors import NotAllowed
from cms.law.errors import AdoptionError, NoRuleSet, RuleSetError
from cms.law.models import AdoptedRuleSet, RuleSetSource, RuleSetState
from cms.law.reading import digest, shipped_rule_sets
from cms.law.services import adopt_rule_set, propose_rule_set, reject_rule_set, rule_set_on
from tests.law.shipped import L16, L26

pytestmark = pytest.mark.django_db


def next_law(code="L28", in_force_from="2028-01-01", amount="10") -> bytes:
    text = shipped_rule_sets()["L26"].decode("utf-8")
    text = text.replace('code = "L26"', f'code = "{code}"', 1)
    text = text.replace("in_force_from = 2026-09-01", f"in_force_from = {in_force_from}", 1)
    return text.replace("amount = 12", f"amount = {amount}", 1).encode("utf-8")


def kinds():
    return list(Entry.objects.filter(kind__startswith="rule_set.").values_list("kind", flat=True))


# -- in force on a day ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("sent_on", "code"),
    [
        pytest.param(date(2018, 7, 1), "L16", id="ngày luật 2016 có hiệu lực"),
        pytest.param(date(2026, 8, 31), "L16", id="gửi 31/08/2026"),
        pytest.param(date(2026, 9, 1), "L26", id="gửi 01/09/2026"),
        pytest.param(date(2030, 1, 1), "L26", id="về sau"),
    ],
)
def test_day_of_sending_chooses_the_law(sent_on, code):
    assert rule_set_on(sent_on).code == code


def test_no_law_before_the_first_names_its_article():
    with pytest.raises(NoRuleSet) as refusal:
        rule_set_on(date(2018, 6, 30))
    assert str(refusal.value) == (
        "Ngày 30/06/2018 chưa có bộ quy định nào: Điều 37 Luật 104/2016/QH13, có hiệu lực từ 01/07/2018."
    )
    assert refusal.value.article == "Điều 37 Luật 104/2016/QH13"


def test_law_that_ended_without_a_follower_says_by_which_article():
    # As L16 would have stood on 01/09/2026 had no other law followed it.
    AdoptedRuleSet.objects.get(code="L26").delete()
    with pytest.raises(NoRuleSet, match=r"L16 hết hiệu lực sau 31/08/2026 theo Điều 30\.2 Luật 01/2026/QH16"):
        rule_set_on(date(2026, 9, 1))
    assert rule_set_on(date(2026, 8, 31)).code == "L16"


def test_without_any_law_there_is_a_sentence():
    for rule_set in AdoptedRuleSet.objects.all():
        rule_set.delete()
    with pytest.raises(NoRuleSet, match="Chưa có bộ quy định nào"):
        rule_set_on(date(2026, 9, 1))


# -- as shipped -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("rules", [L16, L26], ids=["L16", "L26"])
def test_shipped_rule_set_is_adopted_with_the_hash_of_its_file(rules):
    adopted = AdoptedRuleSet.objects.get(code=rules.code)
    assert (adopted.origin, adopted.state, adopted.in_force_to) == ("SHIPPED", "ADOPTED", rules.in_force_to)
    assert (adopted.title, adopted.legal_reference) == (rules.title, rules.legal_reference)
    assert adopted.sha256 == digest(shipped_rule_sets()[rules.code])
    assert adopted.rules == rules
    assert str(adopted) == f"{rules.code} – {rules.title}"
    assert str(adopted.source) == adopted.sha256
    assert adopted.history.get().history_change_reason == "Đi kèm phần mềm"


def test_rules_are_read_once_a_process(django_assert_num_queries):
    assert AdoptedRuleSet.objects.get(code="L16").rules
    again = AdoptedRuleSet.objects.get(code="L16")
    with django_assert_num_queries(0):
        assert again.rules.code == "L16"


# -- proposing and adopting -------------------------------------------------------------------------------------------


def test_new_law_governs_once_a_second_person_adopted_it(an, binh, at):
    source = next_law()
    proposed = propose_rule_set(source=source, by=an, at=at)
    assert rule_set_on(date(2028, 1, 1)).code == "L26"
    adopted = adopt_rule_set(rule_set=proposed, by=binh, at=at)
    assert (adopted.state, adopted.proposed_by, adopted.decided_by, adopted.decided_at) == ("ADOPTED", an, binh, at)
    assert adopted.sha256 == digest(source)
    assert rule_set_on(date(2028, 1, 1)).rules.term("PROVIDE", "ELECTRONIC", "SIMPLE").amount == 10
    assert rule_set_on(date(2027, 12, 31)).code == "L26"
    assert kinds() == ["rule_set.proposed", "rule_set.adopted"]
    assert [row.history_user for row in adopted.history.order_by("history_id")] == [an, binh]


def test_supervisor_may_be_the_second_person(an, chi, at):
    adopted = adopt_rule_set(rule_set=propose_rule_set(source=next_law(), by=an, at=at), by=chi, at=at)
    assert adopted.decided_by == chi


def test_nobody_adopts_what_they_proposed(an, at):
    proposed = propose_rule_set(source=next_law(), by=an, at=at)
    with pytest.raises(AdoptionError, match="Cần người thứ hai"):
        adopt_rule_set(rule_set=proposed, by=an, at=at)
    assert rule_set_on(date(2028, 1, 1)).code == "L26"


def test_proposing_and_adopting_need_their_roles(an, chi, dung, at):
    for somebody in (dung, chi):
        with pytest.raises(NotAllowed, match="Quản trị"):
            propose_rule_set(source=next_law(), by=somebody, at=at)
    proposed = propose_rule_set(source=next_law(), by=an, at=at)
    with pytest.raises(NotAllowed, match="Kiểm tra, giám sát"):
        adopt_rule_set(rule_set=proposed, by=dung, at=at)


def test_file_with_slips_is_not_kept(an, at):
    with pytest.raises(RuleSetError) as refusal:
        propose_rule_set(source=next_law(amount="0"), by=an, at=at)
    assert len(refusal.value.slips) == 1
    assert AdoptedRuleSet.objects.count() == RuleSetSource.objects.count() == 2
    assert kinds() == []


def test_code_is_taken_until_its_proposal_is_rejected(an, binh, at):
    proposed = propose_rule_set(source=next_law(), by=an, at=at)
    with pytest.raises(AdoptionError, match="Đã có bộ quy định mã L28"):
        propose_rule_set(source=next_law(amount="9"), by=an, at=at)
    rejected = reject_rule_set(rule_set=proposed, by=binh, at=at, reason="Sai số ngày")
    assert (rejected.state, rejected.decided_by) == (RuleSetState.REJECTED, binh)
    assert rejected.history.order_by("-history_id").first().history_change_reason == "Sai số ngày"
    assert propose_rule_set(source=next_law(), by=an, at=at).sha256 == rejected.sha256
    assert kinds() == ["rule_set.proposed", "rule_set.rejected", "rule_set.proposed"]


def test_rejecting_needs_a_reason_and_a_second_person(an, binh, at):
    proposed = propose_rule_set(source=next_law(), by=an, at=at)
    with pytest.raises(AdoptionError, match="lý do"):
        reject_rule_set(rule_set=proposed, by=binh, at=at, reason=" ")
    with pytest.raises(AdoptionError, match="người thứ hai"):
        reject_rule_set(rule_set=proposed, by=an, at=at, reason="Sai")


@pytest.mark.parametrize("day", ["2026-09-01", "2020-01-01"])
def test_rule_set_only_follows(an, at, day):
    with pytest.raises(AdoptionError, match="phải có hiệu lực sau 01/09/2026, ngày bắt đầu của L26"):
        propose_rule_set(source=next_law(in_force_from=day), by=an, at=at)


def test_two_proposals_for_one_day_cannot_both_be_adopted(an, binh, at):
    first = propose_rule_set(source=next_law("L28"), by=an, at=at)
    second = propose_rule_set(source=next_law("L28A"), by=an, at=at)
    adopt_rule_set(rule_set=first, by=binh, at=at)
    with pytest.raises(AdoptionError, match="phải có hiệu lực sau"):
        adopt_rule_set(rule_set=second, by=binh, at=at)


def test_first_law_of_an_empty_installation_follows_nothing(an, at):
    for rule_set in AdoptedRuleSet.objects.all():
        rule_set.delete()
    assert propose_rule_set(source=shipped_rule_sets()["L16"], by=an, at=at).code == "L16"


def test_adopted_rule_set_is_decided_for_good(an, binh, at):
    adopted = adopt_rule_set(rule_set=propose_rule_set(source=next_law(), by=an, at=at), by=binh, at=at)
    for again in (adopt_rule_set, lambda **acts: reject_rule_set(reason="Đổi ý", **acts)):
        with pytest.raises(AdoptionError, match="L28 đã được quyết định"):
            again(rule_set=adopted, by=binh, at=at)


# -- what the database refuses ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "change",
    [{"in_force_from": date(2026, 10, 1)}, {"title": "Luật khác"}, {"state": "REJECTED"}],
    ids=["ngày hiệu lực", "tên", "trạng thái"],
)
def test_database_refuses_to_change_an_adopted_rule_set(change):
    adopted = AdoptedRuleSet.objects.get(code="L26")
    for name, value in change.items():
        setattr(adopted, name, value)
    with pytest.raises(DatabaseError, match="never changed"), transaction.atomic():
        adopted.save()


def test_database_refuses_to_change_the_text_of_a_rule_set():
    with pytest.raises(DatabaseError, match="never changed"), transaction.atomic():
        RuleSetSource.objects.update(toml="")


@pytest.mark.parametrize(
    "fields",
    [
        pytest.param({"proposed_by": None}, id="không ai đề nghị"),
        pytest.param({"state": "ADOPTED", "decided_at": None}, id="thông qua không có lúc duyệt"),
        pytest.param({"state": "ADOPTED", "decided_by": None}, id="thông qua không có người duyệt"),
        pytest.param({"state": "ADOPTED", "decided_by": "an"}, id="một người làm cả hai"),
        pytest.param({"decided_by": "binh"}, id="chưa thông qua đã có người duyệt"),
        pytest.param({"in_force_to": date(2027, 12, 31)}, id="hết hiệu lực trước khi có"),
        pytest.param({"code": "L26"}, id="trùng mã"),
        pytest.param({"state": "ADOPTED", "in_force_from": date(2026, 9, 1)}, id="trùng ngày hiệu lực"),
    ],
)
def test_database_refuses_a_record_that_contradicts_itself(fields, an, binh, at):
    people = {"an": an, "binh": binh, None: None}
    values = {
        "code": "L28",
        "title": "Luật",
        "legal_reference": "Luật",
        "in_force_from": date(2028, 1, 1),
        "source": RuleSetSource.objects.first(),
        "proposed_by": an,
        "proposed_at": at,
    }
    if fields.get("state"):
        values |= {"decided_by": binh, "decided_at": at}
    values |= {name: people[value] if name.endswith("_by") else value for name, value in fields.items()}
    with pytest.raises(IntegrityError), transaction.atomic():
        AdoptedRuleSet(**values).save()
